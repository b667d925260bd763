# The regressions of topic_effects(), for draws of the shares.

# An orthogonal basis of the columns of x, list(q, r, pivot): x[, pivot] = q r.
effects_basis <- function(x) {
  if (nrow(x) <= ncol(x)) {
    abort_input(
      "`formula` makes ", count_of(ncol(x), "column"), ", which takes more than ",
      count_of(nrow(x), "article"), ". Leave variables out, or give s() a smaller `df`."
    )
  }
  whole <- qr(x)
  list(q = qr.Q(whole), r = qr.R(whole), pivot = whole$pivot)
}

# Least squares of theta (of each draw) on x: mean coefficients, columns x topics, and their
# covariances over draws, columns x columns x topics. `compose(q)`: see composed_shares().
composed_regression <- function(x, compose, draws, topics) {
  # x = q r with orthonormal q, so that q' theta and the squares of theta are all that is needed.
  basis <- effects_basis(x)
  n <- nrow(x)
  p <- ncol(x)
  inverse <- matrix(0, p, p)
  inverse[basis$pivot, basis$pivot] <- chol2inv(basis$r)
  sums <- compose(basis$q)
  along <- sums$along[, topics, , drop = FALSE]
  squares <- matrix(sums$squares, ncol = draws)[topics, , drop = FALSE]
  each <- array(0, dim(along))
  each[basis$pivot, , ] <- backsolve(basis$r, matrix(along, p))
  noise <- rowMeans(pmax(squares - colSums(along^2), 0)) / (n - p)
  within <- array(outer(inverse, noise), c(p, p, length(topics)))
  c(pooled_draws(each, within), list(df = n - p, spread = rep(0, length(topics))))
}

# Coefficients of draws (columns x topics x draws) and their mean covariance, put together.
pooled_draws <- function(each, within) {
  mean <- rowMeans(each, dims = 2L)
  for (k in seq_len(ncol(mean))) {
    around <- matrix(each[, k, ], nrow(mean)) - mean[, k]
    within[, , k] <- within[, , k] + tcrossprod(around) / dim(each)[[3L]]
  }
  list(coefficients = mean, covariance = within)
}

# The same in any form, with groups or without.
composed_forms <- function(x, fit, drawer, draws, topics, form, groups, threads) {
  basis <- effects_basis(x)
  n <- nrow(x)
  p <- ncol(x)
  q <- basis$q * sqrt(n)
  random <- identical(groups$role, "random")
  begin <- effects_start(q, fit$theta[, topics, drop = FALSE], form)
  each <- array(0, c(p, length(topics), draws))
  within <- array(0, c(p, p, length(topics)))
  spread <- rep(0, length(topics))
  failed <- rep(FALSE, length(topics))
  each_draw(fit, drawer, draws, function(drawn, first) {
    count <- dim(drawn)[[3L]]
    found <- topic_effects_regress_core(
      q, drawn[, topics, , drop = FALSE], form, as.integer(groups$of),
      if (is.null(groups)) 0L else groups$groups, random, begin$coefficients, begin$precision,
      threads
    )
    each[, , first - 1 + seq_len(count)] <<- found$coefficients
    within <<- within + found$covariance * (count / draws)
    spread <<- spread + found$spread * (count / draws)
    failed <<- failed | found$failed
    begin$coefficients <<- matrix(found$coefficients[, , count], p)
    begin$precision <<- found$precision
  })
  tell_unsettled(fit, topics[failed])
  # From coefficients of q to those of x.
  back <- matrix(0, p, p)
  back[basis$pivot, ] <- backsolve(basis$r, diag(p)) * sqrt(n)
  each <- array(back %*% matrix(each, p), dim(each))
  within <- array(
    apply(within, 3L, function(v) back %*% v %*% t(back)), c(p, p, length(topics))
  )
  c(pooled_draws(each, within), list(df = effects_df(x, groups), spread = spread))
}

# Where a regression begins: the mean share everywhere.
effects_start <- function(q, theta, form) {
  mean <- pmin(pmax(colMeans(theta), 1e-6), 1 - 1e-6)
  at <- if (form == "linear") mean else stats::qlogis(mean)
  variance <- pmax(colMeans((theta - rep(mean, each = nrow(theta)))^2), 1e-12)
  list(
    coefficients = outer(colMeans(q), at),
    precision = log(pmin(pmax(mean * (1 - mean) / variance - 1, 0.1), 1e8))
  )
}

tell_unsettled <- function(fit, topics) {
  if (!length(topics)) return(invisible())
  message(
    "The regression of ", name_list(rownames(fit$phi)[topics], n = 5L), " did not settle: in some ",
    "group of articles the shares may be all 0, or all the same. Leave that group out, or use ",
    "form = \"linear\"."
  )
}

# Degrees of freedom: residual ones; those of clusters; with random intercepts by column, as many
# as there are groups for a column that is the same within each, else articles (the rule of
# Pinheiro and Bates 2000, section 2.4.2).
effects_df <- function(x, groups) {
  n <- nrow(x)
  if (is.null(groups)) return(n - ncol(x))
  if (groups$role == "cluster") return(groups$groups - 1)
  first <- match(seq_len(groups$groups), groups$of)
  between <- colSums(x != x[first[groups$of], , drop = FALSE]) == 0
  ifelse(
    between, max(1, groups$groups - sum(between)), max(1, n - groups$groups - sum(!between))
  )
}

# Columns of a table with an interval around each estimate.
interval_table <- function(columns, estimate, std_error, df, level) {
  reach <- stats::qt((1 + level) / 2, df) * std_error
  c(columns, list(
    estimate = estimate, std_error = std_error, lower = estimate - reach, upper = estimate + reach
  ))
}
