# Slow, plain R versions (twins) of what is asked of topics.

# Scores of topics from dense matrices, by the formulas of ?topic_quality.
twin_quality <- function(counts, phi, theta, n = 10, smooth = 1, weight = 0.7) {
  counts <- as.matrix(counts)
  here <- counts > 0
  all <- sum(rowSums(counts) > 0)
  frex <- twin_frex(phi, weight)
  common <- colSums(counts) / sum(counts)
  rows <- lapply(seq_len(nrow(phi)), function(k) {
    top <- utils::head(order(-phi[k, ]), n)
    npmi <- umass <- numeric()
    for (m in seq_along(top)[-1L]) {
      for (l in seq_len(m - 1L)) {
        one <- sum(here[, top[m]])
        other <- sum(here[, top[l]])
        both <- sum(here[, top[m]] & here[, top[l]])
        if (one == 0 || other == 0) next
        umass <- c(umass, log((both + smooth) / other))
        npmi <- c(npmi, if (both == 0) {
          -1
        } else if (both == all) {
          0
        } else {
          log((both / all) / (one / all * other / all)) / -log(both / all)
        })
      }
    }
    tokens <- theta[, k] * rowSums(counts)
    p <- tokens[tokens > 0] / sum(tokens)
    data.frame(
      npmi = if (length(npmi)) mean(npmi) else NA_real_,
      umass = if (length(umass)) sum(umass) else NA_real_,
      exclusivity = sum(frex[k, top]),
      prevalence = sum(tokens) / sum(counts), size = sum(phi[k, ] / colSums(phi), na.rm = TRUE),
      document_entropy = -sum(p * log(p)),
      distance = sqrt(sum((sqrt(phi[k, ]) - sqrt(common))^2) / 2),
      junk = max(sum(pmin(phi[k, ], common)), sum(pmin(phi[k, ], 1 / ncol(phi))))
    )
  })
  do.call(rbind, rows)
}

# FREX by ranks, topics x terms; `weight` is that of exclusivity.
twin_frex <- function(phi, weight) {
  own <- sweep(phi, 2L, colSums(phi), "/")
  own[is.nan(own)] <- 0
  own <- round(own * 2^40) # equal up to rounding is equal
  exclusive <- t(apply(own, 1L, rank))
  frequent <- t(apply(phi, 1L, rank))
  1 / (weight / (exclusive / ncol(phi)) + (1 - weight) / (frequent / ncol(phi)))
}

# stm's semanticCoherence(): each pair of a topic's terms is divided by the one that comes first in
# the list of the top terms of all topics.
twin_stm_coherence <- function(counts, phi, n = 10) {
  top <- lapply(seq_len(nrow(phi)), function(k) utils::head(order(-phi[k, ]), n))
  listed <- unique(unlist(top))
  here <- as.matrix(counts[, listed]) > 0
  both <- crossprod(here)
  vapply(top, function(terms) {
    at <- match(terms, listed)
    sum(unlist(lapply(at, function(l) {
      log(0.01 + both[at[at > l], l]) - log(both[l, l] + 0.01)
    })))
  }, 0)
}

# The pairs of rows and columns with the largest sum of scores, by trying all; rows <= columns.
twin_assignment <- function(score) {
  ways <- function(left, n) {
    if (n == 0L) return(list(integer()))
    unlist(lapply(left, function(one) {
      lapply(ways(setdiff(left, one), n - 1L), function(rest) c(one, rest))
    }), recursive = FALSE)
  }
  all <- ways(seq_len(ncol(score)), nrow(score))
  sums <- vapply(all, function(way) sum(score[cbind(seq_along(way), way)]), 0)
  all[[which.max(sums)]]
}

