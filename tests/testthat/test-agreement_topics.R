# Two verbs asked the same question about topics.

agreed_counts <- function() {
  term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 3)
}

agreed_fits <- function(counts) {
  lda <- function(...) topic_lda(counts, 4, ..., seed = 1, progress = FALSE)
  list(
    cvb0 = lda(), online = lda(method = "online", batch = 40),
    gibbs = lda(method = "gibbs", iterations = 60, chains = 2),
    learned = lda(method = "gibbs", iterations = 60, optimize = TRUE),
    seeded = topic_seeded(
      counts, list(fever = "hospital*", harvest = "harvest*"), iterations = 60, seed = 1,
      progress = FALSE
    ),
    poisson = topic_nmf(counts, 4, iterations = 60, seed = 1, progress = FALSE),
    frobenius = topic_nmf(
      counts, 4, loss = "frobenius", iterations = 60, seed = 1, progress = FALSE
    ),
    structural = topic_stm(counts, 4, max_iterations = 10, seed = 1, progress = FALSE)
  )
}

test_that("predict() and the fit agree, whatever the order and the names of the rows", {
  counts <- agreed_counts()
  fits <- agreed_fits(counts)
  back <- rev(seq_len(nrow(counts)))
  turned <- counts[back, rev(seq_len(ncol(counts)))]
  rownames(turned) <- paste0("new", back)
  tokens <- Matrix::rowSums(counts)
  for (name in names(fits)) {
    fit <- fits[[name]]
    expect_identical(predict(fit, counts), fit$theta, info = name)
    expect_identical(unname(predict(fit, turned)), unname(fit$theta[back, ]), info = name)
    alone <- predict(fit, counts[7, , drop = FALSE])
    expect_identical(alone, fit$theta[7, , drop = FALSE], info = name)
    expect_equal(fit$prevalence, colSums(fit$theta * tokens) / sum(tokens), info = name)
    if (!name %in% c("seeded", "structural")) {
      expect_false(is.unsorted(-fit$prevalence), info = name)
    }
  }
  expect_identical(rownames(fits$seeded$phi), c("fever", "harvest", "other_1"))
})

test_that("a topic is the same factor in every table", {
  counts <- agreed_counts()
  fit <- topic_lda(counts, 11, iterations = 5, seed = 1, progress = FALSE)
  topics <- paste0("topic_", 1:11)
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  columns <- list(
    terms = topic_terms(fit)$topic, articles = topic_articles(fit)$topic,
    beta = tidy(fit)$topic, gamma = tidy(fit, matrix = "gamma")$topic,
    augment = augment(fit, counts)$.topic, summary = summary(fit)$topic,
    bars = plot(fit)$topic, panels = plot(fit, type = "terms", n = 2, terms = 3)$topic
  )
  for (name in names(columns)) {
    expect_s3_class(columns[[name]], "factor")
    expect_identical(levels(columns[[name]]), topics, info = name)
  }
  seeded <- topic_seeded(
    counts, list(z = "hospital*", a = "harvest*"), iterations = 12, seed = 1, progress = FALSE
  )
  expect_identical(levels(seeded$seeds$topic), c("z", "a", "other_1"))
})

test_that("print, summary, plot and topic_terms name the same terms", {
  fit <- topic_lda(agreed_counts(), 3, seed = 1, progress = FALSE)
  terms <- topic_terms(fit, n = 6)
  lines <- vapply(split(terms$term, terms$topic), paste, "", collapse = ", ")
  expect_identical(summary(fit)$terms, unname(lines))
  printed <- withr::with_options(list(width = 200), utils::capture.output(print(fit)))
  for (k in 1:3) expect_match(printed[k + 2], lines[[k]], fixed = TRUE)
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  expect_identical(plot(fit, terms = 6)$terms, unname(lines))
  expect_identical(plot(fit, type = "terms", terms = 6)$term, terms$term)
})

