#' Collocations: words that occur side by side
#'
#' Pairs of neighbouring words that occur more often than their words would by chance, such as
#' "prime minister", with the usual measures of association. Pairs never reach over the end of a
#' sentence, nor over a mark unless `across` allows it.
#'
#' @inheritParams term_matrix
#' @param x The articles, as for [term_matrix()], or tokens of [term_tokens()].
#' @param ... Options of the tokens as for [term_matrix()], by name. Tokens of [term_tokens()] have
#'   these options already.
#' @param window How many words apart the second word may be, a whole number from 1 to 100; by
#'   default 1, the next word.
#' @param across Whether pairs reach over marks inside a sentence: commas, colons, slashes,
#'   brackets, dashes and quotation marks; by default `FALSE`.
#' @param remove Words that are in no pair, as for [term_matrix()]; they keep their place, so that
#'   their neighbours are not side by side.
#' @param min_count How often a pair must occur, a whole number of at least 1; by default 2.
#' @param level The level of the intervals, a number between 0 and 1; by default 0.95.
#' @return A data frame of class `tritone_term_collocations`, one row for each pair, by falling
#'   `z`, ties by code point: `term_1`, `term_2`; `count`; `docs`, the articles with it; `expected`,
#'   its count by chance; `lambda`, the log odds ratio, its `std_error`, `z`, `lower` and `upper`;
#'   `pmi` and `npmi`, in bits and from -1 to 1; `g2`, negative if the pair is rarer than by chance;
#'   `log_dice`, at most 14.
#' @section The measures:
#' All pairs of words within `window` make a table of two by two for each pair: \eqn{n_{11}} times
#' the pair, \eqn{n_{10}} the first word with another second, \eqn{n_{01}} the second with another
#' first, \eqn{n_{00}} neither, \eqn{N} their sum.
#' `lambda` is \eqn{\log \frac{n_{11} n_{00}}{n_{10} n_{01}}} with 1/2 added to each (Blaheta and
#' Johnson 2001), with the standard error \eqn{\sqrt{\sum 1 / (n_{ij} + 1/2)}}, which takes pairs as
#' independent. With \eqn{P = n_{11} / N}, `pmi` is \eqn{\log_2 P / (P_{1.} P_{.1})} and `npmi` is
#' `pmi` over \eqn{-\log_2 P} (Bouma 2009). `log_dice` is
#' \eqn{14 + \log_2 \frac{2 n_{11}}{n_{1.} + n_{.1}}} (Rychly 2008). Removed words and pairs with
#' them are no part of the tables.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @references
#' Blaheta D, Johnson M (2001). Unsupervised learning of multi-word verbs. *Proceedings of the ACL
#' Workshop on Collocation*, 54-60.
#'
#' Bouma G (2009). Normalized (pointwise) mutual information in collocation extraction.
#' *Proceedings of GSCL*, 31-40.
#'
#' Rychly P (2008). A lexicographer-friendly association score. *Proceedings of RASLAN*, 6-9.
#' @seealso [term_matrix()], whose `phrases` counts pairs as one term; [term_cooccurrence()].
#' @export
#' @examples
#' news <- article_example()
#' head(term_collocations(news, remove = term_stopwords(), min_count = 4))
term_collocations <- function(x, ..., window = 1, across = FALSE, remove = NULL, min_count = 2,
                              level = 0.95, threads = getOption("tritone.threads", 2),
                              progress = interactive()) {
  check_given()
  options <- token_options(..., .more = names(formals()))
  window <- check_count(window, "window", min = 1, max = 100)
  across <- check_flag(across, "across")
  min_count <- check_count(min_count, "min_count", min = 1)
  level <- check_number(level, "level", min = 0, max = 1, open = TRUE)
  tokens <- pair_tokens(x, options, ..., threads = threads, progress = progress)
  pairs <- term_pairs_core(
    kept_tokens(tokens, remove), if (across) tokens$sentence else tokens$stretch, tokens$doc_ptr,
    window, TRUE, FALSE, min_count, logical(), check_threads(threads),
    progress_bar("Counting pairs", progress)
  )
  types <- tokens$types
  measures <- association(
    pairs$count, pairs$times_first[pairs$first], pairs$times_second[pairs$second],
    sum(pairs$times_first), level
  )
  columns <- c(
    list(
      term_1 = types[pairs$first], term_2 = types[pairs$second], count = pairs$count,
      docs = pairs$docs
    ),
    measures
  )
  order <- order(-columns$z, columns$term_1, columns$term_2, method = "radix")
  new_table(lapply(columns, `[`, order), "term_collocations")
}

# The tokens of articles, or tokens as they are, as a plain list.
pair_tokens <- function(x, options, ..., threads, progress) {
  if (is_tokens(x)) {
    return(unclass(given_tokens(x, ...)))
  }
  articles <- counted_articles(x, options)
  tokens <- make_tokens(articles, options, threads, progress)
  tell_parts_left_out(articles)
  unclass(tokens)
}

# The type of each token, NA where `remove` leaves it out.
kept_tokens <- function(tokens, remove) kept_by(tokens, removed_entries(remove, tokens$options))

# `remove` where words are counted one by one, as cut_entries() gives it.
removed_entries <- function(remove, options) {
  remove <- enc2utf8(as.character(check_strings(remove, "remove", null = TRUE)))
  settings <- list(remove = remove, ngrams = 1, phrases = character(), buckets = 0)
  cut_entries(settings, options)
}

kept_by <- function(tokens, removed) {
  if (!length(removed$remove) && !length(removed$removed)) return(tokens$ids)
  kept <- seq_along(tokens$types)
  kept[match_patterns(removed$remove, tokens$types, "remove")$term] <- NA
  out <- kept[tokens$ids]
  for (words in removed$removed) {
    places <- find_patterns(tokens, list(words), "glob")
    for (k in seq_along(words)) out[places$first + k - 1] <- NA
  }
  out
}

# The measures of association of pairs that occur n times, whose words occur `first` and `second`
# times in such places, out of `all` pairs.
association <- function(n, first, second, all, level) {
  n10 <- first - n
  n01 <- second - n
  n00 <- all - first - second + n
  expected <- first * second / all
  lambda <- log((n + 0.5) * (n00 + 0.5) / ((n10 + 0.5) * (n01 + 0.5)))
  std_error <- sqrt(1 / (n + 0.5) + 1 / (n10 + 0.5) + 1 / (n01 + 0.5) + 1 / (n00 + 0.5))
  half <- stats::qnorm((1 + level) / 2) * std_error
  pmi <- log2(n / expected)
  list(
    expected = expected, lambda = lambda, std_error = std_error, z = lambda / std_error,
    lower = lambda - half, upper = lambda + half, pmi = pmi,
    npmi = ifelse(n < all, pmi / -log2(n / all), 1),
    g2 = association_g2(n, first, second, all), log_dice = 14 + log2(2 * n / (first + second))
  )
}

# G2 of each pair, negative where it occurs less often than by chance.
association_g2 <- function(n, first, second, all) {
  part <- function(x, e) {
    out <- x * log(x / e)
    out[x <= 0] <- 0
    out
  }
  g2 <- part(n, first * second / all) + part(first - n, first * (all - second) / all) +
    part(second - n, (all - first) * second / all) +
    part(all - first - second + n, (all - first) * (all - second) / all)
  g2 <- 2 * g2
  g2[g2 < 0] <- 0
  rare <- n < first * second / all
  g2[rare] <- -g2[rare]
  g2
}
