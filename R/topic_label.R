#' Suggest labels for topics
#'
#' Candidates for the name of each topic, from its terms and, with the articles, from pairs of words
#' that are typical of it. They are for a reader to choose from, who has read articles of the topic
#' ([topic_articles()]).
#'
#' A pair of neighbouring words ("interest rates") says more than a list of words. With `articles`,
#' pairs that occur more often than by chance ([term_collocations()], z above 1.96) are counted in
#' each article; the rate of a pair in a topic is its count over the tokens, both weighted by the
#' topic's share of each article. Pairs whose rate in the topic is at least twice that in all else
#' come first, by relevance: `lambda * log(rate) + (1 - lambda) * log(rate / rate in all)`.
#' Then come the three terms of the highest relevance, FREX and probability (see [topic_terms()]).
#'
#' @param fit A fit of [topic_lda()], [topic_stm()], [topic_seeded()] or [topic_nmf()].
#' @param articles The articles, as for [term_matrix()], matched by `doc_id` with those of the fit
#'   (or of `shares`), some of them or all; or tokens of [term_tokens()]. By default (`NULL`) labels
#'   come from the terms of the fit alone.
#' @param n The number of suggestions for each topic, a whole number of at least 1, by default 3;
#'   there may be fewer.
#' @param ... Options of the tokens as for [term_matrix()], by name.
#' @param remove Words that are in no pair, as for [term_matrix()]; by default [term_stopwords()].
#' @param min_count How often a pair must occur, a whole number of at least 1; by default 3.
#' @param lambda The weight of the rate in the relevance, from 0 to 1; by default 0.6.
#' @param shares The shares of topics in `articles` where they are not those of the fit, as
#'   [predict()][predict.tritone_topics] gives them.
#' @inheritParams topic_lda
#' @return A data frame of class `tritone_topic_label`, by topic and rank: `topic`, a factor in the
#'   order of the fit; `rank`; `label`; and `kind`, `"pair"`, `"relevance"`, `"frex"` or
#'   `"probability"`.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @references
#' Mei, Q., Shen, X. and Zhai, C. (2007). Automatic labeling of multinomial topic models. *KDD*,
#' 490-499. \doi{10.1145/1281192.1281246}
#' @seealso [topic_terms()], [topic_articles()].
#' @export
#' @examples
#' news <- article_example()
#' terms <- term_matrix(news, remove = term_stopwords(), min_docs = 2)
#' fit <- topic_lda(terms, k = 6, seed = 1)
#' topic_label(fit, n = 1)
#' topic_label(fit, news, n = 2)
topic_label <- function(fit, articles = NULL, n = 3, ..., remove = term_stopwords(), min_count = 3,
                        lambda = 0.6, shares = NULL, threads = getOption("tritone.threads", 2),
                        progress = interactive()) {
  check_given()
  options <- token_options(..., .more = names(formals()))
  fit <- check_terms_fit(fit)
  n <- check_count(n, "n", min = 1)
  min_count <- check_count(min_count, "min_count", min = 1)
  lambda <- check_number(lambda, "lambda", min = 0, max = 1)
  threads <- check_threads(threads)
  check_flag(progress, "progress")
  topics <- seq_len(nrow(fit$phi))
  pairs <- rep(list(character()), length(topics))
  if (!is.null(articles)) {
    if (is_tokens(articles)) {
      refuse_options(...)
      tokens <- as_tokens(articles)
    } else {
      read <- as_articles(articles, options$parts, options$profile, "articles", options$voices)
      tokens <- make_tokens(read, options, threads, progress)
      tell_parts_left_out(read)
    }
    theta <- fit_shares(fit, shares)
    pairs <- typical_pairs(tokens, theta, remove, min_count, lambda, n, threads)
  }
  words <- lapply(c("relevance", "frex", "probability"), function(by) {
    table <- ranked_terms(fit, min(3L, ncol(fit$phi)), by, relevance_lambda)
    vapply(split(table$term, table$topic), paste, "", collapse = ", ")
  })
  rows <- lapply(topics, function(k) {
    label <- c(pairs[[k]], words[[1L]][[k]], words[[2L]][[k]], words[[3L]][[k]])
    kind <- c(rep("pair", length(pairs[[k]])), "relevance", "frex", "probability")
    kept <- utils::head(which(!duplicated(label)), n)
    list(label = label[kept], kind = kind[kept])
  })
  size <- lengths(lapply(rows, `[[`, "label"))
  new_table(
    list(
      topic = topic_factor(fit, rep(topics, size)), rank = sequence(size),
      label = unlist(lapply(rows, `[[`, "label")), kind = unlist(lapply(rows, `[[`, "kind"))
    ),
    "topic_label"
  )
}

# For each topic at most n pairs of words, the most typical first.
typical_pairs <- function(tokens, theta, remove, min_count, lambda, n, threads) {
  ids <- names(tokens)
  at <- fit_rows(ids, rownames(theta))
  if (all(is.na(at))) {
    abort_input(
      "`articles` must have articles of the fit, matched by `doc_id`; it has none of them."
    )
  }
  none <- rep(list(character()), ncol(theta))
  found <- term_collocations(
    tokens, remove = remove, min_count = min_count, threads = threads, progress = FALSE
  )
  found <- found[found$z > stats::qnorm(0.975), ]
  if (!nrow(found)) return(none)
  counts <- term_matrix(
    tokens, ngrams = 2, concatenator = " ", remove = remove, threads = threads, progress = FALSE
  )
  known <- !is.na(at)
  pairs <- intersect(paste(found$term_1, found$term_2), colnames(counts))
  counts <- counts[known, pairs, drop = FALSE]
  if (!length(pairs)) return(none)
  theta <- theta[at[known], , drop = FALSE]
  size <- diff(unclass(tokens)$doc_ptr)[known]
  rate <- as.matrix(Matrix::crossprod(counts, theta))
  own <- colSums(theta * size)
  rate <- sweep(rate, 2L, pmax(own, 1e-300), "/")
  count <- Matrix::colSums(counts)
  lift <- log(rate) - log(count / sum(size))
  relevance <- lambda * log(rate) + (1 - lambda) * lift
  lapply(seq_len(ncol(theta)), function(k) {
    rest <- (count - rate[, k] * own[[k]]) / pmax(sum(size) - own[[k]], 1e-300)
    kept <- which(ncol(theta) == 1L | rate[, k] >= 2 * rest)
    pairs[kept[top_places(relevance[kept, k], n)]]
  })
}
