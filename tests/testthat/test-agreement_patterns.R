# Every verb that takes words is asked the same question, in every spelling of it.

quiet <- suppressMessages

# One article a term, each term followed by "stays".
agreed <- c("don't", "caf\u00e9", "harvest", "harvester", "interest rate", "interest rates", "rate")
pattern_texts <- paste("Then", agreed, "stays.")
names(pattern_texts) <- gsub(" ", "_", agreed)
both_rates <- c("interest rate", "interest rates")
pattern_counts <- term_matrix(pattern_texts, phrases = both_rates)

# The terms that a word or pattern finds, by verb.
found_by <- list(
  term_context = function(ask) {
    gsub(" ", "_", tolower(unique(term_context(pattern_texts, ask)$match)))
  },
  "term_trim(keep)" = function(ask) {
    colnames(suppressMessages(term_trim(pattern_counts, min_count = 1000, keep = ask)))
  },
  "term_trim(remove)" = function(ask) {
    setdiff(colnames(pattern_counts), colnames(quiet(term_trim(pattern_counts, remove = ask))))
  },
  "term_matrix(remove)" = function(ask) {
    left <- term_matrix(pattern_texts, phrases = both_rates, remove = ask)
    setdiff(colnames(pattern_counts), colnames(left))
  },
  "term_matrix(remove), n-grams" = function(ask) {
    if (!grepl(" [A-Za-z]", trimws(ask))) return(NULL)
    all <- colnames(term_matrix(pattern_texts, ngrams = 1:2))
    setdiff(all, colnames(term_matrix(pattern_texts, ngrams = 1:2, remove = ask)))
  },
  "term_matrix(phrases)" = function(ask) {
    joined <- colnames(term_matrix(pattern_texts, phrases = paste(ask, "stays")))
    sub("_stays$", "", grep("_stays$", joined, value = TRUE))
  },
  topic_seeded = function(ask) {
    topic_seeded(pattern_counts, list(a = ask), iterations = 20, seed = 1)$seeds$term
  },
  tone_lexicon = function(ask) {
    lexicon <- tone_lexicon(data.frame(entry = ask, valence = 1), shifters = FALSE)
    names(pattern_texts)[tone_score(pattern_texts, lexicon, language = NULL)$n_hits > 0]
  }
)

expect_agreement <- function(ask, wanted) {
  for (verb in names(found_by)) {
    found <- found_by[[verb]](ask)
    if (!is.null(found)) expect_setequal(found, wanted)
  }
}

test_that("curly apostrophes", {
  expect_agreement("don\u2019t", "don't")
})
test_that("decomposed characters", {
  expect_agreement("cafe\u0301", "caf\u00e9")
})
test_that("capitals", {
  expect_agreement("Harvest", "harvest")
})
test_that("decomposed capitals", {
  expect_agreement("CAFE\u0301", "caf\u00e9")
})
test_that("blanks around", {
  expect_agreement(" \u00a0harvest\t ", "harvest")
})
test_that("globs", {
  expect_agreement("Harvest*", c("harvest", "harvester"))
  expect_agreement("caf?", "caf\u00e9")
  expect_agreement("h*v*e*s*t", "harvest")
})
test_that("several words", {
  expect_agreement("Interest  RATE", "interest_rate")
})
test_that("globs of several words", {
  expect_agreement("interest rate*", c("interest_rate", "interest_rates"))
})

test_that("the words of a topic and of a trim are the same on the example", {
  pattern_counts <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
  term <- grep("'", colnames(pattern_counts), value = TRUE)[[1L]]
  seeds <- list(a = gsub("'", "\u2019", term), b = " harvest ")
  fit <- topic_seeded(pattern_counts, seeds, iterations = 20, seed = 1)
  expect_identical(fit$seeds$term, c(term, "harvest"))
  expect_identical(
    colnames(suppressMessages(term_trim(pattern_counts, keep = seeds$a, max_terms = 1))), term
  )
})

test_that("many stars are answered at once", {
  glob <- paste0(strrep("a*", 60), "b")
  word <- strrep("a", 2000)
  took <- system.time({
    expect_identical(nrow(term_context(word, glob)), 0L)
    pattern_counts <- matrix(1, 1, 1, dimnames = list(NULL, word))
    expect_identical(dim(suppressMessages(term_trim(pattern_counts, remove = glob))), c(1L, 1L))
    expect_error(
      suppressMessages(topic_seeded(pattern_counts, list(a = glob))), class = "tritone_error_input"
    )
  })
  expect_lt(took[["elapsed"]], 5)
})

test_that("entries that can match nothing are named in one message", {
  expect_message(
    term_matrix(pattern_texts, remove = c("interest rate", " ", "...", "42", "rate")),
    "^4 entries of `remove` can match no counted term: \"interest rate\", \" \", \"...\", \"42\""
  )
  expect_no_message(term_matrix(pattern_texts, remove = term_stopwords()))
  expect_no_message(term_matrix(pattern_texts, ngrams = 2, remove = "interest rate"))
  expect_no_message(term_matrix(pattern_texts, numbers = TRUE, remove = "42"))
  expect_message(
    topic_seeded(pattern_counts, list(a = c("harvest", "oats")), iterations = 20, seed = 1),
    "^1 entry of `seeds` matches no term: \"oats\""
  )
})
