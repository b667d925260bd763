#' How many topics
#'
#' Fits a model with several numbers of topics and compares them: how well each predicts articles
#' that it has not seen, and what its topics are like. One split of the articles serves all numbers,
#' so that they are compared on the same words; what fits of different numbers can share is computed
#' once: the start of structural models from anchor words is one search for all.
#'
#' Some articles are held out. Each model is fitted to the others; of a held-out article half of the
#' tokens, drawn at random, give its shares of topics, the other half are scored
#' ([topic_heldout()]). The halves are the same for every number of topics, so the standard error of
#' a difference is that of paired articles, far smaller than those of the scores themselves. An
#' article that alone has a level of a covariate is not held out.
#'
#' The number that is chosen is the smallest whose score is within one standard error of the
#' difference from the best (the one-standard-error rule of Breiman et al. 1984): more topics do not
#' predict better by more than chance explains. A number for prediction is not yet one for reading:
#' look at the topics of two or three candidates, and at [topic_stability()].
#'
#' @param counts Counts as for the model, at least four articles.
#' @param k The numbers of topics, different whole numbers; by default 5, 10 and 20. For
#'   [topic_seeded()] all topics, with and without seeds.
#' @param model The function that fits: [topic_lda()] (default), [topic_stm()], [topic_nmf()] or
#'   [topic_seeded()]; or one of your own that takes `counts` and `k` and returns such a fit.
#' @param ... Further arguments of `model`, such as `iterations`, `prevalence` or `seeds`.
#' @param holdout The articles to hold out: a share below 1, or a number of at least 2. By default
#'   (`NULL`) a tenth, but at least 50, and at most half of the articles.
#' @param n The number of terms of each topic for `npmi`, `umass` and `exclusivity`, see
#'   [topic_quality()]; a whole number of at least 2, by default 10.
#' @param data For models with covariates: a data frame as for [topic_stm()].
#' @param seed A whole number for the split and the fits; by default (`NULL`) one is drawn from R's
#'   generator, so that `set.seed()` works.
#' @inheritParams topic_lda
#' @return A data frame of class `tritone_topic_search`, one row for each number of topics in rising
#'   order: `k`; `log_likelihood`, of a held-out token, in nats, and its `std_error`; `difference`
#'   from the best and `difference_se`, the standard error of that; `perplexity`; `npmi`, `umass`,
#'   `exclusivity` and `diversity`, as in `glance()` of [topic_quality()], on the articles of the
#'   fit; `iterations`; `converged`; and `chosen`. `plot()` draws the scores by `k`. `glance()`
#'   gives the row that is chosen; `tidy()` one row for each number and score: `k`, `measure`,
#'   `estimate`, `std.error`. Fits of all articles are left to you.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described, or `model` does not return a fit.
#' @references
#' Breiman, L., Friedman, J. H., Olshen, R. A. and Stone, C. J. (1984). *Classification and
#' regression trees*. Wadsworth.
#'
#' Wallach, H. M., Murray, I., Salakhutdinov, R. and Mimno, D. (2009). Evaluation methods for topic
#' models. *ICML*, 1105-1112. \doi{10.1145/1553374.1553515}
#' @seealso [topic_heldout()], [topic_quality()], [topic_stability()].
#' @export
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
#' found <- topic_search(terms, k = c(3, 6), iterations = 50, seed = 1)
#' found
#' plot(found)
topic_search <- function(counts, k = c(5, 10, 20), model = topic_lda, ..., holdout = NULL, n = 10,
                         data = NULL, seed = NULL, threads = getOption("tritone.threads", 2),
                         progress = interactive()) {
  check_given()
  k <- check_topic_numbers(k)
  model <- check_model(model, ...)
  n <- check_count(n, "n", min = 2)
  threads <- check_threads(threads)
  seed <- check_seed(seed)
  own <- data_of_counts(counts)
  counts <- as_counts(counts)
  data <- model_data(model, data, own, counts, ...)
  out <- keep_levels(search_rows(counts, holdout, seed), covariate_strata(data, ...))
  kept <- counts[-out, , drop = FALSE]
  left <- counts[out, , drop = FALSE]
  starts <- search_starts(model, kept, k, ..., threads = threads, progress = progress)
  bar <- progress_bar("Searching the number of topics", progress)
  found <- list()
  for (i in seq_along(k)) {
    one <- function() {
      fit <- fit_model(
        model, kept, k[[i]], ..., .start = starts[[i]], .data = data[-out, , drop = FALSE],
        .seed = seed, .threads = threads
      )
      search_score(fit, kept, left, data[out, , drop = FALSE], n, seed, threads)
    }
    found[[i]] <- if (i == 1L) one() else suppressMessages(one())
    if (!is.null(bar)) bar(i, length(k))
  }
  search_table(k, found, model$name)
}

