# The shared collections, read whole: rows, problems and properties as INDEX.md states them.

read_collection <- local({
  read <- list()
  function(...) {
    path <- data_file(...)
    if (is.null(read[[path]])) {
      read[[path]] <<- suppressMessages(article_read(path, progress = FALSE))
    }
    read[[path]]
  }
})

count <- function(news, code) sum(article_problems(news)$code == code)

# Checks that hold for every collection.
expect_clean <- function(news) {
  expect_false(anyDuplicated(news$doc_id) > 0L)
  expect_true(all(validUTF8(news$text[!is.na(news$text)])))
  expect_false(any(grepl("\r|\n\n\n", news$text)))
  expect_false(any(grepl("^[ \n]|[ \n]$", news$text)))
  expect_false(is.unsorted(news$line, strictly = TRUE))
  # Each article without text is listed.
  empty <- news$doc_id[is.na(news$text) | !nzchar(news$text)]
  problems <- article_problems(news)
  expect_setequal(problems$doc_id[problems$code == "empty"], empty)
  expect_length(setdiff(problems$doc_id, c(news$doc_id, NA)), 0L)
  expect_false(any(problems$code %in% c("ragged_row", "bad_quotes", "binary", "bad_bytes")))
}

test_that("reuters21578: 21,578 stories, 19,043 with text, unwrapped", {
  news <- read_collection("reuters21578", "reuters21578.csv.gz")
  expect_clean(news)
  expect_identical(nrow(news), 21578L)
  expect_identical(sum(!is.na(news$text) & nzchar(news$text)), 19043L)
  expect_identical(count(news, "empty"), 2535L)
  expect_identical(range(news$date), as.Date(c("1987-02-26", "1987-10-20")))
  expect_identical(sum(!is.na(news$topics)), 11367L)
  expect_identical(sum(!is.na(news$places)), 18798L)
  # Lines of the origin are at most about 80 characters wide; paragraphs are not.
  file <- gzfile(data_file("reuters21578", "reuters21578.csv.gz"))
  raw <- utils::read.csv(file, encoding = "UTF-8")
  raw <- raw$text[!is.na(raw$text) & nzchar(raw$text)]
  mean_lines <- function(x) mean(lengths(strsplit(x, "\n", fixed = TRUE)))
  read <- news$text[!is.na(news$text) & nzchar(news$text)]
  expect_gt(mean_lines(raw), 2 * mean_lines(gsub("\n\n", "\n", read, fixed = TRUE)))
  # No word is lost.
  words <- function(x) sum(lengths(strsplit(x, "[^A-Za-z0-9]+")))
  expect_lt(abs(words(read) / words(raw) - 1), 0.002)
})

test_that("sputnik: 1,000 articles", {
  news <- read_collection("sputnik", "articles.csv.gz")
  expect_clean(news)
  expect_identical(nrow(news), 1000L)
  expect_identical(sum(is.na(news$title)), 68L)
  expect_identical(sum(is.na(news$lead)), 270L)
  # One has no date in its column, but one in its address.
  expect_identical(sum(is.na(news$date)), 0L)
  expect_identical(sum(format(news$date, "%Y") %in% "2017"), 502L)
  expect_identical(sum(!is.na(news$credit)), 897L)
})

test_that("bbc: 2,225 articles of five topics", {
  news <- read_collection("bbc", "bbc.csv.gz")
  expect_clean(news)
  expect_identical(nrow(news), 2225L)
  expect_identical(c(table(news$topic))[["sport"]], 511L)
  expect_identical(count(news, "empty"), 0L)
  expect_false(anyNA(news$title))
})

test_that("kcna: 3,000 stories in two languages", {
  news <- read_collection("kcna", "stories_sample.csv.gz")
  expect_clean(news)
  expect_identical(nrow(news), 3000L)
  expect_identical(c(table(news$language)), c(en = 2722L, es = 278L))
  expect_identical(range(news$date), as.Date(c("2011-01-01", "2012-11-30")))
})

test_that("newsgroups20: 18,846 posts, 34 of them empty", {
  news <- read_collection("newsgroups20", "20news_bydate.csv.gz")
  expect_clean(news)
  expect_identical(nrow(news), 18846L)
  expect_identical(c(table(news$split)), c(test = 7532L, train = 11314L))
  expect_identical(length(unique(news$group)), 20L)
  expect_identical(count(news, "empty"), 34L)
})

test_that("usnews: 4,145 articles of two papers, and their ratings", {
  news <- read_collection("usnews", "usnews_economy.csv.gz")
  expect_clean(news)
  expect_identical(nrow(news), 4145L)
  expect_identical(c(table(news$source))[["WSJ"]], 2839L)
  expect_identical(range(news$date), as.Date(c("1995-01-02", "2014-12-31")))
  expect_identical(sum(!is.na(news$positivity)), 766L)
  rated <- read_collection("usnews", "rated_economic_articles.csv.gz")
  expect_clean(rated)
  expect_identical(nrow(rated), 1420L)
  expect_true(all(rated$positivity %in% 1:9))
  segments <- read_collection("usnews", "economic_segments.csv.gz")
  expect_identical(nrow(segments), 5015L)
  expect_identical(sum(!is.na(segments$positivity)), 2899L)
})

test_that("polnear: 924 articles of seven publishers, the title removed from the text", {
  news <- read_collection("polnear", "articles.csv.gz")
  expect_clean(news)
  expect_identical(nrow(news), 924L)
  expect_identical(length(unique(news$source)), 7L)
  expect_identical(count(news, "title_repeated"), 1L)
  expect_lt(mean(startsWith(news$text, news$title), na.rm = TRUE), 0.05)
})

test_that("all collections in one call, in the order given", {
  paths <- c(
    data_file("bbc", "bbc.csv.gz"), data_file("sputnik", "articles.csv.gz"),
    data_file("specimen", "specimen-newswire.txt")
  )
  news <- suppressMessages(article_read(paths, progress = FALSE))
  expect_identical(nrow(news), 2225L + 1000L + 1L)
  expect_identical(rle(news$path)$values, paths)
  expect_identical(news$text[seq_len(2225L)], read_collection("bbc", "bbc.csv.gz")$text)
  expect_identical(news$topic[[2226L]], NA_character_)
})
