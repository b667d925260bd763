# topic_lda(method = "gibbs"): chains, draws and diagnostics.

tiny <- rbind(
  a = c(4, 3, 2, 0, 0, 0, 1, 1), b = c(2, 5, 1, 0, 0, 0, 2, 0), c = c(3, 1, 3, 0, 0, 0, 0, 2),
  d = c(0, 0, 0, 4, 2, 5, 1, 1), e = c(0, 0, 0, 1, 6, 2, 2, 1), f = c(0, 0, 0, 3, 3, 3, 0, 0)
)
colnames(tiny) <- c("bank", "rate", "loan", "rain", "crop", "farm", "m", "n")
sampled <- function(counts = tiny, k = 2, ..., seed = 1) {
  topic_lda(counts, k, method = "gibbs", iterations = 60, seed = seed, progress = FALSE, ...)
}

test_that("a sampled fit has the promised form and separates subjects", {
  fit <- sampled(chains = 2, alpha = 0.3)
  expect_s3_class(fit, "tritone_topics")
  expect_equal(unname(rowSums(fit$phi)), c(1, 1))
  expect_equal(unname(rowSums(fit$theta)), rep(1, 6))
  expect_false(is.unsorted(-fit$prevalence))
  own <- max.col(fit$theta)
  expect_identical(own, rep(own[c(1, 4)], each = 3))
  expect_true(own[1] != own[4])
  expect_named(fit$trace, c("chain", "iteration", "log_likelihood"))
  expect_identical(fit$trace$iteration, rep(1:60, 2))
  expect_identical(is.na(fit$trace$log_likelihood), rep(1:60 %% 5 != 0, 2))
  expect_true(fit$diagnostics[["r_hat"]] > 0.5)
  expect_true(fit$diagnostics[["ess"]] > 0)
  expect_identical(fit$options$burn_in, 30)
  expect_output(print(fit), "gibbs.*2 chains of 60 sweeps")
  expect_s3_class(summary(fit), "tritone_topic_summary")
  expect_identical(dim(predict(fit, tiny[2:3, ])), c(2L, 2L))
})

test_that("the same bits for 1, 2 and 5 threads; articles in any order", {
  counts <- term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 2)
  one <- sampled(counts, 5, threads = 1, optimize = TRUE)
  for (threads in c(2, 5)) {
    expect_identical(sampled(counts, 5, threads = threads, optimize = TRUE), one)
  }
  start <- one$phi
  a <- sampled(counts, 5, start = start)
  b <- sampled(counts[rev(seq_len(nrow(counts))), ], 5, start = start)
  expect_identical(b$theta[rownames(a$theta), ], a$theta)
  expect_identical(b$phi, a$phi)
})

test_that("a fit goes on from its checkpoint to the same bits", {
  whole <- topic_lda(tiny, 2, method = "gibbs", iterations = 120, chains = 2, seed = 3)
  file <- withr::local_tempfile(fileext = ".rds")
  again <- function(...) {
    topic_lda(
      tiny, 2, method = "gibbs", iterations = 120, chains = 2, seed = 3, checkpoint = file, ...
    )
  }
  expect_identical(again(), whole)
  # As if it had been stopped in the second chain.
  saved <- readRDS(file)
  expect_length(saved$done, 2)
  counts <- as_counts(tiny)
  options <- c(saved$plan$options, list(seed = 4, sort = TRUE, ids = rownames(tiny)))
  options <- engine_gibbs$begin(counts, options, 1)
  half <- topic_fit_core(counts, "gibbs", options, NULL, 0, 1, NULL)$state
  expect_identical(half$iteration, 50)
  saved$done <- saved$done[1]
  saved$state <- half
  saveRDS(saved, file)
  expect_identical(again(threads = 1), whole)
  expect_error(
    topic_lda(tiny, 2, method = "gibbs", iterations = 120, seed = 9, checkpoint = file),
    "another fit", class = "tritone_error_input"
  )
  writeLines("text", file)
  expect_error(again(), "neither", class = "tritone_error_input")
})

test_that("R-hat and effective size are those of known traces", {
  withr::with_seed(1, {
    x <- stats::rnorm(2000)
    y <- as.vector(stats::arima.sim(list(ar = 0.9), 40000))
  })
  expect_equal(r_hat(list(x[1:1000], x[1001:2000])), 1, tolerance = 0.01)
  expect_gt(r_hat(list(x, x + 3)), 1.5)
  expect_equal(effective_size(list(x)), 2000, tolerance = 0.2)
  # (1 - 0.9) / (1 + 0.9) of the draws of an autoregression.
  expect_equal(effective_size(list(y)), 40000 * 0.1 / 1.9, tolerance = 0.2)
  expect_true(is.na(r_hat(list(1:3))))
})

test_that("odd counts and wrong arguments are named", {
  refused <- function(expr, pattern) expect_error(expr, pattern, class = "tritone_error_input")
  refused(sampled(tiny + 0.5), "whole numbers: row 1, column 1")
  refused(sampled(tiny, burn_in = 60), "`burn_in` plus `thin`")
  refused(sampled(tiny, thin = 0), "`thin`")
  refused(sampled(tiny, draws = 7), "`draws`")
  refused(sampled(tiny, chains = 0), "`chains`")
  refused(sampled(tiny, tolerance = 1), "`tolerance`")
  refused(topic_lda(tiny, 2, chains = 2), "`chains` is an argument of the method \"gibbs\"")
  refused(topic_lda(tiny, 2, checkpoint = 1), "`checkpoint`")
  refused(topic_lda(tiny, 2, method = "gib"), "`method`")
  empty <- rbind(tiny, g = 0)
  expect_equal(unname(sampled(empty)$theta["g", ]), c(0.5, 0.5))
  expect_equal(unname(sampled(tiny, k = 1)$theta[, 1]), rep(1, 6))
  expect_identical(nrow(sampled(tiny, k = 9)$phi), 9L)
  expect_equal(unname(sampled(tiny[, 1, drop = FALSE])$phi[, 1]), c(1, 1))
})

