# tone_score(by = "hit"): places, entries, shifters, and that contributions add up to the tone.

words <- tone_lexicon(
  c(good = 2, better = 2.5, bad = -2, war = -3, hope = 1.5, "fine words" = 1.2, lost = -1.8),
  shifters = data.frame(
    entry = c(
      "not", "no", "never", "very", "slightly", "but", "eased", "lost", "may", "fears of", "rose",
      "fell", "high", "exports", "unemployment"
    ),
    type = c(
      "negator", "negator", "negator", "amplifier", "downtoner", "adversative", "shifter",
      "shifter", "irrealis", "irrealis", "direction_up", "direction_down", "level_up", "good_up",
      "bad_up"
    ),
    factor = c(NA, NA, -0.8, 1.5, NA, NA, NA, -0.7, NA, 0.5, NA, 1.1, NA, NA, -1.4)
  ),
  name = "words"
)
hits <- function(x, ...) tone_score(x, words, by = "hit", ...)

pool <- function(n) {
  parts <- c(
    words$entries$entry, words$shifters$entry, "road", "bridge", "and", "and", "the", ",", ",", ".",
    "could", "\u201cso", "it\u201d"
  )
  withr::with_seed(5, vapply(seq_len(n), function(i) {
    text <- paste(c("Water", sample(parts, sample(0:60, 1), TRUE), "."), collapse = " ")
    gsub(" ([,.])", "\\1", gsub("[.] ([a-z])", ". \\U\\1", text, perl = TRUE))
  }, ""))
}

test_that("a table by hit has the promised form", {
  text <- c(
    n = "\u201cN\u00e9\u201d is not very  good.\nExports of the two towns fell slightly.", e = "",
    m = NA, s = "A flat day."
  )
  x <- hits(text)
  expect_s3_class(x, c("tritone_tone_score", "tritone_table"))
  expect_named(x, c(
    "doc_id", "sentence", "field", "start", "end", "lexicon", "text", "entry", "partner",
    "shifters", "valence", "factor", "value", "contribution", "voice", "speaker"
  ))
  expect_identical(x$doc_id, c("n", "n"))
  expect_identical(x$sentence, 1:2)
  expect_identical(x$text, c("good", "Exports of the two towns fell"))
  expect_identical(substring(text[["n"]], x$start, x$end), x$text)
  expect_identical(x$entry, c("good", "exports (down)"))
  expect_identical(x$partner, c(NA, "fell"))
  expect_identical(
    x$shifters, c("not (negator -0.7), very (amplifier 1.5)", "slightly (downtoner 0.6)")
  )
  expect_equal(x$valence, c(2, -1.2 * 1.1))
  expect_equal(x$factor, c(-0.7 * 1.5, 0.6))
  expect_equal(x$value, x$valence * x$factor / 4)
  expect_equal(x$contribution, x$value / 4)
  expect_type(x$start, "integer")
})

test_that("contributions add up to the tone, in every article and sentence", {
  texts <- pool(300)
  x <- hits(texts)
  for (by in c("article", "sentence")) {
    tone <- tone_score(texts, words, by = by)
    key <- function(of) if (by == "article") of$doc_id else paste(of$doc_id, of$sentence)
    value <- tapply(x$value, factor(key(x), key(tone)), sum)
    expect_identical(is.na(as.vector(value)), is.na(tone$tone))
    expect_equal(as.vector(value) / (tone$n_hits + 2), tone$tone, tolerance = 1e-12)
    expect_identical(as.vector(table(factor(key(x), key(tone)))), tone$n_hits)
  }
  tone <- tone_score(texts, words)
  sums <- tapply(x$contribution, factor(x$doc_id, tone$doc_id), sum)
  expect_lt(max(abs(as.vector(sums) - tone$tone), na.rm = TRUE), 1e-12)
  expect_gt(nrow(x), 1500)
})

