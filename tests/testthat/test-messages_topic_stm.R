# Words of the structural topic model, as a user meets them.

news <- data.frame(
  doc_id = sprintf("d%02d", 1:12),
  text = rep(c(
    "rain wind rain hail storm", "wind hail rain storm cloud", "goal match goal team coach",
    "team match win goal coach", "bank rate loan bank price", "rate price loan market bank"
  ), 2),
  source = rep(c("north", "south", "west"), 4), day = c(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8)
)
counts <- term_matrix(news)
fitted <- function(...) topic_stm(counts, 2, ..., max_iterations = 3, seed = 1, progress = FALSE)
# Figures of a fit depend on the last bits of the computer's arithmetic.
scrub_figures <- function(lines) gsub("-?[0-9]+\\.[0-9]+(e-?[0-9]+)?", "<x>", lines)

test_that("structural fits print", {
  local_reproducible_output(width = 80, unicode = TRUE)
  expect_snapshot(transform = scrub_figures, {
    fitted()
    fitted(~ source + s(day, 3), data = news)
    fit <- fitted(~day, ~source, data = news)
    fit
    glance(fit)
    topic_terms(fit, 1, group = "north")
    effects <- topic_effects(fit, ~day, seed = 1)
    effects
    predict(effects, data.frame(day = 2))
    imported <- topic_import(topic_export(fit, counts, to = "stm"))
    imported
    found <- topic_articles(imported, 1, articles = news)
  })
  each <- data.frame(doc_id = rownames(counts), paper = sprintf("p%02d", 1:12))
  expect_snapshot(error = TRUE, {
    topic_search(counts, 2, topic_stm, prevalence = ~paper, data = each, holdout = 2, seed = 1)
  })
})

test_that("data that do not match", {
  made <- counts
  rownames(made) <- NULL
  expect_snapshot(error = TRUE, {
    fitted(~source, data = "news")
    fitted(~source, data = news[1:9, ])
    fitted(~source, data = rbind(news, news[1, ]))
    fitted(~source, data = news[1:9, -1])
    fit <- fitted(~source, data = news[-1])
    fit <- topic_stm(made, 2, ~source, data = news, max_iterations = 1, progress = FALSE)
    fitted(data = ~source)
    fitted(data = news)
  })
})

test_that("covariates", {
  gap <- news
  gap$day[c(2, 5)] <- NA
  odd <- transform(news, one = 1, level = factor("a"), author = doc_id, same = 2 * day)
  odd$list <- as.list(1:12)
  odd$z <- complex(real = 1:12)
  odd$pair <- cbind(1:12, 12:1)
  expect_snapshot(error = TRUE, {
    fitted("source", data = news)
    fitted(day ~ source, data = news)
    fitted(~., data = NULL)
    fitted(~mood, data = news)
    fitted(~ sum(day), data = news)
    fitted(~ nothing(day), data = news)
    fitted(~day, data = gap)
    fitted(~ log(day - 1), data = news)
    fitted(~one, data = odd)
    fitted(~ I(as.character(one)), data = odd)
    fitted(~level, data = odd)
    fitted(~ factor(0 * day), data = odd)
    fitted(~author, data = odd)
    fitted(~ s(author), data = odd)
    fitted(~ s(day, df = 0), data = odd)
    fitted(~list, data = odd)
    fitted(~z, data = odd)
    fit <- fitted(~ day + same, data = odd)
    fit <- fitted(~ day + same + I(3 * day), data = odd)
    fitted(content = "source", data = news)
    fitted(content = ~ source + day, data = news)
    fitted(content = ~pair, data = odd)
    fitted(content = ~ ifelse(day > 5, NA, source), data = odd)
  })
})

test_that("arguments of a structural fit", {
  expect_snapshot(error = TRUE, {
    topic_stm(counts)
    topic_stm(counts, 1)
    topic_stm(counts, 2, init = "Spectral")
    topic_stm(counts, 2, schedule = "slow")
    topic_stm(counts, 2, emtol = 1e-4)
    topic_stm(counts, 2, max_terms = 2)
    topic_stm(counts, 40)
  })
})

test_that("lists of documents and vocab", {
  x <- list(documents = list(a = rbind(1:2, 1:2), b = rbind(3, 1)), vocab = c("a", "b", "c"))
  wrong <- function(name, value) {
    x$documents[[name]] <- value
    x
  }
  expect_snapshot(error = TRUE, {
    topic_stm(wrong("b", rbind(4, 1)), 2)
    topic_stm(wrong("b", 1:2), 2)
    topic_stm(c(x, list(meta = data.frame(day = 1))), 2, ~day)
  })
})

test_that("new articles", {
  fit <- fitted(~ source + s(day, 3), data = news)
  both <- fitted(~day, ~source, data = news)
  none <- fitted()
  new <- news[1:2, ]
  new$source <- c("north", "east")
  lda <- topic_lda(counts, 2, iterations = 2, seed = 1)
  far <- transform(news[1:2, ], day = c(3, 20))
  imported <- topic_import(topic_export(fit, counts, to = "stm"))
  expect_snapshot(error = TRUE, {
    predict(fit, counts[1:2, ], new)
    predict(both, counts[1:2, ], new)
    predict(fitted(~ factor(source), data = news), counts[1:2, ], new)
    predict(fit, counts[1:2, ], new["doc_id"])
    predict(fit, counts[1:2, ], transform(new, source = NA))
    predict(both, counts[1:2, ], transform(new, source = NA))
    predict(fit, data = new)
    predict(none, counts[1:2, ], new)
    predict(lda, counts[1:2, ], new)
    predict(imported, counts, news)
    dim(predict(fit, counts[1:2, ], far))
    topic_heldout(none, counts, method = "left_to_right")
    topic_terms(none, group = "north")
    topic_terms(both, group = "east")
    topic_export(none, counts, to = "topicmodels")
    topic_import(structure(list(mu = 1, beta = 1), class = "STM"))
  })
})

test_that("effects", {
  fit <- fitted(~ source + s(day, 3), data = news)
  none <- fitted()
  lda <- topic_lda(counts, 2, iterations = 2, seed = 1)
  gibbs <- topic_lda(
    counts, 2, method = "gibbs", iterations = 20, draws = 2, thin = 1, seed = 1
  )
  effects <- topic_effects(fit, ~source, seed = 1)
  numbers <- stats::setNames(as.data.frame(diag(12)), paste0("x", 1:12))
  expect_snapshot(error = TRUE, {
    topic_effects(none)
    topic_effects(none, ~mood)
    topic_effects(fit, 1:3 ~ source)
    topic_effects(fit, nothing ~ source)
    topic_effects(fit, ~source, uncertainty = "local")
    topic_effects(lda, ~source, news, uncertainty = "global")
    topic_effects(gibbs, ~source, news, uncertainty = "global")
    topic_effects(fit, ~source, nsims = 5)
    topic_effects(fit, ~ x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8 + x9 + x10 + x11, numbers)
    predict(effects)
    predict(effects, 1)
    predict(effects, data.frame(source = "east"))
    predict(effects, data.frame(source = NA))
    plot(effects, "day")
    attr(effects, "effects") <- NULL
    predict(effects, news)
  })
})

test_that("groups of perspectives", {
  made <- simulated_stm(60)
  data <- data.frame(group = c("a", "b")[made$group])
  suppressMessages(
    fit <- topic_stm(made$counts, 2, content = ~group, data = data, max_iterations = 2)
  )
  expect_snapshot(error = TRUE, {
    plot(fit, type = "perspectives", group = "a")
    plot(fit, type = "perspectives", group = c("a", "c"))
  })
})
