# Runs tests/testthat on the installed package; the counts go to
# <build>/r_tests.csv for tools/count_tests.R.
#   Rscript tools/test_r.R <build folder>
build <- commandArgs(TRUE)[[1]]
Sys.setenv(NOT_CRAN = "true", TRITONE_SOURCE = normalizePath("."))
options(testthat.progress.max_fails = 1e6)
results <- testthat::test_dir(
  "tests/testthat",
  package = "tritone", load_package = "installed", reporter = "summary", stop_on_failure = FALSE
)
counts <- do.call(rbind, lapply(results, function(test) {
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
utils::write.csv(counts, file.path(build, "r_tests.csv"), row.names = FALSE)
