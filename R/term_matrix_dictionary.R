# Categories in place of terms: what a dictionary of themes counts in term_matrix().

# The entries of a dictionary as list(names, entry, category): the names of the categories, in
# order, the entries, and the place of the category of each. `levels` chooses which levels of
# nested names make a category.
check_dictionary <- function(dictionary, levels, arg = "dictionary") {
  if (is.null(dictionary)) {
    if (!is.null(levels)) abort_input("`levels` is for nested names of a `dictionary`.")
    return(NULL)
  }
  if (inherits(dictionary, "dictionary2")) dictionary <- as_plain_dictionary(dictionary)
  found <- flat_dictionary(dictionary, character(), arg)
  found[c("path", "size")] <- lapply(found[c("path", "size")], `[`, found$size > 0)
  depth <- lengths(found$path)
  if (is.null(levels)) levels <- seq_len(max(depth, 1L))
  levels <- check_counts(levels, "levels", 1, 100)
  names <- if (all(depth == 1L) && 1 %in% levels) {
    as.character(unlist(found$path))
  } else {
    vapply(found$path, function(path) {
      paste(path[levels[levels <= length(path)]], collapse = ".")
    }, "")
  }
  if (any(!nzchar(names))) {
    abort_input(
      "`levels` must name levels that each category has; \"",
      paste(found$path[!nzchar(names)][[1L]], collapse = "."), "\" has ",
      length(found$path[!nzchar(names)][[1L]]), "."
    )
  }
  list(
    names = unique(names), entry = found$entry,
    category = rep(match(names, unique(names)), found$size)
  )
}

# A dictionary of quanteda as nested lists; does not need quanteda.
as_plain_dictionary <- function(x) {
  if (isS4(x)) x <- stats::setNames(x@.Data, attr(x, "names"))
  lapply(unclass(x), function(part) {
    if (!is.list(part)) return(part)
    inner <- as_plain_dictionary(part)
    if (!is.null(names(inner)) && any(nzchar(names(inner)))) inner else unlist(inner)
  })
}

# list(entry, path, size): the entries, and the names that lead to each vector of them and its
# length.
flat_dictionary <- function(x, path, arg) {
  if (length(path) && (is.character(x) || is.factor(x))) {
    entry <- enc2utf8(as.character(check_strings(x, paste0(arg, "$", paste(path, collapse = "$")))))
    return(list(entry = entry, path = list(path), size = length(entry)))
  }
  named <- is.list(x) && !is.data.frame(x) && length(x) &&
    !is.null(names(x)) && all(!is.na(names(x)) & nzchar(names(x)))
  if (!named || length(path) > 50L) {
    abort_argument(
      arg, "a named list of character vectors, or of such lists, or a dictionary of quanteda", x
    )
  }
  x <- unclass(x)
  name <- enc2utf8(names(x))
  # Thousands of vectors are checked at once; if something is wrong, one by one to name it.
  if (all(vapply(x, is.character, NA))) {
    entry <- unlist(x, use.names = FALSE)
    if (!anyNA(entry) && all(is_valid_text(entry))) {
      return(list(
        entry = enc2utf8(entry), path = lapply(name, function(one) c(path, one)),
        size = unname(lengths(x))
      ))
    }
  }
  parts <- Map(function(part, name) flat_dictionary(part, c(path, name), arg), x, name)
  list(
    entry = unlist(lapply(parts, `[[`, "entry"), use.names = FALSE),
    path = unlist(unname(lapply(parts, `[[`, "path")), recursive = FALSE),
    size = unlist(lapply(parts, `[[`, "size"), use.names = FALSE)
  )
}

# Refuses what makes no sense for categories.
check_dictionary_only <- function(settings, limits) {
  other <- c(
    ngrams = !identical(settings$ngrams, 1), phrases = length(settings$phrases) > 0,
    stem = !is.null(settings$stem), hash_size = settings$buckets > 0,
    min_docs = any(limits != c(1, Inf, Inf))
  )
  if (any(other)) {
    abort_input(
      "`", names(other)[other][[1L]], "` cannot be used with `dictionary`, whose categories are ",
      "the columns; its entries may be expressions and patterns."
    )
  }
}

