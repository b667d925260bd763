test_that("the finding on tone says what the intervals allow", {
  # Mean -2 / 21, standard deviation 0.6165 over 8 articles, 2.3646 errors.
  shown <- section_of(page_of(weather()), "findings")
  expect_shown(shown, paste(
    "The mean tone is \u22120.10 ; it differs between months: \u22120.66",
    "(\u22120.76 to \u22120.55) in Jan 2021, +0.47 (+0.22 to +0.71) in Aug 2021; it differs",
    "between sources: \u22120.41 (\u22121.00 to +0.30) in Gazette, +0.42 (+0.04 to +0.80) in",
    "Herald."
  ))
  expect_shown(shown, paste0(
    "95\u202f% interval \u22120.61 to +0.42: good and bad news are in balance, or too uncertain ",
    "to say which prevails"
  ))
  # Mean -0.6571, standard deviation 0.0660 over 4 articles, 3.1824 errors; days do not differ.
  bad <- section_of(page_of(weather()[1:4, ]), "findings")
  expect_shown(bad, "The mean tone is \u22120.66 ; there is no clear difference between periods.")
  expect_shown(bad, "interval \u22120.76 to \u22120.55: more bad news than good")
  sure <- function(tone) tone_sure(overall_mean(tone))
  expect_match(sure(c(0.3, 0.4, 0.5)), ": more good news than bad$")
  expect_match(sure(c(0.012, 0.014, 0.015)), ": close to neutral$")
  expect_match(sure(-c(0.012, 0.014, 0.015)), ": close to neutral$")
  expect_match(sure(c(-0.5, 0.4, 0.1)), "or too uncertain to say which prevails$")
  expect_identical(sure(c(0.4, 0.4)), "the interval is not known")
  none <- page_of(weather()[1:4, ], lexicon = tone_lexicon(c(splendid = 4), shifters = FALSE))
  expect_shown(section_of(none, "findings"), "No word of the tone lexicon occurs.")
})

test_that("a change of topics while sources change is said to be so", {
  set.seed(1)
  words <- function(from) paste(sample(from, 30, TRUE), collapse = " ")
  first <- paste0("ferry", letters[1:12])
  second <- paste0("grain", letters[1:12])
  news <- data.frame(
    text = c(replicate(20, words(first)), replicate(20, words(second))),
    date = as.Date("2021-01-01") + 1:40, source = rep(c("Gazette", "Herald"), each = 20)
  )
  shown <- section_of(page_of(news, k = 2), "findings")
  expect_match(shown, "rose from [0-9]+\u202f% to [0-9]+\u202f% of an average article after 21 Jan")
  expect_shown(shown, "points (95\u202f%, over all topics); not all sources cover the whole time")
  news$source <- c("Gazette", "Herald")
  expect_no_match(section_of(page_of(news, k = 2), "findings"), "not all sources cover")
})
