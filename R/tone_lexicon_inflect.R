# Regular inflection of English, for lexicons that list base forms. Vectorised. The lexicon
# itself lists what these rules do not produce, such as irregular verbs.

ends_in <- function(x, pattern) grepl(paste0("(", pattern, ")$"), x)

# The -s form of verbs and the plural of nouns: tax, taxes; carry, carries.
inflect_s <- function(x) {
  in_y <- ends_in(x, "[^aeiou]y")
  ending <- rep("s", length(x))
  ending[in_y | ends_in(x, "s|x|z|ch|sh")] <- "es"
  x[in_y] <- sub("y$", "i", x[in_y])
  paste0(x, ending)
}

# Before -ed and -ing a one-syllable verb of consonant, vowel, consonant doubles
# the last letter: plan, planned.
double_consonant <- function(x) {
  short <- grepl("^[^aeiou]*[aeiou][^aeiouwxy]$", x)
  x[short] <- sub("(.)$", "\\1\\1", x[short])
  x
}

inflect_ed <- function(x) {
  ending <- rep("ed", length(x))
  ending[ends_in(x, "e")] <- "d"
  in_y <- ends_in(x, "[^aeiou]y")
  x[in_y] <- sub("y$", "i", x[in_y])
  paste0(double_consonant(x), ending)
}

# -ee, -oe and -ye keep their e: agreeing, dyeing.
inflect_ing <- function(x) {
  drops <- ends_in(x, "e") & !ends_in(x, "ee|oe|ye")
  x[!drops] <- double_consonant(x[!drops])
  x[drops] <- sub("e$", "", x[drops])
  paste0(x, rep("ing", length(x)))
}

# All surface forms of lexicon rows, as list(phrase, row): `row` says which row a
# phrase comes from. The listed entries come first, then their other forms.
# `pos` is n, v or anything else (no regular forms); `forms` is empty for the regular
# ones, "-" for none, else the other forms separated by blanks, each with as many
# words as the entry. In an expression of several words a verb inflects the first word, a
# noun the last.
surface_forms <- function(entry, pos, forms) {
  row <- seq_along(entry)
  regular <- !nzchar(forms)
  verb <- which(regular & pos == "v")
  noun <- which(regular & pos == "n")
  listed <- which(!regular & forms != "-")

  first <- sub(" .*", "", entry[verb])
  rest <- substring(entry[verb], nchar(first) + 1L)
  last <- sub(".* ", "", entry[noun])
  before <- substring(entry[noun], 1L, nchar(entry[noun]) - nchar(last))
  given <- lapply(listed, function(i) {
    words <- strsplit(forms[[i]], " ", fixed = TRUE)[[1L]]
    size <- length(strsplit(entry[[i]], " ", fixed = TRUE)[[1L]])
    if (size == 1L) return(words)
    vapply(split(words, (seq_along(words) - 1L) %/% size), paste, "", collapse = " ")
  })
  list(
    phrase = c(
      entry,
      paste0(inflect_s(first), rest), paste0(inflect_ed(first), rest),
      paste0(inflect_ing(first), rest),
      paste0(before, inflect_s(last)),
      unlist(given, use.names = FALSE)
    ),
    row = c(row, verb, verb, verb, noun, rep(listed, lengths(given)))
  )
}
