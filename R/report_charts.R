# Draws the charts of article_report() as SVG strings. Colours come from the style sheet, so
# that they suit light mode, dark mode and print. Widths are in the units of the view box, one
# of which is about a pixel: charts are drawn for a wide page and for a phone, and never scaled
# down, so that their labels can be read.

num <- function(x) formatC(x, format = "f", digits = 1, drop0trailing = TRUE)

svg_tag <- function(name, attributes, child = NULL) {
  marks <- paste0(" ", names(attributes), "=\"", html_text(unlist(attributes)), "\"", collapse = "")
  inner <- if (is.null(child)) "" else child
  paste0("<", name, marks, ">", inner, "</", name, ">")
}

# A chart with links is a group of them; one without is a picture, and one without a label is
# decoration beside figures that are text.
svg <- function(width, height, label, ..., stretch = FALSE, links = FALSE) {
  role <- if (nzchar(label)) {
    list(role = if (links) "group" else "img", `aria-label` = label)
  } else {
    list(`aria-hidden` = "true")
  }
  attributes <- list(
    viewBox = paste("0 0", num(width), num(height)),
    preserveAspectRatio = if (stretch) "none" else "xMidYMid meet"
  )
  html(svg_tag("svg", c(attributes, role), paste(c(...), collapse = "")))
}

svg_label <- function(x, y, text, anchor = "middle") {
  sprintf(
    "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>",
    num(x), num(y), anchor, html_text(text)
  )
}

svg_rule <- function(x1, y1, x2, y2, class_) {
  sprintf(
    "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"></line>",
    num(x1), num(y1), num(x2), num(y2), class_
  )
}

# The text shown when a reader points at a mark.
hover <- function(text) paste0("<title>", html_text(text), "</title>")

# A chart for a wide page and for a phone; the style shows one of them. `draw` takes a width.
drawn_twice <- function(draw) {
  list(
    el("div", draw(1000), class_ = "wide"), el("div", draw(358), class_ = "narrow")
  )
}

# A mark as a link to its evidence, where there is some; `label` is what it shows.
svg_link <- function(mark, href, label) {
  if (is.null(href) || is.na(href)) return(mark)
  svg_tag("a", list(href = href, `aria-label` = label), mark)
}

# Labels below a chart: as many of the periods as have room.
period_labels <- function(x, y, labels, width = 760) {
  n <- length(labels)
  room <- max(2L, floor(width / (14 + 6.6 * max(nchar(labels)))))
  shown <- seq(1L, n, by = max(1L, ceiling(n / room)))
  # A label wider than its place at an end starts or ends there.
  anchor <- rep("middle", length(shown))
  half <- 3.3 * nchar(labels[shown])
  anchor[x[shown] + half > width] <- "end"
  at <- ifelse(anchor == "end", pmin(width, x[shown] + half), x[shown])
  svg_label(at, y, labels[shown], anchor)
}

# Bars over time, stacked by the columns of `counts` (periods x groups); `links` are the
# addresses of what is known of each period.
chart_stacked <- function(counts, labels, label, width = 760, links = NULL) {
  n <- nrow(counts)
  height <- 200
  left <- 34
  bottom <- 28
  top <- max(1, rowSums(counts))
  step <- (width - left) / n
  ticks <- unique(round(pretty(c(0, top), 4)))
  ticks <- ticks[ticks <= top]
  y <- function(value) height - bottom - value / top * (height - bottom - 8)
  grid <- vapply(ticks, function(tick) {
    paste0(
      svg_rule(left, y(tick), width, y(tick), "grid"),
      svg_label(left - 6, y(tick) + 4, show_count(tick), "end")
    )
  }, "")
  tips <- matrix(sprintf(
    "%s, %s: %s", rep(labels, ncol(counts)), rep(foreign_text(colnames(counts)), each = n),
    show_count(counts)
  ), n)
  bars <- lapply(seq_len(n), function(i) {
    base <- c(0, cumsum(counts[i, ]))
    drawn <- vapply(which(counts[i, ] > 0), function(g) {
      svg_tag("rect", list(
        x = num(left + (i - 1) * step + min(1.5, step * 0.1)), y = num(y(base[[g + 1L]])),
        width = num(max(0.8, step - min(3, step * 0.2))),
        height = num(y(base[[g]]) - y(base[[g + 1L]])), class = paste0("s", (g - 1L) %% 7L + 1L)
      ), hover(tips[i, g]))
    }, "")
    svg_link(
      paste(drawn, collapse = "; "), links[i], paste(tips[i, counts[i, ] > 0], collapse = "; ")
    )
  })
  names <- period_labels(left + (seq_len(n) - 0.5) * step, height - 6, labels, width)
  svg(width, height, label, grid, unlist(bars), names, links = !is.null(links))
}

legend <- function(groups) {
  el("div", lapply(seq_along(groups), function(g) {
    mark <- html(svg_tag("svg", list(viewBox = "0 0 10 10", `aria-hidden` = "true"), svg_tag(
      "rect", list(width = 10, height = 10, rx = 2, class = paste0("s", (g - 1L) %% 7L + 1L))
    )))
    el("span", mark, foreign(groups[[g]]))
  }), class_ = "legend")
}

