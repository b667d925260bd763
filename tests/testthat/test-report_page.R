test_that("every link on the page has its target", {
  news <- sample_articles()[1:30, ]
  for (page in c(page_of(weather()), page_of(news, k = 3, lexicon = tone_lexicon("news")))) {
    links <- unique(sub("href=\"#", "", regmatches(page, gregexpr("href=\"#[^\"]+", page))[[1L]]))
    ids <- regmatches(page, gregexpr(" id=\"[^\"]+", page))[[1L]]
    ids <- sub(" id=\"", "", ids)
    expect_identical(setdiff(links, ids), character())
    expect_false(anyDuplicated(ids) > 0L)
    expect_gt(length(links), 20L)
  }
})

test_that("results that the analyst has are shown and not computed again", {
  news <- sample_articles()[1:40, ]
  terms <- term_matrix(news, remove = term_stopwords(), min_docs = 2)
  fit <- topic_lda(terms, k = 3, seed = 7)
  tone <- tone_score(news, lexicon = own_lexicon())
  tone$tone <- rep(c(0.5, NA), 20)
  page <- page_of(news, topics = fit, tone = tone, lexicon = tone_lexicon("news"))
  expect_shown(section_of(page, "method"), "Topics: the fit that was given, 3 topics.")
  expect_shown(section_of(page, "method"), "topics = fit, tone = tone")
  expect_shown(section_of(page, "findings"), "The mean tone is +0.50")
  share <- sort(colMeans(fit$theta), decreasing = TRUE)
  expect_shown(section_of(page, "topics"), paste0(say_share(share[[1L]]), " of an average article"))
  expect_error(
    page_of(news, topics = topic_lda(terms[1:5, ], k = 2)[0]), class = "tritone_error_input"
  )
  other <- news
  other$doc_id <- paste0("x", other$doc_id)
  expect_error(page_of(other, topics = fit), "none of its 40 rows", class = "tritone_error_input")
  expect_error(page_of(other, tone = tone), "the `doc_id` of none", class = "tritone_error_input")
  expect_error(
    page_of(news, tone = data.frame(x = 1)), "a table of tone_score", class = "tritone_error_input"
  )
  expect_error(page_of(news, unit = "decade"), "`unit`", class = "tritone_error_input")
})
