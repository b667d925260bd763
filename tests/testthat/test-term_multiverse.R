# term_multiverse(): one function over many preparations, beside a slow twin.

words <- c(
  a = "The harvest failed, 40 farmers said. Rain fell.", b = "Rain and rain; no harvest in 1999.",
  c = "Farmers' leaders hope that rains will save the harvest.", d = "A bank failed.",
  e = "No news."
)
rain <- function(counts) sum(counts[, grepl("^rain", colnames(counts))]) / sum(counts)
grid <- list(
  numbers = c(TRUE, FALSE), remove = list(none = NULL, some = c("the", "and", "no")),
  ngrams = list(1, 1:2), min_docs = c(1, 0.4)
)

test_that("preparations equal those of term_matrix(), distances those of a slow twin", {
  found <- term_multiverse(words, rain, grid, seed = 1)
  expect_identical(class(found)[[1L]], "tritone_term_multiverse")
  expect_identical(
    names(found), c("preparation", names(grid), "terms", "value", "estimate", "distance", "message")
  )
  twin <- twin_multiverse(words, rain, twin_choices(grid))
  expect_identical(found$estimate, twin$estimate)
  expect_identical(found$terms, twin$terms)
  expect_equal(found$distance, twin$distance, tolerance = 1e-12)
  expect_true(is.na(found$distance[[1]]) && all(found$distance[-1] >= 0))
  expect_identical(found$preparation, 1:16)
  expect_identical(found$remove[1:4], c("none", "none", "some", "some"))
  expect_identical(found$ngrams[c(1, 5)], c("1", "1-2"))
  expect_identical(term_multiverse(words, rain, grid, seed = 1, threads = 7), found)
})

test_that("distances by hand", {
  # Three pairs of articles. The second preparation moves the second pair, the third the first pair:
  # their ranks are (2.5, 1, 2.5) and (1, 2.5, 2.5).
  apart <- list(c(0.1, 0.2, 0.3), c(0.1, 0.5, 0.3), c(0.4, 0.2, 0.3))
  expect_equal(preparation_distances(apart, top = 1), c(NA, 0.5, 0.5))
  expect_equal(preparation_distances(apart), c(NA, 1 / 3, 1 / 3))
  expect_identical(preparation_distances(apart[1:2]), c(NA_real_, NA))
  expect_identical(preparation_distances(list(NULL, 1:3, 2:4)), rep(NA_real_, 3))
  counts <- Matrix::sparseMatrix(i = c(1, 1, 2), j = c(1, 2, 1), x = c(3, 4, 2), dims = c(3, 2))
  expect_equal(cosine_distances(counts), c(1 - 3 / 5, 1, 1))
})

test_that("a grid may be a list of alternatives, a data frame, or lists of arguments", {
  choices <- list(stem = c(FALSE, TRUE), remove = list(NULL, "the"))
  skip_if_not_installed("SnowballC")
  found <- term_multiverse(words, rain, choices, seed = 1)
  frame <- expand.grid(choices)
  expect_identical(term_multiverse(words, rain, frame, seed = 1), found)
  lists <- lapply(1:4, function(i) list(stem = frame$stem[[i]], remove = frame$remove[[i]]))
  expect_identical(term_multiverse(words, rain, lists, seed = 1), found)
  expect_identical(found$stem, frame$stem)
  expect_identical(found$remove, c("none", "none", "the", "the"))
  named <- term_multiverse(words, rain, list(plain = list(), bare = list(remove = "the")))
  expect_identical(named$preparation, c("plain", "bare"))
  expect_identical(named$remove, c("none", "the"))
  # Values that differ and look alike are numbered.
  long <- list(letters[1:5], letters[2:6], letters[1:5])
  alike <- term_multiverse(words, rain, list(remove = long))
  expect_identical(alike$remove, c("5 entries", "5 entries (2)", "5 entries"))
})

test_that("the usual grid is that of Denny and Spirling, without what is settled", {
  skip_if_not_installed("SnowballC")
  found <- term_multiverse(words, rain, seed = 1, sample = 0)
  expect_identical(nrow(found), 64L)
  choices <- c("stem", "remove", "numbers", "punctuation", "ngrams", "min_docs")
  expect_identical(attr(found, "choices"), choices)
  expect_identical(anyDuplicated(as.data.frame(found)[choices]), 0L)
  expect_true(all(is.na(found$distance)))
  settled <- term_multiverse(words, rain, stem = TRUE, remove = "the", sample = 0)
  expect_identical(attr(settled, "choices"), setdiff(choices, c("stem", "remove")))
  tokens <- term_multiverse(term_tokens(words), rain, sample = 0)
  expect_identical(attr(tokens, "choices"), setdiff(choices, c("numbers", "punctuation")))
})

