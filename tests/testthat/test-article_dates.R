# article_dates(): which dates are found, which of them counts and why.

dates_of <- function(..., latest = NULL, day_order = NULL) {
  x <- data.frame(..., stringsAsFactors = FALSE)
  if (is.null(x$text)) x$text <- "Rain fell."
  article_dates(x, latest = latest, day_order = day_order)
}

codes <- function(x) attr(x, "problems")$code

test_that("the order of trust: metadata, name, address, dateline, text", {
  text <- "TARSK, March 6, 2021 (HPA) \u2014 Rain fell.\n\nPublished: March 7, 2021"
  all <- data.frame(
    date = "March 3, 2021", path = "2021-03-04-rain.txt", url = "https://x.example/2021/03/05/rain",
    text = text
  )
  got <- article_dates(all)
  expect_s3_class(got, "tritone_article_dates")
  expect_identical(
    names(got), c("doc_id", "date", "basis", "precision", "written", "reason", "alternatives")
  )
  expect_identical(got$date, as.Date("2021-03-03"))
  expect_identical(got$basis, "metadata")
  expect_identical(
    got$alternatives,
    "name 2021-03-04; address 2021-03-05; dateline 2021-03-06; text 2021-03-07"
  )
  steps <- list(date = "name", path = "address", url = "dateline")
  for (column in names(steps)) {
    all[[column]] <- NA_character_
    expect_identical(article_dates(all)$basis, steps[[column]])
  }
  all$text <- sub("^.*\u2014 ", "", text)
  got <- article_dates(all)
  expect_identical(got$basis, "text")
  expect_identical(got$date, as.Date("2021-03-07"))
  all$text <- "Rain fell."
  got <- article_dates(all)
  expect_identical(got$date, as.Date(NA))
  expect_identical(codes(got), "undated")
})

test_that("dates of all classes, empty and missing ones", {
  days <- as.Date(c("2021-03-03", NA))
  expect_identical(dates_of(date = days)$date, days)
  expect_identical(dates_of(date = as.POSIXct("2021-03-03 23:30", tz = "UTC"))$date, days[1])
  expect_identical(dates_of(date = factor("3 March 2021"))$date, days[1])
  expect_identical(dates_of(date = 1614772800)$date, days[1])
  expect_identical(dates_of(date = "")$date, days[2])
  none <- article_dates(data.frame(text = character(), date = character()))
  expect_identical(nrow(none), 0L)
  expect_s3_class(none$date, "Date")
  expect_identical(article_dates(c(a = NA_character_))$date, days[2])
  expect_identical(article_dates(c(a = "\xff\xfe 3 March"))$date, days[2])
})

test_that("a date without its year stays NA if nothing decides, with the problem `undated`", {
  got <- dates_of(text = "TARSK, October 11 (HPA) \u2014 Rain fell.")
  expect_identical(got$date, as.Date(NA))
  expect_identical(got$precision, NA_character_)
  expect_identical(got$written, "October 11")
  expect_match(got$reason, "without its year")
  expect_identical(codes(got), "undated")
  expect_match(attr(got, "problems")$detail, "October 11")
})

test_that("the article's own year decides before the collection", {
  got <- dates_of(
    doc_id = c("a", "b", "c", "d"), date = c(NA, NA, "2021", "2022-12-31"),
    path = c("rain-2020.txt", NA, NA, NA), url = c(NA, "https://x.example/2021/01/rain", NA, NA),
    text = c(
      "TARSK, October 11 (HPA) \u2014 Rain fell.", "TARSK, Dec. 30 (HPA) \u2014 Rain fell.",
      "TARSK, May 3 (HPA) \u2014 Rain fell.", "Rain."
    )
  )
  expect_identical(got$date, as.Date(c("2020-10-11", "2020-12-30", "2021-05-03", "2022-12-31")))
  expect_identical(got$reason[1:3], paste("the year of the article's", c("name", "address",
        "metadata")))
  expect_identical(codes(got), rep("year_inferred", 3))
})

test_that("the same day with its year in the text decides", {
  got <- dates_of(text = paste(
    "TARSK, March 3 (HPA) \u2014 Rain fell, the mayor said on March 3, 2019, in Tarsk.",
    "It stopped."
  ))
  expect_identical(got$date, as.Date("2019-03-03"))
  expect_match(got$reason, "same day in its text")
})

