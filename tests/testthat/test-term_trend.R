# term_trend(): rates over time, beside a slow twin.

days <- as.Date(c("2021-01-05", "2021-01-20", "2021-03-02", "2021-03-31", NA))
counts <- cbind(rain = c(1, 0, 2, 2, 9), bank = c(1, 2, 0, 4, 9))

test_that("a trend by hand, with its gap open", {
  expect_message(found <- term_trend(counts, days), "1 of 5 articles has no date")
  expect_identical(found$term, rep(c("rain", "bank"), each = 3))
  expect_identical(found$period, rep(as.Date(c("2021-01-01", "2021-02-01", "2021-03-01")), 2))
  expect_identical(found$count, c(1, 0, 4, 3, 0, 4))
  expect_identical(found$tokens, c(4, 0, 8, 4, 0, 8))
  expect_equal(found$rate, c(0.25, NA, 0.5, 0.75, NA, 0.5) * 1e6)
  expect_true(all(is.na(found$lower)))
})

test_that("units begin where they should", {
  start <- function(by) {
    unique(suppressMessages(term_trend(counts, days, by, terms = "rain"))$period)
  }
  expect_identical(start("week")[1:2], as.Date(c("2021-01-04", "2021-01-11")))
  expect_identical(start("quarter"), as.Date("2021-01-01"))
  expect_identical(start("year"), as.Date("2021-01-01"))
  expect_identical(range(start("day")), range(days, na.rm = TRUE))
  expect_length(start("day"), 86)
})

test_that("one stray early date does not set the unit", {
  n <- 60
  days <- as.Date("2021-05-01") + seq_len(n) %% 30
  counts <- cbind(rain = rep(1, n))
  expect_identical(attr(term_trend(counts, days, "auto"), "by"), "day")
  days[[1]] <- as.Date("2019-01-01")
  expect_identical(attr(term_trend(counts, days, "auto"), "by"), "day")
  expect_identical(attr(term_trend(counts, days + 365 * seq_len(n), "auto"), "by"), "year")
})

test_that("every cell equals that of a plain R twin, in any number of threads", {
  news <- article_example()
  counts <- suppressMessages(term_matrix(news, remove = term_stopwords(), min_docs = 10))
  found <- term_trend(counts, "date", "quarter", groups = "source", data = news)
  dense <- as.matrix(counts)
  quarter <- as.Date(cut(news$date, "quarter"))
  for (k in seq(1, nrow(found), by = 11)) {
    inside <- news$source == found$group[[k]] & quarter == found$period[[k]]
    twin <- twin_rate(dense[inside, found$term[[k]]], rowSums(dense)[inside])
    if (!any(inside)) twin[] <- NA
    given <- unlist(found[k, c("rate", "std_error", "lower", "upper")]) / 1e6
    expect_equal(unname(given), unname(twin), tolerance = 1e-10)
  }
  again <- term_trend(counts, "date", "quarter", groups = "source", data = news, threads = 7)
  expect_identical(again, found)
})

test_that("text is read as a date, names match, one period is enough", {
  expect_identical(
    term_trend(counts[1:2, ], c("5 January 2021", "20 January 2021"))$period,
    rep(as.Date("2021-01-01"), 2)
  )
  rownames(counts) <- letters[1:5]
  named <- stats::setNames(rev(days), rev(letters[1:5]))
  expect_identical(
    suppressMessages(term_trend(counts, named)), suppressMessages(term_trend(counts, days))
  )
  none <- rep(NA, 5)
  expect_error(term_trend(counts, none), "at least one article", class = "tritone_error_input")
})
