# Tokens that were made elsewhere are counted as our own.

test_that("a data frame of one row a token gives the counts of the texts", {
  news <- article_example()[1:20, ]
  own <- suppressMessages(term_tokens(news))
  frame <- as.data.frame(own)
  counts <- term_matrix(own)
  expect_identical(term_matrix(frame), counts)
  some <- frame[frame$doc_id %in% own$doc_id[1:3], ]
  expect_identical(term_matrix(own[1:3]), term_matrix(some))
  names(frame)[names(frame) == "token"] <- "word"
  frame$sentence <- NULL
  shuffled <- frame[order(frame$position, frame$doc_id), c("doc_id", "word")]
  shuffled <- shuffled[order(match(shuffled$doc_id, own$doc_id) * 0), ]
  found <- term_matrix(shuffled)
  expect_identical(found[rownames(counts), ], counts)
})

test_that("nothing reaches over the sentences and articles of such tokens", {
  frame <- data.frame(
    doc_id = c("a", "a", "a", "b"), token = c("Big", "rain", "fell", "rain"),
    sentence_id = c(1, 1, 2, 1)
  )
  expect_identical(
    colnames(term_matrix(frame, ngrams = 2)), "big_rain"
  )
  expect_identical(term_context(frame, "big rain")$match, "big rain")
  expect_identical(nrow(term_context(frame, "rain fell")), 0L)
  expect_identical(term_collocations(frame, min_count = 1)$term_2, "rain")
  near <- term_cooccurrence(frame, by = "sentence", min_docs = 1, min_count = 1)
  expect_identical(c(near$term_1, near$term_2), c("big", "rain"))
  expect_identical(unclass(term_tokens(frame))$sentence, c(1L, 1L, 2L, 1L))
})

test_that("tokens of quanteda are taken, with the pads of what was left out", {
  foreign <- structure(
    list(d1 = c(1L, 0L, 2L, 1L), d2 = integer(), d3 = 3L), types = c("Rain", "fell", "rain"),
    class = "tokens"
  )
  found <- term_matrix(foreign, ngrams = 1:2)
  expect_identical(rownames(found), c("d1", "d2", "d3"))
  expect_identical(colnames(found), c("rain", "fell", "fell_rain"))
  expect_identical(unname(found[, "rain"]), c(2, 0, 1))
  expect_identical(colnames(term_matrix(foreign, remove = "rain")), "fell")
  skip_if_not_installed("quanteda")
  x <- c(a = "Rain fell in the north.", b = "No rain.")
  real <- quanteda::tokens(x, remove_punct = TRUE)
  expect_identical(term_matrix(real), term_matrix(x))
})

test_that("missing tokens are pads, a missing article is an error", {
  frame <- data.frame(doc_id = c("a", "a", "a"), token = c("big", NA, "rain"))
  expect_identical(colnames(term_matrix(frame, ngrams = 1:2)), c("big", "rain"))
  frame$doc_id[[2]] <- NA
  expect_error(term_matrix(frame), "row 2 has none", class = "tritone_error_input")
  expect_identical(dim(term_matrix(frame[0, ])), c(0L, 0L))
})

test_that("tokens of quanteda are taken, also behind a pointer", {
  skip_if_not_installed("quanteda")
  news <- suppressMessages(term_tokens(article_example()[1:10, ]))
  theirs <- suppressWarnings(quanteda::as.tokens(as.list(news)))
  pointer <- quanteda::as.tokens_xptr(theirs)
  counts <- term_matrix(theirs)
  expect_identical(counts, term_matrix(news))
  expect_identical(term_matrix(pointer), counts)
  expect_identical(term_collocations(pointer), term_collocations(theirs))
})

parsed <- data.frame(
  doc_id = c("a", "a", "a", "a", "b", "b"), sentence_id = c(1, 1, 1, 2, 1, 1),
  token = c("Big", "rains", "fell", "Rains", "The", "rains"),
  lemma = c("big", "rain", "fall", "rain", "the", NA),
  upos = c("ADJ", "NOUN", "VERB", "NOUN", "DET", "NOUN"),
  xpos = c("JJ", "NNS", "VBD", "NNS", "DT", "NNS")
)

test_that("the lemma and the part of speech of a data frame of tokens can be chosen", {
  expect_identical(colnames(term_matrix(parsed)), c("rains", "big", "fell", "the"))
  lemmas <- term_matrix(parsed, token = "lemma")
  expect_identical(colnames(lemmas), c("rain", "big", "fall", "the"))
  expect_identical(unname(lemmas[, "rain"]), c(2, 0))
  nouns <- term_matrix(parsed, token = "lemma", pos = c("NOUN", "ADJ"), ngrams = 1:2)
  expect_identical(colnames(nouns), c("rain", "big", "big_rain"))
  expect_identical(rownames(nouns), c("a", "b"))
  # Others keep their place: no n-gram reaches over the verb or the sentence.
  expect_identical(colnames(term_matrix(parsed, pos = "NOUN", ngrams = 2)), character())
  expect_identical(term_matrix(parsed, pos = "NNS"), term_matrix(parsed, pos = "NOUN"))
  tokens <- term_tokens(parsed, token = "lemma", pos = "NOUN")
  expect_identical(term_matrix(tokens), term_matrix(parsed, token = "lemma", pos = "NOUN"))
  expect_identical(as.list(tokens), list(a = c("rain", "rain"), b = character()))
  pairs <- term_collocations(parsed, token = "lemma", min_count = 1)
  expect_true("big rain" %in% paste(pairs$term_1, pairs$term_2))
  expect_identical(nrow(term_context(parsed, "fall", token = "lemma")), 1L)
  near <- term_cooccurrence(
    parsed, by = "article", pos = c("ADJ", "NOUN"), min_docs = 1, min_count = 1
  )
  expect_identical(c(near$term_1, near$term_2), c("big", "rains"))
  # A table of lemmas alone is one of tokens.
  alone <- parsed[c("doc_id", "lemma")]
  expect_identical(term_matrix(alone), lemmas)
  named <- stats::setNames(parsed, sub("lemma", "base", names(parsed)))
  expect_identical(term_matrix(named, token = "base"), lemmas)
  expect_identical(dim(term_matrix(parsed[0, ], pos = "NOUN")), c(0L, 0L))
})

test_that("two sentences of the same words stay two", {
  # udpipe has the text of the sentence in a column of its own.
  twice <- data.frame(
    doc_id = "a", sentence_id = c(1, 2), sentence = "Rain.", token = c("Rain", "Rain")
  )
  expect_identical(ncol(term_matrix(twice, ngrams = 2)), 0L)
})

test_that("columns of tokens are asked of data frames of tokens alone", {
  bad <- function(..., named) expect_error(term_matrix(...), named, class = "tritone_error_input")
  bad(parsed, token = "stem", named = "`token`")
  bad(parsed, pos = "noun", named = "such as \"ADJ\"")
  bad(parsed[1:3], pos = "NOUN", named = "`upos` or `pos`")
  bad(parsed, numbers = TRUE, named = "options already")
  bad("Rain fell.", token = "lemma", named = "one row a token")
  bad(term_tokens("Rain fell."), pos = "NOUN", named = "one row a token")
})
