test_that("tone over time and by source is shown with its figures", {
  page <- page_of(weather())
  shown <- section_of(page, "tone")
  expect_shown(shown, "Jan 2021: \u22120.66 (\u22120.76 to \u22120.55), 4 articles")
  expect_shown(shown, "Aug 2021: +0.47 (+0.22 to +0.71), 4 articles")
  expect_shown(shown, paste(
    "Mean tone of the articles by month. It differs: \u22120.66 (\u22120.76 to \u22120.55) in",
    "Jan 2021, +0.47 (+0.22 to +0.71) in Aug 2021."
  ))
  # (-2 * 3 / 5 - 2 * 5 / 7 + 3 / 5) / 5 and (1 / 3 + 3 / 5 + 1 / 3) / 3, with standard deviations
  # 0.5651 and 0.1540: 2.7764 * 0.5651 / sqrt(5) and 4.3027 * 0.1540 / sqrt(3).
  expect_shown(shown, paste(
    "Source Tone 95\u202f% interval Chart Gazette \u22120.41 \u22121.00 to +0.30",
    "Herald +0.42 +0.04 to +0.80"
  ))
  expect_shown(section_of(page, "evidence"), paste(
    "Tone of Gazette: \u22120.41 Mean of 5 articles. 95\u202f% interval \u22121.00 to +0.30.",
    "The most negative and the most positive sentences:"
  ))
})

test_that("the page's tones by period, source, voice and topic are those of tone_score()", {
  news <- sample_articles()
  page <- page_of(news, k = 3, lexicon = tone_lexicon("news"))
  said <- section_of(page, "tone")
  shown <- function(table, i) {
    expect_shown(said, paste(say_tone(table$tone[[i]]), say_tone(table$lower[[i]]), "to", say_tone(
      table$upper[[i]]
    )))
  }
  suppressMessages({
    kept <- news[article_language(news, progress = FALSE)$language %in% c("en", NA), ]
    by <- function(...) {
      parts <- c("headline", "lead", "body")
      as.data.frame(tone_score(kept, ..., parts = parts, progress = FALSE))
    }
    source <- by(by = "source")
    voice <- by(by = "voice")
  })
  for (i in seq_len(nrow(source))) shown(source, i)
  for (i in seq_len(nrow(voice))) shown(voice, i)
})

test_that("a topic's tone is far from neutral only over all topics", {
  means <- mean_rows(c("a", "b"), c(101, 101), c(0.1, -0.1), c(0.03, 0.04))
  # t(1 - 0.025 / 2) of 100 degrees of freedom is 2.2757: 0.1 - 0.0683 and 0.1 - 0.0910.
  expect_identical(beyond_neutral(means), 1L)
  means$effective <- 4 # 4.1765
  expect_identical(beyond_neutral(means), integer())
  # At least one degree of freedom, whose t is 12.706, and not two, with 4.303.
  one <- function(effective) mean_rows("a", 2, 0.4, 0.05, effective = effective)
  for (effective in c(1.5, 2)) expect_identical(beyond_neutral(one(effective)), integer())
  expect_identical(beyond_neutral(one(3)), 1L)
})

test_that("a difference between voices is stated only over all of them", {
  gaps <- data.frame(
    versus = c("direct", "reported"), gap = c(-0.10, 0.05), se = c(0.02, 0.024),
    lower = c(-0.14, 0.003), upper = c(-0.06, 0.097), sign = c("negative", "positive")
  )
  # 0.05 / 0.024 is 2.08, less than the 2.24 of two comparisons.
  expect_identical(words_of(paste0("<body>", voice_difference(gaps))), paste0(
    "The newsroom\u2019s own words are more negative than quoted words ",
    "(by 0.10; 0.06 to 0.14)."
  ))
  # What is sure and too small to matter is not stated.
  small <- gaps
  small[c("gap", "se", "lower", "upper")] <- small[c("gap", "se", "lower", "upper")] / 10
  expect_match(as.character(voice_difference(small)), "no clear difference of 0.02 or more")
  gaps$se <- 0.06
  expect_match(as.character(voice_difference(gaps)), "no clear difference of 0.02 or more")
})

test_that("figures have so many decimals that no bound of an interval is seen as 0", {
  expect_identical(say_apart(c(12.3, 4.6), 0L), c("+12", "+5"))
  expect_identical(say_apart(c(-3.2, -0.2), 0L), c("\u22123.2", "\u22120.2"))
  expect_identical(say_apart(c(0.5, 1), 0L), c("+0.5", "+1.0")) # 0.5 may be rounded to 0
  expect_identical(say_apart(c(0.004, 0.02), 2L), c("+0.004", "+0.020"))
  expect_identical(say_apart(c(0, 1), 0L), c("0", "+1"))
})
