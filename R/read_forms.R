# The forms in which article_read() reads articles. A form has
#   endings   of files that are of this form, without the dot
#   accepts   endings of files in folders that are read when `format` names the form
#   is        a function of the first bytes of a file (raw): is it of this form? It is asked
#             for files whose ending is unknown; or NULL
#   whole     whether a file is one article, so that each file gives a row
#   packed    whether `read` unpacks .gz files itself
#   many      whether `read` takes many files at once, and returns the file of each record
#             and problem in `file` (1-based)
#   run       function(files, options, tell): what `read` gives for files that follow each
#             other, as a list of pieces with the files of their records and problems in
#             `file`; `tell`, or NULL, is called with the number of files done. NULL where
#             files are read one by one
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
#     It raises no error for the content of a file: that goes into `problems`.
# `options` has roles (the columns given, NULL for those to be guessed), threads and
# progress.
article_forms <- function() {
  form <- function(read, endings, accepts = NULL, is = NULL, whole = FALSE, many = FALSE,
                   packed = FALSE, run = NULL) {
    list(
      read = read, endings = endings, accepts = accepts, is = is, whole = whole, many = many,
      packed = packed, run = run
    )
  }
  list(
    parquet = form(read_parquet, c("parquet", "pq"), is = is_parquet),
    jsonl = form(read_jsonl, c("jsonl", "ndjson"), "json", packed = TRUE),
    json = form(read_json, "json", "txt", is = is_json, packed = TRUE),
    csv = form(read_csv, "csv", c("tsv", "tab", "txt"), packed = TRUE),
    tsv = form(read_tsv, c("tsv", "tab"), c("csv", "txt"), packed = TRUE),
    feed = form(read_feed, c("rss", "atom", "xml", "rdf"), is = is_feed, packed = TRUE),
    html = form(
      read_html, c("html", "htm", "xhtml"), is = is_page, whole = TRUE, run = read_pages
    ),
    docx = form(
      read_document, c("docx", "docm", "doc"), "rtf", is = is_docx, whole = TRUE
    ),
    rtf = form(read_document, "rtf", c("docx", "doc"), is = is_rtf, whole = TRUE),
    pdf = form(read_document, "pdf", is = is_pdf, whole = TRUE),
    export = form(read_export, character(), c("txt", "text")),
    txt = form(
      read_txt, c("txt", "text"), is = is_text, whole = TRUE, many = TRUE, packed = TRUE
    )
  )
}

is_parquet <- function(head) identical(head[1:4], charToRaw("PAR1"))

# Begins with an object or array, after byte order marks if there are any.
is_json <- function(head) {
  head <- without_marks(head)
  blank <- head %in% as.raw(c(0x20, 0x09, 0x0a, 0x0d))
  first <- head[!blank][1:2]
  identical(first[[1L]], charToRaw("{")) && identical(first[[2L]], charToRaw("\"")) ||
    identical(first, charToRaw("[{"))
}

# No NUL and hardly any control characters.
is_text <- function(head) {
  length(head) > 0L && !any(head == as.raw(0)) &&
    mean(head < as.raw(0x20) & !head %in% as.raw(9:13)) < 0.02
}

# Reads files (what find_article_files() returns) in runs of one form; returns a list of what
# the forms read, each with `file`, the row of `files` of each of its records.
read_pieces <- function(files, options) {
  forms <- article_forms()
  many <- names(forms)[vapply(forms, `[[`, NA, "many")]
  tell <- progress_bar("Reading articles", options$progress)
  pieces <- lapply(many, function(form) {
    rows <- which(files$form == form & is.na(files$code))
    if (!length(rows)) return(NULL)
    piece <- forms[[form]]$read(files$file[rows], options)
    piece$file <- rows[piece$file]
    piece$problems$file <- rows[piece$problems$file]
    piece
  })
  rest <- which(!files$form %in% many & is.na(files$code))
  if (options$guess) {
    pieces <- do.call(c, lapply(pieces, read_unsaid_exports, files = files, options = options))
  }
  singles <- read_in_turn(files, rest, options, function(done) {
    if (!is.null(tell)) tell(done, length(rest))
  })
  Filter(Negate(is.null), c(pieces, singles, list(unread_files(files, forms), named_files(files))))
}

