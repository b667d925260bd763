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
