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
  if (!unnamed) return(match_terms(counts, terms, arg))
  if (ncol(counts) != length(terms)) {
    abort_input(
      "`", arg, "` has no column names, so it must have the ", length(terms),
      " columns of the fit, not ", ncol(counts), "."
    )
  }
  counts
}

# The columns of `counts` that are named in `terms`, in that order and with zeros for
# those that are not there.
match_terms <- function(counts, terms, arg = "newdata") {
  if (identical(colnames(counts), terms)) return(counts)
  at <- match(terms, colnames(counts))
  if (all(is.na(at))) {
    abort_input("`", arg, "` and the fit must have terms in common; they share none.")
  }
  unknown <- ncol(counts) - sum(!is.na(at))
  if (unknown > 0) {
    message(sprintf(
      "%s of %s terms of `%s` %s not in the fit and left out.",
      show_count(unknown), show_count(ncol(counts)), arg, plural(unknown, "is", "are")
    ))
  }
  known <- counts[, at[!is.na(at)], drop = FALSE]
  out <- methods::new("dgCMatrix")
  out@Dim <- c(nrow(counts), length(terms))
  out@Dimnames <- list(rownames(counts), terms)
  sizes <- integer(length(terms))
  sizes[!is.na(at)] <- diff(known@p)
  out@p <- c(0L, cumsum(sizes))
  out@i <- known@i
  out@x <- known@x
  out
}

#' @method print tritone_topics
#' @export
print.tritone_topics <- function(x, ...) {
  topics <- nrow(x$phi)
  model <- if (x$options$method == "nmf") "NMF" else "LDA"
  kind <- if (model == "NMF") x$options$loss else x$options$method
  cat(sprintf(
    "# Topics by %s (%s): %s, %s, %s\n", model, kind, count_of(topics, "topic"),
    count_of(nrow(x$theta), "article"), count_of(ncol(x$phi), "term")
  ))
  last <- x$trace[nrow(x$trace), ]
  seed <- format(x$seed, digits = 15)
  if (x$options$method == "import") {
    cat("# Taken from another package\n")
  } else if (x$options$method == "gibbs") {
    cat(sprintf(
      "# %s of %s; log likelihood %s a token, R-hat %s, effective draws %s; seed %s\n",
      count_of(x$options$chains, "chain"), count_of(last$iteration, "sweep"),
      format(last$log_likelihood, digits = 5), format(x$diagnostics[["r_hat"]], digits = 3),
      format(x$diagnostics[["ess"]], digits = 2), seed
    ))
  } else if (x$options$method == "online") {
    cat(sprintf(
      "# %s of batches of %s; log likelihood %s a token; seed %s\n",
      count_of(last$iteration, "sweep"), count_of(x$options$batch, "article"),
      format(last$log_likelihood, digits = 5), seed
    ))
  } else if (model == "NMF") {
    cat(sprintf(
      "# %s after %s, loss %s; seed %s\n",
      if (x$converged) "Converged" else "Not converged: stopped", count_of(last$iteration, "step"),
      format(last$loss, digits = 8), seed
    ))
  } else {
    cat(sprintf(
      "# %s after %s, change %s a token; seed %s\n",
      if (x$converged) "Converged" else "Not converged: stopped", count_of(last$iteration, "sweep"),
      format(last$change, digits = 2), seed
    ))
  }
  shown <- seq_len(min(10L, topics))
  label <- format(rownames(x$phi)[shown])
  share <- format(sprintf("%.1f %%", 100 * x$prevalence[shown]), justify = "right")
  line <- paste(label, share, top_terms(x, 6L, shown), sep = "  ")
  cat(cut_text(line, getOption("width")), sep = "\n")
  if (topics > 10L) cat(sprintf("# \u2026 and %s\n", count_of(topics - 10L, "more topic")))
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
