# Tokens that were made elsewhere, wherever words are counted: those of quanteda, and data frames of
# one row a token, as tidytext, udpipe and spacyr have them.

# Does `x` hold tokens, ours or others?
is_tokens <- function(x) {
  inherits(x, "tritone_tokens") || inherits(x, "tokens") || is_token_frame(x)
}

# A data frame with a column `doc_id` and one of tokens, and no texts.
is_token_frame <- function(x) {
  is.data.frame(x) && "doc_id" %in% names(x) && !"text" %in% names(x) &&
    any(c("token", "word") %in% names(x))
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

tokens_of_frame <- function(x, arg) {
  x <- plain_frame(x)
  column <- intersect(c("token", "word"), names(x))[[1L]]
  token <- check_strings(blank_missing(x[[column]]), paste0(arg, "$", column))
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
  sentence <- x[[intersect(c("sentence", "sentence_id"), names(x))[1L]]]
  if (!is.null(sentence)) sentence <- as.character(sentence)[order]
  size <- tabulate(match(id, ids), length(ids))
  place <- match(token, types)
  place[is.na(place)] <- 0L
  make_foreign(ids, size, place[order], types, sentence)
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
