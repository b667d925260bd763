# Methods of other packages, beside their exact arithmetic.

toy <- tone_lexicon(
  c(good = 1.9, bad = -2.5, fine = 0.8, grim = -2.1),
  shifters = data.frame(
    entry = c("not", "never", "very", "hugely", "barely", "but"),
    type = c("negator", "negator", "amplifier", "amplifier", "downtoner", "adversative")
  ),
  name = "toy"
)
score <- function(x, method, ..., lexicon = toy) {
  tone_score(x, lexicon, method = tone_method(method, ...), progress = FALSE)$tone
}

random_texts <- function(n, marks = c(",", ".", "!")) {
  pool <- c(toy$entries$entry, toy$shifters$entry, "road", "bridge", "of", "WATER", "GOOD", "VERY")
  withr::with_seed(4, vapply(seq_len(n), function(i) {
    words <- sample(pool, sample(1:25, 1), TRUE)
    mark <- sample(c("", "", "", marks), length(words), TRUE)
    # A capital begins each sentence, as the rules of sentences want it.
    text <- paste0(paste0(words, mark, collapse = " "), ".")
    gsub("(^|[.!] )([a-z])", "\\1\\U\\2", text, perl = TRUE)
  }, ""))
}

test_that("each method equals its plain R twin", {
  x <- random_texts(300)
  plain <- gsub("!", ".", x, fixed = TRUE)
  twin <- function(texts, f) vapply(texts, f, 0, toy, USE.NAMES = FALSE)
  expect_equal(score(x, "vader"), twin(x, twin_vader), tolerance = 1e-12)
  expect_equal(score(plain, "sentimentr"), twin(plain, twin_sentimentr), tolerance = 1e-12)
  expect_equal(score(x, "sentometrics"), twin(x, twin_bigrams), tolerance = 1e-12)
  expect_equal(
    score(x, "sentometrics", shifters = "clusters"), twin(x, twin_clusters),
    tolerance = 1e-12
  )
  expect_gt(sum(!is.na(score(x, "vader"))), 250)
})

test_that("VADER's figures are right to four decimals", {
  exact <- c(
    "The road was good" = 0.4404, "The road was very good" = 0.4927,
    "The road was not good" = -0.3412, "The ROAD was GOOD" = 0.5622, "Road good????" = 0.594,
    "bad good" = -0.1531
  )
  expect_identical(round(score(names(exact), "vader"), 4), unname(exact))
  x <- tone_score("The road was very good", toy, method = "vader")
  expect_named(x, c(
    "doc_id", "lexicon", "n_words", "n_hits", "coverage", "tone", "se", "lower", "upper",
    "positive", "neutral", "negative"
  ))
  expect_equal(x$positive + x$neutral + x$negative, 1)
  expect_equal(x$positive, (1.9 + 0.293 + 1) / (1.9 + 0.293 + 1 + 4))
})

test_that("VADER's errors can be had and left out", {
  both <- function(x, lexicon = toy) {
    each <- function(bugs) score(x, "vader", bugs = bugs, lexicon = lexicon)
    round(c(each(TRUE), each(FALSE)), 4)
  }
  # Two characters keep their mark; curly marks; "so" without "never"; places of "but".
  expect_identical(both("They said no, good road"), c(0.4404, -0.3412))
  expect_identical(both("They don\u2019t say good"), c(0.4404, -0.3412))
  expect_identical(both("The road is \u201cgood\u201d"), c(NA, 0.4404))
  scaled <- function(s) round(s / sqrt(s^2 + 15), 4)
  expect_identical(both("It was so good"), scaled(c(1.9 * 1.25, 1.9)))
  expect_identical(both("never was so good")[[2]], scaled(1.9 * 1.25))
  idiom <- tone_lexicon(c("good grief" = -1, good = 1.9, grief = -2), shifters = FALSE)
  expect_identical(both("good grief", idiom), round(c(-0.1 / sqrt(0.01 + 15), -1 / sqrt(16)), 4))
  expect_identical(both("It was a good grief", idiom)[[2]], round(-1 / sqrt(16), 4))
})

test_that("sentimentr's figures are right, with its errors and without", {
  one <- tone_lexicon(c(good = 1), shifters = data.frame(
    entry = c("not", "very", "barely", "but"),
    type = c("negator", "amplifier", "downtoner", "adversative")
  ))
  weight <- function(x, bugs) {
    y <- tone_score(x, one, method = tone_method("sentimentr", bugs = bugs))
    y$tone * sqrt(y$n_words)
  }
  x <- c(
    "very good", "not very good", "not barely good", "but good", "but but good", "good but x",
    "not very very good", "good a not", "good a b not", "not a b c d e good",
    "x, not a b c d e f g good", "good a b c d not, x"
  )
  expect_equal(weight(x, TRUE), c(
    1.8, -0.2, -0.2, 2.25, 2.5, 0.001, -0.001, -1, 1, 1, -1, -1
  ))
  expect_equal(weight(x, FALSE), c(1.8, -0.2, -0.2, 1.25, 1.5, 0.75, 0, -1, 1, 1, 1, 1))
  curly <- "They don\u2019t find it good."
  dont <- tone_lexicon(c(good = 1), shifters = data.frame(entry = "don't", type = "negator"))
  expect_gt(score(curly, "sentimentr", bugs = TRUE, lexicon = dont), 0)
  expect_lt(score(curly, "sentimentr", lexicon = dont), 0)
})

