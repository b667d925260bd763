# topic_effects(): regressions of shares by composition.

news <- sample_articles()
counts <- term_matrix(news, remove = term_stopwords(), min_docs = 4)
fit <- topic_stm(
  counts, 4, ~ source + s(date, 5), data = news, max_iterations = 5, progress = FALSE
)
refused <- function(x) expect_error(x, class = "tritone_error_input")

test_that("without uncertainty of the shares it is least squares", {
  out <- topic_effects(fit, ~ source + tone, transform(news, tone = nchar(text)),
    uncertainty = "none")
  expect_s3_class(out, c("tritone_topic_effects", "tritone_table"), exact = FALSE)
  expect_named(out, c("topic", "term", "estimate", "std_error", "lower", "upper"))
  expect_identical(levels(out$topic), rownames(fit$phi))
  news$tone <- nchar(news$text)
  for (k in 1:4) {
    news$share <- fit$theta[, k]
    peer <- stats::lm(share ~ source + tone, news)
    rows <- out[out$topic == rownames(fit$phi)[[k]], ]
    expect_identical(rows$term, names(stats::coef(peer)))
    expect_equal(rows$estimate, unname(stats::coef(peer)))
    expect_equal(rows$std_error, unname(sqrt(diag(stats::vcov(peer)))))
    expect_equal(unname(as.matrix(rows[5:6])), unname(stats::confint(peer)))
  }
})

test_that("composition is that of a slow twin on the same draws", {
  known <- own_covariates(fit)
  for (uncertainty in c("global", "local")) {
    # With a column for each article the sums are the draws themselves.
    whole <- composed_shares(fit, diag(nrow(counts)), uncertainty, 6, 11, counts, 1L)$along
    draws <- lapply(1:6, function(i) whole[, , i])
    out <- topic_effects(
      fit, ~ source + tone, transform(news, tone = nchar(text)), uncertainty = uncertainty,
      counts = counts, draws = 6, seed = 11, level = 0.8
    )
    for (k in c(1, 4)) {
      twin <- twin_effects(
        ~ source + tone, transform(as.data.frame(news), tone = nchar(text)), draws, k
      )
      rows <- out[out$topic == rownames(fit$phi)[[k]], ]
      expect_equal(rows$estimate, unname(twin$estimate))
      expect_equal(rows$std_error, unname(twin$std_error))
      expect_equal(rows$upper, rows$estimate + stats::qt(0.9, twin$df) * rows$std_error)
    }
  }
})

test_that("defaults are the formula and the data of the fit", {
  whole <- topic_effects(fit, seed = 1)
  expect_identical(
    whole$estimate, topic_effects(fit, ~ source + s(date, 5), news, seed = 1)$estimate
  )
  expect_identical(
    topic_effects(fit, ~ source, seed = 1)$estimate,
    topic_effects(fit, ~ source, news[rev(seq_len(nrow(news))), ], seed = 1)$estimate
  )
  set.seed(5)
  first <- topic_effects(fit)
  set.seed(5)
  expect_identical(topic_effects(fit)$estimate, first$estimate)
  none <- topic_stm(counts, 3, max_iterations = 2, progress = FALSE)
  refused(topic_effects(none))
  expect_identical(nrow(topic_effects(none, ~ source, news, seed = 1)), 9L)
})

test_that("the left side chooses topics by number or name", {
  all <- topic_effects(fit, ~ source, seed = 1)
  some <- topic_effects(fit, c(4, 2) ~ source, seed = 1)
  expect_identical(as.character(some$topic), rep(c("topic_4", "topic_2"), each = 3))
  expect_equal(some$estimate[1:3], all$estimate[all$topic == "topic_4"])
  wanted <- c("topic_4", "topic_2")
  expect_identical(topic_effects(fit, wanted ~ source, seed = 1)$estimate, some$estimate)
  for (bad in list(0:2 ~ source, 5 ~ source, c(1, 1) ~ source, "sport" ~ source, lost ~ source)) {
    refused(topic_effects(fit, bad))
  }
})

