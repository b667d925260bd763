# Adds up the core's tests and R's, names what was skipped, and closes with one
# line `N passed, N failed, N skipped`; fails when a test failed or none ran.
#   Rscript tools/count_tests.R <build folder>
build <- commandArgs(TRUE)[[1]]

# doctest closes with: [doctest] test cases: 28 | 28 passed | 0 failed | 0 skipped
core <- readLines(file.path(build, "core_tests.txt"))
line <- grep("\\[doctest\\] test cases:", core, value = TRUE)
if (length(line) != 1L) stop("the core's tests did not run to their end")
count_before <- function(word) {
  as.numeric(sub(paste0(".*?([0-9]+) ", word, ".*"), "\\1", line, perl = TRUE))
}
core_passed <- count_before("passed") + sum(grepl("^passed: ", core))
core_failed <- max(count_before("failed"), sum(grepl("^failed: core", core))) +
  sum(grepl("^failed: fuzz", core))
core_skips <- sub(".*MESSAGE: skipped: ", "", grep("MESSAGE: skipped: ", core, value = TRUE))

r <- utils::read.csv(file.path(build, "r_tests.csv"))
r_skips <- r[r$skipped > 0, ]

cat(sprintf("\ncore tests: %d passed, %d failed\n", core_passed, core_failed))
cat(sprintf("R tests:    %d passed, %d failed\n", sum(r$passed), sum(r$failed)))
for (why in core_skips) cat("skipped (core):", why, "\n")
for (i in seq_len(nrow(r_skips))) {
  cat(sprintf("skipped (R): %s: %s\n", r_skips$test[[i]], r_skips$why[[i]]))
}
passed <- core_passed + sum(r$passed)
failed <- core_failed + sum(r$failed)
cat(sprintf(
  "%d passed, %d failed, %d skipped\n", passed, failed, length(core_skips) + sum(r$skipped)
))
if (failed > 0 || passed == 0) quit(status = 1)
