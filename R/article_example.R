#' The example collection
#'
#' 120 newswire articles about an invented country, Halvera, from January 2021 to December
#' 2022: its drought and its record harvest, raids on a border river, a bank run, a fever, a
#' handball team. They come from three invented agencies, each with its own style of dateline,
#' quotation and footer, and contain what real archives contain: hard-wrapped lines, curly and
#' straight quotes, quotations over several paragraphs, anonymous sources, acronyms in
#' brackets, dates without a year, a few articles cut off, corrections, wire copies with small
#' edits, and two articles in another language.
#'
#' All articles were written for this package, one by one, as prose; no person, company or
#' outlet in them exists. They come with annotations by their authors: see the section below.
#' The licence is that of the package, GPL (>= 2).
#'
#' @param gold One of `"voices"`, `"parts"`, `"tone"`, `"copies"` and `"stories"`, for
#'   that table of annotations; by default `NULL`, for the articles.
#' @return Without `gold`, records as [article_read()] returns them, 120 rows, with `date` and
#'   `source` filled in and a further column `section`: `economy`, `security`, `harvest`, `courts`,
#'   `health`, `sport` or `culture`. With `gold`, a data frame as described below.
#' @section Annotations:
#' Positions are in characters of `title` or `text`, 1-based and inclusive.
#' * `voices`: every direct quotation and every reported speech or thought of some articles:
#'   `doc_id`, `start`, `end`, `voice` (`direct`, `reported` or `thought`), `speaker`, `cue` and
#'   `text`.
#' * `parts`: the parts of some articles: `doc_id`, `field`, `part`, `start`, `end`, `text`.
#' * `tone`: 200 sentences with a rating of how good or bad readers would feel the reported news
#'   to be, from -4 to 4, made before any scorer had run: `doc_id`, `start`, `end`, `rating`,
#'   `text`.
#' * `copies`: articles that one agency took over from another: `doc_id`, `original`, `edits`.
#' * `stories`: for each article the developing event that it belongs to, and its traits,
#'   separated by `;`: `doc_id`, `story`, `traits`.
#' @export
#' @examples
#' news <- article_example()
#' table(news$section, news$source)
#' article_example("copies")[1, ]
article_example <- function(gold = NULL) {
  folder <- system.file("extdata", package = "tritone")
  if (!is.null(gold)) {
    gold <- check_choice(gold, "gold", c("voices", "parts", "tone", "copies", "stories"))
    return(read_sample_table(file.path(folder, "annotated", paste0(gold, ".csv"))))
  }
  news <- article_read(file.path(folder, "articles"), progress = FALSE)
  known <- read_sample_table(file.path(folder, "articles.csv"))
  at <- match(news$doc_id, known$doc_id)
  news$date <- as.Date(known$date[at])
  news$date_basis <- ifelse(is.na(news$date), NA_character_, "metadata")
  news$source <- known$source[at]
  news$section <- known$section[at]
  news
}

read_sample_table <- function(file) {
  utils::read.csv(file, encoding = "UTF-8", na.strings = character())
}
