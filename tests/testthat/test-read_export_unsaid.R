# Text exports that are read without `format`, beside text files that are none.

read_quietly <- function(path, ...) suppressMessages(article_read(path, ...))

nexis_lines <- function(i, n, title, body, date = "December 3, 2021 Friday", case = identity) {
  label <- function(name, value) c(paste0(case(name), ": ", value), "")
  c(
    paste0(strrep(" ", 31), i, " of ", n, " DOCUMENTS"), "",
    paste0(strrep(" ", 29), "The Border Ledger"), "", paste0(strrep(" ", 19), date), "",
    title, "", label("BYLINE", "By Jana Kovel"),
    label("LENGTH", "212  words"), "", body, "", label("LOAD-DATE", "December 6, 2021"),
    label("LANGUAGE", "ENGLISH"), paste0(strrep(" ", 21), "Copyright 2021 The Border Ledger"), ""
  )
}

nexis_cover <- c(
  "Download Request: Selected Items: 1-2", "Time Of Request: Monday, December 6, 2021", "Send To:",
  "", "KOVEL, JANA", "UNIVERSITY OF TARSK", "", "Terms: (ferry and skarn)", "", "Source: All news",
  "Project ID:", ""
)

proquest_lines <- function(title, body, date = "Dec 3, 2021") {
  c(
    strrep("_", 60), "", title, "", "Author: Kovel, Jana", "", if (length(body)) {
      c(paste("Full text:", body[1L]), rbind("", body[-1L]), "")
    }, "Credit: By Jana Kovel", "", "Subject: Ferries; Islands", "", paste("Title:", title), "",
    "Publication title: The Border Ledger", "", paste("Publication date:", date), "",
    "ProQuest document ID: 26061", "", "Database: News", ""
  )
}

proquest_tail <- c(
  strrep("_", 60), "", "Contact us at: https://x.example/contact", "",
  "Database copyright \u00a9 2022 ProQuest LLC. All rights reserved.", "",
  "Terms and Conditions: https://x.example/terms"
)

test_that("old exports of LexisNexis, with their cover page, in any letters", {
  one_capital <- function(x) gsub("(?<=[A-Z])([A-Z]+)", "\\L\\1", x, perl = TRUE)
  for (case in list(identity, tolower, one_capital)) {
    news <- read_quietly(text_file(c(
      nexis_cover, nexis_lines(1, 2, "Ferry resumes", "The ferry sailed.", case = case),
      nexis_lines(2, 2, "Barley falls", c("Barley fell.", "", "SUBJECT: oats.", "", "Oats too."),
        case = case)
    ), "a.txt"))
    expect_identical(news$title, c("Ferry resumes", "Barley falls"))
    expect_identical(
      news$text, c("The ferry sailed.", "Barley fell.\n\nSUBJECT: oats.\n\nOats too.")
    )
    expect_identical(news$byline, rep("By Jana Kovel", 2L))
    expect_identical(news$form, rep("nexis", 2L))
    expect_identical(nrow(article_problems(news)), 0L)
  }
})

test_that("the number that the file states is compared with what was found", {
  differs <- function(...) {
    problems <- article_problems(read_quietly(text_file(c(...), "a.txt")))
    problems$detail[problems$code == "count_differs"]
  }
  one <- function(i, n) nexis_lines(i, n, paste("Ferry", i), "The ferry sailed.")
  expect_identical(
    differs(one(1, 3), one(3, 3)), "the file says that it holds 3 articles, 2 were found"
  )
  expect_identical(differs(one(1, 2), one(2, 2)), character())
  # Two exports put together.
  expect_identical(differs(one(1, 2), one(2, 2), one(1, 1)), character())
  expect_identical(
    differs(one(1, 2), one(1, 2)), "the file says that it holds 4 articles, 2 were found"
  )
  expect_identical(
    differs(one(1, "1,250")), "the file says that it holds 1,250 articles, 1 was found"
  )
})

