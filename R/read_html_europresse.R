# Pages that Europresse (Eureka) saves: one or many articles, in each the name of the publication,
# a line with section, date and page, the title, and the text in a container of its own; older
# pages have the same classes in tables.

# The records of such a page; NULL if the page is none. `problems` are those of its bytes.
read_europresse_page <- function(text, problems) {
  if (!grepl("(?i)titreArticle", text, perl = TRUE, useBytes = TRUE)) return(NULL)
  if (!grepl("DocPublicationName|DocHeader", text)) return(NULL)
  page <- tryCatch(
    xml2::read_html(
      charToRaw(text), encoding = "UTF-8", options = c("RECOVER", "NOERROR", "HUGE")
    ),
    error = function(e) NULL, warning = function(w) NULL
  )
  if (is.null(page)) return(NULL)
  articles <- europresse_articles(page)
  if (!length(articles)) return(NULL)
  read <- lapply(articles, europresse_article)
  none <- vapply(read, function(one) is.na(one$title) && !nzchar(one$text), NA)
  field <- function(name) vapply(read[!none], `[[`, "", name)
  text <- field("text")
  problems$record <- rep(NA_integer_, nrow(problems))
  if (any(none)) {
    problems <- rbind(problems, form_problems(NA, NA, "no_article", sprintf(
      "%d of %d divisions gave no article by the rules \"europresse-page\"", sum(none),
      length(none)
    )))
  }
  bare <- which(!nzchar(text))
  if (length(bare)) {
    problems <- rbind(problems, form_problems(
      NA, bare, rep("empty", length(bare)), "the export has no text of this article"
    ))
  }
  more <- c("byline", "subtitle", "section", "page", "copyright")
  columns <- as.data.frame(stats::setNames(lapply(more, field), more), stringsAsFactors = FALSE)
  columns$form <- rep("europresse-page", nrow(columns))
  list(
    records = form_records(
      length(text), doc_id = field("doc_id"), title = field("title"), text = text,
      date = field("date"), source = field("source"), line = rep(NA_integer_, length(text)),
      more = columns
    ),
    problems = problems, roles = NULL
  )
}

# An XPath condition: has the class, in capitals or small letters?
with_class <- function(name) {
  upper <- "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
  sprintf(
    "contains(concat(' ', translate(normalize-space(@class), '%s', '%s'), ' '), ' %s ')", upper,
    tolower(upper), tolower(name)
  )
}

# The elements that hold an article each: around each title the largest that has no other.
europresse_articles <- function(page) {
  title <- sprintf("*[%s]", with_class("titreArticleVisu"))
  if (!length(xml2::xml_find_all(page, paste0(".//", title)))) {
    title <- sprintf("*[%s]", with_class("titreArticle"))
  }
  titles <- xml2::xml_find_all(page, paste0(".//", title))
  holders <- lapply(titles, function(one) {
    around <- xml2::xml_find_all(
      one, sprintf("ancestor::article | ancestor::*[count(.//%s) = 1]", title)
    )
    article <- around[xml2::xml_name(around) == "article"]
    if (length(article)) return(article[[length(article)]])
    around <- around[!xml2::xml_name(around) %in% c("html", "body")]
    if (length(around)) around[[1L]] else xml2::xml_find_first(page, ".//body")
  })
  # Two titles in one article are one.
  holders[!duplicated(vapply(holders, xml2::xml_path, ""))]
}

europresse_article <- function(article) {
  squeeze <- function(x) trimws(gsub("[[:space:]\u00a0]+", " ", x))
  find <- function(...) {
    xml2::xml_find_all(article, paste0(".//*[", c(...), "]", collapse = " | "))
  }
  words <- function(nodes) {
    value <- squeeze(paste(xml2::xml_text(nodes), collapse = " "))
    if (nzchar(value)) value else NA_character_
  }
  title <- find(with_class("titreArticleVisu"))
  if (!length(title)) title <- find(with_class("titreArticle"))
  header <- europresse_header(words(find(with_class("DocHeader"))))
  source <- words(utils::head(find(with_class("DocPublicationName")), 1L))
  number <- "[ ,;(]*\\b(?:no|n\u00b0|nr|num\u00e9ro)[. ]*[0-9].*$"
  source <- sub(number, "", source, ignore.case = TRUE)
  everything <- squeeze(xml2::xml_text(article))
  number <- regmatches(everything, regexpr("news[\u00b7.][0-9]{8}[\u00b7.][^ ]+", everything))
  copyright <- regmatches(everything, regexpr("\u00a9 ?[0-9]{4} [^.]{1,80}", everything))
  subtitle <- words(find(with_class("rdp__subtitle")))
  list(
    title = words(title[1L]), source = trimws(source), date = header$date,
    section = header$section, page = header$page, subtitle = subtitle,
    byline = europresse_byline(article, title, squeeze),
    text = europresse_text(article, squeeze),
    doc_id = if (length(number)) number[[1L]] else NA_character_,
    copyright = if (length(copyright)) trimws(copyright[[1L]]) else NA_character_
  )
}

