# The articles of exports, each with its title, its labels and its text.

# One article in the older form of Nexis.
nexis_article <- function(title, body, count = NULL, footer = "LOAD-DATE: December 6, 2021") {
  c(
    if (!is.null(count)) c(paste0(strrep(" ", 31), count), "", ""),
    paste0(strrep(" ", 29), "The Border Ledger"), "",
    paste0(strrep(" ", 19), "December 3, 2021 Friday"), "", title, "",
    "BYLINE: By Jana Kovel", "", "SECTION: COAST; Pg. 3", "", "LENGTH: 212  words", "", "", body,
    "", footer, "", "LANGUAGE: ENGLISH", "", "",
    paste0(strrep(" ", 21), "Copyright 2021 The Border Ledger"),
    paste0(strrep(" ", 26), "All Rights Reserved"), ""
  )
}

read_form <- function(...) {
  suppressMessages(article_read(export_file(...), format = "export"))
}

test_that("a paragraph that begins like a label is text", {
  body <- c(
    "The mail was read out.", "", "SUBJECT: the late ferry. You said it would sail.", "",
    "The clerk read on.", "", "URL: the company has no address, he said.", "",
    "GRAPHIC: he drew the beach from memory.", "",
    "LANGUAGE: they speak Halveran, and little else.", "", "The case goes on."
  )
  read <- read_form(
    nexis_article("Mail read out", body, "1 of 2 DOCUMENTS"),
    nexis_article("June 6, 1944", "A novel.", "2 of 2 DOCUMENTS")
  )
  expect_equal(read$title, c("Mail read out", "June 6, 1944"))
  expect_equal(read$text, c(paste(body[nzchar(body)], collapse = "\n\n"), "A novel."))
  expect_equal(read$language, rep("ENGLISH", 2L))
  expect_equal(read$load_date, rep("December 6, 2021", 2L))
  expect_equal(read$section, rep("COAST; Pg. 3", 2L))
  expect_equal(as.character(read$date), rep("2021-12-03", 2L))
  expect_equal(nrow(article_problems(read)), 0L)
})

test_that("a transcript keeps its speakers", {
  body <- c("Q: What of the ferry?", "", "SERIES: that is the word.", "", "A: It is shut.")
  read <- read_form(nexis_article("The mayor speaks", body, "1 of 1 DOCUMENTS"))
  expect_equal(read$text, "Q: What of the ferry?\n\nSERIES: that is the word.\n\nA: It is shut.")
})

test_that("Nexis without its count: one article, several, a value below its label", {
  one <- read_form(nexis_article("Ferry resumes", "The ferry ran again on Thursday."))
  expect_equal(one$title, "Ferry resumes")
  expect_equal(one$text, "The ferry ran again on Thursday.")
  expect_equal(one$source, "The Border Ledger")
  expect_equal(one$byline, "By Jana Kovel")
  several <- read_form(
    "The Border Ledger", "", "December 3, 2021 Friday", "", "FIRST EDITION", "",
    "Ferry resumes", "", "SECTION: ", "", "NEWS; Pg. 7A", "", "LENGTH: 212 words", "",
    "The ferry sailed.", "", "Barley fell.", "", "LOAD-DATE: December 4, 2021", "",
    "LANGUAGE: ENGLISH", "",
    "The Border Ledger", "", "December 5, 2021 Sunday", "", "Barley falls again", "",
    "SECTION: ", "", "MONEY; Pg. 1B", "", "LENGTH: 98 words", "", "Barley fell again.", "",
    "LOAD-DATE: December 6, 2021", "", "LANGUAGE: ENGLISH"
  )
  expect_equal(several$title, c("Ferry resumes", "Barley falls again"))
  expect_equal(several$text, c("The ferry sailed.\n\nBarley fell.", "Barley fell again."))
  expect_equal(several$section, c("NEWS; Pg. 7A", "MONEY; Pg. 1B"))
  expect_equal(as.character(several$date), c("2021-12-03", "2021-12-05"))
  expect_equal(unique(several$form), "nexis-uncounted")
})

