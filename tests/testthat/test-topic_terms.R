counts <- rbind(
  a = c(5, 3, 0, 0, 1), b = c(4, 4, 0, 0, 1), c = c(0, 0, 6, 2, 1), d = c(0, 0, 3, 5, 1)
)
colnames(counts) <- c("bank", "rate", "rain", "crop", "day")
fit <- topic_lda(counts, 2, seed = 1)

test_that("terms come by topic and falling probability", {
  out <- topic_terms(fit, n = 3)
  expect_s3_class(out, c("tritone_topic_terms", "tritone_table"), exact = FALSE)
  expect_identical(names(out), c("topic", "rank", "term", "probability", "lift"))
  expect_identical(out$topic, rep(c("topic_1", "topic_2"), each = 3))
  expect_identical(out$rank, rep(1:3, 2))
  for (k in 1:2) {
    rows <- out$topic == rownames(fit$phi)[k]
    expect_equal(out$probability[rows], unname(sort(fit$phi[k, ], decreasing = TRUE)[1:3]))
    expect_equal(out$probability[rows], unname(fit$phi[k, out$term[rows]]))
  }
  all <- colSums(fit$phi * fit$prevalence)
  expect_equal(out$lift, out$probability / unname(all[out$term]))
})

test_that("lift ranks by how much a term belongs to the topic", {
  out <- topic_terms(fit, n = 5, by = "lift")
  expect_false("day" %in% out$term[out$rank <= 2])
  for (topic in unique(out$topic)) expect_false(is.unsorted(-out$lift[out$topic == topic]))
})

test_that("n is cut to the terms there are, and checked", {
  expect_identical(nrow(topic_terms(fit, n = 100)), 10L)
  expect_error(topic_terms(fit, n = 0), "`n`", class = "tritone_error_input")
  expect_error(topic_terms(fit, bi = "lift"), "Did you mean `by`", class = "tritone_error_input")
  expect_error(topic_terms(counts), "a fit of topic_lda", class = "tritone_error_input")
})
