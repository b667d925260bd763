#' Prevalence of topics by group and over time
#'
#' The mean share of each topic in the articles of each group, of each period, or of each group in
#' each period, with intervals. Periods without articles are rows with a share of `NA`, so that a
#' gap stays a gap.
#'
#' The articles are taken as a sample, and their shares as uncertain as the fit says (see
#' [topic_effects()]): the variance of a mean is that of a mean of so many articles, as a mean over
#' draws of the shares, plus its variance between draws. Intervals are those of Student's t on the
#' scale of log odds, so that they stay between 0 and 1. [topic_effects()] with the groups as its
#' formula gives the same means, and compares them.
#'
#' @param by What the articles are divided by: names of columns of `data`, a formula such as
#'   `~ source + date`, or a vector with one value for each article. Dates, that is a column called
#'   `date` or of class Date or POSIXct, are divided into periods of `unit`; at most one may be
#'   given. By default (`NULL`) all articles are one group.
#' @param data A data frame of the articles, matched by its column `doc_id`, or without one in the
#'   order of the articles, with a message.
#' @param unit The length of periods, as `by` of [term_trend()]: `"month"` (default), `"day"`,
#'   `"week"`, `"quarter"`, `"year"` or `"auto"`.
#' @param topics Topics by number or name; by default (`NULL`) all.
#' @inheritParams topic_effects
#' @return A data frame of class `tritone_topic_prevalence`, one row for each topic, group and
#'   period from the first to the last: `topic`, a factor in the order of the fit; a column for each
#'   group that `by` names, called `group` for a vector; `period`, its first day; `articles`;
#'   `share`, from 0 to 1, `NA` without articles; `std_error`, `lower` and `upper`, `NA` for fewer
#'   than five articles. Articles without a group or a date are left out, with a message. `plot()`
#'   and `autoplot()` draw it, with gaps left open; `tidy()` gives it with broom's `estimate`,
#'   `std.error`, `conf.low` and `conf.high`.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described, also if no article has a date.
#' @seealso [topic_effects()] for what explains shares, [term_trend()].
#' @export
#' @examples
#' news <- article_example()
#' terms <- term_matrix(news, remove = term_stopwords(), min_docs = 2)
#' fit <- topic_lda(terms, k = 5, seed = 1)
#' topic_prevalence(fit, "source", news, seed = 1)
#' trend <- topic_prevalence(fit, "date", news, unit = "quarter", topics = 1:2, seed = 1)
#' plot(trend)
topic_prevalence <- function(fit, by = NULL, data = NULL, ..., unit = "month", topics = NULL,
                             uncertainty = c("global", "local", "none"), counts = NULL,
                             newdata = NULL, draws = 25, level = 0.95, seed = NULL,
                             threads = getOption("tritone.threads", 2)) {
  check_dots(...)
  threads <- check_threads(threads)
  unit <- check_choice(unit, "unit", c(period_units, "auto"))
  level <- check_number(level, "level", 0, 1, open = TRUE)
  fit <- input_shares(fit, newdata, data, threads)
  uncertainty <- shares_uncertainty(fit, uncertainty, counts)
  ids <- rownames(fit$theta)
  topics <- if (is.null(topics)) seq_len(nrow(fit$phi)) else which_topics(fit, topics, "`topics`")
  cells <- prevalence_cells(by, data, ids, unit)
  draws <- check_count(draws, "draws", min = 2, max = 1e6)
  if (uncertainty == "none") draws <- 1
  if (uncertainty == "local" && !is.null(fit$theta_draws)) draws <- dim(fit$theta_draws)[[3L]]
  counts <- if (uncertainty == "local") shares_counts(fit, counts)
  drawer <- shares_drawer(fit, uncertainty, draws, check_seed(seed), counts, threads)
  m <- prevalence_moments(fit, drawer, draws, topics, cells)
  n <- length(cells$articles)
  at <- rep(seq_len(n), length(topics))
  columns <- c(
    list(topic = topic_factor(fit, rep(topics, each = n))), lapply(cells$columns, `[`, at),
    list(articles = cells$articles[at]), prevalence_interval(m, cells$articles, level)
  )
  new_table(columns, "topic_prevalence", by = cells$unit)
}

# Which cell each article is in, 0 for none: list(of, articles (by cell), columns (of cells), unit).
prevalence_cells <- function(by, data, ids, unit) {
  parts <- prevalence_parts(by, data, ids)
  dated <- vapply(names(parts), function(name) {
    name == "date" || inherits(parts[[name]], c("Date", "POSIXt"))
  }, NA)
  if (sum(dated) > 1L) {
    abort_input(
      "`by` must name one column of dates at most, not ", name_list(names(parts)[dated]), "."
    )
  }
  groups <- lapply(parts[!dated], function(x) {
    if (is.factor(x)) droplevels(x) else factor(x, sort(unique(x), method = "radix"))
  })
  periods <- NULL
  if (any(dated)) {
    day <- article_days(parts[[which(dated)]], ids)
    if (all(is.na(day))) {
      abort_input("`by` must hold the date of at least one article; none can be read.")
    }
    tell_left_out(sum(is.na(day)), length(ids), "date")
    periods <- article_periods(day, unit)
  }
  group <- if (length(groups)) {
    interaction(unname(groups), drop = TRUE, lex.order = TRUE)
  } else {
    factor(rep("all", length(ids)))
  }
  tell_left_out(sum(is.na(group)), length(ids), "group")
  if (!nlevels(group)) abort_input("`by` must give at least one article a group.")
  first <- match(levels(group), group)
  n <- if (is.null(periods)) 1L else length(periods$starts)
  place <- if (is.null(periods)) rep(1L, length(ids)) else periods$of
  of <- (as.integer(group) - 1L) * n + place
  of[is.na(of)] <- 0L
  columns <- lapply(groups, function(x) rep(x[first], each = n))
  if (!is.null(periods)) columns$period <- rep(periods$starts, nlevels(group))
  list(
    of = of, articles = tabulate(of, n * nlevels(group)), columns = columns, unit = periods$by
  )
}

