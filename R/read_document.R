# Documents of office programs: .docx, .rtf, and .doc, as which databases save either. Each is
# turned into lines, which are read as an export if the rules of one fit (read_export.R), else as
# one article.

read_document <- function(file, options = NULL) {
  head <- tryCatch(suppressWarnings(readBin(file, "raw", 4096L)), error = function(e) raw())
  source <- switch(
    document_kind(head),
    docx = docx_lines(file), rtf = rtf_lines(file), pdf = pdf_lines(file),
    list(problems = other_document(file, head))
  )
  read_lines(source, options)
}

# What the first bytes of a document show, whatever its name says: "docx" for all that is packed
# as a .zip file, "rtf", "pdf", "other".
document_kind <- function(head) {
  if (identical(head[1:4], as.raw(c(0x50, 0x4b, 3, 4)))) return("docx")
  start <- rawToChar(utils::head(head[head > as.raw(32L) & head < as.raw(128L)], 16L))
  if (startsWith(start, "{\\rtf")) return("rtf")
  if (startsWith(start, "%PDF")) "pdf" else "other"
}

is_docx <- function(head) {
  document_kind(head) == "docx" && length(grepRaw("word/", head, fixed = TRUE)) > 0L
}

is_rtf <- function(head) document_kind(head) == "rtf"

is_pdf <- function(head) document_kind(head) == "pdf"

# The problem of a document whose bytes are of no form that can be read.
other_document <- function(file, head) {
  if (!length(head)) return(form_problems(NA, 1L, "empty", "no bytes"))
  old <- as.raw(c(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))
  if (!identical(head[1:8], old)) {
    return(form_problems(
      NA, 1L, "unreadable", "the content is no document: neither .docx nor .rtf nor .pdf"
    ))
  }
  bytes <- tryCatch(readBin(file, "raw", min(file.size(file), 2^24)), error = function(e) head)
  wide <- function(name) as.raw(as.vector(rbind(as.integer(charToRaw(name)), 0L)))
  if (length(grepRaw(wide("EncryptedPackage"), bytes, fixed = TRUE))) {
    return(form_problems(NA, 1L, "locked", "the document is protected by a password"))
  }
  form_problems(
    NA, 1L, "unreadable", "a document of an older Word (.doc): save it as .docx and read that"
  )
}

# The problem of a document whose form needs a package that is not installed.
no_package <- function(package, ending) {
  form_problems(NA, 1L, "no_package", sprintf(
    "reading %s needs the package %s, which is not installed: install.packages(\"%s\")",
    ending, package, package
  ))
}

# The records of lines (with `problems` and, if known, `title`): those of an export, else one
# article.
read_lines <- function(source, options) {
  refused <- function(problems) {
    problems$record <- rep(1L, nrow(problems))
    list(records = form_records(1L), problems = problems, roles = NULL)
  }
  if (is.null(source$lines)) return(refused(source$problems))
  if (!any(grepl("[^[:space:]]", source$lines))) {
    return(refused(rbind(source$problems, form_problems(NA, 1L, "empty", "no text"))))
  }
  rules <- all_rules(options$exports)
  read <- read_by_rules(source, rules)
  if (is.null(read)) read <- list_of_articles(source, rules)
  if (is.null(read)) read <- read_one_article(source, options)
  # The lines are those of the text, not of the file.
  read$records$line[] <- NA_integer_
  read$problems$line[] <- NA_integer_
  read
}

# The lines as one article: the title is that of its style, or else found as in text files.
read_one_article <- function(source, options) {
  threads <- if (is.null(options$threads)) 1L else options$threads
  lines <- source$lines
  title <- source$title
  if (!is.null(title)) {
    filled <- which(grepl("[^[:space:]]", lines))
    same <- gsub("[[:space:]]+", " ", trimws(lines[filled])) == title
    if (any(same)) lines <- lines[-filled[same][[1L]]]
  }
  lines[lines == "\f"] <- ""
  text <- paste(lines, collapse = "\n")
  if (is.null(title)) {
    read <- article_divide_core(text, double(), double(), 0L, threads, NULL)
    problems <- core_problems(read$problems)
    problems$record <- rep(1L, nrow(problems))
  } else {
    read <- list(title = title, text = read_export_text_core(text))
    problems <- form_problems()
    if (!nzchar(read$text)) problems <- form_problems(NA, 1L, "empty", "a title without a text")
  }
  before <- source$problems
  before$record <- rep(1L, nrow(before))
  list(
    records = form_records(1L, title = read$title, text = read$text),
    problems = rbind(before, problems), roles = NULL
  )
}
