# Which small changes of the code does no test notice? Changes R files one place at a time
# (operators, constants, conditions, lines left out), runs the tests that belong to the file, and
# lists the changes that pass: each is a figure, a limit or a message that nothing holds.
#   Rscript tools/mutate.R [group] [number of changes] [seed] [processes]
# The package must be installed from this tree. Each change is made in a process of its own; no
# file is written. Run it after a room was changed, and look at each survivor: either a test by
# value is missing, or the change makes no difference that a user can see.
suppressMessages({
  library(testthat)
  library(tritone)
})
given <- commandArgs(TRUE)
argument <- function(i, otherwise) if (length(given) >= i) given[[i]] else otherwise

files_of <- function(...) sort(unlist(lapply(c(...), function(x) Sys.glob(file.path("R", x)))))
groups <- list(
  report = list(
    files = files_of("article_report.R", "report_*.R"),
    tests = c(
      "report_means", "report_facts", "report_collection", "report_terms", "report_topics",
      "report_tone", "report_shift", "report_effects", "report_speakers", "report_evidence",
      "report_findings", "report_articles", "report_page", "report_charts", "article_report"
    )
  ),
  weights = list(
    files = files_of("term_weight.R", "term_keyness.R", "term_trim.R"),
    tests = c("term_weight", "term_keyness", "term_trim", "limits")
  ),
  chains = list(
    files = files_of(
      "topic_lda*.R", "topic_fit.R", "topic_heldout.R", "topic_top.R", "topic_terms.R",
      "topic_articles.R"
    ),
    tests = c(
      "topic_lda_gibbs", "topic_lda", "topic_lda_online", "topic_fit", "topic_heldout",
      "topic_terms", "topic_articles", "topic_correlation", "limits"
    )
  ),
  readers = list(
    files = setdiff(files_of("read_*.R", "input_dates.R"), "R/read_parquet.R"),
    tests = c(
      "read_csv", "read_table", "read_json", "read_json_shapes", "read_feed", "read_txt",
      "read_html", "read_html_europresse", "read_html_layouts", "read_docx", "read_rtf",
      "read_pdf", "read_archive", "read_packed", "read_encoding", "read_paths", "read_together",
      "read_export", "read_export_division", "read_export_unsaid", "article_exports",
      "article_read", "input_dates",
      "messages_documents", "dirty_files", "limits"
    )
  )
)

swaps <- list(
  `+` = "-", `-` = "+", `*` = "/", `/` = "*", `<` = c("<=", ">"), `<=` = c("<", ">"),
  `>` = c(">=", "<"), `>=` = c(">", "<"), `==` = "!=", `!=` = "==", `&` = "|", `|` = "&",
  `&&` = "||", `||` = "&&", min = "max", max = "min", pmin = "pmax", pmax = "pmin",
  which.max = "which.min", which.min = "which.max", any = "all", all = "any", floor = "ceiling",
  ceiling = "floor", rev = "identity", sort = "identity", unique = "identity", abs = "identity",
  sqrt = "identity", median = "mean", mean = "median", colSums = "colMeans", sum = "length"
)
# What these say is held by snapshots.
unchanged <- c(
  "abort_input", "abort_argument", "abort_limit", "message", "function_name", "library", "wrong",
  "need_package", "check_given"
)

# The changes of one expression, as a list of list(path, new): `path` leads to the part that `new`
# takes the place of.
changes_of <- function(x, path = integer()) {
  new <- if (is.call(x)) changed_calls(x) else changed_constant(x)
  own <- lapply(new, function(one) list(path = path, new = one))
  if (!is.call(x) || is_one_of(x, unchanged)) return(own)
  # The arguments of a function and parts that are left out, as in x[i, ], stay.
  inner <- lapply(seq_along(x)[-1L], function(i) {
    stays <- is.pairlist(x[[i]]) || is.name(x[[i]]) && !nzchar(as.character(x[[i]]))
    if (!stays) changes_of(x[[i]], c(path, i))
  })
  c(own, unlist(inner, recursive = FALSE))
}

changed_constant <- function(x) {
  if (!is.atomic(x) || length(x) != 1L || is.na(x)) return(NULL)
  if (is.logical(x)) return(list(!x))
  if (is.integer(x)) return(list(x + 1L))
  if (is.numeric(x)) list(if (x == 0) 1 else if (abs(x) < 1) x / 2 else x + 1)
}

# Other operators and functions, conditions negated, lines left out.
changed_calls <- function(x) {
  if (is_one_of(x, unchanged)) return(NULL)
  name <- called(x)
  if (name %in% c("-", "+") && length(x) == 2L) return(NULL)
  if (name == "if") {
    x[[2L]] <- call("!", call("(", x[[2L]]))
    return(list(x))
  }
  if (name == "{" && length(x) > 2L) return(lapply(seq_along(x)[-1L], function(i) x[-i]))
  lapply(swaps[[name]], function(other) {
    x[[1L]] <- as.name(other)
    x
  })
}

called <- function(x) {
  if (is.name(x[[1L]])) return(as.character(x[[1L]]))
  if (is.call(x[[1L]]) && is_one_of(x[[1L]], "::")) as.character(x[[1L]][[3L]]) else ""
}

is_one_of <- function(x, names) is.name(x[[1L]]) && as.character(x[[1L]]) %in% names

