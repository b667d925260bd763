#' Count terms: a sparse document-term matrix
#'
#' Counts how often each term occurs in each article, straight from the text to a
#' sparse matrix. Words are found by the rules of newswire: curly and straight
#' apostrophes are the same and stay inside a word ("don't"), as do hyphens
#' ("sea-wall"); U.S., URLs, e-mail addresses, @handles and #tags are one term each;
#' terms are in lower case, but for what follows the host in a URL. Numbers and punctuation are
#' left out unless asked for.
#'
#' @param x The articles: records of [article_read()] or any data frame with a column `text`
#'   (and `doc_id`, and `title`, the headline), a quanteda corpus with such document variables,
#'   or a character vector of plain texts (never a path; names are the ids). Columns decide,
#'   never the class. Also tokens: of [term_tokens()], of quanteda, or a data frame of one row for
#'   each token with the columns `doc_id` and `token` (or `word`) and perhaps `sentence` (or
#'   `sentence_id`), as tidytext, udpipe and spacyr have them; such tokens are folded and counted
#'   as they are, punctuation too, unless `token` and `pos` choose.
#' @param ... Options of the tokens, by name:
#'   `tokenizer`, `"news"` (default) or `"uax29"`, the plain word boundaries of Unicode;
#'   `numbers` and `punctuation`, whether they are counted too, by default `FALSE`;
#'   `hyphens` and `clitics`, `"keep"` (default) or `"split"` ("don't" into "do" and
#'   "n't", the French "l'amie" into "l" and "amie", the Italian "dell'arte" into
#'   "dell" and "arte"; only with the tokenizer `"news"`);
#'   `parts`, the parts of an article to count, some of `"headline"`, `"dateline"`,
#'   `"byline"`, `"lead"`, `"body"`, `"boilerplate"`, or `"all"`. By default (`NULL`) articles
#'   (data frames and corpora) are counted without bylines and boilerplate, and a message says
#'   how many articles have any; a character vector is plain text and counts whole.
#'   `profile`, what [article_profile()] has learned from the collection: words that a hyphen
#'   divides at the end of a line are joined, and records are counted without the lines that
#'   begin or end many articles; by default `NULL`.
#'   Tokens of [term_tokens()] have these options already, so none may be given.
#'   For a data frame of tokens alone: `token`, the name of the column that is counted, such as
#'   `"lemma"`, by default the first of `token`, `word` and `lemma`; and `pos`, the parts of speech
#'   that are counted, such as `c("NOUN", "ADJ")`, values of the first of the columns `upos`, `pos`,
#'   `xpos` and `tag` that has any of them. Other tokens keep their place: no n-gram reaches over
#'   them.
#' @param ngrams Whole numbers from 1 to 16: the number of words in a term. By default 1, single
#'   words; `1:2` counts words and pairs of neighbours. An n-gram never crosses the end of
#'   a sentence or the line between headline and text, nor a mark unless `across` allows it.
#' @param skip Whole numbers of at least 0: how many words are skipped between neighbours in an
#'   n-gram, by default 0. With `0:1` each gap is empty or one word wide, with `1` it is
#'   always one word wide.
#' @param across Whether n-grams reach over marks between words inside a sentence: commas, colons,
#'   slashes, brackets, dashes and quotation marks; by default `FALSE`. Phrases never do.
#' @param concatenator One string that joins the words of an n-gram or a phrase in the
#'   names of columns, by default `"_"`.
#' @param phrases A character vector of expressions of several words, of at most 1,000 characters
#'   each, that are counted as one, such as `"state security department"`, in any spelling; by
#'   default none. `*` and `?` are as in `remove`: `"interest rate*"` counts `interest_rate` and
#'   `interest_rates`. The longest that fits is joined first, from left to right, inside a sentence.
#' @param stem Whether terms are word stems: `FALSE` (default), `TRUE` (English), or a language
#'   of `SnowballC::getStemLanguages()`. Needs the package SnowballC. Phrases, and words
#'   that do not consist of letters (URLs, tags, U.S.), are not stemmed.
#' @param remove A character vector of words to leave out, such as [term_stopwords()]; by
#'   default none. Next to a letter or digit, `*` is any number of characters and `?` is one;
#'   case, the kind of apostrophe, composed or decomposed characters and surrounding blanks
#'   make no difference. Words are compared as they are written, before stemming. Entries are cut
#'   as the texts are: with `hyphens = "split"`, `"e-mail"` leaves out "e-mail" and not every
#'   "mail"; with `clitics = "split"`, `"don't"` leaves out "do n't" and the clitic everywhere. An
#'   n-gram
#'   with a removed word is not counted, and none spans one unless `skip` allows it. An
#'   expression of several words (`"prime minister"`) leaves out that phrase or n-gram only.
#'   A message names entries that can match nothing under the other arguments.
#' @param replace What words are counted as, once for each type: a list of the forms of each word,
#'   `list(go = c("goes", "went"))`, a character vector named by the forms, `c(goes = "go")`, or a
#'   data frame of two columns, form and word; by default (`NULL`) nothing. Forms may be patterns;
#'   the first that fits holds. `remove`, `phrases` and `dictionary` see words as they are
#'   written; words that are replaced are not stemmed.
#' @param dictionary Themes to count in place of terms: a named list of character vectors, or of
#'   such lists, or a dictionary of quanteda; by default (`NULL`) none. Entries are words,
#'   expressions of several words, and patterns as in `remove`. The columns are the themes, in their
#'   order, also those that do not occur. Where entries of one theme overlap, the longest from the
#'   left counts; themes do not affect each other.
#' @param levels Which levels of a nested `dictionary` make the themes: whole numbers from 1; by
#'   default (`NULL`) all, so that `list(economy = list(money = "bank"))` has the theme
#'   `economy.money` and, with `levels = 1`, `economy`.
#' @param unmatched Whether a last column `(unmatched)` counts the words in no entry of
#'   `dictionary`; by default `FALSE`.
#' @param by One string, what a row is: `"article"` (default) or `"sentence"`: then the rows are the
#'   sentences with words, named by `doc_id`, a full stop and the number of the sentence.
#' @param min_docs,max_docs Terms are kept that occur in at least and at most this many
#'   articles: counts from 1 on, shares of all articles of `x` below 1 (`min_docs = 0.01`: in
#'   one of a hundred). By default 1 and `Inf`. The limits hold for what the columns are:
#'   n-grams, phrases or stems.
#' @param max_terms The most frequent terms are kept up to this number, by default
#'   all.
#' @param hash_size `NULL` (default), or a power of two from 2 to 2^24: feature hashing into this
#'   many columns without names. The column of a term depends on the term alone, so
#'   matrices of successive batches can be combined. Not with `min_docs`, `max_docs` or
#'   `max_terms`.
#' @param hash_signed Whether, with `hash_size`, half of the terms, chosen by another bit of their
#'   hash, count as negative, so that terms that share a column cancel out on average; by
#'   default `FALSE`.
#' @param language A code that [article_language()] knows, such as `"en"`: articles that it finds
#'   to be in another language get an empty row, and a message says how many. By default (`NULL`)
#'   all are counted, and a message says so if several languages are found in a sample of at most
#'   200 articles, evenly spaced over the collection.
#' @param threads The number of threads, by default the option `tritone.threads` or
#'   2. The result is the same for every number.
#' @param progress Whether to show a progress bar for work that takes more than two
#'   seconds; by default in interactive sessions.
#' @return A `dgCMatrix` of counts, articles x terms, with dimnames: rows in the
#'   order of `x`, columns by falling total, ties by code point. There are no
#'   stored zeros. An article that is `NA` or has no terms has an empty row.
#' @section How n-grams are counted:
#' With `min_docs` of at least 2 the words are read twice. The first time a table of
#' fixed size (at most 64 MB) keeps, for each n-gram, an upper bound on the number of its
#' articles (a count-min sketch); the second time only n-grams that can reach `min_docs`
#' get a counter. The counts are exact: the bound is never too low.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described;
#' `tritone_error_limit` where the matrix would hold more than 2^31 - 1 non-zero
#' cells.
#' @references
#' Unicode Standard Annex #29, Unicode Text Segmentation,
#' <https://www.unicode.org/reports/tr29/>.
#'
#' Cormode G, Muthukrishnan S (2005). An improved data stream summary: the count-min
#' sketch and its applications. *Journal of Algorithms* 55, 58-75.
#' \doi{10.1016/j.jalgor.2003.12.001}.
#'
#' Weinberger K, Dasgupta A, Langford J, Smola A, Attenberg J (2009). Feature hashing for
#' large scale multitask learning. *Proceedings of ICML*, 1113-1120.
#' \doi{10.1145/1553374.1553516}.
#' @seealso [term_tokens()] for the tokens themselves, [term_context()] for the places of a
#'   term, [topic_lda()] for topics of such counts.
#' @export
#' @examples
#' news <- c(
#'   a = "The harvest failed. Farmers don\u2019t expect rain.",
#'   b = "Farmers' leaders hope that rain will save the harvest."
#' )
#' term_matrix(news)
#' term_matrix(news, remove = term_stopwords(), min_docs = 2)
#' term_matrix(news, ngrams = 1:2, remove = term_stopwords())
#' term_matrix(news, dictionary = list(farming = c("farmer*", "harvest"), weather = "rain"))
#' colnames(term_matrix(news, phrases = "expect rain"))
#' if (requireNamespace("SnowballC", quietly = TRUE)) term_matrix(news, stem = TRUE)
#' parsed <- data.frame(
#'   doc_id = "a", token = c("Farmers", "hoped"), lemma = c("farmer", "hope"),
#'   upos = c("NOUN", "VERB")
#' )
#' term_matrix(parsed, token = "lemma", pos = "NOUN")
term_matrix <- function(x, ..., ngrams = 1, skip = 0, across = FALSE, concatenator = "_",
                        phrases = NULL, stem = FALSE, remove = NULL, replace = NULL,
                        dictionary = NULL, levels = NULL, unmatched = FALSE,
                        by = c("article", "sentence"), min_docs = 1L, max_docs = Inf,
                        max_terms = Inf, hash_size = NULL, hash_signed = FALSE, language = NULL,
                        threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_given()
  options <- token_options(..., .more = names(formals()))
  limits <- check_limits(min_docs, max_docs, max_terms)
  settings <- check_counting(
    ngrams, skip, across, concatenator, phrases, stem, remove, limits, hash_size, hash_signed
  )
  settings$replace <- check_replace(replace)
  dictionary <- check_dictionary(dictionary, levels)
  if (!is.null(dictionary)) check_dictionary_only(settings, limits)
  unmatched <- check_flag(unmatched, "unmatched")
  by <- check_choice(by, "by", c("article", "sentence"))
  language <- check_language(language)
  count <- function(tokens) {
    if (by == "sentence") tokens <- sentence_articles(tokens)
    if (is.null(dictionary)) return(count_tokens(tokens, settings, threads, progress)$counts)
    count_dictionary(tokens, dictionary, settings, unmatched, threads, progress)
  }
  if (is_tokens(x)) {
    x <- given_tokens(x, ...)
    if (!is.null(language)) abort_input("`language` needs articles, not tokens of term_tokens().")
    settings <- cut_entries(settings, x$options)
    if (!is.null(dictionary)) dictionary <- dictionary_words(dictionary, x$options)
    return(count(x))
  }
  settings <- cut_entries(settings, options)
  if (!is.null(dictionary)) dictionary <- dictionary_words(dictionary, options)
  articles <- counted_articles(x, options)
  articles <- only_language(articles, language, check_threads(threads))
  if (!is.null(dictionary) && by == "article" && !length(settings$removed)) {
    counts <- count_dictionary_texts(
      articles, options, dictionary, settings$remove, unmatched, threads, progress
    )
    tell_parts_left_out(articles)
    return(counts)
  }
  if (by == "sentence" || needs_tokens(settings)) {
    chained <- needs_sentences(settings) || !is.null(dictionary) || by == "sentence"
    tokens <- make_tokens(
      articles, options, threads, progress, sentences = chained, places = FALSE
    )
    tell_parts_left_out(articles)
    return(count(tokens))
  }
  counts <- term_matrix_core(
    articles, options, settings$remove, limits_of(limits, length(articles$doc_id)),
    check_threads(threads),
    progress_bar("Counting terms", progress)
  )$counts
  tell_parts_left_out(articles)
  counts
}

