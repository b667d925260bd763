# Reads lexicons that keep words under keys: named lists, dictionaries of quanteda with the
# polarities and valences that quanteda.sentiment adds.

is_keyed <- function(x) inherits(x, "dictionary2") || is.list(x) && !is.null(names(x))

# 1, -1 or NA from the name of a category. A negated one (neg_positive, as in LSD2015)
# has the opposite sign.
pole_of <- function(key) {
  key <- trimws(tolower(as_text(key)))
  negated <- grepl("^neg_(positive|negative)$", key)
  key <- sub("^neg_(positive|negative)$", "\\1", key)
  pole <- c(
    positive = 1, pos = 1, positiv = 1, "+" = 1, negative = -1, neg = -1, negativ = -1, "-" = -1,
    "\u2212" = -1
  )[key]
  unname(ifelse(negated, -pole, pole))
}

say_left_out <- function(keys) {
  if (length(keys)) {
    message("Only positive and negative are read; left out: ", paste(keys, collapse = ", "), ".")
  }
}

# The words under the keys positive and negative, at any depth; those of other keys are left out
# and named. A dictionary may say which keys are poles, or which valence each word has.
polar_entries <- function(x, arg) {
  said <- attr(x, "meta")[["object"]]
  if (length(said[["valence"]])) return(valued_entries(unclass(x), said[["valence"]], arg))
  flat <- flat_keys(unclass(x))
  keys <- names(flat)
  pole <- if (length(said[["polarity"]])) said_poles(keys, said[["polarity"]]) else pole_of(keys)
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

# 1, -1 or NA of each key, from a list of keys called `pos` and `neg`.
said_poles <- function(keys, polarity) {
  in_pole <- function(pole) keys %in% unlist(polarity[[pole]])
  ifelse(in_pole("pos"), 1, ifelse(in_pole("neg"), -1, NA))
}

# Entries from the valences of a dictionary: by key a number for all its words, one for each, or
# numbers whose names are the words. Keys without any are left out and named.
valued_entries <- function(x, valences, arg) {
  flat <- flat_keys(x)
  keys <- intersect(unique(names(flat)), names(valences))
  parts <- lapply(keys, function(key) {
    value <- valences[[key]]
    if (is.numeric(value) && !is.null(names(value))) {
      return(list(phrase = names(value), valence = as.vector(value)))
    }
    words <- unlist(flat[names(flat) == key], use.names = FALSE)
    if (!is.numeric(value) || !(length(value) %in% c(1L, length(words)))) {
      abort_argument(arg, paste0(
        "a dictionary with a valence for each word of key \"", key, "\""
      ), value)
    }
    list(phrase = words, valence = rep_len(value, length(words)))
  })
  left_out <- setdiff(names(flat), keys)
  if (length(left_out)) {
    message("Keys without valences are left out: ", paste(left_out, collapse = ", "), ".")
  }
  list(
    phrase = unlist(lapply(parts, `[[`, "phrase")), valence = unlist(lapply(parts, `[[`, "valence"))
  )
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
