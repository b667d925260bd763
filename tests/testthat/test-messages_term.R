# Words of the verbs that count and find terms, as a user meets them.

words <- c(a = "The rain fell in the north.", b = "Rain, and no wind.", c = "The wind fell.")

test_that("tokens", {
  local_reproducible_output(width = 60, unicode = TRUE)
  tokens <- term_tokens(words)
  expect_snapshot(error = TRUE, {
    tokens
    print(tokens, n = 1)
    tokens[0]
    tokens["b"]
    tokens["d"]
    tokens[7]
    tokens[list(1)]
    print(tokens, n = -1)
    term_tokens(words, "uax29")
    term_tokens(words, tokenizer = "icu")
    term_tokens(words, numbers = 1)
    term_tokens(words, hyphens = c("keep", "lose"))
    term_tokens(words, number = TRUE)
    term_tokens(words, parts = "leads")
    term_tokens(5)
  })
})

test_that("a matrix of terms", {
  tokens <- term_tokens(words)
  expect_snapshot(error = TRUE, {
    term_matrix(1)
    term_matrix(words, ngrams = 0)
    term_matrix(words, ngrams = "two")
    term_matrix(words, ngrams = 17)
    term_matrix(words, skip = -1)
    term_matrix(words, concatenator = "")
    term_matrix(words, concatenator = NULL)
    term_matrix(words, phrases = "rain")
    term_matrix(words, phrases = 1)
    term_matrix(words, stem = 1)
    term_matrix(words, remove = 1)
    term_matrix(words, remove = c("rain", NA))
    term_matrix(words, min_docs = 0)
    term_matrix(words, min_docs = 1.5)
    term_matrix(words, min_docs = 3, max_docs = 2)
    term_matrix(words, max_terms = 0)
    term_matrix(words, hash_size = 100)
    term_matrix(words, hash_size = 128, min_docs = 2)
    term_matrix(words, hash_signed = 1)
    term_matrix(words, 2)
    term_matrix(words, ngram = 2)
    term_matrix(words, punct = TRUE)
    term_matrix(words, language = NA)
    term_matrix(tokens, language = "en")
    term_matrix(tokens, numbers = TRUE)
  })
})

test_that("a language that cannot be stemmed", {
  skip_if_not_installed("SnowballC")
  known <- "(one of \"[a-z]+\")(, \"[a-z]+\")*"
  expect_snapshot(error = TRUE, transform = function(x) sub(known, "\\1, <others>", x), {
    term_matrix(words, stem = "latin")
  })
})

test_that("what is left out is reported", {
  spanish <- "La lluvia cay\u00f3 sobre la ciudad en la noche, y nadie sab\u00eda por qu\u00e9."
  english <- "The rain fell on the city during the night, and nobody knew why it had."
  news <- data.frame(
    doc_id = sprintf("d%02d", 1:24), text = rep(c(spanish, english), c(4, 20))
  )
  footed <- data.frame(doc_id = "a", text = "Rain fell.\n\nNewsroom: desk@hpa.example")
  expect_snapshot({
    dim(term_matrix(footed))
    dim(term_matrix(footed, parts = "all"))
    length(term_tokens(footed))
    dim(term_matrix(news))
    dim(term_matrix(news, language = "en"))
    dim(term_matrix(words, remove = c("rain", "...", "42")))
    dim(term_matrix(words, phrases = c("the rain", "no such")))
    dim(term_matrix(c(words, a = "Rain.")))
    term_matrix(character())
    term_matrix("...")
  })
})

test_that("contexts", {
  local_reproducible_output(width = 60, unicode = TRUE)
  expect_snapshot(error = TRUE, {
    term_context(words, "rain")
    print(term_context(words, "fell"), n = 1)
    term_context(words, "snow")
    term_context(words, character())
    term_context(words, 1)
    term_context(words, c("rain", " "))
    term_context(words, NA)
    term_context(words, "rain", 3)
    term_context(words, "rain", window = -1)
    term_context(words, "rain", type = "word")
    term_context(3, "rain")
  })
})

test_that("a regular expression that cannot be read", {
  # The reason is worded by R.
  expect_snapshot(error = TRUE, transform = function(x) sub("[(][^(]*[)][.]$", "(<reason>).", x), {
    term_context(words, "(rain", type = "regex")
  })
})

