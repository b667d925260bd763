# How a column of dates is read, whatever its class.

dated_frame <- function(column) {
  x <- data.frame(text = sprintf("Rain fell in place %d, and the mill stood still.",
      seq_along(column)))
  x$date <- column
  x
}

test_that("columns of every kind have the days that they hold", {
  cases <- date_column_cases()
  for (name in names(cases)) {
    found <- input_dates(dated_frame(cases[[name]]$column))
    expect_s3_class(found, "Date")
    expect_identical(as.numeric(found), as.numeric(cases[[name]]$day), info = name)
  }
})

test_that("no column, no rows, and texts outside a data frame have no days", {
  expect_identical(input_dates(data.frame(text = "Rain.")), as.Date(NA))
  expect_identical(input_dates(c("Rain.", "Sun.")), as.Date(c(NA, NA)))
  expect_identical(length(input_dates(data.frame(text = character(), date = character()))), 0L)
})

test_that("days are of the column only, not of the text", {
  x <- data.frame(
    date = c(NA, "soon", "2021-12-03"), text = "TARSK, March 6, 2021 (HPA) \u2014 Rain fell."
  )
  expect_identical(input_dates(x), as.Date(c(NA, NA, "2021-12-03")))
  # The text decides which figure is the day.
  own <- data.frame(date = "03/04/2021", text = "TARSK, April 3 (HPA) \u2014 Rain fell.")
  expect_identical(input_dates(own), as.Date("2021-04-03"))
})

test_that("entries that cannot be read are counted in one message", {
  x <- dated_frame(c("soon", "2021-12-04", "never", NA))
  expect_message(found <- input_dates(x, tell = TRUE), "2 entries .*\"soon\"")
  expect_identical(found, as.Date(c(NA, "2021-12-04", NA, NA)))
  expect_message(input_dates(dated_frame(c("soon", NA)), tell = TRUE), "1 entry")
  expect_silent(input_dates(dated_frame(c("2021-12-04", NA)), tell = TRUE))
  expect_silent(input_dates(x))
})

test_that("days far away and infinite ones", {
  far <- as.Date(c(-1e6, 3e6, Inf, 18964), origin = "1970-01-01")
  expect_identical(input_dates(dated_frame(far)), as.Date(c(NA, NA, NA, "2021-12-03")))
})

test_that("other columns are an error that names the column", {
  for (column in list(c(TRUE, NA), list("2021-12-03", 2), as.difftime(1:2, units = "days"), 1i)) {
    x <- data.frame(text = rep("Rain.", length(column)))
    x$date <- column
    expect_error(input_dates(x), "`x\\$date`", class = "tritone_error_input")
  }
})

test_that("addresses are found under any name, the usual ones first", {
  x <- data.frame(
    text = "Rain.", from = "https://x.example/2020/01/02/a", url = "https://x.example/2021/03/05/b"
  )
  expect_identical(address_column(x, 1), x$url)
  expect_identical(address_column(x[c("text", "from")], 1), x$from)
  expect_identical(address_column(x["text"], 1), NA_character_)
})

test_that("files of several articles have columns of their own, others their folder's", {
  expect_identical(alike_columns(c("a/x.csv", "a/x.csv", "a/1.txt", "a/2.txt", "b/3.txt")),
    c(1L, 1L, 2L, 2L, 3L))
  expect_identical(alike_columns(c(NA_character_, NA)), c(1L, 1L))
})
