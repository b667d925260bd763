# topic_update() of factorizations and structural fits.

refused <- function(x) expect_error(x, class = "tritone_error_input")

old <- rolling_counts(1:3, 150, 1, "old")
new <- rolling_counts(1:3, 60, 2, "new")
about <- function(counts) {
  n <- nrow(counts)
  data.frame(
    doc_id = rownames(counts), source = rep(c("a", "b"), length.out = n),
    day = as.Date("2020-01-01") + seq_len(n) + 150 * !startsWith(rownames(counts), "old")
  )
}
later <- rolling_counts(1:3, 30, 5, "later")
data <- rbind(about(old), about(new), about(later))
fits <- list(
  poisson = topic_nmf(old, 3, seed = 1),
  frobenius = topic_nmf(old, 3, loss = "frobenius", seed = 1),
  correlated = topic_stm(old, 3),
  prevalence = topic_stm(old, 3, ~ source + s(day, df = 4), data = data),
  content = topic_stm(old, 3, ~source, ~source, data = data)
)
updated <- function(fit, new, ..., threads = 1) {
  suppressMessages(topic_update(
    fit, new, ..., data = if (length(fit$covariates)) data, seed = 1, threads = threads
  ))
}

test_that("old shares stay, topics keep their places, predict() gives the new shares", {
  for (name in names(fits)) {
    fit <- fits[[name]]
    out <- updated(fit, new)
    expect_s3_class(out, "tritone_topics")
    expect_identical(out$theta[1:150, ], fit$theta, info = name)
    expect_identical(rownames(out$theta), c(rownames(old), rownames(new)))
    again <- suppressMessages(
      predict(out, new, if (length(fit$covariates)) about(new))
    )
    expect_identical(again, out$theta[-(1:150), ], info = name)
    expect_identical(rownames(out$phi), rownames(fit$phi))
    expect_identical(topic_letter(out$phi), topic_letter(fit$phi), info = name)
    expect_equal(unname(rowSums(out$phi)), rep(1, 3))
    tokens <- c(Matrix::rowSums(old), Matrix::rowSums(new))
    expect_identical(out$tokens, tokens)
    expect_equal(out$prevalence, colSums(out$theta * tokens) / sum(tokens), info = name)
    expect_identical(out$options$method, fit$options$method)
    expect_false(any(out$changes$changed), info = name)
    expect_gt(min(out$changes$similarity), 0.9)
    expect_gt(mean(out$fits$fits), 0.95)
    expect_output(print(out), "Update 1 with 60 articles")
    expect_identical(updated(fit, new, threads = 7), out, info = name)
    # An update of the update.
    two <- updated(out, later, memory = 60)
    expect_identical(two$theta[1:210, ], out$theta)
    expect_identical(unique(two$changes$update), 1:2)
  }
})

test_that("what changes raises a flag, what is missing fits no topic, new words enter", {
  for (name in names(fits)) {
    fit <- fits[[name]]
    shifted <- rolling_counts(1:3, 90, 12, "new", shift = 2)
    about <- data.frame(
      doc_id = rownames(shifted), source = c("a", "b"), day = as.Date("2020-05-01") + 1:90
    )
    ask <- function(new, ...) {
      suppressMessages(topic_update(
        fit, new, ..., data = if (length(fit$covariates)) about, seed = 1, min_docs = 5
      ))
    }
    which <- match("b", topic_letter(fit$phi))
    out <- ask(shifted)
    expect_true(out$changes$changed[[which]], info = name)
    expect_lt(out$changes$similarity[[which]], min(out$changes$similarity[-which]))
    # The less memory, the more topics follow.
    moved <- function(memory) {
      phi <- ask(shifted, memory = memory)$phi
      sum(abs(phi[which, colnames(old)] - fit$phi[which, ]))
    }
    few <- moved(10)
    expect_gt(few, moved(75))
    expect_gt(moved(75), moved(NULL))
    expect_identical(moved(1000), moved(NULL))
    # Counts of earlier articles are remembered as the fit reads them.
    expect_equal(moved(old[1:75, ]), moved(75), tolerance = 0.15, info = name)
    strange <- rep(c(FALSE, TRUE), 30)
    more <- rolling_counts(c(1, 5), 60, 3, "new", words = letters[1:5])
    out <- ask(more)
    entered <- setdiff(colnames(out$phi), colnames(old))
    expect_true("e1" %in% entered)
    expect_identical(entered, setdiff(colnames(more)[diff(more@p) >= 5], colnames(old)))
    expect_gt(sum(out$phi[, entered]), 0.01)
    expect_false(any(out$fits$fits[strange]), info = name)
    expect_gt(mean(out$fits$fits[!strange]), 0.9)
  }
})

