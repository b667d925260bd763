#' Co-occurrence of terms
#'
#' Which terms occur together: within a window of words, in the same sentence or in the same
#' article.
#'
#' @inheritParams term_collocations
#' @param x The articles, as for [term_matrix()], or tokens of [term_tokens()]; with
#'   `by = "article"` also counts, as for [term_keyness()], whose columns are the terms.
#' @param by One string, the unit: `"window"` (default), `"sentence"` or `"article"`.
#' @param window With `by = "window"`, how many words apart two terms may be, a whole number from 1
#'   to 100; by default 5. Pairs are then counted each time they occur; in sentences and
#'   articles once in each.
#' @param across With `by = "window"`, whether windows reach over marks inside a sentence; by
#'   default `FALSE`.
#' @param terms Terms or patterns (`*`, `?`): pairs with at least one of them are given; by default
#'   (`NULL`) all. Every measure is the same as without it, so that pairs that do not fit into one
#'   table, or into memory, can be asked for in blocks of terms.
#' @param min_docs In how many articles (a whole number from 1) or in which share of them (below
#'   1) each of the two terms must occur; by default 2.
#' @param min_count How often a pair must occur, a whole number of at least 1; by default 2.
#' @param max_pairs How many pairs there are at most, those with the largest `g2`; by default
#'   100,000.
#' @return A data frame of class `tritone_term_cooccurrence`, one row for each pair of different
#'   terms, by falling `g2`, ties by code point: `term_1`, `term_2`, in the order of code points;
#'   `count`, the times or units; `docs`, the articles; `expected`, `pmi`, `npmi`, `g2` and
#'   `log_dice` as in [term_collocations()], from the table of the pairs, or units, with both, with
#'   either and with neither.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described; `tritone_error_limit` for more than
#' 2^31 - 1 pairs that occur `min_count` times, and where memory cannot hold the pairs: raise
#' `min_docs` or `min_count`, or ask for blocks of `terms`.
#' @inherit term_collocations references
#' @seealso [term_collocations()], [term_context()].
#' @export
#' @examples
#' news <- article_example()
#' head(term_cooccurrence(news, by = "sentence", remove = term_stopwords(), min_docs = 4))
term_cooccurrence <- function(x, ..., by = c("window", "sentence", "article"), window = 5,
                              across = FALSE, remove = NULL, terms = NULL, min_docs = 2,
                              min_count = 2, max_pairs = 1e5,
                              threads = getOption("tritone.threads", 2),
                              progress = interactive()) {
  check_given()
  by <- check_choice(by, "by", c("window", "sentence", "article"))
  options <- token_options(..., .more = names(formals()))
  window <- check_count(window, "window", min = 1, max = 100)
  across <- check_flag(across, "across")
  limits <- check_doc_limits(min_docs, Inf)
  min_count <- check_count(min_count, "min_count", min = 1)
  max_pairs <- check_count(max_pairs, "max_pairs", min = 1)
  threads <- check_threads(threads)
  found <- if (by == "article" && is_counts(x)) {
    refuse_options(...)
    units_of_counts(x, remove)
  } else {
    tokens <- pair_tokens(x, options, ..., threads = threads, progress = progress)
    units_of_tokens(tokens, remove, if (by == "window" && !across) "stretch" else by)
  }
  chosen <- logical()
  if (!is.null(terms)) {
    fits <- match_patterns(terms, found$terms, "terms")
    tell_unmatched(terms[!seq_along(terms) %in% fits$pattern], "terms")
    # At least one, so that none chosen is not all.
    chosen <- c(seq_along(found$terms) %in% fits$term, FALSE)
  }
  least <- doc_limits(limits, length(found$doc_ptr) - 1)[[1L]]
  article <- rep(seq_len(length(found$doc_ptr) - 1L), diff(found$doc_ptr))
  found$type[docs_of(found, article)[found$type] < least] <- NA
  once <- by != "window"
  pairs <- term_pairs_core(
    found$type, found$unit, found$doc_ptr, if (once) 0 else window, FALSE, once, min_count, chosen,
    threads, progress_bar("Counting pairs", progress)
  )
  sides <- pair_sides(pairs, found, article, once)
  keep <- which(pairs$first != pairs$second)
  pairs <- lapply(pairs[c("first", "second", "count", "docs")], `[`, keep)
  rank <- code_point_rank(found$terms)
  low <- rank[pairs$first] < rank[pairs$second]
  one <- ifelse(low, pairs$first, pairs$second)
  two <- ifelse(low, pairs$second, pairs$first)
  # Most pairs are rare: only those that are given get all measures.
  g2 <- association_g2(pairs$count, sides$times[one], sides$times[two], sides$all)
  order <- utils::head(order(-g2, rank[one], rank[two], method = "radix"), max_pairs)
  one <- one[order]
  two <- two[order]
  count <- pairs$count[order]
  measures <- association(count, sides$times[one], sides$times[two], sides$all, 0.95)
  columns <- c(
    list(
      term_1 = found$terms[one], term_2 = found$terms[two], count = count,
      docs = pairs$docs[order]
    ),
    measures[c("expected", "pmi", "npmi", "g2", "log_dice")]
  )
  new_table(columns, "term_cooccurrence", by = by)
}

