#' Tokenise articles
#'
#' Splits articles into tokens and keeps the position of each, for concordances
#' ([term_context()]), for counts under several settings ([term_matrix()] takes tokens in
#' place of texts), and for your own methods. Counting alone needs no tokens:
#' [term_matrix()] counts texts faster and in less memory.
#'
#' @inheritParams term_matrix
#' @param ... Must be empty.
#' @param tokenizer One string, `"news"` (default), the rules of newswire, or `"uax29"`, the
#'   plain word and sentence boundaries of Unicode.
#' @param numbers,punctuation Whether numbers, and punctuation and symbols, are tokens
#'   too, by default `FALSE`.
#' @param hyphens,clitics One string, `"keep"` (default) or `"split"`: whether words with
#'   hyphens, and words with a clitic ("don't" into "do" and "n't"), are split; only with
#'   the tokenizer `"news"`. The elided words of French and Italian before a vowel or h are
#'   clitics too: "l'amie" is "l" and "amie", "dell'arte" is "dell" and "arte"; words such as
#'   "aujourd'hui" stay whole.
#' @param parts The parts of an article to read, some of `"headline"`, `"dateline"`, `"byline"`,
#'   `"lead"`, `"body"`, `"boilerplate"`, or `"all"`. By default (`NULL`) articles (data frames
#'   and corpora) are read without bylines and boilerplate, and a message says how many
#'   articles have any; a character vector is plain text and is read whole.
#' @param voices The voices of an article to read, some of `"narration"` (headlines are part of
#'   it), `"direct"`, `"reported"` and `"thought"`, as [article_voices()] finds them in English
#'   articles; a message says how many articles are in another language, and are read by the same
#'   rules. By default (`NULL`) all.
#' @param profile What [article_profile()] has learned from the collection: a word that a hyphen
#'   divides at the end of a line is one token if it occurs without the hyphen in the profile
#'   or the article, and articles are read without the lines that begin or end many of them. By
#'   default (`NULL`) neither.
#' @param token,pos For a data frame of one row a token: the name of its column that holds the
#'   tokens, such as `"lemma"`, by default (`NULL`) the first of `token`, `word` and `lemma`; and
#'   the parts of speech to keep, such as `c("NOUN", "ADJ")`, by default (`NULL`) all; see
#'   [term_matrix()].
#' @return An object of class `tritone_tokens`: a list of plain vectors, so that it can be
#'   saved and loaded like any other. The tokens of all articles follow one another,
#'   articles in the order of `x`. The list has
#'   `ids`, one integer for each token, the index of its type in `types`;
#'   `doc_ptr`, the number of tokens before each article and, last, of all tokens, so that
#'   article `d` has the tokens `doc_ptr[d] + 1` to `doc_ptr[d + 1]`;
#'   `types`, the folded forms in the order of their first occurrence;
#'   `start` and `end`, the position of each token in the title or text, in characters, 1-based
#'   and inclusive; `in_title`, whether it is in the title;
#'   `sentence`, the number of its sentence in the article, from 1, the headline counting
#'   as one; `stretch`, the same for stretches of words between which there is no mark;
#'   `doc_id`; and `options`, the options of the tokens.
#'   The types and their order are the same for any number of threads.
#'
#'   `x[i]` gives some of the articles, by number, name or condition, as if only those had
#'   been tokenised; `length()` is the number of articles; `as.list()` gives a named list of
#'   character vectors, which `quanteda::as.tokens()` takes; `as.data.frame()` gives one row
#'   for each token with `doc_id`, `position`, `token`, `sentence`, `field`, `start` and `end`.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described; `tritone_error_limit` for a
#' text of 2 GiB or more.
#' @seealso [term_context()], [term_matrix()].
#' @export
#' @examples
#' tokens <- term_tokens(c(a = "Rain fell. Farmers don\u2019t mind.", b = "More rain."))
#' tokens
#' as.list(tokens)
#' as.data.frame(tokens["b"])
#' term_matrix(tokens, ngrams = 1:2)
#' if (requireNamespace("quanteda", quietly = TRUE)) quanteda::as.tokens(as.list(tokens))
term_tokens <- function(x, ..., tokenizer = c("news", "uax29"), numbers = FALSE,
                        punctuation = FALSE, hyphens = c("keep", "split"),
                        clitics = c("keep", "split"), parts = NULL, voices = NULL,
                        profile = NULL, token = NULL, pos = NULL,
                        threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  options <- token_options(
    tokenizer = tokenizer, numbers = numbers, punctuation = punctuation, hyphens = hyphens,
    clitics = clitics, parts = parts, voices = voices, profile = profile, token = token, pos = pos
  )
  if (is_tokens(x)) return(given_tokens(x, token = token, pos = pos))
  articles <- counted_articles(x, options)
  tokens <- make_tokens(articles, options, threads, progress)
  tell_parts_left_out(articles)
  tokens
}

