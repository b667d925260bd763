# term_matrix() of tokens: n-grams, compounds and hashing.

texts <- c(
  a = "The state security department met. State officials of North Hamgyong watched.",
  b = "Officials of the state security office met in north hamgyong.", c = "", d = NA,
  e = "State security is met."
)

# Texts of random small words with full stops, and their sentences as lists of words.
random_news <- function(n, seed = 4) {
  words <- c("flood", "bridge", "road", "grain", "price", "tax", "vote", "dam", "coal", "rice")
  withr::with_seed(seed, {
    x <- vapply(seq_len(n), function(i) {
      sentences <- lapply(seq_len(sample(0:4, 1)), function(s) sample(words, sample(9, 1), TRUE))
      paste(vapply(sentences, function(s) {
        paste0("The ", paste(s, collapse = " "), ".")
      }, ""), collapse = " ")
    }, "")
  })
  stats::setNames(x, paste0("doc", seq_len(n)))
}

test_that("n-grams and skip-grams equal those of a plain R twin", {
  x <- random_news(30)
  for (case in list(list(2, 0), list(1:2, 0), list(3, 0:1), list(c(1, 3), c(0, 2)), list(4, 1))) {
    expect_equal(
      as.matrix(term_matrix(x, ngrams = case[[1]], skip = case[[2]])),
      twin_ngrams(x, case[[1]], case[[2]]),
      info = deparse(case)
    )
  }
})

test_that("counts with min_docs are those of all n-grams, cut afterwards", {
  news <- sample_articles()
  all <- term_matrix(news, ngrams = 1:2)
  docs <- diff(all@p)
  for (least in c(2, 3, 20, 300)) {
    expect_identical(term_matrix(news, ngrams = 1:2, min_docs = least), all[, docs >= least])
  }
  expect_identical(
    term_matrix(news, ngrams = 1:2, min_docs = 2, max_docs = 10, max_terms = 100),
    all[, docs >= 2 & docs <= 10][, 1:100]
  )
})

test_that("fewer n-grams are held while counting than there are", {
  news <- sample_articles()
  tokens <- term_tokens(news)
  held <- function(least) {
    limits <- c(min_docs = least, max_docs = Inf, max_terms = Inf)
    settings <- check_counting(1:3, 0, FALSE, "_", NULL, FALSE, NULL, limits, NULL, FALSE)
    count_tokens(tokens, settings, 1, FALSE)
  }
  all <- held(1)
  some <- held(3)
  expect_identical(all$counted, as.double(ncol(all$counts)))
  expect_lt(some$counted, all$counted / 4)
  expect_lt(some$counted, 1.5 * ncol(some$counts))
  expect_lt(some$bytes, all$bytes / 2)
})

test_that("the same bits for 1, 2 and 7 threads, from texts and from tokens", {
  news <- sample_articles()
  tokens <- term_tokens(news)
  count <- function(x, threads) {
    term_matrix(
      x, ngrams = 1:2, skip = 0:1, phrases = c("prime minister", "last year"),
      remove = term_stopwords(), min_docs = 2, threads = threads
    )
  }
  one <- count(news, 1)
  expect_identical(count(news, 2), one)
  expect_identical(count(news, 7), one)
  expect_identical(count(tokens, 2), one)
  expect_identical(term_matrix(tokens), term_matrix(news))
  expect_identical(term_matrix(tokens[5:9], ngrams = 2), term_matrix(news[5:9, ], ngrams = 2))
  expect_identical(
    term_matrix(news, hash_size = 256, hash_signed = TRUE, threads = 7),
    term_matrix(tokens, hash_size = 256, hash_signed = TRUE, threads = 1)
  )
})

test_that("n-grams stay inside sentences, headline and text", {
  record <- sample_articles()[1, ]
  record$title <- "Rain at last"
  record$text <- "Farmers cheered. Mr. Smith did not"
  expect_setequal(
    colnames(term_matrix(record, ngrams = 2)),
    c("rain_at", "at_last", "farmers_cheered", "mr_smith", "smith_did", "did_not")
  )
})