# In how many articles each term is.
docs_of <- function(found, article) {
  n <- length(found$terms)
  key <- (article - 1) * n + found$type
  tabulate(found$type[!is.na(key) & !duplicated(key)], n)
}

# The names of a matrix may be no valid text, which the radix sort refuses.
code_point_rank <- function(x) {
  out <- integer(length(x))
  out[order(as_text(x), method = "radix")] <- seq_along(x)
  out
}

is_counts <- function(x) {
  methods::is(x, "Matrix") || inherits(x, "simple_triplet_matrix") || is.matrix(x) || is_stm_list(x)
}

# The terms of tokens and the units they are in, as term_pairs_core() takes them.
units_of_tokens <- function(tokens, remove, by) {
  unit <- switch(by,
    stretch = tokens$stretch, article = rep(1L, length(tokens$ids)), tokens$sentence
  )
  list(
    type = kept_tokens(tokens, remove), unit = unit, doc_ptr = tokens$doc_ptr,
    terms = tokens$types
  )
}

# The same of counts: each article has each of its terms once.
units_of_counts <- function(x, remove) {
  counts <- as_counts(x, "x")
  rows <- methods::as(Matrix::t(counts), "CsparseMatrix")
  filled <- rows@x > 0
  type <- rows@i[filled] + 1L
  remove <- check_strings(remove, "remove", null = TRUE)
  type[type %in% match_patterns(remove, rownames(rows), "remove")$term] <- NA
  size <- tabulate(rep(seq_len(ncol(rows)), diff(rows@p))[filled], ncol(rows))
  list(
    type = type, unit = rep(1L, length(type)), doc_ptr = c(0, cumsum(as.double(size))),
    terms = rownames(rows)
  )
}

# In how many pairs, or units, each term is, and how many there are.
pair_sides <- function(pairs, found, article, once) {
  n <- length(found$terms)
  if (!once) {
    # A pair of a word with itself has it on both sides; the table is that of places.
    times <- c(pairs$times_first + pairs$times_second, rep(0, n))[seq_len(n)]
    return(list(times = times, all = sum(times)))
  }
  last <- length(article)
  other <- article[-1L] != article[-last] | found$unit[-1L] != found$unit[-last]
  new <- c(TRUE, other)[seq_len(last)]
  unit <- cumsum(new)
  key <- (unit - 1) * n + found$type
  # Doubles, as products of such numbers pass what an integer holds.
  times <- as.double(tabulate(found$type[!is.na(key) & !duplicated(key)], n))
  list(times = times, all = as.double(sum(new)))
}
