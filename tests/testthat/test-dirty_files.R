# Damaged files of every form give a result or an error of the package, and lose no article in
# silence. `make fuzz` asks about more of them.

test_that("each damaged file is read, or says why not", {
  skip_on_cran()
  root <- withr::local_tempdir()
  files <- write_dirty_files(root, dirty_count())
  alone <- lapply(files$path, ask_dirty, verb = article_read)
  kind <- vapply(alone, `[[`, "", "kind")
  wrong <- !kind %in% c("result", "classed")
  expect_identical(
    paste(basename(files$path[wrong]), vapply(alone[wrong], `[[`, "", "said")), character()
  )
  faults <- Map(function(one, path) {
    if (one$kind == "result") dirty_faults(one$value, path)
  }, alone, files$path)
  expect_identical(unlist(faults, use.names = FALSE), NULL)
  # The folder gives what its files give one by one.
  folder <- ask_dirty(root, article_read)
  expect_identical(folder$kind, "result")
  news <- folder$value
  expect_identical(dirty_faults(news, files$path), NULL)
  for (i in which(kind == "result")) {
    expect_identical(
      news$text[news$path == files$path[[i]]], alone[[i]]$value$text, info = files$path[[i]]
    )
  }
  if (dirty_count() > 15L) {
    cat(sprintf(
      "%d dirty files: %d results, %d errors of the package, %d others; folder: %d articles\n",
      nrow(files), sum(kind == "result"), sum(kind == "classed"), sum(wrong), nrow(news)
    ))
  }
})

test_that("each damaged export is read, or says why not", {
  skip_on_cran()
  read_export <- function(path) article_read(path, format = "export")
  for (layout in names(dirty_exports())) {
    root <- withr::local_tempdir()
    files <- write_dirty_files(
      root, dirty_count(),
      originals = stats::setNames(dirty_exports()[layout], "txt")
    )
    for (path in files$path) {
      one <- ask_dirty(path, read_export)
      expect_true(one$kind %in% c("result", "classed"), info = paste(path, one$said))
      if (one$kind == "result") expect_identical(dirty_faults(one$value, path), NULL, info = path)
    }
  }
})

test_that("the driver sees a raw error, a warning and a lost article", {
  expect_identical(ask_dirty("x", function(path) stop("raw"))$kind, "raw")
  expect_identical(ask_dirty("x", function(path) as.integer(path))$kind, "warned")
  expect_identical(ask_dirty("x", function(path) abort_input("no"))$kind, "classed")
  root <- withr::local_tempdir()
  path <- file.path(root, "a.csv")
  writeBin(dirty_originals()$csv, path)
  news <- suppressMessages(article_read(path))
  expect_identical(dirty_faults(news, path), NULL)
  expect_match(dirty_faults(news[-2L, ], path), "an article was lost from a.csv")
  expect_match(dirty_faults(news, c(path, "b.csv.gz")), "no trace of b.csv.gz")
  news$text[[3L]] <- NA
  news$doc_id[[4L]] <- news$doc_id[[5L]]
  expect_length(dirty_faults(news, path), 2L)
})
