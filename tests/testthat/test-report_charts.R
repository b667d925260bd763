# The charts of article_report() by value: where each mark is, from the figures it shows.

# The attributes of all elements of one kind, as a data frame of strings.
marks <- function(svg, tag) {
  found <- regmatches(svg, gregexpr(sprintf("<%s [^>]*>", tag), svg))[[1L]]
  pairs <- regmatches(found, gregexpr("[a-zA-Z0-9-]+=\"[^\"]*\"", found))
  rows <- lapply(pairs, function(x) {
    stats::setNames(as.list(gsub("^[^=]*=\"|\"$", "", x)), sub("=.*", "", x))
  })
  columns <- unique(unlist(lapply(rows, names)))
  as.data.frame(stats::setNames(lapply(columns, function(name) {
    vapply(rows, function(row) if (is.null(row[[name]])) NA_character_ else row[[name]], "")
  }), columns))
}
numbers <- function(x) as.numeric(strsplit(x, "[ ,]")[[1L]])

test_that("bars are as high as the counts, one above the other", {
  counts <- cbind(a = c(4, 0, 1), b = c(0, 2, 3))
  svg <- chart_stacked(counts, c("Jan", "Feb", "Mar"), "Articles by month")
  bars <- marks(svg, "rect")
  # 164 units for the largest sum, 4; the baseline is at 172.
  expect_identical(bars$class, c("s1", "s2", "s1", "s2"))
  expect_identical(as.numeric(bars$height), c(164, 82, 41, 123))
  expect_identical(as.numeric(bars$y), c(8, 90, 131, 8))
  # Periods are 242 wide from 34 on, with 1.5 left out at each side.
  expect_identical(as.numeric(bars$x), c(35.5, 277.5, 519.5, 519.5))
  expect_identical(unique(as.numeric(bars$width)), 239)
  texts <- marks(svg, "text")
  grid <- marks(svg, "line")
  expect_identical(as.numeric(grid$y1), 172 - (0:4) * 41)
  expect_identical(as.numeric(texts$y), c(172 - (0:4) * 41 + 4, rep(194, 3)))
  expect_identical(as.numeric(texts$x), c(rep(28, 5), 155, 397, 639))
  for (tip in c("Jan, \u2068a\u2069: 4", "Feb, \u2068b\u2069: 2", "Mar, \u2068b\u2069: 3")) {
    expect_match(svg, paste0("<title>", tip, "</title>"), fixed = TRUE)
  }
  # Many periods: bars of 0.8 units at least, and narrow gaps.
  many <- marks(chart_stacked(cbind(a = rep(1, 100)), as.character(1:100), ""), "rect")
  expect_identical(as.numeric(many$width[[1L]]), round(7.26 - 0.2 * 7.26, 1))
  expect_identical(as.numeric(many$x[1:2]), round(34 + c(0, 7.26) + 0.726, 1))
  few <- marks(chart_stacked(cbind(a = rep(1, 2000)), as.character(1:2000), ""), "rect")
  expect_identical(unique(few$width), "0.8")
})

test_that("a line over time is at its values, with its interval where it is known", {
  value <- c(-0.2, NA, 0.1, 0.2)
  svg <- chart_interval(
    value, value - 0.2, value + 0.2, c("a", "b", "c", "d"), paste("tip", 1:4), "Mean tone"
  )
  # From -0.4 to 0.4: 186 units; 716 for four periods from 44 on.
  y <- function(v) 8 + (0.4 - v) / 0.8 * 186
  x <- c(133.5, 312.5, 491.5, 670.5)
  dots <- marks(svg, "circle")
  expect_identical(as.numeric(dots$cx), x[c(1, 3, 4)])
  expect_identical(as.numeric(dots$cy), round(y(c(-0.2, 0.1, 0.2)), 1))
  lines <- marks(svg, "polyline")$points
  expect_length(lines, 2L)
  expect_identical(numbers(lines[[2L]]), round(c(x[3], y(0.1), x[4], y(0.2)), 1))
  band <- marks(svg, "polygon")$points
  outline <- c(x[3], y(0.3), x[4], y(0.4), x[4], y(0), x[3], y(-0.1))
  expect_lt(max(abs(numbers(band) - outline)), 0.051)
  rules <- marks(svg, "line")
  expect_identical(as.numeric(rules$y1[rules$class == "zero"]), y(0))
  expect_identical(sum(rules$class == "grid"), 4L)
  expect_identical(as.numeric(marks(svg, "text")$y[6:9]), rep(224, 4))
  expect_match(svg, "tip 3</title>")
  expect_no_match(svg, "tip 2")
  # What never differs from zero has a scale of a tenth to both sides.
  flat <- marks(chart_interval(0, NA, NA, "a", "tip", ""), "text")
  expect_identical(as.numeric(flat$y[1:5]), round(8 + (0.1 - c(-0.1, -0.05, 0, 0.05, 0.1)) / 0.2 *
    186, 1) + 4)
})

