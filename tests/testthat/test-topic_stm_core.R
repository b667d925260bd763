# The engine "stm": figures of stm 1.3.8 on poliblog5k, simulated topics, new articles.

test_that("start and bounds are those of stm on poliblog5k: correlated topics", {
  data <- poliblog()
  start <- fit_stm(data$counts, 20, iterations = 0)
  expect_identical(
    as.integer(start$anchors),
    c(
      1349L, 1339L, 2195L, 2246L, 373L, 1994L, 969L, 1073L, 1365L, 417L, 995L, 2038L, 1153L,
      2027L, 402L, 2034L, 1929L, 248L, 725L, 607L
    )
  )
  expect_identical(colnames(data$counts)[start$anchors[1:3]], c("legisl", "lean", "sorri"))
  expect_equal(sum(start$phi^2), 0.0463745309927, tolerance = 1e-10)
  expect_equal(
    unname(apply(start$phi, 1, max))[1:5],
    c(0.04524315, 0.02384685, 0.00746614, 0.00989804, 0.01298468),
    tolerance = 1e-6
  )
  fit <- fit_stm(data$counts, 20, iterations = 3, tolerance = 0)
  oracle <- c(-7097990.7810, -7004068.9209, -6974614.1463)
  expect_equal(fit$trace$bound[1], oracle[1], tolerance = 1e-9)
  expect_equal(fit$trace$bound, oracle, tolerance = 1e-6)
})

test_that("bounds are those of stm on poliblog5k: prevalence", {
  data <- poliblog()
  fit <- fit_stm(data$counts, 20, prevalence = data$both, iterations = 4, tolerance = 0)
  oracle <- c(-7097990.7810, -7002871.7360, -6972454.9601, -6958510.7082)
  expect_equal(fit$trace$bound[1], oracle[1], tolerance = 1e-9)
  expect_equal(fit$trace$bound, oracle, tolerance = 1e-6)
  expect_lt(fit$trace$repaired[4], 0.01)
  again <- topic_stm_fold_core(data$counts, fit, data$both, NULL, 2, NULL)
  expect_identical(again, unname(fit$theta))
})

# stm's regressions of terms stop early (a threshold of 1e-5); with 1e-7 its expected log
# likelihood of the first M-step rises by 248 to within 21 of ours.
test_that("bounds are those of stm on poliblog5k: content", {
  data <- poliblog()
  fit <- fit_stm(
    data$counts, 10,
    prevalence = data$rating, content = data$group, groups = 2, iterations = 2, tolerance = 0
  )
  oracle <- c(-7174919.1952, -7051151.5681)
  expect_equal(fit$trace$bound[1], oracle[1], tolerance = 1e-9)
  expect_equal(fit$trace$bound[2], oracle[2], tolerance = 5e-5)
  expect_gt(fit$trace$bound[2], oracle[2])
  again <- topic_stm_fold_core(data$counts, fit, data$rating, data$group, 2, NULL)
  expect_identical(again, unname(fit$theta))
})

test_that("a slope of prevalence and its topic are found", {
  data <- simulated_stm()
  design <- cbind(1, data$x)
  fit <- fit_stm(data$counts, 3, prevalence = design, threads = 2)
  expect_true(fit$converged)
  grows <- which.max(fit$phi[, "w4"])
  expect_gt(sum(fit$phi[grows, 1:8]), 0.85)
  slopes <- c(fit$gamma[2, ], 0)
  expect_equal(slopes[grows] - slopes[-grows], c(3, 3), tolerance = 0.3)
  expect_identical(dim(fit$gamma), c(2L, 2L))
  expect_identical(dim(fit$sigma), c(2L, 2L))
  expect_equal(fit$sigma, t(fit$sigma))
  expect_snapshot(print(fit$trace[1, ]))
})

