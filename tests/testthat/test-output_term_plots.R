# Plots of the statistics on counts: what they show, and that both kinds draw it.

tables <- local({
  made <- NULL
  function() {
    if (is.null(made)) {
      news <- article_example()
      counts <- suppressMessages(term_matrix(news, remove = term_stopwords(), min_docs = 5))
      words <- suppressMessages(term_tokens(news))
      made <<- list(
        frequency = term_frequency(counts, news$source),
        keyness = term_keyness(counts, news$source),
        trend = term_trend(counts, news$date, terms = c("bank", "border")),
        bursts = term_bursts(counts, news$date, by = "week"),
        collocations = term_collocations(words, min_count = 4),
        cooccurrence = term_cooccurrence(words, by = "sentence", min_docs = 10),
        dispersion = term_dispersion(counts)
      )
    }
    made
  }
})

test_that("plot() draws every table and gives its data", {
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  for (x in tables()) {
    shown <- plot(x)
    expect_s3_class(shown, "data.frame")
    expect_gt(nrow(shown), 0)
    expect_identical(plot(x, main = "A title", xlab = "x"), shown)
  }
  expect_identical(nrow(plot(tables()$keyness, n = 4)), 12L)
  expect_identical(nrow(plot(tables()$collocations, n = 5)), 5L)
  key <- plot(tables()$keyness, n = 1)
  first <- tables()$keyness[!duplicated(tables()$keyness$group), ]
  expect_identical(key$label, first$term)
  expect_identical(key$lower, first$log_ratio_lower)
  trend <- plot(tables()$trend)
  expect_identical(trend$value, tables()$trend$rate)
  frequency <- plot(tables()$frequency, n = 2)
  expect_identical(unique(frequency$label), unique(tables()$frequency$term)[1:2])
  expect_identical(frequency$panel[[1]], as.character(tables()$frequency$group[[1]]))
})

test_that("autoplot() draws the same with ggplot2", {
  skip_if_not_installed("ggplot2")
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  for (x in tables()) {
    made <- ggplot2::autoplot(x)
    expect_s3_class(made, "ggplot")
    shown <- plot(x)
    expect_identical(nrow(made$data), nrow(shown))
    expect_error(print(made), NA)
  }
})