# The values that `by` names, a list with names.
prevalence_parts <- function(by, data, ids) {
  if (is.null(by)) return(list())
  if (inherits(by, "formula")) by <- all.vars(check_one_sided(by, "by"))
  if (is.character(by)) check_strings(by[!is.na(by)], "by")
  named <- is.character(by) && !is.null(data) &&
    (length(by) < length(ids) || all(by %in% names(data)))
  if (!named) {
    if (is.character(by) && is.null(data) && length(by) != length(ids)) {
      abort_input("`by` names columns, so `data` must be given.")
    }
    value <- article_values(by, "by", ids)
    dated <- inherits(value, c("Date", "POSIXt"))
    return(stats::setNames(list(unname(value)), if (dated) "date" else "group"))
  }
  named_parts(by, match_data(data, ids, of = "the fit"))
}

named_parts <- function(by, data) {
  lost <- setdiff(by, names(data))
  if (length(lost) || anyDuplicated(by)) {
    wrong <- if (length(lost)) lost else by
    abort_input(
      "`by` must name columns of `data`, each once, not ", quote_list(wrong), ". ",
      if (length(lost)) did_you_mean(lost[[1L]], names(data)), "There are ",
      name_list(names(data)), "."
    )
  }
  own <- c("topic", "period", "articles", "share", "std_error", "lower", "upper")
  refuse_taken(by, own, "by", "name")
  for (name in by) {
    if (!is.atomic(data[[name]]) || length(dim(data[[name]]))) {
      abort_input("`by` must not name `", name, "`, which is no vector.")
    }
  }
  as.list(data[by])
}

# Cells x topics: means over draws of the mean share, of its variance over articles, and the
# variance of the mean between draws.
prevalence_moments <- function(fit, drawer, draws, topics, cells) {
  size <- length(cells$articles)
  used <- cells$of > 0
  into <- Matrix::sparseMatrix(
    cells$of[used], which(used), x = 1, dims = c(size, length(cells$of))
  )
  sum <- square <- within <- matrix(0, size, length(topics))
  n <- cells$articles
  each_draw(fit, drawer, draws, function(drawn, first) {
    for (i in seq_len(dim(drawn)[[3L]])) {
      theta <- array(drawn[, , i], dim(fit$theta))[, topics, drop = FALSE]
      mean <- as.matrix(into %*% theta) / n
      rest <- pmax(as.matrix(into %*% theta^2) - n * mean^2, 0) / (n - 1)
      sum <<- sum + mean
      square <<- square + mean^2
      within <<- within + rest
    }
  })
  mean <- sum / draws
  list(mean = mean, within = within / draws, between = pmax(square / draws - mean^2, 0))
}

# Shares with intervals on the scale of log odds.
prevalence_interval <- function(m, articles, level) {
  mean <- as.vector(m$mean)
  mean[is.nan(mean)] <- NA
  few <- rep(articles < fewest_articles, length.out = length(mean))
  error <- as.vector(sqrt(m$within / articles + m$between))
  error[few] <- NA
  reach <- suppressWarnings(stats::qt((1 + level) / 2, articles - 1)) * error / (mean * (1 - mean))
  inside <- !is.na(mean) & mean > 0 & mean < 1
  odds <- ifelse(inside, stats::qlogis(ifelse(inside, mean, 0.5)), NA)
  edge <- function(sign) {
    ifelse(inside, stats::plogis(odds + sign * reach), ifelse(few, NA, mean))
  }
  list(share = mean, std_error = error, lower = edge(-1), upper = edge(1))
}

#' @rdname topic_prevalence
#' @param x A table of `topic_prevalence()`.
#' @method tidy tritone_topic_prevalence
#' @export
tidy.tritone_topic_prevalence <- function(x, ...) {
  check_dots(...)
  broom_table(x, c(share = "estimate"))
}

#' @export
plot_data.tritone_topic_prevalence <- function(x, n) {
  plot_columns(x, c("topic", "articles", "share", "lower", "upper"))
  n <- check_count(if (is.null(n)) 6 else n, "n", min = 1)
  x <- as.data.frame(x)
  x <- x[x$topic %in% utils::head(unique(x$topic), n), , drop = FALSE]
  own <- c("topic", "period", "articles", "share", "std_error", "lower", "upper")
  group <- do.call(paste, c(
    list(rep("", nrow(x))), unname(lapply(x[setdiff(names(x), own)], as.character))
  ))
  group <- trimws(group)
  if (is.null(x$period)) {
    label <- if (any(nzchar(group))) group else as.character(x$topic)
    panel <- if (any(nzchar(group))) as.character(x$topic) else ""
    return(dots(label, x$share, x$lower, x$upper, "Mean share", panel))
  }
  list(
    kind = "lines", axis = "Mean share",
    data = list_frame(list(
      label = as.character(x$topic), panel = group, period = x$period, value = x$share,
      lower = x$lower, upper = x$upper
    ))
  )
}
