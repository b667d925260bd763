# The structural topic model against stm, one thread each, in CPU seconds on poliblog5k: the
# start and four iterations; a whole fit to stm's final bound; the content model; the gain from a
# second thread. STM_BENCH names the parts to run, by default all that take minutes and not hours.
suppressMessages(library(tritone))
source("bench/helpers.R")

parts <- strsplit(Sys.getenv("STM_BENCH", "start content whole threads"), " ")[[1L]]

poliblog <- bench_poliblog()
counts <- poliblog$counts
meta <- poliblog$meta
documents <- poliblog$documents
vocabulary <- colnames(counts)
rating <- stats::model.matrix(~rating, meta)
group <- as.integer(factor(meta$rating))

ours <- function(k, iterations, ..., threads = 1, tolerance = 0) {
  settings <- list(k = k, iterations = iterations, tolerance = tolerance, ...)
  tritone:::topic_fit_core(counts, "stm", settings, NULL, Inf, threads, NULL)
}
theirs <- function(k, iterations, ..., tolerance = 0) {
  stm::stm(
    documents, vocabulary, k, ...,
    data = meta, max.em.its = iterations, emtol = tolerance, init.type = "Spectral",
    verbose = FALSE
  )
}

report <- function(what, own, bound, peer = NULL, peer_bound = NULL) {
  cat(sprintf("%-36s tritone %8.2f s  bound %.1f", what, own, bound))
  if (!is.null(peer)) {
    cat(sprintf("   stm %8.2f s  bound %.1f   x%.1f", peer, peer_bound, peer / own))
  }
  cat("\n")
}

# Both, and their ratio; stm only where it is installed.
compare <- function(what, own, peer) {
  cpu <- cpu_seconds(fit <- own())
  bound <- utils::tail(fit$trace$bound, 1L)
  if (!has("stm")) return(report(what, cpu, bound))
  peer_cpu <- cpu_seconds(model <- peer())
  report(what, cpu, bound, peer_cpu, utils::tail(model$convergence$bound, 1L))
}

topics <- as.integer(strsplit(Sys.getenv("STM_BENCH_K", "20"), " ")[[1L]])
for (k in topics) {
  if ("start" %in% parts) {
    compare(
      sprintf("K = %d, start and 4 iterations", k), function() ours(k, 4), function() theirs(k, 4)
    )
  }
  if ("whole" %in% parts) {
    for (schedule in c("exact", "fast")) {
      cpu <- cpu_seconds(fit <- ours(k, 500, tolerance = 1e-5, schedule = schedule))
      report(
        sprintf("K = %d, whole, %s, %d iterations", k, schedule, nrow(fit$trace)), cpu,
        utils::tail(fit$trace$bound, 1L)
      )
    }
    if (has("stm")) {
      cpu <- cpu_seconds(model <- theirs(k, 500, tolerance = 1e-5))
      bound <- utils::tail(model$convergence$bound, 1L)
      cat(sprintf(
        "%36s stm %.2f s, %d iterations, bound %.1f\n", "", cpu, model$convergence$its, bound
      ))
    }
  }
}
if ("content" %in% parts) {
  compare(
    "K = 10, content, start and 2",
    function() ours(10, 2, prevalence = rating, content = group),
    function() theirs(10, 2, prevalence = ~rating, content = ~rating)
  )
}
if ("threads" %in% parts) {
  elapsed <- vapply(1:2, function(threads) {
    min(replicate(3, system.time(ours(20, 4, threads = threads))[[3L]]))
  }, 0)
  cat(sprintf("second thread, K = 20, by elapsed time x%.2f\n", elapsed[[1L]] / elapsed[[2L]]))
}
