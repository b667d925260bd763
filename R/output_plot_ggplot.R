# The plots of output_plot_base.R with ggplot2: the same data, as plots to which layers can be
# added. A plot of ggplot2 does not know the page that it will be drawn on, so labels are made to
# fit the smallest usual one.

smallest_page <- c(wide = 5, tall = 4) # inches
usual_text <- 8.8 # points, of axes

ggplot_of <- function(object, n, ...) {
  check_dots(...)
  need_package("ggplot2", "autoplot()")
  ggplot_made(plot_rows_of(object, n, "object"))
}

ggplot_made <- function(made) {
  made$data$panel <- factor(
    if (is.null(made$data$panel)) "" else made$data$panel, unique(made$data$panel)
  )
  switch(made$kind,
    dots = ggplot_rows(made, ggplot2::geom_point(na.rm = TRUE)),
    shift = ggplot_shift(made),
    counts = ggplot_counts(made),
    points = ggplot_points(made), lines = ggplot_lines(made), spans = ggplot_time(made),
    ticks = ggplot_ticks(made)
  )
}

# Aesthetics by the names of columns.
at_columns <- function(...) do.call(ggplot2::aes, lapply(list(...), as.name))

# About the width of strings in points; each column of the console is half an em.
text_points <- function(label, size = usual_text) 0.5 * size * max(nchar(label, "width"), 1L)

# The size of the labels of `rows` rows, in points, how their panels are placed, and the size and
# the width in columns of the titles of panels, which take two lines where they are long.
row_text <- function(label, rows, titles = "", shared = FALSE) {
  wide <- smallest_page[["wide"]]
  panels <- length(titles)
  strip <- if (panels > 1L) 0.3 else 0
  grid <- panel_grid(
    panels, rows, text_points(label) / 72, 1.05 * usual_text / 72, wide,
    function(down) (smallest_page[["tall"]] - 0.6) / down - strip, shared
  )
  size <- max(3.5, usual_text * grid$scale)
  beside <- text_points(label, size) / 72
  panel <- 72 * ((wide - if (shared) beside else 0) / grid$across - if (shared) 0 else beside) - 14
  longest <- max(nchar(titles, "width"), 1L)
  title <- max(4, min(usual_text, panel / (0.6 * (longest / 2 + 3))))
  list(
    across = grid$across, size = size, panel = panel, title = title,
    columns = max(6L, floor(panel / (0.55 * title)))
  )
}

# The title of the x axis, smaller where it is wider than the page, and at the right where it is
# wider than the panel.
x_title <- function(text, panel) {
  size <- min(11, 330 / text_points(text, 1))
  ggplot2::theme(axis.title.x = ggplot2::element_text(
    size = size, hjust = if (text_points(text, size) > panel) 1 else 0.5
  ))
}

wrapped_titles <- function(columns) {
  ggplot2::as_labeller(function(titles) wrap_label(titles, columns))
}

small_rows <- function(text) {
  ggplot2::theme(axis.text.y = ggplot2::element_text(size = text$size))
}

# A plot of rows: their labels from the top, `marks` and intervals, a panel for each group.
ggplot_rows <- function(made, marks) {
  data <- made$data
  panels <- nlevels(data$panel)
  shared <- made$kind != "shift" && shared_rows(data)
  place <- if (shared) match(data$label, unique(data$label)) else seq_len(nrow(data))
  data$place <- factor(place, rev(seq_len(max(place))))
  text <- row_text(data$label, max(table(data$panel)), levels(data$panel), shared)
  known <- !duplicated(data$place)
  out <- ggplot2::ggplot(data, at_columns(x = "value", y = "place")) + marks +
    ggplot2::geom_segment(
      at_columns(x = "lower", xend = "upper", y = "place", yend = "place"), na.rm = TRUE
    ) +
    ggplot2::scale_y_discrete(labels = stats::setNames(data$label[known], data$place[known])) +
    ggplot2::scale_x_continuous(
      n.breaks = max(2, 6 - text$across), guide = ggplot2::guide_axis(check.overlap = TRUE)
    ) +
    small_rows(text) + ggplot2::labs(x = made$axis, y = NULL)
  out <- out + x_title(made$axis, text$panel * text$across)
  if (panels == 1L) {
    title <- levels(data$panel)
    if (!nzchar(title)) return(out)
    size <- min(13.2, 330 / text_points(title, 1.1))
    return(out + ggplot2::labs(title = title) + ggplot2::theme(
      plot.title = ggplot2::element_text(size = size), plot.title.position = "plot"
    ))
  }
  out + ggplot2::facet_wrap("panel",
    ncol = text$across, scales = if (shared) "fixed" else "free_y",
    labeller = wrapped_titles(text$columns)
  ) + ggplot2::theme(
    panel.spacing.x = ggplot2::unit(11, "pt"),
    strip.text = ggplot2::element_text(size = text$title)
  )
}