test_that("sentometrics weighs hits by place, with its errors and without", {
  x <- "good road of the bad bridge"
  valence <- c(1.9, -2.5)
  place <- c(1, 5)
  n <- 6
  weights <- list(
    UShaped = function(x) (x - (n + 1) / 2)^2,
    inverseUShaped = function(x) 0.25 - (x - (n + 1) / 2)^2 / n^2,
    exponential = function(x) exp(5 * (x / n - 1)),
    inverseExponential = function(x) exp(5 * (1 - x / n))
  )
  for (how in names(weights)) {
    w <- weights[[how]]
    sum <- sum(w(place) * valence)
    expect_equal(score(x, "sentometrics", weighting = how), sum / sum(w(1:n)))
    expect_equal(score(x, "sentometrics", weighting = how, bugs = TRUE), sum / sum(w(place)))
  }
  plain <- function(how) score(x, "sentometrics", shifters = "unigrams", weighting = how)
  expect_equal(plain("counts"), -0.6)
  expect_equal(plain("proportional"), -0.6 / 6)
  expect_equal(plain("proportionalPol"), -0.6 / 2)
  expect_equal(plain("proportionalSquareRoot"), -0.6 / sqrt(6))
  # Over the end of a sentence; the word after a cluster.
  across <- "It is not. Good road."
  expect_equal(score(across, "sentometrics", bugs = TRUE), -1.9)
  expect_equal(score(across, "sentometrics"), 1.9)
  lost <- "good a b bad"
  cluster <- function(bugs) score(lost, "sentometrics", shifters = "clusters", bugs = bugs)
  expect_equal(cluster(TRUE), 1.9)
  expect_equal(cluster(FALSE), 1.9 - 2.5)
  # A factor of the lexicon is a bigram's.
  not <- data.frame(entry = "not", type = "negator", factor = -0.4)
  own <- tone_lexicon(c(good = 2), shifters = not)
  expect_equal(score("not good", "sentometrics", lexicon = own), -0.8)
})

test_that("plain look-up divides by the words", {
  own <- tone_lexicon(c(good = 2, "good news" = 3, dull = 0), shifters = FALSE)
  expect_equal(score("Good news, not good days.", "plain", lexicon = own), (3 + 2) / 5)
  expect_true(is.na(score("A dull day.", "plain", lexicon = own)))
})

test_that("the same bits for all threads; rows follow the articles", {
  news <- sample_articles()
  for (method in method_names) {
    one <- tone_score(news, toy, method = method, threads = 1)
    expect_identical(tone_score(news, toy, method = method, threads = 7), one)
    third <- tone_score(news[3, ], toy, method = method)
    expect_identical(as.data.frame(third), as.data.frame(one[3, ]))
  }
})

test_that("empty input, bad bytes and several lexicons behave", {
  for (method in method_names) {
    x <- tone_score(c(a = NA, b = "", c = " .,!", d = "no word"), toy, method = method)
    expect_true(all(is.na(x$tone)))
    expect_identical(x$n_hits, rep(0L, 4))
    expect_identical(nrow(tone_score(character(), toy, method = method)), 0L)
    bad <- "good \xff bad"
    Encoding(bad) <- "UTF-8"
    expect_identical(tone_score(bad, toy, method = method)$n_hits, 2L)
    two <- tone_score(c("good", "bad"), list(toy, b = c(bad = 1)), method = method)
    expect_identical(two$lexicon, c("toy", "b", "toy", "b"))
    expect_identical(is.na(two$tone), c(FALSE, TRUE, FALSE, FALSE))
  }
})

test_that("wrong arguments are named", {
  refused <- function(expr, pattern) expect_error(expr, pattern, class = "tritone_error_input")
  refused(tone_method("liwc"), "`method`")
  refused(tone_method("vader", bugs = NA), "`bugs`")
  refused(tone_method("sentometrics", shifters = "trigrams"), "`shifters`")
  refused(tone_method("sentometrics", weighting = "TFIDF"), "`weighting`")
  refused(tone_score("x", toy, method = "liwc"), "`method`")
  refused(tone_score("x", list(toy, b = toy, "consensus"), method = "vader"), "consensus")
  refused(tone_score("x", c("econom*" = 1), method = "vader"), "econom\\*")
})

test_that("by sentence, each sentence is scored as a text of its own", {
  news <- data.frame(
    doc_id = c("a", "b", "c"), title = c("A bad day", NA, ""),
    text = c("It was NOT good! But it was very good, they say.", NA, "Nothing. Bad.")
  )
  other <- tone_lexicon(c(day = 1), name = "other")
  for (method in list("vader", "sentimentr", tone_method("sentometrics", shifters = "clusters"))) {
    own <- tone_score(news, toy, by = "sentence", progress = FALSE)
    s <- tone_score(news, list(toy, other), by = "sentence", method = method)
    expect_identical(s$lexicon, rep(c("toy", "other"), nrow(own)))
    first <- s[s$lexicon == "toy", ]
    places <- c("doc_id", "sentence", "field", "start", "end", "n_words", "text")
    expect_identical(as.data.frame(first[places]), as.data.frame(own[places]))
    alone <- tone_score(unname(own$text), toy, method = method)
    columns <- setdiff(names(alone), "doc_id")
    expect_identical(as.data.frame(first[columns]), as.data.frame(alone[columns]))
    expect_identical(tone_score(news, toy, by = "sentence", method = method, threads = 7), first)
  }
  none <- tone_score(character(), toy, by = "sentence", method = "vader")
  expect_identical(nrow(none), 0L)
  expect_true("text" %in% names(none))
})