test_that("a dot is at its value on the common scale, with its interval", {
  svg <- chart_dots(0.5, 0, 1, c(-1, 1), "x")
  dot <- marks(svg, "circle")
  expect_identical(c(dot$cx, dot$cy, dot$r), c("147", "9", "5"))
  rules <- marks(svg, "line")
  expect_identical(rules$class, c("grid", "stem"))
  expect_identical(rules$x1, c("100", "100"))
  expect_identical(rules$x2, c("100", "194"))
  expect_identical(rules$y1, c("0", "9"))
  expect_identical(rules$y2, c("18", "9"))
  expect_identical(marks(chart_dots(0.5, NA, NA, c(-1, 1), ""), "line")$class, "grid")
  expect_no_match(chart_dots(NA, NA, NA, c(-1, 1), ""), "circle")
  # All the same: the scale reaches a tenth to both sides.
  same <- chart_dots(0, NA, NA, c(0, 0), "")
  expect_identical(marks(same, "circle")$cx, "100")
  expect_identical(marks(chart_dots(0.05, NA, NA, c(0, 0), ""), "circle")$cx, "147")
})

test_that("a line without axes and a bar are shares of the largest", {
  line <- function(...) marks(spark(..., label = ""), "polyline")$points
  expect_identical(numbers(line(c(0, 5, 10))), c(1, 22, 50, 12, 99, 2))
  expect_identical(numbers(line(c(NA, 4))), c(1, 22, 99, 2))
  expect_identical(numbers(line(c(0, 0))), c(1, 22, 99, 22))
  expect_match(spark(c(1, 1), "Share"), "aria-label=\"Share\"", fixed = TRUE)
  expect_no_match(spark(3, ""), "polyline")
  expect_identical(numbers(marks(spark(c(0, 1), ""), "polygon")$points), c(1, 22, 1, 22, 99, 2, 99,
    22))
  expect_identical(marks(bar(0.42, ""), "rect")$width, "42")
  expect_identical(marks(bar(0, ""), "rect")$width, "0.5")
  expect_identical(num(c(1.26, 2)), c("1.3", "2"))
})

test_that("as many periods are labelled as have room, and none is cut at the end", {
  labels <- period_labels(seq_len(20), 5, letters[1:20], width = 150)
  # A letter takes 6.6 units and 14 beside it: 7 have room in 150.
  expect_identical(sub(".*>(.)</text>", "\\1", labels), c("a", "d", "g", "j", "m", "p", "s"))
  expect_length(period_labels(1:8, 5, letters[1:8]), 8L)
  expect_identical(marks(labels[[2L]], "text")$x, "4")
  at_end <- marks(paste(
    period_labels(c(50, 98), 5, c("May 2021", "Jun 2021"), width = 100), collapse = ""
  ), "text")
  expect_identical(at_end$text.anchor, c("middle", "end"))
  expect_identical(at_end$x[[2L]], "100")
})

test_that("marks are links where there is evidence, and such a chart is a group", {
  counts <- cbind(a = c(4, 0), b = c(1, 2))
  svg <- chart_stacked(counts, c("Jan", "Feb"), "Articles", links = c("#ev-1", NA))
  links <- marks(svg, "a")
  expect_identical(links$href, "#ev-1")
  expect_identical(links$aria.label, "Jan, \u2068a\u2069: 4; Jan, \u2068b\u2069: 1")
  expect_match(svg, "role=\"group\" aria-label=\"Articles\"", fixed = TRUE)
  expect_match(chart_stacked(counts, c("Jan", "Feb"), "Articles"), "role=\"img\"", fixed = TRUE)
  line <- chart_interval(
    c(0.1, 0.2), 0:1, 1:2, c("a", "b"), c("x", "y"), "Tone", links = c("#e", "#f")
  )
  expect_identical(marks(line, "a")$href, c("#e", "#f"))
  expect_identical(marks(line, "a")$aria.label, c("x", "y"))
  # Without a label a chart is decoration beside text.
  expect_match(bar(0.5, ""), "aria-hidden=\"true\"", fixed = TRUE)
})

test_that("the band that means nothing is drawn to scale", {
  svg <- chart_interval(c(-0.2, 0.2), NA, NA, c("a", "b"), c("", ""), "", neutral = 0.1)
  band <- marks(svg, "rect")
  # From -0.2 to 0.2 are 186 units.
  expect_identical(c(band$y, band$height), c("54.5", "93"))
  dots <- marks(chart_dots(0.5, NA, NA, c(-1, 1), "", 0.5), "rect")
  expect_identical(c(dots$x, dots$width), c("53", "94"))
})

test_that("the band that means nothing stays inside a small picture", {
  band <- marks(chart_dots(0.001, -0.002, 0.003, c(-0.002, 0.003), "", 0.02), "rect")
  expect_identical(as.numeric(band$x), 0)
  expect_identical(as.numeric(band$width), 200)
})

test_that("a legend names each group with its colour", {
  svg <- legend(c("Gazette", "Herald"))
  expect_identical(marks(svg, "rect")$class, c("s1", "s2"))
  expect_identical(marks(legend(letters[1:9]), "rect")$class[8:9], c("s1", "s2"))
  expect_match(svg, "<bdi>Gazette</bdi></span>", fixed = TRUE)
})
