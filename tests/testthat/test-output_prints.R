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
