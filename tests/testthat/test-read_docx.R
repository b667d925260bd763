# Documents of Word: exports of Nexis Uni, single articles, and files that cannot be read.

read_quietly <- function(path, ...) suppressMessages(article_read(path, ...))

ferry <- c("TARSK -- The ferry sailed again on Thursday.", "It paid, said Mirel Vost.")
barley <- c("Barley fell for a third week.", "", "Oats did not.")

test_that("an export with its cover page is divided into its articles", {
  skip_if_not_installed("xml2")
  news <- read_quietly(docx_file(c(
    uni_cover(c("Ferry to Skarn resumes", "Barley falls, part 2: the end")),
    uni_paragraphs(1, "Ferry to Skarn resumes", ferry, graphic = "A ferry, by J. Kovel."),
    uni_paragraphs(2, "Barley falls, part 2: the end", barley, copyright = FALSE)
  )))
  expect_identical(news$title, c("Ferry to Skarn resumes", "Barley falls, part 2: the end"))
  expect_identical(
    news$text, c(paste(ferry, collapse = "\n\n"), paste(barley[c(1, 3)], collapse = "\n\n"))
  )
  expect_identical(news$date, as.Date(rep("2021-12-03", 2L)))
  expect_identical(news$source, rep("The Border Ledger", 2L))
  expect_identical(news$section, rep("COAST; Pg. 3", 2L))
  expect_identical(news$byline, rep("Jana Kovel", 2L))
  expect_identical(news$load_date, rep("December 4, 2021", 2L))
  expect_identical(news$graphic, c("A ferry, by J. Kovel.", NA))
  expect_identical(news$form, rep("nexis-uni", 2L))
  expect_identical(nrow(article_problems(news)), 0L)
})

test_that("one article in a file, with and without a cover page, whatever the name", {
  skip_if_not_installed("xml2")
  body <- uni_paragraphs(1, "Ferry to Skarn resumes", ferry)
  for (paragraphs in list(body, c(uni_cover("Ferry to Skarn resumes"), body))) {
    news <- read_quietly(docx_file(paragraphs, "Files (1).DOCX"))
    expect_identical(news$title, "Ferry to Skarn resumes")
    expect_identical(news$text, paste(ferry, collapse = "\n\n"))
    expect_identical(nrow(article_problems(news)), 0L)
  }
  other <- sub("docx$", "upload", docx_file(body))
  file.copy(sub("upload$", "docx", other), other)
  expect_identical(read_quietly(other)$title, "Ferry to Skarn resumes")
})

test_that("labels, dates and marks of other languages", {
  skip_if_not_installed("xml2")
  news <- read_quietly(docx_file(c(
    uni_paragraphs(1, "F\u00e4hre f\u00e4hrt", ferry, "27. Februar 2012 Montag 9:50 PM GMT+1",
      labels = c("Rubrik", "L\u00e4nge", "Autor"), last = "Ladedatum"),
    uni_paragraphs(2, "Pont vaart weer", ferry, "4 oktober 2017 woensdag",
      labels = c("Rubriek", "Lengte", "Auteur")),
    # The bookmarks show what the words of the pages do not.
    uni_paragraphs(3, "Le bac reprend", ferry, "3 d\u00e9cembre 2021 vendredi",
      labels = c("Rubrique", "Longueur", "Auteur"), begin = "Corpus du texte",
      class = "Classement", last = "Date de chargement")
  )))
  expect_identical(news$title, c("F\u00e4hre f\u00e4hrt", "Pont vaart weer", "Le bac reprend"))
  expect_identical(as.character(news$date), c("2012-02-27", "2017-10-04", "2021-12-03"))
  expect_identical(news$byline, rep("Jana Kovel", 3L))
  expect_identical(news$length, rep("212 words", 3L))
  expect_identical(news$text, rep(paste(ferry, collapse = "\n\n"), 3L))
  expect_identical(nrow(article_problems(news)), 0L)
  ends <- read_quietly(docx_file(c(
    uni_paragraphs(1, "Ferry resumes", ferry, end = ""),
    uni_paragraphs(2, "Barley falls", barley, end = "")
  )))
  expect_identical(ends$title, c("Ferry resumes", "Barley falls"))
  small <- read_quietly(docx_file(uni_paragraphs(
    1, "Ferry resumes", ferry, labels = c("section", "length", "byline"), last = "load-date",
    begin = "body", class = "classification"
  )))
  expect_identical(small$byline, "Jana Kovel")
  expect_identical(small$text, paste(ferry, collapse = "\n\n"))
})

