# How tables are drawn with base graphics: what plot_data() gives is drawn as rows with dots or bars
# and intervals, lines over time, stretches of time, or points. Labels are never dropped or cut:
# they become smaller where there is no room.

draw_plot <- function(x, n, ...) {
  made <- plot_data(x, n)
  data <- made$data
  if (!nrow(data)) abort_input("`x` has no rows to plot.")
  given <- list(...)
  switch(made$kind,
    dots = draw_rows(made, given, dot_marks), shift = draw_rows(made, given, bar_marks),
    points = draw_points(made, given), lines = draw_lines(made, given),
    bars = draw_time(made, given)
  )
  invisible(data)
}

# Colours that colour-blind readers tell apart (Okabe and Ito 2008), without yellow; for more
# series a scale that also differs in lightness.
series_colours <- function(n) {
  own <- c("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000")
  if (n <= length(own)) own[seq_len(n)] else grDevices::hcl.colors(n, "viridis")
}
series_marks <- function(n) rep_len(c(19, 17, 15, 18, 4, 1, 2, 0), n)

# An empty frame; the caller's arguments override the usual ones.
draw_frame <- function(usual, given) {
  usual <- c(list(type = "n"), usual)
  do.call(graphics::plot, c(usual[setdiff(names(usual), names(given))], given))
}

# A margin wide enough for labels. Before there is a plot no string can be measured, so each
# column of the console is taken as half an em.
label_margin <- function(label, most) {
  0.3 + min(0.55 * graphics::par("cin")[[1L]] * max(nchar(label, "width")), most)
}

with_margin <- function(label) {
  margin <- graphics::par("mai")
  margin[[2L]] <- label_margin(label, 0.5 * graphics::par("din")[[1L]])
  margin
}

# Labels of rows in the left margin, smaller where they would not fit.
row_labels <- function(label, rows) {
  line <- graphics::par("mai")[[2L]] - 0.1
  wide <- max(graphics::strwidth(label, "inches"), 0.01)
  tall <- graphics::par("pin")[[2L]] / length(unique(rows))
  cex <- min(1, line / wide, tall / graphics::par("cin")[[2L]])
  graphics::mtext(label, 2, at = rows, las = 1, line = 0.2, cex = cex * graphics::par("cex"))
}

# Labels of places on the x axis, in as many lines as they have words, smaller where needed.
column_labels <- function(label, places) {
  label <- gsub(" ", "\n", label, fixed = TRUE)
  room <- graphics::par("pin")[[1L]] / length(places)
  cex <- min(1, 0.95 * room / max(graphics::strwidth(label, "inches")))
  lines <- max(lengths(strsplit(label, "\n", fixed = TRUE)), 1L)
  cex <- min(cex, (graphics::par("mai")[[1L]] / graphics::par("cin")[[2L]] - 1.6) / lines)
  graphics::axis(1, places, rep("", length(places)))
  graphics::mtext(
    label, 1, at = places, line = 0.4, padj = 1, cex = cex * graphics::par("cex")
  )
}

# The title of the x axis, which may be wider than the plot beside its labels, and of a panel.
axis_title <- function(text) {
  if (!nzchar(text)) return(invisible())
  wide <- graphics::strwidth(text, "inches")
  figure <- graphics::par("fin")[[1L]]
  cex <- min(1, 0.92 * figure / wide)
  line <- min(2.3, graphics::par("mar")[[1L]] - 1.2)
  right <- graphics::par("mai")[[4L]] + graphics::par("pin")[[1L]] / 2
  fits <- wide * cex / 2 <= right
  at <- if (fits) mean(graphics::par("usr")[1:2]) else graphics::grconvertX(0.97, "nfc", "user")
  graphics::mtext(
    text, 1, line = line, at = at, adj = if (fits) 0.5 else 1, cex = cex * graphics::par("cex")
  )
}
panel_title <- function(text) {
  if (!nzchar(text)) return(invisible())
  cex <- min(1, 0.95 * graphics::par("fin")[[1L]] / graphics::strwidth(text, "inches", font = 2))
  graphics::mtext(
    text, 3, line = 0.4, at = graphics::grconvertX(0.5, "nfc", "user"), font = 2,
    cex = cex * graphics::par("cex")
  )
}

