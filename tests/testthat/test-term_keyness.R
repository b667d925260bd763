# term_keyness(): log-odds of terms in groups, beside a slow twin.

counts <- rbind(a = c(3, 1), b = c(1, 3), c = c(2, 0))
colnames(counts) <- c("rain", "bank")

test_that("log odds by hand", {
  # Rain: 3 of 4 tokens in x, 3 of 6 in the others; the prior adds 10 tokens, 6 and 4.
  found <- term_keyness(counts, c("x", "y", "y"))
  expect_identical(class(found)[[1L]], "tritone_term_keyness")
  expect_identical(found$group, factor(c("x", "x", "y", "y")))
  expect_identical(found$term, c("rain", "bank", "bank", "rain"))
  expect_identical(found$count, c(3, 1, 3, 3))
  expect_identical(found$count_others, c(3, 3, 1, 3))
  odds <- log(9 / 5) - log(9 / 7)
  expect_equal(found$log_odds, c(odds, -odds, odds, -odds), tolerance = 1e-14)
  error <- sqrt(c(1 / 9 + 1 / 9, 1 / 5 + 1 / 7))
  expect_equal(found$z_tokens, found$log_odds / error[c(1, 2, 2, 1)], tolerance = 1e-14)
  expect_equal(found$log_ratio[1:2], log2(c(3.5 / 4.5 / (3.5 / 6.5), 1.5 / 4.5 / (3.5 / 6.5))))
  g2 <- 2 * (3 * log(3 / 2.4) + 3 * log(3 / 3.6) + log(1 / 1.6) + 3 * log(3 / 2.4))
  expect_equal(found$g2, c(g2, -g2, g2, -g2))
  expect_equal(found$chi2[[1]], 10 * (3 * 3 - 1 * 3)^2 / (6 * 4 * 4 * 6))
  expect_equal(found$p_tokens, rep(pchisq(g2, 1, lower.tail = FALSE), 4))
  # Of fewer than five articles nothing else is said.
  unsure <- c("std_error", "z", "lower", "upper", "log_ratio_lower", "log_ratio_upper", "p")
  expect_true(all(is.na(found[unsure])))
})

test_that("clustered errors by hand", {
  # Five articles of ten tokens on each side.
  rain <- c(4, 2, 3, 1, 5, 1, 0, 2, 1, 1)
  counts <- cbind(rain = rain, rest = 10 - rain)
  found <- term_keyness(counts, rep(c("x", "y"), each = 5), level = 0.9)[1, ]
  expect_identical(found$term, "rain")
  residual <- c(rain[1:5] - 3, rain[6:10] - 1)
  variance <- c(sum(residual[1:5]^2), sum(residual[6:10]^2)) * 5 / 4 / 50^2
  rate <- c(15.5, 5.5) / 50.5
  # No more than that of independent tokens: two thirds count as estimated.
  expect_true(all(variance / rate^2 < 1 / c(15.5, 5.5)))
  variance <- 1 / c(15.5, 5.5)
  alike <- c(15^2 / sum(rain[1:5]^2), 5^2 / sum(rain[6:10]^2)) - 1
  df <- sum(variance)^2 / sum((2 / 3 * variance)^2 / alike)
  ratio <- log(rate[[1]] / rate[[2]])
  expect_equal(found$log_ratio, ratio / log(2))
  half <- qt(0.95, df) * sqrt(sum(variance))
  expect_equal(found$log_ratio_upper, (ratio + half) / log(2))
  from_pooled <- rain - 2
  apart <- sum(from_pooled^2) / 4
  expect_equal(found$p, 2 * pt(-5 / sqrt(apart), 20^2 / sum(rain^2) - 1))
  expect_equal(found$z, found$log_odds / found$std_error)
  expect_equal(found$upper, found$log_odds + 1.644854 * found$std_error, tolerance = 1e-6)
})

test_that("every measure equals that of a plain R twin", {
  all <- suppressMessages(term_matrix(article_example(), min_docs = 5))
  groups <- rep(c("x", "y", "z"), length.out = nrow(all))
  found <- term_keyness(all, groups, level = 0.9, threads = 2)
  dense <- as.matrix(all)
  n <- rowSums(dense)
  for (k in seq(1, nrow(found), by = 17)) {
    y <- dense[, found$term[[k]]]
    inside <- groups == found$group[[k]]
    twin <- twin_keyness(y, n, inside, 0.9)
    given <- unlist(found[k, c("log_ratio", "log_ratio_lower", "log_ratio_upper", "p")])
    expect_equal(unname(given), unname(twin), tolerance = 1e-9)
    error <- twin_odds_error(y, n, inside, sum(y), sum(n))
    expect_equal(found$std_error[[k]], error, tolerance = 1e-9)
    expect_identical(found$docs[[k]], as.double(sum(y[inside] > 0)))
  }
  expect_identical(term_keyness(all, groups, level = 0.9, threads = 7), found)
})

