# A selection of articles that Factiva saves as one page: each is a division of the class
# "article", its headline and paragraphs have classes of their own, and the lines between them
# are those of Factiva's text export, whose rules read them.

# The records of such a page; NULL if the page is none. `problems` are those of its bytes.
read_factiva_page <- function(text, problems) {
  found <- function(what, ...) grepl(what, text, useBytes = TRUE, ...)
  if (!found("Headline\"", fixed = TRUE) || !found("article[ \"]")) return(NULL)
  page <- tryCatch(
    xml2::read_html(
      charToRaw(text), encoding = "UTF-8", options = c("RECOVER", "NOERROR", "HUGE")
    ),
    error = function(e) NULL, warning = function(w) NULL
  )
  if (is.null(page)) return(NULL)
  articles <- xml2::xml_find_all(page, paste0(
    ".//div[contains(concat(' ', normalize-space(@class), ' '), ' article ')]",
    "[.//span[contains(@class, 'Headline')]]",
    "[not(ancestor::div[contains(concat(' ', normalize-space(@class), ' '), ' article ')])]"
  ))
  if (!length(articles)) return(NULL)
  # With its indexing, an article is a table of codes and values, those of the tagged text export.
  tagged <- length(xml2::xml_find_all(articles[[1L]], factiva_codes)) > 2L
  name <- if (tagged) "factiva-tagged" else "factiva"
  rule <- Filter(function(rule) rule$name == name, all_rules())[[1L]]
  read <- lapply(articles, if (tagged) tagged_division else factiva_division, rule = rule)
  good <- vapply(read, function(one) nzchar(one$text), NA)
  lines <- rep(NA_integer_, length(read))
  records <- export_records(read[good], lines[good], rule)
  records$form <- rep("factiva-page", sum(good))
  problems$record <- rep(NA_integer_, nrow(problems))
  problems <- rbind(problems, export_problems(read, good, rep(FALSE, length(read)), lines, rule))
  if (!any(good)) {
    records <- form_records(1L)
    problems$record <- rep(1L, nrow(problems))
  }
  list(records = records, problems = problems, roles = NULL)
}

factiva_codes <- ".//tr[td[contains(concat(' ', @class, ' '), ' index ')]]"

# One article of such a page with its indexing.
tagged_division <- function(article, rule) {
  rows <- xml2::xml_find_all(article, factiva_codes)
  cells <- lapply(rows, function(row) squeezed_text(xml2::xml_find_all(row, "./td")))
  code <- vapply(cells, `[[`, "", 1L)
  value <- vapply(cells, function(cell) paste(cell[-1L], collapse = " "), "")
  out <- read_division(paste0(code, "\t", value), rule)
  paragraphs <- xml2::xml_find_all(rows[code %in% rule$fields$text], "./td[2]//p")
  if (length(paragraphs)) {
    words <- squeezed_text(paragraphs)
    out$text <- paste(words[nzchar(words)], collapse = "\n\n")
  }
  if (!is.null(out$title)) out$title <- sub("^[0-9]+\\) ", "", out$title)
  out
}

squeezed_text <- function(nodes) trimws(gsub("[[:space:]\u00a0]+", " ", xml2::xml_text(nodes)))

# One article of such a page: the lines before its first paragraph as the top of an export,
# its paragraphs as the text.
factiva_division <- function(article, rule) {
  inside <- xml2::xml_find_all(article, ".//*[self::div or self::p or self::td][not(.//div)]")
  words <- squeezed_text(inside)
  is_text <- grepl("articleParagraph", xml2::xml_attr(inside, "class"), fixed = TRUE)
  words <- sub("^[0-9]+\\) ", "", words)
  number <- grepl("^(?:Document|Dokument|Documento) [A-Za-z0-9]{8,}$", words, perl = TRUE)
  first <- if (any(is_text)) which(is_text)[[1L]] else length(words) + 1L
  top <- words[seq_along(words) < first & nzchar(words) & !number]
  # Numbers of words are written in the language of the interface.
  top <- sub("^([0-9][0-9.,]*) ?\\p{L}+$", "\\1 words", top, perl = TRUE)
  out <- read_division(c(top, "", words[is_text & nzchar(words)]), rule)
  out$text <- paste(words[is_text & nzchar(words)], collapse = "\n\n")
  if (any(number)) out$doc_id <- sub("^[^ ]+ ", "", words[number][[1L]])
  headline <- squeezed_text(xml2::xml_find_first(article, ".//span[contains(@class, 'Headline')]"))
  if (nzchar(headline)) out$title <- sub("^[0-9]+\\) ", "", headline)
  out
}
