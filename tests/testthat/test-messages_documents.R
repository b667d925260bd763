# What reading says about documents, archives and exports.

test_that("documents and archives", {
  skip_if_not_installed("xml2")
  local_reproducible_output(width = 100, unicode = TRUE)
  said <- function(path, ...) {
    suppressMessages(article_problems(article_read(path, ...)))[c("code", "detail")]
  }
  bytes_of <- function(path) readBin(path, "raw", file.size(path))
  named <- function(content, name) text_file(content, name, env = parent.frame(2L))
  docx <- docx_file(docx_paragraph("Rain", style = "Title"))
  cut <- utils::head(bytes_of(docx), -200L)
  ole <- c(as.raw(c(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)), raw(600))
  locked <- c(ole, as.raw(as.vector(rbind(as.integer(charToRaw("EncryptedPackage")), 0L))))
  folder <- withr::local_tempdir()
  no_part <- write_zip(file.path(folder, "n.docx"), list(a.txt = "x"))
  no_tree <- write_zip(file.path(folder, "t.docx"), list(`word/document.xml` = "<w:document><w:p>"))
  typed <- write_zip(file.path(folder, "d.docx"), list(`word/document.xml` = "<!DOCTYPE w><w/>"))
  garbled <- bytes_of(docx)
  at <- grepRaw("word/document.xml", garbled, fixed = TRUE)
  garbled[at + 20:90] <- as.raw(255)
  expect_snapshot({
    said(docx)
    said(named(cut, "a.docx"))
    said(named(garbled, "a.docx"))
    said(named("Rain.", "a.docx"))
    said(named(raw(), "a.docx"))
    said(named(ole, "a.doc"))
    said(named(locked, "a.docx"))
    said(no_part)
    said(no_tree)
    said(typed)
    said(docx_file(docx_paragraph(" ")))
    zip_problem("no/such/file")
    zip_member("no/such/file", "a")
    zip_rows <- said(named(cut, "a.zip"))
    zip_rows
    rtf_lines("no/such/file")$problems
    said(named(charToRaw("{\\rtf1 Rain in the north\\par It {\\b rained"), "a.rtf"))
    said(named(charToRaw("{\\rtf1 It rained.}\nid,text"), "a.rtf"))
    said(named(charToRaw("{\\rtf1\\ansicpg99 Caf\\'e9 is open again.}"), "a.rtf"))
    said(named(charToRaw("{\\rtf1\\ansicpg932 Rain\\'81}"), "a.rtf"))
    said(named(charToRaw("{\\rtf1 It rained all day.}{\\rtf1 It blew all night.}"), "a.rtf"))
    pdf_lines("a.pdf", installed = FALSE)$problems
  })
  expect_snapshot(docx_lines("a.docx", installed = FALSE)$problems)
  skip_if_not_installed("pdftools")
  expect_snapshot(said(named(bytes_of(local({
    path <- file.path(folder, "a.pdf")
    grDevices::pdf(path)
    graphics::plot.new()
    graphics::text(0.5, 0.5, "It rained all day long.")
    grDevices::dev.off()
    path
  })), "b.pdf")))
})

test_that("exports", {
  skip_if_not_installed("xml2")
  local_reproducible_output(width = 100, unicode = TRUE)
  said <- function(path, ...) {
    suppressMessages(article_problems(article_read(path, ...)))[c("doc_id", "code", "detail")]
  }
  gazette <- "<span class=\"DocPublicationName\">La Gazette</span><p class=\"titreArticleVisu\">"
  expect_snapshot({
    said(docx_file(uni_cover(c("Ferry resumes", "Barley falls"))))
    said(docx_file(c(
      uni_cover(letters[1:3], n = 4),
      uni_paragraphs(1, "No Headline In Original", "The ferry sailed."),
      uni_paragraphs(2, "Barley falls", "Barley fell.", date = "Correction Appended"),
      docx_paragraph("A line"), docx_paragraph("of nobody"), uni_paragraphs(3, "A picture", "")
    )))
    said(text_file(c(
      "<html><body><article>", gazette, "Le bac</p></article><article>", gazette,
      "</p></article></body></html>"
    ), "a.html"))
  })
})
