# Exports of databases, divided by their rules.

export_file <- function(..., env = parent.frame()) text_file(c(...), "export.txt", env = env)

read_as_export <- function(..., exports = NULL) {
  read_export(export_file(...), list(exports = exports))
}

body_one <- c(
  "TARSK -- The ferry to Skarn sailed again on Thursday, eleven days after a storm",
  "tore away its landing stage.", "",
  "\"We counted the potatoes twice a day,\" said Mirel Vost, who keeps the shop.",
  "LENGTH of the queue: 40 people. Subject: boats."
)
text_one <- paste0(
  "TARSK -- The ferry to Skarn sailed again on Thursday, eleven days after a storm tore away its ",
  paste0(
    "landing stage.\n\n\"We counted the potatoes twice a day,\" said Mirel Vost, who keeps the ",
    "shop. "
  ),
  "LENGTH of the queue: 40 people. Subject: boats."
)
body_two <- c("Barley fell for a third week, traders in Tarsk said.", "", "Oats did not.")
text_two <- paste(body_two[c(1, 3)], collapse = "\n\n")

nexis_article <- function(i, n, title, body, date = "December 3, 2021 Friday", headline = FALSE,
                          edition = "Late Edition") {
  c(
    sprintf("                               %d of %d DOCUMENTS", i, n), "", "",
    "                             The Border Ledger", "", paste0("                   ", date), "",
    if (!is.null(edition)) c(paste0("                         ", edition), ""),
    if (headline) paste("HEADLINE:", title) else title, "", "BYLINE: By Jana Kovel, staff writer",
    "",
    "SECTION: COAST; Pg. 3", "", "LENGTH: 212  words", "", "DATELINE: TARSK", "", "", body, "",
    "LOAD-DATE: December 4, 2021", "", "LANGUAGE: ENGLISH", "", "PUBLICATION-TYPE: Newspaper", "",
    "",
    "                   Copyright 2021 The Border Ledger",
    "                          All Rights Reserved",
    "", ""
  )
}

test_that("the older form of Nexis", {
  read <- read_as_export(
    nexis_article(1, 3, c("Ferry to Skarn resumes", "after eleven days"), body_one),
    nexis_article(2, 3, "Barley, part 2: the fall", body_two, "March 3, 2021", headline = TRUE,
      edition = NULL),
    nexis_article(3, 3, "Volume 19, part 1", body_two, edition = NULL)
  )
  records <- read$records
  expect_identical(
    records$title,
    c("Ferry to Skarn resumes after eleven days", "Barley, part 2: the fall", "Volume 19, part 1")
  )
  expect_identical(records$text, c(text_one, text_two, text_two))
  expect_identical(records$date, c("December 3, 2021 Friday", "March 3, 2021",
      "December 3, 2021 Friday"))
  expect_identical(records$source, rep("The Border Ledger", 3))
  expect_identical(records$more$byline, rep("By Jana Kovel, staff writer", 3))
  expect_identical(records$more$section, rep("COAST; Pg. 3", 3))
  expect_identical(records$more$length, rep("212 words", 3))
  expect_identical(records$more$load_date, rep("December 4, 2021", 3))
  expect_identical(records$more$language, rep("ENGLISH", 3))
  expect_identical(records$more$edition, c("Late Edition", NA, NA))
  expect_identical(records$more$form, rep("nexis", 3))
  expect_identical(records$line[1], 1L)
  expect_identical(nrow(read$problems), 0L)
})

uni_article <- function(title, body, date = "December 3, 2021 Friday", one_block = TRUE) {
  c(
    title, if (!one_block) "", "The Border Ledger", date, "",
    "Copyright 2021 The Border Ledger All Rights Reserved", "", "Section: COAST; Pg. 3",
    "Length: 212 words", "Byline: Jana Kovel", "Dateline: TARSK", "", "Body", "", "", body, "", "",
    "Classification", "", "", "Language: ENGLISH", "", "Publication-Type: Newspaper", "",
    "Subject: FERRIES (90%); ISLANDS (78%)", "", "Load-Date: December 4, 2021", "", "",
    "End of Document", "", ""
  )
}

test_that("Nexis Uni", {
  read <- read_as_export(
    "User Name: = J. Kovel", "Date and Time: = 5 December 2021", "Job Number: = 12",
    "1. Ferry to Skarn resumes", "End of Document",
    uni_article("Ferry to Skarn resumes", body_one),
    uni_article("Barley falls", body_two, "March 2021 Wednesday 3, 2021"),
    uni_article("Barley falls", body_two, "March 3, 2021", one_block = FALSE)
  )
  records <- read$records
  expect_identical(records$title, c("Ferry to Skarn resumes", NA, "Barley falls"))
  expect_identical(records$text, c(text_one, text_two, text_two))
  expect_identical(records$date, c("December 3, 2021 Friday", NA, "March 3, 2021"))
  expect_identical(records$source[c(1, 3)], rep("The Border Ledger", 2))
  expect_identical(records$more$byline, rep("Jana Kovel", 3))
  expect_identical(records$more$subject, rep("FERRIES (90%); ISLANDS (78%)", 3))
  expect_identical(records$more$load_date, rep("December 4, 2021", 3))
  expect_identical(read$problems$code, "head_unread")
  expect_identical(read$problems$record, 2L)
})

