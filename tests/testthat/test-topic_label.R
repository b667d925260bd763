# topic_label(): suggestions from terms and from pairs of words.

test_that("pairs of words that are typical of a topic come first", {
  money <- "The central bank kept interest rates. Interest rates hurt borrowers. Interest rates!"
  crops <- "Heavy rain spoiled winter wheat. Farmers sow winter wheat. Winter wheat dies."
  texts <- stats::setNames(rep(c(money, crops), each = 6), sprintf("a%d", 1:12))
  counts <- term_matrix(texts, remove = term_stopwords())
  fit <- topic_lda(counts, 2, seed = 1)
  out <- topic_label(fit, texts)
  expect_s3_class(out, c("tritone_topic_label", "tritone_table"), exact = FALSE)
  expect_named(out, c("topic", "rank", "label", "kind"))
  best <- out$label[out$rank == 1]
  expect_setequal(best, c("interest rates", "winter wheat"))
  expect_identical(unique(out$kind[out$rank == 1]), "pair")
  money_topic <- as.integer(out$topic[out$label == "interest rates"])
  expect_identical(money_topic, which.max(fit$phi[, "borrowers"]), ignore_attr = TRUE)
  expect_identical(topic_label(fit, term_tokens(texts)), out)
  # A few articles are enough, and shares of others serve too.
  part <- topic_label(fit, texts[c(1:4, 7:10)])
  expect_setequal(part$label[part$rank == 1], c("interest rates", "winter wheat"))
  names(texts) <- paste0("new", 1:12)
  shares <- fit$theta
  rownames(shares) <- names(texts)
  expect_identical(topic_label(fit, texts, shares = shares), out)
  expect_error(topic_label(fit, texts), "`articles`", class = "tritone_error_input")
})

test_that("without articles labels are the top terms by three rankings", {
  counts <- term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 3)
  fit <- topic_lda(counts, 3, seed = 1)
  out <- topic_label(fit)
  for (k in levels(out$topic)) {
    rows <- out[out$topic == k, ]
    expect_identical(rows$rank, seq_len(nrow(rows)))
    for (i in seq_len(nrow(rows))) {
      top <- topic_terms(fit, 3, rank_by = rows$kind[[i]])
      expect_identical(rows$label[[i]], paste(top$term[top$topic == k], collapse = ", "))
    }
    expect_false(anyDuplicated(rows$label) > 0)
  }
  expect_identical(nrow(topic_label(fit, n = 1)), 3L)
})
