#' Topic models as tidy tables
#'
#' Methods for `tidy()`, `glance()` and `augment()` of the package generics, with the columns that
#' tidytext uses for topic models.
#' @param x A fit of [topic_lda()], [topic_stm()], [topic_seeded()] or [topic_nmf()].
#' @param matrix One string: `"beta"` (default) for the probabilities of terms in topics,
#'   `"gamma"` for the shares of topics in articles.
#' @param data The counts of the fit, with the same articles and terms.
#' @param ... Must be empty.
#' @return `tidy()`: one row for each topic and term with `topic`, `term`, `beta`; or one row for
#'   each article and topic with `document`, `topic`, `gamma`. As in tidytext the article is called
#'   `document`, while every other table has `doc_id`: join them by
#'   `c(document = "doc_id")`, or with `merge(..., by.x = "document", by.y = "doc_id")`.
#'   `topic` is a factor in the order of the fit.
#'
#'   `glance()`: one row with `method`, `k`, `articles`, `terms`, `iterations`, `converged` and
#'   `log_likelihood` (per token, of the last sweep that has one); for [topic_stm()] also `bound`.
#'
#'   `augment()`: one row for each stored count with `doc_id`, `term`, `count` and `.topic`, the
#'   most probable topic of that term in that article, given `phi` and `theta`.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @name tidy.tritone_topics
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
#' fit <- topic_lda(terms, k = 4, seed = 1)
#' head(tidy(fit))
#' gamma <- tidy(fit, matrix = "gamma")
#' news <- article_example()
#' head(merge(gamma, news[c("doc_id", "source")], by.x = "document", by.y = "doc_id"))
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
  matrix <- check_choice(matrix, "matrix", c("beta", "gamma"))
  x <- if (matrix == "beta") check_terms_fit(x, "x") else check_fit(x, "x")
  topics <- rownames(x$phi)
  if (matrix == "beta") {
    columns <- list(
      topic = topic_factor(x, rep(seq_along(topics), ncol(x$phi))),
      term = rep(colnames(x$phi), each = length(topics)),
      beta = as.vector(x$phi)
    )
  } else {
    documents <- rownames(x$theta)
    if (is.null(documents)) documents <- as.character(seq_len(nrow(x$theta)))
    columns <- list(
      document = rep(documents, length(topics)),
      topic = topic_factor(x, rep(seq_along(topics), each = length(documents))),
      gamma = as.vector(x$theta)
    )
  }
  new_table(columns, "tidy")
}

# A table with an interval in each row by broom's names of its columns; `named`: more names.
broom_table <- function(x, named) {
  named <- c(named, std_error = "std.error", lower = "conf.low", upper = "conf.high")
  columns <- as.list(as.data.frame(x))
  at <- match(names(columns), names(named))
  names(columns)[!is.na(at)] <- named[at[!is.na(at)]]
  new_table(columns, "tidy")
}

#' @rdname tidy.tritone_topics
#' @method glance tritone_topics
#' @export
glance.tritone_topics <- function(x, ...) {
  check_dots(...)
  x <- check_terms_fit(x, "x")
  known <- x$trace$log_likelihood[!is.na(x$trace$log_likelihood)]
  bound <- x$trace$bound
  new_table(c(list(
    method = x$options$method, k = nrow(x$phi), articles = nrow(x$theta), terms = ncol(x$phi),
    iterations = max(x$trace$iteration, 0L), converged = x$converged,
    log_likelihood = if (length(known)) known[[length(known)]] else NA_real_
  ), if (length(bound)) list(bound = bound[[length(bound)]])), "glance")
}

#' @rdname tidy.tritone_topics
#' @method augment tritone_topics
#' @export
augment.tritone_topics <- function(x, data, ...) {
  check_dots(...)
  check_fit(x, "x")
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
    doc_id = documents[row], term = colnames(counts)[column], count = counts@x,
    .topic = topic_factor(x, topic)
  ), "augment")
}
