#' Frequencies of terms by group and period
#'
#' How often each term occurs, in how many articles, at what rate, with an interval that respects
#' that words come in articles, and how evenly it is spread over them.
#'
#' @inheritParams term_keyness
#' @param groups The group of each article: a vector or factor with one value for each row
#'   of `counts`, or with names that are matched to the row names; or the name of a column of
#'   `data`. By default (`NULL`) all articles are one group. Articles whose group is `NA` are
#'   left out, with a message.
#' @param date The date of each article, as `groups` is given: of class Date or POSIXct, or text
#'   that [article_dates()] reads. By default (`NULL`) there are no periods.
#' @param by One string, the length of periods: `"month"` (default), `"day"`, `"week"` (from
#'   Monday), `"quarter"`, `"year"`, or `"auto"`, which gives at most about sixty periods for the
#'   middle nine tenths of the articles.
#' @param terms Terms or patterns (`*`, `?`) to keep, by default (`NULL`) all. Rates refer to all
#'   tokens of `counts` in any case.
#' @return A data frame of class `tritone_term_frequency`, one row for each group, period and term
#'   that has articles; terms in the order of `counts`: `group` and `period` (its first day) where
#'   asked for; `term`; `count`; `docs`, the articles with the term; `articles`, all with at least
#'   one token; `rate`, per million tokens; `std_error`, `lower` and `upper` of the rate, clustered
#'   by article, `NA` where there are fewer than five articles; `dp`, `dp_norm` and `juilland_d`,
#'   the dispersion over the articles (see [term_dispersion()]), `NA` where the term does not
#'   occur.
#' @section The interval:
#' With \eqn{y_d} of \eqn{n_d} tokens in article \eqn{d}, \eqn{r = \sum y_d / \sum n_d} and
#' \eqn{m} articles, the variance of \eqn{r} is
#' \eqn{\frac{m}{m - 1} \sum_d (y_d - r n_d)^2 / (\sum_d n_d)^2}, the linearised variance of a
#' ratio in a sample of clusters (Cochran 1977, eq. 6.13). The interval is that of \eqn{\log r},
#' whose variance \eqn{v}, with half a token added to \eqn{\sum y_d}, is at least that of
#' independent tokens, \eqn{v_0 = 1 / (\sum y_d + 1/2)}. Only what exceeds it, but at least two
#' thirds of \eqn{v}, counts as estimated from articles, \eqn{e}, so that Student's t has
#' \eqn{v^2 / e^2 \left((\sum y_d)^2 / \sum y_d^2 - 1\right)} degrees of freedom, at least 2
#' (Satterthwaite 1946). A term without tokens has no standard error; its upper limit is the exact
#' one of independent tokens. In simulations of groups of 20 to 220 articles, words in bunches
#' included, intervals of nominal 90 % held 85 to 95 %; in groups of ten articles those of bunched
#' words may hold less.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described; `tritone_error_numeric`
#' if the sum of the counts overflows; `tritone_error_limit` for more than 2^31 - 1 rows.
#' @references
#' Cochran W (1977). *Sampling Techniques*, 3rd edition. Wiley.
#'
#' Gries S (2008). Dispersions and adjusted frequencies in corpora. *International Journal of
#' Corpus Linguistics*, 13(4), 403-437. \doi{10.1075/ijcl.13.4.02gri}
#'
#' Satterthwaite F (1946). An approximate distribution of estimates of variance components.
#' *Biometrics Bulletin*, 2(6), 110-114. \doi{10.2307/3002019}
#' @seealso [term_dispersion()], [term_trend()], [term_keyness()].
#' @export
#' @examples
#' news <- article_example()
#' counts <- term_matrix(news, remove = term_stopwords(), min_docs = 5)
#' head(term_frequency(counts))
#' term_frequency(counts, "source", data = news, terms = c("harvest", "flood*"))
term_frequency <- function(counts, groups = NULL, ..., date = NULL, by = "month", data = NULL,
                           terms = NULL, level = 0.95,
                           threads = getOption("tritone.threads", 2)) {
  check_dots(...)
  counts <- as_counts(counts)
  level <- check_number(level, "level", min = 0, max = 1, open = TRUE)
  by <- check_choice(by, "by", c(period_units, "auto"))
  threads <- check_threads(threads)
  cells <- article_cells(counts, groups, date, by, data)
  sizes <- Matrix::rowSums(counts)
  counts <- chosen_terms(counts, terms)
  n <- nrow(cells$keys)
  m <- group_moments(counts, cells$of, n, sizes, threads)
  spread <- term_dispersion_core(
    counts, ifelse(is.na(cells$of), NA, seq_along(cells$of)), pmax(cells$of, 1L, na.rm = TRUE),
    sizes, max(n, 1L), threads
  )
  rate <- rate_columns(m, level)
  cell <- rep(seq_len(n), ncol(counts))
  columns <- c(
    lapply(cells$keys, `[`, cell),
    list(
      term = rep(colnames(counts), each = n), count = as.vector(m$count),
      docs = as.vector(m$docs), articles = m$articles[cell]
    ),
    rate, spread[c("dp", "dp_norm", "juilland_d")]
  )
  order <- order(cell, rep(seq_len(ncol(counts)), each = n))
  order <- order[columns$articles[order] > 0]
  new_table(lapply(columns, `[`, order), "term_frequency", by = cells$by)
}

