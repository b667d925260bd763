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

test_that("shares of other articles can be asked, and the graph be drawn", {
  shares <- predict(fit, counts[1:50, ])
  out <- topic_correlation(fit, shares = shares)
  pair <- c(as.character(out$topic_1[[1]]), as.character(out$topic_2[[1]]))
  expect_equal(out$correlation[[1]], stats::cor(shares[, pair])[1, 2])
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  drawn <- plot(out, min = -1)
  expect_identical(nrow(drawn), 6L)
  expect_identical(nrow(plot(out, min = 1)), 0L)
  one <- topic_lda(counts, 2, iterations = 2, seed = 1)
  expect_identical(nrow(plot(topic_correlation(one), min = -1)), 0L)
})

test_that("places in the plane keep distances", {
  at <- plane_places(as.matrix(stats::dist(rbind(c(0, 0), c(3, 0), c(0, 4)))))
  expect_equal(as.vector(stats::dist(at)), c(3, 4, 5))
  expect_equal(plane_places(matrix(c(0, 2, 2, 0), 2)), cbind(c(1, -1), 0))
  expect_equal(plane_places(matrix(0, 1, 1)), matrix(0, 1, 2))
  expect_equal(plane_places(matrix(0, 3, 3)), matrix(0, 3, 2))
})
