# Plots of tables of tone, with base graphics and with ggplot2.

#' Plot tables of tone
#'
#' `plot()` draws with base graphics, `autoplot()` with the package ggplot2, which must be
#' installed: tones of [tone_score()] as dots with intervals, or as lines over time where a group is
#' a period; of its `summary()` the gaps between narration and other voices; the entries with the
#' largest contributions of [tone_explain()], summed over articles, as bars; for [tone_jackknife()]
#' each figure without an entry as a dot, with a line from the figure with it; the words of the
#' speakers that `summary()` of [article_voices()] lists.
#' @param x,object A table of one of these, or some of its rows.
#' @param n The number of rows to show, from the first, in each panel; for lines the number of
#'   lines, for `tone_explain()` of entries; a whole number of at least 1, by default 20, of lines
#'   6.
#' @param ... Further arguments of [plot.default()]; for `autoplot()` not used.
#' @return `plot()` gives the data of the plot, invisibly, a data frame; `autoplot()` gives a plot
#'   of ggplot2, to which layers can be added.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @seealso [term_plots] for [tone_trend()], [plot.tritone_tone_shift()].
#' @name tone_plots
#' @examples
#' news <- article_example()
#' plot(tone_score(news, by = c("source", "voice")))
#' plot(tone_explain(news), n = 10)
NULL

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
first_of_panel <- function(panel, n) stats::ave(seq_along(panel), panel, FUN = seq_along) <= n

lexicon_panel <- function(plain) {
  if (length(unique(plain$lexicon)) > 1L) as.character(plain$lexicon) else rep("", nrow(plain))
}

#' @export
plot_data.tritone_tone_score <- function(x, n) {
  plot_columns(x, c("lexicon", "tone", "lower", "upper"))
  plain <- as.data.frame(x)
  groups <- setdiff(names(plain)[seq_len(match("lexicon", names(plain)) - 1L)],
    c("field", "start", "end"))
  period <- Filter(function(name) inherits(plain[[name]], "Date"), groups)
  panel <- lexicon_panel(plain)
  over_time <- length(period) == 1L && length(unique(plain[[period]])) > 1L
  label <- joined_label(plain[setdiff(groups, if (over_time) period)], nrow(plain))
  n <- check_count(if (is.null(n)) if (over_time) 6 else 20 else n, "n", min = 1)
  if (over_time) {
    keep <- label %in% utils::head(unique(label), n)
    data <- list(label = label, panel = panel, period = plain[[period]])
  } else {
    keep <- first_of_panel(panel, n)
    data <- list(label = label, panel = panel)
  }
  data <- list_frame(c(data, list(value = plain$tone, lower = plain$lower, upper = plain$upper)))
  data <- data[keep, , drop = FALSE]
  row.names(data) <- NULL
  list(kind = if (over_time) "lines" else "dots", axis = "Tone", data = data)
}

#' @export
plot_data.tritone_tone_gap <- function(x, n) {
  plot_columns(x, c("lexicon", "versus", "gap", "lower", "upper"))
  x <- plot_rows(x, n)
  groups <- x[seq_len(match("lexicon", names(x)) - 1L)]
  label <- paste("narration minus", x$versus)
  if (length(groups)) label <- paste0(label, ", ", joined_label(groups, nrow(x)))
  dots(label, x$gap, x$lower, x$upper, "Difference of tone", lexicon_panel(x))
}

#' @export
plot_data.tritone_tone_jackknife <- function(x, n) {
  plot_columns(x, c("figure", "entry", "value", "without"))
  n <- check_count(if (is.null(n)) 20 else n, "n", min = 1)
  plain <- as.data.frame(x)
  plain <- plain[first_of_panel(as.character(plain$figure), n), , drop = FALSE]
  groups <- plain[seq_len(match("figure", names(plain)) - 1L)]
  label <- plain$entry
  if (length(groups)) {
    of <- joined_label(groups, nrow(plain))
    # A figure over all groups, such as a slope, is of none.
    label <- ifelse(unname(rowSums(!is.na(groups))) > 0, paste0(label, ", ", of), label)
  }
  dots(
    label, plain$without, plain$value, plain$without, "Without the entry; line: with it",
    plain$figure
  )
}

#' @export
plot_data.tritone_tone_explain <- function(x, n) {
  plot_columns(x, c("lexicon", "entry", "contribution"))
  n <- check_count(if (is.null(n)) 20 else n, "n", min = 1)
  plain <- as.data.frame(x)
  if (!nrow(plain)) return(list(kind = "shift", axis = "", data = plain))
  panel <- lexicon_panel(plain)
  key <- paste(panel, plain$entry, sep = "\r")
  first <- which(!duplicated(key))
  sums <- unname(rowsum(plain$contribution, key, reorder = FALSE)[, 1L])
  hits <- tabulate(match(key, key[first]))
  order <- order(match(panel[first], unique(panel)), -abs(sums), plain$entry[first])
  order <- order[first_of_panel(panel[first][order], n)]
  none <- rep(NA_real_, length(order))
  list(
    kind = "shift", axis = "Sum of contributions to the tone of articles",
    data = list_frame(list(
      label = sprintf("%s (%s)", plain$entry[first][order], show_count(hits[order])),
      panel = panel[first][order], value = sums[order], lower = none, upper = none
    ))
  )
}

#' @export
plot_data.tritone_voice_speakers <- function(x, n) {
  plot_columns(x, c("speaker", "words"))
  x <- plot_rows(x, n)
  none <- rep(NA_real_, nrow(x))
  dots(ifelse(is.na(x$speaker), "not named", x$speaker), x$words, none, none, "Words")
}

#' @rdname tone_plots
#' @method plot tritone_tone_score
#' @export
plot.tritone_tone_score <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname tone_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_tone_score <- function(object, ..., n = NULL) ggplot_of(object, n, ...)

#' @rdname tone_plots
#' @method plot tritone_tone_gap
#' @export
plot.tritone_tone_gap <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname tone_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_tone_gap <- function(object, ..., n = NULL) ggplot_of(object, n, ...)

#' @rdname tone_plots
#' @method plot tritone_tone_jackknife
#' @export
plot.tritone_tone_jackknife <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname tone_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_tone_jackknife <- function(object, ..., n = NULL) ggplot_of(object, n, ...)

#' @rdname tone_plots
#' @method plot tritone_tone_explain
#' @export
plot.tritone_tone_explain <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname tone_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_tone_explain <- function(object, ..., n = NULL) ggplot_of(object, n, ...)

#' @rdname tone_plots
#' @method plot tritone_voice_speakers
#' @export
plot.tritone_voice_speakers <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname tone_plots
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_voice_speakers <- function(object, ..., n = NULL) ggplot_of(object, n, ...)
