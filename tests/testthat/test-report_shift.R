test_that("the words behind a difference between periods add up to it", {
  shown <- section_of(page_of(weather()), "tone")
  # (-3/5 - 5/7 - 3/5 - 5/7) / 4 in January, and (3/5 + 1/3 + 3/5 + 1/3) / 4 of "great" in August.
  # Welch's t of the two means: variances 0.003265 / 3 and 0.017778 / 3, 4.067 degrees of freedom.
  expect_shown(shown, paste0(
    "Jan 2021 (\u22120.657) less Aug 2021 (+0.467): \u22121.124 (\u22121.355 to \u22120.893). ",
    "Word Its part ",
    "95\u202f% interval Uses in the first Uses in the second ",
    "awful \u22120.657 16 0 great \u22120.467 0 8 "
  ))
  flat <- data.frame(text = paste("The weather was great today", 1:8), date = as.Date("2021-01-01"))
  expect_no_match(section_of(page_of(flat), "tone"), "Words behind")
  flat$date <- flat$date + 0:7
  expect_no_match(section_of(page_of(flat), "tone"), "Words behind")
})

test_that("the words of any two periods are those of tone_shift()", {
  news <- sample_articles()
  all <- report_facts(news)
  report <- suppressMessages(report_measure(all, news, list(
    k = 2, unit = "quarter", lexicon = tone_lexicon("news"), seed = 1, threads = 1, progress = FALSE
  )))
  facts <- shift_facts(report)
  expect_gt(length(facts$periods), 4L)
  for (pair in list(facts$periods[c(1, 3)], facts$periods[c(4, 2)])) {
    group <- factor(report$periods$of, pair, c("first", "second"))
    twin <- suppressMessages(tone_shift(
      report$kept, as.character(group), reference = "second", parts = report$parts,
      progress = FALSE
    ))
    own <- shift_rows_of(facts$found, pair, 10L)
    twin <- as.data.frame(twin)[1:10, ]
    expect_identical(own$entry, twin$entry)
    for (name in c("contribution", "lower", "upper", "hits", "hits_reference")) {
      expect_equal(own[[name]], twin[[name]])
    }
  }
  # The script has every word that it may need, and no other.
  each <- sweep(facts$found$moments$t, 2L, facts$found$n, `/`)[, facts$periods]
  words <- shift_words(each, facts$found$entry, 10L)
  wanted <- utils::combn(facts$periods, 2L, function(pair) {
    match(shift_rows_of(facts$found, pair, 10L)$entry, facts$found$entry)
  }, simplify = FALSE)
  expect_setequal(words, unique(unlist(wanted)))
})