test_that("removed words are holes in n-grams", {
  x <- "Bank of England of rain"
  expect_identical(ncol(term_matrix(x, ngrams = 2, remove = "of")), 0L)
  expect_identical(
    colnames(term_matrix(x, ngrams = 2, skip = 1, remove = "OF")), c("bank_england", "england_rain")
  )
})

test_that("phrases are one term, the longest first", {
  m <- term_matrix(
    texts,
    phrases = c("North Hamgyong", "state security", "State Security Department")
  )
  expect_identical(unname(m[, "north_hamgyong"]), c(1, 1, 0, 0, 0))
  expect_identical(unname(m[, "state_security_department"]), c(1, 0, 0, 0, 0))
  expect_identical(unname(m[, "state_security"]), c(0, 1, 0, 0, 1))
  expect_identical(unname(m[, "state"]), c(1, 0, 0, 0, 0))
  expect_false(any(c("north", "security") %in% colnames(m)))
  expect_identical(term_matrix(texts, phrases = "met"), term_matrix(texts))
  expect_identical(term_matrix(texts, phrases = "met State"), term_matrix(texts))
  expect_identical(term_matrix(texts, phrases = "no such words"), term_matrix(texts))
  expect_true("north-hamgyong" %in% colnames(
    term_matrix(texts, phrases = "north hamgyong", concatenator = "-")
  ))
  expect_false("north_hamgyong" %in% colnames(
    term_matrix(texts, phrases = "north hamgyong", remove = "north_hamgyong")
  ))
  # A phrase and an n-gram of the same name are one column.
  m <- term_matrix("x y z. Q x a y", ngrams = 1:2, skip = 1, phrases = "x y")
  expect_identical(unname(m[, "x_y"]), 2)
  expect_false(anyDuplicated(colnames(m)) > 0)
})

test_that("phrases equal those of a plain R twin", {
  x <- random_news(40, 5)
  phrases <- c("flood bridge", "bridge road", "the flood bridge", "grain grain", "price tax vote")
  sentences <- lapply(strsplit(tolower(x), "[.] ?"), strsplit, split = " ", fixed = TRUE)
  joined <- vapply(sentences, function(article) {
    words <- lapply(article, function(token) {
      found <- twin_phrases(token, phrases)
      at <- rep(seq_along(token), 1)
      for (h in seq_len(nrow(found))) at[found$first[h]:found$last[h]] <- found$first[h]
      vapply(split(token, at), paste, "", collapse = "q")
    })
    paste(unlist(words), collapse = " ")
  }, "")
  m <- term_matrix(x, phrases = phrases, concatenator = "q")
  expect_equal(as.matrix(m), twin_term_matrix(joined))
})

test_that("stems merge columns, and limits hold for the merged ones", {
  skip_if_not_installed("SnowballC")
  x <- c("The farmer farms.", "Farmers farmed in the U.S.", "http://farms.example")
  m <- term_matrix(x, stem = TRUE)
  expect_identical(unname(m[, "farm"]), c(1, 1, 0))
  expect_identical(unname(m[, "farmer"]), c(1, 1, 0))
  expect_true(all(c("u.s.", "http://farms.example") %in% colnames(m)))
  expect_identical(
    colnames(term_matrix(x, stem = "english", min_docs = 2)), c("farm", "farmer", "the")
  )
  expect_identical(ncol(term_matrix(x, min_docs = 2)), 1L)
  expect_identical(term_matrix(term_tokens(x), stem = TRUE), m)
  # Words are removed as they are written.
  expect_identical(unname(term_matrix(x, stem = TRUE, remove = "farms")[, "farm"]), c(0, 1, 0))
  expect_identical(unname(term_matrix(x, stem = TRUE, remove = "farm")[, "farm"]), c(1, 1, 0))
  expect_true("farmer_farm" %in% colnames(term_matrix(x, stem = TRUE, ngrams = 2)))
  m <- term_matrix(x, stem = TRUE, phrases = "farmers farmed")
  expect_true("farmers_farmed" %in% colnames(m))
  french <- term_matrix("des caf\u00e9s \u00e9taient ferm\u00e9s", stem = "french")
  stems <- SnowballC::wordStem(c("des", "caf\u00e9s", "\u00e9taient", "ferm\u00e9s"), "french")
  expect_identical(sort(colnames(french)), sort(enc2utf8(stems)))
})

