# topic_stm(): structural topic models.

news <- sample_articles()
counts <- term_matrix(news, remove = term_stopwords(), min_docs = 4)
refused <- function(x) expect_error(x, class = "tritone_error_input")
fitted <- function(..., k = 4, max_iterations = 4) {
  topic_stm(counts, k, ..., max_iterations = max_iterations, seed = 1, progress = FALSE)
}
fits <- list(
  none = fitted(), prevalence = fitted(~ source + s(date, 5), data = news),
  content = fitted(content = ~ source, data = news),
  both = fitted(~ s(date, 5), ~ source, data = news)
)

test_that("the parts of a fit have their shapes and names", {
  topics <- sprintf("topic_%d", 1:4)
  for (name in names(fits)) {
    fit <- fits[[name]]
    expect_s3_class(fit, "tritone_topics")
    expect_equal(unname(rowSums(fit$phi)), rep(1, 4), info = name)
    expect_equal(unname(rowSums(fit$theta)), rep(1, nrow(counts)), info = name)
    expect_identical(dimnames(fit$phi), list(topics, colnames(counts)), info = name)
    expect_identical(dimnames(fit$theta), list(rownames(counts), topics), info = name)
    expect_named(fit$trace, c("iteration", "bound", "gradient", "repaired"))
    expect_identical(dimnames(fit$sigma), list(topics[-4], topics[-4]), info = name)
    expect_identical(dimnames(fit$covariance), dimnames(fit$sigma), info = name)
    expect_true(all(eigen(fit$covariance)$values > 0), info = name)
    expect_identical(names(fit$anchors), topics, info = name)
    expect_true(all(fit$anchors %in% colnames(counts)), info = name)
    expect_identical(colnames(fit$gamma), topics[-4], info = name)
  }
  expect_identical(rownames(fits$none$gamma), "(Intercept)")
  expect_identical(nrow(fits$prevalence$gamma), 1L + 2L + 5L)
  groups <- sort(unique(news$source))
  beta <- fits$both$beta
  expect_identical(dimnames(beta), list(topics, colnames(counts), groups))
  expect_equal(unname(apply(beta, c(1, 3), sum)), matrix(1, 4, 3))
  kappa <- fits$both$kappa
  expect_named(kappa, c("m", "topic", "group", "interaction"))
  # The parts add up to the words of a group.
  logs <- kappa$m + kappa$topic[2, ] + kappa$group[3, ] + kappa$interaction[2, 3, ]
  expect_equal(exp(logs) / sum(exp(logs)), beta[2, , 3])
  # The words that are common to groups are means by their tokens.
  tokens <- tapply(Matrix::rowSums(counts), news$source, sum)[groups]
  mean <- Reduce(`+`, lapply(groups, function(g) beta[, , g] * tokens[[g]])) / sum(tokens)
  expect_equal(mean, fits$both$phi)
  plain <- fitted(content = ~ source, data = news, interactions = FALSE, max_iterations = 2)
  expect_null(plain$kappa$interaction)
})

test_that("predict() gives the shares of the fit with its covariates, and its own without", {
  for (name in names(fits)) {
    fit <- fits[[name]]
    data <- if (name != "none") news
    expect_identical(predict(fit, counts, data), fit$theta, info = name)
    back <- rev(seq_len(nrow(counts)))
    turned <- predict(fit, counts[back, rev(seq_len(ncol(counts)))], data)
    expect_identical(turned, fit$theta[back, ], info = name)
    expect_identical(predict(fit), fit$theta)
  }
  unknown <- predict(fits$both, counts[5:6, ])
  expect_false(isTRUE(all.equal(unknown, fits$both$theta[5:6, ])))
  expect_identical(predict(fits$both, counts[6, , drop = FALSE])[1, ], unknown[2, ])
})

