# The parts an article's record is read by unless `parts` says otherwise:
# everything but bylines and boilerplate.
default_parts <- c("headline", "dateline", "lead", "body")
all_parts <- c("headline", "dateline", "byline", "lead", "body", "boilerplate")

# What a verb over texts takes, as list(doc_id, title, text, parts, known): `x` is a
# character vector (always text, never a path), records of article_read(), a data
# frame with `text` (and `doc_id`), or a quanteda corpus. `title` has length 0
# unless `x` holds records; `parts` is NULL where texts are read as they are, `known`
# what the profile tells of how to read them, or NULL.
as_articles <- function(x, parts = NULL, profile = NULL, arg = "x") {
  known <- profile_known(profile)
  parts <- check_choices(parts, "parts", all_parts)
  record <- inherits(x, "tritone_articles")
  if (is.factor(x)) x <- as.character(x)
  if (is.character(x)) {
    doc_id <- names(x)
    text <- as.vector(x)
  } else if (is.data.frame(x)) {
    if (!"text" %in% names(x)) {
      abort_input(
        "`", arg, "` must have a column `text`; its columns are: ",
        paste0("`", names(x), "`", collapse = ", "), "."
      )
    }
    doc_id <- x[["doc_id"]]
    text <- x[["text"]]
    if (is.factor(text)) text <- as.character(text)
    if (all(is.na(text))) text <- as.character(text)
    if (!is.character(text)) abort_argument(paste0(arg, "$text"), "a character vector", text)
  } else {
    abort_argument(
      arg, paste(
        "a character vector of texts, records of article_read(), a data frame with a column",
        "`text`, or a corpus"
      ), x
    )
  }
  list(
    doc_id = make_ids(doc_id, length(text)),
    title = if (record) as.character(x[["title"]]) else character(),
    text = text,
    parts = if (record && is.null(parts)) default_parts else parts,
    known = known
  )
}

# Unique ids: text1, text2, ... where there are none; a repeated id gets .1, .2
# and is told once.
make_ids <- function(doc_id, n) {
  if (is.null(doc_id)) return(sprintf("text%d", seq_len(n)))
  doc_id <- as.character(doc_id)
  empty <- is.na(doc_id) | !nzchar(doc_id)
  doc_id[empty] <- sprintf("text%d", which(empty))
  if (anyDuplicated(doc_id)) {
    repeated <- unique(doc_id[duplicated(doc_id)])
    message(sprintf(
      "%s doc_id %s given more than once and made unique, the first is \"%s\".",
      show_count(length(repeated)), plural(length(repeated), "was", "were"), repeated[[1L]]
    ))
    doc_id <- make.unique(doc_id)
  }
  doc_id
}