test_that("one preparation may fail, and the others go on", {
  picky <- function(counts) {
    if (ncol(counts) < 6) stop("too few terms: ", ncol(counts))
    ncol(counts)
  }
  found <- suppressMessages(
    term_multiverse(words, picky, list(min_docs = c(1, 3, -1), numbers = c(FALSE, TRUE)))
  )
  expect_identical(is.na(found$estimate), rep(c(FALSE, TRUE, TRUE), 2))
  expect_match(found$message[[2]], "^too few terms: [0-9]$")
  expect_match(found$message[[3]], "`min_docs` must be a whole number")
  expect_identical(found$message[c(1, 4)], c(NA_character_, NA))
  expect_identical(found$terms[c(3, 6)], c(NA_integer_, NA))
  expect_identical(is.na(found$value), is.na(found$estimate))
  all <- suppressMessages(term_multiverse(words, function(counts) "no", list(stem = FALSE)))
  expect_match(all$message, "`fn` must return numbers")
  none <- suppressMessages(term_multiverse(words, function(counts) numeric(), list(stem = FALSE)))
  expect_match(none$message, "no value")
})

test_that("values come with their names and intervals", {
  named <- term_multiverse(words, function(counts) c(n = sum(counts), v = ncol(counts)), grid)
  expect_identical(named$value, rep(c("n", "v"), 16))
  expect_identical(named$preparation, rep(1:16, each = 2))
  expect_identical(named$estimate[named$value == "v"], as.double(named$terms[named$value == "v"]))
  table <- function(counts) {
    data.frame(
      group = factor(c("x", "y")), term = c("rain", "bank"), estimate = 1:2, lower = 0, upper = 3
    )
  }
  found <- term_multiverse(words, table, list(stem = FALSE))
  expect_identical(found$value, c("x rain", "y bank"))
  expect_identical(found$upper, c(3, 3))
  bare <- term_multiverse(words, function(counts) c(5, 6), list(stem = FALSE))
  expect_identical(bare$value, c("1", "2"))
  single <- term_multiverse(words, function(counts) 5, list(stem = FALSE))
  expect_identical(single$value, "value")
})

test_that("chance is the same for all preparations, and leaves no trace", {
  draw <- function(counts) stats::runif(1)
  choices <- list(stem = FALSE, min_docs = 1:4)
  withr::local_seed(7)
  before <- .Random.seed
  found <- term_multiverse(words, draw, choices, seed = 3)
  expect_identical(.Random.seed, before)
  expect_identical(length(unique(found$estimate)), 1L)
  expect_false(identical(term_multiverse(words, draw, choices)$estimate, found$estimate))
})

test_that("sentences, themes, hashed terms and tokens from elsewhere are prepared too", {
  total <- function(counts) sum(counts)
  own <- list(
    list(by = "sentence", min_docs = 2), list(dictionary = list(wet = "rain*")),
    list(hash_size = 64), list(parts = "all", max_terms = 3), list(language = "en"),
    list(by = "sentence", min_docs = 0.3)
  )
  found <- suppressMessages(term_multiverse(words, total, own))
  expect_true(all(is.na(found$message)))
  slow <- vapply(own, function(one) {
    sum(suppressMessages(do.call(term_matrix, c(list(words), one))))
  }, 0)
  expect_identical(found$estimate, slow)
  expect_true(is.na(found$distance[[1]]))
  parsed <- data.frame(
    doc_id = c("a", "a", "b"), token = c("Rains", "fell", "rain"),
    lemma = c("rain", "fall", "rain"),
    upos = c("NOUN", "VERB", "NOUN")
  )
  lemmas <- term_multiverse(
    parsed, ncol, list(token = c("token", "lemma"), pos = list(NULL, "NOUN"))
  )
  expect_identical(lemmas$estimate, c(3, 2, 2, 1))
})

test_that("no articles, one article and missing texts are counted", {
  one <- term_multiverse(words[1], sum, grid)
  expect_true(all(is.na(one$distance)))
  expect_identical(one$estimate[[1]], sum(term_matrix(words[1], numbers = TRUE)))
  none <- term_multiverse(character(), function(counts) nrow(counts), list(stem = FALSE))
  expect_identical(none$estimate, 0)
  gaps <- term_multiverse(c(words, f = NA), rain, grid, seed = 1)
  expect_identical(gaps$estimate[gaps$min_docs == 1], {
    plain <- term_multiverse(words, rain, grid, seed = 1)
    plain$estimate[plain$min_docs == 1]
  })
})

test_that("the specification curve shows estimates in order and every choice", {
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  found <- term_multiverse(words, function(counts) c(n = sum(counts), v = ncol(counts)), grid)
  shown <- plot(found, main = "Terms")
  expect_identical(shown$estimate, sort(found$estimate[found$value == "n"]))
  expect_true(all(names(grid) %in% names(shown)))
  expect_identical(plot(found, value = "v")$estimate, sort(as.double(found$terms[c(TRUE, FALSE)])))
  curve <- multiverse_curve(found, NULL, "x")
  expect_identical(nrow(curve$choices), 8L)
  expect_identical(nrow(curve$marks), 16L * 4L)
  expect_identical(graphics::par("mfrow"), c(1L, 1L))
  single <- term_multiverse(words, sum, list(stem = FALSE))
  expect_identical(nrow(plot(single)), 1L)
  expect_error(plot(found, value = "w"), "`value`", class = "tritone_error_input")
  skip_if_not_installed("ggplot2")
  made <- ggplot2::autoplot(found)
  expect_s3_class(made, "ggplot")
  expect_identical(nrow(made$data), 16L)
  expect_error(print(made), NA)
  expect_error(print(ggplot2::autoplot(single)), NA)
})
