# What the checks that all verbs share say about values that are no text, paths, languages and
# arguments that are left out.

bytes <- rawToChar(as.raw(c(0x61, 0xff)))
marked <- bytes
Encoding(marked) <- "bytes"

test_that("strings that are no text", {
  expect_snapshot(error = TRUE, {
    article_report("Rain fell.", tempfile(), title = bytes)
    term_matrix("Rain fell.", remove = c("the", marked))
    term_matrix("Rain fell.", concatenator = marked)
    article_dates("Rain fell.", latest = marked)
    tone_score("Rain fell.", by = marked)
    tone_lexicon(stats::setNames(data.frame("a", "b"), c("word", bytes)))
    tone_lexicon(stats::setNames(1, marked))
    article_read(marked)
    article_read(bytes)
    article_read(strrep("a", 5000))
    article_exports(bytes)
    topic_seeded(matrix(1, 2, 2, dimnames = list(NULL, c("a", "b"))), list(x = marked))
  })
})

test_that("languages that are not known, with a proposal only where one is near", {
  expect_snapshot(error = TRUE, {
    term_matrix("Rain fell.", language = "xx")
    article_parts("Rain fell.", language = "English")
    tone_score("Rain fell.", language = "en-GB")
    tone_score("Rain fell.", language = "germn")
    tone_score("Rain fell.", language = strrep("a", 2e6))
  })
})

test_that("files to write", {
  expect_snapshot(error = TRUE, transform = scrub(tempdir()), {
    article_report("Rain fell.", "")
    article_report("Rain fell.", strrep("a", 5000))
    article_report("Rain fell.", tempdir())
    article_report("Rain fell.", "no/such/folder/page.html")
    topic_lda(matrix(1, 2, 2), 2, checkpoint = "")
    topic_nmf(matrix(1, 2, 2), 2, checkpoint = "no/such/folder/state.rds")
  })
})

test_that("arguments that are left out", {
  expect_snapshot(error = TRUE, {
    article_report("Rain fell.")
    article_report()
    term_weight()
    term_matrix()
    topic_lda(matrix(1, 2, 2))
    topic_seeded(matrix(1, 2, 2))
    tone_method()
    augment(topic_lda(matrix(1, 2, 2), 2, seed = 1))
  })
})

test_that("strings and lists of names that are too long to be shown whole", {
  long <- strrep("ab ", 7e5)
  expect_snapshot(error = TRUE, {
    term_matrix("Rain fell.", phrases = long)
    term_context("Rain fell.", strrep("\u00e9", 1e6), type = "regex")
    tone_score(stats::setNames(data.frame(1, 2), c(long, "y")))
    tone_score(stats::setNames(as.data.frame(as.list(1:50)), paste0("v", 1:50)))
  })
  expect_snapshot(invisible(term_matrix("Rain fell.", remove = c("1", long))))
})