ggplot_counts <- function(made) {
  width <- bar_width(max(table(made$data$panel)))
  ggplot_rows(made, ggplot2::geom_col(
    fill = "grey60", width = width, position = "identity", na.rm = TRUE
  ))
}

ggplot_shift <- function(made) {
  data <- made$data
  data$side <- factor(data$value > 0, c(FALSE, TRUE), c("more negative", "more positive"))
  made$data <- data
  width <- bar_width(max(table(data$panel)))
  ggplot_rows(made, ggplot2::geom_col(at_columns(fill = "side"), width = width, na.rm = TRUE)) +
    ggplot2::scale_fill_manual(
      values = c("more negative" = shift_colours[[1L]], "more positive" = shift_colours[[2L]]),
      guide = "none"
    )
}

ggplot_points <- function(made) {
  data <- known_points(made$data)
  data <- data[order(-data$count), , drop = FALSE]
  # Labels near a side begin or end at their point, as far as needed to stay on the page.
  wide <- 72 * smallest_page[["wide"]]
  reach <- range(log(data$count))
  at <- 60 + (log(data$count) - reach[[1L]]) / max(diff(reach), 1e-9) * (wide - 80)
  size <- 8 * min(1, 0.8 * wide / text_points(data$label, 8))
  half <- 0.3 * size * nchar(data$label, "width")
  data$side <- 0.5 + (at - pmax(half + 40, pmin(at, wide - half - 8))) / (2 * half)
  ggplot2::ggplot(data, at_columns(x = "count", y = "value")) +
    ggplot2::geom_point(colour = "grey60", size = 0.6) +
    ggplot2::geom_text(
      at_columns(label = "label", hjust = "side"), size = size / (72.27 / 25.4),
      check_overlap = TRUE
    ) +
    ggplot2::scale_x_log10(expand = ggplot2::expansion(mult = 0.05)) +
    ggplot2::labs(x = "Tokens", y = made$axis)
}

ggplot_lines <- function(made) {
  data <- made$data
  data$label <- factor(data$label, unique(data$label))
  n <- nlevels(data$label)
  reach <- line_reach(data)
  ends <- line_ends(data, reach)
  labels <- levels(data$label)
  columns <- max(1L, 42L %/% (6L + max(nchar(labels, "width"))))
  guide <- if (is.null(ends)) ggplot2::guide_legend(ncol = columns) else "none"
  legend <- if (text_points(labels) < 250) usual_text else usual_text * 250 / text_points(labels)
  out <- ggplot2::ggplot(data, at_columns(x = "period", colour = "label", shape = "label")) +
    ggplot2::geom_linerange(
      at_columns(ymin = "lower", ymax = "upper"), na.rm = TRUE, alpha = 0.4
    ) +
    ggplot2::geom_line(at_columns(y = "value"), na.rm = TRUE) +
    ggplot2::geom_point(at_columns(y = "value"), na.rm = TRUE) +
    ggplot2::scale_colour_manual(values = series_colours(n), guide = guide) +
    ggplot2::scale_shape_manual(values = series_marks(n), guide = guide) +
    ggplot2::coord_cartesian(ylim = reach, clip = if (is.null(ends)) "on" else "off") +
    ggplot2::labs(x = NULL, y = made$axis, colour = NULL, shape = NULL) +
    ggplot2::theme(
      legend.position = "bottom", legend.text = ggplot2::element_text(size = legend),
      plot.margin = ggplot2::margin(5.5, if (is.null(ends)) 16 else ends$margin, 5.5, 5.5)
    )
  if (!is.null(ends)) {
    out <- out + ggplot2::geom_text(
      at_columns(y = "value", label = "text"), data = ends$data, hjust = 0, size = ends$size,
      lineheight = 0.9
    )
  }
  if (nlevels(data$panel) < 2L) return(out)
  across <- ceiling(sqrt(nlevels(data$panel)))
  out + ggplot2::facet_wrap(
    "panel", ncol = across, labeller = wrapped_titles(max(8L, 60L %/% across))
  )
}

