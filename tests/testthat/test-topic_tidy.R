# tidy(), glance() and augment() of fits.

counts <- rbind(a = c(4, 3, 0, 0), b = c(0, 0, 2, 5), c = c(1, 0, 0, 3))
colnames(counts) <- c("bank", "rate", "rain", "crop")
fit <- topic_lda(counts, 2, seed = 1)

test_that("tidy gives terms and shares with tidytext's columns", {
  beta <- tidy(fit)
  expect_named(beta, c("topic", "term", "beta"))
  expect_identical(nrow(beta), 8L)
  i <- which(beta$topic == "topic_2" & beta$term == "rain")
  expect_identical(beta$beta[i], fit$phi["topic_2", "rain"])
  gamma <- tidy(fit, matrix = "gamma")
  expect_named(gamma, c("document", "topic", "gamma"))
  i <- which(gamma$document == "c" & gamma$topic == "topic_1")
  expect_identical(gamma$gamma[i], fit$theta["c", "topic_1"])
  expect_error(tidy(fit, matrix = "phi"), "`matrix`", class = "tritone_error_input")
})

test_that("glance is one row", {
  x <- glance(fit)
  expect_identical(nrow(x), 1L)
  expect_identical(x$k, 2L)
  expect_identical(x$articles, 3L)
  expect_identical(x$iterations, max(fit$trace$iteration))
  expect_identical(x$log_likelihood, utils::tail(fit$trace$log_likelihood, 1))
  sampled <- topic_lda(counts, 2, method = "gibbs", iterations = 20, seed = 1)
  expect_identical(glance(sampled)$method, "gibbs")
})

test_that("augment gives each count its most probable topic", {
  x <- augment(fit, counts)
  expect_named(x, c("doc_id", "term", "count", ".topic"))
  expect_identical(nrow(x), sum(counts > 0))
  expect_identical(sum(x$count), sum(counts))
  for (i in seq_len(nrow(x))) {
    p <- fit$theta[x$doc_id[i], ] * fit$phi[, x$term[i]]
    expect_identical(as.character(x$.topic[i]), names(which.max(p)))
  }
  expect_error(augment(fit), "`data`", class = "tritone_error_input")
  expect_error(augment(fit, counts[1:2, ]), "2 articles", class = "tritone_error_input")
})
