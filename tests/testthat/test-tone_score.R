# tone_score(): tone beside a slow twin, its columns, options and errors.

words <- tone_lexicon(
  c(
    good = 2, bad = -2, great = 3, "good news" = 1.5, "bad debt" = -1, terrible = -3.5,
    "blood pressure" = 0, blood = -1, danger = -1.5, worst = -2.8
  ),
  shifters = data.frame(
    entry = c(
      "not", "never", "no", "lack of", "no danger of", "not only", "very", "the worst",
      "slightly", "a bit", "but", "although"
    ),
    type = c(
      "negator", "negator", "negator", "negator", "negator", "none", "amplifier", "amplifier",
      "downtoner", "downtoner", "adversative", "adversative"
    ),
    factor = c(NA, -0.8, NA, -0.5, NA, NA, 1.5, 1.4, NA, 0.8, NA, 0.8)
  ),
  name = "words"
)
mixed <- c(
  a = "A good day. The road is bad, but the bridge is not terrible!",
  b = NA, c = "", d = "12 men, 3 days.", e = "good and bad"
)
# Phrases of every type, some of them of several roles.
all_types <- tone_lexicon(
  c(good = 2, bad = -2, hope = 1.5, war = -3, lost = -1.8, ban = -1, debt = -1.2, cure = 2.5,
    "bad debt" = -1.5),
  shifters = data.frame(
    entry = c(
      "not", "no danger of", "not only", "very", "slightly", "but", "despite", "eased", "lost",
      "ban on", "cure", "may", "fears of", "rose", "growing", "fell", "eased", "lost", "exports",
      "debt", "new jobs", "unemployment"
    ),
    type = c(
      "negator", "negator", "none", "amplifier", "downtoner", "adversative", "adversative",
      "shifter", "shifter", "shifter", "shifter", "irrealis", "irrealis", "direction_up",
      "direction_up", "direction_down", "direction_down", "direction_down", "good_up", "bad_up",
      "good_up", "bad_up"
    ),
    factor = c(
      NA, -0.5, NA, 1.5, NA, NA, 0.8, NA, -0.7, -0.7, NA, NA, 0.5, NA, 1.3, NA, 1, 1, NA, -1.4,
      0.9, NA
    )
  ),
  name = "types"
)
no_class <- function(x) as.data.frame(x)

# The contributions add up to this in a text of one sentence.
total <- function(text, lexicon = all_types) {
  x <- tone_score(text, lexicon)
  x$tone * (x$n_hits + 2) * 4
}

expect_twin <- function(lexicon) {
  pool <- c(
    lexicon$entries$entry, lexicon$shifters$entry, "road", "bridge", "of", "only", "a", "news",
    "and", "and", "the", ",", ",", ".", ".", "water"
  )
  withr::with_seed(2, {
    texts <- vapply(1:200, function(i) {
      paste(c("water", sample(pool, sample(0:60, 1), TRUE), "."), collapse = " ")
    }, "")
  })
  texts <- gsub(" ([,.])", "\\1", gsub("( [,.])+", "\\1", texts))
  texts <- gsub("\\b(a|no)[.]", "of.", texts) # these would be abbreviations
  # A capital begins each sentence, as the rules of sentences want it.
  shown <- gsub("(^|[.] )([a-z])", "\\1\\U\\2", texts, perl = TRUE)
  got <- tone_score(shown, lexicon)
  expected <- twin_tone(texts, lexicon$entries, lexicon$shifters)
  expect_identical(got$n_words, as.integer(expected$n_words))
  expect_identical(got$n_hits, as.integer(expected$n_hits))
  expect_equal(got$tone, expected$tone, tolerance = 1e-14)
  expect_equal(got$se, ifelse(expected$n_hits > 0, expected$se, NA), tolerance = 1e-12)
  expect_gt(sum(got$n_hits), 1000)
}

test_that("tone equals that of a plain R twin on simple texts", {
  for (lexicon in list(words, all_types)) expect_twin(lexicon)
})

test_that("what is done to good and bad things turns them", {
  expect_equal(total("They eased the war."), -3 * -0.6)
  expect_equal(total("The war was eased at last."), -3 * -0.6)
  expect_equal(total("It eased, the war goes on."), -3)
  expect_equal(total("They have not eased the war."), -3 * -0.6 * -0.7)
  # A word that is both acts only on what has the other sign.
  expect_equal(total("They lost hope."), 1.5 * -0.7)
  expect_equal(total("They lost the war."), -1.8 - 3)
  expect_equal(total("They lost."), -1.8)
  expect_equal(total("The ban on war holds."), -3 * -0.7)
})

