# topic_stability(): topics that are there come back, those of noise do not.

test_that("planted topics come back, topics of noise do not", {
  planted <- topic_stability(planted_counts(), 4, runs = 5, seed = 1)
  expect_true(all(planted$reproducibility > 0.9))
  expect_true(all(planted$lower > 0.85))
  noise <- topic_stability(noise_counts(), 4, runs = 5, seed = 1)
  expect_true(all(noise$reproducibility < 0.25))
  expect_lt(glance(noise)$reproducibility, 0.15)
  expect_identical(glance(noise)$stable, 0L)
})

test_that("the score is how much better a match is than the next best", {
  found <- list(similarity = rbind(c(0.2, 0.9, 0.5), c(0.8, 0.8, 0.1), c(1, 0, 1)),
    match = c(2L, 1L, 3L))
  expect_equal(match_scores(found), c((0.9 - 0.5) / 0.5, 0, 0))
  expect_equal(match_scores(list(similarity = matrix(0.7), match = 1L)), 0.7)
  expect_equal(match_scores(list(similarity = rbind(c(0.3, 0.6)), match = 1L)), 0)
})

test_that("articles of chance keep their lengths and the totals of terms", {
  counts <- planted_counts(50)
  mixed <- topic_stability_scramble_core(counts, 1)
  expect_identical(dimnames(mixed), dimnames(counts))
  expect_identical(Matrix::rowSums(mixed), Matrix::rowSums(counts))
  expect_identical(Matrix::colSums(mixed), Matrix::colSums(counts))
  methods::validObject(mixed)
  expect_false(identical(mixed, counts))
  expect_identical(topic_stability_scramble_core(counts, 1), mixed)
  # Weights instead of counts.
  weights <- term_weight(counts, "tfidf") / 100
  out <- topic_stability(weights, 3, runs = 2, model = topic_nmf, iterations = 10, seed = 1)
  expect_identical(nrow(out), 3L)
})

test_that("the table sums up the runs, and the consensus is a fit", {
  counts <- planted_counts(80)
  out <- topic_stability(counts, 4, runs = 4, level = 0.9, seed = 3)
  runs <- attr(out, "runs")
  expect_identical(dim(runs), c(4L, 4L))
  expect_equal(out$reproducibility, unname(pmin(1, rowMeans(runs))))
  chance <- attr(out, "chance")
  expect_gt(chance, 0)
  expect_lt(chance, 0.6)
  test <- stats::t.test(runs[2, ], conf.level = 0.9)$conf.int
  expect_equal(c(out$lower[[2]], out$upper[[2]]), c(max(0, test[[1]]), min(1, test[[2]])))
  # The scores are those of topic_match(), less what chance has.
  rows <- topic_stability_rows_core(counts, 3, 1)
  drawn <- counts[rows, ]
  rownames(drawn) <- sprintf("draw%d", seq_along(rows))
  again <- topic_lda(drawn, 4, seed = 3 + 7919, progress = FALSE)
  score <- attr(topic_match(attr(out, "fit"), again), "similarity")
  best <- twin_assignment(score)
  own <- score[cbind(1:4, best)]
  score[cbind(1:4, best)] <- 0
  other <- apply(score, 1, max)
  expect_equal(
    unname(runs[, 1]), unname((pmax(0, (own - other) / (1 - other)) - chance) / (1 - chance))
  )
  expect_identical(
    attr(out, "fit")$phi, topic_lda(counts, 4, seed = 3, progress = FALSE)$phi
  )
  consensus <- attr(out, "consensus")
  expect_s3_class(consensus, "tritone_topics")
  expect_identical(rownames(consensus$phi), levels(out$topic))
  expect_true(all(topic_match(consensus, attr(out, "fit"))$similarity > 0.95))
  expect_equal(predict(consensus, counts), consensus$theta)
  expect_identical(nrow(topic_quality(consensus, counts)), 4L)
  expect_named(tidy(out), c("topic", "estimate", "std.error", "conf.low", "conf.high"))
  expect_equal(tidy(out)$std.error[[1]], stats::sd(runs[1, ]) / 2)
})

test_that("the same for every number of threads and every order of articles", {
  counts <- planted_counts(60)
  ask <- function(counts, threads = 1) {
    as.data.frame(topic_stability(counts, 3, runs = 2, iterations = 20, seed = 2,
      threads = threads))
  }
  one <- ask(counts)
  expect_identical(ask(counts, 2), one)
  expect_identical(ask(counts, 7), one)
  expect_equal(ask(counts[rev(seq_len(nrow(counts))), ]), one)
})

test_that("every model can be asked, with covariates too", {
  made <- simulated_stm(80)
  data <- data.frame(x = made$x, group = c("a", "b")[made$group])
  rownames(made$counts) <- data$doc_id <- sprintf("d%d", 1:80)
  ask <- function(...) suppressMessages(topic_stability(made$counts, 3, 2, ..., seed = 1))
  found <- list(
    ask(model = topic_nmf, iterations = 30),
    ask(model = topic_seeded, seeds = list(one = "w1"), iterations = 30),
    ask(model = topic_stm, prevalence = ~x, data = data[80:1, ], max_iterations = 5),
    ask(model = topic_stm, content = ~group, data = data, max_iterations = 3),
    ask(model = function(counts, k) topic_lda(counts, k, iterations = 20, seed = 5))
  )
  for (out in found) expect_identical(nrow(out), 3L)
  expect_true(all(found[[3]]$reproducibility > 0.7))
  restarts <- ask(model = topic_stm, bootstrap = FALSE, max_iterations = 3)
  expect_identical(restarts$reproducibility, rep(NA_real_, 3))
  expect_equal(restarts$similarity, rep(1, 3))
})