test_that("shares are the posterior mode of a slow twin", {
  fit <- fits$prevalence
  design <- stats::model.matrix(~ source + splines::bs(as.numeric(date), 5), news)
  for (i in c(1, 40, 120)) {
    twin <- twin_structural_shares(
      counts[i, ], fit$phi, as.vector(design[i, ] %*% fit$gamma), fit$sigma
    )
    expect_equal(unname(fit$theta[i, ]), twin, tolerance = 1e-3)
  }
  fit <- fits$content
  group <- match(news$source, dimnames(fit$beta)[[3]])
  twin <- twin_structural_shares(
    counts[7, ], fit$beta[, , group[[7]]], as.vector(fit$gamma), fit$sigma
  )
  expect_equal(unname(fit$theta[7, ]), twin, tolerance = 1e-3)
  twin <- twin_structural_shares(counts[7, ], fit$phi, fit$mean_mu, fit$mean_sigma)
  expect_equal(unname(predict(fit, counts[7, , drop = FALSE])[1, ]), twin, tolerance = 1e-3)
})

test_that("the prior of unknown covariates is the mean of the fit's priors", {
  fit <- fits$prevalence
  design <- stats::model.matrix(~ source + splines::bs(as.numeric(date), 5), news)
  mu <- design %*% fit$gamma
  expect_equal(unname(fit$mean_mu), unname(colMeans(mu)))
  around <- sweep(mu, 2, colMeans(mu))
  # About what the regression explains is added to the covariance.
  added <- fit$mean_sigma - fit$sigma
  expect_gt(min(diag(added)), 0)
  expect_equal(added, crossprod(around) / nrow(mu), tolerance = 0.5, ignore_attr = TRUE)
  expect_equal(fits$none$mean_sigma, fits$none$sigma)
})

test_that("the bound rises, to convergence", {
  fit <- fitted(max_iterations = 200, tolerance = 1e-4)
  expect_true(fit$converged)
  rise <- diff(fit$trace$bound)
  expect_true(all(rise > 0))
  expect_lt(rise[length(rise)] / abs(fit$trace$bound[nrow(fit$trace)]), 1e-4)
  expect_false(fits$none$converged)
  expect_identical(nrow(fits$none$trace), 4L)
})

test_that("the same bits for any number of threads", {
  for (threads in c(1, 7)) {
    again <- fitted(~ s(date, 5), ~ source, data = news, threads = threads)
    for (part in c("phi", "theta", "gamma", "sigma", "beta", "covariance")) {
      expect_identical(again[[part]], fits$both[[part]])
    }
  }
})

test_that("a checkpoint and a start from a fit go on from where it ended", {
  path <- withr::local_tempfile(fileext = ".rds")
  whole <- fitted(~ source, data = news, max_iterations = 12, tolerance = 0)
  kept <- fitted(~ source, data = news, max_iterations = 12, tolerance = 0, checkpoint = path)
  expect_identical(kept$theta, whole$theta)
  again <- fitted(~ source, data = news, max_iterations = 12, tolerance = 0, checkpoint = path)
  expect_identical(again$phi, whole$phi)
  expect_identical(again$trace, whole$trace)
  refused(fitted(~ s(date), data = news, max_iterations = 12, tolerance = 0, checkpoint = path))
  more <- fitted(~ source, data = news, max_iterations = 3, start = whole)
  expect_gte(more$trace$bound[[1]], whole$trace$bound[[12]] - 1)
  other <- fitted(~ s(date, 4), data = news, max_iterations = 2, start = whole$phi)
  expect_identical(nrow(other$trace), 2L)
})

test_that("a fit that is stopped is kept as far as it came", {
  # The user stops it when the bar of progress is next drawn.
  stop_after <- function(least) {
    function(done, total) {
      if (done > least) {
        signalCondition(structure(
          class = c("interrupt", "condition"), list(message = "", call = NULL)
        ))
      }
    }
  }
  options <- list(k = 4, iterations = 1e6, tolerance = 0)
  run <- function(bar) {
    run_topics("stm", as_counts(counts), options, 1, threads = 1, progress = bar)
  }
  expect_snapshot(
    kept <- run(stop_after(5)),
    transform = function(lines) gsub("[0-9,]+ iterations?", "<n> iterations", lines)
  )
  expect_false(kept$converged)
  n <- nrow(kept$trace)
  whole <- fitted(max_iterations = n, tolerance = 0)
  expect_identical(kept$theta, whole$theta)
  # Before the first there is nothing to keep.
  lost <- tryCatch(run(stop_after(-1)), interrupt = function(e) "stopped")
  expect_identical(lost, "stopped")
})

