# Words of the verbs of tone, as a user meets them.

own <- function(...) tone_lexicon(c(good = 2, bad = -2), ..., shifters = FALSE, name = "own")

test_that("lexicons of another form", {
  shifters <- function(...) tone_lexicon(c(good = 1), shifters = data.frame(...))
  expect_snapshot(error = TRUE, {
    tone_lexicon("newz")
    tone_lexicon(1:3)
    tone_lexicon(list("good", "bad"))
    tone_lexicon(list(happy = "good", sad = "bad"))
    tone_lexicon(data.frame(word = "good"))
    tone_lexicon(data.frame(word = "good", value = "joy"))
    tone_lexicon(data.frame(word = "good", value = NA_real_))
    tone_lexicon(c(good = Inf))
    tone_lexicon(data.frame(word = NA, value = 1))
    tone_lexicon(c(good = 1), shifters = "yes")
    tone_lexicon(c(good = 1), shifter = TRUE)
    tone_lexicon(c(good = 1), name = 1)
    shifters(word = "not")
    shifters(entry = "not", type = "nots")
    shifters(entry = NA, type = "negator")
    shifters(entry = "not", type = "negator", factor = "much")
    shifters(x = "not", y = 7)
    tone_lexicon(c("g*d*" = 1, "*" = 1))
  })
})

test_that("tables whose columns are not clear", {
  expect_snapshot(error = TRUE, {
    tone_lexicon(data.frame(word = c("good", "bad"), n = c(31L, 12L)))
    tone_lexicon(data.frame(word = c("good", "bad"), a = c(1, -1), b = c(2, -2)))
    tone_lexicon(data.frame(n = 1:2, m = c(-1, 1)))
    invisible(tone_lexicon(data.frame(a = c("good", "bad"), b = c(2, -1), c = 0)))
    invisible(tone_lexicon(data.frame(
      Word = c("GAIN", "LOSS", "TABLE"), Negative = c(0, 2009, 0), Positive = c(2009, 0, 0)
    )))
  })
})

test_that("what a lexicon leaves out is reported", {
  valued <- function(valence) {
    structure(
      list(praise = "good", topic = "tax"), meta = list(object = list(valence = valence))
    )
  }
  expect_snapshot({
    invisible(tone_lexicon(c(good = 1, "..." = 2), shifters = FALSE))
    invisible(tone_lexicon(c(good = 1, "..." = 2, "--" = 1), shifters = FALSE))
    invisible(tone_lexicon(c(good = 1, Good = 2), shifters = FALSE))
    invisible(tone_lexicon(
      c(good = 1, Good = 2, GOOD = 3, "good " = 4, "good  " = 5, " good" = 6, " Good" = 7),
      shifters = FALSE
    ))
    invisible(tone_lexicon(
      c(good = 1), shifters = data.frame(entry = c("not", "Not"), type = c("negator", "amplifier"),
        factor = c(1, 2))
    ))
    invisible(tone_lexicon(
      data.frame(word = c("good", "bad", "odd"), value = c("positive", "negative", "surprise")),
      shifters = FALSE
    ))
    invisible(tone_lexicon(
      data.frame(
        word = c("good", "bad"), sentiment = c("positive", "negative"), score = 2:1, value = 1
      ),
      shifters = FALSE
    ))
    invisible(tone_lexicon(valued(list(praise = 1)), shifters = FALSE))
    invisible(tone_lexicon(
      list(positive = "good", negative = "bad", joy = "glad"), shifters = FALSE
    ))
  })
  expect_snapshot(error = TRUE, tone_lexicon(valued(list(praise = 1:2))))
})

test_that("lexicons and methods print", {
  local_reproducible_output(width = 80, unicode = TRUE)
  expect_snapshot(transform = function(x) sub("version [0-9.]+", "version <version>", x), {
    tone_lexicon()
    own()
    tone_lexicon(data.frame(word = character(), value = numeric()), shifters = FALSE)
    tone_lexicons()[c("name", "package", "licence")]
    tone_method("sentometrics", shifters = "clusters")
    tone_method("vader")
  })
})

