# What topic_update() remembers of earlier articles: the tokens that topics have had.

# What the fit remembers: list(tokens = expected tokens of each term in each topic, topics x terms;
# squares = by topic, the sum of squares of its tokens in articles; by_group = where topics have
# content groups, tokens by group, topics x terms x groups).
remembered_tokens <- function(fit, memory, threads) {
  if (is.null(memory) || (is.numeric(memory) && length(memory) == 1L && is.null(dim(memory)))) {
    if (is.null(fit$tokens)) {
      abort_input(
        "`memory` must be counts of earlier articles: this fit does not know how long its ",
        "articles were."
      )
    }
    n <- length(fit$tokens)
    kept <- if (is.null(memory)) n else min(n, check_number(memory, "memory", 1))
    return(kept_memory(fit, kept / n))
  }
  counts <- counts_of_fit(fit, memory, "memory")
  if (!sum(counts@x)) abort_input("`memory` must hold counts of terms of the fit; it holds none.")
  read_memory(fit, counts, threads)
}

# A share of all that was seen.
kept_memory <- function(fit, kept) {
  of_topic <- fit$theta * fit$tokens
  out <- list(
    tokens = fit$phi * fit$prevalence * order_free_sum(fit$tokens) * kept,
    squares = unname(colSums(of_topic^2)) * kept
  )
  if (!is.null(fit$beta)) {
    group <- own_covariates(fit)$content
    weight <- rowsum(of_topic, factor(group, seq_len(dim(fit$beta)[[3L]]))) * kept
    out$by_group <- fit$beta
    for (g in seq_len(nrow(weight))) out$by_group[, , g] <- fit$beta[, , g] * weight[g, ]
    out$tokens <- apply(out$by_group, 1:2, sum)
  }
  out
}

# Counts as the fit reads them now.
read_memory <- function(fit, counts, threads) {
  known <- list(prevalence = NULL, content = NULL)
  at <- match(rownames(counts), rownames(fit$theta))
  if (length(fit$covariates) && !anyNA(at)) {
    own <- own_covariates(fit)
    known <- list(prevalence = own$prevalence[at, , drop = FALSE], content = own$content[at])
  } else if (!is.null(fit$beta)) {
    abort_input(
      "`memory` must hold articles of the fit, whose content groups are known; it has other ",
      "names: ", quote_list(rownames(counts)[is.na(at)], 5L), "."
    )
  }
  theta <- if (is.null(fit$gamma)) {
    topic_fold_in_core(counts, fit$phi, fit_alpha(fit), threads, NULL)
  } else {
    topic_stm_fold_core(
      counts, stm_parameters(fit), known$prevalence, known$content, threads, NULL
    )
  }
  out <- list(
    tokens = expected_tokens(counts, theta, fit$phi),
    squares = unname(colSums((theta * Matrix::rowSums(counts))^2))
  )
  if (!is.null(fit$beta)) {
    out$by_group <- fit$beta * 0
    for (g in seq_len(dim(fit$beta)[[3L]])) {
      rows <- which(known$content == g)
      if (!length(rows)) next
      beta <- matrix(fit$beta[, , g], nrow(fit$phi), dimnames = dimnames(fit$phi))
      out$by_group[, , g] <- expected_tokens(
        counts[rows, , drop = FALSE], theta[rows, , drop = FALSE], beta
      )
    }
    out$tokens <- apply(out$by_group, 1:2, sum)
  }
  out
}

# Expected tokens of each term in each topic, topics x terms.
expected_tokens <- function(counts, theta, phi) {
  out <- t(vapply(seq_len(nrow(phi)), function(k) {
    Matrix::colSums(topic_tokens(counts, theta, phi, k))
  }, numeric(ncol(counts))))
  dimnames(out) <- dimnames(phi)
  out
}

# The expected tokens of topic k, as counts.
topic_tokens <- function(counts, theta, phi, k, total = token_chances(counts, theta, phi)) {
  row <- counts@i + 1L
  column <- rep(seq_len(ncol(counts)), diff(counts@p))
  counts@x <- counts@x * theta[row, k] * phi[k, column] / total
  counts
}

# The probability of the term of each stored count in its article.
token_chances <- function(counts, theta, phi) {
  row <- counts@i + 1L
  column <- rep(seq_len(ncol(counts)), diff(counts@p))
  total <- numeric(length(row))
  for (k in seq_len(nrow(phi))) total <- total + theta[row, k] * phi[k, column]
  pmax(total, 1e-300)
}
