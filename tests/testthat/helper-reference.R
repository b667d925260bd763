# Slow, plain R versions (twins) of the kernels, for texts so simple that the rules
# leave no doubt.

# Counts of words of ASCII letters, columns by falling total, then by name.
twin_term_matrix <- function(x) {
  words <- strsplit(tolower(x), "[^a-z]+")
  words <- lapply(words, function(w) w[nzchar(w)])
  all <- table(factor(unlist(words)))
  terms <- names(all)[order(-as.vector(all), names(all), method = "radix")]
  counts <- t(vapply(words, function(w) {
    as.numeric(table(factor(w, levels = terms)))
  }, numeric(length(terms))))
  dimnames(counts) <- list(names(x), terms)
  counts
}

# The tone of texts of lower-case words, commas and full stops: one row per text with
# n_words, n_hits, tone and se. `entries` and `shifters` as in a tritone_lexicon. Sums are
# of whole billionths of a valence, so what balances is exactly 0.
twin_tone <- function(x, entries, shifters, kappa = 2) {
  rows <- lapply(x, function(text) {
    sentences <- strsplit(text, "(?<=[.]) +", perl = TRUE)[[1]]
    parts <- lapply(sentences, twin_tone_sentence, entries, shifters)
    words <- sum(vapply(parts, `[[`, 0, "words"))
    sums <- vapply(parts, `[[`, 0, "sum")
    hits <- vapply(parts, `[[`, 0, "hits")
    tone <- if (sum(hits)) sum(sums) / (4e9 * (sum(hits) + kappa)) else NA_real_
    n <- length(parts)
    e <- sums / 4e9 - tone * hits
    alike <- length(unique(paste(sums, hits))) < 2
    se <- if (alike) NA_real_ else sqrt(n / (n - 1) * sum((e - mean(e))^2)) / (sum(hits) + kappa)
    data.frame(n_words = words, n_hits = sum(hits), tone = tone, se = se)
  })
  do.call(rbind, rows)
}

