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

test_that("the passage is the sentence that says most for the topic", {
  texts <- c(
    a = "Nobody came. The bank raised its rate, the bank said! Rain fell.",
    b = "Rain and crop. The bank and the rate. Nothing else was said.",
    c = "Rain on the crop. A bank.", d = "Crop, crop and \u201crain.\u201d It was a bank."
  )
  texts <- c(texts, none = "")
  fit$theta["none", ] <- c(0.5, 0.5)
  out <- topic_articles(fit, 2, articles = texts)
  expect_named(
    out, c("topic", "rank", "doc_id", "share", "title", "passage", "start", "end")
  )
  at <- match(c("a", "b", "c", "d"), out$doc_id)
  expect_identical(out$passage[at], c(
    "The bank raised its rate, the bank said!", "The bank and the rate.", "Rain on the crop.",
    "Crop, crop and \u201crain.\u201d"
  ))
  expect_identical(out$passage, substring(unname(texts[out$doc_id]), out$start, out$end))
  expect_identical(out$title[[1]], unname(texts[out$doc_id[[1]]]))
  # Titles come from records; offsets are of the text.
  news <- data.frame(doc_id = names(texts), title = c("Rates", NA, "", "Crops", "None"),
    text = unname(texts))
  by_record <- suppressMessages(topic_articles(fit, 2, articles = news[5:1, ]))
  expect_identical(by_record$passage, out$passage)
  expect_identical(by_record$title[match(c("a", "d"), by_record$doc_id)], c("Rates", "Crops"))
  # An article without a known sentence.
  quiet <- replace(texts, "a", "Nobody came.")
  expect_identical(topic_articles(fit, 2, articles = quiet)$passage[at[[1]]], NA_character_)
})

test_that("terms are counted as those of the fit were", {
  texts <- c(a = "Prime ministers met. A storm came.", b = "The storm grew. Ministers, prime.")
  counts <- term_matrix(texts, ngrams = 2)
  fit <- topic_lda(counts, 2, iterations = 3, seed = 1)
  out <- topic_articles(fit, 2, ngrams = 2, articles = texts)
  expect_match(out$passage[out$doc_id == "a"], "^(Prime ministers met|A storm came)\\.$")
  expect_identical(
    topic_articles(fit, 2, articles = texts)$passage, rep(NA_character_, 4)
  )
})

test_that("other articles by their predicted shares", {
  new <- rbind(x = c(9, 0, 0, 0), y = c(0, 0, 0, 9))
  colnames(new) <- colnames(counts)
  shares <- predict(fit, new)
  out <- topic_articles(fit, 1, shares = shares)
  expect_setequal(out$doc_id, c("x", "y"))
  expect_equal(out$share, unname(apply(shares, 2, max)))
  expect_error(topic_articles(fit, shares = shares[, 1]), "`shares`", class = "tritone_error_input")
})

test_that("how terms were counted is checked as term_matrix() does", {
  ask <- function(...) topic_articles(fit, articles = c(a = "rain", b = "bank", c = "crop"), ...)
  expect_error(ask(n = 1, remove = quote(a + b)), "`remove`", class = "tritone_error_input")
  expect_error(ask(n = 1, tokenizer = "best"), "`tokenizer`", class = "tritone_error_input")
})
