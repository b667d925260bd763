# Reads the forms in which other packages keep lexicons into phrases and numbers.

# Entries as phrases and valences, from any accepted form.
given_entries <- function(x, arg) {
  if (is.data.frame(x)) {
    given <- frame_entries(x, arg)
  } else if (is.numeric(x) && !is.null(names(x))) {
    given <- list(phrase = names(x), valence = as.vector(x))
  } else if (is_keyed(x)) {
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
  rest <- lapply(x[-at], as_numbers)
  column <- known_valence(rest)
  if (is.na(column)) {
    both <- pole_entries(phrase, rest)
    if (!is.null(both)) return(both)
    column <- only_valence(rest, arg)
  }
  name <- names(rest)[[column]]
  valence <- rest[[column]]
  if (is.character(valence)) return(named_poles(phrase, valence, name, arg))
  if (is.numeric(valence) && length(valence) && !any(valence < 0, na.rm = TRUE) &&
    any(valence > 0, na.rm = TRUE)) {
    labels <- label_columns(rest)
    if (length(labels) == 1L) {
      message(
        "The valences are those of column `", shown_string(name), "`, with the signs of column `",
        shown_string(names(rest)[[labels]]), "`."
      )
      return(named_poles(phrase, rest[[labels]], names(rest)[[labels]], arg, valence))
    }
    message("No entry is negative; the valences are those of column `", shown_string(name), "`.")
  }
  list(phrase = phrase, valence = valence)
}

phrase_columns <- c(
  "entry", "word", "words", "term", "token", "phrase", "lemma", "ngram", "x", "word1",
  "synsetterms"
)
valence_columns <- c("valence", "value", "score", "sentiment", "polarity", "weight", "y")

# The first of `known` that is a column of x, whatever its case; NA for none.
known_column <- function(x, known) {
  found <- match(known, tolower(as_text(names(x))))
  found[!is.na(found)][1L]
}

# The column of valences by its name; NA for none. Of several columns of numbers with such names
# the first that has negative ones, which a message names unless all hold the same; numbers take
# precedence over the names of poles.
known_valence <- function(x) {
  found <- match(valence_columns, tolower(as_text(names(x))))
  found <- found[!is.na(found)]
  numbers <- found[vapply(x[found], is.numeric, NA)]
  if (!length(numbers)) return(found[1L])
  chosen <- c(numbers[has_negative(x[numbers])], numbers)[[1L]]
  others <- numbers[!vapply(x[numbers], function(v) isTRUE(all.equal(v, x[[chosen]])), NA)]
  if (length(others)) {
    message(
      "The valences are those of column `", shown_string(names(x)[[chosen]]), "`, not of ",
      name_list(names(x)[others]), "."
    )
  }
  chosen
}

has_negative <- function(columns) {
  vapply(columns, function(v) is.numeric(v) && any(v < 0, na.rm = TRUE), NA)
}

# Columns of strings that hold the names of both poles.
label_columns <- function(x) {
  which(vapply(x, function(v) is.character(v) && all(c(-1, 1) %in% pole_of(unique(v))), NA))
}

# The column of phrases: one with a known name, else the only one of strings, else the first,
# unless another has more different ones.
phrase_column <- function(x, arg) {
  known <- known_column(x, phrase_columns)
  if (!is.na(known)) return(known)
  strings <- which(vapply(x, function(column) is.character(as_numbers(column)), NA))
  different <- vapply(x[strings], function(column) length(unique(column)), 0L)
  if (length(strings) == 1L || 1L %in% strings && different[[1L]] == max(different)) {
    return(strings[[1L]])
  }
  abort_columns(x, arg, "phrases", "entry")
}

# The only column that can hold valences where none has a name that says so: numbers, some of
# them negative, else the names of poles. With two columns also the second of strings.
only_valence <- function(x, arg) {
  if (length(x) == 1L && (!is.numeric(x[[1L]]) || !length(x[[1L]]))) return(1L)
  found <- which(has_negative(x))
  if (!length(found)) found <- label_columns(x)
  if (length(found) != 1L) abort_columns(x, arg, "valences", "valence")
  if (length(x) > 1L) {
    message("The valences are those of column `", shown_string(names(x)[[found]]), "`.")
  }
  found
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
    positive = c("positive", "positiv", "pos_score", "posscore", "pos"),
    negative = c("negative", "negativ", "neg_score", "negscore", "neg")
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

# Entries whose valences are the names of poles, times their `strength`.
named_poles <- function(phrase, valence, name, arg, strength = 1) {
  pole <- pole_of(valence)
  if (!all(c(-1, 1) %in% pole)) {
    abort_input(
      "`", arg, "` must have numbers or the words positive and negative in its column `",
      shown_string(name), "`; it has: ",
      quote_list(unique(valence), 8L), "."
    )
  }
  say_left_out(unique(valence[is.na(pole)]))
  list(phrase = phrase[!is.na(pole)], valence = (pole * strength)[!is.na(pole)])
}
