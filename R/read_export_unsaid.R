# Text files that are of another form though nobody said so: exports of databases, and the sources
# of feeds and pages.

# Marks of exports, one of which each has at least: without one no rules need be tried. They begin
# with few different characters, since all texts are searched for them.
export_marks <- paste0(
  "[DULEFHl_](?:OCUMENT|OAD-DATE:|[Oo]ad-[Dd]ate:|ATE-CHARGEMENT:|PDATE:|adedatum:|ADEDATUM:|",
  "OCHGELADEN:|ECHA[ -]|ATA[ -](?:DI |DE )?CAR|AADDATUM:|nd of Document|nde des Dok|okumentende|",
  "in d[ue]l? doc|ine (?:del )?doc|inde (?:van het )?doc|im do doc|",
  "(?:ocumento?|okument) [A-Z0-9]|_{19})|",
  # The number of words
  "(?:LENGTH|length|L\u00c4NGE|LONGUEUR|LENGTE|LONGITUD|LUNGHEZZA|COMPRIMENTO): ?[0-9]|",
  # Factiva's "Document" in Russian, Chinese, Japanese and Korean
  "(?:\u0414\u043e\u043a\u0443\u043c\u0435\u043d\u0442|\u6587\u4ef6|\u6587\u6863|",
  "\u6587\u66f8|\ubb38\uc11c)\\s*[A-Z0-9]{8}"
)

# Reads again, by their rules, the text files that are exports though nobody said so, and those
# that hold a feed or a page. `piece` is what read_txt() gave, an article for each file; a list of
# pieces.
read_unsaid_exports <- function(piece, files, options) {
  if (is.null(piece)) return(NULL)
  form <- rep(NA_character_, length(piece$records$text))
  form[grepl(export_marks, piece$records$text, perl = TRUE, useBytes = TRUE)] <- "export"
  form[are_markup(piece$records, is_page)] <- "html"
  form[are_markup(piece$records, is_feed)] <- "feed"
  marked <- which(!is.na(form) & !duplicated(piece$file))
  again <- lapply(marked, function(i) {
    row <- piece$file[[i]]
    read <- read_piece(files$file[[row]], row, article_forms()[[form[[i]]]], options)
    if (form[[i]] != "export") read$sure <- any(nchar(read$records$text) > 0L, na.rm = TRUE)
    read
  })
  sure <- vapply(again, function(read) isTRUE(read$sure), NA)
  c(list(without_files(piece, piece$file[marked][sure])), again[sure])
}

# Do texts begin as markup of a form does? Its first line may have been taken for a title.
are_markup <- function(records, is) {
  start <- ifelse(is.na(records$title), "", paste0(substr(records$title, 1L, 200L), "\n"))
  start <- paste0(start, substr(records$text, 1L, 1000L))
  may <- which(startsWith(start, "<"))
  may[vapply(may, function(i) is(charToRaw(start[[i]])), NA)]
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
