# article_duplicates(): pairs of articles that share much of their text.

# Words drawn from a small language.
drawn <- function(n) paste0("w", sample(500L, n, replace = TRUE))

# Runs of five words, as the slow twin sees them.
twin_runs <- function(text) {
  words <- strsplit(tolower(text), "[^a-z0-9]+")[[1]]
  words <- words[nzchar(words)]
  if (length(words) < 5L) return(character())
  unique(vapply(seq_len(length(words) - 4L), function(i) {
    paste(words[i + 0:4], collapse = " ")
  }, ""))
}

test_that("similarities are those of a plain count", {
  withr::local_seed(1)
  shared <- drawn(100)
  x <- c(
    a = paste(c(shared, drawn(40)), collapse = " "),
    b = paste(c(drawn(10), shared), collapse = ", "), c = paste(drawn(150), collapse = " ")
  )
  pairs <- article_duplicates(x)
  expect_identical(pairs$doc_id_1, "a")
  expect_identical(pairs$doc_id_2, "b")
  runs <- lapply(x, twin_runs)
  both <- length(intersect(runs$a, runs$b))
  expect_equal(pairs$jaccard, both / length(union(runs$a, runs$b)))
  expect_equal(pairs$containment, both / min(lengths(runs[1:2])))
  expect_identical(pairs$group, 1L)
  expect_false("source_1" %in% names(pairs))
})

test_that("nearly all pairs of a simulated collection are found, and no others", {
  withr::local_seed(2)
  base <- lapply(1:150, function(i) drawn(sample(60:300, 1)))
  edit <- function(words) {
    at <- sample(length(words), length(words) %/% 40L + 1L)
    words[at] <- drawn(length(at))
    paste(words, collapse = " ")
  }
  cut <- function(words) paste(c(utils::head(words, 60), drawn(400)), collapse = " ")
  x <- c(
    vapply(base, paste, "", collapse = " "), vapply(base, edit, ""), vapply(base, cut, "")
  )
  names(x) <- seq_along(x)
  runs <- lapply(x, twin_runs)
  pair <- utils::combn(length(x), 2)
  near <- (pair[2, ] - pair[1, ]) %in% c(150L, 300L) # all others share next to nothing
  pair <- pair[, near]
  both <- apply(pair, 2, function(p) length(intersect(runs[[p[1]]], runs[[p[2]]])))
  size <- lengths(runs)
  jaccard <- both / (size[pair[1, ]] + size[pair[2, ]] - both)
  containment <- both / pmin(size[pair[1, ]], size[pair[2, ]])
  key <- function(pairs) paste(pairs$doc_id_1, pairs$doc_id_2)
  keys <- paste(pair[1, ], pair[2, ])
  found <- key(article_duplicates(x))
  expect_gte(mean(keys[jaccard >= 0.5] %in% found), 0.98)
  expect_identical(setdiff(found, keys[jaccard >= 0.5]), character())
  found <- key(article_duplicates(x, containment = 0.7))
  expect_gte(mean(keys[containment >= 0.7] %in% found), 0.95)
})

test_that("the example's copies are found, its corrections and other stories are not", {
  news <- article_example()
  copies <- article_example("copies")
  pairs <- article_duplicates(news, threshold = 0.3, containment = 0.5)
  key <- function(a, b) paste(pmin(a, b), pmax(a, b))
  found <- key(pairs$doc_id_1, pairs$doc_id_2)
  expect_true(all(key(copies$doc_id, copies$original) %in% found))
  # The one other pair are two copies of one article.
  expect_setequal(c(pairs$doc_id_1, pairs$doc_id_2), c(copies$doc_id, copies$original))
  expect_identical(found, key(pairs$doc_id_1, pairs$doc_id_2)[pairs$jaccard >= 0.5])
  sources <- summary(pairs)
  expect_identical(sum(sources$articles), nrow(copies))
  expect_true(all(sources$source != sources$taker))
})

