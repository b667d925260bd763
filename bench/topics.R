# CPU seconds to a held-out perplexity, one thread, on the shared LDA counts: topics are
# fitted on the training articles and scored by document completion on 400 others, with
# one fold-in for all packages (bench/helpers.R). Then the gain from a second thread.
suppressMessages(library(tritone))
source("bench/helpers.R")

counts <- bench_lda_counts()
tokens <- sum(counts$train)

report <- function(name, phi, cpu) {
  cat(sprintf(
    "%-34s %8.2f s CPU  perplexity %.0f\n", name, cpu,
    heldout_perplexity(phi, counts$observed, counts$scored)
  ))
}

cvb0 <- function(k, sweeps, threads = 1, seed = 1) {
  topic_lda(
    counts$train, k,
    iterations = sweeps, tolerance = 0, seed = seed, threads = threads, progress = FALSE
  )
}

online <- function(k, passes, threads = 1) {
  topic_lda(
    counts$train, k,
    method = "online", iterations = passes, seed = 1, threads = threads, progress = FALSE
  )
}

gibbs <- function(k, sweeps, threads = 1) {
  topic_lda(
    counts$train, k,
    method = "gibbs", iterations = sweeps, thin = 1, seed = 1, threads = threads, progress = FALSE
  )
}

for (setting in list(list(k = 50, peer = 200), list(k = 200, peer = 100))) {
  k <- setting$k
  cat(sprintf("\nK = %d, %s tokens\n", k, format(tokens, big.mark = ",")))
  for (sweeps in c(6, 7, 8, 9, 10, 20, 80)) {
    cpu <- cpu_seconds(fit <- cvb0(k, sweeps))
    report(sprintf("tritone cvb0, %d sweeps", sweeps), fit$phi, cpu)
  }
  for (sweeps in c(80, 240)) {
    ended <- vapply(1:3, function(seed) {
      phi <- cvb0(k, sweeps, seed = seed)$phi
      heldout_perplexity(phi, counts$observed, counts$scored)
    }, 0)
    cat(sprintf("  %d sweeps, three seeds: %s\n", sweeps, toString(round(ended))))
  }
  for (passes in c(5, 20)) {
    cpu <- cpu_seconds(fit <- online(k, passes))
    report(sprintf("tritone online, %d passes", passes), fit$phi, cpu)
  }
  for (sweeps in c(20, 100)) {
    cpu <- cpu_seconds(fit <- gibbs(k, sweeps))
    report(sprintf("tritone gibbs, %d sweeps", sweeps), fit$phi, cpu)
    cat(sprintf("%34s %8.1f million tokens a second\n", "", sweeps * tokens / cpu / 1e6))
  }
  if (has("topicmodels") && has("slam")) {
    triplet <- methods::as(counts$train, "TsparseMatrix")
    slammed <- slam::simple_triplet_matrix(
      triplet@i + 1L, triplet@j + 1L, triplet@x, nrow(triplet), ncol(triplet)
    )
    control <- list(alpha = 0.1, delta = 0.01, iter = setting$peer, burnin = 0, seed = 1)
    cpu <- cpu_seconds(peer <- topicmodels::LDA(slammed, k, method = "Gibbs", control = control))
    report(sprintf("topicmodels Gibbs, %d sweeps", setting$peer), exp(peer@beta), cpu)
  }
}

cat("\nsecond thread, K = 50, by elapsed time\n")
for (fit in list(list("cvb0", cvb0, 40), list("gibbs", gibbs, 60), list("online", online, 10))) {
  elapsed <- vapply(1:2, function(threads) {
    min(replicate(5, system.time(fit[[2L]](50, fit[[3L]], threads))[[3L]]))
  }, 0)
  cat(sprintf("%-34s x%.2f\n", fit[[1L]], elapsed[[1L]] / elapsed[[2L]]))
}
