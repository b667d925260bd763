# Small pieces of HTML for article_report(). Everything that comes from articles passes
# foreign() or, where no markup is possible, foreign_text(): it is escaped, and its direction of
# writing cannot reach what is around it. Strings of class `html` are already markup.

html <- function(...) structure(paste(c(...), collapse = ""), class = "html")

html_text <- function(x) {
  if (inherits(x, "html")) return(unclass(x))
  x <- enc2utf8(as.character(x))
  x[is.na(x)] <- ""
  x <- gsub("&", "&amp;", x, fixed = TRUE)
  x <- gsub("<", "&lt;", x, fixed = TRUE)
  x <- gsub(">", "&gt;", x, fixed = TRUE)
  gsub("\"", "&quot;", x, fixed = TRUE)
}

# The characters that set the direction of what follows, past the end of their own string.
direction_marks <- "[\u202a-\u202e\u2066-\u2069]"

# One string from articles, as markup.
foreign <- function(x) html("<bdi>", html_text(gsub(direction_marks, "", enc2utf8(x))), "</bdi>")
foreign_each <- function(x) lapply(as.character(x), foreign)

# Several of them divided by commas.
foreign_list <- function(x) {
  html(paste(vapply(foreign_each(x), unclass, ""), collapse = ", "))
}

# Strings from articles in an attribute or a title, between marks that isolate them.
foreign_text <- function(x) {
  paste0("\u2068", gsub(direction_marks, "", enc2utf8(as.character(x))), "\u2069")
}

# An element with named attributes and children in order; class_ is the attribute `class`.
el <- function(tag, ..., class_ = NULL) {
  given <- list(...)
  named <- if (is.null(names(given))) rep(FALSE, length(given)) else nzchar(names(given))
  attributes <- given[named]
  if (!is.null(class_)) attributes <- c(list(class = class_), attributes)
  attributes <- attributes[!vapply(attributes, is.null, NA)]
  marks <- sprintf(" %s=\"%s\"", names(attributes), vapply(attributes, html_text, ""))
  html(
    "<", tag, paste(marks, collapse = ""), ">",
    paste(html_children(given[!named]), collapse = ""), "</", tag, ">"
  )
}

# Children may be text, markup, NULL, or lists of these.
html_children <- function(x) {
  if (is.list(x)) unlist(lapply(x, html_children), use.names = FALSE) else html_text(x)
}

# A table of character or html columns; `number` names those aligned right.
html_table <- function(columns, head, number = character(), class_ = NULL) {
  side <- ifelse(names(columns) %in% number, "num", NA)
  cell_class <- function(name, at) {
    extra <- intersect(c("spark", "bar"), name)
    if (length(extra)) extra else if (is.na(side[[at]])) NULL else side[[at]]
  }
  header <- lapply(seq_along(head), function(j) {
    el("th", head[[j]], scope = "col", class_ = if (!is.na(side[[j]])) side[[j]])
  })
  rows <- lapply(seq_along(columns[[1L]]), function(i) {
    el("tr", lapply(seq_along(columns), function(j) {
      el("td", columns[[j]][[i]], class_ = cell_class(names(columns)[[j]], j))
    }))
  })
  el("div",
    el("table", el("thead", el("tr", header)), el("tbody", rows), class_ = class_),
    class_ = "wide"
  )
}

html_details <- function(summary, ...) el("details", el("summary", summary), ...)

section <- function(id, title, ...) el("section", el("h2", title), ..., id = id)

tile <- function(value, label) el("div", el("b", value), el("span", label), class_ = "tile")

# Numbers formatted for readers.
say_share <- function(x) {
  ifelse(is.na(x), "\u2013", paste0(formatC(100 * x, format = "f", digits = 0), "\u2009%"))
}
say_tone <- function(x) {
  shown <- formatC(abs(x), format = "f", digits = 2)
  sign <- ifelse(shown == "0.00", "", ifelse(x < 0, "\u2212", "+"))
  ifelse(is.na(x), "\u2013", paste0(sign, shown))
}

# The interval of rows of mean_tone() in brackets, empty if it is not known.
say_interval <- function(means) {
  shown <- sprintf(" (%s to %s)", say_tone(means$lower), say_tone(means$upper))
  ifelse(is.na(means$lower), "", shown)
}

# Month names must not depend on the locale of the session.
say_date <- function(date) {
  parts <- as.POSIXlt(date)
  shown <- paste(parts$mday, month.name[parts$mon + 1L], parts$year + 1900L)
  ifelse(is.na(date), "undated", shown)
}

# What the page may do: show its own style, whose digest (SHA-256 of report.css, its lines divided
# by line feeds, in base 64) is named. No script, no picture, no font and no address is allowed.
style_digest <- "xbOlZTT1z2mFat5eEuRzDa/89IQ+KLUbU94XO7bydvM="
page_policy <- paste0(
  "default-src 'none'; style-src 'sha256-", style_digest, "'; base-uri 'none'; form-action 'none'"
)

# The whole page.
html_page <- function(title, style, header, body, footer) {
  paste0(
    "<!DOCTYPE html>\n",
    el("html",
      el("head",
        html("<meta charset=\"utf-8\">"),
        html(
          "<meta http-equiv=\"Content-Security-Policy\" content=\"", page_policy, "\">"
        ),
        html("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"),
        html("<meta name=\"color-scheme\" content=\"light dark\">"),
        el("title", foreign_text(title)),
        el("style", html(style))
      ),
      el("body", header, el("main", body), footer),
      lang = "en"
    ),
    "\n"
  )
}
