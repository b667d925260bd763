#' Count terms: articles by terms
#'
#' Counts how often each term occurs in each article, straight from the text to a
#' sparse matrix. Words are found by the rules of newswire: curly and straight
#' apostrophes are alike and stay inside a word ("don't"), so do hyphens
#' ("sea-wall"); U.S., URLs, e-mail addresses, @handles and #tags are one term each;
#' terms are in lower case. Numbers and punctuation are left out unless asked for.
#'
#' @param x The articles: a character vector of texts (always text, never a path;
#'   names are the ids), records of [article_read()], a data frame with the columns
#'   `doc_id` and `text`, or a quanteda corpus.
#' @param ... Options of the tokens, by name:
#'   `rules`, `"news"` (default) or `"uax29"`, the plain word boundaries of Unicode;
#'   `numbers` and `punctuation`, whether they are counted too, by default `FALSE`;
#'   `hyphens` and `clitics`, `"keep"` (default) or `"split"` ("don't" into "do" and
#'   "n't"; only under the rules `"news"`);
#'   `parts`, the parts of an article to count, some of `"headline"`, `"dateline"`,
#'   `"byline"`, `"lead"`, `"body"`, `"boilerplate"`. By default records of
#'   [article_read()] are counted without bylines and boilerplate, other texts whole.
#' @param remove A character vector of terms to leave out, in any spelling, such as
#'   [term_stopwords()]; by default none.
#' @param min_docs,max_docs Terms are kept that occur in at least and at most this
#'   many articles: counts of articles, not shares. By default 1 and `Inf`.
#' @param max_terms The most frequent terms are kept up to this number, by default
#'   all.
#' @param threads The number of threads, by default the option `tritone.threads` or
#'   2. The result is the same for every number.
#' @param progress Whether to show a progress bar for work of more than two seconds;
#'   by default in interactive sessions.
#' @return A `dgCMatrix` of counts, articles x terms, with dimnames: rows in the
#'   order of `x`, columns by falling total and, where totals are equal, by code
#'   point. It holds no stored zeros. An article that is `NA` or has no terms has an
#'   empty row.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described;
#' `tritone_error_limit` where the matrix would hold more than 2^31 - 1 non-zero
#' cells.
#' @references
#' Unicode Standard Annex #29, Unicode Text Segmentation,
#' <https://www.unicode.org/reports/tr29/>.
#' @seealso [topic_lda()] for topics of such counts.
#' @export
#' @examples
#' news <- c(
#'   a = "The harvest failed. Farmers don\u2019t expect rain.",
#'   b = "Farmers' leaders hope that rain will save the harvest."
#' )
#' term_matrix(news)
#' term_matrix(news, remove = term_stopwords(), min_docs = 2)
term_matrix <- function(x, ..., remove = NULL, min_docs = 1L, max_docs = Inf, max_terms = Inf,
                        threads = getOption("tritone.threads", 2), progress = interactive()) {
  tokens <- token_options(...)
  articles <- as_articles(x, tokens$parts)
  remove <- check_strings(remove, "remove", null = TRUE)
  limits <- c(
    min_docs = check_count(min_docs, "min_docs", min = 1),
    max_docs = check_count(max_docs, "max_docs", min = 1),
    max_terms = check_count(max_terms, "max_terms", min = 1)
  )
  if (limits[["max_docs"]] < limits[["min_docs"]]) {
    abort_input(
      "`max_docs` must be at least `min_docs`; given ",
      limits[["max_docs"]], " and ", limits[["min_docs"]], "."
    )
  }
  term_matrix_core(
    articles, tokens, enc2utf8(as.character(remove)), limits, check_threads(threads),
    progress_bar("Counting terms", progress)
  )$counts
}

# The options of tokens, checked: what `...` of term_matrix() may hold.
# `...` stands first so that a shortened name is a typo and not a partial match.
token_options <- function(..., rules = c("news", "uax29"), numbers = FALSE, punctuation = FALSE,
                          hyphens = c("keep", "split"), clitics = c("keep", "split"),
                          parts = NULL) {
  check_dots(...)
  list(
    rules = check_choice(rules, "rules", c("news", "uax29")),
    numbers = check_flag(numbers, "numbers"),
    punctuation = check_flag(punctuation, "punctuation"),
    hyphens = check_choice(hyphens, "hyphens", c("keep", "split")),
    clitics = check_choice(clitics, "clitics", c("keep", "split")),
    parts = check_choices(parts, "parts", all_parts)
  )
}