test_that("one topic and one article have answers", {
  counts <- planted_counts(30)
  one <- topic_stability(counts, 1, runs = 2, iterations = 5, seed = 1)
  expect_gt(one$reproducibility, 0.9)
  alone <- topic_stability(counts[1, , drop = FALSE], 2, runs = 2, iterations = 5, seed = 1)
  expect_identical(nrow(alone), 2L)
})

test_that("arguments are passed as they are, and terms may have any name", {
  counts <- planted_counts(30)
  expect_error(
    topic_stability(counts, 2, 2, iterations = quote(a + b)), "`iterations`",
    class = "tritone_error_input"
  )
  expect_error(
    topic_search(counts, 2, iterations = quote(a + b)), "`iterations`",
    class = "tritone_error_input"
  )
  colnames(counts)[1] <- NA
  expect_identical(nrow(topic_stability(counts, 2, 2, iterations = 2, seed = 1)), 2L)
})

test_that("a draw without a level of a covariate is drawn within levels, a failed run is counted", {
  made <- simulated_stm(60)
  rownames(made$counts) <- sprintf("d%d", 1:60)
  # One article of a rare source: a third of all draws lack it.
  data <- data.frame(
    doc_id = rownames(made$counts), rare = c("b", rep("a", 59)), x = made$x,
    treated = c(1, rep(0, 59))
  )
  ask <- function(...) {
    topic_stability(made$counts, 3, runs = 6, model = topic_stm, ..., data = data,
      max_iterations = 2, seed = 4)
  }
  lacking <- sum(vapply(1:6, function(run) {
    !1L %in% topic_stability_rows_core(made$counts, 4, run)
  }, NA))
  expect_gt(lacking, 0)
  for (formulas in list(
    list(prevalence = ~rare), list(content = ~rare), list(prevalence = ~ x + treated)
  )) {
    expect_message(out <- do.call(ask, formulas), "within the levels")
    expect_identical(attr(out, "stratified"), lacking)
    expect_identical(attr(out, "failed"), 0L)
    expect_identical(ncol(attr(out, "runs")), 6L)
    expect_true(all(is.finite(out$reproducibility)))
  }
  strata <- list(match(data$rare, c("b", "a")))
  for (run in 1:6) {
    drawn <- draw_articles(made$counts, data, strata, 4, run)
    expect_identical(nrow(drawn$counts), 60L)
    expect_true("b" %in% drawn$data$rare)
    if (drawn$stratified) expect_identical(sum(drawn$data$rare == "b"), 1L)
  }
  # A model that cannot be fitted to each draw.
  calls <- 0
  fragile <- function(counts, k, seed) {
    calls <<- calls + 1
    if (calls %in% 2:3) stop("no luck")
    topic_lda(counts, k, iterations = 5, seed = seed)
  }
  expect_message(out <- topic_stability(made$counts, 3, 6, fragile, seed = 1), "2 of 6 runs")
  expect_identical(attr(out, "failed"), 2L)
  expect_identical(ncol(attr(out, "runs")), 4L)
  expect_identical(glance(out)$runs, 4L)
  calls <- 0
  broken <- function(counts, k) {
    calls <<- calls + 1
    if (calls > 1) stop("no luck")
    topic_lda(counts, k, iterations = 5, seed = 1)
  }
  expect_error(
    topic_stability(made$counts, 3, 6, broken, seed = 1), "no luck", class = "tritone_error_input"
  )
  # Chance cannot be measured: nothing is said of the topics.
  calls <- 0
  lucky <- function(counts, k) {
    calls <<- calls + 1
    if (calls > 4) stop("no luck")
    topic_lda(counts, k, iterations = 5, seed = 1)
  }
  out <- topic_stability(made$counts, 3, 3, lucky, seed = 1)
  expect_identical(out$reproducibility, rep(NA_real_, 3))
})

test_that("limits of time and memory and a stop by the user are no failed runs", {
  counts <- planted_counts(30)
  # A model whose fits from number `from` on end as `ends` does.
  ending <- function(from, ends) {
    calls <- 0
    function(counts, k, seed) {
      calls <<- calls + 1
      if (calls >= from) ends()
      topic_lda(counts, k, iterations = 2, seed = seed)
    }
  }
  # In the first of three runs, and where chance is measured after them.
  for (from in c(2, 5)) {
    ask <- function(ends) topic_stability(counts, 2, 3, ending(from, ends), seed = 1)
    expect_error(ask(function() abort_limit("too much")), "too much", class = "tritone_error_limit")
    words <- gettext("reached CPU time limit", domain = "R")
    expect_error(ask(function() stop(words)), words, class = "simpleError")
    stopped <- tryCatch(
      ask(function() signalCondition(structure(class = c("interrupt", "condition"), list()))),
      interrupt = function(e) "stopped"
    )
    expect_identical(stopped, "stopped")
  }
  said <- tryCatch(
    {
      setTimeLimit(elapsed = 0.3, transient = TRUE)
      topic_stability(
        counts, 2, 3, ending(2, function() for (i in 1:300) Sys.sleep(0.01)), seed = 1
      )
    },
    error = conditionMessage, finally = setTimeLimit()
  )
  expect_identical(said, gettext("reached elapsed time limit", domain = "R"))
})

test_that("levels that two covariates of `content` have together are strata", {
  data <- data.frame(a = rep(c("x", "y"), 4), b = rep(c("u", "v"), each = 4))
  strata <- covariate_strata(data, content = ~ interaction(a, b))
  expect_length(strata, 3L)
  expect_identical(max(strata$content_group), 4L)
  expect_length(covariate_strata(data, prevalence = ~ a * b), 2L)
})
