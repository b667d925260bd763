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
  page <- gsub("(?s)<script>.*?</script>", "", page, perl = TRUE)
  page <- gsub("</?bdi>|\u2068|\u2069", "", page)
  trimws(gsub("[ \n]+", " ", gsub("<[^>]*>", " ", page)))
}
expect_shown <- function(page, text) expect_match(page, text, fixed = TRUE)

# The words of one section.
section_of <- function(page, id) {
  part <- sub(sprintf("(?s)^.*?<section [^>]*id=\"%s\"", id), "<section", page, perl = TRUE)
  words_of(paste0("<body>", sub("(?s)</section>.*$", "", part, perl = TRUE)))
}

test_that("the collection equals a count by hand", {
  page <- page_of(weather())
  shown <- words_of(page)
  expect_shown(shown, "8 news articles, January to August 2021")
  expect_shown(shown, "Gazette, Herald; 84 words, 4 January 2021 to 20 August 2021.")
  collection <- section_of(page, "collection")
  expect_shown(collection, "Articles by month and source.")
  expect_shown(collection, "Jan 2021, Gazette: 4")
  expect_shown(collection, "Aug 2021, Gazette: 1")
  expect_shown(collection, "Aug 2021, Herald: 3")
  expect_shown(
    collection, "Articles read 8 2 sources; without titles, links show their opening words"
  )
  expect_shown(collection, "Words counted 84 9 in the median article;")
  expect_shown(collection, "Short 7 fewer than 20 words")
  expect_shown(section_of(page, "evidence"), "4 articles in Jan 2021")
  expect_shown(shown, "lexicon \u201ctoy\u201d; 8 of 8 articles have at least one of its words.")
  expect_shown(shown, "Unit of time: the month.")
  one <- words_of(page_of(weather()[1, ]))
  expect_shown(one, "Gazette; 7 words. Figures")
  expect_shown(one, "Words counted 7 7 in the median article")
})

test_that("what is left out is named with its number", {
  news <- weather()
  news$date[[2]] <- NA
  news$title <- paste("Weather", 1:8)
  news$title[[1]] <- NA
  news$doc_id[[4]] <- "spanish"
  news$text[[4]] <- paste(
    "El tiempo era muy malo hoy en todas las ciudades del norte, y la gente no quer\u00eda salir",
    "de sus casas porque llov\u00eda desde la ma\u00f1ana hasta la noche."
  )
  page <- page_of(news)
  collection <- section_of(page, "collection")
  expect_shown(collection, "Articles read 8 2 sources; 1 without a title")
  expect_shown(collection, "In another language 1 1 es: listed, but in no figure")
  expect_shown(collection, "Without a date 1 left out of all that is over time")
  expect_shown(section_of(page, "method"), "; 7 of 7 articles have at least one of its words.")
  expect_length(gregexpr("<tr id=\"r-", page)[[1L]], 8L)
})

