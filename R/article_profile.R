#' What a collection teaches about its articles
#'
#' Gathers, over many articles, what no single one can tell, to be given to other verbs as
#' `profile` and used again for new articles:
#'
#'   * *names*: words that nearly always have a capital inside sentences, such as "Justice"
#'     in a paper that writes of the Department of Justice. [tone_score()] takes them for no
#'     hits;
#'   * *lines*: paragraphs and lines with which many articles begin or end, such as contact lines,
#'     notes of an agency, requests to subscribe. Records of [article_read()] are read
#'     without them, and [article_parts()] calls them boilerplate;
#'   * *hyphens*: words that stand with a hyphen and without it. Where a text has a hyphen at
#'     the end of a line, the two halves are read as one word if the profile has that word,
#'     or if it stands elsewhere in the article;
#'   * *acronyms*: short forms with the long forms that articles explain them by, as in
#'     "Halvera Press Agency (HPA)", "\[HPA\]" or "HPA (Halvera Press Agency)".
#'
#' Names: counted are words inside the sentences of texts, not the first one, not directly
#' behind a quotation mark, and not in sentences without small letters. A word is taken for a
#' name if it stands so at least `min_count` times and with a capital in at least `share` of
#' them.
#'
#' Lines: a paragraph among the first two or the last six of a text, or a line among its
#' first two or last six lines, of at most 600 bytes, in at least `min_articles` articles and
#' in `min_share` of all. Case, the kind of quotation marks and apostrophes, white space and
#' figures (a run of digits is read as one 0) make no difference; articles with the same text
#' count once. Rows of tables are no such lines (two numbers or more, and more than one digit
#' to six letters). A line of a paragraph ends where it ends a sentence or is shorter than 50
#' bytes, and the next one does not begin with a small letter. A line is left out of an
#' article only before its story or after it, never inside it; lines that are never left out
#' are not listed.
#'
#' Hyphens: words with one hyphen between letters, of which the form without it stands
#' somewhere too, or which a line end divides.
#'
#' Acronyms: each letter begins a word of the long form or goes on in it (KEPCO, Kessa
#' Electric Power Corporation); small words and one other may be passed over, after Schwartz
#' and Hearst (2003). Of several long forms the one in most articles is the best.
#'
#' `c()` puts profile of several collections together, as if each had been asked for the
#' words and lines that it kept.
#' @param x The articles, as for [tone_score()].
#' @param min_count A whole number of at least 1, by default 5.
#' @param share A number from 0 to 1, by default 0.8.
#' @param min_articles A whole number of at least 2, by default 5.
#' @param min_share A number from 0 to 1, by default 0.005.
#' @inheritParams tone_score
#' @return An object of class `tritone_profile`, a list of
#'   * `names`: the words in lower case, sorted;
#'   * `words`: a data frame of `word`, `inside` and `capital` (counts) for all words that
#'     stand often enough;
#'   * `lines`: a data frame, by falling number of articles, of `line` (in lower case, numbers
#'     as 0), `articles`, and of these `at_start` and `at_end`;
#'   * `acronyms`: a data frame of `acronym`, `long_form`, `articles`, `count` and `best`,
#'     whether it is the long form of most articles; sorted by acronym, the best first;
#'   * `hyphens`: a data frame of `word` and the counts `hyphenated`, `joined` (without the
#'     hyphen) and `broken` (at a line end);
#'   * `articles`: the number of articles; and `share`.
#'
#'   It holds no more than that, so it can be saved, and used with other articles. The same
#'   for any number of threads and any order of the articles.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @references
#' Schwartz AS, Hearst MA (2003). A simple algorithm for identifying abbreviation definitions
#' in biomedical text. *Pacific Symposium on Biocomputing*, 451-462.
#' \doi{10.1142/9789812776303_0042}.
#' @seealso [tone_score()], [term_matrix()], [article_parts()]
#' @export
#' @examples
#' news <- article_example()
#' profile <- article_profile(news)
#' profile
#' head(profile$acronyms)
#' tone_score(news, profile = profile)
#' term_matrix(news, profile = profile)
article_profile <- function(x, min_count = 5, share = 0.8, min_articles = 5, min_share = 0.005,
                             parts = NULL, threads = getOption("tritone.threads", 2),
                             progress = interactive(), ...) {
  check_dots(...)
  share <- check_number(share, "share", 0, 1)
  limits <- c(
    min_count = check_count(min_count, "min_count", 1),
    min_articles = check_count(min_articles, "min_articles", 2),
    min_share = check_number(min_share, "min_share", 0, 1)
  )
  articles <- as_articles(x, parts)
  found <- article_profile_core(
    articles, limits, check_threads(threads), progress_bar("Reading articles", progress)
  )
  make_profile(lapply(found, data.frame), length(articles$text), share)
}

