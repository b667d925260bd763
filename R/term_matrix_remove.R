# How entries of `remove` are read: they are cut as the texts are, so that a list of stop words
# fits every way of cutting words.

# The settings with `remove` in the form in which it is compared under `options`, and `removed`,
# the sequences of words that entries were cut into. A message names entries that can match
# nothing.
cut_entries <- function(settings, options) {
  written <- settings$remove
  settings$removed <- list()
  if (!length(written)) return(settings)
  form <- pattern_form_core(written)
  glob <- is_glob(form)
  expression <- grepl(" ", form, fixed = TRUE)
  pieces <- cut_words(form, options)
  tokens <- lapply(pieces, `[[`, "tokens")
  pieces_of_globs <- glob & !expression
  tokens[pieces_of_globs] <- lapply(form[pieces_of_globs], cut_glob, options)
  n <- lengths(tokens)
  apart <- vapply(pieces, `[[`, NA, "apart") & !glob
  several <- !expression & n > 1L & !apart
  single <- !expression & n == 1L
  words <- form
  words[single] <- unlist(tokens[single])
  cut <- expression & !glob & n > 0L
  words[cut] <- vapply(tokens[cut], paste, "", collapse = " ")
  never <- !nzchar(form) | n == 0L | (!expression & apart) |
    (expression & !can_be_expression(settings)) | (glob & never_kind(form, options))
  tell_unmatched(written[never], "remove", rep("can match no counted term", 2L))
  sequences <- tokens[several & !never]
  # A clitic is a function word wherever it is cut off.
  clitics <- if (options$clitics == "split") intersect(unlist(sequences), clitic_tokens)
  settings$removed <- unname(sequences)
  settings$remove <- unique(c(words[!several & !never], clitics))
  settings
}

clitic_tokens <- c("n't", "'s", "'re", "'ve", "'ll", "'d", "'m")

# A mark * or ? with a letter or digit beside it, or stars alone, as in src/core/text/pattern.h.
is_glob <- function(form) {
  grepl("[*?]", form) & grepl("[[:alnum:]]|[^ -~]", form) | grepl("^[*]+$", form)
}

# The tokens of each string, and their stretches, as two lists.
tokens_of_forms <- function(form, options) {
  options["parts"] <- list("all")
  options["profile"] <- list(NULL)
  tokens <- unclass(make_tokens(as_articles(form, NULL, NULL), options, 1, FALSE))
  article <- factor(rep(seq_along(form), diff(tokens$doc_ptr)), seq_along(form))
  list(
    tokens = unname(split(tokens$types[tokens$ids], article)),
    stretch = unname(split(tokens$stretch, article))
  )
}

# The same as a list for each string, list(tokens, apart); `apart` says whether a mark divides them.
cut_words <- function(form, options) {
  found <- tokens_of_forms(form, options)
  Map(function(tokens, stretch) {
    list(tokens = tokens, apart = length(unique(stretch)) > 1L)
  }, found$tokens, found$stretch)
}

# The words of one pattern, cut where words are: at hyphens and before clitics.
cut_glob <- function(form, options) {
  plain <- options$tokenizer == "uax29"
  if (!grepl("^(https?://|www[.])|@", form) && (plain || options$hyphens == "split")) {
    form <- strsplit(form, "-", fixed = TRUE)[[1L]]
  }
  form <- form[nzchar(form)]
  if (plain || options$clitics == "keep") return(form)
  unlist(lapply(form, function(word) {
    clitic <- clitic_tokens[endsWith(word, clitic_tokens) & nchar(word) > nchar(clitic_tokens)]
    if (!length(clitic)) return(word)
    c(substr(word, 1L, nchar(word) - nchar(clitic[[1L]])), clitic[[1L]])
  }))
}

# Can an expression of several words be a term?
can_be_expression <- function(settings) {
  length(settings$phrases) > 0L || (max(settings$ngrams) > 1 && settings$buckets == 0)
}

# Patterns of numbers or marks where neither is counted.
never_kind <- function(form, options) {
  word <- grepl("\\p{L}|^[*]+$", form, perl = TRUE)
  number <- grepl("\\p{N}", form, perl = TRUE)
  !word & number & !options$numbers
}
