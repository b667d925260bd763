# topic_update(): rolling LDA.

refused <- function(x) expect_error(x, class = "tritone_error_input")

old <- rolling_counts(1:3, 150, 1, "old")
start <- topic_lda(old, 3, iterations = 60, seed = 1)
test_that("old shares stay, topics keep their places, predict() gives the new shares", {
  new <- rolling_counts(1:3, 60, 2, "new")
  out <- topic_update(start, new, seed = 1, iterations = 60)
  expect_s3_class(out, "tritone_topics")
  expect_identical(out$theta[1:150, ], start$theta)
  expect_identical(rownames(out$theta), c(rownames(old), rownames(new)))
  expect_identical(predict(out, new), out$theta[-(1:150), ])
  expect_identical(rownames(out$phi), rownames(start$phi))
  expect_identical(topic_letter(out$phi), topic_letter(start$phi))
  expect_equal(unname(rowSums(out$phi)), rep(1, 3))
  tokens <- c(Matrix::rowSums(old), Matrix::rowSums(new))
  expect_identical(out$tokens, tokens)
  expect_equal(out$prevalence, colSums(out$theta * tokens) / sum(tokens))
  expect_false(any(out$changes$changed))
  expect_gt(min(out$changes$similarity), 0.9)
  expect_gt(mean(out$fits$fits), 0.95)
})

test_that("a topic whose words change raises a flag, the others do not", {
  changed <- vapply(1:3, function(shift) {
    new <- rolling_counts(1:3, 90, 10 + shift, "new", shift = shift)
    out <- topic_update(start, new, seed = 1, iterations = 60)
    expect_identical(out$theta[1:150, ], start$theta)
    which <- match(letters[[shift]], topic_letter(start$phi))
    expect_true(out$changes$changed[[which]])
    expect_lt(out$changes$similarity[[which]], min(out$changes$similarity[-which]))
    expect_match(out$changes$terms[[which]], paste0("[+-]", letters[[shift]], "[0-9]"))
    sum(out$changes$changed)
  }, 0)
  expect_lte(sum(changed), 4)
})

test_that("articles of a topic that is missing fit none, and its words enter", {
  new <- rolling_counts(c(1, 4), 60, 3, "new")
  out <- topic_update(start, new, seed = 1, iterations = 60, min_docs = 5)
  strange <- rep(c(FALSE, TRUE), 30)
  expect_gt(mean(out$fits$fits[!strange]), 0.95)
  expect_lt(mean(out$fits$fits[strange]), 0.05)
  # Words that the fit has never seen enter if enough articles have them; the others are counted.
  new <- rolling_counts(c(1, 5), 60, 3, "new", words = letters[1:5])
  new <- cbind(new, zz = replace(numeric(60), 1:4, 1))
  expect_message(out <- topic_update(start, new, seed = 1, iterations = 60), "left out")
  entered <- setdiff(colnames(out$phi), colnames(old))
  expect_true("e1" %in% entered)
  expect_identical(entered, setdiff(colnames(new)[diff(new@p) >= 5], colnames(old)))
  expect_false("zz" %in% entered)
  expect_lt(mean(out$fits$known[strange]), 0.5)
  expect_false(any(out$fits$fits[strange]))
})

test_that("the less memory, the more topics follow the new articles", {
  new <- rolling_counts(1:3, 90, 12, "new", shift = 2)
  which <- match("b", topic_letter(start$phi))
  moved <- function(memory) {
    out <- topic_update(start, new, memory, seed = 1, iterations = 60)
    sum(abs(out$phi[which, colnames(old)] - start$phi[which, ]))
  }
  few <- moved(10)
  expect_gt(few, moved(75))
  expect_gt(moved(75), moved(NULL) - 1e-12)
  expect_identical(moved(1000), moved(NULL))
  # Counts of earlier articles are remembered as the fit reads them.
  expect_equal(moved(old[1:75, ]), moved(75), tolerance = 0.1)
})

test_that("updates follow each other, and a topic that was changed is the measure of the next", {
  one <- topic_update(start, rolling_counts(1:3, 60, 2, "new"), seed = 1, iterations = 40)
  two <- topic_update(one, rolling_counts(1:3, 60, 3, "more"), seed = 1, iterations = 40)
  expect_identical(two$theta[1:210, ], one$theta)
  expect_identical(unique(two$changes$update), 1:2)
  expect_identical(nrow(two$fits), 120L)
  expect_identical(as.data.frame(two$changes[1:3, ]), as.data.frame(one$changes))
})

test_that("all methods of LDA and seeded fits can be updated", {
  new <- rolling_counts(1:3, 30, 2, "new")
  fits <- list(
    gibbs = topic_lda(old, 3, method = "gibbs", iterations = 30, draws = 2, seed = 1),
    learned = topic_lda(old, 3, method = "gibbs", iterations = 60, optimize = TRUE, seed = 1),
    online = topic_lda(old, 3, method = "online", iterations = 5, seed = 1),
    seeded = topic_seeded(old, list(first = "a1", second = "b1"), iterations = 30, seed = 1)
  )
  for (name in names(fits)) {
    out <- topic_update(fits[[name]], new, seed = 1, iterations = 20)
    expect_identical(out$theta[1:150, ], fits[[name]]$theta, info = name)
    expect_identical(predict(out, new), out$theta[-(1:150), ], info = name)
    expect_identical(rownames(out$phi), rownames(fits[[name]]$phi), info = name)
    expect_identical(out$alpha[1:3], if (name == "learned") fits[[name]]$alpha else out$alpha)
    # What asks of fits takes it.
    expect_s3_class(topic_terms(out), "data.frame")
    data <- data.frame(doc_id = rownames(out$theta), x = seq_len(180) %% 7)
    expect_true(all(topic_effects(out, ~ x, data, seed = 1)$std_error > 0))
    expect_output(print(out), "Update 1 with 30 articles")
  }
  imported <- topic_import(topic_export(start, old, "LDAvis"))
  expect_error(topic_update(imported, new), "memory", class = "tritone_error_input")
})

test_that("the same bits for any number of threads; R's generator is left alone", {
  new <- rolling_counts(1:3, 30, 2, "new")
  set.seed(1)
  before <- .Random.seed
  one <- topic_update(start, new, seed = 4, iterations = 20, threads = 1)
  expect_identical(topic_update(start, new, seed = 4, iterations = 20, threads = 7), one)
  expect_identical(.Random.seed, before)
})

test_that("articles without names are numbered on; arguments are checked", {
  plain <- old
  rownames(plain) <- NULL
  first <- topic_lda(plain[1:100, ], 3, iterations = 5, seed = 1)
  out <- topic_update(first, plain[101:150, ], seed = 1, iterations = 10)
  expect_identical(
    rownames(out$theta), rownames(topic_lda(plain, 3, iterations = 1, seed = 1)$theta)
  )
  new <- rolling_counts(1:3, 30, 2, "new")
  refused(topic_update(1, new))
  expect_error(topic_update(start, old[3:5, ]), "old003", class = "tritone_error_input")
  refused(topic_update(start, new / 2))
  refused(topic_update(start, new * 0))
  other <- new
  colnames(other) <- paste0("z", colnames(new))
  refused(topic_update(start, other))
  refused(topic_update(start, new, memory = 0))
  refused(topic_update(start, new, memory = "all"))
  refused(topic_update(start, new, memory = old[0, ]))
  refused(topic_update(start, new, min_docs = 0))
  refused(topic_update(start, new, iterations = 5))
  refused(topic_update(start, new, level = 1))
  refused(topic_update(start, new, resamples = 1))
  refused(topic_update(start, new, momory = 3))
})