factiva_tagged <- function(columns) {
  field <- function(tag, value) {
    if (!columns) return(c(tag, value, ""))
    c(paste0(tag, "         ", value[1]), if (length(value) > 1) paste0("           ", value[-1]))
  }
  c(
    field("HD", c("Ferry to Skarn resumes", "after eleven days")), field("BY", "Jana Kovel"),
    field("WC", "212 words"), field("PD", "3 December 2021"), field("ET", "07:15"),
    field("SN", "The Border Ledger"), field("SC", "BORLED"), field("LA", "English"),
    field("CY", "Copyright 2021. The Border Ledger."), field("LP", body_two[1]),
    field("TD", body_two[3]), field("NS", "c11 : Plans | m14 : Markets"),
    field("RE", "halv : Halvera"),
    field("AN", "Document BORLED0020211203ehc30000b"), "", ""
  )
}

test_that("Factiva with tags, on lines of their own and in columns", {
  for (columns in c(TRUE, FALSE)) {
    read <- read_as_export(rep(factiva_tagged(columns), 2))
    records <- read$records
    expect_identical(records$title, rep("Ferry to Skarn resumes after eleven days", 2),
      info = columns)
    expect_identical(records$text, rep(text_two, 2), info = columns)
    expect_identical(records$date, rep("3 December 2021", 2))
    expect_identical(records$source, rep("The Border Ledger", 2))
    expect_identical(records$doc_id, rep("Document BORLED0020211203ehc30000b", 2))
    expect_identical(records$more$byline, rep("Jana Kovel", 2))
    expect_identical(records$more$source_code, rep("BORLED", 2))
    expect_identical(records$more$form, rep("factiva-tagged", 2))
    expect_identical(nrow(read$problems), 0L)
  }
})

test_that("Factiva without tags", {
  article <- c(
    "Coast", "Ferry to Skarn resumes after eleven days", "By Jana Kovel", "212 words",
    "3 December 2021", "The Border Ledger", "BORLED", "3", "English",
    "Copyright 2021. The Border Ledger. All rights reserved.", "", body_two, "",
    "Document BORLED0020211203ehc30000b", ""
  )
  plain <- c(
    "Barley falls", "98 words", "4 December 2021", "14:02", "HPA Newswires", "HPANW", "English",
    "(c) 2021 Halvera Press Agency", "", body_one, "", "Document HPANW00020211204ehc40000c", ""
  )
  read <- read_as_export(article, plain)
  records <- read$records
  expect_identical(records$title, c("Ferry to Skarn resumes after eleven days", "Barley falls"))
  expect_identical(records$text, c(text_two, text_one))
  expect_identical(records$date, c("3 December 2021", "4 December 2021"))
  expect_identical(records$source, c("The Border Ledger", "HPA Newswires"))
  expect_identical(records$more$byline, c("By Jana Kovel", NA))
  expect_identical(records$more$section, c("Coast", NA))
  expect_identical(records$more$language, rep("English", 2))
  expect_identical(nrow(read$problems), 0L)
})

test_that("ProQuest", {
  line <- strrep("_", 60)
  article <- function(i, title, body, date) {
    c(
      line, "", sprintf("Document %d of 2", i), "", title, "", "Author: Kovel, Jana", "",
      "Publication info: The Border Ledger; Tarsk [Tarsk]03 Dec 2021: A.3.", "",
      "ProQuest document link", "", "Abstract: A ferry.", "", paste("Full text:", body[1]),
      body[-1], "",
      "Subject: Ferries; Islands", "", paste("Title:", title), "",
      "Publication title: The Border Ledger", "",
      "Pages: A.3", "", paste("Publication date:", date), "", "Section: Coast", "",
      "Language of publication: English", "", "ProQuest document ID: 26061", ""
    )
  }
  read <- read_as_export(
    line, "", "Report Information from ProQuest", "5 December 2021 10:22", "",
    article(1, "Ferry to Skarn resumes", body_two, "Dec 3, 2021"),
    article(2, "Barley falls", body_two, "Dec 4, 2021"),
    line, "", "Contact us at: https://x.example", "Database copyright \u00a9 2021 ProQuest LLC"
  )
  records <- read$records
  expect_identical(records$title, c("Ferry to Skarn resumes", "Barley falls"))
  expect_identical(records$text, rep(text_two, 2))
  expect_identical(records$date, c("Dec 3, 2021", "Dec 4, 2021"))
  expect_identical(records$source, rep("The Border Ledger", 2))
  expect_identical(records$more$byline, rep("Kovel, Jana", 2))
  expect_identical(records$more$subject, rep("Ferries; Islands", 2))
  expect_identical(nrow(read$problems), 0L)
})