test_that("who had it first is decided by date, and the window by days", {
  text <- paste("The river", paste(letters, collapse = " "), "rose again on Monday")
  x <- data.frame(
    doc_id = c("a", "b", "c"), text = text, date = as.Date("2021-03-01") + c(5, 0, NA),
    source = c("S", "T", "U")
  )
  pairs <- article_duplicates(x)
  expect_identical(pairs$doc_id_1, c("a", "b", "b"))
  expect_identical(pairs$doc_id_2, c("c", "a", "c"))
  expect_identical(pairs$source_1, c("S", "T", "T"))
  expect_identical(nrow(article_duplicates(x, window = 5)), 3L)
  expect_identical(nrow(article_duplicates(x, window = 4)), 2L)
  expect_identical(nrow(article_duplicates(x[0, ])), 0L)
  expect_identical(nrow(article_duplicates(c(NA, "", "Rain fell.", "Rain fell."))), 0L)
})

test_that("of equal days the time of day decides who had it first", {
  text <- paste("The river", paste(letters, collapse = " "), "rose again on Monday")
  x <- data.frame(
    doc_id = c("a", "b"), text = text,
    date = as.POSIXct(c("2021-03-01 18:00:00", "2021-03-01 06:00:00"), tz = "UTC")
  )
  expect_identical(article_duplicates(x)$doc_id_1, "b")
  x$date <- as.Date(x$date)
  expect_identical(article_duplicates(x)$doc_id_1, "a")
})

test_that("threads and the order of articles change no pair", {
  news <- article_example()
  one <- article_duplicates(news, threshold = 0.3, containment = 0.5, threads = 1)
  expect_identical(
    article_duplicates(news, threshold = 0.3, containment = 0.5, threads = 7), one
  )
  back <- article_duplicates(news[rev(seq_len(nrow(news))), ], threshold = 0.3, containment = 0.5)
  key <- function(pairs) {
    paste(pmin(pairs$doc_id_1, pairs$doc_id_2), pmax(pairs$doc_id_1, pairs$doc_id_2))
  }
  expect_setequal(key(back), key(one))
})

test_that("article_check() finds the same near duplicates", {
  withr::local_seed(3)
  words <- drawn(200)
  x <- c(a = paste(words, collapse = " "), b = paste(c(words, "and more"), collapse = " "))
  found <- attr(article_check(x), "details")
  expect_identical(found$doc_id[found$check == "near_duplicate"], "b")
  expect_identical(article_duplicates(x, threshold = 0.8)$doc_id_2, "b")
})

test_that("times of day in the text of dates decide who had it first", {
  text <- paste(rep(c("the", "river", "rose", "at", "night", "and", "fell"), 8), collapse = " ")
  first_of <- function(date) {
    x <- data.frame(doc_id = c("a", "b"), text = paste(c("One.", "Two."), text), date = date)
    article_duplicates(x, threshold = 0.3)$doc_id_1
  }
  expect_identical(first_of(c("2021-03-04 14:05", "2021-03-04 09:30:10")), "b")
  expect_identical(first_of(c("2021-03-04T01:30:00+00:00", "2021-03-04T02:30:00+02:00")), "b")
  expect_identical(first_of(c("2021-03-04 14:05", "2021-03-04")), "a")
  expect_identical(first_of(c("2021-03-05 14:05", "2021-03-04")), "b")
  expect_identical(first_of(c("2021-03-04", "2021-03-04")), "a")
})

test_that("clock times are read from text", {
  expect_identical(
    clock_seconds(c(
      "2021-03-04", "2021-03-04 14:05", "March 4, 2021 2:05 p.m.", "12:10 am", "14:05:10+02:00", NA
    )),
    c(NA, 50700, 50700, 600, 43510, NA)
  )
  expect_identical(clock_seconds(as.Date("2021-03-04")), NA_real_)
})
