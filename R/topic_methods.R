# What one asks of any fit of topics.

check_fit <- function(x, arg = "fit") {
  if (!inherits(x, "tritone_topics")) abort_argument(arg, "a fit of topic_lda()", x)
  x
}

#' Shares of topics in new articles
#'
#' Each article's shares are found under the topics of the fit as they are. They depend on
#' that article only: the articles of the fit get exactly the shares that the fit holds.
#'
#' @param object A fit of [topic_lda()].
#' @param newdata Counts as for [topic_lda()]. Columns are matched by name: terms that the
#'   fit does not know are left out, with one message that counts them; terms it knows
#'   and `newdata` does not have count as 0. Without column names, columns are taken in
#'   the order of the fit's terms. By default (`NULL`) the articles of the fit.
#' @inheritParams topic_lda
#' @return A matrix of articles x topics, rows sum to 1. An article without any term of the
#'   fit has equal shares.
#' @section Errors:
#' `tritone_error_input` where `newdata` is not as described or shares no term with the fit.
#' @method predict tritone_topics
#' @export
#' @examples
#' news <- article_example()
#' terms <- term_matrix(news, remove = term_stopwords(), min_docs = 2)
#' fit <- topic_lda(terms[1:100, ], k = 5, seed = 1)
#' round(predict(fit, terms[101:103, ]), 2)
predict.tritone_topics <- function(object, newdata = NULL,
                                   threads = getOption("tritone.threads", 2),
                                   progress = interactive(), ...) {
  check_dots(...)
  if (is.null(newdata)) return(object$theta)
  counts <- counts_of_fit(object, newdata, "newdata")
  theta <- topic_fold_in_core(
    counts, object$phi, fit_alpha(object), check_threads(threads),
    progress_bar("Finding shares of topics", progress)
  )
  dimnames(theta) <- list(rownames(counts), rownames(object$phi))
  theta
}

# The prior of shares, one number a topic.
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

# New counts with the columns of the fit.
counts_of_fit <- function(fit, x, arg) {
  unnamed <- !inherits(x, "simple_triplet_matrix") && is.null(colnames(x))
  counts <- as_counts(x, arg)
  terms <- colnames(fit$phi)
  if (!unnamed) return(match_columns(counts, terms, arg, "the fit", common = TRUE))
  if (ncol(counts) != length(terms)) {
    abort_input(
      "`", arg, "` has no column names, so it must have the ", length(terms),
      " columns of the fit, not ", ncol(counts), "."
    )
  }
  counts
}

#' @method print tritone_topics
#' @export
print.tritone_topics <- function(x, ...) {
  topics <- nrow(x$phi)
  count <- function(n, what) {
    sprintf("%s %s%s", format(n, big.mark = ","), what, if (n == 1) "" else "s")
  }
  model <- if (x$options$method == "nmf") "NMF" else "LDA"
  kind <- if (model == "NMF") x$options$loss else x$options$method
  cat(sprintf(
    "# Topics by %s (%s): %s, %s, %s\n", model, kind, count(topics, "topic"),
    count(nrow(x$theta), "article"), count(ncol(x$phi), "term")
  ))
  last <- x$trace[nrow(x$trace), ]
  seed <- format(x$seed, digits = 15)
  if (x$options$method == "import") {
    cat("# Taken from another package\n")
  } else if (x$options$method == "gibbs") {
    cat(sprintf(
      "# %s of %s; log likelihood %s a token, R-hat %s, effective draws %s; seed %s\n",
      count(x$options$chains, "chain"), count(last$iteration, "sweep"),
      format(last$log_likelihood, digits = 5), format(x$diagnostics[["r_hat"]], digits = 3),
      format(x$diagnostics[["ess"]], digits = 2), seed
    ))
  } else if (x$options$method == "online") {
    cat(sprintf(
      "# %s of batches of %s; log likelihood %s a token; seed %s\n",
      count(last$iteration, "sweep"), count(x$options$batch, "article"),
      format(last$log_likelihood, digits = 5), seed
    ))
  } else if (model == "NMF") {
    cat(sprintf(
      "# %s after %s, loss %s; seed %s\n",
      if (x$converged) "Converged" else "Not converged: stopped", count(last$iteration, "step"),
      format(last$loss, digits = 8), seed
    ))
  } else {
    cat(sprintf(
      "# %s after %s, change %s a token; seed %s\n",
      if (x$converged) "Converged" else "Not converged: stopped", count(last$iteration, "sweep"),
      format(last$change, digits = 2), seed
    ))
  }
  shown <- seq_len(min(10L, topics))
  label <- format(rownames(x$phi)[shown])
  share <- format(sprintf("%.1f %%", 100 * x$prevalence[shown]), justify = "right")
  line <- paste(label, share, top_terms(x, 6L, shown), sep = "  ")
  width <- getOption("width")
  cut <- nchar(line) > width
  line[cut] <- paste0(substr(line[cut], 1L, width - 1L), "\u2026")
  cat(line, sep = "\n")
  if (topics > 10L) cat(sprintf("# ... and %s\n", count(topics - 10L, "more topic")))
  invisible(x)
}

# The n most probable terms of some topics, each topic's in one string.
top_terms <- function(fit, n, topics = seq_len(nrow(fit$phi))) {
  terms <- colnames(fit$phi)
  vapply(topics, function(k) {
    paste(terms[top_places(fit$phi[k, ], n)], collapse = ", ")
  }, "")
}

# Places of the n largest, ties in order.
top_places <- function(x, n) {
  utils::head(order(x, decreasing = TRUE, method = "radix"), n)
}

#' @method summary tritone_topics
#' @export
summary.tritone_topics <- function(object, ...) {
  check_dots(...)
  new_table(
    list(
      topic = rownames(object$phi), prevalence = unname(object$prevalence),
      terms = top_terms(object, 6L)
    ),
    "topic_summary"
  )
}