test_that("divisions that give no article are counted and reported", {
  read <- read_as_export(
    nexis_article(1, 4, "Ferry resumes", body_two),
    c("   2 of 4 DOCUMENTS", "", "Sorry, no document.", ""),
    nexis_article(3, 4, "Barley falls", body_two),
    c("   4 of 4 DOCUMENTS", "", "LENGTH: 0 words", "")
  )
  expect_identical(read$records$title, c("Ferry resumes", "Barley falls"))
  expect_identical(read$problems$code, c("no_article", "count_differs"))
  expect_identical(
    read$problems$detail[[2]], "the file says that it holds 4 articles, 2 were found"
  )
  expect_match(read$problems$detail[[1]],
    "^2 of 4 divisions gave no article by the rules \"nexis\" \\(lines [0-9]+, [0-9]+\\)$")
  before <- read_as_export("A note of mine.", "", nexis_article(1, 1, "Ferry resumes", body_two))
  expect_identical(before$problems$code, "left_out")
  expect_match(before$problems$detail, "A note of mine")
})

test_that("a user's rules, of a form of their own and in place of ours", {
  rules <- withr::local_tempfile(fileext = ".dcf", lines = c(
    "Name: archive", "Recognise: ^#ARTICLE", "Divide-before: ^#ARTICLE", "Fields: title = #TITLE",
    "  date = #DATE", "  text = #TEXT", "  desk = #DESK", "Labels: column", "Values: label",
    "Date-order: mdy"
  ))
  lines <- c(
    "#ARTICLE", "#TITLE  Ferry resumes", "#DATE   03/04/2021", "#DESK   Coast",
    paste0("#TEXT   ", body_two[1]),
    body_two[-1]
  )
  expect_identical(read_as_export(lines)$problems$code, "no_rules")
  read <- read_as_export(lines, exports = rules)
  expect_identical(read$records$title, "Ferry resumes")
  expect_identical(read$records$text, text_two)
  expect_identical(read$records$date, "2021-03-04")
  expect_identical(read$records$more$desk, "Coast")
  path <- export_file(lines)
  news <- article_read(path, format = "export", exports = rules)
  expect_identical(news$date, as.Date("2021-03-04"))
  expect_identical(news$desk, "Coast")
})

test_that("empty, binary, foreign and missing files keep their row and are reported", {
  refused <- function(content) {
    read <- read_export(text_file(content), list())
    expect_identical(read$records$text, NA_character_)
    expect_identical(read$problems$record, 1L)
    read$problems$code
  }
  expect_identical(refused(raw()), "empty")
  expect_identical(refused(" \n\n"), "empty")
  expect_identical(refused(as.raw(c(0x89, 0x50, 0, 1, 2, 3, 0, 0, 0, 7, 200, 201, 0, 1))), "binary")
  expect_identical(refused("A title\n\nRain fell."), "no_rules")
  expect_identical(read_export("no/such/file", list())$problems$code, "unreadable")
  none <- read_as_export("   1 of 1 DOCUMENTS", "", "LENGTH: 3 words")
  expect_identical(none$records$text, NA_character_)
  expect_match(none$problems$detail[[1]], "1 of 1 divisions")
})

test_that("exports in windows-1252 with line ends of all systems", {
  lines <- c(nexis_article(1, 1, "Caf\u00e9 reopens", body_two))
  bytes <- iconv(paste(lines, collapse = "\r\n"), "UTF-8", "windows-1252", toRaw = TRUE)[[1]]
  read <- read_export(text_file(bytes), list())
  expect_identical(read$records$title, "Caf\u00e9 reopens")
  expect_identical(read$records$text, text_two)
  expect_identical(read$problems$code, "encoding")
})

test_that("exports are read by article_read(), with their dates", {
  path <- export_file(
    nexis_article(1, 2, "Ferry resumes", body_one),
    nexis_article(2, 2, "Barley falls", body_two, "March 3, 2021")
  )
  news <- article_read(path, format = "export")
  expect_identical(news$doc_id, c("export.1", "export.2"))
  expect_identical(news$date, as.Date(c("2021-12-03", "2021-03-03")))
  expect_identical(news$text, c(text_one, text_two))
  expect_identical(news$section, rep("COAST; Pg. 3", 2))
  expect_gt(news$line[2], news$line[1])
})

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
