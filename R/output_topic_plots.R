# Plots of tables on topics, and those of fits with ggplot2.

#' Plot tables on topics
#'
#' `plot()` draws with base graphics, `autoplot()` with the package ggplot2, which must be
#' installed: the coherence of topics of [topic_quality()], the probabilities of [topic_terms()], a
#' panel for each topic, and the similarities of [topic_match()]. `autoplot()` of a fit draws what
#' [plot()][plot.tritone_topics] of it does; of [topic_search()] the scores by number of topics, of
#' [topic_stability()] the reproducibility with its intervals; of [topic_correlation()] and
#' [topic_map()] the places of topics.
#' @param x,object A table of one of these, or some of its rows; for `autoplot()` also a fit.
#' @param n The number of rows to show, from the first, a whole number of at least 1: of topics by
#'   default 20, of the terms of each topic 8.
#' @param type For a fit one string: `"prevalence"` (default), `"trace"` or `"terms"`.
#' @param ... Further arguments of [plot.default()]; for `autoplot()` not used.
#' @return `plot()` gives the data of the plot, invisibly, a data frame; `autoplot()` gives a plot
#'   of ggplot2, to which layers can be added.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @name topic_plots
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
#' fit <- topic_lda(terms, k = 4, seed = 1, iterations = 30)
#' plot(topic_quality(fit, terms))
#' plot(topic_terms(fit))
NULL

# A topic with its first terms, of a column that lists them.
topic_label_of <- function(x) {
  few <- vapply(strsplit(as.character(x$terms), ", ", fixed = TRUE), function(words) {
    paste(utils::head(words, 3L), collapse = ", ")
  }, "")
  paste0(x$topic, ": ", few)
}

#' @export
plot_data.tritone_topic_quality <- function(x, n) {
  plot_columns(x, c("topic", "npmi", "terms"))
  x <- plot_rows(x, n)
  none <- rep(NA_real_, nrow(x))
  dots(topic_label_of(x), x$npmi, none, none, "Coherence (NPMI)")
}

#' @export
plot_data.tritone_topic_terms <- function(x, n) {
  plot_columns(x, c("topic", "term", "probability"))
  n <- check_count(if (is.null(n)) 8 else n, "n", min = 1)
  plain <- as.data.frame(x)
  panel <- as.character(plain$topic)
  if (!is.null(plain$group)) panel <- paste(panel, plain$group, sep = ", ")
  plain <- plain[first_of_panel(panel, n), , drop = FALSE]
  panel <- panel[first_of_panel(panel, n)]
  none <- rep(NA_real_, nrow(plain))
  dots(plain$term, plain$probability, none, none, "Probability in the topic", panel)
}

#' @export
plot_data.tritone_topic_match <- function(x, n) {
  plot_columns(x, c("topic_a", "topic_b", "similarity"))
  x <- plot_rows(x, n)
  none <- rep(NA_real_, nrow(x))
  dots(paste(x$topic_a, x$topic_b, sep = " - "), x$similarity, none, none, "Similarity")
}

#' @export
plot_data.tritone_topic_stability <- function(x, n) {
  plot_columns(x, c("topic", "reproducibility", "lower", "upper", "terms"))
  x <- plot_rows(x, n, Inf)
  dots(topic_label_of(x), x$reproducibility, x$lower, x$upper, "Reproducibility")
}

#' @rdname topic_plots
#' @method plot tritone_topic_quality
#' @export
plot.tritone_topic_quality <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname topic_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_topic_quality <- function(object, ..., n = NULL) ggplot_of(object, n, ...)

#' @rdname topic_plots
#' @method plot tritone_topic_terms
#' @export
plot.tritone_topic_terms <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname topic_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_topic_terms <- function(object, ..., n = NULL) ggplot_of(object, n, ...)

#' @rdname topic_plots
#' @method plot tritone_topic_match
#' @export
plot.tritone_topic_match <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname topic_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_topic_match <- function(object, ..., n = NULL) ggplot_of(object, n, ...)

#' @rdname topic_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_topic_stability <- function(object, ..., n = NULL) ggplot_of(object, n, ...)

# The scores of a search in one column, with the interval where there is one.
search_scores <- function(x) {
  data <- as.data.frame(x)
  each <- lapply(names(search_labels), function(name) {
    reach <- if (name == "log_likelihood") data$difference_se else NA_real_
    list_frame(list(
      measure = rep(search_labels[[name]], nrow(data)), k = data$k, value = data[[name]],
      lower = data[[name]] - reach, upper = data[[name]] + reach
    ))
  })
  do.call(rbind, each)
}

