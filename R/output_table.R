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
#' Shows the first rows, with long texts cut to the width of the console.
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
    "# %s: %s %s x %d %s\n", class(x)[[1L]], format(rows, big.mark = ","),
    if (rows == 1L) "row" else "rows", ncol(x), if (ncol(x) == 1L) "column" else "columns"
  ))
  shown <- as.data.frame(x)[seq_len(min(n, rows)), , drop = FALSE]
  if (nrow(shown)) {
    shown[] <- lapply(shown, show_column, width = max(20L, getOption("width") %/% 3L))
    print(shown, row.names = FALSE, right = FALSE)
  }
  if (rows > n) cat(sprintf("# ... and %s more rows\n", format(rows - n, big.mark = ",")))
  problems <- nrow(known_problems(x))
  if (problems) {
    cat(sprintf(
      "# %d problem%s: see article_problems(x)\n", problems, if (problems == 1L) "" else "s"
    ))
  }
  invisible(x)
}

# A column as short strings for the console.
show_column <- function(column, width) {
  if (is.list(column)) return(sprintf("<%s>", lengths(column)))
  if (is.numeric(column) && !is.integer(column)) return(format(column, digits = 3L))
  if (!is.character(column)) return(format(column))
  text <- gsub("[[:space:]]+", " ", column)
  text <- ifelse(is.na(text), "NA", text)
  cut <- nchar(text) > width
  text[cut] <- paste0(substr(text[cut], 1L, width - 1L), "\u2026")
  text
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

# Tables of one class stay one, with what all of them have met; any other is bound to a plain
# data frame.
#' @export
rbind.tritone_table <- function(..., deparse.level = 1) {
  tables <- Filter(Negate(is.null), list(...))
  plain <- lapply(tables, function(one) {
    if (inherits(one, "tritone_table")) as.data.frame(one) else one
  })
  # make.row.names: those of a table are its row numbers.
  out <- do.call(rbind, c(plain, list(make.row.names = FALSE)))
  first <- tables[[1L]]
  alike <- vapply(tables, function(one) identical(class(one), class(first)), NA)
  if (!all(alike)) return(out)
  kept <- attributes(first)
  for (name in setdiff(names(kept), c("names", "row.names", "class"))) {
    joined <- if (name %in% c("problems", "roles")) join_kept(tables, name)
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
