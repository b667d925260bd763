# Plots of tables: the data behind them, the labels on small and large pages, and a few pictures.
# The tables are made by hand, so that no change of a count or a tone changes a picture.

made_tables <- function() {
  terms <- c("harvest", "unemployment (falling)", "\u6e2f\u53e3\u7684\u4fee\u590d", "sea-wall")
  sources <- c("Halvera Press Agency", "Meridian Wire", "The Border Ledger")
  cells <- expand.grid(term = terms, group = sources, stringsAsFactors = FALSE)
  rate <- 100 + 10 * seq_len(nrow(cells))
  months <- seq(as.Date("2021-01-01"), by = "month", length.out = 12)
  lines <- expand.grid(period = months, source = sources, stringsAsFactors = FALSE)
  tone <- 0.2 * sin(seq_len(nrow(lines)) / 3)
  list(
    frequency = new_table(
      list(
        term = cells$term, group = factor(cells$group), rate = rate, lower = rate - 20,
        upper = rate + 30
      ), "term_frequency"
    ),
    trend = new_table(
      list(
        source = lines$source, period = lines$period, lexicon = rep("news", nrow(lines)),
        tone = replace(tone, 5, NA), lower = tone - 0.1, upper = tone + 0.1
      ), "tone_trend"
    ),
    shift = new_table(
      list(
        group = rep(c("2022", "2021"), each = 4), reference = rep(c("2021", "2022"), each = 4),
        lexicon = rep("news", 8), entry = rep(terms, 2), frequency = 1:8,
        frequency_reference = 8:1, contribution = c(4, -3, 2, -1, -4, 3, -2, 1) / 100,
        lower = c(3, -4, 1, -2, -5, 2, -3, 0) / 100, upper = c(5, -2, 3, 0, -3, 4, -1, 2) / 100
      ), "tone_shift"
    ),
    score = new_table(
      list(
        voice = rep(c("narration", "direct", NA), 2), lexicon = rep(c("news", "own"), each = 3),
        tone = c(-0.1, 0.1, 0.05, -0.2, 0.2, 0), lower = c(-0.2, 0, -0.1, -0.3, 0.1, -0.1),
        upper = c(0, 0.2, 0.2, -0.1, 0.3, 0.1)
      ), "tone_score"
    ),
    bursts = new_table(
      list(
        term = terms[c(1, 2, 2)], level = c(1, 1, 2), start = months[c(1, 3, 6)],
        end = months[c(2, 8, 7)]
      ), "term_bursts"
    )
  )
}

# The strings that a plot writes on a page of that size, with the places of their ends in points.
written <- function(draw, width, height) {
  file <- withr::local_tempfile(fileext = ".pdf")
  grDevices::pdf(file, width, height, compress = FALSE, useKerning = FALSE)
  draw()
  grDevices::dev.off()
  lines <- readLines(file, warn = FALSE, encoding = "latin1")
  form <- paste0("^/F[0-9]+ 1 Tf ", strrep("([-0-9.]+) ", 6), "Tm \\((.*)\\) Tj")
  found <- regmatches(lines, regexec(form, lines, useBytes = TRUE))
  found <- do.call(rbind, found[lengths(found) > 0])
  number <- matrix(as.numeric(found[, 2:7]), ncol = 6)
  text <- gsub("\\\\([()\\\\])", "\\1", found[, 8])
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  graphics::plot.new()
  size <- sqrt(number[, 1]^2 + number[, 2]^2)
  wide <- 72 * graphics::strwidth(text, "inches") * size / graphics::par("ps")
  upright <- abs(number[, 2]) < 1e-6
  data.frame(
    text, size, x = number[, 5], y = number[, 6],
    x_end = number[, 5] + ifelse(upright, wide, 0), y_end = number[, 6] + ifelse(upright, 0, wide)
  )
}

latin <- function(tables) {
  lapply(tables, function(x) {
    for (name in intersect(c("term", "entry"), names(x))) {
      x[[name]] <- sub("\u6e2f\u53e3\u7684\u4fee\u590d", "grain board", x[[name]])
    }
    x
  })
}

