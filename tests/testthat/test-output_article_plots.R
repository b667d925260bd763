# What is drawn of tables about articles and of places of terms: the data by value, and pictures.

drawn_tables <- function() {
  ids <- c("a", "b", "c", "d")
  list(
    articles = new_table(
      list(
        doc_id = ids, text = rep("Rain fell.", 4),
        date = as.Date(c("2021-01-05", "2021-01-20", "2021-06-02", NA)),
        source = c("The Border Ledger", "Meridian Wire", "The Border Ledger", "Meridian Wire")
      ), "articles"
    ),
    check = new_table(
      list(
        check = c("empty", "near_duplicate", "cut_off"), count = c(1L, 12L, 7L),
        share = c(0.01, 0.12, 0.07), severity = c("error", "warning", "note"),
        examples = c("a", "b", "c"), fix = c("", "", "")
      ), "article_check"
    ),
    dates = new_table(
      list(
        doc_id = ids, date = as.Date(c("2021-01-05", "2021-01-20", "2021-03-02", NA)),
        basis = c("name", "metadata", "name", NA)
      ), "article_dates"
    ),
    language = new_table(
      list(doc_id = ids, language = c("es", "en", "en", NA), score = c(0.9, 1, 1, NA)),
      "article_language"
    ),
    parts = new_table(
      list(
        doc_id = c("a", "a", "a", "b", "c"), field = c("title", rep("text", 4)),
        part = c("headline", "lead", "body", "body", NA), start = c(1L, 1L, 21L, 1L, NA),
        end = c(10L, 20L, 60L, 30L, NA), text = c("x", "x", "x", "x", NA)
      ), "article_parts"
    ),
    voices = new_table(
      list(
        doc_id = c("a", "a", "b", "b", "c"), start = c(1L, 30L, 1L, 30L, NA),
        voice = c("direct", "reported", "direct", "direct", NA),
        speaker = c("Ida Holm", "Ida Holm", "Ida Holm", NA, NA),
        text = c("We wait here.", "that it rained", "It rains.", "No.", NA),
        basis = c("mention", "mention", "mention", "none", NA)
      ), "article_voices"
    ),
    duplicates = new_table(
      list(
        doc_id_1 = c("a", "b", "d", "x"), doc_id_2 = c("b", "c", "e", "a"),
        jaccard = c(0.9, 0.8, 0.7, 0.6), containment = c(1, 1, 1, 1), group = c(1L, 1L, 2L, 1L),
        source_1 = c("one", "one", "two", "one"), source_2 = c("two", "two", "one", "one")
      ), "article_duplicates"
    ),
    diff = new_table(
      list(change = c("kept", "added", "kept", "dropped")), "article_diff"
    ),
    context = new_table(
      list(
        doc_id = c("a", "a", "c"), position = c(1L, 10L, 4L), left = rep("", 3),
        match = rep("rain", 3), right = rep("", 3), pattern = c("rain*", "flood", "rain*")
      ), "term_context",
      sizes = c(a = 10L, b = 5L, c = 8L)
    )
  )
}

test_that("each table about articles is drawn from its rows", {
  x <- drawn_tables()
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  counts <- function(made) stats::setNames(made$value, made$label)
  expect_identical(
    counts(plot(x$check)),
    c("empty (error)" = 1, "near duplicate (warning)" = 12, "cut off (note)" = 7)
  )
  expect_identical(counts(plot(x$check, n = 1)), c("empty (error)" = 1))
  expect_identical(counts(plot(x$dates)), c(name = 2, metadata = 1, "no date" = 1))
  expect_identical(counts(plot(x$language)), c(English = 2, Spanish = 1, "not known" = 1))
  expect_equal(counts(plot(x$parts)), c(headline = 10, lead = 20, body = 70))
  expect_identical(counts(plot(x$diff)), c(kept = 2, dropped = 1, added = 1))
  expect_identical(counts(plot(x$duplicates)), c(x = 4, d = 2))
  expect_identical(counts(plot(summary(x$duplicates))),
    c("two from one" = 2, "one from one" = 1, "one from two" = 1))
  voices <- plot(x$voices)
  expect_identical(voices$panel, c("direct", "direct", "reported"))
  expect_identical(voices$label, c("Ida Holm", "not named", "Ida Holm"))
  expect_identical(voices$value, c(5, 1, 3))
  expect_identical(plot(x$voices, n = 1)$panel, c("direct", "reported"))
  expect_identical(counts(plot(summary(x$voices))), c("Ida Holm" = 8, "not named" = 1))
})

