# Where the tone of a series changes its level: the change points of tone_trend().

# The fewest periods on each side of a turn.
fewest_periods <- 3L

# The turns of all series of trend_table().
trend_turns <- function(table, level) {
  columns <- table$columns
  rows <- split(seq_along(table$series), table$series)
  found <- lapply(rows, function(r) {
    out <- series_turns(columns$tone[r], columns$se[r], columns$n_articles[r], level)
    out$row <- r[out$at]
    for (name in c("at", "earliest", "latest")) out[[name]] <- columns$period[r][out[[name]]]
    out
  })
  found <- do.call(rbind, unname(found))
  out <- c(
    lapply(columns[table$names], `[`, found$row), list(lexicon = columns$lexicon[found$row]),
    list(period = found$at), as.list(found[c(
      "earliest", "latest", "before", "after", "change", "lower", "upper", "p"
    )])
  )
  new_table(out, "tone_turns", level = level)
}

# The turns of one series, a data frame in order of time: `at`, `earliest` and `latest` are places
# in the series, gaps counted.
series_turns <- function(tone, se, n, level) {
  known <- which(!is.na(tone))
  none <- data.frame(
    at = integer(), earliest = integer(), latest = integer(), before = numeric(),
    after = numeric(), change = numeric(), lower = numeric(), upper = numeric(), p = numeric()
  )
  if (length(known) < 2L * fewest_periods) return(none)
  y <- tone[known]
  within <- within_variance(se[known], n[known])
  splits <- search_turns(y, within, 1L, length(y), level)
  if (!length(splits)) return(none)
  splits <- sort(splits)
  ends <- c(0L, splits, length(y))
  rows <- lapply(seq_along(splits), function(i) {
    segment <- (ends[[i]] + 1L):ends[[i + 2L]]
    at <- best_split(y[segment], within[segment], ends[[i + 1L]] - ends[[i]])
    # On its own, after its neighbours were found, a turn may no longer be sure.
    if (!(turn_chance(at) < 1 - level)) return(NULL)
    turn_row(at, segment, known, level)
  })
  rows <- do.call(rbind, rows)
  if (is.null(rows)) none else rows
}

# The variance of each period's tone from its articles; where a period has too few to know, the
# usual one by number of articles.
within_variance <- function(se, n) {
  usual <- stats::median(se^2 * n, na.rm = TRUE)
  if (is.na(usual)) usual <- 0
  ifelse(is.na(se), usual / pmax(n, 1), se^2)
}

# The places after which the series from `first` to `last` splits, in any order.
search_turns <- function(y, within, first, last, level) {
  if (last - first + 1L < 2L * fewest_periods) return(integer())
  segment <- first:last
  best <- best_split(y[segment], within[segment])
  if (!(turn_chance(best) < 1 - level)) return(integer())
  at <- first + best$at - 1L
  c(
    at, search_turns(y, within, first, at, level), search_turns(y, within, at + 1L, last, level)
  )
}

# The split of y into two levels that differ most in units of their standard error, or the one
# after the place `at`. Periods differ by their articles (`within`) and among themselves.
best_split <- function(y, within, at = NULL) {
  n <- length(y)
  places <- if (is.null(at)) fewest_periods:(n - fewest_periods) else at
  # The variance among periods is what is left around the best split of equal weights.
  first <- largest_split(y, rep(1, n), places)
  rest <- y - ifelse(seq_len(n) <= first$at, first$before, first$after)
  spread <- sum(rest^2) / max(n - 2, 1)
  among <- max(0, spread - mean(within))
  variance <- within + among
  # Where all is alike, nothing is known of how much tones vary.
  if (!(sum(variance) > 1e-24)) variance[] <- NA
  # Never surer than the periods themselves are.
  weight <- 1 / (variance * max(1, spread / mean(variance)))
  out <- largest_split(y, weight, places)
  rest <- (y - ifelse(seq_len(n) <= out$at, out$before, out$after)) * sqrt(weight)
  along <- sum(rest[-1L] * rest[-n]) / sum(rest^2)
  # The estimate is too low in short series (Kendall 1954).
  along <- min(0.95, max(0, along + (1 + 4 * max(0, along)) / n))
  out$inflation <- (1 + along) / (1 - along)
  out$se <- out$se * sqrt(out$inflation)
  out$variance <- mean(1 / weight) * out$inflation
  out$n <- n
  out$places <- length(fewest_periods:(n - fewest_periods))
  out
}

largest_split <- function(y, weight, places) {
  total <- cumsum(weight)
  sum <- cumsum(weight * y)
  n <- length(y)
  before <- sum[places] / total[places]
  after <- (sum[[n]] - sum[places]) / (total[[n]] - total[places])
  se <- sqrt(1 / total[places] + 1 / (total[[n]] - total[places]))
  best <- which.max(abs(after - before) / se)
  if (!length(best)) best <- 1L
  list(at = places[[best]], before = before[[best]], after = after[[best]], se = se[[best]])
}

# The chance that the largest split of a series without a turn differs as much.
turn_chance <- function(split) {
  z <- abs(split$after - split$before) / split$se
  if (is.na(z)) return(1)
  # The standard error rests on few periods: the normal equivalent of t.
  tail <- stats::pt(z, max(1, split$n / split$inflation - 2), lower.tail = FALSE)
  z <- stats::qnorm(tail, lower.tail = FALSE)
  if (z < 1.5) return(1)
  edge <- fewest_periods / split$n
  bound <- z * stats::dnorm(z) *
    ((1 - 1 / z^2) * 2 * log((1 - edge) / edge) + 4 / z^2)
  min(1, bound, 2 * split$places * tail)
}

turn_row <- function(split, segment, known, level) {
  change <- split$after - split$before
  half <- stats::qt((1 + level) / 2, max(1, split$n / split$inflation - 2)) * split$se
  reach <- ceiling(place_quantile(level) * split$variance / change^2)
  place <- function(away) {
    known[segment[[min(max(split$at + 1L + away, 2L), length(segment))]]]
  }
  data.frame(
    at = place(0L), earliest = place(-reach), latest = place(reach), before = split$before,
    after = split$after, change = change, lower = change - half, upper = change + half,
    p = turn_chance(split)
  )
}

# The quantile of |argmax(W(s) - |s| / 2)|, W a Brownian motion of two sides (Bai 1997).
place_quantile <- function(level) {
  probability <- function(x) {
    1 + sqrt(x / (2 * pi)) * exp(-x / 8) - (x + 5) / 2 * stats::pnorm(-sqrt(x) / 2) +
      1.5 * exp(x + stats::pnorm(-1.5 * sqrt(x), log.p = TRUE))
  }
  stats::uniroot(function(x) probability(x) - (1 + level) / 2, c(1e-8, 1000), tol = 1e-8)$root
}
