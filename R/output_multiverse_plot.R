# What term_multiverse() gives to look at: its print and its specification curve.

#' Print a multiverse of preparations
#'
#' Shows the first rows and says for each value how many preparations agree in its sign and how far
#' the estimates reach.
#' @param x A table of [term_multiverse()].
#' @param n The number of rows to show, a whole number of at least 0; by default 10.
#' @param ... Not used.
#' @return `x`, invisibly.
#' @method print tritone_term_multiverse
#' @export
#' @examples
#' total <- term_multiverse(article_example(), sum, list(numbers = c(TRUE, FALSE)))
#' print(total, n = 1)
print.tritone_term_multiverse <- function(x, n = 10, ...) {
  NextMethod()
  if (!all(c("value", "estimate", "message") %in% names(x))) return(invisible(x))
  values <- unique(x$value[!is.na(x$value)])
  for (value in utils::head(values, 6L)) {
    line <- agreement_line(as.data.frame(x)[x$value %in% value, , drop = FALSE])
    cat_note(cut_text(value, 30L), ": ", line)
  }
  if (length(values) > 6L) {
    cat_note("\u2026 and ", count_of(length(values) - 6L, "more value"))
  }
  failed <- sum(!is.na(x$message))
  if (failed) cat_note(count_of(failed, "preparation"), " failed: see `message`")
  invisible(x)
}

# How the preparations agree on one value, in words.
agreement_line <- function(x) {
  estimate <- x$estimate[!is.na(x$estimate)]
  n <- length(estimate)
  if (!n) return(paste("no estimate in", count_of(nrow(x), "preparation")))
  parts <- c(above = sum(estimate > 0), below = sum(estimate < 0), at = sum(estimate == 0))
  sign <- paste(show_count(parts[parts > 0]), names(parts)[parts > 0], collapse = ", ")
  clear <- if (all(c("lower", "upper") %in% names(x))) {
    sum(x$lower > 0 | x$upper < 0, na.rm = TRUE)
  }
  reach <- show_numbers(c(range(estimate), stats::median(estimate)))
  paste0(
    count_of(n, "preparation"), ", ", sign, " 0", if (n > 1L) {
      sprintf("; from %s to %s, median %s", reach[[1L]], reach[[2L]], reach[[3L]])
    },
    if (!is.null(clear)) {
      sprintf("; %s %s 0", count_of(clear, "interval"), plural(clear, "excludes", "exclude"))
    }
  )
}

#' Plot a multiverse as a specification curve
#'
#' Above, the estimates of all preparations in rising order, with their intervals if there are any;
#' below, which choices each preparation made (Simonsohn, Simmons and Nelson 2020). `plot()` draws
#' with base graphics, `autoplot()` with the package ggplot2, which must be installed.
#' @param x,object A table of [term_multiverse()], or some of its rows.
#' @param value One string, which value to show; by default (`NULL`) the first.
#' @param ... Further arguments of [plot.default()] for the upper part; for `autoplot()` not used.
#' @return `plot()` gives the data of the plot, invisibly: a data frame of a row for each
#'   preparation with an estimate, with `place`, `estimate`, `lower`, `upper` and the choices.
#'   `autoplot()` gives a plot of ggplot2, to which layers can be added.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described, and where no preparation has an
#' estimate.
#' @references
#' Simonsohn U, Simmons J, Nelson L (2020). Specification curve analysis. *Nature Human Behaviour*,
#' 4, 1208-1214. \doi{10.1038/s41562-020-0912-z}
#' @method plot tritone_term_multiverse
#' @export
#' @examples
#' news <- article_example()
#' grid <- list(remove = list(none = NULL, stopwords = term_stopwords()), ngrams = list(1, 1:2))
#' many <- term_multiverse(news, function(counts) sum(counts[, "border"]) / sum(counts), grid)
#' plot(many)
plot.tritone_term_multiverse <- function(x, ..., value = NULL) {
  curve <- multiverse_curve(x, value, "x")
  data <- curve$data
  old <- graphics::par(mai = graphics::par("mai"))
  on.exit({
    graphics::layout(1)
    graphics::par(old)
  })
  lines <- nrow(curve$choices)
  if (lines) {
    graphics::layout(matrix(1:2), heights = c(3, 1 + lines / 4))
    margin <- with_margin(curve$choices$label)
    margin[c(1L, 3L)] <- margin[c(1L, 3L)] / 3
    graphics::par(mai = margin)
  }
  ends <- range(data$estimate, data$lower, data$upper, finite = TRUE)
  side <- c(0.5, nrow(data) + 0.5)
  draw_frame(
    list(x = side, y = ends, xlab = "", ylab = curve$value, xaxt = if (lines) "n" else "s"),
    list(...)
  )
  graphics::abline(h = 0, lty = 3)
  graphics::segments(data$place, data$lower, data$place, data$upper, col = "grey60")
  graphics::points(data$place, data$estimate, pch = 19, cex = 0.6)
  if (lines) {
    marks <- curve$marks
    draw_frame(
      list(x = side, y = c(0.5, lines + 0.5), xlab = "", ylab = "", xaxt = "n", yaxt = "n"), list()
    )
    row_labels(curve$choices$label, lines + 1 - seq_len(lines))
    graphics::points(marks$place, lines + 1 - marks$line, pch = 15, cex = 0.5)
  }
  invisible(data)
}

