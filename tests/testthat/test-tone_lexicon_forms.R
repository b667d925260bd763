# tone_lexicon(): tables of lexicons with several columns that might be meant.

refused <- function(x, pattern) {
  expect_error(tone_lexicon(x), pattern, class = "tritone_error_input")
}
words <- c("good", "bad", "fine")

test_that("strengths get their signs from the names of poles beside them", {
  frame <- data.frame(
    word = words, sentiment = c("positive", "negative", "joy"), score = c(3, 2, 1)
  )
  expect_message(
    expect_message(x <- tone_lexicon(frame), "`score`, with the signs of column `sentiment`"),
    "left out: joy"
  )
  expect_identical(x$entries, data.frame(entry = c("good", "bad"), valence = c(3, -2)))
  # Numbers with signs need none.
  frame <- data.frame(word = words, score = c(3, -2, 1), sentiment = c("positive", "negative", "x"))
  expect_no_message(x <- tone_lexicon(frame))
  expect_identical(x$entries$valence, c(3, -2, 1))
})

test_that("of several columns with names of valences the one that is used is named", {
  frame <- data.frame(word = words, value = c(1, -1, 1), score = c(2, -2, 0.5))
  expect_message(x <- tone_lexicon(frame), "column `value`, not of `score`")
  expect_identical(x$entries$valence, c(1, -1, 1))
  # A frequency is none, whatever its name and place.
  frame <- data.frame(word = words, value = c(10, 20, 30), polarity = c(1, -1, 0.5))
  expect_message(x <- tone_lexicon(frame), "column `polarity`, not of `value`")
  expect_identical(x$entries$valence, c(1, -1, 0.5))
  expect_no_message(
    tone_lexicon(data.frame(word = words, value = c(1, -1, 1), score = c(1, -1, 1)))
  )
})

test_that("names of poles are found in a column of any name", {
  poles <- c("positive", "negative", "neutral")
  expect_message(
    expect_message(
      x <- tone_lexicon(data.frame(id = 1:3, word = words, prior = poles, note = "a")), "`prior`"
    ), "left out: neutral"
  )
  expect_identical(x$entries, data.frame(entry = c("good", "bad"), valence = c(1, -1)))
  # The columns of MPQA's list.
  expect_message(x <- tone_lexicon(data.frame(
    type = c("strongsubj", "weaksubj", "weaksubj"), len = 1, word1 = words, pos1 = "adj",
    priorpolarity = poles
  )), "`priorpolarity`")
  expect_identical(x$entries$entry, c("good", "bad"))
  expect_identical(
    suppressMessages(tone_lexicon(data.frame(word = words, sign = c("+", "-", "0"))))$entries,
    data.frame(entry = c("good", "bad"), valence = c(1, -1))
  )
  refused(data.frame(word = words, a = poles, b = poles, n = 1:3), "`a`")
})

test_that("a column of categories is not taken for the phrases", {
  frame <- data.frame(kind = c("a", "a", "n"), mot = words, score = c(1, -1, 2))
  refused(frame, "called `entry`")
  names(frame)[[2]] <- "term"
  expect_identical(tone_lexicon(frame)$entries$entry, words)
  swn <- data.frame(
    POS = "a", PosScore = c(0.75, 0, 0.4), NegScore = c(0, 0.6, 0), SynsetTerms = words
  )
  x <- suppressMessages(tone_lexicon(swn))
  expect_identical(x$entries, data.frame(entry = words, valence = c(0.75, -0.6, 0.4)))
})

test_that("polarities and valences of a dictionary are used", {
  dictionary2 <- methods::setClass("dictionary2", contains = "list", where = environment())
  make <- function(keys, ...) {
    x <- structure(dictionary2(keys), names = names(keys))
    attr(x, "meta") <- list(object = list(...))
    x
  }
  keys <- list(praise = list(c("good", "fine*")), blame = list("bad"), topic = list("tax"))
  poles <- list(pos = "praise", neg = "blame")
  expect_message(x <- tone_lexicon(make(keys, polarity = poles)), "left out: topic")
  expect_identical(
    x$entries, data.frame(entry = c("good", "fine*", "bad"), valence = c(1, 1, -1))
  )
  expected <- data.frame(entry = c("good", "fine*", "bad"), valence = c(2, 1, -3))
  valences <- list(praise = c(good = 2, "fine*" = 1), blame = -3)
  expect_message(x <- tone_lexicon(make(keys, valence = valences)), "valences.*left out: topic")
  expect_identical(x$entries, expected)
  valences <- list(praise = 2:1, blame = c(bad = -3))
  expect_identical(
    suppressMessages(tone_lexicon(make(keys, polarity = poles, valence = valences)))$entries,
    expected
  )
  refused(make(keys, valence = list(praise = 1:3)), "key \"praise\"")
})

test_that("shifters go by other names of columns and types", {
  expected <- c("negator", "amplifier", "downtoner", "adversative")
  entries <- c("not", "very", "hardly", "but")
  shifters <- function(x) tone_lexicon(c(good = 1), shifters = x)$shifters
  frames <- list(
    data.frame(word = entries, type = expected),
    data.frame(
      term = entries,
      type = c("Negation", "Intensifier", "De-amplifier", "Adversative conjunction")
    ),
    data.frame(
      entry = entries, type = c("negation", "amplification", "deamplification", "adversative")
    ),
    data.frame(token = entries, type = 1:4), data.frame(words = entries, value = 1:4),
    data.frame(x = entries, y = c("negation", "booster", "diminisher", "adversative"))
  )
  for (frame in frames) expect_identical(shifters(frame)$type, expected)
  x <- shifters(data.frame(word = entries[1:3], value = c("-1", "1.8", ".2")))
  expect_identical(x$factor, c(-1, 1.8, 0.2))
  x <- shifters(list(negator = c("not", "never"), intensifier = "very"))
  expect_identical(x$type, c("negator", "negator", "amplifier"))
  expect_identical(x$entry, c("not", "never", "very"))
  expect_identical(nrow(shifters(data.frame(entry = "not", type = "negator")[0, ])), 0L)
  expect_error(shifters(list(reversal = "not")), "reversal", class = "tritone_error_input")
})
