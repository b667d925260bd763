# tone_trend(): the index, its smoothing and its turns.

own <- tone_lexicon(c(good = 2, bad = -2), shifters = FALSE, name = "own")
trend <- function(...) suppressMessages(tone_trend(..., language = NULL))
news <- article_example()

test_that("a trend has the tones of tone_score() and open gaps", {
  x <- trend(news, groups = "source")
  y <- suppressMessages(tone_score(news, by = c("source", "month"), language = NULL))
  at <- match(paste(y$source, y$month), paste(x$source, x$period))
  for (name in c("n_articles", "n_words", "n_hits", "coverage", "tone", "se", "lower", "upper",
    "sign")) {
    expect_identical(x[[name]][at], y[[name]], info = name)
  }
  gaps <- x[-at, ]
  expect_gt(nrow(gaps), 0)
  expect_true(all(is.na(gaps$tone)) && all(gaps$n_articles == 0))
  expect_identical(nrow(x), 3L * 24L)
  for (series in split(x$period, x$source)) {
    expect_identical(series, seq(as.Date("2021-01-01"), as.Date("2022-12-01"), by = "month"))
  }
  expect_identical(attr(x, "by"), "month")
})

test_that("one stray early article does not set the unit", {
  stray <- news
  stray$date[1] <- as.Date("1971-05-05")
  x <- trend(stray, by = "auto")
  expect_identical(attr(x, "by"), attr(trend(news, by = "auto"), "by"))
  counts <- term_matrix(news, min_docs = 50)
  expect_identical(
    attr(x, "by"), attr(suppressMessages(term_trend(counts, stray$date, by = "auto")), "by")
  )
})

test_that("weights of windows are those of their formulas", {
  u <- (1:4) / 4
  expect_equal(lag_weights("equal", 4, NULL), rep(0.25, 4))
  expect_equal(lag_weights("linear", 4, NULL), u / sum(u))
  expect_equal(lag_weights("exponential", 4, 0.3), exp(3 * (u - 1)) / sum(exp(3 * (u - 1))))
  expect_false(isTRUE(all.equal(
    lag_weights("exponential", 4, 0.3), lag_weights("exponential", 4, 0.1)
  )))
  almon <- (1 - (1 - u)^2) * (1 - u)^1
  expect_equal(lag_weights("almon", 4, c(2, 3)), almon / sum(almon))
  beta <- stats::dbeta(u, 2, 3)
  expect_equal(lag_weights("beta", 4, c(2, 3)), beta / sum(beta))
  expect_true(all(is.finite(lag_weights("beta", 4, c(1, 0.5)))))
})

test_that("smoothing is a weighted mean that leaves gaps open", {
  few <- news[news$source == "Meridian Wire", ]
  for (kind in c("equal", "linear", "exponential", "almon", "beta")) {
    x <- trend(few, smooth = kind, lag = 4)
    shape <- switch(kind, exponential = 0.1, almon = c(1, 2), beta = c(2, 1))
    weights <- lag_weights(kind, 4, shape)
    expect_equal(x$smooth, twin_smooth(x$tone, weights), tolerance = 1e-12)
    expect_true(all(is.na(x$smooth[is.na(x$tone)])))
  }
  # A period of one article: how sure it is, nobody knows.
  years <- trend(news, by = "year", smooth = "equal", lag = 2)
  half <- (years$smooth_upper - years$smooth)[2]
  expect_equal(years$smooth[2], mean(years$tone))
  expect_equal(half, stats::qt(0.975, 115) * sqrt(sum(years$se^2)) / 2, tolerance = 0.02)
  expect_true(is.na(trend(few[1:2, ], smooth = "equal", lag = 2)$smooth_lower[2]))
})

test_that("weights of articles heed alpha", {
  tone <- function(...) trend(news, by = "quarter", ...)$tone
  expect_false(isTRUE(all.equal(
    tone(weights = "exponential", alpha = 0.1), tone(weights = "exponential", alpha = 0.9)
  )))
  expect_false(isTRUE(all.equal(
    tone(weights = "exponential"), tone(weights = "inverse_exponential")
  )))
  all <- suppressMessages(tone_score(news, language = NULL))
  first <- which(news$date < as.Date("2021-04-01") & !is.na(all$tone))
  w <- exp(3 * (all$n_words[first] / max(all$n_words[first]) - 1))
  expect_equal(
    tone(weights = "exponential", alpha = 0.3)[1], sum(w * all$tone[first]) / sum(w)
  )
})

test_that("a level that changes is a turn, with its place", {
  y <- withr::with_seed(1, c(stats::rnorm(30, 0.1, 0.05), stats::rnorm(30, -0.05, 0.05)))
  found <- series_turns(y, rep(0.02, 60), rep(10, 60), 0.95)
  expect_identical(nrow(found), 1L)
  expect_true(found$earliest <= 31 && found$latest >= 31)
  expect_lt(abs(found$at - 31), 4)
  expect_equal(found$before, mean(y[seq_len(found$at - 1)]), tolerance = 0.01)
  expect_lt(found$upper, 0)
  expect_lt(found$p, 0.05)
  # Gaps are counted as time, not as values.
  gaps <- series_turns(replace(rep(NA, 120), 2 * (1:60), y), rep(0.02, 120), rep(10, 120), 0.95)
  expect_identical(gaps$at, 2L * found$at)
  expect_identical(nrow(series_turns(rep(0.1, 60), rep(NA, 60), rep(1, 60), 0.95)), 0L)
  expect_identical(nrow(series_turns(y[1:5], rep(0.02, 5), rep(10, 5), 0.95)), 0L)
  expect_identical(nrow(series_turns(rep(NA_real_, 9), rep(NA, 9), rep(0, 9), 0.95)), 0L)
})

