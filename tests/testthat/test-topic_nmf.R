# topic_nmf(): both losses beside a slow twin.

tiny <- rbind(
  a = c(4, 3, 2, 0, 0, 0, 1, 1), b = c(2, 5, 1, 0, 0, 0, 2, 0), c = c(3, 1, 3, 0, 0, 0, 0, 2),
  d = c(0, 0, 0, 4, 2, 5, 1, 1), e = c(0, 0, 0, 1, 6, 2, 2, 1), f = c(0, 0, 0, 3, 3, 3, 0, 0)
)
colnames(tiny) <- c("bank", "rate", "loan", "rain", "crop", "farm", "m", "n")
losses <- c("poisson", "frobenius")

# Plain multiplicative updates of both losses (Lee and Seung 2001), many steps.
twin_nmf <- function(x, k, loss, steps = 20000) {
  withr::with_seed(1, {
    left <- matrix(stats::runif(nrow(x) * k, 0.5, 1.5), nrow(x))
    right <- matrix(stats::runif(ncol(x) * k, 0.5, 1.5), ncol(x))
  })
  for (i in seq_len(steps)) {
    if (loss == "poisson") {
      left <- left * ((x / (left %*% t(right))) %*% right) / rep(colSums(right), each = nrow(x))
      right <- right * (t(x / (left %*% t(right))) %*% left) / rep(colSums(left), each = ncol(x))
    } else {
      left <- left * (x %*% right) / (left %*% crossprod(right))
      right <- right * (t(x) %*% left) / (right %*% crossprod(left))
    }
  }
  m <- left %*% t(right)
  list(
    phi = t(right) / colSums(right),
    loss = if (loss == "poisson") sum(m - x * log(m)) else sum((x - m)^2) / 2
  )
}

test_that("the loss reached is that of a plain R twin, or better", {
  dense <- tiny + 0.5
  for (loss in losses) {
    fit <- topic_nmf(dense, 2, loss = loss, tolerance = 1e-12, iterations = 5000, seed = 1)
    twin <- twin_nmf(dense, 2, loss)
    reached <- fit$trace$loss[nrow(fit$trace)]
    expect_lt(reached, twin$loss + 1e-4 * abs(twin$loss))
    own <- apply(stats::cor(t(fit$phi), t(twin$phi)), 1, max)
    expect_true(all(own > 0.99))
  }
})

test_that("a fit has the promised form and separates subjects", {
  for (loss in losses) {
    fit <- topic_nmf(tiny, 2, loss = loss, seed = 1)
    expect_s3_class(fit, "tritone_topics")
    expect_equal(unname(rowSums(fit$phi)), c(1, 1))
    expect_equal(unname(rowSums(fit$theta)), rep(1, 6))
    expect_false(is.unsorted(-fit$prevalence))
    expect_false(is.unsorted(-fit$trace$loss))
    expect_true(fit$converged)
    own <- max.col(fit$theta)
    expect_identical(own, rep(own[c(1, 4)], each = 3))
    expect_true(own[1] != own[4])
    expect_identical(predict(fit, tiny), fit$theta)
    expect_output(print(fit), "NMF")
    expect_identical(glance(fit)$method, "nmf")
  }
})

test_that("the same bits for 1, 2 and 5 threads; articles in any order", {
  counts <- term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 2)
  for (loss in losses) {
    one <- topic_nmf(counts, 4, loss = loss, iterations = 15, seed = 2, threads = 1)
    for (threads in c(2, 5)) {
      again <- topic_nmf(counts, 4, loss = loss, iterations = 15, seed = 2, threads = threads)
      expect_identical(again, one)
    }
    back <- rev(seq_len(nrow(counts)))
    turned <- topic_nmf(counts[back, ], 4, loss = loss, iterations = 15, seed = 2)
    expect_equal(turned$phi, one$phi, tolerance = 1e-8)
    expect_equal(turned$theta[rownames(one$theta), ], one$theta, tolerance = 1e-6)
  }
})

test_that("odd counts and wrong arguments", {
  refused <- function(expr, pattern) expect_error(expr, pattern, class = "tritone_error_input")
  refused(topic_nmf(tiny), "`k`")
  refused(topic_nmf(tiny, 2, loss = "kl"), "`loss`")
  refused(topic_nmf(tiny, 2, tolerance = -1), "`tolerance`")
  refused(topic_nmf(tiny * 0, 2), "counts above 0")
  refused(topic_nmf(-tiny, 2), "not negative")
  odd <- tiny
  odd[1, 1] <- NA
  refused(topic_nmf(odd, 2), "row 1, column 1|NA|finite")
  expect_equal(unname(topic_nmf(rbind(tiny, g = 0), 2, seed = 1)$theta["g", ]), c(0.5, 0.5))
  expect_equal(unname(topic_nmf(tiny, 1, seed = 1)$theta[, 1]), rep(1, 6))
  expect_identical(nrow(topic_nmf(tiny, 9, seed = 1)$phi), 9L)
  expect_equal(unname(topic_nmf(tiny[, 1, drop = FALSE], 2, seed = 1)$phi[, 1]), c(1, 1))
})

test_that("a fit goes on from its checkpoint to the same bits", {
  counts <- term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 2)
  fitted <- function(...) {
    topic_nmf(counts, 3, iterations = 60, tolerance = 0, seed = 1, progress = FALSE, ...)
  }
  whole <- fitted()
  file <- withr::local_tempfile(fileext = ".rds")
  expect_identical(fitted(checkpoint = file), whole)
  saved <- readRDS(file)
  options <- c(saved$plan$options, poisson = TRUE, seed = 1)
  saved$state <- topic_fit_core(counts, "nmf", options, NULL, 0, 1, NULL)$state
  expect_identical(saved$state$iteration, 50)
  saved["done"] <- list(NULL)
  saveRDS(saved, file)
  expect_identical(fitted(checkpoint = file), whole)
  expect_error(
    topic_nmf(counts, 4, checkpoint = file), "another fit", class = "tritone_error_input"
  )
})
