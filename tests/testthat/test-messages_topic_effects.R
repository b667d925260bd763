# Words about effects, prevalence and updates of topics, as a user meets them.

news <- data.frame(
  doc_id = sprintf("d%02d", 1:12),
  text = rep(c(
    "rain wind rain hail storm", "wind hail rain storm cloud", "goal match goal team coach",
    "team match win goal coach", "bank rate loan bank price", "rate price loan market bank"
  ), 2),
  source = rep(c("north", "south", "west"), 4), day = c(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8)
)
news$date <- as.Date("2022-01-01") + 20 * news$day
counts <- term_matrix(news)
lda <- topic_lda(counts, 2, iterations = 10, seed = 1)
theta <- lda$theta
scrub_figures <- function(lines) gsub("-?[0-9]+\\.[0-9]+(e-?[0-9]+)?", "<x>", lines)

test_that("effects and prevalence print", {
  local_reproducible_output(width = 90, unicode = TRUE)
  expect_snapshot(transform = scrub_figures, {
    effects <- topic_effects(theta, ~ source, news, form = "fractional")
    effects
    summary(effects, pairs = TRUE)
    glance(effects)
    topic_prevalence(theta, "source", news)
  })
})

test_that("shares", {
  expect_snapshot(error = TRUE, {
    topic_effects(theta, ~ source, news, newdata = counts)
    topic_effects(theta[0, ], ~ source, news)
    topic_effects(theta[, 1, drop = FALSE], ~ source, news)
    lost <- lda
    lost$theta <- NULL
    topic_effects(lost, ~ source, news)
    predict(lost)
    topic_effects(theta, ~ topic, transform(news, topic = source))
    topic_effects(theta[1:3, ], ~ source, news[1:3, ])
    topic_effects(theta, ~ source, news, uncertainty = "local")
    topic_effects(lda, ~ source, news, uncertainty = "global")
    topic_effects(theta, ~ source, news, uncertainty = "global")
    nmf <- topic_nmf(counts, 2, iterations = 5, seed = 1)
    topic_effects(nmf, ~ source, news, uncertainty = "local")
  })
})

test_that("groups and forms", {
  expect_snapshot(error = TRUE, {
    topic_effects(theta, ~ day, news, form = "logit")
    topic_effects(theta, ~ day, news, cluster = "source", random = "source")
    topic_effects(theta, ~ day, news, cluster = ~ source + day)
    topic_effects(theta, ~ 1, cluster = "source")
    topic_effects(theta, ~ day, news, cluster = "sourse")
    topic_effects(theta, ~ day, news, cluster = NA_character_)
    topic_effects(theta, ~ day, news, cluster = 1:3)
    topic_effects(theta, ~ day, news, cluster = rep("a", 12))
    topic_effects(theta, ~ day, news, random = replace(news$source, 2, NA))
    topic_effects(theta, ~ day, news, random = "doc_id")
  })
  flat <- cbind(one = c(rep(0, 6), 0.5, 0.4, 0.3, 0.6, 0.4, 0.2))
  flat <- cbind(flat, two = 1 - flat[, 1])
  rownames(flat) <- news$doc_id
  news$late <- rep(c("no", "yes"), each = 6)
  expect_snapshot({
    out <- topic_effects(flat, ~ late, news, form = "fractional")
    steep <- predict(topic_effects(theta, ~ day, news), data.frame(day = c(-1000, 1000)))
  })
})

test_that("summaries and plots of effects", {
  effects <- topic_effects(theta, ~ source + day, news)
  news$both <- cbind(news$day, news$day^2)
  matrix <- topic_effects(theta, ~ both, news)
  many <- topic_effects(rbind(theta, theta[rep(1, 60), ]), ~ x, data.frame(x = c(1:72))) |>
    suppressMessages()
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  expect_snapshot(error = TRUE, {
    summary(effects, variables = "date")
    summary(effects, variables = "source", by = "source")
    summary(effects, pairs = 1)
    summary(topic_effects(theta, ~ 1, news))
    plot(topic_effects(theta, ~ 1, news))
    summary(matrix)
    summary(many, by = "x")
    plot(effects, by = "source")
  })
  long <- news[rep(1:12, 2), ]
  long$doc_id <- sprintf("e%02d", 1:24)
  long$step <- 1:24
  twice <- rbind(theta, theta)
  rownames(twice) <- long$doc_id
  expect_snapshot(error = TRUE, plot(topic_effects(twice, ~ day + step, long), by = "step"))
})

test_that("prevalence", {
  expect_snapshot(error = TRUE, {
    topic_prevalence(theta, "source")
    topic_prevalence(theta, "sourse", news)
    topic_prevalence(theta, c("source", "source"), news)
    topic_prevalence(theta, c("date", "again"), transform(news, again = date))
    topic_prevalence(theta, "date", transform(news, date = NA))
    topic_prevalence(theta, rep(NA, 12))
    topic_prevalence(theta, "share", transform(news, share = 1))
    topic_prevalence(theta, "many", transform(news, many = I(lapply(1:12, list))))
    topic_prevalence(theta, topics = 3)
    topic_prevalence(theta, unit = "hour")
  })
})

test_that("updates", {
  new <- counts[1:3, ]
  rownames(new) <- c("n1", "n2", "n3")
  expect_snapshot(transform = scrub_figures, {
    updated <- topic_update(lda, new, iterations = 10, seed = 1, progress = FALSE)
    updated
  })
  other <- new
  colnames(other) <- paste0("z", seq_len(ncol(new)))
  unknown <- lda
  unknown$tokens <- NULL
  more <- data.frame(doc_id = rownames(new), paper = c("a", "b", "a"))
  paper <- data.frame(
    doc_id = rownames(counts), paper = rep(c("a", "b"), length.out = nrow(counts))
  )
  grouped <- topic_stm(
    counts, 2, ~paper, ~paper, data = paper, init = "random", max_iterations = 1, seed = 1
  )
  expect_snapshot(transform = scrub_figures, {
    topic_update(grouped, new, iterations = 10, seed = 1)
    factors <- topic_nmf(counts, 2, iterations = 5, seed = 1)
    topic_update(factors, new, iterations = 10, seed = 1)
  })
  expect_snapshot(error = TRUE, {
    topic_update(lda, new, data = data.frame(x = 1))
    topic_update(grouped, new, memory = new, data = more)
    topic_update(grouped, new, data = more[1, , drop = FALSE])
    topic_update(lda, counts[2:3, ])
    topic_update(lda, new / 2)
    topic_update(lda, new * 0)
    topic_update(lda, other)
    topic_update(lda, new, memory = 0)
    topic_update(unknown, new)
    topic_update(lda, new, memory = counts[0, ])
    topic_update(lda, new, iterations = 1)
  })
})
