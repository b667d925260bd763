# Slow, plain R versions (twins) of the statistics on counts.

# Rates of a term in a group of articles with its clustered interval, from the counts `y` and sizes
# `n` of the articles, by the formulas of ?term_frequency.
twin_rate <- function(y, n, level = 0.95) {
  y <- y[n > 0]
  n <- n[n > 0]
  rate <- sum(y) / sum(n)
  if (length(n) < 5) return(c(rate = rate, se = NA, lower = NA, upper = NA))
  if (sum(y) == 0) {
    most <- min(-log((1 - level) / 2) / sum(n), 1)
    return(c(rate = 0, se = NA, lower = 0, upper = most))
  }
  own <- twin_log_rate(y, n)
  df <- twin_df(own)
  half <- qt((1 + level) / 2, max(df, 2)) * sqrt(own[["v"]])
  upper <- min(rate * exp(half), 1)
  c(rate = rate, se = rate * sqrt(own[["v"]]), lower = rate * exp(-half), upper = upper)
}

twin_log_rate <- function(y, n) {
  half <- (sum(y) + 0.5) / (sum(n) + 0.5)
  residual <- y - sum(y) / sum(n) * n
  v <- length(n) / (length(n) - 1) * sum(residual^2) / sum(n)^2 / half^2
  least <- 1 / (sum(y) + 0.5)
  v <- max(v, least)
  c(
    log = log(half), v = v, estimated = max(v - least, 2 / 3 * v),
    n = if (sum(y)) sum(y)^2 / sum(y^2) else 1
  )
}

# Degrees of freedom of one or two rates.
twin_df <- function(...) {
  sides <- rbind(...)
  sum(sides[, "v"])^2 / sum(sides[, "estimated"]^2 / pmax(sides[, "n"] - 1, 1))
}

# What term_keyness() says of one term in one group and the others, from vectors.
twin_keyness <- function(y, n, inside, level = 0.95) {
  one <- twin_log_rate(y[inside], n[inside])
  two <- twin_log_rate(y[!inside], n[!inside])
  v <- one[["v"]] + two[["v"]]
  df <- twin_df(one, two)
  ratio <- one[["log"]] - two[["log"]]
  half <- qt((1 + level) / 2, df) * sqrt(v)
  residual <- y - sum(y) / sum(n) * n
  share <- sum(n[inside]) / sum(n)
  apart <- (1 - share)^2 * sum(residual[inside]^2) + share^2 * sum(residual[!inside]^2)
  score <- sum(residual[inside]) / sqrt(max(apart, share * (1 - share) * sum(residual^2)))
  c(
    ratio = ratio / log(2), lower = (ratio - half) / log(2), upper = (ratio + half) / log(2),
    p = 2 * pt(-abs(score), max(sum(y)^2 / sum(y^2) - 1, 1))
  )
}

# The standard error of the log odds under the prior `a` of `all` tokens, clustered.
twin_odds_error <- function(y, n, inside, a, all) {
  side <- function(y, n) {
    own <- sum(y) + a
    rest <- sum(n) + all - own
    influence <- y / own - (n - y) / rest
    spread <- sum((influence - mean(influence))^2) * length(n) / (length(n) - 1)
    max(spread, 1 / own)
  }
  sqrt(side(y[inside], n[inside]) + side(y[!inside], n[!inside]))
}

# All measures of dispersion of one term over parts of sizes `n`.
twin_dispersion <- function(y, n) {
  y <- y[n > 0]
  n <- n[n > 0]
  s <- n / sum(n)
  v <- y / sum(y)
  p <- y / n
  m <- length(n)
  deviation <- sqrt(mean((p - mean(p))^2))
  share <- (p / sum(p))[p > 0]
  c(
    range = sum(y > 0), dp = sum(abs(v - s)) / 2, dp_norm = sum(abs(v - s)) / 2 / (1 - min(s)),
    juilland_d = 1 - deviation / mean(p) / sqrt(m - 1),
    carroll_d2 = -sum(share * log(share)) / log(m), rosengren_s = sum(sqrt(s * v))^2,
    kld = sum((v * log2(v / s))[v > 0])
  )
}

# All ordered pairs of words at most `window` apart, as "first second", of a list of units.
twin_word_pairs <- function(units, window) {
  unlist(lapply(units, function(words) {
    unlist(lapply(seq_along(words), function(i) {
      to <- seq_len(window) + i
      to <- to[to <= length(words)]
      if (length(to)) paste(words[[i]], words[to])
    }))
  }))
}

# The combinations of alternatives, the first changing fastest, as lists of arguments.
twin_choices <- function(choices) {
  out <- list(list())
  for (name in rev(names(choices))) {
    out <- unlist(lapply(out, function(own) {
      lapply(as.list(choices[[name]]), function(value) c(stats::setNames(list(value), name), own))
    }), recursive = FALSE)
  }
  out
}

# term_multiverse() by one call of term_matrix() for each preparation; distances pair by pair.
twin_multiverse <- function(x, fn, args) {
  counts <- lapply(args, function(own) {
    as.matrix(suppressMessages(do.call(term_matrix, c(list(x), own))))
  })
  cosine <- function(m, i, j) {
    near <- sum(m[i, ] * m[j, ]) / sqrt(sum(m[i, ]^2)) / sqrt(sum(m[j, ]^2))
    if (is.nan(near)) 1 else 1 - near
  }
  pairs <- utils::combn(length(x), 2)
  apart <- lapply(counts, function(m) {
    apply(pairs, 2, function(pair) cosine(m, pair[[2]], pair[[1]]))
  })
  rank_of <- function(k) rank(-round(abs(apart[[k]] - apart[[1]]), 12))
  score <- function(k) {
    top <- utils::head(order(rank_of(k)), 50)
    others <- setdiff(seq_along(args), c(1, k))
    mean(vapply(others, function(j) mean(abs(rank_of(j)[top] - rank_of(k)[top])), 0)) / ncol(pairs)
  }
  list(
    estimate = unname(vapply(counts, fn, 0)), terms = unname(vapply(counts, ncol, 0L)),
    distance = c(NA, vapply(seq_along(args)[-1], score, 0))
  )
}
