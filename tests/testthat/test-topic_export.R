# topic_export() and topic_import(): fits to other packages and back.

counts_to_convert <- function() {
  term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 2)
}

test_that("a fit goes to LDAvis and back", {
  counts <- counts_to_convert()
  counts[3, ] <- 0 # an article without terms
  fit <- topic_lda(counts, 3, seed = 1, progress = FALSE)
  vis <- topic_export(fit, counts, to = "LDAvis")
  expect_named(vis, c("phi", "theta", "doc.length", "vocab", "term.frequency"))
  expect_identical(nrow(vis$theta), nrow(counts) - 1L)
  expect_identical(sum(vis$doc.length), sum(counts))
  expect_identical(vis$term.frequency, unname(Matrix::colSums(counts)))
  expect_equal(unname(rowSums(vis$phi)), rep(1, 3))
  back <- topic_import(vis)
  expect_equal(back$phi, fit$phi)
  expect_equal(back$theta, fit$theta[-3, ])
  expect_equal(back$prevalence, fit$prevalence, tolerance = 1e-12)
  expect_output(print(back), "import.*3 topics")
  expect_equal(predict(back, counts), fit$theta)
  expect_identical(nrow(topic_terms(back, n = 4)), 12L)
})

test_that("a fit goes to topicmodels and back", {
  skip_if_not_installed("topicmodels")
  skip_if_not_installed("slam")
  counts <- counts_to_convert()
  fit <- topic_lda(counts, 3, seed = 1, progress = FALSE)
  theirs <- topic_export(fit, counts, to = "topicmodels")
  posterior <- topicmodels::posterior(theirs)
  expect_equal(unname(posterior$terms), unname(fit$phi))
  expect_equal(unname(posterior$topics), unname(fit$theta))
  expect_identical(
    unname(topicmodels::terms(theirs, 1)), topic_terms(fit, n = 1, rank_by = "probability")$term
  )
  expect_length(topicmodels::topics(theirs), nrow(counts))
  back <- topic_import(theirs)
  expect_equal(back$phi, fit$phi)
  expect_equal(back$theta, fit$theta)
  triplet <- methods::as(counts, "TsparseMatrix")
  slammed <- slam::simple_triplet_matrix(
    triplet@i + 1L, triplet@j + 1L, triplet@x, nrow(triplet), ncol(triplet), dimnames(counts)
  )
  expect_lt(abs(log(topicmodels::perplexity(theirs, slammed) / exp(-sum(theirs@loglikelihood) /
    sum(counts)))), 0.3)
  gibbs <- topicmodels::LDA(slammed, 3, "Gibbs", control = list(iter = 10, seed = 1))
  taken <- topic_import(gibbs)
  expect_equal(unname(taken$theta), unname(topicmodels::posterior(gibbs)$topics))
  expect_identical(colnames(taken$phi), colnames(counts))
})

test_that("errors of conversions", {
  counts <- counts_to_convert()
  fit <- topic_lda(counts, 3, seed = 1, iterations = 2, progress = FALSE)
  expect_error(
    topic_export(fit, counts[1:5, ], to = "LDAvis"), "counts", class = "tritone_error_input"
  )
  expect_error(topic_export(1, counts), "fit", class = "tritone_error_input")
  expect_error(topic_import(list(phi = 1)), "LDAvis", class = "tritone_error_input")
  vis <- topic_export(fit, counts, to = "LDAvis")
  vis$phi[1, 1] <- NA
  expect_error(topic_import(vis), "not negative", class = "tritone_error_input")
  vis <- topic_export(fit, counts, to = "LDAvis")
  vis$vocab[2] <- vis$vocab[1]
  expect_error(topic_import(vis), "more than once", class = "tritone_error_input")
})
