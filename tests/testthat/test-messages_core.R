# Words of errors that the core raises, as a user meets them: a sample of the most likely.

test_that("errors of the core", {
  words <- c(a = "Rain fell, 42 fields flooded.", b = "Rain fell.")
  counts <- term_matrix(words)
  fit <- topic_lda(counts, 2, iterations = 2, seed = 1)
  tokens <- term_tokens(words)
  damaged <- unclass(tokens)
  damaged$ids[[1]] <- 99L
  class(damaged) <- class(tokens)
  factor <- function(type, factor) {
    shifters <- data.frame(entry = "so", type = type, factor = factor)
    tone_score(words, tone_lexicon(c(good = 1), shifters = shifters))
  }
  expect_snapshot(error = TRUE, {
    factor("negator", 99)
    factor("amplifier", -1)
    term_matrix(words, phrases = "42 fields")
    term_matrix(words, phrases = "...")
    term_matrix(damaged)
    topic_lda(1e16 * counts, 2)
    topic_lda(0 * counts, 2)
    topic_lda(counts, 1e5)
    topic_lda(counts / 2, 2, method = "gibbs")
    topic_heldout(fit, counts / 2, seed = 1)
  })
})
