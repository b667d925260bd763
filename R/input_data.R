# The `data` of verbs that relate counts or topics to what is known of the articles: a data frame
# with one row an article. Which row belongs to which article is decided here.

# The rows of `data` for the articles `ids`, in their order, as a plain data frame: by its column
# `doc_id` if it has one, else in the order given, with a message; so too where the articles have
# no names but those that make_ids() gives. `of` says in words whose articles these are.
match_data <- function(data, ids, of = "`counts`") {
  if (!is.data.frame(data)) {
    abort_argument("data", "a data frame with one row for each article", data)
  }
  data <- plain_frame(data)
  known <- as.character(data[["doc_id"]])
  named <- !identical(ids, make_ids(NULL, length(ids))) || any(ids %in% known)
  if (named && "doc_id" %in% names(data)) {
    at <- match(ids, known)
    missing <- is.na(at)
    if (any(missing)) {
      abort_input(
        "`data` must have a row for each article of ", of, ", matched by `doc_id`; ",
        show_count(sum(missing)), " of ", show_count(length(ids)), " ",
        plural(sum(missing), "has", "have"), " none: ", quote_list(ids[missing], 5L), "."
      )
    }
    known <- known[known %in% ids]
    if (anyDuplicated(known)) {
      abort_input(
        "`data` must have one row for each article; its `doc_id` \"",
        known[[anyDuplicated(known)]], "\" occurs more than once."
      )
    }
    return(data[at, , drop = FALSE])
  }
  if (nrow(data) != length(ids)) {
    abort_input(
      "`data` must have a column `doc_id`, or one row for each of the ", show_count(length(ids)),
      " articles of ", of, ", in their order; it has ", count_of(nrow(data), "row"), "."
    )
  }
  message(
    if (named) "`data` has no column `doc_id`" else paste(of, "names no articles"),
    ": rows of `data` are taken in the order of the articles."
  )
  data
}

# A data frame without the ways of its class, rows numbered; date-times of lists as numbers.
plain_frame <- function(data) {
  data <- as.data.frame(data)
  if (inherits(data, "data.table") || !identical(class(data), "data.frame")) {
    class(data) <- "data.frame"
  }
  for (name in names(data)) {
    if (inherits(data[[name]], "POSIXlt")) data[[name]] <- as.POSIXct(data[[name]])
  }
  row.names(data) <- NULL
  data
}
