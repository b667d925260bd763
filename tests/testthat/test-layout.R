# The rules of ARCHITECTURE.md that a look at the source tree can tell. The tree is
# named by TRITONE_SOURCE, which `make test` sets.

source_tree <- function() {
  root <- Sys.getenv("TRITONE_SOURCE")
  if (!nzchar(root)) skip("TRITONE_SOURCE is not set: no source tree to look at")
  root
}

core_files <- function(root) {
  list.files(file.path(root, "src", "core"), "\\.(cpp|h)$", recursive = TRUE)
}

includes <- function(path) {
  lines <- grep("^ *# *include", readLines(path, encoding = "UTF-8", warn = FALSE), value = TRUE)
  sub(".*[<\"](.*)[>\"].*", "\\1", lines)
}

test_that("the core includes no R header", {
  root <- source_tree()
  files <- core_files(root)
  expect_gt(length(files), 20)
  used <- unlist(lapply(file.path(root, "src", "core", files), includes))
  expect_identical(
    grep("^(Rcpp|RcppArmadillo|R|Rinternals|Rmath|cpp11)(\\.h|/|$)", used, value = TRUE),
    character()
  )
})

test_that("each layer of the core includes only those below it", {
  root <- source_tree()
  below <- list(
    base = character(), sparse = "base", text = c("base", "sparse"),
    article = c("base", "sparse", "text"), store = c("base", "sparse", "text", "article"),
    term = c("base", "sparse", "text", "article", "store"), topic = c("base", "sparse"),
    tone = c("base", "sparse", "text", "article", "store", "term")
  )
  for (file in core_files(root)) {
    layer <- sub("/.*", "", file)
    expect_true(layer %in% names(below), info = file)
    used <- grep("/", includes(file.path(root, "src", "core", file)), value = TRUE)
    used <- setdiff(unique(sub("/.*", "", used)), c(layer, "sys"))
    expect_identical(setdiff(used, below[[layer]]), character(), info = file)
  }
})

test_that("every core file takes the rules of arithmetic from base/config.h", {
  root <- source_tree()
  headers <- grep("\\.h$", core_files(root), value = TRUE)
  for (header in setdiff(headers, "base/config.h")) {
    expect_true(
      "base/config.h" %in% includes(file.path(root, "src", "core", header)), info = header
    )
  }
})

test_that("OBJECTS in both Makevars are the files of the tree", {
  root <- source_tree()
  sources <- list.files(file.path(root, "src"), "\\.cpp$", recursive = TRUE)
  for (name in c("Makevars", "Makevars.win")) {
    lines <- readLines(file.path(root, "src", name))
    objects <- regmatches(lines, regexpr("[A-Za-z_/0-9]+\\.o\\b", lines))
    expect_identical(sort(objects), sort(sub("\\.cpp$", ".o", sources)), info = name)
    expect_false(anyDuplicated(objects) > 0)
  }
})

test_that("one name in five places", {
  root <- source_tree()
  glue <- setdiff(list.files(file.path(root, "src"), "\\.cpp$"), "RcppExports.cpp")
  expect_gt(length(glue), 3)
  for (verb in sub("\\.cpp$", "", glue)) {
    family <- sub("_.*", "", verb)
    expect_true(file.exists(file.path(root, "R", paste0(verb, ".R"))), info = verb)
    expect_true(
      file.exists(file.path(root, "tests", "testthat", paste0("test-", verb, ".R"))), info = verb
    )
    expect_true(dir.exists(file.path(root, "src", "core", family)), info = verb)
  }
  core <- grep("\\.cpp$", core_files(root), value = TRUE)
  for (file in setdiff(core, "text/unicode_tables.cpp")) {
    test <- file.path(root, "tests", "cpp", dirname(file), paste0("test_", basename(file)))
    expect_true(file.exists(test), info = file)
  }
})

test_that("every export has a family's prefix or is a method of a generic", {
  exports <- getNamespaceExports("tritone")
  own <- grep("^(article|term|topic|tone)_", exports, value = TRUE)
  expect_gt(length(own), 5)
  expect_identical(setdiff(exports, c(own, "tidy", "glance", "augment")), character())
})

test_that("no path of one machine stands in the sources", {
  root <- source_tree()
  folders <- file.path(root, c("R", "src", "tests", "tools", "vignettes", "bench"))
  files <- list.files(folders, "\\.(R|Rmd|cpp|h|sh)$", recursive = TRUE, full.names = TRUE)
  pattern <- paste0("(^|[^A-Za-z0-9_.])/(", paste(c("work", "root", "home"), collapse = "|"), ")/")
  for (file in files) {
    lines <- readLines(file, encoding = "UTF-8", warn = FALSE)
    expect_identical(grep(pattern, lines, value = TRUE), character(), info = file)
  }
})
