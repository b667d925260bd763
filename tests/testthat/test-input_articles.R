# What verbs over texts take, and which parts of an article they read.

test_that("texts, data frames and factors become articles", {
  expect_identical(as_articles(c(a = "x", b = NA))$doc_id, c("a", "b"))
  expect_identical(as_articles(c("x", "y"))$doc_id, c("text1", "text2"))
  expect_identical(as_articles(character())$text, character())
  frame <- data.frame(doc_id = 1:2, text = c("x", "y"), title = c("t", "u"))
  articles <- as_articles(frame)
  expect_identical(articles$doc_id, c("1", "2"))
  expect_identical(articles$title, c("t", "u"))
  expect_identical(articles$parts, default_parts)
  expect_null(as_articles("x")$parts)
  expect_null(as_articles(frame, parts = "all")$parts)
  frame$title <- NA
  expect_identical(as_articles(frame)$title, c(NA_character_, NA))
  frame$title <- list("t", NULL)
  expect_identical(as_articles(frame)$title, c("t", NA))
  frame$text <- list("x", c("y", "z"))
  expect_error(as_articles(frame), "`x\\$text`", class = "tritone_error_input")
  expect_identical(as_articles(factor("x"))$text, "x")
  expect_identical(as_articles(data.frame(text = NA))$text, NA_character_)
})

test_that("repeated and missing ids are made unique and reported once", {
  expect_message(ids <- make_ids(c("a", "a", NA, ""), 4), "given more than once.*\"a\"")
  expect_identical(ids, c("a", "a.1", "text3", "text4"))
})

test_that("anything but a collection of articles is refused", {
  expect_error(as_articles(1:3), "a character vector of texts", class = "tritone_error_input")
  expect_error(as_articles(data.frame(body = "x")), "column `text`", class = "tritone_error_input")
  expect_error(as_articles(data.frame(text = 1)), "`x\\$text`", class = "tritone_error_input")
  expect_error(as_articles("x", parts = "footer"), "`parts`", class = "tritone_error_input")
})
