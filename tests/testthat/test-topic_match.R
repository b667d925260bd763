# topic_match(): the topics of two fits, one to one.

counts <- term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 3)
fit <- topic_lda(counts, 5, seed = 1)

test_that("a fit matches itself in any order", {
  turned <- fit
  order <- c(3, 1, 5, 2, 4)
  turned$phi <- fit$phi[order, ]
  rownames(turned$phi) <- rownames(fit$phi)
  turned$theta <- fit$theta[, order]
  colnames(turned$theta) <- rownames(fit$phi)
  out <- topic_match(fit, turned)
  expect_s3_class(out, c("tritone_topic_match", "tritone_table"), exact = FALSE)
  expect_named(out, c("topic_a", "topic_b", "similarity", "correlation", "terms"))
  expect_identical(as.integer(out$topic_b), order(order))
  expect_equal(out$similarity, rep(1, 5))
  expect_equal(out$correlation, rep(1, 5))
  expect_equal(topic_match(fit, fit, measure = "overlap")$similarity, rep(1, 5))
})

test_that("pairs are those of the largest sum, by trying all", {
  other <- topic_nmf(counts, 6, iterations = 40, seed = 2)
  for (measure in c("cosine", "overlap")) {
    out <- topic_match(fit, other, measure = measure)
    score <- outer(1:5, 1:6, Vectorize(function(i, j) {
      p <- fit$phi[i, ]
      q <- other$phi[j, ]
      if (measure == "overlap") sum(pmin(p, q)) else sum(p * q) / sqrt(sum(p^2) * sum(q^2))
    }))
    expect_equal(unname(attr(out, "similarity")), score)
    expect_identical(as.integer(out$topic_b)[1:5], twin_assignment(score))
    expect_identical(nrow(out), 6L)
    expect_identical(is.na(out$topic_a), rep(c(FALSE, TRUE), c(5, 1)))
    expect_setequal(as.character(out$topic_b), rownames(other$phi))
  }
  back <- topic_match(other, fit)
  expect_identical(nrow(back), 6L)
  expect_identical(sum(is.na(back$topic_b)), 1L)
  expect_identical(glance(back)$matched, 5L)
  expect_identical(topic_match(fit, other, threads = 7), topic_match(fit, other, threads = 1))
})

test_that("fits of other terms and articles match by the terms they have in common", {
  half <- topic_lda(counts[1:60, 1:200], 5, seed = 1)
  out <- topic_match(fit, half)
  expect_true(all(out$similarity >= 0 & out$similarity <= 1))
  terms <- union(colnames(fit$phi), colnames(half$phi))
  p <- q <- stats::setNames(numeric(length(terms)), terms)
  p[colnames(fit$phi)] <- fit$phi[1, ]
  q[colnames(half$phi)] <- half$phi[as.integer(out$topic_b[[1]]), ]
  expect_equal(out$similarity[[1]], sum(p * q) / sqrt(sum(p^2) * sum(q^2)))
  both <- rownames(half$theta)
  expect_equal(
    out$correlation[[1]],
    stats::cor(fit$theta[both, 1], half$theta[both, as.integer(out$topic_b[[1]])])
  )
  few <- topic_lda(counts[1:2, ], 2, iterations = 2, seed = 1)
  expect_true(all(is.na(topic_match(fit, few)$correlation)))
  one <- topic_lda(counts, 1, iterations = 2, seed = 1)
  expect_identical(sum(!is.na(topic_match(one, fit)$similarity)), 1L)
})

test_that("fits without a common term are an error", {
  other <- topic_lda(term_matrix("zzz yyy"), 2, iterations = 2, seed = 1)
  expect_error(topic_match(fit, other), "in common", class = "tritone_error_input")
})
