# What is asked of a table of topic_effects(): expected shares, average effects, plots.

news <- sample_articles()
fit <- effects_fit(news, effects_counts(news))
refused <- function(x) expect_error(x, class = "tritone_error_input")

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

test_that("expected shares of the logistic forms are between 0 and 1", {
  trial <- effects_trial()
  far <- data.frame(tone = c(-50, 0, 50), side = "right")
  for (form in c("fractional", "beta")) {
    out <- predict(topic_effects(trial$theta, ~ tone + side, trial$data, form = form), far)
    for (column in c("estimate", "lower", "upper")) {
      expect_true(all(out[[column]] >= 0 & out[[column]] <= 1))
    }
    expect_true(all(out$lower <= out$estimate & out$estimate <= out$upper))
  }
  linear <- topic_effects(trial$theta, ~ tone + side, trial$data)
  expect_message(predict(linear, far), "below 0 or above 1")
  # With random intercepts it is the mean over groups, which is nearer to one half.
  random <- topic_effects(
    trial$theta, "one" ~ tone, trial$data, form = "fractional", random = "house"
  )
  kept <- attr(random, "effects")
  at <- sum(kept$coefficients * c(1, 1.5))
  mean <- stats::integrate(function(u) {
    stats::plogis(at + sqrt(kept$spread) * u) * stats::dnorm(u)
  }, -8, 8)$value
  expect_equal(predict(random, data.frame(tone = 1.5))$estimate, mean, tolerance = 1e-6)
})

test_that("summary() gives average marginal effects", {
  trial <- effects_trial()
  data <- droplevels(trial$data)
  formula <- "one" ~ tone * side + s(day, 4)
  for (form in c("linear", "fractional", "beta")) {
    out <- topic_effects(trial$theta, formula, trial$data, form = form)
    all <- summary(out, pairs = TRUE)
    expect_identical(all$contrast, c(
      "slope", "middle - left", "right - left", "right - middle", "slope by year"
    ))
    # By hand, from expected shares of all articles.
    share <- function(...) {
      suppressMessages(predict(out, transform(data[c("tone", "side", "day")], ...)))$estimate
    }
    expect_equal(all$estimate[[3]], mean(share(side = "right") - share(side = "left")))
    h <- 1e-4
    expect_equal(
      all$estimate[[1]], mean(share(tone = tone + h) - share(tone = tone - h)) / (2 * h),
      tolerance = 1e-3
    )
    expect_equal(all$estimate[[4]], all$estimate[[3]] - all$estimate[[2]])
    # Errors by differences of the coefficients.
    kept <- attr(out, "effects")
    moved <- vapply(seq_along(kept$coefficients), function(j) {
      other <- out
      attr(other, "effects")$coefficients[[j]] <- kept$coefficients[[j]] + 1e-5
      (summary(other, variables = "side")$estimate[[2]] - all$estimate[[3]]) / 1e-5
    }, 0)
    expect_equal(
      all$std_error[[3]], sqrt(sum(moved * (kept$covariance[, , 1] %*% moved))), tolerance = 1e-3
    )
    within <- summary(out, variables = "tone", by = "side")
    expect_identical(within$side, c("left", "middle", "right"))
    expect_equal(
      sum(within$estimate * table(data$side)) / nrow(data), all$estimate[[1]]
    )
  }
  # Where the linear form has no interaction, they are its coefficients.
  plain <- topic_effects(trial$theta, ~ tone + side, trial$data)
  effects <- summary(plain)
  expect_equal(effects$estimate, plain$estimate[plain$term != "(Intercept)"])
  expect_equal(effects$std_error, plain$std_error[plain$term != "(Intercept)"])
  expect_equal(effects$lower, plain$lower[plain$term != "(Intercept)"])
  refused(summary(plain, variables = "day"))
  refused(summary(plain, by = "tone"))
  refused(summary(plain, variables = "side", by = "side"))
  refused(summary(topic_effects(trial$theta, ~ 1, trial$data)))
})

test_that("tidy(), glance() and plots of effects", {
  trial <- effects_trial()
  out <- topic_effects(trial$theta, 1:2 ~ tone * side, trial$data, form = "fractional")
  rows <- tidy(out)
  expect_named(rows, c(
    "topic", "term", "estimate", "std.error", "statistic", "p.value", "conf.low", "conf.high"
  ))
  expect_equal(rows$p.value < 0.05, rows$conf.low > 0 | rows$conf.high < 0)
  one <- glance(topic_effects(trial$theta, ~ tone, trial$data, cluster = "house"))
  expect_identical(one$groups, 15L)
  expect_identical(one$df.residual, 14)
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  shown <- plot(out, "tone", by = "side")
  expect_identical(nrow(shown), 2L * 100L * 3L)
  shown <- plot(out, "side")
  expect_identical(as.character(shown$side), rep(c("left", "middle", "right"), 2))
  expect_identical(nrow(plot(summary(out))), 6L)
  refused(plot(out, "tone", by = "tone"))
  refused(plot(topic_effects(trial$theta, ~ 1, trial$data)))
  refused(plot(topic_effects(trial$theta, ~ tone + day, trial$data), by = "day"))
  skip_if_not_installed("ggplot2")
  for (drawn in list(
    ggplot2::autoplot(out), ggplot2::autoplot(out, "tone", by = "side"),
    ggplot2::autoplot(out, "side"), ggplot2::autoplot(summary(out))
  )) {
    expect_s3_class(drawn, "ggplot")
    expect_no_error(ggplot2::ggplot_build(drawn))
  }
})