test_that("what breaks readers of these exports", {
  skip_if_not_installed("xml2")
  news <- read_quietly(docx_file(c(
    uni_cover(letters[1:7], n = 8),
    uni_paragraphs(1, "Covid-19, part 1", ferry),
    uni_paragraphs(2, "Ferry resumes", ferry, date = "Correction Appended"),
    uni_paragraphs(3, "Ferry resumes;\nBarley falls", barley),
    uni_paragraphs(4, "No Headline In Original", barley),
    uni_paragraphs(5, "A picture", character()),
    uni_paragraphs(6, "The list", c(
      "Section: the boats were few.", "Subject: boats", "Classification of boats:", "Notes",
      "First.", "Second."
    )),
    uni_paragraphs(7, "Correction", c("ABSTRACT", "Short.", "FULL TEXT", "Long."))
  )))
  expect_identical(news$title, c(
    "Covid-19, part 1", "Ferry resumes", "Ferry resumes; Barley falls", NA, "A picture",
    "The list", "Correction"
  ))
  expect_identical(news$text[[5L]], "")
  expect_identical(news$text[[6L]], paste(
    "Section: the boats were few.", "Subject: boats", "Classification of boats:", "Notes",
    "First.", "Second.", sep = "\n\n"
  ))
  expect_identical(news$text[[7L]], "ABSTRACT\n\nShort.\n\nFULL TEXT\n\nLong.")
  expect_identical(is.na(news$date), seq_len(7L) == 2L)
  problems <- article_problems(news)
  expect_setequal(problems$code, c("undated", "no_title", "empty", "count_differs"))
  expect_identical(
    problems$detail[problems$code == "count_differs"],
    "the file says that it holds 8 articles, 7 were found"
  )
})

test_that("a byline that is said twice does not take the highlight, and no line is lost", {
  skip_if_not_installed("xml2")
  article <- uni_paragraphs(1, "Ferry resumes", ferry)
  at <- grep("Byline", article)
  news <- read_quietly(docx_file(c(
    article[seq_len(at)], docx_paragraph("Jana Kovel"),
    docx_paragraph("Highlight:\u00a0Boats are back."), docx_paragraph("Barley is not."),
    article[-seq_len(at)]
  )))
  expect_identical(news$byline, "Jana Kovel")
  expect_identical(news$highlight, "Boats are back. Barley is not.")
  expect_identical(news$text, paste(ferry, collapse = "\n\n"))
})

test_that("a list of articles is none", {
  skip_if_not_installed("xml2")
  path <- docx_file(uni_cover(c("Ferry resumes", "Barley falls"), 100))
  expect_message(news <- article_read(path), "1 of 1 files gave no article")
  expect_identical(nrow(news), 0L)
  expect_identical(article_problems(news)$code, "no_article")
})

test_that("any other document is one article", {
  skip_if_not_installed("xml2")
  text <- c("It rained all day long in the north.", "Then it stopped.")
  story <- function(...) read_quietly(docx_file(c(...), "story.docx"))
  styled <- story(docx_paragraph("Rain in the north", style = "Title"),
    vapply(text, docx_paragraph, ""))
  expect_identical(styled$doc_id, "story")
  expect_identical(styled$title, "Rain in the north")
  expect_identical(styled$text, paste(text, collapse = "\n\n"))
  heading <- story(docx_paragraph("Rain in the north.", style = "Heading1"),
    vapply(text, docx_paragraph, ""))
  expect_identical(heading$title, "Rain in the north.")
  first <- story(docx_paragraph("Rain in the north"), docx_paragraph(""),
    vapply(text, docx_paragraph, ""))
  expect_identical(first$title, "Rain in the north")
  expect_identical(first$text, paste(text, collapse = "\n\n"))
  # The id of the style of titles is in the language of Word, its name is not.
  named <- read_quietly(docx_file(
    c(docx_paragraph("Regen", style = "a9"), vapply(text, docx_paragraph, "")),
    styles = paste0(
      "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
      "<w:style w:styleId=\"a9\"><w:name w:val=\"Title\"/></w:style></w:styles>"
    )
  ))
  expect_identical(named$title, "Regen")
})

test_that("the text is what a reader sees", {
  skip_if_not_installed("xml2")
  cell <- function(text) paste0("<w:tc>", docx_paragraph(text), "</w:tc>")
  box <- paste0(
    "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>", docx_paragraph("In a box."),
    "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>", docx_paragraph("In a box."),
    "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
  )
  news <- read_quietly(docx_file(c(
    docx_paragraph("Rain", style = "Title"),
    docx_paragraph(
      docx_run("It "), "<w:ins>", docx_run("rained"), "</w:ins><w:del><w:r><w:delText>snowed",
      "</w:delText></w:r></w:del><w:moveFrom>", docx_run(" away"), "</w:moveFrom>",
      docx_run(" hidden", "<w:rPr><w:vanish/></w:rPr>"), docx_run(" and blew"),
      "<w:hyperlink>", docx_run(" all"), docx_run(" da"), "</w:hyperlink>", docx_run("y."), box,
      raw = TRUE
    ),
    paste0(
      "<w:p><w:pPr><w:tabs><w:tab/></w:tabs><w:rPr><w:del/></w:rPr></w:pPr>", docx_run("One "),
      "</w:p>"
    ),
    docx_paragraph("paragraph in the end."),
    paste0("<w:tbl><w:tr>", cell("Place"), cell("Rain"), "</w:tr><w:tr>", cell("Tarsk"),
      cell("9 mm"), "</w:tr></w:tbl>"),
    paste0("<w:sdt><w:sdtContent>", docx_paragraph("In a field of a form."),
      "</w:sdtContent></w:sdt>")
  )))
  expect_identical(strsplit(news$text, "\n\n")[[1]], c(
    "It rained and blew all day.", "In a box.", "One paragraph in the end.", "Place\tRain",
    "Tarsk\t9 mm", "In a field of a form."
  ))
})

