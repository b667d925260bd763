# Counts of two subjects that share the terms m and n.
tiny <- rbind(
  a = c(4, 3, 2, 0, 0, 0, 1, 1), b = c(2, 5, 1, 0, 0, 0, 2, 0), c = c(3, 1, 3, 0, 0, 0, 0, 2),
  d = c(0, 0, 0, 4, 2, 5, 1, 1), e = c(0, 0, 0, 1, 6, 2, 2, 1), f = c(0, 0, 0, 3, 3, 3, 0, 0)
)
colnames(tiny) <- c("bank", "rate", "loan", "rain", "crop", "farm", "m", "n")

news_counts <- function() term_matrix(sample_articles(), remove = term_stopwords())

test_that("phi and theta equal those of a plain R twin", {
  # Each article has a most distinctive term of its own, so their order is known.
  counts <- rbind(
    a = c(1, 9, 2, 0, 0, 0, 1, 1), b = c(0, 0, 1, 0, 0, 2, 9, 0), c = c(9, 1, 0, 0, 0, 0, 0, 2),
    d = c(0, 0, 0, 9, 2, 0, 1, 1), e = c(0, 0, 0, 1, 1, 9, 0, 1), f = c(1, 0, 3, 0, 9, 3, 0, 0)
  )
  expect_identical(anyDuplicated(telling_terms(counts)), 0L)
  start <- withr::with_seed(1, matrix(runif(3 * 8, 0.2, 1), 3))
  for (sweeps in c(1, 12)) {
    fit <- topic_lda(counts, 3, iterations = sweeps, tolerance = 0, start = start)
    twin <- twin_cvb0(counts, start, 0.1, 0.01, sweeps)
    expect_equal(unname(fit$phi), unname(twin), tolerance = 1e-4)
  }
  expect_lt(max(abs(unname(fit$theta) - unname(twin_fold_in(counts, fit$phi, 0.1)))), 1e-3)
  fit <- topic_lda(
    counts * 2.5, 3, iterations = 5, tolerance = 0, start = start, alpha = 0.5, eta = 0.2
  )
  twin <- twin_cvb0(counts * 2.5, start, 0.5, 0.2, 5)
  expect_equal(unname(fit$phi), unname(twin), tolerance = 1e-4)
})

test_that("articles in another order give the same topics", {
  counts <- news_counts()
  fit <- topic_lda(counts, 5, seed = 2, iterations = 30)
  turned <- topic_lda(counts[rev(seq_len(nrow(counts))), ], 5, seed = 2, iterations = 30)
  expect_identical(turned$phi, fit$phi)
  expect_identical(turned$theta[rownames(fit$theta), ], fit$theta)
})

test_that("a fit goes on from its checkpoint to the same bits", {
  counts <- news_counts()
  fitted <- function(...) topic_lda(counts, 5, iterations = 120, tolerance = 0, seed = 3, ...)
  whole <- fitted()
  file <- withr::local_tempfile(fileext = ".rds")
  expect_identical(fitted(checkpoint = file), whole)
  expect_identical(fitted(checkpoint = file), whole) # read from the file
  # As if it had been stopped after the first segment.
  saved <- readRDS(file)
  options <- c(saved$plan$options, seed = 3)
  saved$state <- topic_fit_core(counts, "cvb0", options, NULL, 0, 1, NULL)$state
  expect_identical(saved$state$iteration, 50)
  saved["done"] <- list(NULL)
  saveRDS(saved, file)
  expect_identical(fitted(checkpoint = file), whole)
  expect_error(
    topic_lda(counts, 5, iterations = 121, tolerance = 0, seed = 3, checkpoint = file),
    "differs in: options", class = "tritone_error_input"
  )
  expect_error(
    topic_lda(counts, 5, method = "gibbs", checkpoint = file), "another fit",
    class = "tritone_error_input"
  )
})

test_that("subjects are separated", {
  for (seed in 1:5) {
    fit <- topic_lda(tiny, 2, seed = seed)
    own <- max.col(fit$theta)
    expect_identical(own, rep(own[c(1, 4)], each = 3))
    expect_true(own[1] != own[4])
  }
})

