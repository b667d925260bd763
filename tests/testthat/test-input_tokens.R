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
