# tone_score() by groups: whose tone it is.

own <- tone_lexicon(
  c(good = 2, bad = -2, terrible = -3), name = "own",
  shifters = data.frame(entry = "not", type = "negator", factor = -0.7)
)
quoted <- data.frame(
  doc_id = c("a", "b", "c", "d"),
  text = c(
    "The road is bad. \u201cIt is not good at all,\u201d said Ida Holm. The plan is good.",
    "A terrible day. \u201cThe port is good,\u201d said Jan Berg. Water is here.",
    "A bad day, a bad road. \u201cThe school is bad, the mill good,\u201d said Ida Holm.",
    "Water ran. \u201cA good year,\u201d said Jan Berg."
  ),
  source = c("x", "x", "y", "y"), date = as.Date("2021-01-30") + c(0, 1, 2, 40)
)
scores <- function(...) suppressMessages(tone_score(..., language = NULL))
news <- article_example()

test_that("a voice has its own hits, and voices add up to articles", {
  x <- scores(quoted, own, by = c("article", "voice"))
  expect_identical(x$doc_id, rep(letters[1:4], each = 2))
  expect_identical(x$voice, rep(c("narration", "direct"), 4))
  expect_identical(x$n_hits, c(2L, 1L, 1L, 1L, 2L, 2L, 0L, 1L))
  expect_equal(x$tone, c(
    0, -2 * 0.7 / 4 / 3, -3 / 4 / 3, 0.5 / 3, -1 / 4, 0, NA, 0.5 / 3
  ))
  all <- scores(news)
  by <- scores(news, by = c("article", "voice", "part"))
  id <- factor(by$doc_id, all$doc_id)
  english <- !is.na(all$n_hits)
  expect_equal(as.vector(tapply(by$n_words, id, sum))[english], all$n_words[english])
  expect_equal(as.vector(tapply(by$n_hits, id, sum))[english], all$n_hits[english])
  sum_c <- tapply(by$tone * (by$n_hits + 2), id, sum, na.rm = TRUE)
  known <- which(all$n_hits > 0)
  expect_equal(
    as.vector(sum_c)[known], (all$tone * (all$n_hits + 2))[known], tolerance = 1e-12
  )
})

test_that("the tone of groups is the mean of their articles, as in a plain twin", {
  all <- scores(news)
  for (column in c("source", "section")) {
    x <- scores(news, by = column, level = 0.9)
    twin <- twin_group_tone(all$tone, news[[column]], seq_along(all$tone), 0.9)
    expect_identical(x[[column]], rownames(twin))
    for (name in names(twin)) expect_equal(x[[name]], twin[[name]], tolerance = 1e-12)
  }
  months <- scores(news, by = "month")
  twin <- twin_group_tone(all$tone, format(news$date, "%Y-%m"), seq_along(all$tone))
  expect_s3_class(months$month, "Date")
  expect_equal(months$tone, twin$tone, tolerance = 1e-12)
  expect_equal(months$se, twin$se, tolerance = 1e-12)
  both <- scores(news, by = c("source", "year"))
  group <- paste(news$source, format(news$date, "%Y"))
  twin <- twin_group_tone(all$tone, group, seq_along(all$tone))
  expect_equal(both$tone, twin$tone, tolerance = 1e-12)
})

test_that("by article and by sentence the groups give what one pass gives", {
  x <- scores(quoted, own, clusters = NULL)
  expect_equal(
    as.data.frame(scores(quoted, own, by = c("article", "source")))[names(x)], as.data.frame(x)
  )
  y <- scores(quoted, own, by = c("sentence", "source"))
  sentences <- scores(quoted, own, by = "sentence")
  for (name in c("doc_id", "sentence", "n_words", "n_hits", "tone")) {
    expect_equal(y[[name]], sentences[[name]])
  }
  expect_true(all(is.na(y$se)))
})

