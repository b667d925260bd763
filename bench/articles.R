# Times article_read(), article_parts() and article_profile(): CPU seconds and MB/s, on one
# thread unless stated. No other package finds the parts of a text, so they are compared
# with `wc -w`, which only looks for blanks. All in one run.
suppressMessages(library(tritone))
source("bench/helpers.R")

bench_parts <- function(title, texts, rounds = 5) {
  megabytes <- sum(nchar(texts, "bytes")) / 1e6
  cat(sprintf("\n%s: %d texts, %.1f MB\n", title, length(texts), megabytes))
  profile <- article_profile(texts, threads = 1, progress = FALSE)
  runs <- list(
    article_parts = function() article_parts(texts, threads = 1, progress = FALSE),
    `article_parts, profile` = function() {
      article_parts(texts, profile = profile, threads = 1, progress = FALSE)
    },
    article_profile = function() article_profile(texts, threads = 1, progress = FALSE)
  )
  bench_table(c(runs, wc_run(texts)), megabytes, rounds = rounds)
}

bench_parts("Reuters-21578", bench_texts("reuters21578/reuters21578.csv.gz"))
bench_parts("US economic news", bench_texts("usnews/usnews_economy.csv.gz"))
bench_parts("News resampled by sentence", resampled_articles(58))

# Reading, from files in the system's cache: a folder of small files, one large file with
# many articles, one table. Compared with `cat` of the same files.
bench_read <- function(texts, rounds = 3) {
  folder <- tempfile()
  dir.create(folder)
  on.exit(unlink(folder, recursive = TRUE))
  each <- file.path(folder, sprintf("%06d.txt", seq_along(texts)))
  for (i in seq_along(texts)) writeLines(texts[[i]], each[[i]], useBytes = TRUE)
  large <- tempfile(fileext = ".txt")
  writeLines(paste0(texts, "\n\n=====\n"), large, useBytes = TRUE)
  table <- tempfile(fileext = ".csv")
  utils::write.csv(data.frame(doc_id = seq_along(texts), text = texts), table, row.names = FALSE)
  on.exit(unlink(c(large, table)), add = TRUE)
  megabytes <- sum(file.size(each)) / 1e6
  cat(sprintf("\nReading %d articles, %.1f MB\n", length(texts), megabytes))
  read <- function(...) {
    given <- list(..., progress = FALSE) # evaluated now, before the loop goes on
    function() suppressMessages(do.call(article_read, given))
  }
  runs <- list()
  for (threads in 1:2) {
    named <- function(what) sprintf("%s, %d thread%s", what, threads, if (threads > 1) "s" else "")
    runs[[named("folder")]] <- read(folder, threads = threads)
    runs[[named("one file")]] <- read(large, split_at = "^=====$", threads = threads)
    runs[[named("table")]] <- read(table, threads = threads)
  }
  runs[["cat of the folder"]] <- function() {
    system(sprintf("find %s -name '*.txt' | xargs cat > /dev/null", folder))
  }
  bench_table(runs, megabytes, rounds = rounds)
}

bench_read(bench_texts("newsgroups20/20news_bydate.csv.gz"))
