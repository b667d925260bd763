# The word shift graph of tone_shift(), with base graphics and with ggplot2.

#' Plot a shift of tone
#'
#' A word shift graph: a bar for each of the entries that contribute most to the difference of two
#' tones, to the right where they make the group more positive than the reference, with the interval
#' as a line. Behind each entry is whether the group uses it more or less.
#' @param x,object A table of [tone_shift()], or some of its rows.
#' @param n The number of entries to show for each comparison, a whole number of at least 1, by
#'   default 20.
#' @param ... Further arguments of [plot.default()]; for `autoplot()` not used.
#' @return `plot()` gives the data of the plot, invisibly, a data frame; `autoplot()` gives a plot
#'   of ggplot2, to which layers can be added.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @method plot tritone_tone_shift
#' @export
#' @examples
#' shift <- tone_shift(article_example(), "source")
#' plot(shift[shift$group == shift$group[1], ], n = 10)
plot.tritone_tone_shift <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname plot.tritone_tone_shift
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_tone_shift <- function(object, ..., n = NULL) ggplot_of(object, n, ...)

#' @export
plot_data.tritone_tone_shift <- function(x, n) {
  needed <- c(
    "group", "reference", "lexicon", "entry", "frequency", "frequency_reference", "contribution",
    "lower", "upper"
  )
  plot_columns(x, needed)
  n <- check_count(if (is.null(n)) 20 else n, "n", min = 1)
  plain <- as.data.frame(x)
  panel <- sprintf("%s minus %s", plain$group, plain$reference)
  if (length(unique(plain$lexicon)) > 1L) panel <- paste0(panel, " (", plain$lexicon, ")")
  place <- stats::ave(-abs(plain$contribution), panel, FUN = rank_first)
  keep <- which(place <= n)
  keep <- keep[order(match(panel[keep], unique(panel)), place[keep])]
  # The column that contributions are divided by is between lexicon and entry.
  split <- match("entry", names(plain)) - match("lexicon", names(plain)) == 2L
  label <- plain$entry
  if (isTRUE(split)) {
    of <- as.character(plain[[match("entry", names(plain)) - 1L]])
    label <- paste0(label, ", ", ifelse(is.na(of), "none", of))
  }
  more <- sign(plain$frequency - plain$frequency_reference) + 2
  label <- paste0(label, c(" (less)", "", " (more)")[more])
  list(
    kind = "shift", axis = "Contribution to the difference of tone",
    data = list_frame(list(
      label = label[keep], panel = panel[keep], value = plain$contribution[keep],
      lower = plain$lower[keep], upper = plain$upper[keep]
    ))
  )
}

rank_first <- function(x) rank(x, ties.method = "first")

# Blue and orange, which colour-blind readers tell apart; left and right say the same.
shift_colours <- c("#D55E00", "#0072B2")

draw_shift <- function(made, given) {
  data <- made$data
  panels <- unique(data$panel)
  old <- graphics::par(c("mfrow", "mai"))
  on.exit(graphics::par(old))
  graphics::par(mfrow = grDevices::n2mfrow(length(panels)))
  for (panel in panels) draw_shift_panel(data[data$panel == panel, ], panel, made$axis, given)
}

draw_shift_panel <- function(data, panel, axis, given) {
  graphics::par(mai = shift_margin(data$label))
  rows <- rev(seq_len(nrow(data)))
  reach <- range(0, data$value, data$lower, data$upper, finite = TRUE)
  draw_frame(
    list(
      x = reach, y = c(0.5, nrow(data) + 0.5), xlab = axis, ylab = "", yaxt = "n", bty = "n",
      main = panel
    ), given
  )
  side <- shift_colours[(data$value > 0) + 1L]
  graphics::rect(
    pmin(0, data$value), rows - 0.35, pmax(0, data$value), rows + 0.35, col = side, border = NA
  )
  graphics::segments(data$lower, rows, data$upper, rows)
  graphics::abline(v = 0)
  # Labels get smaller where they would not fit, and are never cut.
  line <- graphics::par("mai")[[2L]] - 0.1
  wide <- max(graphics::strwidth(data$label, "inches"))
  tall <- graphics::par("pin")[[2L]] / nrow(data)
  cex <- min(1, line / wide, tall / graphics::par("cin")[[2L]])
  graphics::mtext(data$label, 2, at = rows, las = 1, line = 0.2, cex = cex * graphics::par("cex"))
}

# Wide enough for the labels, up to half of the figure; the other sides leave room for the bars
# where several panels share a small page.
shift_margin <- function(label) {
  size <- graphics::par("fin")
  c(
    min(0.7, 0.3 * size[[2L]]), min(label_margin(label, Inf), 0.5 * size[[1L]]),
    min(0.5, 0.2 * size[[2L]]), min(0.3, 0.05 * size[[1L]])
  )
}

ggplot_shift <- function(made, at) {
  data <- made$data
  data$place <- factor(seq_len(nrow(data)), rev(seq_len(nrow(data))))
  data$side <- factor(data$value > 0, c(FALSE, TRUE), c("more negative", "more positive"))
  ggplot2::ggplot(data, at(x = "value", y = "place")) +
    ggplot2::geom_col(at(fill = "side")) +
    ggplot2::geom_segment(
      at(x = "lower", xend = "upper", y = "place", yend = "place"), na.rm = TRUE
    ) +
    ggplot2::scale_fill_manual(
      values = c("more negative" = shift_colours[[1L]], "more positive" = shift_colours[[2L]]),
      guide = "none"
    ) +
    ggplot2::scale_y_discrete(labels = stats::setNames(data$label, seq_len(nrow(data)))) +
    ggplot2::labs(
      x = made$axis, y = NULL, title = if (length(unique(data$panel)) == 1L) data$panel[[1L]]
    )
}
