# Documents in .pdf as lines, by the package pdftools. A page knows places, not paragraphs: lines
# are joined into paragraphs by the rules for text files, which guess.

pdf_lines <- function(file, installed = requireNamespace("pdftools", quietly = TRUE)) {
  failed <- function(code, detail) list(problems = form_problems(NA, 1L, code, detail))
  if (!installed) return(list(problems = no_package("pdftools", ".pdf")))
  said <- NULL
  pages <- tryCatch(
    suppressMessages(pdftools::pdf_text(file)),
    error = function(e) {
      said <<- conditionMessage(e)
      NULL
    }
  )
  if (is.null(pages)) {
    locked <- grepl("password", said, ignore.case = TRUE)
    return(failed(
      if (locked) "locked" else "unreadable",
      if (locked) "the document is protected by a password" else paste("pdftools:", said)
    ))
  }
  if (!any(grepl("[^[:space:]]", pages))) {
    return(failed("empty", "no text: the pages may be pictures"))
  }
  list(
    lines = page_lines(enc2utf8(pages)),
    problems = form_problems(
      NA, NA, "guessed_lines", "a .pdf has no paragraphs: they were guessed from its lines"
    )
  )
}

# The lines of pages without those that stand at the top or bottom of most of them.
page_lines <- function(pages) {
  pages <- gsub("\u00ad[ ]*\n[ ]*", "", pages)
  pages <- gsub("\u00ad", "", pages, fixed = TRUE)
  each <- strsplit(pages, "\r?\n")
  each <- lapply(each, function(lines) sub("[ \t]+$", "", lines))
  unnumbered <- function(line) gsub("[0-9]+", "0", trimws(line))
  edges <- lapply(each, function(lines) {
    filled <- lines[grepl("[^[:space:]]", lines)]
    unique(unnumbered(c(utils::head(filled, 2L), utils::tail(filled, 2L))))
  })
  counts <- table(unlist(edges))
  repeated <- names(counts)[counts > max(2, length(pages) / 2)]
  out <- lapply(each, function(lines) {
    filled <- which(grepl("[^[:space:]]", lines))
    edge <- unique(c(utils::head(filled, 2L), utils::tail(filled, 2L)))
    lines[edge[unnumbered(lines[edge]) %in% repeated]] <- ""
    indent <- min(c(Inf, nchar(sub("^( *).*", "\\1", lines[grepl("[^ ]", lines)]))))
    substring(lines, 1L + if (is.finite(indent)) indent else 0L)
  })
  unlist(lapply(out, function(lines) c(lines, "\f")))
}
