#' Keyness: terms typical of groups of articles
#'
#' Compares how often each group of articles uses a term with how often all other groups
#' together use it: the difference of the log odds with an informative Dirichlet prior, which
#' keeps rare terms from the top of the list (Monroe, Colaresi and Quinn 2008).
#'
#' @param counts Counts of terms, articles x terms: of [term_matrix()], any matrix of
#'   the package Matrix, a quanteda dfm, a DocumentTermMatrix of tm, or a base matrix.
#' @param groups The group of each article: a vector or factor with one value for each row
#'   of `counts`, or with names that are matched to the row names. Articles whose group is
#'   `NA` are left out, with a message. There must be two groups or more.
#' @param ... Must be empty.
#' @param prior The weight of the prior in tokens, a number above 0. By default (`NULL`)
#'   the number of tokens in all groups. The larger it is, the more evidence a term
#'   needs for a large `z`.
#' @param level The level of the intervals, a number between 0 and 1; by default 0.95.
#' @return A data frame of class `tritone_term_keyness`, one row for each group and term; groups
#'   are in the order of their levels, or sorted, and the terms of each by falling `z`, ties by
#'   code point: `group`, a factor; `term`; `count` and `count_others`, its tokens in the group
#'   and in the others; `log_odds`, above 0 if the group uses the term more; `std_error`; `z`,
#'   their ratio; `lower` and `upper`, the interval of `log_odds`. The last five are `NA` for a
#'   term that occurs in no group and for the only term if there is just one.
#' @section The measure:
#' \eqn{y_{gw}} are the tokens of term \eqn{w} in group \eqn{g}, \eqn{n_g} all tokens of the
#' group, and \eqn{\alpha_w} is `prior` times the share of the term in all tokens, so that
#' \eqn{\alpha_0 = \sum_w \alpha_w} is `prior`. The log odds of the term in the group are
#' \deqn{\log \frac{y_{gw} + \alpha_w}{n_g + \alpha_0 - y_{gw} - \alpha_w}}
#' and `log_odds` is their difference between the group and all others together. Its standard
#' error is \eqn{\sqrt{1 / (y_{gw} + \alpha_w) + 1 / (y_{ow} + \alpha_w)}}, where \eqn{o} are
#' the others. Two groups mirror each other. Tokens are taken as independent, although a word
#' tends to be repeated inside an article: use `z` for ranking, and take the intervals as
#' too narrow.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described; `tritone_error_numeric`
#' if the sum of the counts overflows.
#' @references
#' Monroe B, Colaresi M, Quinn K (2008). Fightin' words: lexical feature selection and
#' evaluation for identifying the content of political conflict. *Political Analysis*, 16(4),
#' 372-403. \doi{10.1093/pan/mpn018}
#' @seealso [term_weight()], [term_matrix()].
#' @export
#' @examples
#' news <- article_example()
#' counts <- term_matrix(news, remove = term_stopwords(), min_docs = 2)
#' keyness <- term_keyness(counts, news$source)
#' head(keyness)
#' head(keyness[keyness$lower > 0, ])
term_keyness <- function(counts, groups, ..., prior = NULL, level = 0.95) {
  check_dots(...)
  counts <- as_counts(counts)
  if (!is.null(prior)) prior <- check_number(prior, "prior", min = 0, max = 2^53, open = TRUE)
  level <- check_number(level, "level", min = 0, max = 1, open = TRUE)
  groups <- check_groups(groups, rownames(counts))
  if (anyNA(groups)) {
    out <- sum(is.na(groups))
    message(sprintf(
      "%s of %s articles %s no group and %s left out.", show_count(out),
      show_count(length(groups)), plural(out, "has", "have"), plural(out, "is", "are")
    ))
    counts <- counts[!is.na(groups), , drop = FALSE]
    groups <- groups[!is.na(groups)]
  }
  if (is.null(prior)) prior <- max(order_free_sum(counts@x), 1)
  n <- nlevels(groups)
  found <- term_keyness_core(counts, as.integer(groups), n, prior)
  z <- found$log_odds / found$std_error
  half <- stats::qnorm((1 + level) / 2) * found$std_error
  group <- rep(seq_len(n), ncol(counts))
  term <- rep(colnames(counts), each = n)
  order <- order(group, -z, term, method = "radix")
  columns <- list(
    group = factor(levels(groups)[group], levels(groups)), term = term, count = found$count,
    count_others = found$others, log_odds = found$log_odds, std_error = found$std_error, z = z,
    lower = found$log_odds - half, upper = found$log_odds + half
  )
  new_table(lapply(columns, `[`, order), "term_keyness")
}

# The group of each article of `ids` as a factor without empty levels; NA where it is missing.
check_groups <- function(groups, ids) {
  if (!is.atomic(groups) || is.null(groups)) {
    abort_argument("groups", "a vector with the group of each article", groups)
  }
  if (!is.null(names(groups))) {
    at <- match(ids, names(groups))
    if (anyNA(at)) {
      abort_input(
        "`groups` has names, so it must have one for each article; there is none for \"",
        ids[is.na(at)][[1L]], "\"."
      )
    }
    groups <- groups[at]
  }
  if (length(groups) != length(ids)) {
    wanted <- sprintf("a vector with the group of each of the %d articles", length(ids))
    abort_argument("groups", wanted, groups)
  }
  if (is.factor(groups)) {
    groups <- droplevels(groups)
  } else {
    known <- sort(unique(groups[!is.na(groups)]), method = "radix")
    groups <- factor(as.character(groups), unique(as.character(known)))
  }
  if (nlevels(groups) < 2L) {
    abort_input(
      "`groups` must have at least two different values, each group being compared ",
      "with the others; given ", nlevels(groups), "."
    )
  }
  groups
}