twin_tone_sentence <- function(sentence, entries, shifters) {
  token <- regmatches(sentence, gregexpr("[a-z']+|,", sentence))[[1]]
  usual <- c(
    negator = -0.7, none = 1, amplifier = 1.25, downtoner = 0.6, adversative = 1.25,
    shifter = -0.6, irrealis = 0.65, direction_up = 1, direction_down = 1, good_up = 1.2,
    bad_up = -1.2
  )
  empty <- is.na(shifters$factor)
  shifters$factor[empty] <- usual[shifters$type[empty]]
  find <- function(types) {
    own <- shifters[shifters$type %in% types, ]
    found <- twin_phrases(token, own$entry)
    cbind(found[c("first", "last")], own[found$id, c("type", "factor")])
  }
  mods <- find(names(usual)[1:7])
  hits <- twin_phrases(token, entries$entry)
  hits$valence <- entries$valence[hits$id]
  hits <- hits[hits$valence != 0, c("first", "last", "valence")]
  hits$pair <- rep(FALSE, nrow(hits))
  turns <- mods[mods$type == "adversative", ]
  pairs <- twin_pairs(
    token, find(c("direction_up", "direction_down")), find(c("good_up", "bad_up")), turns$first
  )
  free <- function(found) {
    vapply(seq_len(nrow(found)), function(i) {
      !any(unlist(pairs$uses) %in% found$first[i]:found$last[i])
    }, NA)
  }
  hits <- rbind(hits[free(hits), ], pairs[c("first", "last", "valence", "pair")])
  hits <- hits[order(hits$first), ]
  mods <- mods[mods$type != "shifter" | free(mods), ]
  # The tokens of each hit's window.
  windows <- lapply(seq_len(nrow(hits)), function(h) {
    window <- integer()
    for (i in rev(seq_len(hits$first[h] - 1L))) {
      if (token[i] == "," || i %in% turns$last || length(window) == 4) break
      window <- c(window, i)
    }
    window
  })
  in_window <- function(h) mods$last %in% windows[[h]] | mods$last >= hits$first[h]
  does <- twin_shifters(token, mods, hits, turns, in_window)
  acts <- does$acts
  dropped <- does$dropped
  contrasted <- does$contrast
  opens <- mods$first == 1 | c("", token)[mods$first] == ","
  contrast <- mods$type == "adversative" & opens
  degree <- mods$type %in% c("amplifier", "downtoner")
  used <- 0
  c <- numeric()
  negated <- numeric()
  for (h in which(!dropped)) {
    negators <- which(acts & mods$first < hits$first[h] & in_window(h))
    negators <- twin_negators(
      token, mods, hits[!dropped, ], sum(!dropped[seq_len(h)]), negators, windows[[h]],
      if (contrasted[h] != 1) 1 else 2
    )
    negation <- contrasted[h] * prod(mods$factor[negators])
    n <- length(negated)
    if (contrasted[h] == 1 && !length(negators) && n &&
      twin_same_list(token, hits[!dropped, ], n)) {
      negation <- negated[n]
    }
    negated <- c(negated, negation)
    scales <- degree & mods$last %in% windows[[h]] & mods$first > used
    used <- hits$last[h]
    after <- degree & hits$pair[h] & mods$first == hits$last[h] + 1L
    if (any(after)) used <- mods$last[after]
    maybe <- mods$factor[mods$type == "irrealis" & mods$first < hits$first[h] & in_window(h)]
    scale <- prod(mods$factor[scales | after]) *
      prod(mods$factor[contrast & mods$last < hits$first[h]]) /
      prod(mods$factor[contrast & mods$first > hits$last[h]])
    product <- negation * min(1, maybe) * min(max(scale, 0.2), 2)
    c <- c(c, round(min(max(hits$valence[h] * product, -4), 4) * 1e9))
  }
  list(words = sum(token != ","), hits = sum(!dropped), sum = sum(c))
}

# Which of the negators and shifters before hit h, the nearest last, act on it: at most
# `most`, one of them perhaps over an aside.
twin_negators <- function(token, mods, hits, h, negators, window, most) {
  taken <- integer()
  begin <- hits$first[h]
  for (f in rev(negators)) {
    own <- hits$first > mods$last[f] & seq_len(nrow(hits)) < h
    between <- length(taken) && any(own & hits$first < mods$first[utils::tail(taken, 1)])
    if (length(taken) == most || between) break
    if (!twin_over_and(token, mods, hits, h, f, own)) break
    taken <- c(taken, f)
  }
  c(taken, twin_over_aside(token, mods, min(begin, window) - 1, length(taken) < most))
}

# Does negator or shifter f act beyond the last "and" between it and hit h, if there is one?
# `own`: the hits after it and before h.
twin_over_and <- function(token, mods, hits, h, f, own) {
  begin <- hits$first[h]
  and <- which(token == "and")
  and <- and[and > mods$last[f] & and < begin]
  if (!length(and)) return(TRUE)
  and <- max(and)
  article <- token %in% c("a", "the")
  determined <- and + 1 < begin && article[and + 1]
  negator <- mods$type[f] == "negator"
  before <- utils::tail(which(own & hits$first < and), 1)
  after <- hits$valence[h] > 0
  if (!length(before)) return(!negator || !determined && after)
  (hits$valence[before] > 0) == after &&
    (!negator || !determined || any(article[seq_len(and - 1)][-seq_len(mods$last[f])]))
}

# The negator before an aside between two commas that ends at token `close`, if one more may act.
twin_over_aside <- function(token, mods, close, more) {
  open <- utils::tail(which(token[seq_len(max(close - 1, 0))] == ","), 1)
  if (!more || close <= 0 || token[close] != "," || !length(open)) return(integer())
  if (close - open <= 1 || close - open >= 8 || token[open - 1] == "no") return(integer())
  which(mods$type == "negator" & mods$last == open - 1)
}