test_that("exports of ProQuest: a full text of many paragraphs, none, and one that is not there", {
  news <- read_quietly(text_file(c(
    proquest_lines("Ferry resumes", c("The ferry sailed.", "Section: of boats.", "It paid.")),
    proquest_lines("Barley falls", character()), proquest_lines("A picture", "Not available."),
    proquest_tail
  ), "ProQuestDocuments-2021-12-12.txt"))
  expect_identical(news$title, c("Ferry resumes", "Barley falls", "A picture"))
  expect_identical(news$text, c("The ferry sailed.\n\nSection: of boats.\n\nIt paid.", "", ""))
  expect_identical(news$credit, rep("By Jana Kovel", 3L))
  expect_identical(news$form, rep("proquest", 3L))
  expect_identical(as.character(news$date), rep("2021-12-03", 3L))
  expect_identical(article_problems(news)$code[1:2], rep("empty", 2L))
  # The title at the top is cut, that of the label is whole.
  cut <- proquest_lines("Ferry to Skarn resumes after eleven days", "It sailed.")
  cut[[3L]] <- "Ferry to Skarn resumes..."
  expect_identical(
    read_quietly(text_file(c(cut, proquest_tail), "a.txt"))$title,
    "Ferry to Skarn resumes after eleven days"
  )
})

test_that("text files that are no exports stay articles, and `format` decides", {
  root <- withr::local_tempdir()
  write <- function(name, ...) writeLines(c(...), file.path(root, name))
  write("a.txt", "Rain in the north", "", "It rained. 1 of 10 DOCUMENTS was lost.")
  write("b.txt", nexis_lines(1, 1, "Ferry resumes", "The ferry sailed."))
  write("c.txt", "Signs", "", strrep("_", 30), "", "Full text: see below.", "", "End of Document")
  news <- read_quietly(root)
  expect_identical(news$doc_id, c("a", "b", "c"))
  expect_identical(news$title, c("Rain in the north", "Ferry resumes", "Signs"))
  expect_identical(news$form, c(NA, "nexis", NA))
  expect_match(news$text[[3L]], "Full text: see below[.]")
  plain <- read_quietly(file.path(root, "b.txt"), format = "txt")
  expect_match(plain$text, "1 of 1 DOCUMENTS|LENGTH: 212")
  expect_match(read_quietly(file.path(root, "b.txt"), split_at = 3)$text[[1L]], "LENGTH|sailed")
})

test_that("Factiva whose last lines are Chinese, Japanese, Korean or Russian is recognised", {
  for (word in c("\u6587\u4ef6", "\u6587\u66f8", "\ubb38\uc11c",
    "\u0414\u043e\u043a\u0443\u043c\u0435\u043d\u0442")) {
    one <- function(n) {
      c(
        "Ferry resumes", "", "212 words", "3 December 2021", "The Border Ledger", "BORLED",
        "English", "Copyright 2021 The Border Ledger", "", "The ferry sailed on Monday.", "",
        paste0(word, " BORLED002021120", n), ""
      )
    }
    path <- text_file(c(one("1"), one("2")), "a.txt")
    read <- suppressMessages(article_read(path))
    expect_identical(read$form, c("factiva", "factiva"), info = word)
    expect_identical(read$text, rep("The ferry sailed on Monday.", 2L), info = word)
  }
})

