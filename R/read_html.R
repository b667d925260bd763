# Saved web pages, one article per page: `format = "html"` of article_read(). The package
# xml2 parses even the broken markup that browsers accept; src/core/article/page/read_page.h
# decides which part of the page is the article.

# A larger page is not an article, and its tree takes about 20 times its bytes.
max_page_bytes <- 64 * 2^20

# What a page may say besides the columns of all records.
page_columns <- c("byline", "url", "section", "language", "modified")

page_cut_off <- "the file ends inside a tag"

read_html <- function(file, options = NULL) {
  need_package("xml2", "Reading pages (.html)")
  failed <- function(code, detail) {
    list(
      records = form_records(1L), problems = form_problems(NA, 1L, code, detail), roles = NULL
    )
  }
  size <- file.size(file)
  if (is.na(size)) return(failed("unreadable", "the file cannot be read"))
  if (size > max_page_bytes) {
    return(failed("too_large", sprintf("the page has more than %d bytes", max_page_bytes)))
  }
  bytes <- tryCatch(readBin(file, "raw", size), error = function(e) NULL,
    warning = function(w) NULL)
  if (is.null(bytes)) return(failed("unreadable", "the file cannot be read"))
  source <- page_source(bytes, options)
  problems <- form_problems(
    source$problems$line, 1L, source$problems$code, source$problems$detail
  )
  if (is.na(source$text)) {
    return(list(records = form_records(1L), problems = problems, roles = NULL))
  }
  # Bytes, since to look for characters would take as long as to parse the page.
  if (!grepl("\\S", source$text, perl = TRUE, useBytes = TRUE)) {
    detail <- if (length(bytes)) "nothing but white space" else "no bytes"
    return(failed("empty", detail))
  }
  saved <- read_factiva_page(source$text, problems)
  if (is.null(saved)) saved <- read_europresse_page(source$text, problems)
  if (is.null(saved)) saved <- read_export_page(source$text, problems)
  if (!is.null(saved)) return(saved)
  page <- parse_page(charToRaw(source$text))
  if (is.na(page)) return(failed("no_article", "the file cannot be parsed as a page"))
  source <- list(number = 1L, ends_in_tag = source$ends_in_tag, problems = problems)
  out <- page_piece(1L, read_parsed(page, 1L), source)
  out$file <- out$problems$file <- NULL
  out
}

# The source of a page in UTF-8. A byte order mark decides, then whether the bytes are UTF-8
# (some pages declare the encoding they had before an editor saved them again), then what the
# page declares; without any of these decode_bytes() decides.
page_source <- function(bytes, options = NULL) {
  if (!is.null(options$encoding)) return(decoded_bytes(bytes, options))
  source <- read_html_decode_core(bytes)
  declared <- source$declared
  marked <- has_mark(bytes, byte_marks[c("utf16le", "utf16be")])
  # Encodings that escape to ASCII have bytes that are valid UTF-8 but mean something else.
  escaped <- grepl("^iso-2022|^hz-|^utf-7", declared)
  unicode <- grepl("^$|^utf-?(8|16)|^ucs", declared)
  if (!nzchar(declared) && !source$valid) return(decoded_bytes(bytes, options))
  if (marked || unicode || is.na(source$text) || (source$valid && !escaped)) return(source)
  # All browsers read as windows-1252 what pages declare as Latin 1.
  latin <- c("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso_8859-1")
  from <- if (declared %in% latin) "windows-1252" else declared
  declared_source(source, bytes, from)
}

# The source of a page in the encoding that it declares, if that is known.
declared_source <- function(source, bytes, from) {
  text <- tryCatch(
    iconv(list(bytes[bytes != as.raw(0)]), from, "UTF-8", sub = "\ufffd"),
    error = function(e) NA_character_, warning = function(w) NA_character_
  )
  if (is.na(text)) {
    source$problems <- rbind(as.data.frame(source$problems), data.frame(
      line = NA, code = "encoding", detail = sprintf(
        "the page declares the encoding \"%s\", which is not known here: read as %s", from,
        source$encoding
      )
    ))
    return(source)
  }
  bad <- lengths(regmatches(text, gregexpr("\ufffd", text, fixed = TRUE)))
  source$text <- text
  source$problems <- data.frame(
    line = NA, code = c("encoding", if (bad) "bad_bytes"),
    detail = c(
      paste("the page is in", from, "as it declares"),
      if (bad) sprintf("%d bytes that are not of this encoding were replaced by U+FFFD", bad)
    ), stringsAsFactors = FALSE
  )
  source
}

# The page whose UTF-8 bytes these are as xml2 serialises it; NA if it finds no document. Options
# are given by number, as xml2 looks names up for as long as a small page takes.
parse_page <- function(bytes) {
  tryCatch(
    {
      document <- xml2::read_html(bytes, encoding = "UTF-8", options = parse_options)
      enc2utf8(as.character(document, options = write_options))
    },
    error = function(e) NA_character_, warning = function(w) NA_character_
  )
}

# RECOVER, NOERROR, HUGE. White space between two bold words separates them, so no NOBLANKS.
parse_options <- 1 + 32 + 524288

# no_declaration, as_xml
write_options <- 2 + 32

# How many articles with a headline of their own have their first paragraphs in the text. Those of a
# page with a headline of its own are entries of one story.
articles_inside <- function(page, text) {
  found <- gregexpr("<(?:article|text wordcount)\\b", page, perl = TRUE)[[1L]]
  if (length(found) < 2L) return(0L)
  page <- xml2::read_html(page)
  if (length(xml2::xml_find_all(page, "//h1[not(ancestor::article)]"))) return(0L)
  articles <- xml2::xml_find_all(
    page, "//article[not(ancestor::article)][.//h1 or .//h2 or .//h3]|//text[@wordcount]"
  )
  first <- xml2::xml_find_first(articles, ".//p[string-length(normalize-space(.)) > 60]")
  start <- substr(squeezed_text(first), 1L, 60L)
  sum(!is.na(start) & vapply(start, grepl, NA, x = text, fixed = TRUE))
}

several_detail <- function(n) sprintf("the page holds %d articles: read as one", n)

# A page that is an export of a database as lines of text, such as those that LexisNexis saved;
# NULL if it is none.
read_export_page <- function(text, problems) {
  if (!grepl(export_marks, text, perl = TRUE, useBytes = TRUE)) return(NULL)
  page <- tryCatch(
    xml2::read_html(charToRaw(text), encoding = "UTF-8", options = parse_options),
    error = function(e) NULL, warning = function(w) NULL
  )
  if (is.null(page)) return(NULL)
  blocks <- xml2::xml_find_all(
    page, "//*[self::div or self::p or self::td or self::li][not(.//div or .//p or .//td)]"
  )
  lines <- squeezed_text(blocks)
  read <- read_by_rules(list(lines = as.vector(rbind(lines, "")), problems = NULL), all_rules())
  if (!isTRUE(read$sure)) return(NULL)
  read$records$line[] <- NA_integer_
  read$problems$line[] <- NA_integer_
  problems$record <- rep(NA_integer_, nrow(problems))
  read$problems <- rbind(problems, read$problems)
  read[c("records", "problems", "roles")]
}

# Do the first bytes of a file look like those of a page?
is_page <- function(bytes) {
  start <- tolower(rawToChar(utils::head(bytes[bytes > as.raw(8) & bytes < as.raw(128)], 512L)))
  grepl("<!doctype html|<html[ >]", start)
}
