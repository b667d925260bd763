# The method "gibbs" of topic_lda(): chains, checkpoints and what a trace tells.

gibbs_segment <- 50 # sweeps between checkpoints
gibbs_warm_sweeps <- 20 # of CVB0, before a chain starts

# Fits by the chains of options$chains, one after the other; the fit is that of the chain
# with the greatest mean log likelihood behind its burn-in.
# `extra` are pseudo-tokens of topics x terms, NULL for none.
fit_gibbs <- function(counts, options, start, seed, checkpoint, threads, progress,
                      extra = NULL) {
  ids <- rownames(counts)
  if (!is.null(ids)) ids <- make.unique(ids)
  plan <- checkpoint_plan("gibbs", counts, options, seed, start, extra)
  saved <- read_checkpoint(checkpoint, plan)
  chains <- vector("list", options$chains)
  chains[seq_along(saved$done)] <- saved$done
  for (chain in seq_len(options$chains)) {
    if (chain <= length(saved$done)) next
    own <- c(options, list(seed = seed + chain - 1, sort = is.null(start)))
    if (!is.null(extra)) own$extra <- extra
    state <- if (chain == length(saved$done) + 1L) saved$state
    weights <- if (is.null(state)) gibbs_start(counts, own, start, threads)
    sweep <- if (is.null(state)) 0 else state$sweep
    repeat {
      until <- min(options$iterations, (sweep %/% gibbs_segment + 1) * gibbs_segment)
      if (is.null(checkpoint)) until <- options$iterations
      result <- topic_gibbs_core(counts, own, ids, weights, state, until, threads, progress)
      state <- result$state
      sweep <- state$sweep
      if (sweep >= options$iterations) break
      write_checkpoint(checkpoint, plan, state, chains[seq_len(chain - 1L)])
    }
    chains[[chain]] <- result
    write_checkpoint(checkpoint, plan, NULL, chains[seq_len(chain)])
  }
  join_chains(chains, options)
}

# What a chain starts from: the topics given, else those of a few sweeps of CVB0.
gibbs_start <- function(counts, options, start, threads) {
  if (!is.null(start)) return(start)
  topic_lda_core(
    counts, c(options[c("k", "alpha", "eta", "seed")], list(
      iterations = gibbs_warm_sweeps, tolerance = 0
    )), NULL, NULL, FALSE, threads, NULL
  )$phi
}

join_chains <- function(chains, options) {
  traces <- lapply(chains, function(chain) chain$state$trace)
  behind <- lapply(traces, function(trace) {
    x <- trace$log_likelihood[trace$iteration > options$burn_in]
    x[!is.na(x)]
  })
  best <- which.max(vapply(behind, mean, 0))
  fit <- chains[[best]][c("phi", "theta", "prevalence", "alpha")]
  trace <- do.call(rbind, Map(function(trace, chain) {
    data.frame(chain = chain, trace[c("iteration", "log_likelihood")])
  }, traces, seq_along(traces)))
  c(fit, list(
    trace = trace, converged = NA, chain = best,
    eta = chains[[best]]$state$eta,
    diagnostics = c(r_hat = r_hat(behind), ess = effective_size(behind))
  ))
}

# The greater of the rank-normalised split R-hat and that of the distances from the median
# (Vehtari et al. 2021, section 3.4) of a list of traces; NA below four values in each.
r_hat <- function(traces) {
  n <- min(lengths(traces)) %/% 2L
  if (n < 2L) return(NA_real_)
  halves <- unlist(lapply(traces, function(x) {
    list(x[seq_len(n)], utils::tail(x, n))
  }), recursive = FALSE)
  draws <- matrix(unlist(halves), n)
  max(rank_r_hat(draws), rank_r_hat(abs(draws - stats::median(draws))))
}

# R-hat of the columns of `draws` (Gelman et al. 2013, Bayesian Data Analysis, section 11.4)
# after each value was made the normal quantile of its rank.
rank_r_hat <- function(draws) {
  z <- draws
  z[] <- stats::qnorm((rank(draws) - 3 / 8) / (length(draws) + 1 / 4))
  within <- mean(apply(z, 2L, stats::var))
  between <- stats::var(colMeans(z))
  if (within == 0) return(if (between == 0) 1 else Inf)
  n <- nrow(z)
  sqrt(((n - 1) / n * within + between) / within)
}

# Effective sample size of traces of one length, by Geyer's initial monotone sequence
# (Geyer 1992, doi:10.1214/ss/1177011137).
effective_size <- function(traces) {
  n <- min(lengths(traces))
  if (n < 4L) return(NA_real_)
  each <- vapply(traces, function(x) {
    if (stats::var(x) == 0) return(NA_real_)
    rho <- stats::acf(x, lag.max = n - 1L, plot = FALSE)$acf[, 1L, 1L]
    pairs <- rho[seq(1L, n - 1L, 2L)] + rho[seq(2L, n, 2L)]
    last <- match(TRUE, pairs <= 0, nomatch = length(pairs) + 1L) - 1L
    n / max(1e-8, 2 * sum(cummin(pairs[seq_len(last)])) - 1)
  }, 0)
  sum(pmin(each, n))
}
