# Archives, packed files of every form, and exports that nobody announced.

read_quietly <- function(path, ...) suppressMessages(article_read(path, ...))

archive <- function(files, env = parent.frame()) {
  write_zip(file.path(withr::local_tempdir(.local_envir = env), "news.zip"), files)
}

text_one <- "Rain in the north\n\nIt rained all day long."

test_that("members of an archive are read as files, in their folders", {
  path <- archive(list(
    `a.txt` = text_one, `deep/er/b.csv` = "title,text\nWind,It blew all night long.",
    `deep/.c.txt` = "Hidden", `__MACOSX/._a.txt` = "x", `d.xlsx` = "x", `~$e.docx` = "x"
  ))
  news <- read_quietly(path)
  expect_identical(news$title, c("Rain in the north", "Wind"))
  expect_identical(news$path, paste0(path, c("/a.txt", "/deep/er/b.csv")))
  expect_identical(news$doc_id, c("a", "b.1"))
  problems <- article_problems(news)
  problems <- problems[problems$code %in% c("hidden", "other_ending"), ]
  expect_match(problems$detail[problems$code == "hidden"], "3 names not read.*~[$]e.docx")
  expect_match(problems$detail[problems$code == "other_ending"], "d.xlsx")
  # Beside other files in a folder, in the order of the names.
  root <- dirname(path)
  writeLines(text_one, file.path(root, "a.txt"))
  writeLines(text_one, file.path(root, "z.txt"))
  expect_identical(
    sub(paste0(root, "/"), "", read_quietly(root)$path, fixed = TRUE),
    c("a.txt", "news.zip/a.txt", "news.zip/deep/er/b.csv", "z.txt")
  )
})

test_that("an archive of documents, one article each, with a list of them", {
  skip_if_not_installed("xml2")
  document <- function(...) {
    path <- docx_file(c(...))
    readBin(path, "raw", file.size(path))
  }
  path <- archive(list(
    `Files (2)_doclist.DOCX` = document(uni_cover(c("Ferry resumes", "Barley falls"))),
    `Ferry resumes.DOCX` = document(uni_paragraphs(1, "Ferry resumes", "The ferry sailed.")),
    `Barley falls.DOCX` = document(uni_paragraphs(1, "Barley falls", "Barley fell."))
  ))
  news <- read_quietly(path)
  expect_identical(news$title, c("Ferry resumes", "Barley falls"))
  expect_identical(news$text, c("The ferry sailed.", "Barley fell."))
  expect_identical(article_problems(news)$code, "no_article")
})

# An archive whose members have any names: local headers and a directory written by hand.
write_stored <- function(path, names, contents, flag = 0L) {
  two <- function(x) as.raw(c(x %% 256, x %/% 256))
  four <- function(x) as.raw(x %/% 256^(0:3) %% 256)
  crc <- function(bytes) {
    table <- vapply(0:255, function(i) {
      for (k in 1:8) {
        i <- if (i %% 2 == 1) bitwXor2(i %/% 2, 0xEDB88320) else i %/% 2
      }
      i
    }, 0)
    value <- 4294967295
    for (byte in as.integer(bytes)) {
      value <- bitwXor2(table[[bitwXor(value %% 256, byte) + 1]], value %/% 256)
    }
    bitwXor2(value, 4294967295)
  }
  bitwXor2 <- function(a, b) {
    high <- bitwXor(a %/% 65536, b %/% 65536)
    high * 65536 + bitwXor(a %% 65536, b %% 65536)
  }
  out <- raw()
  directory <- raw()
  for (i in seq_along(names)) {
    bytes <- charToRaw(contents[[i]])
    name <- charToRaw(names[[i]])
    common <- c(two(20), two(flag), two(0), two(0), two(33), four(crc(bytes)),
      four(length(bytes)), four(length(bytes)), two(length(name)), two(0))
    directory <- c(directory, charToRaw("PK"), as.raw(1:2), two(20), common, two(0), two(0),
      two(0), four(0), four(length(out)), name)
    out <- c(out, charToRaw("PK"), as.raw(3:4), common, name, bytes)
  }
  end <- c(charToRaw("PK"), as.raw(5:6), two(0), two(0), two(length(names)), two(length(names)),
    four(length(directory)), four(length(out)), two(0))
  writeBin(c(out, directory, end), path)
  path
}

