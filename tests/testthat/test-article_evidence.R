x <- c(
  strrep("The office of Justice said so, and Justice it was. ", 4),
  strrep("They want justice for all of Kestrel Bay. ", 4), "JUSTICE IS DONE IN KESTREL BAY.",
  strrep("He said \u201cWorry not\u201d and went. Worry is no name. ", 6), NA, ""
)

test_that("words that have a capital inside sentences are names", {
  e <- article_evidence(x, min_count = 4)
  expect_s3_class(e, "tritone_evidence")
  expect_identical(e$articles, 6L)
  expect_true(all(c("kestrel", "bay") %in% e$names))
  expect_false(any(c("justice", "worry", "the", "office") %in% e$names))
  row <- e$words[e$words$word == "justice", ]
  expect_identical(c(row$inside, row$capital), c(12, 8))
  expect_true("justice" %in% article_evidence(x, min_count = 4, share = 0.6)$names)
  expect_false(is.unsorted(e$words$word))
  expect_output(print(e), "names among")
})

test_that("the same for any threads and order, nothing in nothing", {
  news <- sample_articles()
  one <- article_evidence(news, threads = 1)
  expect_identical(article_evidence(news, threads = 7), one)
  expect_identical(article_evidence(news[rev(seq_len(nrow(news))), ]), one)
  expect_gt(length(one$names), 10)
  expect_identical(article_evidence(character())$names, character())
})

test_that("tone passes names over where evidence knows them", {
  lexicon <- tone_lexicon(c(justice = 2, good = 1), shifters = FALSE)
  e <- article_evidence(x, min_count = 4, share = 0.6)
  text <- "Justice opens its office. They want justice and good Justice."
  expect_identical(tone_score(text, lexicon)$n_hits, 3L)
  expect_identical(tone_score(text, lexicon, evidence = e)$n_hits, 2L)
  expect_identical(tone_score("Justice's good office.", lexicon, evidence = e)$n_hits, 1L)
  news <- sample_articles()
  own <- article_evidence(news)
  hits <- function(...) sum(tone_score(news, ..., language = NULL)$n_hits)
  expect_lte(hits(evidence = own), hits())
  expect_identical(
    as.data.frame(tone_score(news[3, ], evidence = own)),
    as.data.frame(tone_score(news, evidence = own)[3, ])
  )
})

test_that("wrong arguments are named", {
  expect_error(article_evidence(1), "`x`", class = "tritone_error_input")
  expect_error(article_evidence("x", share = 2), "`share`", class = "tritone_error_input")
  expect_error(article_evidence("x", min_count = 0), "`min_count`", class = "tritone_error_input")
  expect_error(tone_score("x", evidence = "names"), "`evidence`", class = "tritone_error_input")
})