put <- function(x, path, new) {
  if (!length(path)) return(new)
  x[[path[[1L]]]] <- put(x[[path[[1L]]]], path[-1L], new)
  x
}

take <- function(x, path) if (length(path)) take(x[[path[[1L]]]], path[-1L]) else x

# All changes of some files: list(file, top, what, path, new).
all_changes <- function(files) {
  unlist(lapply(files, function(file) {
    tops <- parse(file, keep.source = FALSE, encoding = "UTF-8")
    unlist(lapply(seq_along(tops), function(i) {
      top <- tops[[i]]
      if (!is.call(top) || !is_one_of(top, "<-")) return(NULL)
      lapply(changes_of(top[[3L]], 3L), function(one) {
        c(one, list(file = file, top = top, name = as.character(top[[2L]])))
      })
    }), recursive = FALSE)
  }), recursive = FALSE)
}

# The tests of a group in the order that notices a change of `file` soonest: those of its own name,
# then of the name it continues (read_export of read_export_head), then the others.
own_tests_first <- function(file, tests) {
  name <- sub("[.]R$", "", basename(file))
  while (grepl("_", name, fixed = TRUE) && !any(startsWith(tests, name))) {
    name <- sub("_[^_]*$", "", name)
  }
  # A whole family of tests is not a file's own.
  own <- startsWith(tests, name) & grepl("_", name, fixed = TRUE)
  tests[order(tests != name, !own)]
}

one_line <- function(x) {
  text <- gsub("[[:space:]]+", " ", paste(deparse(x, width.cutoff = 500L), collapse = " "))
  if (nchar(text) > 110L) paste0(substr(text, 1L, 107L), "...") else text
}

describe_change <- function(one) {
  was <- take(one$top, one$path)
  new <- one$new
  if (is.call(was) && is_one_of(was, "{") && length(new) < length(was)) {
    gone <- which(!vapply(as.list(was), function(x) any(vapply(new, identical, NA, x)), NA))
    text <- paste("without", if (length(gone)) one_line(was[[gone[[1L]]]]) else "a line")
  } else {
    text <- paste(one_line(was), "->", one_line(new))
    around <- take(one$top, utils::head(one$path, -1L))
    if (!is.call(was)) text <- paste(text, "in", one_line(around))
  }
  sprintf("%s %s(): %s", basename(one$file), one$name, text)
}

# In a process of its own: TRUE if the tests pass with the change.
passes <- function(one, tests) {
  space <- asNamespace("tritone")
  if (!is.null(one)) {
    changed <- put(one$top, one$path, one$new)
    unlockBinding(one$name, space)
    value <- eval(changed[[3L]], space)
    assign(one$name, value, space)
    method <- one$name %in% ls(space[[".__S3MethodsTable__."]])
    if (method) assign(one$name, value, space[[".__S3MethodsTable__."]])
  }
  for (test in tests) {
    ok <- tryCatch(
      {
        utils::capture.output(suppressMessages(suppressWarnings(test_file(
          sprintf("tests/testthat/test-%s.R", test), package = "tritone", reporter = "stop",
          stop_on_failure = TRUE
        ))))
        TRUE
      },
      error = function(e) {
        if (is.null(one)) cat("test-", test, ".R: ", conditionMessage(e), "\n", sep = "")
        FALSE
      }
    )
    if (!ok) return(FALSE)
  }
  TRUE
}

# A change that takes more than `seconds` of computing is noticed.
run_changes <- function(changes, tests, processes, seconds = 120) {
  out <- list()
  for (from in seq(1L, length(changes), by = processes)) {
    jobs <- lapply(changes[from:min(from + processes - 1L, length(changes))], function(one) {
      parallel::mcparallel({
        setTimeLimit(cpu = seconds)
        mine <- if (is.null(one)) tests else own_tests_first(one$file, tests)
        tryCatch(passes(one, mine), error = function(e) FALSE)
      })
    })
    passed <- unname(parallel::mccollect(jobs))
    for (i in which(vapply(passed, isTRUE, NA))) {
      one <- changes[[from + i - 1L]]
      if (!is.null(one)) cat("survivor:", describe_change(one), "\n")
    }
    out <- c(out, passed)
  }
  out
}

asked <- argument(1L, "all")
asked <- if (asked == "all") names(groups) else asked
number <- as.integer(argument(2L, "100"))
seed <- as.integer(argument(3L, "1"))
processes <- as.integer(argument(4L, "2"))
Sys.setenv(NOT_CRAN = "true", TRITONE_SOURCE = normalizePath("."))
for (group in asked) {
  at <- groups[[group]]
  tests <- at$tests[file.exists(sprintf("tests/testthat/test-%s.R", at$tests))]
  base <- run_changes(list(NULL), tests, 1L)[[1L]]
  if (!isTRUE(base)) stop("The tests of ", group, " do not pass without a change.")
  all <- all_changes(at$files)
  set.seed(seed)
  some <- all[sample.int(length(all), min(number, length(all)))]
  found <- vapply(run_changes(some, tests, processes), isTRUE, NA)
  cat(sprintf(
    "%s: %d of %d possible changes made, %d noticed, %d survivors\n", group, length(some),
    length(all), sum(!found), sum(found)
  ))
}
