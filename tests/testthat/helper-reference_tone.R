# The slow, plain R version (twin) of tone: of sentences of plain words, with shifters, negators,
# quantities and lists.

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
    if (length(taken) == most || between || twin_parallel(token, mods, f, taken)) break
    if (!twin_over_and(token, mods, hits, h, f, own)) break
    taken <- c(taken, f)
  }
  if (!length(taken) && most == 2 && !hits$pair[h]) {
    object <- mods$type == "negator" & mods$first == hits$last[h] + 1L & mods$first == mods$last
    taken <- which(object & token[mods$first] == "no" & !(c(token, ",")[mods$last + 1L] == ","))
  }
  c(taken, twin_over_aside(token, mods, min(begin, window) - 1, length(taken) < most))
}

# Is negator f in a list with the last that was taken?
twin_parallel <- function(token, mods, f, taken) {
  if (!length(taken)) return(FALSE)
  "and" %in% token[seq_len(mods$first[utils::tail(taken, 1)] - 1L)][-seq_len(mods$last[f])]
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
  if (close - open <= 1 || close - open >= 10 || token[open - 1] == "no") return(integer())
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

# The hit before the token `at` that a shifter there acts on, if any.
twin_before <- function(token, at, hits, turns) {
  target <- utils::tail(which(hits$last < at), 1)
  if (!length(target)) return(target)
  between <- seq_len(at - 1L - hits$last[target]) + hits$last[target]
  turn <- unlist(Map(`:`, turns$first, turns$last))
  far <- length(between) > 3 || any(token[between] %in% c(",", "and") | between %in% turn) ||
    any(utils::tail(token[between], 1) %in% c("a", "the"))
  if (far) integer() else target
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
    if (!forward) target <- twin_before(token, mods$first[f], hits, turns)
    if (!length(target)) next
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

# The factor that the shifters of a hit make, from how they are written in `shifters`.
twin_factor <- function(shifters) {
  each <- regmatches(shifters, gregexpr("\\(([a-z]+) (-?[0-9.e+-]+)\\)", shifters))
  vapply(each, function(one) {
    type <- sub("^\\(([a-z]+) .*", "\\1", one)
    factor <- as.numeric(sub("^\\([a-z]+ (.*)\\)$", "\\1", one))
    turns <- type %in% c("negator", "shifter")
    maybe <- type == "irrealis"
    prod(factor[turns]) * prod(factor[maybe]) * min(max(prod(factor[!turns & !maybe]), 0.2), 2)
  }, 0)
}

# Word shifts in loops: the rows of tone_shift() for two groups, from hits of tone_score(), each
# group a set of doc_ids. `part` is the column of `hits` that splits them.
twin_shift <- function(hits, group, reference, part = NULL) {
  kappa <- 2
  n <- table(hits$doc_id)
  sides <- lapply(list(group, reference), intersect, names(n))
  key <- if (is.null(part)) hits$entry else paste(hits$entry, hits[[part]])
  rows <- lapply(unique(key), function(word) {
    side <- lapply(sides, function(ids) {
      each <- vapply(ids, function(id) {
        own <- hits[hits$doc_id == id & key == word, ]
        c(sum(own$value) / (n[[id]] + kappa), nrow(own) / (n[[id]] + kappa), nrow(own))
      }, c(0, 0, 0))
      list(t = mean(each[1, ]), f = mean(each[2, ]), hits = sum(each[3, ]), each = each[1, ])
    })
    if (side[[1]]$hits + side[[2]]$hits == 0) return(NULL)
    v <- lapply(side, function(s) s$t / s$f)
    if (is.nan(v[[1]])) v[[1]] <- v[[2]]
    if (is.nan(v[[2]])) v[[2]] <- v[[1]]
    data.frame(
      key = word, hits = side[[1]]$hits, hits_reference = side[[2]]$hits,
      contribution = side[[1]]$t - side[[2]]$t,
      usage = (side[[1]]$f - side[[2]]$f) * (v[[1]] + v[[2]]) / 2,
      shifting = (v[[1]] - v[[2]]) * (side[[1]]$f + side[[2]]$f) / 2,
      variance = stats::var(side[[1]]$each) / length(sides[[1]]) +
        stats::var(side[[2]]$each) / length(sides[[2]])
    )
  })
  do.call(rbind, rows)
}

# The tone of groups of articles, their error and interval, from the tones of articles: `tone`,
# `group`, and `cluster`, by which articles are drawn.
twin_group_tone <- function(tone, group, cluster, level = 0.95) {
  rows <- lapply(split(seq_along(tone), group), function(rows) {
    rows <- rows[!is.na(tone[rows])]
    n <- length(rows)
    mean <- sum(tone[rows]) / n
    parts <- split(rows, cluster[rows])
    e <- vapply(parts, function(part) sum(tone[part] - mean) / n, 0)
    k <- length(parts)
    effective <- n^2 / sum(lengths(parts)^2)
    se <- if (k < 2 || max(abs(e)) < 1e-14) NA else sqrt(k / (k - 1) * sum((e - mean(e))^2))
    half <- stats::qt((1 + level) / 2, max(effective - 1, 1)) * se
    data.frame(
      tone = if (n) mean else NA, se = se, lower = max(mean - half, -1),
      upper = min(mean + half, 1)
    )
  })
  do.call(rbind, rows)
}

# A trend smoothed by `weights` from the earliest period of the window on.
twin_smooth <- function(tone, weights) {
  lag <- length(weights)
  vapply(seq_along(tone), function(p) {
    if (p < lag || is.na(tone[p])) return(NA_real_)
    window <- tone[(p - lag + 1):p]
    known <- !is.na(window)
    sum(weights[known] * window[known]) / sum(weights[known])
  }, 0)
}

# Articles of a population: each has its own share of good words, drawn around the mean of all.
simulated_articles <- function(n, sentences = 8, seed = 1) {
  withr::with_seed(seed, {
    nouns <- c("road", "port", "school", "market", "bridge", "farm", "court", "bank", "mill")
    text <- vapply(seq_len(n), function(i) {
      share <- stats::rbeta(1, 2, 3)
      good <- stats::runif(sentences) < share
      word <- ifelse(stats::runif(sentences) < 0.3, "plain", ifelse(good, "good", "bad"))
      number <- sample(1000, sentences)
      paste("The", sample(nouns, sentences, TRUE), number, "was", word, collapse = ". ")
    }, "")
    data.frame(doc_id = sprintf("a%d", seq_len(n)), text = paste0(text, "."))
  })
}