test_that("a fit has the promised form", {
  counts <- news_counts()
  fit <- topic_lda(counts, 5, seed = 3)
  expect_s3_class(fit, "tritone_topics")
  topics <- paste0("topic_", 1:5)
  expect_identical(dimnames(fit$phi), list(topics, colnames(counts)))
  expect_identical(dimnames(fit$theta), list(rownames(counts), topics))
  expect_equal(unname(rowSums(fit$phi)), rep(1, 5), tolerance = 1e-12)
  expect_equal(unname(rowSums(fit$theta)), rep(1, nrow(counts)), tolerance = 1e-12)
  expect_identical(names(fit$prevalence), topics)
  tokens <- Matrix::rowSums(counts)
  expect_equal(fit$prevalence, colSums(fit$theta * tokens) / sum(tokens), tolerance = 1e-12)
  expect_false(is.unsorted(-fit$prevalence))
  expect_identical(names(fit$trace), c("iteration", "change", "log_likelihood"))
  expect_identical(fit$trace$iteration, seq_len(nrow(fit$trace)))
  reported <- fit$trace$iteration %% 5 == 0 | fit$trace$iteration == nrow(fit$trace)
  expect_identical(is.na(fit$trace$log_likelihood), !reported)
  expect_true(fit$converged)
  expect_lt(fit$trace$change[nrow(fit$trace)], 0.005)
  expect_identical(fit$options, list(
    method = "cvb0", k = 5, iterations = 200, alpha = 0.1, eta = 0.01, tolerance = 0.005
  ))
  expect_identical(fit$seed, 3)
})

test_that("the same bits for 1, 2 and 7 threads, and for any kind of matrix", {
  counts <- news_counts()
  one <- topic_lda(counts, 4, seed = 1, threads = 1)
  expect_identical(topic_lda(counts, 4, seed = 1, threads = 2), one)
  expect_identical(topic_lda(counts, 4, seed = 1, threads = 7), one)
  expect_identical(topic_lda(as.matrix(counts), 4, seed = 1), one)
  expect_identical(predict(one, counts, threads = 7), one$theta)
})

test_that("the seed fixes the fit, and set.seed() draws it", {
  first <- withr::with_seed(9, topic_lda(tiny, 2))
  expect_identical(withr::with_seed(9, topic_lda(tiny, 2)), first)
  expect_identical(topic_lda(tiny, 2, seed = first$seed), first)
  expect_false(identical(topic_lda(tiny, 2, seed = 1)$phi, topic_lda(tiny, 2, seed = 2)$phi))
})

test_that("predict() gives the articles of the fit what the fit holds", {
  counts <- news_counts()
  fit <- topic_lda(counts, 6, seed = 1)
  expect_identical(predict(fit, counts), fit$theta)
  expect_identical(predict(fit), fit$theta)
  back <- rev(seq_len(nrow(counts)))
  turned <- counts[back, sample(ncol(counts))]
  rownames(turned) <- paste0("new", back)
  expect_identical(unname(predict(fit, turned)), unname(fit$theta[back, ]))
  expect_identical(predict(fit, counts[4, , drop = FALSE]), fit$theta[4, , drop = FALSE])
  dimnames(counts) <- list(NULL, NULL)
  expect_identical(unname(predict(fit, counts)), unname(fit$theta))
})

test_that("predict() matches terms by name and counts those it does not know", {
  fit <- topic_lda(tiny, 2, seed = 1)
  fewer <- tiny[, c("rain", "bank")]
  filled <- tiny
  filled[, setdiff(colnames(tiny), colnames(fewer))] <- 0
  expect_silent(shares <- predict(fit, fewer))
  expect_identical(shares, predict(fit, filled))
  more <- cbind(tiny, war = 3, peace = 0)
  expect_message(
    shares <- predict(fit, more),
    "^2 of 10 terms of `newdata` are not in the fit and are left out.\n$"
  )
  expect_identical(shares, fit$theta)
  expect_message(predict(fit, more[, 1:9]), "^1 of 9 terms of `newdata` is not")
  expect_message(
    empty <- predict(fit, rbind(x = tiny[1, ] * 0)), "1 of 1 articles of `newdata` has no term"
  )
  expect_equal(unname(empty), matrix(0.5, 1, 2))
  expect_identical(dim(predict(fit, tiny[0, ])), c(0L, 2L))
  strange <- tiny
  colnames(strange) <- LETTERS[1:8]
  expect_message(shares <- predict(fit, strange), "6 of 6 articles of `newdata` have no term")
  expect_equal(unname(shares), matrix(0.5, 6, 2))
  input <- "tritone_error_input"
  expect_error(predict(fit, unname(tiny)[, 1:3]), "8 columns of the fit", class = input)
  expect_error(predict(fit, tiny, treads = 1), "Did you mean `threads`", class = input)
})

