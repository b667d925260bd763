# Themes in place of terms, replaced words and rows of sentences, beside slow twins.

x <- c(
  a = "The interest rate fell. Interest rates and rates of banks; bank, rate.",
  b = "Rain goes and went, it's gone.", c = NA
)
themes <- list(
  economy = list(money = c("interest rate*", "Rate*"), firms = "bank*"), weather = c("rain", "snow")
)

test_that("themes by hand", {
  found <- term_matrix(x, dictionary = themes, unmatched = TRUE)
  expect_s4_class(found, "dgCMatrix")
  expect_identical(rownames(found), c("a", "b", "c"))
  wanted <- rbind(c(4, 2, 0, 4), c(0, 0, 1, 5), 0)
  expect_identical(unname(as.matrix(found)), wanted)
  columns <- c("economy.money", "economy.firms", "weather", "(unmatched)")
  expect_identical(colnames(found), columns)
  one <- term_matrix(x, dictionary = themes, levels = 1)
  expect_identical(unname(as.matrix(one)), cbind(c(6, 0, 0), c(0, 1, 0)))
  expect_identical(colnames(one), c("economy", "weather"))
  expect_identical(sum(term_matrix(x, dictionary = themes, remove = "interest")), 7)
  by_sentence <- term_matrix(x, dictionary = themes, by = "sentence")
  expect_identical(unname(by_sentence[, "economy.money"]), c(1, 3, 0))
})

test_that("themes of single words are sums of the columns of terms", {
  news <- article_example()
  words <- list(place = c("tals*", "halver*"), money = c("bank", "bank*", "rate"), none = "zzz")
  counts <- suppressMessages(term_matrix(news))
  found <- suppressMessages(term_matrix(news, dictionary = words, threads = 2))
  for (name in names(words)) {
    fits <- grepl(paste(utils::glob2rx(words[[name]]), collapse = "|"), colnames(counts))
    wanted <- Matrix::rowSums(counts[, fits, drop = FALSE])
    expect_identical(found[, name], wanted)
  }
  expect_identical(suppressMessages(term_matrix(news, dictionary = words, threads = 7)), found)
  tokens <- suppressMessages(term_tokens(news))
  expect_identical(term_matrix(tokens, dictionary = words), found)
})

test_that("expressions count as phrases do, and never over marks", {
  y <- c("bank rate, bank. Rate bank rate (bank) rate don't", "l'amie", "e-mail")
  found <- term_matrix(y, dictionary = list(x = "bank rate", y = "don't", z = "e-mail"))
  phrases <- term_matrix(y, phrases = "bank rate")
  expect_identical(unname(found[, "x"]), unname(phrases[, "bank_rate"]))
  expect_identical(unname(found[1, ]), c(2, 1, 0))
  split <- term_matrix(
    y, dictionary = list(x = "bank rate", y = "don't", z = "e-mail"), clitics = "split",
    hyphens = "split"
  )
  expect_identical(split, found)
})

test_that("a dictionary of quanteda is its lists", {
  made <- list(list("rain"), list(x = list(c("bank", "rate*"))))
  flat <- structure(made, names = c("weather", "econ"), class = "dictionary2")
  found <- term_matrix(x, dictionary = flat)
  expect_identical(colnames(found), c("weather", "econ.x"))
  expect_identical(unname(found["a", ]), c(0, 5))
})

test_that("words are replaced once for each type, patterns too", {
  lists <- list(go = c("goes", "went", "gone"), rate = "rate*")
  found <- term_matrix(x, replace = lists)
  expect_identical(unname(found["b", "go"]), 3)
  expect_identical(unname(found["a", "rate"]), 4)
  flat <- c(goes = "go", went = "GO", gone = "go", "rate*" = "rate")
  expect_identical(term_matrix(x, replace = flat), found)
  frame <- data.frame(form = names(flat), word = flat)
  expect_identical(term_matrix(x, replace = frame), found)
  expect_identical(term_matrix(term_tokens(x), replace = lists), found)
  # The first that fits holds; words are removed as they are written.
  first <- term_matrix("goes", replace = list(one = "go*", two = "goes"))
  expect_identical(colnames(first), "one")
  expect_identical(colnames(term_matrix("goes went", replace = lists, remove = "went")), "go")
  expect_identical(unname(term_matrix("goes went", replace = lists, remove = "went")[1, ]), 1)
  expect_true("go_and" %in% colnames(term_matrix(x, replace = lists, ngrams = 2)))
})

