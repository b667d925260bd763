# The page of topic_map(): one string with style, script and data. What comes from articles passes
# html_text() or json_strings(), and the script shows it as text only.

map_page <- function(x) {
  html_page(
    "map", x$title, el("h1", foreign(x$title)), map_controls(x),
    el("div",
      el("div", map_circles(x)), el("div", map_table(x), id = "terms"),
      class_ = "sides"
    ),
    el("p",
      "Near circles use the same terms; their areas are shares of all tokens. Bars: how often a ",
      "term occurs (pale), and how much of that is in the topic (dark).",
      class_ = "note"
    ),
    html_data("data", map_json(x))
  )
}

map_controls <- function(x) {
  names <- as.character(x$topics$topic)
  options <- lapply(seq_along(names), function(k) {
    el("option", foreign_text(names[[k]]), value = k - 1L)
  })
  el("div",
    el("label", "Topic ", el("select", options, id = "topic")),
    el("label",
      "Lambda ",
      html(sprintf(
        "<input type=\"range\" id=\"lambda\" min=\"0\" max=\"1\" step=\"0.05\" value=\"%s\">",
        format(x$lambda)
      )),
      " ", el("output", format(x$lambda), id = "shown")
    ),
    class_ = "controls"
  )
}

# The circles, with room around them for the largest.
map_circles <- function(x) {
  size <- 420
  radius <- map_radius(x)
  wide <- max(diff(range(x$topics$x)), diff(range(x$topics$y)), 0.1) * 1.3
  place <- function(v, sign) size / 2 + sign * (v - mean(range(v))) / wide * size
  cx <- place(x$topics$x, 1)
  cy <- place(x$topics$y, -1)
  r <- pmax(radius / wide * size, 3)
  names <- as.character(x$topics$topic)
  said <- sprintf("%s, %.1f %%: %s", foreign_text(names), 100 * x$topics$share,
    foreign_text(x$topics$terms))
  circles <- vapply(seq_along(names), function(k) {
    svg_tag("circle", list(
      cx = num(cx[[k]]), cy = num(cy[[k]]), r = num(r[[k]]), class = "circle", tabindex = "0",
      role = "button", `aria-label` = said[[k]]
    ), hover(said[[k]]))
  }, "")
  svg(
    size, size, "Map of topics",
    svg_rule(0, size / 2, size, size / 2, "axis"), svg_rule(size / 2, 0, size / 2, size, "axis"),
    circles, svg_label(cx, cy + r + 12, foreign_text(names))
  )
}

# What is shown where scripts do not run.
map_table <- function(x) {
  names <- as.character(x$topics$topic)
  rows <- lapply(seq_along(names), function(k) {
    terms <- utils::head(map_rows(x, names[[k]])$term, 10L)
    el("tr",
      el("td", foreign(names[[k]])), el("td", sprintf("%.1f %%", 100 * x$topics$share[[k]]),
        class_ = "num"
      ),
      el("td", foreign_list(terms))
    )
  })
  el("table", el("tbody", rows))
}

# The data of the script.
map_json <- function(x) {
  terms <- unique(x$terms$term)
  all <- x$terms$all[match(terms, x$terms$term)]
  names <- as.character(x$topics$topic)
  number <- function(v) formatC(v, digits = 8L, format = "g", width = 1L)
  topics <- vapply(seq_along(names), function(k) {
    rows <- x$terms[x$terms$topic == names[[k]], , drop = FALSE]
    pairs <- sprintf("[%d,%s]", match(rows$term, terms) - 1L, number(rows$probability))
    sprintf(
      "{\"name\":%s,\"share\":%s,\"terms\":[%s]}", json_strings(names[[k]]),
      number(x$topics$share[[k]]), paste(pairs, collapse = ",")
    )
  }, "")
  sprintf(
    "{\"lambda\":%s,\"n\":%d,\"terms\":[%s],\"all\":[%s],\"topics\":[%s]}", number(x$lambda),
    as.integer(x$n), paste(json_strings(terms), collapse = ","), paste(number(all), collapse = ","),
    paste(topics, collapse = ",")
  )
}

# In a document of knitr: the page in a frame of its own, or the plot where the output is not HTML.
#' @exportS3Method knitr::knit_print
knit_print.tritone_topic_map <- function(x, ...) {
  if (!knitr::is_html_output()) {
    plot(x)
    return(knitr::asis_output(""))
  }
  notebook_frame(
    list(srcdoc = map_page(x)), "Topic map", "allow-scripts", "height: 40rem; border: 0"
  )
}
