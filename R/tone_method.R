#' Tone by the methods of other packages
#'
#' The arithmetic of VADER, sentimentr and sentometrics, or plain look-up, with a lexicon of
#' your choice: to compare results with theirs, and to see how the method affects a score. Pass
#' the result, or the name of the method, to [tone_score()] as `method`.
#'
#' Of the lexicon's shifters the types `negator`, `amplifier`, `downtoner` and
#' `adversative` are used, without their factors except in the bigrams of sentometrics.
#'
#'   * `"vader"`: the compound of each text. Amplifiers add 0.293 to a word up to three
#'     words after them (times 0.95 and 0.9 with the distance), downtoners subtract as
#'     much, a word in capitals gains 0.733; negators multiply by -0.74; the first adversative
#'     halves what precedes it and multiplies what follows by 1.5; `!` and `?` add; the
#'     sum s becomes `s / sqrt(s^2 + 15)`. Expressions of several words are treated as idioms.
#'     Three further columns give the shares of the text that are `positive`, `neutral`
#'     and `negative`.
#'   * `"sentimentr"`: in a window of 5 words before and 2 after a word, cut at `,`, `;`
#'     and `:`, an odd number of negators reverses it, each amplifier adds 0.8 of it and each
#'     downtoner subtracts 0.8, an adversative before it adds a quarter and one after it
#'     subtracts a quarter. A sentence's sum is divided by the square root of its number of
#'     words; the sentences are averaged by `sum / (n + sqrt(log(1 + zeros)))`, where n of
#'     them are not zero. Sentences are split by our rules, not by those of sentimentr.
#'   * `"sentometrics"`: single words (`unigrams`), times the factor of a shifter directly
#'     before them (`bigrams`: -1, 1.8 and 0.2 for negators, amplifiers and downtoners
#'     unless the lexicon gives one), or in `clusters` of 4 words before and 2 after, in
#'     which shifters work as in sentimentr. `weighting` weights the hits within the text. The
#'     TFIDF weighting of sentometrics is left out: a text's tone would depend on the other
#'     texts. Expressions of several words are not read.
#'   * `"plain"`: the sum of the valences of the longest matches, divided by the number of
#'     words.
#'
#' By sentence (`by = "sentence"`) each sentence, cut by our rules, is scored as a text of its own.
#'
#' With `bugs = TRUE` the known errors of these packages are reproduced. All three miss
#' curly apostrophes. VADER: a token keeps its punctuation if only two characters would be left
#' ("no,"), non-ASCII quotation marks stay on words, "so" and "this" intensify even without
#' "never", idioms count only from the fourth word on and also affect the words after them, and
#' the rule for "but" confuses equal values. sentimentr: a pause anywhere removes the limit of
#' the window, an adversative adds 1 more than intended, and one after the word leaves a
#' thousandth of it. sentometrics: a shifter acts across the end of a sentence, the word
#' after a cluster is never examined, and weights by position are divided by those of the hits.
#'
#' @param method One string, `"vader"`, `"sentimentr"`, `"sentometrics"` or `"plain"`.
#' @param bugs Whether to reproduce the known errors; by default `FALSE`.
#' @param shifters How shifters act in sentometrics, one string: `"bigrams"` (default),
#'   `"unigrams"` or `"clusters"`.
#' @param weighting How sentometrics weights hits within a text, one string: `"counts"`
#'   (default), `"proportional"`, `"proportionalPol"`, `"proportionalSquareRoot"`, `"UShaped"`,
#'   `"inverseUShaped"`, `"exponential"` or `"inverseExponential"`.
#' @param ... Must be empty; what follows it must be named.
#' @return An object of class `tritone_tone_method`, a list of the four settings.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @references
#' Hutto, C. and Gilbert, E. (2014). VADER: a parsimonious rule-based model for sentiment
#' analysis of social media text. *ICWSM*, 8(1), 216-225. \doi{10.1609/icwsm.v8i1.14550}
#'
#' Ardia, D., Bluteau, K., Borms, S. and Boudt, K. (2021). The R package sentometrics to
#' compute, aggregate and predict with textual sentiment. *Journal of Statistical
#' Software*, 99(2), 1-40. \doi{10.18637/jss.v099.i02}
#'
#' Rinker, T. (2021). sentimentr: calculate text polarity sentiment. R package.
#' @seealso [tone_score()]
#' @export
#' @examples
#' lexicon <- tone_lexicon(c(good = 1.9, bad = -2.5))
#' tone_score("The harvest was VERY good, but not the price!", lexicon, method = "vader")
#' clusters <- tone_method("sentometrics", shifters = "clusters", weighting = "proportional")
#' tone_score("The harvest was not very good.", lexicon, method = clusters)
tone_method <- function(method, ..., bugs = FALSE,
                        shifters = c("bigrams", "unigrams", "clusters"),
                        weighting = "counts") {
  check_dots(...)
  structure(
    list(
      method = check_choice(method, "method", method_names),
      bugs = check_flag(bugs, "bugs"),
      shifters = check_choice(shifters, "shifters", c("bigrams", "unigrams", "clusters")),
      weighting = check_choice(weighting, "weighting", method_weightings)
    ),
    class = "tritone_tone_method"
  )
}

