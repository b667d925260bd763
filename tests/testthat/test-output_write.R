# Files are written whole or not at all.

# The texts of the example collection.
article_texts <- function() article_example()$text

# Fits in short segments, each of which writes the checkpoint.
checkpointed <- function(path, ...) {
  counts <- term_matrix(article_texts(), remove = term_stopwords(), min_docs = 3)
  topic_nmf(counts, 3, iterations = 60, tolerance = 0, seed = 1, checkpoint = path, ...)
}

test_that("what is written is there whole, the file beside it is gone", {
  path <- withr::local_tempfile()
  put <- function(text) {
    write_safely(
      path, "file", function(beside) writeLines(text, beside),
      function(beside) identical(readLines(beside), text)
    )
  }
  put("one")
  expect_identical(readLines(path), "one")
  Sys.chmod(path, "600")
  put("two")
  expect_identical(readLines(path), "two")
  if (.Platform$OS.type == "unix") expect_identical(format(file.mode(path)), "600")
  expect_false(file.exists(paste0(path, ".new")))
})

test_that("a link stays a link", {
  skip_on_os("windows")
  folder <- withr::local_tempdir()
  real <- file.path(folder, "real")
  link <- file.path(folder, "link")
  writeLines("old", real)
  file.symlink(real, link)
  write_safely(link, "file", function(beside) writeLines("new", beside), function(beside) TRUE)
  expect_identical(readLines(real), "new")
  expect_identical(Sys.readlink(link), real)
})

test_that("every way to fail leaves the old file whole and says so", {
  path <- withr::local_tempfile()
  fine <- function(beside) TRUE
  half <- function(beside) writeLines("ha", beside)
  ways <- list(
    cut = list(half, function(beside) identical(readLines(beside), "half")),
    unread = list(half, function(beside) stop("it ends too soon")),
    unsaid = list(half, function(beside) NA),
    error = list(function(beside) stop("no space left"), fine),
    warned = list(function(beside) warning("short write"), fine),
    nothing = list(function(beside) NULL, fine)
  )
  for (old in list(NULL, "old")) {
    for (name in names(ways)) {
      if (!is.null(old)) writeLines(old, path)
      expect_error(
        write_safely(path, "file", ways[[name]][[1]], ways[[name]][[2]]),
        "cannot be written", class = "tritone_error_limit", info = name
      )
      expect_identical(file.exists(path), !is.null(old), info = name)
      if (!is.null(old)) expect_identical(readLines(path), old, info = name)
      expect_false(file.exists(paste0(path, ".new")), info = name)
    }
  }
})

test_that("a checkpoint that is cut is noticed, the earlier one and the fit are whole", {
  path <- withr::local_tempfile(fileext = ".rds")
  fit <- checkpointed(path)
  before <- readBin(path, "raw", file.size(path))
  # As on a full disk: nothing is raised, the end is missing.
  cut <- function(object, file) {
    saveRDS(object, file)
    bytes <- readBin(file, "raw", file.size(file))
    writeBin(bytes[seq_len(length(bytes) %/% 2)], file)
  }
  saved <- readRDS(path)
  expect_error(
    write_checkpoint(path, saved$plan, list(a = 1), saved$done, save = cut),
    "cannot be written", class = "tritone_error_limit"
  )
  expect_identical(readBin(path, "raw", file.size(path)), before)
  expect_identical(checkpointed(path), fit)
})

test_that("on a disk that is really full the old files are whole", {
  folder <- small_disk()
  page <- file.path(folder, "page.html")
  state <- file.path(folder, "state.rds")
  news <- article_example()[1:12, ]
  suppressMessages(article_report(news, page, k = 3))
  fit <- checkpointed(state)
  bytes <- function(path) readBin(path, "raw", file.size(path))
  before <- lapply(c(page, state), bytes)
  fill_disk(folder)
  expect_error(
    suppressMessages(article_report(article_example(), page, k = 3)),
    "cannot be written", class = "tritone_error_limit"
  )
  saved <- readRDS(state)
  expect_error(
    write_checkpoint(state, saved$plan, list(more = stats::runif(1e5)), saved$done),
    "cannot be written", class = "tritone_error_limit"
  )
  expect_identical(lapply(c(page, state), bytes), before)
  expect_identical(checkpointed(state), fit)
  expect_setequal(list.files(folder), c("page.html", "state.rds", "filler"))
})

test_that("a path that cannot be written is refused before the work begins", {
  folder <- withr::local_tempdir()
  bad <- list(
    empty = "", missing = file.path(folder, "none", "x"), folder = folder,
    slash = paste0(file.path(folder, "x"), "/")
  )
  if (file.exists("/dev/null")) bad$device <- "/dev/null"
  counts <- term_matrix(article_texts())
  for (name in names(bad)) {
    path <- bad[[name]]
    refused <- function(code) {
      expect_error(code, class = "tritone_error_input", info = name)
    }
    refused(topic_nmf(counts, 2, checkpoint = path))
    refused(topic_lda(counts, 2, checkpoint = path))
    refused(topic_lda(counts, 2, method = "gibbs", checkpoint = path))
    refused(topic_seeded(counts, list(a = "the"), checkpoint = path))
    refused(article_report(article_example(), path))
  }
  if (file.exists("/dev/null")) expect_true(file.access("/dev/null", 2) == 0)
  expect_identical(list.files(folder), character())
})

test_that("a folder without the right to write is refused", {
  skip_on_os("windows")
  folder <- withr::local_tempdir()
  Sys.chmod(folder, "500")
  withr::defer(Sys.chmod(folder, "700"))
  if (file.access(folder, 2) == 0) skip("this user may write everywhere")
  expect_error(check_writable(file.path(folder, "x"), "file"), class = "tritone_error_input")
})

test_that("messages about files", {
  folder <- withr::local_tempdir()
  path <- file.path(folder, "page.html")
  writeLines("old", path)
  expect_snapshot(error = TRUE, transform = scrub(folder), {
    write_safely(path, "file", function(beside) writeLines("x", beside), function(beside) FALSE)
    write_safely(
      file.path(folder, "new.html"), "file", function(beside) stop("no space left"), isTRUE
    )
    check_writable("", "checkpoint")
    check_writable(file.path(folder, "none", "x.rds"), "checkpoint")
    check_writable(folder, "checkpoint")
  })
  skip_on_os("windows")
  expect_snapshot(error = TRUE, check_writable("/dev/null", "checkpoint"))
  # A folder that takes no file, for root too.
  skip_if_not(dir.exists("/proc/self"), "no folder here refuses every user")
  expect_snapshot(error = TRUE, check_writable("/proc/self/x.rds", "checkpoint"))
})

test_that("the path of a file to write is in a folder that exists", {
  folder <- withr::local_tempdir()
  path <- file.path(folder, "a.html")
  expect_identical(check_writable(path, "f"), path)
  expect_null(check_writable(NULL, "f", null = TRUE))
  for (x in list("", NULL, 1, folder, file.path(folder, "no", "a"), strrep("a", 4001L))) {
    expect_error(check_writable(x, "f"), "`f`", class = "tritone_error_input")
  }
})
