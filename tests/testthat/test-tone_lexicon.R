# tone_lexicon(): our lexicon, the user's own, and errors in either.

test_that("the news lexicon is complete, unique and without contradictions", {
  expect_no_message(x <- tone_lexicon("news"))
  expect_s3_class(x, "tritone_lexicon", exact = TRUE)
  expect_named(x, c("name", "entries", "shifters", "licence", "version"))
  expect_identical(x$name, "news")
  expect_identical(vapply(x$entries, typeof, ""), c(entry = "character", valence = "double"))
  expect_identical(
    vapply(x$shifters, typeof, ""),
    c(entry = "character", type = "character", factor = "double")
  )
  expect_gt(nrow(x$entries), 5000)
  expect_false(anyDuplicated(x$entries$entry) > 0)
  expect_true(all(x$entries$valence >= -4 & x$entries$valence <= 4))
  expect_identical(x$entries$entry, tone_forms_core(x$entries$entry))
  expect_true(all(x$shifters$type %in% shifter_types))
  expect_setequal(x$shifters$type, shifter_types)
  role <- paste(x$shifters$entry, shifter_roles[x$shifters$type])
  expect_false(anyDuplicated(role) > 0)
  expect_identical(tone_lexicon(), x)
})

test_that("regular inflections are in the lexicon with the value of their base", {
  x <- tone_lexicon()$entries
  value <- function(entry) x$valence[match(entry, x$entry)]
  for (form in c("abandons", "abandoned", "abandoning")) {
    expect_identical(value(form), value("abandon"))
  }
  expect_identical(value("tragedies"), value("tragedy"))
  expect_false("abandonned" %in% x$entry)
})

test_that("vectors, data frames and dictionaries are read", {
  expected <- data.frame(entry = c("good", "bad debt"), valence = c(2, -1))
  expect_identical(tone_lexicon(c(good = 2, "Bad  debt" = -1))$entries, expected)
  frames <- list(
    data.frame(entry = c("good", "bad debt"), valence = c(2, -1)),
    data.frame(score = c(2, -1), word = factor(c("good", "bad debt"))),
    data.frame(x = c("good", "bad debt"), y = c(2L, -1L)),
    data.frame(a = c("good", "bad debt"), b = c("2", "-1")),
    data.frame(X = 1:2, Word = c("good", "bad debt"), polarity = c(2, -1))
  )
  for (frame in frames) expect_identical(tone_lexicon(frame)$entries, expected)
  expect_identical(tone_lexicon(frames[[1]])$name, "custom")
  expect_identical(tone_lexicon(frames[[1]], name = "mine")$name, "mine")
  keys <- list(Positive = c("good", "fine"), negative = list("bad"))
  poles <- data.frame(entry = c("good", "fine", "bad"), valence = c(1, 1, -1))
  expect_identical(tone_lexicon(keys)$entries, poles)
  dictionary2 <- methods::setClass("dictionary2", contains = "list", where = environment())
  expect_identical(tone_lexicon(structure(dictionary2(keys), names = names(keys)))$entries, poles)
  # Nested keys, negated poles as in LSD2015, keys that are not poles.
  nested <- list(words = list(POSITIVE = "good", NEGATIVE = "bad*"), neg_positive = "not good")
  expect_identical(
    tone_lexicon(nested)$entries,
    data.frame(entry = c("good", "bad*", "not good"), valence = c(1, -1, -1))
  )
  expect_message(tone_lexicon(c(keys, uncertainty = "may")), "left out: uncertainty")
  tidy <- data.frame(word = c("good", "odd", "bad"), sentiment = c("positive", "trust", "negative"))
  expect_message(x <- tone_lexicon(tidy), "left out: trust")
  expect_identical(x$entries, data.frame(entry = c("good", "bad"), valence = c(1, -1)))
  expect_identical(nrow(tone_lexicon(c(a = 1)[0])$entries), 0L)
})

