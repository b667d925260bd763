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

# A table of character or html columns, which on a phone becomes a list: the first column names
# the row. `number` names those aligned right, `wide` those that hold a chart.
html_table <- function(columns, head, number = character(), wide = "bar", class_ = "stack",
                       caption = NULL) {
  kind <- ifelse(names(columns) %in% number, "r", ifelse(names(columns) %in% wide, "b", NA))
  given <- function(j) if (is.na(kind[[j]])) NULL else kind[[j]]
  header <- lapply(seq_along(head), function(j) {
    name <- if (nzchar(head[[j]])) head[[j]] else el("span", "Chart", class_ = "vh")
    el("th", name, scope = "col", class_ = given(j))
  })
  rows <- lapply(seq_along(columns[[1L]]), function(i) {
    el("tr", lapply(seq_along(columns), function(j) {
      cell <- columns[[j]][[i]]
      if (j == 1L) return(el("th", cell, scope = "row"))
      el("td", cell, class_ = given(j), `data-l` = if (nzchar(head[[j]])) head[[j]])
    }))
  })
  el("table",
    if (length(caption)) el("caption", caption),
    el("thead", el("tr", header)), el("tbody", rows),
    class_ = class_
  )
}

section <- function(id, title, ...) {
  name <- paste0("h-", id)
  el("section", el("h2", title, id = name), ..., id = id, `aria-labelledby` = name)
}

# The calls that make what a section shows.
r_call <- function(...) el("p", el("code", paste(c(...), collapse = "; ")), class_ = "call")

# Numbers formatted for readers.
say_share <- function(x) {
  ifelse(is.na(x), "\u2013", paste0(formatC(100 * x, format = "f", digits = 0), "\u202f%"))
}
say_tone <- function(x) {
  shown <- formatC(abs(x), format = "f", digits = 2)
  sign <- ifelse(shown == "0.00", "", ifelse(x < 0, "\u2212", "+"))
  ifelse(is.na(x), "\u2013", paste0(sign, shown))
}


# What a word of tone counts, on the scale of valences.
say_value <- function(x) {
  paste0(ifelse(x < 0, "\u2212", "+"), formatC(abs(x), format = "f", digits = 1))
}

# A change of a share in points, with its sign.
say_points <- function(x) {
  shown <- formatC(100 * abs(x), format = "f", digits = 0)
  sign <- ifelse(shown == "0", "", ifelse(x < 0, "\u2212", "+"))
  ifelse(is.na(x), "\u2013", paste0(sign, shown))
}

# The interval of rows of group_means() in brackets, empty if it is not known.
say_interval <- function(means, say = say_tone) {
  shown <- sprintf(" (%s to %s)", say(means$lower), say(means$upper))
  ifelse(is.na(means$lower), "", shown)
}

# Month names must not depend on the locale of the session.
say_date <- function(date) {
  parts <- as.POSIXlt(date)
  shown <- paste(parts$mday, month.name[parts$mon + 1L], parts$year + 1900L)
  ifelse(is.na(date), "undated", shown)
}

# What the page may do: use its own style and its own script, whose digests (SHA-256 of the files,
# their lines divided by line feeds, in base 64) are named. No other script, no picture, no font
# and no address is allowed.
page_digests <- c(
  style = "dTchQMWNvnNXosMEfXuppxh+3aPP+cdm8GLS1lW69ZY=",
  script = "7w1qyZgYcpUYsKDgd0JUx1bH6q0jDQvppSozxBG/QzI="
)
page_policy <- paste0(
  "default-src 'none'; style-src 'sha256-", page_digests[["style"]], "'; script-src 'sha256-",
  page_digests[["script"]], "'; base-uri 'none'; form-action 'none'"
)

# A file of the page that comes with the package.
page_file <- function(name) {
  path <- system.file("report", name, package = "tritone")
  paste(readLines(path, encoding = "UTF-8"), collapse = "\n")
}

# The whole page.
html_page <- function(title, header, body, footer) {
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
        el("style", html(page_file("report.css")))
      ),
      el("body",
        header, el("main", body), footer, html_pane(), el("script", html(page_file("report.js")))
      ),
      lang = "en"
    ),
    "\n"
  )
}

# Where the script shows evidence and articles beside the page; hidden without it.
html_pane <- function() {
  control <- function(id, name) el("button", name, type = "button", id = id)
  switch_ <- function(class_, name) {
    el("label", html("<input type=\"checkbox\" checked data-c=\"", class_, "\">"), name)
  }
  el("aside",
    el("div",
      control("pane-back", "Back"), el("span", class_ = "fill"), control("pane-close", "Close"),
      class_ = "pane-head"
    ),
    el("div",
      switch_("no-voices", "Voices"), switch_("no-tone", "Tone words"),
      switch_("no-parts", "Parts"),
      class_ = "switches", id = "pane-switches"
    ),
    el("div", id = "pane-body"),
    id = "pane", hidden = "", role = "region", `aria-label` = "Evidence"
  )
}
