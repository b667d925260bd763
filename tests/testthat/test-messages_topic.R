# Words of the topic models, as a user meets them.

words <- c(
  a = "rain wind rain hail", b = "wind hail rain storm", c = "goal match goal team",
  d = "team match win goal"
)
counts <- function() term_matrix(words)
fitted <- function(...) topic_lda(counts(), 2, ..., seed = 1, progress = FALSE)

# Figures of a fit depend on the last bits of the computer's arithmetic.
scrub_figures <- function(lines) gsub("-?[0-9]+\\.[0-9]+(e-?[0-9]+)?", "<x>", lines)

test_that("fits of every engine print", {
  local_reproducible_output(width = 80, unicode = TRUE)
  expect_snapshot(transform = scrub_figures, {
    fitted()
    fitted(iterations = 1)
    fitted(method = "gibbs", iterations = 40, chains = 2)
    fitted(method = "online", batch = 2)
    topic_nmf(counts(), 2, seed = 1)
    topic_nmf(counts(), 2, loss = "frobenius", iterations = 2, seed = 1)
    topic_seeded(counts(), list(weather = "rain", sport = "goal"), iterations = 40, seed = 1)
    topic_import(topic_export(fitted(), counts(), to = "LDAvis"))
  })
  expect_snapshot({
    many <- topic_lda(term_matrix(article_example()[1:20, ], remove = term_stopwords()), 11,
      iterations = 1, seed = 1)
    utils::tail(capture.output(print(many)), 1)
  })
})

test_that("tables of topics print", {
  local_reproducible_output(width = 80, unicode = TRUE)
  fit <- fitted()
  expect_snapshot(transform = scrub_figures, {
    topic_terms(fit, 2)
    topic_articles(fit, 1)
    summary(fit)
    tidy(fit)[1:2, ]
    tidy(fit, matrix = "gamma")[1:2, ]
    augment(fit, counts())[1:2, ]
    glance(fit)
    topic_heldout(fit, counts(), seed = 1)
  })
})

test_that("arguments of a fit", {
  root <- withr::local_tempdir()
  fit <- fitted()
  other <- topic_lda(term_matrix("snow ice"), 2, iterations = 2, seed = 1)
  expect_snapshot(error = TRUE, {
    topic_lda(counts())
    topic_lda(words, 2)
    topic_lda(counts(), 0)
    topic_lda(counts(), 2.5)
    topic_lda(counts(), 40000)
    topic_lda(counts(), 2, method = "vem")
    topic_lda(counts(), 2, chains = 2)
    topic_lda(counts(), 2, iteration = 5)
    topic_lda(counts(), 2, 5)
    topic_lda(counts(), 2, alpha = 0)
    topic_lda(counts(), 2, seed = -1)
    topic_lda(counts(), 2, threads = 1.5)
    topic_lda(counts(), 2, method = "gibbs", iterations = 3)
    topic_lda(counts() / 2, 2, method = "gibbs")
    topic_lda(counts(), 2, method = "online", decay = 0.5)
    topic_lda(counts(), 2, start = "fit")
    topic_lda(counts(), 3, start = fit)
    topic_lda(counts(), 2, start = other)
    topic_lda(counts(), 2, start = matrix(1, 2, 3))
    topic_lda(counts(), 2, start = -fit$phi)
    topic_lda(0 * counts(), 2)
    topic_lda(counts()[0, ], 2)
    topic_lda(-counts(), 2)
    topic_nmf(counts())
    topic_nmf(counts(), 2, loss = "euclid")
    topic_nmf(counts(), 2, tolerance = -1)
    topic_nmf(counts(), 2, iters = 5)
  })
})

test_that("seeds", {
  expect_snapshot(error = TRUE, {
    fit <- topic_seeded(counts(), list(a = c("rain", "oats")), iterations = 10, seed = 1)
    topic_seeded(counts(), c("rain", "goal"))
    topic_seeded(counts(), list("rain"))
    topic_seeded(counts(), list(a = "rain", a = "goal"))
    topic_seeded(counts(), list(a = 1))
    topic_seeded(counts(), list(a = "rain", b = "oats"))
    topic_seeded(counts(), list(other_1 = "rain"))
    topic_seeded(counts(), list(a = "rain"), seed_weight = 0)
    topic_seeded(counts(), list(a = "rain"), unseeded = -1)
    topic_seeded(counts(), list(a = "rain"), weight = 1)
  })
})

