# Tone of groups: from pieces of sentences to sums by group and article, to the tone of each group
# and what each cluster of articles or sentences adds to it.

# As kToneKappa of the core.
tone_kappa <- 2

# The pieces `keep` with their groups, as list(piece, group, share, n, values): `share` of the
# piece, the place of its group among the n that occur, which `values` have in columns and in order.
# A piece that lacks a group is left out; `shares`, a list of list(name, values, weight), pieces x
# values, divides pieces.
grouped_rows <- function(groups, shares, keep) {
  piece <- keep
  share <- rep(1, length(piece))
  codes <- lapply(groups, function(group) group$code[keep])
  for (one in shares) {
    weight <- one$weight[piece, , drop = FALSE]
    at <- Matrix::which(weight > 0, arr.ind = TRUE)
    at <- unname(at[order(at[, 1L], at[, 2L]), , drop = FALSE])
    codes <- c(lapply(codes, `[`, at[, 1L]), list(as.integer(at[, 2L])))
    share <- share[at[, 1L]] * weight[at]
    piece <- piece[at[, 1L]]
  }
  groups <- c(groups, shares)
  cells <- tone_cells_core(codes, length(piece))
  values <- Map(function(group, code) group$values[code[cells$first]], groups, codes)
  names(values) <- vapply(groups, `[[`, "", "name")
  out <- list(piece = piece, group = cells$of, share = share)
  if (anyNA(cells$of)) out <- lapply(out, `[`, !is.na(cells$of))
  c(out, list(n = length(cells$first), values = values))
}

# Sums over rows that share the keys, which are whole numbers from 1, in the order of the keys:
# list(first, of, sums), the first row of each, each row's place among them, and a function that
# sums.
sums_by <- function(...) {
  keys <- list(...)
  cells <- tone_cells_core(keys, length(keys[[1L]]))
  n <- length(cells$first)
  cells$sum <- function(x) tone_sums_core(x, cells$of, n, FALSE)
  cells
}

# What a lexicon finds in each cell, a group within an article, and, unless `sentences` is NULL, in
# each sentence of it: contributions `c` and `hits`; the cell's `tone`, 0 without a hit, and what
# each sentence adds to it beyond its share, `deviation`.
cell_sums <- function(cells, sentences, rows, lexicon, one) {
  shared <- function(x, at) tone_shares_core(x, rows$piece, rows$share, at$of, length(at$first))
  out <- list(c = shared(lexicon$units, cells) / one, hits = shared(lexicon$n_hits, cells))
  rest <- out$hits + tone_kappa
  out$tone <- out$c / rest
  if (is.null(sentences)) return(out)
  out$sentence_c <- shared(lexicon$units, sentences) / one
  out$sentence_hits <- shared(lexicon$n_hits, sentences)
  out$deviation <- (out$sentence_c - out$tone[sentences$cell] * out$sentence_hits) /
    rest[sentences$cell]
  out
}

# The same of a consensus: the weighted sum of tones; a hit of any lexicon is one.
joint_sums <- function(all, weights) {
  joint <- function(name) Reduce(`+`, Map(function(one, w) w * one[[name]], all, weights))
  hits <- function(name) rowMeans(do.call(cbind, lapply(all, `[[`, name)))
  out <- list(hits = hits("hits"), tone = joint("tone"))
  if (is.null(all[[1L]]$deviation)) return(out)
  c(out, list(deviation = joint("deviation"), sentence_hits = hits("sentence_hits")))
}

# The tone of each of n groups, the mean of its cells' tones by `weight`: list(tone, item, size).
# Each cell, or, `by_sentence`, each sentence of it, is an item, with what it adds to the tone
# beyond its share, so that the tone varies as the sum of a sample of items does, and how much of
# the tone rests on it; an item of size 0 is none where cells are drawn.
mean_tones <- function(sums, group, in_cell, weight, n, by_sentence) {
  size <- ifelse(sums$hits > 0, weight, 0)
  rest <- group_total(size, group, n)
  tone <- group_total(size * sums$tone, group, n) / rest
  tone[!(rest > 0)] <- NA
  share <- size / rest[group]
  if (by_sentence) {
    return(list(
      tone = tone, item = sums$deviation * share[in_cell], size = sums$sentence_hits,
      sampled = rep(TRUE, length(in_cell))
    ))
  }
  list(tone = tone, item = (sums$tone - tone[group]) * share, size = size, sampled = size > 0)
}

# The same where a group is read as one text.
pooled_tones <- function(sums, group, in_cell, n, by_sentence) {
  rest <- group_total(sums$hits, group, n)
  tone <- group_total(sums$c, group, n) / (rest + tone_kappa)
  tone[rest == 0] <- NA
  if (by_sentence) {
    group <- group[in_cell]
    sums <- list(c = sums$sentence_c, hits = sums$sentence_hits)
  }
  list(
    tone = tone, item = (sums$c - tone[group] * sums$hits) / (rest + tone_kappa)[group],
    size = sums$hits, sampled = if (by_sentence) rep(TRUE, length(group)) else sums$hits > 0
  )
}

# The sums of x by group, of which there are n; NA is in no group.
group_total <- function(x, group, n) tone_sums_core(x, group, n, TRUE)

# The variance of sums over clusters, of each column: n / (n - 1) sum((e - mean(e))^2) with e the
# sum of a cluster's items, and on how many clusters it rests, (sum size)^2 / sum size^2. NA for
# fewer than two clusters and where they do not vary.
cluster_variance <- function(item, size, group, cluster, n) {
  at <- sums_by(group, cluster)
  of <- group[at$first]
  total <- function(x) group_total(x, of, n)
  e <- at$sum(item)
  s <- at$sum(size)
  count <- tabulate(of, n)
  rest <- e - (total(e) / count)[of]
  variance <- count / (count - 1) * total(rest^2)
  variance[count < 2 | !(variance > 1e-24)] <- NA
  list(variance = variance, effective = total(s)^2 / total(s^2), count = count)
}

# Half the width of an interval: of t with the effective number of clusters less one, at least one,
# degrees of freedom.
half_width <- function(variance, effective, level) {
  stats::qt((1 + level) / 2, pmax(effective - 1, 1)) * sqrt(variance)
}

# Is a tone surely above or below 0?
tone_sign <- function(tone, lower, upper) {
  sign <- ifelse(is.na(tone), NA_character_, "unclear")
  sign[which(lower > 0)] <- "positive"
  sign[which(upper < 0)] <- "negative"
  sign
}
