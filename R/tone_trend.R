#' Tone over time
#'
#' An index of tone by day, week, month, quarter or year, for all articles or for each group of
#' them, with intervals, gaps that stay open, smoothing on request, and the periods at which the
#' tone turns, where it surely does.
#'
#' The tone of a period and its interval are those that [tone_score()] gives for `by = c(groups,
#' "month")`. Each period from the first article to the last is a row, so that one without articles
#' is a gap of `NA`.
#'
#' `smooth` is a mean of the period and the `lag - 1` before it, weighted by
#' \eqn{u = 1 / lag, 2 / lag, ..., 1} from the earliest to the period itself:
#'
#'   * `"equal"`: 1;
#'   * `"linear"`: \eqn{u};
#'   * `"exponential"`: \eqn{\exp(10 \alpha (u - 1))}{exp(10 alpha (u - 1))}, `shape` the alpha, by
#'     default 0.1;
#'   * `"almon"`: \eqn{(1 - (1 - u)^b) (1 - u)^{B - b}}{(1 - (1 - u)^b) (1 - u)^(B - b)}, `shape` is
#'     `c(b, B)`, by default `c(1, 2)`;
#'   * `"beta"`: \eqn{u^{a - 1} (1 - u)^{b - 1}}{u^(a - 1) (1 - u)^(b - 1)}, `shape` is `c(a, b)`,
#'     by default `c(2, 1)`.
#'
#' These are the weights of time of sentometrics (Ardia et al. 2021). Gaps in the window
#' have no weight and are not filled with 0; a gap has no smoothed tone, nor have the first periods,
#' whose window is not full.
#' @inheritParams tone_score
#' @param by One string: `"month"` (default), `"day"`, `"week"`, `"quarter"`, `"year"`, or `"auto"`
#'   for the unit that gives the middle nine tenths of the articles at most sixty periods.
#' @param groups What else to divide by, as `by` of [tone_score()] but for articles, sentences and
#'   units of time: `"voice"`, `"source"`, `c("source", "voice")`. By default (`NULL`) nothing.
#' @param weights As for [tone_score()]. With `"exponential"` and `"inverse_exponential"` an
#'   article's weight is \eqn{\exp(10 \alpha (w - 1))}{exp(10 alpha (w - 1))} and
#'   \eqn{\exp(-10 \alpha w)}{exp(-10 alpha w)}, with w its words divided by those of the longest
#'   article of its period and group.
#' @param alpha The alpha of these weights, a number above 0, by default 0.1.
#' @param smooth One string, see above; by default `"none"`.
#' @param lag The number of periods that a smoothed tone rests on, a whole number of at least 2, by
#'   default 3.
#' @param shape One or two numbers, see above.
#' @return A data frame of class `tritone_tone_trend`, one row for each group, period and lexicon:
#'   the groups; `period`, its first day; `lexicon`; `n_articles`, `n_words`, `n_hits`, `coverage`,
#'   `tone`, `se`, `lower`, `upper` and `sign`, as in [tone_score()]; and with smoothing `smooth`,
#'   `smooth_lower` and `smooth_upper`.
#'
#'   `summary()` gives its turns, a data frame of class `tritone_tone_turns`, one row for each: the
#'   groups; `lexicon`; `period`, the first of the new level; `earliest` and `latest`, its interval;
#'   `before` and `after`, the mean tone of the periods on both sides, up to the next turn;
#'   `change`, `lower` and `upper`; and `p`, the probability of such a change somewhere in a series
#'   that has none.
#' @section Turns:
#' A series turns where its level changes. The best split into two levels and the best into three,
#' so that a level that comes and goes is seen too, are compared with one level by F statistics
#' (Andrews 1993; Bai and Perron 1998), which are divided by what correlation of one period with the
#' next, around the levels, inflates them by. A split is a turn if the chance `p` of such a statistic
#' in a series without a turn is below `1 - level`; then the sides are searched in the same way. The
#' chance is that of series of the same length and of periods as sure as these, simulated with
#' autocorrelations of first order from 0 to 0.9, which count by how well each agrees with the one
#' that is seen here (as in the predictive p-values of Meng 1994) and by a prior of
#' \eqn{1 - \rho^2}{1 - rho^2}. The draws are always the same. Far out, chances follow the tail of
#' the drawn statistics.
#'
#' Periods of few articles weigh less. The interval of the place is that of Bai (1997). Each side
#' has at least three periods, and a turn whose `change` may be 0 once its neighbours are known is
#' left out. Differences and their intervals are those of the split that differs most, so somewhat
#' too large. FALSE24
#' @section Errors:
#' `tritone_error_input` where an argument is not as described, also if no article has a date.
#' @references
#' Andrews, D. W. K. (1993). Tests for parameter instability and structural change with unknown
#' change point. *Econometrica*, 61(4), 821-856. \doi{10.2307/2951764}
#'
#' Ardia, D., Bluteau, K., Borms, S. and Boudt, K. (2021). The R package sentometrics to compute,
#' aggregate, and predict with textual sentiment. *Journal of Statistical Software*, 99(2).
#' \doi{10.18637/jss.v099.i02}
#'
#' Bai, J. (1997). Estimation of a change point in multiple regression models. *Review of
#' Economics and Statistics*, 79(4), 551-563. \doi{10.1162/003465397557132}
#'
#' Bai, J. and Perron, P. (1998). Estimating and testing linear models with multiple structural
#' changes. *Econometrica*, 66(1), 47-78. \doi{10.2307/2998540}
#'
#' Meng, X.-L. (1994). Posterior predictive p-values. *Annals of Statistics*, 22(3), 1142-1160.
#' \doi{10.1214/aos/1176325622}
#' @seealso [tone_score()], [term_trend()]
#' @export
#' @examples
#' news <- article_example()
#' trend <- tone_trend(news, by = "quarter", groups = "source")
#' trend
#' summary(trend)
#' plot(trend)
tone_trend <- function(x, lexicon = tone_lexicon("news"), ..., by = "month", groups = NULL,
                       weights = "article", alpha = 0.1, smooth = "none", lag = 3, shape = NULL,
                       profile = NULL, parts = NULL, voices = NULL, topics = NULL, only = NULL,
                       clusters = NULL, level = 0.95, language = "en",
                       threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  by <- check_choice(by, "by", c(period_units, "auto"))
  how <- check_how(weights, clusters, 0, NULL, check_number(
    level, "level", min = 0, max = 1, open = TRUE
  ), x)
  how$weights$alpha <- check_number(alpha, "alpha", min = 0, open = TRUE)
  smoothing <- check_smoothing(smooth, lag, shape)
  language <- check_language(language)
  threads <- check_threads(threads)
  articles <- as_articles(x, parts, profile, voices = voices)
  series <- check_series(groups, x)
  sentences <- check_sentences(only, topics, series)
  asked <- as_lexicons(lexicon)
  days <- article_dates_of(x, "`by`")
  periods <- article_periods(days, by)
  all <- rbind(series, data.frame(name = "period", kind = "period"))
  attr(all, "period") <- new_group("period", periods$of, periods$starts)
  scored <- articles_in(language, articles, threads)
  made <- group_figures(
    x, articles, asked, all, scored, sentences, profile, how, FALSE, threads, progress
  )
  table <- trend_table(made, periods$starts, smoothing, how$level)
  new_table(
    table$columns, "tone_trend", by = periods$by, level = how$level,
    turns = trend_turns(table, how$level)
  )
}

