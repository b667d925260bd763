# Fits of the package stm: topic_export(to = "stm") and topic_import() of its class STM, by what
# stm's functions read of such a list.

# The list of a structural fit; of any other fit, eta are the logs of its shares and the covariance
# is theirs.
as_stm <- function(fit, counts) {
  topics <- nrow(fit$phi)
  eta <- unname(free_logits(fit$theta))
  known <- own_covariates(fit)
  mu <- stm_mean(fit, eta, known$prevalence)
  sigma <- if (is.null(fit$sigma)) stats::cov(eta) else fit$sigma
  terms <- unname(Matrix::colSums(counts))
  content <- !is.null(fit$beta)
  logs <- if (content) {
    lapply(seq_len(dim(fit$beta)[[3L]]), function(g) log_table(fit$beta[, , g], topics))
  } else {
    list(log_table(fit$phi, topics))
  }
  beta <- list(logbeta = logs)
  if (content && !is.null(fit$kappa)) beta$kappa <- stm_kappa(fit$kappa)
  structure(
    list(
      mu = mu, sigma = unname(sigma), beta = beta,
      settings = stm_settings(fit, known, dim(counts), terms), vocab = colnames(fit$phi),
      convergence = list(
        bound = fit$trace$bound, its = max(fit$trace$iteration, 0L),
        converged = isTRUE(fit$converged), stopits = TRUE
      ),
      theta = unname(fit$theta), eta = eta, invsigma = inverse_covariance(unname(sigma)),
      time = NA_real_, version = NA_character_
    ),
    class = "STM"
  )
}

log_table <- function(phi, topics) unname(matrix(log(pmax(phi, 1e-300)), topics))

# mu: by article where there are covariates, else one column.
stm_mean <- function(fit, eta, design) {
  if (!is.null(design)) {
    return(list(mu = unname(t(design %*% fit$gamma)), gamma = unname(fit$gamma)))
  }
  mean <- if (is.null(fit$gamma)) colMeans(eta) else as.vector(fit$gamma)
  list(mu = matrix(mean), gamma = NULL)
}

# By eigenvalues, so that a covariance of less than full rank has one too.
inverse_covariance <- function(x) {
  parts <- eigen((x + t(x)) / 2, symmetric = TRUE)
  values <- pmax(parts$values, max(parts$values, 0) * 1e-12)
  parts$vectors %*% (t(parts$vectors) / values)
}

# Topics, then groups, then topics within each group, each a vector of terms.
stm_kappa <- function(kappa) {
  rows <- function(x) unname(lapply(seq_len(nrow(x)), function(i) as.vector(x[i, ])))
  params <- c(rows(kappa$topic), rows(kappa$group))
  if (!is.null(kappa$interaction)) {
    size <- dim(kappa$interaction)
    params <- c(params, rows(matrix(kappa$interaction, size[[1L]] * size[[2L]])))
  }
  list(m = unname(kappa$m), params = params)
}

stm_settings <- function(fit, known, size, terms) {
  designs <- fit$covariates
  content <- !is.null(fit$beta)
  list(
    dim = list(
      K = nrow(fit$phi), A = if (content) dim(fit$beta)[[3L]] else 1L, V = size[[2L]],
      N = size[[1L]], wcounts = list(Group.1 = seq_len(size[[2L]]), x = terms)
    ),
    verbose = FALSE, topicreportevery = 5,
    convergence = list(
      max.em.its = fit$options$iterations, em.converge.thresh = fit$options$tolerance,
      allow.neg.change = TRUE
    ),
    covariates = list(
      X = known$prevalence,
      betaindex = if (is.null(known$content)) rep(1, size[[1L]]) else as.numeric(known$content),
      yvarlevels = designs$content$levels, formula = designs$prevalence$formula
    ),
    gamma = list(mode = if (is.null(known$prevalence)) "CTM" else "Pooled"),
    sigma = list(prior = if (is.null(fit$options$sigma_prior)) 0 else fit$options$sigma_prior),
    kappa = list(
      LDAbeta = !content, interactions = content && isTRUE(fit$options$interactions),
      fixedintercept = TRUE, contrast = FALSE, mstep = list(tol = 0.001, maxit = 3)
    ),
    tau = list(mode = "L1"), init = list(mode = "Custom"), seed = fit$seed, ngroups = 1
  )
}

# A fit of stm as a structural fit of ours, with its own shares.
from_stm <- function(x) {
  needed <- c("mu", "sigma", "beta", "settings", "vocab", "theta", "eta")
  lost <- setdiff(needed, names(x))
  if (length(lost)) {
    abort_input("`x`, of class STM, has no part ", name_list(lost), ".")
  }
  covariates <- x$settings$covariates
  logs <- x$beta$logbeta
  group <- as.integer(covariates$betaindex)
  weight <- if (length(logs) > 1L) tabulate(group, length(logs)) / length(group) else 1
  phi <- Reduce(`+`, Map(function(one, w) w * exp(one), logs, weight))
  colnames(phi) <- x$vocab
  out <- imported(phi, x$theta, NULL, 0.1)
  topics <- rownames(out$phi)
  free <- topics[-length(topics)]
  out$options <- list(method = "stm", k = nrow(phi), import = TRUE)
  out$trace <- data.frame(
    iteration = seq_along(x$convergence$bound), bound = as.numeric(x$convergence$bound)
  )
  out$converged <- isTRUE(x$convergence$converged)
  out$sigma <- matrix(x$sigma, length(free), dimnames = list(free, free))
  mu <- t(as.matrix(x$mu$mu)) # articles x topics, or one row
  gamma <- if (nrow(mu) > 1L) as.matrix(x$mu$gamma) else mu
  out$gamma <- matrix(
    as.numeric(gamma), nrow(gamma), dimnames = list(colnames_of(covariates$X, nrow(gamma)), free)
  )
  out$mean_mu <- stats::setNames(colMeans(mu), free)
  away <- x$eta - mu[rep_len(seq_len(nrow(mu)), nrow(x$eta)), , drop = FALSE]
  around <- sweep(x$eta, 2L, colMeans(mu))
  out$mean_sigma <- out$sigma + (crossprod(around) - crossprod(away)) / nrow(away)
  own <- crossprod(covariance_root(out$sigma - crossprod(away) / nrow(away)))
  out$covariance <- matrix(own, length(free), dimnames = list(free, free))
  if (length(logs) > 1L) {
    out$beta <- array(
      unlist(lapply(logs, exp)), c(dim(phi), length(logs)),
      list(topics, x$vocab, covariates$yvarlevels)
    )
  }
  designs <- list(
    prevalence = if (nrow(mu) > 1L) list(x = as.matrix(covariates$X)),
    content = if (length(logs) > 1L) {
      list(group = group, levels = covariates$yvarlevels, name = "content")
    }
  )
  out$covariates <- designs[lengths(designs) > 0L]
  out
}

colnames_of <- function(x, n) {
  if (n == 1L) return("(Intercept)")
  if (is.null(colnames(x))) sprintf("x%d", seq_len(n)) else colnames(x)
}
