# What the statistics on counts share: matched groups and dates, and tables that stay tables.

counts <- rbind(a = c(2, 0), b = c(0, 4), c = c(1, 1))
colnames(counts) <- c("rain", "bank")
data <- data.frame(
  doc_id = c("c", "a", "b"), side = c("y", "x", "x"),
  date = c("2021-03-01", "2021-01-02", "2021-01-03")
)

test_that("each verb matches rows of data by doc_id", {
  sides <- c("x", "x", "y")
  days <- as.Date(c("2021-01-02", "2021-01-03", "2021-03-01"))
  expect_identical(term_keyness(counts, "side", data = data), term_keyness(counts, sides))
  expect_identical(term_frequency(counts, "side", data = data), term_frequency(counts, sides))
  expect_identical(term_dispersion(counts, "side", data = data), term_dispersion(counts, sides))
  expect_identical(term_trend(counts, "date", data = data), term_trend(counts, days))
  expect_identical(term_bursts(counts, "date", data = data), term_bursts(counts, days))
})

test_that("counts of other packages are taken", {
  dense <- term_keyness(counts, c("x", "x", "y"))
  sparse <- Matrix::Matrix(counts, sparse = TRUE)
  expect_identical(term_keyness(sparse, c("x", "x", "y")), dense)
  skip_if_not_installed("slam")
  triplets <- slam::as.simple_triplet_matrix(counts)
  expect_identical(term_frequency(triplets), term_frequency(counts))
  expect_identical(
    term_cooccurrence(triplets, by = "article", min_docs = 1, min_count = 1),
    term_cooccurrence(counts, by = "article", min_docs = 1, min_count = 1)
  )
})

test_that("the order of articles changes nothing", {
  news <- article_example()
  counts <- suppressMessages(term_matrix(news, remove = term_stopwords(), min_docs = 4))
  turned <- rev(seq_len(nrow(counts)))
  a <- term_keyness(counts * 0.7, news$source)
  b <- term_keyness(counts[turned, ] * 0.7, news$source[turned])
  expect_equal(as.data.frame(a), as.data.frame(b), tolerance = 1e-12)
  expect_identical(
    term_trend(counts, news$date), term_trend(counts[turned, ], news$date[turned])
  )
})

test_that("date-times, factors and lists are read or refused", {
  times <- as.POSIXct("2021-01-02 10:00", tz = "UTC") + c(0, 86400, 5e6)
  expect_identical(term_trend(counts, times), term_trend(counts, as.Date(times)))
  expect_identical(term_trend(counts, as.POSIXlt(times)), term_trend(counts, times))
  expect_identical(
    term_frequency(counts, factor(c("x", "x", "y"), c("y", "none", "x")))$group[[1]],
    factor("y", c("y", "x"))
  )
  expect_error(term_frequency(counts, list(1, 2, 3)), "`groups`", class = "tritone_error_input")
})

test_that("the period of a day does not depend on the others", {
  days <- as.Date(c("2021-03-31", NA, "2020-02-29", "2021-03-31", "1969-12-31", "2021-01-03"))
  for (unit in period_units) {
    each <- do.call(c, lapply(days, period_start, by = unit))
    expect_identical(period_start(days, unit), each, info = unit)
  }
  expect_identical(period_start(days, "quarter")[[3L]], as.Date("2020-01-01"))
  expect_identical(period_start(days, "week")[[6L]], as.Date("2020-12-28"))
  expect_length(period_start(days[0L], "month"), 0L)
})
