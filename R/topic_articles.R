#' The most typical articles of each topic
#'
#' The articles with the largest shares of each topic, and the passages that make them so: what to
#' read when you name a topic.
#'
#' The passage of an article is the sentence of its text that says most for the topic: the one with
#' the largest sum, over its terms, of the logarithm of their probability in the topic divided by
#' that in all topics.
#'
#' @param fit A fit of [topic_lda()], [topic_stm()], [topic_seeded()] or [topic_nmf()].
#' @param n The number of articles for each topic, a whole number of at least 1, by
#'   default 3.
#' @param ... With `articles`: how the terms of the fit were counted, by name, as in
#'   [term_matrix()]: options of the tokens, `ngrams`, `skip`, `across`, `concatenator`, `phrases`,
#'   `stem`, `remove` and `replace`. Else empty.
#' @param articles The articles, as for [term_matrix()], matched by `doc_id`; by default (`NULL`)
#'   none, and no passages.
#' @param shares The shares of topics in other articles, as [predict()][predict.tritone_topics]
#'   gives them; by default (`NULL`) those of the fit.
#' @return A data frame of class `tritone_topic_articles`, by topic and rank: `topic`,
#'   a factor in the order of the fit; `rank`; `doc_id`; and `share`, the topic's share of
#'   the article, from 0 to 1. With `articles` also `title`, the title or where there is none the
#'   first words; `passage`; and `start` and `end`, its place in the text, in characters, 1-based
#'   and inclusive: `NA` for an article of which no sentence has a term of the fit.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described, or a typical article is not among
#' `articles`.
#' @export
#' @examples
#' news <- article_example()
#' terms <- term_matrix(news, remove = term_stopwords(), min_docs = 2)
#' fit <- topic_lda(terms, k = 6, seed = 1)
#' topic_articles(fit, n = 2)
#' topic_articles(fit, n = 1, articles = news)$passage
topic_articles <- function(fit, n = 3, ..., articles = NULL, shares = NULL) {
  check_given()
  fit <- check_terms_fit(fit)
  options <- if (is.null(articles)) check_dots(...) else passage_options(...)
  theta <- fit_shares(fit, shares)
  n <- min(check_count(n, "n", min = 1), nrow(theta))
  topics <- seq_len(ncol(theta))
  place <- unlist(lapply(topics, function(k) top_places(theta[, k], n)))
  at <- cbind(place, rep(topics, each = n))
  columns <- list(
    topic = topic_factor(fit, at[, 2L]), rank = rep(seq_len(n), length(topics)),
    doc_id = rownames(theta)[place], share = theta[at]
  )
  if (!is.null(articles)) {
    columns <- c(
      columns, typical_passages(fit, columns$doc_id, at[, 2L], articles, options, rownames(theta))
    )
  }
  new_table(columns, "topic_articles")
}

# list(tokens, counting): what `...` of topic_articles() says, checked.
passage_options <- function(...) {
  counting <- c(
    "ngrams", "skip", "across", "concatenator", "phrases", "stem", "remove", "replace"
  )
  given <- list(...)
  if (length(given) && is.null(names(given))) names(given) <- rep("", length(given))
  own <- names(given) %in% counting
  more <- c(counting, names(formals(topic_articles)))
  list(
    tokens = do.call(token_options, c(given[!own], list(.more = more)), quote = TRUE),
    counting = given[own]
  )
}

# Which of the articles `all` of a fit each of `doc_id` is, NA for none. Where the fit names none,
# as those of stm do, and there are as many, they are in the same order.
fit_rows <- function(doc_id, all) {
  at <- match(doc_id, all)
  unnamed <- identical(all, make_ids(NULL, length(all)))
  if (!unnamed || length(doc_id) != length(all) || !all(is.na(at))) return(at)
  message("The fit names no articles: those of `articles` are taken in its order.")
  seq_along(doc_id)
}

