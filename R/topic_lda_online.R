# The engine "online" of topic_lda(): stochastic collapsed variational inference.

engine_online <- new_engine(
  name = function(fit) "LDA (online)",
  describe = function(fit, last) {
    sprintf(
      "%s of batches of %s; log likelihood %s a token", count_of(last$iteration, "sweep"),
      count_of(fit$options$batch, "article"), format(last$log_likelihood, digits = 5)
    )
  },
  settings = function(iterations = NULL, ..., batch = NULL, .verb = NULL) {
    check_dots(..., .more = .verb)
    list(
      iterations = if (!is.null(iterations)) check_count(iterations, "iterations", 1, 1e9),
      batch = if (!is.null(batch)) check_count(batch, "batch", 1, 1e9)
    )
  },
  # The start as expected tokens of these counts. A fit also brings the sizes of its topics and
  # the number of batches after which it was left.
  prepare = function(counts, options, start, given, extra) {
    if (is.null(start)) return(list(sort = TRUE))
    share <- rep(1 / options$k, options$k)
    batches <- 0
    if (inherits(given, "tritone_topics")) {
      share <- given$prevalence
      if (!is.null(given$batches)) batches <- given$batches
    }
    sums <- rowSums(start)
    expected <- start / ifelse(sums > 0, sums, 1) * share * order_free_sum(counts@x)
    list(start = expected, batches = batches, sort = FALSE)
  },
  join = function(done, options) {
    fit <- done[[1L]]
    fit$batches <- fit$settings$batches
    fit$converged <- NA
    fit
  }
)