test_that("shares of new articles: any rows, known and unknown covariates", {
  data <- simulated_stm()
  design <- cbind(1, data$x)
  fit <- fit_stm(
    data$counts, 3,
    prevalence = design, content = data$group, groups = 2, iterations = 10
  )
  fold <- function(rows, ...) topic_stm_fold_core(data$counts[rows, ], fit, ..., 1, NULL)
  rows <- c(7, 150, 3)
  expect_identical(fold(rows, design[rows, ], data$group[rows]), unname(fit$theta[rows, ]))
  unknown <- fold(rows, NULL, NULL)
  expect_equal(rowSums(unknown), rep(1, 3))
  expect_lt(max(abs(unknown - fit$theta[rows, ])), 0.3)
  # An article without words has the mean shares of its covariates.
  empty <- data$counts[1, , drop = FALSE]
  empty@x <- empty@x * 0
  shares <- topic_stm_fold_core(empty, fit, design[1, , drop = FALSE], 1L, 1, NULL)
  e <- exp(c(drop(design[1, ] %*% fit$gamma), 0))
  expect_equal(drop(shares), e / sum(e))
  expect_error(
    topic_stm_fold_core(data$counts, fit, design[1:3, ], NULL, 1, NULL),
    class = "tritone_error_input"
  )
  expect_error(
    topic_stm_fold_core(data$counts, fit, NULL, rep(3L, 200), 1, NULL),
    class = "tritone_error_input"
  )
})

test_that("the posterior is normal around the mode, draws are named", {
  data <- simulated_stm(60)
  fit <- fit_stm(data$counts, 3, prevalence = cbind(1, data$x), iterations = 10)
  ask <- function(draws, first = 0, threads = 1) {
    topic_stm_posterior_core(
      data$counts, fit, cbind(1, data$x), NULL, TRUE, draws, first, 4, threads, NULL
    )
  }
  found <- ask(2)
  theta <- cbind(exp(found$eta), 1)
  expect_equal(theta / rowSums(theta), unname(fit$theta))
  expect_identical(dim(found$covariance), c(2L, 2L, 60L))
  expect_true(all(apply(found$covariance, 3, det) > 0))
  expect_false(any(found$repaired))
  expect_equal(apply(found$draws, c(1, 3), sum), matrix(1, 60, 2))
  expect_identical(ask(1, first = 1, threads = 2)$draws[, , 1], found$draws[, , 2])
})

test_that("held-out words are predicted better than by their frequency", {
  data <- simulated_stm(300)
  design <- cbind(1, data$x)
  train <- 1:200
  fit <- fit_stm(data$counts[train, ], 3, prevalence = design[train, ])
  found <- topic_stm_heldout_core(
    data$counts[-train, ], fit, design[-train, ], NULL, 1, 2, NULL
  )
  expect_identical(found$tokens, rep(40, 100))
  p <- Matrix::colSums(data$counts[train, ])
  p <- p / sum(p)
  expect_gt(sum(found$log_likelihood) / sum(found$tokens), sum(p * log(p)) + 0.03)
  again <- topic_stm_heldout_core(
    data$counts[c(210, 205), ], fit, design[c(210, 205), ], NULL, 1, 1, NULL
  )
  expect_identical(again$log_likelihood, found$log_likelihood[c(10, 5)])
})

test_that("a fit that was stopped goes on to the same bits", {
  data <- simulated_stm()
  path <- withr::local_tempfile(fileext = ".rds")
  whole <- fit_stm(
    data$counts, 3,
    prevalence = cbind(1, data$x), content = data$group, groups = 2, iterations = 13, tolerance = 0
  )
  resumed <- fit_stm(
    data$counts, 3,
    prevalence = cbind(1, data$x), content = data$group, groups = 2, iterations = 13,
    tolerance = 0, checkpoint = path, threads = 2
  )
  expect_true(file.exists(path))
  for (part in c("phi", "theta", "gamma", "sigma", "beta", "kappa_interaction", "trace")) {
    expect_identical(resumed[[part]], whole[[part]])
  }
})

test_that("what cannot be fitted is an error of its class", {
  data <- simulated_stm(30)
  refused <- function(...) {
    expect_error(fit_stm(data$counts, ...), class = "tritone_error_input")
  }
  refused(1)
  refused(24)
  refused(3, prevalence = cbind(0, data$x))
  refused(3, prevalence = cbind(1, replace(data$x, 3, NA)))
  refused(3, content = rep(1L, 7), groups = 1)
  refused(3, content = c(NA, rep(1L, 29)), groups = 1)
  refused(3, init = "else")
})
