#' Terms over time
#'
#' The rate of each term in each period, with an interval that respects that words come in
#' articles. Periods without articles are rows with a rate of `NA`, so that a gap stays a gap.
#'
#' @inheritParams term_frequency
#' @param date The date of each article: a vector with one value for each row of `counts`, or with
#'   names that are matched to the row names, of class Date or POSIXct, or text that
#'   [article_dates()] reads; or the name of a column of `data`. Articles without a date are left
#'   out, with a message.
#' @param groups As for [term_frequency()]: the trend of each group.
#' @return A data frame of class `tritone_term_trend`, one row for each group, term and period
#'   from the first to the last: `group`, where asked for; `term`; `period`, its first day;
#'   `count`; `docs`, the articles with the term; `articles`, all with at least one token;
#'   `tokens`, all of them; `rate`, per million tokens, `NA` without tokens; `std_error`, `lower`
#'   and `upper` of the rate as in [term_frequency()], `NA` in a period of fewer than five
#'   articles.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described, also if no article has a date;
#' `tritone_error_limit` for more than 2^31 - 1 rows.
#' @inherit term_frequency references
#' @seealso [term_frequency()], [term_bursts()].
#' @export
#' @examples
#' news <- article_example()
#' counts <- term_matrix(news, remove = term_stopwords(), min_docs = 5)
#' trend <- term_trend(counts, news$date, terms = c("harvest", "flood"))
#' trend
#' plot(trend)
term_trend <- function(counts, date, by = "month", ..., groups = NULL, data = NULL, terms = NULL,
                       level = 0.95, threads = getOption("tritone.threads", 2)) {
  check_dots(...)
  counts <- as_counts(counts)
  level <- check_number(level, "level", min = 0, max = 1, open = TRUE)
  by <- check_choice(by, "by", c(period_units, "auto"))
  threads <- check_threads(threads)
  ids <- rownames(counts)
  group <- group_factor(groups, ids, data)
  tell_left_out(sum(is.na(group)), length(ids), "group")
  periods <- dated_periods(date, by, ids, data)
  sizes <- Matrix::rowSums(counts)
  counts <- chosen_terms(counts, terms)
  n <- length(periods$starts)
  cells <- n * nlevels(group)
  m <- group_moments(counts, (as.integer(group) - 1L) * n + periods$of, cells, sizes, threads)
  of_cell <- list(
    group = rep(factor(levels(group), levels(group)), each = n),
    period = rep(periods$starts, nlevels(group)), articles = m$articles, tokens = m$size
  )
  of_cell <- lapply(of_cell, rep, ncol(counts))
  columns <- c(
    if (!is.null(groups)) of_cell["group"],
    list(term = rep(colnames(counts), each = cells)), of_cell["period"],
    list(count = as.vector(m$count), docs = as.vector(m$docs)), of_cell[c("articles", "tokens")],
    rate_columns(m, level)
  )
  columns$rate[is.nan(columns$rate)] <- NA
  if (nlevels(group) > 1L) {
    order <- array(seq_len(cells * ncol(counts)), c(n, nlevels(group), ncol(counts)))
    columns <- lapply(columns, `[`, aperm(order, c(1, 3, 2)))
  }
  new_table(columns, "term_trend", by = periods$by)
}

# article_periods() of the dates of articles, of which there must be one.
dated_periods <- function(date, by, ids, data) {
  day <- article_days(date, ids, data)
  if (all(is.na(day))) {
    abort_input("`date` must hold the date of at least one article; none can be read.")
  }
  tell_left_out(sum(is.na(day)), length(ids), "date")
  article_periods(day, by)
}
