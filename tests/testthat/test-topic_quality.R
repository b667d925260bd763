# topic_quality(): scores of topics, against formulas by hand and figures of other packages.

news <- sample_articles()
counts <- term_matrix(news, remove = term_stopwords(), min_docs = 3)
fit <- topic_lda(counts, 5, seed = 1)
scores <- c(
  "npmi", "umass", "exclusivity", "prevalence", "size", "document_entropy", "distance", "junk"
)

# A fit with these topics, whose articles have equal shares.
made_fit <- function(phi, articles) {
  topic_import(list(
    phi = phi, theta = matrix(1 / nrow(phi), articles, nrow(phi)), doc.length = rep(1, articles),
    vocab = colnames(phi), term.frequency = rep(1, ncol(phi))
  ))
}

test_that("all scores are those of the formulas", {
  for (n in c(2, 10, 25)) {
    out <- topic_quality(fit, counts, n = n, smooth = 0.5, weight = 0.4)
    twin <- twin_quality(counts, fit$phi, fit$theta, n, 0.5, 0.4)
    expect_equal(as.data.frame(out)[scores], twin, info = n)
  }
  out <- topic_quality(fit, counts)
  expect_s3_class(out, c("tritone_topic_quality", "tritone_table"), exact = FALSE)
  expect_named(out, c("topic", scores, "terms"))
  expect_equal(out$prevalence, unname(fit$prevalence))
  expect_identical(out$terms, summary(fit)$terms)
  expect_equal(sum(out$size), ncol(counts))
  expect_true(all(out$npmi >= -1 & out$npmi <= 1 & out$junk >= 0 & out$junk <= 1))
})

test_that("NPMI has Palmetto's values", {
  phi <- matrix(c(0.5, 0.3, 0.2), 1, dimnames = list(NULL, c("a", "b", "c")))
  npmi <- function(...) {
    counts <- rbind(...)
    colnames(counts) <- c("a", "b", "c")
    topic_quality(made_fit(phi, nrow(counts)), counts)$npmi
  }
  expect_equal(npmi(c(1, 1, 1), c(2, 1, 1), c(1, 0, 0)), 1 / 3)
  expect_equal(npmi(c(1, 1, 0), c(1, 0, 5), c(0, 1, 1)), log(3 / 4) / -log(1 / 3))
  expect_equal(round(npmi(c(1, 1, 0), c(1, 0, 5), c(0, 1, 1)), 5), -0.26186)
  phi[] <- c(0.2, 0.4, 0.4)
  filler <- c(0, 0, 0, 1)
  quarter <- rbind(c(1, 1, 1, 0), c(0, 1, 0, 1), c(0, 0, 1, 1), filler)
  colnames(quarter) <- c("a", "b", "c", "other")
  four <- made_fit(cbind(phi, other = 1e-9), 4)
  expect_equal(topic_quality(four, quarter, n = 3)$npmi, 1 / 3)
})

test_that("topicdoc's figures of AssociatedPress come out", {
  skip_if_not_installed("topicmodels")
  place <- new.env()
  utils::data("AssociatedPress", package = "topicmodels", envir = place)
  ap <- place$AssociatedPress[1:100, ]
  peer <- topic_import(topicmodels::LDA(ap, k = 4, control = list(seed = 33)))
  out <- topic_quality(peer, ap, weight = 0.5)
  expect_equal(out$size, c(2700.333, 2595.014, 2479.574, 2698.079), tolerance = 1e-5)
  expect_equal(out$distance, c(0.5087536, 0.4959252, 0.5436225, 0.4784405), tolerance = 1e-6)
  # topicdoc sums over all pairs of the second to last with the first to last but one term, also of
  # a term with itself.
  dense <- as.matrix(ap) > 0
  theirs <- vapply(seq_len(4), function(k) {
    both <- crossprod(dense[, order(-peer$phi[k, ])[1:10]])
    sum(log((both[2:10, 1:9] + 1) / rep(diag(both)[1:9], each = 9)))
  }, 0)
  expect_equal(theirs, c(-75.45836, -89.90897, -96.63925, -69.38898), tolerance = 1e-6)
  expect_equal(out$umass, twin_quality(as.matrix(ap), peer$phi, peer$theta)$umass)
  expect_equal(out$exclusivity, c(8.414308, 9.397756, 8.185546, 8.345118), tolerance = 1e-6)
})

