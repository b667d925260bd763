#' Plot a topic model
#'
#' * `type = "prevalence"`: one bar for each topic, its mean share over all tokens, with its
#'   most relevant terms;
#' * `type = "trace"`: how the fit improved from sweep to sweep, one line for each chain: the log
#'   likelihood per token, the loss of [topic_nmf()], or the bound of [topic_stm()];
#' * `type = "terms"`: a panel for each topic, with bars for its most relevant terms;
#' * `type = "perspectives"`: the words in which two content groups of [topic_stm()] write about one
#'   topic, or two topics, each at its place between the sides: from -1, only the first uses it,
#'   over 0, both as much, to 1; the more probable, the larger and the higher.
#' @param x A fit of [topic_lda()], [topic_stm()], [topic_seeded()] or [topic_nmf()].
#' @param type One string: `"prevalence"` (default), `"trace"`, `"terms"` or `"perspectives"`.
#' @param n The number of topics to show, from the first; a whole number of at least 1, by
#'   default 20, for `"terms"` 9.
#' @param terms The number of terms to name, a whole number of at least 1, by default 4, for
#'   `"terms"` 8, for `"perspectives"` 12 of each side.
#' @param topic For `"perspectives"`: one topic, whose words are compared between groups, or two
#'   topics to compare, by number or name. By default (`NULL`) the first.
#' @param group For `"perspectives"` of one topic: the names of two content groups; by default
#'   (`NULL`) the first two.
#' @param ... Further arguments of [graphics::barplot()], for `"trace"` of [graphics::matplot()].
#' @return The data of the plot, invisibly: a data frame of `topic`, `prevalence` and `terms`; of
#'   `chain`, `iteration` and `value`; of `topic`, `term` and `beta`; or of `term`, its
#'   probabilities `first` and `second` on both sides, and `difference`, second less first over
#'   their sum.
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
plot.tritone_topics <- function(x, type = c("prevalence", "trace", "terms", "perspectives"),
                                n = NULL, terms = NULL, topic = NULL, group = NULL, ...) {
  x <- check_terms_fit(x, "x")
  type <- check_choice(type, "type", c("prevalence", "trace", "terms", "perspectives"))
  if (type == "trace") return(invisible(plot_trace(x, list(...))))
  if (type == "perspectives") {
    terms <- check_count(if (is.null(terms)) 12 else terms, "terms", min = 1)
    return(invisible(plot_perspectives(x, perspectives(x, topic, group), terms, list(...))))
  }
  few <- type == "terms"
  n <- check_count(if (is.null(n)) if (few) 9 else 20 else n, "n", min = 1)
  terms <- check_count(if (is.null(terms)) if (few) 8 else 4 else terms, "terms", min = 1)
  shown <- seq_len(min(n, nrow(x$phi)))
  draw <- if (few) plot_terms else plot_prevalence
  invisible(draw(x, shown, terms, list(...)))
}

# Bars in rows with their names. The caller's arguments override the usual ones.
draw_bars <- function(height, names, usual, given) {
  own <- intersect(c("names.arg", "horiz"), names(given))
  usual <- c(if (!length(own)) list(axisnames = FALSE), usual)
  places <- do.call(graphics::barplot, c(
    list(height = height, names.arg = names)[c(TRUE, !"names.arg" %in% own)],
    usual[setdiff(names(usual), names(given))], given
  ))
  if (!length(own)) row_labels(names, as.vector(places))
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
    xlab = "", xlim = range(pretty(c(0, data$prevalence)))
  ), given)
  if (is.null(given$xlab)) axis_title("Mean share over all tokens")
  data
}

