#' What a collection teaches about its articles
#'
#' Gathers, over many articles, what no single one can tell, to be given to other verbs as
#' `evidence` and used again for new articles. So far these are names: words that nearly
#' always have a capital inside sentences, such as "Justice" in a paper that writes of the
#' Department of Justice.
#'
#' Counted are words inside the sentences of texts, not the first one, not directly behind
#' a quotation mark, and not in sentences without small letters. A word is taken for a name
#' if it stands so at least `min_count` times and with a capital in at least `share` of them.
#' @param x The articles, as for [tone_score()].
#' @param min_count A whole number of at least 1, by default 5.
#' @param share A number from 0 to 1, by default 0.8.
#' @inheritParams tone_score
#' @return An object of class `tritone_evidence`, a list of `names`, the words in lower case,
#'   sorted; `words`, a data frame of `word`, `inside` and `capital` (counts) for all words
#'   that stand often enough; and `articles`, the number of articles.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @seealso [tone_score()]
#' @export
#' @examples
#' evidence <- article_evidence(article_sample())
#' evidence
#' tone_score(article_sample(), evidence = evidence)
article_evidence <- function(x, min_count = 5, share = 0.8, parts = NULL,
                             threads = getOption("tritone.threads", 2),
                             progress = interactive(), ...) {
  check_dots(...)
  min_count <- check_count(min_count, "min_count", 1)
  share <- check_number(share, "share", 0, 1)
  articles <- as_articles(x, parts)
  words <- article_evidence_core(
    articles, min_count, check_threads(threads), progress_bar("Reading articles", progress)
  )
  words <- data.frame(words)
  structure(
    list(
      names = words$word[words$capital >= share * words$inside], words = words,
      articles = length(articles$text)
    ),
    class = "tritone_evidence"
  )
}

#' @method print tritone_evidence
#' @export
print.tritone_evidence <- function(x, ...) {
  number <- function(n) format(n, big.mark = ",")
  cat(sprintf(
    "# Evidence of %s articles: %s names among %s words\n", number(x$articles),
    number(length(x$names)), number(nrow(x$words))
  ))
  often <- x$words[x$words$word %in% x$names, ]
  often <- often$word[order(-often$capital, often$word, method = "radix")]
  if (length(often)) cat(show_column(paste(often, collapse = ", "), getOption("width")), "\n")
  invisible(x)
}

# The names that evidence holds, none for NULL.
evidence_names <- function(evidence) {
  if (is.null(evidence)) return(character())
  if (!inherits(evidence, "tritone_evidence")) {
    abort_argument("evidence", "NULL or an object of article_evidence()", evidence)
  }
  evidence$names
}