test_that("stems equal those of the twin", {
  skip_if_not_installed("SnowballC")
  x <- random_news(20)
  words <- strsplit(tolower(x), "[^a-z]+")
  stemmed <- vapply(words, function(w) paste(SnowballC::wordStem(w, "english"), collapse = " "), "")
  expect_equal(as.matrix(term_matrix(x, stem = TRUE)), twin_term_matrix(stemmed))
})

test_that("hashed columns depend on the term alone", {
  x <- random_news(20)
  m <- term_matrix(x, ngrams = 1:2, hash_size = 128)
  expect_identical(dim(m), c(20L, 128L))
  expect_null(colnames(m))
  expect_identical(rownames(m), names(x))
  parts <- lapply(list(1:7, 8:20), function(i) term_matrix(x[i], ngrams = 1:2, hash_size = 128))
  expect_identical(do.call(rbind, parts), m)
  expect_equal(Matrix::rowSums(m), Matrix::rowSums(term_matrix(x, ngrams = 1:2)))
  wide <- term_matrix(x, hash_size = 2^20)
  plain <- term_matrix(x)
  used <- which(diff(wide@p) > 0)
  expect_identical(length(used), ncol(plain))
  expect_setequal(Matrix::colSums(wide)[used], Matrix::colSums(plain))
  signed <- term_matrix(x, hash_size = 2^20, hash_signed = TRUE)
  expect_identical(abs(signed), wide)
  expect_true(any(signed@x < 0) && any(signed@x > 0))
})

test_that("empty input behaves", {
  expect_identical(dim(term_matrix(character(), ngrams = 1:2)), c(0L, 0L))
  expect_identical(dim(term_matrix(NA_character_, ngrams = 2)), c(1L, 0L))
  expect_identical(dim(term_matrix("one", ngrams = 2, min_docs = 2)), c(1L, 0L))
  expect_identical(dim(term_matrix(character(), hash_size = 4)), c(0L, 4L))
  expect_identical(dim(term_matrix(term_tokens(character()))), c(0L, 0L))
  expect_identical(dim(term_matrix("", phrases = "a b")), c(1L, 0L))
})

test_that("wrong settings are named", {
  error <- function(...) expect_error(..., class = "tritone_error_input")
  error(term_matrix("x", ngrams = 0), "`ngrams`")
  error(term_matrix("x", ngrams = numeric()), "`ngrams`")
  error(term_matrix("x", ngrams = 1.5), "`ngrams`")
  error(term_matrix("x", skip = -1), "`skip`")
  error(term_matrix("x", concatenator = ""), "`concatenator`")
  error(term_matrix("x", phrases = 1), "`phrases`")
  error(term_matrix("x", phrases = "..."), "has none")
  error(term_matrix("x", phrases = "group of 7"), "group of 7")
  error(term_matrix("x", hash_size = 100), "`hash_size`")
  error(term_matrix("x", hash_size = "a"), "`hash_size`")
  error(term_matrix("x", hash_size = 64, min_docs = 2), "`min_docs`")
  error(term_matrix("x", hash_signed = NA), "`hash_signed`")
  error(term_matrix("x", stem = 1), "`stem`")
  error(term_matrix("x", ngram = 2), "Did you mean `ngrams`")
  error(term_matrix(term_tokens("x"), numbers = TRUE), "`numbers`")
  damaged <- term_tokens("one two")
  damaged$ids <- damaged$ids + 5L
  error(term_matrix(damaged), "`ids` must be from 1 to 2")
  damaged$ids <- 1L
  error(term_matrix(damaged), "damaged")
  skip_if_not_installed("SnowballC")
  error(term_matrix("x", stem = "klingon"), "`stem`")
})

test_that("a missing package is named with the way to install it", {
  expect_error(
    need_package("nosuchpackage", "`stem`"), "install.packages",
    class = "tritone_error_input"
  )
})
