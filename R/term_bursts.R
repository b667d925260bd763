#' Bursts of terms
#'
#' Stretches of time in which a term occurs in clearly more articles than usual, found by the
#' automaton of Kleinberg (2003): it moves to a level that expects the term `s` times as often
#' where that explains the articles better by more than the move costs.
#'
#' @inheritParams term_trend
#' @param by One string, the length of periods, as for [term_trend()]; by default `"day"`.
#' @param s How many times as often as one level lower the term is expected at a level; a number
#'   above 1, by default 2.
#' @param gamma What a step up costs, in units of the logarithm of the number of periods; a
#'   number of at least 0, by default 1. The larger it is, the fewer bursts there are.
#' @param levels How many levels of bursts there are, a whole number from 1 to 20; by default 1.
#' @return A data frame of class `tritone_term_bursts`, one row for each burst, the heaviest first:
#'   `term`; `level`, from 1; `start` and `end`, its first and last day; `periods`, their number;
#'   `docs`, the articles with the term in these; `articles`, all of them; `weight`, how much less
#'   the periods cost at the level than one lower, in natural logarithms. Bursts of a higher level
#'   lie inside those of a lower one. No rows if there are none.
#' @section The automaton:
#' In period \eqn{t}, \eqn{r_t} of \eqn{d_t} articles have the term. At level \eqn{i} an article
#' has it with probability \eqn{p_i = s^i \sum r_t / \sum d_t}, which costs
#' \eqn{-\log \left( {d_t \choose r_t} p_i^{r_t} (1 - p_i)^{d_t - r_t} \right)}; each step up costs
#' \eqn{\gamma \log T} for \eqn{T} periods, a step down nothing. The cheapest sequence of levels is
#' found exactly. This is the automaton for batches of documents (section 4 of the paper); the
#' package bursts has the one for gaps between single events (section 2).
#' @section Errors:
#' `tritone_error_input` where an argument is not as described, also if no article has a date.
#' @references
#' Kleinberg J (2003). Bursty and hierarchical structure in streams. *Data Mining and Knowledge
#' Discovery*, 7(4), 373-397. \doi{10.1023/A:1024940629314}
#' @seealso [term_trend()].
#' @export
#' @examples
#' news <- article_example()
#' counts <- term_matrix(news, remove = term_stopwords(), min_docs = 5)
#' term_bursts(counts, news$date, by = "week")
term_bursts <- function(counts, date, by = "day", ..., s = 2, gamma = 1, levels = 1, data = NULL,
                        terms = NULL) {
  check_dots(...)
  counts <- as_counts(counts)
  by <- check_choice(by, "by", c(period_units, "auto"))
  s <- check_number(s, "s", min = 1, max = 1e6, open = TRUE)
  gamma <- check_number(gamma, "gamma", min = 0, max = 1e6)
  levels <- check_count(levels, "levels", min = 1, max = 20)
  periods <- dated_periods(date, by, rownames(counts), data)
  n <- length(periods$starts)
  filled <- Matrix::rowSums(counts) > 0
  of <- ifelse(filled, periods$of, NA)
  counts <- chosen_terms(counts, terms)
  check_cells(n, ncol(counts))
  m <- group_moments(counts, of, n, as.double(filled), 1L)
  found <- term_bursts_core(m$docs, m$articles, s, gamma, levels)
  after <- seq(periods$starts[[n]], by = periods$by, length.out = 2L)[[2L]]
  edges <- c(periods$starts, after)
  inside <- function(x) {
    vapply(seq_along(found$term), function(k) {
      sum(x(found$term[[k]])[found$begin[[k]]:found$end[[k]]])
    }, 0)
  }
  columns <- list(
    term = colnames(counts)[found$term], level = as.integer(found$level),
    start = edges[found$begin], end = edges[found$end + 1L] - 1,
    periods = as.integer(found$end - found$begin + 1), docs = inside(function(j) m$docs[, j]),
    articles = inside(function(j) m$articles), weight = found$weight
  )
  order <- order(-columns$weight, columns$term, columns$level, columns$start, method = "radix")
  new_table(lapply(columns, `[`, order), "term_bursts", by = periods$by)
}
