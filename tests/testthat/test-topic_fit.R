# What every fit of topics has in common: form, order, print and errors.

tiny <- rbind(
  a = c(4, 3, 2, 0, 0, 0, 1, 1), b = c(2, 5, 1, 0, 0, 0, 2, 0), c = c(3, 1, 3, 0, 0, 0, 0, 2),
  d = c(0, 0, 0, 4, 2, 5, 1, 1), e = c(0, 0, 0, 1, 6, 2, 2, 1), f = c(0, 0, 0, 3, 3, 3, 0, 0)
)
colnames(tiny) <- c("bank", "rate", "loan", "rain", "crop", "farm", "m", "n")

test_that("every engine has what the contract asks for", {
  engines <- topic_engines()
  for (name in names(engines)) {
    expect_named(
      engines[[name]],
      c("name", "describe", "settings", "prepare", "begin", "join", "keeps", "shares"),
      info = name
    )
  }
  expect_identical(engine_cvb0$settings(3, tolerance = 0), list(iterations = 3, tolerance = 0))
  expect_identical(engine_online$settings(batch = 2), list(iterations = NULL, batch = 2))
  expect_identical(engine_gibbs$settings()[c("iterations", "burn_in", "thin", "draws")], list(
    iterations = 400, burn_in = 200, thin = 5, draws = 0
  ))
})

test_that("a setting of another method names that method, a typo its neighbour", {
  refused <- function(expr, pattern) expect_error(expr, pattern, class = "tritone_error_input")
  refused(topic_lda(tiny, 2, burn_in = 5), "`burn_in` is an argument of the method \"gibbs\"")
  refused(topic_lda(tiny, 2, thin = 5), "method \"gibbs\"; the method given is \"cvb0\"")
  refused(topic_lda(tiny, 2, method = "gibbs", batch = 5), "method \"online\"")
  refused(topic_lda(tiny, 2, method = "online", tolerance = 5), "method \"cvb0\"")
  refused(topic_seeded(tiny, list(a = "bank"), tolerance = 5), "method \"cvb0\"")
  refused(topic_lda(tiny, 2, tolerence = 1), "Did you mean `tolerance`")
  refused(topic_lda(tiny, 2, chain = 1), "no argument `chain`")
  refused(topic_lda(tiny, 2, sed = 1), "Did you mean `seed`")
  refused(topic_lda(tiny, 2, "gibbs", 50), "without its name")
  refused(topic_seeded(tiny, list(a = "bank"), seed_wait = 1), "Did you mean `seed_weight`")
})

test_that("the core refuses an engine that it does not have, and a state of another", {
  counts <- as_counts(tiny)
  input <- "tritone_error_input"
  expect_error(
    topic_fit_core(counts, "lsa", list(k = 2), NULL, Inf, 1, NULL), "lsa", class = input
  )
  state <- topic_fit_core(counts, "online", list(k = 2, iterations = 3), NULL, 0, 1, NULL)$state
  expect_true(attr(state$in_term, "float"))
  expect_error(topic_fit_core(counts, "cvb0", list(k = 2), state, 0, 1, NULL), class = input)
  expect_error(topic_fit_core(counts, "online", list(k = 3), state, 0, 1, NULL), class = input)
})

test_that("function words are named in one message with the line that leaves them out", {
  news <- sample_articles()
  raw <- term_matrix(news)
  share <- function(counts) {
    round(100 * sum(counts[, colnames(counts) %in% term_stopwords()]) / sum(counts))
  }
  fits <- list(
    function(counts) topic_lda(counts, 2, iterations = 1, seed = 1),
    function(counts) topic_nmf(counts, 2, iterations = 1, seed = 1),
    function(counts) topic_seeded(counts, list(a = "harvest"), iterations = 12, seed = 1)
  )
  without <- suppressMessages(term_matrix(news, remove = term_stopwords()))
  for (fit in fits) {
    said <- testthat::capture_messages(fit(raw))
    expect_length(said, 1L)
    expect_match(said, paste0("\"the\".* are ", share(raw), " % of the counts"))
    expect_match(said, "term_matrix(x, remove = term_stopwords())", fixed = TRUE)
    expect_silent(fit(without))
  }
  # In another language: words of more than half of the articles.
  other <- raw
  colnames(other) <- paste0("w", seq_len(ncol(other)))
  expect_message(topic_lda(other, 2, iterations = 1), "more than half of the articles.*max_docs")
})

test_that("function words are reported with their share, the most frequent first", {
  said <- function(counts) {
    out <- NULL
    withCallingHandlers(say_function_words(as_counts(counts)), message = function(m) {
      out <<- conditionMessage(m)
      invokeRestart("muffleMessage")
    })
    out
  }
  # 2 + 4 of 20 are 30 %; 20 % are no reason for a message.
  counts <- rbind(c(of = 1, the = 2, mill = 7), c(1, 2, 7))
  expect_match(said(counts), "^Function words [(]\"the\", \"of\"[)] are 30 % of the counts")
  expect_null(said(rbind(c(the = 2, mill = 8))))
  # Without function words: 60 articles, 200 terms; one word of all of them is 40 % of the counts.
  other <- matrix(0, 60, 200, dimnames = list(NULL, paste0("wort", 1:200)))
  other[, 1] <- 2
  other[cbind(1:60, 2:61)] <- 3
  shown <- "^Words of more than half of the articles [(]\"wort1\"[)] are 40 %"
  expect_match(said(other), shown)
  expect_null(said(other[1:49, ]))
  other[, 1] <- 1 # 25 %
  expect_null(said(other))
})
