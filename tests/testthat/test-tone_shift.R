# tone_shift(): contributions beside a slow twin, their sums, groups, splits, intervals and plots.

news <- article_example()
shift <- function(...) suppressMessages(tone_shift(...))
hits_of <- function(...) as.data.frame(suppressMessages(tone_score(..., by = "hit")))
texts <- c(
  a = "Good day. A bad road.", b = "Not good. Good.", c = "War, bad.", d = "A day.", e = NA,
  f = "Very good, good, good and not bad.", g = "Bad. \u201cIt is good,\u201d said Ida Holm."
)
words <- tone_lexicon(c(good = 2, bad = -2, war = -3), name = "words",
  shifters = data.frame(entry = c("not", "very"), type = c("negator", "amplifier"))
)
sides <- c("x", "x", "y", "x", "y", "y", "x")

test_that("shifts are those of a plain R twin", {
  hits <- hits_of(news)
  half <- as.integer(format(news$date, "%m")) > 6
  x <- shift(news, list(first = which(!half), second = which(half)))
  twin <- twin_shift(hits, news$doc_id[half], news$doc_id[!half])
  expect_setequal(x$entry, twin$key)
  twin <- twin[match(x$entry, twin$key), ]
  for (name in c("hits", "hits_reference", "contribution", "usage", "shifting")) {
    expect_equal(x[[name]], twin[[name]], tolerance = 1e-12, info = name)
  }
  known <- !is.na(x$lower)
  expect_gt(sum(known), 20)
  # Student's t has fatter tails than the normal law.
  half_width <- (x$upper - x$lower)[known] / 2
  expect_true(all(half_width > stats::qnorm(0.975) * sqrt(twin$variance[known])))
  expect_equal((x$lower + x$upper)[known] / 2, x$contribution[known])
})

test_that("contributions add up to the difference of the tones, however they are divided", {
  tone <- suppressMessages(tone_score(news))
  mean_of <- function(rows) mean(tone$tone[rows], na.rm = TRUE)
  theta <- withr::with_seed(1, matrix(stats::rexp(3 * nrow(news)), nrow(news)))
  theta <- theta / rowSums(theta)
  rownames(theta) <- news$doc_id
  for (by in list(NULL, "voice", "speaker", "part", "source", "topic")) {
    topics <- if (identical(by, "topic")) theta
    x <- shift(news, "source", by = by, topics = topics)
    tones <- attr(x, "tones")
    for (g in levels(x$group)) {
      own <- news$source == g
      expect_equal(tones$tone[tones$group == g], mean_of(own), tolerance = 1e-12)
      difference <- mean_of(own) - mean_of(!own)
      expect_lt(abs(sum(x$contribution[x$group == g]) - difference), 1e-12)
    }
    expect_lt(max(abs(x$usage + x$shifting - x$contribution)), 1e-12)
    if (length(by)) expect_identical(names(x)[4], by)
  }
  voiced <- shift(news, "source", by = "voice")
  twin <- twin_shift(
    hits_of(news), news$doc_id[news$source == levels(voiced$group)[1]],
    news$doc_id[news$source != levels(voiced$group)[1]], "voice"
  )
  own <- voiced[voiced$group == levels(voiced$group)[1], ]
  expect_equal(
    own$contribution, twin$contribution[match(paste(own$entry, own$voice), twin$key)],
    tolerance = 1e-12
  )
})

test_that("two groups, many groups, a reference and periods", {
  two <- shift(texts, sides, lexicon = words)
  expect_identical(unique(as.character(two$group)), "y")
  expect_identical(unique(two$reference), "x")
  back <- shift(texts, sides, lexicon = words, reference = "y")
  at <- match(two$entry, back$entry)
  expect_equal(back$contribution[at], -two$contribution)
  expect_equal(back$usage[at], -two$usage)
  # Filters, a column, names and a factor say the same.
  named <- stats::setNames(sides, names(texts))
  table <- data.frame(doc_id = names(texts), text = unname(texts), side = sides)
  same <- list(
    shift(texts, rev(named), lexicon = words),
    shift(texts, list(x = sides == "x", y = which(sides == "y")), lexicon = words),
    shift(texts, list(x = names(texts)[sides == "x"], y = sides == "y"), lexicon = words),
    shift(table, "side", lexicon = words, parts = "all"),
    shift(texts, factor(sides, c("z", "x", "y")), lexicon = words)
  )
  for (one in same) expect_identical(as.data.frame(one), as.data.frame(two))
  quarters <- shift(news, "quarter", reference = "previous")
  tones <- attr(quarters, "tones")
  expect_identical(tones$reference, utils::head(levels(quarters$group), -1))
  expect_equal(tones$tone_reference[-1], tones$tone[-nrow(tones)])
  expect_match(levels(quarters$group)[1], "^[0-9]{4}-Q[1-4]$")
  one <- shift(news, "source", reference = news$source[1])
  expect_false(news$source[1] %in% as.character(one$group))
  # A column wins over a unit of time.
  news$month <- news$source
  expect_identical(levels(shift(news, "month")$group), sort(unique(news$source)))
})