# Numbers of topics in rising order.
check_topic_numbers <- function(k) {
  right <- is.numeric(k) && length(k) && !anyNA(k)
  if (!right || !all(k >= 1 & k <= 32768 & k == floor(k)) || anyDuplicated(k)) {
    abort_argument("k", "different whole numbers from 1 to 32,768", k)
  }
  sort(as.double(k))
}

# The rows to hold out.
search_rows <- function(counts, holdout, seed) {
  all <- nrow(counts)
  if (all < 4L) {
    abort_input("`counts` must hold at least 4 articles to hold some out, not ", all, ".")
  }
  size <- if (is.null(holdout)) {
    min(max(ceiling(all / 10), 50), all %/% 2)
  } else {
    limit <- check_number(holdout, "holdout", 0, all - 2)
    if (limit < 1) ceiling(limit * all) else floor(limit)
  }
  if (size < 2 || size > all - 2) {
    abort_input(
      "`holdout` must leave at least 2 articles on either side; of ", show_count(all), " it holds ",
      "out ", show_count(size), "."
    )
  }
  rows <- topic_search_rows_core(counts, size, seed)
  if (length(rows) < 2L) {
    abort_input("`counts` must hold at least 2 articles of two tokens or more.")
  }
  rows
}

# Of the rows to hold out those without which the others still have each level of a covariate: a fit
# knows the levels that it has seen.
keep_levels <- function(out, strata) {
  asked <- length(out)
  for (of in strata) out <- setdiff(out, match(setdiff(of, of[-out]), of))
  if (length(out) < 2L) {
    abort_input(
      "`holdout` must leave each level of the covariates an article, so only ",
      show_count(length(out)), " of ", show_count(asked), " can be held out. Use coarser groups, ",
      "or hold out more."
    )
  }
  out
}

# The starts of structural models from anchor words, one search for all; NULL for other models.
search_starts <- function(model, counts, k, ..., init = "spectral", start = NULL, max_terms = 10000,
                          threads, progress) {
  if (model$name != "topic_stm" || !identical(init, "spectral") || !is.null(start)) return(NULL)
  if (any(k < 2)) abort_input("`k` must be at least 2 for topic_stm(), not 1.")
  topic_search_starts_core(
    counts, k, check_count(max_terms, "max_terms", min = 2), threads,
    progress_bar("Finding anchor words", progress)
  )
}

# What the table says of one fit, with the scores of the articles held out.
search_score <- function(fit, kept, left, data, n, seed, threads) {
  structural <- !is.null(data) && length(fit$covariates)
  # Of articles without terms the verb's own `counts` know, not these parts of them.
  heldout <- suppressMessages(topic_heldout(
    fit, left, data = if (structural) data, seed = seed, threads = threads, progress = FALSE
  ))
  quality <- suppressMessages(
    glance(topic_quality(fit, kept, n, threads = threads, progress = FALSE))
  )
  list(
    tokens = heldout$n_tokens, log_likelihood = heldout$log_likelihood,
    row = list(
      npmi = quality$npmi, umass = quality$umass, exclusivity = quality$exclusivity,
      diversity = quality$diversity, iterations = max(fit$trace$iteration, 0L),
      converged = fit$converged
    )
  )
}