# The labels at the ends of lines, as list(data, size, margin): in lines of about 20 columns, moved
# apart where they would overlap. NULL where there is no room: then there is a legend.
line_ends <- function(data, reach) {
  labels <- levels(data$label)
  if (nlevels(data$panel) > 1L) return(NULL)
  text <- wrap_label(labels, 20L)
  lines <- strsplit(text, "\n", fixed = TRUE)
  size <- 8
  wide <- text_points(unlist(lines), 1.1 * size)
  gap <- max(lengths(lines)) * 1.1 * size / (72 * smallest_page[["tall"]] - 60)
  if (wide > 130 || gap * length(labels) > 1) return(NULL)
  last <- vapply(labels, function(one) {
    own <- data[data$label == one, , drop = FALSE]
    utils::tail(c(mean(reach), own$value[!is.na(own$value)]), 1L)
  }, 0)
  period <- max(data$period)
  list(
    data = list_frame(list(
      label = factor(labels, labels), text = paste0("  ", gsub("\n", "\n  ", text, fixed = TRUE)),
      period = rep(period, length(labels)),
      value = spread_out(unname(last), gap * diff(reach), reach[[1L]], reach[[2L]])
    )),
    size = size / (72.27 / 25.4), margin = wide
  )
}

ggplot_time <- function(made) {
  data <- made$data
  data$label <- factor(data$label, rev(unique(data$label)))
  one <- length(unique(data$level)) == 1L
  ggplot2::ggplot(data) +
    ggplot2::geom_segment(
      at_columns(x = "start", xend = "end", y = "label", yend = "label", linewidth = "level")
    ) +
    ggplot2::scale_linewidth_continuous(
      range = c(2, 5), guide = if (one) "none" else "legend", breaks = unique(data$level)
    ) +
    ggplot2::labs(x = NULL, y = NULL, linewidth = "Level") +
    small_rows(row_text(levels(data$label), nlevels(data$label))) +
    ggplot2::theme(plot.margin = ggplot2::margin(5.5, 16, 5.5, 5.5))
}

ggplot_ticks <- function(made) {
  data <- made$data
  data$label <- factor(data$label, rev(unique(data$label)))
  ggplot2::ggplot(data, at_columns(x = "value", y = "label")) +
    ggplot2::geom_point(shape = "|", size = 5) +
    ggplot2::scale_x_continuous(limits = made$reach) +
    ggplot2::labs(x = made$axis, y = NULL) +
    small_rows(row_text(levels(data$label), nlevels(data$label)))
}

# Places in a plane whose axes mean nothing, each with its label where no other one is.
plane <- function(places, marks) {
  wide <- 72 * smallest_page[["wide"]]
  tall <- 72 * smallest_page[["tall"]]
  # Room for labels at all sides.
  margin <- 0.15
  span <- function(v, size) {
    reach <- range(v)
    if (diff(reach) == 0) return(rep(size / 2, length(v)))
    (margin + (v - reach[[1L]]) / diff(reach)) / (1 + 2 * margin) * size
  }
  size <- 10 * min(1, 0.5 * wide / text_points(places$label, 10))
  widths <- 0.5 * size * nchar(places$label, "width")
  x <- span(places$x, wide)
  at <- label_places(x, span(places$y, tall), widths, size, wide)
  side <- at$side
  places$across <- ifelse(side > 2L, c(0.5, 0.5, 0, 1)[side], 0.5 + (x - at$x) / widths)
  places$up <- c(-0.8, 1.8, 0.5, 0.5)[side]
  places$text <- paste0(c("", "", "  ", "")[side], places$label, c("", "", "", "  ")[side])
  ggplot2::ggplot(places, at_columns(x = "x", y = "y")) + marks +
    ggplot2::geom_text(
      at_columns(label = "text", hjust = "across", vjust = "up"), size = size / (72.27 / 25.4)
    ) +
    ggplot2::scale_x_continuous(expand = ggplot2::expansion(mult = margin)) +
    ggplot2::scale_y_continuous(expand = ggplot2::expansion(mult = margin)) +
    ggplot2::coord_cartesian(clip = "off") + ggplot2::theme_void()
}
