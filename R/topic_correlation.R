#' Correlations of topics
#'
#' Which topics occur in the same articles: the correlation of their shares over the articles of a
#' fit. As shares sum to 1, correlations are negative on the whole: topics without any relation
#' correlate by about -1 / (k - 1).
#'
#' @param fit A fit of [topic_stm()], [topic_lda()], [topic_seeded()] or [topic_nmf()].
#' @param ... Must be empty.
#' @param shares The shares of topics in other articles, as [predict()][predict.tritone_topics]
#'   gives them; by default (`NULL`) those of the fit.
#' @param level The probability of the intervals, a number between 0 and 1; by default 0.95.
#' @return A data frame of class `tritone_topic_correlation`, one row for each pair of topics, from
#'   the highest correlation: `topic_1` and `topic_2`, factors in the order of the fit;
#'   `correlation`, from -1 to 1, `NA` for a topic that has the same share everywhere; `lower` and
#'   `upper`, by Fisher's transformation, `NA` for fewer than four articles.
#'
#'   `plot()` draws the topics as a graph: those that occur in the same articles are near each other
#'   (classical scaling of \eqn{\sqrt{2 (1 - r)}}) and joined by a line if the interval of their
#'   correlation is above `min`; the wider the line, the higher the correlation. It gives the rows
#'   of these pairs, invisibly. `tidy()` gives the rows with broom's `estimate`, `conf.low` and
#'   `conf.high`.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @seealso [topic_stm()], whose `sigma` is the covariance of topics on the scale of logs.
#' @export
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
#' found <- topic_correlation(topic_lda(terms, k = 4, seed = 1))
#' found
#' plot(found)
topic_correlation <- function(fit, ..., shares = NULL, level = 0.95) {
  check_dots(...)
  fit <- check_terms_fit(fit)
  fit$theta <- fit_shares(fit, shares)
  level <- check_number(level, "level", 0, 1, open = TRUE)
  n <- nrow(fit$theta)
  all <- if (n > 1L) {
    suppressWarnings(stats::cor(fit$theta))
  } else {
    matrix(NA_real_, ncol(fit$theta), ncol(fit$theta))
  }
  pairs <- which(upper.tri(all), arr.ind = TRUE)
  r <- all[pairs]
  order <- order(-r, pairs[, 1L], pairs[, 2L])
  r <- pmin(pmax(r[order], -1), 1)
  reach <- if (n > 3L) stats::qnorm((1 + level) / 2) / sqrt(n - 3) else NA_real_
  new_table(
    list(
      topic_1 = topic_factor(fit, pairs[order, 1L]), topic_2 = topic_factor(fit, pairs[order, 2L]),
      correlation = r, lower = tanh(atanh(r) - reach), upper = tanh(atanh(r) + reach)
    ),
    "topic_correlation"
  )
}

#' @rdname topic_correlation
#' @method tidy tritone_topic_correlation
#' @export
tidy.tritone_topic_correlation <- function(x, ...) {
  check_dots(...)
  broom_table(x, c(correlation = "estimate"))
}

#' @rdname topic_correlation
#' @param x A table of [topic_correlation()].
#' @param min The correlation that the interval of a pair must be above for a line, a number from -1
#'   to 1; by default 0.
#' @method plot tritone_topic_correlation
#' @export
plot.tritone_topic_correlation <- function(x, min = 0, ...) {
  min <- check_number(min, "min", -1, 1)
  x <- as.data.frame(x)
  topics <- levels(x$topic_1)
  at <- correlation_places(x, topics)
  shown <- x[!is.na(x$lower) & x$lower > min, , drop = FALSE]
  old <- graphics::par(mar = c(1, 1, 1, 1))
  on.exit(graphics::par(old))
  around <- function(v) range(v) + c(-0.15, 0.15) * max(diff(range(v)), 0.1)
  graphics::plot(
    at, type = "n", axes = FALSE, xlab = "", ylab = "", asp = 1, xlim = around(at[, 1L]),
    ylim = around(at[, 2L]), ...
  )
  one <- as.integer(shown$topic_1)
  two <- as.integer(shown$topic_2)
  graphics::segments(
    at[one, 1L], at[one, 2L], at[two, 1L], at[two, 2L],
    lwd = 1 + 6 * pmax(shown$correlation, 0), col = "grey70"
  )
  graphics::points(at, pch = 19, cex = 1.5, col = "grey30")
  point_labels(at[, 1L], at[, 2L], topics)
  invisible(shown)
}

# Places of topics in the plane.
correlation_places <- function(x, topics) {
  r <- diag(length(topics))
  pairs <- cbind(as.integer(x$topic_1), as.integer(x$topic_2))
  r[pairs] <- r[pairs[, 2:1, drop = FALSE]] <- ifelse(is.na(x$correlation), 0, x$correlation)
  plane_places(sqrt(pmax(2 * (1 - r), 0)))
}
