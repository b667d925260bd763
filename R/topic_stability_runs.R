# The runs of topic_stability(): articles drawn anew, fits to them, and what each says of the topics
# of the fit to all.

# A fit, and those of runs: list(fit, phi = sums of the matched topics, similarity and scores,
# topics x runs).
runs_of <- function(model, counts, k, ..., .runs, .bootstrap, .data, .seed, .threads, .done) {
  fit <- fit_model(model, counts, k, ..., .data = .data, .seed = .seed, .threads = .threads)
  topics <- nrow(fit$phi)
  sum_phi <- fit$phi
  similarity <- scores <- matrix(
    NA_real_, topics, .runs, dimnames = list(rownames(fit$phi), NULL)
  )
  strata <- covariate_strata(.data, ...)
  stratified <- rep(FALSE, .runs)
  failed <- rep(NA_character_, .runs)
  for (run in seq_len(.runs)) {
    .done(run)
    drawn <- list(counts = counts, data = .data)
    if (.bootstrap) drawn <- draw_articles(counts, .data, strata, .seed, run)
    stratified[[run]] <- isTRUE(drawn$stratified)
    # Above 2^52 seeds would run out.
    again <- tryCatch(
      suppressMessages(fit_model(
        model, drawn$counts, k, ..., .data = drawn$data, .seed = (.seed + 7919 * run) %% 2^52,
        .threads = .threads
      )),
      error = function(e) if (is_limit(e)) stop(e) else e
    )
    if (inherits(again, "error")) {
      failed[[run]] <- conditionMessage(again)
      next
    }
    if (nrow(again$phi) != topics) {
      abort_input(
        "`model` must return the same number of topics each time: it gave ", topics, ", then ",
        nrow(again$phi), "."
      )
    }
    phi <- spread_terms(again$phi, union(colnames(fit$phi), colnames(again$phi)))
    found <- topic_match_core(spread_terms(fit$phi, colnames(phi)), phi, "cosine", .threads)
    similarity[, run] <- found$similarity[cbind(seq_len(topics), found$match)]
    scores[, run] <- match_scores(found)
    sum_phi <- sum_phi +
      phi[found$match, match(colnames(fit$phi), colnames(phi)), drop = FALSE]
  }
  ran <- is.na(failed)
  list(
    fit = fit, phi = sum_phi, similarity = similarity[, ran, drop = FALSE],
    scores = scores[, ran, drop = FALSE], failed = failed[!ran],
    stratified = sum(stratified & ran)
  )
}

# Messages on runs that are not as asked; too few of them are an error.
say_failed <- function(found, runs) {
  failed <- length(found$failed)
  if (runs - failed < 2L) {
    abort_input(
      "`model` must fit the articles of two runs at least; it failed in ", show_count(failed),
      " of ", show_count(runs), ": ", found$failed[[1L]]
    )
  }
  if (failed) {
    message(
      "`model` failed in ", show_count(failed), " of ", count_of(runs, "run"),
      ", which ", plural(failed, "does", "do"), " not count: ", found$failed[[1L]]
    )
  }
  if (found$stratified) {
    message(
      "In ", show_count(found$stratified), " of ", count_of(runs, "run"),
      " articles are drawn within the levels of covariates: one had none in a draw of all."
    )
  }
  invisible()
}

# The levels that covariates of the formulas in `...` have together, by article; NULL where none
# has levels. Few different numbers are levels too.
covariate_strata <- function(data, ...) {
  given <- list(...)
  formulas <- Filter(
    function(x) inherits(x, "formula"), given[intersect(c("prevalence", "content"), names(given))]
  )
  used <- data[intersect(unlist(lapply(formulas, all.vars)), names(data))]
  crossed <- intersect(all.vars(formulas$content), names(data))
  if (length(crossed) > 1L) used$content_group <- do.call(paste, unname(data[crossed]))
  few <- vapply(used, function(x) {
    is.atomic(x) && !length(dim(x)) && (is.character(x) || is.factor(x) || length(unique(x)) <= 10L)
  }, NA)
  if (!any(few)) return(NULL)
  lapply(used[few], function(x) match(x, unique(x)))
}

# Articles drawn with replacement, with names of their own, and their covariates.
draw_articles <- function(counts, data, strata, seed, run) {
  rows <- topic_stability_rows_core(counts, seed, run)
  lost <- vapply(strata, function(x) length(unique(x[rows])) < max(x), NA)
  stratified <- any(as.logical(lost))
  if (stratified) {
    cells <- split(seq_len(nrow(counts)), do.call(paste, strata))
    rows <- unlist(lapply(cells, function(own) {
      own[topic_stability_rows_core(counts[own, , drop = FALSE], seed, run)]
    }), use.names = FALSE)
  }
  counts <- counts[rows, , drop = FALSE]
  rownames(counts) <- sprintf("draw%d", seq_along(rows))
  if (!is.null(data)) {
    data <- data[rows, , drop = FALSE]
    data$doc_id <- rownames(counts)
  }
  list(counts = counts, data = data, stratified = stratified)
}

# How much better the match of each topic is than the next best, from 0 to 1.
match_scores <- function(found) {
  all <- found$similarity
  own <- cbind(seq_len(nrow(all)), found$match)
  s <- all[own]
  all[own] <- 0
  other <- if (ncol(all) > 1L) apply(all, 1L, max) else 0
  pmax(0, ifelse(other < 1, (s - other) / (1 - other), 0))
}
