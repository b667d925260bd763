# Methods for dplyr and vctrs, so that dplyr::bind_rows() keeps the problems (?article_problems)
# of all collections that it binds. vctrs asks for the common type of each pair, which joins their
# problems; dplyr then restores the attributes of the first collection only and gets the rest back
# from `joined`. The other verbs of dplyr keep the attributes by themselves.

joined <- new.env(parent = emptyenv())

#' @exportS3Method vctrs::vec_ptype2
vec_ptype2.tritone_articles.tritone_articles <- function(x, y, ...) {
  out <- vctrs::df_ptype2(as.data.frame(x), as.data.frame(y), ...)
  attr(out, "problems") <- join_kept(list(x, y), "problems")
  attr(out, "roles") <- join_kept(list(x, y), "roles")
  class(out) <- class(x)
  joined$problems <- attr(out, "problems")
  joined$roles <- attr(out, "roles")
  out
}

#' @exportS3Method vctrs::vec_cast
vec_cast.tritone_articles.tritone_articles <- function(x, to, ...) {
  out <- vctrs::df_cast(as.data.frame(x), as.data.frame(to), ...)
  for (name in c("problems", "roles")) attr(out, name) <- attr(to, name, exact = TRUE)
  class(out) <- class(to)
  out
}

#' @exportS3Method dplyr::dplyr_reconstruct
dplyr_reconstruct.tritone_articles <- function(data, template) {
  kept <- attributes(template)
  kept$names <- names(data)
  kept$row.names <- .row_names_info(data, type = 0L)
  # Only after a bind is there more than in the template; problems of articles that are not in
  # the result are never shown.
  if (nrow(data) > nrow(template) && length(joined$problems)) {
    kept$problems <- join_kept(
      list(template, list2DF(list()), structure(list(), problems = joined$problems)), "problems"
    )
  }
  rm(list = ls(joined), envir = joined)
  attributes(data) <- kept
  data
}
