#' The rules of other packages
#'
#' The arithmetic of VADER, sentimentr and sentometrics, or plain look-up, on a lexicon of
#' yours: to compare with them, and to see what a change of method does to a figure. Give
#' it, or its name, to [tone_score()] as `rules`.
#'
#' Of the lexicon's shifters the types `negator`, `amplifier`, `downtoner` and
#' `adversative` are used, without their factors except in bigrams of sentometrics.
#'
#'   * `"vader"`: the compound of each text. Amplifiers add 0.293 to a word within three
#'     words behind them (times 0.95 and 0.9 with the distance), downtoners take as much
#'     away, words in capitals 0.733; negators multiply by -0.74; the first adversative
#'     halves what precedes it and multiplies what follows by 1.5; `!` and `?` add; the
#'     sum s becomes `s / sqrt(s^2 + 15)`. Expressions of several words are its idioms.
#'     Three further columns give the shares of the text that are `positive`, `neutral`
#'     and `negative`.
#'   * `"sentimentr"`: in a window of 5 words before and 2 behind a word, cut at `,`, `;`
#'     and `:`, an odd number of negators turns it, each amplifier adds 0.8 of it and each
#'     downtoner takes 0.8 away, an adversative before it adds a quarter and one behind it
#'     takes a quarter away. A sentence's sum is divided by the root of its words; the
#'     sentences are averaged by `sum / (n + sqrt(log(1 + zeros)))`, where n are not zero.
#'     Sentences are cut by our rules, not by its.
#'   * `"sentometrics"`: single words (`unigrams`), times the factor of a shifter directly
#'     before them (`bigrams`: -1, 1.8 and 0.2 for negators, amplifiers and downtoners
#'     unless the lexicon gives one), or in `clusters` of 4 words before and 2 behind, in
#'     which shifters work as in sentimentr. `how` weighs them within the text. Its
#'     weighting by TFIDF is left out: a text's tone would depend on the other texts.
#'     Expressions of several words are not read.
#'   * `"plain"`: the sum of the valences of the longest matches, divided by the words.
#'
#' With `bugs = TRUE` their known errors are reproduced: in all three curly apostrophes
#' are not seen. VADER: a token keeps its marks when two characters would be left ("no,"),
#' quotation marks that are not ASCII stay on words, "so" and "this" strengthen without
#' "never", idioms count from the fourth word on only and reach over the words behind them,
#' equal values are confused by the rule of "but". sentimentr: a pause anywhere lifts the
#' limit of the window, an adversative adds 1 more than meant, one behind the word leaves a
#' thousandth of it. sentometrics: a shifter acts across the end of a sentence, the word
#' behind a cluster is never looked at, weights by place are divided by those of the hits.
#'
#' @param rules One string, `"vader"`, `"sentimentr"`, `"sentometrics"` or `"plain"`.
#' @param bugs Whether to reproduce the known errors; by default `FALSE`.
#' @param approach For sentometrics, one string: `"bigrams"` (default), `"unigrams"` or
#'   `"clusters"`.
#' @param how For sentometrics, one string: `"counts"` (default), `"proportional"`,
#'   `"proportionalPol"`, `"proportionalSquareRoot"`, `"UShaped"`, `"inverseUShaped"`,
#'   `"exponential"` or `"inverseExponential"`.
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
#' tone_score("The harvest was VERY good, but not the price!", lexicon, rules = "vader")
#' clusters <- tone_method("sentometrics", approach = "clusters", how = "proportional")
#' tone_score("The harvest was not very good.", lexicon, rules = clusters)
tone_method <- function(rules, bugs = FALSE, approach = c("bigrams", "unigrams", "clusters"),
                       how = "counts") {
  structure(
    list(
      rules = check_choice(rules, "rules", rule_sets),
      bugs = check_flag(bugs, "bugs"),
      approach = check_choice(approach, "approach", c("bigrams", "unigrams", "clusters")),
      how = check_choice(how, "how", rule_hows)
    ),
    class = "tritone_tone_method"
  )
}

# In the order of the core's enums.
rule_sets <- c("plain", "vader", "sentimentr", "sentometrics")
rule_approaches <- c("unigrams", "bigrams", "clusters")
rule_hows <- c(
  "counts", "proportional", "proportionalPol", "proportionalSquareRoot", "UShaped",
  "inverseUShaped", "exponential", "inverseExponential"
)

# `rules` of tone_score(): NULL for our own, else an object of tone_method().
as_rules <- function(rules) {
  if (inherits(rules, "tritone_tone_method")) return(rules)
  rules <- check_choice(rules, "rules", c("tritone", rule_sets))
  if (rules == "tritone") NULL else tone_method(rules)
}

# The table of tone_score() by the rules of another package.
score_by_rules <- function(articles, asked, rules, by, level, threads, progress) {
  if (by != "article") {
    abort_input(
      "`by` must be \"article\" where `rules` are those of another package; to score ",
      "sentences, give them as texts."
    )
  }
  if (asked$consensus) {
    abort_input("`lexicon` must not ask for a consensus where `rules` are another package's.")
  }
  lexicons <- asked$lexicons
  code <- list(
    rules = match(rules$rules, rule_sets) - 1L, bugs = rules$bugs,
    approach = match(rules$approach, rule_approaches) - 1L, how = match(rules$how, rule_hows) - 1L
  )
  scores <- lapply(lexicons, function(lexicon) {
    glob <- grep("[*?]", lexicon$entries$entry, value = TRUE)
    if (length(glob)) {
      abort_input(
        "`rules` of other packages read no patterns; the lexicon \"", lexicon$name, "\" has ",
        length(glob), ", the first is ", describe(glob[[1L]]), "."
      )
    }
    tone_method_core(
      articles, lexicon[c("entries", "shifters")], code, threads,
      progress_bar("Scoring tone", progress)
    )
  })
  tell_parts_left_out(articles, "scored")
  rows <- length(articles$doc_id)
  place <- order(rep(seq_len(rows), length(scores)))
  column <- function(name) unlist(lapply(scores, `[[`, name), use.names = FALSE)[place]
  columns <- c(
    list(doc_id = rep(articles$doc_id, each = length(scores))),
    tone_columns(
      rep(names(lexicons), each = rows)[place], column("n_words"), column("n_hits"),
      column("tone"), rep(NA_real_, rows * length(scores)), level
    )
  )
  if (rules$rules == "vader") {
    for (name in c("positive", "neutral", "negative")) columns[[name]] <- column(name)
  }
  new_table(columns, "tone_score", level = level)
}
