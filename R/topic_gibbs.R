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
  plan <- list(
    options = options, seed = seed, start = start, extra = extra, data = fingerprint(counts)
  )
  saved <- read_checkpoint(checkpoint, plan)
  chains <- vector("list", options$chains)
  for (chain in seq_len(options$chains)) {
    if (chain < saved$chain) {
      chains[[chain]] <- saved$done[[chain]]
      next
    }
    own <- c(options, list(seed = seed + chain - 1, sort = is.null(start)))
    if (!is.null(extra)) own$extra <- extra
    state <- if (chain == saved$chain) saved$state
    weights <- if (is.null(state)) gibbs_start(counts, own, start, threads)
    sweep <- if (is.null(state)) 0 else state$sweep
    repeat {
      until <- min(options$iterations, (sweep %/% gibbs_segment + 1) * gibbs_segment)
      if (is.null(checkpoint)) until <- options$iterations
      result <- topic_gibbs_core(counts, own, ids, weights, state, until, threads, progress)
      state <- result$state
      sweep <- state$sweep
      if (sweep >= options$iterations) break
      write_checkpoint(checkpoint, plan, chain, state, chains)
    }
    chains[[chain]] <- result
    write_checkpoint(checkpoint, plan, chain + 1, NULL, chains)
  }
  join_chains(chains, options)
}

# What a chain starts from: the topics given, else those of a few sweeps of CVB0.
gibbs_start <- function(counts, options, start, threads) {
  if (!is.null(start)) return(start)
  topic_lda_core(
    counts, c(options[c("k", "alpha", "eta", "seed")], list(
      iterations = gibbs_warm_sweeps, tolerance = 0
    )), NULL, threads, NULL
  )$phi
}

join_chains <- function(chains, options) {
  traces <- lapply(chains, function(chain) chain$state$trace)
  behind <- lapply(traces, function(trace) {
    x <- trace$log_likelihood[trace$iteration > options$burn_in]
    x[!is.na(x)]
  })
  best <- which.max(vapply(behind, mean, 0))
  fit <- chains[[best]][c("phi", "theta", "prevalence")]
  trace <- do.call(rbind, Map(function(trace, chain) {
    data.frame(chain = chain, trace[c("iteration", "log_likelihood")])
  }, traces, seq_along(traces)))
  c(fit, list(
    trace = trace, converged = NA, chain = best,
    alpha = chains[[best]]$state$alpha, eta = chains[[best]]$state$eta,
    diagnostics = c(r_hat = r_hat(behind), ess = effective_size(behind))
  ))
}

# Split R-hat (Gelman et al. 2013, Bayesian Data Analysis, section 11.4) of a list of
# traces; NA below four values in each.
r_hat <- function(traces) {
  n <- min(lengths(traces)) %/% 2L
  if (n < 2L) return(NA_real_)
  halves <- unlist(lapply(traces, function(x) {
    list(x[seq_len(n)], utils::tail(x, n))
  }), recursive = FALSE)
  means <- vapply(halves, mean, 0)
  within <- mean(vapply(halves, stats::var, 0))
  if (within == 0) return(if (stats::var(means) == 0) 1 else Inf)
  sqrt(((n - 1) / n * within + stats::var(means)) / within)
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

# What tells one matrix of counts from another in a checkpoint.
fingerprint <- function(counts) {
  place <- seq_along(counts@x)
  list(
    dim = dim(counts), dimnames = lapply(dimnames(counts), utils::head, 100L),
    sums = c(sum(counts@x), sum(counts@x * sin(place)), sum(counts@i * cos(place)), sum(counts@p))
  )
}

# `checkpoint` is NULL or a path. A file of another fit is an error, never overwritten.
read_checkpoint <- function(checkpoint, plan) {
  none <- list(chain = 1L, state = NULL, done = list())
  if (is.null(checkpoint) || !file.exists(checkpoint)) return(none)
  saved <- tryCatch(readRDS(checkpoint), error = function(e) NULL)
  if (!is.list(saved) || !identical(saved$what, "tritone gibbs checkpoint")) {
    abort_input(
      "`checkpoint` must name a file of an earlier fit or a new one; ", checkpoint, " is neither."
    )
  }
  same <- vapply(names(plan), function(name) identical(saved$plan[[name]], plan[[name]]), NA)
  if (!all(same)) {
    abort_input(
      "`checkpoint` names the file of another fit: its ",
      paste(names(plan)[!same], collapse = " and "),
      " differ. Give the same data, options and seed, or another file."
    )
  }
  saved[names(none)]
}

# Written beside and renamed, so that a stop never leaves half a file.
write_checkpoint <- function(checkpoint, plan, chain, state, done) {
  if (is.null(checkpoint)) return(invisible())
  beside <- paste0(checkpoint, ".new")
  saveRDS(
    list(what = "tritone gibbs checkpoint", plan = plan, chain = chain, state = state, done = done),
    beside
  )
  file.rename(beside, checkpoint)
  invisible()
}
