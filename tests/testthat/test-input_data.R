# match_data(): which row of data belongs to which article.

ids <- c("a", "b", "c")

test_that("rows are matched by doc_id, in the order of the articles", {
  data <- data.frame(doc_id = c("c", "x", "a", "b"), day = 4:1)
  expect_silent(out <- match_data(data, ids))
  expect_identical(out$day, c(2L, 1L, 4L))
  data$doc_id <- factor(data$doc_id)
  expect_identical(match_data(data, ids)$day, c(2L, 1L, 4L))
})

test_that("without doc_id, or without names, rows are taken in their order, with a message", {
  expect_message(out <- match_data(data.frame(day = 1:3), ids), "no column `doc_id`")
  expect_identical(out$day, 1:3)
  made <- c("text1", "text2", "text3")
  expect_message(
    out <- match_data(data.frame(doc_id = c("x", "y", "z"), day = 1:3), made), "names no articles"
  )
  expect_identical(out$day, 1:3)
  # Such names may be real ones.
  expect_silent(out <- match_data(data.frame(doc_id = made[3:1], day = 1:3), made))
  expect_identical(out$day, 3:1)
})

test_that("the class of the data frame does not matter", {
  plain <- data.frame(doc_id = rev(ids), day = 3:1)
  expected <- match_data(plain, ids)
  expect_identical(match_data(new_table(as.list(plain), "any"), ids), expected)
  skip_if_not_installed("tibble")
  skip_if_not_installed("data.table")
  expect_identical(match_data(tibble::as_tibble(plain), ids), expected)
  expect_identical(match_data(data.table::as.data.table(plain), ids), expected)
})

test_that("rows that do not match are errors", {
  input <- function(x) expect_error(x, class = "tritone_error_input")
  input(match_data(list(day = 1:3), ids))
  input(match_data(data.frame(day = 1:2), ids))
  expect_match(
    conditionMessage(input(match_data(data.frame(doc_id = c("a", "z")), ids))), "\"b\", \"c\""
  )
  expect_match(
    conditionMessage(input(match_data(data.frame(doc_id = c("a", "b", "c", "b")), ids))), "\"b\""
  )
})

test_that("date-times of lists become numbers", {
  data <- data.frame(doc_id = ids)
  data$at <- as.POSIXlt(c("2021-01-01", "2021-01-02", "2021-01-03"), tz = "UTC")
  expect_s3_class(match_data(data, ids)$at, "POSIXct")
})