# The words of the entries under `options`, as list(words, category, names): a vector of words and
# patterns for each entry that can match, and the category of each.
dictionary_words <- function(dictionary, options, arg = "dictionary") {
  form <- pattern_form_core(dictionary$entry)
  glob <- is_glob(form)
  words <- strsplit(form, " ", fixed = TRUE)
  words[!glob] <- tokens_of_forms(form[!glob], options)$tokens
  empty <- lengths(words) == 0L
  tell_unmatched(
    dictionary$entry[empty], arg, rep("can match no counted term", 2L)
  )
  list(
    words = words[!empty], category = dictionary$category[!empty], names = dictionary$names
  )
}

# Categories of texts, articles x categories, in one pass and without keeping tokens; what
# count_dictionary() gives of their tokens. `remove` is in the form in which it is compared.
count_dictionary_texts <- function(articles, options, dictionary, remove, unmatched, threads,
                                   progress) {
  own <- numbered_entries(dictionary, unmatched)
  term_dictionary_texts_core(
    articles, options, own$known, own$word, own$size, dictionary$category, own$categories,
    own$names, remove, check_threads(threads), progress_bar("Counting categories", progress)
  )
}

# Categories of tokens, articles x categories. `removed` is what removed_entries() gives.
count_dictionary <- function(tokens, dictionary, removed, unmatched, threads, progress) {
  tokens <- unclass(tokens)
  own <- numbered_entries(dictionary, unmatched)
  found <- match_patterns(own$known, tokens$types, "dictionary")
  fits <- split(found$term, factor(found$pattern, seq_along(own$known)))
  term_dictionary_core(
    kept_by(tokens, removed), tokens$stretch, tokens$doc_ptr, length(tokens$types),
    unname(fits), own$word, own$size, dictionary$category, own$categories, tokens$doc_id,
    own$names, check_threads(threads), progress_bar("Counting categories", progress)
  )
}

# list(known, word, size, categories, names): the different words of the entries; the words of all
# entries as their places among them, and how many each entry has; the number of categories; and
# the names of the columns.
numbered_entries <- function(dictionary, unmatched) {
  word <- as.character(unlist(dictionary$words))
  known <- unique(word)
  list(
    known = known, word = match(word, known), size = lengths(dictionary$words),
    categories = length(dictionary$names),
    names = c(dictionary$names, if (unmatched) "(unmatched)")
  )
}

# `replace` as list(from, to): words or patterns and what they are counted as.
check_replace <- function(replace) {
  if (is.null(replace)) return(NULL)
  if (is.data.frame(replace) && ncol(replace) == 2L) {
    from <- replace[[1L]]
    to <- replace[[2L]]
  } else if (is.list(replace) && length(replace) && !is.null(names(replace))) {
    to <- rep(names(replace), lengths(replace))
    from <- unlist(replace, use.names = FALSE)
  } else if (is.character(replace) && !is.null(names(replace))) {
    from <- names(replace)
    to <- unname(replace)
  } else {
    abort_argument(
      "replace", paste(
        "a list of the forms of each word (list(go = c(\"goes\", \"went\"))), a character vector",
        "named by the forms, or a data frame of two columns, form and word"
      ), replace
    )
  }
  from <- check_strings(from, "replace")
  to <- pattern_form_core(enc2utf8(as.character(check_strings(to, "replace"))))
  if (any(!nzchar(to)) || any(!nzchar(from))) {
    abort_input("`replace` must not hold empty strings; use `remove` to leave words out.")
  }
  list(from = enc2utf8(as.character(from)), to = to)
}

# The terms of types: `forms` with those that `replace` names in place of them; the first entry
# that fits holds.
replaced_forms <- function(forms, types, replace) {
  if (is.null(replace)) return(forms)
  found <- match_patterns(replace$from, types, "replace")
  first <- !duplicated(found$term)
  forms[found$term[first]] <- replace$to[found$pattern[first]]
  forms
}

# Tokens with one article for each sentence, named doc_id.sentence.
sentence_articles <- function(tokens) {
  x <- unclass(tokens)
  article <- rep(seq_along(x$doc_id), diff(x$doc_ptr))
  n <- length(article)
  new <- c(TRUE, article[-1L] != article[-n] | x$sentence[-1L] != x$sentence[-n])[seq_len(n)]
  first <- which(new)
  x$doc_id <- make.unique(
    paste0(x$doc_id[article[first]], ".", x$sentence[first], recycle0 = TRUE)
  )
  x$doc_ptr <- c(as.double(first) - 1, n)
  if (!n) x$doc_ptr <- 0
  structure(x, class = "tritone_tokens")
}
