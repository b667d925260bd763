# What the core reads a file from: its path, or, of a .gz file, the bytes that are
# packed in it; a frame of problems where they cannot be had.
file_or_bytes <- function(file) {
  if (!endsWith(tolower(file), ".gz")) return(enc2utf8(file))
  if (!isTRUE(file.exists(file))) {
    return(form_problems(NA, NA, "unreadable", "there is no such file"))
  }
  read <- tryCatch(unpack(file), error = conditionMessage, warning = conditionMessage)
  if (is.character(read)) return(form_problems(NA, NA, "unreadable", read))
  if (is.null(read)) {
    return(form_problems(
      NA, NA, "too_large", paste("unpacked, the file has more than", most_packed, "bytes")
    ))
  }
  read
}

# As for files that are not packed: kMaxFileBytes.
most_packed <- 2^30

# The bytes packed in a file; NULL where they are too many.
unpack <- function(file) {
  connection <- gzfile(file, "rb")
  on.exit(close(connection))
  chunks <- list()
  size <- 0
  repeat {
    chunk <- readBin(connection, "raw", 2^24)
    if (!length(chunk)) break
    chunks[[length(chunks) + 1L]] <- chunk
    size <- size + length(chunk)
    if (size > most_packed) return(NULL)
  }
  as.raw(unlist(chunks))
}