test_that("trimmed counts", {
  counts <- term_matrix(words)
  expect_snapshot(error = TRUE, {
    colnames(term_trim(counts, min_count = 2))
    colnames(term_trim(counts, remove = "*"))
    term_trim(counts, keep = "rain", remove = "ra*")
    term_trim(counts, keep = 1)
    term_trim(counts, min_count = 3, max_count = 2)
    term_trim(counts, min_count = 0)
    term_trim(counts, min_docs = -1)
    term_trim(counts, max_terms = 0.5)
    term_trim(counts, 2)
    term_trim(counts, min_freq = 2)
    term_trim(words)
    term_trim(-counts)
    term_trim(cbind(counts, counts))
    term_trim(matrix(NA_real_, 1, 1))
  })
})

test_that("weights", {
  counts <- term_matrix(words)
  weights <- term_weight(counts)
  expect_snapshot(error = TRUE, {
    term_weight(counts, "tf-idf")
    term_weight(counts, "count", 1)
    term_weight(counts, "count", base = 2)
    term_weight(counts, "tfidf", smart = "ltx")
    term_weight(counts, "tfidf", smart = "ltc", norm = "cosine")
    term_weight(counts, "tfidf", idf = "max2")
    term_weight(counts, "tfidf", bases = 2)
    term_weight(counts, "tfidf", base = 1)
    term_weight(counts, "tfidf", norm = "pivoted", slope = 2)
    term_weight(counts, "bm25", b = 2)
    term_weight(counts, like = counts)
    term_weight(counts, "bm25", like = weights)
    term_weight(counts, like = weights, base = 2)
    dim(term_weight(term_matrix("The rain and the hail."), like = weights))
    dim(term_weight(term_matrix("Hail."), like = weights))
    term_weight(words)
  })
})

test_that("keyness", {
  local_reproducible_output(width = 80, unicode = TRUE)
  counts <- term_matrix(words)
  expect_snapshot(error = TRUE, {
    print(term_keyness(counts, c("x", "y", NA)), n = 3)
    term_keyness(counts, "source")
    term_keyness(counts, 1:2)
    term_keyness(counts, list(1, 2, 3))
    term_keyness(counts, c("x", "x", "x"))
    term_keyness(counts, c(a = "x", b = "y", d = "y"))
    term_keyness(counts, c("x", "y", "y"), level = 1)
    term_keyness(counts, c("x", "y", "y"), prior = -1)
    term_keyness(counts, c("x", "y", "y"), 0.9)
    term_keyness(counts, c("x", "y", "y"), priors = 1)
  })
})

test_that("stop words", {
  expect_snapshot(error = TRUE, {
    utils::head(term_stopwords())
    term_stopwords(1)
  })
})

test_that("statistics on counts", {
  counts <- term_matrix(words)
  data <- data.frame(doc_id = c("a", "b", "c"), side = c("x", "y", NA))
  days <- as.Date("2021-01-01") + 0:2
  expect_snapshot(error = TRUE, {
    term_frequency(counts, "side", data = data, terms = c("rain", "snow*"))
    term_frequency(counts, 1:2)
    term_frequency(counts, c(a = 1, b = 2))
    term_frequency(counts, list(1, 2, 3))
    term_frequency(counts, "place", data = data)
    term_frequency(counts, c("side", "date"), data = data)
    term_frequency(counts, by = "hour")
    term_frequency(counts, term = "rain")
    term_dispersion(counts, c("x", NA, "y"), terms = "rain")
    term_dispersion(counts, 1)
    term_trend(counts)
    term_trend(counts, c("x", "y", "z"))
    term_trend(counts, c(days[1:2], NA), terms = "rain")
    term_trend(counts, 1:2)
    term_trend(counts, days, level = 2)
    term_bursts(counts, days, s = 1)
    term_bursts(counts, days, gamma = -1)
    term_bursts(counts, days, levels = 0)
    term_bursts(counts, c(days[1:2], NA))
    term_keyness(counts, c("x", "x", NA))
    term_keyness(counts, NULL)
    term_keyness(counts, c("x", "y", "y"), bootstrap = -1)
    term_keyness(counts, c("x", "y", "y"), prior = 0)
    term_collocations(words, window = 0)
    term_collocations(words, min_count = 0)
    term_collocations(3)
    term_cooccurrence(words, by = "page")
    term_cooccurrence(words, min_docs = 0)
    term_cooccurrence(counts, by = "article", numbers = TRUE)
    plot(term_bursts(counts, days))
    plot(term_trend(counts, days)[1:2])
    plot(term_keyness(counts, c("x", "y", "y")), n = 0)
  })
})

