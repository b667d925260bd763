# Sums of tone_score() by groups.

test_that("rows are grouped and summed as in plain R", {
  a <- c(3L, 1L, NA, 3L, 2L, 1L, 3L)
  b <- c(1L, 2L, 1L, 1L, 5L, 2L, 4L)
  x <- c(0.1, 1e16, 3, 0.2, 5, 1, 7)
  cells <- tone_cells_core(list(a, b), 7L)
  expect_identical(cells$first, c(2L, 5L, 1L, 7L))
  expect_identical(cells$of, c(3L, 1L, NA, 3L, 2L, 1L, 4L))
  known <- !is.na(cells$of)
  expect_identical(
    tone_sums_core(x, cells$of, 4L, FALSE),
    vapply(split(x[known], cells$of[known]), function(v) Reduce(`+`, v), 0, USE.NAMES = FALSE)
  )
  expect_identical(
    group_total(x, cells$of, 5L),
    c(vapply(split(x[known], cells$of[known]), sum, 0, USE.NAMES = FALSE), 0)
  )
  row <- c(2L, 2L, 1L, 5L, 3L, 4L, 7L)
  share <- c(0.25, 0.75, 1, 1, 0.1, 0.3, 1 / 3)
  expect_identical(
    tone_shares_core(x, row, share, cells$of, 4L),
    tone_sums_core(x[row] * share, cells$of, 4L, FALSE)
  )
  expect_identical(tone_numbers_core(b), list(first = c(1L, 2L, 5L, 7L), of = match(b, unique(b))))
  expect_identical(tone_numbers_core(integer()), list(first = integer(), of = integer()))
  none <- sums_by(integer(), integer())
  expect_identical(none$sum(numeric()), numeric())
})