test_that("copies of articles make a group no surer", {
  once <- scores(news, by = "source")
  twice <- rbind(as.data.frame(news), as.data.frame(news))
  twice$doc_id <- sprintf("n%d", seq_len(nrow(twice)))
  twice <- scores(twice, by = "source")
  expect_equal(twice$n_articles, 2L * once$n_articles)
  for (name in c("tone", "se", "lower", "upper")) expect_equal(twice[[name]], once[[name]])
  # So does a column of clusters.
  news$pair <- rep(1:60, each = 2)
  all <- scores(news)
  x <- scores(news, by = "source", clusters = "pair")
  twin <- twin_group_tone(all$tone, news$source, news$pair)
  expect_equal(x$se, twin$se, tolerance = 1e-12)
  expect_equal(x$lower, twin$lower, tolerance = 1e-12)
})

test_that("a group may be read as one text, and articles may be weighed", {
  all <- scores(news)
  known <- which(all$n_hits > 0)
  c_sum <- (all$tone * (all$n_hits + 2))[known]
  x <- scores(news, by = "source", weights = "hits")
  total <- function(v) as.vector(tapply(v, news$source[known], sum))
  tone <- total(c_sum) / (total(all$n_hits[known]) + 2)
  expect_equal(x$tone, tone, tolerance = 1e-12)
  at <- match(news$source[known], x$source)
  e <- (c_sum - tone[at] * all$n_hits[known]) / (total(all$n_hits[known]) + 2)[at]
  twin <- tapply(e, news$source[known], function(e) {
    sqrt(length(e) / (length(e) - 1) * sum((e - mean(e))^2))
  })
  expect_equal(x$se, as.vector(twin), tolerance = 1e-12)
  weighed <- function(weight) {
    as.vector(tapply(weight[known] * all$tone[known], news$source[known], sum)) /
      total(weight[known])
  }
  expect_equal(scores(news, by = "source", weights = "words")$tone, weighed(all$n_words))
  inverse <- scores(news, by = "source", weights = "inverse_words")
  expect_equal(inverse$tone, weighed(1 / all$n_words))
  news$size <- seq_len(nrow(news))
  expect_equal(scores(news, by = "source", weights = "size")$tone, weighed(news$size))
})

test_that("the gap counts what an article adds to both sides together", {
  x <- scores(news, by = "voice")
  gap <- summary(x)
  expect_s3_class(gap, "tritone_tone_gap")
  expect_identical(gap$versus, c("direct", "reported", "thought"))
  expect_equal(gap$gap, x$tone[1] - x$tone[2:4])
  # As differences within articles where each has both sides.
  wide <- scores(news, by = c("article", "voice"))
  side <- function(voice) {
    rows <- wide[wide$voice == voice, ]
    rows$tone[match(news$doc_id, rows$doc_id)]
  }
  both <- !is.na(side("narration")) & !is.na(side("direct"))
  few <- scores(news[both, ], by = "voice")
  difference <- (side("narration") - side("direct"))[both]
  n <- length(difference)
  got <- summary(few)[1, ]
  expect_equal(got$gap, mean(difference), tolerance = 1e-12)
  expect_equal(got$se, stats::sd(difference) / sqrt(n) * sqrt(n / (n - 1)), tolerance = 1e-3)
  by_source <- summary(scores(news, by = c("source", "voice")))
  expect_identical(unique(by_source$source), sort(unique(news$source)))
  expect_identical(summary(few[1, ])$gap, summary(few)$gap)
})

test_that("speakers are one under all their spellings", {
  x <- scores(quoted, own, by = "speaker")
  expect_setequal(x$speaker, c("Ida Holm", "Jan Berg"))
  expect_identical(x$n_articles, c(2L, 2L))
  expect_true(all(diff(x$n_words) <= 0))
  text <- "\u201cA good day.\u201d It rained. He said it was bad."
  unnamed <- scores(text, own, by = "speaker")
  expect_identical(sum(is.na(unnamed$speaker)), 1L)
})