test_that("LexisNexis with labels in Spanish, Italian and German, alone and without load dates", {
  one <- function(source, date, title, labels, body, after) {
    c(source, "", date, "", title, "", rbind(labels, ""), "", body, "", rbind(after, ""))
  }
  read <- read_quietly(text_file(one(
    "El Diario", "3 de diciembre de 2021 viernes", "El ferry vuelve",
    c("AUTOR: Jana Kovel", "SECCI\u00d3N: COSTA; P\u00e1g. 3", "LONGITUD: 212 palabras"),
    "El ferry volvi\u00f3.", c("FECHA-CARGA: 4 de diciembre de 2021", "IDIOMA: SPANISH")
  ), "es.txt"))
  expect_equal(read$title, "El ferry vuelve")
  expect_equal(read$text, "El ferry volvi\u00f3.")
  expect_equal(read$section, "COSTA; P\u00e1g. 3")
  read <- read_quietly(text_file(one(
    c("Documento 1 di 1", "", "La Gazzetta"), "3 dicembre 2021 venerd\u00ec", "Il traghetto",
    c("AUTORE: Jana Kovel", "LUNGHEZZA: 212 parole"), "\u00c8 ripartito.",
    c("DATA-CARICAMENTO: 4 dicembre 2021", "LINGUA: ITALIAN")
  ), "it.txt"))
  expect_equal(read$title, "Il traghetto")
  expect_equal(read$byline, "Jana Kovel")
  expect_equal(read$text, "\u00c8 ripartito.")
  read <- read_quietly(text_file(one(
    "The Border Ledger", "December 3, 2021 Friday", "Ferry resumes",
    c("byline: By Jana Kovel", "length: 212 words"), "It ran.", "load-date: December 4, 2021"
  ), "small.txt"))
  expect_equal(read$title, "Ferry resumes")
  expect_equal(read$text, "It ran.")
  copyright <- c("Copyright 2021 The Border Ledger", "All Rights Reserved")
  bare <- function(title) {
    c(one("The Border Ledger", "December 3, 2021 Friday", title, "LENGTH: 212 words",
      c("BODY:", "It ran."), NULL), copyright, "")
  }
  read <- read_quietly(text_file(c(bare("Ferry resumes"), bare("Barley falls")), "bare.txt"))
  expect_equal(read$title, c("Ferry resumes", "Barley falls"))
  expect_equal(read$text, rep("It ran.", 2L))
  expect_equal(unique(read$form), "nexis-copyright")
  uni <- function(body, end) {
    c("El ferry", "", "El Diario", "", "3 de diciembre de 2021 viernes", "", "Autor: Jana Kovel",
      "", body, "", "Volvi\u00f3.", "", end)
  }
  read <- read_quietly(text_file(uni("Cuerpo", "Fin del documento"), "uni.txt"))
  expect_equal(read$text, "Volvi\u00f3.")
})

test_that("the source of a feed or a page in a .txt file is read as what it is", {
  skip_if_not_installed("xml2")
  feed <- paste0(
    "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Ledger</title><item>",
    "<title>Ferry runs</title><description>It ran.</description></item></channel></rss>"
  )
  read <- read_quietly(text_file(feed, "feed.txt"))
  expect_equal(read$title, "Ferry runs")
  expect_equal(read$text, "It ran.")
  story <- "The ferry to Skarn sailed again on Thursday, eleven days after a storm tore it loose."
  page <- sprintf(
    "<html><head><title>Ferry</title></head><body><h1>Ferry</h1><p>%s</p><p>%s</p></body></html>",
    story, sub("Thursday", "Friday", story)
  )
  read <- read_quietly(text_file(c("<!DOCTYPE html>", page), "page.txt"))
  expect_match(read$text, story, fixed = TRUE)
  expect_no_match(read$text, "<p>", fixed = TRUE)
  plain <- read_quietly(text_file(c("A < b", "", "The <p> tag begins a paragraph."), "plain.txt"))
  expect_equal(plain$text, "The <p> tag begins a paragraph.")
})

test_that("a page that LexisNexis saved is divided, and a page of several articles is reported", {
  skip_if_not_installed("xml2")
  cell <- function(...) paste0("<div class=\"c0\"><p><span>", c(...), "</span></p></div>")
  one <- function(i, title, body) {
    paste(c("<!-- <DOC NUMBER=1> -->", cell(
      sprintf("%d of 2 DOCUMENTS", i), "The Border Ledger", "December 3, 2021 Friday", title,
      "LENGTH: 212 words", body, "LOAD-DATE: December 4, 2021"
    )), collapse = "<br>")
  }
  read <- read_quietly(text_file(paste0(
    "<html><body>", one(1L, "Ferry runs", "It ran."), one(2L, "Barley falls", "It fell."),
    "</body></html>"
  ), "lexis.html"))
  expect_equal(read$title, c("Ferry runs", "Barley falls"))
  expect_equal(read$text, c("It ran.", "It fell."))
  story <- "The ferry to Skarn sailed again on Thursday, eleven days after a storm tore it loose."
  page <- sprintf(
    "<html><body>%s</body></html>", paste0(sprintf(
      "<article><h2>%s</h2><p>%s %s</p><p>And then it sank, as all had known.</p></article>",
      c("Ferry", "Mill", "Council"), c("One.", "Two.", "Three."), story
    ), collapse = "")
  )
  read <- read_quietly(text_file(page, "two.html"))
  expect_true("several_articles" %in% article_problems(read)$code)
})