test_that("one long article makes no keyword", {
  withr::local_seed(3)
  n <- 40
  counts <- cbind(
    named = c(60, rep(0, n - 1)), spread = rep(c(2, 0), each = n / 2),
    rare = c(1, 1, 1, 1, rep(0, n - 4)),
    rest = c(900, 80 + rpois(n - 1, 20))
  )
  found <- term_keyness(counts, rep(c("x", "y"), each = n / 2))
  found <- found[found$group == "x", ]
  one <- function(term, column) found[[column]][found$term == term]
  expect_lt(one("named", "p_tokens"), 1e-6)
  expect_true(is.na(one("named", "p")))
  expect_true(is.na(one("rare", "p")))
  expect_lt(one("spread", "p"), 0.01)
  expect_identical(found$term[[1]], "spread")
  counts[2:6, "named"] <- 1
  found <- term_keyness(counts, rep(c("x", "y"), each = n / 2))
  expect_gt(found$p[found$group == "x" & found$term == "named"], 0.1)
})

test_that("the interval of the bootstrap is near the clustered one, and follows its seed", {
  withr::local_seed(4)
  counts <- cbind(rain = rpois(60, 3), rest = 50)
  groups <- rep(c("x", "y"), each = 30)
  draw <- function(...) term_keyness(counts, groups, level = 0.9, bootstrap = 400, ...)
  found <- draw(seed = 1)
  expect_identical(draw(seed = 1, threads = 7), found)
  expect_false(identical(draw(seed = 2), found))
  expect_true(all(found$log_ratio_lower < found$log_ratio))
  expect_true(all(found$log_ratio < found$log_ratio_upper))
  clustered <- term_keyness(counts, groups, level = 0.9)
  expect_identical(found$p, clustered$p)
  width <- function(x) (x$log_ratio_upper - x$log_ratio_lower)[x$term == "rain"]
  expect_equal(width(found), width(clustered), tolerance = 0.25)
  # One draw is an interval without width.
  one <- term_keyness(counts, groups, bootstrap = 1, seed = 1)
  expect_identical(one$log_ratio_lower, one$log_ratio_upper)
  expect_identical(one$log_ratio, found$log_ratio)
})

test_that("the bootstrap leaves out less where fewer articles hold a term", {
  # With many degrees of freedom what is left out is the usual share.
  expect_equal(expanded_tail(0.9, 1e9), 0.05, tolerance = 1e-6)
  expect_equal(expanded_tail(0.9, 9), pnorm(-sqrt(10 / 9) * qt(0.95, 9)))
  expect_true(all(diff(expanded_tail(0.9, 1:50)) > 0))
  # Terms in too few articles have no interval.
  rare <- cbind(rain = c(1, 1, rep(0, 18)), rest = 50)
  found <- term_keyness(rare, rep(c("x", "y"), 10), bootstrap = 20, seed = 1)
  expect_true(all(is.na(found$log_ratio_upper[found$term == "rain"])))
})

test_that("a term in few articles of a side keeps the clustered interval", {
  withr::local_seed(8)
  few <- c(3, 2, rep(0, 18), rpois(20, 2))
  counts <- cbind(few = few, often = rpois(40, 3), rest = 50)
  sides <- rep(c("x", "y"), each = 20)
  clustered <- term_keyness(counts, sides)
  drawn <- term_keyness(counts, sides, bootstrap = 100, seed = 1)
  limits <- function(x, term) x[x$term == term, c("log_ratio_lower", "log_ratio_upper")]
  expect_identical(limits(drawn, "few"), limits(clustered, "few"))
  expect_false(anyNA(limits(drawn, "few")))
  expect_false(identical(limits(drawn, "often"), limits(clustered, "often")))
})

test_that("intervals of the bootstrap keep their level, bursty words in few articles included", {
  skip_on_cran()
  withr::local_seed(6)
  held <- function(n, size) {
    sides <- rep(c("x", "y"), n)
    mean(replicate(150, {
      words <- 50 + rpois(sum(n), 200)
      y <- if (is.infinite(size)) {
        rpois(sum(n), words * 5e-3)
      } else {
        rnbinom(sum(n), size, mu = words * 5e-3)
      }
      counts <- cbind(word = y, rest = words)
      found <- term_keyness(counts, sides, level = 0.9, bootstrap = 200, seed = 1)
      found <- found[found$group == "x" & found$term == "word", ]
      found$log_ratio_lower <= 0 && found$log_ratio_upper >= 0
    }))
  }
  # Plain quantiles hold a word in bunches in about 72 of 100 cases.
  for (found in c(held(c(20, 200), 0.1), held(c(40, 40), Inf))) {
    expect_gt(found, 0.8)
    expect_lt(found, 0.97)
  }
})

