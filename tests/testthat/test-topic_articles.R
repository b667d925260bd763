# topic_articles(): the most typical articles of each topic.

counts <- rbind(
  a = c(5, 3, 0, 0), b = c(4, 4, 1, 0), c = c(0, 0, 6, 2), d = c(0, 1, 3, 5), none = 0
)
colnames(counts) <- c("bank", "rate", "rain", "crop")
fit <- topic_lda(counts, 2, seed = 1)

test_that("articles come by topic and falling share", {
  out <- topic_articles(fit, n = 2)
  expect_s3_class(out, "tritone_topic_articles")
  expect_s3_class(out, "tritone_table")
  expect_identical(names(out), c("topic", "rank", "doc_id", "share"))
  expect_identical(out$rank, rep(1:2, 2))
  for (topic in colnames(fit$theta)) {
    rows <- out$topic == topic
    expect_equal(out$share[rows], unname(sort(fit$theta[, topic], decreasing = TRUE)[1:2]))
    expect_equal(out$share[rows], unname(fit$theta[out$doc_id[rows], topic]))
  }
  expect_true(all(c("a", "c") %in% out$doc_id))
})

test_that("n is cut to the articles there are, and checked", {
  expect_identical(nrow(topic_articles(fit, n = 100)), 10L)
  expect_error(topic_articles(fit, n = 0), "`n`", class = "tritone_error_input")
  expect_error(topic_articles(1), "a fit of a topic model", class = "tritone_error_input")
})