test_that("weekday, the lead's weekday, and the newest sure date", {
  texts <- c(
    sure = "Rain.", old = "Rain.", weekday = "TARSK, Monday, Oct. 11 (HPA) \u2014 Rain fell.",
    lead = "TARSK, March 11 (HPA) \u2014 The bank held its rate on Thursday.",
    latest = "TARSK, Dec. 30 (HPA) \u2014 Rain fell."
  )
  got <- dates_of(doc_id = names(texts), date = c("2022-12-29", "2021-01-14", NA, NA, NA),
    text = texts)
  expect_identical(
    got$date,
    as.Date(c("2022-12-29", "2021-01-14", "2021-10-11", "2021-03-11", "2021-12-30"))
  )
  expect_match(got$reason[3],
    "Monday in 2021, which is nearest to the sure dates .*2021-01-14 to 2022-12-29")
  expect_match(got$reason[4], "fits the Thursday of the lead in 2021")
  expect_match(got$reason[5],
    "last December 30 not after the newest sure date of the collection \\(2022-12-29\\)")
  expect_match(got$alternatives[4], "year 2022")
  expect_identical(codes(got), rep("year_inferred", 3))
  # Without the sure dates nothing decides; with `latest` each article is dated by itself.
  alone <- dates_of(text = texts[5])
  expect_identical(alone$date, as.Date(NA))
  given <- article_dates(texts, latest = "2022-12-29")
  for (i in seq_along(texts)) {
    one <- article_dates(texts[i], latest = as.Date("2022-12-29"))
    expect_identical(one$date, given$date[i])
    expect_identical(one$reason, given$reason[i])
  }
})

test_that("figures in two orders are settled by the column, the text, or not at all", {
  got <- dates_of(date = c("03/04/2021", "25/12/2020", "11/11/2021"))
  expect_identical(got$date, as.Date(c("2021-04-03", "2020-12-25", "2021-11-11")))
  expect_match(got$reason[1], "dmy, as other dates of the column show")
  expect_identical(dates_of(date = c("03/04/2021", "12/25/2020"))$date[1], as.Date("2021-03-04"))
  both <- dates_of(date = c("03/04/2021", "12/25/2020", "25/12/2020"))
  expect_identical(both$date, as.Date(c(NA, "2020-12-25", "2020-12-25")))
  expect_identical(codes(both), c("ambiguous_date", "undated"))
  expect_match(both$alternatives[1], "2021-04-03 or 2021-03-04")
  own <- dates_of(date = "03/04/2021", text = "TARSK, April 3 (HPA) \u2014 Rain fell.")
  expect_identical(own$date, as.Date("2021-04-03"))
  expect_match(own$reason, "own text")
  expect_identical(dates_of(date = "03/04/2021", day_order = "mdy")$date, as.Date("2021-03-04"))
  # Files have columns of their own.
  files <- dates_of(date = c("03/04/2021", "25/12/2020", "03/04/2021", "12/25/2020"),
    path = c("a", "a", "b", "b"))
  expect_identical(files$date[c(1, 3)], as.Date(c("2021-04-03", "2021-03-04")))
})

test_that("impossible, unread, imprecise and future dates are problems", {
  got <- dates_of(date = c("February 30, 2021", "19, part 1", "March 2021", "2021", "2999-01-01"))
  expect_identical(got$date, as.Date(c(NA, NA, "2021-03-01", "2021-01-01", "2199-01-01"))[c(1:4,
        NA)] |>
    replace(5, got$date[5]))
  expect_identical(got$precision[3:4], c("month", "year"))
  problems <- attr(got, "problems")
  expect_identical(problems$code[problems$doc_id == "text1"], c("impossible_date", "undated"))
  expect_identical(problems$code[problems$doc_id == "text2"], c("unread_date", "undated"))
  expect_identical(problems$code[problems$doc_id == "text3"], "imprecise_date")
  future <- dates_of(date = c("2150-01-01", NA),
    text = c("Rain.", "TARSK, May 3 (HPA) \u2014 Rain fell."))
  expect_identical(codes(future), c("future_date", "undated"))
  differs <- dates_of(date = "Monday, March 3, 2021")
  expect_identical(differs$date, as.Date("2021-03-03"))
  expect_identical(codes(differs), "weekday_differs")
})