# The groups of a trend as check_by() gives them.
check_series <- function(groups, x) {
  if (is.null(groups)) return(data.frame(name = character(), kind = character()))
  groups <- check_strings(groups, "groups")
  series <- check_by(groups, x, arg = "groups")
  wrong <- series$kind %in% c("article", "sentence", "hit", "period") | series$name == "period"
  if (any(wrong)) {
    abort_input(
      "`groups` must not have ", name_list(series$name[wrong], " or "), ": a trend has periods of ",
      "many articles, and `by` names their unit."
    )
  }
  series
}

smooth_kinds <- c("none", "equal", "linear", "exponential", "almon", "beta")

# The weights of a window from its earliest period on, or NULL.
check_smoothing <- function(smooth, lag, shape) {
  smooth <- check_choice(smooth, "smooth", smooth_kinds)
  lag <- check_count(lag, "lag", min = 2, max = 10000)
  usual <- switch(smooth, exponential = 0.1, almon = c(1, 2), beta = c(2, 1))
  if (is.null(shape)) shape <- usual
  ok <- is.numeric(shape) && length(shape) == length(usual) && !anyNA(shape) && all(shape > 0) &&
    all(is.finite(shape)) && (smooth != "almon" || shape[[1L]] <= shape[[2L]])
  if (!is.null(shape) && !ok) {
    abort_argument(
      "shape", switch(smooth,
        exponential = "one number above 0", beta = "two numbers above 0",
        almon = "two numbers above 0, the second at least the first",
        paste0("NULL where `smooth` is \"", smooth, "\"")
      ), shape
    )
  }
  if (smooth != "none") lag_weights(smooth, lag, shape)
}

lag_weights <- function(smooth, lag, shape) {
  u <- seq_len(lag) / lag
  weight <- switch(smooth,
    equal = rep(1, lag), linear = u, exponential = exp(10 * shape * (u - 1)),
    almon = (1 - (1 - u)^shape[[1L]]) * (1 - u)^(shape[[2L]] - shape[[1L]]),
    beta = u^(shape[[1L]] - 1) * (1 - u)^(shape[[2L]] - 1)
  )
  # A beta weight is infinite at its end where b is below 1.
  weight[!is.finite(weight)] <- max(0, weight[is.finite(weight)])
  weight / sum(weight)
}

