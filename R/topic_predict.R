# predict(): shares of topics in new articles, and how counts are matched with a fit.

#' Predict the shares of topics in new articles
#'
#' Each article's shares are estimated with the topics of the fit held fixed. They depend on
#' that article only, not on the other articles or their order. The articles of the fit get
#' exactly the shares in the fit, whichever function and method made it:
#' `predict(fit, counts)` is `fit$theta`.
#'
#' Under a fit of [topic_stm()] the shares depend on an article's covariates too, which `data` has:
#' `predict(fit, counts, data)` is `fit$theta`. Without `data` an article gets the prior of an
#' article of unknown covariates, whose mean and covariance are those of the priors over the
#' articles of the fit, and the words of topics that are common to all content groups.
#'
#' @param object A fit of [topic_lda()], [topic_stm()], [topic_seeded()] or [topic_nmf()].
#' @param newdata Counts as for [topic_lda()]. Columns are matched by name: terms that the
#'   fit does not know are left out, with one message that counts them; terms of the
#'   fit that `newdata` does not have count as 0. Without column names, columns are taken in
#'   the order of the fit's terms. By default (`NULL`) the articles of the fit.
#' @param data For fits of [topic_stm()]: a data frame of the covariates of the articles of
#'   `newdata`, matched by its column `doc_id`, or without one in their order, with a message. By
#'   default (`NULL`) they are not known.
#' @inheritParams topic_lda
#' @return A matrix of articles x topics, rows sum to 1. An article without any term of the
#'   fit gets the shares of the prior, which are equal unless `alpha` was learned; one message
#'   counts such articles.
#' @section Errors:
#' `tritone_error_input` where `newdata` or `data` is not as described: a covariate is missing, or
#' has a value that the fit does not know.
#' @method predict tritone_topics
#' @export
#' @examples
#' news <- article_example()
#' terms <- term_matrix(news, remove = term_stopwords(), min_docs = 2)
#' fit <- topic_lda(terms[1:100, ], k = 5, seed = 1)
#' round(predict(fit, terms[101:103, ]), 2)
predict.tritone_topics <- function(object, newdata = NULL, data = NULL, ...,
                                   threads = getOption("tritone.threads", 2),
                                   progress = interactive()) {
  check_dots(...)
  if (is.null(newdata)) {
    if (!is.null(data)) abort_input("`newdata` must be given where `data` is.")
    return(check_fit(object, "object")$theta)
  }
  object <- check_terms_fit(object, "object")
  if (is.null(data) && length(object$covariates)) data <- data_of_counts(newdata)
  counts <- counts_of_fit(object, newdata, "newdata")
  theta <- fit_engine(object)$shares(
    object, counts, data, check_threads(threads),
    progress_bar("Finding shares of topics", progress)
  )
  dimnames(theta) <- list(rownames(counts), rownames(object$phi))
  theta
}

# The prior of shares, one number per topic.
fit_alpha <- function(fit) {
  if (is.null(fit$alpha)) rep(fit$options$alpha, nrow(fit$phi)) else unname(fit$alpha)
}

# The counts of the fit itself.
same_counts <- function(fit, x, arg) {
  counts <- as_counts(x, arg)
  if (nrow(counts) != nrow(fit$theta) || !identical(colnames(counts), colnames(fit$phi))) {
    abort_input(
      "`", arg, "` must be the counts of the fit, ", nrow(fit$theta), " articles and the same ",
      ncol(fit$phi), " terms; it has ", nrow(counts), " articles and ", ncol(counts), " terms."
    )
  }
  counts
}

# A fit for verbs that can do without its shares: where it has no `theta`, or one without articles,
# it gets one without articles.
check_terms_fit <- function(fit, arg = "fit") {
  if (!inherits(fit, "tritone_topics") || !without_shares(fit)) return(check_fit(fit, arg))
  topics <- rownames(unclass(fit)$phi)
  fit$theta <- matrix(
    rep(1 / max(length(topics), 1L), length(topics)), 1L, dimnames = list("none", topics)
  )
  fit$theta_chain <- fit$tokens <- NULL
  fit <- check_fit(fit, arg)
  fit$theta <- fit$theta[0L, , drop = FALSE]
  fit
}

