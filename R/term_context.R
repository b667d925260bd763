#' Show terms in context
#'
#' A concordance (keywords in context): every place where a term or an expression occurs, with
#' the words around it.
#'
#' @inheritParams term_matrix
#' @param x The articles, as for [term_matrix()], or tokens of [term_tokens()].
#' @param pattern A character vector of one or more patterns. Blanks separate the words
#'   of an expression, which must follow each other without a comma, bracket, dash or other mark
#'   between them; each word is compared with one token: `"unemployment r*"`.
#' @param window The number of tokens on each side, a whole number from 0 to 1000, by
#'   default 5. The context ends with the article's headline or text.
#' @param type One string, how a word of a pattern is read: `"glob"` (default), where `*`
#'   is any number of characters and `?` is one; `"regex"`, a Perl regular expression, found
#'   anywhere in a token unless `^` and `$` anchor it; or `"fixed"`. Case makes no difference,
#'   nor, except with `"regex"`, do the kind of apostrophe or hyphen, composed or decomposed
#'   characters, or surrounding blanks.
#' @param near A character vector of patterns like `pattern`: only places are found that have one
#'   of them at most `within` tokens away in the same headline or text, on either side; by default
#'   (`NULL`) all.
#' @param within How many tokens away, a whole number from 1 to 1000, by default 10; 1 is the next
#'   token.
#' @param ... Options of the tokens as for [term_matrix()], by name; here `numbers` is `TRUE`
#'   by default, so that numbers can be found. Tokens of [term_tokens()] have these options
#'   already.
#' @return A data frame of class `tritone_term_context`, one row for each place and pattern,
#'   in reading order: `doc_id`; `field`, `"title"` or `"text"`; `position`, the number of the
#'   first token in the article; `start` and `end`, the position of the match in the
#'   field, in characters, 1-based and inclusive; `left`, `match` and `right`, as written in the
#'   article (for tokens, which do not hold the texts, the folded tokens separated by blanks);
#'   and `pattern`. If nothing is found there are no rows. Printing aligns the matches and fits
#'   the width of the console.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described, for instance a regular
#' expression that is not valid, which is named.
#' @seealso [term_tokens()], [term_matrix()].
#' @export
#' @examples
#' news <- c(
#'   a = "Unemployment rose in March. The ministry said unemployment would fall.",
#'   b = "Youth unemployment remains high, a union said."
#' )
#' term_context(news, "unemployment")
#' term_context(news, c("unemployment r*", "said"), window = 2)
#' term_context(news, "unemployment", near = c("union", "rose"), within = 3)
#' term_context(news, "^(rose|fall|high)$", type = "regex")$match
term_context <- function(x, pattern, window = 5, ..., type = c("glob", "regex", "fixed"),
                         near = NULL, within = 10, threads = getOption("tritone.threads", 2),
                         progress = interactive()) {
  check_given()
  options <- token_options(..., .more = names(formals()))
  window <- check_count(window, "window", min = 0, max = 1000)
  type <- check_choice(type, "type", c("glob", "regex", "fixed"))
  words <- pattern_words(pattern, type)
  within <- check_count(within, "within", min = 1, max = 1000)
  from_tokens <- is_tokens(x)
  if (from_tokens) {
    tokens <- unclass(given_tokens(x, ...))
  } else {
    if (!"numbers" %in% ...names()) options$numbers <- TRUE
    articles <- counted_articles(x, options)
    tokens <- unclass(make_tokens(articles, options, threads, progress))
    tell_parts_left_out(articles, "searched")
  }
  found <- find_patterns(tokens, words, type)
  if (!is.null(near)) {
    others <- find_patterns(tokens, pattern_words(near, type, "near"), type)
    found <- near_places(found, others, tokens, within)
  }
  found <- add_window(found, tokens, window)
  texts <- if (from_tokens) {
    folded_context(found, tokens)
  } else {
    places <- list(
      article = found$article, in_title = tokens$in_title[found$first],
      left = tokens$start[found$left], start = tokens$start[found$first],
      end = tokens$end[found$last], right = tokens$end[found$right]
    )
    term_context_core(articles, places, progress_bar("Reading contexts", progress))
  }
  new_table(
    list(
      doc_id = tokens$doc_id[found$article],
      field = ifelse(tokens$in_title[found$first], "title", "text"),
      position = as.integer(found$first - tokens$doc_ptr[found$article]),
      start = tokens$start[found$first], end = tokens$end[found$last],
      left = texts$left, match = texts$match, right = texts$right,
      pattern = pattern[found$pattern]
    ),
    "term_context",
    # How many tokens each article has: plots show where a place is.
    sizes = stats::setNames(as.integer(diff(tokens$doc_ptr)), tokens$doc_id)
  )
}

