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
