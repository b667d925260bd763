# Documents in the Rich Text Format (.rtf) as lines; src/core/article/reading/rtf.h says what of
# them is text.

max_rtf_bytes <- 2^28

rtf_lines <- function(file) {
  failed <- function(code, detail) list(problems = form_problems(NA, 1L, code, detail))
  size <- file.size(file)
  if (is.na(size)) return(failed("unreadable", "the file cannot be read"))
  if (size > max_rtf_bytes) {
    return(failed("too_large", sprintf("the document has more than %d bytes", max_rtf_bytes)))
  }
  bytes <- tryCatch(readBin(file, "raw", size), error = function(e) raw())
  read <- read_rtf_core(bytes)
  if (!read$is_rtf) return(failed("unreadable", "the content is no document in .rtf"))
  problems <- form_problems()
  if (read$cut_off) {
    problems <- form_problems(NA, NA, "cut_off", "the document ends early: what is missing is lost")
  }
  if (read$extra > 0) {
    problems <- form_problems(NA, NA, "extra_bytes", paste(
      count_of(read$extra, "byte"),
      "after the end of the document are not read: another file was joined to it"
    ))
  }
  decoded <- decode_pages(read$text, read$page)
  lines <- strsplit(paste(decoded$text, collapse = ""), "\n", fixed = TRUE)[[1L]]
  form_feed <- lines == "\f"
  lines <- gsub("^[ \t\u00a0]+|[ \t\u00a0]+$", "", lines, perl = TRUE)
  lines[form_feed] <- "\f"
  list(lines = lines, problems = rbind(problems, decoded$problems))
}

# Texts in code pages of Windows, in UTF-8.
decode_pages <- function(text, page) {
  problems <- form_problems()
  for (one in setdiff(unique(page), 0L)) {
    from <- if (one == 10000L) "macintosh" else paste0("CP", one)
    is <- page == one
    read <- tryCatch(
      iconv(text[is], from, "UTF-8", sub = "\ufffd"),
      error = function(e) NULL, warning = function(w) NULL
    )
    if (is.null(read)) {
      read <- iconv(text[is], "CP1252", "UTF-8", sub = "\ufffd")
      problems <- rbind(problems, form_problems(NA, NA, "encoding", sprintf(
        "the document uses the code page %d, which is not known here: read as windows-1252", one
      )))
    }
    bad <- sum(grepl("\ufffd", read, fixed = TRUE))
    if (bad) {
      problems <- rbind(problems, form_problems(NA, NA, "bad_bytes", sprintf(
        "bytes that are not of the code page %d were replaced by U+FFFD in %s", one,
        count_of(bad, "place")
      )))
    }
    text[is] <- read
  }
  list(text = text, problems = problems)
}
