# topic_lda(method = "online"): batches and warm starts.

online <- function(counts, k = 4, ..., seed = 1) {
  topic_lda(counts, k, method = "online", seed = seed, progress = FALSE, ...)
}

sample_counts <- function() {
  term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 2)
}

test_that("an online fit has the promised form", {
  counts <- sample_counts()
  fit <- online(counts, iterations = 5, batch = 30)
  expect_s3_class(fit, "tritone_topics")
  expect_equal(unname(rowSums(fit$phi)), rep(1, 4))
  expect_equal(unname(rowSums(fit$theta)), rep(1, nrow(counts)))
  expect_false(is.unsorted(-fit$prevalence))
  expect_named(fit$trace, c("iteration", "log_likelihood"))
  expect_identical(fit$trace$iteration, 1:5)
  expect_identical(fit$batches, 20)
  expect_identical(fit$options[c("iterations", "batch")], list(iterations = 5, batch = 30))
  expect_identical(fit$converged, NA)
  expect_identical(predict(fit, counts), fit$theta)
  expect_output(print(fit), "online.*5 sweeps of batches of 30 articles")
  expect_identical(online(counts)$options$batch, 256)
})

test_that("the same bits for 1, 2 and 5 threads; articles in any order", {
  counts <- sample_counts()
  one <- online(counts, iterations = 3, batch = 16, threads = 1)
  for (threads in c(2, 5)) {
    expect_identical(online(counts, iterations = 3, batch = 16, threads = threads), one)
  }
  turned <- online(counts[rev(seq_len(nrow(counts))), ], iterations = 3, batch = 16)
  expect_identical(turned$phi, one$phi)
  expect_identical(turned$theta[rownames(one$theta), ], one$theta)
})

test_that("a fit goes on from its checkpoint to the same bits", {
  counts <- sample_counts()
  whole <- online(counts, iterations = 4, batch = 50)
  file <- withr::local_tempfile(fileext = ".rds")
  expect_identical(online(counts, iterations = 4, batch = 50, checkpoint = file), whole)
  saved <- readRDS(file)
  options <- c(saved$plan$options, seed = 1, sort = TRUE)
  saved$state <- topic_fit_core(counts, "online", options, NULL, 0, 1, NULL)$state
  expect_identical(saved$state$iteration, 1)
  saved["done"] <- list(NULL)
  saveRDS(saved, file)
  expect_identical(online(counts, iterations = 4, batch = 50, checkpoint = file), whole)
  expect_error(
    online(counts, iterations = 4, batch = 51, checkpoint = file), "differs in: options",
    class = "tritone_error_input"
  )
})

test_that("a stream goes on from a fit, whose order and batches it keeps", {
  counts <- sample_counts()
  first <- online(counts[1:60, ], iterations = 10, batch = 20)
  then <- online(counts[61:120, ], iterations = 1, batch = 20, start = first)
  expect_identical(then$batches, first$batches + 3)
  expect_identical(rownames(then$phi), rownames(first$phi))
  for (k in 1:4) expect_gt(stats::cor(then$phi[k, ], first$phi[k, ]), 0.5)
  from_cvb0 <- topic_lda(counts, 4, seed = 1)
  kept <- online(counts, iterations = 1, start = from_cvb0)
  expect_gt(min(diag(stats::cor(t(kept$phi), t(from_cvb0$phi)))), 0.9)
})

test_that("online errors", {
  counts <- sample_counts()
  expect_error(online(counts, batch = 0), "batch", class = "tritone_error_input")
  expect_error(online(counts, tolerance = 0.1), "tolerance", class = "tritone_error_input")
  expect_error(topic_lda(counts, 2, batch = 10), "online", class = "tritone_error_input")
  expect_error(online(counts, chains = 2), "gibbs", class = "tritone_error_input")
  expect_error(online(counts * 0), "counts above 0", class = "tritone_error_input")
})
