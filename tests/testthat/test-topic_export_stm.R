# Fits to and from the package stm, by structure; its own functions are run by make test-peers.

news <- sample_articles()
counts <- term_matrix(news, remove = term_stopwords(), min_docs = 4)
fitted <- function(...) {
  topic_stm(counts, 4, ..., max_iterations = 4, seed = 1, progress = FALSE)
}
fits <- list(
  none = fitted(), prevalence = fitted(~ source + s(date, 5), data = news),
  content = fitted(content = ~ source, data = news),
  both = fitted(~ s(date, 5), ~ source, data = news),
  plain = fitted(content = ~ source, data = news, interactions = FALSE)
)

test_that("an export has the parts that stm's functions read", {
  for (name in names(fits)) {
    fit <- fits[[name]]
    out <- topic_export(fit, counts, to = "stm")
    expect_s3_class(out, "STM")
    groups <- if (is.null(fit$beta)) 1L else 3L
    n <- nrow(counts)
    expect_identical(out$settings$dim$K, 4L)
    expect_identical(out$settings$dim[c("N", "V", "A")], list(N = n, V = ncol(counts), A = groups))
    expect_identical(out$settings$dim$wcounts$x, unname(Matrix::colSums(counts)))
    expect_identical(out$vocab, colnames(counts))
    expect_identical(out$theta, unname(fit$theta))
    e <- exp(cbind(out$eta, 0))
    expect_equal(e / rowSums(e), out$theta)
    expect_equal(out$sigma %*% out$invsigma, diag(3), tolerance = 1e-6)
    expect_length(out$beta$logbeta, groups)
    expect_equal(vapply(out$beta$logbeta, function(x) sum(exp(x)), 0), rep(4, groups))
    expect_length(out$settings$covariates$betaindex, n)
    expect_identical(out$convergence$bound, fit$trace$bound)
    expect_identical(dim(out$mu$mu), if (name %in% c("prevalence", "both")) c(3L, n) else c(3L, 1L))
  }
  out <- topic_export(fits$prevalence, counts, to = "stm")
  expect_equal(out$mu$mu[, 9], unname((out$settings$covariates$X %*% out$mu$gamma)[9, ]))
})

test_that("parts of the words of groups are in stm's order", {
  fit <- fits$both
  kappa <- topic_export(fit, counts, to = "stm")$beta$kappa
  expect_length(kappa$params, 4 + 3 + 4 * 3)
  # Topic 2 in group 3: topic, group and interaction, topics running first.
  logs <- kappa$m + kappa$params[[2]] + kappa$params[[4 + 3]] +
    kappa$params[[4 + 3 + (3 - 1) * 4 + 2]]
  expect_equal(exp(logs) / sum(exp(logs)), unname(fit$beta[2, , 3]))
  expect_length(topic_export(fits$plain, counts, to = "stm")$beta$kappa$params, 4 + 3)
})

test_that("a fit that went to stm comes back", {
  for (name in names(fits)) {
    fit <- fits[[name]]
    back <- topic_import(topic_export(fit, counts, to = "stm"))
    expect_equal(unname(back$theta), unname(fit$theta), info = name)
    expect_equal(back$sigma, fit$sigma, info = name)
    expect_equal(back$beta, fit$beta, info = name)
    if (is.null(fit$beta)) expect_equal(back$phi, fit$phi, info = name)
    expect_equal(unname(back$gamma), unname(fit$gamma), info = name)
    expect_equal(back$mean_mu, fit$mean_mu, info = name)
    expect_identical(back$trace$bound, fit$trace$bound, info = name)
    expect_equal(predict(back, counts), predict(fit, counts), tolerance = 0.05, info = name)
    expect_true(all(is.finite(topic_effects(back, ~ source, news, seed = 1)$std_error))) |>
      suppressMessages()
  }
  expect_error(predict(back, counts, news), "imported", class = "tritone_error_input")
  expect_output(print(back), "structural topic model (import)", fixed = TRUE)
  expect_identical(topic_terms(back, 2, group = "Meridian Wire")$rank, rep(1:2, 4))
  # Local uncertainty uses the covariates that stm kept.
  back <- topic_import(topic_export(fits$prevalence, counts, to = "stm"))
  rownames(back$theta) <- rownames(counts) # stm has no names of articles
  ours <- topic_effects(
    fits$prevalence, ~ source, uncertainty = "local", counts = counts, seed = 1
  )
  theirs <- topic_effects(
    back, ~ source, news, uncertainty = "local", counts = counts, seed = 1
  )
  expect_equal(theirs$estimate, ours$estimate, tolerance = 0.01)
})

test_that("other fits are exported too, without covariates", {
  lda <- topic_lda(counts, 3, iterations = 5, seed = 1)
  out <- topic_export(lda, counts, to = "stm")
  expect_identical(out$theta, unname(lda$theta))
  expect_identical(out$settings$gamma$mode, "CTM")
  expect_true(all(is.finite(out$invsigma)))
})

test_that("what cannot be converted is an error", {
  refused <- function(x) expect_error(x, class = "tritone_error_input")
  refused(topic_export(fits$none, counts, to = "topicmodels"))
  refused(topic_export(fits$none, counts[1:3, ], to = "stm"))
  out <- topic_export(fits$none, counts, to = "stm")
  out$eta <- NULL
  expect_match(conditionMessage(refused(topic_import(out))), "`eta`")
  expect_length(topic_export(fits$none, counts, to = "LDAvis")$doc.length, nrow(counts))
})
