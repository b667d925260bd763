# Documents in the Rich Text Format: exports of Nexis Uni and Factiva, and single articles.

read_quietly <- function(path, ...) suppressMessages(article_read(path, ...))

uni_rtf <- function(title, body, date = "December 3, 2021 Friday") {
  half <- nchar(title) %/% 2L
  c(
    "{\\*\\bkmkstart Bookmark_1}{\\*\\bkmkend Bookmark_1}\\par",
    paste0("\\pard ", rtf_link(substr(title, 1L, half)), rtf_link(substring(title, half + 1L)),
      "\\par"),
    "The Border Ledger", date, "", "\\line Copyright 2021 The Border Ledger\\par",
    "{\\b Section:}\\~COAST; Pg. 3\\par", "{\\b Length:}\\~212 words\\par",
    "{\\b Byline:}\\~Jana Kovel\\par", "\\line{\\b Body}\\par", "", body,
    "\\line{\\b Classification}\\par", "\\line{\\b Language:}\\~ENGLISH\\par",
    "\\line{\\b Load-Date:}\\~December 4, 2021\\par",
    "\\line{\\b End of Document}\\par\\sect\\sectd"
  )
}

test_that("an export of Nexis Uni: titles are links, the cover page is none of the articles", {
  news <- read_quietly(rtf_file(c(
    "User Name: Jana Kovel", "Job Number: 12345", "Documents (2)", "1. Ferry to Skarn resumes",
    "Search Terms: ferry", rtf_row("Content Type", "Narrowed by"), rtf_row("News", "2021"),
    "2. Barley falls", "Search Terms: ferry", "\\sect",
    uni_rtf("Ferry to Skarn resumes", c("The ferry sailed.", "Caf\u00e9 \u201copen\u201d \u4e2d.")),
    uni_rtf("Barley falls", "Barley fell.")
  ), "Files (2).RTF"))
  expect_identical(news$title, c("Ferry to Skarn resumes", "Barley falls"))
  expect_identical(
    news$text, c("The ferry sailed.\n\nCaf\u00e9 \u201copen\u201d \u4e2d.", "Barley fell.")
  )
  expect_identical(news$date, as.Date(rep("2021-12-03", 2L)))
  expect_identical(news$byline, rep("Jana Kovel", 2L))
  expect_identical(news$form, rep("nexis-uni", 2L))
  expect_identical(nrow(article_problems(news)), 0L)
})

factiva_rtf <- function(top, body, code, words = "212 words", date = "3 December 2021",
                        document = "Document", language = "English") {
  c(
    top, words, date, "The Border Ledger", "BORLED", language,
    "Copyright 2021. The Border Ledger. All rights reserved.", "", body, "",
    paste(document, code), "\\page"
  )
}

test_that("an export of Factiva, in the language of its pages", {
  body <- c("The ferry ran again.", "It paid.")
  news <- read_quietly(rtf_file(c(
    factiva_rtf(c("Ferry to Skarn resumes", "By Jana Kovel"), body, "BORLED0020211203ehc300001"),
    factiva_rtf("F\u00e4hre nach Skarn f\u00e4hrt wieder", body, "BORLED0020211203ehc300002",
      "1.285 W\u00f6rter", "3. Dezember 2021", "Dokument", "Deutsch"),
    factiva_rtf("Le bac pour Skarn reprend", body, "BORLED0020211203ehc300003", "295 mots",
      "3 d\u00e9cembre 2021", "Document", "Fran\u00e7ais"),
    factiva_rtf("\u6e21\u8f2e\u6062\u590d\u901a\u822a \u65af\u5361\u6069", body,
      "BORLED0020211203ehc300004", "8165 \u5b57", "2021 \u5e74 12 \u6708 3 \u65e5",
      "\u6587\u4ef6", "\u4e2d\u6587"),
    "Search Summary", rtf_row("Text", "ferry"), rtf_row("Date", "All Dates")
  ), "Factiva-20211204-1439.rtf"))
  expect_identical(news$title, c(
    "Ferry to Skarn resumes", "F\u00e4hre nach Skarn f\u00e4hrt wieder",
    "Le bac pour Skarn reprend", "\u6e21\u8f2e\u6062\u590d\u901a\u822a \u65af\u5361\u6069"
  ))
  expect_identical(news$text, rep(paste(body, collapse = "\n\n"), 4L))
  expect_identical(news$date, as.Date(rep("2021-12-03", 4L)))
  expect_identical(news$doc_id, paste0("BORLED0020211203ehc30000", 1:4))
  expect_identical(news$source, rep("The Border Ledger", 4L))
  expect_identical(news$byline, c("By Jana Kovel", NA, NA, NA))
  expect_false(any(c("no_article", "head_unread") %in% article_problems(news)$code))
})

