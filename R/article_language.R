#' Identify the language of articles
#'
#' Finds the language of each article from about its first 160 words, so that articles
#' in other languages can be set aside or analysed separately.
#'
#' Scripts are recognised by their letters. Among languages of Latin script the most common words
#' of each (articles, prepositions, pronouns, conjunctions) are counted, with letters that
#' few others have; a word that several languages share counts little. The languages are English,
#' Spanish, French, German, Italian, Portuguese, Dutch, Swedish, Danish, Norwegian, Polish,
#' Turkish, Indonesian, Romanian, Czech, Hungarian, Finnish and Vietnamese; Russian,
#' Ukrainian, Belarusian, Bulgarian, Serbian and Macedonian in Cyrillic letters; Arabic,
#' Persian, Urdu, Hebrew, Greek, Hindi, Thai, Chinese, Japanese and Korean. Accents may be
#' missing. An article in a language outside this list is `NA` or, if its words are much like
#' those of a language in it, taken for that one.
#' @inheritParams article_parts
#' @return A data frame of class `tritone_article_language`, one row for each article in the
#'   order of `x`, with `doc_id`; `language`, a code of ISO 639-1 ("en", "es", ...; "no" for
#'   Norwegian), `NA` where a text is missing, too short (as headlines may be) or
#'   undecided; and `score`, from 0 to 1, how far the language is ahead of the next one.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @seealso [article_check()]
#' @export
#' @examples
#' news <- article_example()
#' found <- article_language(news)
#' table(found$language, useNA = "ifany")
#' news$doc_id[which(found$language != "en")]
article_language <- function(x, ..., threads = getOption("tritone.threads", 2),
                             progress = interactive()) {
  check_dots(...)
  articles <- as_articles(x)
  found <- article_language_core(
    articles, check_threads(threads), progress_bar("Finding languages", progress)
  )
  new_table(
    list(doc_id = articles$doc_id, language = found$language, score = found$score),
    "article_language"
  )
}

# The languages that are known, by their codes of ISO 639-1.
known_languages <- c(
  English = "en", Spanish = "es", French = "fr", German = "de", Italian = "it", Portuguese = "pt",
  Dutch = "nl", Swedish = "sv", Danish = "da", Norwegian = "no", Polish = "pl", Turkish = "tr",
  Indonesian = "id", Romanian = "ro", Czech = "cs", Hungarian = "hu", Finnish = "fi",
  Vietnamese = "vi", Russian = "ru", Ukrainian = "uk", Belarusian = "be", Bulgarian = "bg",
  Serbian = "sr", Macedonian = "mk", Arabic = "ar", Persian = "fa", Urdu = "ur", Hebrew = "he",
  Greek = "el", Hindi = "hi", Thai = "th", Chinese = "zh", Japanese = "ja", Korean = "ko"
)

# Names of languages by their codes, of others the codes.
language_names <- function(codes) {
  name <- names(known_languages)[match(codes, known_languages)]
  ifelse(is.na(name), codes, name)
}

# NULL or the code of a known language.
check_language <- function(x, arg = "language") {
  x <- check_string(x, arg, null = TRUE)
  if (is.null(x) || x %in% known_languages) return(x)
  near <- if (nchar(x) <= 20L) near_language(x)
  abort_input(
    "`", arg, "` must be NULL or the code of a known language, not ", describe(x), ". ",
    if (length(near)) paste0("Did you mean `", near, "`? "), "The codes are: ",
    name_list(known_languages), "."
  )
}

# The code for "English", "englsh", "EN", "en-GB" or "eng"; character() for what is near none.
near_language <- function(x) {
  code <- tolower(sub("[-_].*$", "", x))
  if (code %in% known_languages) return(code)
  name <- nearest_name(x, names(known_languages))
  if (length(name)) unname(known_languages[[name]]) else character()
}

# Which of as_articles()'s articles are in `language`, NULL for any. Those that are too short for
# a language of their own, as headlines are, take that of the collection, with a message if it is
# another. One message says how many are not in `language`, and what happens to them; no message
# if all are.
articles_in <- function(language, articles, threads, outcome = c("gets NA", "get NA")) {
  n <- length(articles$text)
  if (is.null(language)) return(rep(TRUE, n))
  found <- article_language_core(articles, threads, NULL)$language
  short <- which(is.na(found) & !is.na(articles$text))
  common <- if (length(short)) language_together(articles, short, threads) else NA
  if (!is.na(common) && common != language) {
    found[short] <- common
    message(sprintf(
      paste(
        "%s of %s articles %s too short for a language of %s own and %s that of all such",
        "articles: %s."
      ),
      show_count(length(short)), show_count(n), plural(length(short), "is", "are"),
      plural(length(short), "its", "their"), plural(length(short), "takes", "take"), common
    ))
  }
  other <- !is.na(found) & found != language
  if (any(other)) {
    counts <- sort(table(found[other]), decreasing = TRUE)
    message(sprintf(
      "%s of %s articles %s not in %s (%s) and %s.",
      show_count(sum(other)), show_count(n),
      plural(sum(other), "is", "are"), if (language == "en") "English" else language,
      paste(counts, names(counts), collapse = ", "),
      outcome[[min(sum(other), 2L)]]
    ))
  }
  !other
}

# The language of short articles read together, 20 at a time and 400 of them at most: that of
# most such groups. NA if it is not known.
language_together <- function(articles, rows, threads) {
  some <- rows[unique(round(seq(1, length(rows), length.out = min(length(rows), 400L))))]
  line <- articles$text[some]
  if (length(articles$title)) {
    title <- articles$title[some]
    line <- ifelse(is.na(title), line, paste(title, line, sep = ". "))
  }
  groups <- split(line, (seq_along(line) - 1L) %/% 20L)
  texts <- vapply(groups, paste, "", collapse = ". ")
  found <- article_language_core(list(title = character(), text = unname(texts)), threads, NULL)
  counts <- sort(table(found$language), decreasing = TRUE)
  if (length(counts)) names(counts)[[1L]] else NA_character_
}

# The articles with `NA` for those that are in another language than `language`, and one message.
# NULL keeps all; then a look at no more than 200 articles, evenly spaced over the collection,
# decides whether a message says that there are several languages.
only_language <- function(articles, language, threads) {
  n <- length(articles$text)
  if (!is.null(language)) {
    keep <- articles_in(language, articles, threads, c("is left out", "are left out"))
    articles$text[!keep] <- NA
    return(articles)
  }
  if (n < 20L) return(articles)
  at <- unique(round(seq(1, n, length.out = min(n, 200L))))
  some <- list(title = if (length(articles$title)) articles$title[at] else character(),
    text = articles$text[at])
  found <- article_language_core(some, threads, NULL)$language
  counts <- sort(table(found), decreasing = TRUE)
  if (length(counts) > 1L) {
    message(sprintf(
      "Articles in several languages are counted together (%s of %s%s); language = \"%s\" %s.",
      paste(counts, names(counts), collapse = ", "), show_count(length(at)),
      if (length(at) < n) " looked at" else "", names(counts)[[1L]], "leaves the others out"
    ))
  }
  articles
}
