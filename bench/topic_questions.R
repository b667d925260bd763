# What one asks of a fit: its quality, and the search for the number of topics against stm's
# searchK. QUESTIONS_BENCH names the sections to run; SEARCH_K the numbers of topics, SEARCH_ROWS
# the articles of poliblog5k for the search, by default a small setting.
suppressMessages(library(tritone))
source("bench/helpers.R")

sections <- strsplit(Sys.getenv("QUESTIONS_BENCH", "quality search"), " ")[[1L]]

poliblog <- bench_poliblog()$counts
rownames(poliblog) <- sprintf("d%d", seq_len(nrow(poliblog)))

if ("quality" %in% sections) {
  # Time does not depend on how good the topics are, so few sweeps are enough.
  fit <- topic_lda(poliblog, 200, iterations = 3, seed = 1, progress = FALSE)
  cpu <- cpu_seconds(found <- topic_quality(fit, poliblog, progress = FALSE))
  elapsed <- system.time(topic_quality(fit, poliblog, progress = FALSE))[[3L]]
  cat(sprintf(
    "quality of 200 topics, 5,000 articles, 2,632 terms: %.2f s CPU, %.2f s elapsed\n", cpu, elapsed
  ))
  cpu <- cpu_seconds(topic_match(fit, fit))
  cat(sprintf("200 topics matched with 200: %.2f s CPU\n", cpu))
}

if ("search" %in% sections) {
  k <- as.integer(strsplit(Sys.getenv("SEARCH_K", "5 10 15 20 25"), " ")[[1L]])
  rows <- as.integer(Sys.getenv("SEARCH_ROWS", "1000"))
  counts <- poliblog[seq_len(rows), ]
  counts <- counts[, Matrix::colSums(counts) > 0]
  own <- NULL
  for (schedule in c("exact", "fast")) {
    elapsed <- system.time(cpu <- cpu_seconds(found <- topic_search(
      counts, k, topic_stm, schedule = schedule, seed = 1, threads = 2, progress = FALSE
    )))[[3L]]
    own <- if (is.null(own)) c(cpu, elapsed) else own
    cat(sprintf(
      "search of k = %s, %s: %.1f s CPU, %.1f s elapsed; chosen %s\n", paste(k, collapse = ", "),
      schedule, cpu, elapsed, format(found$k[found$chosen])
    ))
  }
  if (has("stm")) {
    documents <- stm_documents(counts)
    elapsed <- system.time(cpu <- cpu_seconds(stm::searchK(
      documents, colnames(counts), k, init.type = "Spectral", verbose = FALSE, heldout.seed = 1
    )))[[3L]]
    cat(sprintf(
      "stm::searchK: %.1f s CPU, %.1f s elapsed; by CPU x%.1f, by elapsed time x%.1f\n", cpu,
      elapsed, cpu / own[[1L]], elapsed / own[[2L]]
    ))
  }
}
