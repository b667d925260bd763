test_that("means by group and their intervals equal a calculation by hand", {
  tone <- c(-3 / 5, -5 / 7, -3 / 5, -5 / 7, 3 / 5, 1 / 3, 3 / 5, 1 / 3)
  x <- group_means(tone, rep(c("jan", "aug"), each = 4))
  expect_identical(x$group, c("aug", "jan"))
  expect_equal(x$n, c(4, 4))
  expect_equal(x$mean, c(7 / 15, -23 / 35))
  # Standard deviations sqrt(4 / 3) of 2 / 15 and 2 / 35, over 4 articles; t = 3.182446.
  expect_equal(x$se, sqrt(4 / 3) * c(2 / 15, 2 / 35) / 2)
  expect_equal(x$lower, x$mean - 3.182446 * x$se, tolerance = 1e-6)
  expect_equal(x$upper, x$mean + 3.182446 * x$se, tolerance = 1e-6)
  expect_identical(group_means(c(1, -1, 1, 0), c("a", "a", "b", "b"))$upper, c(1, 1))
  # What does not vary or is one article has no interval; what is missing is left out.
  expect_true(all(is.na(group_means(c(0.1, 0.1, 0.3), c("a", "a", "b"))$lower)))
  expect_equal(group_means(c(0.5, NA, 0.25), c("a", "a", NA))$n, 1)
})

test_that("copies do not make certainty", {
  # Two pairs of copies are two articles: e = 2 (v - m) / 4, the sum of whose squares is 2 (0.05)^2.
  twice <- overall_mean(c(0.1, 0.1, 0.3, 0.3), cluster = c(1, 1, 3, 3))
  expect_equal(twice$se, sqrt(2 * 2 * 0.05^2))
  expect_equal(twice$effective, 2)
  expect_equal(twice$upper, min(1, 0.2 + qt(0.975, 1) * 0.1))
  expect_identical(same_words(c("A b.", "a  B", NA, "", NA, "b a")), c(1L, 1L, 3L, 4L, 5L, 6L))
})

test_that("a period without articles changes no other's mean or interval", {
  tone <- c(0.1, 0.3, -0.2, 0.4)
  full <- group_means(tone, factor(c("a", "a", "c", "c")))
  gap <- group_means(tone, factor(c("a", "a", "c", "c"), c("a", "b", "c")))
  expect_equal(gap$n, c(2, 0, 2))
  expect_identical(gap[c(1, 3), -1], full[, -1], ignore_attr = TRUE)
  expect_true(all(is.na(gap[2, c("mean", "lower", "upper")])))
})

test_that("means are called lowest and highest only where that is certain", {
  certain <- function(tone, group, ...) extreme_means(group_means(tone, factor(group)), ...)
  found <- certain(c(-0.5, -0.4, 0.4, 0.5), c(1, 1, 2, 2))
  expect_identical(found, list(low = 1L, high = 2L, certain = TRUE))
  expect_false(certain(c(-0.5, 0.4, 0.3, -0.3), c(1, 1, 2, 2))$certain)
  # Of single articles nothing is known, so they are not called extreme.
  alone <- certain(c(-0.9, 0.1, 0.2, 0.3, 0.4), c(1, 2, 2, 3, 3))
  expect_identical(alone[c("low", "high")], list(low = 2L, high = 3L))
  expect_false(certain(c(-0.5, 0.5), c(1, 2))$certain)
  expect_false(certain(c(0.1, 0.2, 0.3), c(1, 1, 1))$certain)
  expect_false(certain(c(NA, NA), c(1, 2))$certain)
  # Among 20 periods of 10, 190 pairs, a difference of 0.1 is not enough, one of 0.3 is; nor is the
  # latter over a billion comparisons of this kind.
  many <- function(half, ...) {
    tone <- rep(c(-half, half, rep(0, 18)), each = 10) + c(-0.1, 0.1)
    found <- certain(tone, rep(1:20, each = 10), ...)
    expect_identical(c(found$low, found$high), 1:2)
    found$certain
  }
  expect_false(many(0.05))
  expect_true(many(0.15))
  expect_false(many(0.15, 1e9))
})

test_that("a change of means is exact, and has its interval over all comparisons", {
  # Means 0.1 and 0.4, variances 0.01 and 0.04 over 3 and 3 articles.
  halves <- group_means(c(0, 0.1, 0.2, 0.2, 0.4, 0.6), rep(c("a", "b"), each = 3))
  change <- mean_change(halves, 1, 2)
  expect_equal(change[c("early", "late", "change")], list(early = 0.1, late = 0.4, change = 0.3))
  error <- sqrt(0.01 / 3 + 0.04 / 3)
  df <- error^4 / ((0.01 / 3)^2 / 2 + (0.04 / 3)^2 / 2)
  expect_equal(change$upper - 0.3, qt(0.975, df) * error)
  expect_equal(0.3 - change$lower, qt(0.975, df) * error)
  ten <- mean_change(halves, 1, 2, 10)
  expect_equal(ten$upper - 0.3, qt(1 - 0.025 / 10, df) * error)
  # One article on a side, nothing that varies.
  one <- group_means(c(0, 0.1, 0.2), c("a", "a", "b"))
  expect_true(is.na(mean_change(one, 1, 2)$lower))
  expect_equal(mean_change(one, 1, 2)$change, 0.15)
  same <- group_means(rep(0.1, 4), c("a", "a", "b", "b"))
  expect_true(is.na(mean_change(same, 1, 2)$lower))
})

test_that("what counts as certain is exact", {
  # Two groups of unequal size: the difference against Welch's t.
  certain <- function(half) {
    tone <- c(-1, 1, -1, 1, half - 1, half + 1) / 4
    extreme_means(group_means(tone, factor(c(1, 1, 1, 1, 2, 2))))$certain
  }
  variance <- c(4 / 3 / 4, 2 / 2)
  df <- sum(variance)^2 / (variance[[1]]^2 / 3 + variance[[2]]^2)
  room <- qt(0.975, df) * sqrt(sum(variance))
  expect_false(certain(room * 0.999))
  expect_true(certain(room * 1.001))
  # A peak: the highest of three periods against the others, over all three.
  peak <- function(rise) {
    means <- mean_rows(
      c("Jan", "Feb", "Mar"), c(10, 10, 30), c(0.1, 0.1 + rise, 0.2), c(0.01, 0.02, 0.01)
    )
    topic_peak(means)
  }
  # The others have the mean (10 * 0.1 + 30 * 0.2) / 40 and the error 0.25 * 0.01 and 0.75 * 0.01.
  rest <- 0.01^2 * (0.25^2 + 0.75^2)
  df <- (0.02^2 + rest)^2 / (0.02^4 / 9 + rest^2 / 39)
  room <- 0.075 + qt(1 - 0.025 / 3, df) * sqrt(0.02^2 + rest)
  expect_null(peak(room * 0.999))
  expect_identical(peak(room * 1.001), sprintf("peak: %s in Feb", say_share(0.1 + room * 1.001)))
})
