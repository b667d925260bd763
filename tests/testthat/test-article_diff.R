# article_diff(): what became of each sentence.

test_that("sentences are kept, moved, re-worded, dropped and added", {
  old <- "Rain fell on Monday. The dam held. Roads were shut. Nobody was hurt there."
  new <- "The dam held. Nobody was hurt there. Rain fell late on Monday. Trains were late."
  found <- article_diff(old, new)
  expect_identical(found$change, c("dropped", "kept", "dropped", "kept", "added", "added"))
  expect_identical(found$new[found$change == "kept"], c("The dam held.", "Nobody was hurt there."))
  moved <- article_diff(
    "One two three. Four five. Six seven.", "Four five. Six seven. One two three."
  )
  expect_identical(moved$change, c("kept", "kept", "moved"))
  expect_identical(moved$old[[3]], "One two three.")
  worded <- article_diff("Rain fell hard on Monday.", "Rain fell hard on Tuesday.")
  expect_identical(worded$change, "reworded")
  expect_equal(worded$similarity, 4 / 6)
})

test_that("places give the sentences, and typography is no change", {
  old <- "\u201cWir gehen\u201d, caf\u00e9. So be it."
  new <- "\"Wir\ngehen\", cafe\u0301. A new one. So be it."
  found <- article_diff(old, new)
  expect_identical(found$change, c("kept", "added", "kept"))
  expect_identical(substr(rep(new, 3), found$new_start, found$new_end), found$new)
  expect_identical(substr(old, found$old_start[[3]], found$old_end[[3]]), "So be it.")
  expect_true(is.na(found$old_start[[2]]) && is.na(found$old[[2]]))
})

test_that("empty versions, articles and wrong input", {
  expect_identical(nrow(article_diff("", "")), 0L)
  expect_identical(article_diff("", "Rain fell.")$change, "added")
  one <- data.frame(text = "Rain fell.")
  expect_identical(article_diff(one, one)$change, "kept")
  expect_error(article_diff(c("a", "b"), "a"), "one text", class = "tritone_error_input")
  expect_error(article_diff("a", NA_character_), "one text", class = "tritone_error_input")
  expect_error(article_diff("a", "b", "c"), class = "tritone_error_input")
})