# Section, date and page of a line such as "Politique, mardi 14 mars 2006, p. 16", in any order.
europresse_header <- function(line) {
  none <- list(date = NA_character_, section = NA_character_, page = NA_character_)
  if (is.na(line)) return(none)
  parts <- trimws(strsplit(line, ",", fixed = TRUE)[[1L]])
  is_page <- grepl(
    "^(?:pp?|pg|s)[. ]*[A-Z]{0,2}[. ]?[0-9]", parts, ignore.case = TRUE, perl = TRUE
  )
  if (any(is_page)) none$page <- parts[is_page][[1L]]
  parts <- parts[nzchar(parts) & !is_page]
  n <- length(parts)
  if (!n) return(none)
  # A date may have commas of its own.
  runs <- do.call(rbind, lapply(seq_len(n), function(from) {
    data.frame(from = from, to = from:min(n, from + 3L))
  }))
  joined <- mapply(function(from, to) paste(parts[from:to], collapse = ", "), runs$from, runs$to)
  read <- article_dates_strings_core(joined)
  good <- which(!is.na(read$day) & !is.na(read$year) & !read$impossible)
  date <- integer()
  if (length(good)) {
    best <- good[[which.max((runs$to - runs$from)[good])]]
    none$date <- joined[[best]]
    date <- runs$from[[best]]:runs$to[[best]]
  }
  rest <- parts[!seq_len(n) %in% date]
  if (length(rest)) none$section <- paste(rest, collapse = ", ")
  none
}

# The author: in a paragraph of its own class, or in the short division after the title.
europresse_byline <- function(article, title, squeeze) {
  own <- xml2::xml_find_all(article, sprintf(".//p[%s]", with_class("sm-margin-bottomNews")))
  if (!length(own) && length(title)) {
    own <- xml2::xml_find_all(title[[1L]], paste0(
      "ancestor-or-self::*[", with_class("titreArticle"), "]/following-sibling::*[1][self::div]",
      "[not(", with_class("docOcurrContainer"), ")][not(", with_class("DocText"), ")]"
    ))
  }
  value <- squeeze(paste(xml2::xml_text(own), collapse = " "))
  if (nzchar(value) && nchar(value) <= 150L) value else NA_character_
}

# The paragraphs of the text, without pictures and notes beside it.
europresse_text <- function(article, squeeze) {
  inside <- xml2::xml_find_all(article, sprintf(
    ".//*[%s or %s]", with_class("docOcurrContainer"), with_class("DocText")
  ))
  inside <- inside[!duplicated(vapply(inside, xml2::xml_path, ""))]
  paths <- vapply(inside, xml2::xml_path, "")
  nested <- vapply(paths, function(path) any(startsWith(path, paste0(paths, "/"))), NA)
  paragraphs <- unlist(lapply(inside[!nested], function(container) {
    xml2::xml_remove(xml2::xml_find_all(
      container, ".//aside | .//figure | .//footer | .//script | .//style"
    ))
    xml2::xml_set_text(xml2::xml_find_all(container, ".//br"), "\n")
    blocks <- ".//*[self::p or self::div or self::li or self::h2 or self::h3 or self::td]"
    leaves <- xml2::xml_find_all(container, paste0(blocks, "[not(", blocks, ")]"))
    whole <- squeeze(xml2::xml_text(container))
    found <- xml2::xml_text(leaves)
    # Words outside of any paragraph would be lost: then all is read as it is.
    if (nchar(gsub("[[:space:]]", "", paste(found, collapse = ""))) <
        nchar(gsub("[[:space:]]", "", whole))) {
      found <- xml2::xml_text(container)
    }
    unlist(strsplit(found, "\n", fixed = TRUE))
  }))
  paragraphs <- squeeze(as.character(paragraphs))
  paste(paragraphs[nzchar(paragraphs)], collapse = "\n\n")
}