test_that("half a fit is of no use to a search or an update: a stop ends them", {
  stop_after <- function(least) {
    function(done, total) {
      if (done > least) {
        signalCondition(structure(
          class = c("interrupt", "condition"), list(message = "", call = NULL)
        ))
      }
    }
  }
  stopped <- function(work) tryCatch(suppressMessages(work), interrupt = function(e) "stopped")
  half <- function(counts, k) {
    run_topics(
      "stm", as_counts(counts), list(k = k, iterations = 1e6, tolerance = 0), 1,
      threads = 1, progress = stop_after(5)
    )
  }
  expect_s3_class(stopped(half(counts, 3)), "tritone_topics")
  expect_identical(stopped(topic_search(counts, 3, half, seed = 1)), "stopped")
  expect_identical(stopped(topic_stability(counts, 3, 2, half, seed = 1)), "stopped")
  # An update has no end of its own: Ctrl-C comes from outside.
  skip_on_os("windows")
  fit <- fitted(max_iterations = 3, tolerance = 0)
  new <- counts[1:20, ]
  rownames(new) <- paste0("new", 1:20)
  system(sprintf("(sleep 1; kill -INT %d) > /dev/null 2>&1 &", Sys.getpid()))
  expect_identical(
    stopped(topic_update(fit, new, iterations = 1e9, seed = 1, progress = FALSE)), "stopped"
  )
})

test_that("other starts and the fast schedule reach a bound that is about as good", {
  long <- function(...) {
    fit <- fitted(..., max_iterations = 100)
    fit$trace$bound[nrow(fit$trace)]
  }
  best <- long()
  expect_equal(long(schedule = "fast"), best, tolerance = 1e-3)
  expect_equal(long(init = "lda"), best, tolerance = 0.02)
  expect_equal(long(init = "random"), best, tolerance = 0.03)
})

test_that("empty articles are kept, with the prior of their covariates", {
  some <- counts
  some[c(1, 9), ] <- 0
  fit <- topic_stm(some, 4, ~ source, data = news, max_iterations = 3, progress = FALSE)
  expect_identical(nrow(fit$theta), nrow(counts))
  design <- stats::model.matrix(~ source, news)
  for (i in c(1, 9)) {
    eta <- c(design[i, ] %*% fit$gamma, 0)
    expect_equal(unname(fit$theta[i, ]), exp(eta) / sum(exp(eta)), tolerance = 1e-6)
  }
  expect_message(again <- predict(fit, some, news), "2 of 120")
  expect_identical(again, fit$theta)
})

test_that("a list of documents, vocab and meta is taken as counts and data", {
  documents <- lapply(seq_len(nrow(counts)), function(i) {
    at <- which(counts[i, ] > 0)
    rbind(at, counts[i, at])
  })
  names(documents) <- rownames(counts)
  meta <- as.data.frame(news)[c("source", "date")]
  x <- list(documents = documents, vocab = colnames(counts), meta = meta)
  expect_silent(fit <- topic_stm(
    x, 4, ~ source + s(date, 5), max_iterations = 4, seed = 1, progress = FALSE
  ))
  expect_identical(fit$theta, fits$prevalence$theta)
  expect_identical(predict(fit, x), fit$theta)
  expect_identical(
    topic_lda(x, 3, iterations = 2, seed = 1)$theta,
    topic_lda(counts, 3, iterations = 2, seed = 1)$theta
  )
  x$documents[[2]][1, 1] <- 10000
  expect_match(conditionMessage(refused(topic_stm(x, 4))), "10000")
  x$documents[[2]] <- "rain"
  refused(topic_stm(x, 4))
  x$documents <- documents[-1]
  refused(topic_stm(x, 4))
})

test_that("a dfm brings its document variables", {
  skip_if_not_installed("quanteda")
  frame <- quanteda::as.dfm(counts)
  quanteda::docvars(frame, "source") <- news$source
  fit <- topic_stm(frame, 4, ~ source, max_iterations = 3, seed = 1, progress = FALSE)
  expect_identical(fit$theta, fitted(~ source, data = news, max_iterations = 3)$theta)
  converted <- quanteda::convert(frame, to = "stm")
  again <- topic_stm(converted, 4, ~ source, max_iterations = 3, seed = 1, progress = FALSE)
  expect_equal(again$theta, fit$theta[rownames(again$theta), ])
})