# The rows of a trend: each series, period and lexicon; list(columns, series, starts, order):
# `columns` in order of series, period and lexicon; `series` of each row, from 1.
trend_table <- function(made, starts, weights, level) {
  values <- made$values
  names <- setdiff(names(values), "period")
  key <- if (length(names)) {
    do.call(paste, c(unname(lapply(values[names], as.character)), sep = "\r"))
  } else {
    rep("", made$plan$n)
  }
  # Series in the order of their groups, which is that of their first period.
  series <- unique(key)
  at <- match(as.numeric(values$period), as.numeric(starts))
  place <- (match(key, series) - 1L) * length(starts) + at
  n <- length(series) * length(starts)
  lexicons <- names(made$figures)
  rows <- rep(seq_len(n), each = length(lexicons))
  of_lexicon <- rep(seq_along(lexicons), n)
  figures <- lapply(made$figures, full_figures, place, n)
  smoothed <- if (!is.null(weights)) {
    lapply(made$figures, smooth_figures, place, length(starts), n, weights, level)
  }
  pick <- function(all, name) {
    column <- do.call(cbind, lapply(all, `[[`, name))
    column[cbind(rows, of_lexicon)]
  }
  first <- match(series, key)
  columns <- lapply(values[names], function(v) v[first][(rows - 1L) %/% length(starts) + 1L])
  columns$period <- starts[(rows - 1L) %% length(starts) + 1L]
  columns$lexicon <- lexicons[of_lexicon]
  for (name in c("n_articles", "n_words", "n_hits")) {
    columns[[name]] <- as.integer(round(pick(figures, name)))
  }
  columns$coverage <- ifelse(columns$n_words > 0, columns$n_hits / columns$n_words, 0)
  for (name in c("tone", "se", "lower", "upper")) columns[[name]] <- pick(figures, name)
  columns$sign <- tone_sign(columns$tone, columns$lower, columns$upper)
  for (name in names(smoothed[[1L]])) columns[[name]] <- pick(smoothed, name)
  list(
    columns = columns, names = names,
    series = ((rows - 1L) %/% length(starts)) * length(lexicons) + of_lexicon
  )
}

# Figures with a row for each series and period: gaps have no words and no tone.
full_figures <- function(figure, place, n) {
  fill <- function(name, empty) {
    out <- rep(empty, n)
    out[place] <- figure[[name]]
    out
  }
  counts <- lapply(stats::setNames(nm = c("n_articles", "n_words", "n_hits")), fill, 0)
  c(counts, lapply(stats::setNames(nm = c("tone", "se", "lower", "upper")), fill, NA_real_))
}

# Smoothed tones: what an item adds to a period's tone it adds, by its weight, to those whose
# windows have the period.
smooth_figures <- function(figure, place, periods, n, weights, level) {
  lag <- length(weights)
  tone <- rep(NA_real_, n)
  tone[place] <- figure$tone
  known <- !is.na(tone)
  period <- (seq_len(n) - 1L) %% periods + 1L
  # share[q, k]: of period q in the window that ends k - 1 periods later.
  total <- value <- numeric(n)
  back <- seq_len(lag) - 1L
  for (k in back) {
    of <- which(known & period > k)
    from <- of - k
    w <- weights[[lag - k]] * known[from]
    total[of] <- total[of] + w
    value[of] <- value[of] + ifelse(known[from], w * tone[from], 0)
  }
  full <- known & period >= lag & total > 0
  out <- list(smooth = ifelse(full, value / total, NA_real_))
  items <- figure$items
  at <- place[items$group]
  size <- items$size / group_total(items$size, at, n)[at]
  parts <- lapply(back, function(k) {
    to <- at + k
    ok <- period[at] + k <= periods
    ok <- ok & full[ifelse(ok, to, 1L)]
    w <- weights[[lag - k]] / total[to[ok]]
    list(item = items$item[ok] * w, size = size[ok] * w, group = to[ok],
      cluster = items$cluster[ok])
  })
  join <- function(name) unlist(lapply(parts, `[[`, name))
  spread <- cluster_variance(join("item"), join("size"), join("group"), join("cluster"), n)
  half <- half_width(spread$variance, spread$effective, level)
  out$smooth_lower <- pmax(out$smooth - half, -1)
  out$smooth_upper <- pmin(out$smooth + half, 1)
  out
}

#' @rdname tone_trend
#' @param object Of `tone_trend()`.
#' @method summary tritone_tone_trend
#' @export
summary.tritone_tone_trend <- function(object, ...) {
  check_dots(...)
  attr(object, "turns", exact = TRUE)
}
