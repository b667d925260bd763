#' Learn names, repeated lines, hyphens and acronyms from a collection
#'
#' Gathers from many articles what no single one can show. Pass the result to other verbs as
#' `profile`; it can be used again for new articles. It holds:
#'
#'   * *names*: words that nearly always have a capital inside sentences, such as "Justice"
#'     in a paper that writes about the Department of Justice. [tone_score()] does not count
#'     them as hits;
#'   * *lines*: paragraphs and lines with which many articles begin or end, such as contact lines,
#'     agency notes and requests to subscribe. Articles are read without them, and
#'     [article_parts()] labels them as boilerplate;
#'   * *hyphens*: words that occur with a hyphen and without it. Where a text has a hyphen at
#'     the end of a line, the two halves are read as one word if the profile has that word,
#'     or if it occurs elsewhere in the article;
#'   * *acronyms*: short forms with the long forms by which articles explain them, as in
#'     "Halvera Press Agency (HPA)", "\[HPA\]" or "HPA (Halvera Press Agency)".
#'
#' Names: words inside sentences are counted, except the first word, words directly after a
#' quotation mark, and words in sentences without small letters. A word is a name if it occurs
#' there at least `name_count` times, with a capital in at least `name_share` of them.
#'
#' Lines: a paragraph among the first two or the last six of a text, or a line among its first two
#' or last six lines, of at most 600 bytes, that is in at least `line_articles` articles and in at
#' least `line_share` of all. Case, the kind of quotation marks and apostrophes, white space and
#' figures (a run of digits is read as one 0) make no difference; articles with the same text count
#' once. Rows of tables (two numbers or more, and more than one digit for every six letters) are not
#' counted. A line of a paragraph ends where it ends a sentence or is shorter than 50 bytes, and the
#' next one does not begin with a small letter. A line is left out of an article only before or
#' after its story, never inside it; lines that are never left out are not listed.
#'
#' Hyphens: words with one hyphen between letters, if the form without it occurs somewhere too,
#' or if a line end divides them.
#'
#' Acronyms: each letter begins or continues a word of the long form (KEPCO, Kessa Electric
#' Power Corporation); function words and one other word may be skipped, following Schwartz and
#' Hearst (2003). Of several long forms the best is the one in most articles.
#'
#' `c()` joins the profiles of several collections; it adds up the words and lines that each of
#' them kept.
#' @param x The articles, as for [tone_score()].
#' @inheritParams tone_score
#' @param ... Must be empty.
#' @param name_count The minimum number of occurrences of a name, a whole number of at least 1,
#'   by default 5.
#' @param name_share The minimum share of them with a capital, a number from 0 to 1, by default
#'   0.8.
#' @param line_articles The minimum number of articles with a line, a whole number of at least
#'   2, by default 5.
#' @param line_share The minimum share of the articles with it, a number from 0 to 1, by default
#'   0.005.
#' @return An object of class `tritone_profile`, a list of
#'   * `names`: the words in lower case, sorted;
#'   * `words`: a data frame of `word`, `inside` and `capital` (counts) for all words that
#'     occur often enough;
#'   * `lines`: a data frame, by falling number of articles, of `line` (in lower case, numbers
#'     as 0), `articles`, and of these `at_start` and `at_end`;
#'   * `acronyms`: a data frame of `acronym`, `long_form`, `articles`, `count` and `best`,
#'     whether it is the long form of most articles; sorted by acronym, the best first;
#'   * `hyphens`: a data frame of `word` and the counts `hyphenated`, `joined` (without the
#'     hyphen) and `broken` (at a line end);
#'   * `articles`: the number of articles; and `name_share`.
#'
#'   It holds nothing else, so it can be saved and used with other articles. It is the same for
#'   any number of threads and any order of the articles.
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
article_profile <- function(x, ..., parts = NULL, name_count = 5, name_share = 0.8,
                            line_articles = 5, line_share = 0.005,
                            threads = getOption("tritone.threads", 2),
                            progress = interactive()) {
  check_dots(...)
  name_share <- check_number(name_share, "name_share", 0, 1)
  limits <- c(
    name_count = check_count(name_count, "name_count", 1),
    line_articles = check_count(line_articles, "line_articles", 2),
    line_share = check_number(line_share, "line_share", 0, 1)
  )
  articles <- as_articles(x, parts)
  found <- article_profile_core(
    articles, limits, check_threads(threads), progress_bar("Reading articles", progress)
  )
  tell_parts_left_out(articles)
  make_profile(lapply(found, data.frame), length(articles$text), name_share)
}

# A profile of its four tables.
make_profile <- function(tables, articles, name_share) {
  words <- tables$words
  acronyms <- tables$acronyms
  acronyms$best <- !duplicated(acronyms$acronym)
  structure(
    list(
      names = words$word[words$capital >= name_share * words$inside], words = words,
      lines = tables$lines, acronyms = acronyms, hyphens = tables$hyphens,
      articles = articles, name_share = name_share
    ),
    class = "tritone_profile"
  )
}

#' @method print tritone_profile
#' @export
print.tritone_profile <- function(x, ...) {
  check_profile(x, "x")
  cat_note(sprintf(
    "Profile of %s: %s among %s", count_of(x$articles, "article"),
    count_of(length(x$names), "name"), count_of(nrow(x$words), "word")
  ))
  often <- x$words[x$words$word %in% x$names, ]
  often <- often$word[order(-often$capital, often$word, method = "radix")]
  show <- function(shown) {
    if (length(shown)) {
      shown <- near_text(utils::head(shown, 50))
      cat(cut_text(paste(shown, collapse = ", "), getOption("width")), sep = "\n")
    }
  }
  show(often)
  best <- x$acronyms[x$acronyms$best, ]
  best <- best[order(-best$articles, best$acronym, method = "radix"), ]
  cat_note(count_of(nrow(best), "acronym"))
  best <- utils::head(best, 50)
  show(sprintf("%s (%s)", near_text(best$acronym), near_text(best$long_form)))
  lines <- nrow(x$lines)
  cat_note(sprintf(
    "%s that %s or %s articles", count_of(lines, "line"), plural(lines, "begins", "begin"),
    plural(lines, "ends", "end")
  ))
  for (i in seq_len(min(3L, nrow(x$lines)))) {
    line <- sprintf("%s x  %s", show_count(x$lines$articles[[i]]), near_text(x$lines$line[[i]]))
    cat(cut_text(line, getOption("width")), sep = "\n")
  }
  cat_note(count_of(nrow(x$hyphens), "word"), " with a hyphen or without it")
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
    sum(unlist(lapply(all, `[[`, "articles"))), all[[1L]]$name_share
  )
}

# The names in a profile, none for NULL.
profile_names <- function(profile) {
  names <- check_profile(profile)[["names"]]
  if (is.null(names)) character() else names
}

# What a profile contributes to reading an article: its lines, and the words that are
# written without a hyphen. NULL for NULL.
profile_known <- function(profile) {
  if (is.null(check_profile(profile))) return(NULL)
  hyphens <- profile$hyphens
  plain <- gsub("-", "", hyphens$word, fixed = TRUE)
  with_hyphen <- plain[hyphens$hyphenated > hyphens$joined]
  joined <- c(profile$words$word, plain[hyphens$joined > 0])
  list(lines = profile$lines$line, joined = setdiff(joined, with_hyphen))
}