test_that("data are matched by doc_id", {
  back <- news[rev(seq_len(nrow(news))), ]
  expect_identical(fitted(~ source + s(date, 5), data = back)$theta, fits$prevalence$theta)
  expect_message(
    unnamed <- fitted(~ source + s(date, 5), data = as.data.frame(news)[c("source", "date")]),
    "in the order of the articles"
  )
  expect_identical(unnamed$theta, fits$prevalence$theta)
})

test_that("every other verb takes the fit", {
  fit <- fits$both
  by_group <- topic_terms(fit, n = 2, group = c("Meridian Wire", "The Border Ledger"))
  expect_identical(levels(by_group$group), dimnames(fit$beta)[[3]])
  expect_identical(nrow(by_group), 16L)
  first <- by_group[by_group$topic == "topic_1" & by_group$group == "Meridian Wire", ]
  expect_equal(first$probability, unname(fit$beta[1, first$term, "Meridian Wire"]))
  refused(topic_terms(fits$none, group = "a"))
  refused(topic_terms(fit, group = "a"))
  expect_identical(nrow(topic_articles(fit, n = 2)), 8L)
  expect_identical(nrow(tidy(fit)), length(fit$phi))
  expect_identical(glance(fit)$bound, fit$trace$bound[[4]])
  expect_identical(nrow(augment(fit, counts)), length(counts@x))
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  expect_identical(plot(fit, type = "trace")$value, fit$trace$bound)
  expect_identical(nrow(plot(fit)), 4L)
  expect_output(
    print(fit), "prevalence ~ s(date, 5), content ~ source", fixed = TRUE, width = 120
  )
  expect_identical(nrow(summary(fit)), 4L)
})

test_that("held-out likelihood is that of the other half of the tokens", {
  for (name in names(fits)) {
    fit <- fits[[name]]
    data <- if (name != "none") news
    scored <- topic_heldout(fit, counts, data = data, seed = 3, progress = FALSE)
    alone <- topic_heldout(fit, counts[8, , drop = FALSE], data = data, seed = 3)
    expect_identical(unlist(alone[1, 2:3]), unlist(scored[8, 2:3]), info = name)
    # A term in an article is scored with its probability under the shares of the other half.
    twice <- counts[8, , drop = FALSE]
    twice[1, ] <- 0
    twice[1, "border"] <- 2
    group <- if (!is.null(data)) transform(news[8, ], doc_id = rownames(twice))
    scored <- topic_heldout(fit, twice, data = group, seed = 3)
    half <- twice
    half[1, "border"] <- 1
    phi <- if (is.null(fit$beta)) fit$phi else fit$beta[, , news$source[[8]]]
    by_hand <- log(sum(predict(fit, half, group) * phi[, "border"]))
    expect_equal(scored$log_likelihood, by_hand, info = name)
  }
  good <- attr(topic_heldout(fitted(max_iterations = 30), counts, seed = 1), "perplexity")
  flat <- fits$none
  flat$phi[] <- 1 / ncol(counts)
  expect_lt(good, attr(topic_heldout(flat, counts, seed = 1), "perplexity"))
  refused(topic_heldout(fits$none, counts, method = "left_to_right"))
})

test_that("topics of simulated articles are found, with what covariates do", {
  truth <- simulated_stm(600)
  data <- data.frame(x = truth$x)
  fit <- suppressMessages(topic_stm(truth$counts, 3, ~x, data = data, progress = FALSE))
  match <- apply(fit$phi %*% t(truth$phi), 2, which.max)
  expect_identical(sort(unname(match)), 1:3)
  expect_gt(min(diag(stats::cor(t(fit$phi[match, ]), t(truth$phi)))), 0.95)
  effects <- suppressMessages(topic_effects(fit, ~x, data, seed = 1))
  found <- effects[effects$term == "x", ][match, ]
  slope <- stats::coef(stats::lm(truth$theta ~ truth$x))[2, ]
  # Shares are drawn a little together by their prior, so slopes are somewhat too small.
  expect_gt(min(slope[[1]], found$estimate[[1]]), 0.4)
  expect_lt(max(abs(found$estimate - slope)), 0.1)
})

