#' Divide articles into their parts
#'
#' Finds what each part of an article is: headline, dateline, byline, lead, body or
#' boilerplate (contact lines, copyright notes, credits of an agency). The rules look at
#' one article alone, and at `profile` if it is given, so an article has the same parts
#' whatever collection it is in. They are written for English newswire.
#'
#' @param x The articles: records of [article_read()] or any data frame with a column `text`
#'   (and `doc_id`, and `title`, the headline), a quanteda corpus with such document variables,
#'   or a character vector of plain texts (never a path; names are the ids). Columns decide,
#'   never the class.
#' @param profile What the collection has in common, of [article_profile()]: lines that begin or
#'   end many articles are boilerplate too, before the story or after it. By default (`NULL`)
#'   the article alone decides.
#' @param ... Must be empty.
#' @param language The language that the rules are for, by default `"en"`: an article that
#'   [article_language()] finds to be in another one gets one row with the field `"text"` and
#'   `NA` for the rest, and one message says how many. `NULL` takes all as English. One of the codes
#'   that [article_language()] knows.
#' @param threads The number of threads, by default the option `tritone.threads` or 2.
#' @param progress Whether to show a progress bar for work that takes more than two seconds;
#'   by default in interactive sessions.
#' @return A data frame of class `tritone_article_parts` in reading order, with the columns
#'   `doc_id`; `field`, `"title"` or `"text"`; `part`, one of `"headline"`, `"dateline"`,
#'   `"byline"` (who wrote the article, and lines beside that: its date, address or source),
#'   `"lead"`, `"body"` (one row for each paragraph) and `"boilerplate"`; `start` and
#'   `end`, its place in the field in characters, 1-based and inclusive; and `text`. The parts
#'   of a field do not overlap and cover all of it except the white space between them.
#' @export
#' @examples
#' article_parts(c(a = "TARSK, March 3 (HPA) \u2014 Rain fell.\n\nNewsroom: desk@hpa.example"))
article_parts <- function(x, ..., profile = NULL, language = "en",
                          threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  found <- rows_in_language(x, profile, language, threads, function(articles, threads) {
    article_parts_core(articles, threads, progress_bar("Finding parts", progress))
  })
  found$field[is.na(found$field)] <- "text"
  new_table(found[c("doc_id", "field", "part", "start", "end", "text")], "article_parts")
}

# The rows that `find(articles, threads)` gives, with the `doc_id` of their article first; one
# row without anything for each article in another language.
rows_in_language <- function(x, profile, language, threads, find) {
  language <- check_language(language)
  threads <- check_threads(threads)
  articles <- as_articles(x, profile = profile)
  known <- articles_in(language, articles, threads)
  found <- find(articles, threads)
  if (!all(known)) found <- without_rows(found, which(!known))
  c(list(doc_id = articles$doc_id[found$article]), found[names(found) != "article"])
}

# One row without anything for each of the articles `at`, in their places.
without_rows <- function(found, at) {
  keep <- !found$article %in% at
  rows <- lapply(found, function(column) c(column[keep], rep(column[NA_integer_], length(at))))
  rows$article <- c(found$article[keep], at)
  order <- order(rows$article, method = "radix")
  lapply(rows, `[`, order)
}
