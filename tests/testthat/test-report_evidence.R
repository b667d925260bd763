test_that("stretches of a text are marked, those that overlap as one", {
  shown <- function(...) as.character(marked("abcdefgh", ...))
  expect_identical(shown(2, 3), "<bdi>a<mark>bc</mark>defgh</bdi>")
  expect_identical(shown(c(6, 1), c(7, 2)), "<bdi><mark>ab</mark>cde<mark>fg</mark>h</bdi>")
  # One within another, one that goes on from inside, one directly after another.
  expect_identical(shown(c(2, 1), c(3, 6)), "<bdi><mark>abcdef</mark>gh</bdi>")
  expect_identical(shown(c(1, 2, 5), c(6, 3, 7)), "<bdi><mark>abcdefg</mark>h</bdi>")
  expect_identical(shown(c(1, 3), c(4, 6)), "<bdi><mark>abcdef</mark>gh</bdi>")
  expect_identical(shown(c(1, 3), c(2, 4)), "<bdi><mark>ab</mark><mark>cd</mark>efgh</bdi>")
  expect_identical(shown(1, 8), "<bdi><mark>abcdefgh</mark></bdi>")
})
