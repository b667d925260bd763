# The statistics of article_report(): means of articles by group, and whether they differ by
# more than chance explains.

# Mean of the articles of each group, with its interval, within `limits`. The spread is pooled
# over the groups, since a month may have only one article; it is an attribute, as are its degrees
# of freedom. If nothing varies it is unknown, and the interval is NA.
group_means <- function(value, group, limits = c(-1, 1)) {
  if (!is.factor(group)) group <- factor(group)
  known <- !is.na(value) & !is.na(group)
  n <- as.vector(tapply(known, group, sum, default = 0))
  total <- as.vector(tapply(value[known], group[known], order_free_sum, default = NA))
  mean <- total / n
  df <- sum(known) - sum(n > 0)
  rest <- value[known] - mean[as.integer(group[known])]
  spread <- if (df > 0 && any(abs(rest) > 1e-12)) sqrt(order_free_sum(rest^2) / df) else NA_real_
  half <- if (is.na(spread)) NA_real_ else stats::qt(0.975, df) * spread / sqrt(n)
  structure(
    data.frame(
      group = levels(group), n = n, mean = mean,
      lower = pmax(limits[[1L]], mean - half), upper = pmin(limits[[2L]], mean + half)
    ),
    spread = spread, df = df
  )
}

# The mean of all articles as one row of group_means().
overall_mean <- function(value, limits = c(-1, 1)) {
  group_means(value, rep("all", length(value)), limits)
}

# The rows of the lowest and the highest mean, and whether these two certainly differ: by
# more than the pooled spread allows at 95 %, over all pairs of groups and over `comparisons` of
# this kind.
extreme_means <- function(means, comparisons = 1) {
  known <- which(!is.na(means$mean))
  if (!length(known)) return(list(low = NA_integer_, high = NA_integer_, certain = FALSE))
  low <- known[which.min(means$mean[known])]
  high <- known[which.max(means$mean[known])]
  pairs <- comparisons * max(1, choose(length(known), 2))
  apart <- means$mean[[high]] - means$mean[[low]]
  room <- attr(means, "spread") * sqrt(1 / means$n[[low]] + 1 / means$n[[high]])
  certain <- apart > stats::qt(1 - 0.025 / pairs, max(1, attr(means, "df"))) * room
  list(low = low, high = high, certain = low != high && isTRUE(certain))
}

# The difference of the means of two groups of articles, `late` less the others, by Welch's t
# with its interval at 95 %, over `comparisons` of its kind. NA where a side has fewer than two
# articles or nothing varies.
mean_change <- function(value, late, comparisons = 1) {
  known <- !is.na(value) & !is.na(late)
  sides <- lapply(c(FALSE, TRUE), function(side) value[known & late == side])
  n <- lengths(sides)
  out <- list(
    early = order_free_mean(sides[[1L]]), late = order_free_mean(sides[[2L]]),
    change = NA_real_, lower = NA_real_, upper = NA_real_
  )
  out$change <- out$late - out$early
  if (min(n) < 2L) return(out)
  variance <- vapply(sides, function(v) {
    order_free_sum((v - order_free_mean(v))^2) / (length(v) - 1)
  }, 0) / n
  if (!(sum(variance) > 1e-24)) return(out)
  df <- sum(variance)^2 / sum(variance^2 / (n - 1))
  half <- stats::qt(1 - 0.025 / comparisons, df) * sqrt(sum(variance))
  out$lower <- out$change - half
  out$upper <- out$change + half
  out
}

order_free_mean <- function(value) if (length(value)) order_free_sum(value) / length(value) else NA

# The mean over articles weighted by `weight`, as their share of a topic, and its standard
# error, NA if fewer than three articles have a value or all have the same.
weighted_mean <- function(weight, value) {
  known <- !is.na(value) & !is.na(weight)
  if (!any(known) || !any(weight[known] > 0)) return(c(mean = NA_real_, se = NA_real_))
  weight <- weight[known] / order_free_sum(weight[known])
  mean <- order_free_sum(weight * value[known])
  rest <- value[known] - mean
  varies <- sum(known) >= 3L && any(abs(rest) > 1e-12)
  c(mean = mean, se = if (varies) sqrt(order_free_sum(weight^2 * rest^2)) else NA_real_)
}
