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

# A data frame of words and numbers, of words and the names of poles (tidytext), or of words with
# a column for each pole (Loughran-McDonald, NRC).
frame_entries <- function(x, arg) {
  if (ncol(x) < 2L) {
    abort_argument(arg, "a data frame with a column of phrases and one of valences", x)
  }
  x <- lapply(x, function(column) if (is.factor(column)) as.character(column) else column)
  at <- phrase_column(x, arg)
  phrase <- as.character(x[[at]])
  rest <- x[-at]
  known <- known_column(rest, valence_columns)
  if (is.na(known)) {
    both <- pole_entries(phrase, rest)
    if (!is.null(both)) return(both)
  }
  column <- if (is.na(known)) only_valence(rest, arg) else known
  name <- names(rest)[[column]]
  valence <- as_numbers(rest[[column]])
  if (is.character(valence)) return(named_poles(phrase, valence, name, arg))
  if (is.numeric(valence) && length(valence) && !any(valence < 0, na.rm = TRUE) &&
    any(valence > 0, na.rm = TRUE)) {
    message("No entry is negative; the valences are those of column `", shown_string(name), "`.")
  }
  list(phrase = phrase, valence = valence)
}

phrase_columns <- c("entry", "word", "words", "term", "token", "phrase", "lemma", "ngram", "x")
valence_columns <- c("valence", "value", "score", "sentiment", "polarity", "weight", "y")

# The first of `known` that is a column of x, whatever its case; NA for none.
known_column <- function(x, known) {
  found <- match(known, tolower(as_text(names(x))))
  found[!is.na(found)][1L]
}

# The column of phrases: one with a known name, else the only one of strings, else the first.
phrase_column <- function(x, arg) {
  known <- known_column(x, phrase_columns)
  if (!is.na(known)) return(known)
  strings <- which(vapply(x, function(column) is.character(as_numbers(column)), NA))
  if (length(strings) == 1L || 1L %in% strings) return(strings[[1L]])
  abort_columns(x, arg, "phrases", "entry")
}

# The only column that can hold valences where none has a name that says so: numbers, some of
# them negative. With two columns also the second of strings, the names of poles.
only_valence <- function(x, arg) {
  numbers <- lapply(x, as_numbers)
  signed <- which(vapply(numbers, function(v) is.numeric(v) && any(v < 0, na.rm = TRUE), NA))
  if (length(x) == 1L && (is.character(numbers[[1L]]) || !is.numeric(numbers[[1L]]))) return(1L)
  if (length(x) == 1L && !length(x[[1L]])) return(1L)
  if (length(signed) != 1L) abort_columns(x, arg, "valences", "valence")
  if (length(x) > 1L) {
    message("The valences are those of column `", shown_string(names(x)[[signed]]), "`.")
  }
  signed
}

abort_columns <- function(x, arg, what, name) {
  abort_input(
    "`", arg, "` must have a column of ", what, " called `", name, "`, or one column that can ",
    "only be that (valences are numbers some of which are negative); its columns are: ",
    name_list(names(x)), "."
  )
}

# Strings that are all numbers, as these.
as_numbers <- function(x) {
  if (!is.character(x) || !all(is.na(x) | validEnc(x) & validUTF8(enc2utf8(x)))) return(x)
  number <- suppressWarnings(as.numeric(enc2utf8(x)))
  if (all(is.na(x) | !is.na(number)) && any(!is.na(number))) number else x
}

