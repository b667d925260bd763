#' Remove rare and frequent terms
#'
#' Keeps the terms that are frequent enough and not too frequent, by their number in the
#' collection and by the number of articles that have them, and says how much is left.
#'
#' @param counts Counts of terms, articles x terms: of [term_matrix()], any matrix of
#'   the package Matrix, a quanteda dfm, a DocumentTermMatrix of tm, or a base matrix.
#' @param ... Must be empty.
#' @param min_count,max_count Terms are kept that occur at least and at most this often in
#'   all articles together. By default 1 and `Inf`.
#' @param min_docs,max_docs Terms are kept that occur in at least and at most this many
#'   articles: counts from 1 on, shares of all rows below 1. By default 1 and `Inf`.
#' @param max_terms Of these, up to this number of the most frequent are kept, by default
#'   all; ties are broken by code point.
#' @param keep A character vector of terms that stay regardless of the limits; they count
#'   towards `max_terms`. By default none.
#' @param remove A character vector of terms to leave out, such as [term_stopwords()]; by
#'   default none. `keep` and `remove` are compared with the column names: `*` is any number of
#'   characters and `?` is one; case, the kind of apostrophe, composed or decomposed characters
#'   and surrounding blanks make no difference. An expression of several words matches the
#'   column of its n-gram or phrase (`"interest rate"` the column `interest_rate`) if the words
#'   are joined there by a blank or one of `_ + ~ | = & # ^`.
#' @return A `dgCMatrix` with all rows of `counts` and the columns that are kept, in their order.
#'   A message says how many terms and tokens are left.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described, a lower limit is above
#' the upper one, or a term is in both `keep` and `remove`.
#' @seealso [term_matrix()], which applies the limits on articles and terms while counting.
#' @export
#' @examples
#' counts <- term_matrix(article_example())
#' term_trim(counts, min_count = 5, max_docs = 60, remove = term_stopwords())[1:2, 1:4]
term_trim <- function(counts, ..., min_count = 1, max_count = Inf, min_docs = 1,
                      max_docs = Inf, max_terms = Inf, keep = NULL, remove = NULL) {
  check_dots(...)
  counts <- Matrix::drop0(as_counts(counts))
  in_all <- check_range(min_count, max_count, "count")
  in_docs <- doc_limits(check_doc_limits(min_docs, max_docs), nrow(counts))
  max_terms <- check_count(max_terms, "max_terms", min = 1)
  terms <- colnames(counts)
  keep <- find_terms(keep, "keep", terms)
  remove <- find_terms(remove, "remove", terms)
  if (any(keep & remove)) {
    abort_input(
      "A term cannot be in both `keep` and `remove`; \"", terms[keep & remove][[1L]], "\" is."
    )
  }
  total <- Matrix::colSums(counts)
  docs <- diff(counts@p)
  left <- total >= in_all[[1L]] & total <= in_all[[2L]] &
    docs >= in_docs[[1L]] & docs <= in_docs[[2L]]
  left <- unname((left | keep) & !remove)
  if (sum(left) > max_terms) {
    rank <- order(!keep, -total, terms, method = "radix")
    rank <- rank[left[rank]]
    left[rank[-seq_len(max(max_terms, sum(keep)))]] <- FALSE
  }
  out <- counts[, left, drop = FALSE]
  message(sprintf(
    "%s of %s terms and %s of %s tokens are left.",
    show_count(ncol(out)), show_count(ncol(counts)), show_count(sum(out)), show_count(sum(counts))
  ))
  out
}

# Which of the terms are named.
find_terms <- function(named, arg, terms) {
  seq_along(terms) %in% match_patterns(named, terms, arg)$term
}