# Is more asked of the words than to be counted one by one, straight from the texts?
needs_tokens <- function(settings) {
  !identical(settings$ngrams, 1) || length(settings$phrases) > 0L ||
    length(settings$removed) > 0L || !is.null(settings$replace) || !is.null(settings$stem) ||
    settings$buckets > 0
}

# Are words counted together, which must not reach over the end of a sentence?
needs_sentences <- function(settings) {
  max(settings$ngrams) > 1 || length(settings$phrases) > 0L || length(settings$removed) > 0L
}

check_limits <- function(min_docs, max_docs, max_terms) {
  docs <- check_doc_limits(min_docs, max_docs)
  c(
    min_docs = docs[[1L]], max_docs = docs[[2L]],
    max_terms = check_count(max_terms, "max_terms", min = 1)
  )
}

# The limits as counts, for a collection of `n` articles.
limits_of <- function(limits, n) {
  limits[c("min_docs", "max_docs")] <- doc_limits(limits[c("min_docs", "max_docs")], n)
  limits
}

# Tokens of term_tokens() accept no further options.
refuse_options <- function(...) {
  if (...length()) {
    abort_input(
      "Tokens have their options already; `", ...names()[[1L]], "` can only be given to ",
      "term_tokens() or with texts."
    )
  }
}

# The options of tokens, checked: what `...` of term_matrix() may hold.
# `...` comes first so that a shortened name is a typo and not a partial match; `.more`
# are the arguments of the verb itself, for the message about a wrong name.
token_options <- function(..., tokenizer = c("news", "uax29"), numbers = FALSE,
                          punctuation = FALSE, hyphens = c("keep", "split"),
                          clitics = c("keep", "split"), parts = NULL, voices = NULL,
                          profile = NULL, token = NULL, pos = NULL, .more = NULL) {
  check_dots(..., .more = .more)
  # Those of data frames of tokens: given_tokens() reads them, counted_articles() refuses them.
  columns <- list(token = token, pos = pos)
  c(list(
    tokenizer = check_choice(tokenizer, "tokenizer", c("news", "uax29")),
    numbers = check_flag(numbers, "numbers"),
    punctuation = check_flag(punctuation, "punctuation"),
    hyphens = check_choice(hyphens, "hyphens", c("keep", "split")),
    clitics = check_choice(clitics, "clitics", c("keep", "split")),
    parts = check_parts(parts),
    voices = check_voices(voices),
    profile = check_profile(profile)
  ), columns[!vapply(columns, is.null, NA)])
}
