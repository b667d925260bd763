#' Topics from seed words
#'
#' Latent Dirichlet allocation in which some topics are told by words of theirs: a topic
#' keeps the name and the place it was given, and gathers what stands near its seeds.
#' Further topics without seeds take up the rest.
#'
#' Each topic has a Dirichlet prior of its own over terms: `eta` pseudo-tokens for every
#' term, and for its seeds `weight` times the tokens of that term in `counts` in addition,
#' as in Watanabe and Baturo (2024). So a seed may still occur in other topics, where the
#' articles speak for it. Tokens of seeds start in their topics. Everything else is that of
#' `topic_lda(method = "gibbs")`: draws from the exact posterior, the same for any number
#' of threads.
#'
#' @param seeds A named list of character vectors, one a topic, or a quanteda dictionary
#'   without nested keys. `*` stands for any number of characters and `?` for one; case is
#'   ignored. A seed may belong to several topics. Those that fit no term are named in one
#'   message; a topic none of whose seeds fits a term is an error.
#' @param residual The number of further topics, a whole number of at least 0; by default 1.
#'   They are named `other_1`, `other_2`, ...
#' @param weight The strength of seeds, a number greater than 0: their pseudo-tokens as a
#'   share of the term's tokens; by default 0.1.
#' @inheritParams topic_lda
#' @param iterations,burn_in,thin Sweeps over all articles, a whole number of at least 1, by
#'   default 400; those that are not averaged, by default (`NULL`) half of them; and every
#'   how many-th of the others is, by default 5.
#' @param optimize Whether to learn `alpha`, one for each topic; by default `FALSE`.
#' @param chains The number of chains, a whole number of at least 1; by default 1.
#' @param checkpoint A path, or `NULL` (default), see [topic_lda()].
#' @return An object of class `tritone_topics` as [topic_lda()] gives it, with `seeds`: a data
#'   frame of `topic`, `pattern` and `term`. Topics stand in the order of `seeds`.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described, a topic has no seed among the
#' terms, or counts are not whole numbers.
#' @references
#' Watanabe, K. and Baturo, A. (2024). Seeded sequential LDA: a semi-supervised algorithm for
#' topic-specific analysis of sentences. *Social Science Computer Review*, 42(1), 224-248.
#' \doi{10.1177/08944393231178605}
#'
#' Lu, B., Ott, M., Cardie, C. and Tsou, B. K. (2011). Multi-aspect sentiment analysis with
#' topic models. *ICDM Workshops*, 81-88. \doi{10.1109/ICDMW.2011.125}
#' @seealso [topic_lda()], [topic_terms()]
#' @export
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
#' seeds <- list(health = c("fever", "hospital*", "clinic*"), harvest = c("harvest*", "farm*"))
#' fit <- topic_seeded(terms, seeds, residual = 3, iterations = 100, seed = 1)
#' topic_terms(fit, n = 5)
topic_seeded <- function(counts, seeds, residual = 1, weight = 0.1, iterations = 400, alpha = 0.1,
                         eta = 0.01, optimize = FALSE, chains = 1, burn_in = NULL, thin = 5,
                         checkpoint = NULL, seed = NULL,
                         threads = getOption("tritone.threads", 2), progress = interactive(), ...) {
  check_dots(...)
  counts <- as_counts(counts)
  residual <- check_count(residual, "residual", 0)
  weight <- check_number(weight, "weight", 0, 1e6)
  if (weight == 0) abort_argument("weight", "a number greater than 0", weight)
  found <- find_seeds(check_seeds(seeds), colnames(counts))
  named <- unique(found$topic)
  topics <- c(named, sprintf("other_%d", seq_len(residual)))
  if (anyDuplicated(topics)) {
    abort_input("`seeds` must not use the names of residual topics: ", topics[duplicated(topics)])
  }
  options <- gibbs_settings(
    list(
      k = check_count(length(topics), "k", 1),
      iterations = check_count(iterations, "iterations", 1, 1e9),
      alpha = check_number(alpha, "alpha", 1e-10, 1e6), eta = check_number(eta, "eta", 1e-10, 1e6)
    ),
    list(
      optimize = check_flag(optimize, "optimize"), burn_in = burn_in,
      chains = check_count(chains, "chains", 1, 1000), thin = check_count(thin, "thin", 1)
    )
  )
  extra <- matrix(0, length(topics), ncol(counts))
  place <- unique(cbind(match(found$topic, topics), match(found$term, colnames(counts))))
  extra[place] <- weight * Matrix::colSums(counts)[place[, 2L]]
  seed <- check_seed(seed)
  fit <- fit_gibbs(
    counts, options, eta + extra, seed, check_string(checkpoint, "checkpoint", null = TRUE),
    check_threads(threads), progress_bar("Fitting topics", progress), extra
  )
  options <- c(list(method = "gibbs", weight = weight, residual = residual), options)
  out <- new_topics(fit, options, seed, topics, counts)
  out$seeds <- found
  out
}

# A named list of strings, each name once.
check_seeds <- function(seeds) {
  if (inherits(seeds, "dictionary2")) seeds <- flat_keys(unclass(seeds))
  if (!is.list(seeds) || !length(seeds) || is.null(names(seeds))) {
    abort_argument("seeds", "a named list of seed words, one element a topic", seeds)
  }
  if (any(!nzchar(names(seeds))) || anyDuplicated(names(seeds))) {
    abort_input("`seeds` must have a name of its own for each topic.")
  }
  for (name in names(seeds)) check_strings(seeds[[name]], paste0("seeds$", name))
  seeds
}

# One row a topic, pattern and term that it fits.
find_seeds <- function(seeds, terms) {
  seeds <- lapply(seeds, unique)
  patterns <- unlist(seeds, use.names = FALSE)
  topic <- rep(names(seeds), lengths(seeds))
  found <- match_patterns(patterns, terms, "seeds")
  tell_unmatched(patterns[!seq_along(patterns) %in% found$pattern], "seeds")
  rows <- data.frame(
    topic = topic[found$pattern], pattern = patterns[found$pattern], term = terms[found$term]
  )
  lost <- setdiff(names(seeds), rows$topic)
  if (length(lost)) {
    abort_input(
      "`seeds` must have a word among the terms for each topic; none for: ",
      paste0("`", lost, "`", collapse = ", "), "."
    )
  }
  rows
}
