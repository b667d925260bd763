#' Which topics of two fits are the same
#'
#' Matches the topics of any two fits one to one, so that their similarities have the largest sum
#' (the assignment of Kuhn 1955): of one collection by two methods, seeds or numbers of topics, or
#' of two collections.
#'
#' Topics are compared over the terms of both fits together; a term that one fit does not have
#' counts 0 there. Where the fits differ in their number of topics, those left over have no match.
#'
#' @param fit_a,fit_b Fits of [topic_lda()], [topic_stm()], [topic_seeded()] or [topic_nmf()], with
#'   some terms in common.
#' @param ... Must be empty.
#' @param measure One string: `"cosine"` (default) of the probabilities of terms, or `"overlap"`,
#'   the share of the topics that is the same, `sum(min(p, q))`, in which frequent terms count less.
#' @inheritParams topic_lda
#' @return A data frame of class `tritone_topic_match`, one row for each topic of `fit_a` in its
#'   order, then one for each topic of `fit_b` that is left over: `topic_a` and `topic_b`, factors
#'   in the order of the fits, `NA` for no match; `similarity`, from 0 to 1; `correlation` of the
#'   topics' shares over the articles that both fits have by name, `NA` for fewer than three; and
#'   `terms`, the six terms of the highest geometric mean of both probabilities. The attribute
#'   `similarity` is the matrix of all similarities. `glance()` gives one row: `k_a`, `k_b`,
#'   `matched`, and the mean and least `similarity` of the pairs.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @references
#' Kuhn, H. W. (1955). The Hungarian method for the assignment problem. *Naval Research Logistics
#' Quarterly*, 2, 83-97. \doi{10.1002/nav.3800020109}
#' @seealso [topic_stability()], which matches the topics of many runs.
#' @export
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
#' a <- topic_lda(terms, k = 5, seed = 1)
#' b <- topic_nmf(terms, k = 6, seed = 1)
#' topic_match(a, b)
topic_match <- function(fit_a, fit_b, ..., measure = c("cosine", "overlap"),
                        threads = getOption("tritone.threads", 2)) {
  check_dots(...)
  fit_a <- check_terms_fit(fit_a, "fit_a")
  fit_b <- check_terms_fit(fit_b, "fit_b")
  measure <- check_choice(measure, "measure", c("cosine", "overlap"))
  terms <- union(colnames(fit_a$phi), colnames(fit_b$phi))
  if (!any(colnames(fit_a$phi) %in% colnames(fit_b$phi))) {
    abort_input("`fit_a` and `fit_b` must have terms in common; they share none.")
  }
  a <- spread_terms(fit_a$phi, terms)
  b <- spread_terms(fit_b$phi, terms)
  found <- topic_match_core(a, b, measure, check_threads(threads))
  dimnames(found$similarity) <- list(rownames(a), rownames(b))
  left_over <- setdiff(seq_len(nrow(b)), found$match)
  of_a <- c(seq_len(nrow(a)), rep(NA, length(left_over)))
  of_b <- c(found$match, left_over)
  pair <- !is.na(of_a) & !is.na(of_b)
  correlation <- similarity <- rep(NA_real_, length(of_a))
  words <- rep(NA_character_, length(of_a))
  similarity[pair] <- found$similarity[cbind(of_a, of_b)[pair, , drop = FALSE]]
  both <- intersect(rownames(fit_a$theta), rownames(fit_b$theta))
  for (i in which(pair)) {
    common <- a[of_a[[i]], ] * b[of_b[[i]], ]
    at <- top_places(common, 6L)
    words[[i]] <- paste(terms[at[common[at] > 0]], collapse = ", ")
    correlation[[i]] <- shared_correlation(
      fit_a$theta[both, of_a[[i]]], fit_b$theta[both, of_b[[i]]]
    )
  }
  new_table(
    list(
      topic_a = topic_factor(fit_a, of_a), topic_b = topic_factor(fit_b, of_b),
      similarity = similarity, correlation = correlation, terms = words
    ),
    "topic_match",
    similarity = found$similarity
  )
}

# Topics over more terms, 0 for those that they do not have.
spread_terms <- function(phi, terms) {
  out <- matrix(0, nrow(phi), length(terms), dimnames = list(rownames(phi), terms))
  out[, match(colnames(phi), terms)] <- phi
  out
}

shared_correlation <- function(x, y) {
  if (length(x) < 3L) return(NA_real_)
  suppressWarnings(stats::cor(x, y))
}

#' @rdname topic_match
#' @param x A table of [topic_match()].
#' @method glance tritone_topic_match
#' @export
glance.tritone_topic_match <- function(x, ...) {
  check_dots(...)
  all <- kept_part(x, "similarity", "topic_match()")
  new_table(
    list(
      k_a = nrow(all), k_b = ncol(all), matched = sum(!is.na(x$similarity)),
      similarity = known_mean(x$similarity),
      least = if (all(is.na(x$similarity))) NA_real_ else min(x$similarity, na.rm = TRUE)
    ),
    "glance"
  )
}