test_that("what may be weighs less, and once", {
  expect_equal(total("It may be good."), 2 * 0.65)
  expect_equal(total("Fears of what may be war."), -3 * 0.5)
  expect_equal(total("It may, they say, be good."), 2)
})

test_that("quantities and their directions are one hit", {
  expect_equal(total("Unemployment fell."), 1.2)
  expect_equal(total("Growing unemployment."), -1.2 * 1.3)
  expect_equal(total("Unemployment fell as exports rose."), 2.4)
  expect_equal(total("Exports fell very slightly."), -1.2 * 1.5)
  expect_equal(total("Exports have not fallen, they rose."), NA_real_)
  expect_equal(total("The exports of the two towns at the coast fell."), -1.2)
  expect_equal(total("The exports of the two towns at the southern coast fell."), NA_real_)
  expect_equal(total("Exports but not unemployment fell."), 1.2 * -0.7)
  # The pair takes the place of the entry and of the shifter in it.
  expect_equal(total("Debt eased."), 1.4)
  expect_identical(tone_score("Debt eased.", all_types)$n_hits, 1L)
  expect_equal(total("Debt."), -1.2)
  expect_equal(total("New jobs fell but debt fell."), -0.9 + 1.4)
  x <- tone_score("Unemployment fell, and it is good.", all_types)
  expect_identical(x$n_hits, 2L)
})

test_that("a table by article has the promised form", {
  x <- tone_score(mixed, words)
  classes <- c("tritone_tone_score", "tritone_table", "tbl_df", "tbl", "data.frame")
  expect_s3_class(x, classes, exact = TRUE)
  expect_named(x, c(
    "doc_id", "lexicon", "n_words", "n_hits", "coverage", "tone", "se", "lower", "upper"
  ))
  expect_identical(x$doc_id, names(mixed))
  expect_identical(x$lexicon, rep("words", 5))
  expect_type(x$n_words, "integer")
  expect_identical(x$n_words, c(13L, 0L, 0L, 2L, 3L))
  expect_identical(x$n_hits, c(3L, 0L, 0L, 0L, 2L))
  expect_identical(x$coverage, c(3 / 13, 0, 0, 0, 2 / 3))
  expect_identical(is.na(x$tone), c(FALSE, TRUE, TRUE, TRUE, FALSE))
  expect_identical(x$tone[5], 0)
  expect_identical(is.na(x$se), c(FALSE, TRUE, TRUE, TRUE, TRUE))
  sums <- c(2, -2 / 1.25, -3.5 * -0.7 * 1.25) / 4
  tone <- sum(sums) / 5
  expect_equal(x$tone[1], tone)
  e <- c(sums[1], sum(sums[2:3])) - tone * c(1, 2)
  expect_equal(x$se[1], sqrt(2 * sum((e - mean(e))^2)) / 5)
  expect_equal(x$upper[1], tone + stats::qnorm(0.975) * x$se[1])
  # Sentences that are alike do not show how much a tone varies.
  alike <- tone_score(c("Good. Good.", "Good. Good. Water.", "Good. Bad."), words)
  expect_identical(is.na(alike$se), c(TRUE, FALSE, FALSE))
  expect_identical(is.na(alike$lower), c(TRUE, FALSE, FALSE))
  expect_equal(tone_score(mixed, words, level = 0.5)$lower[1], tone - stats::qnorm(0.75) * x$se[1])
})

test_that("a table by sentence points into the text", {
  text <- c(n = "“Né” good.  It is\nnot bad. 7!", m = NA, o = "bad")
  x <- tone_score(text, words, by = "sentence")
  expect_named(x, c(
    "doc_id", "sentence", "field", "start", "end", "lexicon", "n_words", "n_hits", "coverage",
    "tone", "se", "lower", "upper", "text"
  ))
  expect_identical(x$doc_id, c("n", "n", "n", "o"))
  expect_identical(x$sentence, c(1L, 2L, 3L, 1L))
  expect_identical(x$text, substring(text[x$doc_id], x$start, x$end), ignore_attr = TRUE)
  expect_identical(x$text[2], "It is\nnot bad.")
  expect_identical(x$n_words, c(2L, 4L, 0L, 1L))
  expect_equal(x$tone, c(2 / 4, 2 * 0.7 / 4, NA, -2 / 4) / 3)
  expect_true(all(is.na(x$se) & is.na(x$lower) & is.na(x$upper)))
})