test_that("no member is written outside of the folder for it, none is lost without a row", {
  root <- withr::local_tempdir()
  inner <- file.path(root, "in")
  dir.create(inner)
  path <- write_stored(
    file.path(inner, "a.zip"),
    c("../out.txt", "/tmp/tritone_out.txt", "C:/out.txt", "x/../../y.txt", "..\\z.txt", "a.txt",
      "a.txt", "b..c.txt"),
    c(rep(text_one, 7L), "Wind in the south\n\nIt blew all night long.")
  )
  news <- read_quietly(path)
  expect_identical(news$path, paste0(path, c("/a.txt", "/b..c.txt")))
  problems <- article_problems(news)
  expect_match(problems$detail[problems$code == "unsafe_name"], "^5 names not read")
  expect_match(problems$detail[problems$code == "duplicate_name"], "^1 name not read.*a.txt")
  expect_identical(list.files(root, recursive = TRUE), "in/a.zip")
  expect_false(file.exists("/tmp/tritone_out.txt"))
})

test_that("damaged, locked and nested archives, and those that grow too much, are reported", {
  code <- function(path) {
    news <- read_quietly(path)
    expect_true(all(is.na(news$text)))
    article_problems(news)$code
  }
  path <- archive(list(a.txt = strrep("Rain. ", 999)))
  bytes <- readBin(path, "raw", file.size(path))
  expect_identical(code(text_file(utils::head(bytes, -30L), "b.zip")), "cut_off")
  expect_identical(code(text_file("Rain.", "b.zip")), "cut_off")
  garbled <- bytes
  garbled[50:60] <- as.raw(255)
  expect_identical(code(text_file(garbled, "b.zip")), "unreadable")
  locked <- withr::local_tempdir()
  writeLines(text_one, file.path(locked, "a.txt"))
  withr::with_dir(locked, utils::zip("l.zip", "a.txt", flags = "-q9X -P secret"))
  expect_identical(code(file.path(locked, "l.zip")), "locked")
  as_bytes <- function(path) readBin(path, "raw", file.size(path))
  nested <- archive(list(`in.zip` = as_bytes(path)))
  expect_match(read_quietly(nested)$path, "news.zip/in.zip/a.txt$")
  expect_identical(code(archive(list(`in.zip` = as_bytes(nested)))), "unreadable")
  skip_on_cran()
  big <- strrep("Rain. ", 2^23)
  expect_identical(code(archive(list(a.txt = paste(big, big)))), "too_large")
  two <- read_quietly(archive(list(a.txt = big, b.txt = big)))
  expect_identical(basename(two$path), "a.txt")
  expect_true("too_large" %in% article_problems(two)$code)
})

test_that("what is joined to an archive is reported, and a comment is no such thing", {
  path <- archive(list(a.txt = text_one))
  bytes <- readBin(path, "raw", file.size(path))
  joined <- read_quietly(text_file(c(bytes, bytes), "b.zip"))
  expect_identical(basename(joined$path), "a.txt")
  expect_identical(article_problems(joined)$code, "extra_bytes")
  n <- length(bytes)
  noted <- c(bytes[seq_len(n - 2L)], as.raw(c(4, 0)), charToRaw("Rain"))
  expect_identical(article_problems(read_quietly(text_file(noted, "b.zip")))$code, character())
})

test_that("every form may be packed by gzip", {
  skip_if_not_installed("xml2")
  root <- withr::local_tempdir()
  packed <- function(name, bytes) {
    path <- file.path(root, name)
    file <- gzfile(path, "wb")
    writeBin(if (is.raw(bytes)) bytes else charToRaw(enc2utf8(bytes)), file)
    close(file)
    path
  }
  page <- paste0(
    "<!DOCTYPE html><html><head><title>Rain in the north</title></head><body><article><h1>Rain in ",
    "the north</h1><p>It rained all day long, and nobody went out to the harbour.</p></article>"
  )
  rtf <- rtf_file(c("Rain in the north", "", "It rained all day long."))
  docx <- docx_file(docx_paragraph("Rain in the north", style = "Title"))
  forms <- c(
    packed("a.html.gz", page), packed("b.rtf.gz", readBin(rtf, "raw", 1e6)),
    packed("c.docx.gz", readBin(docx, "raw", 1e6)), packed("d.txt.gz", text_one),
    packed("e.csv.gz", "title,text\nRain in the north,It rained."), packed("f.gz", text_one)
  )
  expect_identical(read_quietly(forms)$title, rep("Rain in the north", 6L))
  expect_identical(nrow(read_quietly(root)), 5L)
  cut <- readBin(forms[[2L]], "raw", 1e5)
  writeBin(utils::head(cut, -40L), forms[[2L]])
  expect_true("cut_off" %in% article_problems(read_quietly(forms[[2L]]))$code)
})