test_that("repeated entries are reported with both values and the first is kept", {
  expect_message(
    x <- tone_lexicon(c(Lol = 2.9, good = 1, lol = 1.8, GOOD = 1)),
    "1 entry is given.*\"lol\" \\(2.9 and 1.8\\)"
  )
  expect_identical(x$entries, data.frame(entry = c("lol", "good"), valence = c(2.9, 1)))
  expect_no_message(tone_lexicon(c("don\u2019t" = 1, "don't" = 1)))
  expect_message(tone_lexicon(c("don\u2019t" = 1, "don't" = 2)), "don't")
  expect_message(tone_lexicon(stats::setNames(1:8, rep("a", 8))), "\u2026")
})

test_that("entries without a letter are left out with a message", {
  expect_message(x <- tone_lexicon(c(":-)" = 2, good = 1, "42" = 1)), "2 entries.*\":-\\)\"")
  expect_identical(x$entries$entry, "good")
})

test_that("shifters can be left out or given", {
  expect_identical(nrow(tone_lexicon(shifters = FALSE)$shifters), 0L)
  own <- tone_lexicon(c(good = 1), shifters = data.frame(entry = "NOT", type = "negator"))
  expect_identical(own$shifters, data.frame(entry = "not", type = "negator", factor = NA_real_))
  # The forms of sentometrics and of sentimentr.
  frame <- data.frame(x = c("not", "very", "barely", "but"), y = c(-1, 1.8, 0.2, 1), t = 1:4)
  types <- c("negator", "amplifier", "downtoner", "adversative")
  expect_identical(
    tone_lexicon(c(good = 1), shifters = frame)$shifters,
    data.frame(entry = frame$x, type = types, factor = c(-1, 1.8, 0.2, NA))
  )
  codes <- data.frame(x = frame$x, y = 1:4)
  expect_identical(tone_lexicon(c(good = 1), shifters = codes)$shifters$type, types)
  expect_error(
    tone_lexicon(c(good = 1), shifters = data.frame(x = "not", y = 7)), "`t`",
    class = "tritone_error_input"
  )
  expect_message(
    tone_lexicon(c(good = 1), shifters = data.frame(
      entry = c("not", "not"), type = c("negator", "none"), factor = c(-1, 1)
    )),
    "\"not\" \\(negator -1 and none 1\\)"
  )
  expect_no_message(tone_lexicon(c(good = 1), shifters = data.frame(
    entry = c("cut", "cut"), type = c("shifter", "direction_down")
  )))
})

