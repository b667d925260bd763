# article_check(): what is wrong, in one article and in a collection.

story <- function(i, tail = "") {
  paste0(
    "The river at Tarsk rose by ", i, " metres in week ", i, " and the council asked people in",
    " street ", strrep("x", i), " to leave their houses. Nobody of them was hurt, said mayor ",
    strrep("y", i), ".", tail
  )
}

# The texts that a check names, by check.
rows_of <- function(found, check) {
  details <- attr(found, "details")
  unique(details$row[details$check == check])
}

test_that("a clean collection gives no rows", {
  found <- article_check(vapply(1:30, story, ""))
  expect_s3_class(found, "tritone_article_check")
  expect_identical(nrow(found), 0L)
  expect_identical(names(found), c("check", "count", "share", "severity", "examples", "fix"))
  expect_output(print(found), "30 articles: nothing found")
  expect_identical(nrow(article_check(character())), 0L)
  expect_identical(nrow(article_check(story(1))), 0L)
})

dirty <- function() {
  x <- data.frame(
    doc_id = sprintf("n%d", 1:40), title = sprintf("River report %d", 1:40),
    text = vapply(1:40, story, ""), date = as.Date("2021-03-01") + 1:40,
    stringsAsFactors = FALSE
  )
  x$text[2] <- story(2, " It\u00e2\u20ac\u2122s so.")
  x$text[3] <- story(3, " It\u0092s so.")
  x$text[4] <- story(4, " Rain &amp; wind.")
  x$text[5] <- story(5, " A lost \uFFFD sign.")
  x$text[6] <- story(6, " A <b>bold</b> sign.")
  x$text[7] <- x$text[1]
  x$text[8] <- paste(x$text[40], "So it was.")
  for (i in 9:14) x$text[i] <- story(i, "\n\nHalvera Press Agency, Quay Street, Tarsk")
  x$text[15] <- paste(
    "El rio ha subido otra vez y los vecinos de Tarsk tienen que dejar sus casas antes de la",
    "noche, dijo el alcalde de la ciudad."
  )
  x$text[16] <- paste(
    "The river at Tarsk rose", "again and so did the", "sea that is near it, so that",
    "all of the people left the town, and all of", "the cows.",
    sep = "\n"
  )
  x$text[17] <- story(17, " And then they all went to the")
  x$text[18] <- "Rain."
  x$text[19] <- strrep(paste(story(19), ""), 40)
  x$text[20] <- story(20, " \"Rain,\" he said. \u201cRain.\u201d")
  x$text[21] <- story(21, " \u201cRain, he said.")
  x$text[22] <- toupper(story(22))
  x$text[23] <- strrep("12.5 13.5 14.5 ", 20)
  x$text[24] <- story(24, " A zero\u200bwidth blank.")
  x$text[25] <- NA
  x$text[26] <- "  "
  x$date[27] <- NA
  x$date[28] <- Sys.Date() + 400
  x$date[29] <- as.Date("1999-01-01")
  x$title[30] <- NA
  x$doc_id[31] <- "n32"
  x
}

test_that("each fault is found where it is, and only there", {
  x <- dirty()
  found <- article_check(x)
  expected <- list(
    duplicate_id = 32L, empty = 25:26, mojibake = 2L, control = 3L, entity = 4L,
    date_range = 28L, replacement = 5L, html = 6L, duplicate = 7L, near_duplicate = 40L,
    repeated_line = 9:14, language = 15L, undated = 27L, hard_wraps = 16L, cut_off = 17L,
    short = 18L, length_outlier = 19L, date_outlier = 29L, no_title = 30L, mixed_quotes = 20L,
    open_quote = 21L, all_caps = 22L, figures = 23L, odd_character = 24L
  )
  for (check in names(expected)) {
    expect_identical(rows_of(found, check), expected[[check]], info = check)
  }
  expect_identical(found$check, names(expected))
  expect_identical(found$count, lengths(expected, use.names = FALSE))
  expect_identical(found$share, found$count / 40)
  expect_false(is.unsorted(match(found$severity, c("error", "warning", "note"))))
  expect_identical(found$examples[found$check == "repeated_line"], "n9, n10, n11")
  details <- attr(found, "details")
  placed <- details[!is.na(details$start), ]
  expect_identical(
    substr(x$text[placed$row], placed$start, placed$end)[placed$check %in% c("mojibake", "html")],
    c("\u00e2\u20ac\u2122", "<b>", "</b>")
  )
  expect_identical(
    substr(x$text[9], placed$start[placed$row == 9], placed$end[placed$row == 9]),
    "Halvera Press Agency, Quay Street, Tarsk"
  )
})

