# The problems met in reading: kept in an attribute of the records, and shown by
# article_problems(). No figure depends on them.

#' Problems found while reading articles
#'
#' Lists what [article_read()] repaired, could not read or could not decide: its section *Problems*
#' explains the codes. Problems of whole files are listed, and those of the articles that are still
#' in `x`. The list stays with the records through `[`, `subset()`, `rbind()` and the verbs of
#' dplyr; if the class was lost on the way (as in a file), the list is empty, with a message. No
#' count, tone or topic depends on it.
#' @param x Records of [article_read()], or a table of [article_dates()].
#' @return A data frame with the columns `path`, `line` (of the file, `NA` where unknown),
#'   `doc_id` (`NA` for a whole file), `code` and `detail`, in the order of the files.
#' @seealso [article_read()], [article_check()]
#' @export
#' @examples
#' table <- tempfile(fileext = ".csv")
#' writeLines(c("id;headline;body", "7;Ferry runs;The ferry runs again.", "8;Mill shuts;"), table)
#' news <- article_read(table)
#' article_problems(news)
#' article_problems(news[1, ])
article_problems <- function(x) {
  check_given()
  if (!is.data.frame(x)) abort_argument("x", "records of article_read()", x)
  if (is.null(attr(x, "problems", exact = TRUE))) {
    message(
      "`x` no longer carries the problems that article_read() met (it is not of class ",
      "tritone_articles): none are listed."
    )
  }
  known_problems(x)
}

no_problems <- function() {
  data.frame(
    path = character(), line = integer(), doc_id = character(), code = character(),
    detail = character(), stringsAsFactors = FALSE
  )
}

# The problems of the articles in `x` and of files; no rows if none are kept.
known_problems <- function(x) {
  kept <- attr(x, "problems", exact = TRUE)
  out <- no_problems()
  if (!is.data.frame(kept) || !nrow(kept)) return(out)
  for (name in setdiff(names(out), names(kept))) kept[[name]] <- out[[name]][NA_integer_]
  kept <- kept[names(out)]
  here <- is.na(kept$doc_id) | kept$doc_id %in% as.character(x[["doc_id"]])
  # Articles of two collections may have the same id.
  if (!is.null(x[["path"]])) {
    article <- paste(x[["path"]], x[["doc_id"]], sep = "\n")
    here <- here & (is.na(kept$doc_id) | is.na(kept$path) |
      paste(kept$path, kept$doc_id, sep = "\n") %in% article)
  }
  kept <- kept[here, , drop = FALSE]
  row.names(kept) <- NULL
  kept
}

# The problems of several collections, each row once.
join_kept <- function(collections, name) {
  kept <- Filter(is.data.frame, lapply(collections, attr, which = name, exact = TRUE))
  if (!length(kept)) return(NULL)
  columns <- Reduce(intersect, lapply(kept, names))
  out <- unique(do.call(rbind, lapply(kept, function(one) one[columns])))
  row.names(out) <- NULL
  out
}