# Are hits n and n + 1 of the same sign in one list?
twin_same_list <- function(token, hits, n) {
  a <- hits[n, ]
  b <- hits[n + 1, ]
  if (a$pair || b$pair || (a$valence > 0) != (b$valence > 0)) return(FALSE)
  between <- paste(token[seq_len(b$first - 1)][-seq_len(a$last)], collapse = " ")
  article <- a$first > 1 && token[a$first - 1] %in% c("a", "the")
  if (between == ",") return(isTRUE(token[b$last + 1] %in% c(",", "and")))
  grepl(if (article) "^(, )?and( a| the)?$" else "^(, )?and$", between)
}

# Which negators and shifters act on hits after them, which hits are dropped, and the
# factors of shifters that act on the hit before them.
twin_shifters <- function(token, mods, hits, turns, in_window) {
  acts <- mods$type == "negator"
  dropped <- rep(FALSE, nrow(hits))
  contrast <- rep(1, nrow(hits))
  for (f in which(mods$type == "shifter")) {
    own <- which(hits$first <= mods$last[f] & hits$last >= mods$first[f])
    if (any(hits$first[own] < mods$first[f] | hits$last[own] > mods$last[f])) next
    target <- utils::head(which(hits$first > mods$last[f]), 1)
    forward <- length(target) && in_window(target)[f]
    if (!forward) {
      target <- utils::tail(which(hits$last < mods$first[f]), 1)
      if (!length(target)) next
      between <- seq_len(mods$first[f] - 1L - hits$last[target]) + hits$last[target]
      turn <- unlist(Map(`:`, turns$first, turns$last))
      if (length(between) > 3 || any(token[between] %in% c(",", "and") | between %in% turn)) next
    }
    exact <- length(own) == 1 && hits$first[own] == mods$first[f] &&
      hits$last[own] == mods$last[f]
    if (dropped[target] || exact && hits$valence[own] * hits$valence[target] >= 0) next
    dropped[own] <- TRUE
    acts[f] <- forward
    if (!forward) contrast[target] <- contrast[target] * mods$factor[f]
  }
  list(acts = acts, dropped = dropped, contrast = contrast)
}

# Pairs of directions and quantities: the position of the direction, the valence, and the
# tokens used. `turns` are the tokens at which adversatives begin.
twin_pairs <- function(token, directions, quantities, turns) {
  out <- data.frame(first = integer(), last = integer(), valence = numeric(), pair = logical())
  out$uses <- list()
  all <- expand.grid(q = seq_len(nrow(quantities)), d = seq_len(nrow(directions)))
  d <- directions[all$d, ]
  q <- quantities[all$q, ]
  all$ahead <- q$first > d$last
  from <- ifelse(all$ahead, d$last, q$last)
  to <- ifelse(all$ahead, q$first, d$first)
  all$far <- to - from - 1L
  fits <- (all$ahead | q$last < d$first) & all$far <= 7 & vapply(seq_len(nrow(all)), function(i) {
    between <- seq_len(max(0, to[i] - from[i] - 1L)) + from[i]
    !any(token[between] == "," | between %in% turns)
  }, NA)
  all <- all[fits, ]
  all <- all[order(all$far, all$ahead, all$d, all$q), ]
  while (nrow(all)) {
    d <- directions[all$d[1], ]
    q <- quantities[all$q[1], ]
    out[nrow(out) + 1L, ] <- list(
      d$first, d$last, q$factor * d$factor * ifelse(d$type == "direction_up", 1, -1), TRUE,
      list(c(d$first:d$last, q$first:q$last))
    )
    all <- all[all$d != all$d[1] & all$q != all$q[1], ]
  }
  out
}