# A line over time with its interval as a band; NA leaves a gap. `neutral` is the half width of
# the band around 0 that means nothing; `links` are the addresses of the evidence of each point.
chart_interval <- function(value, lower, upper, labels, tips, label, width = 760, neutral = 0,
                           links = NULL) {
  n <- length(value)
  height <- 230
  left <- 44
  bottom <- 28
  range <- range(c(0, value, lower, upper), na.rm = TRUE)
  if (diff(range) == 0) range <- c(-0.1, 0.1)
  if (neutral > 0) range <- c(min(range[[1L]], -neutral), max(range[[2L]], neutral))
  x <- left + (seq_len(n) - 0.5) * (width - left) / n
  y <- function(v) 8 + (range[[2L]] - v) / diff(range) * (height - bottom - 16)
  ticks <- pretty(range, 5)
  ticks <- ticks[ticks >= range[[1L]] & ticks <= range[[2L]]]
  grid <- vapply(ticks, function(tick) {
    paste0(
      svg_rule(left, y(tick), width, y(tick), if (tick == 0) "zero" else "grid"),
      svg_label(left - 6, y(tick) + 4, say_tone(tick), "end")
    )
  }, "")
  runs <- split(which(!is.na(value)), cumsum(is.na(value))[!is.na(value)])
  lines <- vapply(runs, function(at) {
    points <- paste(num(x[at]), num(y(value[at])), sep = ",", collapse = " ")
    known <- at[!is.na(lower[at])]
    band <- if (length(known) > 1L) {
      outline <- paste(
        num(x[c(known, rev(known))]), num(y(c(upper[known], rev(lower[known])))),
        sep = ",", collapse = " "
      )
      svg_tag("polygon", list(points = outline, class = "band"))
    }
    paste0(band, svg_tag("polyline", list(points = points, class = "line")))
  }, "")
  dots <- vapply(which(!is.na(value)), function(i) {
    dot <- svg_tag(
      "circle", list(cx = num(x[[i]]), cy = num(y(value[[i]])), r = 4, class = "dot"),
      hover(tips[[i]])
    )
    svg_link(dot, links[i], tips[[i]])
  }, "")
  meaningless <- if (neutral > 0) {
    svg_tag("rect", list(
      x = num(left), y = num(y(neutral)), width = num(width - left),
      height = num(y(-neutral) - y(neutral)), class = "neutral"
    ))
  }
  svg(
    width, height, label, meaningless, grid, lines, dots,
    period_labels(x, height - 6, labels, width), links = !is.null(links)
  )
}

# Circles at x and y on one scale, whose areas are `share`, with their names below, moved down until
# they are clear of each other; `links` are addresses.
chart_map <- function(x, y, share, names, tips, label, width = 760, links = NULL) {
  edge <- 46
  wide <- max(diff(range(x)) / (width - 2 * edge), diff(range(y)) / 280, 1e-9)
  height <- 2 * edge + diff(range(y)) / wide
  cx <- width / 2 + (x - mean(range(x))) / wide
  cy <- height / 2 - (y - mean(range(y))) / wide
  r <- 26 * sqrt(pmax(share, 0) / max(share, 1e-12))
  half <- 3.4 * nchar(names, "width")
  tx <- pmin(pmax(cx, half), width - half)
  ty <- clear_labels(tx, cy + r + 12, half)
  circles <- vapply(seq_along(x), function(k) {
    circle <- svg_tag("circle", list(
      cx = num(cx[[k]]), cy = num(cy[[k]]), r = num(max(3, r[[k]])), class = "topic"
    ), hover(tips[[k]]))
    svg_link(circle, links[k], tips[[k]])
  }, "")
  svg(
    width, max(height, ty + 6), label, circles, svg_label(tx, ty, foreign_text(names)),
    links = !is.null(links)
  )
}

# Heights of labels from the top to the bottom, each moved down past those that it would touch.
clear_labels <- function(x, y, half, line = 14) {
  order <- order(y, x)
  for (i in seq_along(order)[-1L]) {
    k <- order[[i]]
    placed <- order[seq_len(i - 1L)]
    repeat {
      touched <- placed[abs(x[placed] - x[[k]]) < half[placed] + half[[k]] + 4 &
        abs(y[placed] - y[[k]]) < line]
      if (!length(touched)) break
      y[[k]] <- max(y[touched]) + line
    }
  }
  y
}

# One value per row with its interval, on a common scale, before the band that means nothing.
chart_dots <- function(value, lower, upper, range, label, neutral = 0) {
  width <- 200
  height <- 18
  if (diff(range) == 0) range <- range + c(-0.1, 0.1)
  x <- function(v) 6 + (v - range[[1L]]) / diff(range) * (width - 12)
  if (is.na(value)) return(svg(width, height, label))
  svg(
    width, height, label,
    if (neutral > 0) {
      band <- pmin(pmax(x(c(-neutral, neutral)), 0), width)
      svg_tag("rect", list(
        x = num(band[[1L]]), y = 0, width = num(diff(band)), height = height, class = "neutral"
      ))
    },
    svg_rule(x(0), 0, x(0), height, "grid"),
    if (!is.na(lower)) svg_rule(x(lower), height / 2, x(upper), height / 2, "stem"),
    svg_tag("circle", list(cx = num(x(value)), cy = height / 2, r = 5, class = "dot"))
  )
}

# A line without axes.
spark <- function(value, label) {
  value[is.na(value)] <- 0
  n <- length(value)
  if (n < 2L) return(svg(100, 24, label))
  top <- max(value, 1e-12)
  x <- (seq_len(n) - 1) / (n - 1) * 98 + 1
  y <- 22 - value / top * 20
  area <- paste(num(c(1, x, 99)), num(c(22, y, 22)), sep = ",", collapse = " ")
  svg(
    100, 24, label,
    svg_tag("polygon", list(points = area, class = "band")),
    svg_tag("polyline", list(
      points = paste(num(x), num(y), sep = ",", collapse = " "), class = "line",
      `vector-effect` = "non-scaling-stroke"
    )),
    stretch = TRUE
  )
}

# One bar of a row, `share` of the widest.
bar <- function(share, label) {
  svg(
    100, 8, label,
    svg_tag("rect", list(width = num(max(0.5, 100 * share)), height = 8, rx = 1, class = "s1")),
    stretch = TRUE
  )
}