test_that("a word that one group lacks is all usage", {
  x <- shift(texts, sides, lexicon = words)
  war <- x[x$entry == "war", ]
  expect_identical(war$shifting, 0)
  expect_identical(war$value_reference, NA_real_)
  expect_identical(war$hits_reference, 0)
  # By hand: y has c and f, whose "good" are worth 0.625, 0.5 and 0.5, of four hits.
  good <- x[x$entry == "good", ]
  expect_equal(good$value, (0.625 + 0.5 + 0.5) / 3)
  expect_equal(good$frequency, mean(c(0, 3 / 6)))
  # x has a (1 of 2), b (2 of 2, one of them turned) and g (1 of 2).
  expect_equal(good$frequency_reference, mean(c(1 / 4, 2 / 4, 1 / 4)))
  expect_equal(good$value_reference, (0.5 / 4 + (0.5 - 0.35) / 4 + 0.5 / 4) / 3 / (1 / 3))
})

test_that("intervals need five articles", {
  expect_true(all(is.na(shift(texts, sides, lexicon = words)$lower)))
  many <- rep(c("Good day.", "Bad day. Good.", "Bad."), 8)
  x <- shift(many, rep(c("a", "b"), 12), lexicon = words)
  expect_false(anyNA(x$lower))
  wide <- shift(many, rep(c("a", "b"), 12), lexicon = words, level = 0.99)
  expect_true(all(wide$upper > x$upper))
})

test_that("lexicons are shifted each, and a consensus too", {
  other <- tone_lexicon(c(good = 1, road = -1), shifters = FALSE, name = "other")
  all <- list(words, other, "consensus")
  x <- shift(texts, sides, lexicon = all)
  tone <- tone_score(texts, all)
  for (name in c("words", "other", "consensus")) {
    own <- tone[tone$lexicon == name, ]
    means <- tapply(own$tone, sides, mean, na.rm = TRUE)
    expect_equal(
      sum(x$contribution[x$lexicon == name]), means[["y"]] - means[["x"]], tolerance = 1e-12
    )
  }
})

test_that("no number of threads changes a bit", {
  one <- shift(news, "source", threads = 1)
  expect_identical(shift(news, "source", threads = 7), one)
})

test_that("what is left out is reported, and what cannot be asked is an error", {
  expect_snapshot(error = TRUE, {
    tone_shift(texts, c("x", NA, "y", "x", "y", "y", "x"), lexicon = words)[1:2, 1:5]
    tone_shift(texts, c("x", "x", "y", "z", "z", "y", "x"), lexicon = words)[1:2, 1:5]
    tone_shift(texts, c("x", "x", "x", "z", "z", "x", "x"), lexicon = words)
    tone_shift(texts, rep("x", 7))
    tone_shift(texts, 1:3)
    tone_shift(news, "sauce")
    tone_shift(texts, list(1, 2))
    tone_shift(texts, list(a = 1:2, b = 2:3))
    tone_shift(texts, list(a = 1:2, b = 8))
    tone_shift(texts, list(a = 1:2, b = "z"))
    tone_shift(texts, sides, reference = "z")
    tone_shift(texts, sides, by = "colour")
    tone_shift(data.frame(text = texts, l = I(as.list(1:7))), sides, by = "l")
    tone_shift(texts, sides, by = "topic")
    tone_shift(texts, sides, by = "topic", topics = matrix(1, 2, 1))
    tone_shift(texts, sides, by = "topic", topics = array(1, c(7, 1), list(letters[3:9], "t")))
    tone_shift(texts, sides, by = "topic", topics = matrix(1, 7, 2))
    tone_shift(texts, sides, topics = matrix(1, 7, 2))
  })
})

test_that("a shift prints what is compared", {
  local_reproducible_output(width = 80, unicode = TRUE)
  expect_snapshot({
    tone_shift(texts, sides, lexicon = words)
    print(tone_shift(texts, list(one = 1:2, two = 3, three = 6:7), lexicon = words), n = 2)
  })
})

test_that("plots show the largest contributions with labels that are not cut", {
  x <- shift(news, "source")
  grDevices::pdf(NULL, 5, 5)
  withr::defer(grDevices::dev.off())
  before <- graphics::par(c("mfrow", "mai"))
  shown <- plot(x, n = 4)
  expect_identical(graphics::par(c("mfrow", "mai")), before)
  expect_identical(nrow(shown), 12L)
  expect_equal(shown$value[1:4], x$contribution[1:4])
  expect_match(shown$label[1:4], "(more)|(less)")
  expect_identical(plot(x, n = 4, main = "A title"), shown)
  long <- shown[1:2, ]
  long$label <- strrep("word ", 30)
  expect_silent(draw_rows(list(kind = "shift", data = long, axis = "b"), list(), bar_marks))
  split <- plot(shift(news, list(a = 1:50, b = 51:100), by = "voice"), n = 3)
  expect_match(split$label, ", (narration|direct|reported|thought) ")
  expect_error(plot(x[0, ]), class = "tritone_error_input")
  expect_error(plot(x["entry"]), class = "tritone_error_input")
  skip_if_not_installed("ggplot2")
  drawn <- ggplot2::autoplot(x, n = 4)
  expect_s3_class(drawn, "ggplot")
  expect_identical(drawn$data$label, shown$label)
  print(drawn)
  print(ggplot2::autoplot(x[x$group == x$group[1], ], n = 4))
})