test_that("only sentences that hold a term are read", {
  x <- scores(quoted, own, only = c("road*", "a terrible day"))
  expect_identical(x$doc_id, quoted$doc_id)
  expect_identical(x$n_hits, c(1L, 1L, 2L, 0L))
  expect_identical(x$n_words, c(4L, 3L, 6L, 0L))
  expect_identical(is.na(x$tone), c(FALSE, FALSE, FALSE, TRUE))
  only <- list(roads = "road*", ports = "port", none = "zzz")
  themes <- scores(quoted, own, only = only, by = "source")
  expect_identical(themes$theme, c("roads", "ports", "roads"))
  expect_identical(themes$n_hits, c(1L, 1L, 2L))
  rows <- scores(quoted, own, only = "road", by = "sentence")
  expect_identical(rows$doc_id, c("a", "c"))
  rows <- scores(quoted, own, only = list(r = "road", d = c("day", "road")), by = "sentence")
  expect_identical(rows$theme, c("r", "d", "d", "r", "d"))
})

test_that("topics divide sentences by their shares", {
  shares <- matrix(c(1, 0, 0.5, 0.25, 0, 1, 0.5, 0.75), 4,
    dimnames = list(quoted$doc_id, c("one", "two")))
  x <- scores(quoted, own, by = "topic", topics = shares, weights = "hits")
  all <- scores(quoted, own)
  c_sum <- all$tone * (all$n_hits + 2)
  expect_equal(x$tone, as.vector(c_sum %*% shares / (all$n_hits %*% shares + 2)))
  expect_identical(as.character(x$topic), c("one", "two"))
  mean <- scores(quoted, own, by = "topic", topics = shares)
  tone <- c_sum * shares / (all$n_hits * shares + 2)
  expect_equal(mean$tone, as.vector(colSums(tone * shares) / colSums(shares)))
  # A fit shares out all words of sentences that have any.
  terms <- term_matrix(news, remove = term_stopwords(), min_docs = 2, language = "en")
  fit <- topic_lda(terms, 3, iterations = 20, seed = 1)
  by_topic <- scores(news, by = c("article", "topic"), topics = fit)
  plain <- scores(news)
  words <- tapply(by_topic$n_words, factor(by_topic$doc_id, plain$doc_id), sum)
  known <- which(plain$n_hits > 0)
  expect_lt(max(abs(words[known] - plain$n_words[known])), 3)
  sentences <- stats::predict(fit, suppressMessages(term_matrix(news, by = "sentence")))
  expect_equal(
    suppressMessages(scores(news, by = c("article", "topic"), topics = sentences))$tone,
    by_topic$tone
  )
})

test_that("a column wins over a group of its name, and order does not matter", {
  quoted$month <- c("q", "p", "q", NA)
  expect_message(
    x <- tone_score(quoted, own, by = "month", language = NULL), "is the column of `x`"
  )
  expect_identical(x$month, c("p", "q"))
  quoted$part <- factor(c("z", "z", "b", "b"), c("z", "b", "empty"))
  x <- scores(quoted, own, by = "part")
  expect_identical(as.character(x$part), c("z", "b"))
  # The default is no choice of a column.
  quoted$article <- "one"
  expect_identical(scores(quoted, own)$doc_id, quoted$doc_id)
  expect_identical(nrow(scores(quoted, own, by = "article")), 1L)
  back <- rev(seq_len(nrow(news)))
  for (by in list("voice", c("source", "year"))) {
    expect_equal(scores(news[back, ], by = by), scores(news, by = by))
  }
})

test_that("threads change no bit", {
  for (by in list("voice", c("speaker", "year"))) {
    one <- scores(news, by = by, bootstrap = 70, seed = 3, threads = 1)
    for (threads in c(2, 7)) {
      expect_identical(scores(news, by = by, bootstrap = 70, seed = 3, threads = threads), one)
    }
  }
})

