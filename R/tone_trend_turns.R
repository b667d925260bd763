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
  found <- search_turns(y, within, 1L, length(y), level)
  found <- found[order(found$at), ]
  ends <- c(0L, found$at, length(y))
  rows <- lapply(seq_len(nrow(found)), function(i) {
    segment <- (ends[[i]] + 1L):ends[[i + 2L]]
    at <- best_split(y[segment], within[segment], ends[[i + 1L]] - ends[[i]])
    turn_row(at, segment, known, level, found$p[[i]])
  })
  rows <- do.call(rbind, rows)
  # A turn that its neighbours leave unsure of its direction is none.
  rows <- rows[rows$lower > 0 | rows$upper < 0, ]
  if (NROW(rows)) rows else none
}

# The variance of each period's tone from its articles; where a period has too few to know, the
# usual one by number of articles.
within_variance <- function(se, n) {
  usual <- stats::median(se^2 * n, na.rm = TRUE)
  if (is.na(usual)) usual <- 0
  ifelse(is.na(se), usual / pmax(n, 1), se^2)
}

# The places after which the series from `first` to `last` splits, in any order, with the chance of
# the split.
search_turns <- function(y, within, first, last, level) {
  none <- data.frame(at = integer(), p = numeric())
  if (last - first + 1L < 2L * fewest_periods) return(none)
  segment <- first:last
  test <- turn_test(y[segment], within[segment])
  if (!(test$p < 1 - level)) return(none)
  at <- first + test$at - 1L
  sides <- Map(function(from, to) search_turns(y, within, from, to, level),
    c(first, at + 1L), c(at, last))
  do.call(rbind, c(list(data.frame(at = at, p = test$p)), sides))
}

# The split of y into two levels that differ most in units of their standard error, or the one
# after the place `at`. Periods differ by their articles (`within`) and among themselves.
best_split <- function(y, within, at = NULL) {
  n <- length(y)
  places <- if (is.null(at)) fewest_periods:(n - fewest_periods) else at
  weight <- 1 / period_variance(y, within)
  out <- largest_split(y, weight, places)
  rest <- (y - ifelse(seq_len(n) <= out$at, out$before, out$after)) * sqrt(weight)
  along <- sum(rest[-1L] * rest[-n]) / sum(rest^2)
  # The estimate is too low in short series (Kendall 1954).
  along <- min(0.95, max(0, along + (1 + 4 * max(0, along)) / n))
  out$inflation <- (1 + along) / (1 - along)
  out$se <- out$se * sqrt(out$inflation)
  out$variance <- mean(1 / weight) * out$inflation
  out$n <- n
  out
}

# The variance of each period around its level: by its articles, and among periods.
period_variance <- function(y, within) {
  n <- length(y)
  # The variance among periods is what is left around the best split of equal weights.
  first <- largest_split(y, rep(1, n), fewest_periods:(n - fewest_periods))
  rest <- y - ifelse(seq_len(n) <= first$at, first$before, first$after)
  spread <- sum(rest^2) / max(n - 2, 1)
  variance <- within + max(0, spread - mean(within))
  # Where all is alike, nothing is known of how much tones vary.
  if (!(sum(variance) > 1e-24)) variance[] <- NA
  # Never surer than the periods themselves are.
  variance * max(1, spread / mean(variance))
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

turn_row <- function(split, segment, known, level, p) {
  change <- split$after - split$before
  half <- stats::qt((1 + level) / 2, max(1, split$n / split$inflation - 2)) * split$se
  reach <- ceiling(place_quantile(level) * split$variance / change^2)
  place <- function(away) {
    known[segment[[min(max(split$at + 1L + away, 2L), length(segment))]]]
  }
  data.frame(
    at = place(0L), earliest = place(-reach), latest = place(reach), before = split$before,
    after = split$after, change = change, lower = change - half, upper = change + half,
    p = p
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
