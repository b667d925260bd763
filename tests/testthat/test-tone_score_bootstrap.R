# Replicates of tones: articles and sentences drawn again.

own <- tone_lexicon(c(good = 2, bad = -2), shifters = FALSE, name = "own")
articles <- simulated_articles(200, seed = 4)
articles$side <- rep(c("l", "r"), 100)
scores <- function(...) suppressMessages(tone_score(..., language = NULL))

test_that("replicates spread as the formula says", {
  for (how in list(list(), list(weights = "hits"), list(clusters = "sentence"))) {
    ask <- function(...) do.call(scores, c(list(articles, own, by = "side"), how, list(...)))
    plain <- ask()
    drawn <- ask(bootstrap = 2000, seed = 1)
    expect_identical(drawn$tone, plain$tone)
    expect_equal(drawn$se, plain$se, tolerance = 0.08)
    expect_equal(drawn$lower, plain$lower, tolerance = 0.1)
    expect_equal(drawn$upper, plain$upper, tolerance = 0.1)
  }
  few <- scores(articles[1:20, ], own, bootstrap = 2000, seed = 1)
  expect_equal(few$se, scores(articles[1:20, ], own)$se, tolerance = 0.15)
})

test_that("a seed decides, and the order of articles does not", {
  ask <- function(x = articles, ...) scores(x, own, by = "side", bootstrap = 100, ...)
  one <- ask(seed = 7)
  expect_identical(ask(seed = 7), one)
  expect_false(identical(ask(seed = 8)$se, one$se))
  expect_equal(ask(articles[200:1, ], seed = 7), one)
  set.seed(5)
  drawn <- ask()
  set.seed(5)
  expect_identical(ask(), drawn)
})

test_that("copies are drawn together", {
  twice <- rbind(articles, transform(articles, doc_id = paste0("b", doc_id)))
  expect_equal(
    scores(twice, own, by = "side", bootstrap = 200, seed = 1)$se,
    scores(articles, own, by = "side", bootstrap = 200, seed = 1)$se
  )
})

test_that("a consensus is drawn as its lexicons are", {
  two <- list(a = own, b = tone_lexicon(c(good = 1, bad = -2), shifters = FALSE), "consensus")
  for (weights in c("article", "hits")) {
    x <- scores(articles, two, by = "side", bootstrap = 2000, seed = 1, weights = weights)
    y <- scores(articles, two, by = "side", weights = weights)
    expect_equal(x$se, y$se, tolerance = 0.08)
  }
  expect_snapshot(error = TRUE, {
    scores(articles, two, by = "side", bootstrap = 50, seed = 1, clusters = "sentence")
  })
})
