# topic_prevalence(): shares by group and over time.

news <- sample_articles()
counts <- term_matrix(news, remove = term_stopwords(), min_docs = 4)
fit <- topic_lda(counts, 3, iterations = 20, seed = 1)
refused <- function(x) expect_error(x, class = "tritone_error_input")

test_that("by group it is means with intervals on the scale of log odds", {
  out <- topic_prevalence(fit, "source", news, uncertainty = "none", level = 0.9)
  expect_named(out, c("topic", "source", "articles", "share", "std_error", "lower", "upper"))
  expect_identical(levels(out$topic), rownames(fit$phi))
  for (k in 1:3) {
    for (source in unique(news$source)) {
      x <- fit$theta[news$source == source, k]
      row <- out[out$topic == rownames(fit$phi)[[k]] & out$source == source, ]
      error <- stats::sd(x) / sqrt(length(x))
      reach <- stats::qt(0.95, length(x) - 1) * error / mean(x) / (1 - mean(x))
      expect_identical(row$articles, length(x))
      expect_equal(row$share, mean(x))
      expect_equal(row$std_error, error)
      expect_equal(row$lower, stats::plogis(stats::qlogis(mean(x)) - reach))
      expect_equal(row$upper, stats::plogis(stats::qlogis(mean(x)) + reach))
    }
  }
})

test_that("it agrees with topic_effects(), draws included", {
  groups <- data.frame(source = sort(unique(news$source)))
  structural <- topic_stm(counts, 3, ~ source, data = news, max_iterations = 3, progress = FALSE)
  for (one in list(fit, structural)) {
    for (uncertainty in c("none", "local")) {
      mine <- topic_prevalence(
        one, "source", news, uncertainty = uncertainty, counts = counts, seed = 3
      )
      theirs <- topic_effects(
        one, ~ source, news, uncertainty = uncertainty, counts = counts, seed = 3
      )
      expect_equal(mine$share, predict(theirs, groups)$estimate)
    }
  }
  mine <- topic_prevalence(structural, "source", news, seed = 3)
  theirs <- topic_effects(structural, ~ source, news, seed = 3)
  expect_equal(mine$share, predict(theirs, groups)$estimate)
  # The variance is the mean over draws of that of a mean, and that between draws.
  draws <- shares_drawer(structural, "global", 25, 3, NULL, 1L)(1, 25)
  own <- draws[news$source == groups$source[[2]], 3, ]
  between <- mean((colMeans(own) - mean(own))^2)
  expect_equal(
    mine$std_error[[8]], sqrt(mean(apply(own, 2, stats::var)) / nrow(own) + between)
  )
})

test_that("periods are those of term_trend(), with gaps left open", {
  for (unit in c("month", "week", "auto")) {
    out <- topic_prevalence(fit, "date", news, unit = unit, topics = 2, seed = 1)
    trend <- term_trend(counts, news$date, by = unit, terms = colnames(counts)[[1]])
    expect_identical(out$period, trend$period)
    expect_identical(out$articles, as.integer(trend$articles))
    expect_identical(is.na(out$share), out$articles == 0L)
    expect_identical(is.na(out$lower), out$articles < 5L)
  }
  both <- topic_prevalence(fit, ~ source + date, news, unit = "year", seed = 1)
  expect_named(both, c(
    "topic", "source", "period", "articles", "share", "std_error", "lower", "upper"
  ))
  expect_identical(nrow(both), 3L * 3L * 2L)
  vector <- topic_prevalence(fit, news$date, unit = "year", seed = 1)
  expect_identical(
    vector$share, topic_prevalence(fit, "date", news, unit = "year", seed = 1)$share
  )
})

test_that("groups may be vectors, several columns or nothing", {
  side <- rep(c("b", "a"), 60)
  out <- topic_prevalence(fit, side, seed = 1)
  expect_identical(levels(out$group), c("a", "b"))
  data <- transform(news, side = side, odd = rep(c(TRUE, FALSE, NA, TRUE), 30))
  expect_message(
    both <- topic_prevalence(fit, c("side", "odd"), data, seed = 1),
    "30 of 120 articles have no group"
  )
  expect_identical(sum(both$articles), 3L * 90L)
  all <- topic_prevalence(fit, uncertainty = "none")
  expect_equal(all$share, unname(colMeans(fit$theta)))
  turned <- data[rev(seq_len(120)), ]
  expect_identical(
    topic_prevalence(fit, "side", turned, seed = 1)$share, out$share
  )
  level <- transform(news, source = factor(source, c(unique(news$source), "unused")))
  expect_false("unused" %in% topic_prevalence(fit, "source", level, seed = 1)$source)
})

