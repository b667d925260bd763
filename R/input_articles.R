# The input of every verb over articles, whatever object it comes in. The columns decide how it
# is read, never a class: so no verb of dplyr, base R or data.table and no trip through a file
# changes a figure.

# The parts of an article that are read unless `parts` says otherwise: everything except
# bylines and boilerplate.
default_parts <- c("headline", "dateline", "lead", "body")
all_parts <- c("headline", "dateline", "byline", "lead", "body", "boilerplate")
all_voices <- c("narration", "direct", "reported", "thought")

# `x` as list(doc_id, title, text, parts, known, left_out), for the core. A data frame with
# `text` and a corpus hold articles: `title` is the headline, and bylines and boilerplate are
# left out by default. A character vector is plain text and is read whole. `title` has length 0
# if there is none; `parts` is NULL if texts are read as they are; `known` is what `profile`
# says about how to read them, or NULL; `voices` are those to read, or NULL; `left_out` is an
# integer in which the core counts the articles read without some part (see
# tell_parts_left_out()), or NULL if the user chose the parts.
as_articles <- function(x, parts = NULL, profile = NULL, arg = "x", voices = NULL) {
  known <- profile_known(profile)
  parts <- check_parts(parts)
  voices <- check_voices(voices)
  fields <- if (is_collection(x)) collection_fields(x, arg) else plain_fields(x, arg)
  by_default <- is_collection(x) && is.null(parts)
  list(
    doc_id = make_ids(fields$doc_id, length(fields$text)),
    title = fields$title,
    text = fields$text,
    parts = if (by_default) default_parts else if (!identical(parts, "all")) parts,
    known = known,
    voices = voices,
    left_out = if (by_default) integer(1L)
  )
}

# Does `x` hold articles, and not plain texts?
is_collection <- function(x) is.data.frame(x) || is_corpus(x)

# A corpus of quanteda (from 2.0): texts with their document variables in an attribute.
is_corpus <- function(x) {
  is.character(x) && inherits(x, "corpus") && is.data.frame(attr(x, "docvars", exact = TRUE))
}

# A corpus as a data frame of doc_id, text and its document variables; anything else unchanged.
# Does not need quanteda.
corpus_frame <- function(x) {
  if (!is_corpus(x)) return(x)
  variables <- attr(x, "docvars", exact = TRUE)
  doc_id <- variables[["docname_"]]
  own <- setdiff(names(variables), c("docname_", "docid_", "segid_", "doc_id", "text"))
  out <- list(doc_id = if (is.null(doc_id)) names(x) else as.character(doc_id))
  out$text <- as.vector(unclass(x))
  out[own] <- as.list(variables)[own]
  structure(out, row.names = seq_along(out$text), class = "data.frame")
}

plain_fields <- function(x, arg) {
  if (is.factor(x)) x <- stats::setNames(as.character(x), names(x))
  if (!is.character(x)) {
    abort_argument(
      arg, paste(
        "a character vector of texts, records of article_read(), a data frame with a column",
        "`text`, or a corpus"
      ), x
    )
  }
  list(doc_id = names(x), title = character(), text = as.vector(x))
}

collection_fields <- function(x, arg) {
  x <- corpus_frame(x)
  title <- x[["title"]]
  title <- if (is.null(title)) character() else text_column(title, paste0(arg, "$title"))
  if ("text" %in% names(x)) {
    text <- text_column(x[["text"]], paste0(arg, "$text"))
  } else {
    if (!any(is_filled(title)) || holds_tokens(x)) abort_no_text(x, arg)
    message("`", arg, "` has no column `text`: its titles are read alone.")
    text <- rep(NA_character_, nrow(x))
  }
  # Headlines are articles too, if a collection has nothing else: those with a title have an
  # empty text, which is not a missing one.
  if (titles_only(title, text)) text[is_filled(title)] <- ""
  list(doc_id = x[["doc_id"]], title = title, text = text)
}

is_filled <- function(text) !is.na(text) & grepl("[^[:space:]]", text)