test_that("checkpoints", {
  root <- withr::local_tempdir()
  other <- file.path(root, "notes.rds")
  saveRDS(1, other)
  saved <- file.path(root, "fit.rds")
  fit <- fitted(checkpoint = saved)
  expect_snapshot(error = TRUE, transform = scrub(root), {
    fitted(checkpoint = 1)
    fitted(checkpoint = other)
    fitted(checkpoint = saved, alpha = 0.2)
    topic_lda(counts()[-1, ], 2, seed = 2, checkpoint = saved)
  })
})

test_that("what a fit is asked", {
  fit <- fitted()
  expect_snapshot(error = TRUE, {
    topic_terms(1)
    topic_terms(fit, 0)
    topic_terms(fit, 2, "lift")
    topic_terms(fit, rank = "lift")
    topic_terms(fit, rank_by = "best")
    topic_terms(fit, lambda = 2)
    topic_articles(fit, n = "two")
    predict(fit, words)
    predict(fit, matrix(1, 1, 1, dimnames = list(NULL, "snow")))
    predict(fit, matrix(1, 1, 3))
    predict(fit, counts(), 1)
    dim(predict(fit, term_matrix(c("rain and snow", "snow"))))
    dim(predict(fit, term_matrix("rain and")))
    topic_heldout(fit, counts() / 2)
    topic_heldout(fit, counts(), method = "best")
    topic_heldout(fit, counts(), method = "left_to_right", particles = 0)
    augment(fit)
    augment(fit, counts()[1:2, ])
    tidy(fit, matrix = "alpha")
    plot(fit, type = "pie")
    topic_export(fit, counts()[1:2, ])
    topic_export(fit, counts(), to = "gensim")
    topic_import(1)
    topic_import(list(
      phi = matrix(0, 1, 1), theta = matrix(1, 1, 1), doc.length = 1, vocab = "a",
      term.frequency = 1
    ))
    topic_import(list(
      phi = matrix(1, 1, 2), theta = matrix(1, 1, 1), doc.length = 1, vocab = c("a", "a"),
      term.frequency = 1
    ))
  })
})

test_that("words that lead every topic are reported", {
  glue <- term_matrix(c("the rain and the wind", "the hail"))
  common <- matrix(1, 50, 200, dimnames = list(NULL, sprintf("w%d", 1:200)))
  common[, 4:200] <- 0
  common[cbind(1:50, 4:53)] <- 1
  expect_snapshot({
    fit <- topic_lda(glue, 2, iterations = 1, seed = 1)
    fit <- topic_lda(common, 2, iterations = 1, seed = 1)
  })
})

# What judging a fit prints and says.
judged <- function() {
  news <- article_example()
  counts <- term_matrix(news, remove = term_stopwords(), min_docs = 4)
  list(news = news, counts = counts, fit = topic_lda(counts, 3, iterations = 20, seed = 1))
}

test_that("tables of judgement print", {
  local_reproducible_output(width = 80, unicode = TRUE)
  made <- judged()
  planted <- planted_counts(60, 3)
  expect_snapshot(transform = scrub_figures, {
    fit <- fitted()
    topic_quality(fit, counts(), n = 3)
    glance(topic_quality(fit, counts(), n = 3))
    tidy(topic_quality(fit, counts(), n = 3))[1:2, ]
    topic_match(fit, fit)
    glance(topic_match(fit, fit))
    topic_label(fit)
    topic_map(fit, n = 3)
    found <- topic_stability(planted, 3, runs = 2, iterations = 20, seed = 1)
    found
    found[c("topic", "reproducibility", "lower", "upper")]
    glance(found)
    rare <- data.frame(doc_id = rownames(planted), rare = c("b", rep("a", nrow(planted) - 1)))
    drawn <- topic_stability(
      planted, 3, 3, topic_stm, prevalence = ~rare, data = rare, max_iterations = 1, seed = 4
    )
    drawn <- topic_stability(planted, 3, 4, function(counts, k, seed) {
      if (seed == 1 + 7919) stop("no luck") else topic_lda(counts, k, iterations = 2, seed = seed)
    }, seed = 1)
    searched <- topic_search(planted, 2:3, iterations = 20, seed = 1)
    searched
    searched[1, ]
    topic_search(planted, 2, iterations = 20, seed = 1)
    glance(searched)[1:3]
    topic_map(topic_lda(made$counts, 11, iterations = 1, seed = 1), n = 3)
  })
})

