#' Update topics with new articles
#'
#' New articles enter a fit: topics may follow new events, while they keep their meaning, and the
#' shares of the earlier articles stay exactly as they are.
#'
#' It is rolling LDA (Rieger, Jentsch and Rahnenfuehrer 2021): what the topics were so far, the
#' `memory`, are pseudo-tokens of each term in each topic, which count beside the tokens of the new
#' articles. The memory is not fitted again, so topics cannot change places. The more memory, the
#' slower topics move: with all that was seen they hardly do, with the counts of the last few months
#' they follow the news. New terms enter the vocabulary. A fit is updated again and again.
#'
#' How the new articles are fitted beside the memory depends on the model:
#'   * fits of [topic_lda()] and [topic_seeded()] by Gibbs sampling as in
#'     `topic_lda(method = "gibbs")`; results are fits of this method;
#'   * fits of [topic_nmf()] by the updates of the fit, from its topics on. The memory of a topic is
#'     one article more, whose weights are held (as statistics of the past are held in online
#'     factorisation; Mairal et al. 2010): with the loss `"poisson"` topics are the most probable
#'     under Dirichlet priors of `1 + memory`; with `"frobenius"` each is held by its squared
#'     distance from what it was, times half the sum of squares of its weights;
#'   * fits of [topic_stm()] by variational EM from the topics of the fit on, where the memory is
#'     counted in with the expected tokens of each step (the maximum under Dirichlet priors of
#'     `1 + memory`), in each content group with the group's own. The prior of the shares is held:
#'     `gamma`, `sigma`, `mean_mu` and `mean_sigma` stay as they were, so that covariates mean what
#'     they meant; what new articles say of covariates, [topic_effects()] asks. Without `data`, or
#'     where the covariates came from another package, the result has no covariates, and the prior
#'     is that of an article of unknown ones.
#' @section What changed:
#' The result has two tables of this and all earlier updates, which `print()` counts.
#'
#' `changes` says which topics changed more than resampling explains. The terms of the tokens that
#' the new articles have of a topic are compared with the topic as it was, by squared distance of
#' the two distributions. Its limit is the quantile `level` of the distances that arise when the new
#' articles are drawn anew from themselves (Bayesian bootstrap, Rubin 1981), so that a term used
#' often in one article is no change, enlarged for what the memory itself does not know. `NA` below
#' 50 tokens or five articles.
#'
#' `fits` says which new articles no topic fits: those whose terms the earlier topics explain no
#' better than random words of the collection (the quantile `level` of what topics gain on articles
#' of as many random words), or of whose tokens less than half are known terms. Many of them are a
#' topic that is missing. `NA` below ten known tokens, and where counts are weights.
#' @param fit A fit of [topic_lda()], [topic_seeded()], [topic_nmf()] or [topic_stm()], or of an
#'   earlier `topic_update()`.
#' @param new Counts of the new articles, whole numbers, for fits of [topic_nmf()] and [topic_stm()]
#'   any; their names must not be those of articles of the fit.
#' @param memory What the topics keep: counts of earlier articles, such as those of the last three
#'   months, which are read with the topics of the fit; or the number of articles of the fit whose
#'   weight the topics keep; by default (`NULL`) that of all articles so far. Where topics have
#'   content groups, counts must be of articles of the fit.
#' @param ... Must be empty.
#' @param data For fits of [topic_stm()] with covariates: those of the new articles, as for
#'   [predict()][predict.tritone_topics].
#' @param min_docs A new term enters if it occurs in at least so many new articles; a whole number
#'   of at least 1, by default 5. A message counts the terms that do not.
#' @param iterations The number of sweeps over the new articles, a whole number of at least 10; by
#'   default 200, of which the first half are discarded. Fits of [topic_nmf()] and [topic_stm()]
#'   stop before, at the `tolerance` they had.
#' @param level The probability of the limits, a number between 0 and 1; by default 0.99.
#' @param resamples The number of resamples for limits, a whole number of at least 20; by default
#'   200.
#' @inheritParams topic_lda
#' @return A fit, an object of class `tritone_topics` as [topic_lda()] returns it, of the articles
#'   of `fit` and then those of `new`. `predict()` gives the shares of the new articles; earlier
#'   ones, whose topics were others, it may give other shares than they keep. Further parts are
#'   * `changes`, a data frame of `update`, its number; `topic`; `tokens`, those of the new
#'     articles; `similarity`, the cosine of the two distributions; `distance`; `limit`; `changed`;
#'     and `terms`, the five that moved most, `+` or `-`;
#'   * `fits`, a data frame of `update`; `doc_id`; `tokens`; `known`, the share of them that are
#'     terms of the fit; `gain`, by how much topics make the terms more probable than their shares
#'     in the whole collection, in nats a token; `limit`; and `fits`.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described: `new` has articles of the fit, or
#' none of its terms; `data` lack a covariate, or have a value of one that the fit does not know.
#' @references
#' Mairal, J., Bach, F., Ponce, J. and Sapiro, G. (2010). Online learning for matrix factorization
#' and sparse coding. *Journal of Machine Learning Research*, 11, 19-60.
#' \doi{10.48550/arXiv.0908.0050}
#'
#' Rieger, J., Jentsch, C. and Rahnenfuehrer, J. (2021). RollingLDA: an update algorithm of latent
#' Dirichlet allocation to construct consistent time series from textual data. *Findings of EMNLP
#' 2021*, 2337-2347. \doi{10.18653/v1/2021.findings-emnlp.201}
#'
#' Rubin, D. B. (1981). The Bayesian bootstrap. *Annals of Statistics*, 9(1), 130-134.
#' \doi{10.1214/aos/1176345338}
#' @seealso [topic_lda()], whose method `"online"` also takes new articles from a stream but changes
#'   its topics as it goes.
#' @export
#' @examples
#' news <- article_example()
#' terms <- term_matrix(news, remove = term_stopwords(), min_docs = 2)
#' late <- news$date >= as.Date("2022-07-01")
#' fit <- topic_lda(terms[!late, ], k = 5, seed = 1)
#' updated <- topic_update(fit, terms[late, ], iterations = 50, seed = 1)
#' updated
#' updated$changes
topic_update <- function(fit, new, memory = NULL, ..., data = NULL, min_docs = 5, iterations = 200,
                         level = 0.99, resamples = 200, seed = NULL,
                         threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  check_fit(fit)
  min_docs <- check_count(min_docs, "min_docs", min = 1)
  iterations <- check_count(iterations, "iterations", 10, 1e9)
  level <- check_number(level, "level", 0, 1, open = TRUE)
  resamples <- check_count(resamples, "resamples", 20, 1e5)
  threads <- check_threads(threads)
  seed <- check_seed(seed)
  counts <- new_articles(fit, new)
  if (is.null(data) && length(fit$covariates)) data <- data_of_counts(new)
  fit <- updatable_fit(fit, data)
  if (length(fit$covariates)) {
    data <- match_data(data, rownames(counts), of = "`new`")
    data$doc_id <- rownames(counts)
  }
  terms <- c(colnames(fit$phi), entering_terms(fit, counts, min_docs))
  known <- match_columns(counts, terms, "new", "the fit")
  before <- remembered_tokens(fit, memory, threads)
  drawn <- whole_only(update_topics(
    fit, known, before, data,
    list(iterations = iterations, seed = seed, threads = threads, progress = progress)
  ))
  out <- joined_fit(fit, drawn, known, data, sum(before$tokens), threads)
  update <- 1L + if (is.null(fit$changes)) 0L else max(fit$changes$update)
  share <- utils::tail(out$theta, nrow(known))
  changes <- topic_changes(
    with_terms(before$tokens, terms), drawn$phi, share, known,
    list(level = level, resamples = resamples, seed = seed)
  )
  changes <- c(list(
    update = rep(update, nrow(fit$phi)), topic = topic_factor(fit, seq_len(nrow(fit$phi)))
  ), changes)
  fits <- article_fits(fit, counts, level, resamples, seed, threads)
  fits <- c(list(update = rep(update, nrow(counts))), fits)
  out$changes <- rbind(fit$changes, new_table(changes, "topic_changes"))
  out$fits <- rbind(fit$fits, new_table(fits, "topic_fits"))
  out
}

