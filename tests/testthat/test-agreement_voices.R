# Counts and tone of one voice agree with the table of voices.

test_that("counts of voices add up to those of the whole", {
  news <- article_example()
  news <- news[news$source == news$source[[1]], ][1:20, ]
  words <- function(...) sum(term_matrix(news, language = NULL, parts = c("lead", "body"), ...))
  each <- vapply(all_voices, function(voice) words(voices = voice), 0)
  expect_equal(sum(each), words())
  expect_equal(words(voices = all_voices), words())
  expect_true(all(each > 0))
})

test_that("the words of a voice are those of its rows", {
  text <- c(a = "\u201cIt is dry,\u201d said Kim. Roads were shut. Holm said it rained.")
  counted <- function(voice) colnames(term_matrix(text, voices = voice))
  expect_setequal(counted("direct"), c("it", "is", "dry"))
  expect_setequal(counted("reported"), c("it", "rained"))
  expect_setequal(counted("narration"), c("said", "kim", "roads", "were", "shut", "holm"))
  expect_identical(
    unlist(as.list(term_tokens(text, voices = "direct")), use.names = FALSE),
    c("it", "is", "dry")
  )
  expect_identical(nrow(term_context(text, "said", voices = "direct")), 0L)
})

test_that("pairs of words are those of the voices that are asked for", {
  text <- rep("\u201cIt is dry, it is dry,\u201d said Kim. Roads were shut. Roads were shut.", 2)
  for (verb in list(term_collocations, term_cooccurrence)) {
    pairs <- verb(text, voices = "direct", min_count = 1)
    expect_gt(nrow(pairs), 0L)
    expect_true(all(c(pairs$term_1, pairs$term_2) %in% c("it", "is", "dry")))
    expect_true("roads" %in% verb(text, voices = "narration", min_count = 1)$term_1)
  }
})

test_that("tone of a voice is the tone of its words alone", {
  text <- c(a = "\u201cIt is a terrible disaster,\u201d said Kim. The good harvest was a success.")
  whole <- tone_score(text)
  direct <- tone_score(text, voices = "direct")
  rest <- tone_score(text, voices = "narration")
  expect_lt(direct$tone, 0)
  expect_gt(rest$tone, 0)
  expect_equal(direct$n_words + rest$n_words, whole$n_words)
  expect_equal(direct$tone, tone_score("\u201cIt is a terrible disaster,\u201d")$tone)
})

test_that("voices must be known ones", {
  expect_error(term_matrix("x", voices = "direkt"), "voices", class = "tritone_error_input")
  expect_error(tone_score("x", voices = 1), "voices", class = "tritone_error_input")
})
