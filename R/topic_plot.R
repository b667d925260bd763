#' Plot a topic model
#'
#' * `type = "prevalence"`: one bar for each topic, its mean share over all tokens, with its
#'   most relevant terms;
#' * `type = "trace"`: how the fit improved from sweep to sweep, one line for each chain: the log
#'   likelihood per token, the loss of [topic_nmf()], or the bound of [topic_stm()];
#' * `type = "terms"`: a panel for each topic, with bars for its most relevant terms.
#' @param x A fit of [topic_lda()], [topic_stm()], [topic_seeded()] or [topic_nmf()].
#' @param type One string: `"prevalence"` (default), `"trace"` or `"terms"`.
#' @param n The number of topics to show, from the first; a whole number of at least 1, by
#'   default 20, for `"terms"` 9.
#' @param terms The number of terms to name, a whole number of at least 1, by default 4, for
#'   `"terms"` 8.
#' @param ... Further arguments of [graphics::barplot()], for `"trace"` of [graphics::matplot()].
#' @return The data of the plot, invisibly: a data frame of `topic`, `prevalence` and `terms`; of
#'   `chain`, `iteration` and `value`; or of `topic`, `term` and `beta`.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @method plot tritone_topics
#' @export
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
#' fit <- topic_lda(terms, k = 6, seed = 1)
#' plot(fit)
#' plot(fit, type = "trace")
#' plot(fit, type = "terms")
plot.tritone_topics <- function(x, type = c("prevalence", "trace", "terms"), n = NULL,
                                terms = NULL, ...) {
  check_fit(x, "x")
  type <- check_choice(type, "type", c("prevalence", "trace", "terms"))
  if (type == "trace") return(invisible(plot_trace(x, list(...))))
  few <- type == "terms"
  n <- check_count(if (is.null(n)) if (few) 9 else 20 else n, "n", min = 1)
  terms <- check_count(if (is.null(terms)) if (few) 8 else 4 else terms, "terms", min = 1)
  shown <- seq_len(min(n, nrow(x$phi)))
  draw <- if (few) plot_terms else plot_prevalence
  invisible(draw(x, shown, terms, list(...)))
}

# The caller's arguments override the usual ones.
draw_bars <- function(height, names, usual, given) {
  do.call(graphics::barplot, c(
    list(height = height, names.arg = names), usual[setdiff(names(usual), names(given))], given
  ))
}

# A margin wide enough for labels. Before there is a plot no string can be measured, so each
# letter is taken as half an em.
label_margin <- function(label, most) {
  0.3 + min(0.55 * graphics::par("cin")[[1L]] * max(nchar(label)), most)
}

plot_prevalence <- function(x, shown, terms, given) {
  data <- data.frame(
    topic = topic_factor(x, shown), prevalence = unname(x$prevalence[shown]),
    terms = top_terms(x, terms, shown)
  )
  label <- sprintf("%s: %s", data$topic, data$terms)
  margin <- graphics::par("mai")
  margin[[2L]] <- label_margin(label, 0.6 * graphics::par("din")[[1L]])
  old <- graphics::par(mai = margin)
  on.exit(graphics::par(old))
  back <- rev(shown)
  draw_bars(data$prevalence[back], label[back], list(
    horiz = TRUE, las = 1, border = NA, col = "grey60",
    xlab = "Mean share over all tokens", xlim = range(pretty(c(0, data$prevalence)))
  ), given)
  data
}

plot_terms <- function(x, shown, terms, given) {
  old <- graphics::par(mfrow = grDevices::n2mfrow(length(shown)))
  on.exit(graphics::par(old))
  relevance <- term_relevance(x)
  data <- lapply(shown, function(k) {
    at <- rev(top_places(relevance[k, ], terms))
    label <- colnames(x$phi)[at]
    margin <- c(0.4, label_margin(label, 1.5), 0.4, 0.1)
    inner <- graphics::par(mai = margin)
    on.exit(graphics::par(inner))
    draw_bars(x$phi[k, at], label, list(
      horiz = TRUE, las = 1, border = NA, col = "grey60", main = rownames(x$phi)[[k]]
    ), given)
    data.frame(topic = topic_factor(x, k), term = rev(label), beta = unname(rev(x$phi[k, at])))
  })
  do.call(rbind, data)
}

plot_trace <- function(x, given) {
  measure <- intersect(c("loss", "bound", "log_likelihood"), names(x$trace))[[1L]]
  known <- !is.na(x$trace[[measure]])
  trace <- x$trace[known, , drop = FALSE]
  chain <- if (is.null(trace$chain)) rep(1L, nrow(trace)) else trace$chain
  data <- data.frame(chain = chain, iteration = trace$iteration, value = trace[[measure]])
  wide <- tapply(data$value, data[c("iteration", "chain")], mean)
  usual <- list(
    type = if (nrow(wide) > 1L) "l" else "p", lty = 1, pch = 19, xlab = "Iteration",
    ylab = switch(measure,
      loss = "Loss", bound = "Lower bound", log_likelihood = "Log likelihood a token"
    )
  )
  do.call(graphics::matplot, c(
    list(x = as.numeric(rownames(wide)), y = wide),
    usual[setdiff(names(usual), names(given))], given
  ))
  data
}
