#' Read articles from files and folders
#'
#' Reads files of many forms to clean records, one row an article. Text is brought to
#' UTF-8 (normalization form C), hard-wrapped lines are joined and paragraphs divided by
#' a blank line; datelines, footers and everything else stay: [article_parts()] tells
#' them apart. Nothing is dropped in silence: what had to be repaired, and what could
#' not be read, is listed in `problems`.
#'
#' @param path Paths of files, folders and patterns (`"news/*.txt"`), a character vector
#'   in which they may be mixed. Folders are read with all folders inside them. The order
#'   is the one given, and that of names (by code point) inside a folder or pattern.
#'   Files in folders whose ending is of no known form are not read; a message says how
#'   many.
#' @param ... Must be empty.
#' @param format The form of all files, one of `"txt"`; or `NULL` for that of
#'   their ending or, where the ending does not tell, of their content.
#' @param rules Paths of rule files for exports of databases, beside those of the package; with
#'   `format = "export"` only. See [article_rules()].
#' @param threads The number of threads, by default the option `tritone.threads` or 2.
#'   The result is the same for every number.
#' @param progress Whether to show a progress bar for work of more than two seconds; by
#'   default in interactive sessions.
#' @return A data frame of class `tritone_article_read`, one row an article, with the
#'   columns
#'   * `doc_id`: the file's name without its ending, made unique;
#'   * `title`: the title line, or `NA`;
#'   * `text`: the rest in UTF-8 (normalization form C), paragraphs divided by a blank
#'     line; `NA` where there is none;
#'   * `date`: a `Date` by the rules of [article_dates()], which tells what it rests on;
#'   * `source`: `NA`, for you to fill;
#'   * `path`: the file;
#'   * `line`: the line on which the article begins, 1-based;
#'
#'   and an attribute `problems`, a data frame with `path`, `line`, `doc_id`, `code` and
#'   `detail`.
#' @section Errors:
#' `tritone_error_input` where a path does not exist or names a file of no known form.
#' @seealso [article_parts()], [term_matrix()], [tone_score()], [article_report()]
#' @export
#' @examples
#' folder <- system.file("extdata", "articles", package = "tritone")
#' news <- article_read(folder)
#' news
#' attr(news, "problems")
article_read <- function(path, format = NULL, id = NULL, text = NULL, date = NULL, title = NULL,
                         source = NULL, ..., divide = NULL, rules = NULL,
                         threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  if (!is.null(format)) format <- check_choice(format, "format", names(article_forms()))
  options <- list(
    roles = list(
      doc_id = check_string(id, "id", null = TRUE),
      title = check_string(title, "title", null = TRUE),
      text = check_string(text, "text", null = TRUE),
      date = check_string(date, "date", null = TRUE),
      source = check_string(source, "source", null = TRUE)
    ),
    divide = check_divide(divide), rules = check_rules(rules, format),
    threads = check_threads(threads),
    progress = check_flag(progress, "progress")
  )
  files <- find_article_files(check_strings(path, "path"), format)
  join_records(read_pieces(files, options), files, options)
}
