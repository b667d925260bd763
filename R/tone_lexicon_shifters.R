# Reads the forms in which other packages keep shifters.

shifter_names <- c("x", "word", "words", "term", "token", "phrase")

# What other packages call our types, in small letters without blanks and hyphens.
shifter_aliases <- c(
  negation = "negator", negators = "negator", negations = "negator", negative = "negator",
  amplification = "amplifier", amplifiers = "amplifier", intensifier = "amplifier",
  intensifiers = "amplifier", booster = "amplifier", boosters = "amplifier",
  deamplification = "downtoner", deamplifier = "downtoner", deamplifiers = "downtoner",
  downtoners = "downtoner", diminisher = "downtoner", diminishers = "downtoner",
  dampener = "downtoner", dampeners = "downtoner", adversatives = "adversative",
  adversativeconjunction = "adversative", adversativeconjunctions = "adversative"
)

# Shifters as entry, type and factor. Others than our own have phrases in `x`, `word` and the like
# and what they do in `t` or `type` (codes from 1 to 4, as sentimentr and sentometrics have them,
# or names of types), or in `y` or `value`: whole numbers are codes, others factors. Codes may be
# strings or factors. A named list or a dictionary has the names of types as keys.
foreign_shifters <- function(shifters) {
  if (!is.data.frame(shifters)) {
    flat <- flat_keys(unclass(shifters))
    type <- rep(names(flat), lengths(flat))
    return(data.frame(
      entry = as.character(unlist(flat, use.names = FALSE)), type = type_names(type)
    ))
  }
  shifters <- lapply(shifters, function(column) {
    as_numbers(if (is.factor(column)) as.character(column) else column)
  })
  at <- function(known) {
    found <- known_column(shifters, known)
    if (is.na(found)) NULL else shifters[[found]]
  }
  entry <- at(c("entry", shifter_names))
  type <- at(c("type", "t"))
  number <- at(c("factor", "y", "value", "weight"))
  if (is.null(entry) || is.null(type) && is.null(number)) return(shifters)
  if (is.null(type)) {
    type <- number
    number <- NULL
    if (is.numeric(type) && !all(type %in% 1:4)) {
      number <- type
      usual <- !is.na(number) & number != 0 & abs(number) <= 2
      if (all(usual)) type <- ifelse(number < 0, 1, ifelse(number > 1, 2, 3))
    }
  }
  if (is.numeric(type)) type <- types_of_codes(type)
  type <- type_names(type)
  # Where there are types too, `y` of adversatives counts clauses.
  if (is.null(at("factor")) && is.numeric(number)) number[type %in% "adversative"] <- NA
  out <- data.frame(entry = entry, type = type)
  if (!is.null(number)) out$factor <- number
  out
}

types_of_codes <- function(code) {
  if (!is.numeric(code) || !all(code %in% 1:4)) {
    abort_argument(
      "shifters", "a data frame whose column `t` (or `y`) holds the types 1 to 4", code
    )
  }
  c("negator", "amplifier", "downtoner", "adversative")[code]
}

# Our names of types for those of others; unknown ones as they are.
type_names <- function(type) {
  if (!is.character(type) || !length(type)) return(type)
  known <- unname(shifter_aliases[gsub("[ _-]", "", tolower(type))])
  own <- tolower(type) %in% shifter_types
  ifelse(own, tolower(type), ifelse(is.na(known), type, known))
}

# Lexicons of sentometrics::sento_lexicons() as a list of lexicons: its element `valence` holds
# the shifters of all.
sento_entries <- function(x) {
  shifters <- if (is.null(x[["valence"]])) news_shifters() else lexicon_shifters(x[["valence"]])
  keep <- setdiff(names(x), "valence")
  Map(function(one, name) make_lexicon(one, shifters, name, "lexicon"), unclass(x)[keep], keep)
}