# Title, passage and its place of the articles `ids`, each for a topic; `all` are those of the fit.
typical_passages <- function(fit, ids, topic, articles, options, all) {
  read <- as_articles(
    articles, options$tokens$parts, options$tokens$profile, "articles", options$tokens$voices
  )
  wanted <- unique(ids)
  at <- match(match(wanted, all), fit_rows(read$doc_id, all))
  if (anyNA(at)) {
    abort_input(
      "`articles` must have the articles of the fit, matched by `doc_id`; ",
      show_count(sum(is.na(at))), " of the ", show_count(length(at)), " most typical ",
      plural(sum(is.na(at)), "is", "are"), " not there: ", quote_list(wanted[is.na(at)], 5L), "."
    )
  }
  for (part in c("doc_id", "title", "text")) {
    if (length(read[[part]])) read[[part]] <- read[[part]][at]
  }
  tokens <- make_tokens(read, options$tokens, 2L, FALSE)
  sentences <- sentence_places(tokens)
  weight <- log(fit$phi) - rep(log(term_share(fit)), each = nrow(fit$phi))
  weight[!is.finite(weight)] <- 0
  # A term that the topic never has counts against a sentence, but no more than the rarest does.
  weight[fit$phi == 0] <- min(weight, 0)
  scores <- sentence_scores(tokens, sentences, weight, options$counting)
  article <- match(ids, wanted)
  best <- vapply(seq_along(ids), function(i) {
    rows <- which(sentences$article == article[[i]] & !sentences$in_title & scores$known)
    if (!length(rows)) return(NA_integer_)
    rows[[which.max(scores$score[rows, topic[[i]]])]]
  }, 1L)
  start <- sentences$start[best]
  end <- with_closing_marks(read$text[article], sentences$end[best])
  list(
    title = article_titles(read)[article],
    passage = substring(read$text[article], start, end), start = start, end = end
  )
}

# Where a sentence ends whose last word ends at `end`: after the marks that follow it.
with_closing_marks <- function(text, end) {
  marks <- regexpr("^[].!?\u2026)\"'\u2019\u201d\u00bb]+", substring(text, end + 1L, end + 6L))
  end + pmax(attr(marks, "match.length"), 0L)
}

# The sentences of tokens: article, in_title, start, and end with the marks that close it.
sentence_places <- function(tokens) {
  x <- unclass(tokens)
  article <- rep(seq_along(x$doc_id), diff(x$doc_ptr))
  n <- length(article)
  new <- c(TRUE, article[-1L] != article[-n] | x$sentence[-1L] != x$sentence[-n])[seq_len(n)]
  first <- which(new)
  last <- c(first[-1L] - 1L, n)[seq_along(first)]
  list(
    article = article[first], in_title = x$in_title[first], start = as.integer(x$start[first]),
    end = as.integer(x$end[last])
  )
}

# Sums of weights of terms by sentence and topic, and whether a sentence has a term of the fit.
sentence_scores <- function(tokens, sentences, weight, counting) {
  rows <- length(sentences$article)
  if (!rows) return(list(score = matrix(0, 0L, nrow(weight)), known = logical()))
  counts <- suppressMessages(
    do.call(
      term_matrix, c(list(tokens, by = "sentence", progress = FALSE), counting), quote = TRUE
    )
  )
  at <- match(colnames(counts), colnames(weight))
  counts <- counts[, !is.na(at), drop = FALSE]
  list(
    score = as.matrix(counts %*% t(weight[, at[!is.na(at)], drop = FALSE])),
    known = Matrix::rowSums(counts) > 0
  )
}

# The title of each article, or the beginning of its text.
article_titles <- function(read, width = 60L) {
  text <- gsub("[[:space:]]+", " ", substr(read$text, 1L, 10L * width))
  opening <- cut_text(text, width)
  if (!length(read$title)) return(opening)
  ifelse(is_filled(read$title), read$title, opening)
}
