#' A multiverse of preparations: does a finding survive how the texts are prepared?
#'
#' Counts the articles under many preparations (stems, stop words, numbers, n-grams, limits, parts),
#' gives each matrix of counts to a function of yours, and returns what it finds in one table, with
#' the distance of each preparation from the others. [plot()][plot.tritone_term_multiverse] draws
#' the specification curve.
#'
#' Texts are cut into tokens once for each choice of tokens, and terms are counted once for
#' preparations that differ only in `min_docs`, `max_docs` or `max_terms`. Each matrix equals that
#' of [term_matrix()] with the same arguments.
#' @inheritParams term_matrix
#' @param x The articles or tokens, as for [term_matrix()]. For tokens only arguments of counting
#'   can differ, and for data frames of tokens `token` and `pos`.
#' @param fn A function that is called with the counts of each preparation, articles x terms, rows
#'   in the order of `x`. It returns numbers, with names if there are several, or a data frame with
#'   a column `estimate` and perhaps `std_error`, `lower`, `upper` and `p`, one row for each value;
#'   its other columns of strings or factors name the values.
#' @param grid The preparations, in arguments of [term_matrix()]: a data frame with a row for each
#'   and a column for each argument (a list column where values are longer than one); a list of
#'   lists of arguments, `list(list(stem = TRUE), list(ngrams = 1:2))`; or a named list of the
#'   alternatives of each argument, all of whose combinations are taken,
#'   `list(stem = c(FALSE, TRUE), ngrams = list(1, 1:2))`, where names of alternatives are shown in
#'   place of them. By default (`NULL`) the 64 combinations of six choices, as Denny and Spirling
#'   have them: with and without stems (where the package SnowballC is installed), stop words in
#'   English, numbers, punctuation, pairs of neighbours, and terms in fewer than one of a hundred
#'   articles; those that `...` or tokens settle are left out. The first preparation is the one with
#'   which the others are compared: let it be the plainest.
#' @param ... Arguments of [term_matrix()] that all preparations share, by name.
#' @param sample The number of articles, evenly spaced, between which distances are measured; a
#'   whole number from 0 to 1,000, by default 200; below 3 there are no distances.
#' @param seed A whole number from 0 to 2^31 - 1 to which R's generator is set before each call of
#'   `fn`, so that preparations do not differ by chance; by default (`NULL`) drawn from it.
#'   Afterwards the generator is as it was before.
#' @return A data frame of class `tritone_term_multiverse`, one row for each preparation and value:
#'   `preparation`, its number in `grid`, or its name if a list of lists has names; a column for
#'   each argument of `grid`; `terms`, the number of columns of the matrix; `value`, the name of the
#'   number that `fn` gave, `"value"` for one without a name; `estimate`; `std_error`, `lower`,
#'   `upper` and `p` where `fn` gives any; `distance`; and `message`. Where `fn`, or counting, ends
#'   in an error the preparation has one row without an estimate, whose `message` is that of the
#'   error; else it is `NA`. `print()` says for each value how many preparations agree.
#' @section The distance:
#' That of Denny and Spirling (2018), section 4: with the cosine distances between all pairs of the
#' sampled articles, pairs are ranked by how much their distance differs from that under the first
#' preparation, the largest first, ties by average rank. For the 50 pairs that a preparation moves
#' most, `distance` is the mean difference of their rank from that under each other preparation,
#' divided by the number of pairs. It is near 0 for a preparation that changes what the others
#' change too; a finding that rests on one with a large distance needs a reason for it. It is `NA`
#' for the first preparation, for fewer than three preparations, and where rows are not the
#' articles. An article without terms has distance 1 from every other.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @references
#' Denny M, Spirling A (2018). Text preprocessing for unsupervised learning: why it matters, when it
#' misleads, and what to do about it. *Political Analysis*, 26(2), 168-189.
#' \doi{10.1017/pan.2017.44}
#'
#' Steegen S, Tuerlinckx F, Gelman A, Vanpaemel W (2016). Increasing transparency through a
#' multiverse analysis. *Perspectives on Psychological Science*, 11(5), 702-712.
#' \doi{10.1177/1745691616658637}
#' @seealso [plot.tritone_term_multiverse()], [term_matrix()], [term_keyness()].
#' @export
#' @examples
#' news <- article_example()
#' more_often <- function(counts) {
#'   found <- term_keyness(counts, news$source == "Halvera Press Agency")
#'   found <- found[found$group == "TRUE" & found$term %in% c("border", "harvest"), ]
#'   data.frame(
#'     term = found$term, estimate = found$log_ratio, lower = found$log_ratio_lower,
#'     upper = found$log_ratio_upper
#'   )
#' }
#' grid <- list(
#'   remove = list(none = NULL, stopwords = term_stopwords()), numbers = c(TRUE, FALSE),
#'   min_docs = c(1, 5)
#' )
#' many <- term_multiverse(news, more_often, grid)
#' many
#' plot(many)
term_multiverse <- function(x, fn, grid = NULL, ..., sample = 200, seed = NULL,
                            threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_given()
  if (!is.function(fn)) abort_argument("fn", "a function of a matrix of counts", fn)
  sample <- check_count(sample, "sample", max = 1000)
  if (!is.null(seed)) seed <- check_count(seed, "seed", max = 2^31 - 1)
  seed <- check_seed(seed)
  threads <- check_threads(threads)
  plan <- multiverse_plan(grid, list(...), x)
  once_each({
    ids <- if (is_tokens(x)) names(as_tokens(x)) else as_articles(x)$doc_id
    made <- run_multiverse(x, fn, plan$args, ids, sample, seed, threads, progress)
  })
  multiverse_table(plan, made)
}

