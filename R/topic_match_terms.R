# New counts with the terms of a fit.

# The columns of `counts` that are named in `terms`, in that order and with zeros for
# those that are not there.
match_terms <- function(counts, terms, arg = "newdata") {
  if (identical(colnames(counts), terms)) return(counts)
  at <- match(terms, colnames(counts))
  unknown <- ncol(counts) - sum(!is.na(at))
  if (unknown > 0) {
    message(sprintf(
      "%s of %s terms of `%s` %s not in the fit and left out.",
      format(unknown, big.mark = ","), format(ncol(counts), big.mark = ","), arg,
      if (unknown == 1) "is" else "are"
    ))
  }
  known <- counts[, at[!is.na(at)], drop = FALSE]
  out <- methods::new("dgCMatrix")
  out@Dim <- c(nrow(counts), length(terms))
  out@Dimnames <- list(rownames(counts), terms)
  sizes <- integer(length(terms))
  sizes[!is.na(at)] <- diff(known@p)
  out@p <- c(0L, cumsum(sizes))
  out@i <- known@i
  out@x <- known@x
  out
}