# Labels of points, each on the first of four sides where it is on no other label or point.
point_labels <- function(x, y, label, cex = 1) {
  inches <- function(v, to) to(v, "user", "inches")
  px <- inches(x, graphics::grconvertX)
  py <- inches(y, graphics::grconvertY)
  wide <- graphics::strwidth(label, "inches", cex = cex)
  tall <- graphics::strheight("X", "inches", cex = cex)
  away <- tall * 1.2
  taken_x <- px
  taken_y <- py
  half_x <- half_y <- rep(tall / 2, length(px))
  for (i in seq_along(px)) {
    at_x <- px[[i]] + c(0, 0, away + wide[[i]] / 2, -away - wide[[i]] / 2)
    at_y <- py[[i]] + c(away, -away, 0, 0)
    overlaps <- vapply(1:4, function(side) {
      sum(abs(taken_x - at_x[[side]]) < half_x + wide[[i]] / 2 &
          abs(taken_y - at_y[[side]]) < half_y + tall * 0.6)
    }, 0)
    side <- which.min(overlaps)
    graphics::text(
      graphics::grconvertX(at_x[[side]], "inches", "user"),
      graphics::grconvertY(at_y[[side]], "inches", "user"), label[[i]],
      cex = cex, xpd = NA
    )
    taken_x <- c(taken_x, at_x[[side]])
    taken_y <- c(taken_y, at_y[[side]])
    half_x <- c(half_x, wide[[i]] / 2)
    half_y <- c(half_y, tall * 0.6)
  }
}

# In how many rows and columns panels are drawn, so that the labels of their rows are largest.
panel_grid <- function(panels, rows, label) {
  size <- graphics::par("din")
  columns <- seq_len(panels)
  down <- ceiling(panels / columns)
  tall <- (size[[2L]] / down - 1.1) / rows / graphics::par("cin")[[2L]]
  wide <- 0.5 * size[[1L]] / columns / label_margin(label, Inf)
  scale <- pmin(1, tall, wide)
  best <- which(scale > max(scale) - 1e-9)
  shape <- abs(log(size[[1L]] / columns / (size[[2L]] / down) / 1.3))
  chosen <- best[[which.min(shape[best])]]
  c(down[[chosen]], chosen)
}

# Rows with labels and marks, a panel for each group of them.
draw_rows <- function(made, given, marks) {
  data <- made$data
  panels <- unique(data$panel)
  # One panel leaves a layout of the caller's as it is.
  old <- list(mai = graphics::par("mai"))
  if (length(panels) > 1L) old <- graphics::par(c("mfrow", "mai"))
  on.exit(graphics::par(old))
  if (length(panels) > 1L) {
    graphics::par(mfrow = panel_grid(length(panels), max(table(data$panel)), data$label))
  }
  zero <- if (made$kind == "shift") 0
  for (panel in panels) {
    own <- data[data$panel == panel, , drop = FALSE]
    # Dots of all panels have one scale; bars have one each, since the largest may hide the others.
    of <- if (made$kind == "shift") own else data
    reach <- range(zero, of$value, of$lower, of$upper, finite = TRUE)
    graphics::par(mai = row_margin(own$label, nzchar(panel)))
    rows <- rev(seq_len(nrow(own)))
    draw_frame(
      list(
        x = reach, y = c(0.5, nrow(own) + 0.5), xlab = "", ylab = "", yaxt = "n", bty = "n"
      ), given
    )
    if (reach[[1L]] < 0 && reach[[2L]] > 0) graphics::abline(v = 0, col = "grey70")
    marks(own, rows)
    if (is.null(given$main)) panel_title(panel)
    if (is.null(given$xlab)) axis_title(made$axis)
    row_labels(own$label, rows)
  }
}

