#' Correlations of topics
#'
#' Which topics occur in the same articles: the correlation of their shares over the articles of a
#' fit. As shares sum to 1, correlations are negative on the whole: topics without any relation
#' correlate by about -1 / (k - 1).
#'
#' @param fit A fit of [topic_stm()], [topic_lda()], [topic_seeded()] or [topic_nmf()].
#' @param ... Must be empty.
#' @param level The probability of the intervals, a number between 0 and 1; by default 0.95.
#' @return A data frame of class `tritone_topic_correlation`, one row for each pair of topics, from
#'   the highest correlation: `topic_1` and `topic_2`, factors in the order of the fit;
#'   `correlation`, from -1 to 1, `NA` for a topic that has the same share everywhere; `lower` and
#'   `upper`, by Fisher's transformation, `NA` for fewer than four articles.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @seealso [topic_stm()], whose `sigma` is the covariance of topics on the scale of logs.
#' @export
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
#' topic_correlation(topic_lda(terms, k = 4, seed = 1))
topic_correlation <- function(fit, ..., level = 0.95) {
  check_dots(...)
  check_fit(fit)
  level <- check_number(level, "level", 0, 1, open = TRUE)
  n <- nrow(fit$theta)
  all <- if (n > 1L) {
    suppressWarnings(stats::cor(fit$theta))
  } else {
    matrix(NA_real_, ncol(fit$theta), ncol(fit$theta))
  }
  pairs <- which(upper.tri(all), arr.ind = TRUE)
  r <- all[pairs]
  order <- order(-r, pairs[, 1L], pairs[, 2L])
  r <- pmin(pmax(r[order], -1), 1)
  reach <- if (n > 3L) stats::qnorm((1 + level) / 2) / sqrt(n - 3) else NA_real_
  new_table(
    list(
      topic_1 = topic_factor(fit, pairs[order, 1L]), topic_2 = topic_factor(fit, pairs[order, 2L]),
      correlation = r, lower = tanh(atanh(r) - reach), upper = tanh(atanh(r) + reach)
    ),
    "topic_correlation"
  )
}