test_that("no label is dropped, cut or laid on another, on small pages and large ones", {
  tables <- latin(made_tables())
  labels <- list(
    frequency = c("harvest", "unemployment (falling)", "The Border Ledger", "Per million tokens"),
    trend = c("Halvera Press Agency", "Meridian Wire", "The Border Ledger"),
    shift = c("harvest (less)", "2022 minus 2021", "Contribution to the difference of tone"),
    score = c("narration", "none", "own"), bursts = c("harvest", "unemployment (falling)")
  )
  # Labels of rows are right before a label of the same panel only if their heights differ.
  for (name in names(tables)) {
    for (size in list(c(5, 4), c(12, 9))) {
      found <- written(function() plot(tables[[name]]), size[[1]], size[[2]])
      info <- paste(name, size[[1]])
      expect_identical(setdiff(labels[[name]], found$text), character(), info = info)
      expect_true(all(found$x > 0 & found$x_end < 72 * size[[1]]), info = info)
      expect_true(all(found$y > 0 & found$y_end < 72 * size[[2]]), info = info)
      long <- found[found$text %in% labels[[name]], ]
      for (i in seq_len(nrow(long))) {
        other <- long[-i, ]
        hit <- abs(other$y - long$y[[i]]) < 0.7 * pmin(other$size, long$size[[i]]) &
          other$x < long$x_end[[i]] & other$x_end > long$x[[i]]
        expect_identical(other$text[hit], character(), info = paste(info, long$text[[i]]))
      }
    }
  }
})

keyness_of <- function(term, group) {
  n <- length(term)
  new_table(
    list(
      group = group, term = term, log_ratio = seq_len(n), log_ratio_lower = seq_len(n) - 1,
      log_ratio_upper = seq_len(n) + 1
    ), "term_keyness"
  )
}

test_that("twenty rows of three groups have their labels on a page of 5 x 4 inches", {
  group <- rep(letters[1:3], each = 20)
  found <- written(function() plot(keyness_of(sprintf("long word %d", 1:60), group)), 5, 4)
  own <- found[grepl("^long word", found$text), ]
  expect_identical(nrow(own), 60L)
  heights <- sort(unique(round(own$y, 2)))
  expect_identical(length(heights), 20L)
  expect_true(all(diff(heights) >= 0.9 * max(own$size)))
  expect_gt(min(own$size), 5.5)
  # Rows that all panels have are labelled once; the panels have the same order of rows.
  words <- sprintf("long word %d", 1:20)
  found <- written(function() plot(keyness_of(c(words, rev(words), words), group)), 5, 4)
  own <- found[grepl("^long word", found$text), ]
  expect_identical(own$text, words)
  expect_gt(min(own$size), 6.5)
})

test_that("titles of panels and of their axis are whole, for many panels too", {
  panels <- paste("International Organization of Grain Traders", 1:9)
  x <- keyness_of(rep(sprintf("a rather long word %d", 1:4), 9), rep(panels, each = 4))
  x$term <- paste(x$term, rep(1:9, each = 4))
  for (size in list(c(5, 4), c(12, 9))) {
    found <- written(function() plot(x), size[[1]], size[[2]])
    wanted <- c(panels, x$term, "Log ratio (1: twice as often)")
    expect_identical(setdiff(wanted, found$text), character())
    expect_true(all(found$x > 0 & found$x_end < 72 * size[[1]] + 1))
    expect_true(all(found$y > 0 & found$y_end < 72 * size[[2]]))
  }
})

test_that("a title of the caller's is above all panels, which keep theirs", {
  x <- keyness_of(letters[1:4], c("one", "one", "two", "two"))
  found <- written(function() plot(x, main = "All of it", xlab = "Own axis"), 5, 4)
  expect_identical(sum(found$text %in% c("All of it", "Own axis")), 2L)
  expect_setequal(intersect(found$text, c("one", "two")), c("one", "two"))
  expect_gt(found$y[found$text == "All of it"], max(found$y[found$text == "one"]))
})

