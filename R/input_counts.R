# What a verb over counts takes, as a dgCMatrix of articles x terms with both
# dimnames: any matrix of the package Matrix, so a quanteda dfm too, a base matrix, or
# tm's DocumentTermMatrix (TermDocumentMatrix is turned) and other triplets of slam.
as_counts <- function(x, arg = "counts") {
  if (inherits(x, "simple_triplet_matrix")) {
    x <- from_triplets(x)
  } else if (!methods::is(x, "Matrix") && !(is.matrix(x) && (is.numeric(x) || is.logical(x)))) {
    abort_argument(
      arg, paste(
        "a matrix of counts, articles x terms, as term_matrix() gives it,",
        "a dfm or a DocumentTermMatrix"
      ), x
    )
  }
  names <- dimnames(x)
  if (!identical(class(x)[[1L]], "dgCMatrix")) {
    x <- methods::as(methods::as(methods::as(x, "dMatrix"), "generalMatrix"), "CsparseMatrix")
    x <- methods::as(x, "dgCMatrix")
  }
  terms <- names[[2L]]
  if (is.null(terms)) terms <- sprintf("term%d", seq_len(ncol(x)))
  if (anyDuplicated(terms)) {
    abort_input(
      "The columns of `", arg, "` must have different names; \"",
      terms[anyDuplicated(terms)], "\" is there more than once."
    )
  }
  x@Dimnames <- list(make_ids(names[[1L]], nrow(x)), terms)
  wrong <- which(!is.finite(x@x) | x@x < 0)
  if (length(wrong)) {
    first <- wrong[[1L]]
    abort_input(
      "`", arg, "` must hold finite counts that are not negative; \"",
      terms[[findInterval(first - 1, x@p)]], "\" in \"", rownames(x)[[x@i[[first]] + 1L]],
      "\" is ", format(x@x[[first]]), "."
    )
  }
  x
}

from_triplets <- function(x) {
  out <- Matrix::sparseMatrix(
    i = x$i, j = x$j, x = as.double(x$v), dims = c(x$nrow, x$ncol), dimnames = unname(x$dimnames)
  )
  if (inherits(x, "TermDocumentMatrix")) Matrix::t(out) else out
}
