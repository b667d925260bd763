#' Compare two versions of an article
#'
#' Says what became of each sentence: kept, moved, re-worded, dropped or added. Two sentences are
#' the same if their words are, whatever their case, punctuation, quotation marks and blanks.
#' @param old,new The versions: one text each, or a data frame with a column `text` and one row.
#' @param ... Must be empty.
#' @return A data frame of class `tritone_article_diff`, one row for each sentence in the order of
#'   `new`, where dropped ones come before what comes after them in `old`:
#'   * `change`: `"kept"`; `"moved"`, the same at another place; `"reworded"`, with at least half of
#'     the words in the same place; `"dropped"`, only in `old`; or `"added"`, only in `new`;
#'   * `similarity`: the words that both have, of all that either has, between 0 and 1; 0 where
#'     there is no other;
#'   * `old_start`, `old_end`, `new_start`, `new_end`: the places in characters, 1-based and
#'     inclusive, `NA` in the version that lacks the sentence;
#'   * `old`, `new`: the sentences.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described; `tritone_error_limit` where more
#' than 100 million pairs of sentences would have to be compared.
#' @seealso [article_duplicates()]
#' @export
#' @examples
#' article_diff(
#'   "Rain fell on Monday. The dam held. Roads were shut.",
#'   "The dam held. Rain fell late on Monday. Trains were late."
#' )
article_diff <- function(old, new, ...) {
  check_dots(...)
  new_table(article_diff_core(one_text(old, "old"), one_text(new, "new")), "article_diff")
}

# The text of one article.
one_text <- function(x, arg) {
  fields <- if (is_collection(x)) collection_fields(x, arg) else plain_fields(x, arg)
  if (length(fields$text) != 1L || is.na(fields$text)) {
    abort_argument(arg, "one text", x)
  }
  fields$text
}
