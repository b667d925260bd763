# topic_effects(): regressions of shares by composition.

news <- sample_articles()
counts <- effects_counts(news)
fit <- effects_fit(news, counts)
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
  shares <- cbind(fever = c(0.2, 0.3, 0.5, 0.1), harvest = c(0.8, 0.7, 0.5, 0.9))
  harvest <- 1
  named <- topic_effects(shares, harvest ~ x, data.frame(x = 1:4))
  expect_identical(as.character(unique(named$topic)), "harvest")
  expect_error(
    topic_effects(shares, sum ~ x, data.frame(x = 1:4)), "must be topics of the fit",
    class = "tritone_error_input"
  )
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
  plain <- topic_effects(lda, ~ source, news, uncertainty = "none")
  # By default local: Dirichlet draws of the expected tokens and alpha, of the same mean.
  drawn <- topic_effects(lda, ~ source, news, seed = 2)
  expect_identical(glance(drawn)$uncertainty, "local")
  expect_identical(drawn, topic_effects(lda, ~ source, news, uncertainty = "local", seed = 2))
  expect_lt(max(abs(drawn$estimate - plain$estimate)), 0.02)
  expect_true(all(drawn$std_error > plain$std_error))
  # A fit that does not know its tokens, as an imported one, needs counts.
  unknown <- lda
  unknown$tokens <- NULL
  expect_identical(
    topic_effects(unknown, ~ source, news, counts = counts, seed = 2)$std_error, drawn$std_error
  )
  expect_identical(topic_effects(unknown, ~ source, news)$std_error, plain$std_error)
  refused(topic_effects(unknown, ~ source, news, uncertainty = "local"))
  seeded <- topic_seeded(
    counts, list(harvest = "harvest*", fever = "hospital*"), iterations = 20, seed = 1
  )
  expect_identical(glance(topic_effects(seeded, ~ source, news, seed = 1))$uncertainty, "local")
  gibbs <- topic_lda(counts, 3, method = "gibbs", iterations = 30, draws = 3, thin = 1, seed = 1)
  out <- topic_effects(gibbs, ~ source, news)
  twin <- twin_effects(
    ~ source, as.data.frame(news), lapply(1:3, function(i) gibbs$theta_draws[, , i]), 2
  )
  rows <- out[out$topic == "topic_2", ]
  expect_equal(rows$estimate, unname(twin$estimate))
  expect_equal(rows$std_error, unname(twin$std_error))
  refused(topic_effects(lda, ~ source, news, uncertainty = "global"))
  nmf <- topic_nmf(counts, 3, iterations = 20, seed = 1)
  expect_identical(glance(topic_effects(nmf, ~ source, news))$uncertainty, "none")
  refused(topic_effects(nmf, ~ source, news, uncertainty = "local"))
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

test_that("each form is that of its slow twin", {
  trial <- effects_trial()
  effects <- function(...) {
    out <- topic_effects(trial$theta, "one" ~ tone + side, trial$data, ...)
    list(estimate = out$estimate, std_error = out$std_error)
  }
  y <- trial$theta[, "one"]
  of <- match(trial$data$house, unique(trial$data$house))
  same <- function(ours, twin, tolerance) {
    expect_equal(ours$estimate, unname(twin$estimate), tolerance = tolerance)
    expect_equal(ours$std_error, unname(twin$std_error), tolerance = tolerance)
  }
  same(effects(form = "fractional"), twin_fractional(trial$x, y), 1e-7)
  same(effects(form = "fractional", cluster = "house"), twin_fractional(trial$x, y, of), 1e-7)
  same(effects(cluster = ~house), twin_linear(trial$x, y, of), 1e-7)
  same(effects(form = "beta"), twin_beta(trial$x, y), 1e-4)
  same(effects(random = of), twin_intercepts(trial$x, y, of), 1e-5)
  same(effects(form = "fractional", random = "house"), twin_quasi(trial$x, y, of), 1e-4)
})

