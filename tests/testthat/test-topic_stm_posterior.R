# How sure shares are: mean covariance, draws.

news <- sample_articles()
counts <- term_matrix(news, remove = term_stopwords(), min_docs = 4)
fit <- topic_stm(counts, 4, ~ source, data = news, max_iterations = 4, progress = FALSE)

test_that("draws of shares are those of the articles' posteriors", {
  drawn <- shares_drawer(fit, "local", 400, 1, counts, 2L)(1, 400)
  drawer <- function(i) drawn[, , i]
  first <- drawer(1)
  expect_equal(rowSums(first), rep(1, nrow(counts)))
  i <- 5
  eta <- t(vapply(1:400, function(j) free_logits(drawer(j))[i, ], numeric(3)))
  known <- own_covariates(fit)
  exact <- topic_stm_posterior_core(
    counts[i, , drop = FALSE], stm_parameters(fit), known$prevalence[i, , drop = FALSE], NULL, TRUE,
    0, 0, 0, 1L, NULL
  )
  error <- sqrt(diag(exact$covariance[, , 1]))
  expect_lt(max(abs(colMeans(eta) - exact$eta) / error), 0.2)
  expect_equal(apply(eta, 2, stats::sd), error, tolerance = 0.15)
})

test_that("draws do not depend on how many are asked for at once", {
  for (uncertainty in c("local", "global")) {
    many <- shares_drawer(fit, uncertainty, 9, 4, counts, 1L)
    few <- shares_drawer(fit, uncertainty, 5, 4, counts, 2L)
    all <- many(1, 9)
    for (i in c(1, 5, 3)) expect_identical(few(i, 1)[, , 1], all[, , i])
  }
})

test_that("global draws have the mean covariance around each article's mode", {
  draws <- composed_shares(fit, diag(nrow(counts)), "global", 300, 1, NULL, 1L)$along
  away <- lapply(1:300, function(i) free_logits(draws[, , i]) - free_logits(fit$theta))
  all <- do.call(rbind, away)
  expect_lt(max(abs(colMeans(all))), 0.05)
  expect_equal(unname(stats::cov(all)), unname(fit$covariance), tolerance = 0.03)
})

test_that("the mean covariance is the mean of the articles' covariances", {
  known <- own_covariates(fit)
  all <- topic_stm_posterior_core(
    counts, stm_parameters(fit), known$prevalence, NULL, TRUE, 0, 0, 0, 1L, NULL
  )
  expect_equal(unname(fit$covariance), apply(all$covariance, 1:2, mean))
})

test_that("a root of a covariance squares to it, and to its nearest if it is none", {
  x <- crossprod(matrix(c(1, 2, 3, 4, 5, 7, 1, 0, 2), 3))
  expect_equal(crossprod(covariance_root(x)), x)
  broken <- diag(c(2, -1))
  expect_equal(crossprod(covariance_root(broken)), diag(c(2, 0)))
})

test_that("a draw belongs to its article, whatever the order", {
  back <- fit
  turned <- rev(seq_len(nrow(counts)))
  back$theta <- fit$theta[turned, ]
  one <- composed_shares(fit, diag(nrow(counts)), "global", 2, 1, NULL, 1L)
  two <- composed_shares(back, diag(nrow(counts)), "global", 2, 1, NULL, 7L)
  expect_identical(two$along[turned, , ], one$along)
  expect_equal(as.vector(one$squares), as.vector(colSums(one$along^2)))
})
