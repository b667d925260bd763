# The rules of ARCHITECTURE.md that can be checked by reading the source tree.

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

# Arrows between rooms: tools/rooms.dcf is the table, ARCHITECTURE.md its drawing.
rooms_of_tree <- function(root) {
  tools <- new.env()
  sys.source(file.path(root, "tools", "rooms.R"), tools)
  tools$rooms <- tools$read_rooms(root)
  tools
}

# The includes of the core as a data frame of the files `from` and `to`.
core_arrows <- function(root) {
  files <- core_files(root)
  do.call(rbind, lapply(files, function(file) {
    used <- intersect(includes(file.path(root, "src", "core", file)), files)
    data.frame(from = rep(file, length(used)), to = used)
  }))
}

test_that("each room of the core includes only the rooms it may use", {
  root <- source_tree()
  tools <- rooms_of_tree(root)
  files <- core_files(root)
  in_room <- tools$room_of(files, tools$rooms)
  expect_identical(files[is.na(in_room)], character())
  expect_setequal(unique(in_room), tools$rooms$room)
  arrows <- core_arrows(root)
  expect_gt(nrow(arrows), 300)
  from <- tools$room_of(arrows$from, tools$rooms)
  to <- tools$room_of(arrows$to, tools$rooms)
  allowed <- lapply(stats::setNames(nm = tools$rooms$room), tools$allowed_rooms, tools$rooms)
  wrong <- !mapply(function(f, t) t %in% allowed[[f]], from, to)
  expect_identical(
    sprintf("%s (%s) includes %s (%s)", arrows$from, from, arrows$to, to)[wrong], character()
  )
})

test_that("rooms use only rooms above them in the table, and every unit exists", {
  root <- source_tree()
  tools <- rooms_of_tree(root)
  rooms <- tools$rooms
  for (i in seq_len(nrow(rooms))) {
    used <- setdiff(tools$allowed_rooms(rooms$room[[i]], rooms), rooms$room[[i]])
    expect_true(all(match(used, rooms$room) < i), info = rooms$room[[i]])
    folder <- file.path(root, "src", "core", dirname(rooms$room[[i]]))
    for (unit in rooms$units[[i]]) {
      there <- file.exists(file.path(folder, paste0(unit, c(".h", ".cpp"))))
      expect_true(any(there), info = paste(rooms$room[[i]], unit))
    }
  }
})

test_that("no circle among headers", {
  arrows <- core_arrows(source_tree())
  arrows <- arrows[grepl("\\.h$", arrows$from), ]
  # Takes away headers that include nothing which is left; a circle stays.
  repeat {
    bottom <- setdiff(arrows$to, arrows$from)
    if (!length(bottom)) break
    arrows <- arrows[!arrows$to %in% bottom, ]
  }
  expect_identical(sprintf("%s -> %s", arrows$from, arrows$to), character())
})

test_that("each family has its namespace", {
  root <- source_tree()
  for (file in core_files(root)) {
    family <- sub("/.*", "", file)
    if (family %in% c("base", "sparse")) next
    lines <- readLines(file.path(root, "src", "core", file), encoding = "UTF-8", warn = FALSE)
    opened <- grep("^(inline )?namespace tritone", lines, value = TRUE)
    expect_match(opened, paste0("namespace tritone::", family, "\\b"), info = file)
  }
})

test_that("ARCHITECTURE.md shows the rooms as the table has them", {
  root <- source_tree()
  tools <- rooms_of_tree(root)
  page <- readLines(file.path(root, "ARCHITECTURE.md"), encoding = "UTF-8")
  at <- match(c("<!-- rooms -->", "<!-- end of rooms -->"), page)
  expect_identical(page[(at[[1L]] + 1L):(at[[2L]] - 1L)], tools$draw_rooms(tools$rooms))
})

test_that("the prefix of an R file is its room", {
  root <- source_tree()
  files <- sub("\\.R$", "", list.files(file.path(root, "R"), "\\.R$"))
  exports <- getNamespaceExports("tritone")
  verbs <- grep("^(article|term|topic|tone)_", exports, value = TRUE)
  own <- files %in% verbs
  shared <- grepl("^(read|report|input|output)_[a-z_]+$", files) |
    files %in% paste0(
      "topic_", c("fit", "print", "plot", "tidy", "top", "predict", "checkpoint", "counts")
    ) |
    files %in% c("conditions", "tritone-package", "RcppExports")
  inside <- vapply(files, function(file) any(startsWith(file, paste0(verbs, "_"))), NA)
  expect_identical(files[!own & !shared & !inside], character())
  # A verb is defined in the file of its name, or in that of its counterpart.
  beside <- c(topic_import = "topic_export")
  for (verb in verbs) {
    file <- if (verb %in% names(beside)) beside[[verb]] else verb
    lines <- readLines(file.path(root, "R", paste0(file, ".R")), encoding = "UTF-8", warn = FALSE)
    expect_true(any(startsWith(lines, paste0(verb, " <- function("))), info = verb)
  }
})

