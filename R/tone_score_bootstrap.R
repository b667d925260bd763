# Replicates of the tones of groups: articles or sentences drawn again.

# A matrix of replicates x groups by one lexicon. Cells are drawn with their tone, sentences with
# their sums.
tone_replicates <- function(sums, plan, how, threads, progress) {
  if (!is.null(sums$members) || plan$by_sentence && is.null(sums$c)) {
    return(joint_replicates(sums, plan, how, threads, progress))
  }
  group <- plan$cells$group
  pooled <- is.null(plan$weight)
  ratio <- group
  weight <- rep(1, plan$n)
  of_ratio <- seq_len(plan$n)
  if (plan$by_sentence) {
    value <- sums$sentence_c
    size <- sums$sentence_hits
    if (!pooled) {
      of_ratio <- group
      weight <- plan$weight
      ratio <- seq_along(group)
    }
    ratio <- ratio[plan$sentences$cell]
  } else {
    size <- if (pooled) sums$hits else ifelse(sums$hits > 0, plan$weight, 0)
    value <- if (pooled) sums$c else sums$tone * size
  }
  kept <- which(size > 0)
  kept <- kept[order(ratio[kept])]
  kappa <- if (plan$by_sentence || pooled) tone_kappa else 0
  tone_bootstrap_core(
    list(
      ratio = as.integer(ratio[kept]), unit = as.integer(plan$cluster[kept]), value = value[kept],
      size = size[kept]
    ),
    plan$units, as.integer(of_ratio), as.double(weight), plan$n, kappa, how$bootstrap, how$seed,
    threads, progress_bar("Drawing articles", progress)
  )
}

# Of a consensus whose tone is a sum over lexicons, which are drawn together.
joint_replicates <- function(sums, plan, how, threads, progress) {
  if (is.null(sums$members)) {
    abort_input(
      "`bootstrap` draws no sentences for the consensus of several articles; leave out `clusters` ",
      "or ask for weights = \"hits\"."
    )
  }
  Reduce(`+`, Map(function(one, weight) {
    drawn <- tone_replicates(one, plan, how, threads, progress)
    weight * replace(drawn, is.na(drawn), 0)
  }, sums$members$sums, sums$members$weights))
}

# The standard error and the interval of the quantiles of replicates, made as wide as that of t for
# so many clusters would be (Hesterberg 2015).
drawn_interval <- function(replicates, effective, level) {
  n <- pmax(effective, 2)
  wide <- ifelse(is.finite(n), sqrt(n / (n - 1)), 1)
  tail <- stats::pnorm(wide * stats::qt((1 - level) / 2, n - 1))
  out <- vapply(seq_len(ncol(replicates)), function(g) {
    x <- replicates[, g]
    x <- x[!is.na(x)]
    if (length(x) < 2L) return(rep(NA_real_, 3L))
    c(
      stats::sd(x) * wide[[g]],
      stats::quantile(x, c(tail[[g]], 1 - tail[[g]]), names = FALSE, type = 6L)
    )
  }, numeric(3L))
  list(se = out[1L, ], lower = out[2L, ], upper = out[3L, ])
}
