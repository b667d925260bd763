#' The terms of topics
#'
#' @param fit A fit of [topic_lda()].
#' @param n The number of terms for each topic, a whole number of at least 1, by default 10.
#' @param by One string, what terms are ranked by: `"probability"` (default), or `"lift"`,
#'   the probability of a term in the topic divided by that in all topics, which brings
#'   up rare terms that belong to one topic only.
#' @param ... Must be empty.
#' @return A data frame of class `tritone_topic_terms`, by topic and rank: `topic`, `rank`,
#'   `term`, `probability` and `lift`.
#' @export
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
#' topic_terms(topic_lda(terms, k = 6, seed = 1), n = 3)
topic_terms <- function(fit, n = 10, by = c("probability", "lift"), ...) {
  check_dots(...)
  check_fit(fit)
  n <- min(check_count(n, "n", min = 1), ncol(fit$phi))
  by <- check_choice(by, "by", c("probability", "lift"))
  phi <- fit$phi
  all <- colSums(phi * fit$prevalence)
  lift <- sweep(phi, 2L, all, "/")
  value <- if (by == "lift") lift else phi
  topics <- seq_len(nrow(phi))
  place <- unlist(lapply(topics, function(k) top_places(value[k, ], n)))
  at <- cbind(rep(topics, each = n), place)
  new_table(
    list(
      topic = rownames(phi)[at[, 1L]], rank = rep(seq_len(n), length(topics)),
      term = colnames(phi)[place], probability = phi[at], lift = lift[at]
    ),
    "topic_terms"
  )
}
