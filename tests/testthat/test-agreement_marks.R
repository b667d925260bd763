# No verb reaches over a mark: n-grams, phrases and contexts are asked the same question.

marked <- c(
  "stock, market", "stock: market", "stock; market", "stock/market", "stock (market)",
  "stock \u2014 market", "stock - market", "stock \"market\"", "stock \u201cmarket\u201d",
  "stock \u00abmarket\u00bb", "stock 'market'", "stock [market]", "stock ... market",
  "stock! market", "stock | market"
)
open_blank <- c(
  "stock market", "stock\nmarket", "stock & market", "the stock market, up", "(stock market)",
  "'stock market' fell", "Stock  Market"
)

test_that("n-grams, phrases and contexts agree about marks", {
  count <- function(x, ...) {
    m <- term_matrix(x, ...)
    if ("stock_market" %in% colnames(m)) unname(m[, "stock_market"]) else rep(0, length(x))
  }
  for (tokenizer in c("news", "uax29")) {
    for (x in list(marked, open_blank)) {
      wanted <- rep(as.double(identical(x, open_blank)), length(x))
      # Under the plain rules of Unicode a line is a sentence.
      wanted[grepl("\n", x) & tokenizer == "uax29"] <- 0
      expect_identical(count(x, ngrams = 2, tokenizer = tokenizer), wanted)
      expect_identical(count(x, phrases = "stock market", tokenizer = tokenizer), wanted)
      expect_identical(count(x, phrases = "st* market", tokenizer = tokenizer), wanted)
      found <- term_context(x, "stock market", tokenizer = tokenizer)
      expect_identical(nrow(found), as.integer(sum(wanted)))
    }
  }
})

test_that("across lets n-grams reach over marks inside a sentence, and phrases never", {
  x <- "Hello my darling, how are you? Fine (thanks)."
  narrow <- colnames(term_matrix(x, ngrams = 2))
  wide <- colnames(term_matrix(x, ngrams = 2, across = TRUE))
  expect_identical(setdiff(wide, narrow), c("darling_how", "fine_thanks"))
  phrases <- term_matrix(x, phrases = "darling how", ngrams = 1:2, across = TRUE)
  expect_identical(unname(phrases[, "darling_how"]), 1)
  expect_false("darling_how" %in% colnames(term_matrix(x, phrases = "darling how", across = TRUE)))
})

test_that("Greek capitals and final sigma are one word, addresses keep their case", {
  capital <- "\u039f \u03a0\u039f\u039b\u0395\u039c\u039f\u03a3"
  small <- "\u03bf \u03c0\u03bf\u03bb\u03b5\u03bc\u03bf\u03c2"
  expect_identical(ncol(term_matrix(c(capital, small))), 2L)
  expect_identical(ncol(term_matrix(capital, remove = strsplit(small, " ")[[1]])), 0L)
  expect_identical(nrow(term_context(c(capital, small), small)), 2L)
  x <- "https://t.co/AbC HTTPS://T.co/abC"
  expect_identical(colnames(term_matrix(x)), c("https://t.co/AbC", "https://t.co/abC"))
  expect_identical(colnames(term_matrix(x, remove = "https://t.co/AbC")), "https://t.co/abC")
  expect_identical(nrow(term_context(x, "https://t.co/A*")), 1L)
})

test_that("a pattern of many stars is answered", {
  stars <- paste0(strrep("a*", 60), "b")
  expect_identical(ncol(term_matrix(strrep("a", 5000), remove = stars)), 1L)
  expect_identical(nrow(term_context(strrep("a", 5000), stars)), 0L)
})
