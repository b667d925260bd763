#' Update topics with new articles
#'
#' New articles enter a fit: topics may follow new events, while they keep their meaning, and the
#' shares of the earlier articles stay exactly as they are.
#'
#' It is rolling LDA (Rieger, Jentsch and Rahnenfuehrer 2021): what the topics were so far, the
#' `memory`, are pseudo-tokens of each term in each topic, beside which the tokens of the new
#' articles are drawn by Gibbs sampling as in `topic_lda(method = "gibbs")`. The memory is not drawn
#' again, so topics cannot change places. The more memory, the slower topics move: with all that was
#' seen they hardly do, with the counts of the last few months they follow the news. New terms
#' enter the vocabulary.
#'
#' A fit is updated again and again; fits of all methods of [topic_lda()] and of [topic_seeded()]
#' can be, and results are fits of the method `"gibbs"`.
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
#' topic that is missing. `NA` below ten known tokens.
#' @param fit A fit of [topic_lda()] or [topic_seeded()], or of an earlier `topic_update()`.
#' @param new Counts of the new articles, whole numbers, as for [topic_lda()]; their names must not
#'   be those of articles of the fit.
#' @param memory What the topics keep: counts of earlier articles, such as those of the last three
#'   months, which are read with the topics of the fit; or the number of articles of the fit whose
#'   weight the topics keep; by default (`NULL`) that of all articles so far.
#' @param ... Must be empty.
#' @param min_docs A new term enters if it occurs in at least so many new articles; a whole number
#'   of at least 1, by default 5. A message counts the terms that do not.
#' @param iterations The number of sweeps over the new articles, a whole number of at least 10; by
#'   default 200, of which the first half are discarded.
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
#' none of its terms; `fit` is of [topic_nmf()] or [topic_stm()], whose topics have no prior: fit
#' them again with all articles and the old fit as `start`, or use
#' [predict()][predict.tritone_topics].
#' @references
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
topic_update <- function(fit, new, memory = NULL, ..., min_docs = 5, iterations = 200,
                         level = 0.99, resamples = 200, seed = NULL,
                         threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  check_updatable(fit)
  min_docs <- check_count(min_docs, "min_docs", min = 1)
  iterations <- check_count(iterations, "iterations", 10, 1e9)
  level <- check_number(level, "level", 0, 1, open = TRUE)
  resamples <- check_count(resamples, "resamples", 20, 1e5)
  threads <- check_threads(threads)
  seed <- check_seed(seed)
  counts <- new_articles(fit, new)
  terms <- c(colnames(fit$phi), entering_terms(fit, counts, min_docs))
  known <- match_columns(counts, terms, "new", "the fit")
  remembered <- remembered_tokens(fit, memory, threads)
  extra <- cbind(remembered, matrix(0, nrow(remembered), length(terms) - ncol(remembered)))
  colnames(extra) <- terms
  eta <- fit_eta(fit)
  options <- lda_options(
    nrow(fit$phi), mean(fit_alpha(fit)), eta, engine_gibbs$settings(iterations, thin = 2)
  )
  drawn <- run_topics(
    "gibbs", known, options, seed,
    start = eta + extra, extra = unname(extra), topics = rownames(fit$phi), threads = threads,
    progress = progress_bar("Updating topics", progress)
  )
  out <- joined_fit(fit, drawn, known, sum(remembered), threads)
  update <- 1L + if (is.null(fit$changes)) 0L else max(fit$changes$update)
  share <- utils::tail(out$theta, nrow(known))
  changes <- topic_changes(
    extra, drawn$phi, share, known, list(level = level, resamples = resamples, seed = seed)
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

check_updatable <- function(fit) {
  check_fit(fit)
  method <- fit$options$method
  if (method %in% c("nmf", "stm")) {
    abort_input(
      "`fit` must be of topic_lda() or topic_seeded(), whose topics have a prior that can hold ",
      "what was seen. ",
      if (method == "stm") {
        "Fit topic_stm() to all articles with `start` = the old fit, "
      } else {
        "Fit topic_nmf() to all articles, "
      },
      "or use predict() for the shares of new ones."
    )
  }
}

fit_eta <- function(fit) {
  eta <- if (is.null(fit$eta)) fit$options$eta else fit$eta
  if (is.null(eta)) 0.01 else eta
}

# Counts of articles that the fit does not have; those without names are numbered on from its own.
new_articles <- function(fit, new) {
  counts <- as_counts(new, "new")
  if (!sum(counts@x)) abort_input("`new` must hold counts above 0; it holds none.")
  if (any(counts@x != floor(counts@x))) {
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

# Expected tokens of each term in each topic, topics x terms, that the fit remembers.
remembered_tokens <- function(fit, memory, threads) {
  if (is.null(memory) || (is.numeric(memory) && length(memory) == 1L && is.null(dim(memory)))) {
    if (is.null(fit$tokens)) {
      abort_input(
        "`memory` must be counts of earlier articles: this fit does not know how long its ",
        "articles were."
      )
    }
    n <- length(fit$tokens)
    kept <- if (is.null(memory)) n else min(n, check_number(memory, "memory", 1))
    return(fit$phi * fit$prevalence * order_free_sum(fit$tokens) * kept / n)
  }
  counts <- counts_of_fit(fit, memory, "memory")
  if (!sum(counts@x)) abort_input("`memory` must hold counts of terms of the fit; it holds none.")
  theta <- topic_fold_in_core(counts, fit$phi, fit_alpha(fit), threads, NULL)
  out <- t(vapply(seq_len(nrow(fit$phi)), function(k) {
    Matrix::colSums(topic_tokens(counts, theta, fit$phi, k))
  }, numeric(ncol(counts))))
  dimnames(out) <- dimnames(fit$phi)
  out
}

# The expected tokens of topic k, as counts.
topic_tokens <- function(counts, theta, phi, k, total = token_chances(counts, theta, phi)) {
  row <- counts@i + 1L
  column <- rep(seq_len(ncol(counts)), diff(counts@p))
  counts@x <- counts@x * theta[row, k] * phi[k, column] / total
  counts
}

# The probability of the term of each stored count in its article.
token_chances <- function(counts, theta, phi) {
  row <- counts@i + 1L
  column <- rep(seq_len(ncol(counts)), diff(counts@p))
  total <- numeric(length(row))
  for (k in seq_len(nrow(phi))) total <- total + theta[row, k] * phi[k, column]
  pmax(total, 1e-300)
}

# The fit of all articles: topics of the new one, shares of both.
joined_fit <- function(fit, drawn, counts, remembered, threads) {
  out <- drawn
  for (name in setdiff(names(fit), names(out))) out[[name]] <- fit[[name]]
  out[c("theta_chain", "theta_draws", "batches")] <- NULL
  if (!is.null(fit$alpha)) out$alpha <- fit$alpha
  out$options <- utils::modifyList(fit$options, drawn$options)
  share <- topic_fold_in_core(counts, drawn$phi, fit_alpha(out), threads, NULL)
  dimnames(share) <- dimnames(drawn$theta)
  out$theta <- rbind(fit$theta, share)
  before <- if (is.null(fit$tokens)) remembered else order_free_sum(fit$tokens)
  now <- order_free_sum(drawn$tokens)
  shown <- colSums(share * drawn$tokens) / now
  out$prevalence <- (fit$prevalence * before + shown * now) / (before + now)
  if (!is.null(fit$tokens)) out$tokens <- c(fit$tokens, drawn$tokens) else out$tokens <- NULL
  class(out) <- "tritone_topics"
  out
}