test_that("the columns of a table are recognised or asked for", {
  lm <- data.frame(
    Word = c("BANKRUPT", "GAIN", "TABLE", "AMAZE", "ODD"), Seq_num = c(7001, 30001, 7, 8, 9),
    "Word Count" = 100, Negative = c(2009, 0, 0, 0, -2020), Positive = c(0, 2009, 0, 2012, 0),
    Source = "12of12inf", check.names = FALSE
  )
  expected <- data.frame(entry = c("bankrupt", "gain", "amaze"), valence = c(-1, 1, 1))
  expect_message(x <- tone_lexicon(lm), "`Positive` marks.*`Negative`; 2 words")
  expect_identical(x$entries, expected)
  marks <- list(
    data.frame(word = lm$Word, anger = 0, negative = c(1, 0, 0, 0, 0), positive = c(0, 1, 0, 1, 0)),
    data.frame(
      Entry = lm$Word, Positiv = c("", "Positiv", NA, "Positiv", ""),
      Negativ = c("Negativ", "", "", "", "")
    ),
    data.frame(
      n = 1:5, term = lm$Word, pos = c(FALSE, TRUE, FALSE, TRUE, NA),
      neg = c(TRUE, FALSE, FALSE, FALSE, FALSE)
    ),
    data.frame(
      lemma = lm$Word, PosScore = c(0, 1, 0, 1, 0), NegScore = c(1, 0, 0, 0, 0.0)
    )
  )
  for (frame in marks) expect_identical(suppressMessages(tone_lexicon(frame))$entries, expected)
  strengths <- data.frame(word = c("good", "bad"), pos = c(0.5, 0), neg = c(0.25, 0.75))
  expect_identical(suppressMessages(tone_lexicon(strengths))$entries$valence, c(0.25, -0.75))
  expect_message(
    x <- tone_lexicon(data.frame(a = c("good", "bad"), b = c(2, -1), c = 0)), "column `b`"
  )
  expect_identical(x$entries$valence, c(2, -1))
  # Several columns that may be meant, none, or counts.
  refused <- function(frame, pattern) {
    expect_error(tone_lexicon(frame), pattern, class = "tritone_error_input")
  }
  refused(data.frame(word = c("good", "bad"), n = c(31L, 12L)), "called `valence`.*: `n`")
  refused(data.frame(word = c("good", "bad"), n = c(31, 12), doc = 2:3), "`n` and `doc`|`n`, `doc`")
  refused(data.frame(word = c("good", "bad"), a = c(1, -1), b = c(2, -2)), "`a`")
  refused(data.frame(word = c("good", "bad"), mean = c(7.2, 2.1)), "`mean`")
  refused(data.frame(n = 1:2, m = c(-1, 1)), "called `entry`")
  expect_message(
    tone_lexicon(data.frame(word = c("good", "bad"), Valence = c(0.9, 0.1))), "No entry is negative"
  )
})

test_that("shifters of other packages are read in all their forms", {
  expected <- c("negator", "amplifier", "downtoner", "adversative")
  type <- function(frame) tone_lexicon(c(good = 1), shifters = frame)$shifters$type
  words <- c("not", "very", "hardly", "but")
  expect_identical(type(data.frame(x = words, y = as.character(1:4))), expected)
  expect_identical(type(data.frame(x = words, y = factor(1:4))), expected)
  expect_identical(type(data.frame(x = factor(words), t = as.character(1:4))), expected)
  expect_identical(type(data.frame(word = words, y = 1:4)), expected)
  expect_identical(type(data.frame(x = words, y = c("-1", "1.8", ".2", "1"), t = 1:4)), expected)
  bigrams <- data.frame(x = words[1:3], y = c(-1, 1.8, 0.2))
  x <- tone_lexicon(c(good = 1), shifters = bigrams)$shifters
  expect_identical(x, data.frame(entry = words[1:3], type = expected[1:3], factor = bigrams$y))
  expect_error(type(data.frame(x = words, y = letters[1:4])), class = "tritone_error_input")
  expect_error(type(data.frame(x = "not", y = 0)), class = "tritone_error_input")
})

test_that("lists of sentometrics hold their shifters in `valence`", {
  lists <- structure(
    list(
      mine = data.frame(x = c("good", "bad"), y = c(1, -1)),
      other = data.frame(x = "large", y = -2),
      valence = data.frame(x = c("not", "very"), y = c(-1, 1.8))
    ),
    class = c("sento_lexicons", "list")
  )
  x <- tone_score("It was very large, not small, and very, very far.", lists)
  expect_identical(x$lexicon, c("mine", "other"))
  expect_identical(x$n_hits, 0:1)
  expect_equal(x$tone, c(NA, -2 * 1.8 / 4 / 3))
  lists <- structure(unclass(lists)[1:2], class = class(lists))
  expect_identical(tone_score("It was good.", lists)$n_hits, 1:0)
})

