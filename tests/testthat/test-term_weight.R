# term_weight(): every weight beside its formula.

counts <- rbind(
  a = c(2, 1, 0, 3, 0), b = c(4, 0, 1, 0, 0), c = c(0, 0, 0, 0, 0), d = c(1, 1, 5, 0, 2),
  e = c(3, 0, 0, 0, 0)
)
colnames(counts) <- c("rain", "bank", "goat", "loan", "rate")

news_counts <- function() term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 2)

# What every result promises.
expect_weights <- function(w, counts) {
  expect_s4_class(w, "dgCMatrix")
  expect_identical(dimnames(w), dimnames(counts))
  expect_true(all(is.finite(w@x)) && all(w@x > 0))
  expect_true(methods::validObject(w))
}

test_that("three articles of three terms, the numbers written out", {
  x <- rbind(one = c(1, 2, 0), two = c(0, 4, 3), three = c(0, 1, 1))
  colnames(x) <- c("grain", "price", "storm")
  w <- function(...) unname(as.matrix(term_weight(x, ...)))
  # quanteda::dfm_tfidf(): count times log10(N / df); "price" is in all articles.
  expect_equal(
    w("tfidf", base = 10),
    rbind(c(0.4771213, 0, 0), c(0, 0, 3 * 0.1760913), c(0, 0, 0.1760913)), tolerance = 1e-6
  )
  # quanteda::dfm_weight(scheme = "prop" and "logcount").
  expect_equal(w("share"), rbind(c(1 / 3, 2 / 3, 0), c(0, 4 / 7, 3 / 7), c(0, 0.5, 0.5)))
  expect_equal(
    w("log", base = 10), rbind(c(1, 1.30103, 0), c(0, 1.60206, 1.4771213), c(0, 1, 1)),
    tolerance = 1e-6
  )
  # tm::weightTfIdf(): shares times log2(N / df).
  expect_equal(
    w("tfidf", tf = "share", base = 2),
    rbind(c(1.5849625 / 3, 0, 0), c(0, 0, 0.5849625 * 3 / 7), c(0, 0, 0.5849625 / 2)),
    tolerance = 1e-6
  )
  # tm::weightSMART(spec = "ltc"): (1 + log2 c) log2(N / df), length 1.
  expect_equal(w("tfidf", smart = "ltc", base = 2), rbind(c(1, 0, 0), c(0, 0, 1), c(0, 0, 1)))
  expect_equal(
    w("tfidf", smart = "lnc", base = 2),
    rbind(c(1, 2, 0) / sqrt(5), c(0, 3, 2.5849625) / 3.9600544, c(0, 1, 1) / sqrt(2)),
    tolerance = 1e-6
  )
  # BM25: mean length 4; idf log(1 + (3 - 1 + 0.5) / 1.5), log(1 + 0.5 / 3.5), log(1.6).
  expect_equal(
    w("bm25"),
    rbind(
      c(0.9808293 * 2.2 / 1.975, 0.1335314 * 4.4 / 2.975, 0),
      c(0, 0.1335314 * 8.8 / 5.875, 0.4700036 * 6.6 / 4.875),
      c(0, 0.1335314 * 2.2 / 1.75, 0.4700036 * 2.2 / 1.75)
    ),
    tolerance = 1e-6
  )
})

test_that("all schemes equal those of a plain R twin", {
  for (x in list(counts, as.matrix(news_counts()))) {
    for (scheme in c("count", "share", "boolean", "log", "augmented", "entropy", "ppmi", "bm25")) {
      w <- term_weight(x, scheme)
      idf <- if (scheme == "bm25") "lucene" else "none"
      twin <- twin_weight(x, scheme, idf = idf)
      expect_equal(as.matrix(w), twin + 0, tolerance = 1e-12, info = scheme)
      expect_weights(w, x)
    }
    for (tf in c("count", "share", "log", "augmented", "boolean")) {
      for (idf in c("plain", "smooth", "max", "probabilistic", "none")) {
        for (norm in c("none", "cosine", "pivoted")) {
          w <- term_weight(x, "tfidf", tf = tf, idf = idf, norm = norm, base = 10, slope = 0.3)
          twin <- twin_weight(x, "tfidf", tf, if (idf == "none") "x" else idf, norm, 10, 0.3)
          if (idf == "none") twin <- twin_weight(x, tf, tf, norm = norm, base = 10, slope = 0.3)
          expect_equal(as.matrix(w), twin, tolerance = 1e-12, info = paste(tf, idf, norm))
          expect_weights(w, x)
        }
      }
    }
    # The largest slope divides by each article's own norm; an article without terms stays 0.
    w <- term_weight(x, "tfidf", norm = "pivoted", slope = 1)
    twin <- twin_weight(x, "tfidf", norm = "pivoted", slope = 1)
    twin[is.nan(twin)] <- 0
    expect_equal(as.matrix(w), twin)
    w <- term_weight(x, "bm25", k1 = 2, b = 0.3, delta = 1, idf = "robertson")
    twin <- twin_weight(x, "bm25", idf = "robertson", k1 = 2, b = 0.3, delta = 1)
    expect_equal(as.matrix(w), twin, tolerance = 1e-12)
  }
})

test_that("any kind of matrix gives the same", {
  w <- term_weight(counts, "bm25")
  expect_identical(term_weight(methods::as(counts, "dgCMatrix"), "bm25"), w)
  triplets <- methods::as(methods::as(counts, "dgCMatrix"), "TsparseMatrix")
  expect_identical(term_weight(triplets, "bm25"), w)
  stored <- methods::as(counts, "dgCMatrix")
  stored@x[[1L]] <- 0
  zero <- counts
  zero["a", "rain"] <- 0
  for (scheme in c("tfidf", "bm25", "entropy", "ppmi", "augmented")) {
    expect_identical(term_weight(stored, scheme), term_weight(zero, scheme))
  }
})

