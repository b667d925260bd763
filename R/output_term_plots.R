# Plots of the statistics on counts: what of each table is drawn. plot() draws it by output_plot.R,
# autoplot() by output_plot_ggplot.R.

#' Plot statistics of terms
#'
#' `plot()` draws with base graphics, `autoplot()` with the package ggplot2, which must be
#' installed: the rates of [term_frequency()], the log ratios of the most typical terms of each
#' group of [term_keyness()], the lambda of [term_collocations()] and the logDice of
#' [term_cooccurrence()] as dots with intervals; the lines of [term_trend()] with their intervals
#' and open gaps, and of [tone_trend()], smoothed where it is; the stretches of [term_bursts()];
#' and the dispersion of [term_dispersion()] by frequency.
#' @param x,object A table of one of these verbs, or some of its rows.
#' @param n The number of terms or pairs to show, from the first, for keyness in each group; a whole
#'   number of at least 1, by default 20, for `term_trend()` and `tone_trend()` 6, for
#'   `term_dispersion()` all.
#' @param ... Further arguments of [plot.default()]; for `autoplot()` not used.
#' @return `plot()` gives the data of the plot, invisibly, a data frame; `autoplot()` gives a plot
#'   of ggplot2, to which layers can be added.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @name term_plots
#' @examples
#' news <- article_example()
#' counts <- term_matrix(news, remove = term_stopwords(), min_docs = 5)
#' plot(term_keyness(counts, news$source), n = 5)
#' plot(term_trend(counts, news$date, terms = c("harvest", "flood")))
#' if (requireNamespace("ggplot2", quietly = TRUE)) {
#'   ggplot2::autoplot(term_keyness(counts, news$source), n = 5)
#' }
NULL

# list(kind, data, axis): `data` has `label`, `panel`, and `value`, `lower`, `upper`; or for lines
# `period`; or for bars `start`, `end`.
plot_data <- function(x, n) UseMethod("plot_data")

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

plot_rows <- function(x, n, usual = 20) {
  n <- check_count(if (is.null(n)) usual else n, "n", min = 1)
  as.data.frame(x)[seq_len(min(n, nrow(x))), , drop = FALSE]
}

#' @export
plot_data.tritone_term_frequency <- function(x, n) {
  plot_columns(x, c("term", "rate", "lower", "upper"))
  x <- as.data.frame(x)
  cell <- do.call(paste, unname(lapply(x[intersect(c("group", "period"), names(x))], as.character)))
  if (!length(cell)) cell <- rep("", nrow(x))
  n <- check_count(if (is.null(n)) 20 else n, "n", min = 1)
  x <- x[x$term %in% utils::head(unique(x$term), n), , drop = FALSE]
  cell <- cell[as.integer(rownames(x))]
  dots(x$term, x$rate, x$lower, x$upper, "Per million tokens", cell)
}

#' @export
plot_data.tritone_term_keyness <- function(x, n) {
  plot_columns(x, c("group", "term", "log_ratio", "log_ratio_lower", "log_ratio_upper"))
  n <- check_count(if (is.null(n)) 20 else n, "n", min = 1)
  x <- as.data.frame(x)
  place <- stats::ave(seq_len(nrow(x)), as.character(x$group), FUN = seq_along)
  x <- x[place <= n, , drop = FALSE]
  dots(
    x$term, x$log_ratio, x$log_ratio_lower, x$log_ratio_upper,
    "Log ratio (1: twice as often)", x$group
  )
}

#' @export
plot_data.tritone_term_collocations <- function(x, n) {
  plot_columns(x, c("term_1", "term_2", "lambda", "lower", "upper"))
  x <- plot_rows(x, n)
  dots(paste(x$term_1, x$term_2), x$lambda, x$lower, x$upper, "Log odds ratio (lambda)")
}

#' @export
plot_data.tritone_term_cooccurrence <- function(x, n) {
  plot_columns(x, c("term_1", "term_2", "log_dice"))
  x <- plot_rows(x, n)
  none <- rep(NA_real_, nrow(x))
  dots(paste(x$term_1, x$term_2, sep = " - "), x$log_dice, none, none, "logDice")
}

