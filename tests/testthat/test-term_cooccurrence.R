# term_cooccurrence(): pairs in windows, sentences and articles, beside a slow twin.

texts <- c(
  a = "Rain hit the bank. The bank, a shop and rain.", b = "Rain, rain. A bank.", c = "The shop."
)

test_that("co-occurrence by hand", {
  found <- term_cooccurrence(texts, by = "article", min_docs = 1, min_count = 1)
  one <- found[found$term_1 == "bank" & found$term_2 == "rain", ]
  expect_identical(one$count, 2)
  expect_identical(one$docs, 2)
  expect_equal(one$expected, 2 * 2 / 3)
  expect_equal(one$pmi, log2(2 * 3 / 4))
  found <- term_cooccurrence(texts, by = "sentence", min_docs = 1, min_count = 1)
  one <- found[found$term_1 == "bank" & found$term_2 == "rain", ]
  expect_identical(one$count, 2)
  expect_equal(one$expected, 3 * 3 / 5)
  near <- term_cooccurrence(texts, window = 2, min_docs = 1, min_count = 1)
  expect_identical(near$count[near$term_1 == "and" & near$term_2 == "rain"], 1)
  expect_false(any(near$term_1 == "bank" & near$term_2 == "shop"))
  wide <- term_cooccurrence(texts, window = 2, across = TRUE, min_docs = 1, min_count = 1)
  expect_true(any(wide$term_1 == "bank" & wide$term_2 == "shop"))
})

test_that("pairs of sentences and articles equal those of a plain R twin", {
  news <- article_example()[1:40, ]
  tokens <- suppressMessages(term_tokens(news))
  article <- rep(seq_along(tokens$doc_id), diff(tokens$doc_ptr))
  for (by in c("sentence", "article")) {
    unit <- if (by == "sentence") paste(article, tokens$sentence) else article
    has <- unclass(table(unit, factor(tokens$types[tokens$ids], tokens$types))) > 0
    together <- crossprod(has)
    found <- term_cooccurrence(tokens, by = by, min_docs = 1, min_count = 1, max_pairs = Inf)
    expect_identical(nrow(found), sum(together[upper.tri(together)] > 0))
    some <- seq(1, nrow(found), length.out = 500)
    pair <- cbind(found$term_1, found$term_2)[some, ]
    expect_identical(found$count[some], as.double(together[pair]))
    expected <- diag(together)[pair[, 1]] * diag(together)[pair[, 2]] / nrow(has)
    expect_equal(found$expected[some], unname(expected))
    expect_true(all(order(c(found$term_1[[1]], found$term_2[[1]]), method = "radix") == 1:2))
  }
})

test_that("counts and tokens agree in articles, limits hold in each", {
  news <- article_example()
  counts <- suppressMessages(term_matrix(news))
  from_counts <- term_cooccurrence(counts, by = "article", min_docs = 0.1)
  from_texts <- suppressMessages(term_cooccurrence(news, by = "article", min_docs = 12))
  expect_identical(from_counts, from_texts)
  few <- term_cooccurrence(counts, by = "article", min_docs = 0.1, max_pairs = 3)
  expect_identical(few, from_counts[1:3, ])
  expect_false("the" %in% unlist(
    term_cooccurrence(counts, by = "article", remove = "the")[c("term_1", "term_2")]
  ))
})

test_that("the counts of windows equal those of collocations in both orders", {
  news <- article_example()[1:20, ]
  tokens <- suppressMessages(term_tokens(news))
  near <- term_cooccurrence(tokens, window = 3, min_docs = 1, min_count = 1, max_pairs = Inf)
  both <- term_collocations(tokens, window = 3, min_count = 1)
  key <- function(a, b) ifelse(a < b, paste(a, b), paste(b, a))
  other <- both$term_1 != both$term_2
  sums <- tapply(both$count[other], key(both$term_1, both$term_2)[other], sum)
  expect_identical(near$count, as.double(sums[key(near$term_1, near$term_2)]))
  expect_identical(
    term_cooccurrence(tokens, window = 3, min_docs = 1, threads = 1),
    term_cooccurrence(tokens, window = 3, min_docs = 1, threads = 7)
  )
})

test_that("nothing gives no rows", {
  expect_identical(nrow(term_cooccurrence(character())), 0L)
  expect_identical(nrow(term_cooccurrence("Rain.", by = "article", min_docs = 1)), 0L)
  expect_identical(nrow(term_cooccurrence(matrix(0, 2, 2), by = "article")), 0L)
})

test_that("the pairs of some terms are those of all, with the same measures", {
  news <- suppressMessages(term_tokens(article_example()[1:40, ]))
  for (by in c("window", "sentence", "article")) {
    all <- term_cooccurrence(news, by = by, min_docs = 3, max_pairs = Inf)
    some <- term_cooccurrence(news, by = by, min_docs = 3, max_pairs = Inf, terms = c("r*", "bank"))
    chosen <- grepl("^r|^bank$", all$term_1) | grepl("^r|^bank$", all$term_2)
    expect_true(any(chosen) && !all(chosen))
    expect_identical(some, all[chosen, ])
  }
  expect_message(none <- term_cooccurrence(news, terms = "zzz"), "`terms` matches no term")
  expect_identical(nrow(none), 0L)
  # Blocks of the vocabulary hold every pair, those of two blocks twice.
  first <- term_cooccurrence(
    news, by = "article", min_docs = 3, max_pairs = Inf, terms = c("a*", "b*")
  )
  expect_true(all(grepl("^[ab]", first$term_1) | grepl("^[ab]", first$term_2)))
})

test_that("products of frequent terms pass what an integer holds", {
  n <- 50000L
  counts <- Matrix::sparseMatrix(
    c(seq_len(n), seq_len(n - 1L)), rep(1:2, c(n, n - 1L)),
    x = 1, dimnames = list(NULL, c("a", "b"))
  )
  expect_no_warning(pairs <- as.data.frame(term_cooccurrence(counts, by = "article")))
  expect_identical(pairs$count, n - 1)
  expect_identical(pairs$expected, n - 1)
  expect_equal(pairs$g2, 0)
})

test_that("names that are no valid text are terms too", {
  counts <- matrix(1, 2, 3, dimnames = list(c("a", "b"), c("rain", "\xff", NA)))
  expect_identical(code_point_rank(c("b", "\xff", "a", NA)), c(3L, 1L, 2L, 4L))
  expect_identical(nrow(term_cooccurrence(counts, by = "article", min_count = 1)), 3L)
  sides <- matrix(
    c(3, 1, 1, 3), 2, dimnames = list(c("a", "b"), c("rain", "\xff"))
  )
  expect_identical(nrow(term_keyness(sides, c("x", "y"))), 4L)
})
