# term_bursts(): Kleinberg's automaton over counts.

test_that("a burst by hand", {
  days <- as.Date("2021-01-01") + rep(0:5, each = 20)
  with <- c(1, 1, 8, 8, 1, 1)
  has <- unlist(lapply(with, function(k) rep(c(3, 0), c(k, 20 - k))))
  counts <- cbind(flood = has, city = 1, never = 0)
  found <- term_bursts(counts, days)
  expect_identical(found$term, "flood")
  expect_identical(found$start, as.Date("2021-01-03"))
  expect_identical(found$end, as.Date("2021-01-04"))
  expect_identical(found$periods, 2L)
  expect_identical(found$docs, 16)
  expect_identical(found$articles, 40)
  expect_equal(found$weight, 2 * (8 * log(2) + 12 * log((1 - 1 / 3) / (1 - 1 / 6))))
  expect_identical(nrow(term_bursts(counts, days, gamma = 10)), 0L)
  expect_identical(nrow(term_bursts(counts[, 0], days)), 0L)
})

test_that("bursts of a month end on its last day, higher levels lie inside lower ones", {
  days <- as.Date("2021-01-15") + 30 * rep(0:7, each = 60)
  with <- c(1, 1, 6, 55, 6, 1, 1, 1)
  counts <- cbind(flood = unlist(lapply(with, function(k) rep(c(1, 0), c(k, 60 - k)))), city = 1)
  found <- term_bursts(counts, days, "month", levels = 3, gamma = 0.1)
  expect_true(max(found$level) > 1L)
  low <- found[found$level == 1L, ]
  high <- found[found$level == 2L, ]
  expect_true(all(high$start >= min(low$start) & high$end <= max(low$end)))
  expect_true(all(format(found$end + 1, "%d") == "01"))
  expect_identical(order(-found$weight), seq_len(nrow(found)))
})

test_that("articles without a date or tokens do not count", {
  days <- as.Date("2021-01-01") + rep(0:5, each = 20)
  has <- unlist(lapply(c(1, 1, 8, 8, 1, 1), function(k) rep(c(3, 0), c(k, 20 - k))))
  counts <- cbind(flood = has, city = 1)
  more <- rbind(counts, c(5, 5), c(0, 0))
  dates <- c(days, NA, days[[1]])
  expect_message(found <- term_bursts(more, dates), "1 of 122 articles has no date")
  expect_identical(found, term_bursts(counts, days))
})