test_that("an export of Factiva with its tags in a table", {
  news <- read_quietly(rtf_file(c(
    rtf_row("HD", "Ferry to Skarn resumes"), rtf_row("WC", "212 words"),
    rtf_row("PD", "3 December 2021"), rtf_row("SN", "The Border Ledger"), rtf_row("LA", "English"),
    rtf_row("LP", "The ferry ran again."), rtf_row("TD", "It paid.\\par TD is no word.\\par"),
    rtf_row("RE", "halv : Halvera"), rtf_row("AN", "Document BORLED0020211203ehc300001"), "\\page",
    rtf_row("HD", "Barley falls"), rtf_row("PD", "4 December 2021"),
    rtf_row("SN", "The Border Ledger"), rtf_row("LP", "Barley fell."),
    rtf_row("AN", "Document BORLED0020211204ehc300002")
  )))
  expect_identical(news$title, c("Ferry to Skarn resumes", "Barley falls"))
  expect_identical(
    news$text, c("The ferry ran again.\n\nIt paid.\n\nTD is no word.", "Barley fell.")
  )
  expect_identical(as.character(news$date), c("2021-12-03", "2021-12-04"))
  expect_identical(news$form, rep("factiva-tagged", 2L))
})

test_that("any other document is one article, in the code pages of its fonts", {
  news <- read_quietly(rtf_file(c(
    "Rain in the north", "",
    "{\\b It} r{\\i ain}ed all day\\emdash long.{\\v hidden}{\\deleted gone}\\par",
    paste0("{\\f1 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2}, {\\f2 \\'93\\'fa\\'96\\'7b}, ",
      "caf\\'e9\\ldblquote x\\rdblquote\\par"),
    "\\u55357?\\u56832? {\\uc2\\u8364\\'80\\'80}5 \\{brace\\} \\\\ back\\_slash\\par"
  ), "story.rtf"))
  expect_identical(news$doc_id, "story")
  expect_identical(news$title, "Rain in the north")
  expect_identical(strsplit(news$text, "\n\n")[[1L]], c(
    "It rained all day\u2014long.",
    "\u041f\u0440\u0438\u0432\u0435\u0442, \u65e5\u672c, caf\u00e9\u201cx\u201d",
    "\U0001F600 \u20ac5 {brace} \\ back-slash"
  ))
})

test_that("a .doc file is read by its content, and what cannot be read is a problem", {
  path <- rtf_file(uni_rtf("Ferry resumes", "The ferry sailed."), "export.DOC")
  expect_identical(read_quietly(path)$title, "Ferry resumes")
  code <- function(bytes) {
    news <- read_quietly(text_file(bytes, "a.rtf"))
    article_problems(news)$code
  }
  expect_identical(code(charToRaw("Rain.")), "unreadable")
  expect_identical(code(raw()), "empty")
  expect_identical(code(charToRaw("{\\rtf1 }")), "empty")
  read <- function(rtf) read_quietly(text_file(charToRaw(rtf), "a.rtf"))
  cut <- read("{\\rtf1 Rain in the north\\par It {\\b rained")
  expect_match(cut$text, "It rained")
  expect_identical(article_problems(cut)$code[[1L]], "cut_off")
  joined <- read("{\\rtf1 It rained.}\nid,text")
  expect_identical(article_problems(joined)$code[[1L]], "extra_bytes")
  expect_match(article_problems(joined)$detail[[1L]], "^7 bytes after the end")
  unknown <- read("{\\rtf1\\ansicpg99 Caf\\'e9 is open again.}")
  expect_identical(unknown$text, "Caf\u00e9 is open again.")
  expect_true("encoding" %in% article_problems(unknown)$code)
})
