# Files, folders and globs: what is read, in which order, what is left out.

article_file <- function(folder, name, lines = c("A title", "", "A sentence of text.")) {
  path <- file.path(folder, name)
  dir.create(dirname(path), showWarnings = FALSE, recursive = TRUE)
  writeBin(charToRaw(enc2utf8(paste(lines, collapse = "\n"))), path)
  path
}

test_that("files, folders and patterns are mixed, in the order given", {
  root <- withr::local_tempdir()
  for (name in c("b/Z.txt", "b/a.txt", "b/c/x.txt", "one.txt", "p2.txt", "p1.txt")) {
    article_file(root, name)
  }
  found <- find_article_files(file.path(root, c("one.txt", "p*.txt", "b")))
  expect_identical(
    sub(paste0(root, "/"), "", found$path, fixed = TRUE),
    c("one.txt", "p1.txt", "p2.txt", "b/Z.txt", "b/a.txt", "b/c/x.txt")
  )
  expect_identical(unique(found$form), "txt")
  # A pattern may match a folder; a name that looks like a pattern is a name.
  expect_identical(nrow(find_article_files(file.path(root, "b*"))), 3L)
  odd <- article_file(root, "odd[1].txt")
  expect_identical(find_article_files(odd)$path, odd)
  expect_error(
    find_article_files(file.path(root, "none*.txt")), "none[*].txt", class = "tritone_error_input"
  )
})

test_that("the form is decided by the ending, by the content, or by `format`", {
  root <- withr::local_tempdir()
  endings <- c(
    a.csv = "csv", b.TSV = "tsv", c.tab = "tsv", d.json = "json", e.jsonl = "jsonl",
    f.ndjson = "jsonl", g.parquet = "parquet", h.txt = "txt", i.csv.gz = "csv", j.txt.gz = "txt"
  )
  for (name in names(endings)) article_file(root, name)
  expect_identical(find_article_files(root)$form, unname(endings))
  expect_identical(find_article_files(article_file(root, "k", '[{"text": "x"}]'))$form, "json")
  expect_identical(find_article_files(article_file(root, "l", "PAR1"))$form, "parquet")
  expect_identical(find_article_files(article_file(root, "m.dat"))$form, "txt")
  writeBin(as.raw(c(1:8, 0)), file.path(root, "n.dat"))
  expect_error(
    find_article_files(file.path(root, "n.dat")), "of a known form",
    class = "tritone_error_input"
  )
  expect_identical(find_article_files(file.path(root, "h.txt"), "json")$form, "json")
  # Of a folder `format` takes the files whose endings the form accepts.
  expect_message(found <- find_article_files(root, "csv"), "not read")
  expect_identical(
    basename(found$path[is.na(found$code)]),
    c("a.csv", "b.TSV", "c.tab", "h.txt", "i.csv.gz", "j.txt.gz")
  )
  expect_error(article_read(root, format = "doc"), "`format`", class = "tritone_error_input")
})

test_that("a folder with another form's ending is a folder", {
  root <- withr::local_tempdir()
  article_file(root, "x.txt/a.txt")
  expect_identical(basename(article_read(file.path(root, "x.txt"))$path), "a.txt")
  dir.create(file.path(root, "y.txt"))
  expect_message(none <- article_read(file.path(root, "y.txt")), "No files of articles")
  expect_identical(nrow(none), 0L)
})

test_that("a folder that cannot be read, or leads back to itself, is reported", {
  skip_on_os("windows")
  root <- withr::local_tempdir()
  article_file(root, "a/x.txt")
  skip_if_not(file.symlink(root, file.path(root, "a", "up")))
  for (path in file.path(root, c("a", "[a]"))) {
    expect_message(news <- article_read(path), "1 of 2 files gave no article")
    expect_identical(news$doc_id, "x")
    told <- article_problems(news)
    expect_identical(told$code, "unreadable")
    expect_identical(told$path, file.path(root, "a", "up", "a"))
    expect_match(told$detail, "a folder around it")
  }
})

test_that("a locked folder is reported", {
  skip_on_os("windows")
  root <- withr::local_tempdir()
  article_file(root, "x.txt")
  dir.create(file.path(root, "locked"), mode = "000")
  if (file.access(file.path(root, "locked"), 4L) == 0L) { # root may look into every folder
    expect_identical(article_read(root)$doc_id, "x")
    return()
  }
  expect_message(news <- article_read(root), "1 of 2 files gave no article")
  expect_identical(news$doc_id, "x")
  expect_identical(basename(article_problems(news)$path), "locked")
  expect_message(news <- article_read(file.path(root, "locked")), "1 of 1 files")
  expect_identical(nrow(news), 0L)
})

test_that("a broken link and a pipe are reported without waiting", {
  skip_on_os("windows")
  root <- withr::local_tempdir()
  for (name in c("link.txt", "link.csv", "link.json", "link.parquet", "link.csv.gz")) {
    skip_if_not(file.symlink(file.path(root, "nowhere"), file.path(root, name)))
    if (grepl("json", name)) skip_if_not_installed("yyjsonr")
    if (grepl("parquet", name)) skip_if_not_installed("nanoparquet")
    expect_message(news <- article_read(file.path(root, name)), "unreadable")
    expect_identical(article_problems(news)$code, "unreadable", info = name)
  }
  pipe <- file.path(root, "pipe.txt")
  skip_if(system2("mkfifo", pipe, stdout = FALSE, stderr = FALSE) != 0)
  expect_message(news <- article_read(pipe), "unreadable")
  expect_match(article_problems(news)$detail, "pipe")
})

