# Plots of the statistics on counts, with base graphics and with ggplot2. Both draw what
# plot_data() gives: dots with intervals, or lines over time, or bars of time.

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

draw_plot <- function(x, n, ...) {
  made <- plot_data(x, n)
  data <- made$data
  if (!nrow(data)) abort_input("`x` has no rows to plot.")
  switch(made$kind,
    dots = draw_dots(made, list(...)), points = draw_points(made, list(...)),
    lines = draw_lines(made, list(...)), bars = draw_time(made, list(...)),
    shift = draw_shift(made, list(...))
  )
  invisible(data)
}

# An empty frame; the caller's arguments override the usual ones.
draw_frame <- function(usual, given) {
  usual <- c(list(type = "n"), usual)
  do.call(graphics::plot, c(usual[setdiff(names(usual), names(given))], given))
}

draw_dots <- function(made, given) {
  data <- made$data
  panels <- unique(data$panel)
  label <- if (length(panels) > 1L) paste0(data$label, " (", data$panel, ")") else data$label
  rows <- rev(seq_len(nrow(data)))
  old <- graphics::par(mai = with_margin(label))
  on.exit(graphics::par(old))
  reach <- range(data$value, data$lower, data$upper, finite = TRUE)
  draw_frame(
    list(x = reach, y = c(0.5, nrow(data) + 0.5), xlab = made$axis, ylab = "", yaxt = "n"), given
  )
  graphics::axis(2, rows, label, las = 1, cex.axis = min(1, 25 / nrow(data)))
  graphics::segments(data$lower, rows, data$upper, rows)
  graphics::points(data$value, rows, pch = 19)
}

with_margin <- function(label) {
  margin <- graphics::par("mai")
  margin[[2L]] <- label_margin(label, 0.5 * graphics::par("din")[[1L]])
  margin
}

draw_points <- function(made, given) {
  data <- made$data[made$data$count > 0, , drop = FALSE]
  draw_frame(
    list(x = data$count, y = data$value, log = "x", xlab = "Tokens", ylab = made$axis), given
  )
  graphics::text(data$count, data$value, data$label, cex = 0.7)
}

draw_lines <- function(made, given) {
  data <- made$data
  key <- trimws(paste(data$label, ifelse(nzchar(data$panel), paste0("(", data$panel, ")"), "")))
  keys <- unique(key)
  reach <- range(0, data$value, data$lower, data$upper, na.rm = TRUE)
  draw_frame(
    list(x = data$period, y = rep(reach, length.out = nrow(data)), xlab = "", ylab = made$axis),
    given
  )
  colours <- grDevices::hcl.colors(max(length(keys), 2L), "Dark 3")
  for (k in seq_along(keys)) {
    own <- data[key == keys[[k]], , drop = FALSE]
    graphics::segments(own$period, own$lower, own$period, own$upper, col = colours[[k]])
    graphics::lines(own$period, own$value, type = "o", pch = 19, cex = 0.6, col = colours[[k]])
  }
  graphics::legend("topleft", keys, col = colours[seq_along(keys)], lty = 1, bty = "n")
}

draw_time <- function(made, given) {
  data <- made$data
  terms <- unique(data$label)
  rows <- length(terms) + 1L - match(data$label, terms)
  old <- graphics::par(mai = with_margin(terms))
  on.exit(graphics::par(old))
  draw_frame(
    list(
      x = range(data$start, data$end), y = c(0.5, length(terms) + 0.5), xlab = "", ylab = "",
      yaxt = "n"
    ), given
  )
  graphics::axis(2, rev(seq_along(terms)), terms, las = 1)
  graphics::segments(data$start, rows, data$end + 1, rows, lwd = 4 * data$level, lend = 1)
}

# The same with ggplot2.
ggplot_of <- function(object, n, ...) {
  check_dots(...)
  need_package("ggplot2", "autoplot()")
  made <- plot_data(object, n)
  data <- made$data
  if (!nrow(data)) abort_input("`object` has no rows to plot.")
  at <- function(...) {
    do.call(ggplot2::aes, lapply(list(...), as.name))
  }
  plain <- ggplot2::ggplot(data)
  out <- switch(made$kind,
    dots = {
      data$place <- factor(seq_len(nrow(data)), rev(seq_len(nrow(data))))
      ggplot2::ggplot(data, at(x = "value", y = "place")) +
        ggplot2::geom_segment(
          at(x = "lower", xend = "upper", y = "place", yend = "place"), na.rm = TRUE
        ) +
        ggplot2::geom_point(na.rm = TRUE) +
        ggplot2::scale_y_discrete(labels = stats::setNames(data$label, seq_len(nrow(data)))) +
        ggplot2::labs(x = made$axis, y = NULL)
    },
    points = plain + ggplot2::geom_text(at(x = "count", y = "value", label = "label"), size = 3) +
      ggplot2::scale_x_log10() + ggplot2::labs(x = "Tokens", y = made$axis),
    lines = plain + ggplot2::geom_linerange(
      at(x = "period", ymin = "lower", ymax = "upper", colour = "label"), na.rm = TRUE
    ) +
      ggplot2::geom_line(at(x = "period", y = "value", colour = "label"), na.rm = TRUE) +
      ggplot2::geom_point(at(x = "period", y = "value", colour = "label"), na.rm = TRUE) +
      ggplot2::labs(x = NULL, y = made$axis, colour = NULL),
    bars = plain + ggplot2::geom_segment(
      at(x = "start", xend = "end", y = "label", yend = "label", linewidth = "level")
    ) + ggplot2::labs(x = NULL, y = NULL),
    shift = ggplot_shift(made, at)
  )
  if (!is.null(data$panel) && length(unique(data$panel)) > 1L) {
    out <- out + ggplot2::facet_wrap("panel", scales = "free_y")
  }
  out
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
