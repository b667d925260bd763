test_that("the rising terms of the report have the z of term_keyness()", {
  news <- article_example()
  counts <- term_matrix(news, remove = term_stopwords())
  late <- seq_len(nrow(counts)) %% 2 == 0
  rising <- rising_terms(counts, late)
  held <- counts[, Matrix::colSums(counts > 0) >= max(3, 0.02 * nrow(counts))]
  found <- term_keyness(held, ifelse(late, "late", "early"))
  found <- found[found$group == "late", ]
  expect_gt(length(rising), 50L)
  expect_identical(names(rising), found$term)
  expect_equal(unname(rising), found$z, tolerance = 1e-12)
})