#' @export
plot_data.tritone_term_dispersion <- function(x, n) {
  plot_columns(x, c("term", "count", "dp"))
  x <- plot_rows(x, n, Inf)
  list(
    kind = "points", axis = "Deviation of proportions (0: even)",
    data = list_frame(list(label = x$term, count = x$count, value = x$dp))
  )
}

#' @export
plot_data.tritone_term_trend <- function(x, n) {
  plot_columns(x, c("term", "period", "rate", "lower", "upper"))
  n <- check_count(if (is.null(n)) 6 else n, "n", min = 1)
  x <- as.data.frame(x)
  x <- x[x$term %in% utils::head(unique(x$term), n), , drop = FALSE]
  list(
    kind = "lines", axis = "Per million tokens",
    data = list_frame(list(
      label = x$term, panel = if (is.null(x$group)) rep("", nrow(x)) else as.character(x$group),
      period = x$period, value = x$rate, lower = x$lower, upper = x$upper
    ))
  )
}

#' @export
plot_data.tritone_tone_trend <- function(x, n) {
  plot_columns(x, c("period", "lexicon", "tone", "lower", "upper"))
  n <- check_count(if (is.null(n)) 6 else n, "n", min = 1)
  x <- as.data.frame(x)
  named <- x[seq_len(match("period", names(x)) - 1L)]
  if (length(unique(x$lexicon)) > 1L || !length(named)) named$lexicon <- x$lexicon
  label <- do.call(paste, c(unname(lapply(named, as.character)), sep = ", "))
  keep <- label %in% utils::head(unique(label), n)
  smooth <- !is.null(x$smooth)
  list(
    kind = "lines", axis = "Tone",
    data = list_frame(list(
      label = label[keep], panel = rep("", sum(keep)), period = x$period[keep],
      value = (if (smooth) x$smooth else x$tone)[keep],
      lower = (if (smooth) x$smooth_lower else x$lower)[keep],
      upper = (if (smooth) x$smooth_upper else x$upper)[keep]
    ))
  )
}

#' @export
plot_data.tritone_term_bursts <- function(x, n) {
  plot_columns(x, c("term", "level", "start", "end"))
  x <- plot_rows(x, n)
  list(
    kind = "bars", axis = "",
    data = list_frame(list(label = x$term, start = x$start, end = x$end, level = x$level))
  )
}

#' @rdname term_plots
#' @method plot tritone_term_frequency
#' @export
plot.tritone_term_frequency <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname term_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_term_frequency <- function(object, ..., n = NULL) ggplot_of(object, n, ...)

#' @rdname term_plots
#' @method plot tritone_term_keyness
#' @export
plot.tritone_term_keyness <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname term_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_term_keyness <- function(object, ..., n = NULL) ggplot_of(object, n, ...)

#' @rdname term_plots
#' @method plot tritone_term_trend
#' @export
plot.tritone_term_trend <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname term_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_term_trend <- function(object, ..., n = NULL) ggplot_of(object, n, ...)

#' @rdname term_plots
#' @method plot tritone_tone_trend
#' @export
plot.tritone_tone_trend <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname term_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_tone_trend <- function(object, ..., n = NULL) ggplot_of(object, n, ...)

#' @rdname term_plots
#' @method plot tritone_term_bursts
#' @export
plot.tritone_term_bursts <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname term_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_term_bursts <- function(object, ..., n = NULL) ggplot_of(object, n, ...)

#' @rdname term_plots
#' @method plot tritone_term_collocations
#' @export
plot.tritone_term_collocations <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname term_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_term_collocations <- function(object, ..., n = NULL) ggplot_of(object, n, ...)

#' @rdname term_plots
#' @method plot tritone_term_cooccurrence
#' @export
plot.tritone_term_cooccurrence <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname term_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_term_cooccurrence <- function(object, ..., n = NULL) ggplot_of(object, n, ...)

#' @rdname term_plots
#' @method plot tritone_term_dispersion
#' @export
plot.tritone_term_dispersion <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname term_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_term_dispersion <- function(object, ..., n = NULL) ggplot_of(object, n, ...)
