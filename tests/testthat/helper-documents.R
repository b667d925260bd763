# Documents written by the tests: .docx from paragraphs, .rtf from text, .zip from files.

xml_escaped <- function(x) {
  gsub("<", "&lt;", gsub("&", "&amp;", enc2utf8(x), fixed = TRUE), fixed = TRUE)
}

# A run of words; "\n" in it is a line break, "\t" a tab.
docx_run <- function(text, properties = "") {
  text <- xml_escaped(text)
  text <- gsub("\n", "</w:t><w:br/><w:t xml:space=\"preserve\">", text, fixed = TRUE)
  text <- gsub("\t", "</w:t><w:tab/><w:t xml:space=\"preserve\">", text, fixed = TRUE)
  paste0("<w:r>", properties, "<w:t xml:space=\"preserve\">", text, "</w:t></w:r>")
}

# A paragraph of runs (or of one text), with properties and bookmarks before them.
docx_paragraph <- function(..., style = NULL, section = FALSE, bookmark = NULL, raw = FALSE) {
  inside <- paste0(if (raw) paste0(...) else docx_run(paste0(...)))
  paste0(
    "<w:p>",
    if (!is.null(style) || section) {
      paste0(
        "<w:pPr>", if (!is.null(style)) paste0("<w:pStyle w:val=\"", style, "\"/>"),
        if (section) "<w:sectPr/>", "</w:pPr>"
      )
    },
    if (!is.null(bookmark)) {
      paste0("<w:bookmarkStart w:id=\"1\" w:name=\"", bookmark, "\"/><w:bookmarkEnd w:id=\"1\"/>")
    },
    inside, "</w:p>"
  )
}

docx_body <- function(paragraphs) {
  paste0(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=",
    "\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=",
    "\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>",
    paste(paragraphs, collapse = ""), "</w:body></w:document>"
  )
}

# Packs files (a list of raw or strings, named by their paths) into `path`.
write_zip <- function(path, files) {
  skip_if(!nzchar(Sys.which("zip")), "there is no program zip")
  folder <- withr::local_tempdir()
  for (name in names(files)) {
    dir.create(dirname(file.path(folder, name)), FALSE, TRUE)
    content <- files[[name]]
    if (!is.raw(content)) content <- charToRaw(paste(enc2utf8(content), collapse = "\n"))
    writeBin(content, file.path(folder, name))
  }
  path <- file.path(normalizePath(dirname(path)), basename(path))
  withr::with_dir(folder, utils::zip(path, names(files), flags = "-q9X"))
  path
}

write_docx <- function(path, paragraphs, styles = NULL, part = "word/document.xml") {
  files <- list(
    `[Content_Types].xml` = "<Types/>", body = docx_body(paragraphs),
    `word/header1.xml` = docx_body(docx_paragraph("Head of each page")), styles = styles
  )
  names(files)[2L] <- part
  files <- Filter(Negate(is.null), files)
  names(files)[names(files) == "styles"] <- "word/styles.xml"
  write_zip(path, files)
}

docx_file <- function(paragraphs, name = "file.docx", ..., env = parent.frame()) {
  write_docx(file.path(withr::local_tempdir(.local_envir = env), name), paragraphs, ...)
}

# One article as Nexis Uni writes it: the title in two links, labels with a no-break space after
# the colon, the end in the paragraph of the section break.
uni_paragraphs <- function(i, title, body, date = "December 3, 2021 Friday", copyright = TRUE,
                           labels = c("Section", "Length", "Byline"), last = "Load-Date",
                           begin = "Body", end = "End of Document", class = "Classification",
                           source = "The Border Ledger", graphic = NULL) {
  label <- function(name, value) {
    docx_paragraph(
      docx_run(paste0(name, ":"), "<w:rPr><w:b/></w:rPr>"), docx_run(paste0("\u00a0", value)),
      raw = TRUE
    )
  }
  half <- nchar(title) %/% 2L
  c(
    docx_paragraph("", bookmark = paste0("Bookmark_", i)),
    docx_paragraph(
      "<w:hyperlink>", docx_run(substr(title, 1L, half)), "</w:hyperlink><w:hyperlink>",
      docx_run(substring(title, half + 1L)), "</w:hyperlink>", raw = TRUE
    ),
    docx_paragraph(source), docx_paragraph(date), docx_paragraph(""),
    if (copyright) docx_paragraph("\nCopyright 2021 ", source, " All Rights Reserved"),
    label(labels[[1L]], "COAST; Pg. 3"), label(labels[[2L]], "212 words"),
    label(labels[[3L]], "Jana Kovel"), docx_paragraph("\n", begin, bookmark = "Body"),
    docx_paragraph(""), vapply(body, docx_paragraph, ""),
    if (!is.null(graphic)) {
      c(docx_paragraph("\nGraphic"), docx_paragraph(""), docx_paragraph(graphic))
    },
    docx_paragraph("\n", class), label("Language", "ENGLISH"), label("Subject", "FERRIES (90%)"),
    label(last, "December 4, 2021"),
    docx_paragraph("\n", end, section = TRUE)
  )
}