#' @method print tritone_tone_method
#' @export
print.tritone_tone_method <- function(x, ...) {
  cat_note(
    sprintf("tritone_tone_method \"%s\"", x$method),
    if (x$method != "plain" && x$bugs) ", with its bugs",
    if (x$method == "sentometrics") {
      sprintf("; shifters \"%s\", weighting \"%s\"", x$shifters, x$weighting)
    }
  )
  invisible(x)
}

# In the order of the core's enums.
method_names <- c("plain", "vader", "sentimentr", "sentometrics")
method_shifters <- c("unigrams", "bigrams", "clusters")
method_weightings <- c(
  "counts", "proportional", "proportionalPol", "proportionalSquareRoot", "UShaped",
  "inverseUShaped", "exponential", "inverseExponential"
)

# `method` of tone_score(): NULL for our own, else an object of tone_method().
as_method <- function(method) {
  if (inherits(method, "tritone_tone_method")) {
    parts <- c("method", "bugs", "shifters", "weighting")
    given <- unclass(method)
    wrong <- first_damage(
      list_damage(given, parts),
      strings_damage(given$method, "method", 1L), strings_damage(given$shifters, "shifters", 1L),
      strings_damage(given$weighting, "weighting", 1L),
      if (!is.logical(given$bugs)) "`bugs` must be TRUE or FALSE"
    )
    if (!is.null(wrong)) abort_damaged("method", "object of tone_method()", wrong)
    return(do.call(tone_method, given[parts]))
  }
  method <- check_choice(method, "method", c("tritone", method_names))
  if (method == "tritone") NULL else tone_method(method)
}

# The table of tone_score() by the method of another package.
score_by_method <- function(articles, asked, method, by, level, threads, progress) {
  if (asked$consensus) {
    abort_input("`lexicon` must not ask for a consensus where `method` is that of another package.")
  }
  lexicons <- asked$lexicons
  code <- list(
    method = match(method$method, method_names) - 1L, bugs = method$bugs,
    shifters = match(method$shifters, method_shifters) - 1L,
    weighting = match(method$weighting, method_weightings) - 1L
  )
  places <- if (by == "sentence") method_sentences(articles, threads)
  texts <- if (is.null(places)) articles else as_articles(places$text)
  scores <- lapply(lexicons, function(lexicon) {
    glob <- grep("[*?]", lexicon$entries$entry, value = TRUE)
    if (length(glob)) {
      abort_input(
        "The methods of other packages do not read patterns; the lexicon \"", lexicon$name,
        "\" has ", length(glob), "; the first is ", describe(glob[[1L]]), "."
      )
    }
    tone_method_core(
      texts, lexicon[c("entries", "shifters")], code, threads,
      progress_bar("Scoring tone", progress)
    )
  })
  tell_parts_left_out(articles, "scored")
  rows <- length(texts$doc_id)
  place <- order(rep(seq_len(rows), length(scores)))
  column <- function(name) unlist(lapply(scores, `[[`, name), use.names = FALSE)[place]
  columns <- lapply(
    if (is.null(places)) list(doc_id = articles$doc_id) else places[names(places) != "text"],
    rep, each = length(scores)
  )
  columns <- c(columns, tone_columns(
    rep(names(lexicons), each = rows)[place], column("n_words"), column("n_hits"),
    column("tone"), rep(NA_real_, rows * length(scores)), level
  ))
  if (method$method == "vader") {
    for (name in c("positive", "neutral", "negative")) columns[[name]] <- column(name)
  }
  if (!is.null(places)) columns$text <- rep(places$text, each = length(scores))
  new_table(columns, "tone_score", level = level, scoring = list(method = method))
}

# The sentences of articles, cut as by our own method, each with its text.
method_sentences <- function(articles, threads) {
  none <- list(
    entries = data.frame(entry = character(), valence = numeric()),
    shifters = unique_shifters(character(), character(), numeric())
  )
  cut <- tone_score_core(
    articles, list(none), character(), numeric(), TRUE, threads, NULL
  )[[1L]]
  list(
    doc_id = articles$doc_id[cut$article], sentence = as.integer(cut$sentence),
    field = ifelse(cut$in_title, "title", "text"), start = as.integer(cut$start),
    end = as.integer(cut$end), text = cut$text
  )
}
