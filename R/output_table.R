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
#' Shows the first rows with the type of each column. Numbers of a column have the same
#' number of decimals, long texts are cut, and columns that do not fit into three blocks of
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
  cat(sprintf(
    "# %s: %s x %s\n", class(x)[[1L]], count_of(rows, "row"), count_of(ncol(x), "column")
  ))
  shown <- as.data.frame(x)[seq_len(min(n, rows)), , drop = FALSE]
  if (ncol(x)) cat(table_lines(shown, getOption("width")), sep = "\n")
  if (rows > n) cat(sprintf("# \u2026 and %s\n", count_of(rows - n, "more row")))
  problems <- attr(x, "problems")
  if (!is.null(problems) && nrow(problems)) {
    cat(sprintf("# %d problems: see attr(x, \"problems\")\n", nrow(problems)))
  }
  invisible(x)
}

#' @export
`[.tritone_table` <- function(x, i, j, drop = FALSE) {
  kept <- attributes(x)
  all_columns <- names(x)
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
  # Without its own columns a table is a plain one.
  class(out) <- if (all(all_columns %in% names(out))) {
    kept$class
  } else {
    setdiff(kept$class, kept$class[[1L]])
  }
  out
}

#' @export
as.data.frame.tritone_table <- function(x, ...) {
  class(x) <- "data.frame"
  extra <- setdiff(names(attributes(x)), c("names", "row.names", "class"))
  for (name in extra) attr(x, name) <- NULL
  x
}
