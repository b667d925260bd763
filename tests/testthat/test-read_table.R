# Which column of a table is the text, the title, the date, the source.

roles_of <- function(frame, ...) {
  roles <- find_roles(frame, list(...))
  attributes(roles) <- list(names = names(roles))
  roles
}

test_that("roles are found by names in any spelling", {
  long <- strrep("Rain fell on the quay. ", 5)
  expect_identical(
    roles_of(data.frame(
      `Article ID` = c("1", "2"), `Full Text` = "Rain.", `Head-Line` = "x", PubDate = "2021-01-02",
      Publisher = "HPA", check.names = FALSE
    )),
    c(
      text = "Full Text", doc_id = "Article ID", title = "Head-Line", date = "PubDate",
      source = "Publisher"
    )
  )
  # By content if no name decides; short strings are not a text.
  expect_identical(roles_of(data.frame(a = "x", b = long)), c(text = "b"))
  expect_identical(unname(roles_of(data.frame(a = "x", b = "y"))), character())
  # Content that contradicts a name.
  expect_identical(roles_of(data.frame(id = rep("a", 5), text = "x")), c(text = "text"))
  expect_identical(roles_of(data.frame(date = c("soon", "now"), text = "x")), c(text = "text"))
  expect_identical(roles_of(data.frame(text = 1:2, body = "x")), c(text = "body"))
  # Each column has one role.
  expect_identical(roles_of(data.frame(text = "x", id = "1"), doc_id = "text")[["doc_id"]], "text")
  expect_identical(roles_of(data.frame(text = "x"), title = "text"), c(title = "text"))
})

test_that("columns of strings are typed where nothing is lost", {
  expect_identical(typed_column(c("1", NA, "3")), c(1L, NA, 3L))
  expect_identical(typed_column(c("1.5", "2")), c(1.5, 2))
  expect_identical(typed_column(c("true", "FALSE")), c(TRUE, FALSE))
  expect_identical(typed_column(c("T", "F")), c("T", "F"))
  expect_identical(typed_column(c("007", "12")), c("007", "12"))
  expect_identical(typed_column(c("1234567890123456", "1")), c("1234567890123456", "1"))
  expect_identical(typed_column(c("1", "x")), c("1", "x"))
  expect_identical(typed_column(c(NA_character_, NA)), c(NA, NA))
  expect_identical(typed_column(character()), logical())
})

test_that("ids that are numbers are written in full", {
  expect_identical(
    as_strings(c(1e5, 123456789012, NA, 1.5)), c("100000", "123456789012", NA, "1.5")
  )
  expect_identical(as_strings(as.Date(c("2021-01-02", NA))), c("2021-01-02", NA))
  expect_identical(as_strings(list("a", NULL, c("b", "c"))), c("a", NA, "[\"b\",\"c\"]"))
})

test_that("columns of several frames have one type", {
  united <- unite_columns(
    list(data.frame(a = 1L, b = NA), data.frame(a = 2.5, c = factor("x")), data.frame(b = "y")),
    c(1L, 1L, 1L)
  )
  expect_identical(united, list(a = c(1, 2.5, NA), b = c(NA, NA, "y"), c = c(NA, "x", NA)))
  dates <- unite_columns(
    list(data.frame(d = as.Date("2021-01-02")), data.frame(e = 1L)), c(1L, 1L)
  )
  expect_identical(dates$d, as.Date(c("2021-01-02", NA)))
  expect_message(
    mixed <- unite_columns(list(data.frame(a = 1L), data.frame(a = "x")), c(1L, 1L)), "`a`"
  )
  expect_identical(mixed$a, c("1", "x"))
})

test_that("a column of a spreadsheet's days is the date", {
  path <- withr::local_tempfile(fileext = ".csv")
  writeLines(c(
    "id,title,text,date", "1,A,The mill shut for good on Monday morning.,44533",
    "2,B,The ferry ran again after a long storm.,44540"
  ), path)
  read <- suppressMessages(article_read(path))
  expect_equal(as.character(read$date), c("2021-12-03", "2021-12-10"))
  expect_false("date.1" %in% names(read))
  expect_equal(article_problems(read)$code, rep("serial_date", 2L))
  writeLines(c("id,text,date", "1,The mill shut.,12", "2,The ferry ran.,13"), path)
  expect_true(all(is.na(suppressMessages(article_read(path))$date)))
})

