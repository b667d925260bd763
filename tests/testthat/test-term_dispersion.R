# term_dispersion(): how evenly terms are spread, beside a slow twin.

test_that("dispersion by hand", {
  counts <- cbind(even = c(1, 1, 2, 4), one = c(6, 0, 0, 0), none = 0, rest = c(3, 9, 18, 36))
  found <- term_dispersion(counts)
  expect_identical(found$term, c("even", "one", "none", "rest"))
  expect_identical(found$range, c(4, 1, 0, 4))
  expect_equal(found$dp[1:2], c(0, 0.875))
  expect_equal(found$dp_norm[[2]], 1)
  expect_equal(found$juilland_d[1:2], c(1, 0))
  expect_equal(found$kld[[2]], 3)
  expect_true(all(is.na(found[3, c("dp", "dp_norm", "juilland_d", "carroll_d2", "kld")])))
})

test_that("every measure equals that of a plain R twin", {
  news <- article_example()
  counts <- suppressMessages(term_matrix(news, remove = term_stopwords(), min_docs = 4))
  dense <- as.matrix(counts)
  source <- sort(unique(news$source))
  for (parts in list(NULL, news$source)) {
    found <- term_dispersion(counts, parts, threads = 2)
    sums <- if (is.null(parts)) dense else rowsum(dense, parts)
    expect_identical(found$parts[[1]], as.double(nrow(sums)))
    for (k in seq(1, nrow(found), by = 9)) {
      twin <- twin_dispersion(sums[, k], rowSums(sums))
      expect_equal(unlist(found[k, names(twin)]), twin, tolerance = 1e-9)
    }
    expect_identical(term_dispersion(counts, parts, threads = 7), found)
  }
})

test_that("one part, missing parts, nothing", {
  counts <- cbind(rain = c(1, 2, 0), bank = c(1, 0, 5))
  one <- term_dispersion(counts, rep("x", 3))
  expect_identical(one$dp, c(0, 0))
  expect_true(all(is.na(one$juilland_d)))
  expect_message(some <- term_dispersion(counts, c("x", "y", NA)), "1 of 3 articles has no part")
  expect_identical(some$count, c(3, 1))
  expect_identical(some$range, c(2, 1))
  expect_identical(nrow(term_dispersion(counts[, 0])), 0L)
})
