# Documents in .pdf, as well as pdftools gives them.

# A .pdf of pages, each a vector of lines.
read_quietly <- function(path, ...) suppressMessages(article_read(path, ...))

test_that("an export of Nexis Uni and a single article", {
  skip_if_not_installed("pdftools")
  skip_if_not_installed("graphics")
  footer <- c("", "| About LexisNexis | Privacy Policy | Terms & Conditions | Copyright (c) 2021")
  news <- read_quietly(pdf_file(list(
    c("Ferry to Skarn resumes", "", "The Border Ledger", "", "December 3, 2021 Friday", "",
      "Copyright 2021 The Border Ledger", "", "Section: COAST; Pg. 3", "Length: 212 words",
      "Byline: Jana Kovel", "", "Body", "", "The ferry sailed again on Thursday, eleven days after",
      "a storm tore away its landing stage.", "", "It paid.", footer),
    c("Page 2 of 2", "", "Nobody went out to the harbour.", "", "Classification", "",
      "Language: ENGLISH", "", "Load-Date: December 4, 2021", "", "End of Document", footer)
  )))
  expect_identical(news$title, "Ferry to Skarn resumes")
  expect_identical(as.character(news$date), "2021-12-03")
  expect_identical(news$byline, "Jana Kovel")
  expect_identical(news$text, paste(
    "The ferry sailed again on Thursday, eleven days after a storm tore away its landing stage.",
    "It paid.", "Nobody went out to the harbour.", sep = "\n\n"
  ))
  expect_identical(article_problems(news)$code, "guessed_lines")
  one <- read_quietly(pdf_file(list(c("Rain in the north", "", "It rained all day long."))))
  expect_identical(one$title, "Rain in the north")
  expect_identical(one$text, "It rained all day long.")
  expect_identical(article_problems(one)$code, "guessed_lines")
})

test_that("what is no .pdf, is empty, or cannot be read without pdftools", {
  skip_if_not_installed("pdftools")
  code <- function(path) article_problems(read_quietly(path))$code
  expect_identical(code(text_file("%PDF-1.4 broken", "a.pdf")), "unreadable")
  expect_identical(code(text_file("Rain.", "a.pdf")), "unreadable")
  expect_identical(code(pdf_file(list(" "))), "empty")
})

test_that("without pdftools the package is named", {
  problems <- pdf_lines(text_file("%PDF-1.4", "a.pdf"), installed = FALSE)$problems
  expect_identical(problems$code, "no_package")
  expect_match(problems$detail, "install.packages(\"pdftools\")", fixed = TRUE)
})
