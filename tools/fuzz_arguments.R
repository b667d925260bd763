# Hostile arguments for every exported function: the generator of
# tests/testthat/helper-argument_fuzz.R, FUZZ_CALLS calls (default 20,000) with the seed FUZZ_SEED
# (default 1), in processes of their own, so that a crash or a hang is counted and the rest goes on.
#   Rscript tools/fuzz_arguments.R <build folder>
#   Rscript tools/fuzz_arguments.R <build folder> <from> <to>    one part, by the process itself
suppressMessages({
  library(testthat)
  library(tritone)
})
given <- commandArgs(TRUE)
build <- given[[1L]]
dir.create(build, showWarnings = FALSE, recursive = TRUE)
build <- normalizePath(build)
script <- normalizePath("tools/fuzz_arguments.R")
for (helper in c("values", "fuzz")) {
  sys.source(sprintf("tests/testthat/helper-argument_%s.R", helper), globalenv())
}
calls <- as.integer(Sys.getenv("FUZZ_CALLS", "20000"))
plan <- fuzz_plan(calls, as.integer(Sys.getenv("FUZZ_SEED", "1")))
log <- file.path(build, "fuzz_arguments.tsv")
call_seconds <- 20 # a call that takes longer is stopped
part_seconds <- 900 # a process that takes longer hangs

# Each call is written down before it runs and after it.
note <- function(...) cat(paste(..., sep = "\t"), "\n", sep = "", file = log, append = TRUE)

run_part <- function(from, to) {
  work <- tempfile("fuzz")
  dir.create(work)
  setwd(work)
  for (i in seq(from, to)) {
    note(i, "began", fuzz_describe(plan[i, ]))
    found <- fuzz_run(plan[i, ], call_seconds)
    said <- iconv(found$said, "UTF-8", "UTF-8", sub = "byte")
    note(i, found$outcome, found$call, gsub("[[:space:]]+", " ", substr(said, 1L, 300L)))
    unlink(list.files(work, full.names = TRUE, all.files = TRUE, no.. = TRUE), recursive = TRUE)
  }
}

read_log <- function() {
  rows <- strsplit(readLines(log, encoding = "UTF-8", warn = FALSE), "\t", fixed = TRUE)
  data.frame(
    row = as.integer(vapply(rows, `[`, "", 1L)), outcome = vapply(rows, `[`, "", 2L),
    call = vapply(rows, `[`, "", 3L), said = vapply(rows, `[`, "", 4L)
  )
}

run_all <- function() {
  unlink(log)
  file.create(log)
  at <- 1L
  while (at <= nrow(plan)) {
    to <- min(at + 499L, nrow(plan))
    status <- system2(
      file.path(R.home("bin"), "Rscript"), c("--vanilla", shQuote(script), shQuote(build), at, to),
      stdout = FALSE, stderr = FALSE, timeout = part_seconds
    )
    last <- read_log()
    last <- if (nrow(last)) last[nrow(last), ] else list(row = at, outcome = "began", call = "")
    if (last$outcome == "began") {
      note(last$row, if (status == 124L) "hang" else "crash", last$call, paste("status", status))
    }
    at <- last$row + 1L
  }
  found <- read_log()
  found <- found[found$outcome != "began", ]
  bad <- found[found$outcome %in% c("raw", "crash", "hang", "stopped"), ]
  count <- function(...) sum(found$outcome %in% c(...))
  for (i in seq_len(nrow(bad))) {
    cat(sprintf("%s  %s  %s\n", bad$outcome[[i]], bad$call[[i]], bad$said[[i]]))
  }
  cat(sprintf(
    paste0(
      "fuzz: %d calls, %d results, %d classed errors (%d input, %d limit, %d numeric), ",
      "%d raw messages, %d crashes, %d hangs\n"
    ),
    nrow(found), count("result"), count("input", "limit", "numeric"), count("input"),
    count("limit"), count("numeric"), count("raw"), count("crash"), count("hang", "stopped")
  ))
  if (nrow(bad)) quit(status = 1L)
}

if (length(given) > 1L) run_part(as.integer(given[[2L]]), as.integer(given[[3L]])) else run_all()