test_that("tables name articles by doc_id, and broom's document joins with it", {
  counts <- agreed_counts()
  fit <- topic_lda(counts, 3, iterations = 5, seed = 1, progress = FALSE)
  expect_identical(unique(augment(fit, counts)$doc_id), unique(rownames(counts)[counts@i + 1L]))
  expect_true(all(topic_articles(fit)$doc_id %in% rownames(counts)))
  expect_identical(topic_heldout(fit, counts, seed = 1)$doc_id, rownames(counts))
  gamma <- tidy(fit, matrix = "gamma")
  joined <- merge(
    as.data.frame(gamma), data.frame(doc_id = rownames(counts)), by.x = "document", by.y = "doc_id"
  )
  expect_identical(nrow(joined), nrow(gamma))
})

test_that("an article without a known word has the prior, alone and among others, in both verbs", {
  counts <- agreed_counts()
  strange <- counts[1:2, ]
  strange[1, ] <- 0
  alone <- term_matrix(c(x = "zzz yyy"))
  fits <- agreed_fits(counts)
  for (name in names(fits)) {
    fit <- fits[[name]]
    suppressMessages({
      among <- predict(fit, strange)
      expect_identical(unname(predict(fit, alone)[1, ]), unname(among[1, ]), info = name)
      expect_identical(among[2, ], fit$theta[2, ], info = name)
      scored <- topic_heldout(fit, strange, seed = 1)
      expect_identical(unlist(scored[1, 2:3], use.names = FALSE), c(0, 0), info = name)
      expect_identical(topic_heldout(fit, alone, seed = 1)$n_tokens, 0, info = name)
    })
    prior <- if (name == "structural") exp(c(unname(fit$mean_mu), 0)) else fit_alpha(fit)
    expect_equal(unname(among[1, ]), prior / sum(prior), tolerance = 1e-6, info = name)
  }
})

test_that("predict(), topic_heldout() and topic_effects() take covariates in the same way", {
  news <- sample_articles()
  counts <- agreed_counts()
  fit <- topic_stm(
    counts, 4, ~ source + s(date, 4), ~ source, data = news, max_iterations = 3, progress = FALSE
  )
  plain <- as.data.frame(news)[c("doc_id", "source", "date")]
  turned <- plain[rev(seq_len(nrow(plain))), ]
  turned$source <- factor(turned$source)
  for (data in list(plain, turned)) {
    expect_identical(predict(fit, counts, data), fit$theta)
    expect_identical(
      topic_heldout(fit, counts, data = data, seed = 1),
      topic_heldout(fit, counts, data = news, seed = 1)
    )
    expect_identical(
      topic_effects(fit, ~ source + s(date, 4), data, seed = 1)$estimate,
      topic_effects(fit, seed = 1)$estimate
    )
  }
  broken <- plain
  broken$source[3] <- NA
  for (ask in list(
    function() predict(fit, counts, broken), function() topic_heldout(fit, counts, data = broken),
    function() topic_effects(fit, ~source, broken),
    function() topic_stm(counts, 4, ~source, data = broken)
  )) {
    expect_error(ask(), "missing in 1 of 120", class = "tritone_error_input")
  }
})

