# topic_search(): one split, shared starts, the choice by one standard error.

counts <- planted_counts(150, 5)

test_that("the number of planted topics is found", {
  out <- topic_search(counts, c(8, 2, 5), seed = 1)
  expect_s3_class(out, c("tritone_topic_search", "tritone_table"), exact = FALSE)
  expect_identical(out$k, c(2, 5, 8))
  expect_identical(out$k[out$chosen], 5)
  expect_equal(out$perplexity, exp(-out$log_likelihood))
  expect_identical(max(out$difference), 0)
  expect_identical(glance(out)$k, 5)
  expect_identical(sum(tidy(out)$measure == "npmi"), 3L)
})

test_that("scores are those of topic_heldout() and topic_quality(), errors those of pairs", {
  out <- topic_search(counts, c(3, 6), holdout = 30, seed = 4, n = 6)
  rows <- topic_search_rows_core(counts, 30, 4)
  expect_length(rows, 30)
  each <- lapply(c(3, 6), function(k) {
    fit <- topic_lda(counts[-rows, ], k, seed = 4)
    list(
      heldout = topic_heldout(fit, counts[rows, ], seed = 4),
      quality = glance(topic_quality(fit, counts[-rows, ], 6))
    )
  })
  for (i in 1:2) {
    heldout <- each[[i]]$heldout
    expect_equal(out$log_likelihood[[i]], sum(heldout$log_likelihood) / sum(heldout$n_tokens))
    expect_equal(out$npmi[[i]], each[[i]]$quality$npmi)
    expect_equal(out$diversity[[i]], each[[i]]$quality$diversity)
  }
  one <- each[[1]]$heldout
  mean <- sum(one$log_likelihood) / sum(one$n_tokens)
  rest <- one$log_likelihood - mean * one$n_tokens
  expect_equal(out$std_error[[1]], sqrt(30 / 29 * sum(rest^2)) / sum(one$n_tokens))
  away <- one$log_likelihood - each[[2]]$heldout$log_likelihood
  rest <- away - sum(away) / sum(one$n_tokens) * one$n_tokens
  expect_equal(max(out$difference_se), sqrt(30 / 29 * sum(rest^2)) / sum(one$n_tokens))
})

test_that("structural models share one search of anchor words, to the same bits", {
  made <- simulated_stm(120)
  data <- data.frame(doc_id = sprintf("d%d", 1:120), x = made$x)
  rownames(made$counts) <- data$doc_id
  out <- topic_search(
    made$counts, c(2, 4), topic_stm, prevalence = ~x, data = data, max_iterations = 4, seed = 2
  )
  rows <- topic_search_rows_core(made$counts, 50, 2)
  for (i in 1:2) {
    fit <- topic_stm(
      made$counts[-rows, ], c(2, 4)[[i]], ~x, data = data[-rows, ], max_iterations = 4, seed = 2
    )
    heldout <- topic_heldout(fit, made$counts[rows, ], data = data[rows, ], seed = 2)
    expect_identical(out$perplexity[[i]], attr(heldout, "perplexity"))
  }
  starts <- topic_search_starts_core(made$counts, c(2, 4), 10000, 2, NULL)
  alone <- fit_stm(made$counts, 4, iterations = 0)
  expect_equal(starts[[2]], unname(alone$phi))
})

test_that("every model can be searched", {
  ask <- function(...) suppressMessages(topic_search(counts, c(2, 4), ..., seed = 1))
  found <- list(
    ask(model = topic_nmf, iterations = 30),
    ask(model = topic_seeded, seeds = list(one = "w1", two = "w13"), iterations = 30),
    ask(model = topic_lda, method = "gibbs", iterations = 30),
    ask(model = topic_stm, init = "random", max_iterations = 3),
    ask(model = function(counts, k) topic_lda(counts, k, iterations = 20, seed = 5))
  )
  for (out in found) {
    expect_identical(out$k, c(2, 4))
    expect_true(all(is.finite(out$log_likelihood)))
  }
  one <- topic_search(counts, 1, iterations = 3, seed = 1)
  expect_identical(one$exclusivity, NA_real_)
  expect_true(one$chosen)
})

test_that("the same for every number of threads and every order of articles", {
  ask <- function(counts, threads = 1) {
    topic_search(counts, c(2, 4), iterations = 20, seed = 2, threads = threads)
  }
  one <- ask(counts)
  expect_identical(ask(counts, 2), one)
  expect_identical(ask(counts, 7), one)
  expect_equal(ask(counts[rev(seq_len(nrow(counts))), ]), one)
})

test_that("the smallest number within one standard error is chosen", {
  scores <- function(x) {
    list(tokens = rep(10, 4), log_likelihood = x, row = list(
      npmi = 0, umass = 0, exclusivity = 0, diversity = 1, iterations = 1, converged = TRUE
    ))
  }
  # The second is a little worse than the third, within its error; the first is much worse.
  out <- search_table(c(5, 10, 20), list(
    scores(c(-50, -52, -49, -51)), scores(c(-40, -41, -40, -42)), scores(c(-41, -40, -40.5, -40))
  ), "own")
  expect_identical(out$k[out$chosen], 10)
  expect_equal(out$difference[[2]], -0.0375)
  worse <- search_table(c(5, 10), list(
    scores(c(-50, -52, -49, -51)), scores(c(-40, -42, -39, -41))
  ), "own")
  expect_identical(worse$k[worse$chosen], 10)
})

test_that("it can be drawn", {
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  out <- topic_search(counts, 1:2, iterations = 3, seed = 1)
  expect_identical(plot(out)$k, c(1, 2))
  expect_identical(nrow(plot(topic_stability(counts, 2, 2, iterations = 3, seed = 1))), 2L)
})

test_that("an article that alone has a level of a covariate is not held out", {
  expect_identical(keep_levels(c(1L, 3L, 5L), list(c(1L, 2L, 2L, 2L, 2L, 2L))), c(3L, 5L))
  expect_identical(keep_levels(2:4, NULL), 2:4)
  # All three articles of a level are held out: one goes back.
  expect_identical(keep_levels(c(2L, 4L, 6L), list(c(1L, 2L, 1L, 2L, 1L, 2L))), c(4L, 6L))
  rows <- topic_search_rows_core(counts, 30, 4)
  data <- data.frame(
    doc_id = rownames(counts), rare = ifelse(seq_len(nrow(counts)) == rows[[2L]], "b", "a"),
    seldom = replace(rep(0, nrow(counts)), rows[[5L]], 1)
  )
  for (formulas in list(
    list(prevalence = ~ rare + seldom), list(content = ~rare),
    list(prevalence = ~seldom, content = ~rare)
  )) {
    out <- suppressMessages(do.call(topic_search, c(
      list(counts, 2, topic_stm, holdout = 30, data = data, max_iterations = 2, seed = 4), formulas
    )))
    used <- length(intersect(c("rare", "seldom"), unlist(lapply(formulas, all.vars))))
    expect_identical(attr(out, "search")$articles, 30L - used)
  }
  expect_error(
    keep_levels(1:2, list(1:4)), "each level of the covariates", class = "tritone_error_input"
  )
})