# The fit that goes on: without covariates where those of new articles are not known.
updatable_fit <- function(fit, data) {
  if (!length(fit$covariates)) {
    if (is.null(data)) return(fit)
    abort_input("`data` is for fits with covariates: this one has none.")
  }
  if (!is.null(data)) return(fit)
  message(
    "The updated fit has no covariates: `data` has none of the new articles."
  )
  free <- colnames(fit$gamma)
  fit$gamma <- matrix(unname(fit$mean_mu), 1L, dimnames = list("(Intercept)", free))
  fit$sigma <- fit$mean_sigma
  fit[c("covariates", "beta", "kappa")] <- NULL
  fit
}

# Counts of articles that the fit does not have; those without names are numbered on from its own.
new_articles <- function(fit, new) {
  counts <- as_counts(new, "new")
  if (!sum(counts@x)) abort_input("`new` must hold counts above 0; it holds none.")
  drawn <- !fit$options$method %in% c("nmf", "stm")
  if (drawn && any(counts@x != floor(counts@x))) {
    abort_input("`new` must hold whole numbers: topics are drawn token by token.")
  }
  n <- nrow(counts)
  had <- nrow(fit$theta)
  if (identical(rownames(counts), make_ids(NULL, n))) {
    rownames(counts) <- make_ids(NULL, had + n)[had + seq_len(n)]
  }
  again <- rownames(counts) %in% rownames(fit$theta)
  if (any(again)) {
    abort_input(
      "`new` must hold new articles; ", show_count(sum(again)), " of ", show_count(n), " ",
      plural(sum(again), "has", "have"), " the name of an article of the fit: ",
      quote_list(rownames(counts)[again], 5L), ". Leave them out, or give them other names."
    )
  }
  if (!any(colnames(counts) %in% colnames(fit$phi))) {
    abort_input("`new` must have terms in common with the fit; it has none.")
  }
  counts
}