test_that("Nexis in German and French", {
  german <- read_form(
    "        Dokument 1 von 2", "", "     Grenzbote", "", "     3. Dezember 2021 Freitag", "",
    "F\u00e4hre f\u00e4hrt wieder", "", "AUTOR: Jana Kovel", "", "RUBRIK: K\u00dcSTE; S. 3", "",
    "L\u00c4NGE: 212 W\u00f6rter", "", "", "Die F\u00e4hre fuhr wieder.", "",
    "UPDATE: 4. Dezember 2021", "", "SPRACHE: GERMAN; DEUTSCH", "",
    "          Copyright 2021 Grenzbote", "            Alle Rechte vorbehalten", "",
    "        Dokument 2 von 2", "", "     Grenzbote", "", "     5. Dezember 2021 Sonntag", "",
    "Gerste f\u00e4llt", "", "RUBRIK: GELD; S. 1", "", "", "Die Gerste fiel.", "",
    "UPDATE: 6. Dezember 2021"
  )
  expect_equal(as.character(german$date), c("2021-12-03", "2021-12-05"))
  expect_equal(german$source, rep("Grenzbote", 2L))
  expect_equal(german$title, c("F\u00e4hre f\u00e4hrt wieder", "Gerste f\u00e4llt"))
  expect_equal(german$text, c("Die F\u00e4hre fuhr wieder.", "Die Gerste fiel."))
  french <- read_form(
    "        Document 1 de 1", "", "     La Gazette", "", "     3 d\u00e9cembre 2021 vendredi", "",
    "Le bac reprend", "", "AUTEUR: Jana Kovel", "", "RUBRIQUE: C\u00d4TE; Pg. 3", "",
    "LONGUEUR: 212 mots", "", "", "Le bac a repris jeudi.", "", "LANGUE: FRENCH; FRAN\u00c7AIS"
  )
  expect_equal(as.character(french$date), "2021-12-03")
  expect_equal(french$title, "Le bac reprend")
  expect_equal(french$text, "Le bac a repris jeudi.")
})

test_that("Factiva without tags: byline, section and title are told apart", {
  article <- function(top, number) {
    c(
      top, "212 words", "3 December 2021", "The Border Ledger", "BORLED", "English",
      "Copyright 2021. The Border Ledger. All rights reserved.", "", "The ferry ran again.", "",
      paste0("Document BORLED0020211203ehc3000", number), ""
    )
  }
  long <- "Ferry to Skarn resumes after eleven days of storm and cold"
  tops <- list(
    "Ferry to Skarn resumes", c("Ferry to Skarn resumes", "By Jana Kovel"),
    c(long, "By Jana Kovel"), c("Ferry to Skarn resumes", "Jana Kovel"),
    c("Ferry to Skarn resumes", "BY JANA KOVEL"),
    c("Coast", "Ferry to Skarn resumes", "By Jana Kovel"),
    c("Ferry to Skarn resumes", "Jana Kovel and Oren Tals in Tarsk"),
    c("Coast", "Ferry to Skarn resumes"),
    c("Ferry resumes; barley falls", "By Jana Kovel", "The Border Ledger staff")
  )
  read <- read_form(unlist(lapply(seq_along(tops), function(i) article(tops[[i]], i))))
  plain <- "Ferry to Skarn resumes"
  expect_equal(
    read$title, c(plain, plain, long, rep(plain, 5L), "Ferry resumes; barley falls")
  )
  expect_equal(read$section, c(NA, NA, NA, NA, NA, "Coast", NA, "Coast", NA))
  expect_equal(read$byline, c(
    NA, "By Jana Kovel", "By Jana Kovel", "Jana Kovel", "BY JANA KOVEL", "By Jana Kovel",
    "Jana Kovel and Oren Tals in Tarsk", NA, "By Jana Kovel The Border Ledger staff"
  ))
  expect_equal(unique(read$text), "The ferry ran again.")
})

test_that("a page that Factiva saved holds several articles", {
  skip_if_not_installed("xml2")
  article <- function(title, date, ...) {
    paste0(
      "<div class=\"article enArticle\"><div id=\"hd\"><span class=\"enHeadline\">", title,
      "</span></div><div>212 words</div><div>", date, "</div><div>The Border Ledger</div>",
      "<div>BORLED</div><div>English</div><div>Copyright 2021</div>",
      paste0("<p class=\"articleParagraph enarticleParagraph\">", c(...), "</p>", collapse = ""),
      "<p>Document BORLED00", gsub(" ", "", date), "ehc30000b</p></div>"
    )
  }
  path <- export_file(
    "<html><head><title>Factiva</title></head><body>",
    article("Ferry to Skarn resumes", "3 December 2021", "The <b>ferry</b> sailed.", "It paid."),
    article("Barley falls", "4 December 2021", "Barley fell &amp; oats rose."), "</body></html>"
  )
  page <- sub("txt$", "html", path)
  file.rename(path, page)
  read <- suppressMessages(article_read(page))
  expect_equal(read$title, c("Ferry to Skarn resumes", "Barley falls"))
  expect_equal(as.character(read$date), c("2021-12-03", "2021-12-04"))
  expect_equal(read$source, rep("The Border Ledger", 2L))
  expect_equal(read$text, c("The ferry sailed.\n\nIt paid.", "Barley fell & oats rose."))
})