test_that("labels of points stay on the page and off each other", {
  at <- label_places(c(1, 1, 1.6, 5.1), c(1, 1.01, 1, 1), rep(0.8, 4), 0.1, 5.2)
  expect_true(all(at$x - 0.4 >= 0 & at$x + 0.4 <= 5.2 + 1e-9))
  for (i in 1:4) {
    apart <- abs(at$x[-i] - at$x[[i]]) >= 0.8 | abs(at$y[-i] - at$y[[i]]) >= 0.1
    expect_true(all(apart))
  }
  expect_identical(label_places(1, 1, 0.5, 0.1, 5, inside = TRUE)$side, 0L)
})

test_that("labels are wrapped at blanks, and within what has none", {
  expect_identical(
    wrap_label(c("one two three", "\u6e2f\u53e3\u7684\u4fee\u590d", "abcdefghij", ""), 7),
    c("one two\nthree", "\u6e2f\u53e3\u7684\n\u4fee\u590d", "abcdefg\nhij", "")
  )
})

test_that("one long interval does not make lines flat, nor a table without values an error", {
  data <- data.frame(value = c(1, 2, NA), lower = c(0, -9, NA), upper = c(3, 1000, NA))
  expect_identical(line_reach(data), c(-2, 4))
  expect_identical(line_reach(data.frame(value = 0, lower = -1, upper = 1)), c(-1, 1))
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  x <- keyness_of(c("a", "b"), c("x", "x"))
  x[c("log_ratio", "log_ratio_lower", "log_ratio_upper")] <- NA_real_
  expect_identical(plot(x)$value, c(NA_real_, NA_real_))
  one <- made_tables()$trend[1, ]
  expect_identical(plot(one)$value, one$tone)
})

test_that("plots leave the device as it was", {
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  plot.new()
  before <- graphics::par(c("mfrow", "mai", "omi", "cex"))
  for (x in latin(made_tables())) {
    plot(x)
    expect_identical(graphics::par(c("mfrow", "mai", "omi", "cex")), before)
  }
  # One panel takes its place in a layout of the caller's.
  graphics::par(mfrow = c(1, 2))
  plot(keyness_of("a", "x"))
  plot(keyness_of("b", "x"))
  expect_identical(graphics::par("mfg"), c(1L, 2L, 1L, 2L))
})

test_that("labels at the ends of lines are moved apart in their order", {
  expect_identical(spread_out(c(1, 5, 9), 1, 0, 10), c(1, 5, 9))
  moved <- spread_out(c(5, 5, 5.1), 1, 0, 10)
  expect_equal(sort(diff(sort(moved))), c(1, 1))
  expect_equal(moved, c(5, 6, 7))
  high <- spread_out(c(10, 10, 10), 2, 0, 10)
  expect_equal(high, c(5, 7, 9))
  expect_identical(spread_out(3, 1, 0, 10), 3)
})

test_that("colours are told apart by the colour-blind, and are as many as asked for", {
  expect_identical(series_colours(2), c("#0072B2", "#D55E00"))
  for (n in c(1, 7, 8, 30)) expect_identical(anyDuplicated(series_colours(n)), 0L)
  expect_length(series_marks(20), 20)
})

test_that("tones by group are dots, by period lines", {
  tables <- made_tables()
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  dots <- plot(tables$score)
  expect_identical(dots$label, rep(c("narration", "direct", "none"), 2))
  expect_identical(dots$panel, rep(c("news", "own"), each = 3))
  expect_identical(dots$value, tables$score$tone)
  expect_identical(nrow(plot(tables$score, n = 1)), 2L)
  by_month <- tables$trend
  class(by_month)[[1]] <- "tritone_tone_score"
  made <- plot_data(by_month, NULL)
  expect_identical(made$kind, "lines")
  expect_identical(made$data$label, by_month$source)
  expect_identical(made$data$period, by_month$period)
  expect_identical(made$data$upper, by_month$upper)
  expect_identical(unique(plot(by_month, n = 2)$label), unique(by_month$source)[1:2])
  expect_error(plot(tables$score[0, ]), "no rows", class = "tritone_error_input")
})

