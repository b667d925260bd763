#' The top terms of each topic
#'
#' The terms that best describe each topic. Ranked by relevance (Sievert and Shirley
#' 2014), a term must be frequent in the topic and more frequent there than elsewhere, so words
#' that all topics share do not lead.
#'
#' @param fit A fit of [topic_lda()], [topic_stm()], [topic_seeded()] or [topic_nmf()].
#' @param n The number of terms for each topic, a whole number of at least 1, by default 10.
#' @param ... Must be empty.
#' @param rank_by One string, what terms are ranked by: `"relevance"` (default);
#'   `"probability"`; or `"lift"`, the probability of a term in the topic divided by that in all
#'   topics, which brings up rare terms that belong to one topic only.
#' @param lambda The weight of the probability in the relevance, a number from 0 to 1; by default
#'   0.6, the value with which readers identified topics best in the study of Sievert and Shirley.
#'   1 ranks as `"probability"` does, 0 as `"lift"`. `print()`, `summary()`, `plot()` and
#'   [article_report()] rank by the default.
#' @param group For fits of [topic_stm()] with `content`: names of its groups, for the words of
#'   topics in each. By default (`NULL`) the words of all groups together.
#' @return A data frame of class `tritone_topic_terms`, by topic and rank: `topic`, a factor in
#'   the order of the fit; with `group`, a factor `group`, by which the rows are ordered first;
#'   `rank`; `term`; `probability`, p, of the term in the topic; `lift`, p divided by P, its
#'   probability in all topics weighted by their prevalence; and `relevance`,
#'   `lambda * log(p) + (1 - lambda) * log(p / P)`.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @references
#' Sievert, C. and Shirley, K. (2014). LDAvis: a method for visualizing and interpreting topics.
#' *Proceedings of the Workshop on Interactive Language Learning, Visualization, and
#' Interfaces*, 63-70. \doi{10.3115/v1/W14-3110}
#' @seealso [topic_articles()] for the articles of a topic.
#' @export
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
#' fit <- topic_lda(terms, k = 6, seed = 1)
#' topic_terms(fit, n = 3)
#' topic_terms(fit, n = 3, rank_by = "probability")
topic_terms <- function(fit, n = 10, ..., rank_by = c("relevance", "probability", "lift"),
                        lambda = 0.6, group = NULL) {
  check_dots(...)
  check_fit(fit)
  n <- min(check_count(n, "n", min = 1), ncol(fit$phi))
  rank_by <- check_choice(rank_by, "rank_by", c("relevance", "probability", "lift"))
  lambda <- check_number(lambda, "lambda", min = 0, max = 1)
  if (is.null(group)) return(new_table(ranked_terms(fit, n, rank_by, lambda), "topic_terms"))
  groups <- dimnames(fit$beta)[[3L]]
  if (is.null(groups)) {
    abort_input("`group` is for fits of topic_stm() with `content`: this one has no groups.")
  }
  each <- lapply(check_choices(group, "group", groups), function(one) {
    fit$phi <- matrix(fit$beta[, , one], nrow(fit$phi), dimnames = dimnames(fit$phi))
    table <- as.data.frame(ranked_terms(fit, n, rank_by, lambda))
    cbind(table["topic"], group = factor(one, groups), table[-1L])
  })
  new_table(do.call(rbind, each), "topic_terms")
}

# The columns of topic_terms() from a fit's phi.
ranked_terms <- function(fit, n, rank_by, lambda) {
  phi <- fit$phi
  values <- list(
    relevance = term_relevance(fit, lambda), probability = phi,
    lift = sweep(phi, 2L, term_share(fit), "/")
  )
  topics <- seq_len(nrow(phi))
  place <- unlist(lapply(topics, function(k) top_places(values[[rank_by]][k, ], n)))
  at <- cbind(rep(topics, each = n), place)
  list(
    topic = topic_factor(fit, at[, 1L]), rank = rep(seq_len(n), length(topics)),
    term = colnames(phi)[place], probability = phi[at], lift = values$lift[at],
    relevance = values$relevance[at]
  )
}