test_that("articles are the sums of their sentences", {
  news <- sample_articles()
  article <- tone_score(news)
  sentence <- tone_score(news, by = "sentence")
  by <- factor(sentence$doc_id, levels = news$doc_id)
  add <- function(v) as.vector(tapply(v, by, sum, default = 0))
  expect_identical(as.integer(add(sentence$n_words)), article$n_words)
  expect_identical(as.integer(add(sentence$n_hits)), article$n_hits)
  sums <- ifelse(sentence$n_hits > 0, sentence$tone * (sentence$n_hits + 2), 0)
  expect_equal(add(sums) / (article$n_hits + 2), article$tone)
  field <- ifelse(sentence$field == "title", news$title[by], news$text[by])
  expect_identical(substring(field, sentence$start, sentence$end), sentence$text)
  expect_true(all(abs(article$tone) <= 1, na.rm = TRUE))
})

test_that("records are read without bylines and boilerplate unless `parts` says so", {
  news <- sample_articles()
  default <- tone_score(news)
  all <- tone_score(news, parts = all_parts)
  expect_true(all(all$n_words >= default$n_words))
  expect_gt(sum(all$n_words), sum(default$n_words))
  title <- tone_score(news, parts = "headline", by = "sentence")
  expect_identical(unique(title$field), "title")
  expect_identical(title$text, trimws(news$title[match(title$doc_id, news$doc_id)]))
})

test_that("typography, composition and line ends change nothing", {
  plain <- "They don't say \"good\". It's not a bad cafe\u0301, but 'very bad' -- yes."
  others <- c(
    paste(
      "They don\u2019t say \u201cgood\u201d. It\u2019s not a bad caf\u00e9,",
      "but \u2018very bad\u2019 \u2014 yes."
    ),
    paste(
      "They don\u02bct say \u201egood\u201c. It\uff07s not a bad caf\u00e9,",
      "but \u2018very bad\u2019 \u2013 yes."
    ),
    gsub(" ", "\n", plain)
  )
  lexicon <- tone_lexicon(c(good = 2, bad = -2))
  first <- no_class(tone_score(plain, lexicon))
  expect_identical(first$n_hits, 3L)
  for (other in others) expect_identical(no_class(tone_score(other, lexicon)), first)
})

test_that("turned valences turn the tone, shifters or not", {
  news <- sample_articles()
  lexicon <- tone_lexicon()
  # What is good and bad when it rises changes places too.
  shifters <- lexicon$shifters
  quantity <- shifters$type %in% c("good_up", "bad_up")
  shifters$factor[quantity] <- -shifters$factor[quantity]
  shifters$type[quantity] <- ifelse(shifters$type[quantity] == "good_up", "bad_up", "good_up")
  turned <- tone_lexicon(transform(lexicon$entries, valence = -valence), shifters = shifters)
  a <- tone_score(news, lexicon)
  b <- tone_score(news, turned)
  expect_identical(b$tone, -a$tone)
  expect_identical(b$se, a$se)
  expect_identical(b$lower, -a$upper)
})

test_that("without shifters tone is plain look-up, and every hit counts once", {
  news <- sample_articles()
  entries <- tone_lexicon()$entries
  ones <- tone_lexicon(transform(entries, valence = ifelse(valence == 0, 0, 4)), shifters = FALSE)
  x <- tone_score(news, ones)
  expect_equal(x$tone * (x$n_hits + 2), x$n_hits)
  expect_identical(x$n_hits, tone_score(news, tone_lexicon(shifters = FALSE))$n_hits)
})

test_that("the same bits for 1, 2 and 7 threads, in every order, alone or together", {
  news <- sample_articles()
  one <- tone_score(news, threads = 1)
  expect_identical(tone_score(news, threads = 2), one)
  expect_identical(tone_score(news, threads = 7), one)
  expect_identical(
    tone_score(news, by = "sentence", threads = 1), tone_score(news, by = "sentence", threads = 7)
  )
  back <- rev(seq_len(nrow(news)))
  turned <- no_class(tone_score(news[back, ]))
  expect_identical(turned[back, ], no_class(one), ignore_attr = "row.names")
  for (i in c(1, 7, 40)) {
    expect_identical(no_class(tone_score(news[i, ])), no_class(one[i, ]))
  }
})