test_that("articles are counted by period and source, without dates by source", {
  x <- drawn_tables()$articles
  made <- plot_data(x, NULL)
  expect_identical(made$kind, "lines")
  expect_identical(made$axis, "Articles a week")
  first <- made$data[made$data$label == "The Border Ledger" & made$data$value > 0, ]
  expect_identical(first$period, as.Date(c("2021-01-04", "2021-05-31")))
  expect_identical(first$value, c(1, 1))
  expect_identical(sum(made$data$value), 3)
  expect_identical(unique(plot_data(x, 1)$data$label), "Meridian Wire")
  x$date <- NULL
  made <- plot_data(x, NULL)
  expect_identical(made$kind, "counts")
  expect_identical(made$data$label, c("Meridian Wire", "The Border Ledger"))
  expect_identical(made$data$value, c(2, 2))
  x$source <- NULL
  expect_identical(plot_data(x, NULL)$data$value, 4)
})

test_that("places of terms are where they are in the collection", {
  x <- drawn_tables()$context
  made <- plot_data(x, NULL)
  expect_identical(made$reach, c(0, 3))
  expect_equal(made$data$value, c(0.05, 0.95, 2 + 3.5 / 8))
  expect_identical(unique(plot_data(x, 1)$data$label), "rain*")
  news <- c(x = "Rain fell in the north.", y = "No word of it.", z = "It was dry. Then rain")
  made <- plot_data(term_context(news, "rain"), NULL)
  expect_identical(made$reach, c(0, 3))
  expect_equal(made$data$value, c(0.5 / 5, 2 + 4.5 / 5))
  # Without the sizes each article is where it comes first.
  attr(x, "sizes") <- NULL
  expect_equal(plot_data(x, NULL)$data$value, c(0.5, 0.5, 1.5))
})

test_that("other tables that had no plot are drawn from their columns", {
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  counts <- term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 2)
  fit <- topic_lda(counts, 3, seed = 1, iterations = 5, progress = FALSE)
  expect_identical(plot(summary(fit))$value, unname(fit$prevalence))
  articles <- topic_articles(fit, n = 3)
  expect_identical(plot(articles, n = 2)$value, articles$share[articles$rank <= 2])
  held <- topic_heldout(fit, counts)
  expect_equal(plot(held, n = 2)$value, (held$log_likelihood / held$n_tokens)[1:2])
  lexicon <- tone_lexicon(c(good = 2, fine = 2, bad = -1, awful = -1), shifters = FALSE)
  shown <- plot(lexicon)
  expect_identical(sum(shown$value), 4)
  expect_identical(shown$value[match(c("+2", "0", "-1"), shown$label)], c(2, 0, 2))
  spread <- new_table(
    list(
      source = c("x", NA), n_lexicons = c(2L, 2L), lowest = c(-0.2, 0),
      lowest_lexicon = c("a", "a"),
      highest = c(0.1, 0.4), highest_lexicon = c("b", "b"), agree = c(FALSE, TRUE)
    ), "tone_spread"
  )
  shown <- plot(spread)
  expect_identical(shown$label, c("x", "none"))
  expect_equal(shown$value, c(-0.05, 0.2))
  turns <- new_table(
    list(
      source = "x", lexicon = "news", period = as.Date("2021-03-01"), change = -0.2, lower = -0.3,
      upper = -0.1
    ), "tone_turns"
  )
  expect_identical(plot(turns)$label, "2021-03-01, x")
  expect_identical(plot(turns)$value, -0.2)
  predicted <- new_table(
    list(topic = c("one", "two"), source = c("x", "x"), estimate = c(0.1, 0.9),
      std_error = c(0.1, 0.1), lower = c(0, 0.8), upper = c(0.2, 1)),
    "topic_effects_predicted"
  )
  expect_identical(plot(predicted)$panel, c("one", "two"))
  expect_identical(plot(predicted)$label, c("x", "x"))
})

test_that("what no picture shows has an error that says what to plot", {
  counts <- term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 2)
  fit <- topic_lda(counts, 2, seed = 1, iterations = 3, progress = FALSE)
  expect_snapshot(error = TRUE, {
    plot(topic_label(fit))
    plot(tone_lexicons())
    plot(term_tokens("Rain fell."))
    plot(tone_method("vader"))
    plot(article_profile(sample_articles()))
    plot(tidy(fit))
    plot(article_exports())
    plot(drawn_tables()$check[0, ])
    plot(drawn_tables()$parts["doc_id"])
  })
  skip_if_not_installed("ggplot2")
  expect_snapshot(ggplot2::autoplot(term_tokens("Rain fell.")), error = TRUE)
})

test_that("both kinds of plot show the same data", {
  skip_if_not_installed("ggplot2")
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  for (x in drawn_tables()) {
    shown <- plot(x)
    made <- ggplot2::autoplot(x)
    expect_identical(as.numeric(made$data$value), shown$value)
    expect_error(print(made), NA)
  }
})

test_that("pictures are as they were", {
  expect_base_pictures(drawn_tables())
})

test_that("pictures of ggplot2 are as they were", {
  expect_ggplot2_pictures(drawn_tables())
})
