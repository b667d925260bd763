# The statistics of article_report(): means of articles by group, as tone_score() by groups has
# them, and whether two groups differ by more than chance explains.

# Mean of the articles of each group with its error and interval at 95 %, within `limits`. Articles
# of the same `cluster`, as copies are, are drawn as one. What rests on fewer than two clusters, or
# does not vary, has no interval (NA).
group_means <- function(value, group, limits = c(-1, 1), cluster = seq_along(value)) {
  if (!is.factor(group)) group <- factor(group)
  n <- nlevels(group)
  of <- as.integer(group)
  # Summed by size, so that the order of articles changes no bit.
  known <- order(of, value, method = "radix")
  known <- known[!is.na(value[known]) & !is.na(of[known])]
  value <- value[known]
  of <- of[known]
  cluster <- match(cluster[known], unique(cluster[known]))
  size <- rep(1, length(value))
  count <- tabulate(of, n)
  mean <- group_total(value, of, n) / count
  mean[count == 0L] <- NA
  spread <- cluster_variance((value - mean[of]) / count[of], size, of, cluster, n)
  half <- half_width(spread$variance, spread$effective, 0.95)
  mean_rows(
    levels(group), count, mean, sqrt(spread$variance), pmax(limits[[1L]], mean - half),
    pmin(limits[[2L]], mean + half), spread$effective
  )
}

# Rows of means as the page shows them; `effective` is the number of articles that would be as sure.
mean_rows <- function(group, n, mean, se, lower = NA_real_, upper = NA_real_, effective = n) {
  data.frame(
    group = as.character(group), n = n, mean = mean, se = se, lower = lower, upper = upper,
    effective = effective
  )
}

# The mean of all articles as one row of group_means().
overall_mean <- function(value, limits = c(-1, 1), cluster = seq_along(value)) {
  group_means(value, rep("all", length(value)), limits, cluster)
}

# The mean in row `late` less that in row `early`, with its interval at 95 % over `comparisons` of
# its kind by Welch's t; NA where the error of a side is not known.
mean_change <- function(means, early, late, comparisons = 1) {
  at <- c(early, late)
  variance <- means$se[at]^2
  df <- satterthwaite(as.list(variance), as.list(means$effective[at]))
  half <- stats::qt(1 - 0.025 / comparisons, df) * sqrt(sum(variance))
  change <- means$mean[[late]] - means$mean[[early]]
  list(
    early = means$mean[[early]], late = means$mean[[late]], change = change,
    lower = change - half, upper = change + half
  )
}

# The rows of the lowest and the highest mean among those whose error is known, and whether these
# two certainly differ: over all pairs of such rows and over `comparisons` of this kind.
extreme_means <- function(means, comparisons = 1) {
  known <- which(!is.na(means$se))
  if (!length(known)) return(list(low = NA_integer_, high = NA_integer_, certain = FALSE))
  low <- known[which.min(means$mean[known])]
  high <- known[which.max(means$mean[known])]
  pairs <- comparisons * max(1, choose(length(known), 2))
  apart <- mean_change(means, low, high, pairs)
  list(low = low, high = high, certain = low != high && isTRUE(apart$lower > 0))
}

# Which articles have the same words, as the place of the first of them.
same_words <- function(text) {
  words <- trimws(gsub("[^[:alnum:]]+", " ", tolower(as_text(text))))
  words[!nzchar(words)] <- NA
  first <- match(words, words)
  ifelse(is.na(words), seq_along(words), first)
}
