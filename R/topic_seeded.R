#' Seeded latent Dirichlet allocation
#'
#' Latent Dirichlet allocation in which seed words define some of the topics: such a topic
#' keeps its name and its place, and collects the terms that occur with its seeds. Further topics
#' without seeds take the rest.
#'
#' Each topic has a Dirichlet prior of its own over terms: `eta` pseudo-tokens for every
#' term, plus, for its seeds, `seed_weight` times the number of tokens of that term in `counts`,
#' as in Watanabe and Baturo (2024). So a seed may still occur in other topics if the
#' articles support it. Tokens of seeds start in their topics. Everything else is as in
#' `topic_lda(method = "gibbs")`: draws from the exact posterior, the same for any number
#' of threads.
#'
#' @param seeds A named list of character vectors, one for each topic, a data frame with a column
#'   for each topic (missing and empty cells are left out), or a quanteda
#'   dictionary without nested keys. `*` is any number of characters and `?` is one; case is
#'   ignored. A seed may belong to several topics. One message names the seeds that match no
#'   term; a topic none of whose seeds matches a term is an error.
#' @param ... Settings of the method `"gibbs"` by name, see the section Settings of [topic_lda()]:
#'   `optimize` (here of `alpha` alone), `chains`, `burn_in`, `thin`, `draws`.
#' @param unseeded The number of further topics without seeds, a whole number from 0 to 10,000; by
#'   default 1. They are named `other_1`, `other_2`, ...
#' @param seed_weight The strength of seeds, a number greater than 0: their pseudo-tokens as a
#'   share of the term's tokens; by default 0.1.
#' @param iterations The number of sweeps over all articles, a whole number of at least 1; by
#'   default 400.
#' @inheritParams topic_lda
#' @return An object of class `tritone_topics` as [topic_lda()] returns it, with `seeds`: a
#'   data frame of `topic`, a factor in the order of the fit, `pattern` and `term`. Topics are in
#'   the order of `seeds`.
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
#' fit <- topic_seeded(terms, seeds, unseeded = 3, iterations = 100, seed = 1)
#' topic_terms(fit, n = 5)
topic_seeded <- function(counts, seeds, ..., unseeded = 1, seed_weight = 0.1, iterations = 400,
                         alpha = 0.1, eta = 0.01, checkpoint = NULL, seed = NULL,
                         threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_given()
  settings <- method_settings(
    ..., .method = "gibbs", .methods = c("cvb0", "gibbs", "online"), .verb = topic_seeded,
    .iterations = iterations
  )
  checkpoint <- check_checkpoint(checkpoint)
  counts <- as_counts(counts)
  unseeded <- check_count(unseeded, "unseeded", 0, 1e4)
  seed_weight <- check_number(seed_weight, "seed_weight", 0, 1e6)
  if (seed_weight == 0) abort_argument("seed_weight", "a number greater than 0", seed_weight)
  found <- find_seeds(check_seeds(seeds), colnames(counts))
  named <- unique(found$topic)
  topics <- c(named, sprintf("other_%d", seq_len(unseeded)))
  if (anyDuplicated(topics)) {
    abort_input(
      "`seeds` must not use the names of unseeded topics: ", topics[duplicated(topics)], "."
    )
  }
  options <- lda_options(length(topics), alpha, eta, settings)
  extra <- matrix(0, length(topics), ncol(counts))
  place <- unique(cbind(match(found$topic, topics), match(found$term, colnames(counts))))
  extra[place] <- seed_weight * Matrix::colSums(counts)[place[, 2L]]
  say_function_words(counts)
  out <- run_topics(
    "gibbs", counts, options, check_seed(seed),
    start = options$eta + extra, extra = extra, topics = topics,
    checkpoint = checkpoint,
    threads = check_threads(threads), progress = progress_bar("Fitting topics", progress)
  )
  out$options <- append(out$options, list(seed_weight = seed_weight, unseeded = unseeded), 1L)
  out$seeds <- found
  out$seeds$topic <- factor(found$topic, topics)
  out
}

# A named list of strings, each name once.
check_seeds <- function(seeds) {
  if (inherits(seeds, "dictionary2")) seeds <- flat_keys(unclass(seeds))
  if (!is.list(seeds) || !length(seeds) || is.null(names(seeds))) {
    abort_argument("seeds", "a named list of seed words, one element a topic", seeds)
  }
  if (any(!nzchar(names(seeds))) || anyDuplicated(names(seeds))) {
    abort_input("`seeds` must have a different name for each topic.")
  }
  # Columns of one table are of one length, the shorter ones are filled up.
  if (is.data.frame(seeds)) {
    seeds <- lapply(seeds, function(words) words[!is.na(words) & grepl("\\S", words)])
  }
  Map(function(words, name) check_strings(words, paste0("seeds$", name)), seeds, names(seeds))
}

# One row for each topic, pattern and term that it matches.
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
      "`seeds` must match at least one term for each topic; none is matched for: ",
      name_list(lost), "."
    )
  }
  rows
}
