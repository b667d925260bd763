# Compares results with the packages users come from; fails where they differ. The
# peers are installed by `make test-peers`.
library(tritone)
failed <- 0L
compare <- function(what, ok) {
  cat(if (isTRUE(ok)) "passed: " else "failed: ", what, "\n", sep = "")
  if (!isTRUE(ok)) failed <<- failed + 1L
}
skip_without <- function(package) {
  there <- requireNamespace(package, quietly = TRUE)
  if (!there) cat("skipped: no package ", package, "\n", sep = "")
  there
}

folder <- system.file("extdata", "articles", package = "tritone")
news <- article_read(folder)
# Texts on which the rules of all tokenisers agree: lower-case words and blanks.
plain <- stats::setNames(gsub("[^a-z ]+", " ", tolower(news$text)), news$doc_id)
counts <- term_matrix(plain)

if (skip_without("quanteda")) {
  peer <- quanteda::dfm(quanteda::tokens(quanteda::corpus(plain)))
  compare("term_matrix: same terms as quanteda", setequal(colnames(peer), colnames(counts)))
  peer <- as.matrix(peer)[, colnames(counts)]
  compare("term_matrix: same counts as quanteda", all(peer == as.matrix(counts)))

  # The articles as they are, but for what the vignette "What counts as a word" names:
  # quotes are made straight, dashes blanks, and terms lose a last full stop.
  as_read <- chartr("\u2018\u2019\u201c\u201d\u2013\u2014", "''\"\"  ", news$text)
  names(as_read) <- news$doc_id
  peer <- quanteda::tokens(
    quanteda::corpus(as_read), remove_punct = TRUE, remove_symbols = TRUE
  )
  peer <- as.matrix(quanteda::dfm(peer))
  ours <- as.matrix(term_matrix(as_read, numbers = TRUE))
  by_name <- function(x) {
    x <- t(rowsum(t(x), sub("[.]$", "", colnames(x))))
    unname(x[, order(colnames(x), method = "radix")])
  }
  compare(
    "term_matrix: same counts as quanteda on whole articles", all(by_name(peer) == by_name(ours))
  )
}
if (skip_without("text2vec")) {
  tokens <- strsplit(trimws(plain), " +")
  it <- text2vec::itoken(tokens, progressbar = FALSE)
  vocabulary <- text2vec::create_vocabulary(it)
  peer <- as.matrix(text2vec::create_dtm(it, text2vec::vocab_vectorizer(vocabulary)))
  compare(
    "term_matrix: same counts as text2vec", all(peer[, colnames(counts)] == as.matrix(counts))
  )
}
# Packages that take a sparse matrix accept ours unchanged.
if (skip_without("quanteda")) {
  frequent <- quanteda::dfm_trim(quanteda::as.dfm(counts), min_docfreq = 5)
  compare(
    "term_matrix: quanteda takes it and trims it as term_trim() does",
    setequal(colnames(frequent), colnames(term_trim(counts, min_docs = 5)))
  )
}
if (skip_without("tidytext")) {
  rows <- suppressWarnings(tidytext::tidy(quanteda::as.dfm(counts)))
  compare("term_matrix: tidytext has a row for each cell", nrow(rows) == length(counts@x))
}
if (skip_without("glmnet")) {
  group <- seq_len(nrow(counts)) %% 2
  fit <- glmnet::glmnet(counts, group, family = "binomial", nlambda = 5)
  compare("term_matrix: glmnet takes it", identical(rownames(fit$beta), colnames(counts)))
}
if (skip_without("topicmodels") && skip_without("slam")) {
  terms <- term_matrix(news, remove = term_stopwords(), min_docs = 3)
  k <- 6
  ours <- topic_lda(terms, k, seed = 1, progress = FALSE)
  theirs <- topicmodels::LDA(
    slam::as.simple_triplet_matrix(as.matrix(terms)), k, method = "Gibbs",
    control = list(seed = 1, alpha = 0.1, delta = 0.01, iter = 500)
  )
  per_word <- function(phi, theta) {
    exp(-sum(as.matrix(terms) * log(theta %*% phi)) / sum(terms))
  }
  a <- per_word(ours$phi, ours$theta)
  b <- per_word(exp(theirs@beta), theirs@gamma)
  cat(sprintf("perplexity on the articles of the fit: tritone %.1f, topicmodels %.1f\n", a, b))
  compare("topic_lda: fits about as well as topicmodels' Gibbs sampler", a < 1.1 * b)
  names <- dimnames(terms)
  slammed <- slam::as.simple_triplet_matrix(as.matrix(terms))
  slammed$dimnames <- names
  compare(
    "topic_lda: takes a DocumentTermMatrix",
    identical(topic_lda(slammed, k, seed = 1, progress = FALSE)$theta, ours$theta)
  )
}
if (skip_without("tidytext")) {
  frame <- data.frame(doc_id = names(plain), text = unname(plain))
  peer <- tidytext::unnest_tokens(frame, "word", "text")
  compare("term_matrix: as many tokens as tidytext", nrow(peer) == sum(counts))
}
# The methods of other packages on a lexicon of ours, with their known errors.
toy <- tone_lexicon(
  c(good = 1, strong = 1.5, bad = -1.5, weak = -1, storm = -2),
  shifters = data.frame(
    entry = c("not", "never", "very", "barely", "but"),
    type = c("negator", "negator", "amplifier", "downtoner", "adversative")
  )
)
words <- c(toy$entries$entry, toy$shifters$entry, "harbour", "road", "of", "a", "water")
set.seed(1)
sentences <- replicate(500, {
  one <- sample(words, sample(3:15, 1), TRUE)
  comma <- sample(length(one), 1)
  if (stats::runif(1) < 0.5) one[comma] <- paste0(one[comma], ",")
  paste0(paste(one, collapse = " "), ".")
})
ours <- function(...) {
  tone <- tone_score(sentences, toy, method = tone_method(..., bugs = TRUE))$tone
  ifelse(is.na(tone), 0, tone)
}
same <- function(a, b) isTRUE(all.equal(a, b, tolerance = 1e-10))
if (skip_without("sentimentr")) {
  key <- sentimentr::as_key(data.frame(x = toy$entries$entry, y = toy$entries$valence))
  shifters <- data.table::data.table(x = toy$shifters$entry, y = c(1, 1, 2, 3, 4))
  data.table::setkey(shifters, "x")
  peer <- sentimentr::sentiment(
    sentimentr::get_sentences(sentences), polarity_dt = key, valence_shifters_dt = shifters
  )
  compare("tone_method: sentimentr's scores", same(ours("sentimentr"), peer$sentiment))
}
if (skip_without("sentometrics")) {
  entries <- list(toy = data.frame(x = toy$entries$entry, y = toy$entries$valence))
  own <- toy$shifters[toy$shifters$type != "adversative", ]
  forms <- list(
    unigrams = NULL,
    bigrams = data.frame(x = own$entry, y = c(-1, -1, 1.8, 0.2)),
    clusters = data.table::data.table(x = own$entry, t = c(1, 1, 2, 3))
  )
  for (approach in names(forms)) {
    lists <- sentometrics::sento_lexicons(entries, forms[[approach]])
    for (how in setdiff(sentometrics::get_hows()$words, "TFIDF")) {
      peer <- as.data.frame(sentometrics::compute_sentiment(sentences, lists, how = how))$toy
      # A text without a hit is NaN there where weights are divided by those of hits.
      peer[is.nan(peer)] <- 0
      compare(
        paste("tone_method: sentometrics' scores,", approach, how),
        same(ours("sentometrics", shifters = approach, weighting = how), peer)
      )
    }
  }
}
cat(failed, "comparisons failed\n")
if (failed) quit(status = 1)