# Counts of `planted` topics with terms of their own; with `noise`, articles of words at random.
planted_counts <- function(articles = 150, planted = 4, tokens = 60, own = 12, seed = 1) {
  withr::local_seed(seed)
  terms <- planted * own
  counts <- t(vapply(seq_len(articles), function(d) {
    theta <- stats::rgamma(planted, 0.2)
    theta <- theta / sum(theta)
    weight <- rep(theta, each = own) / own
    as.double(stats::rmultinom(1, tokens, 0.98 * weight + 0.02 / terms))
  }, double(terms)))
  dimnames(counts) <- list(sprintf("d%d", seq_len(articles)), sprintf("w%d", seq_len(terms)))
  methods::as(counts, "CsparseMatrix")
}

# Articles whose words are all drawn from one distribution: there are no topics.
noise_counts <- function(articles = 150, terms = 60, tokens = 60, seed = 1) {
  withr::local_seed(seed)
  counts <- t(stats::rmultinom(articles, tokens, rep(1, terms)))
  storage.mode(counts) <- "double"
  dimnames(counts) <- list(sprintf("d%d", seq_len(articles)), sprintf("w%d", seq_len(terms)))
  methods::as(counts, "CsparseMatrix")
}

# Articles of topics over the words a1 ... a30, b1 ..., of 60 tokens each, mostly of one topic.
rolling_counts <- function(topics, articles, seed, prefix, words = letters[1:4], shift = NULL) {
  withr::local_seed(seed)
  vocabulary <- paste0(rep(words, each = 30), 1:30)
  chance <- matrix(0.02, length(words), length(vocabulary))
  for (k in seq_along(words)) chance[k, 30 * (k - 1) + 1:30] <- 30:1
  # A topic whose frequent words are others.
  if (!is.null(shift)) chance[shift, 30 * (shift - 1) + 1:30] <- 1:30
  counts <- t(vapply(seq_len(articles), function(i) {
    main <- topics[[1L + (i - 1L) %% length(topics)]]
    share <- rep(0.1 / length(words), length(words))
    share[[main]] <- 0.9
    as.double(stats::rmultinom(1, 60, share %*% (chance / rowSums(chance))))
  }, double(length(vocabulary))))
  dimnames(counts) <- list(sprintf("%s%03d", prefix, seq_len(articles)), vocabulary)
  counts <- methods::as(counts, "CsparseMatrix")
  counts[, Matrix::colSums(counts) > 0, drop = FALSE]
}

# Which topic of a fit is which of the trial: by the words that begin with its letter.
topic_letter <- function(phi) {
  first <- substr(colnames(phi), 1, 1)
  apply(phi, 1, function(p) names(which.max(tapply(p, first, sum))))
}

# Topics beside which others are remembered, by multiplied or descended factors of the counts with
# one held row more for each topic, topics x terms `held`.
twin_held_factors <- function(counts, start, held, loss, steps = 3000) {
  x <- rbind(as.matrix(counts), held)
  k <- nrow(start)
  n <- nrow(counts)
  left <- rbind(matrix(rowSums(x)[seq_len(n)] / k, n, k), diag(rowSums(held), k))
  right <- pmax(start, 1e-12)
  for (step in seq_len(steps)) {
    if (loss == "poisson") {
      ratio <- x / pmax(left %*% right, 1e-12)
      free <- left * (ratio %*% t(right)) / rep(rowSums(right), each = n + k)
      left[seq_len(n), ] <- pmax(free[seq_len(n), ], 1e-12)
      ratio <- x / pmax(left %*% right, 1e-12)
      right <- pmax(right * (t(left) %*% ratio) / colSums(left), 1e-12)
    } else {
      for (j in seq_len(k)) {
        rest <- x - left[, -j, drop = FALSE] %*% right[-j, , drop = FALSE]
        free <- pmax(rest %*% right[j, ] / sum(right[j, ]^2), 1e-12)
        left[seq_len(n), j] <- free[seq_len(n)]
      }
      for (j in seq_len(k)) {
        rest <- x - left[, -j, drop = FALSE] %*% right[-j, , drop = FALSE]
        right[j, ] <- pmax(t(rest) %*% left[, j] / sum(left[, j]^2), 1e-12)
      }
    }
  }
  right / rowSums(right)
}
