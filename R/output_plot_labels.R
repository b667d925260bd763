# Labels of plots with base graphics, and their colours: labels are never dropped or cut, they
# become smaller where there is no room, move apart where they would overlap, and stay on the page.

# Colours that colour-blind readers tell apart (Okabe and Ito 2008), without yellow; for more
# series a scale that also differs in lightness.
series_colours <- function(n) {
  own <- c("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000")
  if (n <= length(own)) own[seq_len(n)] else grDevices::hcl.colors(n, "viridis")
}
series_marks <- function(n) rep_len(c(19, 17, 15, 18, 4, 1, 2, 0), n)

# A margin wide enough for labels. Before there is a plot no string can be measured, so each
# column of the console is taken as half an em.
label_margin <- function(label, most) {
  0.3 + min(0.55 * graphics::par("cin")[[1L]] * max(nchar(label, "width"), 1L), most)
}

with_margin <- function(label) {
  margin <- graphics::par("mai")
  margin[[2L]] <- label_margin(label, 0.5 * graphics::par("din")[[1L]])
  margin
}

# Labels of rows in the left margin, smaller where they would not fit.
row_labels <- function(label, rows) {
  line <- graphics::par("mai")[[2L]] - 0.13
  wide <- max(graphics::strwidth(label, "inches"), 0.01)
  tall <- graphics::par("pin")[[2L]] / length(unique(rows))
  cex <- min(1, line / wide, tall / graphics::par("cin")[[2L]])
  graphics::mtext(label, 2, at = rows, las = 1, line = 0.2, cex = cex * graphics::par("cex"))
}

# Labels in lines of at most so many columns, broken at blanks, and within words that are wider.
wrap_label <- function(label, columns) {
  columns <- max(2L, as.integer(columns))
  cut_wide <- function(line) {
    out <- character()
    while (nchar(line, "width") > columns) {
      piece <- strtrim(line, columns)
      out <- c(out, piece)
      line <- substring(line, nchar(piece) + 1L)
    }
    c(out, line)
  }
  vapply(as.character(label), function(one) {
    lines <- strwrap(one, columns + 1L)
    paste(unlist(lapply(lines, cut_wide)), collapse = "\n")
  }, "", USE.NAMES = FALSE)
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
  figure <- 0.95 * graphics::par("fin")[[1L]]
  fit <- function(text) figure / max(graphics::strwidth(text, "inches", font = 2), 0.01)
  cex <- min(1, fit(text))
  # What would be very small on one line is written on two, if the margin has room for them.
  if (cex < 0.7) {
    two <- wrap_label(text, nchar(text, "width") / 2 + 4)
    room <- (graphics::par("mai")[[3L]] - 0.05) / (2.1 * graphics::par("cin")[[2L]])
    if (min(fit(two), room) > cex) {
      text <- two
      cex <- min(1, fit(two), room)
    }
  }
  graphics::mtext(
    text, 3, line = 0.2, at = graphics::grconvertX(0.5, "nfc", "user"), font = 2,
    cex = cex * graphics::par("cex")
  )
}

# Where labels of points go so that none is on another one or on a point: list(x, y, side), side 0
# the point itself (only where `inside`), 1 above, 2 below, 3 right, 4 left. All are in one unit;
# labels stay between 0 and `page`.
label_places <- function(x, y, wide, tall, page, inside = FALSE) {
  away <- tall * 1.2
  sides <- if (inside) 0:4 else 1:4
  out <- list(x = x, y = y, side = integer(length(x)))
  taken_x <- if (inside) numeric() else x
  taken_y <- if (inside) numeric() else y
  half_x <- half_y <- rep(tall / 2, length(taken_x))
  # On a label is worse than on a point.
  weight <- rep(1, length(taken_x))
  for (i in seq_along(x)) {
    at_x <- x[[i]] + c(0, 0, 0, away + wide[[i]] / 2, -away - wide[[i]] / 2)[sides + 1L]
    at_y <- y[[i]] + c(0, away, -away, 0, 0)[sides + 1L]
    kept_x <- pmax(wide[[i]] / 2, pmin(at_x, page - wide[[i]] / 2))
    overlaps <- vapply(seq_along(sides), function(s) {
      sum(weight[abs(taken_x - kept_x[[s]]) < half_x + wide[[i]] / 2 &
            abs(taken_y - at_y[[s]]) < half_y + tall * 0.6])
    }, 0)
    # A label that has to be moved into the page covers its own point.
    overlaps <- overlaps + 0.5 * (abs(kept_x - at_x) > 1e-9 & sides > 2L)
    best <- which.min(overlaps)
    out$x[[i]] <- kept_x[[best]]
    out$y[[i]] <- at_y[[best]]
    out$side[[i]] <- sides[[best]]
    taken_x <- c(taken_x, kept_x[[best]])
    taken_y <- c(taken_y, at_y[[best]])
    half_x <- c(half_x, wide[[i]] / 2)
    half_y <- c(half_y, tall * 0.6)
    weight <- c(weight, 2)
  }
  out
}

# Labels of points, smaller where one is wider than half of the figure.
point_labels <- function(x, y, label, cex = 1, inside = FALSE) {
  figure <- graphics::par("fin")[[1L]]
  left <- graphics::grconvertX(0, "nfc", "inches")
  wide <- graphics::strwidth(label, "inches", cex = cex)
  cex <- cex * min(1, 0.5 * figure / max(wide, 0.01))
  at <- label_places(
    graphics::grconvertX(x, "user", "inches") - left, graphics::grconvertY(y, "user", "inches"),
    graphics::strwidth(label, "inches", cex = cex),
    graphics::strheight("X", "inches", cex = cex), figure, inside
  )
  graphics::text(
    graphics::grconvertX(at$x + left, "inches", "user"),
    graphics::grconvertY(at$y, "inches", "user"), label, cex = cex, xpd = NA
  )
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
