# tone_explain(): whose rows, of which articles, and how they are shown.

words <- tone_lexicon(c(good = 2, bad = -2, war = -3, calm = 0.004),
  shifters = data.frame(
    entry = c("not", "very", "fell", "exports"),
    type = c("negator", "amplifier", "direction_down", "good_up")
  ), name = "words"
)
texts <- c(
  a = "A good day. \u201cIt is not very bad,\u201d said Ida Holm, a trader.",
  b = "The war was bad. Exports of good wood fell.", c = "A day.", d = NA
)

test_that("the rows are the hits of tone_score()", {
  x <- tone_explain(texts, lexicon = words)
  expect_s3_class(x, c("tritone_tone_explain", "tritone_table"))
  expect_identical(
    as.data.frame(x)[names(x) != "hit"], as.data.frame(tone_score(texts, words, by = "hit"))
  )
  expect_identical(x$hit, c(1:2, 1:4))
  expect_identical(x$speaker, c(NA, "Ida Holm", NA, NA, NA, NA))
})

test_that("a result of tone_score() is explained as it was scored", {
  scored <- tone_score(texts, words)
  expect_identical(
    as.data.frame(tone_explain(scored, data = texts)),
    as.data.frame(tone_explain(texts, lexicon = words))
  )
  one <- tone_explain(scored[scored$tone < 0 & !is.na(scored$tone), ], data = texts)
  expect_identical(unique(one$doc_id), "b")
  sentence <- tone_score(texts, words, by = "sentence")
  two <- tone_explain(sentence[sentence$doc_id == "b" & sentence$sentence == 2, ], data = texts)
  expect_identical(two$entry, c("exports (down)", "good"))
  hit <- tone_score(texts, words, by = "hit")
  expect_identical(tone_explain(hit[3, ], data = texts)$entry, "war")
  direct <- tone_explain(tone_score(texts, words, voices = "direct"), data = texts)
  expect_identical(direct$text, "bad")
  # Without a class or attributes the lexicon must be given.
  bare <- as.data.frame(scored)
  expect_identical(tone_explain(bare, data = texts, lexicon = words)$hit, c(1:2, 1:4))
})

test_that("what cannot be explained says so", {
  scored <- tone_score(texts, words)
  expect_snapshot(error = TRUE, {
    tone_explain(texts, method = "vader")
    tone_explain(tone_score("good", words, method = "plain"), data = "good")
    tone_explain(scored)
    tone_explain(texts, data = texts)
    tone_explain(scored, data = texts[2:3])
    tone_explain(as.data.frame(scored), data = texts)
    tone_explain(scored[names(scored) != "doc_id"], data = texts)
  })
})

test_that("sentences are shown with their words marked", {
  local_reproducible_output(width = 60, unicode = TRUE)
  expect_snapshot({
    tone_explain(texts, lexicon = words)
    print(tone_explain(texts, lexicon = words), n = 1)
    tone_explain("A day.")
    tone_explain(texts[1], lexicon = list(words, tone_lexicon(c(good = 1, day = 1)), "consensus"))
  })
  x <- tone_explain(texts, lexicon = words)
  expect_output(print(x[x$doc_id == "b", ]), "3 hits|4 hits")
  expect_output(print(x["entry"]), "6 hits")
})

test_that("marks never cut or double a text, whatever they hold", {
  x <- tone_explain(texts, lexicon = words)
  shown <- explained_sentences(x, 10)$sentences
  whole <- vapply(shown, function(one) paste(one$runs$text, collapse = ""), "")
  expect_identical(whole, attr(x, "sentences")$text)
  worth <- unlist(lapply(shown, function(one) one$runs$worth))
  expect_equal(sum(worth, na.rm = TRUE), sum(x$value))
  # Entries of several lexicons that overlap are one mark.
  marks <- data.frame(
    type = "entry", member = c("l", "m", "m"), hit = c(1L, 1L, 2L), worth = c(0.5, -0.2, -1)
  )
  runs <- highlight_runs("abcdefghij", c(2L, 4L, 8L), c(5L, 6L, 8L), marks)
  expect_identical(runs$text, c("a", "bcdef", "g", "h", "ij"))
  expect_identical(runs$kind, c("", "good", "", "bad", ""))
  expect_equal(runs$worth, c(NA, 0.3, NA, -1, NA))
})

test_that("colours are used where the console has them", {
  skip_if_not_installed("withr")
  x <- tone_explain(texts, lexicon = words)
  withr::local_options(cli.num_colors = 256L)
  coloured <- utils::capture.output(print(x))
  expect_true(any(grepl("\033[", coloured, fixed = TRUE)))
  withr::local_options(cli.num_colors = 1L)
  expect_identical(cli::ansi_strip(coloured), utils::capture.output(print(x)))
})

test_that("notebooks get HTML in which every text is escaped", {
  skip_if_not_installed("knitr")
  evil <- c("<b>&x" = "A <i>good</i> & \"bad\" day.\u202e")
  x <- tone_explain(evil, lexicon = words)
  page <- as.character(explain_html(x, 20))
  expect_match(
    page, "&lt;i&gt;<mark class=\"good\">good\u00a0<small>+0.50</small></mark>", fixed = TRUE
  )
  expect_match(page, "<bdi>&lt;b&gt;&amp;x", fixed = TRUE)
  expect_false(grepl("<i>", page, fixed = TRUE))
  expect_false(grepl("\u202e", page, fixed = TRUE))
  expect_match(page, "class=\"bad\">bad\u00a0<small>\u22120.50", fixed = TRUE)
  skip_if_not_installed("xml2")
  read <- xml2::read_html(page)
  expect_length(xml2::xml_find_all(read, "//mark"), 2L)
  expect_identical(
    gsub("\u00a0[+\u2212][0-9.]+", "", xml2::xml_text(xml2::xml_find_first(read, "//bdi[mark]"))),
    "A <i>good</i> & \"bad\" day."
  )
})

test_that("rows bound together keep their sentences", {
  x <- tone_explain(texts, lexicon = words)
  both <- rbind(x[x$doc_id == "b", ], x[x$doc_id == "a", ])
  expect_length(explained_sentences(both, 10)$sentences, 4L)
  one <- tone_explain(texts["a"], lexicon = words)
  two <- rbind(one, tone_explain(texts["b"], lexicon = words))
  expect_length(explained_sentences(two, 10)$sentences, 4L)
  twice <- explained_sentences(rbind(one, one), 10)$sentences
  expect_equal(sum(unlist(lapply(twice, function(s) s$runs$worth)), na.rm = TRUE), sum(one$value))
})