# Series of so many months with autocorrelation `rho` around `levels`, in standard deviations.
months_around <- function(levels, rho, seed) {
  n <- length(levels)
  y <- withr::with_seed(seed, stats::filter(stats::rnorm(n + 20), rho, "recursive"))
  0.05 * (as.vector(y)[-(1:20)] * sqrt(1 - rho^2) + levels)
}
turns_of <- function(y) series_turns(y, rep(0.01, length(y)), rep(10, length(y)), 0.95)

test_that("series that do not turn are rarely called so", {
  # In 500 series each: see bench/tone_groups.R for thousands.
  false <- function(n, rho) {
    mean(vapply(1:500, function(i) nrow(turns_of(months_around(rep(0, n), rho, i))) > 0, NA))
  }
  expect_lt(false(24, 0), 0.05)
  expect_lt(false(24, 0.3), 0.06)
  expect_lt(false(24, 0.5), 0.08)
})

test_that("a series that turns twice has two turns", {
  middle <- rep(c(0, 3.5, 0), each = 12)
  found <- lapply(1:20, function(i) turns_of(months_around(middle, 0.2, i)))
  both <- vapply(found, nrow, 0L) == 2L
  expect_gt(mean(both), 0.7)
  places <- do.call(rbind, lapply(found[both], `[[`, "at"))
  expect_lt(max(abs(colMeans(places) - c(13, 25))), 1)
  expect_true(all(vapply(found[both], function(x) x$lower[1] > 0 && x$upper[2] < 0, NA)))
})

test_that("the statistics of splits are those of a regression on levels", {
  y <- months_around(rep(c(0, 2, 1), each = 8), 0.3, 1)
  weight <- withr::with_seed(1, stats::runif(24, 0.5, 2))
  out <- split_statistics(rbind(y, rev(y)), weight)
  rss <- function(ends) {
    level <- factor(findInterval(seq_len(24), ends + 1))
    fit <- stats::lm(if (length(ends)) y ~ level else y ~ 1, weights = weight)
    list(sum = sum(weight * stats::residuals(fit)^2), rest = stats::residuals(fit) * sqrt(weight))
  }
  ones <- vapply(3:21, function(a) rss(a)$sum, 0)
  pairs <- utils::combn(3:21, 2)
  pairs <- pairs[, pairs[2, ] - pairs[1, ] >= 3]
  twos <- apply(pairs, 2, function(ends) rss(ends)$sum)
  expect_identical(out$at[1, ], c((3:21)[which.min(ones)], pairs[, which.min(twos)]))
  along <- function(ends) {
    r <- rss(ends)$rest
    sum(r[-1] * r[-24]) / sum(r^2)
  }
  f <- function(least, of, rest) (rss(integer())$sum - least) / of / (least / rest)
  expect_equal(
    out$one[[1]], f(min(ones), 1, 22) / inflation(along((3:21)[which.min(ones)]), 24, 1)
  )
  best <- pairs[, which.min(twos)]
  expect_equal(out$along[[1]], along(best))
  expect_equal(out$two[[1]], f(min(twos), 2, 21) / inflation(along(best), 24, 3))
  # The tail goes on where draws end.
  drawn <- stats::qf(stats::ppoints(2000), 2, 20)
  chance <- tail_chance(40, drawn, rep(1 / 2000, 2000))
  expect_gt(chance, 0)
  expect_lt(chance, 1e-3)
  expect_equal(tail_chance(2, drawn, rep(1 / 2000, 2000)), mean(drawn >= 2))
  # The same answer each time, R's generator left alone.
  set.seed(3)
  before <- .Random.seed
  expect_identical(turns_of(y), turns_of(y))
  expect_identical(.Random.seed, before)
})

test_that("the quantile of the place is that of Bai", {
  expect_equal(place_quantile(0.9), 7.7, tolerance = 0.01)
  expect_equal(place_quantile(0.95), 11, tolerance = 0.01)
})

test_that("summary() is the table of turns, by series", {
  dates <- rep(seq(as.Date("2020-01-15"), by = "month", length.out = 24), each = 8)
  good <- dates < as.Date("2021-01-01")
  x <- simulated_articles(length(dates), seed = 6)
  x$text <- ifelse(good, gsub("bad", "good", x$text), gsub("good", "bad", x$text))
  x$date <- dates
  x$side <- rep(c("l", "r"), length.out = nrow(x))
  turns <- summary(trend(x, own, groups = "side"))
  expect_s3_class(turns, "tritone_tone_turns")
  expect_identical(turns$side, c("l", "r"))
  expect_identical(turns$period, rep(as.Date("2021-01-01"), 2))
  expect_true(all(turns$upper < 0))
  expect_identical(nrow(summary(trend(news))), 0L)
})

test_that("threads change no bit", {
  one <- trend(news, smooth = "linear", threads = 1)
  for (threads in c(2, 7)) expect_identical(trend(news, smooth = "linear", threads = threads), one)
})

test_that("a trend can be plotted", {
  x <- trend(news, by = "quarter", groups = "source")
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  drawn <- plot(x)
  expect_identical(unique(drawn$label), sort(unique(news$source)))
  expect_identical(drawn$value, x$tone)
  smooth <- plot(trend(news, smooth = "equal"), n = 1)
  expect_identical(sum(!is.na(smooth$value)), 22L)
  skip_if_not_installed("ggplot2")
  expect_s3_class(ggplot2::autoplot(x), "ggplot")
})