#' @rdname plot.tritone_term_multiverse
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_term_multiverse <- function(object, ..., value = NULL) {
  check_dots(...)
  need_package("ggplot2", "autoplot()")
  curve <- multiverse_curve(object, value, "object")
  data <- curve$data
  upper <- curve$value
  # Two parts in one plot: choices have whole places far below the estimates, on their own axis.
  base <- min(data$estimate, data$lower, data$upper, na.rm = TRUE)
  base <- floor(min(0, base)) - 10 * nrow(curve$choices) - 10
  panels <- c(upper, "Choices")
  data$panel <- factor(rep(upper, nrow(data)), panels)
  marks <- curve$marks
  marks$height <- base - marks$line
  marks$panel <- factor(rep("Choices", nrow(marks)), panels)
  places <- base - seq_len(nrow(curve$choices))
  breaks <- function(limits) if (limits[[1L]] < base) places else pretty(limits)
  labels <- function(at) {
    ifelse(at %in% places, curve$choices$label[match(at, places)], format(at))
  }
  at <- function(...) do.call(ggplot2::aes, lapply(list(...), as.name))
  ggplot2::ggplot(data, at(x = "place")) +
    ggplot2::geom_linerange(at(ymin = "lower", ymax = "upper"), colour = "grey60", na.rm = TRUE) +
    ggplot2::geom_point(at(y = "estimate")) +
    ggplot2::geom_point(at(y = "height"), data = marks, shape = 15) +
    ggplot2::facet_grid(rows = "panel", scales = "free_y") +
    ggplot2::scale_y_continuous(breaks = breaks, labels = labels) +
    ggplot2::labs(x = NULL, y = NULL)
}

# list(value, data, choices, marks): the estimates of one value by size; the choices that differ,
# one a line; which lines each preparation has a mark on.
multiverse_curve <- function(x, value, arg) {
  plot_columns(x, c("value", "estimate"))
  choices <- intersect(attr(x, "choices"), names(x))
  all <- as.data.frame(x)
  known <- unique(all$value[!is.na(all$estimate)])
  if (!length(known)) abort_input("`", arg, "` has no estimate to plot.")
  value <- if (is.null(value)) known[[1L]] else check_choice(value, "value", known)
  own <- all[all$value %in% value & !is.na(all$estimate), , drop = FALSE]
  own <- own[order(own$estimate), , drop = FALSE]
  limit <- function(name) if (is.null(own[[name]])) rep(NA_real_, nrow(own)) else own[[name]]
  data <- list_frame(c(
    list(
      place = seq_len(nrow(own)), estimate = own$estimate, lower = limit("lower"),
      upper = limit("upper")
    ),
    own[choices]
  ))
  lines <- do.call(rbind, lapply(choices, function(name) {
    levels <- unique(all[[name]])
    if (length(levels) < 2L) return(NULL)
    data.frame(choice = name, level = as.character(levels))
  }))
  if (is.null(lines)) lines <- data.frame(choice = character(), level = character())
  lines$label <- sprintf("%s: %s", lines$choice, lines$level)
  marks <- do.call(rbind, lapply(seq_len(nrow(lines)), function(i) {
    place <- which(as.character(own[[lines$choice[[i]]]]) == lines$level[[i]])
    data.frame(place = place, line = rep(i, length(place)))
  }))
  if (is.null(marks)) marks <- data.frame(place = integer(), line = integer())
  list(value = value, data = data, choices = lines, marks = marks)
}