# The longest phrases in a vector of tokens, left to right, as first, last, id.
twin_phrases <- function(token, phrases) {
  out <- data.frame(first = integer(), last = integer(), id = integer())
  size <- lengths(strsplit(phrases, " "))
  i <- 1L
  while (i <= length(token)) {
    fits <- which(vapply(seq_along(phrases), function(p) {
      identical(paste(token[i - 1L + seq_len(size[p])], collapse = " "), phrases[p])
    }, NA))
    if (length(fits)) {
      best <- fits[which.max(size[fits])]
      out[nrow(out) + 1L, ] <- list(i, i + size[best] - 1L, best)
      i <- i + size[best]
    } else {
      i <- i + 1L
    }
  }
  out
}

# For each row the column with the largest n log(D / df) log(df): the order of the sweeps.
telling_terms <- function(counts) {
  df <- colSums(counts > 0)
  unname(apply(t(counts) * log(nrow(counts) / df) * log(df), 2, which.max))
}

# CVB0, one stored count at a time, from the topics `start`: phi after `sweeps`
# sweeps over the rows of a dense matrix. The clumped form: a stored count of n tokens has
# one vector of responsibilities, and leaves out one token's.
twin_cvb0 <- function(counts, start, alpha, eta, sweeps) {
  k <- nrow(start)
  counts <- counts[order(telling_terms(counts)), ]
  cells <- lapply(seq_len(nrow(counts)), function(d) which(counts[d, ] > 0))
  by_term <- t(start) / colSums(start)
  gamma <- lapply(cells, function(v) by_term[v, , drop = FALSE])
  in_doc <- matrix(0, nrow(counts), k)
  in_term <- matrix(0, ncol(counts), k)
  for (d in seq_along(cells)) {
    part <- gamma[[d]] * counts[d, cells[[d]]]
    in_doc[d, ] <- colSums(part)
    in_term[cells[[d]], ] <- in_term[cells[[d]], ] + part
  }
  for (sweep in seq_len(sweeps)) {
    for (d in seq_along(cells)) {
      for (j in seq_along(cells[[d]])) {
        v <- cells[[d]][[j]]
        own <- gamma[[d]][j, ]
        new <- (in_doc[d, ] - own + alpha) * (in_term[v, ] - own + eta) /
          (colSums(in_term) - own + ncol(counts) * eta)
        new <- new / sum(new)
        in_doc[d, ] <- in_doc[d, ] + counts[d, v] * (new - own)
        in_term[v, ] <- in_term[v, ] + counts[d, v] * (new - own)
        gamma[[d]][j, ] <- new
      }
    }
  }
  phi <- t(in_term) + eta
  phi / rowSums(phi)
}

# The topic shares that maximise the likelihood of each row times a Dirichlet density of
# parameter alpha + 1, by many EM steps.
twin_fold_in <- function(counts, phi, alpha, steps = 2000) {
  t(apply(counts, 1, function(n) {
    theta <- rep(1 / nrow(phi), nrow(phi))
    for (step in seq_len(steps)) {
      p <- colSums(theta * phi)
      theta <- alpha + theta * as.vector(phi %*% (n / p))
      theta <- theta / sum(theta)
    }
    theta
  }))
}

