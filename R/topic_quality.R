#' How good topics are
#'
#' Scores of each topic that need no reader: whether its terms occur together, whether they are its
#' own, how the topic is spread over the articles and how it differs from the collection.
#'
#' Scores are no judgement. Coherence of any kind agrees poorly with people who read topics (Hoyle
#' et al. 2025, ProxAnn): use the table to find topics that need a look, and read their articles
#' ([topic_articles()]) before you call them good or bad.
#'
#' @section The scores:
#' The n most probable terms of a topic are looked at. D(v) is the number of articles with the term
#' v, D(v, w) with both, N of those that are not empty.
#' * `npmi`: the mean over pairs of terms of
#'   \eqn{\log \frac{N D(v, w)}{D(v) D(w)} / \log \frac{N}{D(v, w)}} (Bouma 2009; Roeder et al.
#'   2015), from -1 (never together) over 0 (as by chance) to 1. Two terms that all articles have
#'   say nothing: 0.
#' * `umass`: the sum over pairs of \eqn{\log \frac{D(v, w) + smooth}{D(w)}}, w the more probable
#'   one (Mimno et al. 2011), at most about 0. stm's `semanticCoherence()` has `smooth = 0.01`, and
#'   divides by the term that comes first in the list of the top terms of all topics, which is
#'   another one where topics share terms; topicdoc's `topic_coherence()` sums over some pairs in
#'   both orders and over pairs of a term with itself.
#' * `exclusivity`: the sum of FREX (see [topic_terms()]) over the n terms, with the given `weight`
#'   of being the topic's own, from 0 to n, as stm's `exclusivity()`. `NA` for one topic.
#' * `prevalence`: the topic's share of all tokens; `size`: the number of terms that it accounts
#'   for, the sum over all terms of its part of their probability over topics.
#' * `document_entropy`: of the topic's tokens over the articles, in nats: low where few articles
#'   have it all, at most `log(N)`.
#' * `distance`: Hellinger's, from 0 to 1, of the topic from the distribution of all tokens.
#' * `junk`: the share of the topic, from 0 to 1, that a topic without a subject has too: the larger
#'   of its overlaps `sum(min(p, q))` with the distribution q of all tokens, and with q equal for
#'   all terms (after AlSumait et al. 2009). A topic that takes up most of the collection has a high
#'   one by that alone.
#'
#' @param fit A fit of [topic_lda()], [topic_stm()], [topic_seeded()] or [topic_nmf()].
#' @param counts Counts as for [predict()][predict.tritone_topics], of the articles of the fit or of
#'   others, such as a larger collection. Columns are matched by name; the top terms of all topics
#'   must be among them. Pairs with a term that no article has are passed over.
#' @param n The number of terms of each topic to look at, a whole number of at least 2; by default
#'   10.
#' @param ... Must be empty.
#' @param smooth What `umass` adds to the number of articles with both terms, a number greater than
#'   0; by default 1.
#' @param weight The weight of being the topic's own in FREX, from 0 to 1, where the rest is that
#'   of being frequent; by default 0.7, that of stm.
#' @param shares The shares of topics in the articles of `counts`, as
#'   [predict()][predict.tritone_topics] gives them. By default (`NULL`) those of the fit where the
#'   articles have the names of the fit's, else predicted ones.
#' @inheritParams topic_lda
#' @return A data frame of class `tritone_topic_quality`, one row for each topic in the order of the
#'   fit: `topic`, a factor; `npmi`, `umass`, `exclusivity`, `prevalence`, `size`,
#'   `document_entropy`, `distance` and `junk`; and `terms`, the most relevant six. Scores of pairs
#'   are `NA` where no pair of terms has articles.
#'
#'   `glance()` gives one row for the fit: `k`, `articles`, `n`; the means over topics of `npmi`,
#'   `umass`, `exclusivity` and `distance`; `diversity`, the share of different terms among the n of
#'   all topics; and `junk`, weighted by prevalence. `tidy()` gives one row for each topic and
#'   score: `topic`, `measure`, `estimate`.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described: terms of the topics that `counts`
#' does not have are named.
#' @references
#' AlSumait, L., Barbara, D., Gentle, J. and Domeniconi, C. (2009). Topic significance ranking of
#' LDA generative models. *ECML PKDD*, 67-82. \doi{10.1007/978-3-642-04180-8_22}
#'
#' Bouma, G. (2009). Normalized (pointwise) mutual information in collocation extraction.
#' *Proceedings of GSCL*, 31-40.
#'
#' Hoyle, A., Calvo-Bartolome, L., Boyd-Graber, J. and Resnik, P. (2025). ProxAnn: use-oriented
#' evaluations of topic models and document clustering. *Proceedings of ACL*, 15872-15897.
#' \doi{10.18653/v1/2025.acl-long.772}
#'
#' Mimno, D., Wallach, H., Talley, E., Leenders, M. and McCallum, A. (2011). Optimizing semantic
#' coherence in topic models. *Proceedings of EMNLP*, 262-272.
#'
#' Roeder, M., Both, A. and Hinneburg, A. (2015). Exploring the space of topic coherence measures.
#' *Proceedings of WSDM*, 399-408. \doi{10.1145/2684822.2685324}
#' @seealso [topic_stability()] for whether topics come back, [topic_search()] for how many.
#' @export
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
#' fit <- topic_lda(terms, k = 6, seed = 1)
#' topic_quality(fit, terms)
#' glance(topic_quality(fit, terms))
topic_quality <- function(fit, counts, n = 10, ..., smooth = 1, weight = 0.7, shares = NULL,
                          threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  fit <- check_terms_fit(fit)
  n <- min(check_count(n, "n", min = 2), ncol(fit$phi))
  smooth <- check_number(smooth, "smooth", 0, 1e6, open = TRUE)
  weight <- check_number(weight, "weight", 0, 1)
  threads <- check_threads(threads)
  top <- unique(as.vector(apply(fit$phi, 1L, top_places, n)))
  counts <- counts_of_fit(fit, counts, "counts", colnames(fit$phi)[top])
  if (!sum(counts) > 0) {
    abort_input("`counts` must hold at least one count of a term of the fit above 0.")
  }
  theta <- shares_of(fit, counts, shares, threads, progress)
  found <- topic_quality_core(
    counts, fit$phi, theta, n, smooth, weight, threads, progress_bar("Judging topics", progress)
  )
  topics <- nrow(fit$phi)
  if (topics == 1L) found$exclusivity <- NA_real_
  found <- found[quality_scores]
  new_table(
    c(list(topic = topic_factor(fit)), found, list(terms = top_terms(fit, 6L))), "topic_quality",
    quality = list(n = n, articles = nrow(counts), diversity = length(top) / (n * topics))
  )
}