test_that("the fit is that of the best chain", {
  chain <- function(level, phi) {
    n <- length(level)
    list(
      phi = matrix(phi), settings = list(eta = phi),
      trace = data.frame(iteration = seq_len(n), log_likelihood = level)
    )
  }
  # The first is best before the burn-in, the third at its end, the second on average.
  chains <- list(
    chain(c(-1, -1, -8, -9, -8, -9), 0.1), chain(c(-9, -9, -5, -6, -5, -6), 0.2),
    chain(c(-9, -9, -9, -9, -9, -4), 0.3)
  )
  fit <- join_chains(chains, list(burn_in = 2))
  expect_identical(fit$chain, 2L)
  expect_identical(fit$phi, matrix(0.2))
  expect_identical(fit$eta, 0.2)
  expect_identical(fit$trace$chain, rep(1:3, each = 6))
  counts <- term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 4)
  found <- sampled(counts, 6, chains = 3, seed = 5)
  after <- found$trace[found$trace$iteration > 30 & !is.na(found$trace$log_likelihood), ]
  level <- tapply(after$log_likelihood, after$chain, mean)
  expect_identical(found$chain, unname(which.max(level)))
  expect_false(found$chain == which.min(level))
  alone <- sampled(counts, 6, seed = 5 + found$chain - 1)
  expect_identical(alone$phi, found$phi)
})

test_that("a chain starts from 20 sweeps of CVB0", {
  counts <- as_counts(tiny)
  options <- list(k = 2, alpha = 0.1, eta = 0.01, seed = 3)
  warm <- function(sweeps) {
    fit <- topic_lda(tiny, 2, iterations = sweeps, tolerance = 0, seed = 3)
    unname(fit$phi)
  }
  expect_identical(unname(gibbs_start(counts, options, NULL, 1)), warm(20))
  expect_false(identical(warm(19), warm(20)))
  start <- matrix(1, 2, 8)
  expect_identical(gibbs_start(counts, options, start, 1), start)
})

test_that("theta is the fold-in, theta_chain the mean over the chain", {
  fit <- sampled(optimize = TRUE, draws = 3)
  expect_identical(predict(fit, tiny), fit$theta)
  expect_identical(dimnames(fit$theta_chain), dimnames(fit$theta))
  expect_equal(unname(rowSums(fit$theta_chain)), rep(1, 6))
  expect_lt(max(abs(fit$theta_chain - fit$theta)), 0.3)
  expect_false(identical(fit$theta_chain, fit$theta))
  expect_identical(dim(fit$theta_draws), c(6L, 2L, 3L))
  expect_identical(dimnames(fit$theta_draws)[1:2], dimnames(fit$theta))
  expect_equal(unname(apply(fit$theta_draws, c(1, 3), sum)), matrix(1, 6, 3))
  expect_identical(sampled(optimize = TRUE)$phi, fit$phi)
  expect_null(sampled()$theta_draws)
})

test_that("R-hat and effective size equal calculations by hand", {
  # By another program, from the formulas of the papers. The middle of an odd trace is left out.
  expect_equal(r_hat(list(c(1, 5, 2, 6, 3), c(2, 7, 4, 8, 9))), 1.338194556310251)
  # Chains of one mean and different spread: the distances from the median decide.
  expect_equal(r_hat(list(c(1, 9, 2, 8), c(4, 6, 5, 5.5))), 3.711039066112101)
  expect_false(is.na(r_hat(list(1:4))))
  expect_identical(r_hat(list(rep(1, 4))), 1)
  expect_identical(r_hat(list(rep(1, 4), rep(2, 4))), Inf)
  x <- c(1, 2, 3, 2, 1, 0, 1, 3, 4, 4)
  y <- c(1, 2, 1, 2, 3, 4, 2, 1, 0, 1)
  expect_equal(effective_size(list(x)), 4.845183486238533)
  expect_equal(effective_size(list(x, y)), 10.033862731521552)
  # A pair that is larger than the one before counts as the one before; the sum is at most n.
  z <- c(0, 4, 2, 7, 5, 1, 7, 9, 7, 9, 0, 8)
  expect_identical(effective_size(list(z)), 12)
  expect_equal(effective_size(list(c(z, x))), effective_size(list(c(z, x) * 10 + 3)))
  expect_identical(effective_size(list(1:3)), NA_real_)
  expect_false(is.na(effective_size(list(c(1, 2, 1, 3)))))
  expect_identical(effective_size(list(rep(1, 5))), NA_real_)
})

test_that("the trace of a chain counts from the sweep after its burn-in", {
  chain <- function(level) {
    list(phi = matrix(0), settings = list(eta = 1), trace = data.frame(
      iteration = seq_along(level), log_likelihood = level
    ))
  }
  # The value at the burn-in itself would make the first chain the best.
  chains <- list(chain(c(NA, 90, -5, NA, -5)), chain(c(NA, -9, -4, NA, -4)))
  fit <- join_chains(chains, list(burn_in = 2))
  expect_identical(fit$chain, 2L)
  expect_identical(names(fit$trace), c("chain", "iteration", "log_likelihood"))
  expect_identical(fit$trace$iteration, rep(1:5, 2))
  expect_identical(fit$converged, NA)
  expect_identical(names(fit$diagnostics), c("r_hat", "ess"))
  expect_true(all(is.na(fit$diagnostics)))
})