# Weights of terms from a dense matrix of counts, by the formulas of ?term_weight.
twin_weight <- function(x, scheme, tf = "count", idf = "plain", norm = "none", base = exp(1),
                        slope = 0.2, k1 = 1.2, b = 0.75, delta = 0) {
  n <- nrow(x)
  df <- colSums(x > 0)
  length <- rowSums(x)
  p <- sweep(x, 2, colSums(x), "/")
  spread <- colSums(ifelse(x > 0, p * log(p), 0))
  if (scheme == "bm25") tf <- "bm25"
  if (scheme == "log") tf <- "log"
  if (scheme %in% c("share", "augmented", "boolean")) tf <- scheme
  local <- switch(if (scheme %in% c("entropy", "ppmi")) scheme else tf,
    count = x, share = x / length, log = 1 + log(x) / log(base), boolean = x > 0,
    augmented = 0.5 + 0.5 * x / apply(x, 1, max), entropy = log(1 + x),
    ppmi = pmax(log(sweep(x / length, 2, colSums(x) / sum(x), "/")), 0),
    bm25 = x * (k1 + 1) / (x + k1 * (1 - b + b * length / mean(length))) + delta
  )
  global <- switch(if (scheme %in% c("tfidf", "bm25", "entropy")) {
    paste(scheme, if (scheme == "entropy") "" else idf)
  } else {
    "none"
  },
  "tfidf plain" = log(n / df) / log(base),
  "tfidf smooth" = 1 + log((1 + n) / (1 + df)) / log(base),
  "tfidf max" = log(max(df) / df) / log(base),
  "tfidf probabilistic" = pmax(0, log((n - df) / df)) / log(base),
  "bm25 lucene" = log(1 + (n - df + 0.5) / (df + 0.5)),
  "bm25 robertson" = pmax(0, log((n - df + 0.5) / (df + 0.5))),
  "entropy " = 1 + spread / log(n),
  rep(1, ncol(x))
  )
  out <- ifelse(x > 0, sweep(local, 2, global, "*"), 0)
  root <- sqrt(rowSums(out^2))
  u <- rowSums(x > 0)
  out / switch(norm,
    none = 1, cosine = ifelse(root > 0, root, 1), pivoted = (1 - slope) * mean(u) + slope * u
  )
}

# The z-scores of Monroe, Colaresi and Quinn, each group against the others.
twin_log_odds <- function(x, groups, share = colSums(x) / sum(x), prior = sum(x)) {
  a <- share * prior
  t(vapply(split(seq_len(nrow(x)), groups), function(rows) {
    own <- colSums(x[rows, , drop = FALSE])
    rest <- colSums(x[-rows, , drop = FALSE])
    odds <- function(y) log((y + a) / (sum(y) + prior - y - a))
    (odds(own) - odds(rest)) / sqrt(1 / (own + a) + 1 / (rest + a))
  }, numeric(ncol(x))))
}


# Counts of n-grams with skips, of texts of ASCII words whose sentences end with full stops.
twin_ngrams <- function(x, n, skip) {
  grams <- function(word, i, length) {
    if (length == 1) return(word[i])
    next_at <- i + 1 + skip
    next_at <- next_at[next_at <= length(word)]
    unlist(lapply(next_at, function(j) {
      rest <- grams(word, j, length - 1)
      if (length(rest)) paste(word[i], rest, sep = "_")
    }))
  }
  found <- lapply(strsplit(tolower(x), "[.] ?"), function(sentences) {
    unlist(lapply(strsplit(sentences, " ", fixed = TRUE), function(word) {
      unlist(lapply(n, function(length) {
        lapply(seq_along(word), grams, word = word, length = length)
      }))
    }))
  })
  all <- table(unlist(found))
  terms <- names(all)[order(-as.vector(all), names(all), method = "radix")]
  counts <- t(vapply(found, function(w) {
    as.numeric(table(factor(w, levels = terms)))
  }, numeric(length(terms))))
  dimnames(counts) <- list(names(x), terms)
  counts
}