# The cover of such an export.
uni_cover <- function(titles, n = length(titles)) {
  cell <- function(text) paste0("<w:tc>", docx_paragraph(text), "</w:tc>")
  c(
    docx_paragraph(""), docx_paragraph("User Name: Jana Kovel"),
    docx_paragraph("Date and Time: Wednesday, December 8, 2021 7:08:00 PM CET"),
    docx_paragraph("Job Number: 12345"), docx_paragraph("Documents (", n, ")"),
    unlist(lapply(seq_along(titles), function(i) {
      c(
        docx_paragraph(docx_run(paste0(i, ". ")), docx_run(titles[[i]]), raw = TRUE),
        docx_paragraph("Client/Matter: -None-"), docx_paragraph("Search Terms: ferry"),
        docx_paragraph("Search Type: Terms and Connectors"), docx_paragraph("Narrowed by:"),
        paste0(
          "<w:tbl><w:tr>", cell("Content Type"), cell("Narrowed by"), "</w:tr><w:tr>",
          cell("News"), cell("Timeline: Dec 1, 2021 to Dec 31, 2021"), "</w:tr></w:tbl>"
        )
      )
    })),
    docx_paragraph("", section = TRUE)
  )
}

rtf_escaped <- function(x) {
  x <- gsub("([\\\\{}])", "\\\\\\1", enc2utf8(x))
  vapply(x, function(one) {
    code <- utf8ToInt(one)
    code <- ifelse(code > 32767L & code < 65536L, code - 65536L, code)
    wide <- code < 0L | code > 127L
    paste(ifelse(wide, paste0("\\u", code, "?"), vapply(abs(code), intToUtf8, "")), collapse = "")
  }, "", USE.NAMES = FALSE)
}

# An .rtf file: each of `paragraphs` is text, or RTF where it begins with a backslash or brace.
rtf_file <- function(paragraphs, name = "file.rtf", page = 1252, env = parent.frame()) {
  plain <- !grepl("^[\\\\{]", paragraphs)
  paragraphs[plain] <- paste0("\\pard ", rtf_escaped(paragraphs[plain]), "\\par")
  text_file(charToRaw(paste(c(
    paste0("{\\rtf1\\ansi\\ansicpg", page, "\\uc1\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}",
      "{\\f1\\fnil\\fcharset204 Times;}{\\f2\\fnil\\fcharset128 Mincho;}}{\\colortbl;\\red0;}"),
    "{\\stylesheet{\\s0 Normal;}}{\\info{\\title Not this}{\\author Nor this}}",
    "\\sectd{\\header\\pard Page head\\par}{\\footer\\pard Page {\\field{\\*\\fldinst PAGE}",
    "{\\fldrslt 1}} of 3\\par}", paragraphs, "}"
  ), collapse = "\n")), name, env = env)
}

rtf_link <- function(text) {
  paste0("{\\field{\\*\\fldinst { HYPERLINK \"https://x.example/a\" }}{\\fldrslt {\\b ",
    rtf_escaped(text), "}}}")
}

rtf_row <- function(...) {
  paste0("\\trowd\\cellx900\\cellx9000 ", paste0(c(...), "\\cell", collapse = " "), "\\row")
}

# A .pdf in which each element of `pages` is the lines of a page.
pdf_file <- function(pages, name = "file.pdf", env = parent.frame()) {
  path <- file.path(withr::local_tempdir(.local_envir = env), name)
  grDevices::pdf(path, width = 8, height = 11)
  for (lines in pages) {
    graphics::par(mar = rep(0, 4))
    graphics::plot.new()
    graphics::text(0, 1 - seq_along(lines) / 40, lines, adj = 0, cex = 0.8, family = "mono")
  }
  grDevices::dev.off()
  path
}