test_that("what judging is asked", {
  made <- judged()
  fit <- fitted()
  other <- topic_lda(term_matrix("zzz yyy"), 2, iterations = 2, seed = 1)
  apart <- rbind(diag(2) * 5, diag(2) * 5)
  colnames(apart) <- c("rain", "goal")
  unlike <- methods::as(diag(4) * 5, "CsparseMatrix")
  # A model that gives terms it has not seen no probability.
  strict <- function(counts, k) {
    fit <- topic_lda(counts, k, iterations = 2, seed = 1)
    fit$phi[, Matrix::colSums(counts) == 0] <- 0
    fit$phi <- fit$phi / rowSums(fit$phi)
    fit
  }
  expect_snapshot(error = TRUE, {
    topic_quality(fit, counts(), n = 1)
    topic_quality(fit, counts(), smooth = 0)
    topic_quality(fit, counts()[, 1:2])
    topic_quality(fit, 0 * counts())
    topic_quality(fit, counts(), shares = matrix(1, 4, 2))
    topic_quality(fit, counts(), shares = fit$theta[1:2, ])
    topic_quality(fit$phi, counts())
    glance(structure(data.frame(a = 1), class = c("tritone_topic_quality", "data.frame")))
    topic_match(fit, other)
    topic_match(fit, fit, measure = "best")
    topic_search(counts(), k = 0)
    topic_search(counts(), k = c(2, 2))
    topic_search(counts(), 2, model = "lda")
    topic_search(counts(), 2, topic_lda, 5)
    topic_search(counts(), 2, model = function(counts, k) stop("no luck"))
    topic_search(counts(), 2, model = function(counts, k) fit$phi)
    topic_search(counts(), 2, model = function(counts, k) stop("no fit"))
    topic_search(counts(), 2, iteration = 5)
    topic_search(counts(), 2, data = data.frame(x = 1:4))
    topic_search(counts(), 2, topic_stm, prevalence = ~x)
    topic_search(counts(), 1, topic_stm)
    topic_search(counts(), 1, topic_seeded, seeds = list(a = "rain", b = "goal"))
    topic_search(counts()[1:3, ], 2)
    topic_search(counts(), 2, holdout = 1)
    topic_search(term_matrix(c("a", "b", "c", "d e")), 2, iterations = 2)
    topic_search(unlike, 2, strict, seed = 1)
    topic_stability(counts(), 2, runs = 1)
    topic_stability(counts(), 2, runs = 3, seed = 1, model = function(counts, k, seed) {
      if (seed != 1) stop("no luck") else topic_lda(counts, k, iterations = 2, seed = 1)
    })
    topic_stability(counts(), 2, model = function(counts, k, seed) {
      topic_lda(counts, if (seed == 1) 2 else 3, iterations = 2, seed = 1)
    }, seed = 1)
    topic_articles(fit, articles = words[1:2])
    topic_articles(fit, stem = TRUE)
    topic_articles(fit, articles = words, stems = TRUE)
    topic_label(fit, c(x = "rain"))
    topic_label(fit, words, tokeniser = "news")
    plot(fit, type = "perspectives", topic = 1)
    plot(fit, type = "perspectives", topic = 3)
    plot(made$fit, type = "perspectives", topic = 1:3)
    plot(fit, type = "perspectives", topic = 1:2, group = "a")
    topic_map(fit, n = 0)
    plot(topic_map(fit), topic = "none")
    topic_correlation(fit, shares = fit$phi)
    topic_articles(`$<-`(fit, "theta", NULL))
  })
})
