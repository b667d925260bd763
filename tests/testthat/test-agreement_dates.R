# Dates: the same question asked of several verbs: which day does an entry of a column have, and
# has a dateline a date.

quiet <- suppressMessages

frame_with <- function(column) {
  x <- data.frame(doc_id = letters[seq_along(column)], text = sprintf(
    "Rain fell in place %d on the river, and the mill stood still for a while again.",
    seq_along(column)
  ))
  x$date <- column
  x
}

# The days that the page shows, from its table of all articles or what it is made of.
report_days <- function(x) suppressMessages(report_facts(x)$date)

test_that("a column of dates has the same days for dates, check and report", {
  cases <- date_column_cases()
  for (name in names(cases)) {
    x <- frame_with(cases[[name]]$column)
    day <- as.numeric(cases[[name]]$day)
    expect_identical(as.numeric(article_dates(x)$date), day, info = name)
    expect_identical(as.numeric(report_days(x)), day, info = name)
    details <- attr(suppressMessages(article_check(x)), "details")
    expect_identical(
      sort(unique(details$doc_id[details$check == "undated"])), x$doc_id[is.na(day)], info = name
    )
  }
})

test_that("a page is written for a column of date-times, by the days of their zone", {
  x <- as.data.frame(sample_articles()[1:8, ])
  x$date <- as.POSIXct("2021-12-03 23:30:00", tz = "America/New_York") + 86400 * 0:7
  days <- as.Date("2021-12-03") + 0:7
  x$date_basis <- NULL
  expect_identical(article_dates(x)$date, days)
  expect_identical(report_days(x), days)
  page <- withr::local_tempfile(fileext = ".html")
  article_report(x, page)
  expect_match(paste(readLines(page, encoding = "UTF-8"), collapse = " "), "3 December 2021")
})

test_that("a column of something else is the same error everywhere", {
  x <- frame_with(c(TRUE, FALSE))
  caught <- lapply(
    list(article_dates, article_check, function(x) article_report(x, tempfile())),
    function(verb) tryCatch(suppressMessages(verb(x)), error = identity)
  )
  for (error in caught) expect_s3_class(error, "tritone_error_input")
  expect_length(unique(vapply(caught, conditionMessage, "")), 1L)
  expect_match(conditionMessage(caught[[1]]), "`x\\$date` must be dates")
})

test_that("an entry that cannot be read is missing everywhere, and each verb says so", {
  x <- frame_with(c("soon", "2021-12-04", "2021-12-05"))
  expect_identical(
    attr(article_dates(x), "problems")$code, c("unread_date", "undated")
  )
  details <- attr(suppressMessages(article_check(x)), "details")
  expect_match(details$detail[details$check == "undated"], "cannot be read: soon")
  expect_message(report_facts(x), "1 entry of `x\\$date` cannot be read .*\"soon\"")
})

test_that("a dateline has a date for the parts if and only if it has one for the dates", {
  datelines <- c(
    "TARSK, 11.3.21 (HPA) \u2014" = "2021-03-11",
    "TARSK, 11.3.2021 (HPA) \u2014" = "2021-03-11",
    "TARSK, 2021-03-11 (HPA) \u2014" = "2021-03-11",
    "TARSK, 13/3/21 (HPA) \u2014" = "2021-03-13",
    "TARSK, 3/13/2021 (HPA) \u2014" = "2021-03-13",
    "TARSK, 11-Mar-21 (HPA) \u2014" = "2021-03-11",
    "TARSK, March 11 21 (HPA) \u2014" = "2021-03-11",
    "TARSK, March 11, 2021--" = "2021-03-11",
    "TARSK, 11 march 2021 (HPA) \u2014" = "2021-03-11",
    "TARSK, March 11-12, 2021 (HPA) \u2014" = "2021-03-11",
    "Tarsk, 11.3.21 (HPA) \u2014" = "2021-03-11"
  )
  texts <- paste(names(datelines), "Rain fell on the river.")
  names(texts) <- sprintf("t%d", seq_along(texts))
  parts <- article_parts(texts, language = NULL)
  expect_identical(parts$text[parts$part == "dateline"], names(datelines))
  dates <- article_dates(texts)
  expect_identical(dates$date, as.Date(unname(datelines)))
  expect_identical(unique(dates$basis), "dateline")
  # No date for either.
  none <- c(a = "TARSK, 99.99 (HPA) \u2014 Rain fell.", b = "TARSK, 1-2 (HPA) \u2014 Rain fell.")
  expect_false("dateline" %in% article_parts(none, language = NULL)$part)
  expect_identical(article_dates(none)$basis, c(NA_character_, NA_character_))
})

test_that("a dateline with a date in two orders is a dateline, and its date ambiguous", {
  texts <- c(a = "TARSK, 3/4/21 (HPA) \u2014 Rain.", b = "TARSK, 03/04/2021 (HPA) \u2014 Rain.")
  parts <- article_parts(texts, language = NULL)
  expect_identical(sum(parts$part == "dateline"), 2L)
  dates <- article_dates(texts)
  expect_identical(dates$date, as.Date(c(NA, NA)))
  expect_identical(dates$written, c("3/4/21", "03/04/2021"))
  problems <- attr(dates, "problems")
  expect_identical(problems$code, rep(c("ambiguous_date", "undated"), 2))
  expect_false(any(grepl("no (usable )?date", problems$detail)))
})
test_that("the date of a corpus is seen as that of a data frame is", {
  x <- frame_with(c("2021-12-03", "3/4/2021", NA))
  corpus <- structure(
    x$text, class = c("corpus", "character"), names = x$doc_id,
    docvars = data.frame(docname_ = x$doc_id, docid_ = factor(x$doc_id), segid_ = 1L, date = x$date)
  )
  expect_identical(article_dates(corpus), article_dates(x))
  expect_identical(article_dates(corpus)$date[[1]], as.Date("2021-12-03"))
  page <- withr::local_tempfile(fileext = ".html")
  quiet(article_report(corpus, page))
  page <- paste(readLines(page, encoding = "UTF-8"), collapse = " ")
  expect_match(page, "data-v=\"2021-12-03\">2021-12-03</td>", fixed = TRUE)
})