test_that("the statistics of the collection go with the result", {
  known <- attr(term_weight(counts, "tfidf", idf = "smooth"), "weights")
  expect_identical(known$scheme, "tfidf")
  expect_identical(known$options$idf, "smooth")
  expect_identical(known$n_docs, 5)
  expect_identical(known$n_tokens, sum(counts))
  expect_identical(known$mean_tokens, sum(counts) / 5)
  expect_identical(known$mean_terms, sum(counts > 0) / 5)
  expect_equal(known$global, 1 + log(6 / (1 + colSums(counts > 0))))
})

test_that("new articles are weighed as the articles of the collection were", {
  all <- news_counts()
  schemes <- eval(formals(term_weight)$scheme)
  for (scheme in schemes) {
    w <- term_weight(all, scheme)
    again <- term_weight(all[c(9, 2), ], like = w)
    expect_identical(again@x, w[c(9, 2), ]@x, info = scheme)
    expect_identical(dimnames(again), list(rownames(all)[c(9, 2)], colnames(all)))
    expect_identical(attr(again, "weights"), attr(w, "weights"))
    # In another order, with terms unknown and terms without a count.
    some <- all[5:7, rev(which(Matrix::colSums(all[5:7, ]) > 0))]
    colnames(some)[2:3] <- c("unheard", "of")
    known <- some[, -(2:3)]
    expect_message(new <- term_weight(some, like = w), "^2 of .* terms .* left out")
    expect_identical(new, term_weight(known, like = w), info = scheme)
    expect_identical(colnames(new), colnames(all))
    expect_weights(new, all[5:7, ])
  }
  none <- term_weight(counts[, 1:2], "tfidf")
  expect_message(empty <- term_weight(counts[, 3:5], like = none), "3 of 3")
  expect_identical(dim(empty), c(5L, 2L))
  expect_length(empty@x, 0L)
})

test_that("weights go to their own terms, whatever the order of columns", {
  w <- term_weight(counts, "tfidf")
  turned <- cbind(zebra = 1, counts[, rev(seq_len(ncol(counts)))])[, -3]
  lost <- setdiff(colnames(counts), colnames(turned))
  expect_message(new <- term_weight(turned, like = w), "^1 of")
  wanted <- as.matrix(w)
  wanted[, lost] <- 0
  expect_identical(as.matrix(new), wanted)
})

test_that("terms that the collection lacks weigh nothing, empty collections work", {
  base <- term_weight(counts[1:2, ], "tfidf", idf = "smooth")
  expect_identical(unname(term_weight(counts, like = base)[, "rate"]), rep(0, 5))
  for (scheme in eval(formals(term_weight)$scheme)) {
    for (rows in list(0L, 3L, 1L, 1:5)) {
      x <- counts[rows, if (length(rows) > 1L) 0L else 1:5, drop = FALSE]
      w <- term_weight(x, scheme)
      expect_weights(w, as_counts(x))
      expect_true(all(is.finite(term_weight(counts[, colnames(x), drop = FALSE], like = w)@x)))
    }
  }
})

test_that("wrong arguments are named", {
  bad <- function(..., named) {
    expect_error(term_weight(...), named, class = "tritone_error_input")
  }
  bad("text", named = "`counts`")
  bad(counts, "idf", named = "`scheme`")
  bad(counts, "tfidf", idff = "max", named = "Did you mean `idf`")
  bad(counts, "tfidf", id = "max", named = "`id`")
  bad(counts, "tfidf", tf = "x", named = "`tf`")
  bad(counts, "tfidf", norm = 1, named = "`norm`")
  bad(counts, "tfidf", smart = "lxc", named = "`smart`")
  bad(counts, "tfidf", smart = "lt", named = "`smart`")
  bad(counts, "tfidf", smart = "ltc", tf = "log", named = "`smart`")
  bad(counts, "tfidf", base = 1, named = "`base`")
  bad(counts, "tfidf", slope = 0, named = "`slope`")
  bad(counts, "count", base = 2, named = "takes no options; given `base`")
  bad(counts, "count", 2, named = "takes no options")
  bad(counts, "bm25", k1 = -1, named = "`k1`")
  bad(counts, "bm25", b = 2, named = "`b`")
  bad(counts, "bm25", delta = Inf, named = "`delta`")
  bad(counts, "bm25", groups = 1:5, named = "There is no argument `groups`")
  bad(counts, like = counts, named = "`like`")
  w <- term_weight(counts, "bm25")
  bad(counts, like = w[1:2, ], named = "`like`")
  bad(counts, "tfidf", like = w, named = "leave `scheme` out")
  bad(counts, like = w, k1 = 2, named = "`like`")
  expect_identical(term_weight(counts, "bm25", like = w), w)
  huge <- (counts > 0) * 1e308
  expect_error(term_weight(huge, "share"), "smaller counts", class = "tritone_error_numeric")
})

test_that("weights go unchanged to those who model them", {
  skip_if_not_installed("glmnet")
  w <- term_weight(news_counts(), "tfidf", smart = "ltc")
  y <- rep(c(0, 1), length.out = nrow(w))
  fit <- glmnet::glmnet(w, y, family = "binomial", nlambda = 5)
  expect_identical(rownames(fit$beta), colnames(w))
})
