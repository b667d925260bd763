# The engine "gibbs" of topic_lda() and topic_seeded(): chains of draws from the posterior, and
# what their traces say.

gibbs_warm_sweeps <- 20 # of CVB0, before a chain starts

engine_gibbs <- new_engine(
  name = function(fit) "LDA (gibbs)",
  describe = function(fit, last) {
    sprintf(
      "%s of %s; log likelihood %s a token, R-hat %s, effective draws %s",
      count_of(fit$options$chains, "chain"), count_of(last$iteration, "sweep"),
      format(last$log_likelihood, digits = 5), format(fit$diagnostics[["r_hat"]], digits = 3),
      format(fit$diagnostics[["ess"]], digits = 2)
    )
  },
  settings = function(iterations = NULL, ..., optimize = FALSE, chains = 1, burn_in = NULL,
                      thin = 5, draws = 0, .verb = NULL) {
    check_dots(..., .more = .verb)
    iterations <- check_count(if (is.null(iterations)) 400 else iterations, "iterations", 1, 1e9)
    out <- list(
      iterations = iterations, optimize = check_flag(optimize, "optimize"),
      chains = check_count(chains, "chains", 1, 1000),
      burn_in = check_count(if (is.null(burn_in)) iterations %/% 2 else burn_in, "burn_in", 0),
      thin = check_count(thin, "thin", 1)
    )
    if (out$burn_in + out$thin > iterations) {
      abort_input(
        "`iterations` must be at least `burn_in` plus `thin` (", out$burn_in + out$thin,
        "); given ", iterations, "."
      )
    }
    kept <- (iterations - out$burn_in) %/% out$thin
    c(out, draws = check_count(draws, "draws", 0, kept))
  },
  prepare = function(counts, options, start, given, extra) {
    list(
      start = start, extra = extra, sort = is.null(start), ids = make.unique(rownames(counts))
    )
  },
  begin = function(counts, settings, threads) {
    settings["start"] <- list(gibbs_start(counts, settings, settings$start, threads))
    settings
  },
  join = function(done, options) join_chains(done, options)
)

# What a chain starts from: the topics given, else those of a few sweeps of CVB0.
gibbs_start <- function(counts, options, start, threads) {
  if (!is.null(start)) return(start)
  warm <- c(options[c("k", "alpha", "eta", "seed")], list(
    iterations = gibbs_warm_sweeps, tolerance = 0
  ))
  topic_fit_core(counts, "cvb0", warm, NULL, Inf, threads, NULL)$phi
}

# The fit is that of the chain with the highest mean log likelihood after its burn-in; the
# trace and the diagnostics are those of all chains.
join_chains <- function(chains, options) {
  traces <- lapply(chains, function(chain) chain$trace)
  after <- lapply(traces, function(trace) {
    x <- trace$log_likelihood[trace$iteration > options$burn_in]
    x[!is.na(x)]
  })
  best <- which.max(vapply(after, mean, 0))
  fit <- chains[[best]]
  trace <- do.call(rbind, Map(function(trace, chain) {
    data.frame(chain = chain, trace[c("iteration", "log_likelihood")])
  }, traces, seq_along(traces)))
  fit$trace <- trace
  fit$converged <- NA
  fit$chain <- best
  fit$eta <- fit$settings$eta
  fit$diagnostics <- c(r_hat = r_hat(after), ess = effective_size(after))
  fit
}

# The larger of the rank-normalised split R-hat and that of the distances from the median
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