test_that("content contradicts a name from stated shares on", {
  ids <- function(repeats) {
    fits_role(c(rep("a", repeats + 1L), letters[seq_len(9L - repeats) + 1L]), "doc_id")
  }
  expect_true(ids(0L))
  expect_true(ids(4L)) # 4 of 10 values are repeats
  expect_false(ids(5L))
  dates <- function(n) fits_role(c(rep("2021-01-02", n), rep("some day", 10L - n)), "date")
  expect_true(dates(5L))
  expect_false(dates(4L))
  # A date has six characters at least, as 210102 has; half of them must.
  expect_true(fits_role(c("210102", "1"), "date"))
  expect_false(fits_role(c("21010", "x1011"), "date"))
  expect_true(fits_role(c(NA, NA), "text"))
  expect_true(fits_role(as.Date("2021-01-02"), "date"))
  expect_false(fits_role(as.Date("2021-01-02"), "text"))
  expect_false(fits_role(list("a"), "text"))
  expect_true(fits_role(factor("a"), "title"))
  expect_false(fits_role(1:3, "title"))
})

test_that("the longest column counts what is there", {
  frame <- data.frame(a = c(strrep("x", 100), NA), b = c(strrep("y", 90), strrep("y", 90)), n = 1:2)
  expect_identical(longest_column(frame, character()), "a")
  expect_identical(longest_column(frame, c(title = "a")), "b")
  expect_identical(longest_column(data.frame(a = c(NA_character_, NA)), character()), NA_character_)
  expect_identical(longest_column(data.frame(n = 1:2), character()), NA_character_)
})

test_that("a table of thousands of columns is read by number, not by name", {
  # Each step looks at a column once; a search by name for each would look at all of them.
  names <- paste0("k", seq_len(3000L))
  frames <- list(structure(as.list(names), names = names), structure(list("x"), names = "k7"))
  united <- unite_columns(frames, c(1L, 1L))
  expect_identical(united$k7, c("k7", "x"))
  expect_identical(united$k3000, c("k3000", NA))
  expect_identical(names(united), names)
  many <- c(list(URL = "no"), as.list(letters), b = "http://a.b")
  expect_identical(address_column(many, 1), "http://a.b")
  expect_identical(address_column(list(b = "http://b", Link = "http://l"), 1), "http://l")
})

test_that("numbers that are missing stay missing, and a table with a text has no complaint", {
  expect_identical(number_strings(c(1, NA, 2.5)), c("1", NA, "2.5"))
  codes <- function(lines) {
    news <- suppressMessages(article_read(text_file(lines, "x.csv")))
    article_problems(news)$code
  }
  expect_false("no_text_column" %in% codes(c("id,text", "1,Rain fell.")))
  expect_true("no_text_column" %in% codes(c("id,n", "1,2")))
})

test_that("several columns are one text, in the order given", {
  path <- text_file(c(
    "id,text,lead,note", "1,It ran.,The ferry.,x", "2,It shut.,,y", "3,,Rain fell.,z"
  ), "news.csv")
  news <- suppressMessages(article_read(path, text = c("lead", "text")))
  expect_identical(news$text, c("The ferry.\n\nIt ran.", "It shut.", "Rain fell."))
  roles <- attr(news, "roles")
  expect_identical(roles$column[roles$role == "text"], c("lead", "text"))
  expect_identical(names(news)[ncol(news)], "note")
  # Where a file has one of them only, that one.
  other <- text_file(c("id,text", "4,It rained."), "other.csv")
  both <- suppressMessages(article_read(c(path, other), text = c("lead", "text")))
  expect_identical(both$text, c(news$text, "It rained."))
})

test_that("a column that reads like a text and is left out is named", {
  long <- strrep("Rain fell on the quay at night. ", 5)
  path <- text_file(c(
    "id,text,abstract,url", paste0("1,", long, ",The rain fell on the old quay again.,https://a.b")
  ), "news.csv")
  expect_snapshot(news <- article_read(path))
  expect_no_message(article_read(path, text = "text", doc_id = "id"))
})

test_that("a role that is given applies where a file has the column", {
  folder <- withr::local_tempdir()
  writeLines(c("id,main,text", "1,Rain fell.,no"), file.path(folder, "a.csv"))
  writeLines(c("id,text", "2,Snow fell."), file.path(folder, "b.csv"))
  news <- suppressMessages(article_read(folder, text = "main"))
  expect_identical(news$text, c("Rain fell.", "Snow fell."))
  expect_identical(attr(news, "roles")$given[attr(news, "roles")$role == "text"], c(TRUE, FALSE))
  expect_snapshot(error = TRUE, transform = function(x) gsub(folder, "<folder>", x, fixed = TRUE), {
    article_read(folder, text = "body")
  })
})