test_that("a division of a Factiva page with and without its headline, number and text", {
  skip_if_not_installed("xml2")
  division <- function(headline = "Ferry resumes", number = "Document BORLED0020211203ehc30000b",
                       text = c("The ferry sailed.", "It paid."), title = headline) {
    tag <- function(x, before, after) paste0(before, x, after, recycle0 = TRUE, collapse = "")
    paste0(
      "<div class=\"article enArticle\"><div id=\"hd\">", title, "</div><div>212 words</div>",
      "<div>3 December 2021</div><div>The Border Ledger</div><div>BORLED</div><div>English</div>",
      "<div>Copyright 2021</div><span class=\"enHeadline\">", headline, "</span>",
      tag(text, "<p class=\"articleParagraph enarticleParagraph\">", "</p>"),
      tag(number, "<p>", "</p>"), "</div>"
    )
  }
  read <- function(...) {
    page <- text_file(
      paste0("<html><body>", division(...), division("Barley falls"), "</body></html>"),
      "saved.html"
    )
    suppressMessages(article_read(page))
  }
  whole <- read()
  expect_identical(whole$doc_id[[1L]], "BORLED0020211203ehc30000b")
  expect_identical(whole$title[[1L]], "Ferry resumes")
  expect_identical(whole$text[[1L]], "The ferry sailed.\n\nIt paid.")
  expect_identical(article_problems(whole)$code, character())
  # Without the headline of the class the first line is the title; else it is not.
  expect_identical(read(headline = "", title = "Ferry resumes")$title[[1L]], "Ferry resumes")
  expect_identical(read(title = "FERRY")$title[[1L]], "Ferry resumes")
  expect_identical(read("1) Ferry resumes")$title[[1L]], "Ferry resumes")
  # Without a number it has the name of the file.
  expect_identical(read(number = NULL)$doc_id[[1L]], "saved.1")
  # Paragraphs that look like lines of the top are text.
  like_top <- c("4 December 2021", "By Jana Kovel", "300 words")
  odd <- read(text = like_top)
  expect_identical(odd$text[[1L]], paste(like_top, collapse = "\n\n"))
  expect_identical(odd$date[[1L]], as.Date("2021-12-03"))
  expect_identical(odd$source[[1L]], "The Border Ledger")
  expect_false("By Jana Kovel" %in% unlist(odd[setdiff(names(odd), "text")]))
  expect_identical(article_problems(odd)$code, character())
  # Without paragraphs there is no article, but the others are read.
  none <- read(text = NULL)
  expect_identical(none$title, "Barley falls")
  expect_true("no_article" %in% article_problems(none)$code)
})

test_that("a paragraph like a label in the text of Nexis Uni, Factiva and ProQuest stays text", {
  nexis_uni <- function(body) {
    c(
      "Ferry runs", "", "The Border Ledger", "", "December 3, 2021 Friday", "",
      "Copyright 2021 The Border Ledger", "", "Length: 100 words", "", "Byline: Jana Kovel", "",
      "Body", "", rbind(body, ""), "Classification", "", "Language: ENGLISH", "",
      "Prominent-Feature: none", "", "Load-Date: December 4, 2021", "", "End of Document", ""
    )
  }
  body <- c(
    "The mail began.", "Classification", "was its first word.", "Load-Date: it said in capitals.",
    "Notes: none.", "The end."
  )
  read <- read_form(nexis_uni(body), nexis_uni("It ran."))
  expect_equal(read$text, c(paste(body, collapse = "\n\n"), "It ran."))
  expect_equal(read$byline, rep("Jana Kovel", 2L))
  expect_equal(read$load_date, rep("December 4, 2021", 2L))

  factiva <- c(
    "Ferry runs", "By Jana Kovel", "212 words", "3 December 2021", "The Border Ledger", "BORLED",
    "English", "Copyright 2021", "", "It ran.", "", "Document: the clerk held it up.", "",
    "That was all.", "", "Document BORLED0020211203ehc30001", ""
  )
  read <- read_form(factiva, factiva)
  expect_equal(read$text, rep("It ran.\n\nDocument: the clerk held it up.\n\nThat was all.", 2L))

  tagged <- c(
    "HD         Ferry runs", "WC         212 words", "PD         3 December 2021",
    "SN         The Border Ledger", "LP         It ran.", "TD         Body.",
    "AN  was the name on the box.", "IN  a word: no.", "NS         gcat : News",
    "AN         Document BORLED0020211203ehc30001"
  )
  read <- read_form(tagged)
  expect_match(read$text, "AN {1,2}was the name on the box")
  expect_match(read$text, "IN {1,2}a word: no")
  expect_true(is.na(read$industry))
})