# `rate` per million, `std_error`, `lower` and `upper`, groups x terms, as vectors. In most cells
# of a whole vocabulary by month the term does not occur, so that the others alone are worked out.
rate_columns <- function(m, level) {
  plain <- m$count / m$size
  sure <- m$articles >= fewest_articles
  at <- which(m$count > 0 & sure)
  own <- clustered_log_rate(moments_at(m, at))
  df <- satterthwaite(list(own$variance), list(own$effective), list(own$estimated))
  half <- stats::qt((1 + level) / 2, pmax(df, 2)) * sqrt(own$variance)
  million <- 1e6 * plain[at]
  all <- function(of_none, known) {
    of_none[!sure] <- NA
    replace(rep(of_none, ncol(plain)), at, known)
  }
  none <- pmin(-log((1 - level) / 2) / m$size, 1)
  list(
    rate = as.vector(1e6 * plain),
    std_error = all(rep(NA_real_, nrow(plain)), sqrt(own$variance) * million),
    lower = all(rep(0, nrow(plain)), exp(-half) * million),
    upper = all(1e6 * none, pmin(exp(half) * million, 1e6))
  )
}

# Groups x periods of articles as list(keys, of, by): a data frame of the cells that have
# articles, and the cell of each article, NA where it has no group or date.
article_cells <- function(counts, groups, date, by, data) {
  ids <- rownames(counts)
  n <- length(ids)
  group <- group_factor(groups, ids, data)
  tell_left_out(sum(is.na(group)), n, "group")
  keys <- list()
  out <- is.na(group)
  if (!is.null(groups)) keys$group <- group
  if (!is.null(date)) {
    day <- article_days(date, ids, data)
    tell_left_out(sum(is.na(day)), n, "date")
    out <- out | is.na(day)
    periods <- article_periods(day, by)
    by <- periods$by
    keys$period <- periods$starts[periods$of]
  }
  if (!length(keys)) {
    return(list(keys = list_frame(list(all = 1L))[character()], of = rep(1L, n), by = NULL))
  }
  cell <- do.call(paste, c(lapply(keys, function(key) match(key, sort(unique(key)))), sep = " "))
  cell[out] <- NA
  first <- which(!duplicated(cell) & !out)
  first <- first[do.call(order, unname(lapply(keys, `[`, first)))]
  list(
    keys = structure(
      lapply(keys, `[`, first), class = "data.frame", row.names = seq_along(first)
    ),
    of = match(cell, cell[first]), by = if (!is.null(date)) by
  )
}
