# Reads the forms in which other packages keep lexicons into phrases and numbers.

# Entries as phrases and valences, from any accepted form.
given_entries <- function(x, arg) {
  if (is.data.frame(x)) {
    given <- frame_entries(x, arg)
  } else if (is.numeric(x) && !is.null(names(x))) {
    given <- list(phrase = names(x), valence = as.vector(x))
  } else if (inherits(x, "dictionary2") || (is.list(x) && !is.null(names(x)))) {
    given <- polar_entries(x, arg)
  } else {
    abort_lexicon(x, arg)
  }
  phrase <- check_strings(in_utf8(given$phrase), paste0(arg, "$phrase"))
  valence <- given$valence
  if (!is.numeric(valence) || !all(is.finite(valence))) {
    abort_argument(arg, "a lexicon whose valences are finite numbers", valence)
  }
  unique_entries(phrase, as.numeric(valence))
}

# Lexicons of other packages hold strings of windows-1252 without saying so; they are read as
# files in that encoding are.
in_utf8 <- function(x) {
  if (!is.character(x)) return(x)
  other <- !is.na(x) & Encoding(x) == "unknown" & !validUTF8(x)
  x[other] <- iconv(x[other], "windows-1252", "UTF-8")
  x
}

abort_lexicon <- function(x, arg) {
  abort_argument(
    arg, paste(
      "\"news\", a data frame of phrases and valences, a numeric vector with names,",
      "or a dictionary with the keys positive and negative"
    ), x
  )
}

# A data frame of words and numbers, or of words and the names of poles (tidytext).
frame_entries <- function(x, arg) {
  if (ncol(x) < 2L) {
    abort_argument(arg, "a data frame with a column of phrases and one of valences", x)
  }
  phrase <- as.character(x[[named_column(x, c("entry", "word", "term", "token", "x"), 1L)]])
  column <- named_column(x, c("valence", "value", "score", "sentiment", "y"), 2L)
  valence <- x[[column]]
  if (is.factor(valence)) valence <- as.character(valence)
  if (!is.character(valence)) {
    return(list(phrase = phrase, valence = valence))
  }
  pole <- pole_of(valence)
  if (!all(c(-1, 1) %in% pole)) {
    abort_input(
      "`", arg, "` must have numbers or the words positive and negative in its column `",
      shown_string(names(x)[[column]]), "`; it has: ",
      quote_list(unique(valence), 8L), "."
    )
  }
  say_left_out(unique(valence[is.na(pole)]))
  list(phrase = phrase[!is.na(pole)], valence = pole[!is.na(pole)])
}

# The first of `known` that is a column of x, else the column at `otherwise`.
named_column <- function(x, known, otherwise) {
  found <- match(known, tolower(as_text(names(x))))
  found <- found[!is.na(found)]
  if (length(found)) found[[1L]] else otherwise
}

# 1, -1 or NA from the name of a category. A negated one (neg_positive, as in LSD2015)
# has the opposite sign.
pole_of <- function(key) {
  key <- tolower(as_text(key))
  negated <- grepl("^neg_(positive|negative)$", key)
  key <- sub("^neg_(positive|negative)$", "\\1", key)
  pole <- c(positive = 1, pos = 1, negative = -1, neg = -1)[key]
  unname(ifelse(negated, -pole, pole))
}

say_left_out <- function(keys) {
  if (length(keys)) {
    message("Only positive and negative are read; left out: ", paste(keys, collapse = ", "), ".")
  }
}

# The words under the keys positive and negative, at any depth; those of other keys are
# left out and named.
polar_entries <- function(x, arg) {
  flat <- flat_keys(unclass(x))
  pole <- pole_of(names(flat))
  if (!all(c(-1, 1) %in% pole)) {
    abort_input(
      "`", arg, "` must have the keys `positive` and `negative`; its keys are: ",
      name_list(unique(names(flat))), "."
    )
  }
  say_left_out(unique(names(flat)[is.na(pole)]))
  flat <- flat[!is.na(pole)]
  pole <- pole[!is.na(pole)]
  list(phrase = unlist(flat, use.names = FALSE), valence = rep(pole, lengths(flat)))
}

# Nested lists of words as one list, each part under the innermost key that has a name.
flat_keys <- function(x, key = "") {
  if (!is.list(x)) {
    return(stats::setNames(list(as.vector(x)), key))
  }
  keys <- names(x)
  if (is.null(keys)) keys <- rep("", length(x))
  parts <- Map(function(part, own) flat_keys(part, if (nzchar(own)) own else key), x, keys)
  do.call(c, unname(parts))
}

# Shifters as sentimentr and sentometrics keep them (x, y and perhaps t), as entry, type
# and factor; other data frames are returned unchanged.
foreign_shifters <- function(shifters) {
  if ("entry" %in% names(shifters) || !all(c("x", "y") %in% names(shifters))) {
    return(shifters)
  }
  kinds <- c("negator", "amplifier", "downtoner", "adversative")
  code <- if ("t" %in% names(shifters)) shifters[["t"]] else shifters[["y"]]
  if (!is.numeric(code) || !all(code %in% 1:4)) {
    abort_argument(
      "shifters", "a data frame whose column `t` (or `y`) holds the types 1 to 4", code
    )
  }
  type <- kinds[code]
  # Only sentometrics gives factors; those of adversatives count clauses there.
  factor <- rep(NA_real_, length(code))
  own <- if ("t" %in% names(shifters)) type != "adversative" else FALSE
  factor[own] <- as.numeric(shifters[["y"]])[own]
  data.frame(entry = as.character(shifters[["x"]]), type = type, factor = factor)
}
