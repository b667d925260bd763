# What users read: prints, word for word.

test_that("a lexicon prints its size, range, strongest entries and shifters", {
  local_reproducible_output(width = 60, unicode = TRUE)
  lexicon <- tone_lexicon(
    c(good = 2, bad = -2.5, great = 3.25, "blood pressure" = 0),
    shifters = data.frame(entry = c("not", "very"), type = c("negator", "amplifier")),
    name = "own", licence = "CC0"
  )
  expect_snapshot(print(lexicon))
  expect_snapshot(print(tone_lexicon(c(good = 1), shifters = FALSE)))
  words <- paste0("word", rep(letters[1:8], 25), rep(letters[1:25], each = 8))
  many <- tone_lexicon(stats::setNames(1:200 / 50, words))
  strongest <- grep("^most", utils::capture.output(print(many, n = 50)), value = TRUE)
  expect_identical(nchar(strongest, "width"), 60L)
})

test_that("tone by article and by sentence prints with fixed decimals and types", {
  local_reproducible_output(width = 80, unicode = TRUE)
  texts <- c(
    a = "A good day. The road is bad, but the bridge is good!", b = NA, c = "Good and bad."
  )
  lexicon <- tone_lexicon(c(good = 2, bad = -2), shifters = FALSE, name = "own")
  expect_snapshot(print(tone_score(texts, lexicon)))
  expect_snapshot(print(tone_score(texts, lexicon, by = "sentence")))
})

test_that("tokens and contexts print within the width of the console", {
  local_reproducible_output(width = 60, unicode = TRUE)
  texts <- c(a = strrep("The harvest was good in the north. ", 4), b = "No harvest.")
  expect_snapshot(print(term_tokens(texts), n = 1))
  expect_snapshot(print(term_context(texts, "harvest"), n = 3))
})

test_that("every print fits the console, with wide ids, long words and wide characters", {
  local_reproducible_output(width = 80, unicode = TRUE)
  ids <- paste0(strrep("\u65e5\u672c\u8a9e", 20), 1:12, strrep("x", 60))
  long <- strrep("counterrevolution", 6)
  texts <- rep(c(
    paste0("A good ", long, " in the \u6e2f\u53e3\u7684\u4fee\u590d, said Ann Smith. It was bad."),
    paste0("A terrible flood. \u201cGood ", long, "s,\u201d said Mr Jones of the harbour.")
  ), 6)
  names(texts) <- ids
  source <- rep(paste0(c("a", "b"), strrep("\u6e2f", 60)), 6)
  counts <- suppressMessages(term_matrix(texts, min_docs = 2))
  fit <- topic_lda(counts, 2, seed = 1, iterations = 5, progress = FALSE)
  results <- suppressMessages(list(
    article_parts(texts), article_voices(texts), article_duplicates(texts), article_check(texts),
    term_tokens(texts), term_frequency(counts, source), term_keyness(counts, source),
    term_collocations(texts), term_context(texts, c(paste0(long, "*"), "flood")), fit,
    topic_terms(fit), topic_articles(fit), topic_quality(fit, counts), topic_map(fit),
    topic_match(fit, fit), tone_lexicon(), tone_lexicons(), tone_score(texts),
    tone_explain(texts), tone_shift(texts, source), tidy(fit), glance(fit)
  ))
  for (width in c(40, 60, 80, 120)) {
    withr::local_options(list(width = width))
    for (x in results) {
      wide <- nchar(utils::capture.output(print(x)), "width")
      expect_lte(max(wide), width, label = paste("the width of", class(x)[[1]]))
    }
  }
})