# Runs `fn` on the counts of all preparations: list(results, distance). Preparations that share
# their tokens, and their counts but for limits, follow one another, so that each is made once.
run_multiverse <- function(x, fn, args, ids, sample, seed, threads, progress) {
  is_word <- lapply(args, function(own) names(own) %in% word_arguments())
  words <- Map(function(own, is) own[is], args, is_word)
  counting <- Map(function(own, is) own[!is], args, is_word)
  of_words <- same_lists(words)
  of_counts <- same_lists(Map(list, of_words, lapply(counting, without_limits)))
  chosen <- unique(round(seq(1, length(ids), length.out = min(sample, length(ids)))))
  results <- vector("list", length(args))
  apart <- vector("list", length(args))
  tick <- progress_bar("Preparing counts", progress)
  restore <- keep_generator()
  on.exit(restore())
  order <- order(of_words, of_counts)
  for (k in order) {
    first <- of_words[[k]] == k
    if (first) tokens <- or_error(multiverse_tokens(x, words[[k]], threads))
    if (of_counts[[k]] == k) {
      widest <- or_error(widest_counts(tokens, counting[of_counts == k], threads))
    }
    counts <- or_error(limited_counts(widest, counting[[k]]))
    results[[k]] <- run_preparation(fn, counts, seed)
    if (length(chosen) > 2L && !is_error(counts) && identical(rownames(counts), ids)) {
      apart[[k]] <- cosine_distances(counts[chosen, , drop = FALSE])
    }
    if (!is.null(tick)) tick(match(k, order), length(args))
  }
  list(results = results, distance = preparation_distances(apart))
}

# The arguments of term_matrix() that say what the tokens are.
word_arguments <- function() c(names(formals(token_options)), "language")

limit_arguments <- c("min_docs", "max_docs", "max_terms")

# What is counted without limits on the terms, which can be applied afterwards unless the columns
# are no terms.
without_limits <- function(counting) {
  if (!takes_limits(counting)) return(counting)
  counting[setdiff(names(counting), limit_arguments)]
}

takes_limits <- function(counting) is.null(counting$dictionary) && is.null(counting$hash_size)

given_limits <- function(counting) {
  limit <- function(name, usual) if (is.null(counting[[name]])) usual else counting[[name]]
  check_limits(limit("min_docs", 1), limit("max_docs", Inf), limit("max_terms", Inf))
}

multiverse_tokens <- function(x, words, threads) {
  if (is_tokens(x)) return(do.call(given_tokens, c(list(x), words)))
  language <- check_language(words[["language"]])
  options <- do.call(token_options, words[names(words) != "language"])
  articles <- only_language(counted_articles(x, options), language, threads)
  tokens <- make_tokens(articles, options, threads, FALSE)
  tell_parts_left_out(articles)
  tokens
}

# The counts of preparations that differ in limits alone, with all terms that any of them keeps.
widest_counts <- function(tokens, counting, threads) {
  if (is_error(tokens)) stop(tokens)
  own <- without_limits(counting[[1L]])
  if (takes_limits(own) && !identical(own$by, "sentence")) {
    least <- vapply(counting, function(one) {
      limits <- or_error(given_limits(one))
      if (is_error(limits)) Inf else limits_of(limits, length(tokens))[["min_docs"]]
    }, 0)
    own$min_docs <- max(1, min(least))
  }
  do.call(term_matrix, c(list(tokens), own, list(threads = threads, progress = FALSE)))
}

limited_counts <- function(counts, counting) {
  if (is_error(counts)) stop(counts)
  if (!takes_limits(counting)) return(counts)
  limits <- limits_of(given_limits(counting), nrow(counts))
  docs <- diff(counts@p)
  kept <- which(docs >= limits[["min_docs"]] & docs <= limits[["max_docs"]])
  kept <- utils::head(kept, min(limits[["max_terms"]], length(kept)))
  if (length(kept) == ncol(counts)) counts else counts[, kept, drop = FALSE]
}

or_error <- function(expr) tryCatch(expr, error = function(e) if (is_limit(e)) stop(e) else e)

is_error <- function(x) inherits(x, "error")