test_that("a month that is known takes its day from the dateline", {
  got <- dates_of(date = c("March 2021", "March 2021"), text = c(
    "TARSK, March 9 (HPA) \u2014 Rain fell.", "TARSK, Oct. 9 (HPA) \u2014 Rain fell."
  ))
  expect_identical(got$date, as.Date(c("2021-03-09", "2021-03-01")))
  expect_identical(got$precision, c("day", "month"))
})

test_that("records keep their dates, also in a selection and in another order", {
  root <- withr::local_tempdir()
  writeLines(c("A title", "", "TARSK, Oct. 11 (HPA) \u2014 Rain fell."), file.path(root, "a.txt"))
  writeLines(c("A title", "", "Rain fell."), file.path(root, "2021-12-03-b.txt"))
  writeLines(c("A title", "", "3 May 2021", "", "Rain fell."), file.path(root, "c.txt"))
  read <- article_read(root)
  expect_identical(article_problems(read)$code, "year_inferred")
  expect_identical(read$date, as.Date(c("2021-12-03", "2021-10-11", "2021-05-03")))
  news <- read
  expect_identical(news$date_basis, c("name", "dateline", "text"))
  dates <- article_dates(news)
  expect_identical(dates$date, news$date)
  expect_identical(dates$basis, news$date_basis)
  expect_identical(dates$written, c("2021-12-03", "Oct. 11", "3 May 2021"))
  expect_match(dates$reason[2], "the last October 11 not after .*2021-12-03")
  expect_identical(codes(dates), "year_inferred")
  # A plain data frame has the same dates: they are columns.
  expect_identical(article_dates(as.data.frame(unclass(news), optional = TRUE)), dates)
  expect_identical(article_dates(news[c(3, 2), ])$date, news$date[c(3, 2)])
  expect_identical(article_dates(news[c(3, 2), ])$basis, news$date_basis[c(3, 2)])
  alone <- article_dates(news[2, ])
  expect_identical(alone$reason, "the day that the record has")
  expect_identical(codes(alone), character())
  # Through a file of text.
  file <- withr::local_tempfile()
  utils::write.csv(news, file, row.names = FALSE)
  back <- article_dates(utils::read.csv(file))
  expect_identical(back$date, news$date)
  expect_identical(back$basis, news$date_basis)
  # Others are asked for.
  expect_identical(article_dates(news[2, ], latest = "2020-12-31")$date, as.Date("2020-10-11"))
  # A date that was changed is metadata.
  news$date[2] <- as.Date("2001-01-01")
  expect_identical(article_dates(news)$basis, c("name", "metadata", "text"))
  expect_identical(article_dates(news)$date, news$date)
  expect_identical(article_dates(news)$written[2], "2001-01-01")
})

test_that("what was found without a day when records were read stays so", {
  news <- data.frame(
    date = as.Date(c(NA, "2021-12-31")), date_basis = c("dateline", "metadata"),
    text = c("TARSK, Oct. 11 (HPA) \u2014 Rain fell.", "Rain fell.")
  )
  got <- article_dates(news)
  expect_identical(got$date, news$date)
  expect_identical(got$written, c("Oct. 11", "2021-12-31"))
  expect_identical(got$reason[1], "no day was found when it was read")
  news$date_basis <- NULL
  expect_identical(article_dates(news)$date[1], as.Date("2021-10-11"))
})

test_that("an ambiguous date of a dateline or a text is named, not reported as none", {
  got <- article_dates(c(
    a = "TARSK, 3/4/21 (HPA) \u2014 Rain fell.", b = "Updated: 03/04/2021\n\nRain fell.",
    c = "TARSK, 3/14/21 (HPA) \u2014 Rain fell."
  ))
  expect_identical(got$date, as.Date(c(NA, NA, "2021-03-14")))
  expect_identical(got$basis, c("dateline", "text", "dateline"))
  expect_identical(got$written, c("3/4/21", "03/04/2021", "3/14/21"))
  expect_identical(
    got$alternatives, c("dateline 2021-04-03 or 2021-03-04", "text 2021-04-03 or 2021-03-04", "")
  )
  expect_identical(codes(got), rep(c("ambiguous_date", "undated"), 2))
  expect_match(attr(got, "problems")$detail, "2021-04-03 or 2021-03-04")
  decided <- article_dates(c(a = "TARSK, 3/4/21 (HPA) \u2014 Rain fell."), day_order = "dmy")
  expect_identical(decided$date, as.Date("2021-04-03"))
  expect_identical(decided$reason, "read as `day_order` says, dmy")
})

