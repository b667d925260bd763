#' Whether topics come back
#'
#' Fits a model again and again, each time with another seed and to articles that are drawn anew
#' with replacement, and looks for each topic in every run: a topic that is in the articles comes
#' back, one that is chance does not.
#'
#' The fit to all articles has the topics that are judged. Those of each run are matched with them
#' one to one (see [topic_match()]). That a matched topic is similar says little where all topics
#' are alike, so a run counts by how much its match is better than the next best: with s the cosine
#' of the topic with its match and r that with the most similar other topic of the run, a run scores
#' `max(0, (s - r) / (1 - r))`: 1 where the topic comes back exactly, 0 where another topic fits as
#' well.
#'
#' Of several topics of chance one is always the most similar. What chance alone scores, c, is
#' measured: the same model is fitted to articles without topics, among which all tokens are dealt
#' out at random, each article as long and each term as frequent as before, and to a few draws of
#' them. A score s then counts as `(s - c) / (1 - c)`, and `reproducibility` is the mean over runs,
#' with the interval of Student's t, both cut to 0 and 1. A single topic always comes back.
#'
#' Where a draw lacks a level of a covariate of `prevalence` or `content`, articles are drawn within
#' the levels instead, so that each keeps its number of articles. A run whose fit fails does not
#' count. Messages count both. Ctrl-C and limits of memory or time are no failed runs: they end all.
#'
#' The consensus is the mean of each topic's matches over all runs and the fit itself: a fit without
#' much of what is chance in a single one, which all verbs take.
#'
#' @inheritParams topic_search
#' @param k The number of topics, a whole number of at least 1.
#' @param runs The number of runs, a whole number of at least 2; by default 10.
#' @param bootstrap Whether each run is fitted to articles drawn with replacement; by default
#'   `TRUE`. `FALSE` fits all articles with other seeds; models whose start is not random, such as
#'   [topic_stm()], then come back from anything, and their `reproducibility` is `NA`.
#' @param level The probability of the intervals, a number between 0 and 1; by default 0.95.
#' @param seed A whole number for draws and fits; by default (`NULL`) one is drawn from R's
#'   generator, so that `set.seed()` works.
#' @return A data frame of class `tritone_topic_stability`, one row for each topic in the order of
#'   the fit to all articles: `topic`, a factor; `reproducibility`, `lower` and `upper`, from 0 to
#'   1; `similarity`, the mean cosine with the matches; `prevalence`; and `terms`, the six most
#'   relevant. The attribute `fit` is the fit to all articles, `consensus` that of the mean topics,
#'   `runs` the scores of the runs that did not fail, topics x runs, `chance` what chance scores
#'   (`NA` where no fit to chance was possible, as is then `reproducibility`), and `failed` and
#'   `stratified` how many runs failed or were drawn within levels. `plot()` draws the intervals;
#'   `glance()` gives one row: `k`, `runs`, `chance`, the mean `reproducibility`,
#'   `weighted` by prevalence, and `stable`, the number of topics of 0.5 or more; `tidy()` gives
#'   `topic`, `estimate`, `std.error`, `conf.low` and `conf.high`.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described, `model` does not return a fit of `k`
#' topics, or fewer than two runs remain.
#' @references
#' Rieger, J., Rahnenfuehrer, J. and Jentsch, C. (2020). Improving latent Dirichlet allocation: on
#' reliability of the novel method LDAPrototype. *NLDB*, 118-125.
#' \doi{10.1007/978-3-030-51310-8_11}
#' @seealso [topic_match()], [topic_quality()], [topic_search()].
#' @export
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 3)
#' found <- topic_stability(terms, k = 4, runs = 3, iterations = 50, seed = 1)
#' found
#' topic_terms(attr(found, "consensus"), n = 4)
topic_stability <- function(counts, k, runs = 10, model = topic_lda, ..., bootstrap = TRUE,
                            level = 0.95, data = NULL, seed = NULL,
                            threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_given()
  k <- check_count(k, "k", min = 1)
  runs <- check_count(runs, "runs", 2, 1e5)
  model <- check_model(model, ...)
  bootstrap <- check_flag(bootstrap, "bootstrap")
  level <- check_number(level, "level", 0, 1, open = TRUE)
  threads <- check_threads(threads)
  seed <- check_seed(seed)
  own <- data_of_counts(counts)
  counts <- as_counts(counts)
  data <- model_data(model, data, own, counts, ...)
  bar <- progress_bar("Fitting topics again", progress)
  few <- if (k > 1) min(5, max(2, runs %/% 2)) else 0
  done <- function(run) if (!is.null(bar)) bar(run, runs + few + 1)
  ask <- function(counts, again, done) {
    runs_of(
      model, counts, k, ..., .runs = again, .bootstrap = bootstrap, .data = data, .seed = seed,
      .threads = threads, .done = done
    )
  }
  found <- ask(counts, runs, done)
  say_failed(found, runs)
  chance <- 0
  if (few) {
    whole <- counts
    whole@x <- ceiling(whole@x) # weights below 1 are tokens too
    mixed <- topic_stability_scramble_core(whole, seed)
    scores <- tryCatch(
      suppressMessages(ask(mixed, few, function(run) done(runs + run)))$scores,
      error = function(e) if (is_limit(e)) stop(e)
    )
    chance <- if (length(scores)) mean(scores) else NA_real_
  }
  stability_table(found, chance, level, consensus_fit(found$fit, found$phi, counts, threads))
}

