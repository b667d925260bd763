# tone_lexicon_list(): which lexicons are at hand.

test_that("the available lexicons are listed, our own first", {
  x <- tone_lexicons()
  expect_s3_class(x, "tritone_tone_lexicons")
  expect_named(x, c("name", "package", "installed", "licence", "load"))
  expect_identical(x$name[[1]], "news")
  expect_true(x$installed[[1]])
  expect_false(anyDuplicated(x$name) > 0)
})

test_that("what is installed can be loaded by the call that is shown", {
  known <- tone_lexicons()
  known <- known[known$installed, ]
  for (i in seq_len(nrow(known))) {
    lexicon <- suppressMessages(eval(str2lang(known$load[[i]])))
    expect_s3_class(lexicon, "tritone_lexicon")
    expect_identical(lexicon$name, known$name[[i]])
    expect_gt(nrow(lexicon$entries), 50)
  }
})
