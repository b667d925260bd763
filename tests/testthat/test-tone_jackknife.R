# tone_jackknife(): what a tone is without an entry.

own <- tone_lexicon(c(good = 2, bad = -2, crisis = -3, rain = -1), shifters = FALSE, name = "own")
jackknife <- function(...) suppressMessages(tone_jackknife(..., language = NULL))
news <- article_example()

# The tone without an entry, scored anew: exact where entries are single words and no pairs.
without_entry <- function(x, entry, by, ...) {
  left <- tone_lexicon(
    stats::setNames(own$entries$valence, own$entries$entry)[own$entries$entry != entry],
    shifters = FALSE, name = "own"
  )
  suppressMessages(tone_score(x, left, by = by, language = NULL, ...))
}

test_that("a figure without an entry is that of the lexicon without it", {
  for (weights in c("article", "hits")) {
    x <- jackknife(news, own, by = "source", n = 9, weights = weights)
    expect_identical(unique(x$figure), "tone")
    for (entry in unique(x$entry)) {
      y <- without_entry(news, entry, "source", weights = weights)
      rows <- x[x$entry == entry, ]
      at <- match(rows$source, y$source)
      expect_equal(rows$without, y$tone[at], tolerance = 1e-12)
      expect_identical(rows$sign_without, y$sign[at])
    }
    expect_equal(x$change, x$without - x$value)
  }
})

test_that("all articles are one group, the largest change first", {
  x <- jackknife(news, own, n = 2)
  expect_identical(names(x)[[1]], "figure")
  expect_lte(sum(!x$decides), 2L)
  expect_true(all(diff(abs(x$change)) <= 1e-12))
  both <- suppressMessages(tone_score(news, own, by = "part", parts = "all", language = NULL))
  expect_s3_class(x, "tritone_tone_jackknife")
})

test_that("a word that makes the trend decides it", {
  text <- simulated_articles(80, seed = 8)$text
  date <- rep(seq(as.Date("2020-01-15"), by = "month", length.out = 10), each = 8)
  late <- rep(0:9, each = 8)
  text <- paste0(text, strrep(" A crisis came.", late))
  x <- jackknife(data.frame(text = text, date = date), own, by = "month", n = 3)
  slope <- x[x$figure == "slope", ]
  expect_identical(slope$entry[[1]], "crisis")
  expect_true(slope$decides[[1]])
  expect_identical(slope$sign[[1]], "negative")
  expect_identical(slope$sign_without[[1]], "unclear")
  expect_true(all(is.na(slope$month)))
  y <- suppressMessages(tone_score(data.frame(text = text, date = date), own, by = "month"))
  expect_equal(slope$value[[1]], unname(stats::coef(stats::lm(y$tone ~ seq_len(10)))[[2]]))
})

test_that("the gap between voices is a figure", {
  x <- jackknife(news, by = "voice", n = 1)
  gap <- x[x$figure == "gap", ]
  score <- suppressMessages(tone_score(news, by = "voice", language = NULL))
  expect_equal(gap$value[[1]], summary(score)$gap[[1]])
  expect_identical(gap$sign[[1]], summary(score)$sign[[1]])
})

test_that("nothing to take away gives no rows", {
  expect_identical(nrow(jackknife(c("Water.", NA), own)), 0L)
  expect_identical(nrow(jackknife(character(), own)), 0L)
  one <- jackknife("A good day. Rain.", own)
  expect_identical(one$sign_without, c("unclear", "unclear"))
})

test_that("threads change no bit", {
  one <- jackknife(news, by = "voice", threads = 1)
  for (threads in c(2, 7)) expect_identical(jackknife(news, by = "voice", threads = threads), one)
})