test_that("the same result for any number of threads, and R's generator is left alone", {
  set.seed(1)
  before <- .Random.seed
  one <- topic_effects(fit, ~ source, uncertainty = "local", counts = counts, seed = 3, threads = 1)
  two <- topic_effects(fit, ~ source, uncertainty = "local", counts = counts, seed = 3, threads = 7)
  expect_identical(one, two)
  topic_effects(fit, ~ source, seed = 3)
  expect_identical(.Random.seed, before)
})

test_that("fits of other functions have their own uncertainty", {
  lda <- topic_lda(counts, 3, iterations = 5, seed = 1)
  plain <- topic_effects(lda, ~ source, news)
  expect_identical(plain, topic_effects(lda, ~ source, news, uncertainty = "none"))
  gibbs <- topic_lda(counts, 3, method = "gibbs", iterations = 30, draws = 3, thin = 1, seed = 1)
  out <- topic_effects(gibbs, ~ source, news)
  twin <- twin_effects(
    ~ source, as.data.frame(news), lapply(1:3, function(i) gibbs$theta_draws[, , i]), 2
  )
  rows <- out[out$topic == "topic_2", ]
  expect_equal(rows$estimate, unname(twin$estimate))
  expect_equal(rows$std_error, unname(twin$std_error))
  refused(topic_effects(lda, ~ source, news, uncertainty = "global"))
  refused(topic_effects(lda, ~ source, news, uncertainty = "local"))
})

test_that("predict() gives expected shares, with other covariates at typical values", {
  out <- topic_effects(fit, ~ source + tone, transform(news, tone = nchar(text)),
    uncertainty = "none")
  new <- data.frame(source = c("Meridian Wire", "The Border Ledger"), tone = c(500, 900))
  found <- predict(out, new, level = 0.9)
  expect_named(found, c("topic", "source", "tone", "estimate", "std_error", "lower", "upper"))
  news$tone <- nchar(news$text)
  news$share <- fit$theta[, 2]
  peer <- stats::predict(
    stats::lm(share ~ source + tone, news), new, se.fit = TRUE, interval = "confidence",
    level = 0.9
  )
  rows <- found[found$topic == "topic_2", ]
  expect_equal(rows$std_error, unname(peer$se.fit))
  expect_equal(unname(as.matrix(rows[c(4, 6, 7)])), unname(peer$fit))
  middle <- sort(news$tone)[[60]]
  expect_equal(
    predict(out, new["source"])$estimate,
    predict(out, transform(new["source"], tone = middle))$estimate
  )
  refused(predict(out))
  refused(predict(out, data.frame(source = "The Moon")))
  lost <- out
  attr(lost, "effects") <- NULL
  refused(predict(lost, new))
})

test_that("plot() draws groups and lines, and returns what it shows", {
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  out <- topic_effects(fit, 1:2 ~ source + s(date, 5), seed = 1)
  groups <- plot(out)
  expect_identical(groups$source, rep(sort(unique(news$source)), 2))
  line <- plot(out, "date")
  expect_s3_class(line$date, "Date")
  expect_identical(range(line$date), range(news$date))
  refused(plot(out, "text"))
})

test_that("a covariance without full rank is no error", {
  flat <- fit
  flat$covariance[] <- 1
  expect_true(all(is.finite(topic_effects(flat, ~ source, seed = 1)$std_error)))
  flat$covariance[1, 1] <- -1
  expect_true(all(is.finite(topic_effects(flat, ~ source, seed = 1)$std_error)))
})

test_that("arguments are checked", {
  refused(topic_effects(1, ~ source))
  refused(topic_effects(fit, "source"))
  refused(topic_effects(fit, ~ mood))
  refused(topic_effects(fit, ~ source, news[1:3, ]))
  refused(topic_effects(fit, ~ source, uncertainty = "Global"))
  refused(topic_effects(fit, ~ source, uncertainty = "local"))
  refused(topic_effects(fit, ~ source, uncertainty = "local", counts = counts[1:5, ]))
  refused(topic_effects(fit, ~ source, draws = 1))
  refused(topic_effects(fit, ~ source, level = 1))
  refused(topic_effects(fit, ~ source, nsims = 5))
  many <- news
  for (i in 1:125) many[[paste0("x", i)]] <- sin(i * seq_len(120)^1.3)
  few <- suppressMessages(refused(topic_effects(
    fit, stats::reformulate(paste0("x", 1:125)), many, uncertainty = "none"
  )))
})
