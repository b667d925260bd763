# A small collection for which every figure on the page is computed by hand. The tone of n hits
# of "awful" is -n / (n + 5), that of "great" n / (n + 5).
weather <- function() {
  data.frame(
    doc_id = c("j1", "j2", "j3", "j4", "a1", "a2", "a3", "a4"),
    text = c(
      "The weather was awful awful awful today.", # 7 words, -3 / 8
      "The weather was awful awful awful awful awful today.", # 9, -5 / 10
      "The weather was awful awful awful today.",
      "The weather was awful awful awful awful awful today.",
      "The weather was great great great today and everyone said so.", # 11, 3 / 8
      "The weather was great today.", # 5, 1 / 6
      "The weather was great great great today and everyone said so.",
      paste( # 25, 1 / 6
        "The weather was great today in all of the towns along the river and the coast and",
        "in most of the villages of the north."
      )
    ),
    date = as.Date(c(
      "2021-01-04", "2021-01-04", "2021-01-12", "2021-01-20",
      "2021-08-03", "2021-08-10", "2021-08-18", "2021-08-20"
    )),
    source = c(rep("Gazette", 5), rep("Herald", 3))
  )
}
own_lexicon <- function() tone_lexicon(c(awful = -4, great = 4), shifters = FALSE, name = "toy")

page_of <- function(x, ..., lexicon = own_lexicon()) {
  file <- withr::local_tempfile(fileext = ".html")
  article_report(x, file, lexicon = lexicon, ...)
  paste(readLines(file, encoding = "UTF-8"), collapse = "\n")
}
# The text of a page with one blank for every tag.
words_of <- function(page) {
  page <- sub("(?s)^.*?<body>", "", page, perl = TRUE)
  page <- gsub("</?bdi>|\u2068|\u2069", "", page)
  trimws(gsub("[ \n]+", " ", gsub("<[^>]*>", " ", page)))
}
expect_shown <- function(page, text) expect_match(page, text, fixed = TRUE)

test_that("the collection at a glance equals a count by hand", {
  page <- words_of(page_of(weather()))
  expect_shown(page, "8 news articles, January to August 2021")
  expect_shown(page, "8 articles from 2 sources, 84 words.")
  expect_shown(page, paste(
    "8 articles 84 words 9 words in the median article 2 sources 7 days with articles",
    "\u22120.10 mean tone, from \u22121 to 1"
  ))
  expect_shown(page, "Articles by month and source.")
  expect_shown(page, "Jan 2021, Gazette: 4")
  expect_shown(page, "Aug 2021, Gazette: 1")
  expect_shown(page, "Aug 2021, Herald: 3")
  expect_shown(page, "lexicon \u201ctoy\u201d; 8 of 8 articles have at least one of its words.")
  one <- words_of(page_of(weather()[1, ]))
  expect_shown(one, "1 article 7 words 7 words in the median article 1 source 1 day with articles")
})

test_that("the first sentence on tone says what the interval allows", {
  # Mean -1 / 12, standard deviation 0.3885 over 8 articles, 2.3646 errors.
  expect_shown(words_of(page_of(weather())), paste0(
    "Their mean tone is \u22120.10 on a scale from \u22121 to 1 ",
    "(95\u2009% interval \u22120.61 to +0.42): ",
    "too uncertain to say whether good or bad news prevails."
  ))
  # Mean -0.4375, standard deviation 0.0722 over 4 articles, 3.1824 errors.
  expect_shown(words_of(page_of(weather()[1:4, ])), paste0(
    "Their mean tone is \u22120.66 on a scale from \u22121 to 1 ",
    "(95\u2009% interval \u22120.76 to \u22120.55): ",
    "more bad news than good."
  ))
  expect_match(lead_tone(c(0.3, 0.4, 0.5)), "more good news than bad.", fixed = TRUE)
  expect_match(lead_tone(c(0.04, 0.05, 0.05)), ": close to neutral.", fixed = TRUE)
  expect_match(lead_tone(c(-0.04, -0.05, -0.05)), ": close to neutral.", fixed = TRUE)
  expect_identical(lead_tone(0.4), "Their mean tone is +0.40 on a scale from \u22121 to 1.")
  expect_identical(lead_tone(c(0.4, 0.4)), "Their mean tone is +0.40 on a scale from \u22121 to 1.")
  expect_identical(lead_tone(c(NA_real_, NA)), "No word of the tone lexicon occurs.")
})