test_that("names of sources, dates and titles are known", {
  for (name in c("paper", "newspaper", "outlet", "publication", "Media outlet", "site_name")) {
    frame <- structure(data.frame("x", "Ledger"), names = c("text", name))
    expect_identical(roles_of(frame)[["source"]], name)
  }
  for (name in c("published", "pub_date", "date_published", "webPublicationDate", "created")) {
    frame <- structure(data.frame("x", "2021-12-03"), names = c("text", name))
    expect_identical(roles_of(frame)[["date"]], name)
  }
  for (name in c("headline", "headline.main", "webTitle", "article_headline")) {
    frame <- structure(data.frame("x", "Rain"), names = c("text", name))
    expect_identical(roles_of(frame)[["title"]], name)
  }
  for (name in c("body", "content", "fulltext", "full_text", "article_body", "fields.bodyText")) {
    frame <- structure(data.frame("x", "Rain fell."), names = c("title", name))
    expect_identical(roles_of(frame)[["text"]], name)
  }
})

test_that("words for a missing value are taken as such on request", {
  lines <- c("id,title,text,paper", "1,NULL,Rain fell., None ", "2,Snow,N/A,Ledger")
  path <- text_file(lines, "news.csv")
  news <- suppressMessages(article_read(path))
  expect_identical(news$title, c("NULL", "Snow"))
  news <- suppressMessages(article_read(path, missing = c("NULL", "None", "N/A")))
  expect_identical(news$title, c(NA, "Snow"))
  expect_identical(news$text, c("Rain fell.", ""))
  expect_identical(news$source, c(NA, "Ledger"))
  skip_if_not_installed("yyjsonr")
  json <- text_file("{\"title\":\"None\",\"text\":\"Rain fell.\",\"n\":\"NULL\"}", "news.jsonl")
  news <- suppressMessages(article_read(json, missing = c("NULL", "None")))
  expect_identical(news$title, NA_character_)
  expect_true(is.na(news$n))
})

test_that("dates are read in the order that is asked, and in the forms of feeds and machines", {
  read_dates <- function(dates, ...) {
    rows <- paste0(seq_along(dates), ",\"", dates, "\",Rain.")
    path <- text_file(c("id,date,text", rows), "n.csv")
    suppressMessages(article_read(path, ...))$date
  }
  expect_identical(read_dates(c("03/04/2021", "05/06/2021")), as.Date(c(NA, NA)))
  expect_identical(
    read_dates(c("03/04/2021", "05/06/2021"), day_order = "dmy"),
    as.Date(c("2021-04-03", "2021-06-05"))
  )
  expect_identical(read_dates("03/04/2021", day_order = "mdy"), as.Date("2021-03-04"))
  expect_identical(
    read_dates(c(
      "20211203T104500Z", "20211203T104500", "20211203T1045Z", "1638528300.25", "1638528300",
      "1638528300250", "1638528300.123456", "2021-12-03T10:45:00.000Z", "2021-12-03 10:45:00+00:00",
      "Fri, 03 Dec 2021 10:45:00 +0000", "20211203104500", "20211203T104500.123Z",
      "20211203T104500+0100"
    )),
    rep(as.Date("2021-12-03"), 13L)
  )
})

test_that("a table of headlines is read, with one problem for all of them", {
  file <- withr::local_tempfile(fileext = ".csv", lines = c(
    "headline,date", "Ferry sails again to Skarn,2021-12-03", "Bank holds its rate,2021-12-04"
  ))
  news <- suppressMessages(article_read(file))
  expect_identical(news$title, c("Ferry sails again to Skarn", "Bank holds its rate"))
  expect_identical(news$text, c("", ""))
  problems <- article_problems(news)
  expect_identical(problems$code[problems$code != "no_text_column"], "titles_only")
  expect_true(all(is.na(problems$doc_id)))
  expect_no_error(suppressMessages(term_matrix(news)))
})

test_that("a column that was held back is filled when another one is the text", {
  frame <- data.frame(body = NA_character_, other = c("It rained all day long.", "It snowed."))
  asked <- 0L
  held <- list(
    at = 1L, name = "body",
    strings = function() {
      asked <<- asked + 1L
      c("A line.", "Another line.")
    },
    records = function(title) stop("the held column is not the text")
  )
  options <- list(roles = list(text = "other"), threads = 1L)
  read <- table_records(frame, 2:3, form_problems(), options, untyped = TRUE, held = held)
  expect_identical(asked, 1L)
  expect_identical(read$records$text, frame$other)
  expect_identical(read$records$more$body, c("A line.", "Another line."))
})

test_that("seconds since 1970 with a fraction are dates under the name of time stamps", {
  file <- withr::local_tempfile(fileext = ".csv", lines = c(
    "title,text,ts", "Mill,It shut on Monday.,1638528300.25", "Ferry,It sailed.,1638614700.5"
  ))
  news <- suppressMessages(article_read(file))
  expect_identical(news$date, as.Date(c("2021-12-03", "2021-12-04")))
})