test_that("every verb answers for every model, for its own and for predicted shares", {
  news <- sample_articles()
  counts <- agreed_counts()
  fits <- agreed_fits(counts)
  fits$content <- suppressMessages(topic_stm(
    counts, 4, ~source, ~source, data = news, max_iterations = 2, progress = FALSE
  ))
  fits$import <- topic_import(topic_export(fits$cvb0, counts, to = "LDAvis"))
  new <- counts[1:30, ]
  rownames(new) <- paste0("new", 1:30)
  others <- as.data.frame(news)[1:30, ]
  others$doc_id <- rownames(new)
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  for (name in names(fits)) {
    fit <- fits[[name]]
    k <- nrow(fit$phi)
    shares <- predict(fit, new)
    for (given in list(NULL, shares)) {
      judged <- if (is.null(given)) counts else new
      quality <- topic_quality(fit, judged, shares = given)
      theta <- if (is.null(given)) fit$theta else shares
      twin <- twin_quality(judged, fit$phi, theta)
      if (k == 1L) twin$exclusivity <- NA
      expect_equal(as.data.frame(quality)[names(twin)], twin, info = name)
      texts <- if (is.null(given)) news else others
      typical <- suppressMessages(topic_articles(fit, 2, articles = texts, shares = given))
      expect_identical(nrow(typical), 2L * k, info = name)
      expect_equal(
        typical$share, theta[cbind(typical$doc_id, as.character(typical$topic))],
        ignore_attr = TRUE, info = name
      )
      expect_true(all(nchar(typical$passage) > 10), info = name)
      labels <- suppressMessages(topic_label(fit, texts, n = 1, shares = given))
      expect_identical(as.character(labels$topic), rownames(fit$phi), info = name)
      expect_identical(
        nrow(topic_correlation(fit, shares = given)), as.integer(k * (k - 1) / 2), info = name
      )
      map <- topic_map(fit, n = 5, shares = given)
      expect_identical(as.character(map$topics$topic), rownames(fit$phi), info = name)
    }
    expect_identical(nrow(topic_terms(fit, 3, rank_by = "frex")), 3L * k, info = name)
    matched <- topic_match(fit, fits$cvb0)
    expect_identical(sum(!is.na(matched$similarity)), min(k, 4L), info = name)
    expect_identical(nrow(plot(fit, type = "perspectives", topic = 1:2, terms = 3)) >= 3L, TRUE)
    expect_identical(nrow(plot(map)), 5L, info = name)
  }
})

test_that("a fit without shares of articles still has its terms", {
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  counts <- agreed_counts()
  fit <- topic_lda(counts, 3, iterations = 5, seed = 1, progress = FALSE)
  new <- counts[1:20, ]
  for (bare in list(`$<-`(fit, "theta", NULL), `$<-`(fit, "theta", fit$theta[0, ]))) {
    expect_identical(topic_terms(bare), topic_terms(fit))
    expect_equal(topic_match(bare, fit)$similarity, rep(1, 3))
    expect_identical(as.data.frame(topic_map(bare)$topics), as.data.frame(topic_map(fit)$topics))
    expect_equal(
      as.data.frame(topic_quality(bare, new)),
      as.data.frame(topic_quality(fit, new, shares = predict(fit, new)))
    )
    expect_identical(topic_label(bare), topic_label(fit))
    shares <- predict(fit, new)
    expect_identical(topic_articles(bare, shares = shares), topic_articles(fit, shares = shares))
    expect_error(topic_articles(bare), "Give them as `shares`", class = "tritone_error_input")
    expect_error(topic_correlation(bare), "Give them as `shares`", class = "tritone_error_input")
    # The remedies of these messages work, and so does all that asks for topics alone.
    expect_identical(predict(bare, new), shares)
    whole <- bare
    whole$theta <- predict(bare, counts)
    expect_identical(whole$theta, fit$theta)
    expect_identical(as.data.frame(summary(bare)), as.data.frame(summary(fit)))
    expect_identical(as.data.frame(tidy(bare)), as.data.frame(tidy(fit)))
    expect_identical(glance(bare)$articles, 0L)
    expect_identical(utils::capture.output(print(bare))[-1L], utils::capture.output(fit)[-1L])
    expect_equal(
      topic_heldout(bare, new, seed = 1)$log_likelihood,
      topic_heldout(fit, new, seed = 1)$log_likelihood
    )
    for (type in c("prevalence", "trace", "terms")) {
      expect_identical(plot(bare, type = type), plot(fit, type = type), info = type)
    }
    group <- rep(c("a", "b"), 10)
    of_new <- function(verb, fit, ...) as.data.frame(verb(fit, ..., newdata = new, seed = 1))
    expect_identical(of_new(topic_prevalence, bare, group), of_new(topic_prevalence, fit, group))
    expect_identical(of_new(topic_effects, bare, ~group), of_new(topic_effects, fit, ~group))
    for (ask in list(
      function() predict(bare), function() tidy(bare, matrix = "gamma"),
      function() augment(bare, counts), function() topic_export(bare, counts),
      function() topic_update(bare, new)
    )) {
      expect_error(ask(), "theta <- predict\\(", class = "tritone_error_input")
    }
  }
})