test_that("scores", {
  local_reproducible_output(width = 80, unicode = TRUE)
  words <- c(a = "A good day.", b = "A bad day, and no good one.")
  spanish <- "La lluvia cay\u00f3 sobre la ciudad, y nadie sab\u00eda por qu\u00e9."
  expect_snapshot(error = TRUE, {
    tone_score(words, own())
    tone_score(words, list(own(), b = own(), "consensus"), by = "sentence")
    tone_score(character(), own())
    tone_score(c(words, c = spanish), own())
    tone_score(data.frame(doc_id = "a", text = "Good.\n\nNewsroom: desk@hpa.example"), own())
    tone_score(words, own(), method = "vader")
    tone_score(words, own(), "sentence")
    tone_score(words, own(), by = "parts")
    tone_score(words, own(), level = 1)
    tone_score(words, own(), language = 1)
    tone_score(words, own(), methods = "vader")
    tone_score(words, own(), method = "vaders")
    tone_score(words, list(own(), "consensus"))
    tone_score(words, list(own(), b = own(), "consensus"), method = "vader")
    consensus_lexicons(transform(tone_lexicons(), installed = package != "syuzhet"))
    tone_score(words, tone_lexicon(c("g*" = 1), shifters = FALSE), method = "vader")
    tone_score(words, list())
    tone_score(words, 1)
    tone_score(words, list(own(), own()))
    tone_score(3, own())
    tone_score(words, own(), parts = "body1")
    tone_method("vaders")
    tone_method("vader", bugs = 1)
    tone_method("vader", bug = TRUE)
    tone_method("sentometrics", weighting = "none")
  })
})

test_that("scores by groups", {
  news <- data.frame(
    doc_id = c("a", "b"), text = c("A good day.", "A bad day."), month = c("x", NA),
    voice = c("y", "z"), none = NA, list = I(list(1, 2)), size = c(1, -1)
  )
  dated <- data.frame(text = c("A good day.", "A bad day."), date = c("2021-03-01", NA))
  undated <- transform(dated, date = c("soon", "late"))
  shares <- matrix(1, 2, 1, dimnames = list(c("c", "d"), "one"))
  expect_snapshot(error = TRUE, {
    tone_score(news, own(), by = "sorce")
    tone_score(news, own(), by = character())
    invisible(tone_score(news, own(), by = "month"))
    invisible(tone_score(news, own(), by = c("month", "voice")))
    tone_score(news, own(), by = "none")
    tone_score(news, own(), by = "list")
    tone_score(news, own(), by = c("year", "week"))
    tone_score(news, own(), by = "year")
    tone_score(undated, own(), by = "year")
    invisible(tone_score(dated, own(), by = "year"))
    tone_score(news, own(), by = "sentence", bootstrap = 10)
    tone_score(news, own(), by = "voice", method = "plain")
    tone_score(news, own(), by = "hit", only = "day")
    tone_score(news, own(), by = "size", bootstrap = 1)
    tone_score(news, own(), by = "size", weights = "size")
    tone_score(news, own(), by = "size", weights = "hit")
    tone_score(c("A good day.", "Bad."), own(), clusters = "source")
    tone_score(news, own(), by = "topic")
    tone_score(news, own(), topics = shares)
    tone_score(news, own(), by = "topic", topics = 1)
    tone_score(news, own(), by = "topic", topics = shares)
    tone_score(news, own(), only = 1)
    tone_score(news, own(), only = character())
    tone_score(transform(news, theme = 1), own(), by = "theme", only = list(a = "day"))
    invisible(tone_score(news, own(), only = "--"))
    tone_score(news, own(), by = c("hit", "size"))
    tone_score(news, own(), by = "hit", only = "day")
  })
})

test_that("trends and jackknives", {
  local_reproducible_output(width = 80, unicode = TRUE)
  news <- data.frame(
    text = c("A good day.", "A bad day.", "A bad day and a bad night."),
    date = as.Date("2021-01-30") + c(0, 1, 70), source = c("x", "y", "x")
  )
  expect_snapshot(error = TRUE, {
    tone_trend(news, own())
    tone_trend("A good day.", own())
    tone_trend(transform(news, date = NA), own())
    tone_trend(news, own(), by = "hour")
    tone_trend(news, own(), groups = "month")
    tone_trend(news, own(), groups = "sources")
    tone_trend(news, own(), smooth = "beta", shape = 1)
    tone_trend(news, own(), smooth = "equal", shape = 1)
    tone_trend(news, own(), smooth = "exponential", shape = -1)
    tone_trend(news, own(), smooth = "almon", shape = c(3, 2))
    tone_trend(news, own(), alpha = 0)
    tone_trend(news, own(), lag = 1)
    tone_jackknife(news, own())
    tone_jackknife(news, own(), by = "article")
    tone_jackknife(news, list(a = own(), b = own()))
  })
})
