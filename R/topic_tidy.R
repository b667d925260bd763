#' Fits of topics as tidy tables
#'
#' Methods for the generics of the package generics, with the columns of tidytext's tables
#' of topic models.
#' @param x A fit of [topic_lda()] or [topic_seeded()].
#' @param matrix One string: `"beta"` (default) for the probabilities of terms in topics,
#'   `"gamma"` for the shares of topics in articles.
#' @param data The counts of the fit, with the same articles and terms.
#' @param ... Must be empty.
#' @return `tidy()`: one row a topic and term with `topic`, `term`, `beta`; or one row an article
#'   and topic with `document`, `topic`, `gamma`.
#'
#'   `glance()`: one row with `method`, `k`, `articles`, `terms`, `iterations`, `converged` and
#'   `log_likelihood` (per token, of the last sweep that has one).
#'
#'   `augment()`: one row a stored count with `document`, `term`, `count` and `.topic`, the most
#'   probable topic of that term in that article, given `phi` and `theta`.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @name tidy.tritone_topics
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
#' fit <- topic_lda(terms, k = 4, seed = 1)
#' head(tidy(fit))
#' head(tidy(fit, matrix = "gamma"))
#' glance(fit)
#' head(augment(fit, terms))
NULL

#' @importFrom generics tidy
#' @export
generics::tidy

#' @importFrom generics glance
#' @export
generics::glance

#' @importFrom generics augment
#' @export
generics::augment

#' @rdname tidy.tritone_topics
#' @method tidy tritone_topics
#' @export
tidy.tritone_topics <- function(x, matrix = c("beta", "gamma"), ...) {
  check_dots(...)
  topics <- rownames(x$phi)
  if (check_choice(matrix, "matrix", c("beta", "gamma")) == "beta") {
    columns <- list(
      topic = rep(topics, ncol(x$phi)), term = rep(colnames(x$phi), each = length(topics)),
      beta = as.vector(x$phi)
    )
  } else {
    documents <- rownames(x$theta)
    if (is.null(documents)) documents <- as.character(seq_len(nrow(x$theta)))
    columns <- list(
      document = rep(documents, length(topics)), topic = rep(topics, each = length(documents)),
      gamma = as.vector(x$theta)
    )
  }
  new_table(columns, "tidy")
}

#' @rdname tidy.tritone_topics
#' @method glance tritone_topics
#' @export
glance.tritone_topics <- function(x, ...) {
  check_dots(...)
  told <- x$trace$log_likelihood[!is.na(x$trace$log_likelihood)]
  new_table(list(
    method = x$options$method, k = nrow(x$phi), articles = nrow(x$theta), terms = ncol(x$phi),
    iterations = max(x$trace$iteration), converged = x$converged,
    log_likelihood = if (length(told)) told[[length(told)]] else NA_real_
  ), "glance")
}

#' @rdname tidy.tritone_topics
#' @method augment tritone_topics
#' @export
augment.tritone_topics <- function(x, data, ...) {
  check_dots(...)
  if (missing(data)) abort_input("`data`, the counts of the fit, must be given.")
  counts <- same_counts(x, data, "data")
  row <- counts@i + 1L
  column <- rep(seq_len(ncol(counts)), diff(counts@p))
  best <- rep(-1, length(row))
  topic <- rep(1L, length(row))
  for (k in seq_len(nrow(x$phi))) {
    p <- x$theta[row, k] * x$phi[k, column]
    better <- p > best
    best[better] <- p[better]
    topic[better] <- k
  }
  documents <- rownames(counts)
  if (is.null(documents)) documents <- as.character(seq_len(nrow(counts)))
  new_table(list(
    document = documents[row], term = colnames(counts)[column], count = counts@x,
    .topic = rownames(x$phi)[topic]
  ), "augment")
}
