# term_collocations(): pairs of neighbours, beside a slow twin.

test_that("collocations by hand", {
  x <- c(a = "Prime minister fell. Prime minister rose.", b = "Prime time; minister time.")
  found <- term_collocations(x)
  # Pairs: prime minister 2, minister fell, minister rose, prime time, minister time.
  expect_identical(found$term_1, "prime")
  expect_identical(found$term_2, "minister")
  expect_identical(found$count, 2)
  expect_identical(found$docs, 1)
  expect_equal(found$expected, 3 * 2 / 6)
  expect_equal(found$lambda, log(2.5 * 3.5 / (1.5 * 0.5)))
  expect_equal(found$std_error, sqrt(1 / 2.5 + 1 / 3.5 + 1 / 1.5 + 1 / 0.5))
  expect_equal(found$pmi, log2(2 / 1))
  expect_equal(found$npmi, 1 / log2(3))
  expect_equal(found$log_dice, 14 + log2(4 / 5))
  expect_equal(found$g2, 2 * (2 * log(2) + log(1 / 2) + 3 * log(3 / 2)))
  expect_equal(found$upper, found$lambda + 1.959964 * found$std_error, tolerance = 1e-7)
})

test_that("all pairs equal those of a plain R twin", {
  news <- article_example()[1:40, ]
  tokens <- suppressMessages(term_tokens(news))
  for (window in c(1, 4)) {
    for (across in c(FALSE, TRUE)) {
      found <- term_collocations(tokens, window = window, across = across, min_count = 1)
      unit <- if (across) tokens$sentence else tokens$stretch
      article <- rep(seq_along(tokens$doc_id), diff(tokens$doc_ptr))
      units <- split(tokens$types[tokens$ids], list(article, unit), drop = TRUE)
      twin <- table(twin_word_pairs(units, window))
      pairs <- paste(found$term_1, found$term_2)
      expect_setequal(pairs, names(twin))
      expect_identical(found$count, as.double(twin[pairs]))
      again <- term_collocations(
        tokens, window = window, across = across, min_count = 1, threads = 7
      )
      expect_identical(again, found)
    }
  }
})

test_that("removed words keep their place", {
  x <- "bank of rain bank of rain bank rain bank rain, don't"
  found <- term_collocations(x, remove = "of", min_count = 1)
  expect_identical(found$count[found$term_1 == "bank"], 2)
  expect_false("of" %in% c(found$term_1, found$term_2))
  split <- term_collocations("I don't. I don't", clitics = "split", remove = "don't")
  expect_identical(nrow(split), 0L)
})

test_that("nothing gives no rows, tokens have their options", {
  expect_identical(nrow(term_collocations(character())), 0L)
  expect_identical(nrow(term_collocations(c(a = "Rain.", b = NA))), 0L)
  tokens <- term_tokens("A wind.")
  expect_error(term_collocations(tokens, numbers = TRUE), "numbers", class = "tritone_error_input")
})
