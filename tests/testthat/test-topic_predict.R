# predict(): shares of new articles, and of the fit's own.

counts <- term_matrix(c(a = "bank money loan", b = "goal match team"))
fit <- topic_lda(counts, 2, seed = 1)

test_that("an article without a known word gets the prior, alone and among others", {
  message <- "1 of . articles of `newdata` has no term of the fit"
  expect_message(
    both <- predict(fit, term_matrix(c(x = "zebra lion", y = "bank loan"))), message
  )
  expect_message(alone <- predict(fit, term_matrix(c(x = "zebra lion"))), message)
  expect_message(empty <- predict(fit, term_matrix(c(x = ""))), message)
  expect_equal(unname(alone), matrix(0.5, 1, 2))
  expect_identical(alone, both["x", , drop = FALSE])
  expect_identical(empty, alone)
  expect_identical(
    predict(fit, term_matrix(c(y = "bank loan"))), both["y", , drop = FALSE]
  )
})

test_that("a learned prior is what such an article gets", {
  news <- term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 4)
  sampled <- topic_lda(
    news, 3, method = "gibbs", iterations = 40, optimize = TRUE, seed = 1, progress = FALSE
  )
  shares <- suppressMessages(predict(sampled, term_matrix(c(x = "zzz"))))
  expect_equal(
    unname(shares[1, ]), unname(sampled$alpha / sum(sampled$alpha)), tolerance = 1e-6
  )
})

test_that("held-out likelihood of such an article is 0 of 0 tokens", {
  for (method in c("completion", "left_to_right")) {
    expect_message(
      found <- topic_heldout(fit, term_matrix(c(x = "zebra lion")), method = method, seed = 1),
      "1 of 1 articles of `counts` has no term of the fit"
    )
    expect_identical(found$n_tokens, 0)
    expect_identical(found$log_likelihood, 0)
    expect_identical(attr(found, "perplexity"), NA_real_)
    suppressMessages(both <- topic_heldout(
      fit, term_matrix(c(x = "zebra lion", y = "bank loan goal")), method = method, seed = 1
    ))
    expect_identical(both$log_likelihood[1], 0)
    expect_lt(both$log_likelihood[2], 0)
  }
})

test_that("no articles give no rows", {
  expect_silent(none <- predict(fit, counts[0, ]))
  expect_identical(dim(none), c(0L, 2L))
  expect_silent(scored <- topic_heldout(fit, counts[0, ], seed = 1))
  expect_identical(nrow(scored), 0L)
  expect_identical(attr(scored, "perplexity"), NA_real_)
})
