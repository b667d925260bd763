# Text exports of databases that are read without `format = "export"`.

# Marks of exports, one of which each has at least: without one no rules need be tried. They begin
# with few different characters, since all texts are searched for them.
export_marks <- paste0(
  "[DULEF_](?:OCUMENT|OAD-DATE:|oad-Date:|ATE-CHARGEMENT:|PDATE:|adedatum:|nd of Document|",
  "nde des Dok|in du doc|(?:ocumento?|okument) [A-Z0-9]|_{19})|",
  # Factiva's "Document" in Russian, Chinese, Japanese and Korean
  "(?:\u0414\u043e\u043a\u0443\u043c\u0435\u043d\u0442|\u6587\u4ef6|\u6587\u6863|",
  "\u6587\u66f8|\ubb38\uc11c)\\s*[A-Z0-9]{8}"
)

# Reads again, by their rules, the text files that are exports though nobody said so. `piece` is
# what read_txt() gave, an article for each file; a list of pieces.
read_unsaid_exports <- function(piece, files, options) {
  if (is.null(piece)) return(NULL)
  marked <- which(grepl(export_marks, piece$records$text, perl = TRUE, useBytes = TRUE))
  exports <- lapply(piece$file[marked], function(row) {
    export <- read_single(files$file[[row]], article_forms()$export, options)
    export$file <- rep(row, length(export$records$text))
    export$problems$file <- rep(row, nrow(export$problems))
    export
  })
  sure <- vapply(exports, function(export) isTRUE(export$sure), NA)
  c(list(without_files(piece, piece$file[marked][sure])), exports[sure])
}

# A piece without what was read of some files.
without_files <- function(piece, rows) {
  kept <- !piece$file %in% rows
  number <- ifelse(kept, cumsum(kept), NA)
  piece$problems <- piece$problems[!piece$problems$file %in% rows, , drop = FALSE]
  piece$problems$record <- number[piece$problems$record]
  more <- piece$records$more[kept, , drop = FALSE]
  piece$records <- lapply(piece$records[names(piece$records) != "more"], `[`, kept)
  piece$records$more <- more
  piece$file <- piece$file[kept]
  piece
}
