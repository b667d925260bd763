# Result tables are data frames of class tritone_<verb>, tritone_table, tbl_df,
# tbl, data.frame. With our own `[` and print they behave the same whether the
# package tibble is loaded or not.

new_table <- function(columns, verb, ...) {
  x <- as.data.frame(columns, stringsAsFactors = FALSE, optional = TRUE)
  attributes(x) <- c(attributes(x), list(...))
  class(x) <- c(paste0("tritone_", verb), "tritone_table", "tbl_df", "tbl", "data.frame")
  x
}

#' Print a table of results
#'
#' Shows the first rows with the type of each column. The numbers of a column have the
#' same number of decimals, long texts are cut, and columns that do not fit into three blocks of
#' the width of the console are only named.
#' @param x A table made by one of the package's functions.
#' @param n The number of rows to show, a whole number of at least 0;
#'   by default 10.
#' @param ... Not used.
#' @return `x`, invisibly.
#' @method print tritone_table
#' @export
#' @examples
#' tone <- tone_score(c(a = "A good day.", b = "A terrible flood."))
#' print(tone, n = 1)
print.tritone_table <- function(x, n = 10, ...) {
  n <- check_count(n, "n")
  rows <- nrow(x)
  cat_note(sprintf(
    "%s: %s x %s", class(x)[[1L]], count_of(rows, "row"), count_of(ncol(x), "column")
  ))
  shown <- as.data.frame(x)[seq_len(min(n, rows)), , drop = FALSE]
  if (ncol(x)) cat(table_lines(shown, getOption("width")), sep = "\n")
  if (rows > n) cat_note("\u2026 and ", count_of(rows - n, "more row"))
  problems <- nrow(known_problems(x))
  if (problems) {
    cat_note(count_of(problems, "problem"), ": see article_problems(x)")
  }
  invisible(x)
}

#' @export
`[.tritone_table` <- function(x, i, j, drop = FALSE) {
  kept <- attributes(x)
  by_list <- nargs() - (!missing(drop)) < 3L # x[i], not x[i, ]
  plain <- as.data.frame(x)
  out <- if (by_list) {
    if (missing(i)) plain else plain[i]
  } else {
    plain[i, j, drop = drop]
  }
  if (!is.data.frame(out)) return(out)
  row.names(out) <- NULL
  extra <- setdiff(names(kept), c("names", "row.names", "class"))
  for (name in extra) attr(out, name) <- kept[[name]]
  class(out) <- kept$class
  out
}

# What tables of one class keep of all of them when they are bound: tables of their own.
joined_attributes <- c("problems", "roles", "marks", "sentences")

# Tables of the same class keep it, with the problems of all of them; any other combination gives
# a plain data frame.
#' @export
rbind.tritone_table <- function(..., deparse.level = 1) {
  tables <- Filter(Negate(is.null), list(...))
  plain <- lapply(tables, function(one) {
    if (inherits(one, "tritone_table")) as.data.frame(one) else one
  })
  # make.row.names: the row names of a table are its row numbers.
  out <- do.call(rbind, c(plain, list(make.row.names = FALSE)))
  first <- tables[[1L]]
  alike <- vapply(tables, function(one) identical(class(one), class(first)), NA)
  if (!all(alike)) return(out)
  kept <- attributes(first)
  for (name in setdiff(names(kept), c("names", "row.names", "class"))) {
    joined <- if (name %in% joined_attributes) join_kept(tables, name)
    attr(out, name) <- if (is.null(joined)) kept[[name]] else joined
  }
  class(out) <- kept$class
  out
}

#' @export
as.data.frame.tritone_table <- function(x, ...) {
  class(x) <- "data.frame"
  extra <- setdiff(names(attributes(x)), c("names", "row.names", "class"))
  for (name in extra) attr(x, name) <- NULL
  x
}