test_that("topics of a factorization are those of the counts with the memory as held rows", {
  more <- rolling_counts(1:3, 20, 4, "new", shift = 2)
  for (name in c("poisson", "frobenius")) {
    fit <- fits[[name]]
    fit$options$tolerance <- 1e-12
    out <- suppressMessages(topic_update(fit, more, 30, iterations = 5000, seed = 1))
    terms <- colnames(out$phi)
    of_topic <- fit$theta * fit$tokens / 150 * 30
    held <- fit$phi * colSums(of_topic)
    if (name == "frobenius") held <- fit$phi * sqrt(colSums((fit$theta * fit$tokens)^2) * 30 / 150)
    place <- match(terms, colnames(fit$phi))
    spread <- function(x) {
      x <- x[, place]
      x[is.na(x)] <- 0
      x
    }
    counts <- suppressMessages(match_columns(more, terms, "new", "the fit"))
    start <- 0.99 * spread(fit$phi) +
      rep(0.01 * Matrix::colSums(counts) / sum(counts), each = 3)
    twin <- twin_held_factors(counts, start, spread(held), name)
    expect_lt(max(abs(out$phi - twin)), 2e-4)
    expect_gt(max(abs(out$phi[, colnames(fit$phi)] - fit$phi)), 5e-3)
  }
})

test_that("topics of a structural fit are the memory with the expected words of new articles", {
  fit <- fits$correlated
  fit$options$tolerance <- 0
  out <- suppressMessages(topic_update(fit, new, 50, iterations = 60, seed = 1))
  counts <- suppressMessages(match_columns(new, colnames(out$phi), "new", "the fit"))
  theta <- out$theta[-(1:150), ]
  x <- as.matrix(counts)
  ratio <- x / (theta %*% out$phi)
  expected <- out$phi * (t(theta) %*% ratio)
  before <- expected * 0
  before[, colnames(fit$phi)] <- fit$phi * fit$prevalence * sum(old) / 3
  twin <- (before + expected) / rowSums(before + expected)
  expect_lt(max(abs(out$phi - twin)), 1e-5)
  # The prior of shares is held, with covariates too; covariates of all articles are kept.
  for (name in c("correlated", "prevalence", "content")) {
    fit <- fits[[name]]
    out <- updated(fit, new)
    for (part in c("gamma", "sigma", "mean_mu", "mean_sigma")) {
      expect_identical(out[[part]], fit[[part]], info = name)
    }
    expect_false(identical(out$covariance, fit$covariance))
  }
  expect_identical(
    as.character(out$covariates$content$data$source),
    data$source[match(rownames(out$theta), data$doc_id)]
  )
  expect_identical(dim(out$beta), c(3L, ncol(out$phi), 2L))
  expect_equal(unname(apply(out$beta, 3, rowSums)), matrix(1, 3, 2))
})

test_that("an updated fit answers what a fit answers", {
  all <- rbind(
    suppressMessages(match_columns(old, union(colnames(old), colnames(new)), "", "")),
    suppressMessages(match_columns(new, union(colnames(old), colnames(new)), "", ""))
  )
  for (name in names(fits)) {
    out <- updated(fits[[name]], new)
    counts <- suppressMessages(match_columns(all, colnames(out$phi), "", ""))
    expect_s3_class(topic_terms(out), "data.frame")
    expect_identical(nrow(topic_quality(out, counts)), 3L)
    effects <- topic_effects(out, ~source, data, seed = 1)
    expect_true(all(effects$std_error > 0), info = name)
    if (startsWith(name, "c") || name == "prevalence") {
      local <- topic_effects(
        out, ~source, data, uncertainty = "local", counts = counts, draws = 5, seed = 1
      )
      expect_true(all(local$std_error > 0), info = name)
    }
    expect_identical(nrow(topic_match(out, fits[[name]])), 3L)
  }
})

test_that("weights are counts too; covariates that are not known are dropped with a message", {
  weights <- term_weight(old, "tfidf")
  fit <- topic_nmf(weights, 3, seed = 1)
  out <- suppressMessages(topic_update(fit, term_weight(new, "tfidf"), seed = 1))
  expect_identical(out$theta[1:150, ], fit$theta)
  expect_true(all(is.na(out$fits$fits)))
  expect_message(out <- topic_update(fits$content, new, seed = 1), "no covariates")
  expect_null(out$covariates)
  expect_null(out$beta)
  expect_identical(suppressMessages(predict(out, new)), out$theta[-(1:150), ])
  expect_output(print(out), "correlated topic model")
  imported <- topic_import(topic_export(fits$prevalence, old, "stm"))
  expect_message(
    out <- topic_update(imported, new, memory = old, seed = 1), "no covariates"
  )
  expect_identical(suppressMessages(predict(out, new)), out$theta[-(1:150), ])
})

test_that("what does not agree with the fit is refused", {
  refused(updated(fits$poisson, old[1:3, ]))
  refused(topic_update(fits$poisson, new, data = data))
  refused(topic_update(fits$prevalence, new, data = data["doc_id"]))
  refused(topic_update(fits$prevalence, new, data = data[1:150, ]))
  other <- transform(data, source = "c")
  refused(topic_update(fits$prevalence, new, data = other))
  refused(topic_update(fits$content, new, data = transform(data, source = NA)))
  refused(suppressMessages(topic_update(fits$content, new, new[1:5, ], data = data)))
})
