# How sure the shares of a structural fit are: the mean covariance of the articles' posteriors.
# Draws of shares are in R/input_shares.R.

# Articles in blocks whose covariances take about 16 MB, so that many topics fit into memory; the
# blocks do not depend on threads.
mean_covariance <- function(fit, counts, threads) {
  free <- ncol(fit$sigma)
  known <- own_covariates(fit)
  size <- max(1, floor(2e6 / free^2))
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

# An upper triangle R with R'R = x for a covariance x: by eigenvalues, so that one that rounding or
# a prior left without full rank is no error.
covariance_root <- function(x) {
  parts <- eigen((x + t(x)) / 2, symmetric = TRUE)
  # Without a tolerance no column changes places.
  qr.R(qr(sqrt(pmax(parts$values, 0)) * t(parts$vectors), tol = 0))
}

# eta of shares theta = softmax(eta, 0).
free_logits <- function(theta) {
  last <- ncol(theta)
  log(pmax(theta[, -last, drop = FALSE], 1e-300)) - log(pmax(theta[, last], 1e-300))
}
