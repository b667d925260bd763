# article_problems(): what reading met stays with the articles it is about.

made <- function(lines, name) {
  file <- text_file(c("id;headline;body", lines), name, parent.frame())
  suppressMessages(article_read(file))
}

test_that("problems are those of the articles that are there", {
  news <- made(c("7;Ferry runs;The ferry runs again.", "8;Mill shuts;", "9;;"), "a.csv")
  problems <- article_problems(news)
  expect_named(problems, c("path", "line", "doc_id", "code", "detail"))
  expect_true(all(c("8", "9") %in% problems$doc_id))
  expect_identical(nrow(article_problems(news[1, ])), 0L)
  expect_identical(unique(article_problems(news[2, ])$doc_id), "8")
  expect_identical(unique(article_problems(subset(news, doc_id == "9", -line))$doc_id), "9")
  expect_no_match(capture.output(print(news[1, ])), "problem")
  expect_match(capture.output(print(news)), "article_problems\\(x\\)", all = FALSE)
})

test_that("binding keeps the problems of both", {
  a <- made(c("7;Ferry runs;The ferry runs again.", "8;Mill shuts;"), "a.csv")
  b <- made(c("8;Mill opens;It is open.", "9;Bank shuts;"), "b.csv")
  both <- rbind(article_problems(a), article_problems(b))
  expect_setequal(both$doc_id, c("8", "9"))
  joined <- rbind(a, b)
  expect_s3_class(joined, "tritone_articles")
  expect_identical(article_problems(joined), both)
  expect_identical(article_problems(joined[3, ]), both[0, ])
  skip_if_not_installed("dplyr")
  bound <- dplyr::bind_rows(a, b)
  expect_s3_class(bound, "tritone_articles")
  expect_identical(article_problems(bound), both)
  expect_identical(article_problems(dplyr::filter(bound, doc_id == "9")), article_problems(b))
})

test_that("without the class there are none, with a message", {
  a <- made("8;Mill shuts;", "a.csv")
  expect_message(none <- article_problems(as.data.frame(a)), "none are listed")
  expect_identical(nrow(none), 0L)
  expect_error(article_problems("x"), "`x`", class = "tritone_error_input")
})