test_that("explained tones, gaps, jackknifes and speakers are drawn from their tables", {
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  news <- c(
    a = "A good day and a terrible flood. \u201cA good day,\u201d said Ann Smith.",
    b = "A terrible war. Peace is good, said Ann Smith. It was good."
  )
  hits <- tone_explain(news)
  shown <- plot(hits)
  sums <- tapply(hits$contribution, hits$entry, sum)
  counts <- table(hits$entry)
  entry <- sub(" [(][0-9]+[)]$", "", shown$label)
  expect_setequal(entry, names(sums))
  expect_equal(shown$value, as.vector(sums[entry]))
  expect_identical(shown$label, sprintf("%s (%d)", entry, counts[entry]))
  expect_false(is.unsorted(-abs(shown$value)))
  expect_identical(nrow(plot(hits, n = 1)), 1L)
  expect_error(plot(hits[0, ]), "no rows", class = "tritone_error_input")

  gap <- new_table(
    list(
      source = c("x", "x"), lexicon = c("news", "news"), versus = c("direct", "reported"),
      gap = c(0.1, -0.1), lower = c(0, -0.2), upper = c(0.2, 0)
    ), "tone_gap"
  )
  expect_identical(plot(gap)$label, c("narration minus direct, x", "narration minus reported, x"))
  jackknife <- new_table(
    list(
      quarter = as.Date(c("2021-01-01", NA)), figure = c("tone", "slope"), entry = c("war", "war"),
      value = c(0.1, 0.2), without = c(0.3, 0.1)
    ), "tone_jackknife"
  )
  without <- plot(jackknife)
  expect_identical(without$label, c("war, 2021-01-01", "war"))
  expect_identical(without$value, jackknife$without)
  expect_identical(without$lower, jackknife$value)
  speakers <- summary(article_voices(news))
  drawn <- plot(speakers)
  expect_identical(drawn$value, as.numeric(speakers$words))
})

test_that("tables on topics are drawn from their columns", {
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  counts <- term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 2)
  fit <- topic_lda(counts, 3, seed = 1, iterations = 20, progress = FALSE)
  quality <- topic_quality(fit, counts)
  expect_identical(plot(quality)$value, quality$npmi)
  terms <- topic_terms(fit, 5)
  shown <- plot(terms, n = 2)
  expect_identical(shown$panel, rep(rownames(fit$phi), each = 2))
  expect_identical(shown$label, terms$term[terms$rank <= 2])
  match <- topic_match(fit, fit)
  expect_identical(plot(match)$value, match$similarity)
  skip_if_not_installed("ggplot2")
  for (type in c("prevalence", "trace", "terms")) {
    expect_error(print(ggplot2::autoplot(fit, type)), NA)
  }
  expect_identical(ggplot2::autoplot(fit)$data$value, unname(fit$prevalence))
  expect_identical(nrow(ggplot2::autoplot(fit, "terms", n = 4)$data), 12L)
  expect_error(ggplot2::autoplot(fit, "bars"), "type", class = "tritone_error_input")
  expect_error(ggplot2::autoplot(fit, n = 0), "`n`", class = "tritone_error_input")
  expect_error(print(ggplot2::autoplot(topic_map(fit))), NA)
  expect_error(print(ggplot2::autoplot(topic_correlation(fit))), NA)
  found <- topic_search(counts, 2:3, seed = 1, iterations = 5, progress = FALSE)
  scores <- ggplot2::autoplot(found)$data
  expect_identical(scores$value[1:2], found$log_likelihood)
  expect_identical(levels(scores$measure), unname(search_labels))
})

test_that("both kinds of plot show the same data", {
  skip_if_not_installed("ggplot2")
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  for (x in latin(made_tables())) {
    shown <- plot(x)
    made <- ggplot2::autoplot(x)
    for (name in intersect(c("value", "lower", "upper"), names(shown))) {
      expect_identical(made$data[[name]], shown[[name]])
    }
    expect_error(print(made), NA)
  }
})

test_that("pictures are as they were", {
  expect_base_pictures(latin(made_tables()))
})

test_that("pictures of ggplot2 are as they were", {
  expect_ggplot2_pictures(latin(made_tables())[c("frequency", "trend", "shift")])
})
