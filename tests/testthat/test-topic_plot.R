# The data behind the plots of fits.

fit_to_plot <- function(...) {
  counts <- term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 2)
  topic_lda(counts, 3, seed = 1, progress = FALSE, ...)
}

# Draws on a device without a window and gives what the plot returns.
drawn <- function(...) {
  file <- withr::local_tempfile(fileext = ".pdf")
  grDevices::pdf(file)
  on.exit(grDevices::dev.off())
  before <- graphics::par(c("mai", "mfrow"))
  data <- withVisible(plot(...))
  expect_identical(graphics::par(c("mai", "mfrow")), before)
  expect_false(data$visible)
  data$value
}

test_that("each plot returns its data", {
  fit <- fit_to_plot()
  bars <- drawn(fit)
  expect_identical(bars$prevalence, unname(fit$prevalence))
  expect_identical(as.character(bars$topic), rownames(fit$phi))
  expect_identical(nrow(drawn(fit, n = 2, terms = 1, col = "red")), 2L)
  terms <- drawn(fit, type = "terms", n = 2, terms = 3)
  shown <- topic_terms(fit, n = 3)[1:6, ]
  expect_identical(terms$topic, shown$topic)
  expect_identical(terms$term, shown$term)
  expect_identical(terms$beta, shown$probability)
  trace <- drawn(fit, type = "trace")
  expect_identical(trace$value, fit$trace$log_likelihood[!is.na(fit$trace$log_likelihood)])
})

test_that("traces of chains, losses and single sweeps are drawn", {
  sampled <- fit_to_plot(method = "gibbs", iterations = 20, chains = 2)
  expect_identical(unique(drawn(sampled, type = "trace")$chain), 1:2)
  counts <- term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 2)
  nmf <- topic_nmf(counts, 2, iterations = 5, seed = 1, progress = FALSE)
  expect_identical(drawn(nmf, type = "trace")$value, nmf$trace$loss)
  expect_identical(nrow(drawn(fit_to_plot(iterations = 1), type = "trace")), 1L)
})

test_that("errors of plots", {
  fit <- fit_to_plot(iterations = 1)
  expect_error(plot(fit, type = "bars"), "type", class = "tritone_error_input")
  expect_error(plot(fit, n = 0), "`n`", class = "tritone_error_input")
})

test_that("perspectives compare two groups or two topics", {
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  made <- simulated_stm(80)
  data <- data.frame(group = c("a", "b")[made$group])
  fit <- suppressMessages(
    topic_stm(made$counts, 3, content = ~group, data = data, max_iterations = 3)
  )
  out <- plot(fit, type = "perspectives", topic = 2, terms = 5)
  expect_named(out, c("term", "first", "second", "difference"))
  expect_equal(out$first, unname(fit$beta[2, out$term, "a"]))
  expect_equal(out$second, unname(fit$beta[2, out$term, "b"]))
  expect_equal(out$difference, (out$second - out$first) / (out$second + out$first))
  top <- topic_terms(fit, 5, rank_by = "probability", group = c("a", "b"))
  expect_setequal(out$term, top$term[top$topic == "topic_2"])
  turned <- plot(fit, type = "perspectives", topic = "topic_2", group = c("b", "a"), terms = 5)
  expect_equal(turned$difference, -out$difference[match(turned$term, out$term)])
  two <- plot(fit, type = "perspectives", topic = c(1, 3))
  expect_equal(two$second, unname(fit$phi[3, two$term]))
})
