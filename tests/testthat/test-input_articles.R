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

headline_frames <- function() {
  title <- c(
    "Ferry to Skarn resumes after eleven days", "Bank of Halvera holds its rate",
    "Goat with two passports finds a good home", "Barley falls for a third week",
    "Rovers lose badly at home", "Storm tears landing stage away"
  )
  bare <- data.frame(doc_id = letters[1:6], title = title, date = as.Date("2021-12-03") + 0:5)
  list(bare = bare, missing = cbind(bare, text = NA), blank = cbind(bare, text = " "))
}

test_that("a collection of titles alone is a collection, with or without a column of texts", {
  frames <- headline_frames()
  title <- frames$bare$title
  for (frame in frames) {
    quiet <- function(verb, ...) suppressMessages(verb(frame, ...))
    expect_identical(quiet(as_articles)$text, rep("", 6))
    expect_setequal(quiet(article_parts)$part, "headline")
    expect_identical(dim(quiet(term_matrix))[[1L]], 6L)
    expect_identical(
      Matrix::rowSums(quiet(term_matrix)),
      Matrix::rowSums(term_matrix(stats::setNames(title, letters[1:6])))
    )
    expect_identical(nrow(quiet(term_context, "ferry")), 1L)
    expect_gt(sum(quiet(tone_score)$n_hits), 0L)
    expect_identical(nrow(quiet(article_dates)), 6L)
    expect_identical(nrow(quiet(article_language)), 6L)
    expect_s3_class(quiet(article_profile), "tritone_profile")
    expect_identical(names(quiet(article_repair)), names(frame))
    expect_identical(quiet(article_check)$severity[[1L]], "note")
    file <- withr::local_tempfile(fileext = ".html")
    quiet(article_report, file, progress = FALSE, seed = 1)
    expect_match(paste(readLines(file, encoding = "UTF-8"), collapse = " "), "Goat with two")
  }
  expect_error(as_articles(frames$bare["doc_id"]), "column `text`", class = "tritone_error_input")
  tokens <- data.frame(doc_id = "a", token = "rain", title = "Rain")
  expect_error(as_articles(tokens), "table of tokens", class = "tritone_error_input")
})

test_that("one text among titles, and the others are missing as before", {
  frame <- headline_frames()$missing
  frame$text[[2]] <- "Rain fell on the quay."
  expect_identical(is.na(as_articles(frame)$text), c(TRUE, FALSE, rep(TRUE, 4)))
})