test_that("means by group and their intervals equal a calculation by hand", {
  tone <- c(-3 / 5, -5 / 7, -3 / 5, -5 / 7, 3 / 5, 1 / 3, 3 / 5, 1 / 3)
  x <- mean_tone(tone, rep(c("jan", "aug"), each = 4))
  expect_identical(x$group, c("aug", "jan"))
  expect_identical(x$n, c(4, 4))
  expect_equal(x$tone, c(7 / 15, -23 / 35))
  # Squares 4 * (2 / 15)^2 + 4 * (2 / 35)^2 over 6 degrees of freedom; t = 2.446912.
  spread <- sqrt((4 * (2 / 15)^2 + 4 * (2 / 35)^2) / 6)
  half <- 2.446912 * spread / 2
  expect_equal(x$lower, x$tone - half, tolerance = 1e-6)
  expect_equal(x$upper, x$tone + half, tolerance = 1e-6)
  expect_equal(attr(x, "spread"), spread)
  # Groups of unequal size share the spread, not its error.
  uneven <- mean_tone(c(0, 0.2, 0.1, 0.1, 0.5), c("a", "a", "a", "a", "b"))
  expect_equal((uneven$upper - uneven$lower)[[2]], 2 * (uneven$upper - uneven$lower)[[1]])
  expect_identical(mean_tone(c(1, -1, 1), c("a", "a", "b"))$upper, c(1, 1))
  # What does not vary has no interval; what is missing is left out.
  expect_true(all(is.na(mean_tone(c(0.1, 0.1, 0.1, 0.3), c("a", "a", "a", "b"))$lower)))
  expect_identical(mean_tone(c(0.5, NA, 0.25), c("a", "a", NA))$n, 1)
})

test_that("a period without articles changes no other's mean or interval", {
  tone <- c(0.1, 0.3, -0.2, 0.4)
  full <- mean_tone(tone, factor(c("a", "a", "c", "c")))
  gap <- mean_tone(tone, factor(c("a", "a", "c", "c"), c("a", "b", "c")))
  expect_identical(gap$n, c(2, 0, 2))
  expect_identical(gap[c(1, 3), -1], full[, -1], ignore_attr = TRUE)
  expect_identical(attr(gap, "df"), attr(full, "df"))
  expect_true(all(is.na(gap[2, c("tone", "lower", "upper")])))
})

test_that("500 articles are listed, and the page says when there are more", {
  listed <- function(n) {
    facts <- data.frame(
      date = as.Date("2021-01-01") + rev(seq_len(n)), name = paste("Title", seq_len(n)), source = NA
    )
    as.character(report_articles(facts, list(tone = data.frame(n_words = rep(7L, n), tone = 0))))
  }
  rows <- function(page) lengths(regmatches(page, gregexpr("id=\"a[0-9]+\"", page)))
  expect_identical(rows(listed(500L)), 500L)
  expect_no_match(listed(500L), "The first")
  more <- listed(501L)
  expect_identical(rows(more), 500L)
  expect_match(more, "The first 500 of 501 articles.", fixed = TRUE)
  # The latest is left out.
  expect_match(more, ">Title 501<")
  expect_no_match(more, ">Title 1<")
})

test_that("sources are named under the chart of articles only where there are several", {
  volume <- function(source) {
    facts <- data.frame(date = as.Date("2021-01-01") + c(0, 1, 1), source = source)
    as.character(report_volume(facts, report_periods(facts$date)))
  }
  expect_match(volume("Ledger"), "Articles by day.<", fixed = TRUE)
  expect_match(volume(c("Ledger", "Post", "Post")), "Articles by day and source.<", fixed = TRUE)
})

test_that("tone over time and by source is shown with its figures", {
  page <- page_of(weather())
  shown <- words_of(page)
  expect_shown(shown, "Jan 2021: \u22120.66 (\u22120.80 to \u22120.51), 4 articles")
  expect_shown(shown, "Aug 2021: +0.47 (+0.32 to +0.61), 4 articles")
  expect_shown(shown, paste(
    "Mean tone of the articles by month. Lowest in Jan 2021 (\u22120.66), highest in",
    "Aug 2021 (+0.47)."
  ))
  # (-1.75 + 0.375) / 5 and (1 / 6 + 3 / 8 + 1 / 6) / 3.
  expect_match(shown, "Gazette \u22120[.]41 5 .*Herald \\+0[.]42 3 ")
  rows <- regmatches(shown, regexpr("Source Tone Articles .*? Most positive", shown, perl = TRUE))
  expect_lt(regexpr("Gazette", rows), regexpr("Herald", rows))
})

