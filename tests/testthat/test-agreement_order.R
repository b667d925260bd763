# The order of articles changes no bit of what is said of all of them: each verb is asked with
# the rows of its counts in several orders.

# Counts whose sums are rounded, so that their order could matter.
rounded_counts <- function() {
  counts <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 3)
  counts@x <- counts@x * (1 + seq_along(counts@x) %% 7) / 10
  counts
}

orders <- function(n) list(rev(seq_len(n)), order(sin(seq_len(n))), order(cos(seq_len(n))))

# By name, what each verb says of a collection; `whole` counts and `parts` of counts.
said_of_all <- function(counts, news) {
  group <- news$source
  lda <- topic_lda(counts, 4, iterations = 30, seed = 1)
  whole <- counts
  whole@x <- ceiling(whole@x)
  gibbs <- topic_lda(whole, 3, method = "gibbs", iterations = 30, burn_in = 10, seed = 1)
  online <- topic_lda(counts, 3, method = "online", iterations = 2, seed = 1)
  nmf <- topic_nmf(counts, 3, iterations = 30, seed = 1)
  fits <- list(lda = lda, gibbs = gibbs, online = online, nmf = nmf)
  out <- lapply(fits, function(fit) {
    list(
      phi = fit$phi, prevalence = fit$prevalence, trace = fit$trace,
      lift = topic_terms(fit, 20, rank_by = "lift")
    )
  })
  for (scheme in c("entropy", "tfidf", "bm25", "ppmi")) {
    out[[scheme]] <- attr(term_weight(counts, scheme), "weights")
  }
  out$keyness <- term_keyness(counts, group)
  out$heldout <- attr(topic_heldout(lda, whole, seed = 1), "perplexity")
  imported <- list(
    phi = lda$phi, theta = lda$theta, doc.length = Matrix::rowSums(counts),
    vocab = colnames(counts), term.frequency = Matrix::colSums(counts)
  )
  out$import <- topic_import(imported)$prevalence
  scores <- tone_score(news)
  tone <- group_means(scores$tone, group)
  out$tone <- tone[order(rownames(tone)), ]
  out
}

test_that("the order of articles changes no bit of any result about all of them", {
  counts <- rounded_counts()
  news <- article_example()
  suppressMessages({
    one <- said_of_all(counts, news)
    for (at in orders(nrow(counts))) {
      other <- said_of_all(counts[at, ], news[at, ])
      for (name in names(one)) expect_identical(other[[name]], one[[name]], info = name)
    }
  })
})
