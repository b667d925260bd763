# Verbs of tone asked the same question.

test_that("what balances is exactly 0, in every order and however it came about", {
  # 3 x 0.4 and 0.1 + 0.2 are not the doubles nearest to 1.2 and 0.3.
  lexicon <- tone_lexicon(
    c(alpha = 0.1, beta = 0.2, gamma = -0.3, delta = 3, omega = -1.2, fine = 0.7, grim = -0.7),
    shifters = data.frame(entry = "hardly", type = "downtoner", factor = 0.4)
  )
  pieces <- c("alpha", "beta", "gamma", "hardly delta", "omega", "fine", "grim")
  orders <- withr::with_seed(1, replicate(300, sample(pieces), simplify = FALSE))
  one <- vapply(orders, function(words) paste0("Say ", paste(words, collapse = ", "), "."), "")
  many <- vapply(orders, function(words) paste0("Say ", words, ".", collapse = " "), "")
  for (texts in list(one, many)) {
    x <- tone_score(texts, lexicon)
    expect_identical(unique(x$n_hits), 7L)
    expect_true(all(x$tone == 0))
  }
  # The naive sum would not balance in at least one of these orders.
  values <- c(alpha = 0.1, beta = 0.2, gamma = -0.3, "hardly delta" = 3 * 0.4, omega = -1.2,
              fine = 0.7, grim = -0.7)
  naive <- vapply(orders, function(words) sum(values[words]), 0)
  expect_true(any(naive != 0))
})

test_that("by article and by sentence tone is the same", {
  news <- sample_articles()
  article <- tone_score(news)
  sentence <- tone_score(news, by = "sentence")
  units <- function(x) ifelse(x$n_hits > 0, round(x$tone * (x$n_hits + 2) * 4e9), 0)
  sums <- tapply(units(sentence), factor(sentence$doc_id, news$doc_id), sum)
  expect_identical(as.vector(sums), units(article))
  # An article of one sentence has the tone of its sentence.
  short <- c(a = "A good day for peace.", b = "A terrible flood, but a fine rescue.")
  expect_identical(tone_score(short)$tone, tone_score(short, by = "sentence")$tone)
})

test_that("the mean tone on the report is the mean of tone_score()", {
  news <- sample_articles()[1:20, ]
  file <- withr::local_tempfile(fileext = ".html")
  found <- article_report(news, file, k = 3)
  page <- paste(readLines(file, encoding = "UTF-8"), collapse = "\n")
  tone <- tone_score(news, parts = c("headline", "lead", "body"))
  expect_identical(found$tone$tone, tone$tone)
  shown <- sub(".*The mean tone is <a [^>]*>([^<]*)</a>.*", "\\1", page)
  expect_identical(shown, say_tone(mean(tone$tone, na.rm = TRUE)))
})

test_that("a lexicon and a consensus of it twice agree", {
  lexicon <- tone_lexicon(c(good = 2, bad = -2), name = "own")
  x <- tone_score(sample_articles()[1:10, ], list(lexicon, twin = lexicon, "consensus"))
  expect_equal(x$tone[x$lexicon == "own"], x$tone[x$lexicon == "consensus"])
})

test_that("tone_score() and tone_shift() give a hit to the topics of its sentence", {
  news <- sample_articles()
  counts <- term_matrix(news, remove = term_stopwords(), min_docs = 3)
  fit <- topic_lda(counts, 3, iterations = 20, seed = 1, progress = FALSE)
  quiet <- function(x) suppressMessages(x)
  sentences <- quiet(term_matrix(news, by = "sentence", remove = term_stopwords()))
  shares <- quiet(predict(fit, sentences))
  hard <- diag(3)[max.col(shares, "first"), ]
  dimnames(hard) <- dimnames(shares)
  hits_by <- function(x) {
    x <- x[x$reference == "rest", ]
    as.data.frame(xtabs(hits ~ group + topic, x), stringsAsFactors = FALSE)
  }
  for (topics in list(fit, shares, hard, fit$theta)) {
    shift <- quiet(tone_shift(news, "source", by = "topic", topics = topics))
    tone <- quiet(tone_score(news, by = c("source", "topic"), topics = topics))
    own <- hits_by(shift)
    of <- match(paste(tone$source, tone$topic), paste(own$group, own$topic))
    expect_identical(tone$n_hits, as.integer(round(own$Freq[of])))
  }
  # A fit says of sentences what predict() does.
  by_fit <- quiet(tone_shift(news, "source", by = "topic", topics = fit))
  by_shares <- quiet(tone_shift(news, "source", by = "topic", topics = shares))
  expect_equal(as.data.frame(by_fit), as.data.frame(by_shares))
})