# The articles whose words are counted: as_articles() of the parts and voices that the options of
# tokens name. A message says how many the rules for voices were not written for.
counted_articles <- function(x, options) {
  refuse_token_columns(options[["token"]], options[["pos"]])
  articles <- as_articles(x, options$parts, options$profile, voices = options$voices)
  if (!is.null(articles$voices)) {
    articles_in("en", articles, check_threads(getOption("tritone.threads", 2)), paste(
      c("is", "are"), "read by the rules for English voices"
    ))
  }
  articles
}

# Tokens of the articles that as_articles() returns. Without `places` they serve for counting only.
make_tokens <- function(articles, options, threads, progress, sentences = TRUE, places = TRUE) {
  tokens <- term_tokens_core(
    articles, options, sentences, places, check_threads(threads),
    progress_bar("Cutting tokens", progress)
  )
  options["parts"] <- list(articles$parts)
  tokens$doc_id <- articles$doc_id
  tokens$options <- options
  structure(tokens, class = "tritone_tokens")
}

#' @export
length.tritone_tokens <- function(x) length(x$doc_id)

#' @export
names.tritone_tokens <- function(x) unclass(x)$doc_id

#' @export
`[.tritone_tokens` <- function(x, i) {
  x <- unclass(check_tokens(x))
  if (missing(i)) i <- seq_along(x$doc_id)
  if (is.factor(i)) i <- as.character(i)
  if (!is.character(i) && !is.numeric(i) && !is.logical(i)) {
    abort_argument("i", "numbers or ids of articles, or a logical vector", i)
  }
  articles <- stats::setNames(seq_along(x$doc_id), x$doc_id)
  chosen <- unname(articles[i])
  if (anyNA(chosen)) {
    abort_input(
      "`i` must name articles of the tokens; there is no ",
      describe(if (is.character(i)) i[is.na(chosen)][[1L]] else i), "."
    )
  }
  size <- diff(x$doc_ptr)[chosen]
  at <- sequence(size, from = x$doc_ptr[chosen] + 1)
  types <- unique(x$ids[at])
  for (name in c("start", "end", "in_title", "sentence", "stretch")) x[[name]] <- x[[name]][at]
  x$ids <- match(x$ids[at], types)
  x$types <- x$types[types]
  x$doc_ptr <- c(0, cumsum(as.double(size)))
  x$doc_id <- make.unique(x$doc_id[chosen])
  structure(x, class = "tritone_tokens")
}

#' @export
as.list.tritone_tokens <- function(x, ...) {
  x <- unclass(check_tokens(x))
  article <- factor(rep(seq_along(x$doc_id), diff(x$doc_ptr)), levels = seq_along(x$doc_id))
  stats::setNames(split(x$types[x$ids], article), x$doc_id)
}

#' @export
as.data.frame.tritone_tokens <- function(x, ...) {
  x <- unclass(check_tokens(x))
  size <- diff(x$doc_ptr)
  data.frame(
    doc_id = rep(x$doc_id, size), position = sequence(size), token = x$types[x$ids],
    sentence = x$sentence, field = ifelse(x$in_title, "title", "text"), start = x$start,
    end = x$end
  )
}

#' Print tokens
#'
#' Shows the first tokens of the first articles.
#' @param x Tokens of [term_tokens()].
#' @param n The number of articles to show, a whole number of at least 0; by default 6.
#' @param ... Not used.
#' @return `x`, invisibly.
#' @method print tritone_tokens
#' @export
#' @examples
#' print(term_tokens(c("Rain fell.", "The sun came out.")), n = 1)
print.tritone_tokens <- function(x, n = 6, ...) {
  n <- check_count(n, "n")
  all <- unclass(check_tokens(x))
  cat_note(
    "tritone_tokens: ", count_of(length(x), "article"), ", ",
    count_of(length(all$ids), "token"), ", ", count_of(length(all$types), "type")
  )
  for (d in seq_len(min(n, length(x)))) {
    size <- all$doc_ptr[[d + 1L]] - all$doc_ptr[[d]]
    first <- near_text(all$types[all$ids[all$doc_ptr[[d]] + seq_len(min(size, 40))]])
    line <- paste(c(paste0(near_text(all$doc_id[[d]]), ":"), first), collapse = " ")
    cat(cut_text(line, getOption("width") - 1L, more = size > 40), "\n", sep = "")
  }
  if (length(x) > n) cat_note("\u2026 and ", count_of(length(x) - n, "more article"))
  invisible(x)
}
