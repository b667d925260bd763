# Packed files that would fill the memory.

test_that("a file that grows beyond 64 MiB and 200 times its size is not unpacked", {
  root <- withr::local_tempdir()
  grown <- function(name, size) {
    path <- file.path(root, name)
    connection <- gzfile(path, "wb", compression = 1L)
    on.exit(close(connection))
    for (i in seq_len(size)) writeBin(raw(2^20), connection)
    path
  }
  expect_gt(2^26, 200 * file.size(grown("x.txt.gz", 65L)))
  for (name in c("x.txt.gz", "x.csv.gz", "x.tsv.gz", "x.json.gz", "x.jsonl.gz")) {
    if (grepl("json", name)) skip_if_not_installed("yyjsonr")
    news <- suppressMessages(article_read(grown(name, 65L)))
    told <- article_problems(news)
    expect_identical(told$code, "too_large", info = name)
    expect_match(told$detail, "more than 67,108,864 bytes")
    expect_true(all(is.na(news$text)))
  }
  # 64 MiB are allowed whatever the ratio: these are read, and are no text.
  expect_identical(
    article_problems(suppressMessages(article_read(grown("y.txt.gz", 64L))))$code, "binary"
  )
})

test_that("the limit grows with the file, to a GiB", {
  size <- function(bytes) {
    path <- withr::local_tempfile()
    writeBin(raw(bytes), path)
    unpack_limit(path)
  }
  expect_identical(size(0), 2^26)
  expect_identical(size(2^20), 200 * 2^20)
  expect_identical(size(6 * 2^20), 2^30)
})
