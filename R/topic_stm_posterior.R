# How sure the shares of a structural fit are: the mean covariance of the articles' posteriors, and
# draws of their shares.

# Articles in blocks whose covariances take about 64 MB, so that many topics fit into memory; the
# blocks do not depend on threads.
mean_covariance <- function(fit, counts, threads) {
  free <- ncol(fit$sigma)
  known <- own_covariates(fit)
  size <- max(1, floor(8e6 / free^2))
  sum <- matrix(0, free, free, dimnames = dimnames(fit$sigma))
  for (first in seq(1, nrow(counts), by = size)) {
    rows <- first:min(first + size - 1, nrow(counts))
    found <- topic_stm_posterior_core(
      counts[rows, , drop = FALSE], stm_parameters(fit), known$prevalence[rows, , drop = FALSE],
      known$content[rows], TRUE, 0, 0, 0, threads, NULL
    )
    sum <- sum + rowSums(found$covariance, dims = 2L)
  }
  sum / nrow(counts)
}

# A matrix R with R'R = x for a covariance x: by eigenvalues, so that one that rounding or a prior
# left without full rank is no error.
covariance_root <- function(x) {
  parts <- eigen((x + t(x)) / 2, symmetric = TRUE)
  sqrt(pmax(parts$values, 0)) * t(parts$vectors)
}

# Standard normal numbers that depend on the seed alone; R's generator is left as it was.
normal_numbers <- function(n, seed) {
  old <- get0(".Random.seed", globalenv(), inherits = FALSE)
  on.exit(
    if (is.null(old)) rm(".Random.seed", envir = globalenv())
    else assign(".Random.seed", old, globalenv())
  )
  # set.seed() takes integers: larger seeds keep their remainder.
  set.seed(
    seed %% 2147483647,
    kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection"
  )
  stats::rnorm(n)
}

# A function of i = 1 .. draws that gives draws of theta, articles x topics, as `uncertainty` says.
theta_drawer <- function(fit, uncertainty, draws, seed, counts, threads) {
  if (uncertainty == "none") return(function(i) fit$theta)
  if (uncertainty == "local" && !is.null(fit$theta_draws)) {
    return(function(i) fit$theta_draws[, , i])
  }
  if (uncertainty == "local") return(local_drawer(fit, draws, seed, counts, threads))
  root <- covariance_root(fit$covariance)
  eta <- free_logits(fit$theta)
  function(i) {
    noise <- matrix(normal_numbers(length(eta), seed + i - 1), nrow(eta)) %*% root
    softmax_rows(cbind(eta + noise, 0))
  }
}

# Draws from each article's own posterior; several at once, since their modes are found anew.
local_drawer <- function(fit, draws, seed, counts, threads) {
  known <- own_covariates(fit)
  most <- max(1, floor(2e7 / length(fit$theta)))
  first <- 1
  have <- NULL
  function(i) {
    if (is.null(have) || i >= first + dim(have)[[3L]]) {
      first <<- i
      have <<- topic_stm_posterior_core(
        counts, stm_parameters(fit), known$prevalence, known$content, FALSE,
        min(most, draws - i + 1), i - 1, seed, threads, NULL
      )$draws
    }
    array(have[, , i - first + 1], dim(have)[1:2])
  }
}

# eta of shares theta = softmax(eta, 0).
free_logits <- function(theta) {
  last <- ncol(theta)
  log(pmax(theta[, -last, drop = FALSE], 1e-300)) - log(pmax(theta[, last], 1e-300))
}

softmax_rows <- function(eta) {
  most <- eta[, 1L]
  for (k in seq_len(ncol(eta))[-1L]) most <- pmax(most, eta[, k])
  e <- exp(eta - most)
  e / rowSums(e)
}