test_that("a fit or a matrix can be the start, and keeps its order and names", {
  start <- rbind(last = as.numeric(colSums(tiny[4:6, ])), first = as.numeric(colSums(tiny[1:3, ])))
  fit <- topic_lda(tiny * 1, 2, start = start, seed = 1)
  expect_identical(rownames(fit$phi), c("last", "first"))
  expect_true(all(fit$theta[1:3, "first"] > 0.7))
  again <- topic_lda(tiny[, c(8:1)], 2, start = fit, seed = 2)
  expect_equal(again$phi[, colnames(tiny)], fit$phi, tolerance = 0.05)
  wider <- cbind(tiny, war = c(0, 0, 0, 1, 2, 1))
  expect_identical(rownames(topic_lda(wider, 2, start = fit)$phi), c("last", "first"))
  # A term that the fit does not know has no weight in the start.
  found <- start_topics(fit, 2, c("war", colnames(tiny)[2:1]))
  expect_identical(unname(found), unname(cbind(0, fit$phi[, 2:1])))
  expect_error(topic_lda(tiny, 3, start = fit), "3 topics, not 2", class = "tritone_error_input")
  expect_error(topic_lda(tiny, 2, start = start[, 1:4]), "8 terms", class = "tritone_error_input")
  expect_error(topic_lda(tiny, 2, start = -start), "not negative", class = "tritone_error_input")
  expect_error(topic_lda(tiny, 2, start = "no"), "`start`", class = "tritone_error_input")
})

test_that("one topic is the corpus, smoothed", {
  fit <- topic_lda(tiny, 1)
  sums <- colSums(tiny) + 0.01
  expect_equal(fit$phi[1, ], sums / sum(sums), tolerance = 1e-6)
  expect_identical(unname(fit$theta), matrix(1, 6, 1))
})

test_that("articles without terms are kept, with equal shares", {
  fit <- topic_lda(rbind(x = 0, tiny, y = 0), 2, seed = 1)
  expect_identical(rownames(fit$theta), c("x", rownames(tiny), "y"))
  expect_equal(unname(fit$theta[c("x", "y"), ]), matrix(0.5, 2, 2))
})

test_that("wrong arguments are errors of their class", {
  input <- "tritone_error_input"
  expect_error(topic_lda(tiny), "`k`", class = input)
  for (k in list(0, 1.5, NA, "2", c(1, 2), -1)) {
    expect_error(topic_lda(tiny, k), "`k`", class = input)
  }
  expect_error(topic_lda(tiny, 40000), "32768", class = "tritone_error_limit")
  expect_error(topic_lda(tiny, 2, method = "vem"), "`method`", class = input)
  expect_error(topic_lda(tiny, 2, iterations = 0), "`iterations`", class = input)
  for (x in list(0, -1, NA, Inf, "a")) {
    expect_error(topic_lda(tiny, 2, alpha = x), "`alpha`", class = input)
    expect_error(topic_lda(tiny, 2, eta = x), "`eta`", class = input)
  }
  expect_error(topic_lda(tiny, 2, tolerance = -1), "`tolerance`", class = input)
  expect_error(topic_lda(tiny, 2, seed = -1), "`seed`", class = input)
  expect_error(topic_lda(tiny, 2, threads = 0), "`threads`", class = input)
  expect_error(topic_lda(tiny, 2, aplha = 1), "Did you mean `alpha`", class = input)
  expect_error(topic_lda(tiny * 0, 2), "counts above 0", class = input)
  expect_error(topic_lda(tiny[, 0], 2), "counts above 0", class = input)
  expect_error(topic_lda(c(a = "text"), 2), "matrix of counts", class = input)
})

test_that("the print is bounded and says what matters", {
  withr::local_options(width = 80)
  fit <- topic_lda(news_counts(), 12, seed = 1, iterations = 2)
  lines <- capture.output(back <- withVisible(print(fit)))
  expect_false(back$visible)
  expect_length(lines, 13)
  expect_true(all(nchar(lines[3:12]) <= 80))
  expect_match(lines[1], "LDA \\(cvb0\\): 12 topics, [0-9]+ articles, [0-9,]+ terms")
  expect_match(lines[2], "Not converged: stopped after 2 sweeps.*seed 1")
  expect_match(lines[3], paste0("topic_1 .*% +", topic_terms(fit, 1)$term[1]))
  expect_match(lines[13], "2 more topics")
  expect_match(capture.output(print(topic_lda(tiny, 1)))[1], "1 topic, 6 articles, 8 terms")
})

