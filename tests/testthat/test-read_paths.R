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
  expect_identical(basename(found$path), c("a.csv", "b.TSV", "c.tab", "h.txt", "i.csv.gz"))
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