# The names that the files of R code give something at their top level.
defined_names <- function(files) {
  unlist(lapply(files, function(file) {
    names <- vapply(parse(file, encoding = "UTF-8"), function(part) {
      if (is.call(part) && identical(part[[1L]], quote(`<-`)) && is.name(part[[2L]])) {
        return(as.character(part[[2L]]))
      }
      ""
    }, "")
    unique(names[nzchar(names)])
  }))
}

test_that("no name is given twice: the later file would silently take it from the earlier one", {
  root <- source_tree()
  package <- defined_names(Sys.glob(file.path(root, "R", "*.R")))
  expect_gt(length(package), 500)
  expect_identical(package[duplicated(package)], character())
  helpers <- defined_names(Sys.glob(file.path(root, "tests", "testthat", "helper-*.R")))
  expect_identical(helpers[duplicated(helpers)], character())
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

test_that("no folder has a name that R CMD build drops", {
  root <- source_tree()
  folders <- list.dirs(file.path(root, c("src", "R", "inst", "tests/testthat")))
  expect_identical(grep("/(check|chm|[^/]*[Oo]ld)$", folders, value = TRUE), character())
})

test_that("one name in five places", {
  root <- source_tree()
  glue <- setdiff(list.files(file.path(root, "src"), "\\.cpp$"), "RcppExports.cpp")
  expect_gt(length(glue), 3)
  for (verb in sub("\\.cpp$", "", glue)) {
    expect_true(file.exists(file.path(root, "R", paste0(verb, ".R"))), info = verb)
    expect_true(
      file.exists(file.path(root, "tests", "testthat", paste0("test-", verb, ".R"))), info = verb
    )
    # The glue includes the core's unit of the same name, or of the room that the verb is in. What
    # every verb takes and gives has no room of the core.
    if (grepl("^(input_counts|output_)", verb)) next
    used <- includes(file.path(root, "src", paste0(verb, ".cpp")))
    expect_true(any(grepl("^(article|term|topic|tone|text)/", used)), info = verb)
  }
  # Tests of the core have the path of what they test, and nothing else is tested.
  core <- setdiff(grep("\\.cpp$", core_files(root), value = TRUE), "text/unicode_tables.cpp")
  tests <- list.files(file.path(root, "tests", "cpp"), "^test_.*\\.cpp$", recursive = TRUE)
  tested <- file.path(dirname(tests), sub("^test_", "", basename(tests)))
  expect_identical(setdiff(core, tested), character())
  headers <- sub("\\.h$", ".cpp", core_files(root))
  expect_identical(setdiff(tested, c(headers, "./headers.cpp")), character())
})

test_that("every export has a family's prefix or is a method of a generic", {
  exports <- getNamespaceExports("tritone")
  own <- grep("^(article|term|topic|tone)_", exports, value = TRUE)
  expect_gt(length(own), 5)
  expect_identical(setdiff(exports, c(own, "tidy", "glance", "augment")), character())
})

test_that("README names every vignette", {
  root <- source_tree()
  readme <- paste(readLines(file.path(root, "README.md"), encoding = "UTF-8"), collapse = " ")
  readme <- sub("^.*Vignettes: ", "", readme)
  files <- list.files(file.path(root, "vignettes"), "[.]Rmd$", full.names = TRUE)
  expect_gt(length(files), 10)
  for (file in files) {
    lines <- readLines(file, encoding = "UTF-8", warn = FALSE)
    title <- sub("^title: \"(.*)\"$", "\\1", grep("^title: ", lines, value = TRUE))
    expect_match(readme, sub(":.*$", "", title), fixed = TRUE, info = file)
    entry <- paste0("VignetteIndexEntry{", title, "}")
    expect_true(any(grepl(entry, lines, fixed = TRUE)), info = file)
  }
})

test_that("the sources hold no path of one machine", {
  root <- source_tree()
  folders <- file.path(root, c("R", "src", "tests", "tools", "vignettes", "bench"))
  files <- list.files(folders, "\\.(R|Rmd|cpp|h|sh)$", recursive = TRUE, full.names = TRUE)
  pattern <- paste0("(^|[^A-Za-z0-9_.])/(", paste(c("work", "root", "home"), collapse = "|"), ")/")
  for (file in files) {
    lines <- readLines(file, encoding = "UTF-8", warn = FALSE)
    expect_identical(grep(pattern, lines, value = TRUE), character(), info = file)
  }
})
