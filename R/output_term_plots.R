# What is drawn of the statistics on counts, and of concordances.

#' Plot statistics of terms
#'
#' What [plot()][plot.tritone_table] and `autoplot()` draw of
#' * [term_frequency()]: the rates with their intervals, a panel for each group;
#' * [term_keyness()]: the log ratios of the most typical terms of each group, with intervals;
#' * [term_collocations()]: the lambda with its interval; [term_cooccurrence()]: the logDice;
#' * [term_trend()] and [tone_trend()]: lines over time with intervals, and gaps left open;
#'   smoothed where the table is;
#' * [term_bursts()]: the stretches of time; the higher the level, the thicker;
#' * [term_dispersion()]: the dispersion by frequency; the labels of the most frequent terms that
#'   do not overlap;
#' * [term_context()]: where in the collection the places are, a mark each, a row for each pattern.
#'   An article takes as much of the axis as any other, and a place in its middle is in the middle.
#'
#' `n` is the number of terms, pairs or patterns, for keyness in each group, by default 20, for
#' lines over time 6, for [term_dispersion()] all. [plot.tritone_term_multiverse()] draws a
#' specification curve.
#' @name term_plots
#' @examples
#' news <- article_example()
#' counts <- term_matrix(news, remove = term_stopwords(), min_docs = 5)
#' plot(term_keyness(counts, news$source), n = 5)
#' plot(term_trend(counts, news$date, terms = c("harvest", "flood")))
#' plot(term_context(news, c("harvest*", "flood*")))
#' if (requireNamespace("ggplot2", quietly = TRUE)) {
#'   ggplot2::autoplot(term_keyness(counts, news$source), n = 5)
#' }
NULL

#' @export
plot_data.tritone_term_frequency <- function(x, n) {
  plot_columns(x, c("term", "rate", "lower", "upper"))
  x <- as.data.frame(x)
  cell <- do.call(paste, unname(lapply(x[intersect(c("group", "period"), names(x))], as.character)))
  if (!length(cell)) cell <- rep("", nrow(x))
  n <- check_count(if (is.null(n)) 20 else n, "n", min = 1)
  x <- x[x$term %in% utils::head(unique(x$term), n), , drop = FALSE]
  cell <- cell[as.integer(rownames(x))]
  dots(x$term, x$rate, x$lower, x$upper, "Per million tokens", cell)
}

#' @export
plot_data.tritone_term_keyness <- function(x, n) {
  plot_columns(x, c("group", "term", "log_ratio", "log_ratio_lower", "log_ratio_upper"))
  n <- check_count(if (is.null(n)) 20 else n, "n", min = 1)
  x <- as.data.frame(x)
  place <- stats::ave(seq_len(nrow(x)), as.character(x$group), FUN = seq_along)
  x <- x[place <= n, , drop = FALSE]
  dots(
    x$term, x$log_ratio, x$log_ratio_lower, x$log_ratio_upper,
    "Log ratio (1: twice as often)", x$group
  )
}

#' @export
plot_data.tritone_term_collocations <- function(x, n) {
  plot_columns(x, c("term_1", "term_2", "lambda", "lower", "upper"))
  x <- plot_rows(x, n)
  dots(paste(x$term_1, x$term_2), x$lambda, x$lower, x$upper, "Log odds ratio (lambda)")
}

#' @export
plot_data.tritone_term_cooccurrence <- function(x, n) {
  plot_columns(x, c("term_1", "term_2", "log_dice"))
  x <- plot_rows(x, n)
  none <- rep(NA_real_, nrow(x))
  dots(paste(x$term_1, x$term_2, sep = " - "), x$log_dice, none, none, "logDice")
}

#' @export
plot_data.tritone_term_dispersion <- function(x, n) {
  plot_columns(x, c("term", "count", "dp"))
  x <- plot_rows(x, n, Inf)
  list(
    kind = "points", axis = "Deviation of proportions (0: even)",
    data = list_frame(list(label = x$term, count = x$count, value = x$dp))
  )
}

#' @export
plot_data.tritone_term_trend <- function(x, n) {
  plot_columns(x, c("term", "period", "rate", "lower", "upper"))
  n <- check_count(if (is.null(n)) 6 else n, "n", min = 1)
  x <- as.data.frame(x)
  x <- x[x$term %in% utils::head(unique(x$term), n), , drop = FALSE]
  list(
    kind = "lines", axis = "Per million tokens",
    data = list_frame(list(
      label = x$term, panel = if (is.null(x$group)) rep("", nrow(x)) else as.character(x$group),
      period = x$period, value = x$rate, lower = x$lower, upper = x$upper
    ))
  )
}

#' @export
plot_data.tritone_tone_trend <- function(x, n) {
  plot_columns(x, c("period", "lexicon", "tone", "lower", "upper"))
  n <- check_count(if (is.null(n)) 6 else n, "n", min = 1)
  x <- as.data.frame(x)
  named <- x[seq_len(match("period", names(x)) - 1L)]
  if (length(unique(x$lexicon)) > 1L || !length(named)) named$lexicon <- x$lexicon
  label <- do.call(paste, c(unname(lapply(named, as.character)), sep = ", "))
  keep <- label %in% utils::head(unique(label), n)
  smooth <- !is.null(x$smooth)
  list(
    kind = "lines", axis = "Tone",
    data = list_frame(list(
      label = label[keep], panel = rep("", sum(keep)), period = x$period[keep],
      value = (if (smooth) x$smooth else x$tone)[keep],
      lower = (if (smooth) x$smooth_lower else x$lower)[keep],
      upper = (if (smooth) x$smooth_upper else x$upper)[keep]
    ))
  )
}

#' @export
plot_data.tritone_term_bursts <- function(x, n) {
  plot_columns(x, c("term", "level", "start", "end"))
  x <- plot_rows(x, n)
  list(
    kind = "spans", axis = "",
    data = list_frame(list(label = x$term, start = x$start, end = x$end, level = x$level))
  )
}

#' @export
plot_data.tritone_term_context <- function(x, n) {
  plot_columns(x, c("doc_id", "position", "pattern"))
  n <- check_count(if (is.null(n)) 20 else n, "n", min = 1)
  sizes <- attr(x, "sizes", exact = TRUE)
  x <- as.data.frame(x)
  x <- x[x$pattern %in% utils::head(unique(x$pattern), n), , drop = FALSE]
  # Tables that are bound keep the sizes of the first only.
  ids <- unique(c(names(sizes), x$doc_id))
  size <- as.numeric(sizes)[match(x$doc_id, names(sizes))]
  within <- (x$position - 0.5) / pmax(size, x$position)
  within[is.na(within)] <- 0.5
  list(
    kind = "ticks", axis = "Articles, in the order of the collection", reach = c(0, length(ids)),
    data = list_frame(list(
      label = x$pattern, value = match(x$doc_id, ids) - 1 + within
    ))
  )
}
