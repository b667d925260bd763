# What breaks tone scorers on news, one test each.

words <- tone_lexicon(
  c(good = 2, bad = -2, "good news" = 3, flood = -2, seawall = 1),
  shifters = tone_lexicon("news")$shifters
)
score <- function(x, lexicon = words) {
  as.data.frame(tone_score(unname(x), lexicon, progress = FALSE))[c("n_hits", "tone")]
}
alike <- function(...) {
  x <- c(...)
  rows <- score(x)
  for (i in seq_along(x)) {
    expect_identical(rows[i, ], rows[1, ], ignore_attr = TRUE, info = x[[i]])
  }
  rows[1, ]
}

test_that("apostrophes of all kinds are one", {
  x <- paste0("It isn", c("'", "\u2019", "\u02bc", "\uff07"), "t good.")
  expect_lt(alike(x)$tone, 0)
})

test_that("quotation marks of all kinds are one", {
  expect_identical(alike(
    'They say "good" of it.', "They say \u201cgood\u201d of it.",
    "They say \u00abgood\u00bb of it.", "They say \u201egood\u201c of it.",
    "They say ``good'' of it."
  )$n_hits, 1L)
})

test_that("composed and decomposed letters are one", {
  alike("A caf\u00e9, not good.", "A cafe\u0301, not good.")
})

test_that("line ends inside sentences and entries change nothing", {
  alike("It was not, they say, good news.", "It was\nnot,\nthey say,\ngood\nnews.")
  file <- text_file(c(
    "Harbour", "", "The seawall stands. The good sea-",
    "wall held the flood off all night long, they say,",
    "and the town slept behind it until the morning came."
  ))
  expect_identical(tone_score(article_read(file), words)$n_hits, 4L)
})

test_that("dashes, slashes and dots neither join words nor split them", {
  expect_identical(score("It is good\u2014bad.")$n_hits, 2L)
  expect_identical(score("Good/bad and/or bad...")$n_hits, 3L)
  expect_identical(score("See https://good.example/bad and good@bad.example.")$n_hits, 0L)
})

test_that("a negator before a comma does not negate, nor does a question tag", {
  expect_gt(score("No, the plan is good.")$tone, 0)
  expect_gt(score("The plan is good, isn't it?")$tone, 0)
})

test_that("not only, not just and no longer", {
  plain <- score("It is good.")$tone
  expect_identical(score("It is not only good but also cheap.")$tone, plain)
  expect_identical(score("It is not just good.")$tone, plain)
  expect_lt(score("It is no longer good.")$tone, 0)
})

test_that("a mark of a clause never lets a negator reach further", {
  parts <- c("They", "do", "not", "say", "it", "is", "a", "good", "one")
  whole <- score(paste0(paste(parts, collapse = " "), "."))$tone
  for (i in seq_len(length(parts) - 1L)) {
    cut <- paste0(paste(append(parts, ",", i), collapse = " "), ".")
    expect_gte(score(gsub(" ,", ",", cut))$tone, whole)
  }
})

test_that("shifters switched off is plain look-up; every hit counts once", {
  news <- sample_articles()
  off <- tone_lexicon(words$entries, shifters = FALSE)
  x <- tone_score(news, off)
  sums <- vapply(seq_len(nrow(news)), function(i) x$tone[i] * (x$n_hits[i] + 5) * 4, 0)
  expect_equal(sums[!is.na(sums)], round(sums[!is.na(sums)]))
  expect_identical(score("good good bad", off)$n_hits, 3L)
})

test_that("repeated words count each time, long texts do not saturate", {
  expect_identical(score("Good, good, good.")$n_hits, 3L)
  expect_lt(abs(score(strrep("bad good ", 500))$tone), 0.01)
})

test_that("the longest entry wins and none matches inside a word", {
  expect_equal(score("Good news.")$tone, 3 / 4 / 3)
  expect_identical(score("A goodly badge for the floodlight.")$n_hits, 0L)
})

test_that("a line of 10 MB is scored to its end", {
  x <- score(strrep("the road and the bad bridge of the town and ", 230000))
  expect_identical(x$n_hits, 230000L)
})

test_that("case does not follow the locale", {
  for (locale in c("C", "tr_TR.UTF-8")) {
    here <- suppressWarnings(
      withr::with_locale(c(LC_CTYPE = locale), score("GOOD NEWS, BAD FLOOD"))
    )
    expect_identical(here, score("GOOD NEWS, BAD FLOOD"))
  }
})

test_that("contact lines, bylines and datelines of records have no hits", {
  file <- text_file(c(
    "Harbour reopens", "", "By Ann Good", "",
    "ISHL, May 3 (Agency) - The harbour was opened again.", "",
    "The ferries sail from noon, the council said on Monday.", "",
    "Questions or comments? Write good or bad things to desk@paper.example."
  ))
  expect_identical(tone_score(article_read(file), words)$n_hits, 0L)
})
