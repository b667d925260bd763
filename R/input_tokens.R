# Tokens that were made elsewhere, wherever words are counted: those of quanteda, and data frames of
# one row a token, as tidytext, udpipe and spacyr have them.

# Does `x` hold tokens, ours or others?
is_tokens <- function(x) {
  inherits(x, "tritone_tokens") || inherits(x, "tokens") || is_token_frame(x)
}

# A data frame with a column `doc_id` and one of tokens, and no texts.
is_token_frame <- function(x) {
  is.data.frame(x) && "doc_id" %in% names(x) && !"text" %in% names(x) &&
    any(token_columns %in% names(x))
}

token_columns <- c("token", "word", "lemma")
pos_columns <- c("upos", "pos", "xpos", "tag")

# Tokens of any kind that a verb is given, as ours. They have their options already, but of a data
# frame `token` and `pos` choose columns and rows.
given_tokens <- function(x, ..., token = NULL, pos = NULL) {
  refuse_options(...)
  if (is_token_frame(x)) return(tokens_of_frame(x, "x", token, pos))
  refuse_token_columns(token, pos)
  as_tokens(x)
}

refuse_token_columns <- function(token, pos) {
  if (is.null(token) && is.null(pos)) return(invisible())
  abort_input(
    "`", if (is.null(token)) "pos" else "token", "` is for a data frame of one row a token, whose ",
    "columns and rows it chooses."
  )
}

# Tokens of any kind as ours. Their types are folded as terms are; places are numbers of tokens.
as_tokens <- function(x, arg = "x") {
  if (inherits(x, "tritone_tokens")) return(check_tokens(x, arg))
  if (inherits(x, "tokens")) tokens_of_list(x, arg) else tokens_of_frame(x, arg)
}

tokens_of_list <- function(x, arg) {
  if (inherits(x, "tokens_xptr")) {
    need_package("quanteda", paste0("`", arg, "`"))
    x <- quanteda::as.tokens(x)
  }
  types <- attr(x, "types", exact = TRUE)
  ids <- unclass(x)
  right <- is.list(ids) && is.character(types) && !anyNA(types) &&
    all(vapply(ids, function(one) is.numeric(one) && !anyNA(one), NA))
  all <- if (right) as.integer(unlist(ids, use.names = FALSE)) else -1L
  if (any(all < 0L | all > length(types))) {
    abort_damaged(arg, "object of quanteda::tokens()", "its numbers do not fit its types")
  }
  make_foreign(make_ids(names(ids), length(ids)), lengths(ids), all, types)
}

tokens_of_frame <- function(x, arg, column = NULL, pos = NULL) {
  x <- plain_frame(x)
  column <- if (is.null(column)) {
    intersect(token_columns, names(x))[[1L]]
  } else {
    check_choice(column, "token", setdiff(names(x), "doc_id"))
  }
  token <- check_strings(blank_missing(x[[column]]), paste0(arg, "$", column))
  if (!is.null(pos)) token[!has_pos(x, pos, arg)] <- ""
  id <- as.character(x$doc_id)
  if (anyNA(id)) {
    abort_input(
      "`", arg, "$doc_id` must name the article of each token; row ", which(is.na(id))[[1L]],
      " has none."
    )
  }
  ids <- unique(id)
  order <- order(match(id, ids))
  types <- unique(token[nzchar(token)])
  # udpipe has the text of the sentence in `sentence`, which may be that of the one before.
  sentence <- x[[intersect(c("sentence_id", "sentence"), names(x))[1L]]]
  if (!is.null(sentence)) sentence <- as.character(sentence)[order]
  size <- tabulate(match(id, ids), length(ids))
  place <- match(token, types)
  place[is.na(place)] <- 0L
  make_foreign(ids, size, place[order], types, sentence)
}

# Which rows have one of the parts of speech `pos`: in the first of the usual columns that has any.
has_pos <- function(x, pos, arg) {
  pos <- check_strings(pos, "pos")
  columns <- intersect(pos_columns, names(x))
  for (column in columns) {
    found <- as.character(x[[column]]) %in% pos
    if (any(found)) return(found)
  }
  if (!length(columns)) {
    abort_input(
      "`pos` needs a column of parts of speech in `", arg, "`: ",
      name_list(pos_columns, " or "), "."
    )
  }
  if (!nrow(x)) return(logical())
  abort_input(
    "`pos` must be among the parts of speech in `", arg, "`, such as ",
    quote_list(sort(unique(as.character(x[[columns[[1L]]]])), method = "radix"), 20L), ", not ",
    describe(pos), "."
  )
}

blank_missing <- function(x) {
  if (is.factor(x)) x <- as.character(x)
  if (is.character(x)) x[is.na(x)] <- ""
  x
}

# `type` is 0 for the pads that quanteda leaves where a token was: nothing reaches over them.
make_foreign <- function(ids, size, type, types, sentence = NULL) {
  article <- rep(seq_along(ids), size)
  starts <- function(x) {
    n <- length(x)
    if (n < 2L) return(rep(FALSE, n))
    c(FALSE, article[-1L] != article[-n] | is.na(x[-1L]) != is.na(x[-n]) |
      (!is.na(x[-1L]) & !is.na(x[-n]) & x[-1L] != x[-n]))
  }
  number <- function(new) {
    total <- cumsum(new)
    as.integer(total - total[match(article, article)] + 1L)
  }
  sentence <- if (is.null(sentence)) rep(1L, length(type)) else number(starts(sentence))
  stretch <- number(starts(sentence) | starts(cumsum(type == 0L)))
  kept <- type > 0L
  form <- pattern_form_core(enc2utf8(types))
  known <- unique(form)
  size <- tabulate(article[kept], length(ids))
  place <- as.integer(sequence(size))
  options <- token_options(numbers = TRUE, punctuation = TRUE)
  structure(
    list(
      ids = match(form, known)[type[kept]], doc_ptr = c(0, cumsum(as.double(size))), types = known,
      start = place, end = place, in_title = rep(FALSE, sum(kept)), sentence = sentence[kept],
      stretch = stretch[kept], doc_id = ids, options = options
    ),
    class = "tritone_tokens"
  )
}
