# The method "online" of topic_lda().

# `start` are topics x terms or NULL; `given` is what the user gave, whose own sizes and
# batches are taken up where it is a fit.
fit_online <- function(counts, options, start, given, seed, checkpoint, threads, progress) {
  expected <- NULL
  batches <- 0
  if (!is.null(start)) {
    share <- rep(1 / options$k, options$k)
    if (inherits(given, "tritone_topics")) {
      share <- given$prevalence
      if (!is.null(given$batches)) batches <- given$batches
    }
    sums <- rowSums(start)
    expected <- start / ifelse(sums > 0, sums, 1) * share * sum(counts@x)
  }
  own <- c(options, seed = seed, sort = is.null(start))
  plan <- checkpoint_plan("online", counts, options, seed, expected)
  fit <- run_segments(checkpoint, plan, function(state) {
    topic_online_core(
      counts, own, expected, batches, state, !is.null(checkpoint), threads, progress
    )
  })
  fit$trace$change <- NULL
  fit$converged <- NA
  fit
}
