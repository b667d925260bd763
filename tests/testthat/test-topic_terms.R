# topic_terms(): which terms describe a topic, by every ranking.

counts <- rbind(
  a = c(5, 3, 0, 0, 1), b = c(4, 4, 0, 0, 1), c = c(0, 0, 6, 2, 1), d = c(0, 0, 3, 5, 1)
)
colnames(counts) <- c("bank", "rate", "rain", "crop", "day")
fit <- topic_lda(counts, 2, seed = 1)

test_that("terms come by topic and falling probability", {
  out <- topic_terms(fit, n = 3, rank_by = "probability")
  expect_s3_class(out, c("tritone_topic_terms", "tritone_table"), exact = FALSE)
  expect_named(
    out, c("topic", "rank", "term", "probability", "lift", "relevance", "frex", "score")
  )
  expect_identical(out$topic, factor(rep(c("topic_1", "topic_2"), each = 3)))
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
  out <- topic_terms(fit, n = 5, rank_by = "lift")
  expect_false("day" %in% out$term[out$rank <= 2])
  for (topic in unique(out$topic)) expect_false(is.unsorted(-out$lift[out$topic == topic]))
})

test_that("n is cut to the terms there are, and checked", {
  expect_identical(nrow(topic_terms(fit, n = 100)), 10L)
  expect_error(topic_terms(fit, n = 0), "`n`", class = "tritone_error_input")
  expect_error(
    topic_terms(fit, rank_bi = "lift"), "Did you mean `rank_by`", class = "tritone_error_input"
  )
  expect_error(topic_terms(counts), "a fit of a topic model", class = "tritone_error_input")
})

test_that("relevance is that of Sievert and Shirley", {
  common <- fit$prevalence[[1]] * fit$phi[1, ] + fit$prevalence[[2]] * fit$phi[2, ]
  for (lambda in c(0, 0.3, 0.6, 1)) {
    out <- topic_terms(fit, n = 5, lambda = lambda)
    for (topic in levels(out$topic)) {
      p <- fit$phi[topic, ]
      by_hand <- lambda * log(p) + (1 - lambda) * log(p / common)
      rows <- out$topic == topic
      expect_equal(out$relevance[rows], unname(by_hand[out$term[rows]]))
      expect_false(is.unsorted(-out$relevance[rows]))
    }
  }
  expect_identical(topic_terms(fit), topic_terms(fit, rank_by = "relevance", lambda = 0.6))
  by_probability <- topic_terms(fit, rank_by = "probability")
  expect_identical(topic_terms(fit, lambda = 1)$term, by_probability$term)
  expect_identical(topic_terms(fit, lambda = 0)$term, topic_terms(fit, rank_by = "lift")$term)
  expect_error(topic_terms(fit, lambda = 1.5), "`lambda`", class = "tritone_error_input")
})

test_that("a word of all topics does not lead, and a term that no topic has comes last", {
  phi <- rbind(
    topic_1 = c(day = 0.4, bank = 0.35, rain = 0.25, none = 0),
    topic_2 = c(day = 0.45, bank = 0.05, rain = 0.5, none = 0)
  )
  made <- topic_import(list(
    phi = phi, theta = diag(2), doc.length = c(10, 10), vocab = colnames(phi),
    term.frequency = c(8, 4, 7, 1)
  ))
  out <- topic_terms(made, n = 4)
  expect_identical(out$term[c(1, 5)], c("bank", "rain"))
  expect_identical(out$term[c(4, 8)], c("none", "none"))
  expect_identical(topic_terms(made, 1, rank_by = "probability")$term, c("day", "rain"))
  expect_match(summary(made)$terms[1], "^bank")
})

test_that("FREX is that of ranks, score that of the package lda", {
  news <- term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 3)
  fits <- list(
    topic_lda(news, 4, iterations = 20, seed = 1), topic_nmf(news, 4, iterations = 20, seed = 1)
  )
  for (fit in fits) {
    for (weight in c(0, 0.3, 0.5, 1)) {
      out <- topic_terms(fit, 8, rank_by = "frex", weight = weight)
      twin <- twin_frex(fit$phi, weight)
      at <- cbind(as.integer(out$topic), match(out$term, colnames(fit$phi)))
      expect_equal(out$frex, twin[at], info = weight)
      expect_equal(out$frex[out$rank == 1], unname(apply(twin, 1, max)))
    }
  }
  fit <- fits[[1]]
  out <- topic_terms(fit, 8, rank_by = "score")
  score <- fit$phi * (log(fit$phi) - rep(colMeans(log(fit$phi)), each = 4))
  expect_equal(out$score, score[cbind(as.integer(out$topic), match(out$term, colnames(fit$phi)))])
  for (topic in levels(out$topic)) expect_false(is.unsorted(-out$score[out$topic == topic]))
  expect_true(all(is.finite(topic_terms(fits[[2]], 20, rank_by = "score")$score)))
})

test_that("every ranking goes by content group", {
  made <- simulated_stm(80)
  data <- data.frame(group = c("a", "b")[made$group])
  fit <- suppressMessages(
    topic_stm(made$counts, 3, content = ~group, data = data, max_iterations = 3)
  )
  for (by in c("relevance", "probability", "frex", "lift", "score")) {
    out <- topic_terms(fit, 4, rank_by = by, group = c("b", "a"))
    expect_identical(levels(out$group), c("a", "b"))
    one <- fit
    one$phi[] <- fit$beta[, , "b"]
    alone <- as.data.frame(topic_terms(one, 4, rank_by = by))
    expect_identical(as.data.frame(out)[out$group == "b", -2], alone, info = by)
  }
})
