# s(): the spline of formulas.

day <- c(1, 4, 2, 9, 7, 3, 8, 12, 5, 20, 11, 6)

test_that("s() is a cubic B-spline with one column less than there are values, at most ten", {
  out <- spline_basis(day)
  expect_equal(unname(unclass(out)[, ]), unname(splines::bs(day, df = 10)[, ]))
  expect_identical(ncol(spline_basis(c(1, 2, 3, 4, 5, 6))), 5L)
  expect_identical(ncol(spline_basis(day, df = 4)), 4L)
  expect_equal(
    unname(unclass(spline_basis(day, df = 4, degree = 2))[, ]),
    unname(splines::bs(day, df = 4, degree = 2)[, ])
  )
})

test_that("s() takes dates and date-times as numbers, and nothing else", {
  date <- as.Date("2021-01-01") + day
  expect_equal(unclass(spline_basis(date))[, ], unclass(spline_basis(as.numeric(date)))[, ])
  expect_error(spline_basis(as.character(date)), "as.Date", class = "tritone_error_input")
  expect_error(spline_basis(factor(day)), "numbers or dates", class = "tritone_error_input")
})

test_that("knots are kept for new data", {
  data <- data.frame(day = day)
  frame <- stats::model.frame(with_splines(~ s(day)), data)
  terms <- attr(frame, "terms")
  all <- stats::model.matrix(terms, frame)
  again <- stats::model.matrix(terms, stats::model.frame(terms, data[3:5, , drop = FALSE]))
  expect_identical(unname(again[, ]), unname(all[3:5, ]))
  expect_message(
    stats::model.frame(terms, data.frame(day = c(0, 5, 30))), "2 of 3 values in s() are outside",
    fixed = TRUE
  )
})

test_that("s() needs no attached package and is not exported", {
  expect_false("s" %in% getNamespaceExports("tritone"))
  formula <- with_splines(~ s(day) + bs(day, 4) + ns(day, 2))
  expect_identical(ncol(stats::model.matrix(formula, data.frame(day = day))), 17L)
})
