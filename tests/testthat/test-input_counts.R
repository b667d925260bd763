# What verbs over counts take: any sparse matrix, dfm or DocumentTermMatrix.

dense <- matrix(
  c(2, 0, 1, 0, 3, 0), 2,
  dimnames = list(c("a", "b"), c("x", "y", "z"))
)
sparse <- methods::as(
  methods::as(methods::as(dense, "dMatrix"), "generalMatrix"), "CsparseMatrix"
)

test_that("all kinds of matrices of counts become the same dgCMatrix", {
  expect_identical(as_counts(sparse), sparse)
  expect_identical(as_counts(dense), sparse)
  expect_identical(as_counts(methods::as(sparse, "TsparseMatrix")), sparse)
  expect_identical(as_counts(methods::as(sparse, "RsparseMatrix")), sparse)
  whole <- dense
  storage.mode(whole) <- "integer"
  expect_identical(as_counts(whole), sparse)
  expect_equal(as.matrix(as_counts(dense > 0)), (dense > 0) * 1)
})

test_that("classes that extend dgCMatrix, as quanteda's dfm does, are taken", {
  here <- environment()
  methods::setClass(
    "extended_counts", contains = "dgCMatrix", representation(meta = "list"), where = here
  )
  on.exit(methods::removeClass("extended_counts", where = here))
  x <- methods::new("extended_counts", sparse, meta = list(1))
  names(x@Dimnames) <- c("docs", "features")
  expect_identical(as_counts(x), sparse)
})

test_that("triplets of slam and tm are taken, terms in columns", {
  triplets <- function(x, class) {
    at <- which(x != 0, arr.ind = TRUE)
    structure(
      list(
        i = unname(at[, 1]), j = unname(at[, 2]), v = x[at], nrow = nrow(x), ncol = ncol(x),
        dimnames = dimnames(x)
      ),
      class = c(class, "simple_triplet_matrix")
    )
  }
  expect_identical(as_counts(triplets(dense, NULL)), sparse)
  names(dimnames(dense)) <- c("Docs", "Terms")
  expect_identical(as_counts(triplets(dense, "DocumentTermMatrix")), sparse)
  expect_identical(as_counts(triplets(t(dense), "TermDocumentMatrix")), sparse)
})

test_that("missing names are made, repeated ones are refused", {
  plain <- unname(dense)
  expect_identical(
    dimnames(as_counts(plain)), list(c("text1", "text2"), c("term1", "term2", "term3"))
  )
  twice <- dense
  colnames(twice)[3] <- "x"
  expect_error(as_counts(twice), "\"x\" occurs more than once", class = "tritone_error_input")
  rownames(twice) <- c("a", "a")
  colnames(twice) <- colnames(dense)
  expect_message(ids <- rownames(as_counts(twice)), "made unique")
  expect_identical(ids, c("a", "a.1"))
})

test_that("anything but a matrix of counts is refused, wrong cells are named", {
  for (x in list("text", 1:3, NULL, list(1), data.frame(a = 1), matrix("a"))) {
    expect_error(as_counts(x), "matrix of counts", class = "tritone_error_input")
  }
  for (wrong in c(-1, NA, NaN, Inf)) {
    x <- dense
    x["b", "y"] <- wrong
    expect_error(as_counts(x), "\"y\" in \"b\" is", class = "tritone_error_input")
    x <- dense
    x["a", "z"] <- wrong
    expect_error(as_counts(x), "\"z\" in \"a\" is", class = "tritone_error_input")
  }
})

test_that("empty matrices pass", {
  expect_identical(dim(as_counts(dense[0, ])), c(0L, 3L))
  expect_identical(dim(as_counts(dense[, 0])), c(2L, 0L))
})

# To the packages that users go on with, and back.
news_terms <- function() term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 3)

test_that("quanteda takes our counts unchanged and gives them back", {
  skip_if_not_installed("quanteda")
  counts <- news_terms()
  theirs <- quanteda::as.dfm(counts)
  expect_s4_class(theirs, "dfm")
  expect_identical(as_counts(theirs), counts)
  expect_identical(unname(quanteda::ntoken(theirs)), as.integer(unname(Matrix::rowSums(counts))))
  expect_s4_class(quanteda::as.dfm(term_weight(counts)), "dfm")
})

test_that("slam and tm take our counts and give them back", {
  skip_if_not_installed("slam")
  counts <- news_terms()
  triplets <- slam::as.simple_triplet_matrix(counts)
  expect_identical(as_counts(triplets), counts)
  skip_if_not_installed("tm")
  theirs <- tm::as.DocumentTermMatrix(triplets, weighting = tm::weightTf)
  expect_identical(as_counts(theirs), counts)
  expect_identical(as_counts(t(theirs)), counts)
})

test_that("tidytext's rows are our stored cells", {
  skip_if_not_installed("tidytext")
  skip_if_not_installed("slam")
  counts <- news_terms()
  rows <- tidytext::tidy(slam::as.simple_triplet_matrix(counts))
  expect_identical(nrow(rows), length(counts@x))
  back <- tidytext::cast_sparse(rows, "row", "column", "value")
  expect_identical(as_counts(back)[rownames(counts), colnames(counts)], counts)
})

test_that("topicmodels fits our counts through slam", {
  skip_if_not_installed("topicmodels")
  skip_if_not_installed("slam")
  counts <- news_terms()
  fit <- topicmodels::LDA(
    slam::as.simple_triplet_matrix(counts), 2, method = "Gibbs", control = list(iter = 5, seed = 1)
  )
  expect_identical(fit@terms, colnames(counts))
})

test_that("a list of documents and vocab is taken, as stm and quanteda make it", {
  x <- list(
    documents = list(a = rbind(c(1, 3), c(2, 1)), b = matrix(0, 2, 0), c = NULL, d = rbind(3L, 4L)),
    vocab = c("rain", "wind", "hail")
  )
  out <- as_counts(x)
  expect_identical(dim(out), c(4L, 3L))
  expect_identical(
    unname(as.matrix(out)), rbind(c(2, 0, 1), c(0, 0, 0), c(0, 0, 0), c(0, 0, 4))
  )
  expect_identical(dimnames(out), list(c("a", "b", "c", "d"), x$vocab))
  names(x$documents) <- NULL
  expect_identical(rownames(as_counts(x)), sprintf("text%d", 1:4))
  expect_null(data_of_counts(x))
  x$meta <- data.frame(day = 1:4)
  expect_identical(data_of_counts(x)$day, 1:4)
  for (bad in c(0, 1.5, 4, NA)) {
    x$documents[[1]][1, 1] <- bad
    expect_error(as_counts(x), "places in `vocab`", class = "tritone_error_input")
  }
  x$documents[[1]] <- rbind(1, -2)
  expect_error(as_counts(x), "not negative", class = "tritone_error_input")
  skip_if_not_installed("quanteda")
  counts <- news_terms()
  converted <- quanteda::convert(quanteda::as.dfm(counts), to = "stm")
  expect_identical(as_counts(converted)[, colnames(counts)], counts)
})

test_that("sums over articles have the same bits in every order, and leave NA out", {
  x <- withr::with_seed(1, c(stats::rnorm(1000) * 10^stats::runif(1000, -8, 8), 1e12, NA))
  sums <- withr::with_seed(2, replicate(20, order_free_sum(sample(x))))
  expect_identical(unique(sums), sums[[1L]])
  expect_equal(sums[[1L]], sum(x, na.rm = TRUE), tolerance = 1e-14)
  expect_identical(order_free_sum(integer()), 0)
  expect_identical(order_free_sum(1:3), 6)
})
