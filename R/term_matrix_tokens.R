# What term_matrix() does beyond counting the words of texts: n-grams, phrases, stems,
# hashing, and counts of existing tokens.

# The settings of counting, checked, as term_ngrams_core() takes them, and `stem`, a language
# or NULL.
check_counting <- function(ngrams, skip, across, concatenator, phrases, stem, remove, limits,
                           hash_size, hash_signed) {
  concatenator <- check_string(concatenator, "concatenator")
  if (!nzchar(concatenator)) abort_argument("concatenator", "a string that is not empty", "")
  remove <- check_strings(remove, "remove", null = TRUE)
  phrases <- check_strings(phrases, "phrases", null = TRUE)
  long <- nchar(phrases) > 1000L
  if (any(long)) {
    abort_argument("phrases", "expressions of at most 1,000 characters", phrases[long][[1L]])
  }
  list(
    ngrams = check_counts(ngrams, "ngrams", 1, 16), skip = check_counts(skip, "skip", 0, 1000),
    across = check_flag(across, "across"), concatenator = enc2utf8(concatenator),
    phrases = enc2utf8(as.character(phrases)),
    remove = enc2utf8(as.character(remove)), min_docs = limits[["min_docs"]],
    max_docs = limits[["max_docs"]], max_terms = limits[["max_terms"]],
    buckets = check_buckets(hash_size, limits),
    hash_signed = check_flag(hash_signed, "hash_signed"), removed = list(),
    stem = check_stem(stem)
  )
}

# Whole numbers in [min, max], each once, in ascending order.
check_counts <- function(x, arg, min, max) {
  ok <- is.numeric(x) && length(x) && !anyNA(x) && all(x >= min & x <= max & x == floor(x))
  if (!ok) abort_argument(arg, number_range("whole numbers", min, max, FALSE), x)
  sort(unique(as.double(x)))
}

# The number of hash buckets, 0 for no hashing.
check_buckets <- function(hash_size, limits) {
  if (is.null(hash_size)) return(0)
  given <- hash_size
  hash_size <- tryCatch(
    check_count(hash_size, "hash_size", min = 2, max = 2^24), tritone_error = function(e) NA
  )
  if (is.na(hash_size) || log2(hash_size) != floor(log2(hash_size))) {
    abort_argument("hash_size", "NULL or a power of two from 2 to 2^24", given)
  }
  if (any(limits != c(1, Inf, Inf))) {
    abort_input(
      "`min_docs`, `max_docs` and `max_terms` choose among terms and cannot be used with ",
      "`hash_size`, where a column counts many terms."
    )
  }
  hash_size
}

# The language of the stemmer, or NULL.
check_stem <- function(stem) {
  if (identical(stem, FALSE)) return(NULL)
  if (identical(stem, TRUE)) stem <- "english"
  stem <- tryCatch(check_string(stem, "stem"), tritone_error = function(e) {
    abort_argument("stem", "TRUE, FALSE or the name of a language", stem)
  })
  need_package("SnowballC", "`stem`")
  check_choice(stem, "stem", SnowballC::getStemLanguages())
}

# The stem of each type that is a word of letters; others (URLs, tags, numbers, U.S.) are
# left as they are.
stem_types <- function(types, language) {
  words <- grep("^[\\p{L}\\p{M}'-]+$", types, perl = TRUE)
  stems <- enc2utf8(SnowballC::wordStem(types[words], language = language))
  Encoding(stems) <- "UTF-8" # wordStem() does not say so itself
  kept <- is.na(stems) | !nzchar(stems)
  stems[kept] <- types[words][kept]
  types[words] <- stems
  types
}

# Counts of tokens: list(counts, counted, bytes), the latter two for the n-grams held in memory.
count_tokens <- function(tokens, settings, threads, progress) {
  limits <- limits_of(unlist(settings[c("min_docs", "max_docs", "max_terms")]), length(tokens))
  settings[names(limits)] <- as.list(limits)
  grams <- unwanted_grams(settings)
  if (length(grams)) settings$max_terms <- Inf
  forms <- if (is.null(settings$stem)) tokens$types else stem_types(tokens$types, settings$stem)
  forms <- replaced_forms(forms, tokens$types, settings$replace)
  out <- term_ngrams_core(
    unclass(tokens), forms, settings, tokens$doc_id, check_threads(threads),
    progress_bar("Counting terms", progress)
  )
  if (length(grams)) {
    unwanted <- match_patterns(grams, colnames(out$counts), "remove")$term
    kept <- setdiff(seq_len(ncol(out$counts)), unwanted)
    out$counts <- out$counts[, utils::head(kept, limits[["max_terms"]]), drop = FALSE]
  }
  out
}

# The entries of `remove` that leave out n-grams: expressions of several words, with blanks and
# joined by the concatenator.
unwanted_grams <- function(settings) {
  if (max(settings$ngrams) == 1 || settings$buckets > 0) return(character())
  form <- pattern_form_core(settings$remove)
  form <- form[grepl(" ", form, fixed = TRUE)]
  unique(c(form, gsub(" ", settings$concatenator, form, fixed = TRUE)))
}