test_that("rows of sentences add up to those of articles", {
  news <- article_example()[1:20, ]
  tokens <- suppressMessages(term_tokens(news))
  rows <- term_matrix(tokens, by = "sentence")
  article <- sub("[.][0-9]+$", "", rownames(rows))
  all <- term_matrix(tokens)
  expect_identical(colnames(rows), colnames(all))
  sums <- rowsum(as.matrix(rows), factor(article, rownames(all)))
  expect_identical(sums, as.matrix(all)[rownames(sums), ])
  place <- table(paste0(
    rep(tokens$doc_id, diff(tokens$doc_ptr)), ".", tokens$sentence
  ))
  expect_identical(Matrix::rowSums(rows), vapply(place, as.double, 0)[rownames(rows)])
  expect_identical(suppressMessages(term_matrix(news, by = "sentence")), rows)
  expect_identical(dim(term_matrix(c(a = NA_character_), by = "sentence")), c(0L, 0L))
})

test_that("what is read straight from texts is what reading the tokens gives", {
  news <- article_example()
  themes <- list(
    a = c("h*", "harvest", "harvest", "?a*"), b = c("harvest", "the", "U.S."), none = "zzz",
    c = "*s"
  )
  cuts <- list(list(), list(clitics = "split"), list(hyphens = "split", numbers = TRUE))
  for (cut in cuts) {
    for (remove in list(NULL, term_stopwords(), c("don't", "h*"))) {
      count <- function(x, ...) {
        suppressMessages(
          term_matrix(x, ..., dictionary = themes, unmatched = TRUE, remove = remove)
        )
      }
      tokens <- suppressMessages(do.call(term_tokens, c(list(news), cut)))
      found <- do.call(count, c(list(news), cut))
      expect_identical(found, count(tokens))
      # An entry of two words needs their order; it occurs nowhere.
      themes$none <- "zzz yyy"
      expect_identical(do.call(count, c(list(news), cut)), found)
      themes$none <- "zzz"
    }
  }
  none <- suppressMessages(term_matrix(c("b c", NA), dictionary = list(x = "...", y = "!")))
  expect_identical(unname(as.matrix(none)), matrix(0, 2, 2))
  expect_identical(dim(term_matrix(character(), dictionary = list(x = "a"))), c(0L, 1L))
})

test_that("expressions are read from texts as from tokens, whatever lies between their words", {
  # Blanks, line ends, marks, ends of sentences with and without a mark, abbreviations, numbers
  # that are no tokens, and words of other scripts.
  texts <- c(
    "Interest rate cut. Interest, rate: interest\nrate; interest  rate", "The U.S. The rate.",
    "interest\n\nrate", "Interest 5 rate", "He met J. Smith. Smith met Gen. Smith.",
    "rate.Interest",
    "said.The U.S. rate (interest) rate", "\u201cinterest\u201d rate \u2014 interest rate",
    "\u0438\u043d\u0442\u0435\u0440\u0435\u0441 rate interest-rate don't interest", NA, ""
  )
  news <- article_example()[1:60, ]
  pairs <- suppressMessages(term_collocations(news, across = TRUE, min_count = 2))
  themes <- list(
    a = c("interest rate", "rate interest", "u.s. the", "the rate"),
    b = c("smith smith", "j. smith"),
    c = c("i* rate", "rate", "met gen"), d = "said the", e = "don't interest"
  )
  phrases <- split(paste(pairs$term_1, pairs$term_2), seq_len(nrow(pairs)) %% 7)
  for (own in list(list(texts, themes), list(news, phrases))) {
    for (cut in list(list(), list(tokenizer = "uax29"), list(numbers = TRUE, punctuation = TRUE))) {
      found <- suppressMessages(do.call(
        term_matrix, c(list(own[[1]], dictionary = own[[2]], unmatched = TRUE, threads = 2), cut)
      ))
      tokens <- suppressMessages(do.call(term_tokens, c(list(own[[1]]), cut)))
      expect_identical(found, term_matrix(tokens, dictionary = own[[2]], unmatched = TRUE))
    }
  }
})

test_that("articles without a word have no sentence", {
  counts <- term_matrix(c("", NA, "..."), by = "sentence")
  expect_identical(dim(counts), c(0L, 0L))
  expect_identical(nrow(term_matrix(c("", "It rained."), by = "sentence")), 1L)
})
