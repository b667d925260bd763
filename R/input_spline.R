# s(): the spline of formulas, bound where a formula is evaluated and not exported, so that it
# never hides a function of another package.

# A B-spline basis of a number or a date: cubic, with `df` columns, by default one less than there
# are different values, at most 10. With `knots` and `Boundary.knots` it is the basis of an earlier
# call, whatever values x has now.
spline_basis <- function(x, df = NULL, degree = 3, knots = NULL, Boundary.knots = NULL) {
  if (inherits(x, c("Date", "POSIXt", "difftime"))) x <- as.numeric(x)
  if (!is.numeric(x) || !is.null(dim(x))) {
    abort_input(
      "s() takes numbers or dates, not ", describe(x), "; dates that are text need as.Date() first."
    )
  }
  if (is.null(knots)) {
    values <- length(unique(x))
    if (is.null(df)) df <- min(10, values - 1)
    check_count(df, "df", min = 1)
    # Less than `degree` columns are not possible: the rest follow from these and are left out.
    made <- splines::bs(x, df = max(df, degree), degree = degree)
    knots <- attr(made, "knots")
    Boundary.knots <- attr(made, "Boundary.knots")
  } else {
    outside <- sum(x < Boundary.knots[[1L]] | x > Boundary.knots[[2L]], na.rm = TRUE)
    if (outside > 0) {
      message(
        show_count(outside), " of ", count_of(length(x), "value"), " in s() ",
        plural(outside, "is", "are"), " outside the range of the fit, ",
        "where the spline stays as it ends."
      )
      # Cubic curves would go on to any height.
      x <- pmin(pmax(x, Boundary.knots[[1L]]), Boundary.knots[[2L]])
    }
    made <- suppressWarnings(
      splines::bs(x, degree = degree, knots = knots, Boundary.knots = Boundary.knots)
    )
  }
  structure(
    matrix(made, nrow(made), dimnames = list(NULL, seq_len(ncol(made)))),
    degree = degree, knots = unname(knots), Boundary.knots = unname(Boundary.knots),
    class = c("tritone_spline", "matrix")
  )
}

# The call of the same basis for other data: what a model frame keeps.
#' @method makepredictcall tritone_spline
#' @importFrom stats makepredictcall
#' @export
makepredictcall.tritone_spline <- function(var, call) {
  kept <- call[1:2]
  for (name in c("degree", "knots", "Boundary.knots")) kept[[name]] <- attr(var, name)
  kept
}

# A formula whose environment knows s(), and bs() and ns() without the package splines attached.
with_splines <- function(formula) {
  around <- environment(formula)
  inside <- new.env(parent = if (is.null(around)) baseenv() else around)
  inside$s <- spline_basis
  inside$bs <- splines::bs
  inside$ns <- splines::ns
  environment(formula) <- inside
  formula
}