quality_scores <- c(
  "npmi", "umass", "exclusivity", "prevalence", "size", "document_entropy", "distance", "junk"
)

#' @rdname topic_quality
#' @param x A table of [topic_quality()].
#' @method glance tritone_topic_quality
#' @export
glance.tritone_topic_quality <- function(x, ...) {
  check_dots(...)
  kept <- kept_part(x, "quality", "topic_quality()")
  new_table(
    list(
      k = nrow(x), articles = kept$articles, n = kept$n, npmi = known_mean(x$npmi),
      umass = known_mean(x$umass), exclusivity = known_mean(x$exclusivity),
      distance = known_mean(x$distance), diversity = kept$diversity,
      junk = sum(x$junk * x$prevalence) / sum(x$prevalence)
    ),
    "glance"
  )
}

#' @rdname topic_quality
#' @method tidy tritone_topic_quality
#' @export
tidy.tritone_topic_quality <- function(x, ...) {
  check_dots(...)
  measures <- setdiff(names(x), c("topic", "terms"))
  new_table(
    list(
      topic = rep(x$topic, each = length(measures)), measure = rep(measures, nrow(x)),
      estimate = as.vector(t(as.matrix(as.data.frame(x)[measures])))
    ),
    "tidy"
  )
}

#' @method print tritone_topic_quality
#' @export
print.tritone_topic_quality <- function(x, ...) {
  NextMethod()
  if (is_whole(x, "quality", quality_scores)) {
    all <- glance(x)
    cat_note(sprintf(
      "All: npmi %s, %s %% of top terms differ, junk %s %% of tokens",
      show_decimals(all$npmi, 3L), show_decimals(100 * all$diversity, 0L),
      show_decimals(100 * all$junk, 0L)
    ))
    cat_note("Scores agree poorly with readers: look at topic_articles()")
  }
  invisible(x)
}

# Does a table still have the columns that its summary is made of, and what was kept beside it?
is_whole <- function(x, part, columns) {
  nrow(x) > 0L && !is.null(attr(x, part, exact = TRUE)) && all(columns %in% names(x))
}

# The mean of what is known, NA where nothing is.
known_mean <- function(x) if (all(is.na(x))) NA_real_ else mean(x, na.rm = TRUE)

# What a verb keeps beside its table.
kept_part <- function(x, part, verb, arg = "x") {
  kept <- attr(x, part, exact = TRUE)
  if (is.null(kept)) abort_argument(arg, paste("a table of", verb), x)
  kept
}
