#' The top terms of each topic
#'
#' The terms that best describe each topic. Ranked by relevance (Sievert and Shirley
#' 2014), a term must be frequent in the topic and more frequent there than elsewhere, so words
#' that all topics share do not lead.
#'
#' FREX (Bischof and Airoldi 2012) asks the same by ranks: it is the weighted harmonic mean of the
#' share of terms that are as probable in the topic or less, and the share of those of whose
#' probability over all topics the topic has as much or less. Score is
#' \eqn{p_k (\log p_k - \frac{1}{K} \sum_j \log p_j)}, that of the package lda (Chang), with which
#' rare terms do not lead; a probability of 0 counts as the least number there is.
#'
#' @param fit A fit of [topic_lda()], [topic_stm()], [topic_seeded()] or [topic_nmf()].
#' @param n The number of terms for each topic, a whole number of at least 1, by default 10.
#' @param ... Must be empty.
#' @param rank_by One string, what terms are ranked by: `"relevance"` (default);
#'   `"probability"`; `"frex"`; `"lift"`, the probability of a term in the topic divided by that in
#'   all topics, which brings up rare terms that belong to one topic only; or `"score"`.
#' @param lambda The weight of the probability in the relevance, a number from 0 to 1; by default
#'   0.6, the value with which readers identified topics best in the study of Sievert and Shirley.
#'   1 ranks as `"probability"` does, 0 as `"lift"`. `print()`, `summary()`, `plot()` and
#'   [article_report()] rank by the default.
#' @param weight The weight of being the topic's own in FREX, a number from 0 to 1, by default 0.5;
#'   the rest is that of being frequent.
#' @param group For fits of [topic_stm()] with `content`: names of its groups, for the words of
#'   topics in each. By default (`NULL`) the words of all groups together.
#' @return A data frame of class `tritone_topic_terms`, by topic and rank: `topic`, a factor in
#'   the order of the fit; with `group`, a factor `group`, by which the rows are ordered first;
#'   `rank`; `term`; `probability`, p, of the term in the topic; `lift`, p divided by P, its
#'   probability in all topics weighted by their prevalence; `relevance`,
#'   `lambda * log(p) + (1 - lambda) * log(p / P)`; `frex`, from 0 to 1; and `score`.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @references
#' Bischof, J. and Airoldi, E. (2012). Summarizing topical content with word frequency and
#' exclusivity. *ICML*, 201-208.
#'
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
topic_terms <- function(fit, n = 10, ...,
                        rank_by = c("relevance", "probability", "frex", "lift", "score"),
                        lambda = 0.6, weight = 0.5, group = NULL) {
  check_dots(...)
  fit <- check_terms_fit(fit)
  n <- min(check_count(n, "n", min = 1), ncol(fit$phi))
  rank_by <- check_choice(rank_by, "rank_by", names(term_rankings))
  lambda <- check_number(lambda, "lambda", min = 0, max = 1)
  weight <- check_number(weight, "weight", min = 0, max = 1)
  if (is.null(group)) {
    return(new_table(ranked_terms(fit, n, rank_by, lambda, weight), "topic_terms"))
  }
  each <- lapply(check_choices(group, "group", fit_groups(fit)), function(one) {
    fit$phi <- matrix(fit$beta[, , one], nrow(fit$phi), dimnames = dimnames(fit$phi))
    table <- as.data.frame(ranked_terms(fit, n, rank_by, lambda, weight))
    cbind(table["topic"], group = factor(one, fit_groups(fit)), table[-1L])
  })
  new_table(do.call(rbind, each), "topic_terms")
}

# The names of content groups.
fit_groups <- function(fit) {
  groups <- dimnames(fit$beta)[[3L]]
  if (is.null(groups)) {
    abort_input("`group` is for fits of topic_stm() with `content`: this one has no groups.")
  }
  groups
}

# What terms are ranked by, topics x terms.
term_rankings <- list(
  relevance = function(fit, lambda, weight) term_relevance(fit, lambda),
  probability = function(fit, lambda, weight) fit$phi,
  frex = function(fit, lambda, weight) topic_frex_core(fit$phi, weight, 2L),
  lift = function(fit, lambda, weight) sweep(fit$phi, 2L, term_share(fit), "/"),
  score = function(fit, lambda, weight) {
    log_phi <- log(pmax(fit$phi, .Machine$double.xmin))
    fit$phi * (log_phi - rep(colMeans(log_phi), each = nrow(log_phi)))
  }
)

# The columns of topic_terms() from a fit's phi.
ranked_terms <- function(fit, n, rank_by, lambda, weight = 0.5) {
  values <- lapply(term_rankings, function(rank) rank(fit, lambda, weight))
  topics <- seq_len(nrow(fit$phi))
  place <- unlist(lapply(topics, function(k) top_places(values[[rank_by]][k, ], n)))
  at <- cbind(rep(topics, each = n), place)
  c(
    list(
      topic = topic_factor(fit, at[, 1L]), rank = rep(seq_len(n), length(topics)),
      term = colnames(fit$phi)[place]
    ),
    lapply(values[c("probability", "lift", "relevance", "frex", "score")], `[`, at)
  )
}
