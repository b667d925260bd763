#' Who speaks in articles
#'
#' Finds the words and thoughts that an article gives as somebody else's: direct quotations,
#' reported speech and reported thought, each with its speaker. What no row covers is the
#' article's own voice, its narration. The rules look at one article alone, and are written for
#' English news.
#'
#' *Direct quotations* are found by marks of every kind (curly, straight, single, guillemets,
#' low German marks, double backticks), also nested, and over several paragraphs by the
#' convention of the press: each paragraph opens with a mark, only the last one closes. A
#' quotation in another one belongs to the outer one. Scare quotes, titles of works, nicknames
#' and foreign words are not speech. A mark without its partner never changes what comes after
#' its paragraph: that row has `unclosed`.
#'
#' *Reported speech* is what a verb of saying gives without marks (said that, according to), and
#' *thought* what somebody wants, believes or plans. The names that people give to things (called
#' it the "lottery"), headlines and acts (agreed on a loan, asked for water) are neither; that
#' somebody accuses, orders or promises something is reported speech.
#'
#' The speaker is searched before the verb and after it, past appositions (Kim, a trader, said),
#' and is carried on to quotations without a verb. Whom somebody speaks to is not a speaker (told
#' the agency). Surnames, acronyms, "the source" after "a source in the north", and pronouns get
#' the name that they stand for if the article decides it; `basis` says how.
#' @inheritParams article_parts
#' @return A data frame of class `tritone_article_voices`, one row for each stretch in the order
#'   of the text; the rows of an article do not overlap:
#'   * `doc_id`;
#'   * `start`, `end`: the place in `text` in characters, 1-based and inclusive; of a quotation
#'     with its marks;
#'   * `voice`: `"direct"`, `"reported"` or `"thought"`;
#'   * `speaker`: the name that is meant, `NA` if the text does not say who;
#'   * `speaker_start`, `speaker_end`: the place of the mention;
#'   * `cue`: the verb, `NA` if a sentence before has it;
#'   * `text`: the words;
#'   * `continued`: goes on the quotation of the paragraph before;
#'   * `unclosed`: has no closing mark;
#'   * `basis`: `"mention"` (the speaker is the mention), `"surname"`, `"acronym"`,
#'     `"description"`, `"pronoun"`, `"unclear"` (several could be meant, so the mention is
#'     kept), `"unexplained"` (a pronoun, and the article does not say for whom) or `"none"`.
#'
#'   Articles in another language have one row with `NA` in all columns but `doc_id`, and one
#'   message says how many.
#' @section How good it is:
#' Against PolNeAR, 84 news articles in which people marked every attribution (Newell et al.
#' 2018) and which the rules were not tuned on: 97 per cent of the direct quotations found are
#' marked ones, and 98 per cent of the marked ones are found; 87 per cent of their speakers are
#' right; of the characters in any voice, the F measure is 0.84, with 0.85 precision. Of the
#' characters in the voices of [article_example()], which the rules were tuned on, it is 0.96.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @references
#' Newell, E., Margolin, D. and Ruths, D. (2018). An attribution relations corpus for political
#' news. *Proceedings of LREC 2018*. <https://aclanthology.org/L18-1524/>
#' @seealso [article_parts()]
#' @export
#' @examples
#' voices <- article_voices(c(a = paste(
#'   "\u201cThe river froze early,\u201d said Wenda Oslak, a trader.",
#'   "Oslak expects a thaw in March, and the agency said that roads were open."
#' )))
#' voices[c("voice", "speaker", "text")]
#' summary(article_voices(article_example()))
article_voices <- function(x, ..., profile = NULL, language = "en",
                           threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  found <- rows_in_language(x, profile, language, threads, function(articles, threads) {
    article_voices_core(articles, threads, progress_bar("Finding voices", progress))
  })
  new_table(found, "article_voices")
}

#' Speakers of a table of voices
#'
#' @param object Of [article_voices()].
#' @param ... Must be empty.
#' @return A data frame of class `tritone_voice_speakers`, one row for each speaker (`NA` where
#'   no speaker is known, or only by a pronoun), by falling `words`: `speaker`, its most frequent
#'   spelling; `articles`
#'   and `words` that it has; and the shares of these words that are `direct`, `reported` and
#'   `thought`, between 0 and 1.
#' @method summary tritone_article_voices
#' @export
#' @examples
#' summary(article_voices(c(a = "She said it rained. \u201cWe wait,\u201d said Ida Holm.")))
summary.tritone_article_voices <- function(object, ...) {
  check_dots(...)
  rows <- as.data.frame(object)
  rows <- rows[!is.na(rows$voice), ]
  # A pronoun that the text does not explain is another person in each article.
  rows$speaker[rows$basis == "unexplained"] <- NA
  words <- lengths(regmatches(rows$text, gregexpr("[^[:space:]]+", rows$text)))
  speakers <- speaker_keys(rows$speaker)
  group <- speakers$key
  by_group <- function(value) as.numeric(tapply(value, group, sum))
  total <- by_group(words)
  share <- function(voice) by_group(words * (rows$voice == voice)) / pmax(total, 1)
  out <- list(
    speaker = speakers$name,
    articles = as.integer(tapply(rows$doc_id, group, function(id) length(unique(id)))),
    words = as.integer(total), direct = share("direct"), reported = share("reported"),
    thought = share("thought")
  )
  order <- order(-out$words, out$speaker, method = "radix")
  new_table(lapply(out, function(column) as.vector(column)[order]), "voice_speakers")
}

# Which mentions are of one speaker, as list(key, name): numbers from 1 and the usual spelling of
# each; NA is one too.
speaker_keys <- function(speaker) {
  speaker <- sub("[\u2019']s$", "", speaker)
  form <- tolower(sub("^(the|a|an) ", "", speaker, ignore.case = TRUE))
  key <- match(form, unique(form))
  list(
    key = key, name = vapply(split(speaker, key), usual_spelling, "", USE.NAMES = FALSE)
  )
}

# The most frequent spelling, the first of several.
usual_spelling <- function(spellings) {
  counts <- tabulate(match(spellings, unique(spellings)))
  unique(spellings)[[which.max(counts)]]
}
