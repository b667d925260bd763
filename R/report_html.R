# Larger pieces of HTML for article_report(): tables, sections, the pane; and how its numbers are
# written.

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
# A number with its sign, one that rounds to 0 without.
say_signed <- function(x, digits) {
  shown <- formatC(abs(x), format = "f", digits = digits)
  sign <- ifelse(!grepl("[1-9]", shown), "", ifelse(x < 0, "\u2212", "+"))
  ifelse(is.na(x), "\u2013", paste0(sign, shown))
}
say_tone <- function(x) say_signed(x, 2L)

# Figures whose interval leaves 0 out, with so many decimals, at least `digits`, that this is seen.
say_apart <- function(x, digits) {
  nearest <- min(abs(x))
  most <- digits + 3L
  while (nearest > 0 && nearest <= 0.5 * 10^-digits && digits < most) digits <- digits + 1L
  say_signed(x, digits)
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
      el("p",
        Map(function(name, class_) list(el("span", name, class_ = class_), " "),
          c("quoted", "reported", "thought"), voice_classes),
        "words. Numbers: what a word counts, from \u22124 to 4.",
        class_ = "soft"
      ),
      class_ = "switches", id = "pane-switches"
    ),
    el("div", id = "pane-body"),
    id = "pane", hidden = "", role = "region", `aria-label` = "Evidence"
  )
}
