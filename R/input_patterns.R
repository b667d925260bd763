# Words and patterns that a user gives, compared with terms: one way for every verb that takes
# words. The rules are those of src/core/text/pattern.h, which term_matrix() and tone_score() use
# while they read texts.

# Which terms each pattern fits, as list(pattern, term): places in `patterns` and `terms`, by
# pattern, then by term. `*` is any number of characters and `?` is one; case, the kind of
# apostrophe or hyphen, composed or decomposed characters and surrounding blanks make no
# difference in patterns and terms. A pattern of several words also fits the term that joins them as
# n-grams and phrases do (`interest_rate`). With type "fixed", `*` and `?` are literal.
match_patterns <- function(patterns, terms, arg, type = "glob") {
  patterns <- enc2utf8(as.character(check_strings(patterns, arg, null = TRUE)))
  pattern_match_core(patterns, enc2utf8(terms), type == "glob")
}

# Says in one message which patterns fit no term: "2 entries of `seeds` match no term: ...".
tell_unmatched <- function(patterns, arg, none = c("matches no term", "match no term")) {
  n <- length(patterns)
  if (!n) return(invisible())
  message(sprintf(
    "%s of `%s` %s: %s%s", count_of(n, "entry", "entries"), arg, none[[min(n, 2L)]],
    quote_list(encodeString(shown_strings(utils::head(patterns, 9L))), 8L), if (n > 8L) "" else "."
  ))
}