plot_terms <- function(x, shown, terms, given) {
  old <- graphics::par(c("mfrow", "mai"))
  on.exit(graphics::par(old))
  graphics::par(mfrow = grDevices::n2mfrow(length(shown)))
  relevance <- term_relevance(x)
  data <- lapply(shown, function(k) {
    at <- rev(top_places(relevance[k, ], terms))
    label <- colnames(x$phi)[at]
    size <- graphics::par("fin")
    margin <- c(
      min(0.4, 0.2 * size[[2L]]), min(label_margin(label, 1.5), 0.5 * size[[1L]]),
      min(0.4, 0.2 * size[[2L]]), 0.1
    )
    inner <- graphics::par(mai = margin)
    on.exit(graphics::par(inner))
    draw_bars(x$phi[k, at], label, list(
      horiz = TRUE, las = 1, border = NA, col = "grey60", main = rownames(x$phi)[[k]]
    ), given)
    data.frame(topic = topic_factor(x, k), term = rev(label), beta = unname(rev(x$phi[k, at])))
  })
  do.call(rbind, data)
}

trace_measure <- function(x) {
  intersect(c("loss", "bound", "log_likelihood"), names(x$trace))[[1L]]
}
trace_label <- function(x) {
  switch(trace_measure(x),
    loss = "Loss", bound = "Lower bound", log_likelihood = "Log likelihood a token"
  )
}
trace_data <- function(x) {
  measure <- trace_measure(x)
  trace <- x$trace[!is.na(x$trace[[measure]]), , drop = FALSE]
  chain <- if (is.null(trace$chain)) rep(1L, nrow(trace)) else trace$chain
  data.frame(chain = chain, iteration = trace$iteration, value = trace[[measure]])
}

plot_trace <- function(x, given) {
  data <- trace_data(x)
  wide <- tapply(data$value, data[c("iteration", "chain")], mean)
  usual <- list(
    type = if (nrow(wide) > 1L) "l" else "p", lty = 1, pch = 19, xlab = "Iteration",
    ylab = trace_label(x), col = series_colours(ncol(wide))
  )
  do.call(graphics::matplot, c(
    list(x = as.numeric(rownames(wide)), y = wide),
    usual[setdiff(names(usual), names(given))], given
  ))
  data
}

# The two sides that are compared: list(first, second), probabilities of terms, and their names.
perspectives <- function(x, topic, group) {
  topic <- which_topics(x, if (is.null(topic)) 1 else topic, "`topic`")
  if (length(topic) > 2L) abort_input("`topic` must be one or two topics, not ", length(topic), ".")
  if (length(topic) == 2L) {
    if (!is.null(group)) abort_input("`group` is for one topic: here two topics are compared.")
    return(list(
      first = x$phi[topic[[1L]], ], second = x$phi[topic[[2L]], ], names = rownames(x$phi)[topic]
    ))
  }
  groups <- fit_groups(x)
  group <- if (is.null(group)) groups[1:2] else check_choices(group, "group", groups)
  if (length(group) != 2L || anyNA(group)) {
    abort_input("`group` must name two groups, of ", quote_list(groups, 10L), ".")
  }
  list(
    first = x$beta[topic, , group[[1L]]], second = x$beta[topic, , group[[2L]]], names = group
  )
}

plot_perspectives <- function(x, sides, terms, given) {
  top <- c(top_places(sides$first, terms), top_places(sides$second, terms))
  both <- sides$first + sides$second
  top <- unique(top[both[top] > 0])
  top <- top[order(-both[top], top)]
  data <- data.frame(
    term = colnames(x$phi)[top], first = unname(sides$first[top]),
    second = unname(sides$second[top])
  )
  data$difference <- (data$second - data$first) / (data$first + data$second)
  usual <- list(
    type = "n", yaxt = "n", ylab = "", xlim = c(-1.2, 1.2), bty = "n",
    xlab = sprintf("only %s (-1)  to  only %s (1)", sides$names[[1L]], sides$names[[2L]])
  )
  place <- rev(seq_len(nrow(data)))
  do.call(graphics::plot, c(
    list(x = data$difference, y = place), usual[setdiff(names(usual), names(given))], given
  ))
  graphics::abline(v = 0, lty = 3)
  size <- 0.6 + 0.9 * sqrt(both[top] / max(both[top]))
  graphics::text(data$difference, place, data$term, cex = size, xpd = NA)
  data
}