test_that("periods are called lowest and highest only where that is certain", {
  periods <- list(by = "month", label = c("Jan", "Feb"))
  caption <- function(tone, group) {
    means <- mean_tone(tone, factor(group))
    tone_time_caption(means, tone_extremes(means), periods)
  }
  expect_identical(
    caption(c(-0.5, -0.4, 0.4, 0.5), c(1, 1, 2, 2)),
    "Mean tone of the articles by month. Lowest in Jan (\u22120.45), highest in Feb (+0.45)."
  )
  no <- "Mean tone of the articles by month. No difference between periods is larger than chance"
  expect_match(caption(c(-0.5, 0.4, 0.3, -0.3), c(1, 1, 2, 2)), no, fixed = TRUE)
  expect_match(caption(c(-0.5, 0.5), c(1, 2)), no, fixed = TRUE)
  expect_match(caption(c(0.1, 0.2, 0.3), c(1, 1, 1)), no, fixed = TRUE)
  # Among 20 periods, 190 pairs, a difference of 2.8 errors is not enough, one of 5.7 is.
  certain <- function(half) {
    tone <- rep(c(-half, half, rep(0, 18)), each = 2) + c(-0.1, 0.1)
    extremes <- tone_extremes(mean_tone(tone, factor(rep(1:20, each = 2))))
    expect_identical(c(extremes$low, extremes$high), 1:2)
    extremes$certain
  }
  expect_false(certain(0.2))
  expect_true(certain(0.4))
})

test_that("sources beyond the number shown are put together", {
  source <- c("a", "a", "a", "b", "b", "c", NA, NA)
  # Unknown sources are a group like others, here before b by name of equal size.
  expect_identical(
    top_groups(source, 2L),
    c("a", "a", "a", "b", "b", "other", "other", "other")
  )
  expect_identical(length(unique(top_groups(letters, 6L))), 7L)
  expect_identical(unique(top_groups(letters[1:6], 6L)), letters[1:6])
  expect_identical(top_groups(letters[1:7], 6L), c(letters[1:6], "other"))
})

test_that("terms, articles and sentences are counted", {
  page <- words_of(page_of(weather()))
  expect_shown(page, "awful 16 4")
  expect_shown(page, "great 8 4")
  expect_shown(page, "weather 8 8")
  expect_shown(page, "2021-01-04 j2 Gazette 9 \u22120.71")
  expect_shown(page, "2021-08-20 a4 Herald 25 +0.33")
  # The strongest sentences first, the same one once.
  worst <- sub(".*Most negative (.*?) Most positive .*", "\\1", page)
  expect_match(worst, paste0(
    "^The weather was awful awful awful awful awful today[.] j2 , Gazette, 4 January 2021 \u00b7 ",
    "\u22120[.]71 The weather was awful awful awful today[.] j1 , Gazette, 4 January 2021 \u00b7 ",
    "\u22120[.]60$"
  ))
})

test_that("a topic's peak is a mean share, and reported only where it is certain", {
  periods <- list(
    by = "month", starts = 1:3, label = c("Jan", "Feb", "Mar"), of = rep(1:3, each = 4)
  )
  share <- c(0.10, 0.12, 0.08, 0.10, 0.70, 0.68, 0.72, 0.70, 0.10, 0.12, 0.08, 0.10)
  expect_identical(topic_peak(share, periods), "Peak: 70\u2009% of an average article in Feb")
  expect_null(topic_peak(rep(c(0.1, 0.5, 0.2, 0.4), 3), periods))
  expect_null(topic_peak(share, NULL))
  # A single article is not a peak if other periods have three.
  periods$of <- c(rep(1L, 6), 2L, rep(3L, 5))
  one <- c(0.1, 0.12, 0.08, 0.1, 0.1, 0.1, 0.45, 0.4, 0.42, 0.38, 0.4, 0.4)
  expect_match(topic_peak(one, periods), "40\u2009% of an average article in Mar$")
})

