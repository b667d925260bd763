# How tables and reports are shown in documents of knitr: R Markdown, Quarto. What is not HTML there
# is what print() shows.

#' Show results in a notebook
#'
#' Methods of [knitr::knit_print()], which R Markdown and Quarto call for the last value of a chunk.
#' In a document that becomes HTML a table of results is an HTML table: figures aligned, long texts
#' cut, wide tables scrolled within the page, and below it what is not shown. The report of
#' [article_report()] is a frame within the document that holds the whole page. In other documents,
#' and for results whose `print()` says more than a table, it is what `print()` shows.
#'
#' [article_report()] returns its value invisibly, so name it once more: after
#' `report <- article_report(news, "report.html")` a line `report` shows it. The frame holds the
#' page itself (its `srcdoc`), so the document can be sent and moved without the file of the
#' report, and becomes larger by the size of that file, up to 5 megabytes. The page stays
#' isolated: its script reaches nothing of the document. With the chunk option `embed = FALSE` the
#' frame names the file instead, by its path from the document's folder, in which it must be; then
#' document and report must be moved together. The chunk option `out.height` is the height of the
#' frame, such as `"600px"`, by default `"40rem"`.
#'
#' `as.data.frame()` of a table is shown as other data frames are, `df_print` of R Markdown
#' included; `print()` of it as on the console.
#' @param x A table of results, or what [article_report()] returns.
#' @param n The number of rows to show, from the first, a whole number of at least 0; by default 10.
#' @param options The options of the chunk, which knitr gives.
#' @param ... Not used.
#' @return Markup for knitr.
#' @section Errors:
#' `tritone_error_input` if the file of a report no longer exists, or with `embed = FALSE` is not in
#' the folder of the document.
#' @name knit_print
#' @examples
#' if (requireNamespace("knitr", quietly = TRUE)) {
#'   tone <- tone_score(c(a = "A good day.", b = "A terrible flood."))
#'   knitr::knit_print(tone)
#' }
NULL

#' @rdname knit_print
#' @exportS3Method knitr::knit_print
knit_print.tritone_table <- function(x, ..., n = 10, options = NULL) {
  n <- check_count(n, "n")
  if (!knitr::is_html_output() || has_own_print(x)) return(knitr::normal_print(x))
  notebook_markup(table_html(x, n))
}

# Whether print() of this result says more than a table.
has_own_print <- function(x) {
  !is.null(utils::getS3method("print", class(x)[[1L]], optional = TRUE))
}

# Markup that no rule of Markdown reads: a run of backticks would end it.
notebook_markup <- function(x) {
  knitr::raw_html(gsub("`", "&#96;", as.character(unclass(x)), fixed = TRUE))
}

table_style <- paste(
  ".tritone-table{overflow-x:auto;margin:1em 0}",
  ".tritone-table table{width:auto;margin:0;font-size:.85em;border-collapse:collapse}",
  ".tritone-table th,.tritone-table td{padding:.2em .6em;text-align:left;vertical-align:top}",
  ".tritone-table th{border-bottom:1px solid currentColor;white-space:nowrap}",
  ".tritone-table .r{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}",
  ".tritone-table p{margin:.3em .6em;font-size:.8em}"
)

table_html <- function(x, n) {
  shown <- as.data.frame(x)[seq_len(min(n, nrow(x))), , drop = FALSE]
  right <- vapply(shown, function(column) {
    is.numeric(column) && !is.object(column) || inherits(column, "Date")
  }, NA)
  kind <- ifelse(right, "r", "l")
  head <- Map(function(name, kind) {
    el("th", foreign(name), scope = "col", class_ = kind)
  }, names(shown), kind)
  cells <- lapply(shown, function(column) {
    text <- show_column(column, 60L)
    if (is.character(column) || is.factor(column)) foreign_each(text) else sub("^-", "\u2212", text)
  })
  rows <- lapply(seq_len(nrow(shown)), function(i) {
    el("tr", Map(function(cell, kind) el("td", cell[[i]], class_ = kind), cells, kind))
  })
  more <- nrow(x) - nrow(shown)
  problems <- nrow(known_problems(x))
  notes <- c(
    if (more) sprintf("\u2026 and %s", count_of(more, "more row")),
    if (problems) sprintf("%s: see article_problems()", count_of(problems, "problem"))
  )
  el("div",
    el("style", html(table_style)),
    el("table", el("thead", el("tr", unname(head))), el("tbody", rows)),
    lapply(notes, function(note) el("p", note)),
    class_ = "tritone-table"
  )
}

#' @rdname knit_print
#' @exportS3Method knitr::knit_print
knit_print.tritone_article_report <- function(x, ..., options = NULL) {
  if (!knitr::is_html_output()) return(knitr::normal_print(x))
  if (!file.exists(x$file)) {
    abort_input("The file of the report no longer exists: ", quote_list(x$file), ".")
  }
  # A height that is no length of CSS could end the style; knitr's default is none.
  height <- options[["out.height"]]
  if (is.null(height) || !grepl("^[0-9.]+(px|em|rem|vh|cm|mm|in|pt|%)$", height)) height <- "40rem"
  source <- if (isFALSE(options[["embed"]])) {
    list(src = utils::URLencode(path_from_document(x$file)))
  } else {
    page <- readLines(x$file, encoding = "UTF-8", warn = FALSE)
    list(srcdoc = paste(page, collapse = "\n"))
  }
  notebook_frame(
    source, paste("Report on", count_of(nrow(x$terms), "article")), "allow-scripts allow-popups",
    sprintf("height: %s; border: 1px solid #8888", height)
  )
}

# A page in a frame of its own, which reaches nothing of the document: `source` is list(srcdoc), the
# page, or list(src), its address. A line that begins with a mark of Markdown is inside an attribute
# and stays there.
notebook_frame <- function(source, title, sandbox, style) {
  notebook_markup(do.call(el, c("iframe", source, list(
    title = title, sandbox = sandbox, loading = "lazy", style = paste("width: 100%;", style)
  ))))
}

# The path of a file from the folder in which the document is written.
path_from_document <- function(file) {
  folder <- knitr::opts_knit$get("output.dir")
  if (is.null(folder)) folder <- "."
  folder <- normalizePath(folder, "/")
  whole <- normalizePath(file, "/")
  inside <- paste0(sub("/$", "", folder), "/")
  if (!startsWith(whole, inside)) {
    abort_input(
      "With `embed = FALSE` the report must be in the folder of the document, ",
      quote_list(folder), "; it is ", quote_list(whole), "."
    )
  }
  substring(whole, nchar(inside) + 1L)
}
