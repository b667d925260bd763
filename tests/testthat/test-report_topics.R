test_that("shares of topics are those of topic_prevalence()", {
  news <- sample_articles()[1:40, ]
  terms <- term_matrix(news, remove = term_stopwords(), min_docs = 2)
  fit <- topic_lda(terms, k = 3, seed = 7)
  page <- page_of(news, topics = fit, lexicon = tone_lexicon("news"))
  all <- as.data.frame(topic_prevalence(fit, seed = 1))
  cards <- section_of(page, "topics")
  # In the list of articles a topic is its first two terms.
  main <- regmatches(page, gregexpr("data-l=\"Main topic\" data-v=\"[0-9]\">.*?</td>", page))[[1L]]
  expect_length(main, 40L)
  expect_identical(lengths(regmatches(main, gregexpr("<bdi>", main))), rep(2L, 40L))
  for (i in 1:3) {
    expect_shown(cards, sprintf(
      "%s of an average article (%s to %s)", say_share(all$share[[i]]), say_share(all$lower[[i]]),
      say_share(all$upper[[i]])
    ))
  }
  expect_shown(page, "topic_prevalence(fit, &quot;source&quot;, x, seed = 1)")
  # Articles that the fit does not have are in no figure.
  more <- page_of(sample_articles()[1:60, ], topics = fit, lexicon = tone_lexicon("news"))
  expect_shown(section_of(more, "topics"), paste(say_share(max(all$share)), "of an average"))
})

test_that("the tone of a topic is left out where nothing has one", {
  tones <- function(means) list(tone_facts = list(topic = means))
  expect_null(topic_tone(tones(NULL), 1L))
  expect_null(topic_tone(tones(mean_rows("a", 0, NA_real_, NA_real_)), 1L))
})

test_that("a peak is sought among periods whose error is known", {
  expect_null(topic_peak(NULL))
  few <- mean_rows(c("Jan", "Feb"), c(9, 2), c(0.1, 0.9), c(0.01, NA))
  expect_null(topic_peak(few))
})

test_that("the map of topics has a circle for each, and no label on another", {
  y <- clear_labels(c(10, 12, 11, 200), c(5, 5, 6, 5), c(20, 20, 20, 20))
  expect_identical(y, c(5, 19, 33, 5))
  drawn <- as.character(chart_map(
    c(0, 1, 0.5), c(0, 0, 1), c(0.5, 0.25, 0.25), c("a", "b", "<c>"), c("a: 1", "b: 2", "c: 3"),
    "Map", 400, c("#ev-1", NA, "#ev-3")
  ))
  expect_length(gregexpr("<circle", drawn)[[1L]], 3L)
  expect_length(gregexpr("<a href", drawn)[[1L]], 2L)
  expect_match(drawn, "&lt;c&gt;", fixed = TRUE)
  # Areas are shares: the radii of a half and a quarter are as the root of 2 to 1.
  r <- as.numeric(regmatches(drawn, gregexpr("(?<= r=\")[0-9.]+", drawn, perl = TRUE))[[1L]])
  expect_equal(r[[1L]] / r[[2L]], sqrt(2), tolerance = 0.01)
})

test_that("a topic's card has its line where dates are known", {
  news <- sample_articles()[1:12, ]
  dated <- page_of(news, k = 2, lexicon = tone_lexicon("news"))
  expect_length(gregexpr("aria-label=\"Share over time:", dated)[[1L]], 2L)
  undated <- page_of(news[c("doc_id", "text")], k = 2, lexicon = tone_lexicon("news"))
  expect_no_match(undated, "Share over time")
  expect_shown(words_of(undated), "so charts over time are left out.")
})
