# How tables are drawn with base graphics: what plot_data() gives becomes rows with dots or bars and
# intervals, lines over time, stretches of time, places in a collection, or points.

draw_plot <- function(x, n, ...) {
  made <- plot_rows_of(x, n, "x")
  draw_made(made, list(...))
  invisible(made$data)
}

draw_made <- function(made, given) {
  switch(made$kind,
    dots = draw_rows(made, given, dot_marks), shift = draw_rows(made, given, bar_marks),
    counts = draw_rows(made, given, count_marks), points = draw_points(made, given),
    lines = draw_lines(made, given), spans = draw_time(made, given),
    ticks = draw_ticks(made, given)
  )
}

# An empty frame; the caller's arguments override the usual ones.
draw_frame <- function(usual, given) {
  usual <- c(list(type = "n"), usual)
  do.call(graphics::plot, c(usual[setdiff(names(usual), names(given))], given))
}

# Whether all panels have the same rows, which then need their labels once only.
shared_rows <- function(data) {
  each <- split(data$label, data$panel)
  all(vapply(each, function(one) !anyDuplicated(one) && setequal(one, each[[1L]]), NA))
}

# In how many rows and columns panels are drawn, so that the labels of their rows are largest, where
# a label at full size is `wide` x `tall` inches, the page `width` wide, and `room(down)` what each
# of so many rows of panels has for its rows; labels that panels share are written once, at the
# left, in `label` inches. list(down, across, scale, label).
panel_grid <- function(panels, rows, wide, tall, width, room, shared) {
  across <- seq_len(panels)
  down <- ceiling(panels / across)
  own <- if (shared) pmin(0.4 * width, width - 0.9 * across) else 0.5 * width / across
  scale <- pmin(1, room(down) / rows / tall, own / wide)
  best <- which(scale > max(scale) - 1e-9)
  shape <- abs(log(width / across / pmax(room(down), 0.01) / 1.5))
  chosen <- best[[which.min(shape[best])]]
  list(
    down = down[[chosen]], across = across[[chosen]], scale = max(scale[[chosen]], 0.01),
    label = min(wide, max(own[[chosen]], 0.3))
  )
}

# Places the panels of `data` on the page; gives the left margin of each.
lay_panels <- function(data, shared, titled) {
  page_ends(titled)
  size <- graphics::par("din") - c(0, sum(graphics::par("omi")))
  panels <- length(unique(data$panel))
  grid <- panel_grid(
    panels, max(table(data$panel)), label_margin(data$label, Inf), graphics::par("cin")[[2L]],
    size[[1L]], function(down) {
      each <- size[[2L]] / down
      # Below 0.8 inches axis and title have hardly room.
      (each - vapply(each, function(tall) sum(panel_ends(tall)), 0)) * pmin(1, each / 0.8)^2
    }, shared
  )
  each <- (size[[1L]] - if (shared) grid$label else 0) / grid$across
  graphics::layout(
    matrix(seq_len(grid$down * grid$across), grid$down, byrow = TRUE),
    widths = c(if (shared) grid$label + each else each, rep(each, grid$across - 1L))
  )
  graphics::par(cex = panel_text)
  if (!shared) return(rep(NA_real_, panels))
  ifelse(seq_len(panels) %% grid$across == 1L | grid$across == 1L, grid$label, 0.1)
}

# Panels share the title of their axis, below all of them, and the caller's title, above them.
page_ends <- function(titled, left = 0) {
  graphics::par(omi = c(0.35, left, if (titled) 0.35 else 0, 0))
}
page_titles <- function(axis, main = NULL) {
  titles <- list(list(axis, 1, 1), if (!is.null(main)) list(main, 3, 2))
  for (one in titles[lengths(titles) > 0L]) {
    wide <- graphics::strwidth(one[[1L]], "inches", font = one[[3L]]) / graphics::par("cex")
    cex <- min(1, 0.95 * graphics::par("din")[[1L]] / max(wide, 0.01))
    graphics::mtext(one[[1L]], one[[2L]], outer = TRUE, line = 0.3, cex = cex, font = one[[3L]])
  }
}
# The text of panels, as a part of that of a plot alone.
panel_text <- 0.8

# What one of several panels `tall` inches high has below and above its rows.
panel_ends <- function(tall) {
  c(
    min(0.4, max(0.2 * tall, min(0.3, 0.35 * tall))),
    min(0.35, max(0.2 * tall, min(0.25, 0.3 * tall)))
  )
}