# Entries from a column for each pole, NULL where there are none. Whole numbers are marks: above 0
# a word is listed, 0 and below (taken off the list) it is not; others are strengths; of strings
# and logical values those that are not empty or false are marks.
pole_entries <- function(phrase, x) {
  pole_names <- list(
    positive = c("positive", "pos", "positiv", "pos_score", "posscore"),
    negative = c("negative", "neg", "negativ", "neg_score", "negscore")
  )
  at <- vapply(pole_names, function(known) known_column(x, known), 0L)
  if (anyNA(at)) return(NULL)
  parts <- lapply(at, function(i) mark_of(x[[i]]))
  valence <- parts$positive - parts$negative
  keep <- !is.na(valence) & valence != 0
  message(
    "The valences are 1 for what column `", shown_string(names(x)[[at[["positive"]]]]),
    "` marks and -1 for `", shown_string(names(x)[[at[["negative"]]]]), "`; ",
    count_of(sum(!keep), "word", "words"), " without either ", plural(sum(!keep), "is", "are"),
    " left out."
  )
  list(phrase = phrase[keep], valence = valence[keep])
}

mark_of <- function(x) {
  x <- as_numbers(x)
  if (is.character(x)) {
    x <- trimws(x)
    return(as.numeric(!is.na(x) & nzchar(x) & !(tolower(x) %in% c("false", "no", "n", "0"))))
  }
  if (!is.numeric(x)) return(as.numeric(x %in% TRUE))
  x[is.na(x)] <- 0
  if (all(x == round(x))) as.numeric(x > 0) else as.numeric(x)
}

# Entries whose valences are the names of poles.
named_poles <- function(phrase, valence, name, arg) {
  pole <- pole_of(valence)
  if (!all(c(-1, 1) %in% pole)) {
    abort_input(
      "`", arg, "` must have numbers or the words positive and negative in its column `",
      shown_string(name), "`; it has: ",
      quote_list(unique(valence), 8L), "."
    )
  }
  say_left_out(unique(valence[is.na(pole)]))
  list(phrase = phrase[!is.na(pole)], valence = pole[!is.na(pole)])
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

# Shifters as sentimentr and sentometrics keep them (x with y, t or both), as entry, type and
# factor; other data frames are returned unchanged. Codes may be strings. Without `t`, whole
# numbers in `y` are types (sentimentr), others are factors (sentometrics).
foreign_shifters <- function(shifters) {
  names(shifters) <- sub("^(word|term|token)$", "x", names(shifters))
  if ("entry" %in% names(shifters) || !("x" %in% names(shifters)) ||
    !any(c("y", "t") %in% names(shifters))) {
    return(shifters)
  }
  plain <- function(column) {
    if (is.factor(column)) column <- as.character(column)
    as_numbers(column)
  }
  kinds <- c("negator", "amplifier", "downtoner", "adversative")
  y <- plain(shifters[["y"]])
  code <- if ("t" %in% names(shifters)) plain(shifters[["t"]]) else y
  factor <- rep(NA_real_, nrow(shifters))
  if (is.numeric(code) && !("t" %in% names(shifters)) && !all(code %in% 1:4)) {
    factor <- as.numeric(code)
    usual <- !is.na(factor) & factor != 0 & abs(factor) <= 2
    if (all(usual)) code <- ifelse(code < 0, 1, ifelse(code > 1, 2, 3))
  }
  if (!is.numeric(code) || !all(code %in% 1:4)) {
    abort_argument(
      "shifters", "a data frame whose column `t` (or `y`) holds the types 1 to 4", code
    )
  }
  type <- kinds[code]
  # Of both columns `y` has the factors; those of adversatives count clauses there.
  own <- is.numeric(y) & "t" %in% names(shifters) & type != "adversative"
  factor[own] <- as.numeric(y)[own]
  data.frame(entry = as.character(shifters[["x"]]), type = type, factor = factor)
}

# Lexicons of sentometrics::sento_lexicons() as a list of lexicons: its element `valence` holds
# the shifters of all.
sento_entries <- function(x) {
  shifters <- if (is.null(x[["valence"]])) news_shifters() else lexicon_shifters(x[["valence"]])
  keep <- setdiff(names(x), "valence")
  Map(function(one, name) make_lexicon(one, shifters, name, "lexicon"), unclass(x)[keep], keep)
}
