# The terms that represent a topic: how they are ranked, wherever they are shown.

# The default weight of a term's probability in its relevance; see topic_terms().
relevance_lambda <- 0.6

# Topics as a factor in the order of the fit. `which` holds indices or names of topics.
topic_factor <- function(fit, which = seq_len(nrow(fit$phi))) {
  topics <- rownames(fit$phi)
  factor(if (is.character(which)) which else topics[which], topics)
}

# The probability of each term in the whole collection, as the fit has it. Topics are in the
# order of the fit and their prevalence is free of the order of articles, and so is this.
term_share <- function(fit) colSums(fit$phi * fit$prevalence)

# Relevance, topics x terms (Sievert and Shirley 2014, section 3.1):
# lambda log p(term | topic) + (1 - lambda) log(p(term | topic) / p(term)).
term_relevance <- function(fit, lambda = relevance_lambda) {
  common <- rep((1 - lambda) * log(term_share(fit)), each = nrow(fit$phi))
  out <- log(fit$phi) - common
  out[fit$phi == 0] <- -Inf
  out
}

# The n most relevant terms of some topics, each topic's in one string, `show()` of them.
top_terms <- function(fit, n, topics = seq_len(nrow(fit$phi)), show = identity) {
  terms <- colnames(fit$phi)
  relevance <- term_relevance(fit)
  vapply(topics, function(k) {
    paste(show(terms[top_places(relevance[k, ], n)]), collapse = ", ")
  }, "")
}

# Indices of the n largest values, ties in order.
top_places <- function(x, n) {
  utils::head(order(x, decreasing = TRUE, method = "radix"), n)
}

# Places in the plane of things at these distances, by classical scaling, n x 2; turned so that the
# first is on the right and above.
plane_places <- function(distance) {
  n <- nrow(distance)
  out <- matrix(0, n, 2L)
  if (n == 2L) out[, 1L] <- c(0.5, -0.5) * distance[1L, 2L]
  if (n > 2L && any(distance > 1e-8)) {
    found <- suppressWarnings(stats::cmdscale(distance, k = 2L))
    out[, seq_len(ncol(found))] <- found
  }
  for (j in 1:2) if (out[1L, j] < 0) out[, j] <- -out[, j]
  out
}