# The range of what is known; a table may have no value at all.
known_range <- function(...) {
  all <- c(...)
  all <- all[is.finite(all)]
  if (length(all)) range(all) else c(0, 1)
}

# Rows with labels and marks, a panel for each group of them.
draw_rows <- function(made, given, marks) {
  data <- made$data
  panels <- unique(data$panel)
  several <- length(panels) > 1L
  shared <- several && shared_rows(data)
  # One panel leaves a layout of the caller's as it is.
  old <- graphics::par(if (several) c("mai", "mfrow", "omi", "cex") else c("mai", "xpd"))
  on.exit({
    if (several) graphics::layout(1)
    graphics::par(old)
  })
  page <- given[c("main", "xlab")]
  if (several) given <- given[!names(given) %in% c("main", "xlab")]
  left <- if (several) lay_panels(data, shared, !is.null(page$main)) else NA_real_
  zero <- if (made$kind != "dots") 0
  order <- unique(data$label[data$panel == panels[[1L]]])
  for (at in seq_along(panels)) {
    own <- data[data$panel == panels[[at]], , drop = FALSE]
    # Panels have one scale; but bars of shifts one each, since the largest may hide the others.
    of <- if (made$kind == "shift") own else data
    reach <- known_range(zero, of$value, of$lower, of$upper)
    margin <- row_margin(own$label, several)
    if (!is.na(left[[at]])) margin[[2L]] <- left[[at]]
    graphics::par(mai = margin)
    rows <- rev(seq_len(nrow(own)))
    if (shared) rows <- nrow(own) + 1L - match(own$label, order)
    draw_frame(
      list(
        x = reach, y = c(0.5, nrow(own) + 0.5), xlab = "", ylab = "", yaxt = "n", bty = "n"
      ), given
    )
    if (reach[[1L]] < 0 && reach[[2L]] > 0) graphics::abline(v = 0, col = "grey70")
    marks(own, rows)
    if (several || is.null(given$main)) panel_title(panels[[at]])
    if (is.null(given$xlab) && !several) axis_title(made$axis)
    if (!isTRUE(left[[at]] == 0.1)) row_labels(own$label, rows)
  }
  if (several) page_titles(if (is.null(page$xlab)) made$axis else page$xlab, page$main)
}

# Wide enough for the labels, up to half of the figure.
row_margin <- function(label, several) {
  size <- graphics::par("fin")
  ends <- if (several) panel_ends(size[[2L]]) else c(min(0.7, 0.3 * size[[2L]]), 0.3)
  c(
    ends[[1L]], min(label_margin(label, Inf), 0.5 * size[[1L]]), ends[[2L]],
    min(0.3, 0.05 * size[[1L]])
  )
}

dot_marks <- function(data, rows) {
  graphics::segments(data$lower, rows, data$upper, rows)
  graphics::points(data$value, rows, pch = 19, cex = max(0.4, min(1, 25 / length(rows))))
}

# Blue and orange; left and right say the same.
shift_colours <- c("#D55E00", "#0072B2")

bar_marks <- function(data, rows) {
  side <- shift_colours[(data$value > 0) + 1L]
  half <- bar_width(length(rows)) / 2
  graphics::rect(
    pmin(0, data$value), rows - half, pmax(0, data$value), rows + half, col = side, border = NA
  )
  graphics::segments(data$lower, rows, data$upper, rows)
  graphics::abline(v = 0)
}

count_marks <- function(data, rows) {
  half <- bar_width(length(rows)) / 2
  graphics::rect(0, rows - half, data$value, rows + half, col = "grey60", border = NA)
}
# Bars of few rows are no walls.
bar_width <- function(rows) min(0.7, 0.2 + 0.1 * rows)

# The axis of counts is logarithmic.
known_points <- function(data) {
  data[is.finite(data$count) & data$count > 0 & is.finite(data$value), , drop = FALSE]
}