test_that("a change of tone inside its error or the neutral band is not reported", {
  date <- as.Date("2021-01-01") + 0:9
  share <- rep(1, 10)
  # Certain but tiny; large but uncertain; one article each side.
  tiny <- rep(c(0.01, -0.01), each = 5) + rep(c(0, 0.001), 5)
  expect_identical(topic_tone(share, tiny, date), "Tone 0.00")
  wild <- c(-0.9, 0.9, -0.5, 0.4, -0.2, 0.9, -0.9, 0.6, -0.5, 0.3)
  expect_match(topic_tone(share, wild, date), "^Tone [^;]*$")
  expect_identical(
    topic_tone(share, c(-0.5, rep(NA, 8), 0.5), date), "Tone 0.00"
  )
  rising <- rep(c(0.2, 0.4), each = 5) + rep(c(0, 0.01), 5)
  expect_match(topic_tone(share, rising, date), "it rises from \\+0.20 up to .* to \\+0.41 after")
  expect_match(topic_tone(share, rev(rising), date), "it falls from \\+0.41 up to .* to \\+0.20")
  # Weighted by the shares of each half: (0.2 + 4 * 0.6) / 5 and (3 * -0.3 - 0.1) / 4.
  uneven <- c(1, 4, 0, 0, 0, 3, 1, 0, 0, 0)
  tone <- c(0.2, 0.6, 0.2, 0.2, 0.2, -0.3, -0.1, -0.3, -0.3, -0.3)
  expect_match(
    topic_tone(uneven, tone, date), "from \\+0.52 up to 5 January 2021 to \u22120.25 after"
  )
  # Among twenty topics a difference must be larger: here it is 2.5 errors.
  step <- c(-0.1, 0.1, -0.1, 0.1, 0)
  change <- 2.5 * sqrt(2 * sum(step^2) / 25)
  expect_match(topic_tone(share, c(step, step + change), date), "rises|turns")
  expect_match(topic_tone(share, c(step, step + change), date, 20), "^Tone [^;]*$")
  expect_equal(weighted_tone(c(1, 1, 2), c(0, 0.4, 0.2)), c(mean = 0.2, se = sqrt(0.08 / 16)))
  expect_identical(weighted_tone(c(1, 1), c(0, 0.4))[["se"]], NA_real_)
})

test_that("rising and fading terms are counted, at most ten of each", {
  few <- words_of(page_of(weather()[c(1:3, 5, 6), ]))
  expect_shown(few, "Rising and fading This needs at least six dated articles.")
  # Twelve words that only the later half has, once an article, twelve that only the earlier has.
  early <- paste(paste0("early", letters[1:12]), collapse = " ")
  late <- paste(paste0("late", letters[1:12]), collapse = " ")
  news <- data.frame(
    text = c(rep(early, 4), rep(late, 4)), date = as.Date("2021-01-01") + c(0, 1, 2, 3, 40:43)
  )
  page <- page_of(news, lexicon = own_lexicon())
  shown <- words_of(page)
  rising <- sub(".*Rising Term Over time Times (.*?) Fading .*", "\\1", shown)
  fading <- sub(".*Fading Term Over time Times (.*?) Share of words .*", "\\1", shown)
  expect_identical(rising, paste(paste0("late", letters[1:10], " 4"), collapse = " "))
  expect_identical(fading, paste(paste0("early", letters[12:3], " 4"), collapse = " "))
  expect_shown(shown, "Share of words up to and after 22 January 2021, by log odds.")
  # Each has its line, which rises to the share 1 / 12 at the end.
  lines <- regmatches(page, gregexpr("Share of words over time: \u2068late[a-j]", page))[[1L]]
  expect_length(lines, 10L)
})

test_that("small pieces say what is not known", {
  expect_identical(say_date(as.Date(c("2021-03-04", NA))), c("4 March 2021", "undated"))
  means <- data.frame(lower = c(-0.1, NA), upper = c(0.2, NA))
  expect_identical(say_interval(means), c(" (\u22120.10 to +0.20)", ""))
  expect_identical(say_share(c(0.256, NA)), c("26\u2009%", "\u2013"))
  shown <- c("0.00", "0.00", "\u22120.01", "\u2013")
  expect_identical(say_tone(c(0.004, -0.004, -0.006, NA)), shown)
  expect_identical(vapply(c(1, 8, 50, 120, 200, 5000), topics_for, 0), c(2, 2, 5, 8, 10, 20))
})

