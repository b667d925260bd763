# topic_correlation(): which topics occur together.

news <- sample_articles()
counts <- term_matrix(news, remove = term_stopwords(), min_docs = 4)
fit <- topic_lda(counts, 4, iterations = 10, seed = 1)

test_that("correlations and their intervals are those of cor.test()", {
  out <- topic_correlation(fit, level = 0.9)
  expect_named(out, c("topic_1", "topic_2", "correlation", "lower", "upper"))
  expect_identical(nrow(out), 6L)
  expect_false(is.unsorted(-out$correlation))
  for (i in seq_len(6)) {
    peer <- stats::cor.test(
      fit$theta[, as.character(out$topic_1[[i]])], fit$theta[, as.character(out$topic_2[[i]])],
      conf.level = 0.9
    )
    expect_equal(out$correlation[[i]], unname(peer$estimate))
    expect_equal(c(out$lower[[i]], out$upper[[i]]), as.vector(peer$conf.int))
  }
  expect_identical(levels(out$topic_1), rownames(fit$phi))
})

test_that("one topic, one article and equal shares have no correlation", {
  one <- topic_lda(counts, 1, iterations = 2, seed = 1)
  expect_identical(nrow(topic_correlation(one)), 0L)
  few <- topic_lda(counts[1, , drop = FALSE], 2, iterations = 2, seed = 1)
  expect_identical(topic_correlation(few)$correlation, NA_real_)
  few <- topic_lda(counts[1:3, ], 2, iterations = 2, seed = 1)
  expect_identical(topic_correlation(few)$lower, NA_real_)
  expect_equal(topic_correlation(few)$correlation, -1)
})

test_that("arguments are checked", {
  expect_error(topic_correlation(1), class = "tritone_error_input")
  expect_error(topic_correlation(fit, level = 0), class = "tritone_error_input")
  expect_error(topic_correlation(fit, method = "huge"), class = "tritone_error_input")
})
