# What divides sentences or chooses some of them: `only` and `topics` of tone_score(). Both count
# the words of sentences as term_matrix(by = "sentence") does.

# `only` as a dictionary, or NULL, and the model or shares of topics.
check_sentences <- function(only, topics, by) {
  if (is.null(topics) && "topic" %in% by$kind) {
    abort_input("`topics` must be given where `by` has \"topic\": a fit of topic_lda() or another.")
  }
  if (!is.null(topics) && !"topic" %in% by$kind) {
    abort_input("`topics` needs \"topic\" among `by`.")
  }
  themes <- is.list(only)
  if (!is.null(only)) {
    only <- if (themes) only else list(only = check_strings(only, "only"))
    only <- check_dictionary(only, NULL, "only")
    if (!length(only$entry)) abort_input("`only` must hold at least one term.")
  }
  if (themes && "theme" %in% by$name) {
    abort_input("`by` must not have \"theme\", which is the group that the names of `only` make.")
  }
  if (!is.null(topics) && !inherits(topics, "tritone_topics")) topics <- check_shares(topics)
  list(only = only, themes = themes, topics = topics)
}

check_shares <- function(topics) {
  ok <- is.matrix(topics) && is.numeric(topics) && !is.null(rownames(topics)) && ncol(topics) > 0 &&
    !anyNA(topics) && all(topics >= 0)
  if (!ok) {
    abort_argument(
      "topics", paste(
        "a fit of topic_lda() or another model, or a matrix of shares whose rows are named by",
        "articles or sentences"
      ), topics
    )
  }
  if (is.null(colnames(topics))) colnames(topics) <- seq_len(ncol(topics))
  topics
}

# list(keep, groups): which pieces are read, and the groups that divide them by shares.
sentence_shares <- function(asked, pieces, articles, threads, progress) {
  keep <- rep(TRUE, length(pieces$article))
  groups <- list()
  if (is.null(asked$only) && is.null(asked$topics)) return(list(keep = keep, groups = groups))
  options <- token_options()
  tokens <- make_tokens(articles, options, threads, progress, places = FALSE)
  tokens <- sentence_articles(tokens)
  # A sentence without words has none of the terms and no topic.
  place <- match(sentence_names(articles$doc_id, pieces), tokens$doc_id, length(tokens) + 1L)
  of_pieces <- function(shares) rbind(shares, 0)[place, , drop = FALSE]
  if (!is.null(asked$only)) {
    fits <- of_pieces(sentence_themes(tokens, asked$only, options, threads, progress))
    if (asked$themes) {
      groups$theme <- list(name = "theme", values = colnames(fits), weight = fits)
    }
    keep <- Matrix::rowSums(fits) > 0
  }
  if (!is.null(asked$topics)) {
    shares <- if (inherits(asked$topics, "tritone_topics")) {
      of_pieces(topic_shares(asked$topics, tokens, options, threads, progress))
    } else {
      shares_by_name(asked$topics, articles, pieces)
    }
    topic <- factor(colnames(shares), colnames(shares))
    groups$topic <- list(name = "topic", values = topic, weight = shares)
  }
  list(keep = keep, groups = groups)
}

sentence_names <- function(doc_id, pieces) {
  paste0(doc_id[pieces$article], ".", pieces$sentence, recycle0 = TRUE)
}

# Which sentences hold a term of which theme: 1 or 0.
sentence_themes <- function(tokens, only, options, threads, progress) {
  dictionary <- dictionary_words(only, options, "only")
  settings <- sentence_settings(options, 1)
  counts <- count_dictionary(tokens, dictionary, settings, FALSE, threads, progress)
  counts@x[] <- 1
  counts
}

sentence_settings <- function(options, ngrams) {
  settings <- check_counting(
    ngrams, 0, FALSE, "_", NULL, FALSE, NULL, check_limits(1L, Inf, Inf), NULL, FALSE
  )
  cut_entries(settings, options)
}

# The shares of topics of sentences. Where terms of the fit are n-grams, these are counted too.
topic_shares <- function(fit, tokens, options, threads, progress) {
  check_fit(fit, "topics")
  size <- max(1L, lengths(strsplit(colnames(fit$phi), "_", fixed = TRUE)))
  settings <- sentence_settings(options, seq_len(min(size, 5L)))
  counts <- count_tokens(tokens, settings, threads, progress)$counts
  # Sentences without a word have no topic.
  if (!length(counts@x)) {
    return(matrix(0, nrow(counts), nrow(fit$phi), dimnames = list(NULL, rownames(fit$phi))))
  }
  # What is said about unknown terms and empty articles is for articles, not for sentences.
  suppressMessages(stats::predict(fit, counts, threads = threads, progress = progress))
}

# Of a matrix whose rows are sentences or articles; those that have no row have no topic.
shares_by_name <- function(topics, articles, pieces) {
  place <- match(sentence_names(articles$doc_id, pieces), rownames(topics))
  if (all(is.na(place))) place <- match(articles$doc_id[pieces$article], rownames(topics))
  if (all(is.na(place)) && length(place)) {
    abort_input(
      "The rows of `topics` must be named by `doc_id` of articles or by sentences, as \"",
      articles$doc_id[[1L]], "\" or \"", articles$doc_id[[1L]], ".1\"."
    )
  }
  place[is.na(place)] <- nrow(topics) + 1L
  rbind(topics, 0)[place, , drop = FALSE]
}