# The fit of the mean topics; shares are those that predict() gives.
consensus_fit <- function(fit, phi, counts, threads) {
  phi <- phi / rowSums(phi)
  alpha <- if (is.null(fit$sigma)) mean(fit_alpha(fit)) else 0.1
  theta <- topic_fold_in_core(counts, phi, rep(alpha, nrow(phi)), threads, NULL)
  dimnames(theta) <- list(rownames(counts), rownames(phi))
  out <- imported(phi, theta, Matrix::rowSums(counts), alpha)
  topics <- rownames(fit$phi)
  dimnames(out$phi)[[1L]] <- dimnames(out$theta)[[2L]] <- names(out$prevalence) <- topics
  out
}

stability_table <- function(found, chance, level, consensus) {
  # Where even chance always comes back, nothing can be learned.
  some <- isTRUE(chance < 1 - 1e-6)
  runs <- if (some) (found$scores - chance) / (1 - chance) else NA * found$scores
  mean <- unname(rowMeans(runs))
  n <- ncol(runs)
  reach <- stats::qt((1 + level) / 2, n - 1) * unname(sqrt(rowSums((runs - mean)^2) / (n - 1) / n))
  cut <- function(x) pmin(1, pmax(0, x))
  new_table(
    list(
      topic = topic_factor(found$fit), reproducibility = cut(mean), lower = cut(mean - reach),
      upper = cut(mean + reach), similarity = unname(rowMeans(found$similarity)),
      prevalence = unname(found$fit$prevalence), terms = top_terms(found$fit, 6L)
    ),
    "topic_stability",
    fit = found$fit, consensus = consensus, runs = runs, chance = chance,
    failed = length(found$failed), stratified = found$stratified
  )
}

#' @method print tritone_topic_stability
#' @export
print.tritone_topic_stability <- function(x, ...) {
  NextMethod()
  if (is_whole(x, "runs", c("reproducibility", "prevalence"))) {
    all <- glance(x)
    cat_note(sprintf(
      "%s: %s of %s come back (0.5 or more), mean %s", count_of(all$runs, "run"),
      show_count(all$stable), count_of(all$k, "topic"), show_decimals(all$reproducibility, 2L)
    ))
  }
  invisible(x)
}

#' @rdname topic_stability
#' @param x A table of [topic_stability()].
#' @method glance tritone_topic_stability
#' @export
glance.tritone_topic_stability <- function(x, ...) {
  check_dots(...)
  runs <- kept_part(x, "runs", "topic_stability()")
  new_table(
    list(
      k = nrow(runs), runs = ncol(runs), chance = attr(x, "chance", exact = TRUE),
      reproducibility = mean(x$reproducibility),
      weighted = sum(x$reproducibility * x$prevalence) / sum(x$prevalence),
      stable = sum(x$reproducibility >= 0.5, na.rm = TRUE)
    ),
    "glance"
  )
}

#' @rdname topic_stability
#' @method tidy tritone_topic_stability
#' @export
tidy.tritone_topic_stability <- function(x, ...) {
  check_dots(...)
  runs <- kept_part(x, "runs", "topic_stability()")
  at <- match(as.character(x$topic), rownames(runs))
  scores <- runs[at, , drop = FALSE]
  new_table(
    list(
      topic = x$topic, estimate = x$reproducibility,
      std.error = unname(sqrt(rowSums((scores - rowMeans(scores))^2) / (ncol(runs) - 1) /
        ncol(runs))),
      conf.low = x$lower, conf.high = x$upper
    ),
    "tidy"
  )
}
