# CPU seconds to a held-out perplexity, one thread, K = 50, on the shared LDA counts:
# topics are fitted on the training articles and scored by document completion on
# 400 others, with one fold-in for all packages (bench/helpers.R).
suppressMessages(library(tritone))
source("bench/helpers.R")

counts <- bench_lda_counts()
k <- 50
report <- function(name, phi, cpu) {
  cat(sprintf(
    "%-28s %8.2f s CPU  perplexity %.0f\n", name, cpu,
    heldout_perplexity(phi, counts$observed, counts$scored)
  ))
}
for (iterations in c(20, 40, 80)) {
  cpu <- cpu_seconds(fit <- topic_lda(
    counts$train, k, iterations = iterations, tolerance = 0, seed = 1, threads = 1, progress = FALSE
  ))
  report(sprintf("tritone cvb0, %d sweeps", iterations), fit$phi, cpu)
}
if (has("topicmodels") && has("slam")) {
  triplet <- methods::as(counts$train, "TsparseMatrix")
  slammed <- slam::simple_triplet_matrix(
    triplet@i + 1L, triplet@j + 1L, triplet@x, nrow(triplet), ncol(triplet)
  )
  control <- list(alpha = 0.1, delta = 0.01, iter = 200, burnin = 0, seed = 1)
  cpu <- cpu_seconds(peer <- topicmodels::LDA(slammed, k, method = "Gibbs", control = control))
  report("topicmodels Gibbs, 200 sweeps", exp(peer@beta), cpu)
}