# Is a collection one of headlines: titles without any text? The first texts decide, as a rule.
titles_only <- function(title, text) {
  if (any(is_filled(utils::head(text, 100L)))) return(FALSE)
  here <- which(!is.na(text) & nzchar(text))
  if (any(is_filled(text[utils::head(here, 100L)]))) return(FALSE)
  !any(is_filled(text[here])) && any(is_filled(title))
}

# A column of texts as a character vector; factors, columns that are all NA, and lists with one
# string for each article are accepted too.
text_column <- function(column, arg) {
  if (is.list(column) && all(lengths(column) <= 1L)) {
    column[!lengths(column)] <- NA
    column <- unlist(column)
  }
  if (is.factor(column) || all(is.na(column))) column <- as.character(column)
  if (!is.character(column)) {
    abort_argument(arg, "a character vector, one text an article", column)
  }
  as.vector(column)
}

# The columns by which a data frame holds tokens.
holds_tokens <- function(x) length(intersect(c("token", "lemma", "word"), names(x))) > 0L

# A data frame without `text` and titles is not a collection; nor is one of tokens.
abort_no_text <- function(x, arg) {
  tokens <- intersect(c("token", "lemma", "word"), names(x))
  if (length(tokens)) {
    abort_input(
      "`", arg, "` must hold articles in a column `text`; given a table of tokens, with the ",
      "column `", tokens[[1L]], "`. term_matrix() and term_context() count and find tokens of ",
      "term_tokens(); the topic_*() verbs, term_weight() and term_trim() take counts of such a ",
      "table, as by xtabs(~ doc_id + ", tokens[[1L]], ", ", arg, ", sparse = TRUE)."
    )
  }
  abort_input(
    "`", arg, "` must have a column `text`; its columns are: ",
    name_list(names(x)), "."
  )
}

# NULL (the default of the collection), "all", or some of the parts.
check_parts <- function(parts) {
  if (identical(parts, "all")) return(parts)
  if (is.character(parts) && length(parts) && !anyNA(parts) && all(parts %in% all_parts)) {
    return(unique(parts))
  }
  if (is.null(parts)) return(NULL)
  wrong <- if (is.character(parts)) setdiff(parts, all_parts) else parts
  abort_argument(
    "parts",
    paste("NULL, \"all\" or some of", quote_list(all_parts)),
    if (length(wrong)) wrong else parts
  )
}

# NULL (all), or some of the voices.
check_voices <- function(voices) {
  if (is.null(voices)) return(NULL)
  if (is.character(voices) && length(voices) && !anyNA(voices) && all(voices %in% all_voices)) {
    return(unique(voices))
  }
  wrong <- if (is.character(voices)) setdiff(voices, all_voices) else voices
  abort_argument(
    "voices", paste("NULL or some of", quote_list(all_voices)),
    if (length(wrong)) wrong else voices
  )
}

# Says once, after the core has read `articles`, from how many something was left out by
# default.
tell_parts_left_out <- function(articles, done = "counted") {
  n <- articles$left_out
  if (!length(n) || n == 0L) return(invisible())
  message(sprintf(
    "Footers and bylines of %s are not %s; parts = \"all\" keeps them.",
    count_of(n[[1L]], "article"), done
  ))
}

# Unique ids: text1, text2, ... where there are none; a repeated id gets .1, .2, with one
# message.
make_ids <- function(doc_id, n) {
  if (is.null(doc_id)) return(sprintf("text%d", seq_len(n)))
  doc_id <- as.character(doc_id)
  empty <- is.na(doc_id) | !nzchar(doc_id)
  doc_id[empty] <- sprintf("text%d", which(empty))
  if (anyDuplicated(doc_id)) {
    repeated <- unique(doc_id[duplicated(doc_id)])
    message(sprintf(
      "%s %s given more than once and made unique; the first is \"%s\".",
      count_of(length(repeated), "doc_id"), plural(length(repeated), "was", "were"), repeated[[1L]]
    ))
    doc_id <- make.unique(doc_id)
  }
  doc_id
}