# Terms that the fit does not have and that enough new articles do.
entering_terms <- function(fit, counts, min_docs) {
  unknown <- !colnames(counts) %in% colnames(fit$phi)
  colnames(counts)[unknown & diff(counts@p) >= min_docs]
}

# The fit of all articles: topics of the new one, shares of both.
joined_fit <- function(fit, drawn, counts, data, remembered, threads) {
  out <- drawn
  for (name in setdiff(names(fit), names(out))) out[[name]] <- fit[[name]]
  out[c("theta_chain", "theta_draws", "batches")] <- NULL
  if (!is.null(fit$alpha)) out$alpha <- fit$alpha
  out$options <- utils::modifyList(fit$options, drawn$options)
  # What is said about covariates was said before.
  share <- suppressMessages(
    fit_engine(out)$shares(out, counts, if (length(fit$covariates)) data, threads, NULL)
  )
  dimnames(share) <- dimnames(drawn$theta)
  out$theta <- rbind(fit$theta, share)
  before <- if (is.null(fit$tokens)) remembered else order_free_sum(fit$tokens)
  now <- order_free_sum(drawn$tokens)
  shown <- colSums(share * drawn$tokens) / now
  out$prevalence <- (fit$prevalence * before + shown * now) / (before + now)
  if (!is.null(fit$tokens)) out$tokens <- c(fit$tokens, drawn$tokens) else out$tokens <- NULL
  if (!is.null(fit$gamma)) out <- joined_covariates(out, fit, counts, data, threads)
  class(out) <- "tritone_topics"
  out
}
