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
  if (!made$smooth) {
    draw_made(effect_rows(made), list(...))
    return(invisible(made$data))
  }
  topics <- levels(droplevels(made$data$topic))
  old <- graphics::par(c("mfrow", "mai", "omi", "cex"))
  on.exit(graphics::par(old))
  given <- list(...)
  own <- c("main", "xlab", "ylab")
  page <- given[own]
  graphics::par(mfrow = grDevices::n2mfrow(length(topics)))
  page_ends(!is.null(page$main), 0.25)
  size <- graphics::par("fin")
  ends <- panel_ends(size[[2L]])
  graphics::par(mai = c(ends[[1L]], min(0.5, 0.25 * size[[1L]]), ends[[2L]], 0.1), cex = panel_text)
  for (topic in topics) {
    draw_effect(
      made$data[made$data$topic == topic, ], made, topic, given[!names(given) %in% own]
    )
  }
  page_titles(if (is.null(page$xlab)) made$covariate else page$xlab, page$main)
  side <- if (is.null(page$ylab)) "Expected share" else page$ylab
  graphics::mtext(side, 2, outer = TRUE, line = 0.3)
  invisible(made$data)
}

# Expected shares of groups are rows of dots, as those of summaries are.
effect_rows <- function(made) {
  data <- as.data.frame(made$data)
  label <- joined_label(data[c(made$covariate, made$by)], nrow(data))
  dots(label, data$estimate, data$lower, data$upper, "Expected share", data$topic)
}

# One panel of lines with bands; labels of several lines are in a legend that becomes smaller where
# it would not fit.
draw_effect <- function(rows, made, topic, given) {
  value <- rows[[made$covariate]]
  draw_frame(
    list(
      x = value, y = rows$estimate, xlab = "", ylab = "",
      ylim = range(rows$lower, rows$upper)
    ), given
  )
  panel_title(topic)
  levels <- if (is.null(made$by)) "" else as.character(unique(rows[[made$by]]))
  colours <- if (length(levels) > 1L) series_colours(length(levels)) else "black"
  for (i in seq_along(levels)) {
    one <- if (is.null(made$by)) TRUE else as.character(rows[[made$by]]) == levels[[i]]
    own <- as.data.frame(rows)[one, , drop = FALSE]
    place <- value[one]
    graphics::polygon(
      c(place, rev(place)), c(own$lower, rev(own$upper)),
      col = grDevices::adjustcolor(colours[[i]], 0.15), border = NA
    )
    graphics::lines(place, own$estimate, col = colours[[i]])
  }
  if (length(levels) > 1L) {
    whole <- graphics::legend(
      "topright", levels, lty = 1, title = made$by, plot = FALSE
    )$rect
    usr <- graphics::par("usr")
    cex <- min(1, 0.7 * diff(usr[1:2]) / whole$w, 0.7 * diff(usr[3:4]) / whole$h)
    graphics::legend(
      "topright", levels, col = colours, lty = 1, bty = "n", title = made$by, cex = cex
    )
  }
}

#' @rdname topic_effects
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_topic_effects <- function(object, covariate = NULL, ..., by = NULL) {
  check_dots(...)
  need_package("ggplot2", "autoplot()")
  made <- effects_grid(object, covariate, by, "object")
  if (!made$smooth) return(ggplot_made(effect_rows(made)))
  data <- as.data.frame(made$data)
  data$value <- data[[made$covariate]]
  several <- !is.null(by)
  data$level <- if (several) factor(as.character(data[[by]])) else ""
  out <- ggplot2::ggplot(
    data, at_columns(x = "value", y = "estimate", ymin = "lower", ymax = "upper")
  )
  out <- out + if (several) {
    list(
      ggplot2::geom_ribbon(at_columns(fill = "level"), alpha = 0.2),
      ggplot2::geom_line(at_columns(colour = "level"))
    )
  } else {
    list(ggplot2::geom_ribbon(alpha = 0.2), ggplot2::geom_line())
  }
  if (several) {
    colours <- series_colours(length(unique(data$level)))
    columns <- max(1L, 60L %/% (6L + max(nchar(levels(data$level), "width"))))
    guide <- ggplot2::guide_legend(ncol = columns)
    out <- out +
      ggplot2::scale_colour_manual(values = colours, guide = guide) +
      ggplot2::scale_fill_manual(values = colours, guide = guide) +
      ggplot2::theme(legend.position = "bottom")
  }
  out + ggplot2::facet_wrap("topic", scales = "free_y") +
    ggplot2::guides(x = ggplot2::guide_axis(check.overlap = TRUE)) +
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