# The shares of articles that a verb is about: as given, or those of the fit.
fit_shares <- function(fit, shares) {
  if (!is.null(shares)) return(check_topic_shares(shares, fit))
  if (!nrow(fit$theta)) {
    abort_input(
      "`fit` has no shares of articles (`theta`). Give them as `shares`: predict(fit, counts)."
    )
  }
  fit$theta
}

# Shares of topics that a user gives in place of those of the fit, such as predict() returns, as a
# matrix of articles x topics; `n` is the number of articles where it is known.
check_topic_shares <- function(shares, fit, n = NULL) {
  topics <- rownames(fit$phi)
  if (!is_shares(shares, topics)) {
    abort_argument(
      "shares", paste0(
        "a matrix of articles x the ", length(topics), " topics of the fit, rows that sum to 1, ",
        "as predict() gives it"
      ), shares
    )
  }
  if (!is.null(n) && nrow(shares) != n) {
    abort_input(
      "`shares` must have a row for each of the ", count_of(n, "article"), " of `counts`, not ",
      show_count(nrow(shares)), "."
    )
  }
  matrix(
    as.double(shares), nrow(shares),
    dimnames = list(make_ids(rownames(shares), nrow(shares)), topics)
  )
}

is_shares <- function(x, topics) {
  if (!is.matrix(x) || !is.numeric(x) || !nrow(x) || ncol(x) != length(topics)) return(FALSE)
  if (!is.null(colnames(x)) && !identical(colnames(x), topics)) return(FALSE)
  all(is.finite(x) & x >= 0) && all(abs(rowSums(x) - 1) < 1e-6)
}

# The shares of the articles that `counts` (of counts_of_fit()) holds: as given, or those of the fit
# where the articles have the names of the fit's, or predicted.
shares_of <- function(fit, counts, shares, threads, progress) {
  if (!is.null(shares)) return(check_topic_shares(shares, fit, nrow(counts)))
  if (identical(rownames(counts), rownames(fit$theta))) return(fit$theta)
  bar <- progress_bar("Finding shares of topics", progress)
  theta <- fit_engine(fit)$shares(fit, counts, NULL, threads, bar)
  dimnames(theta) <- list(rownames(counts), rownames(fit$phi))
  theta
}

# New counts with the columns of the fit. Articles without a term of the fit are counted in
# a message; they are kept. `needed` are terms that must have a column.
counts_of_fit <- function(fit, x, arg, needed = NULL) {
  counts <- as_counts(x, arg)
  unnamed <- !inherits(x, "simple_triplet_matrix") && !is_stm_list(x) && is.null(colnames(x)) &&
    NCOL(x) > 0L
  terms <- colnames(fit$phi)
  if (unnamed && ncol(counts) != length(terms)) {
    abort_input(
      "`", arg, "` has no column names, so it must have the ", length(terms),
      " columns of the fit, not ", ncol(counts), "."
    )
  }
  if (!unnamed) {
    lost <- setdiff(needed, colnames(counts))
    if (length(lost)) {
      abort_input(
        "`", arg, "` must have the terms that the topics are judged by; ", show_count(length(lost)),
        " of ", show_count(length(needed)), " ", plural(length(lost), "is", "are"),
        " not among its columns: ", quote_list(lost, 5L),
        ". Count these articles in the way of those of the fit."
      )
    }
    counts <- match_columns(counts, terms, arg, "the fit")
  }
  empty <- sum(Matrix::rowSums(counts) == 0)
  if (empty > 0) {
    message(sprintf(
      "%s of %s articles of `%s` %s no term of the fit.", show_count(empty),
      show_count(nrow(counts)), arg, plural(empty, "has", "have")
    ))
  }
  counts
}