test_that("a random intercept of Beta lies between that of the fractional form and none", {
  trial <- effects_trial()
  effects <- function(...) topic_effects(trial$theta, "one" ~ tone + side, trial$data, ...)
  beta <- effects(form = "beta", random = "house")
  fractional <- effects(form = "fractional", random = "house")
  expect_lt(max(abs(beta$estimate - fractional$estimate)), 0.2 * max(abs(fractional$estimate)))
  expect_gt(attr(beta, "effects")$spread, 0.05)
})

test_that("every form takes draws, with the same bits for any number of threads", {
  for (form in c("linear", "fractional", "beta")) {
    for (groups in list(list(), list(cluster = "source"), list(random = "week"))) {
      data <- transform(news, week = seq_len(nrow(news)) %% 17)
      run <- function(threads) {
        do.call(topic_effects, c(
          list(fit, ~ s(date, 4), data, form = form, draws = 4, seed = 2, threads = threads), groups
        ))
      }
      one <- run(1)
      expect_identical(as.data.frame(run(7)), as.data.frame(one))
      expect_true(all(is.finite(one$std_error)))
    }
  }
})

test_that("composition in the fractional form is that of draws fitted one by one", {
  whole <- shares_drawer(fit, "global", 5, 3, NULL, 1L)(1, 5)
  twins <- lapply(1:5, function(i) {
    theta <- matrix(whole[, , i], nrow(counts), dimnames = dimnames(fit$theta))
    topic_effects(theta, "topic_2" ~ source, news, form = "fractional")
  })
  out <- topic_effects(fit, "topic_2" ~ source, news, form = "fractional", draws = 5, seed = 3)
  each <- vapply(twins, `[[`, numeric(3), "estimate")
  within <- rowMeans(vapply(twins, function(x) x$std_error^2, numeric(3)))
  expect_equal(out$estimate, rowMeans(each), tolerance = 1e-7)
  expect_equal(
    out$std_error, sqrt(within + rowMeans((each - rowMeans(each))^2)), tolerance = 1e-6
  )
})

test_that("shares that were predicted are explained, as a matrix or under the fit", {
  old <- 1:80
  lda <- topic_lda(counts[old, ], 3, iterations = 20, seed = 1)
  new <- news[-old, ]
  theta <- predict(lda, counts[-old, ])
  plain <- topic_effects(theta, ~ source, new)
  expect_identical(levels(plain$topic), colnames(theta))
  none <- topic_effects(lda, ~ source, new, newdata = counts[-old, ], uncertainty = "none")
  expect_identical(none$estimate, plain$estimate)
  drawn <- topic_effects(lda, ~ source, new, newdata = counts[-old, ], seed = 1)
  expect_true(all(drawn$std_error > plain$std_error))
  structural <- topic_stm(
    counts[old, ], 3, ~ source, data = news[old, ], max_iterations = 4, progress = FALSE
  )
  theta <- predict(structural, counts[-old, ], new)
  for (uncertainty in c("none", "global", "local")) {
    out <- topic_effects(
      structural, ~ source, new, newdata = counts[-old, ], uncertainty = uncertainty, seed = 1
    )
    expect_true(all(is.finite(out$std_error)))
    expect_lt(max(abs(out$estimate - topic_effects(theta, ~ source, new)$estimate)), 0.1)
  }
  bare <- unname(theta)
  expect_message(out <- topic_effects(bare, ~ source, as.data.frame(new)), "names no articles")
  expect_identical(levels(out$topic), paste0("topic_", 1:3))
  refused(topic_effects(theta, ~ source, new, uncertainty = "local"))
  refused(topic_effects(2 * theta, ~ source, new))
  refused(topic_effects(theta[, 1:2], ~ source, new))
  refused(topic_effects(theta, ~ source, new, newdata = counts[-old, ]))
  refused(topic_effects(theta[0, ], ~ source, new))
  lost <- lda
  lost$theta <- NULL
  expect_error(topic_effects(lost, ~ source, news), "predict", class = "tritone_error_input")
})

