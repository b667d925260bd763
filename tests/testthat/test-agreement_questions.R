# Every question of topics has an answer for every fit, and for shares that were predicted.

asked_news <- sample_articles()
asked_counts <- term_matrix(asked_news, remove = term_stopwords(), min_docs = 3)
asked_fits <- local({
  counts <- asked_counts
  lda <- function(...) topic_lda(counts, 3, ..., seed = 1, progress = FALSE)
  stm <- function(...) {
    suppressMessages(topic_stm(counts, 3, ..., data = asked_news, max_iterations = 5))
  }
  list(
    cvb0 = lda(), online = lda(method = "online", batch = 40),
    gibbs = lda(method = "gibbs", iterations = 40),
    seeded = topic_seeded(
      counts, list(fever = "hospital*", harvest = "harvest*"), iterations = 40, seed = 1
    ),
    poisson = topic_nmf(counts, 3, iterations = 40, seed = 1),
    frobenius = topic_nmf(counts, 3, loss = "frobenius", iterations = 40, seed = 1),
    correlated = topic_stm(counts, 3, max_iterations = 5),
    prevalence = stm(~source), content = stm(~source, ~source)
  )
})
has_covariates <- function(fit) length(fit$covariates) > 0

test_that("all questions about a fit have answers of the same form", {
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  topics <- function(x) levels(x$topic)
  for (name in names(asked_fits)) {
    fit <- asked_fits[[name]]
    tables <- suppressMessages(list(
      terms = topic_terms(fit, 3), frex = topic_terms(fit, 3, rank_by = "frex"),
      lift = topic_terms(fit, 3, rank_by = "lift"), score = topic_terms(fit, 3, rank_by = "score"),
      articles = topic_articles(fit, 2, articles = asked_news),
      label = topic_label(fit, asked_news),
      quality = topic_quality(fit, asked_counts),
      prevalence = topic_prevalence(fit, "source", asked_news, seed = 1),
      months = topic_prevalence(fit, "date", asked_news, unit = "quarter", seed = 1),
      effects = topic_effects(fit, ~source, asked_news, seed = 1)
    ))
    for (table in names(tables)) {
      expect_identical(topics(tables[[table]]), rownames(fit$phi), info = paste(name, table))
      expect_gt(nrow(tables[[table]]), 0)
    }
    for (table in c("prevalence", "months")) {
      x <- tables[[table]]
      expect_true(all(x$share >= 0 & x$share <= 1), info = name)
      expect_true(all(x$lower <= x$share & x$share <= x$upper, na.rm = TRUE), info = name)
    }
    for (form in c("fractional", "beta")) {
      marginal <- summary(topic_effects(fit, ~source, asked_news, form = form, seed = 1))
      expect_true(all(is.finite(marginal$estimate)), info = paste(name, form))
    }
    expect_s3_class(topic_map(fit, n = 3), "tritone_topic_map")
    expect_true(all(abs(topic_correlation(fit)$correlation) <= 1), info = name)
    expect_identical(nrow(glance(fit)), 1L)
    expect_identical(nrow(augment(fit, asked_counts)), length(asked_counts@x), info = name)
    for (other in c("cvb0", "content")) {
      matched <- topic_match(fit, asked_fits[[other]])
      expect_identical(nrow(matched), 3L)
      if (other == name) expect_equal(matched$similarity, rep(1, 3))
    }
  }
})

test_that("shares that were predicted are taken where those of the fit are", {
  rows <- seq(1, nrow(asked_counts), 2)
  some <- asked_counts[rows, ]
  data <- asked_news[rows, ]
  for (name in names(asked_fits)) {
    fit <- asked_fits[[name]]
    shares <- predict(fit, some, if (has_covariates(fit)) data)
    expect_identical(shares, fit$theta[rows, ], info = name)
    expect_identical(
      as.data.frame(topic_quality(fit, some, shares = shares)),
      as.data.frame(topic_quality(fit, some, shares = fit$theta[rows, ])), info = name
    )
    expect_identical(
      sort(unique(topic_articles(fit, length(rows), shares = shares)$doc_id)), sort(rownames(some))
    )
    expect_s3_class(suppressMessages(topic_label(fit, data, shares = shares)), "data.frame")
    expect_s3_class(topic_map(fit, shares = shares), "tritone_topic_map")
    expect_identical(
      topic_correlation(fit, shares = shares)$correlation,
      topic_correlation(fit, shares = fit$theta[rows, ])$correlation
    )
    # As a matrix alone, and by the counts of new articles.
    alone <- topic_effects(shares, ~source, data, uncertainty = "none")
    by_counts <- suppressMessages(
      topic_effects(fit, ~source, data, newdata = some, uncertainty = "none")
    )
    expect_equal(alone$estimate, by_counts$estimate, info = name)
    expect_equal(
      topic_prevalence(shares, "source", data, uncertainty = "none")$share,
      suppressMessages(
        topic_prevalence(fit, "source", data, newdata = some, uncertainty = "none")
      )$share,
      info = name
    )
  }
})

