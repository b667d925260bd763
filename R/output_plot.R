# What of each table is drawn: plot_data() says it, plot() draws it by output_plot_base.R and
# autoplot() by output_plot_ggplot.R. The methods of plot_data() are in output_<family>_plots.R, or
# in the file of their verb.

#' Plot results
#'
#' `plot()` draws a table of results with base graphics, `autoplot()` with the package ggplot2,
#' which must be installed: dots with intervals, bars, lines over time. [article_plots],
#' [term_plots], [topic_plots] and [tone_plots] say what is drawn of which table; models and some
#' other results have methods of their own, named there.
#'
#' Labels are never dropped or cut: they become smaller where a page has no room for them, and those
#' of lines and points move apart. A plot of ggplot2 does not know its page, so its labels fit one
#' of 5 x 4 inches; a layer such as `ggplot2::theme(axis.text.y = ggplot2::element_text(size = 12))`
#' makes them larger on a larger one. Colour-blind readers can distinguish the colours. On an axis
#' of lines over time, an interval much longer than the values differ runs out of the frame.
#' @param x,object A table of results, or some of its rows.
#' @param n How many rows to show, from the first; in each panel where there are several; of lines
#'   the number of lines. A whole number of at least 1; the default (`NULL`) is said where the
#'   tables are.
#' @param ... Further arguments of [plot.default()]; for `autoplot()` not used.
#' @return `plot()` gives the data of the plot, invisibly: a data frame of `label`, `panel` and
#'   what is drawn, such as `value`, `lower` and `upper`. `autoplot()` gives a plot of ggplot2, to
#'   which layers can be added.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described, for a table without rows or without
#' the columns that are drawn, and for results that no picture shows, with a word on what to plot
#' instead.
#' @method plot tritone_table
#' @export
#' @rawNamespace S3method(plot, tritone_lexicon, plot.tritone_table)
#' @rawNamespace S3method(plot, tritone_tokens, plot.tritone_table)
#' @rawNamespace S3method(plot, tritone_profile, plot.tritone_table)
#' @rawNamespace S3method(plot, tritone_tone_method, plot.tritone_table)
#' @rawNamespace S3method(plot, tritone_article_report, plot.tritone_table)
#' @examples
#' news <- article_example()
#' plot(tone_score(news, by = "source"))
#' if (requireNamespace("ggplot2", quietly = TRUE)) {
#'   ggplot2::autoplot(article_parts(news))
#' }
plot.tritone_table <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname plot.tritone_table
#' @exportS3Method ggplot2::autoplot
#' @rawNamespace S3method(ggplot2::autoplot, tritone_lexicon, autoplot.tritone_table)
#' @rawNamespace S3method(ggplot2::autoplot, tritone_tokens, autoplot.tritone_table)
#' @rawNamespace S3method(ggplot2::autoplot, tritone_profile, autoplot.tritone_table)
#' @rawNamespace S3method(ggplot2::autoplot, tritone_tone_method, autoplot.tritone_table)
#' @rawNamespace S3method(ggplot2::autoplot, tritone_article_report, autoplot.tritone_table)
autoplot.tritone_table <- function(object, ..., n = NULL) ggplot_of(object, n, ...)

# What is drawn of a result, as list(kind, data, axis); `data` has `label` and `panel` and, by kind,
# - dots, shift (bars to both sides), counts (bars from 0): `value`, `lower`, `upper`;
# - lines: `period`, `value`, `lower`, `upper`;
# - spans: `start`, `end`, `level`, and no panel;
# - ticks: `value`, and no panel; the list has `reach`, both ends of the axis;
# - points: `count`, `value`, and no panel.
plot_data <- function(x, n) UseMethod("plot_data")

#' @export
plot_data.default <- function(x, n) {
  kind <- class(x)[[1L]]
  instead <- c(
    tritone_topic_label = "plot(topic_terms(fit)) draws the terms of topics.",
    tritone_tone_lexicons = "plot(tone_lexicon(...)) draws the valences of one lexicon.",
    tritone_tokens = "plot(term_frequency(term_matrix(x))) draws how often terms occur.",
    tritone_tone_method = "plot(tone_score(x, method = )) draws the tones that it gives.",
    tritone_profile = "plot(article_parts(x, profile = )) draws what it does.",
    tritone_article_report = "It is a page for a browser, and its tables have plots.",
    tritone_tidy = "Plot the result that it was made of.",
    tritone_glance = "Plot the result that it was made of."
  )
  more <- if (kind %in% names(instead)) {
    instead[[kind]]
  } else {
    "?plot.tritone_table says what has one."
  }
  abort_input("A result of class ", quote_list(kind), " has no plot. ", more)
}

# plot_data() of a result that has something to draw.
plot_rows_of <- function(x, n, arg) {
  empty <- is.data.frame(x) && !nrow(x)
  made <- if (!empty) plot_data(x, n)
  if (empty || !nrow(made$data)) abort_input("`", arg, "` has no rows to plot.")
  made
}

plot_columns <- function(x, columns) {
  missing <- setdiff(columns, names(x))
  if (length(missing)) {
    abort_input("`x` must have the columns ", name_list(columns), " to be plotted.")
  }
}

dots <- function(label, value, lower, upper, axis, panel = "") {
  list(
    kind = "dots", axis = axis,
    data = list_frame(list(
      label = label, panel = rep_len(as.character(panel), length(label)), value = value,
      lower = lower, upper = upper
    ))
  )
}

# Bars from 0; counts and shares of a whole have no interval.
counted <- function(label, value, axis, panel = "") {
  none <- rep(NA_real_, length(label))
  out <- dots(label, as.numeric(value), none, none, axis, panel)
  out$kind <- "counts"
  out
}

plot_rows <- function(x, n, usual = 20) {
  n <- check_count(if (is.null(n)) usual else n, "n", min = 1)
  as.data.frame(x)[seq_len(min(n, nrow(x))), , drop = FALSE]
}

# Several columns as one label; what has no value is "none".
joined_label <- function(columns, rows) {
  if (!length(columns)) return(rep("", rows))
  columns <- lapply(columns, function(column) {
    text <- as.character(column)
    ifelse(is.na(text), "none", text)
  })
  do.call(paste, c(unname(columns), sep = ", "))
}

# The first `n` rows of each panel.
first_of_panel <- function(panel, n) {
  stats::ave(seq_along(panel), panel, FUN = seq_along) <= n
}

# How often each value occurs, from the most frequent, as bars; `none` is the label of NA.
counted_values <- function(x, n, none, axis, usual = 20) {
  n <- check_count(if (is.null(n)) usual else n, "n", min = 1)
  x <- ifelse(is.na(x), none, as.character(x))
  label <- sort(unique(x), method = "radix")
  count <- tabulate(match(x, label), length(label))
  order <- utils::head(order(-count), n)
  counted(label[order], count[order], axis)
}
