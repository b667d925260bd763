# Pieces of HTML, and pages of one file, for article_report() and topic_map(). Everything that comes
# from articles passes foreign() or, where no markup is possible, foreign_text() or json_strings():
# it is escaped, and its direction of writing cannot reach what is around it. Strings of class
# `html` are already markup.

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

# A whole page with the style and the script <name>/<name>.css and .js of the package. It may use
# these, whose digests are those of page_digests, and nothing else: no other script, no picture, no
# font and no address is allowed.
html_page <- function(name, title, ...) {
  digest <- page_digests[[name]]
  policy <- sprintf(
    "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; %s",
    digest[["style"]], digest[["script"]], "form-action 'none'"
  )
  head <- el("head",
    html("<meta charset=\"utf-8\">"),
    html("<meta http-equiv=\"Content-Security-Policy\" content=\"", policy, "\">"),
    html("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"),
    html("<meta name=\"color-scheme\" content=\"light dark\">"),
    el("title", foreign_text(title)),
    el("style", html(shipped_file(name, "css")))
  )
  body <- el("body", ..., el("script", html(shipped_file(name, "js"))))
  paste0("<!DOCTYPE html>\n", el("html", head, body, lang = "en"), "\n")
}

# SHA-256 of the files as shipped_file() gives them, in base 64.
page_digests <- list(
  report = c(
    style = "fVNBUMDVjTD7g09InT/L6K5zY1B0rc2EHXaAj9DdF9E=",
    script = "q3b4Stb5Y0VJz+BkWNHcUZS0IvASV6hfiKm2qWBhu4I="
  ),
  map = c(
    style = "WPXxLRBRDmGiaBbZM7mE41FGliNy3xEI3IWenLzy4lg=",
    script = "K0Js+e/VPM7eXdC7J93yE21+AUBNDqE8IycvIcBLzro="
  )
)

# A file of a page that comes with the package, its lines divided by line feeds.
shipped_file <- function(name, ending) {
  path <- system.file(name, paste0(name, ".", ending), package = "tritone")
  paste(readLines(path, encoding = "UTF-8"), collapse = "\n")
}

# Data for the script of a page; `json` is one string of JSON in which all strings from articles
# passed json_strings().
html_data <- function(id, json) {
  el("script", html(json), type = "application/json", id = id)
}

# Strings of JSON that no page takes for markup: whatever is not a letter, a digit, a blank or one
# of a few marks is written by its code.
json_strings <- function(x) {
  x <- gsub(direction_marks, "", enc2utf8(as.character(x)))
  plain <- !grepl("[^A-Za-z0-9 _.-]", x)
  x[!plain] <- vapply(x[!plain], function(one) {
    codes <- utf8ToInt(one)
    wide <- codes > 65535L
    high <- 55296L + (codes - 65536L) %/% 1024L
    low <- 56320L + (codes - 65536L) %% 1024L
    out <- ifelse(wide, sprintf("\\u%04x\\u%04x", high, low), sprintf("\\u%04x", codes))
    kept <- codes < 128L & grepl("[A-Za-z0-9 _.-]", intToUtf8(codes, multiple = TRUE))
    out[kept] <- intToUtf8(codes[kept], multiple = TRUE)
    paste(out, collapse = "")
  }, "", USE.NAMES = FALSE)
  paste0("\"", x, "\"")
}