test_that("every fix runs and removes what it is for", {
  x <- dirty()
  found <- article_check(x)
  code <- !startsWith(found$fix, "#")
  expect_gte(sum(code), 14)
  for (i in which(code)) {
    env <- new.env(parent = asNamespace("tritone"))
    env$x <- x
    expect_error(suppressMessages(eval(parse(text = found$fix[[i]]), env)), NA)
    again <- article_check(env$x)
    expect_false(found$check[[i]] %in% again$check, info = found$check[[i]])
    expect_gt(nrow(env$x), 30)
  }
  for (fix in found$fix[!code]) expect_length(parse(text = fix), 0)
  # A character vector, by another name.
  news <- x$text
  found <- article_check(news)
  code <- found$fix[!startsWith(found$fix, "#")]
  expect_true(all(startsWith(code, "news <- ")))
  for (line in code) {
    env <- new.env(parent = asNamespace("tritone"))
    env$news <- news
    suppressMessages(eval(parse(text = line), env))
    expect_type(env$news, "character")
    check <- found$check[match(line, found$fix)]
    expect_false(check %in% article_check(env$news)$check, info = check)
  }
})

test_that("ids or addresses in place of texts", {
  x <- data.frame(
    doc_id = 1:6, text = sprintf("https://news.example/%d", 1:6), body = vapply(1:6, story, "")
  )
  found <- article_check(x)
  expect_true("text_column" %in% found$check)
  fix <- found$fix[found$check == "text_column"]
  expect_identical(fix, "x$text <- x[[\"body\"]]")
  eval(parse(text = fix))
  expect_false("text_column" %in% article_check(x)$check)
  expect_true("text_column" %in% article_check(sprintf("id_%d", 1:9))$check)
  expect_false("text_column" %in% article_check(rep("Rain", 9))$check)
})

test_that("most articles in another language", {
  found <- article_check(rep(dirty()$text[15], 3))
  expect_true("not_english" %in% found$check)
  expect_false("language" %in% found$check)
})

test_that("threads, order of the same, missing columns, problems", {
  x <- dirty()
  expect_identical(article_check(x, threads = 7), article_check(x, threads = 1))
  expect_identical(
    article_check(x["text"])$check, article_check(x$text)$check
  )
  folder <- withr::local_tempdir()
  writeBin(c(charToRaw("River rises\n\n"), charToRaw(story(3)), as.raw(0xff)), file.path(
    folder, "a.txt"
  ))
  writeBin(raw(), file.path(folder, "b.txt"))
  news <- suppressMessages(article_read(folder))
  found <- article_check(news)
  expect_true(all(c("empty", "replacement") %in% found$check))
  # What a check says, the problems of reading do not say again.
  expect_false(any(c("problem_empty", "problem_bad_bytes") %in% found$check))
  encoded <- known_problems(news)[1L, ]
  encoded$code <- "encoding"
  attr(news, "problems") <- rbind(attr(news, "problems"), encoded)
  again <- article_check(news)
  expect_match(again$fix[again$check == "problem_encoding"], "problems")
  x$date <- format(x$date)
  x$date[[1]] <- "soon"
  found <- article_check(x)
  expect_identical(rows_of(found, "undated"), c(1L, 27L))
})

test_that("printing is bounded and `[` keeps the table", {
  x <- dirty()
  found <- article_check(x)
  withr::local_options(width = 80)
  shown <- capture.output(print(found))
  expect_true(all(nchar(shown) <= 80))
  expect_true(any(grepl("article_repair", shown)))
  expect_lt(length(capture.output(print(found, n = 2))), 10)
  expect_output(print(found[c("check", "count")]), "tritone_article_check")
  expect_identical(nrow(found[found$severity == "error", ]), 6L)
})

test_that("wrong arguments are named", {
  expect_error(article_check(1), "`x`", class = "tritone_error_input")
  expect_error(article_check("x", thread = 2), "thread", class = "tritone_error_input")
  expect_error(article_check("x", threads = 0), "`threads`", class = "tritone_error_input")
  expect_error(article_check(data.frame(a = 1)), "`text`", class = "tritone_error_input")
})

test_that("the sample's faults are those its authors put in", {
  news <- sample_articles()
  found <- article_check(news)
  stories <- article_example("stories")
  with_trait <- function(trait) stories$doc_id[grepl(trait, stories$traits)]
  ids <- function(check) news$doc_id[rows_of(found, check)]
  expect_setequal(ids("cut_off"), with_trait("cut_off"))
  expect_setequal(ids("language"), with_trait("other_language"))
  expect_true(all(ids("mixed_quotes") %in% with_trait("mixed_quotes")))
  expect_length(ids("duplicate"), 0)
})

