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
# Statistics on counts; terms of the first group compared with those of the second.
sides <- rep(c("x", "y"), length.out = nrow(counts))
key <- term_keyness(counts, sides)
key <- key[key$group == "x", ]
if (skip_without("quanteda.textstats")) {
  peer <- quanteda::dfm(quanteda::tokens(quanteda::corpus(plain)))
  keyness <- function(measure) {
    found <- quanteda.textstats::textstat_keyness(
      peer, sides == "x", measure = measure, correction = "none"
    )
    found[[2L]][match(key$term, found$feature)]
  }
  # It adds 1e-9 to counts before it takes logarithms.
  compare("term_keyness: textstat_keyness' G2", max(abs(keyness("lr") - key$g2)) < 1e-3)
  compare("term_keyness: textstat_keyness' chi2", max(abs(keyness("chi2") - key$chi2)) < 1e-8)
  frequency <- quanteda.textstats::textstat_frequency(peer)
  own <- term_frequency(counts)
  at <- match(own$term, frequency$feature)
  compare(
    "term_frequency: textstat_frequency's counts and articles",
    all(frequency$frequency[at] == own$count & frequency$docfreq[at] == own$docs)
  )
  peer <- quanteda.textstats::textstat_collocations(
    quanteda::tokens(plain), size = 2, min_count = 2
  )
  own <- term_collocations(plain)
  at <- match(paste(own$term_1, own$term_2), peer$collocation)
  compare("term_collocations: the pairs of textstat_collocations", nrow(peer) == nrow(own))
  compare(
    "term_collocations: its counts, lambda and z",
    max(abs(peer$count[at] - own$count), abs(peer$lambda[at] - own$lambda),
      abs(peer$z[at] - own$z)) < 1e-10
  )
}
# Its intervals and p take tokens as independent; ours take articles, so only effects are compared.
# bursts::kleinberg() is the model of gaps between single events, not of shares of the articles of a
# day (Kleinberg 2003, section 2 beside section 3), so its states are others.
if (skip_without("corpora")) {
  sizes <- tapply(Matrix::rowSums(counts), sides, sum)
  keyness <- function(measure) {
    corpora::keyness(key$count, sizes[["x"]], key$count_others, sizes[["y"]], measure = measure)
  }
  compare("term_keyness: corpora's G2", max(abs(keyness("G2") - key$g2)) < 1e-8)
  compare("term_keyness: corpora's log ratio", max(abs(keyness("LogRatio") - key$log_ratio)) < 1e-8)
}
if (skip_without("quanteda")) {
  theirs <- quanteda::tokens(plain)
  pointer <- quanteda::as.tokens_xptr(theirs)
  compare(
    "term_matrix: tokens of quanteda, also as pointers, are taken",
    identical(term_matrix(pointer)[, colnames(counts)], counts) &&
      identical(term_matrix(theirs)[, colnames(counts)], counts)
  )
  themes <- quanteda::dictionary(list(
    economy = list(money = c("interest rate*", "rate*"), firm = "bank*"), land = "harvest"
  ))
  peer <- as.matrix(quanteda::dfm(quanteda::tokens_lookup(theirs, themes)))
  own <- term_matrix(plain, dictionary = themes)
  compare("term_matrix: the counts of tokens_lookup", all(peer == as.matrix(own)))
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
# The structural topic model, from the same start by the same steps.
if (skip_without("stm")) {
  known <- article_example()
  meta <- data.frame(source = known$source, day = as.numeric(known$date))
  terms <- term_matrix(known, remove = term_stopwords(), min_docs = 4)
  documents <- lapply(seq_len(nrow(terms)), function(i) {
    at <- which(terms[i, ] > 0)
    rbind(at, terms[i, at])
  })
  near <- function(a, b, tolerance) max(abs(a - b)) < tolerance
  suppressMessages(library(stm)) # for s() in its formulas
  their_stm <- function(...) {
    stm::stm(documents, colnames(terms), 5, ..., data = meta, verbose = FALSE, max.em.its = 12)
  }
  our_stm <- function(...) {
    suppressMessages(topic_stm(terms, 5, ..., data = meta, max_iterations = 12, progress = FALSE))
  }
  theirs <- their_stm(~ source + s(day))
  ours <- our_stm(~ source + s(day))
  bounds <- c(utils::tail(theirs$convergence$bound, 1), utils::tail(ours$trace$bound, 1))
  cat(sprintf("bound after 12 iterations: stm %.3f, tritone %.3f\n", bounds[[1]], bounds[[2]]))
  compare(
    "topic_stm: stm's bounds", near(theirs$convergence$bound / ours$trace$bound, 1, 1e-8)
  )
  compare("topic_stm: stm's topics", near(exp(theirs$beta$logbeta[[1]]), ours$phi, 1e-6))
  new <- stm::fitNewDocuments(
    theirs, documents[1:20], newData = meta[1:20, ], origData = meta,
    prevalence = ~ source + s(day), prevalencePrior = "Covariate", verbose = FALSE
  )
  compare(
    "predict: stm's shares of new documents",
    near(new$theta, suppressMessages(predict(ours, terms[1:20, ], meta[1:20, ])), 1e-5)
  )
  words <- stm::stm(
    documents, colnames(terms), 5, content = ~ source, data = meta, verbose = FALSE, max.em.its = 4
  )
  own <- suppressMessages(topic_stm(
    terms, 5, content = ~ source, data = meta, max_iterations = 4, progress = FALSE
  ))
  compare("topic_stm: content's bounds near stm's", near(
    words$convergence$bound / own$trace$bound, 1, 1e-3
  ))

  # Their functions on our fit.
  out <- topic_export(ours, terms, to = "stm")
  grDevices::pdf(NULL)
  plot(out)
  plot(out, type = "labels")
  plot(out, type = "perspectives", topics = 1:2)
  plot(out, type = "hist")
  labels <- stm::labelTopics(out, n = 3)$prob
  compare(
    "topic_export: stm::labelTopics",
    identical(as.vector(t(labels)), topic_terms(ours, 3, rank_by = "probability")$term)
  )
  found <- stm::findThoughts(out, known$text, n = 2)$index
  compare(
    "topic_export: stm::findThoughts",
    identical(known$doc_id[unlist(found)], topic_articles(ours, 2)$doc_id)
  )
  together <- stm::topicCorr(out)$cor[1, 2]
  compare("topic_export: stm::topicCorr", near(together, stats::cor(ours$theta)[1, 2], 1e-12))
  coherence <- stm::semanticCoherence(out, documents)
  compare("topic_export: stm::semanticCoherence", all(is.finite(coherence)))
  compare("topic_export: stm::exclusivity", all(is.finite(stm::exclusivity(out))))
  residuals <- stm::checkResiduals(out, documents)
  compare("topic_export: stm::checkResiduals", is.finite(residuals$dispersion))
  compare("topic_export: stm::findTopic", length(stm::findTopic(out, "bank", verbose = FALSE)) > 0)
  compare("topic_export: summary", length(utils::capture.output(summary(out))) > 5)
  groups <- topic_export(own, terms, to = "stm")
  compare(
    "topic_export: stm::sageLabels and perspectives of groups", {
      plot(groups, type = "perspectives", topics = 1)
      length(stm::sageLabels(groups)$covnames) == 3L
    }
  )
  compare(
    "topic_export: stm::labelTopics of groups", nrow(stm::labelTopics(groups)$interaction) == 15L
  )
  if (skip_without("LDAvis")) {
    grDevices::pdf(NULL)
    folder <- tempfile()
    stm::toLDAvis(out, documents, out.dir = folder, open.browser = FALSE)
    compare("topic_export: stm::toLDAvis", file.exists(file.path(folder, "lda.json")))
  }
  if (skip_without("tidytext")) {
    rows <- tidytext::tidy(out)
    compare(
      "topic_export: tidytext takes it", near(rows$beta[rows$topic == 2], ours$phi[2, ], 1e-12)
    )
  }
  if (skip_without("oolong")) {
    test <- oolong::wi(out)
    compare("topic_export: oolong takes it", inherits(test, "oolong_test"))
  }
  if (skip_without("stminsights")) {
    effects <- stm::estimateEffect(1:5 ~ source, out, meta)
    rows <- stminsights::get_effects(effects, "source", "pointestimate")
    compare("topic_export: stminsights takes it", nrow(rows) > 0)
  }

  # Effects: the same regressions; draws differ, so these are compared within their error.
  peer <- stm::estimateEffect(1:5 ~ source + s(day), out, meta, uncertainty = "None")
  mine <- suppressMessages(
    topic_effects(ours, ~ source + s(day), meta, uncertainty = "none")
  )
  estimate <- unlist(lapply(peer$parameters, function(x) x[[1]]$est))
  error <- unlist(lapply(peer$parameters, function(x) sqrt(diag(x[[1]]$vcov))))
  compare("topic_effects: stm's regressions", near(estimate, mine$estimate, 1e-10))
  compare("topic_effects: stm's standard errors", near(error, mine$std_error, 1e-10))
  set.seed(1)
  for (how in c("Global", "Local")) {
    peer <- summary(stm::estimateEffect(
      1:5 ~ source, out, meta, uncertainty = how, documents = documents, nsims = 100
    ))
    peer <- do.call(rbind, peer$tables)
    mine <- suppressMessages(topic_effects(
      ours, ~ source, meta, uncertainty = tolower(how), counts = terms, draws = 100, seed = 1
    ))
    compare(
      paste("topic_effects: stm's estimates,", how),
      near(peer[, 1] / mine$std_error, mine$estimate / mine$std_error, 0.2)
    )
    compare(
      paste("topic_effects: stm's uncertainty,", how), near(peer[, 2] / mine$std_error, 1, 0.1)
    )
  }

  # The same on a collection of 5,000 articles and 20 topics.
  blogs <- function(name) file.path(Sys.getenv("TRITONE_DATA"), "poliblog5k", name)
  if (file.exists(blogs("triplets.csv.gz"))) {
    triplets <- utils::read.csv(blogs("triplets.csv.gz"))
    about <- utils::read.csv(blogs("meta.csv.gz"))
    posts <- Matrix::sparseMatrix(
      triplets[[1L]], triplets[[2L]], x = as.double(triplets[[3L]]),
      dimnames = list(NULL, readLines(blogs("vocab.txt.gz")))
    )
    large <- suppressMessages(topic_stm(
      posts, 20, ~ rating + s(day), data = about, max_iterations = 4, progress = FALSE
    ))
    set.seed(1)
    peer <- summary(stm::estimateEffect(
      1:20 ~ rating + s(day), topic_export(large, posts, to = "stm"), about, nsims = 100
    ))
    peer <- do.call(rbind, peer$tables)
    mine <- suppressMessages(topic_effects(large, ~ rating + s(day), about, draws = 100, seed = 1))
    compare(
      "topic_effects: stm's estimates on poliblog5k within the error of draws",
      near(peer[, 1] / mine$std_error, mine$estimate / mine$std_error, 0.5)
    )
    compare(
      "topic_effects: stm's standard errors on poliblog5k",
      near(peer[, 2] / mine$std_error, 1, 0.15)
    )
  }

  # A fit that stm ships.
  taken <- topic_import(stm::gadarianFit)
  compare("topic_import: stm's fit", near(taken$theta, stm::gadarianFit$theta, 1e-12))
  set.seed(1)
  peer <- summary(stm::estimateEffect(1:3 ~ treatment, stm::gadarianFit, stm::gadarian))
  peer <- do.call(rbind, peer$tables)
  mine <- suppressMessages(topic_effects(taken, ~ treatment, stm::gadarian, seed = 1))
  compare(
    "topic_import: stm's effects of its fit",
    near(peer[, 1] / mine$std_error, mine$estimate / mine$std_error, 0.3)
  )
  # One E-step on its articles. Their words are found anew as they were when the fit was made: stop
  # words go before punctuation and no dash stays, which no setting of textProcessor() does.
  if (skip_without("tm")) {
    given <- stm::gadarianFit
    text <- tm::removeWords(tolower(stm::gadarian$open.ended.response), tm::stopwords("en"))
    text <- tm::stemDocument(tm::removeNumbers(tm::removePunctuation(text)))
    read <- as.matrix(tm::DocumentTermMatrix(
      tm::VCorpus(tm::VectorSource(text)), control = list(tolower = FALSE)
    ))
    read <- read[, colSums(read > 0) > 3]
    same <- setequal(colnames(read), given$vocab) &&
      all(colSums(read)[given$vocab] == given$settings$dim$wcounts$x)
    compare("topic_import: the articles of stm's fit, by its counts of words", same)
    if (same) {
      read <- read[, given$vocab]
      step <- tritone:::topic_stm_posterior_core(
        methods::as(read * 1, "CsparseMatrix"), tritone:::stm_parameters(taken),
        tritone:::own_covariates(taken)$prevalence, NULL, TRUE, 0, 0, 0, 1L, NULL
      )
      theta <- cbind(exp(step$eta), 1)
      theta <- theta / rowSums(theta)
      bound <- utils::tail(given$convergence$bound, 1)
      cat(sprintf("bound of stm's fit %.4f, one E-step on %.4f\n", bound, sum(step$bound)))
      # The fit stopped when its bound moved by less than 1e-5, and the M-step after its last
      # E-step moved shares a little more.
      compare("topic_import: an E-step stays at the bound of stm's fit", near(
        sum(step$bound) / bound, 1, 1e-5
      ))
      compare("topic_import: an E-step stays at stm's shares", near(theta, given$theta, 0.03) &&
        mean(abs(theta - given$theta)) < 0.002)
      # Their own step from the same parameters, to its end.
      peer <- lapply(seq_len(nrow(read)), function(i) {
        at <- which(read[i, ] > 0)
        stm::optimizeDocument(
          rbind(at, read[i, at]), given$eta[i, ], given$mu$mu[, i],
          exp(given$beta$logbeta[[1]]), given$sigma, control = list(maxit = 500, reltol = 1e-14)
        )
      })
      of_peer <- function(what) simplify2array(lapply(peer, `[[`, what))
      compare("topic_stm: the bound of stm's E-step", near(
        sum(of_peer("bound")) / sum(step$bound), 1, 1e-6
      ))
      compare("topic_stm: each article's bound", near(of_peer("bound"), step$bound, 0.005))
      modes <- matrix(unlist(of_peer("lambda")), ncol = 2, byrow = TRUE)
      compare("topic_stm: the modes of stm's E-step", near(modes, step$eta, 0.005))
      compare("topic_stm: the covariances of stm's E-step", near(
        of_peer("nu"), step$covariance, 0.005
      ))
    }
  }

  # The held-out value of a fit of three iterations on half the words of 500 articles. stm's shares
  # are those before its last M-step, so ours are taken from a fit of one iteration less; those
  # after it must be no worse.
  halves <- stm::make.heldout(stm::poliblog5k.docs, stm::poliblog5k.voc, seed = 2138)
  seen <- halves[c("documents", "vocab")]
  held_out <- function(shares, topics) {
    out <- topic_export(topics, seen, to = "stm")
    out$theta <- unname(shares$theta)
    stm::eval.heldout(out, halves$missing)$expected.heldout
  }
  fits <- lapply(2:3, function(n) {
    suppressMessages(topic_stm(seen, 20, max_iterations = n, progress = FALSE))
  })
  value <- -6.92206722053
  cat(sprintf(
    "held-out value: stm %.6f, tritone %.6f, and %.6f after the last M-step\n", value,
    held_out(fits[[1]], fits[[2]]), held_out(fits[[2]], fits[[2]])
  ))
  compare("topic_stm: stm's held-out value", near(held_out(fits[[1]], fits[[2]]) / value, 1, 1e-4))
  compare("topic_stm: a held-out value no worse after the last M-step", {
    gain <- held_out(fits[[2]], fits[[2]]) - value
    gain > 0 && gain < 0.01
  })
}
cat(failed, "comparisons failed\n")
if (failed) quit(status = 1)