test_that("it takes every fit and predicted shares", {
  new <- news[101:120, ]
  theta <- predict(fit, counts[101:120, ])
  plain <- topic_prevalence(theta, "source", new)
  under <- topic_prevalence(fit, "source", new, newdata = counts[101:120, ], uncertainty = "none")
  expect_identical(under$share, plain$share)
  for (one in list(
    topic_nmf(counts, 3, iterations = 20, seed = 1),
    topic_seeded(counts, list(harvest = "harvest*"), iterations = 20, seed = 1)
  )) {
    out <- topic_prevalence(one, "source", news, seed = 1)
    expect_equal(as.vector(tapply(out$share, out$source, sum)), rep(1, 3))
  }
})

test_that("a share of 0 or 1 everywhere has no interval but itself", {
  theta <- matrix(rep(c(1, 0), each = 6), 6, dimnames = list(letters[1:6], c("x", "y")))
  out <- topic_prevalence(theta)
  expect_identical(out$share, c(1, 0))
  expect_identical(out$lower, c(1, 0))
  expect_identical(out$upper, c(1, 0))
  one <- topic_prevalence(theta[1, , drop = FALSE])
  expect_identical(one$std_error, c(NA_real_, NA_real_))
})

test_that("the same bits for any number of threads; R's generator is left alone", {
  set.seed(1)
  before <- .Random.seed
  one <- topic_prevalence(fit, "source", news, seed = 2, threads = 1)
  expect_identical(topic_prevalence(fit, "source", news, seed = 2, threads = 7), one)
  expect_identical(.Random.seed, before)
})

test_that("arguments are checked", {
  refused(topic_prevalence(1))
  refused(topic_prevalence(fit, "source"))
  refused(topic_prevalence(fit, "sourse", news))
  refused(topic_prevalence(fit, c("source", "source"), news))
  refused(topic_prevalence(fit, "source", news[1:3, ]))
  refused(topic_prevalence(fit, "source", news, unit = "hour"))
  refused(topic_prevalence(fit, "source", news, topics = 9))
  refused(topic_prevalence(fit, rep(NA, 120)))
  refused(topic_prevalence(fit, c("date", "again"), transform(news, again = date)))
  refused(topic_prevalence(fit, "date", transform(news, date = "soon")))
  refused(topic_prevalence(fit, "share", transform(news, share = 1)))
  refused(topic_prevalence(fit, "many", transform(news, many = I(lapply(1:120, list)))))
  refused(topic_prevalence(fit, "source", news, uncertainty = "global"))
})

test_that("plots draw what the table has", {
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  groups <- topic_prevalence(fit, "source", news, seed = 1)
  expect_identical(nrow(plot(groups)), 9L)
  expect_identical(nrow(plot(groups, n = 1)), 3L)
  lines <- topic_prevalence(fit, ~ date, news, unit = "quarter", seed = 1)
  expect_true(all(c("period", "value", "lower", "upper") %in% names(plot(lines))))
  skip_if_not_installed("ggplot2")
  both <- topic_prevalence(fit, ~ source + date, news, unit = "quarter", seed = 1)
  for (out in list(groups, lines, both)) {
    expect_no_error(ggplot2::ggplot_build(ggplot2::autoplot(out)))
  }
})

test_that("one article is asked by the columns of its data", {
  shares <- matrix(c(0.2, 0.8), 1, dimnames = list("a", c("one", "two")))
  data <- data.frame(doc_id = "a", source = "north", date = as.Date("2022-03-05"))
  out <- topic_prevalence(shares, "source", data)
  expect_identical(as.character(out$source), c("north", "north"))
  expect_identical(out$share, c(0.2, 0.8))
  out <- topic_prevalence(shares, c("source", "date"), data)
  expect_named(out, c(
    "topic", "source", "period", "articles", "share", "std_error", "lower", "upper"
  ))
  expect_identical(out$period, as.Date(rep("2022-03-01", 2)))
})