# list(terms, values, message) of one preparation; `values` is NULL where there is an error.
run_preparation <- function(fn, counts, seed) {
  values <- counts
  if (!is_error(counts)) {
    values <- or_error({
      set.seed(seed)
      multiverse_values(fn(counts))
    })
  }
  failed <- is_error(values)
  list(
    terms = if (is_error(counts)) NA_integer_ else ncol(counts),
    values = if (!failed) values,
    message = if (failed) as_text(conditionMessage(values)) else NA_character_
  )
}

value_columns <- c("std_error", "lower", "upper", "p")

# What `fn` returned as list(value, estimate, and perhaps others of value_columns).
multiverse_values <- function(x) {
  if (is.data.frame(x)) {
    x <- plain_frame(x)
    numbers <- x[intersect(c("estimate", value_columns), names(x))]
    named <- vapply(x, function(column) is.character(column) || is.factor(column), NA)
    names <- if (any(named)) do.call(paste, unname(lapply(x[named], as.character)))
    right <- "estimate" %in% names(x) && all(vapply(numbers, is.numeric, NA))
  } else {
    numbers <- list(estimate = as.vector(x))
    names <- names(x)
    right <- is.numeric(x) || is.logical(x)
  }
  if (!right) {
    abort_input(
      "`fn` must return numbers, or a data frame with a numeric column `estimate`, not ",
      describe(x), "."
    )
  }
  n <- length(numbers$estimate)
  if (!n) abort_input("`fn` returned no value.")
  if (is.null(names)) names <- if (n == 1L) "value" else as.character(seq_len(n))
  names[is.na(names) | !nzchar(names)] <- as.character(which(is.na(names) | !nzchar(names)))
  c(list(value = make.unique(names)), lapply(numbers, as.double))
}

multiverse_table <- function(plan, made) {
  results <- made$results
  values <- lapply(results, `[[`, "values")
  failed <- vapply(values, is.null, NA)
  rows <- ifelse(failed, 1L, vapply(values, function(own) length(own$estimate), 0L))
  at <- rep(seq_along(results), rows)
  number <- function(name) {
    unlist(Map(function(own, n) {
      if (is.null(own[[name]])) rep(NA, n) else own[[name]]
    }, values, rows), use.names = FALSE)
  }
  given <- value_columns[vapply(value_columns, function(name) {
    any(vapply(values, function(own) !is.null(own[[name]]), NA))
  }, NA)]
  if (any(failed)) {
    message(sprintf(
      "%s of %s failed; the column `message` says why.", show_count(sum(failed)),
      count_of(length(failed), "preparation")
    ))
  }
  new_table(
    c(
      list(preparation = plan$names[at]), lapply(plan$columns, `[`, at),
      list(
        terms = vapply(results, `[[`, 0L, "terms")[at], value = as.character(number("value")),
        estimate = as.double(number("estimate"))
      ),
      stats::setNames(lapply(given, function(name) as.double(number(name))), given),
      list(
        distance = made$distance[at], message = vapply(results, `[[`, "", "message")[at]
      )
    ),
    "term_multiverse",
    choices = names(plan$columns)
  )
}

# The cosine distances of all pairs of rows; an empty row has distance 1 from every other.
cosine_distances <- function(counts) {
  size <- sqrt(Matrix::rowSums(counts^2))
  near <- as.matrix(Matrix::tcrossprod(counts)) / outer(size, size)
  near <- near[lower.tri(near)]
  near[is.na(near)] <- 0
  1 - near
}

# Denny and Spirling's score of each preparation, from its distances of all pairs, NULL where there
# are none. `top` is how many of the pairs that a preparation moves most are looked at.
preparation_distances <- function(apart, top = 50L) {
  out <- rep(NA_real_, length(apart))
  known <- which(!vapply(apart, is.null, NA))
  if (length(known) < 3L || known[[1L]] != 1L) return(out)
  others <- known[-1L]
  rank <- vapply(apart[others], function(own) {
    rank(-abs(own - apart[[1L]]))
  }, numeric(length(apart[[1L]])))
  out[others] <- vapply(seq_along(others), function(i) {
    moved <- utils::head(order(rank[, i]), top)
    mean(abs(rank[moved, -i] - rank[moved, i])) / nrow(rank)
  }, 0)
  out
}

# Each message and warning once, however many preparations give it.
once_each <- function(expr) {
  seen <- character()
  once <- function(restart) {
    function(condition) {
      text <- conditionMessage(condition)
      if (text %in% seen) invokeRestart(restart)
      seen <<- c(seen, text)
    }
  }
  withCallingHandlers(
    expr, message = once("muffleMessage"), warning = once("muffleWarning")
  )
}

# A function that puts R's generator back to where it is now.
keep_generator <- function() {
  place <- globalenv()
  old <- place$.Random.seed
  function() {
    if (is.null(old)) rm(list = ".Random.seed", envir = place) else place$.Random.seed <- old
  }
}
