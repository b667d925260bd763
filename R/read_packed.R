# The source from which the core reads a file: its path, or, for a .gz file, the unpacked
# bytes; a data frame of problems if they cannot be read.
file_or_bytes <- function(file) {
  if (!is_packed(file)) return(file)
  if (!isTRUE(file.exists(file))) {
    return(form_problems(NA, NA, "unreadable", "there is no such file"))
  }
  read <- tryCatch(unpack(file), error = conditionMessage, warning = conditionMessage)
  if (is.character(read)) return(form_problems(NA, NA, "unreadable", read))
  if (is.null(read)) {
    return(form_problems(NA, NA, "too_large", unpacked_limit_words(file)))
  }
  read
}

is_packed <- function(files) grepl("[.]gz$", files, ignore.case = TRUE, useBytes = TRUE)

# How many bytes a file may have when it is unpacked: 200 times its own, since texts pack to a
# tenth and only few of them to a fiftieth, but 64 MiB are always allowed, and never more than a
# file that is not packed may have, kMaxFileBytes.
unpack_limit <- function(file) min(2^30, max(2^26, 200 * file.size(file)))

unpacked_limit_words <- function(file) {
  paste("unpacked, the file has more than", show_count(unpack_limit(file)), "bytes")
}

# The unpacked bytes of a file; NULL if there are too many.
unpack <- function(file) {
  connection <- gzfile(file, "rb")
  on.exit(close(connection))
  bytes <- read_within(connection, unpack_limit(file))
  if (is.null(bytes)) return(NULL)
  structure(bytes, cut_off = is_cut_off(file, length(bytes)))
}

# All bytes of a connection; NULL if there are more than `limit`.
read_within <- function(connection, limit) {
  chunks <- list()
  size <- 0
  repeat {
    chunk <- readBin(connection, "raw", 2^24)
    if (!length(chunk)) break
    chunks[[length(chunks) + 1L]] <- chunk
    size <- size + length(chunk)
    if (size > limit) return(NULL)
  }
  as.raw(do.call(c, chunks))
}

# Does a packed file end early? Its last four bytes give the number of unpacked bytes (of the
# last file if it holds several).
is_cut_off <- function(file, size) {
  bytes <- readBin(file, "raw", file.size(file))
  n <- length(bytes)
  mark <- as.raw(c(0x1f, 0x8b, 0x08))
  if (n < 18L || !identical(bytes[1:3], mark)) return(FALSE)
  stated <- sum(as.integer(bytes[n - (3:0)]) * 256^(0:3))
  if (stated == size %% 2^32) return(FALSE)
  at <- which(bytes == mark[[1L]])
  at <- at[at < n - 1L]
  sum(bytes[at + 1L] == mark[[2L]] & bytes[at + 2L] == mark[[3L]]) == 1L
}

# The problems of unpacked bytes.
packed_problems <- function(bytes) {
  if (!isTRUE(attr(bytes, "cut_off"))) return(form_problems())
  form_problems(NA, NA, "cut_off", "the packed file ends early: what is missing is lost")
}