test_that("groups are columns, formulas or vectors", {
  trial <- effects_trial()
  effects <- function(...) topic_effects(trial$theta, ~ tone, trial$data, ...)$std_error
  clustered <- effects(cluster = "house")
  expect_identical(effects(cluster = ~house), clustered)
  expect_identical(effects(cluster = trial$data$house), clustered)
  spare <- factor(trial$data$house, c("spare", unique(trial$data$house)))
  expect_equal(effects(cluster = spare), clustered)
  turned <- trial$data[rev(seq_len(120)), ]
  expect_identical(
    topic_effects(trial$theta, ~ tone, turned, cluster = "house")$std_error, clustered
  )
  missing <- transform(trial$data, house = replace(house, 3, NA))
  expect_error(
    topic_effects(trial$theta, ~ tone, missing, cluster = "house"), "a003",
    class = "tritone_error_input"
  )
  refused(effects(cluster = NA_character_))
  refused(effects(cluster = "hous"))
  refused(effects(cluster = ~ house + side))
  refused(effects(cluster = rep("a", 120)))
  refused(effects(random = trial$data$doc_id))
  refused(effects(cluster = "house", random = "side"))
  refused(topic_effects(fit, ~ 1, cluster = 1:3))
  # Degrees of freedom: by groups for what is the same within groups.
  by_house <- transform(trial$data, size = as.numeric(factor(house)) %% 4)
  kept <- attr(topic_effects(trial$theta, ~ tone + size, by_house, random = "house"), "effects")
  expect_identical(unname(kept$df), c(15 - 2, 120 - 15 - 1, 15 - 2))
})

test_that("tibbles, unused levels, dates and splines of the package splines work", {
  skip_if_not_installed("tibble")
  trial <- effects_trial()
  formula <- ~ side + splines::bs(day, df = 4) + tone
  plain <- topic_effects(trial$theta, formula, trial$data, form = "fractional")
  tibbled <- topic_effects(
    trial$theta, formula, tibble::as_tibble(trial$data), form = "fractional"
  )
  expect_identical(tibbled$estimate, plain$estimate)
  expect_false("sideup" %in% plain$term)
  grid <- tibble::tibble(day = as.Date(c("2021-02-01", "2022-02-01")), side = "left")
  expect_identical(nrow(predict(tibbled, grid)), 6L)
})

test_that("nine in ten intervals of level 0.9 hold the true average effect, in each form", {
  for (form in c("linear", "fractional", "beta")) {
    # Beta holds it where shares have a Beta distribution.
    trial <- simulated_effects(400, dirichlet = form == "beta")
    held <- vapply(1:40, function(seed) {
      mean(covered_effects(trial, trial$draw(seed)$theta, form = form))
    }, 0)
    expect_gt(mean(held), 0.85)
    expect_lt(mean(held), 0.95)
  }
})

test_that("a covariate that a column of the result would hide is refused", {
  data <- data.frame(topic = rep(c("a", "b"), 5), x = 1:10)
  shares <- cbind(one = seq(0.1, 0.9, length.out = 10), two = seq(0.9, 0.1, length.out = 10))
  for (formula in list(~topic, ~ x * topic)) {
    expect_error(
      topic_effects(shares, formula, data), "called otherwise, such as `of_topic`",
      class = "tritone_error_input"
    )
  }
  data$of_topic <- data$topic
  expect_identical(nrow(topic_effects(shares, ~of_topic, data)), 4L)
})

test_that("shares that are the same everywhere have no effects, in any form and with groups", {
  n <- 60
  data <- data.frame(x = sin(1:n), f = rep(c("u", "v"), n / 2))
  groups <- list(
    none = list(), cluster = list(cluster = rep(letters[1:6], 10)),
    random = list(random = rep(letters[1:6], 10))
  )
  for (share in c(0, 0.3, 1)) {
    shares <- cbind(one = rep(share, n), two = 1 - share)
    for (form in c("linear", "fractional", "beta")) {
      for (name in names(groups)) {
        ask <- c(list(shares, ~ x + f, data, form = form), groups[[name]])
        out <- summary(suppressMessages(do.call(topic_effects, ask)))
        expect_true(all(abs(out$estimate) < 1e-6), info = paste(share, form, name))
        expect_true(all(out$std_error < 1e-5), info = paste(share, form, name))
      }
    }
  }
})
