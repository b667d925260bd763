# Plots of topic_effects(), with base graphics and with ggplot2. Both draw what effects_grid()
# gives.

# Expected shares at the values of one covariate, for each level of a second one: list(data,
# covariate, by, smooth).
effects_grid <- function(x, covariate, by, arg) {
  kept <- effects_kept(x)
  names <- names(kept$design$data)
  if (!length(names)) abort_input("`", arg, "` has no covariates to draw.")
  covariate <- if (is.null(covariate)) names[[1L]] else check_choice(covariate, "covariate", names)
  value <- kept$design$data[[covariate]]
  smooth <- is.numeric(value) || inherits(value, c("Date", "POSIXct"))
  shown <- if (smooth) seq(min(value), max(value), length.out = 100L) else covariate_levels(value)
  columns <- stats::setNames(list(shown), covariate)
  if (!is.null(by)) {
    by <- check_choice(by, "by", setdiff(names, covariate))
    levels <- covariate_levels(kept$design$data[[by]])
    if (length(levels) > 12L) {
      abort_input(
        "`by` must have at most 12 values to be drawn; `", by, "` has ",
        show_count(length(levels)), "."
      )
    }
    columns <- list(shown[rep(seq_along(shown), length(levels))], rep(levels, each = length(shown)))
    names(columns) <- c(covariate, by)
  }
  list(
    data = predict(x, list_frame(columns)), covariate = covariate, by = by, smooth = smooth
  )
}

#' @rdname topic_effects
#' @param covariate The covariate to show, one string; by default (`NULL`) the first.
#' @method plot tritone_topic_effects
#' @export
plot.tritone_topic_effects <- function(x, covariate = NULL, ..., by = NULL) {
  made <- effects_grid(x, covariate, by, "x")
  topics <- levels(droplevels(made$data$topic))
  old <- graphics::par(mfrow = grDevices::n2mfrow(length(topics)), mar = c(4, 4, 2, 0.5) + 0.1)
  on.exit(graphics::par(old))
  for (topic in topics) {
    draw_effect(made$data[made$data$topic == topic, ], made, topic, ...)
  }
  invisible(made$data)
}

# One panel: lines with bands for numbers, points with bars for groups.
draw_effect <- function(rows, made, topic, ...) {
  value <- rows[[made$covariate]]
  at <- if (made$smooth) value else match(value, unique(value))
  graphics::plot(
    at, rows$estimate,
    type = "n", main = topic, xlab = if (made$smooth) made$covariate else "",
    ylab = "Expected share",
    ylim = range(rows$lower, rows$upper), xaxt = if (made$smooth) "s" else "n",
    xlim = if (made$smooth) range(at) else c(0.5, max(at) + 0.5), ...
  )
  if (!made$smooth) column_labels(as.character(unique(value)), seq_along(unique(value)))
  levels <- if (is.null(made$by)) "" else as.character(unique(rows[[made$by]]))
  colours <- if (length(levels) > 1L) series_colours(length(levels)) else "black"
  for (i in seq_along(levels)) {
    one <- if (is.null(made$by)) TRUE else as.character(rows[[made$by]]) == levels[[i]]
    own <- as.data.frame(rows)[one, , drop = FALSE]
    place <- at[one] + if (made$smooth) 0 else (i - (length(levels) + 1) / 2) * 0.08
    if (made$smooth) {
      graphics::polygon(
        c(place, rev(place)), c(own$lower, rev(own$upper)),
        col = grDevices::adjustcolor(colours[[i]], 0.15), border = NA
      )
      graphics::lines(place, own$estimate, col = colours[[i]])
    } else {
      graphics::segments(place, own$lower, place, own$upper, col = colours[[i]])
      graphics::points(place, own$estimate, pch = 19, col = colours[[i]])
    }
  }
  if (length(levels) > 1L) {
    graphics::legend("topright", levels, col = colours, lty = 1, bty = "n", title = made$by)
  }
}

#' @rdname topic_effects
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_topic_effects <- function(object, covariate = NULL, ..., by = NULL) {
  check_dots(...)
  need_package("ggplot2", "autoplot()")
  made <- effects_grid(object, covariate, by, "object")
  data <- as.data.frame(made$data)
  data$value <- data[[made$covariate]]
  if (!made$smooth) data$value <- factor(as.character(data$value), unique(as.character(data$value)))
  data$level <- if (is.null(by)) "" else factor(as.character(data[[by]]))
  # Each aesthetic is a column of the same name, but for the places.
  name <- function(...) do.call(ggplot2::aes, lapply(list(...), as.name))
  out <- ggplot2::ggplot(data, name(x = "value", y = "estimate", ymin = "lower", ymax = "upper"))
  several <- !is.null(by)
  if (made$smooth) {
    out <- out + if (several) {
      ggplot2::geom_ribbon(name(fill = "level"), alpha = 0.2)
    } else {
      ggplot2::geom_ribbon(alpha = 0.2)
    }
    out <- out + if (several) ggplot2::geom_line(name(colour = "level")) else ggplot2::geom_line()
  } else {
    out <- out + if (several) {
      ggplot2::geom_pointrange(
        name(colour = "level"), position = ggplot2::position_dodge(width = 0.3)
      )
    } else {
      ggplot2::geom_pointrange()
    }
  }
  if (several) {
    colours <- series_colours(length(unique(data$level)))
    out <- out + ggplot2::scale_colour_manual(values = colours) +
      ggplot2::scale_fill_manual(values = colours) + ggplot2::theme(legend.position = "bottom")
  }
  if (!made$smooth) {
    out <- out + ggplot2::scale_x_discrete(labels = function(x) gsub(" ", "\n", x, fixed = TRUE))
  }
  out + ggplot2::facet_wrap("topic", scales = "free_y") +
    ggplot2::labs(x = made$covariate, y = "Expected share", colour = by, fill = by)
}

#' @export
plot_data.tritone_topic_effects_summary <- function(x, n) {
  plot_columns(x, c("topic", "variable", "contrast", "estimate", "lower", "upper"))
  x <- plot_rows(x, n, Inf)
  extra <- setdiff(
    names(x), c("topic", "variable", "contrast", "estimate", "std_error", "lower", "upper")
  )
  several <- length(unique(x$variable)) > 1L
  label <- if (several) paste(x$variable, x$contrast, sep = ": ") else x$contrast
  if (length(extra)) label <- paste0(label, " (", x[[extra[[1L]]]], ")")
  dots(label, x$estimate, x$lower, x$upper, "Average effect on the expected share", x$topic)
}

#' @rdname topic_effects
#' @param n The number of rows of a summary to draw, from the first; by default (`NULL`) all.
#' @method plot tritone_topic_effects_summary
#' @export
plot.tritone_topic_effects_summary <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname topic_effects
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_topic_effects_summary <- function(object, ..., n = NULL) ggplot_of(object, n, ...)
