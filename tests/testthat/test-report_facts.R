test_that("small pieces say what is not known", {
  expect_identical(say_date(as.Date(c("2021-03-04", NA))), c("4 March 2021", "undated"))
  means <- data.frame(lower = c(-0.1, NA), upper = c(0.2, NA))
  expect_identical(say_interval(means), c(" (\u22120.10 to +0.20)", ""))
  expect_identical(say_share(c(0.256, NA)), c("26\u202f%", "\u2013"))
  expect_identical(say_signed(c(25.6, -0.4, -10, NA), 0L), c("+26", "0", "\u221210", "\u2013"))
  shown <- c("0.00", "0.00", "\u22120.01", "\u2013")
  expect_identical(say_tone(c(0.004, -0.004, -0.006, NA)), shown)
  expect_identical(vapply(c(1, 8, 50, 120, 200, 5000), topics_for, 0), c(2, 2, 5, 8, 10, 20))
})

test_that("days outside the middle of a collection count where no empty period is between", {
  of <- function(days) report_periods(as.Date("2021-01-01") + days, "day")
  shown <- function(found) {
    c(as.numeric(range(found$starts) - as.Date("2021-01-01")), length(found$starts))
  }
  # Of 101 days the middle is from the second to the last but one.
  expect_equal(shown(of(0:100)), c(0, 100, 101))
  expect_identical(of(0:100)$stray, integer())
  late <- of(c(0:99, 101))
  expect_equal(shown(late), c(0, 99, 100))
  expect_identical(late$stray, 101L)
  early <- of(c(-2, 0:99))
  expect_equal(shown(early), c(0, 99, 100))
  expect_identical(early$stray, 1L)
  expect_equal(shown(of(c(-1, 0:99))), c(-1, 99, 101))
})

test_that("the unit of time is the shortest that has enough articles everywhere", {
  days <- function(from, each, n) rep(as.Date(from) + seq(0, by = each, length.out = n), each = 5)
  expect_identical(report_periods(days("2021-03-01", 1, 10))$by, "day")
  expect_identical(report_periods(days("2021-03-01", 7, 10))$by, "week")
  expect_identical(report_periods(days("2021-01-15", 30.4, 10))$by, "month")
  expect_identical(report_periods(days("2021-02-15", 91.3, 8))$by, "quarter")
  expect_identical(report_periods(days("2001-02-15", 365.25, 8))$by, "year")
  # None has: the longest with four periods, or else with two.
  expect_identical(report_periods(as.Date(c("2021-01-30", "2021-11-30")))$by, "quarter")
  expect_identical(report_periods(as.Date(c("2021-01-30", "2021-03-30")))$by, "week")
  expect_identical(report_periods(as.Date(c("2021-01-30", "2021-01-31")))$by, "day")
  # Weeks begin on Monday: 2021-03-01 is one.
  periods <- report_periods(as.Date(c("2021-03-01", "2021-03-07", "2021-03-08", "2021-05-02")),
    "week"
  )
  expect_identical(periods$starts[1:2], as.Date(c("2021-03-01", "2021-03-08")))
  expect_identical(periods$of, c(1L, 1L, 2L, 9L))
  expect_identical(periods$label[1:2], c("1 Mar", "8 Mar"))
  months <- report_periods(as.Date(c("2021-01-31", NA, "2021-11-30")), "month")
  expect_identical(months$label[c(1, 2, 11)], c("Jan 2021", "Feb 2021", "Nov 2021"))
  expect_identical(months$of, c(1L, NA, 11L))
  quarters <- report_periods(as.Date(c("2021-01-31", "2021-11-30")), "quarter")
  expect_identical(quarters$label[c(1, 4)], c("Jan\u2013Mar 2021", "Oct\u2013Dec 2021"))
  expect_null(report_periods(as.Date(c("2021-01-31", "2021-01-31", NA))))
})

test_that("a stray article sets neither the unit nor the first period, and is named", {
  date <- c(as.Date("1995-06-01"), rep(as.Date("2021-01-10") + 0:9, each = 20))
  periods <- report_periods(date)
  expect_identical(periods$by, "day")
  expect_identical(periods$starts, as.Date("2021-01-10") + 0:9)
  expect_identical(periods$stray, 1L)
  expect_identical(periods$of[1:2], c(NA, 1L))
  news <- data.frame(text = rep("The weather was great today.", 201), date = date)
  expect_shown(section_of(page_of(news), "collection"), paste(
    "Far from the others in time 1 1 June 1995: left out of charts over time"
  ))
  # Articles at the end of a busy time are none.
  busy <- report_periods(as.Date("2021-01-01") + c(0, rep(1:9, each = 20)))
  expect_identical(busy$stray, integer())
})
