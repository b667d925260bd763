# Runs tests/testthat on the installed package; the counts go to
# <build>/r_tests.csv for tools/count_tests.R. Several processes share the files; each shows what
# it did when it has ended.
#   Rscript tools/test_r.R <build folder> [<processes, by default 1>]
given <- commandArgs(TRUE)
build <- given[[1]]
jobs <- if (length(given) > 1) as.integer(given[[2]]) else 1L
Sys.setenv(NOT_CRAN = "true", TRITONE_SOURCE = normalizePath("."))

run <- function(names) {
  options(testthat.progress.max_fails = 1e6)
  results <- testthat::test_dir(
    "tests/testthat",
    filter = sprintf("^(%s)$", paste(names, collapse = "|")), package = "tritone",
    load_package = "installed", reporter = "summary", stop_on_failure = FALSE
  )
  do.call(rbind, lapply(results, function(test) {
    outcome <- vapply(test$results, function(r) class(r)[[1]], "")
    data.frame(
      file = test$file, test = test$test,
      passed = sum(outcome == "expectation_success"),
      failed = sum(outcome %in% c("expectation_failure", "expectation_error")),
      skipped = sum(outcome == "expectation_skip"),
      why = paste(unlist(lapply(
        test$results[outcome == "expectation_skip"],
        function(r) sub("^Reason: ", "", conditionMessage(r))
      )), collapse = "; ")
    )
  }))
}

names <- sub("^test-(.*)[.]R$", "\\1", list.files("tests/testthat", "^test-.*[.]R$"))
# What reads files needs most memory, so one process has all of it: about half of the time.
reads <- grepl("^(argument|article|dirty|input|output|read)", names)
groups <- if (jobs > 1L) unname(split(names, reads)) else list(names)
logs <- file.path(build, sprintf("r_tests_%d.log", seq_along(groups)))
children <- lapply(seq_along(groups), function(i) {
  callr::r_bg(run, list(groups[[i]]), stdout = logs[[i]], stderr = "2>&1")
})
counts <- lapply(seq_along(children), function(i) {
  children[[i]]$wait()
  cat(readLines(logs[[i]], warn = FALSE), sep = "\n")
  children[[i]]$get_result()
})
utils::write.csv(do.call(rbind, counts), file.path(build, "r_tests.csv"), row.names = FALSE)