test_that("clustered intervals and tests keep their level, bursty words included", {
  skip_on_cran()
  withr::local_seed(5)
  for (size in c(Inf, 0.3)) {
    found <- replicate(120, {
      n <- 50 + rpois(80, 200)
      y <- if (is.infinite(size)) rpois(80, n * 2e-3) else rnbinom(80, size, mu = n * 2e-3)
      sides <- rep(c("x", "y"), each = 40)
      found <- term_keyness(cbind(word = y, rest = n), sides, level = 0.9)[1, ]
      c(found$log_ratio_lower <= 0 && found$log_ratio_upper >= 0, found$p < 0.05,
        found$p_tokens < 0.05)
    })
    expect_gt(mean(found[1, ]), 0.82)
    expect_lt(mean(found[1, ]), 0.98)
    expect_lt(mean(found[2, ]), 0.1)
    if (is.finite(size)) expect_gt(mean(found[3, ]), 0.2)
  }
})

test_that("z equals that of a plain R twin", {
  all <- term_matrix(article_example(), min_docs = 2)
  groups <- rep(c("x", "y", "z"), length.out = nrow(all))
  for (prior in list(NULL, 5, 500)) {
    found <- term_keyness(all, groups, prior = prior)
    twin <- twin_log_odds(as.matrix(all), groups, prior = if (is.null(prior)) sum(all) else prior)
    by_hand <- twin[cbind(as.character(found$group), found$term)]
    expect_equal(found$z_tokens, by_hand, tolerance = 1e-10)
    ranked <- order(found$group, -found$z, -found$z_tokens, found$term, method = "radix")
    expect_identical(ranked, seq_len(nrow(found)))
  }
})

test_that("groups keep their order and are matched by name", {
  groups <- c(10, 9, 9)
  expect_identical(levels(term_keyness(counts, groups)$group), c("9", "10"))
  groups <- factor(c("x", "y", "y"), c("y", "none", "x"))
  expect_identical(levels(term_keyness(counts, groups)$group), c("y", "x"))
  named <- c(c = "y", a = "x", other = "z", b = "y")
  expect_identical(term_keyness(counts, named), term_keyness(counts, c("x", "y", "y")))
  expect_error(
    term_keyness(counts, c(a = "x", b = "y")), "none for \"c\"", class = "tritone_error_input"
  )
})

test_that("articles without a group are left out", {
  groups <- c("x", "y", NA)
  expect_message(found <- term_keyness(counts, groups), "^1 of 3 articles has no group and is")
  expect_identical(found, term_keyness(counts[1:2, ], groups[1:2]))
})

test_that("what nobody can know is NA", {
  rare <- cbind(counts, none = 0)
  found <- term_keyness(rare, c("x", "y", "y"))
  expect_identical(found$term[is.na(found$z_tokens)], c("none", "none"))
  expect_identical(which(is.na(found$log_odds)), which(is.na(found$g2)))
  expect_true(all(is.na(term_keyness(counts[, 1, drop = FALSE], c("x", "y", "y"))$z_tokens)))
  expect_identical(nrow(term_keyness(counts[, 0], c("x", "y", "y"))), 0L)
  expect_true(all(is.na(term_keyness(counts * 0, c("x", "y", "y"))$z_tokens)))
})

test_that("wrong arguments are named", {
  bad <- function(..., named) {
    expect_error(term_keyness(...), named, class = "tritone_error_input")
  }
  bad("x", 1, named = "`counts`")
  bad(counts, NULL, named = "`groups`")
  bad(counts, 1:2, named = "each of the 3 articles")
  bad(counts, c("x", "x", "x"), named = "two different values")
  bad(counts, c("x", NA, NA), named = "two different values")
  bad(counts[0, ], character(), named = "two different values")
  bad(counts, 1:3, prior = 0, named = "`prior`")
  bad(counts, 1:3, level = 1, named = "`level`")
  bad(counts, 1:3, levl = 0.9, named = "Did you mean `level`")
  expect_error(
    term_keyness((counts > 0) * 1e308, 1:3), "smaller counts", class = "tritone_error_numeric"
  )
})

test_that("groups are a vector, not a list", {
  expect_error(
    term_keyness(counts, list("x", "y", "x")), "a vector with the group of each article",
    class = "tritone_error_input"
  )
})
