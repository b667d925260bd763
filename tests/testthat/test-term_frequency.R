# term_frequency(): rates by group and period, with clustered intervals, beside a slow twin.

test_that("frequencies by hand", {
  counts <- rbind(a = c(2, 0), b = c(0, 4), c = c(1, 1), d = c(3, 1), e = c(0, 8))
  colnames(counts) <- c("rain", "bank")
  found <- term_frequency(counts)
  expect_identical(class(found)[[1L]], "tritone_term_frequency")
  expect_identical(found$term, c("rain", "bank"))
  expect_identical(found$count, c(6, 14))
  expect_identical(found$docs, c(3, 4))
  expect_identical(found$articles, c(5, 5))
  expect_equal(found$rate, c(0.3, 0.7) * 1e6)
  # Residuals of rain: 2 - .6, -1.2, 1 - .6, 3 - 1.2, -2.4; squares 12.56.
  error <- sqrt(5 / 4 * 12.56 / 400) * 0.3 / (6.5 / 20.5)
  expect_equal(found$std_error[[1]], max(error, 0.3 * sqrt(1 / 6.5)) * 1e6)
  expect_equal(found$dp[[1]], (abs(2 / 6 - 0.1) + 0.2 + abs(1 / 6 - 0.1) + 0.3 + 0.4) / 2)
})

test_that("every cell equals that of a plain R twin", {
  news <- article_example()
  counts <- suppressMessages(term_matrix(news, remove = term_stopwords(), min_docs = 8))
  found <- term_frequency(counts, "source", data = news, date = "date", by = "year", level = 0.9)
  dense <- as.matrix(counts)
  n <- rowSums(dense)
  cell <- paste(news$source, format(news$date, "%Y-01-01"))
  for (k in seq(1, nrow(found), by = 7)) {
    inside <- cell == paste(found$group[[k]], found$period[[k]])
    y <- dense[inside, found$term[[k]]]
    twin <- twin_rate(y, n[inside], 0.9)
    given <- unlist(found[k, c("rate", "std_error", "lower", "upper")]) / 1e6
    expect_equal(unname(given), unname(twin), tolerance = 1e-10)
    expect_identical(found$count[[k]], sum(y))
    expect_identical(found$docs[[k]], as.double(sum(y > 0)))
    if (sum(y)) {
      wanted <- twin_dispersion(y, n[inside])[c("dp", "dp_norm", "juilland_d")]
      expect_equal(unlist(found[k, c("dp", "dp_norm", "juilland_d")]), wanted, tolerance = 1e-9)
    }
  }
  expect_identical(
    term_frequency(counts, "source", data = news, threads = 7),
    term_frequency(counts, "source", data = news, threads = 1)
  )
})

test_that("a term that never comes twice has nearly the interval of independent tokens", {
  counts <- cbind(rain = rep(c(1, 0), c(10, 30)), rest = 100)
  found <- as.data.frame(term_frequency(counts, terms = "rain"))
  half <- qt(0.975, 9 / (2 / 3)^2) / sqrt(10.5)
  expect_equal(found$lower, found$rate * exp(-half))
  expect_equal(found$upper, found$rate * exp(half))
  # One that comes in bunches rests on few articles.
  counts[, "rain"] <- rep(c(5, 0), c(2, 38))
  found <- as.data.frame(term_frequency(counts, terms = "rain"))
  expect_gt(found$upper / found$rate, exp(2 * half))
})

test_that("rows of data are matched, articles without a group are left out", {
  counts <- rbind(a = c(2, 0), b = c(0, 4), c = c(1, 1))
  colnames(counts) <- c("rain", "bank")
  data <- data.frame(doc_id = c("c", "a", "b"), side = c(NA, "x", "y"))
  expect_message(found <- term_frequency(counts, "side", data = data), "^1 of 3 articles has no")
  expect_identical(found$count, c(2, 0, 0, 4))
  expect_identical(as.character(found$group), c("x", "x", "y", "y"))
  expect_identical(term_frequency(counts, c(b = "y", a = "x", c = "y"))$count, c(2, 0, 1, 5))
})

test_that("patterns choose terms, rates refer to all tokens", {
  counts <- rbind(a = c(2, 0, 2), b = c(0, 4, 0))
  colnames(counts) <- c("rain", "bank", "rains")
  found <- term_frequency(counts, terms = "Rain*")
  expect_identical(found$term, c("rain", "rains"))
  expect_equal(found$rate, c(0.25, 0.25) * 1e6)
})

test_that("empty counts and articles give rows that say so", {
  counts <- rbind(a = c(2, 0), b = c(0, 0))
  colnames(counts) <- c("rain", "none")
  found <- term_frequency(counts, c("x", "y"))
  expect_identical(as.character(found$group), c("x", "x"))
  expect_identical(found$articles, c(1, 1))
  expect_identical(is.na(found$dp), c(FALSE, TRUE))
  expect_true(all(is.na(found$lower)))
  expect_identical(nrow(term_frequency(counts[, 0])), 0L)
  expect_identical(nrow(term_frequency(counts[0, ])), 0L)
})

test_that("clustered intervals of rates cover, bursty words included", {
  skip_on_cran()
  withr::local_seed(7)
  for (size in c(Inf, 0.3)) {
    inside <- replicate(150, {
      n <- 50 + rpois(40, 200)
      y <- if (is.infinite(size)) rpois(40, n * 2e-3) else rnbinom(40, size, mu = n * 2e-3)
      counts <- cbind(word = y, rest = n)
      found <- term_frequency(counts, level = 0.9)
      truth <- 1e6 * 2e-3 / (1 + 2e-3)
      found$lower[[1]] <= truth && truth <= found$upper[[1]]
    })
    expect_gt(mean(inside), 0.83)
    expect_lt(mean(inside), 0.98)
  }
})
