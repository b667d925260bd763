# How sure the shares of a structural fit are: the mean covariance of the articles' posteriors, and
# draws of their shares.

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

# A matrix R with R'R = x for a covariance x: by eigenvalues, so that one that rounding or a prior
# left without full rank is no error.
covariance_root <- function(x) {
  parts <- eigen((x + t(x)) / 2, symmetric = TRUE)
  sqrt(pmax(parts$values, 0)) * t(parts$vectors)
}

# Sums over draws of theta, as `uncertainty` says, for regressions on the columns `q`:
# list(along = q' theta of each draw, columns x topics x draws; squares = sums of theta^2 by topic).
composed_shares <- function(fit, q, uncertainty, draws, seed, counts, threads) {
  if (uncertainty == "global") {
    eta <- unname(free_logits(fit$theta))
    root <- unname(covariance_root(fit$covariance))
    return(topic_effects_core(eta, root, rownames(fit$theta), q, draws, seed, threads))
  }
  drawer <- if (uncertainty == "none") {
    function(i) fit$theta
  } else if (!is.null(fit$theta_draws)) {
    function(i) fit$theta_draws[, , i]
  } else {
    local_drawer(fit, draws, seed, counts, threads)
  }
  along <- array(0, c(ncol(q), ncol(fit$theta), draws))
  squares <- matrix(0, ncol(fit$theta), draws)
  for (i in seq_len(draws)) {
    theta <- drawer(i)
    along[, , i] <- crossprod(q, theta)
    squares[, i] <- colSums(theta^2)
  }
  list(along = along, squares = squares)
}

# A function of i = 1 .. draws: draws from each article's own posterior; several at once, since
# their modes are found anew.
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
