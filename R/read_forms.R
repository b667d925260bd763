# The forms in which article_read() reads articles. A form has
#   endings   of files that are of this form, without the dot
#   accepts   endings of files in folders that are read when `format` names the form
#   is        a function of the first bytes of a file (raw) that tells whether it is of
#             this form, for files whose ending does not tell; or NULL
#   whole     whether a file is one article, so that each file gives a row
#   many      whether `read` takes many files at once, and tells the file of each record
#             and problem in `file` (1-based)
#   read      function(file, options): the records of one file as
#     list(
#       records = list(
#         doc_id, title, text, date (as written), source: character, NA where unknown;
#         line: integer, where the record begins; more: data frame, all other columns
#       ),
#       problems = data.frame(line = integer, record = integer or NA, code, detail),
#       roles = named character vector, the columns of the file that were taken for
#         doc_id, title ...; or NULL where a file has no columns
#     )
#     It does not throw for what is in a file: that is in `problems`.
# `options` has roles (the columns given, NULL where they are to be guessed), threads
# and progress.
article_forms <- function() {
  list(
    txt = list(
      endings = c("txt", "text"), accepts = NULL, is = NULL, whole = TRUE, many = TRUE,
      read = read_txt
    ),
    html = list(
      endings = c("html", "htm", "xhtml"), accepts = NULL, is = is_page, whole = TRUE, many = FALSE,
      read = read_html
    ),
    export = list(
      endings = character(), accepts = c("txt", "text"), is = NULL, whole = FALSE, many = FALSE,
      read = read_export
    )
  )
}

# Reads files (a data frame of path and form) in runs of one form; gives a list of what
# the forms read, each with `file`, the row of `files` of each of its records.
read_pieces <- function(files, options) {
  forms <- article_forms()
  many <- vapply(forms, `[[`, NA, "many")[files$form]
  tell <- progress_bar("Reading articles", options$progress)
  pieces <- lapply(names(forms)[vapply(forms, `[[`, NA, "many")], function(form) {
    rows <- which(files$form == form)
    if (!length(rows)) return(NULL)
    piece <- forms[[form]]$read(files$path[rows], options)
    piece$file <- rows[piece$file]
    piece$problems$file <- rows[piece$problems$file]
    piece
  })
  rest <- which(!many)
  singles <- lapply(seq_along(rest), function(i) {
    row <- rest[[i]]
    piece <- forms[[files$form[[row]]]]$read(files$path[[row]], options)
    piece$file <- rep(row, length(piece$records$text))
    piece$problems$file <- rep(row, nrow(piece$problems))
    if (!is.null(tell)) tell(i, length(rest))
    piece
  })
  Filter(Negate(is.null), c(pieces, singles))
}

# The rows of `problems` of a form.
form_problems <- function(line = integer(), record = NA_integer_, code = character(),
                          detail = character()) {
  n <- length(code)
  data.frame(
    line = rep_len(as.integer(line), n), record = rep_len(as.integer(record), n), code = code,
    detail = rep_len(detail, n), stringsAsFactors = FALSE
  )
}

# n records of a form; what is not given is missing.
form_records <- function(n, doc_id = NULL, title = NULL, text = NULL, date = NULL,
                         source = NULL, line = NULL, more = NULL) {
  or_na <- function(x) if (is.null(x)) rep(NA_character_, n) else as.character(x)
  list(
    doc_id = or_na(doc_id), title = or_na(title), text = or_na(text), date = or_na(date),
    source = or_na(source), line = if (is.null(line)) rep(1L, n) else as.integer(line),
    more = if (is.null(more)) data.frame(row.names = seq_len(n)) else more
  )
}
