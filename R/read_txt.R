# Reads text files: one article each, or several, separated by lines that match a pattern or
# by blank lines.
read_txt <- function(files, options) {
  # Packed files, files of several articles or in another encoding are read one by one.
  single <- !is.null(options$split_at) | !is.null(options$encoding) | is_packed(files)
  tell <- progress_bar("Reading articles", options$progress)
  plain <- which(!single)
  together <- article_read_core(files[plain], options$threads, tell)
  read <- txt_piece(together, plain)
  for (i in doubtful_files(read)) {
    single[[i]] <- !is.null(guess_encoding(source_bytes(files[[i]])))
  }
  pieces <- list(txt_without(read, which(single)))
  for (i in which(single)) {
    pieces[[length(pieces) + 1L]] <- read_txt_alone(files[[i]], i, options)
    if (!is.null(tell)) tell(i, length(files))
  }
  join_pieces(pieces)
}

# What the core has read, with the number of the file of each record.
txt_piece <- function(read, file, before = form_problems()) {
  n <- length(read$text)
  problems <- rbind(
    before, core_problems(read$problems)
  )
  # A problem of the whole file belongs to its only article.
  if (n == 1L) problems$record <- rep(1L, nrow(problems))
  file <- rep_len(file, n)
  problems$file <- if (n) file[ifelse(is.na(problems$record), 1L, problems$record)] else integer()
  list(
    records = form_records(n, title = read$title, text = read$text, line = read$line),
    problems = problems, file = file
  )
}

# The files of a piece whose bytes may be of another encoding. Control characters alone leave no
# doubt, except that which begins the escapes of some encodings.
doubtful_files <- function(piece) {
  problems <- piece$problems
  doubt <- are_doubtful(problems)
  control <- which(doubt & problems$code == "control_characters")
  text <- piece$records$text[problems$record[control]]
  doubt[control] <- is.na(text) | grepl("\033", text, fixed = TRUE, useBytes = TRUE)
  sort(unique(problems$file[doubt]))
}

# A piece without the records and problems of some files.
txt_without <- function(piece, files) {
  keep <- !piece$file %in% files
  if (all(keep)) return(piece)
  records <- piece$records
  problems <- piece$problems[!piece$problems$file %in% files, , drop = FALSE]
  problems$record <- match(problems$record, which(keep))
  list(
    records = form_records(
      sum(keep), title = records$title[keep], text = records$text[keep], line = records$line[keep]
    ),
    problems = problems, file = piece$file[keep]
  )
}

read_txt_alone <- function(file, number, options) {
  unread <- function(problems) {
    txt_piece(list(title = NA_character_, text = NA_character_, line = 1L), number, problems)
  }
  decoded <- read_source(file, options, article_decode_core)
  if (is.data.frame(decoded)) return(unread(decoded))
  problems <- decoded$problems
  if (is.na(decoded$text)) return(unread(problems))
  divide <- options$split_at
  if (is.null(divide)) divide <- list(pattern = NULL, blank_lines = 0L)
  read <- divide_text(decoded$text, divide, options)
  if (!is.null(options$split_at) && length(read$text) == 1L && !is.na(read$text)) {
    problems <- rbind(problems, form_problems(
      NA, NA, "not_divided", "`split_at` splits nothing in this file: it is one article"
    ))
  }
  txt_piece(read, number, problems)
}

divide_text <- function(text, divide, options) {
  cut <- function(at, size) {
    article_divide_core(
      text, as.double(at), as.double(size), divide$blank_lines, options$threads, NULL
    )
  }
  if (is.null(divide$pattern)) return(cut(double(), double()))
  # Fast: match in the whole text. If a match crosses a line end, as \s can, the core returns
  # NULL.
  found <- tryCatch(
    gregexpr(paste0("(?m)", divide$pattern), text, perl = TRUE, useBytes = TRUE)[[1L]],
    warning = function(w) NULL, error = function(e) NULL
  )
  if (!is.null(found)) {
    there <- found > 0L
    read <- cut(found[there] - 1, attr(found, "match.length")[there])
    if (!is.null(read)) return(read)
  }
  lines <- strsplit(text, "\n", fixed = TRUE)[[1L]]
  size <- nchar(lines, "bytes")
  at <- grepl(divide$pattern, lines, perl = TRUE)
  cut((cumsum(size + 1) - size - 1)[at], size[at])
}

# `split_at` as list(pattern, blank_lines), or NULL.
check_split_at <- function(split_at) {
  if (is.null(split_at)) return(NULL)
  if (is.numeric(split_at)) {
    lines <- check_count(split_at, "split_at", min = 1, max = 1e6)
    return(list(pattern = NULL, blank_lines = as.integer(lines)))
  }
  pattern <- check_string(split_at, "split_at")
  on_empty <- tryCatch(
    regexpr(paste0("(?m)", pattern), "", perl = TRUE),
    warning = function(w) NULL, error = function(e) NULL
  )
  if (is.null(on_empty)) {
    abort_argument(
      "split_at", "a regular expression (in Perl's syntax) or a number of lines", split_at
    )
  }
  if (on_empty > 0L) {
    abort_input(
      "`split_at` must not match an empty line; given ", describe(split_at),
      ". To split at blank lines give their minimum number, say 3."
    )
  }
  list(pattern = pattern, blank_lines = 0L)
}

# Binds pieces of one form.
join_pieces <- function(pieces) {
  field <- function(name) unlist(lapply(pieces, function(piece) piece$records[[name]]))
  before <- c(0L, cumsum(lengths(lapply(pieces, `[[`, "file"))))
  problems <- lapply(seq_along(pieces), function(i) {
    part <- pieces[[i]]$problems
    part$record <- part$record + before[[i]]
    part
  })
  file <- unlist(lapply(pieces, `[[`, "file"))
  list(
    records = form_records(
      length(file), title = field("title"), text = field("text"), line = field("line")
    ),
    problems = do.call(rbind, problems), file = file
  )
}
