# tidy() and as.data.frame() of counts.

counts <- term_matrix(c(a = "Rain and rain.", b = "No wind.", c = ""))

test_that("tidy() has a row for each count, with the columns of tidytext", {
  found <- tidy(counts)
  expect_identical(class(found)[[1L]], "tritone_tidy")
  expect_identical(found$document, c("a", "a", "b", "b"))
  expect_identical(found$term, c("rain", "and", "no", "wind"))
  expect_identical(found$count, c(2, 1, 1, 1))
  expect_identical(nrow(tidy(counts[0, ])), 0L)
  expect_identical(nrow(tidy(counts[, 0])), 0L)
  # Back to the counts.
  back <- as.matrix(stats::xtabs(count ~ document + term, found))
  expect_true(all(back == as.matrix(counts)[rownames(back), colnames(back)]))
  expect_error(tidy(counts, 2), class = "tritone_error_input")
  # Stored zeros are no counts.
  zero <- counts
  zero@x[[1]] <- 0
  expect_identical(nrow(tidy(zero)), 3L)
})

test_that("as.data.frame() has a row for each article", {
  found <- as.data.frame(counts)
  expect_identical(class(found), "data.frame")
  expect_identical(names(found), c("doc_id", colnames(counts)))
  expect_identical(found$doc_id, c("a", "b", "c"))
  expect_identical(unname(as.matrix(found[-1])), unname(as.matrix(counts)))
  expect_identical(dim(as.data.frame(counts[0, ])), c(0L, 5L))
  expect_identical(dim(as.data.frame(counts[, 0])), c(3L, 1L))
  taken <- counts
  colnames(taken)[[1]] <- "doc_id"
  expect_identical(names(as.data.frame(taken))[1:2], c("doc_id", "doc_id.1"))
  wide <- Matrix::sparseMatrix(i = 1, j = 1, x = 1, dims = c(20000, 20000))
  expect_error(as.data.frame(wide), "tidy\\(\\)", class = "tritone_error_limit")
})