test_that("the finding on tone says what the intervals allow", {
  # Mean -2 / 21, standard deviation 0.6165 over 8 articles, 2.3646 errors.
  shown <- section_of(page_of(weather()), "findings")
  expect_shown(shown, paste(
    "The mean tone is \u22120.10 ; it is lowest in Jan 2021 ( \u22120.66 ) and highest in",
    "Aug 2021 ( +0.47 )."
  ))
  expect_shown(shown, paste0(
    "95\u202f% interval \u22120.61 to +0.42: good and bad news are in balance, or too uncertain ",
    "to say which prevails; of the others \u22120.80 to \u22120.51, +0.32 to +0.61"
  ))
  # Mean -0.6571, standard deviation 0.0660 over 4 articles, 3.1824 errors; days do not differ.
  bad <- section_of(page_of(weather()[1:4, ]), "findings")
  expect_shown(bad, "The mean tone is \u22120.66 ; between periods no difference can be told.")
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

test_that("means by group and their intervals equal a calculation by hand", {
  tone <- c(-3 / 5, -5 / 7, -3 / 5, -5 / 7, 3 / 5, 1 / 3, 3 / 5, 1 / 3)
  x <- group_means(tone, rep(c("jan", "aug"), each = 4))
  expect_identical(x$group, c("aug", "jan"))
  expect_identical(x$n, c(4, 4))
  expect_equal(x$mean, c(7 / 15, -23 / 35))
  # Squares 4 * (2 / 15)^2 + 4 * (2 / 35)^2 over 6 degrees of freedom; t = 2.446912.
  spread <- sqrt((4 * (2 / 15)^2 + 4 * (2 / 35)^2) / 6)
  half <- 2.446912 * spread / 2
  expect_equal(x$lower, x$mean - half, tolerance = 1e-6)
  expect_equal(x$upper, x$mean + half, tolerance = 1e-6)
  expect_equal(attr(x, "spread"), spread)
  # Groups of unequal size share the spread, not its error.
  uneven <- group_means(c(0, 0.2, 0.1, 0.1, 0.5), c("a", "a", "a", "a", "b"))
  expect_equal((uneven$upper - uneven$lower)[[2]], 2 * (uneven$upper - uneven$lower)[[1]])
  expect_identical(group_means(c(1, -1, 1), c("a", "a", "b"))$upper, c(1, 1))
  # What does not vary has no interval; what is missing is left out.
  expect_true(all(is.na(group_means(c(0.1, 0.1, 0.1, 0.3), c("a", "a", "a", "b"))$lower)))
  expect_identical(group_means(c(0.5, NA, 0.25), c("a", "a", NA))$n, 1)
})

test_that("a period without articles changes no other's mean or interval", {
  tone <- c(0.1, 0.3, -0.2, 0.4)
  full <- group_means(tone, factor(c("a", "a", "c", "c")))
  gap <- group_means(tone, factor(c("a", "a", "c", "c"), c("a", "b", "c")))
  expect_identical(gap$n, c(2, 0, 2))
  expect_identical(gap[c(1, 3), -1], full[, -1], ignore_attr = TRUE)
  expect_identical(attr(gap, "df"), attr(full, "df"))
  expect_true(all(is.na(gap[2, c("mean", "lower", "upper")])))
})

test_that("texts that do not fit on the page are left out evenly, those cited are kept", {
  book <- new_evidence()
  book$articles <- c(3L, 100L)
  all <- data.frame(text = rep(strrep("a", 200), 100))
  report <- list(all = all, book = book)
  # 500 + 1.5 * 200 = 800 for each.
  expect_identical(chosen_texts(report, room = 80000), 1:100)
  some <- chosen_texts(report, room = 41000)
  expect_identical(some, sort(c(3L, 100L, setdiff(1:99, 3L)[seq(1L, 98L, by = 2L)])))
  expect_identical(chosen_texts(report, room = 1), c(3L, 100L))
})

test_that("sources are named under the chart of articles only where there are several", {
  volume <- function(source) {
    main <- data.frame(
      id = 1:3, name = "x", title = "x", text = "x", date = as.Date("2021-01-01") + c(0, 1, 1),
      source = source
    )
    as.character(report_volume(list(
      main = main, all = main, book = new_evidence(), periods = report_periods(main$date, "day")
    )))
  }
  expect_match(volume("Ledger"), "Articles by day.<", fixed = TRUE)
  expect_match(volume(c("Ledger", "Post", "Post")), "Articles by day and source.<", fixed = TRUE)
})

test_that("tone over time and by source is shown with its figures", {
  page <- page_of(weather())
  shown <- section_of(page, "tone")
  expect_shown(shown, "Jan 2021: \u22120.66 (\u22120.80 to \u22120.51), 4 articles")
  expect_shown(shown, "Aug 2021: +0.47 (+0.32 to +0.61), 4 articles")
  expect_shown(shown, paste(
    "Mean tone of the articles by month. Lowest in Jan 2021 ( \u22120.66 ), highest in",
    "Aug 2021 ( +0.47 )."
  ))
  # (-2 * 3 / 5 - 2 * 5 / 7 + 3 / 5) / 5 and (1 / 3 + 3 / 5 + 1 / 3) / 3, with the spread
  # 0.4699 of 6 degrees of freedom: 2.4469 * 0.4699 / sqrt(5) and / sqrt(3).
  expect_shown(shown, paste(
    "Source Tone 95\u202f% interval Chart Gazette \u22120.41 \u22120.92 to +0.11",
    "Herald +0.42 \u22120.24 to +1.00"
  ))
  expect_shown(section_of(page, "evidence"), paste(
    "Tone of Gazette: \u22120.41 Mean of 5 articles. 95\u202f% interval \u22120.92 to +0.11.",
    "The most negative and the most positive sentences:"
  ))
})

test_that("the words behind a difference between periods add up to it", {
  shown <- section_of(page_of(weather()), "tone")
  # (-3/5 - 5/7 - 3/5 - 5/7) / 4 in January, and (3/5 + 1/3 + 3/5 + 1/3) / 4 of "great" in August.
  expect_shown(shown, "Words that make Jan 2021 lower than Aug 2021")
  expect_shown(shown, "awful \u22120.657 16 0 great \u22120.467 0 8")
  flat <- data.frame(
    text = "The weather was great today.", date = as.Date("2021-01-01") + 0:7
  )
  expect_no_match(section_of(page_of(flat), "tone"), "Words that make")
})

test_that("means are called lowest and highest only where that is certain", {
  certain <- function(tone, group, ...) extreme_means(group_means(tone, factor(group)), ...)
  found <- certain(c(-0.5, -0.4, 0.4, 0.5), c(1, 1, 2, 2))
  expect_identical(found, list(low = 1L, high = 2L, certain = TRUE))
  expect_false(certain(c(-0.5, 0.4, 0.3, -0.3), c(1, 1, 2, 2))$certain)
  expect_false(certain(c(-0.5, 0.5), c(1, 2))$certain)
  expect_false(certain(c(0.1, 0.2, 0.3), c(1, 1, 1))$certain)
  expect_false(certain(c(NA, NA), c(1, 2))$certain)
  # Among 20 periods, 190 pairs, a difference of 2.8 errors is not enough, one of 5.7 is; nor is
  # it over a thousand comparisons of this kind.
  many <- function(half, ...) {
    tone <- rep(c(-half, half, rep(0, 18)), each = 2) + c(-0.1, 0.1)
    found <- certain(tone, rep(1:20, each = 2), ...)
    expect_identical(c(found$low, found$high), 1:2)
    found$certain
  }
  expect_false(many(0.2))
  expect_true(many(0.4))
  expect_false(many(0.4, 1000))
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
  page <- page_of(weather())
  terms <- section_of(page, "terms")
  expect_shown(terms, "Most used Term Chart Times Articles awful 16 4 great 8 4 weather 8 8")
  # Pairs: 2 + 4 + 2 + 4 times in a row.
  expect_shown(terms, "Words that go together awful awful 12")
  list <- section_of(page, "articles")
  expect_shown(list, paste(
    "The weather was awful awful awful awful awful today. 2021-01-04 Gazette 9 \u22120.71"
  ))
  expect_shown(list, "along the\u2026 2021-08-20 Herald 25 +0.33")
  expect_length(gregexpr("<tr id=\"r-", page)[[1L]], 8L)
  # The strongest sentences first, the same one once.
  worst <- sub(".*Most negative sentences (.*?) Most positive .*", "\\1", section_of(page, "tone"))
  expect_identical(worst, paste(
    "The weather was awful awful awful awful awful today.",
    "The weather was awful awful awful awful awful today. \u00b7 Gazette, 4 January 2021 \u00b7",
    "sentence \u22120.71 The weather was awful awful awful today.",
    "The weather was awful awful awful today. \u00b7 Gazette, 4 January 2021 \u00b7",
    "sentence \u22120.60"
  ))
})

test_that("a term opens the sentences that have it, with the term marked", {
  page <- page_of(weather())
  at <- sub("(?s).*<a class=\"n\" href=\"#(ev-[0-9]+)\"><bdi>great</bdi></a>.*", "\\1", page,
    perl = TRUE
  )
  block <- sub(sprintf("(?s)^.*<div class=\"evidence\" id=\"%s\">(.*?)</div>.*", at), "\\1", page,
    perl = TRUE
  )
  sentences <- regmatches(block, gregexpr("<li><bdi>.*?</bdi>", block, perl = TRUE))[[1L]]
  expect_length(sentences, 4L)
  expect_identical(lengths(regmatches(sentences, gregexpr("<mark>great</mark>", sentences))), c(
    3L, 1L, 3L, 1L
  ))
  # Runs of a pair that overlap are one mark, and no word is shown twice.
  expect_shown(page, "<bdi>The weather was <mark>awful awful awful</mark> today.</bdi>")
})

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

test_that("a topic's peak is a mean share, and reported only where it is certain", {
  periods <- list(
    by = "month", starts = 1:3, label = c("Jan", "Feb", "Mar"), of = rep(1:3, each = 4)
  )
  share <- c(0.10, 0.12, 0.08, 0.10, 0.70, 0.68, 0.72, 0.70, 0.10, 0.12, 0.08, 0.10)
  expect_identical(topic_peak(share, periods), "peak: 70\u202f% in Feb")
  expect_null(topic_peak(rep(c(0.1, 0.5, 0.2, 0.4), 3), periods))
  expect_null(topic_peak(share, NULL))
  # A single article is not a peak if other periods have three.
  periods$of <- c(rep(1L, 6), 2L, rep(3L, 5))
  one <- c(0.1, 0.12, 0.08, 0.1, 0.1, 0.1, 0.45, 0.4, 0.42, 0.38, 0.4, 0.4)
  expect_match(topic_peak(one, periods), "40\u202f% in Mar$")
})

test_that("a change of means is exact, and has its interval over all comparisons", {
  # Means 0.1 and 0.4, variances 0.01 and 0.04 over 3 and 3 articles.
  change <- mean_change(c(0, 0.1, 0.2, 0.2, 0.4, 0.6), rep(c(FALSE, TRUE), each = 3))
  expect_equal(change[c("early", "late", "change")], list(early = 0.1, late = 0.4, change = 0.3))
  error <- sqrt(0.01 / 3 + 0.04 / 3)
  df <- error^4 / ((0.01 / 3)^2 / 2 + (0.04 / 3)^2 / 2)
  expect_equal(change$upper - 0.3, qt(0.975, df) * error)
  expect_equal(0.3 - change$lower, qt(0.975, df) * error)
  ten <- mean_change(c(0, 0.1, 0.2, 0.2, 0.4, 0.6), rep(c(FALSE, TRUE), each = 3), 10)
  expect_equal(ten$upper - 0.3, qt(1 - 0.025 / 10, df) * error)
  # One article on a side, nothing that varies, articles that are missing.
  expect_true(is.na(mean_change(c(0, 0.1, 0.2), c(FALSE, FALSE, TRUE))$lower))
  expect_true(is.na(mean_change(rep(0.1, 4), c(FALSE, FALSE, TRUE, TRUE))$lower))
  expect_equal(
    mean_change(c(NA, 0, 0.2, 1, 0.4), c(FALSE, FALSE, FALSE, NA, TRUE))[c("early", "late")],
    list(early = 0.1, late = 0.4)
  )
  expect_equal(weighted_mean(c(1, 1, 2), c(0, 0.4, 0.2)), c(mean = 0.2, se = sqrt(0.08 / 16)))
  expect_identical(weighted_mean(c(1, 1), c(0, 0.4))[["se"]], NA_real_)
  expect_identical(weighted_mean(c(0, 0), c(0, 0.4))[["mean"]], NA_real_)
})

test_that("the tone of topics has an interval, and one over all topics", {
  theta <- cbind(a = c(1, 1, 2, 0) / 4, b = c(3, 3, 2, 4) / 4)
  found <- topic_tones(theta, c(0, 0.4, 0.2, NA))
  expect_equal(found$mean, c(0.2, 0.2))
  expect_equal(found$lower[[1L]], 0.2 - 1.959964 * sqrt(0.08 / 16), tolerance = 1e-6)
  expect_equal(found$family_upper[[1L]], 0.2 + 2.241403 * sqrt(0.08 / 16), tolerance = 1e-6)
})

test_that("the tone of voices is that of articles which have both", {
  means <- tone_by_voice(c(-0.2, -0.4, NA, -0.3), c(0.1, 0.1, 0.5, 0))
  expect_equal(means$mean, c(-0.3, 0.2 / 3, -0.3 - 0.2 / 3))
  expect_identical(means$n, c(3, 3, 3))
  # Differences -0.3, -0.5, -0.3: 4.3027 errors of 0.2 / 3.
  expect_equal(means$lower[[3L]], -1.1 / 3 - 4.302653 * 0.2 / 3, tolerance = 1e-6)
  expect_match(as.character(voice_difference(means)), "more negative", fixed = TRUE)
  expect_match(
    as.character(voice_difference(tone_by_voice(c(-0.2, 0.4, 0.3), c(0.1, 0.1, 0)))),
    "In 3 articles that have both: no difference can be told.", fixed = TRUE
  )
  expect_null(tone_by_voice(c(0.1, 0.2, NA), c(0.1, 0.2, 0.3)))
})

test_that("rising and fading terms are those that differ, by the size of the change", {
  few <- section_of(page_of(weather()[c(1:3, 5, 6), ]), "terms")
  expect_shown(few, "Rising and fading This needs at least six dated articles.")
  # Twelve words that only the later half has, once an article, twelve that only the earlier has;
  # one word in all.
  word <- function(name) paste(paste0(name, letters[1:12]), collapse = " ")
  news <- data.frame(
    text = paste("common", c(rep(word("early"), 6), rep(word("late"), 6))),
    date = as.Date("2021-01-01") + c(0:5, 40:45)
  )
  page <- page_of(news)
  shown <- section_of(page, "terms")
  # 25 comparisons; 24 differ; 1 / 13 of the words are 769.2 in 10,000.
  expect_shown(shown, paste(
    "Uses in 10,000 words up to 23 January 2021 and after, by article. Of 25 comparisons tried",
    "24 differ at 5\u202f% taken one by one, where chance alone gives about 1;",
    "none over all of them."
  ))
  rising <- sub(".*Rising Before After By [a-z]+ (.*?) Fading .*", "\\1", shown)
  expect_identical(rising, paste(paste0("late", letters[1:10], " 0.0 769.2"), collapse = " "))
  fading <- sub(".*Fading Before After By [a-z]+ (.*?) Words that .*", "\\1", shown)
  expect_identical(fading, paste(paste0("early", letters[1:10], " 769.2 0.0"), collapse = " "))
})

test_that("small pieces say what is not known", {
  expect_identical(say_date(as.Date(c("2021-03-04", NA))), c("4 March 2021", "undated"))
  means <- data.frame(lower = c(-0.1, NA), upper = c(0.2, NA))
  expect_identical(say_interval(means), c(" (\u22120.10 to +0.20)", ""))
  expect_identical(say_share(c(0.256, NA)), c("26\u202f%", "\u2013"))
  expect_identical(say_points(c(0.256, -0.004, -0.1, NA)), c("+26", "0", "\u221210", "\u2013"))
  shown <- c("0.00", "0.00", "\u22120.01", "\u2013")
  expect_identical(say_tone(c(0.004, -0.004, -0.006, NA)), shown)
  expect_identical(vapply(c(1, 8, 50, 120, 200, 5000), topics_for, 0), c(2, 2, 5, 8, 10, 20))
})

test_that("the unit of time is the shortest that has enough articles everywhere", {
  days <- function(from, each, n) rep(as.Date(from) + seq(0, by = each, length.out = n), each = 5)
  expect_identical(report_periods(days("2021-03-01", 1, 10))$by, "day")
  expect_identical(report_periods(days("2021-03-01", 7, 10))$by, "week")
  expect_identical(report_periods(days("2021-01-15", 30.4, 10))$by, "month")
  expect_identical(report_periods(days("2021-02-15", 91.3, 8))$by, "quarter")
  expect_identical(report_periods(days("2001-02-15", 365.25, 8))$by, "year")
  # None has: the longest with four periods, or else with two.
  expect_identical(report_periods(as.Date(c("2021-01-30", "2021-11-30")))$by, "quarter")
  expect_identical(report_periods(as.Date(c("2021-01-30", "2021-03-30")))$by, "week")
  expect_identical(report_periods(as.Date(c("2021-01-30", "2021-01-31")))$by, "day")
  # Weeks begin on Monday: 2021-03-01 is one.
  periods <- report_periods(as.Date(c("2021-03-01", "2021-03-07", "2021-03-08", "2021-05-02")),
    "week"
  )
  expect_identical(periods$starts[1:2], as.Date(c("2021-03-01", "2021-03-08")))
  expect_identical(periods$of, c(1L, 1L, 2L, 9L))
  expect_identical(periods$label[1:2], c("1 Mar", "8 Mar"))
  months <- report_periods(as.Date(c("2021-01-31", NA, "2021-11-30")), "month")
  expect_identical(months$label[c(1, 2, 11)], c("Jan 2021", "Feb 2021", "Nov 2021"))
  expect_identical(months$of, c(1L, NA, 11L))
  quarters <- report_periods(as.Date(c("2021-01-31", "2021-11-30")), "quarter")
  expect_identical(quarters$label[c(1, 4)], c("Jan\u2013Mar 2021", "Oct\u2013Dec 2021"))
  expect_null(report_periods(as.Date(c("2021-01-31", "2021-01-31", NA))))
})

test_that("a stray article sets neither the unit nor the first period, and is named", {
  date <- c(as.Date("1995-06-01"), rep(as.Date("2021-01-10") + 0:9, each = 20))
  periods <- report_periods(date)
  expect_identical(periods$by, "day")
  expect_identical(periods$starts, as.Date("2021-01-10") + 0:9)
  expect_identical(periods$stray, 1L)
  expect_identical(periods$of[1:2], c(NA, 1L))
  news <- data.frame(text = rep("The weather was great today.", 201), date = date)
  expect_shown(section_of(page_of(news), "collection"), paste(
    "Far from the others in time 1 1 June 1995: left out of charts over time"
  ))
  # Articles at the end of a busy time are none.
  busy <- report_periods(as.Date("2021-01-01") + c(0, rep(1:9, each = 20)))
  expect_identical(busy$stray, integer())
})

test_that("a topic's card has its line where dates are known", {
  news <- sample_articles()[1:12, ]
  dated <- page_of(news, k = 2, lexicon = tone_lexicon("news"))
  expect_length(gregexpr("aria-label=\"Share over time:", dated)[[1L]], 2L)
  undated <- page_of(news[c("doc_id", "text")], k = 2, lexicon = tone_lexicon("news"))
  expect_no_match(undated, "Share over time")
  expect_shown(words_of(undated), "so charts over time are left out.")
})

test_that("who speaks and who repeats whom are counted", {
  said <- function(name, what) sprintf("\u201c%s\u201d said %s.", what, name)
  one <- "The river is high and the roads are closed,"
  story <- paste(
    "The mayor of the town opened the new bridge over the river on Monday and thanked all who had",
    "built it in three years, two of them with floods that took away the first piers."
  )
  news <- data.frame(
    doc_id = letters[1:4],
    text = c(
      paste("It rained all day.", said("Ida Holm", one)),
      paste("It rained again.", said("Ida Holm", one), "Nobody was hurt."), story, story
    ),
    date = as.Date("2021-01-04") + c(0, 1, 2, 3), source = c("Gazette", "Gazette", "Post", "Herald")
  )
  page <- page_of(news)
  voices <- section_of(page, "voices")
  # Nine quoted words in each of two articles.
  expect_shown(voices, "Ida Holm 18 2 100\u202f%")
  # 9 of 16 - 1 words and 9 of 17: without the speaker and the verb.
  expect_shown(section_of(page, "findings"), "; Ida Holm is heard most, with 18 words.")
  copies <- section_of(page, "copies")
  expect_shown(copies, "1 pair of articles share")
  expect_shown(copies, "Post, 6 January 2021")
  expect_shown(copies, "Herald, 7 January 2021 100\u202f% 100\u202f%")
  expect_shown(copies, "Who had it first First in Then in Pairs Post Herald 1")
  expect_shown(section_of(page, "collection"), "Copies of another article 1 counted in figures")
  # In evidence the story is shown once, by the article that had it first.
  bridge <- sub(".*<h3>\u201c<bdi>bridge</bdi>\u201d</h3>(.*?)</div>.*", "\\1", page)
  expect_length(gregexpr("<li>", bridge)[[1L]], 1L)
  expect_match(bridge, "<bdi>Post</bdi>", fixed = TRUE)
})

test_that("the voices and parts of a text are marked, and no character is lost", {
  text <- "AB. \u201cCd,\u201d he <said>.\n\nEf g."
  parts <- data.frame(start = c(1L, 5L), end = c(3L, 24L), part = c("dateline", "lead"))
  voices <- data.frame(start = 5L, end = 9L, voice = "direct", speaker = "he")
  shown <- marked_text(text, parts, voices)
  expect_identical(shown, paste0(
    "<p dir=\"auto\"><bdi><span class=\"pl\" data-p=\"Dateline\"></span><small>AB.</small> ",
    "<span class=\"pl\" data-p=\"Lead\"></span>",
    "<span class=\"v1\" title=\"\u2068direct: he\u2069\">\u201cCd,\u201d</span> he &lt;said&gt;.",
    "</bdi></p><p dir=\"auto\"><bdi>Ef g.</bdi></p>"
  ))
  hits <- data.frame(start = c(6L, 23L), end = c(7L, 24L), value = c(1.5, -2))
  expect_match(marked_text(text, parts, voices, hits), paste0(
    "<span class=\"v1\" title=\"\u2068direct: he\u2069\">\u201c",
    "<span class=\"hp\" data-v=\"+1.5\">Cd</span>,\u201d</span> he"
  ), fixed = TRUE)
  expect_match(
    marked_text(text, parts, voices, hits), "<span class=\"hn\" data-v=\"\u22122.0\">Ef</span> g.",
    fixed = TRUE
  )
  expect_identical(marked_text("a\n\nb"), paste0(
    "<p dir=\"auto\"><bdi>a</bdi></p><p dir=\"auto\"><bdi>b</bdi></p>"
  ))
  expect_match(marked_text(NA_character_), "no text")
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

test_that("what counts as certain is exact", {
  # Two groups of unequal size: the difference against t(0.975) errors of it, one pair.
  extremes <- function(half) {
    tone <- c(-1, 1, -1, 1, half - 1, half + 1)
    extreme_means(group_means(tone / 4, factor(c(1, 1, 1, 1, 2, 2))))$certain
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
})