test_that("what stm's users stumble over", {
  # Its issue 159: a factor of one level an article.
  news$author <- news$doc_id
  expect_match(
    conditionMessage(refused(fitted(~ author, data = news))), "120 different values in 120"
  )
  # 177, 220: few articles for many covariates; no iteration limit of the regression is reached.
  few <- news[1:24, ]
  fit <- topic_stm(
    counts[1:24, ], 3, ~ source * s(date, 8), data = few, max_iterations = 30, progress = FALSE
  ) |> suppressMessages()
  expect_true(all(is.finite(fit$gamma)))
  # 195, 273: splines and tibbles.
  skip_if_not_installed("tibble")
  table <- tibble::as_tibble(news)
  fit <- fitted(~ source + s(date, 5), data = table)
  expect_identical(fit$theta, fits$prevalence$theta)
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  effects <- topic_effects(fit, ~ source + s(date, 5), data = table, seed = 1)
  expect_identical(nrow(plot(effects, "date")), 400L)
  # 197: a covariance that was moved to its diagonal.
  for (sigma_prior in c(0.5, 1)) {
    shrunk <- fitted(~ source, data = news, sigma_prior = sigma_prior)
    expect_true(all(is.finite(topic_effects(shrunk, ~ source, seed = 1)$std_error)))
  }
  off <- shrunk$sigma - diag(diag(shrunk$sigma))
  expect_equal(max(abs(off)), 0)
  # 284: a term that no article has, an article without terms, counts that are not whole.
  odd <- counts / 2
  odd[1, ] <- 0
  odd[, 3] <- 0
  fit <- topic_stm(odd, 3, max_iterations = 3, progress = FALSE)
  expect_true(all(is.finite(fit$theta)) && all(is.finite(fit$phi)))
  # 16: a fit is no larger than its parts.
  expect_lt(as.numeric(utils::object.size(fits$prevalence)), 20 * 8 * length(fits$none$phi))
})

test_that("arguments are checked", {
  refused(topic_stm(counts))
  refused(fitted(k = 1))
  expect_match(conditionMessage(refused(fitted(k = 900))), "anchor")
  refused(fitted(prevalence = "source", data = news))
  refused(fitted(data = ~ source))
  refused(fitted(data = news))
  refused(fitted(~ source, data = news[1:5, ]))
  refused(fitted(init = "Spectral"))
  refused(fitted(schedule = "slow"))
  refused(fitted(sigma_prior = 2))
  refused(fitted(max_terms = 3))
  refused(fitted(emtol = 1))
  refused(predict(fits$none, counts, news))
  refused(predict(fits$both, counts, news["doc_id"]))
  refused(predict(fits$both, data = news))
  other <- news
  other$source[1] <- "The Moon"
  expect_match(conditionMessage(refused(predict(fits$both, counts, other))), "The Moon")
  lda <- topic_lda(counts, 2, iterations = 2, seed = 1)
  refused(predict(lda, counts, news))
  refused(topic_heldout(lda, counts, data = news))
})

test_that("formulas give stm's bounds on poliblog5k, and every kind of model fits", {
  blogs <- poliblog()
  meta <- utils::read.csv(data_file("poliblog5k", "meta.csv.gz"))
  fit_blogs <- function(...) {
    suppressMessages(topic_stm(blogs$counts, ..., data = meta, progress = FALSE))
  }
  fit <- fit_blogs(20, ~ rating + s(day), max_iterations = 4)
  bounds <- c(-7097990.7810, -7002871.7360, -6972454.9601, -6958510.7082)
  expect_equal(fit$trace$bound[[1]], bounds[[1]], tolerance = 1e-6)
  expect_equal(fit$trace$bound, bounds, tolerance = 1e-5)
  expect_identical(suppressMessages(predict(fit, blogs$counts, meta)), fit$theta)
  both <- fit_blogs(10, ~rating, ~rating, max_iterations = 2)
  expect_equal(both$trace$bound[[1]], -7174919.1952, tolerance = 1e-6)
  expect_equal(both$trace$bound[[2]], -7051151.5681, tolerance = 1e-4)
  words <- fit_blogs(10, content = ~rating, max_iterations = 2)
  expect_gt(words$trace$bound[[2]], words$trace$bound[[1]])
  effects <- suppressMessages(topic_effects(fit, ~ rating + s(day), meta, seed = 1))
  expect_true(all(is.finite(effects$std_error)))
})