test_that("Factiva: bylines in other languages, and titles that begin like one", {
  one <- function(head, words = "212 words", date = "3 December 2021") {
    c(
      head, words, date, "Grenzbote", "GRENZB", "English", "Copyright 2021", "", "It ran.", "",
      paste0("Document GRENZB0020211203ehc3000", nchar(head[[1L]]) %% 10L), ""
    )
  }
  read <- read_form(
    one(c("F\u00e4hre f\u00e4hrt wieder", "Von Jana Kovel"), "212 W\u00f6rter", "3. Dezember 2021"),
    one(c("Le bac reprend", "Par Jana Kovel"), "1.212 mots", "3 d\u00e9cembre 2021"),
    one(c("El ferry vuelve", "Por Jana Kovel"), "212 palabras", "3 diciembre 2021"),
    one(c("Von der Leyen kommt", "J. Kovel")), one(c("By the sea, a ferry runs", "By Jana Kovel")),
    one(c("Ferry resumes", "Jana van der Kovel")), one(c("Ferry resumes", "by jana kovel"))
  )
  expect_equal(read$title, c(
    "F\u00e4hre f\u00e4hrt wieder", "Le bac reprend", "El ferry vuelve", "Von der Leyen kommt",
    "By the sea, a ferry runs", "Ferry resumes", "Ferry resumes"
  ))
  expect_equal(read$byline, c(
    "Von Jana Kovel", "Par Jana Kovel", "Por Jana Kovel", "J. Kovel", "By Jana Kovel",
    "Jana van der Kovel", "by jana kovel"
  ))
  expect_true(all(is.na(read$section)))
  # An article whose top cannot be read is not lost.
  read <- read_form(one("Ferry runs"), c(one("Barley falls")[-2L]))
  expect_equal(nrow(read), 2L)
  expect_match(read$text[[2L]], "It ran", fixed = TRUE)
  expect_true("head_unread" %in% article_problems(read)$code)
})

test_that("a page of Factiva with its indexing keeps its date, source and byline", {
  skip_if_not_installed("xml2")
  row <- function(code, value) {
    sprintf("<tr><td class=\"index\"><b>%s</b>&nbsp;</td><td>%s</td></tr>", code, value)
  }
  article <- function(title, date) {
    paste0(
      "<div class=\"article enArticle\"><table>", row("SE", "Coast"),
      row("HD", sprintf("<span class=\"enHeadline\">%s</span>", title)),
      row("BY", "By Jana Kovel"), row("WC", "212 words"), row("PD", date),
      row("SN", "The Border Ledger"), row("LP", "<p class=\"articleParagraph\">It ran.</p>"),
      row("TD", "<p class=\"articleParagraph\">It fell.</p><p>It rose.</p>"),
      row("AN", "Document BORLED0020211203ehc30000b"), "</table></div>"
    )
  }
  read <- suppressMessages(article_read(text_file(paste0(
    "<html><body>", article("Ferry runs", "3 December 2021"),
    article("Barley falls", "4 December 2021"), "</body></html>"
  ), "factiva.html")))
  expect_equal(read$title, c("Ferry runs", "Barley falls"))
  expect_equal(as.character(read$date), c("2021-12-03", "2021-12-04"))
  expect_equal(read$source, rep("The Border Ledger", 2L))
  expect_equal(read$byline, rep("By Jana Kovel", 2L))
  expect_equal(read$text, rep("It ran.\n\nIt fell.\n\nIt rose.", 2L))
})
