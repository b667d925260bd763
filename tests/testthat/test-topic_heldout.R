# topic_heldout(): held-out likelihood beside enumeration.

halves <- function() {
  counts <- term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 8)
  list(train = counts[1:90, ], new = counts[91:120, ])
}

test_that("both estimates have the promised form and prefer a fit to chance", {
  data <- halves()
  fit <- topic_lda(data$train, 5, seed = 1, progress = FALSE)
  flat <- fit
  flat$phi[] <- 1 / ncol(fit$phi)
  for (method in c("completion", "left_to_right")) {
    found <- topic_heldout(fit, data$new, method = method, particles = 2, seed = 1)
    expect_s3_class(found, "tritone_topic_heldout")
    expect_named(found, c("doc_id", "n_tokens", "log_likelihood"))
    expect_identical(found$doc_id, rownames(data$new))
    expect_equal(
      attr(found, "perplexity"), exp(-sum(found$log_likelihood) / sum(found$n_tokens))
    )
    whole <- unname(Matrix::rowSums(data$new))
    expect_equal(found$n_tokens, if (method == "completion") whole %/% 2 else whole)
    chance <- topic_heldout(flat, data$new, method = method, particles = 2, seed = 1)
    expect_equal(attr(chance, "perplexity"), ncol(fit$phi))
    expect_lt(attr(found, "perplexity"), ncol(fit$phi))
  }
})

test_that("a row depends on its own article only, and threads change no bit", {
  data <- halves()
  fit <- topic_lda(data$train, 4, seed = 1, progress = FALSE)
  for (method in c("completion", "left_to_right")) {
    one <- topic_heldout(
      fit, data$new, method = method, particles = 2, seed = 1, threads = 1
    )
    more <- topic_heldout(
      fit, data$new, method = method, particles = 2, seed = 1, threads = 3
    )
    expect_identical(more, one)
    row <- data$new[7, , drop = FALSE]
    alone <- topic_heldout(fit, row, method = method, particles = 2, seed = 1)
    expect_identical(alone$log_likelihood, one$log_likelihood[7])
  }
})

test_that("the prior of a sampled fit and unknown terms are taken into account", {
  data <- halves()
  fit <- topic_lda(
    data$train, 3, method = "gibbs", iterations = 40, optimize = TRUE, seed = 1, progress = FALSE
  )
  expect_named(fit$alpha, rownames(fit$phi))
  other <- data$new
  colnames(other)[1] <- "a term of its own"
  expect_message(found <- topic_heldout(fit, other, seed = 1), "1 of .* terms of `counts`")
  expect_true(all(is.finite(found$log_likelihood)))
})

test_that("errors of held-out likelihood", {
  data <- halves()
  fit <- topic_lda(data$train, 2, seed = 1, iterations = 2, progress = FALSE)
  expect_error(topic_heldout(fit, data$new / 2), "whole", class = "tritone_error_input")
  expect_error(
    topic_heldout(fit, data$new, method = "l2r"), "method", class = "tritone_error_input"
  )
  expect_error(
    topic_heldout(fit, data$new, particles = 0), "particles", class = "tritone_error_input"
  )
  expect_error(topic_heldout(1, data$new), "fit", class = "tritone_error_input")
})