# Scores a token and their errors: those of a ratio of two sums over articles.
search_table <- function(k, found, name) {
  rests <- lapply(found, function(one) {
    mean <- order_free_sum(one$log_likelihood) / order_free_sum(one$tokens)
    list(mean = mean, rest = (one$log_likelihood - mean * one$tokens) / order_free_sum(one$tokens))
  })
  mean <- vapply(rests, `[[`, 0, "mean")
  best <- which.max(mean)
  if (!length(best)) {
    abort_input(
      "`counts` must hold articles that share terms: those held out have none of the others."
    )
  }
  error <- function(rest) {
    d <- length(rest)
    sqrt(order_free_sum(rest^2) * d / (d - 1))
  }
  away <- vapply(rests, function(one) error(one$rest - rests[[best]]$rest), 0)
  chosen <- which(mean - mean[[best]] + away >= 0)[[1L]]
  rows <- do.call(rbind, lapply(found, function(one) as.data.frame(one$row)))
  new_table(
    c(
      list(
        k = k, log_likelihood = mean, std_error = vapply(rests, function(one) error(one$rest), 0),
        difference = mean - mean[[best]], difference_se = away, perplexity = exp(-mean)
      ),
      as.list(rows), list(chosen = seq_along(k) == chosen)
    ),
    "topic_search",
    search = list(articles = length(found[[1L]]$tokens), best = k[[best]], model = name)
  )
}

#' @method print tritone_topic_search
#' @export
print.tritone_topic_search <- function(x, ...) {
  NextMethod()
  kept <- attr(x, "search", exact = TRUE)
  needed <- c("k", "difference", "difference_se", "chosen")
  if (is_whole(x, "search", needed) && any(x$chosen)) {
    row <- as.data.frame(x)[which(x$chosen), ]
    cat_note(sprintf(
      "%s held out; the best score has k = %s", count_of(kept$articles, "article"),
      show_count(kept$best)
    ))
    why <- if (row$k == kept$best && row$k == min(x$k)) {
      "the smallest that was tried"
    } else if (row$k == kept$best) {
      "no smaller number comes within one standard error of it"
    } else {
      sprintf(
        "the smallest within one standard error of the best (%s, error %s)",
        show_decimals(row$difference, 4L), show_decimals(row$difference_se, 4L)
      )
    }
    cat_note("Chosen: k = ", show_count(row$k), ", ", why)
  }
  invisible(x)
}

#' @rdname topic_search
#' @param x A table of [topic_search()].
#' @method glance tritone_topic_search
#' @export
glance.tritone_topic_search <- function(x, ...) {
  check_dots(...)
  kept_part(x, "search", "topic_search()")
  new_table(as.list(as.data.frame(x)[which(x$chosen), ]), "glance")
}

#' @rdname topic_search
#' @method tidy tritone_topic_search
#' @export
tidy.tritone_topic_search <- function(x, ...) {
  check_dots(...)
  measures <- c("log_likelihood", "perplexity", "npmi", "umass", "exclusivity", "diversity")
  x <- as.data.frame(x)
  error <- matrix(NA_real_, length(measures), nrow(x), dimnames = list(measures, NULL))
  error["log_likelihood", ] <- x$std_error
  new_table(
    list(
      k = rep(x$k, each = length(measures)), measure = rep(measures, nrow(x)),
      estimate = as.vector(t(as.matrix(x[measures]))), std.error = as.vector(error)
    ),
    "tidy"
  )
}

search_labels <- c(
  log_likelihood = "Held-out log likelihood a token", npmi = "Coherence (NPMI)",
  exclusivity = "Exclusivity", diversity = "Share of different top terms"
)

#' @rdname topic_search
#' @method plot tritone_topic_search
#' @export
plot.tritone_topic_search <- function(x, ...) {
  kept_part(x, "search", "topic_search()")
  data <- as.data.frame(x)
  labels <- search_labels
  old <- graphics::par(c("mfrow", "mai"))
  on.exit(graphics::par(old))
  graphics::par(mfrow = c(2, 2), mar = c(4, 3, 2, 0.5) + 0.1)
  for (name in names(labels)) {
    reach <- if (name == "log_likelihood") data$difference_se else 0
    value <- data[[name]]
    if (!any(is.finite(value))) value <- rep(0, nrow(data))
    graphics::plot(
      data$k, value,
      type = "b", pch = 19, xlab = "Number of topics", ylab = "",
      ylim = range(value - reach, value + reach, finite = TRUE), ...
    )
    panel_title(labels[[name]])
    if (name == "log_likelihood") {
      graphics::segments(data$k, value - reach, data$k, value + reach)
    }
    graphics::abline(v = data$k[data$chosen], lty = 3)
  }
  invisible(data)
}