test_that("a name that is not valid UTF-8 stops no folder", {
  skip_on_os(c("windows", "mac"))
  root <- withr::local_tempdir()
  article_file(root, "a.txt")
  contents <- list(
    txt = "Rain fell.", csv = c("id,text", "7,Rain fell."), jsonl = '{"text": "Rain fell."}',
    html = paste0("<p>", strrep("Rain fell on Tarsk all day, and the mill was shut. ", 5L), "</p>")
  )
  if (!requireNamespace("yyjsonr", quietly = TRUE)) contents$jsonl <- NULL
  if (!requireNamespace("xml2", quietly = TRUE)) contents$html <- NULL
  odd <- character()
  for (ending in names(contents)) {
    path <- paste0(file.path(root, "caf"), rawToChar(as.raw(0xe9)), ".", ending)
    skip_if_not(suppressWarnings(file.create(path)), "a system whose names may be any bytes")
    writeLines(contents[[ending]], path)
    odd <- c(odd, path)
  }
  # As lists of files give them, without a mark, and with one.
  for (path in list(root, odd, file.path(root, "*"), `Encoding<-`(odd, "UTF-8"))) {
    news <- suppressMessages(article_read(path))
    here <- news[grepl("caf<e9>", news$path, fixed = TRUE), ]
    expect_identical(nrow(here), length(contents))
    expect_true(all(grepl("^Rain fell", here$text)))
    expect_true(all(validUTF8(unlist(lapply(news, as.character)))))
    told <- article_problems(news)
    expect_identical(sum(told$code == "file_name"), length(contents))
    expect_true(all(validUTF8(told$path)))
  }
  gone <- paste0(file.path(root, "gone"), rawToChar(as.raw(0xe9)), ".txt")
  expect_error(article_read(gone), "there is no .*gone<e9>.txt", class = "tritone_error_input")
  expect_error(
    article_read(sub("gone", "gone*", gone)), "none matches", class = "tritone_error_input"
  )
})

test_that("a pipe of any form is reported without waiting", {
  skip_on_os("windows")
  root <- withr::local_tempdir()
  forms <- article_forms()
  endings <- unique(c(unlist(lapply(forms, `[[`, "endings")), "dat"))
  pipes <- file.path(root, paste0("x.", endings))
  skip_if(system2("mkfifo", pipes, stdout = FALSE, stderr = FALSE) != 0)
  # A writer that never writes: who opens the pipe for reading waits until the time is up.
  waits <- function(path, ...) {
    news <- suppressMessages(article_read(path, ...))
    told <- article_problems(news)
    expect_identical(told$code[told$path %in% pipes], rep("unreadable", sum(told$path %in% pipes)))
    expect_true(all(grepl("a pipe or a device", told$detail[told$path %in% pipes])))
    expect_true(all(is.na(news$text)))
    told
  }
  for (pipe in pipes) waits(pipe)
  expect_identical(sum(waits(root)$path %in% pipes), length(pipes) - 1L)
  for (format in names(forms)) waits(pipes[[1L]], format = format)
  whole <- unlist(lapply(forms[vapply(forms, `[[`, NA, "whole")], `[[`, "endings"))
  news <- suppressMessages(article_read(pipes))
  expect_setequal(basename(news$path), paste0("x.", whole))
  # A pipe that is read through a link.
  skip_if_not(file.symlink(pipes[[1L]], file.path(root, "link.parquet")))
  expect_match(
    article_problems(suppressMessages(article_read(file.path(root, "link.parquet"))))$detail, "pipe"
  )
})

test_that("what a folder has besides is named", {
  root <- withr::local_tempdir()
  for (name in c("a.txt", ".a.txt", "b/.b.csv", "b/.git/c.txt", "notes.xyz", "b/c.xyz")) {
    article_file(root, name)
  }
  expect_message(news <- article_read(root), "2 files were not read")
  expect_identical(news$doc_id, "a")
  told <- article_problems(news)
  expect_identical(told$code, c("other_ending", "hidden"))
  expect_identical(told$path, c(root, root))
  expect_match(told$detail[[1L]], "2 names not read.*: b/c.xyz, notes.xyz$")
  expect_match(told$detail[[2L]], "3 names not read.*: .a.txt, b/.b.csv, b/.git$")
  for (i in 1:9) article_file(root, paste0("d/.", i, ".txt"))
  told <- article_problems(suppressMessages(article_read(file.path(root, c("", "d"), ""))))
  expect_match(told$detail[told$code == "hidden"], "^(12|9) names .*, ...$")
  # A folder of nothing else has no article, and says so.
  expect_message(none <- article_read(file.path(root, "d")), "No files of articles")
  expect_identical(article_problems(none)$code, "hidden")
  # Patterns do not match hidden files, but folders have them.
  told <- article_problems(suppressMessages(article_read(file.path(root, "*"))))
  expect_identical(sum(told$code == "hidden"), 1L)
})