test_that("the same for 1, 2 and 7 threads, wrapped and unwrapped, with curly and straight quotes",
  {
  news <- sample_articles()
  x <- data.frame(doc_id = news$doc_id, text = news$text)
  one <- article_dates(x, latest = "2022-12-29", threads = 1)
  expect_identical(article_dates(x, latest = "2022-12-29", threads = 7), one)
  straight <- x
  straight$text <- chartr("\u201c\u201d\u2018\u2019", "\"\"''", x$text)
  expect_identical(article_dates(straight, latest = "2022-12-29")$date, one$date)
  expect_identical(
    as.data.frame(article_dates(x[120:1, ], latest = "2022-12-29"))[120:1, "date"], one$date
  )
})

test_that("the datelines of the sample have the days that are known", {
  news <- sample_articles()
  known <- utils::read.csv(system.file("extdata", "articles.csv", package = "tritone"))
  known <- as.Date(known$date[match(news$doc_id, known$doc_id)])
  hidden <- data.frame(doc_id = news$doc_id, text = news$text)
  got <- article_dates(hidden, latest = max(known))
  dateline <- which(got$basis == "dateline")
  expect_gt(length(dateline), 60)
  # A paper is printed the day after: its date is not the dateline's.
  behind <- as.integer(known - got$date)[dateline] %% 365
  expect_gt(mean(behind == 0), 0.9)
  expect_true(all(behind <= 1 | behind == 364))
  expect_gt(mean(got$date[dateline] == known[dateline]), 0.85)
  expect_identical(unique(got$basis[-dateline]), NA_character_)
})

test_that("days inside sentences count only if they are asked for", {
  plain <- c(a = "\u201cRain fell,\u201d a source told HPA on October 11.")
  expect_identical(article_dates(plain, latest = "2021-12-31")$date, as.Date(NA))
  expect_identical(article_dates(plain, latest = "2021-12-31")$alternatives, "text October 11")
  asked <- article_dates(plain, latest = "2021-12-31", use_sentences = TRUE)
  expect_identical(asked$date, as.Date("2021-10-11"))
  expect_identical(asked$basis, "text")
  weekday <- c(a = "Rain fell on Monday, October 11, the mayor said.")
  expect_identical(article_dates(weekday, latest = "2022-12-31")$date, as.Date(NA))
  asked <- article_dates(weekday, latest = "2022-12-31", use_sentences = TRUE)
  expect_identical(asked$date, as.Date("2021-10-11"))
  # A date alone heads a table; with a label it is the article's.
  table <- c(a = "Rain fell in Tarsk.\n\nIt was much.\n\nMarch 31, 2020\n\nTotal 12 mm")
  expect_identical(article_dates(table)$date, as.Date(NA))
  label <- c(a = "Rain fell in Tarsk.\n\nIt was much.\n\nUpdated: March 31, 2020")
  expect_identical(article_dates(label)$date, as.Date("2020-03-31"))
})

test_that("the specimen has a day in a sentence, without a year: no date, and a problem", {
  news <- article_read(data_file("specimen", "specimen-newswire.txt"))
  expect_identical(news$date, as.Date(NA))
  dates <- article_dates(news)
  expect_identical(dates$basis, NA_character_)
  expect_identical(dates$alternatives, "text October 11")
  problems <- article_problems(news)
  expect_identical(problems$code, "undated")
  expect_match(problems$detail, "speaks of \"October 11\"")
  later <- article_dates(news, latest = "2016-12-31", use_sentences = TRUE)
  expect_identical(later$date, as.Date("2016-10-11"))
  alone <- article_dates(news, use_sentences = TRUE)
  expect_identical(alone$date, as.Date(NA))
  expect_match(alone$reason, "without its year")
})