test_that("shared collections: what their index states comes out", {
  read <- function(...) {
    utils::read.csv(
      gzfile(data_file(...)), encoding = "UTF-8", colClasses = "character",
      na.strings = character()
    )
  }
  count <- function(found, check) c(found$count[found$check == check], 0L)[[1L]]
  sputnik <- read("sputnik", "articles.csv.gz")
  found <- article_check(sputnik)
  expect_identical(count(found, "duplicate"), 30L)
  expect_identical(count(found, "no_title"), 68L)
  expect_identical(count(found, "undated"), 1L)
  details <- attr(found, "details")
  expect_length(unique(details$row[details$detail == "<iframe>"]), 110)
  expect_identical(count(found, "date_outlier"), 2L) # one each of 2006 and 2010

  expect_identical(count(article_check(read("bbc", "bbc.csv.gz")), "duplicate"), 133L)
  expect_identical(
    count(article_check(read("usnews", "usnews_economy.csv.gz")), "duplicate"), 4L
  )

  found <- article_check(read("kcna", "stories_sample.csv.gz"))
  expect_identical(count(found, "language"), 389L) # 278 are labelled so, 111 are not
  expect_identical(count(found, "no_title"), 96L)
  expect_identical(count(found, "duplicate"), 0L)

  found <- article_check(read("newsgroups20", "20news_bydate.csv.gz"))
  expect_identical(count(found, "empty"), 34L)
  expect_identical(count(found, "duplicate"), 57L)

  found <- article_check(read("reuters21578", "reuters21578.csv.gz"))
  expect_identical(count(found, "empty"), 2535L)
  expect_identical(count(found, "duplicate"), 262L)
  expect_identical(count(found, "replacement"), 1L)
  expect_gt(count(found, "hard_wraps"), 14000)

  polnear <- read("polnear", "articles.csv.gz")
  found <- article_check(polnear)
  # The index says 164.
  expect_true(count(found, "mixed_quotes") %in% 164:165)
  expect_gt(count(found, "mojibake"), 10L)

  specimen <- article_read(data_file("specimen", "specimen-newswire.txt"))
  expect_true("cut_off" %in% article_check(specimen)$check)
})

test_that("a name that needs backticks has them in the lines that fix", {
  `my news` <- data.frame(doc_id = 1:2, text = c("", "Rain fell on the harbour."))
  fix <- article_check(`my news`)$fix[[1L]]
  `my news` <- eval(parse(text = fix)[[1L]][[3L]])
  expect_identical(`my news`$text, "Rain fell on the harbour.")
})

test_that("records of no article, and dates that are no days, are checked", {
  expect_identical(nrow(article_check(sample_articles()[0, ])), 0L)
  x <- data.frame(text = c("a b", "c d"), date = as.Date(c(Inf, NaN), origin = "1970-01-01"))
  found <- article_check(x)
  expect_identical(found$count[found$check == "undated"], 2L)
})

test_that("empty, undated and untitled articles are named once each", {
  file <- withr::local_tempfile(fileext = ".csv")
  writeLines(c(
    "title,text,date", paste0("A,\"", story(1), "\",2021-03-01"), "B,,2021-03-02",
    paste0(",\"", story(2), "\",2021-03-03"), paste0("D,\"", story(4), "\",2021-02-31")
  ), file)
  found <- article_check(suppressMessages(article_read(file)))
  facts <- intersect(found$check, c(
    "empty", "no_title", "undated", "problem_empty", "problem_no_title", "problem_undated",
    "problem_impossible_date"
  ))
  expect_setequal(facts, c("empty", "no_title", "undated"))
})

test_that("archives in small letters without full stops are named, not called cut off", {
  small <- tolower(gsub("[[:punct:]]", "", vapply(1:6, story, "")))
  found <- article_check(small)
  expect_true("lower_case" %in% found$check)
  expect_identical(found$count[found$check == "lower_case"], 6L)
  expect_false(any(c("cut_off", "no_stops") %in% found$check))
  expect_match(found$fix[found$check == "lower_case"], "names")
  spoken <- rep(paste(rep("And then Anna said", 30), collapse = " "), 2)
  found <- article_check(c(spoken, story(1)))
  expect_identical(found$count[found$check == "no_stops"], 2L)
  expect_false("cut_off" %in% found$check)
})

test_that("a collection of titles has no error for each article", {
  x <- data.frame(
    doc_id = letters[1:5], title = c(paste("Ferry sails to Skarn on day", 1:4), NA), text = ""
  )
  found <- article_check(x)
  expect_identical(found$count[found$check == "titles_only"], 4L)
  expect_identical(found$severity[found$check == "titles_only"], "note")
  expect_identical(rows_of(found, "empty"), 5L)
  x$text[[1]] <- story(1)
  expect_identical(rows_of(article_check(x), "empty"), 2:5)
})

test_that("a line that introduces a statement and recurs is not a repeated line", {
  texts <- vapply(1:12, function(i) {
    paste("The statement said:", story(i), paste("Then", strrep("z", i), "left."), sep = "\n\n")
  }, "")
  expect_false("repeated_line" %in% article_check(texts)$check)
  texts <- paste0(sub("The statement said:\n\n", "", texts), "\n\nFollow us on the web.")
  expect_true("repeated_line" %in% article_check(texts)$check)
})
