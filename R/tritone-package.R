#' tritone: terms, topics and tone of news articles
#'
#' Four families of functions, each with its prefix, and the data as first argument: `article_`
#' (files to clean records, and what is in an article), `term_` (tokens, counts and statistics
#' of counts), `topic_` (topic models and their results) and `tone_` (lexicons and the tone of
#' articles).
#'
#' ```r
#' news  <- article_read("articles/")                     # files and folders to clean records
#' terms <- term_matrix(news, remove = term_stopwords())  # dgCMatrix, articles x terms
#' fit   <- topic_lda(terms, k = 8, seed = 1)             # topics
#' tone  <- tone_score(news)                              # tone of each article, with its error
#' article_report(news, "report.html")                    # all of it on one page
#' ```
#'
#' @section Options:
#' `tritone.threads`: the number of threads that functions use by default, 2 if it
#' is not set. Results are the same, bit for bit, for any number of threads.
#'
#' @section Errors:
#' All errors have a class: `tritone_error_input` (the data or options given are
#' wrong), `tritone_error_limit` (more than a type, a format or the memory can hold) or
#' `tritone_error_numeric` (a result overflowed or is not a number); all are of class
#' `tritone_error` too.
#'
#' @keywords internal
#' @importFrom Rcpp evalCpp
#' @importFrom methods as is new
#' @importClassesFrom Matrix dgCMatrix
#' @importFrom stats predict
#' @useDynLib tritone, .registration = TRUE
"_PACKAGE"

.onUnload <- function(libpath) {
  library.dynam.unload("tritone", libpath)
}