# The words of each pattern, in the form in which they are compared; a regular expression is
# left as it is.
pattern_words <- function(pattern, type, arg = "pattern") {
  pattern <- enc2utf8(check_strings(pattern, arg))
  if (!length(pattern)) abort_argument(arg, "one or more patterns", pattern)
  form <- pattern_form_core(pattern)
  if (any(!nzchar(form))) {
    first <- which(!nzchar(form))[[1L]]
    abort_input("`", arg, "` must not hold an empty pattern; number ", first, " is empty.")
  }
  if (type == "regex") return(strsplit(trimws(pattern), "[[:space:]]+"))
  strsplit(form, " ", fixed = TRUE)
}

# Which types each word fits: a list of logical vectors, named by word.
matching_types <- function(types, words, type) {
  if (type == "regex") {
    fits <- lapply(words, function(word) grepl_or_abort(word, types))
  } else {
    found <- match_patterns(words, types, "pattern", type)
    term <- split(found$term, factor(found$pattern, seq_along(words)))
    fits <- lapply(term, function(at) seq_along(types) %in% at)
  }
  stats::setNames(fits, words)
}

grepl_or_abort <- function(word, types) {
  fail <- function(condition) {
    abort_input(
      "`pattern` holds a regular expression that cannot be read: ",
      describe(word), " (", shown_string(gsub("\\s+", " ", conditionMessage(condition)), 200L), ")."
    )
  }
  tryCatch(grepl(word, types, ignore.case = TRUE, perl = TRUE), error = fail, warning = fail)
}

# The places of the patterns as list(first, last, article, pattern), in order; tokens are
# counted over the whole collection.
find_patterns <- function(tokens, words, type) {
  fits <- matching_types(tokens$types, unique(unlist(words)), type)
  n <- length(tokens$ids)
  # A pattern that is given again has the same places.
  key <- vapply(words, paste, "", collapse = " ")
  places <- lapply(which(!duplicated(key)), function(p) {
    at <- which(fits[[words[[p]][[1L]]]][tokens$ids])
    article <- findInterval(at - 1, tokens$doc_ptr[-length(tokens$doc_ptr)])
    for (k in seq_along(words[[p]])[-1L]) {
      ahead <- at + k - 1
      keep <- ahead <= tokens$doc_ptr[article + 1L]
      keep[keep] <- fits[[words[[p]][[k]]]][tokens$ids[ahead[keep]]] &
        tokens$stretch[ahead[keep]] == tokens$stretch[at[keep]]
      at <- at[keep]
      article <- article[keep]
    }
    list(first = at, last = at + length(words[[p]]) - 1, article = article)
  })
  places <- places[match(key, unique(key))]
  found <- Map(function(at, p) {
    c(at, list(pattern = rep(p, length(at$first))))
  }, places, seq_along(key))
  all <- lapply(c("first", "last", "article", "pattern"), function(name) {
    as.double(unlist(lapply(found, `[[`, name)))
  })
  names(all) <- c("first", "last", "article", "pattern")
  order <- order(all$first, all$pattern)
  lapply(all, `[`, order)
}

