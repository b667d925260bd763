# term_keyness(): log-odds of terms in groups, beside a slow twin.

counts <- rbind(a = c(3, 1), b = c(1, 3), c = c(2, 0))
colnames(counts) <- c("rain", "bank")

test_that("log odds by hand", {
  # Rain: 3 of 4 tokens in x, 3 of 6 in the others; the prior adds 10 tokens, 6 and 4.
  found <- term_keyness(counts, c("x", "y", "y"))
  expect_identical(class(found)[[1L]], "tritone_term_keyness")
  expect_identical(found$group, factor(c("x", "x", "y", "y")))
  expect_identical(found$term, c("rain", "bank", "bank", "rain"))
  expect_identical(found$count, c(3, 1, 3, 3))
  expect_identical(found$count_others, c(3, 3, 1, 3))
  odds <- log(9 / 5) - log(9 / 7)
  expect_equal(found$log_odds, c(odds, -odds, odds, -odds), tolerance = 1e-14)
  error <- sqrt(c(1 / 9 + 1 / 9, 1 / 5 + 1 / 7))
  expect_equal(found$std_error, error[c(1, 2, 2, 1)], tolerance = 1e-14)
  expect_equal(found$z, found$log_odds / found$std_error)
  expect_equal(found$lower, found$log_odds - 1.959964 * found$std_error, tolerance = 1e-7)
  expect_equal(found$upper, found$log_odds + 1.959964 * found$std_error, tolerance = 1e-7)
  narrow <- term_keyness(counts, c("x", "y", "y"), level = 0.5)
  expect_equal(narrow$upper, found$log_odds + 0.6744898 * found$std_error, tolerance = 1e-7)
})

test_that("z equals that of a plain R twin", {
  all <- term_matrix(article_example(), min_docs = 2)
  groups <- rep(c("x", "y", "z"), length.out = nrow(all))
  for (prior in list(NULL, 5, 500)) {
    found <- term_keyness(all, groups, prior = prior)
    twin <- twin_log_odds(as.matrix(all), groups, prior = if (is.null(prior)) sum(all) else prior)
    expect_equal(found$z, twin[cbind(as.character(found$group), found$term)], tolerance = 1e-10)
    ranked <- order(found$group, -found$z, found$term, method = "radix")
    expect_identical(ranked, seq_len(nrow(found)))
  }
})

test_that("groups keep their order and are matched by name", {
  groups <- c(10, 9, 9)
  expect_identical(levels(term_keyness(counts, groups)$group), c("9", "10"))
  groups <- factor(c("x", "y", "y"), c("y", "none", "x"))
  expect_identical(levels(term_keyness(counts, groups)$group), c("y", "x"))
  named <- c(c = "y", a = "x", other = "z", b = "y")
  expect_identical(term_keyness(counts, named), term_keyness(counts, c("x", "y", "y")))
  expect_error(
    term_keyness(counts, c(a = "x", b = "y")), "none for \"c\"", class = "tritone_error_input"
  )
})

test_that("articles without a group are left out", {
  groups <- c("x", "y", NA)
  expect_message(found <- term_keyness(counts, groups), "^1 of 3 articles has no group and is")
  expect_identical(found, term_keyness(counts[1:2, ], groups[1:2]))
})

test_that("what nobody can know is NA", {
  rare <- cbind(counts, none = 0)
  found <- term_keyness(rare, c("x", "y", "y"))
  expect_identical(found$term[is.na(found$z)], c("none", "none"))
  expect_identical(which(is.na(found$log_odds)), which(is.na(found$lower)))
  expect_true(all(is.na(term_keyness(counts[, 1, drop = FALSE], c("x", "y", "y"))$z)))
  expect_identical(nrow(term_keyness(counts[, 0], c("x", "y", "y"))), 0L)
  expect_true(all(is.na(term_keyness(counts * 0, c("x", "y", "y"))$z)))
})

test_that("wrong arguments are named", {
  bad <- function(..., named) {
    expect_error(term_keyness(...), named, class = "tritone_error_input")
  }
  bad("x", 1, named = "`counts`")
  bad(counts, NULL, named = "`groups`")
  bad(counts, 1:2, named = "each of the 3 articles")
  bad(counts, c("x", "x", "x"), named = "two different values")
  bad(counts, c("x", NA, NA), named = "two different values")
  bad(counts[0, ], character(), named = "two different values")
  bad(counts, 1:3, prior = 0, named = "`prior`")
  bad(counts, 1:3, level = 1, named = "`level`")
  bad(counts, 1:3, levl = 0.9, named = "Did you mean `level`")
  expect_error(
    term_keyness((counts > 0) * 1e308, 1:3), "smaller counts", class = "tritone_error_numeric"
  )
})

test_that("groups are a vector, not a list", {
  expect_error(
    term_keyness(counts, list("x", "y", "x")), "a vector with the group of each article",
    class = "tritone_error_input"
  )
})
