# The plots of output_plot.R with ggplot2: the same data, as plots to which layers can be added.

ggplot_of <- function(object, n, ...) {
  check_dots(...)
  need_package("ggplot2", "autoplot()")
  made <- plot_data(object, n)
  if (!nrow(made$data)) abort_input("`object` has no rows to plot.")
  made$data$panel <- factor(
    if (is.null(made$data$panel)) "" else made$data$panel, unique(made$data$panel)
  )
  out <- switch(made$kind,
    dots = ggplot_dots(made), shift = ggplot_shift(made), points = ggplot_points(made),
    lines = ggplot_lines(made), bars = ggplot_time(made)
  )
  if (made$kind != "bars" && nlevels(made$data$panel) > 1L) {
    shared <- made$kind == "lines" || made$kind == "dots" && shared_rows(made$data)
    out <- out +
      ggplot2::facet_wrap("panel",
        scales = if (shared) "fixed" else "free_y",
        labeller = ggplot2::label_wrap_gen(if (made$kind == "shift") 12 else 18)
      )
  }
  out
}

# Aesthetics by the names of columns.
at_columns <- function(...) do.call(ggplot2::aes, lapply(list(...), as.name))

# Whether all panels have the same rows, which then need their labels once only.
shared_rows <- function(data) {
  each <- split(data$label, data$panel)
  all(vapply(each, function(one) !anyDuplicated(one) && setequal(one, each[[1L]]), NA))
}

# The rows of a plot from the top, with their labels; figures below them that do not overlap.
row_scales <- function(data) {
  several <- nlevels(data$panel) > 1L
  list(
    if (!shared_rows(data)) {
      ggplot2::scale_y_discrete(labels = stats::setNames(data$label, seq_len(nrow(data))))
    },
    ggplot2::scale_x_continuous(
      n.breaks = if (several) 3 else 5, guide = ggplot2::guide_axis(check.overlap = TRUE)
    ),
    if (several) {
      long <- !shared_rows(data) && max(nchar(data$label, "width")) > 14L
      size <- ggplot2::rel(if (long) 0.55 else 0.75)
      ggplot2::theme(axis.text.y = ggplot2::element_text(size = size))
    }
  )
}
row_places <- function(data) {
  if (shared_rows(data)) return(factor(data$label, rev(unique(data$label))))
  factor(seq_len(nrow(data)), rev(seq_len(nrow(data))))
}
interval_rows <- function() {
  ggplot2::geom_segment(
    at_columns(x = "lower", xend = "upper", y = "place", yend = "place"), na.rm = TRUE
  )
}

ggplot_dots <- function(made) {
  data <- made$data
  data$place <- row_places(data)
  ggplot2::ggplot(data, at_columns(x = "value", y = "place")) +
    interval_rows() + ggplot2::geom_point(na.rm = TRUE) + row_scales(data) +
    ggplot2::labs(x = made$axis, y = NULL)
}

ggplot_shift <- function(made) {
  data <- made$data
  data$place <- factor(seq_len(nrow(data)), rev(seq_len(nrow(data))))
  data$side <- factor(data$value > 0, c(FALSE, TRUE), c("more negative", "more positive"))
  scales <- row_scales(data)
  if (shared_rows(data)) {
    scales[[1L]] <- ggplot2::scale_y_discrete(
      labels = stats::setNames(data$label, seq_len(nrow(data)))
    )
  }
  ggplot2::ggplot(data, at_columns(x = "value", y = "place")) +
    ggplot2::geom_col(at_columns(fill = "side")) + interval_rows() +
    ggplot2::scale_fill_manual(
      values = c("more negative" = shift_colours[[1L]], "more positive" = shift_colours[[2L]]),
      guide = "none"
    ) + scales +
    ggplot2::labs(
      x = made$axis, y = NULL, title = if (nlevels(data$panel) == 1L) levels(data$panel)
    )
}

ggplot_points <- function(made) {
  data <- made$data[made$data$count > 0, , drop = FALSE]
  data <- data[order(-data$count), , drop = FALSE]
  ggplot2::ggplot(data, at_columns(x = "count", y = "value")) +
    ggplot2::geom_point(colour = "grey60", size = 0.6) +
    ggplot2::geom_text(at_columns(label = "label"), size = 3, check_overlap = TRUE) +
    ggplot2::scale_x_log10(expand = ggplot2::expansion(mult = c(0.05, 0.12))) +
    ggplot2::labs(x = "Tokens", y = made$axis)
}

ggplot_lines <- function(made) {
  data <- made$data
  data$label <- factor(data$label, unique(data$label))
  n <- nlevels(data$label)
  columns <- max(1L, 42L %/% (6L + max(nchar(levels(data$label), "width"))))
  guide <- if (n > 1L) ggplot2::guide_legend(ncol = columns) else "none"
  ggplot2::ggplot(data, at_columns(x = "period", colour = "label", shape = "label")) +
    ggplot2::geom_linerange(
      at_columns(ymin = "lower", ymax = "upper"), na.rm = TRUE, alpha = 0.4
    ) +
    ggplot2::geom_line(at_columns(y = "value"), na.rm = TRUE) +
    ggplot2::geom_point(at_columns(y = "value"), na.rm = TRUE) +
    ggplot2::scale_colour_manual(values = series_colours(n), guide = guide) +
    ggplot2::scale_shape_manual(values = series_marks(n), guide = guide) +
    ggplot2::labs(x = NULL, y = made$axis, colour = NULL, shape = NULL) +
    ggplot2::theme(
      legend.position = "bottom", plot.margin = ggplot2::margin(5.5, 16, 5.5, 5.5)
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
    ggplot2::theme(plot.margin = ggplot2::margin(5.5, 16, 5.5, 5.5))
}