# What is read of the files in these rows, one after the other, runs of a form that takes them
# together.
read_in_turn <- function(files, rows, options, tell) {
  forms <- article_forms()
  form <- files$form[rows]
  runs <- names(forms)[!vapply(forms, function(form) is.null(form$run), NA)]
  goes_on <- form[-1L] %in% runs & form[-1L] == form[-length(form)]
  of_runs <- split(seq_along(rows), cumsum(c(TRUE, !goes_on))[seq_along(rows)])
  pieces <- lapply(of_runs, function(at) {
    here <- rows[at]
    form <- forms[[form[at[[1L]]]]]
    if (!is.null(form$run)) {
      read <- form$run(files$file[here], options, function(done) tell(at[[1L]] - 1L + done))
      return(lapply(read, function(piece) {
        piece$file <- here[piece$file]
        piece$problems$file <- here[piece$problems$file]
        piece
      }))
    }
    piece <- read_piece(files$file[[here]], here, form, options)
    piece$row <- here
    tell(at)
    list(piece)
  })
  do.call(c, unname(pieces))
}

# What a form reads of one file, with the number of that file for each record and problem.
read_piece <- function(file, number, form, options) {
  piece <- read_single(file, form, options)
  piece$file <- rep(number, length(piece$records$text))
  piece$problems$file <- rep(number, nrow(piece$problems))
  piece
}

# What a form reads of one file, unpacked if it has to be.
read_single <- function(file, form, options) {
  if (form$packed || !is_packed(file)) return(form$read(file, options))
  unpacked <- unpacked_file(file, options$folder)
  if (is.null(unpacked$path)) {
    records <- form_records(as.integer(form$whole))
    unpacked$problems$record <- if (form$whole) 1L else NA_integer_
    return(list(records = records, problems = unpacked$problems, roles = NULL))
  }
  on.exit(unlink(unpacked$path))
  piece <- form$read(unpacked$path, options)
  piece$problems <- rbind(unpacked$problems, piece$problems)
  piece
}

# What was not read: an article without a text for each file that is one article.
unread_files <- function(files, forms) {
  rows <- which(!is.na(files$code))
  if (!length(rows)) return(NULL)
  whole <- vapply(forms, `[[`, NA, "whole")
  article <- rows[files$form[rows] %in% names(forms)[whole]]
  list(
    records = form_records(length(article)),
    problems = cbind(
      form_problems(rep(NA, length(rows)), match(rows, article), files$code[rows], files$why[rows]),
      file = rows
    ),
    file = article
  )
}

# The files whose names are shown otherwise than the system has them.
named_files <- function(files) {
  rows <- which(!validEnc(files$file))
  if (!length(rows)) return(NULL)
  none <- rep(NA, length(rows))
  piece <- no_records(form_problems(
    none, none, rep("file_name", length(rows)),
    "the name is not valid UTF-8: its other bytes are in < and >"
  ))
  piece$problems$file <- rows
  piece$file <- integer()
  piece
}

# The `problems` of a form, from columns; without a code there are none.
form_problems <- function(line = integer(), record = NA_integer_, code = character(),
                          detail = character()) {
  n <- if (length(code)) max(lengths(list(line, record, code, detail))) else 0L
  # Many files have a few problems each: data.frame() would take longer than reading them.
  columns <- list(
    line = rep_len(as.integer(line), n), record = rep_len(as.integer(record), n),
    code = rep_len(as.character(code), n), detail = rep_len(as.character(detail), n)
  )
  structure(columns, class = "data.frame", row.names = .set_row_names(n))
}

# The problems that the core reports.
core_problems <- function(problems) {
  form_problems(problems$line, problems$record, problems$code, problems$detail)
}

# n records of a form; fields that are not given are missing.
form_records <- function(n, doc_id = NULL, title = NULL, text = NULL, date = NULL,
                         source = NULL, line = NULL, more = NULL) {
  or_na <- function(x) if (is.null(x)) rep(NA_character_, n) else as.character(x)
  list(
    doc_id = or_na(doc_id), title = or_na(title), text = or_na(text), date = or_na(date),
    source = or_na(source), line = if (is.null(line)) rep(1L, n) else as.integer(line),
    more = if (is.null(more)) no_columns(n) else more
  )
}

# A data frame of n rows without columns.
no_columns <- function(n) {
  structure(list(), names = character(), class = "data.frame", row.names = .set_row_names(n))
}