# Wide enough for the labels, up to half of the figure; the other sides leave room for the marks
# where several panels share a small page.
row_margin <- function(label, titled) {
  size <- graphics::par("fin")
  c(
    min(0.7, 0.3 * size[[2L]]), min(label_margin(label, Inf), 0.5 * size[[1L]]),
    if (titled) min(0.4, 0.2 * size[[2L]]) else 0.3, min(0.3, 0.05 * size[[1L]])
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
  graphics::rect(
    pmin(0, data$value), rows - 0.35, pmax(0, data$value), rows + 0.35, col = side, border = NA
  )
  graphics::segments(data$lower, rows, data$upper, rows)
  graphics::abline(v = 0)
}

# Points, and the labels that do not overlap, from the largest count.
draw_points <- function(made, given) {
  data <- made$data[made$data$count > 0, , drop = FALSE]
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
  x <- graphics::grconvertX(data$count[at], "user", "inches")
  y <- graphics::grconvertY(data$value[at], "user", "inches")
  shown <- integer()
  for (i in seq_along(at)) {
    near <- abs(x[shown] - x[[i]]) < (wide[shown] + wide[[i]]) / 2 & abs(y[shown] - y[[i]]) < tall
    if (!any(near)) shown <- c(shown, i)
  }
  graphics::text(
    data$count[at[shown]], data$value[at[shown]], data$label[at[shown]], cex = 0.7, xpd = NA
  )
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
  reach <- range(0, data$value, data$lower, data$upper, na.rm = TRUE)
  draw_frame(
    list(
      x = data$period, y = rep(reach, length.out = nrow(data)), xlab = "", ylab = made$axis,
      bty = "l"
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

# Labels in the right margin at the heights `end`, moved apart where they would overlap.
end_labels <- function(label, end, colours) {
  usr <- graphics::par("usr")[3:4]
  inch <- diff(usr) / graphics::par("pin")[[2L]]
  line <- graphics::par("mai")[[4L]] - 0.15
  tall <- 1.2 * graphics::par("cin")[[2L]] * inch
  cex <- min(
    1, line / max(graphics::strwidth(label, "inches"), 0.01), diff(usr) / (length(label) * tall)
  )
  graphics::mtext(
    label, 4, at = spread_out(end, cex * tall, usr[[1L]], usr[[2L]]), las = 1, line = 0.3,
    col = colours, cex = cex * graphics::par("cex")
  )
}

# Numbers moved apart by at least `gap`, in their order, between low and high.
spread_out <- function(at, gap, low, high) {
  order <- order(at)
  n <- length(at)
  y <- pmin(pmax(at[order], low + gap / 2), high - gap / 2)
  for (i in seq_len(n)[-1L]) y[[i]] <- max(y[[i]], y[[i - 1L]] + gap)
  y[[n]] <- min(y[[n]], high - gap / 2)
  for (i in rev(seq_len(n - 1L))) y[[i]] <- min(y[[i]], y[[i + 1L]] - gap)
  at[order] <- y
  at
}

draw_time <- function(made, given) {
  data <- made$data
  terms <- unique(data$label)
  rows <- length(terms) + 1L - match(data$label, terms)
  old <- graphics::par(mai = row_margin(terms, FALSE))
  on.exit(graphics::par(old))
  draw_frame(
    list(
      x = range(data$start, data$end), y = c(0.5, length(terms) + 0.5), xlab = "", ylab = "",
      yaxt = "n", bty = "n"
    ), given
  )
  graphics::abline(h = seq_along(terms), col = "grey90")
  graphics::segments(data$start, rows, data$end + 1, rows, lwd = 4 * data$level, lend = 1)
  row_labels(terms, rev(seq_along(terms)))
}
