# How new articles enter a fit beside what it remembers, by the engine that made it.

# The fit of the articles `counts`, whose columns are the terms of the fit and those that enter.
# `before` is of remembered_tokens(); `asked` is list(iterations, seed, threads, progress).
update_topics <- function(fit, counts, before, data, asked) {
  asked$bar <- progress_bar("Updating topics", asked$progress)
  switch(fit$options$method,
    nmf = update_nmf(fit, counts, before, asked),
    stm = update_stm(fit, counts, before, data, asked),
    update_gibbs(fit, counts, before, asked)
  )
}

update_gibbs <- function(fit, counts, before, asked) {
  extra <- with_terms(before$tokens, colnames(counts))
  eta <- fit_eta(fit)
  options <- lda_options(
    nrow(fit$phi), mean(fit_alpha(fit)), eta, engine_gibbs$settings(asked$iterations, thin = 2)
  )
  run_topics(
    "gibbs", counts, options, asked$seed,
    start = eta + extra, extra = unname(extra), topics = rownames(fit$phi),
    threads = asked$threads, progress = asked$bar
  )
}

fit_eta <- function(fit) {
  eta <- if (is.null(fit$eta)) fit$options$eta else fit$eta
  if (is.null(eta)) 0.01 else eta
}

update_nmf <- function(fit, counts, before, asked) {
  held <- before$tokens
  # Under squared loss an article holds a topic by the square of its tokens.
  if (fit$options$loss == "frobenius") {
    held <- held / pmax(rowSums(held), 1e-300) * sqrt(before$squares)
  }
  options <- list(
    k = nrow(fit$phi), loss = fit$options$loss, iterations = asked$iterations,
    tolerance = fit$options$tolerance, alpha = fit$options$alpha
  )
  run_topics(
    "nmf", counts, options, asked$seed,
    start = moving_start(fit, counts), extra = unname(with_terms(held, colnames(counts))),
    topics = rownames(fit$phi), threads = asked$threads, progress = asked$bar
  )
}

update_stm <- function(fit, counts, before, data, asked) {
  covariates <- fit$covariates
  known <- if (length(covariates)) new_covariates(fit, counts, data)
  if (!is.null(covariates$prevalence)) covariates$prevalence$x <- known$prevalence
  if (!is.null(covariates$content)) covariates$content$group <- known$content
  terms <- colnames(counts)
  covariates$memory <- if (is.null(before$by_group)) {
    with_terms(before$tokens, terms)
  } else {
    more <- dim(before$by_group)
    more[[2L]] <- length(terms)
    out <- array(0, more)
    out[, seq_len(ncol(fit$phi)), ] <- before$by_group
    out
  }
  options <- fit$options[setdiff(names(fit$options), c("method", "import", "init"))]
  options$k <- nrow(fit$phi)
  options$iterations <- asked$iterations
  drawn <- run_topics(
    "stm", counts, options, asked$seed,
    start = moving_start(fit, counts), given = fit, extra = covariates,
    topics = rownames(fit$phi), threads = asked$threads, progress = asked$bar
  )
  covariates$memory <- NULL
  name_parts(drawn, covariates)
}

# Topics to start from: those of the fit with a little of the terms of new articles, without which
# a term that a topic does not have could never enter it.
moving_start <- function(fit, counts) {
  usual <- Matrix::colSums(counts) / sum(counts@x)
  start <- 0.99 * with_terms(fit$phi, colnames(counts)) +
    rep(0.01 * unname(usual), each = nrow(fit$phi))
  start / rowSums(start)
}

# A matrix of topics x terms with terms more at its end, which have none.
with_terms <- function(x, terms) {
  out <- cbind(x, matrix(0, nrow(x), length(terms) - ncol(x)))
  colnames(out) <- terms
  out
}

# What a structural fit of all articles has beside topics and shares: the prior as it was, the
# covariates of all articles, and the mean covariance of their shares.
joined_covariates <- function(out, fit, counts, data, threads) {
  for (name in c("gamma", "sigma", "mean_mu", "mean_sigma")) out[[name]] <- fit[[name]]
  out$covariates <- fit$covariates
  own <- out
  own$theta <- utils::tail(out$theta, nrow(counts))
  for (name in names(fit$covariates)) {
    design <- fit$covariates[[name]]
    used <- data[names(design$data)]
    own$covariates[[name]]$data <- used
    out$covariates[[name]]$data <- joined_rows(design$data, used)
  }
  if (is.null(fit$covariance)) return(out)
  n <- nrow(fit$theta)
  found <- mean_covariance(own, counts, threads)
  out$covariance <- (fit$covariance * n + found * nrow(counts)) / (n + nrow(counts))
  out
}

# Rows of one data frame under those of another with the same columns, of whichever types.
joined_rows <- function(above, below) {
  out <- Map(function(x, y) {
    if (is.factor(x) || is.factor(y)) {
      levels <- if (is.factor(x)) levels(x) else unique(as.character(x))
      return(factor(
        c(as.character(x), as.character(y)), union(levels, unique(as.character(y))),
        ordered = is.ordered(x)
      ))
    }
    if (length(dim(x))) rbind(x, y) else c(x, y)
  }, above, below)
  structure(
    out, names = names(above), row.names = .set_row_names(nrow(above) + nrow(below)),
    class = "data.frame"
  )
}