# The places of patterns of one or two tokens, by a walk over a data frame of tokens.
twin_context <- function(news, tokens, patterns, window) {
  rows <- list()
  for (i in seq_len(nrow(tokens))) {
    for (pattern in patterns) {
      size <- length(strsplit(pattern, " ")[[1]])
      at <- i:min(i + size - 1, nrow(tokens))
      same <- all(tokens$doc_id[at] == tokens$doc_id[i] & tokens$sentence[at] == tokens$sentence[i])
      if (!same || !grepl(pattern, paste(tokens$token[at], collapse = " "))) next
      unit <- which(tokens$doc_id == tokens$doc_id[i] & tokens$field == tokens$field[i])
      around <- intersect((i - window):(max(at) + window), unit)
      text <- news[[tokens$field[i]]][news$doc_id == tokens$doc_id[i]]
      rows[[length(rows) + 1]] <- data.frame(
        doc_id = tokens$doc_id[i], position = tokens$position[i],
        left = trimws(substr(text, tokens$start[min(around)], tokens$start[i] - 1)),
        match = substr(text, tokens$start[i], tokens$end[max(at)]),
        right = trimws(substr(text, tokens$end[max(at)] + 1, tokens$end[max(around)]))
      )
    }
  }
  do.call(rbind, rows)
}

# Does a glob match a whole word? Tries all readings, one after the other.
twin_glob <- function(word, glob) {
  if (!nzchar(glob)) return(!nzchar(word))
  first <- substr(glob, 1, 1)
  rest <- substring(glob, 2)
  if (first == "*") {
    return(twin_glob(word, rest) || (nzchar(word) && twin_glob(substring(word, 2), glob)))
  }
  nzchar(word) && first %in% c("?", substr(word, 1, 1)) && twin_glob(substring(word, 2), rest)
}

# Shares of one article under a structural topic model: the mode of eta given its counts, the topics
# (topics x terms), and the prior's mean and covariance.
twin_structural_shares <- function(counts, phi, mu, sigma) {
  inverse <- solve(sigma)
  shares <- function(eta) exp(c(eta, 0)) / sum(exp(c(eta, 0)))
  used <- counts > 0
  value <- function(eta) {
    fit <- sum(counts[used] * log(as.vector(shares(eta) %*% phi)[used]))
    as.vector((eta - mu) %*% inverse %*% (eta - mu)) / 2 - fit
  }
  found <- stats::optim(
    rep(0, length(mu)), value, method = "BFGS", control = list(reltol = 1e-14, maxit = 1000)
  )
  shares(found$par)
}

# Effects by composition from draws (a list of articles x topics): each draw's regressions by lm().
twin_effects <- function(formula, data, draws, topic) {
  fits <- lapply(draws, function(theta) {
    data$share <- theta[, topic]
    stats::lm(stats::update(formula, share ~ .), data)
  })
  each <- vapply(fits, stats::coef, numeric(length(stats::coef(fits[[1L]]))))
  within <- Reduce(`+`, lapply(fits, stats::vcov)) / length(fits)
  around <- each - rowMeans(each)
  list(
    estimate = rowMeans(each), df = stats::df.residual(fits[[1L]]),
    std_error = sqrt(diag(within) + rowMeans(around^2))
  )
}

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
  half <- qt((1 + level) / 2, max(sum(y)^2 / sum(y^2) - 1, 2)) * sqrt(own[["v"]])
  upper <- min(rate * exp(half), 1)
  c(rate = rate, se = rate * sqrt(own[["v"]]), lower = rate * exp(-half), upper = upper)
}

twin_log_rate <- function(y, n) {
  half <- (sum(y) + 0.5) / (sum(n) + 0.5)
  residual <- y - sum(y) / sum(n) * n
  v <- length(n) / (length(n) - 1) * sum(residual^2) / sum(n)^2 / half^2
  c(log = log(half), v = max(v, 1 / (sum(y) + 0.5)), n = if (sum(y)) sum(y)^2 / sum(y^2) else 1)
}

# What term_keyness() says of one term in one group and the others, from vectors.
twin_keyness <- function(y, n, inside, level = 0.95) {
  one <- twin_log_rate(y[inside], n[inside])
  two <- twin_log_rate(y[!inside], n[!inside])
  v <- one[["v"]] + two[["v"]]
  df <- v^2 / (one[["v"]]^2 / max(one[["n"]] - 1, 1) + two[["v"]]^2 / max(two[["n"]] - 1, 1))
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
