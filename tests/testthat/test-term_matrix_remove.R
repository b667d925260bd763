# Entries of `remove` are cut as the texts are.

columns <- function(...) sort(colnames(term_matrix(...)), method = "radix")

test_that("the package's stop words fit its own options", {
  x <- "I'd like a soda, don't you? It isn't possible. We'll see what's new; the minister's car."
  found <- columns(x, remove = term_stopwords(), clitics = "split")
  expect_identical(found, c("car", "minister", "new", "possible", "see", "soda"))
  for (hyphens in c("keep", "split")) {
    for (tokenizer in c("news", "uax29")) {
      expect_silent(term_matrix(
        x, remove = term_stopwords(), hyphens = hyphens, tokenizer = tokenizer
      ))
    }
  }
})

test_that("stop words fit texts that lost their apostrophes", {
  x <- "He didnt say theyre late; well, it isnt the Shell firm."
  expect_identical(columns(x, remove = term_stopwords()), c("firm", "late", "shell", "well"))
})

test_that("a word that is cut is left out as a whole, its parts elsewhere are not", {
  x <- c("A wi-fi e-mail.", "Mail by wi fi, an e-mail; the mail.")
  found <- term_matrix(x, hyphens = "split", remove = c("e-mail", "Wi\u2010Fi"))
  expect_identical(colnames(found), c("mail", "a", "an", "by", "the"))
  expect_identical(unname(found[, "mail"]), c(0, 2))
  expect_identical(columns("wi-fi wi-fis", hyphens = "split", remove = "wi-f*"), character())
  expect_identical(columns("do not, don't", clitics = "split", remove = "don't"), c("do", "not"))
  expect_identical(columns("sea-wall", tokenizer = "uax29", remove = "sea-wall"), character())
  expect_identical(columns("a state's law", clitics = "split", remove = "*'s"), c("a", "law"))
})

test_that("elided words are left out with and without their apostrophe", {
  x <- "l'amie d'Anne qu'il n'est, dell'arte, un'altra"
  kept <- c("altra", "amie", "anne", "arte", "est", "il")
  words <- c("l", "d'", "qu", "n\u2019", "dell", "un")
  expect_identical(columns(x, clitics = "split", remove = words), kept)
})

test_that("entries that can match nothing are named", {
  expect_message(
    term_matrix("rain and/or sun", remove = c("and/or", "rain,", "5", ".", "the sun")),
    "^4 entries of `remove` can match no counted term: \"and/or\", \"5\", \".\", \"the sun\""
  )
  expect_silent(found <- term_matrix("rain and/or sun", remove = c("rain,", "\"sun\"")))
  expect_identical(colnames(found), c("and", "or"))
})

test_that("tokens and texts leave out the same", {
  x <- "She can't e-mail; the mayor's e-mail can."
  remove <- c("can't", "e-mail", "the")
  made <- term_tokens(x, hyphens = "split", clitics = "split")
  from_texts <- term_matrix(x, hyphens = "split", clitics = "split", remove = remove)
  expect_identical(term_matrix(made, remove = remove), from_texts)
  expect_identical(sort(colnames(from_texts)), sort(c("'s", "can", "mayor", "she")))
})
