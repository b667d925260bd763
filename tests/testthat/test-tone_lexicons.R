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
  lexicons <- installed_lexicons()
  expect_identical(names(lexicons), tone_lexicons()$name[tone_lexicons()$installed])
  for (name in names(lexicons)) {
    expect_s3_class(lexicons[[name]], "tritone_lexicon")
    expect_identical(lexicons[[name]]$name, name)
    expect_gt(nrow(lexicons[[name]]$entries), 50)
  }
})