#' @rdname topic_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_topic_search <- function(object, ...) {
  check_dots(...)
  need_package("ggplot2", "autoplot()")
  kept_part(object, "search", "topic_search()")
  data <- search_scores(object)
  data$measure <- factor(data$measure, unique(data$measure))
  ggplot2::ggplot(data, at_columns(x = "k", y = "value")) +
    ggplot2::geom_vline(xintercept = object$k[object$chosen], linetype = "dotted") +
    ggplot2::geom_linerange(at_columns(ymin = "lower", ymax = "upper"), na.rm = TRUE) +
    ggplot2::geom_line(na.rm = TRUE) + ggplot2::geom_point(na.rm = TRUE) +
    ggplot2::facet_wrap("measure", scales = "free_y", labeller = ggplot2::label_wrap_gen(24)) +
    ggplot2::labs(x = "Number of topics", y = NULL)
}

#' @rdname topic_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_topics <- function(object, type = c("prevalence", "trace", "terms"), ...,
                                    n = NULL) {
  check_fit(object, "object")
  type <- check_choice(type, "type", c("prevalence", "trace", "terms"))
  if (type == "terms") {
    few <- check_count(if (is.null(n)) 8 else n, "n", min = 1)
    return(ggplot_of(topic_terms(object, few), few, ...))
  }
  check_dots(...)
  need_package("ggplot2", "autoplot()")
  if (type == "trace") return(ggplot_trace(object))
  n <- check_count(if (is.null(n)) 20 else n, "n", min = 1)
  shown <- seq_len(min(n, nrow(object$phi)))
  data <- data.frame(
    label = sprintf("%s: %s", topic_factor(object, shown), top_terms(object, 4, shown)),
    value = unname(object$prevalence[shown])
  )
  data$label <- factor(data$label, rev(unique(data$label)))
  ggplot2::ggplot(data, at_columns(x = "value", y = "label")) +
    ggplot2::geom_col(fill = "grey60") +
    ggplot2::scale_x_continuous(guide = ggplot2::guide_axis(check.overlap = TRUE)) +
    ggplot2::labs(x = "Mean share over all tokens", y = NULL)
}

#' @rdname topic_plots
#' @param min For [topic_correlation()]: only pairs are joined whose interval is above it, a number
#'   from -1 to 1, by default 0.
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_topic_correlation <- function(object, min = 0, ...) {
  check_dots(...)
  need_package("ggplot2", "autoplot()")
  min <- check_number(min, "min", -1, 1)
  x <- as.data.frame(object)
  topics <- levels(x$topic_1)
  at <- correlation_places(x, topics)
  places <- data.frame(x = at[, 1L], y = at[, 2L], label = topics)
  shown <- x[!is.na(x$lower) & x$lower > min, , drop = FALSE]
  one <- as.integer(shown$topic_1)
  two <- as.integer(shown$topic_2)
  pairs <- data.frame(
    x = at[one, 1L], y = at[one, 2L], to_x = at[two, 1L], to_y = at[two, 2L],
    correlation = shown$correlation
  )
  plane(places) +
    ggplot2::geom_segment(
      at_columns(x = "x", y = "y", xend = "to_x", yend = "to_y", linewidth = "correlation"),
      data = pairs, colour = "grey70"
    ) +
    ggplot2::scale_linewidth_continuous(
      range = c(0.5, 3), limits = c(0, 1), guide = if (nrow(pairs)) "legend" else "none"
    ) +
    ggplot2::geom_point(size = 2, colour = "grey30") +
    ggplot2::geom_text(at_columns(label = "label"), vjust = -0.8, size = 3.5) +
    ggplot2::labs(linewidth = "Correlation")
}

#' @rdname topic_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_topic_map <- function(object, ...) {
  check_dots(...)
  need_package("ggplot2", "autoplot()")
  places <- object$topics
  places$label <- as.character(places$topic)
  plane(places) +
    ggplot2::geom_point(at_columns(size = "share"), colour = "grey60", alpha = 0.5) +
    ggplot2::scale_size_area(max_size = 20, guide = "none") +
    ggplot2::geom_text(at_columns(label = "label"), size = 3.5) +
    ggplot2::labs(title = object$title)
}

# Places in a plane whose axes mean nothing, with room for labels.
plane <- function(places) {
  ggplot2::ggplot(places, at_columns(x = "x", y = "y")) +
    ggplot2::scale_x_continuous(expand = ggplot2::expansion(mult = 0.15)) +
    ggplot2::scale_y_continuous(expand = ggplot2::expansion(mult = 0.15)) +
    ggplot2::theme_void()
}

ggplot_trace <- function(fit) {
  data <- trace_data(fit)
  data$chain <- factor(data$chain)
  several <- nlevels(data$chain) > 1L
  ggplot2::ggplot(data, at_columns(x = "iteration", y = "value", colour = "chain")) +
    ggplot2::geom_line() +
    ggplot2::scale_colour_manual(
      values = series_colours(nlevels(data$chain)), guide = if (several) "legend" else "none"
    ) +
    ggplot2::labs(x = "Iteration", y = trace_label(fit), colour = "Chain")
}
