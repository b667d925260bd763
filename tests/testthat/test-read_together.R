# One call reads a folder of files of every form, and says what came from where.

test_that("a folder with one file of each form is read in one call with one summary", {
  skip_if_not_installed("xml2")
  skip_if_not_installed("yyjsonr")
  skip_if_not_installed("pdftools")
  skip_if_not_installed("nanoparquet")
  local_reproducible_output(width = 100, unicode = TRUE)
  root <- withr::local_tempdir()
  write <- function(name, ...) writeLines(enc2utf8(c(...)), file.path(root, name), useBytes = TRUE)
  text <- "It rained in the north all day long."
  write("a.txt", "Rain in the north", "", text)
  write("b.csv", "title,text", paste0("Wind,", text), paste0("Snow,", text))
  write("c.jsonl", paste0("{\"title\": \"Hail\", \"text\": \"", text, "\"}"))
  write_docx(file.path(root, "d.DOCX"), c(
    uni_cover(c("Ferry resumes", "Barley falls")), uni_paragraphs(1, "Ferry resumes", text),
    uni_paragraphs(2, "Barley falls", text)
  ))
  write_docx(file.path(root, "e.docx"),
    c(docx_paragraph("Fog", style = "Title"), docx_paragraph(text)))
  file.copy(rtf_file(c("Frost in the north", "", text)), file.path(root, "f.rtf"))
  write("g.html", "<!DOCTYPE html><html><head><title>Sun</title></head><body><article><h1>Sun</h1>",
    paste0("<p>", rep(paste(text, "It rained again on the day after, and nobody went out."), 3),
      "</p>"), "</article></body></html>")
  write_zip(file.path(root, "h.zip"), list(`in/i.txt` = paste0("Ice in the north\n\n", text)))
  write("m.json", paste0("[{\"title\": \"Thaw\", \"text\": \"", text, "\"}]"))
  nanoparquet::write_parquet(
    data.frame(title = "Dew", text = text), file.path(root, "n.parquet")
  )
  file.copy(pdf_file(list(c("Gale in the north", "", text))), file.path(root, "o.pdf"))
  write("k.xlsx", "x")
  writeBin(charToRaw("Rain."), file.path(root, "l.docx"))
  expect_snapshot(
    transform = function(lines) gsub(root, "<root>", lines, fixed = TRUE),
    {
      news <- article_read(root)
      news[c("doc_id", "title", "form")]
      article_problems(news)[c("doc_id", "code", "detail")]
    }
  )
  expect_identical(nrow(news), 14L)
})