test_that("several lexicons and their consensus have rows of their own", {
  two <- list(own = own, plain = tone_lexicon(c(good = 1, bad = -1), shifters = FALSE, name = "p"))
  x <- scores(quoted, c(two, "consensus"), by = "source")
  expect_identical(x$lexicon, rep(c("own", "plain", "consensus"), 2))
  articles <- scores(quoted, c(two, "consensus"))
  joint <- articles[articles$lexicon == "consensus", ]
  twin <- twin_group_tone(joint$tone, quoted$source, 1:4)
  expect_equal(x$tone[x$lexicon == "consensus"], twin$tone)
  expect_equal(x$se[x$lexicon == "consensus"], twin$se)
  expect_equal(
    scores(quoted, c(two, "consensus"), by = c("article", "source"))$tone, articles$tone
  )
  spread <- summary(x)
  expect_s3_class(spread, "tritone_tone_spread")
  expect_identical(spread$n_lexicons, c(3L, 3L))
  expect_equal(spread$lowest, as.vector(tapply(x$tone, x$source, min)))
  expect_identical(spread$agree, sign(spread$lowest) == sign(spread$highest))
})

test_that("the gaps of several lexicons are those of each by itself", {
  two <- list(own = own, plain = tone_lexicon(c(good = 1, bad = -1), shifters = FALSE, name = "p"))
  both <- summary(scores(quoted, two, by = c("voice", "source")))
  expect_identical(both$source, c("x", "x", "y", "y"))
  expect_identical(both$lexicon, rep(c("own", "plain"), 2))
  for (one in names(two)) {
    alone <- summary(scores(quoted, two[[one]], by = c("voice", "source")))
    expect_identical(both$gap[both$lexicon == one], alone$gap)
  }
})

test_that("what cannot be known is marked", {
  one <- scores(quoted[1, ], own, by = "source")
  expect_identical(one$n_articles, 1L)
  expect_identical(c(one$se, one$lower, one$upper), rep(NA_real_, 3))
  expect_identical(one$sign, "unclear")
  none <- scores(data.frame(text = c(NA, "", "Water."), source = "x"), own, by = "source")
  expect_identical(none$n_hits, 0L)
  expect_identical(none$tone, NA_real_)
  expect_identical(none$sign, NA_character_)
  expect_identical(nrow(scores(data.frame(text = NA_character_, s = "x"), own, by = "s")), 0L)
  expect_identical(nrow(scores(character(), own, by = "voice")), 0L)
  alike <- scores(rep("A good day.", 9), own, by = "part")
  expect_identical(alike$se, NA_real_)
})

test_that("intervals cover as often as they say", {
  x <- simulated_articles(1800)
  x$set <- rep(1:120, each = 15)
  true <- mean(scores(x, own)$tone, na.rm = TRUE)
  for (weights in c("article", "hits")) {
    tone <- if (weights == "hits") scores(x, own, by = "part", weights = "hits")$tone else true
    got <- scores(x, own, by = "set", weights = weights, level = 0.9)
    share <- mean(got$lower < tone & got$upper > tone)
    expect_gt(share, 0.84)
    expect_lt(share, 0.96)
  }
})

test_that("articles without a word have no topic", {
  terms <- term_matrix(c("good rain", "bad snow", "rain and snow"))
  fit <- topic_lda(terms, 2, seed = 1)
  for (text in list(c("", NA), "...", factor(""))) {
    expect_identical(nrow(tone_score(text, by = "topic", topics = fit)), 0L)
  }
  # Sentences of nothing but marks between others: the third is about no topic.
  text <- c(
    "Good rain fell. Bad snow fell. ... !!! Good rain fell again.", "Good rain. --- Bad snow."
  )
  found <- suppressMessages(tone_score(
    text, tone_lexicon(c(good = 2, bad = -2)), by = c("sentence", "topic"), topics = fit
  ))
  expect_false(anyNA(found$topic))
  expect_lte(max(found$sentence), 5L)
})