test_that("shifters make the factor, and the factor makes the value", {
  x <- hits(pool(300))
  expect_equal(x$factor, twin_factor(x$shifters), tolerance = 1e-3)
  plain <- nzchar(x$shifters)
  expect_true(all(x$factor[!plain] == 1))
  expect_equal(x$value, pmin(pmax(x$valence * x$factor, -4), 4) / 4, tolerance = 1e-9)
  types <- regmatches(x$shifters, gregexpr("(?<=[(])[a-z]+", x$shifters, perl = TRUE))
  expect_setequal(unlist(types), c(
    "negator", "amplifier", "downtoner", "adversative", "shifter", "irrealis", "superlative"
  ))
})

test_that("the example, with its headlines and voices, adds up and points into the text", {
  news <- article_example()
  suppressMessages({
    x <- tone_score(news, by = "hit")
    tone <- tone_score(news)
  })
  sums <- tapply(x$contribution, factor(x$doc_id, tone$doc_id), sum)
  expect_identical(is.na(as.vector(sums)), is.na(tone$tone))
  expect_lt(max(abs(as.vector(sums) - tone$tone), na.rm = TRUE), 1e-12)
  at <- match(x$doc_id, news$doc_id)
  field <- ifelse(x$field == "title", news$title[at], news$text[at])
  expect_identical(substring(field, x$start, x$end), x$text)
  expect_true(any(x$field == "title"))
})

test_that("the voice of a hit is that of article_voices()", {
  news <- article_example()
  suppressMessages({
    x <- tone_score(news, by = "hit")
    voices <- article_voices(news)
  })
  x <- x[x$field == "text", ]
  for (i in seq_len(nrow(x))) {
    own <- which(voices$doc_id == x$doc_id[i] & voices$start <= x$start[i] &
      voices$end >= x$start[i])
    expect_identical(x$voice[i], if (length(own)) voices$voice[own] else "narration")
    expect_identical(x$speaker[i], if (length(own)) voices$speaker[own] else NA_character_)
  }
  expect_setequal(x$voice, c("narration", "direct", "reported", "thought"))
})

test_that("a row depends on its own article, and on no number of threads", {
  texts <- stats::setNames(pool(60), sprintf("t%d", 1:60))
  all <- hits(texts, threads = 1)
  expect_identical(hits(texts, threads = 2), all)
  expect_identical(hits(texts, threads = 7), all)
  some <- hits(texts[c(50, 3)])
  for (id in c("t50", "t3")) {
    expect_identical(
      as.data.frame(some[some$doc_id == id, ]), as.data.frame(all[all$doc_id == id, ])
    )
  }
})

test_that("titles alone, one article, and nothing at all have their rows", {
  x <- hits(data.frame(doc_id = "a", title = "Not good", text = ""))
  expect_identical(x$field, "title")
  expect_identical(c(x$start, x$end), c(5L, 8L))
  expect_identical(x$voice, "narration")
  expect_identical(nrow(hits(character())), 0L)
  expect_identical(nrow(hits(c(a = NA, b = ""))), 0L)
  expect_identical(names(hits(character())), names(x))
})

test_that("several lexicons come one after the other, a consensus weighs them", {
  other <- tone_lexicon(c(good = 1, road = -1), shifters = FALSE, name = "other")
  texts <- c(a = "A good road. No war.", b = "Bad.", c = "A road.")
  all <- list(words, other, "consensus")
  x <- tone_score(texts, all, by = "hit")
  expect_identical(unique(x$lexicon), c("words", "other", "consensus"))
  tone <- tone_score(texts, all)
  key <- function(of) paste(of$doc_id, of$lexicon)
  sums <- tapply(x$contribution, factor(key(x), key(tone)), sum)
  expect_identical(is.na(as.vector(sums)), is.na(tone$tone))
  expect_equal(as.vector(sums), tone$tone, tolerance = 1e-12)
  expect_identical(sort(unique(x$member)), c("other", "words"))
  alone <- x[x$lexicon == "words", names(x) != "member"]
  expect_identical(as.data.frame(alone), as.data.frame(hits(texts)))
})

test_that("articles in other languages have no hits", {
  french <- paste(
    "Le gouvernement a dit que les prix du pain avaient encore beaucoup",
    "mont\u00e9 dans les villes du nord du pays, war good."
  )
  english <- "A good day in the old town of the north."
  expect_message(x <- hits(c(a = english, b = french)), "left out")
  expect_identical(unique(x$doc_id), "a")
})
