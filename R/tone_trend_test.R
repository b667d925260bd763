# Whether a series has a turn at all: one or two changes of level, against series without a turn
# that are simulated with as much autocorrelation as this one may have.

most_drawn <- 300L # series for each correlation
least_drawn <- 100L # of long series, which say more of their correlation
turn_correlations <- seq(0, 0.9, 0.15)
most_places <- 40L # that are tried in a long series
turn_bandwidth <- 0.07 # of correlations that are alike

# list(p, at): the chance that the largest split of a series without a turn is as large, and the one
# or two places after which this one splits.
turn_test <- function(y, within) {
  variance <- period_variance(y, within)
  if (anyNA(variance)) return(list(p = 1, at = integer()))
  own <- split_statistics(matrix(y, 1L), 1 / variance)
  n <- length(y)
  # What is not sure where the place is known and nothing correlates is not sure where neither is.
  least <- c(
    stats::pf(own$one, 1, n - 2, lower.tail = FALSE),
    stats::pf(own$two, 2, max(n - 3, 1), lower.tail = FALSE)
  )
  if (!is.finite(own$one) || !any(least < 0.05, na.rm = TRUE)) return(list(p = 1, at = integer()))
  null <- null_statistics(variance)
  # Series of one correlation count by how likely that of this one is under it, and by a prior that
  # falls from 0 to 1: which correlation it has, a short series leaves open.
  alike <- stats::dnorm(own$along, null$along, turn_bandwidth)
  weight <- as.vector(rowsum(alike, null$correlation)) * (1 - turn_correlations^2)
  drawn <- length(null$one) / length(weight)
  weight <- rep(weight / sum(weight) / drawn, each = drawn)
  p <- c(
    tail_chance(own$one, null$one, weight),
    if (is.finite(own$two)) tail_chance(own$two, null$two, weight) else 1
  )
  smaller <- pmin(own_chances(null$one, weight), own_chances(null$two, weight))
  # The smaller of two chances is small more often than each is.
  common <- max(min(p), 0.02)
  both <- min(p) * sum(weight[smaller <= common]) / common
  list(p = min(1, both), at = if (p[[1L]] <= p[[2L]]) own$at[[1L]] else own$at[2:3])
}

# The statistics of series without a turn, as many for each correlation, whose periods have these
# variances; always the same draws.
null_statistics <- function(variance) {
  n <- length(variance)
  drawn <- max(least_drawn, min(most_drawn, 36000L %/% n))
  rows <- with_own_seed(n, lapply(turn_correlations, function(rho) {
    y <- matrix(stats::rnorm(drawn * n), drawn)
    for (t in seq_len(n)[-1L]) y[, t] <- rho * y[, t - 1L] + sqrt(1 - rho^2) * y[, t]
    y
  }))
  y <- do.call(rbind, rows) * rep(sqrt(variance), each = drawn * length(rows))
  out <- split_statistics(y, 1 / variance)
  out$correlation <- rep(turn_correlations, each = drawn)
  out
}

# Of each row of y, a series: `one` and `two`, the F statistics of the best split into two and into
# three levels, divided by what correlation around the levels inflates them by; `at`, the place of
# the first and the two of the second; `along`, the correlation of first order around the three.
split_statistics <- function(y, weight) {
  n <- ncol(y)
  rows <- seq_len(nrow(y))
  sums <- row_sums_along(y * rep(weight, each = nrow(y)))
  total <- cumsum(weight)
  level <- sums[, n] / total[[n]]
  all <- drop(y^2 %*% weight) - sums[, n] * level
  places <- split_places(n)
  # Sums of squares between levels, from sums less what the common level has.
  away <- sums[, places, drop = FALSE] - outer(level, total[places])
  rest <- total[[n]] - total[places]
  between <- away^2 * rep(1 / total[places] + 1 / rest, each = nrow(y))
  best <- max.col(between, "first")
  found <- list(one = places[best], between = between[cbind(rows, best)])
  along <- level_correlation(y, weight, cbind(found$one))
  out <- list(
    one = found$between / pmax(all - found$between, 0) * (n - 2) / inflation(along, n, 1),
    two = rep(NA_real_, nrow(y)), along = along, at = cbind(found$one, NA, NA)
  )
  pairs <- which(outer(places, places, function(a, b) b - a >= fewest_periods), arr.ind = TRUE)
  if (!length(pairs)) return(out)
  i <- pairs[, 1L]
  j <- pairs[, 2L]
  between <- away[, i, drop = FALSE]^2 * rep(1 / total[places[i]], each = nrow(y)) +
    (away[, j, drop = FALSE] - away[, i, drop = FALSE])^2 *
      rep(1 / (total[places[j]] - total[places[i]]), each = nrow(y)) +
    away[, j, drop = FALSE]^2 * rep(1 / rest[j], each = nrow(y))
  best <- max.col(between, "first")
  ends <- cbind(places[i[best]], places[j[best]])
  between <- between[cbind(rows, best)]
  out$along <- level_correlation(y, weight, ends)
  out$two <- between / pmax(all - between, 0) * (n - 3) / 2 / inflation(out$along, n, 3)
  out$at[, 2:3] <- ends
  out
}

# Places after which a series may split; of a long one so many, evenly.
split_places <- function(n) {
  places <- fewest_periods:(n - fewest_periods)
  if (length(places) <= most_places) return(places)
  unique(round(seq(fewest_periods, n - fewest_periods, length.out = most_places)))
}

row_sums_along <- function(x) {
  for (t in seq_len(ncol(x))[-1L]) x[, t] <- x[, t] + x[, t - 1L]
  x
}

# The correlation of neighbours around the levels between `ends`, rows x places.
level_correlation <- function(y, weight, ends) {
  n <- ncol(y)
  weight <- rep(weight, each = nrow(y))
  which <- matrix(1L, nrow(y), n)
  for (e in seq_len(ncol(ends))) which <- which + (col(y) > ends[, e])
  for (g in seq_len(ncol(ends) + 1L)) {
    own <- weight * (which == g)
    y <- y - (which == g) * (rowSums(y * own) / rowSums(matrix(own, nrow(y))))
  }
  y <- y * sqrt(weight)
  out <- rowSums(y[, -1L, drop = FALSE] * y[, -n, drop = FALSE]) / rowSums(y^2)
  replace(out, is.nan(out), 0)
}

# What the variance of means is larger by; the correlation is estimated too low in short series.
inflation <- function(along, n, levels) {
  along <- pmin(0.95, pmax(0, along + (levels + 3 * pmax(along, 0)) / n))
  (1 + along) / (1 - along)
}

# For each of the draws, the chance to be as large.
own_chances <- function(drawn, weight) {
  order <- order(-drawn)
  out <- numeric(length(drawn))
  out[order] <- cumsum(weight[order])
  out
}

# The chance of a draw as large as `x`; where few are, by the tail of F statistics, which falls as
# a power (Hill 1975).
tail_chance <- function(x, drawn, weight) {
  order <- order(-drawn)
  chance <- cumsum(weight[order])
  far <- seq_len(max(2L, sum(chance <= 0.05)))
  edge <- drawn[order][[length(far)]]
  if (!(x > edge)) return(sum(weight[drawn >= x]))
  power <- sum(weight[order][far]) /
    sum(weight[order][far] * log(drawn[order][far] / edge))
  chance[[length(far)]] * (x / edge)^-power
}