test_that("a plot of ggplot2 needs rows, and tables have their limit", {
  counts <- term_matrix(words)
  days <- as.Date("2021-01-01") + 0:2
  expect_snapshot(error = TRUE, {
    check_cells(1e6, 1e6)
    autoplot.tritone_table(term_bursts(counts, days))
  })
})

test_that("themes, replaced words and tokens from elsewhere", {
  counts <- list(economy = list(money = "bank"), weather = "rain")
  frame <- data.frame(doc_id = c("a", NA), token = c("rain", "fell"))
  foreign <- structure(list(a = 3L), types = "rain", class = "tokens")
  expect_snapshot(error = TRUE, {
    term_matrix(words, dictionary = "rain")
    term_matrix(words, dictionary = list("rain"))
    term_matrix(words, dictionary = list(a = 1))
    term_matrix(words, dictionary = counts, levels = 2)
    term_matrix(words, dictionary = counts, levels = 0)
    term_matrix(words, levels = 1)
    term_matrix(words, dictionary = counts, ngrams = 2)
    term_matrix(words, dictionary = counts, unmatched = 1)
    dim(term_matrix(words, dictionary = list(a = c("rain", "..."))))
    term_matrix(words, replace = "rain")
    term_matrix(words, replace = list(rain = 1))
    term_matrix(words, replace = c(rain = ""))
    term_matrix(words, by = "page")
    term_matrix(words, across = 1)
    term_matrix(frame)
    term_matrix(foreign)
    term_context(words, "rain", near = "")
    term_context(words, "rain", near = character())
    term_context(words, "rain", near = "wind", within = 0)
    term_stopwords("english")
  })
})

test_that("a language without stop words", {
  skip_if_not_installed("stopwords")
  expect_snapshot(error = TRUE, term_stopwords("xx"))
})

test_that("tokens of a data frame", {
  parsed <- data.frame(doc_id = "a", token = c("Rains", "fell"), upos = c("NOUN", "VERB"))
  expect_snapshot(error = TRUE, {
    term_matrix(parsed, token = "lemma")
    term_matrix(parsed, pos = "noun")
    term_matrix(parsed[1:2], pos = "NOUN")
    term_matrix(words, token = "lemma")
    term_tokens(words, pos = "NOUN")
  })
})

test_that("counts as tables", {
  counts <- term_matrix(words)
  wide <- Matrix::sparseMatrix(i = 1, j = 1, x = 1, dims = c(20000, 20000))
  expect_snapshot(error = TRUE, {
    tidy(counts)
    as.data.frame(counts)
    as.data.frame(wide)
  })
})

test_that("a multiverse of preparations", {
  local_reproducible_output(width = 70, unicode = TRUE)
  total <- function(counts) c(tokens = sum(counts), gap = sum(counts) - 10)
  interval <- function(counts) {
    if (ncol(counts) < 3) stop("too few terms")
    data.frame(estimate = ncol(counts), lower = ncol(counts) - 5, upper = ncol(counts) + 1)
  }
  choices <- list(remove = list(none = NULL, some = c("the", "no")), min_docs = 1:2)
  tokens <- term_tokens(words)
  expect_snapshot(error = TRUE, {
    term_multiverse(words, total, choices)
    print(term_multiverse(words, interval, choices), n = 2)
    print(term_multiverse(words, function(counts) 1:8, choices), n = 0)
    term_multiverse(words, function(counts) "many", list(stem = FALSE))$message
    term_multiverse(words, function(counts) numeric(), list(stem = FALSE))$message
    term_multiverse(words)
    term_multiverse(words, "sum")
    term_multiverse(5, sum)
    term_multiverse(words, sum, "stem")
    term_multiverse(words, sum, list())
    term_multiverse(words, sum, data.frame())
    term_multiverse(words, sum, list(stm = TRUE))
    term_multiverse(words, sum, list(stem = logical()))
    term_multiverse(words, sum, choices, remove = "the")
    term_multiverse(words, sum, choices, stemm = TRUE)
    term_multiverse(words, sum, choices, TRUE)
    term_multiverse(tokens, sum, list(numbers = TRUE))
    term_multiverse(words, sum, choices, sample = -1)
    term_multiverse(words, sum, choices, seed = 2^40)
    plot(term_multiverse(words, function(counts) NA_real_, list(stem = FALSE)))
    plot(term_multiverse(words, sum, choices), value = "other")
  })
})
