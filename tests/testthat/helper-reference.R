# Slow and plain R twins of the kernels, for texts simple enough that the rules
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

# The tone of texts of lower-case words, commas and full stops: one row a text with
# n_words, n_hits, tone and se. `entries` and `shifters` as in a tritone_lexicon.
twin_tone <- function(x, entries, shifters, kappa = 5) {
  rows <- lapply(x, function(text) {
    sentences <- strsplit(text, "(?<=[.]) +", perl = TRUE)[[1]]
    parts <- lapply(sentences, twin_tone_sentence, entries, shifters)
    words <- sum(vapply(parts, `[[`, 0, "words"))
    sums <- vapply(parts, `[[`, 0, "sum")
    hits <- vapply(parts, `[[`, 0, "hits")
    tone <- if (sum(hits)) sum(sums) / (sum(hits) + kappa) else NA_real_
    n <- length(parts)
    e <- sums - tone * hits
    se <- if (n < 2) NA_real_ else sqrt(n / (n - 1) * sum((e - mean(e))^2)) / (sum(hits) + kappa)
    data.frame(n_words = words, n_hits = sum(hits), tone = tone, se = se)
  })
  do.call(rbind, rows)
}

twin_tone_sentence <- function(sentence, entries, shifters) {
  token <- regmatches(sentence, gregexpr("[a-z']+|,", sentence))[[1]]
  hits <- twin_phrases(token, entries$entry)
  hits <- hits[entries$valence[hits$id] != 0, ]
  found <- twin_phrases(token, shifters$entry)
  type <- shifters$type[found$id]
  factor <- shifters$factor[found$id]
  usual <- c(negator = -0.7, none = 1, amplifier = 1.25, downtoner = 0.6, adversative = 1.25)
  factor[is.na(factor)] <- usual[type[is.na(factor)]]
  opens <- found$first == 1 | c("", token)[found$first] == ","
  c <- vapply(seq_len(nrow(hits)), function(h) {
    turns <- found$last[type == "adversative" & found$last < hits$first[h]]
    window <- integer()
    for (i in rev(seq_len(hits$first[h] - 1L))) {
      if (token[i] == "," || i %in% turns || length(window) == 4) break
      window <- c(window, i)
    }
    negators <- which(type == "negator" & found$first < hits$first[h] &
      (found$last %in% window | found$last >= hits$first[h]))
    last_hit <- if (h > 1) hits$last[h - 1L] else 0
    scales <- which(type %in% c("amplifier", "downtoner") & found$last %in% window &
      found$first > last_hit)
    contrast <- type == "adversative" & opens
    scale <- prod(factor[scales]) *
      prod(factor[contrast & found$last < hits$first[h]]) /
      prod(factor[contrast & found$first > hits$last[h]])
    product <- prod(factor[utils::tail(negators, 2)]) * min(max(scale, 0.2), 2)
    min(max(entries$valence[hits$id[h]] * product, -4), 4) / 4
  }, 0)
  list(words = sum(token != ","), hits = nrow(hits), sum = sum(c))
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

# CVB0 one stored count after the other, from the topics `start`: phi after `sweeps`
# sweeps over the rows of a dense matrix. The clumped form: a stored count of n tokens has
# one vector of responsibilities, and leaves out one token's.
twin_cvb0 <- function(counts, start, alpha, eta, sweeps) {
  k <- nrow(start)
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
