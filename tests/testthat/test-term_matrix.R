# term_matrix(): counts beside a slow twin, its options and errors.

texts <- c(
  a = "Rain, rain and MORE rain! The U.S. Treasury\u2019s 12 men don\u2019t mind.",
  b = "", c = NA, d = "More sun: they don't mind, either. Sea-wall of Br\u00e9st."
)

test_that("counts equal those of a plain R twin on simple texts", {
  words <- c("flood", "bridge", "road", "minister", "grain", "price", "a", "b", "c")
  withr::with_seed(1, {
    simple <- vapply(1:50, function(i) {
      paste(sample(words, sample(0:30, 1), TRUE), collapse = " ")
    }, "")
  })
  simple <- sub("^(.)", "\\U\\1", simple, perl = TRUE)
  names(simple) <- paste0("doc", seq_along(simple))
  expect_equal(as.matrix(term_matrix(simple)), twin_term_matrix(simple))
})

test_that("the matrix has the promised form", {
  m <- term_matrix(texts)
  expect_s4_class(m, "dgCMatrix")
  expect_true(methods::validObject(m))
  expect_identical(rownames(m), names(texts))
  expect_identical(colnames(m)[1], "rain")
  expect_identical(order(-Matrix::colSums(m), colnames(m), method = "radix"), seq_len(ncol(m)))
  expect_true(all(m@x > 0))
  expect_identical(unname(Matrix::rowSums(m)[c("b", "c")]), c(0, 0))
})

test_that("apostrophes of all kinds, hyphens, acronyms and case are one term", {
  m <- term_matrix(texts)
  expect_identical(unname(m[, "don't"]), c(1, 0, 0, 1))
  expect_true(all(c("u.s.", "treasury's", "sea-wall", "br\u00e9st") %in% colnames(m)))
  expect_false("12" %in% colnames(m))
  expect_true("12" %in% colnames(term_matrix(texts, numbers = TRUE)))
  expect_true(all(c("sea", "wall") %in% colnames(term_matrix(texts, hyphens = "split"))))
  expect_true(all(c("do", "n't") %in% colnames(term_matrix(texts, clitics = "split"))))
  expect_true("," %in% colnames(term_matrix(texts, punctuation = TRUE)))
})

test_that("the same bits for 1, 2 and 7 threads, and rows follow the articles", {
  news <- sample_articles()
  one <- term_matrix(news, threads = 1)
  expect_identical(term_matrix(news, threads = 2), one)
  expect_identical(term_matrix(news, threads = 7), one)
  back <- rev(seq_len(nrow(news)))
  turned <- term_matrix(news[back, ])
  expect_identical(turned[rev(seq_len(nrow(news))), colnames(one)], one)
  expect_identical(
    as.numeric(term_matrix(news[3, ])[, "tea"]), as.numeric(one[3, "tea"])
  )
})

test_that("curly and straight, composed and decomposed, wrapped and not, are alike", {
  plain <- c(x = "\"It's a caf\u00e9,\" he said. They don't know what 'it' is worth.")
  curly <- c(x = paste(
    "\u201cIt\u2019s a caf\u00e9,\u201d he said.",
    "They don\u2019t know what \u2018it\u2019 is worth."
  ))
  decomposed <- c(x = "\"It's a cafe\u0301,\" he said. They don't know what 'it' is worth.")
  wrapped <- c(x = gsub(" ", "\n", plain[["x"]]))
  for (other in list(curly, decomposed, wrapped)) {
    expect_identical(term_matrix(other), term_matrix(plain))
  }
})

test_that("limits and removals leave terms out", {
  x <- c("b a a z", "b a", "b c")
  expect_identical(colnames(term_matrix(x, min_docs = 2)), c("a", "b"))
  expect_identical(colnames(term_matrix(x, min_docs = 2, max_docs = 2)), "a")
  expect_identical(colnames(term_matrix(x, max_terms = 1)), "a")
  expect_identical(colnames(term_matrix(x, remove = c("A", "B"))), c("c", "z"))
  expect_identical(ncol(term_matrix("Don\u2019t they?", remove = term_stopwords())), 0L)
})

test_that("records are counted without bylines and boilerplate", {
  news <- sample_articles()
  counts <- term_matrix(news)
  with_footer <- term_matrix(news, parts = all_parts)
  expect_gt(sum(with_footer), sum(counts))
  expect_gt(sum(with_footer[, "consent"]), 0)
  expect_false("consent" %in% colnames(counts)[Matrix::colSums(counts) > 20])
})

test_that("empty input, bad bytes and long lines behave", {
  expect_identical(dim(term_matrix(character())), c(0L, 0L))
  expect_identical(dim(term_matrix(NA_character_)), c(1L, 0L))
  bad <- "flood \xff\xfe water"
  Encoding(bad) <- "UTF-8"
  expect_identical(colnames(term_matrix(bad)), c("flood", "water"))
  # A string that names no encoding, as read.csv() gives it.
  unnamed <- rawToChar(as.raw(c(utf8ToInt("flood "), 0xff, 0xfe, utf8ToInt(" water"))))
  skip_if_not(l10n_info()[["UTF-8"]], "a session in UTF-8")
  expect_identical(colnames(term_matrix(unnamed)), c("flood", "water"))
  latin <- iconv("caf\u00e9", "UTF-8", "latin1")
  expect_identical(colnames(term_matrix(latin)), "caf\u00e9")
  line <- strrep("rain and more ", 1e5)
  expect_identical(unname(term_matrix(line)[1, "rain"]), 1e5)
})

test_that("wrong arguments are named", {
  expect_error(term_matrix(1), "`x`", class = "tritone_error_input")
  expect_error(term_matrix("x", min_doc = 2), "min_doc", class = "tritone_error_input")
  expect_error(
    term_matrix("x", hyphen = "split"), "Did you mean `hyphens`", class = "tritone_error_input"
  )
  expect_error(term_matrix("x", min_docs = 0), "`min_docs`", class = "tritone_error_input")
  expect_error(
    term_matrix("x", min_docs = 3, max_docs = 2), "`max_docs`", class = "tritone_error_input"
  )
  expect_error(term_matrix("x", remove = 1), "`remove`", class = "tritone_error_input")
  expect_error(term_matrix("x", tokenizer = "old"), "`tokenizer`", class = "tritone_error_input")
  expect_error(term_matrix("x", threads = 0), "`threads`", class = "tritone_error_input")
})

test_that("stop words are lower-case, sorted, unique", {
  words <- term_stopwords()
  expect_identical(words, sort(unique(tolower(words)), method = "radix"))
  expect_true(all(c("the", "don't", "dont", "youre", "said") %in% words))
  expect_false(any(c("well", "shell", "ill", "wont", "cant", "wed", "hell") %in% words))
  expect_error(term_stopwords("french"), "`language`", class = "tritone_error_input")
})