# The places that have one of the places `near` at most `within` tokens away, in the same title
# or text.
near_places <- function(found, near, tokens, within) {
  field <- function(x) paste(x$article, tokens$in_title[x$first])
  close <- function(from, to, side) {
    # The nearest place after, or before, each.
    at <- if (side > 0) findInterval(from, to) + 1L else findInterval(from - 1, to)
    at[at < 1L | at > length(to)] <- NA
    distance <- abs(to[at] - from)
    list(at = at, ok = !is.na(at) & distance <= within)
  }
  after <- close(found$last, near$first, 1)
  by_last <- order(near$last)
  before <- close(found$first, near$last[by_last], -1)
  own <- field(found)
  theirs <- field(near)
  ok <- (after$ok & own == theirs[after$at]) |
    (before$ok & own == theirs[by_last][before$at])
  ok[is.na(ok)] <- FALSE
  lapply(found, `[`, ok)
}

# Adds `left` and `right`, the first and the last token of the context.
add_window <- function(found, tokens, window) {
  title <- tokens$in_title[found$first]
  reach <- function(from, step, inside) {
    to <- from
    open <- rep(TRUE, length(from))
    for (k in seq_len(window)) {
      next_one <- from + step * k
      open <- open & inside(next_one)
      open[open] <- tokens$in_title[next_one[open]] == title[open]
      if (!any(open)) break
      to[open] <- next_one[open]
    }
    to
  }
  found$left <- reach(found$first, -1, function(at) at > tokens$doc_ptr[found$article])
  found$right <- reach(found$last, 1, function(at) at <= tokens$doc_ptr[found$article + 1])
  found
}

# The contexts of folded tokens.
folded_context <- function(found, tokens) {
  piece <- function(from, to) {
    vapply(seq_along(from), function(i) {
      at <- from[[i]] + seq_len(max(0, to[[i]] - from[[i]] + 1)) - 1
      paste(tokens$types[tokens$ids[at]], collapse = " ")
    }, "")
  }
  list(
    left = piece(found$left, found$first - 1), match = piece(found$first, found$last),
    right = piece(found$last + 1, found$right)
  )
}

#' Print a concordance
#'
#' Aligns the matches, with as much context as fits the width of the console.
#' @param x A concordance of [term_context()].
#' @param n The number of rows to show, a whole number of at least 0; by default 20.
#' @param ... Not used.
#' @return `x`, invisibly.
#' @method print tritone_term_context
#' @export
#' @examples
#' print(term_context(article_example(), "harvest*"), n = 5)
print.tritone_term_context <- function(x, n = 20, ...) {
  if (!all(c("doc_id", "left", "match", "right") %in% names(x))) return(NextMethod())
  n <- min(check_count(n, "n"), nrow(x))
  cat_note(sprintf(
    "tritone_term_context: %s in %s", count_of(nrow(x), "place"),
    count_of(length(unique(x$doc_id)), "article")
  ))
  if (n > 0) {
    shown <- as.data.frame(x)[seq_len(n), , drop = FALSE]
    cat(context_lines(shown, getOption("width")), sep = "\n")
  }
  if (nrow(x) > n) cat_note("\u2026 and ", count_of(nrow(x) - n, "more place"))
  invisible(x)
}

context_lines <- function(rows, width) {
  one_line <- function(text, at_end = FALSE) {
    cut_text(gsub("[[:space:]]+", " ", near_text(text, at_end)), 4L * width, at_end = at_end)
  }
  id <- one_line(rows$doc_id)
  id <- fit_width(id, min(max(nchar(id, "width")), width %/% 5L))
  match <- one_line(rows$match)
  match <- fit_width(match, min(max(nchar(match, "width")), width %/% 3L))
  side <- max(1L, (width - nchar(id[[1L]], "width") - nchar(match[[1L]], "width") - 5L) %/% 2L)
  left <- fit_width(one_line(rows$left, at_end = TRUE), side, at_end = TRUE)
  right <- fit_width(one_line(rows$right), side)
  sub(" +$", "", paste0(id, "  ", left, " ", match, " ", right))
}
