# Tables: bounded printing, column types, and subsets that keep the class.

table <- function() {
  new_table(
    list(doc_id = c("a", "b", "c"), value = 1:3), "tone_score", problems = NULL, note = "kept"
  )
}

test_that("a table is a tibble-like data frame with or without tibble", {
  x <- table()
  expect_s3_class(
    x, c("tritone_tone_score", "tritone_table", "tbl_df", "tbl", "data.frame"), exact = TRUE
  )
  expect_identical(x$value, 1:3)
  expect_identical(x[["value"]], 1:3)
  expect_identical(x[2, ]$doc_id, "b")
  expect_s3_class(x[2:3, ], "tritone_tone_score")
  expect_identical(attr(x[2:3, ], "note"), "kept")
  expect_s3_class(x["value"], "tbl_df")
  expect_s3_class(x["value"], "tritone_tone_score")
  expect_match(capture.output(print(x["value"]))[[1]], "3 rows x 1 column")
  expect_s3_class(x[, "value"], "data.frame")
  expect_identical(x[, "value", drop = TRUE], 1:3)
  expect_identical(row.names(x[3:2, ]), c("1", "2"))
  expect_identical(nrow(x[x$value > 5, ]), 0L)
  expect_identical(x[], x)
  expect_identical(class(as.data.frame(x)), "data.frame")
})

test_that("print is bounded and returns its input invisibly", {
  x <- table()
  out <- capture.output(seen <- withVisible(print(x, n = 1)))
  expect_false(seen$visible)
  expect_identical(seen$value, x)
  expect_match(out[[1]], "tritone_tone_score: 3 rows x 2 columns")
  expect_match(out[[length(out)]], "2 more rows")
  expect_length(capture.output(print(x[0, ])), 3)
  long <- new_table(list(text = strrep("wide ", 500)), "x")
  expect_lt(max(nchar(capture.output(print(long)))), 100)
  expect_error(print(x, n = -1), "`n`", class = "tritone_error_input")
})

test_that("a table shows types, fixed decimals and cut texts", {
  local_reproducible_output(width = 60, unicode = TRUE)
  x <- new_table(list(
    doc_id = c("a", "b", NA), tone = c(-0.00001, 0.25, NA), se = c(1e-5, 0.1, 12.5),
    n_hits = c(3L, NA, 100000L), words = c(1e5, 2, 3), date = as.Date("2021-03-04") + c(0, NA, 9),
    topic = factor(c("x", "y", NA)),
    text = c(strrep("\u6f22", 40), "two\n lines", strrep("long ", 1e5))
  ), "tone_score")
  expect_snapshot(print(x))
  expect_snapshot(print(x, n = 1))
  expect_snapshot(print(x[0, ]))
  many <- new_table(stats::setNames(as.list(1:200 / 7), paste0("column_", 1:200)), "wide")
  expect_snapshot(print(many))
})
