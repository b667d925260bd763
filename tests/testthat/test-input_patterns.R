# How words and patterns of a user are compared with terms.

test_that("globs equal those of a plain R twin", {
  pieces <- c("a", "b", "\u00e9", "*", "?")
  globs <- do.call(paste0, expand.grid(c("a", "b"), pieces, pieces, c("", pieces)))
  terms <- c("a", "b", "ab", "aab", "ab\u00e9", "ba\u00e9b", "abab", "b\u00e9b\u00e9", "aaaa")
  found <- match_patterns(globs, terms, "x")
  twin <- lapply(globs, function(glob) unname(which(vapply(terms, twin_glob, NA, glob = glob))))
  expect_gt(length(found$term), 150L)
  expect_identical(found$pattern, rep(seq_along(globs), lengths(twin)))
  expect_identical(found$term, unlist(twin))
})

test_that("marks are wildcards next to a letter or digit, a star alone is any term", {
  at <- function(...) match_patterns(..., arg = "x")$term
  expect_identical(at("?", c("?", "a")), 1L)
  expect_identical(at("*", c("?", "a")), 1:2)
  expect_identical(at("a.b", c("a.b", "axb")), 1L)
  expect_identical(at("(a*", c("(ab", "ab")), 1L)
  expect_identical(match_patterns("a*", c("a*", "ab"), "x", "fixed")$term, 1L)
})

test_that("words find columns whatever joins them", {
  at <- function(...) match_patterns(..., arg = "x")$term
  expect_identical(at("interest rate", c("interest_rate", "interest+rate", "interest rate")), 1:3)
  expect_identical(at("interest rate", c("interest-rate", "interestrate")), integer())
  expect_identical(at("* rate", c("interest_rate", "the_interest_rate")), 1L)
})

test_that("no patterns, no terms, wrong patterns", {
  expect_identical(match_patterns(NULL, "a", "x"), list(pattern = integer(), term = integer()))
  expect_identical(match_patterns("a", character(), "x")$term, integer())
  expect_error(match_patterns(1, "a", "seeds"), "`seeds`", class = "tritone_error_input")
  expect_error(match_patterns(NA_character_, "a", "x"), "`x`", class = "tritone_error_input")
})
