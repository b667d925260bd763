# Articles to the table of their parts, and to the evidence of their collection: CPU
# seconds and MB/s on one thread. No other package finds the parts of a text, so they
# stand beside `wc -w`, which only looks for blanks. All in one run.
suppressMessages(library(tritone))
source("bench/helpers.R")

bench_parts <- function(title, texts, rounds = 5) {
  megabytes <- sum(nchar(texts, "bytes")) / 1e6
  cat(sprintf("\n%s: %d texts, %.1f MB\n", title, length(texts), megabytes))
  evidence <- article_evidence(texts, threads = 1, progress = FALSE)
  runs <- list(
    article_parts = function() article_parts(texts, threads = 1, progress = FALSE),
    `article_parts, evidence` = function() {
      article_parts(texts, evidence = evidence, threads = 1, progress = FALSE)
    },
    article_evidence = function() article_evidence(texts, threads = 1, progress = FALSE)
  )
  bench_table(c(runs, wc_run(texts)), megabytes, rounds = rounds)
}

bench_parts("Reuters-21578", bench_texts("reuters21578/reuters21578.csv.gz"))
bench_parts("US economic news", bench_texts("usnews/usnews_economy.csv.gz"))
bench_parts("News resampled by sentence", resampled_articles(58))