test_that("wrong lexicons are named", {
  expect_error(tone_lexicon("vader"), "`x`", class = "tritone_error_input")
  expect_error(tone_lexicon(1:3), "`x`", class = "tritone_error_input")
  expect_error(tone_lexicon(data.frame(a = "x")), "`x`", class = "tritone_error_input")
  refused <- function(pattern, ...) {
    expect_error(tone_lexicon(...), pattern, class = "tritone_error_input")
  }
  refused("valences", c(a = NA, b = 1))
  refused("positive and negative.*\"y\"", data.frame(a = "x", b = "y"))
  expect_error(tone_lexicon(c(a = 1), licence = 1), "`licence`", class = "tritone_error_input")
  refused("`positive`", list(good = "a", bad = "b"))
  expect_error(tone_lexicon(shifters = 1), "`shifters`", class = "tritone_error_input")
  refused("`type`", shifters = data.frame(entry = "a"))
  refused("inverter", shifters = data.frame(entry = "a", type = "inverter"))
  expect_error(tone_lexicon(tone_lexicon()), "`x`", class = "tritone_error_input")
  expect_error(tone_lexicon(name = 1), "`name`", class = "tritone_error_input")
  # A factor out of range is the core's to refuse.
  shifters <- data.frame(entry = "not", type = "negator", factor = -3)
  odd <- tone_lexicon(c(good = 1), shifters = shifters)
  expect_error(tone_score("x", odd), "\"not\".*-3", class = "tritone_error_input")
})

test_that("print is bounded", {
  x <- tone_lexicon(c(good = 2, bad = -1.5, fair = 0.5, "blood bank" = 0), name = "mine")
  expect_identical(
    capture.output(seen <- withVisible(print(x, n = 1)))[1:4],
    c(
      "# tritone_lexicon \"mine\", licence not known",
      "4 entries: 2 positive, 1 negative, 1 that only block; from -1.5 to 2",
      "most negative: bad (-1.5)", "most positive: good (2)"
    )
  )
  expect_false(seen$visible)
  expect_lt(length(capture.output(print(tone_lexicon()))), 12)
  expect_lt(max(nchar(capture.output(print(tone_lexicon(), n = 500)))), 200)
  expect_match(capture.output(print(tone_lexicon(c(a = 1)[0], shifters = FALSE)))[[3]], "none")
})

test_that("entries in windows-1252 without a mark are read as such", {
  phrase <- rawToChar(as.raw(c(0x6e, 0x61, 0xef, 0x76, 0x65)))
  Encoding(phrase) <- "unknown"
  own <- tone_lexicon(data.frame(phrase = c(phrase, "good"), valence = c(-1, 1)), name = "own")
  expect_equal(tone_score("He was na\u00efve.", own)$n_hits, 1)
})

test_that("a lexicon that has been changed is another, one built before gives the same", {
  own <- tone_lexicon(c(good = 2, bad = -2), name = "own")
  first <- tone_score("A good day.", own)
  expect_identical(tone_score("A good day.", own), first)
  own$entries$valence[1] <- -2
  expect_identical(tone_score("A good day.", own)$tone, -first$tone)
  own$entries$entry[1] <- "day"
  expect_identical(tone_score("A good evening.", own)$n_hits, 0L)
  expect_identical(tone_score("A good day.", own)$n_hits, 1L)
  # More lexicons than are kept.
  for (i in 1:20) {
    expect_equal(tone_score("A day.", c(day = i / 10))$tone, i / 10 / 4 / 3)
  }
  expect_identical(tone_score("A good day.", tone_lexicon(c(good = 2, bad = -2))), tone_score(
    "A good day.", tone_lexicon(c(good = 2, bad = -2))
  ))
})

test_that("the shipped lexicon has no patterns, with which looking up takes twice as long", {
  for (name in c("news.csv", "news_shifters.csv")) {
    table <- utils::read.csv(
      system.file("extdata", "lexicon", name, package = "tritone"), encoding = "UTF-8"
    )
    expect_identical(grep("[*?]", table[[1L]], value = TRUE), character())
  }
  said <- c("Inflation hit a 20-year low.", "Inflation hit a three-decade high.")
  expect_identical(sign(tone_score(said, language = NULL)$tone), c(1, -1))
})