test_that("wrong arguments are named", {
  expect_error(article_dates(c("a"), latest = "soon"), "`latest`", class = "tritone_error_input")
  expect_error(article_dates("a", day_order = "ymd"), "`day_order`", class = "tritone_error_input")
  expect_error(article_dates(c("a"), latst = 1), "latest", class = "tritone_error_input")
  expect_error(article_dates(1), class = "tritone_error_input")
})

test_that("reasons, alternatives, problems and errors in words", {
  x <- data.frame(
    doc_id = letters[1:11],
    date = c(
      "2022-12-29", "03/04/2021", "25/12/2020", "February 30, 2021", "soon", "March 2021",
      "Monday, March 3, 2021", NA, NA, NA, NA
    ),
    text = c(
      rep("Rain fell.", 7), "TARSK, 3/4/21 (HPA) \u2014 Rain fell.",
      "TARSK, Dec. 30 (HPA) \u2014 Rain fell.", "TARSK, Monday, Oct. 11 (HPA) \u2014 Rain fell.",
      "Rain fell, a source said on October 11."
    )
  )
  words <- function(x) {
    for (i in seq_len(nrow(x))) cat(unlist(x[i, ]), sep = " | ", fill = 100)
  }
  expect_snapshot({
    dates <- article_dates(x)
    words(as.data.frame(dates)[c("doc_id", "reason", "alternatives")])
    words(attr(dates, "problems"))
  })
  expect_snapshot(error = TRUE, {
    article_dates("Rain.", latest = "soon")
    article_dates("Rain.", day_order = "ymd")
    article_dates(data.frame(text = "Rain.", date = TRUE))
  })
  expect_snapshot(invisible(input_dates(x, tell = TRUE)))
})

test_that("months have names in many languages where the date is metadata", {
  written <- c(
    "3. Dezember 2021", "3 de diciembre de 2021", "vendredi 3 décembre 2021", "3 dicembre 2021",
    "3 de dezembro de 2021", "3 grudnia 2021", "3. prosince 2021", "3 декабря 2021 г.",
    "3 Aralık 2021", "2021. december 3.", "3. joulukuuta 2021", "3 desember 2021", "3. 12. 2021"
  )
  found <- article_dates(data.frame(text = "Rain fell.", date = written))
  expect_equal(as.character(found$date), rep("2021-12-03", length(written)), info = written)
  # The weekday is read too: that day was a Friday.
  wrong <- article_dates(data.frame(text = "Rain fell.", date = "lundi 3 décembre 2021"))
  expect_equal(attr(wrong, "problems")$code, "weekday_differs")
  # In a text they are words.
  expect_true(is.na(article_dates("El 3 de diciembre de 2021 lleg\u00f3 el barco.")$date))
})

test_that("the day of publication counts, whichever comes first", {
  written <- c(
    "Published: 3 December 2021 | Updated: 4 December 2021",
    "Updated: 4 December 2021 | Published: 3 December 2021",
    "Published 3 December 2021. Last updated 4 December 2021.",
    "Posted: Dec 03, 2021 10:45 AM EST | Last Updated: December 4"
  )
  found <- article_dates(data.frame(text = "Rain fell.", date = written))
  expect_equal(as.character(found$date), rep("2021-12-03", 4L))
  expect_equal(nrow(attr(found, "problems")), 0L)
})

test_that("the numbers of days in spreadsheets are dates, and reported", {
  for (date in list(c(44533, 44540.5), c("44533", "44540.25"))) {
    found <- article_dates(data.frame(text = "Rain fell.", date = date))
    expect_equal(as.character(found$date), c("2021-12-03", "2021-12-10"))
    expect_equal(attr(found, "problems")$code, rep("serial_date", 2L))
  }
  # Other numbers of five figures are no dates, nor is a number in a text.
  other <- article_dates(data.frame(text = c("44533", "A."), date = c("12345", "99999")))
  expect_true(all(is.na(other$date)))
  expect_equal(
    as.character(article_dates(data.frame(
      text = "A.", date = c("20211203T104500Z", "1638528300.25")
    ))$date), rep("2021-12-03", 2L)
  )
})