test_that("every model is searched, fitted again and updated", {
  models <- list(
    cvb0 = list(topic_lda), online = list(topic_lda, method = "online", batch = 40, iterations = 3),
    gibbs = list(topic_lda, method = "gibbs", iterations = 20),
    seeded = list(topic_seeded, seeds = list(fever = "hospital*"), iterations = 20),
    poisson = list(topic_nmf, iterations = 20),
    frobenius = list(topic_nmf, loss = "frobenius", iterations = 20),
    correlated = list(topic_stm, max_iterations = 2),
    prevalence = list(topic_stm, prevalence = ~source, data = asked_news, max_iterations = 2),
    content = list(topic_stm, content = ~source, data = asked_news, max_iterations = 2)
  )
  expect_named(models, names(asked_fits))
  ask <- function(verb, model, ...) {
    suppressMessages(do.call(verb, c(
      list(asked_counts, ..., model = model[[1L]], seed = 1, progress = FALSE), model[-1L]
    ), quote = TRUE))
  }
  new <- asked_counts[1:20, ]
  rownames(new) <- paste0("new", 1:20)
  data <- transform(asked_news[1:20, ], doc_id = rownames(new))
  for (name in names(models)) {
    searched <- ask(topic_search, models[[name]], k = 2:3)
    expect_identical(searched$k, c(2, 3), info = name)
    stable <- ask(topic_stability, models[[name]], k = 3, runs = 2)
    expect_identical(nrow(stable), 3L, info = name)
    fit <- asked_fits[[name]]
    out <- suppressMessages(topic_update(
      fit, new, data = if (has_covariates(fit)) data, iterations = 10, resamples = 20, seed = 1,
      progress = FALSE
    ))
    expect_identical(utils::head(out$theta, -20), fit$theta, info = name)
    expect_identical(nrow(topic_terms(out, 2)), 6L)
  }
})

test_that("an imported fit is asked about new articles with what is known of it", {
  fit <- topic_import(topic_export(asked_fits$content, asked_counts, to = "stm"))
  rows <- seq(1, nrow(asked_counts), 2)
  some <- asked_counts[rows, ]
  data <- asked_news[rows, ]
  # `data` are the groups that are asked for; stm does not keep how covariates were computed.
  shares <- predict(fit, some)
  expect_equal(
    topic_prevalence(fit, "source", data, newdata = some, uncertainty = "none")$share,
    topic_prevalence(shares, "source", data, uncertainty = "none")$share
  )
  expect_equal(
    topic_effects(fit, ~source, data, newdata = some, uncertainty = "none")$estimate,
    topic_effects(shares, ~source, data, uncertainty = "none")$estimate
  )
  # Nor does it keep the names of articles.
  named <- fit
  rownames(named$theta) <- asked_news$doc_id
  expect_message(
    found <- topic_articles(fit, 2, articles = asked_news), "names no articles"
  )
  known <- topic_articles(named, 2, articles = asked_news)
  expect_identical(found$passage, known$passage)
  expect_identical(found$title, known$title)
  expect_message(labels <- topic_label(fit, asked_news), "names no articles")
  expect_identical(labels$label, suppressMessages(topic_label(named, asked_news))$label)
  expect_error(
    topic_articles(fit, 2, articles = asked_news[1:20, ]), "matched by `doc_id`",
    class = "tritone_error_input"
  )
})

test_that("tables of estimates have broom's names", {
  fit <- asked_fits$cvb0
  effects <- topic_effects(fit, ~source, asked_news, form = "fractional", seed = 1)
  whole <- c("estimate", "std.error", "conf.low", "conf.high")
  marginal <- summary(effects, pairs = TRUE)
  out <- tidy(marginal)
  expect_named(out, c("topic", "term", "contrast", whole))
  expect_identical(out$conf.high, marginal$upper)
  groups <- topic_prevalence(fit, ~ source + date, asked_news, unit = "year", seed = 1)
  out <- tidy(groups)
  expect_named(out, c("topic", "source", "period", "articles", whole))
  expect_identical(out$estimate, groups$share)
  pairs <- topic_correlation(fit)
  out <- tidy(pairs)
  expect_named(out, c("topic_1", "topic_2", whole[-2L]))
  expect_identical(out$conf.low, pairs$lower)
  for (table in list(marginal, groups, pairs)) {
    expect_error(tidy(table, 1), class = "tritone_error_input")
  }
})

test_that("plots leave the device as they found it", {
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  searched <- suppressMessages(
    topic_search(asked_counts, 2:3, iterations = 3, seed = 1, progress = FALSE)
  )
  before <- graphics::par(c("mfrow", "mai", "cex"))
  plot(asked_fits$cvb0, type = "terms")
  plot(searched)
  plot(topic_map(asked_fits$cvb0))
  plot(topic_correlation(asked_fits$cvb0))
  expect_equal(graphics::par(c("mfrow", "mai", "cex")), before)
})
