#' Counts as tables
#'
#' Methods for the sparse matrices of [term_matrix()], which are of class `dgCMatrix`: `tidy()` of
#' the package generics gives one row for each count that is not 0, with the columns of tidytext;
#' `as.data.frame()` gives one row for each article and one column for each term, zeros and all.
#' @param x Counts of [term_matrix()] or another `dgCMatrix` of articles x terms.
#' @param row.names,optional Not used; they are arguments of [as.data.frame()].
#' @param ... Must be empty.
#' @return `tidy()`: `document`, `term`, `count`, by article in the order of `x`, then by term in
#'   the order of its columns. As in tidytext the article is called `document`, while every other
#'   table has `doc_id`.
#'
#'   `as.data.frame()`: `doc_id` and a column for each term, named as it is.
#' @section Errors:
#' `tritone_error_input` for counts that [term_keyness()] would not take; `tritone_error_limit`
#' where `as.data.frame()` would hold more than 100 million cells: choose terms by [term_trim()], or
#' use `tidy()`.
#' @seealso [term_matrix()], [tidy()][tidy.tritone_topics] of topics.
#' @name tidy.dgCMatrix
#' @examples
#' counts <- term_matrix(c(a = "Rain and rain.", b = "No wind."))
#' tidy(counts)
#' as.data.frame(counts)
NULL

#' @rdname tidy.dgCMatrix
#' @method tidy dgCMatrix
#' @export
tidy.dgCMatrix <- function(x, ...) {
  check_dots(...)
  x <- as_counts(x, "x")
  used <- which(x@x > 0)
  row <- x@i[used] + 1L
  column <- rep(seq_len(ncol(x)), diff(x@p))[used]
  order <- order(row, column)
  new_table(
    list(
      document = rownames(x)[row[order]], term = colnames(x)[column[order]],
      count = x@x[used][order]
    ),
    "tidy"
  )
}

#' @rdname tidy.dgCMatrix
#' @method as.data.frame dgCMatrix
#' @export
as.data.frame.dgCMatrix <- function(x, row.names = NULL, optional = FALSE, ...) {
  check_dots(...)
  x <- as_counts(x, "x")
  if (prod(dim(x)) > 1e8) {
    abort_limit(
      "A data frame of ", count_of(nrow(x), "article"), " x ", count_of(ncol(x), "term"),
      " has more than 100,000,000 cells; choose terms by term_trim(), or use tidy(), which has ",
      "a row for each count."
    )
  }
  columns <- lapply(seq_len(ncol(x)), function(j) x[, j, drop = TRUE])
  names(columns) <- make.unique(c("doc_id", colnames(x)))[-1L]
  list_frame(c(list(doc_id = rownames(x)), lapply(columns, unname)))
}
