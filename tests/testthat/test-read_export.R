# Exports of databases, divided by their rules.

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