test_that("weeks begin on Monday", {
  # 2021-03-01 is a Monday.
  periods <- report_periods(as.Date(c("2021-03-01", "2021-03-07", "2021-03-08", "2021-05-02")))
  expect_identical(periods$by, "week")
  expect_identical(periods$starts[1:2], as.Date(c("2021-03-01", "2021-03-08")))
  expect_identical(periods$of, c(1L, 1L, 2L, 9L))
  expect_identical(periods$label[1:2], c("1 Mar", "8 Mar"))
  expect_identical(report_periods(as.Date(c("2021-03-07", "2021-05-30")))$label[[1L]], "1 Mar")
})

test_that("the best sentences are listed as the worst are", {
  page <- words_of(page_of(weather()))
  best <- sub(".*Most positive (The.*?) Articles Date Title .*", "\\1", page)
  quotes <- strsplit(best, " (?=The weather)", perl = TRUE)[[1L]]
  expect_length(quotes, 3L)
  expect_match(quotes[[1L]], "great great great .* a1 , Gazette, 3 August 2021 \u00b7 \\+0[.]60$")
  expect_match(quotes[[2L]], "[+]0[.]33$")
  expect_match(quotes[[3L]], "[+]0[.]33$")
  none <- words_of(page_of(data.frame(text = "The weather was awful today.")))
  expect_shown(none, "Most positive None.")
})

test_that("a topic's card has its line where dates are known", {
  news <- sample_articles()[1:12, ]
  dated <- page_of(news, k = 2, lexicon = tone_lexicon("news"))
  expect_length(gregexpr("aria-label=\"Share over time:", dated)[[1L]], 2L)
  undated <- page_of(news[c("doc_id", "text")], k = 2, lexicon = tone_lexicon("news"))
  expect_no_match(undated, "Share over time")
  expect_shown(words_of(undated), "so charts over time are left out.")
})

test_that("each extreme period has its sentences, one that is both only once", {
  two <- page_of(weather())
  expect_length(gregexpr("<summary>Sentences of", two)[[1L]], 2L)
  flat <- data.frame(
    text = "The weather was great today.", date = as.Date(c("2021-01-04", "2021-08-04"))
  )
  expect_length(gregexpr("<summary>Sentences of", page_of(flat))[[1L]], 1L)
})

test_that("what counts as certain is exact", {
  # Two groups of unequal size: the difference against t(0.975) errors of it, one pair.
  extremes <- function(half) {
    tone <- c(-1, 1, -1, 1, half - 1, half + 1)
    tone_extremes(mean_tone(tone / 4, factor(c(1, 1, 1, 1, 2, 2))))$certain
  }
  # Spread sqrt(6 / 4), error sqrt(3 / 4) of it, times 2.776445.
  room <- 2.776445 * sqrt(6 / 4) * sqrt(1 / 4 + 1 / 2)
  expect_false(extremes(room * 0.999))
  expect_true(extremes(room * 1.001))
  # A peak: t(1 - 0.025 / 2) of 6 degrees is 2.968687; 4 articles inside, 4 outside.
  peak <- function(rise) {
    share <- c(0.2, 0.3, 0.2, 0.3, c(0.2, 0.3, 0.2, 0.3) + rise)
    periods <- list(by = "month", starts = 1:2, label = c("Jan", "Feb"), of = rep(1:2, each = 4))
    !is.null(topic_peak(share, periods))
  }
  room <- 2.968687 * sqrt(8 * 0.05^2 / 6) * sqrt(1 / 4 + 1 / 4)
  expect_false(peak(room * 0.999))
  expect_true(peak(room * 1.001))
  # A change of tone: normal quantile 0.975 of one topic, 1.959964; both errors add up.
  change <- function(rise, topics = 1) {
    step <- c(-0.1, 0.1, -0.1, 0.1, 0)
    date <- as.Date("2021-01-01") + 0:9
    grepl("it ", topic_tone(rep(1, 10), c(step, step + rise), date, topics))
  }
  error <- sqrt(2 * sum(c(0.1, 0.1, 0.1, 0.1, 0)^2) / 25)
  expect_false(change(1.959964 * error * 0.999))
  expect_true(change(1.959964 * error * 1.001))
  # Of ten topics: 0.9975.
  expect_false(change(2.807034 * error * 0.999, 10))
  expect_true(change(2.807034 * error * 1.001, 10))
})
