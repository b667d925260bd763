# What an update of topics changed: which topics, and which articles none of them fits.

fewest_tokens <- 50 # of a topic in new articles

# Columns of the table `changes`. `before`: tokens remembered, topics x terms; `phi`, `theta`:
# topics and shares after the update.
topic_changes <- function(before, phi, theta, counts, asked) {
  total <- token_chances(counts, theta, phi)
  n <- nrow(counts)
  # Weights of the Bayesian bootstrap: a Dirichlet draw over articles.
  weights <- topic_effects_dirichlet_core(
    matrix(1 / n, 1L, n), n, "resample", 0, asked$resamples, asked$seed, 1L
  )
  weights <- t(matrix(weights, n))
  rows <- lapply(seq_len(nrow(phi)), function(k) {
    own <- topic_tokens(counts, theta, phi, k, total)
    one_change(before[k, ], own, weights, asked$level)
  })
  do.call(Map, c(list(c), rows))
}

one_change <- function(before, own, weights, level) {
  sums <- Matrix::colSums(own)
  tokens <- sum(sums)
  was <- before / max(sum(before), 1e-300)
  is <- sums / max(tokens, 1e-300)
  moved <- is - was
  by_article <- Matrix::rowSums(own)
  enough <- tokens >= fewest_tokens && sum(by_article >= 1) >= fewest_articles
  limit <- if (enough) {
    drawn <- as.matrix(weights %*% own)
    drawn <- drawn / rowSums(drawn)
    away <- rowSums((drawn - rep(is, each = nrow(drawn)))^2)
    stats::quantile(away, level, names = FALSE) * (1 + tokens / max(sum(before), 1))
  } else {
    NA_real_
  }
  top <- top_places(abs(moved), 5L)
  distance <- sum(moved^2)
  list(
    tokens = tokens,
    similarity = sum(is * was) / max(sqrt(sum(is^2) * sum(was^2)), 1e-300),
    distance = distance, limit = limit, changed = distance > limit,
    terms = paste0(ifelse(moved[top] > 0, "+", "-"), names(before)[top], collapse = ", ")
  )
}

# Columns of the table `fits`, under the topics before the update.
article_fits <- function(fit, counts, level, resamples, seed, threads) {
  tokens <- Matrix::rowSums(counts)
  known <- suppressMessages(match_columns(counts, colnames(fit$phi), "new", "the fit"))
  size <- Matrix::rowSums(known)
  usual <- term_share(fit)
  limit <- random_gain(fit, usual, size, level, resamples, seed, threads)
  gain <- topic_gain(fit, known, usual, threads)
  share <- ifelse(tokens > 0, size / tokens, NA)
  fits <- ifelse(size >= 10, gain >= limit, NA)
  fits[tokens >= 10 & share < 0.5] <- FALSE
  # Random words are tokens, of which weights say nothing.
  if (any(counts@x != floor(counts@x))) fits[] <- NA
  list(
    doc_id = rownames(counts), tokens = unname(tokens), known = unname(share), gain = unname(gain),
    limit = limit, fits = unname(fits)
  )
}

# By how much an article's topics make its terms more probable than they are in the collection, in
# nats a token.
topic_gain <- function(fit, counts, usual, threads) {
  theta <- fit_engine(fit)$shares(fit, counts, NULL, threads, NULL)
  column <- rep(seq_len(ncol(counts)), diff(counts@p))
  ratio <- counts
  ratio@x <- counts@x *
    log(token_chances(counts, theta, fit$phi) / pmax(usual[column], 1e-300))
  Matrix::rowSums(ratio) / pmax(Matrix::rowSums(counts), 1)
}

# The gain that articles of random words exceed with probability 1 - level, at the lengths `size`:
# simulated at some lengths, between them by the logarithm of the length.
random_gain <- function(fit, usual, size, level, resamples, seed, threads) {
  range <- range(pmax(size, 10))
  lengths <- unique(round(exp(seq(log(range[[1L]]), log(range[[2L]]), length.out = 8L))))
  drawn <- with_own_seed(seed, lapply(lengths, function(n) {
    methods::as(t(stats::rmultinom(resamples, n, usual)), "CsparseMatrix")
  }))
  limit <- vapply(drawn, function(counts) {
    stats::quantile(topic_gain(fit, counts, usual, threads), level, names = FALSE)
  }, 0)
  if (length(lengths) == 1L) return(rep(limit, length(size)))
  stats::approx(log(lengths), limit, log(pmax(size, 10)), rule = 2)$y
}
