# Pages that follow each other: the same records as of each alone.

# Files of pages of all kinds that are read alone or together, in a folder.
page_folder <- function(env = parent.frame()) {
  root <- withr::local_tempdir(.local_envir = env)
  put <- function(bytes, name) writeBin(bytes, file.path(root, name))
  page <- charToRaw(enc2utf8(modern_page()))
  put(page, "a1.html")
  put(page[seq_len(length(page) - 6L)], "a2.html")
  put(iconv(list(page), "UTF-8", "windows-1252", toRaw = TRUE)[[1L]], "a3.html")
  put(c(as.raw(c(0xef, 0xbb, 0xbf)), page), "a4.htm")
  put(raw(), "a5.html")
  put(charToRaw(" \n\t"), "a6.html")
  put(c(page, charToRaw("<span class=\"enHeadline\">Rain</span>")), "a7.html")
  put(c(page, as.raw(1:4), page), "a8.html")
  put(charToRaw("<meta charset=iso-2022-jp><p>Rain"), "a9.html")
  packed <- gzfile(file.path(root, "b1.html.gz"), "wb")
  writeBin(page, packed)
  close(packed)
  put(charToRaw("<div class=paywall>Pay.</div>"), "b2.html")
  put(page, "b3.xhtml")
  writeLines(c("doc_id,text,tide", "x,Rain fell.,low"), file.path(root, "b4.csv"))
  put(page, "b5.html")
  root
}

test_that("many pages are read as each alone", {
  skip_if_not_installed("xml2")
  root <- page_folder()
  files <- list.files(root, "html?$", full.names = TRUE)
  options <- list(threads = 1L)
  seen <- integer()
  pieces <- read_pages(files, options, function(done) seen <<- c(seen, done))
  expect_identical(seen[[length(seen)]], length(files))
  expect_identical(unlist(lapply(pieces, `[[`, "file")), seq_along(files))
  # a1 a2 and b2 b3 b5 go together, between the others are pages that are read alone.
  expect_length(pieces, length(files) - 3L)
  field <- function(pieces, name) unlist(lapply(pieces, function(piece) piece$records[[name]]))
  alone <- lapply(files, read_html, options)
  for (name in c("title", "text", "date", "source", "line")) {
    expect_identical(field(pieces, name), field(alone, name), info = name)
  }
  problems <- function(pieces, name) unlist(lapply(pieces, function(piece) piece$problems[[name]]))
  order <- order(problems(pieces, "file"))
  for (name in c("line", "code", "detail")) {
    expect_identical(problems(pieces, name)[order], problems(alone, name), info = name)
  }
  two <- read_pages(files, list(threads = 2L))
  expect_identical(two, pieces)
})

test_that("runs of pages keep their place among other files", {
  skip_if_not_installed("xml2")
  root <- page_folder()
  news <- suppressMessages(article_read(root, threads = 2, progress = FALSE))
  expect_identical(
    basename(news$path), setdiff(sort(list.files(root), method = "radix"), character())
  )
  expect_identical(names(news)[names(news) %in% c(page_columns, "tide")], c(page_columns, "tide"))
  expect_identical(which(!is.na(news$tide)), which(basename(news$path) == "b4.csv"))
  one <- lapply(file.path(root, c("a1.html", "b1.html.gz", "b5.html")), function(file) {
    suppressMessages(article_read(file, progress = FALSE))
  })
  of <- match(c("a1.html", "b1.html.gz", "b5.html"), basename(news$path))
  expect_identical(news$text[of], vapply(one, `[[`, "", "text"))
  expect_identical(news$byline[of], vapply(one, `[[`, "", "byline"))
})

test_that("more pages than are held at once are read in turn", {
  skip_if_not_installed("xml2")
  root <- page_folder()
  files <- list.files(root, "html?$", full.names = TRUE)
  whole <- read_pages(files, list(threads = 1L))
  parts <- read_pages(files, list(threads = 1L), bytes = 100)
  field <- function(pieces) unlist(lapply(pieces, function(piece) piece$records$text))
  expect_gt(length(parts), length(whole))
  expect_identical(field(parts), field(whole))
})

test_that("the options of xml2 are those of these names", {
  skip_if_not_installed("xml2")
  source <- charToRaw("<p>Rain <b>fell</b> <i>here</i><ferry>\n<p>a &amp; b<br>")
  named <- as.character(
    xml2::read_html(source, encoding = "UTF-8", options = c("RECOVER", "NOERROR", "HUGE")),
    options = c("as_xml", "no_declaration")
  )
  expect_identical(parse_page(source), named)
  expect_identical(parse_page(raw()), NA_character_)
})