# Points, and the labels that do not overlap, from the largest count.
draw_points <- function(made, given) {
  data <- known_points(made$data)
  draw_frame(
    list(
      x = data$count, y = data$value, log = "x", xlab = "Tokens", ylab = made$axis,
      xlim = range(data$count) * c(0.9, 1.3)
    ), given
  )
  graphics::points(data$count, data$value, pch = 19, cex = 0.4, col = "grey60")
  at <- utils::head(order(-data$count), 500L)
  wide <- graphics::strwidth(data$label[at], "inches", cex = 0.7)
  tall <- graphics::strheight("X", "inches", cex = 0.7) * 1.3
  # Within the page.
  page <- graphics::par("din")[[1L]] - 0.05
  x <- graphics::grconvertX(data$count[at], "user", "inches")
  x <- pmax(0.05 + wide / 2, pmin(x, page - wide / 2))
  y <- graphics::grconvertY(data$value[at], "user", "inches")
  shown <- integer()
  for (i in seq_along(at)) {
    near <- abs(x[shown] - x[[i]]) < (wide[shown] + wide[[i]]) / 2 & abs(y[shown] - y[[i]]) < tall
    if (!any(near)) shown <- c(shown, i)
  }
  graphics::text(
    graphics::grconvertX(x[shown], "inches", "user"), data$value[at[shown]],
    data$label[at[shown]], cex = 0.7, xpd = NA
  )
}

# How far an axis of lines goes: over all values, and over intervals up to once more as far. A
# period of few articles may have an interval so long that the lines would be flat beside it.
line_reach <- function(data) {
  values <- range(0, data$value, na.rm = TRUE)
  all <- range(values, data$lower, data$upper, na.rm = TRUE)
  if (diff(values) == 0) return(all)
  c(max(all[[1L]], values[[1L]] - diff(values)), min(all[[2L]], values[[2L]] + diff(values)))
}

# Lines over time, each with its label at its end.
draw_lines <- function(made, given) {
  data <- made$data
  key <- trimws(paste(data$label, ifelse(nzchar(data$panel), paste0("(", data$panel, ")"), "")))
  keys <- unique(key)
  margin <- graphics::par("mai")
  margin[c(1L, 3L)] <- c(0.5, 0.4)
  margin[[4L]] <- label_margin(keys, 0.35 * graphics::par("fin")[[1L]])
  old <- graphics::par(mai = margin)
  on.exit(graphics::par(old))
  reach <- line_reach(data)
  days <- range(data$period)
  draw_frame(
    list(
      x = data$period, y = rep(reach, length.out = nrow(data)), xlab = "", ylab = made$axis,
      bty = "l", ylim = reach, xlim = if (days[[1L]] == days[[2L]]) days + c(-1, 1) else days
    ), given
  )
  if (reach[[1L]] < 0) graphics::abline(h = 0, col = "grey70")
  colours <- series_colours(length(keys))
  marks <- series_marks(length(keys))
  end <- rep(NA_real_, length(keys))
  for (k in seq_along(keys)) {
    own <- data[key == keys[[k]], , drop = FALSE]
    graphics::segments(
      own$period, own$lower, own$period, own$upper,
      col = grDevices::adjustcolor(colours[[k]], 0.4)
    )
    graphics::lines(
      own$period, own$value, type = "o", pch = marks[[k]], cex = 0.6, col = colours[[k]]
    )
    end[[k]] <- utils::tail(c(mean(reach), own$value[!is.na(own$value)]), 1L)
  }
  end_labels(keys, end, colours)
}

# Rows of stretches or places along an axis, each with its label.
draw_along <- function(label, reach, axis, given, marks) {
  terms <- unique(label)
  old <- graphics::par(mai = row_margin(terms, FALSE))
  on.exit(graphics::par(old))
  draw_frame(
    list(
      x = reach, y = c(0.5, length(terms) + 0.5), xlab = "", ylab = "", yaxt = "n", bty = "n"
    ), given
  )
  graphics::abline(h = seq_along(terms), col = "grey90")
  marks(length(terms) + 1L - match(label, terms))
  if (is.null(given$xlab)) axis_title(axis)
  row_labels(terms, rev(seq_along(terms)))
}

draw_time <- function(made, given) {
  data <- made$data
  draw_along(data$label, range(data$start, data$end), made$axis, given, function(rows) {
    graphics::segments(data$start, rows, data$end + 1, rows, lwd = 4 * data$level, lend = 1)
  })
}

draw_ticks <- function(made, given) {
  data <- made$data
  draw_along(data$label, made$reach, made$axis, given, function(rows) {
    graphics::segments(data$value, rows - 0.35, data$value, rows + 0.35)
  })
}
