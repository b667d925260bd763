# Which terms are kept by the limits of term_matrix() and term_trim().

counts <- rbind(
  a = c(5, 1, 0, 1, 1, 0), b = c(4, 1, 0, 0, 0, 0), c = c(6, 0, 3, 0, 0, 0)
)
colnames(counts) <- c("said", "rain", "goat", "bank", "don't", "never")

trim <- function(...) colnames(suppressMessages(term_trim(counts, ...)))

test_that("limits count tokens and articles", {
  expect_identical(trim(), c("said", "rain", "goat", "bank", "don't"))
  expect_identical(trim(min_count = 2), c("said", "rain", "goat"))
  expect_identical(trim(min_count = 2, max_count = 3), c("rain", "goat"))
  expect_identical(trim(min_docs = 2), c("said", "rain"))
  expect_identical(trim(min_docs = 2, max_docs = 2), "rain")
  expect_identical(trim(max_docs = 1, min_count = 3), "goat")
  expect_identical(trim(min_docs = 9), character())
})

test_that("limits below 1 are shares of articles", {
  expect_identical(trim(min_docs = 0.5), c("said", "rain"))
  expect_identical(trim(min_docs = 2 / 3), c("said", "rain"))
  expect_identical(trim(min_docs = 0.67), "said")
  expect_identical(trim(max_docs = 0.67), c("rain", "goat", "bank", "don't"))
  expect_identical(trim(min_docs = 0.4, max_docs = 2), "rain")
  expect_identical(
    doc_limits(c(min_docs = 0.07, max_docs = 0.29), 100), c(min_docs = 7, max_docs = 29)
  )
  news <- article_example()
  n <- nrow(news)
  same <- term_matrix(news, min_docs = ceiling(0.05 * n), max_docs = floor(0.3 * n))
  expect_gt(ncol(same), 20L)
  expect_identical(term_matrix(news, min_docs = 0.05, max_docs = 0.3), same)
  expect_identical(term_matrix(term_tokens(news), min_docs = 0.05, max_docs = 0.3), same)
  expect_identical(
    suppressMessages(term_trim(term_matrix(news), min_docs = 0.05, max_docs = 0.3)), same
  )
})

test_that("the most frequent terms stay, equals by code point, in their old order", {
  expect_identical(trim(max_terms = 2), c("said", "goat"))
  expect_identical(trim(max_terms = 4), c("said", "rain", "goat", "bank"))
  expect_identical(trim(max_terms = 2, keep = "don't"), c("said", "don't"))
  expect_identical(trim(max_terms = 1, keep = c("don't", "bank")), c("bank", "don't"))
  expect_identical(trim(max_terms = 2, max_count = 3), c("rain", "goat"))
})

test_that("terms are kept or removed by name, in any spelling of theirs", {
  expect_identical(trim(min_docs = 2, keep = "never"), c("said", "rain", "never"))
  expect_identical(trim(remove = c("SAID", "Don\u2019t", "unheard")), c("rain", "goat", "bank"))
  cased <- counts
  colnames(cased)[1:2] <- c("US", "us")
  for (word in c("us", "US")) {
    left <- suppressMessages(term_trim(cased, remove = word))
    expect_identical(colnames(left), c("goat", "bank", "don't"))
  }
})

test_that("a message says what is left, rows stay", {
  expect_message(out <- term_trim(counts, min_docs = 2), "^2 of 6 terms and 17 of 22 tokens")
  expect_s4_class(out, "dgCMatrix")
  expect_identical(as.matrix(out), counts[, 1:2])
  expect_message(out <- term_trim(counts, min_docs = 4), "^0 of 6 terms and 0 of 22 tokens")
  expect_identical(dim(out), c(3L, 0L))
  expect_message(out <- term_trim(counts[0, ]), "^0 of 6 terms")
  expect_message(out <- term_trim(counts[, 0]), "^0 of 0 terms")
})

test_that("stored zeros are not counts", {
  stored <- methods::as(methods::as(counts, "dgCMatrix"), "dgCMatrix")
  stored@x[stored@i == 0L] <- 0
  out <- suppressMessages(term_trim(stored))
  expect_identical(colnames(out), c("said", "rain", "goat"))
  expect_true(all(out@x > 0))
})

test_that("trimming equals counting with the same limits", {
  all <- term_matrix(sample_articles())
  expect_identical(
    suppressMessages(term_trim(all, min_docs = 3, max_docs = 40, max_terms = 200)),
    term_matrix(sample_articles(), min_docs = 3, max_docs = 40, max_terms = 200)
  )
})

test_that("wrong arguments are named", {
  bad <- function(..., named) {
    expect_error(term_trim(counts, ...), named, class = "tritone_error_input")
  }
  bad(min_docs = 1.5, named = "`min_docs` must be a whole number")
  bad(min_docs = 0, named = "`min_docs`")
  bad(min_docs = 0.5, max_docs = 0.4, named = "`max_docs` must be at least `min_docs`")
  bad(max_docs = 0, named = "`max_docs`")
  bad(min_doc = 2, named = "min_doc")
  bad(min_count = 3, max_count = 2, named = "`max_count` must be at least `min_count`")
  bad(max_terms = NA, named = "`max_terms`")
  bad(keep = 1, named = "`keep`")
  bad(keep = "rain", remove = c("goat", "RAIN"), named = "\"rain\" is")
  expect_error(term_trim("x"), "`counts`", class = "tritone_error_input")
})
