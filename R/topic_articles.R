#' The most typical articles of each topic
#'
#' The articles with the largest shares of each topic: the ones to read when you name a topic.
#'
#' @param fit A fit of [topic_lda()], [topic_stm()], [topic_seeded()] or [topic_nmf()].
#' @param n The number of articles for each topic, a whole number of at least 1, by
#'   default 3.
#' @param ... Must be empty.
#' @return A data frame of class `tritone_topic_articles`, by topic and rank: `topic`,
#'   a factor in the order of the fit; `rank`; `doc_id`; and `share`, the topic's share of
#'   the article, from 0 to 1.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @export
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
#' topic_articles(topic_lda(terms, k = 6, seed = 1), n = 2)
topic_articles <- function(fit, n = 3, ...) {
  check_dots(...)
  check_fit(fit)
  n <- min(check_count(n, "n", min = 1), nrow(fit$theta))
  theta <- fit$theta
  topics <- seq_len(ncol(theta))
  place <- unlist(lapply(topics, function(k) top_places(theta[, k], n)))
  at <- cbind(place, rep(topics, each = n))
  new_table(
    list(
      topic = topic_factor(fit, at[, 2L]), rank = rep(seq_len(n), length(topics)),
      doc_id = rownames(theta)[place], share = theta[at]
    ),
    "topic_articles"
  )
}