test_that("doubled texts keep their mean, and many hits do not saturate", {
  once <- "A good day, but a bad night. "
  per_hit <- function(x) {
    y <- tone_score(x, words)
    y$tone * (y$n_hits + 2) / y$n_hits
  }
  expect_equal(per_hit(strrep(once, 2)), per_hit(once))
  expect_equal(per_hit(strrep(once, 100)), per_hit(once))
  expect_identical(tone_score(strrep("bad good ", 10), words)$tone, 0)
  expect_lt(tone_score(strrep("terrible ", 1e4), words)$tone, -0.85)
  expect_gt(tone_score(strrep("bad ", 1e4), words)$tone, -0.5)
})

test_that("several lexicons give a row each", {
  x <- tone_score(mixed, list(words, plain = c(good = 1)))
  expect_identical(x$doc_id, rep(names(mixed), each = 2))
  expect_identical(x$lexicon, rep(c("words", "plain"), 5))
  expect_identical(no_class(x[x$lexicon == "words", ]), no_class(tone_score(mixed, words)))
  s <- tone_score(mixed, list(words, plain = c(good = 1)), by = "sentence")
  expect_identical(s$sentence[1:4], c(1L, 1L, 2L, 2L))
  expect_identical(s$lexicon[1:4], c("words", "plain", "words", "plain"))
  expect_error(tone_score("x", list(words, words)), "\"words\"", class = "tritone_error_input")
  expect_error(tone_score("x", list()), "`lexicon`", class = "tritone_error_input")
})

test_that("empty input, bad bytes and long lines behave", {
  none <- tone_score(character())
  expect_identical(dim(none), c(0L, 9L))
  expect_identical(vapply(none, typeof, ""), vapply(tone_score("x"), typeof, ""))
  expect_identical(dim(tone_score(character(), by = "sentence")), c(0L, 14L))
  expect_identical(nrow(tone_score(c(NA, "", " \n"), by = "sentence")), 0L)
  expect_identical(tone_score(NA_character_)$n_words, 0L)
  bad <- "good \xff\xfe bad"
  Encoding(bad) <- "UTF-8"
  expect_identical(tone_score(bad, words)$n_hits, 2L)
  expect_identical(tone_score(strrep("good and more ", 1e5), words)$n_hits, 100000L)
  for (text in c("?!.,;", "1 2.5 1990", "\u201c", "x")) {
    x <- tone_score(text)
    expect_true(is.na(x$tone))
    expect_identical(x$coverage, 0)
  }
})

test_that("data frames, factors and other encodings are read", {
  latin <- iconv("caf\u00e9 good", "UTF-8", "latin1")
  frame <- data.frame(doc_id = c("p", "q"), text = c(latin, "bad"), stringsAsFactors = TRUE)
  expect_identical(tone_score(frame, words)$doc_id, c("p", "q"))
  expect_identical(tone_score(frame, words)$n_words, c(2L, 1L))
})

test_that("wrong arguments are named", {
  expect_error(tone_score(1), "`x`", class = "tritone_error_input")
  expect_error(tone_score("x", word = 1), "no argument `word`", class = "tritone_error_input")
  expect_error(tone_score("x", words, levl = 1), "mean `level`", class = "tritone_error_input")
  expect_error(tone_score("x", by = "word"), "`by`", class = "tritone_error_input")
  expect_error(tone_score("x", level = 1), "`level`", class = "tritone_error_input")
  expect_error(tone_score("x", threads = 0), "`threads`", class = "tritone_error_input")
  expect_error(tone_score("x", parts = "foot"), "`parts`", class = "tritone_error_input")
  expect_error(tone_score("x", "vader"), "`lexicon`", class = "tritone_error_input")
  expect_error(tone_score("x", 1), "`lexicon`", class = "tritone_error_input")
})

test_that("the specimen of newswire is negative and its contact line silent", {
  path <- data_file("specimen", "specimen-newswire.txt")
  text <- paste(readLines(path, encoding = "UTF-8", warn = FALSE), collapse = "\n")
  expect_lt(tone_score(text)$upper, -0.05)
  sentences <- tone_score(text, by = "sentence")
  contact <- grep("Questions or comments|Contact us", sentences$text)
  expect_gt(length(contact), 0)
  expect_identical(sum(sentences$n_hits[contact]), 0L)
  record <- tone_score(article_read(path), by = "sentence")
  expect_false(any(grepl("Contact us", record$text)))
  expect_lt(tone_score(article_read(path))$tone, -0.05)
})