test_that("documents of other programs: prefixes, strict names, another name of the part", {
  skip_if_not_installed("xml2")
  xml <- docx_body(uni_paragraphs(1, "Ferry resumes", ferry))
  part <- function(xml, name = "word/document.xml") {
    path <- file.path(withr::local_tempdir(.local_envir = parent.frame()), "a.docx")
    write_zip(path, stats::setNames(list(xml, "<Types/>"), c(name, "[Content_Types].xml")))
  }
  for (path in c(
    part(gsub("xmlns:w=", "xmlns:ns0=", gsub("\\bw:", "ns0:", xml, perl = TRUE))),
    part(paste0("\ufeff", xml)),
    part(xml, "word/document2.xml"),
    part(sub("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "http://purl.oclc.org/ooxml/wordprocessingml/main", xml, fixed = TRUE))
  )) {
    expect_identical(read_quietly(path)$title, "Ferry resumes")
  }
  cut <- read_quietly(part(substr(xml, 1L, nchar(xml) %/% 2L)))
  expect_identical(article_problems(cut)$code, "unreadable")
})

test_that("what cannot be read is a row of the problems", {
  skip_if_not_installed("xml2")
  whole <- docx_file(uni_paragraphs(1, "Ferry resumes", ferry))
  bytes <- readBin(whole, "raw", file.size(whole))
  code <- function(bytes, name = "a.docx") {
    news <- read_quietly(text_file(bytes, name))
    expect_identical(nrow(news), 1L)
    expect_identical(news$text, NA_character_)
    article_problems(news)$code
  }
  expect_identical(code(utils::head(bytes, -200L)), "cut_off")
  expect_identical(code(charToRaw("It rained.")), "unreadable")
  expect_identical(code(raw()), "empty")
  ole <- c(as.raw(c(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)), raw(600))
  locked <- as.raw(as.vector(rbind(as.integer(charToRaw("EncryptedPackage")), 0L)))
  expect_identical(code(c(ole, locked)), "locked")
  expect_identical(code(ole, "a.doc"), "unreadable")
  path <- file.path(withr::local_tempdir(), "a.docx")
  no_part <- readBin(write_zip(path, list(a.txt = "Rain")), "raw", 1e5)
  expect_identical(code(no_part), "unreadable")
  entity <- "<!DOCTYPE w [<!ENTITY a \"rain\">]><w:document/>"
  typed <- readBin(write_zip(path, list(`word/document.xml` = entity)), "raw", 1e5)
  expect_identical(code(typed), "unreadable")
})

test_that("what is joined to a document is reported", {
  skip_if_not_installed("xml2")
  whole <- docx_file(uni_paragraphs(1, "Ferry resumes", ferry))
  bytes <- readBin(whole, "raw", file.size(whole))
  said <- function(bytes) {
    news <- read_quietly(text_file(bytes, "a.docx"))
    expect_match(news$text, "^.+$")
    article_problems(news)[c("code", "detail")]
  }
  after <- said(c(bytes, charToRaw("It rained.")))
  expect_identical(after$code, "extra_bytes")
  expect_match(after$detail, "^10 bytes after the archive are not read")
  twice <- said(c(bytes, bytes))
  expect_match(twice$detail, paste0("^", show_count(length(bytes)), " bytes before the archive"))
  expect_identical(said(bytes)$code, character())
})

test_that("a document that unpacks to very much more is not read", {
  skip_if_not_installed("xml2")
  skip_on_cran()
  path <- file.path(withr::local_tempdir(), "bomb.docx")
  write_zip(path, list(`word/document.xml` = strrep(" ", 2^26 + 1)))
  news <- read_quietly(path)
  expect_identical(article_problems(news)$code, "too_large")
  expect_identical(news$text, NA_character_)
})

test_that("no file stays open after it was read", {
  skip_if_not_installed("xml2")
  whole <- docx_file(uni_paragraphs(1, "Ferry resumes", ferry))
  bytes <- readBin(whole, "raw", file.size(whole))
  cut <- text_file(utils::head(bytes, length(bytes) %/% 2L), "cut.docx")
  expect_s3_class(suppressWarnings(zip_member(whole, "word/none.xml")), "data.frame")
  read_quietly(cut)
  # showConnections() would first close what nobody holds any more, as gc() does.
  gc()
  before <- getAllConnections()
  expect_identical(read_quietly(whole)$title, "Ferry resumes")
  read <- zip_member(whole, "word/document.xml")
  open <- getAllConnections()
  expect_type(read, "raw")
  expect_identical(open, before)
})
