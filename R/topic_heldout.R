#' Held-out likelihood and perplexity of topic models
#'
#' The likelihood of articles that a fit has not seen: a measure for comparing numbers of topics,
#' methods and packages.
#'
#' `"completion"` draws half of an article's tokens at random, finds the shares of topics from
#' them as [predict()][predict.tritone_topics] does, and scores the other half. `"left_to_right"`
#' estimates the probability of the whole article, with its shares integrated out under the
#' Dirichlet prior of the fit, as the product of the probabilities of its tokens, each given those
#' before it; its time grows with the square of an article's length. Both methods are from Wallach
#' et al. (2009); in the second, particles are resampled by their weights for each token, so that
#' the estimated probability is unbiased. An article's random numbers follow from its counts, so
#' its row does not depend on the other articles.
#' @param fit A fit of [topic_lda()], [topic_stm()], [topic_seeded()] or [topic_nmf()].
#' @param counts Counts of new articles, whole numbers, as for [predict()][predict.tritone_topics].
#' @param method One string: `"completion"` (default) or `"left_to_right"`, which fits of
#'   [topic_stm()] do not have.
#' @param data For fits of [topic_stm()]: the covariates of the articles, as for
#'   [predict()][predict.tritone_topics].
#' @param particles For `"left_to_right"`: the number of draws that are averaged for each token,
#'   a whole number of at least 1; by default 20.
#' @inheritParams topic_lda
#' @return A data frame of class `tritone_topic_heldout`, one row for each article, with `doc_id`;
#'   `n_tokens`, the number of tokens scored (those of terms that the fit knows; with `"completion"`
#'   half of them); and `log_likelihood`, the sum over these tokens, in nats. Both are 0 for an
#'   article without a term of the fit; one message counts such articles. The attribute `perplexity`
#'   is `exp(-sum(log_likelihood) / sum(n_tokens))`, `NA` where no token was scored.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @references
#' Wallach, H. M., Murray, I., Salakhutdinov, R. and Mimno, D. (2009). Evaluation methods for
#' topic models. *ICML*, 1105-1112. \doi{10.1145/1553374.1553515}
#' @seealso [topic_lda()]
#' @export
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
#' fit <- topic_lda(terms[1:100, ], k = 5, seed = 1)
#' found <- topic_heldout(fit, terms[101:120, ], seed = 1)
#' attr(found, "perplexity")
topic_heldout <- function(fit, counts, method = c("completion", "left_to_right"), ...,
                          data = NULL, particles = 20, seed = NULL,
                          threads = getOption("tritone.threads", 2),
                          progress = interactive()) {
  check_dots(...)
  fit <- check_terms_fit(fit)
  method <- check_choice(method, "method", c("completion", "left_to_right"))
  if (is.null(data) && length(fit$covariates)) data <- data_of_counts(counts)
  counts <- counts_of_fit(fit, counts, "counts")
  particles <- check_count(particles, "particles", 1, 1e6)
  seed <- check_seed(seed)
  threads <- check_threads(threads)
  bar <- progress_bar("Scoring articles", progress)
  found <- if (is.null(fit$sigma)) {
    if (!is.null(data)) folded_shares(fit, counts, data)
    topic_heldout_core(
      counts, fit$phi, fit_alpha(fit), method == "left_to_right", particles, seed, threads, bar
    )
  } else {
    if (method == "left_to_right") {
      abort_input(
        "\"left_to_right\" needs the Dirichlet prior of topic_lda(); for a fit of topic_stm() use ",
        "\"completion\"."
      )
    }
    known <- new_covariates(fit, counts, data)
    topic_stm_heldout_core(
      counts, stm_parameters(fit), known$prevalence, known$content, seed, threads, bar
    )
  }
  new_table(
    list(
      doc_id = rownames(counts), n_tokens = found$tokens, log_likelihood = found$log_likelihood
    ),
    "topic_heldout",
    perplexity = if (sum(found$tokens) > 0) {
      exp(-order_free_sum(found$log_likelihood) / order_free_sum(found$tokens))
    } else {
      NA_real_
    }
  )
}