test_that("stm's figures of coherence and exclusivity on poliblog5k come out", {
  data <- poliblog()
  blog <- topic_stm(data$counts, 20, max_iterations = 3, tolerance = 0)
  out <- topic_quality(blog, data$counts, smooth = 0.01)
  coherence <- c(
    -57.1545, -46.8281, -31.0159, -84.6083, -45.6161, -59.6778, -74.0696, -98.4007, -73.7286,
    -66.1421, -48.7235, -61.7687, -63.7043, -80.4933, -51.1244, -86.3337, -76.0587, -81.2456,
    -73.7068, -65.6587
  )
  exclusivity <- c(
    9.64792, 9.626573, 8.657406, 9.258346, 8.661582, 8.835379, 9.805374, 9.551796, 9.632589,
    9.563817, 9.779162, 9.566857, 7.88495, 9.755716, 9.010081, 9.400068, 9.514137, 9.349463,
    9.224209, 9.687808
  )
  expect_equal(out$exclusivity, exclusivity, tolerance = 1e-5)
  twin <- twin_stm_coherence(data$counts, blog$phi)
  expect_equal(twin, coherence, tolerance = 1e-5)
  # The first topic's terms are the beginning of stm's list: there both divide by the same terms.
  expect_equal(out$umass[[1]], coherence[[1]], tolerance = 1e-4)
})

test_that("the same bits for every number of threads and every order of articles", {
  one <- topic_quality(fit, counts, threads = 1)
  for (threads in c(2, 7)) expect_identical(topic_quality(fit, counts, threads = threads), one)
  back <- rev(seq_len(nrow(counts)))
  turned <- topic_quality(fit, counts[back, ], shares = fit$theta[back, ])
  expect_identical(turned, one)
})

test_that("an empty article says nothing", {
  more <- rbind(counts, none = 0)
  theta <- rbind(fit$theta, none = fit$theta[1, ])
  expect_message(out <- topic_quality(fit, more, shares = theta), "no term of the fit")
  expect_equal(as.data.frame(out), as.data.frame(topic_quality(fit, counts)))
})

test_that("other articles are judged by their predicted shares, or by those given", {
  part <- counts[1:40, ]
  rownames(part) <- paste0("new", 1:40)
  out <- topic_quality(fit, part)
  given <- topic_quality(fit, part, shares = predict(fit, part))
  expect_identical(out, given)
  expect_equal(as.data.frame(out)[scores], twin_quality(part, fit$phi, predict(fit, part)))
  # Terms that no article has are passed over.
  few <- counts[1:2, ]
  rownames(few) <- c("x", "y")
  out <- topic_quality(fit, few)
  expect_equal(out$npmi, twin_quality(few, fit$phi, predict(fit, few))$npmi)
})

test_that("one topic, one article and one term have right answers", {
  one <- topic_lda(counts, 1, iterations = 2, seed = 1)
  out <- topic_quality(one, counts)
  expect_identical(out$exclusivity, NA_real_)
  expect_equal(c(out$prevalence, out$junk), c(1, 1), tolerance = 1e-3)
  alone <- counts[5, , drop = FALSE]
  out <- topic_quality(fit, alone)
  expect_equal(out$document_entropy, rep(0, 5))
  expect_true(all(is.na(out$npmi) | out$npmi == 0))
  word <- matrix(1:3, 3, dimnames = list(NULL, "rain"))
  out <- topic_quality(topic_lda(word, 2, iterations = 2, seed = 1), word)
  expect_identical(out$npmi, c(NA_real_, NA_real_))
})

test_that("glance() and tidy() sum up", {
  out <- topic_quality(fit, counts)
  all <- glance(out)
  expect_equal(all$npmi, mean(out$npmi))
  expect_equal(all$junk, sum(out$junk * out$prevalence))
  top <- topic_terms(fit, 10, rank_by = "probability")$term
  expect_equal(all$diversity, length(unique(top)) / 50)
  expect_identical(all$articles, nrow(counts))
  long <- tidy(out)
  expect_identical(nrow(long), 40L)
  expect_identical(long$estimate[long$measure == "umass"], out$umass)
})