test_that("summary() is a table of prevalence and terms", {
  fit <- topic_lda(tiny, 2, seed = 1)
  out <- summary(fit)
  expect_s3_class(out, "tritone_table")
  expect_identical(names(out), c("topic", "prevalence", "terms"))
  expect_identical(out$prevalence, unname(fit$prevalence))
  terms <- strsplit(out$terms[which.max(fit$theta["f", ])], ", ")[[1]]
  expect_setequal(terms[1:3], c("rain", "crop", "farm"))
})

test_that("plot() draws prevalence and gives its data", {
  fit <- topic_lda(news_counts(), 5, seed = 1)
  file <- withr::local_tempfile(fileext = ".pdf")
  grDevices::pdf(file)
  withr::defer(grDevices::dev.off())
  margin <- graphics::par("mai")
  data <- plot(fit, n = 3, terms = 2, col = "black")
  expect_identical(graphics::par("mai"), margin)
  expect_identical(as.character(data$topic), paste0("topic_", 1:3))
  expect_identical(data$prevalence, unname(fit$prevalence[1:3]))
  expect_identical(data$terms, unname(vapply(
    split(topic_terms(fit, 2)$term, topic_terms(fit, 2)$topic)[1:3], paste, "", collapse = ", "
  )))
})

test_that("a stop by the user ends every method", {
  counts <- news_counts()
  fits <- list(
    cvb0 = function() topic_lda(counts, 5, iterations = 1e9, tolerance = 0, progress = FALSE),
    gibbs = function() topic_lda(counts, 5, method = "gibbs", iterations = 1e9, progress = FALSE),
    online = function() topic_lda(counts, 5, method = "online", iterations = 1e9, progress = FALSE),
    seeded = function() topic_seeded(counts, list(a = "harvest"), iterations = 1e9),
    nmf = function() topic_nmf(counts, 40, iterations = 1e9, tolerance = 0, progress = FALSE)
  )
  stopped <- function(fit, seconds) {
    tryCatch(
      {
        setTimeLimit(elapsed = seconds, transient = TRUE)
        suppressMessages(fit())
      },
      tritone_error_limit = conditionMessage, error = function(e) NULL, finally = setTimeLimit()
    )
  }
  # A limit of time comes by the same door as Ctrl-C, but is an error. On a busy machine it may be
  # reached before the fit begins, and then others are tried, as where a fit ends by itself.
  for (name in names(fits)) {
    said <- utils::capture.output(type = "message", {
      ended <- NULL
      for (seconds in c(0.5, 1, 2, 0.5, 1, 8, 30)) {
        if (!is.character(ended)) ended <- stopped(fits[[name]], seconds)
      }
    })
    expect_match(ended, "reached elapsed time limit", info = name)
    expect_identical(said, character(), info = name)
  }
})

test_that("Ctrl-C ends a fit and the scoring of one long article", {
  skip_on_os("windows")
  counts <- news_counts()
  fit <- topic_lda(counts, 5, seed = 1, iterations = 5)
  long <- matrix(300, 1, ncol(counts), dimnames = list("a", colnames(counts)))
  work <- list(
    fit = function() topic_lda(counts, 5, iterations = 1e9, tolerance = 0, progress = FALSE),
    heldout = function() topic_heldout(fit, long, "left_to_right", seed = 1, particles = 1000)
  )
  for (name in names(work)) {
    system(sprintf("(sleep 1; kill -INT %d) > /dev/null 2>&1 &", Sys.getpid()))
    ended <- tryCatch(work[[name]](), interrupt = function(e) "stopped")
    expect_identical(ended, "stopped", info = name)
  }
})

test_that("a fit that takes more memory than is free is refused with both figures", {
  skip_on_os(c("windows", "mac", "solaris"))
  # 2e13 tokens in few cells.
  counts <- matrix(2e9, 1000, 10)
  expect_error(
    topic_lda(counts, 2, method = "gibbs", iterations = 10, seed = 1),
    "takes about 160000 GB of memory; the computer has .* free",
    class = "tritone_error_limit"
  )
})
