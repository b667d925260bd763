# What is drawn of tables on topics, and the plots of fits with ggplot2.

#' Plot tables on topics
#'
#' What [plot()][plot.tritone_table] and `autoplot()` draw of
#' * [topic_quality()]: the coherence of topics; [topic_match()]: the similarities of pairs;
#'   [topic_stability()]: how often topics come back, with intervals;
#' * [topic_terms()]: the probabilities, a panel for each topic; [topic_articles()]: the shares of
#'   the topic, a panel each;
#' * [topic_prevalence()]: the mean shares with intervals, as lines over time where it has periods;
#' * [topic_effects()]: see there; of its `predict()` the expected shares with intervals;
#' * [topic_heldout()]: the log likelihood a token of each article;
#' * the `summary()` of a fit: the prevalence of topics.
#'
#' `n` is the number of rows in each panel: of topics by default 20, of terms or articles of each
#' topic 8, of lines over time 6. [plot.tritone_topics()] draws fits; `autoplot()` of a fit draws
#' the same. `autoplot()` of [topic_search()] draws the scores by number of topics, of
#' [topic_correlation()] and [topic_map()] the places of topics, as `plot()` does.
#' @param object A fit, or what [topic_search()], [topic_correlation()] or [topic_map()] gives.
#' @param n For a fit the number of topics to show, by default 20, or of the terms of each topic, by
#'   default 8; a whole number of at least 1.
#' @param type For a fit one string: `"prevalence"` (default), `"trace"` or `"terms"`.
#' @param ... Must be empty.
#' @return A plot of ggplot2, to which layers can be added.
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

#' @export
plot_data.tritone_topic_articles <- function(x, n) {
  plot_columns(x, c("topic", "doc_id", "share"))
  n <- check_count(if (is.null(n)) 8 else n, "n", min = 1)
  x <- as.data.frame(x)
  x <- x[first_of_panel(as.character(x$topic), n), , drop = FALSE]
  counted(x$doc_id, x$share, "Share of the topic in the article", x$topic)
}

#' @export
plot_data.tritone_topic_summary <- function(x, n) {
  plot_columns(x, c("topic", "prevalence", "terms"))
  x <- plot_rows(x, n)
  counted(topic_label_of(x), x$prevalence, "Mean share over all tokens")
}

#' @export
plot_data.tritone_topic_heldout <- function(x, n) {
  plot_columns(x, c("doc_id", "n_tokens", "log_likelihood"))
  x <- plot_rows(x, n)
  none <- rep(NA_real_, nrow(x))
  dots(
    x$doc_id, ifelse(x$n_tokens > 0, x$log_likelihood / x$n_tokens, NA), none, none,
    "Log likelihood a token"
  )
}

#' @export
plot_data.tritone_topic_effects_predicted <- function(x, n) {
  plot_columns(x, c("topic", "estimate", "lower", "upper"))
  x <- plot_rows(x, n, Inf)
  own <- c("topic", "estimate", "std_error", "lower", "upper")
  label <- joined_label(x[setdiff(names(x), own)], nrow(x))
  dots(label, x$estimate, x$lower, x$upper, "Expected share", x$topic)
}

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
  ggplot_made(counted(
    sprintf("%s: %s", topic_factor(object, shown), top_terms(object, 4, shown)),
    unname(object$prevalence[shown]), "Mean share over all tokens"
  ))
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
  plane(places, list(
    ggplot2::geom_segment(
      at_columns(x = "x", y = "y", xend = "to_x", yend = "to_y", linewidth = "correlation"),
      data = pairs, colour = "grey70"
    ),
    ggplot2::geom_point(size = 2, colour = "grey30")
  )) +
    ggplot2::scale_linewidth_continuous(
      range = c(0.5, 3), limits = c(0, 1), guide = if (nrow(pairs)) "legend" else "none"
    ) +
    ggplot2::labs(linewidth = "Correlation")
}

#' @rdname topic_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_topic_map <- function(object, ...) {
  check_dots(...)
  need_package("ggplot2", "autoplot()")
  places <- object$topics
  places$label <- as.character(places$topic)
  plane(places, ggplot2::geom_point(at_columns(size = "share"), colour = "grey60", alpha = 0.5)) +
    ggplot2::scale_size_area(max_size = 20, guide = "none") +
    ggplot2::labs(title = object$title)
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
