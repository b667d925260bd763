# lintr on R, tests, tools and bench, on two processes; fails on any finding.
folders <- c("R", "tests", "vignettes", "inst", "tools", "bench")
files <- list.files(folders, "[.](R|Rmd)$", recursive = TRUE, full.names = TRUE)
files <- setdiff(files, "R/RcppExports.R")
found <- parallel::mclapply(
  files, function(file) lintr::lint(file), mc.cores = 2L, mc.preschedule = FALSE
)
failed <- vapply(found, inherits, NA, "try-error")
if (any(failed)) stop("lintr failed on ", paste(files[failed], collapse = ", "))
count <- 0L
for (one in found) {
  for (lint in one) print(lint)
  count <- count + length(one)
}
cat(count, "findings in", length(files), "files\n")
if (count) quit(status = 1)
