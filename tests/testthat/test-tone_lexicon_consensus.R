# The consensus of several lexicons.

a <- tone_lexicon(c(good = 2, bad = -2, odd = 0), name = "a")
b <- tone_lexicon(c(good = 1, ugly = -1), name = "b")
texts <- c(x = "A good day. A bad night.", y = "An ugly, ugly road.", z = "Nothing.", n = NA)

test_that("the scale of a lexicon is that of its valences", {
  expect_equal(lexicon_scale(a), 2 / 4)
  expect_equal(lexicon_scale(b), 1 / 4)
  expect_equal(lexicon_scale(tone_lexicon(c(p = 9, q = -3))), sqrt((16 + 9) / 2) / 4)
})

test_that("a consensus is the mean of scaled tones, in the scale of the first", {
  x <- tone_score(texts, list(a, b, "consensus"))
  expect_identical(x$lexicon, rep(c("a", "b", "consensus"), 4))
  tone <- matrix(x$tone, 3)
  expected <- (tone[1, ] + tone[2, ] * 2) / 2
  expect_equal(tone[3, 1], expected[[1]])
  expect_equal(tone[3, 2], tone[2, 2])
  expect_true(all(is.na(tone[3, 3:4])))
  se <- matrix(x$se, 3)
  # With two sentences all errors go together; with more they need not.
  expect_equal(se[3, 1], se[1, 1] / 2 + se[2, 1])
  more <- tone_score("A good day. A bad night. An ugly road.", list(a, b, "consensus"))$se
  expect_lt(more[3], more[1] / 2 + more[2] - 0.001)
  e <- c(
    (2 / 4 - tone[1, 1]) / 4 / 2 + (1 / 4 - tone[2, 1]) / 3, (-2 / 4 - tone[1, 1]) / 4 / 2
  )
  expect_equal(se[3, 1], sqrt(2 * sum((e - mean(e))^2)))
  expect_identical(attr(x, "consensus"), c("a", "b"))
  n <- matrix(x$n_words, 3)
  expect_identical(n[3, ], n[1, ])
  # A row depends on its own article only, and nothing on threads.
  alone <- tone_score(texts[1], list(a, b, "consensus"))
  expect_equal(as.data.frame(alone), as.data.frame(x[1:3, ]))
  expect_identical(tone_score(texts, list(a, b, "consensus"), threads = 1), x)
})

test_that("a consensus goes by sentence too", {
  s <- tone_score(texts, list(a, b, "consensus"), by = "sentence")
  expect_identical(s$lexicon[1:3], c("a", "b", "consensus"))
  expect_identical(s$sentence[1:6], rep(1:2, each = 3))
  expect_true(all(is.na(s$se)))
})

test_that("a consensus alone is that of the stated lexicons, or an error", {
  skip_without_members <- function() {
    for (package in c("quanteda", "syuzhet")) skip_if_not_installed(package)
  }
  known <- tone_lexicons()
  known$installed <- known$package != "syuzhet"
  expect_error(consensus_lexicons(known), "install `?syuzhet", class = "tritone_error_input")
  skip_without_members()
  x <- tone_score(texts, "consensus")
  expect_identical(x$lexicon, rep("consensus", 4))
  expect_identical(attr(x, "consensus"), consensus_members)
  listed <- tone_score(texts, c(consensus_lexicons(), "consensus"))
  expect_identical(x$tone, listed$tone[listed$lexicon == "consensus"])
  expect_true(all(consensus_members %in% known$name))
})

test_that("a consensus is never one of one", {
  refused <- function(...) expect_error(tone_score("x", ...), class = "tritone_error_input")
  refused(list("consensus"))
  refused(list(a, "consensus"))
  refused(list(consensus = a, b, "consensus"))
})

test_that("a lexicon without entries has no weight", {
  none <- tone_lexicon(c(a = 1)[0], name = "none")
  expect_equal(consensus_weights(list(none, a, b)), c(0, 1, 2) / 2)
})

test_that("the package's own lexicon weighs as much as all others together", {
  news <- tone_lexicon("news", name = "mine", shifters = FALSE)
  none <- tone_lexicon(c(a = 1)[0], name = "none")
  share <- function(...) {
    lexicons <- list(...)
    scale <- vapply(lexicons, lexicon_scale, 0)
    consensus_weights(lexicons) * scale / scale[[1L]]
  }
  expect_equal(share(news, a, b), c(2, 1, 1) / 4)
  expect_equal(share(a, b, a, news), c(1, 1, 1, 3) / 6)
  expect_equal(share(news, a), c(1, 1) / 2)
  expect_equal(share(news, news, a), c(1, 1, 2) / 4)
  expect_equal(share(news, news), c(1, 1) / 2)
  expect_equal(consensus_weights(list(news, none)), c(1, 0))
})

test_that("patterns match words as they occur in the texts", {
  glob <- tone_lexicon(c("econom*" = 1, "economic cris?s" = -2, "*nomad" = -1), shifters = FALSE)
  hits <- function(x) tone_score(x, glob)$n_hits
  expect_identical(hits("Economy, economics and econom\u00eda; macroeconomics."), 3L)
  expect_equal(tone_score("Economic crises.", glob)$tone, -2 / 4 / 3)
  expect_identical(hits("A nomad."), 1L)
  both <- tone_score("Economists.", list(glob, a))
  expect_identical(both$n_hits, c(1L, 0L))
  news <- sample_articles()
  expect_identical(tone_score(news, glob, threads = 1), tone_score(news, glob, threads = 7))
})
