# topic_seeded(): seeds pull their topics, and are matched as all patterns are.

tiny <- rbind(
  a = c(4, 3, 2, 0, 0, 0, 1, 1), b = c(2, 5, 1, 0, 0, 0, 2, 0), c = c(3, 1, 3, 0, 0, 0, 0, 2),
  d = c(0, 0, 0, 4, 2, 5, 1, 1), e = c(0, 0, 0, 1, 6, 2, 2, 1), f = c(0, 0, 0, 3, 3, 3, 0, 0)
)
colnames(tiny) <- c("bank", "rate", "loan", "rain", "crop", "farm", "m", "n")
seeded <- function(counts = tiny, seeds = list(weather = "ra*n", money = c("BANK", "loan")), ...,
                   unseeded = 0, iterations = 80, seed = 1) {
  topic_seeded(
    counts, seeds,
    unseeded = unseeded, iterations = iterations, seed = seed, progress = FALSE, ...
  )
}

test_that("topics keep the names and the order of their seeds", {
  for (seed in 1:5) {
    fit <- seeded(seed = seed)
    expect_identical(rownames(fit$phi), c("weather", "money"))
    expect_identical(unname(max.col(fit$theta)), c(2L, 2L, 2L, 1L, 1L, 1L))
  }
  expect_identical(
    fit$seeds,
    data.frame(
      topic = factor(c("weather", "money", "money"), c("weather", "money")),
      pattern = c("ra*n", "BANK", "loan"),
      term = c("rain", "bank", "loan")
    )
  )
  # Seeds as columns of a table may be factors.
  expect_identical(
    seeded(seeds = list(weather = factor("rain"), money = factor(c("bank", "loan"))))$phi,
    seeded(seeds = list(weather = "rain", money = c("bank", "loan")))$phi
  )
  # and then are filled up to one length.
  for (none in c(NA, "", " ")) {
    expect_identical(
      seeded(seeds = data.frame(weather = c("rain", none), money = c("bank", "loan"))),
      seeded(seeds = list(weather = "rain", money = c("bank", "loan")))
    )
  }
  turned <- seeded(seeds = list(money = c("bank", "loan"), weather = "rain"))
  expect_identical(rownames(turned$phi), c("money", "weather"))
  expect_identical(dim(predict(fit, tiny[1:2, ])), c(2L, 2L))
})

test_that("topics without seeds take the rest", {
  fit <- seeded(seeds = list(money = c("bank", "loan")), unseeded = 2)
  expect_identical(rownames(fit$phi), c("money", "other_1", "other_2"))
  expect_true(all(fit$theta[1:3, "money"] > 0.5))
  expect_true(all(fit$theta[4:6, "money"] < 0.5))
})

test_that("seeds weigh as many tokens as `seed_weight` says", {
  # One topic: phi is the prior and the counts, whatever is drawn.
  fit <- seeded(seeds = list(all = "bank"), seed_weight = 2, eta = 0.5)
  n <- colSums(tiny)
  prior <- 0.5 + c(2 * n[["bank"]], rep(0, 7))
  expect_equal(fit$phi["all", ], (n + prior) / sum(n + prior))
})

test_that("the same bits for 1, 2 and 5 threads, and from a checkpoint", {
  one <- seeded(threads = 1, chains = 2)
  for (threads in c(2, 5)) expect_identical(seeded(threads = threads, chains = 2), one)
  file <- withr::local_tempfile()
  expect_identical(seeded(chains = 2, checkpoint = file), one)
  expect_identical(seeded(chains = 2, checkpoint = file), one)
  expect_error(
    seeded(seed_weight = 0.3, checkpoint = file), "extra", class = "tritone_error_input"
  )
})

test_that("seeds on the sample find their articles", {
  counts <- term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 2)
  found <- vapply(1:5, function(seed) {
    fit <- topic_seeded(
      counts, list(harvest = c("harvest*", "farm*")), unseeded = 5, iterations = 100, seed = seed,
      progress = FALSE
    )
    stats::cor(fit$theta[, "harvest"], Matrix::rowSums(counts[, fit$seeds$term]))
  }, 0)
  expect_gt(mean(found), 0.4)
})