# Profile of the four tables.
make_profile <- function(tables, articles, share) {
  words <- tables$words
  acronyms <- tables$acronyms
  acronyms$best <- !duplicated(acronyms$acronym)
  structure(
    list(
      names = words$word[words$capital >= share * words$inside], words = words,
      lines = tables$lines, acronyms = acronyms, hyphens = tables$hyphens,
      articles = articles, share = share
    ),
    class = "tritone_profile"
  )
}

#' @method print tritone_profile
#' @export
print.tritone_profile <- function(x, ...) {
  number <- function(n) format(n, big.mark = ",")
  cat(sprintf(
    "# Profile of %s articles: %s names among %s words\n", number(x$articles),
    number(length(x$names)), number(nrow(x$words))
  ))
  often <- x$words[x$words$word %in% x$names, ]
  often <- often$word[order(-often$capital, often$word, method = "radix")]
  show <- function(shown) {
    if (length(shown)) {
      cat(show_column(paste(utils::head(shown, 50), collapse = ", "), getOption("width")), "\n")
    }
  }
  show(often)
  best <- x$acronyms[x$acronyms$best, ]
  best <- best[order(-best$articles, best$acronym, method = "radix"), ]
  cat(sprintf("# %s acronyms\n", number(nrow(best))))
  show(sprintf("%s (%s)", best$acronym, best$long_form))
  cat(sprintf("# %s lines that begin or end articles\n", number(nrow(x$lines))))
  for (i in seq_len(min(3L, nrow(x$lines)))) {
    line <- sprintf("%s x  %s", number(x$lines$articles[[i]]), x$lines$line[[i]])
    cat(show_column(line, getOption("width")), "\n")
  }
  cat(sprintf("# %s words with a hyphen or without it\n", number(nrow(x$hyphens))))
  invisible(x)
}

#' @export
c.tritone_profile <- function(...) {
  all <- list(...)
  for (one in all) check_profile(one, "...")
  together <- function(table, keys) {
    rows <- do.call(rbind, lapply(all, `[[`, table))
    rows$best <- NULL
    key <- do.call(paste, c(rows[keys], sep = "\n"))
    first <- !duplicated(key)
    out <- rows[first, , drop = FALSE]
    for (column in setdiff(names(rows), keys)) {
      out[[column]] <- as.vector(rowsum(rows[[column]], key, reorder = FALSE))
    }
    rownames(out) <- NULL
    out
  }
  by <- function(table, ...) {
    table <- table[order(..., method = "radix"), , drop = FALSE]
    rownames(table) <- NULL
    table
  }
  words <- together("words", "word")
  lines <- together("lines", "line")
  acronyms <- together("acronyms", c("acronym", "long_form"))
  hyphens <- together("hyphens", "word")
  make_profile(
    list(
      words = by(words, words$word), lines = by(lines, -lines$articles, lines$line),
      acronyms = by(
        acronyms, acronyms$acronym, -acronyms$articles, -acronyms$count, acronyms$long_form
      ),
      hyphens = by(hyphens, hyphens$word)
    ),
    sum(unlist(lapply(all, `[[`, "articles"))), all[[1L]]$share
  )
}

check_profile <- function(profile, arg = "profile") {
  if (!is.null(profile) && !inherits(profile, "tritone_profile")) {
    abort_argument(arg, "NULL or an object of article_profile()", profile)
  }
  profile
}

# The names that profile holds, none for NULL.
profile_names <- function(profile) {
  names <- check_profile(profile)[["names"]]
  if (is.null(names)) character() else names
}

# What of the profile decides how an article is read: its lines, and the words that
# are written without a hyphen. NULL for NULL.
profile_known <- function(profile) {
  if (is.null(check_profile(profile))) return(NULL)
  hyphens <- profile$hyphens
  plain <- gsub("-", "", hyphens$word, fixed = TRUE)
  with_hyphen <- plain[hyphens$hyphenated > hyphens$joined]
  joined <- c(profile$words$word, plain[hyphens$joined > 0])
  list(lines = profile$lines$line, joined = setdiff(joined, with_hyphen))
}
