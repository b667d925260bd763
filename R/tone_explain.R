#' Explain a tone: the words behind it
#'
#' Lists every hit that a tone rests on, with its place, its entry in the lexicon, the shifters that
#' act on it, whose words it is in, and what it contributes to the tone of its article. The
#' contributions of an article add up to its tone. `print()` shows the sentences with their words
#' highlighted; so do notebooks, in colours that colour-blind readers can tell apart and with signs
#' that remain in black and white.
#'
#' A hit contributes its `value` \eqn{c} between -1 and 1 (see [tone_score()]) divided by the number
#' of hits of the article plus 2: the tone of an article is \eqn{\sum c / (hits + 2)}, so the two
#' neutral hits that draw it towards 0 make each contribution smaller and contribute nothing
#' themselves. In a consensus a contribution is multiplied by the weight of its lexicon too.
#'
#' What shifters do to a hit is `factor`, the product of the factors of its negators and shifters,
#' of its irrealis, and of all others together, which is kept within 0.2 and 2; then
#' `valence * factor` is kept within -4 and 4 and divided by 4.
#' @param x What to explain: articles, as [tone_score()] takes them; or a result of [tone_score()]
#'   or some of its rows, by article or sentence, with the articles in `data`.
#' @param data The articles that `x` was made from, where it is a result, or some of them; matched
#'   by `doc_id`. They are scored again as `x` was: lexicon, profile and the like are kept in it.
#' @param method One string: `"tritone"`. The scores of the methods of other packages are no sums of
#'   contributions, or not of those of hits: VADER bends the sum, sentimentr averages sentences of
#'   unlike weight, sentometrics weighs by place. They are an error.
#' @param lexicon,profile,parts,voices,language As in [tone_score()]; by default those of a result
#'   `x`, else those of [tone_score()].
#' @inheritParams tone_score
#' @return A data frame of class `tritone_tone_explain`, one row for each hit, in the order of
#'   articles, lexicons and places:
#'   * `doc_id`, `sentence`, `field`, `start`, `end`: where it is, as in `tone_score(by =
#'     "sentence")`, in characters of the field;
#'   * `lexicon`, and with a consensus `member`, the lexicon that has the entry;
#'   * `text`: its words; of a pair of a quantity and a direction all words from the one to the
#'     other;
#'   * `entry`: the entry of the lexicon; of a pair the quantity and whether it goes up or down,
#'     `"unemployment (down)"`;
#'   * `partner`: the direction of a pair, else `NA`;
#'   * `shifters`: those that act on it, each with type and factor, `""` without any. A negator that
#'     makes a superlative ("could not be better") has the type `superlative`;
#'   * `valence`: of the entry or the pair; `factor`: what shifters multiply it by; `value`: what it
#'     is worth, between -1 and 1;
#'   * `contribution`: to the tone of the article;
#'   * `voice`: whose words it is in, `"narration"`, `"direct"`, `"reported"` or `"thought"`, as its
#'     first character decides; `speaker`: as in [article_voices()], `NA` where there is none.
#'
#'   An article without a hit has no row.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @seealso [tone_score()], [tone_shift()]
#' @export
#' @examples
#' news <- c(a = "The bank collapsed. Savers fear the worst, but the rescue may succeed.")
#' tone_explain(news)
#' as.data.frame(tone_explain(news))[c("entry", "shifters", "contribution")]
#' # What makes the worst articles what they are:
#' example <- article_example()
#' tone <- tone_score(example)
#' worst <- tone[order(tone$tone)[1:2], ]
#' print(tone_explain(worst, data = example), n = 4)
tone_explain <- function(x, ..., data = NULL, lexicon = NULL, method = "tritone", profile = NULL,
                         parts = NULL, voices = NULL, language = "en",
                         threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  threads <- check_threads(threads)
  language <- check_language(language)
  explain_method(method)
  result <- is_tone_result(x)
  if (result) {
    kept <- attr(x, "scoring", exact = TRUE)
    if (!is.list(kept)) kept <- list()
    if (!is.null(kept$method)) explain_method(kept$method)
    if (is.null(lexicon)) lexicon <- kept$lexicon
    if (is.null(profile)) profile <- kept$profile
    if (is.null(parts)) parts <- kept$parts
    if (is.null(voices)) voices <- kept$voices
    if (missing(language) && length(kept)) language <- kept$language
    articles <- explained_articles(x, as_articles(check_data(data), parts, profile, "data", voices))
  } else {
    if (!is.null(data)) {
      abort_input("`data` is for a result of tone_score(); `x` holds the articles themselves.")
    }
    articles <- as_articles(x, parts, profile, voices = voices)
  }
  asked <- as_lexicons(if (is.null(lexicon)) tone_lexicon("news") else lexicon)
  if (result) check_lexicon_names(x, asked)
  found <- find_hits(articles, asked, profile, language, threads, progress)
  columns <- c(
    hit_columns(found, articles$doc_id, asked), list(hit = found$rows$hit)
  )
  if (result) columns <- lapply(columns, `[`, explained_rows(columns, x))
  named <- function(rows) {
    rows$doc_id <- articles$doc_id[rows$article]
    if (!is.null(rows$member)) rows$member <- names(asked$lexicons)[rows$member]
    rows[names(rows) != "article"]
  }
  new_table(
    columns, "tone_explain", marks = named(found$marks), sentences = named(found$sentences)
  )
}

# Only our own method can be explained.
explain_method <- function(method) {
  method <- as_method(method)
  if (is.null(method)) return(invisible())
  why <- c(
    plain = "divides by all words, and has no shifters to explain",
    vader = "bends the sum of a text, so that it is no sum of its words",
    sentimentr = "averages sentences with weights that depend on their tone",
    sentometrics = "weighs words by their place and number"
  )
  abort_input(
    "`method` must be \"tritone\" to be explained: \"", method$method, "\" ",
    why[[method$method]], "."
  )
}

# Is `x` a table of tone_score(), and not one of articles?
is_tone_result <- function(x) {
  if (inherits(x, "tritone_tone_score")) return(TRUE)
  is.data.frame(x) && all(c("lexicon", "n_hits", "tone") %in% names(x)) && !"text" %in% names(x)
}

check_data <- function(data) {
  if (!is.null(data)) return(data)
  abort_input("`data` must be the articles that `x` was made from, where `x` is a table of tones.")
}

# Those of `articles` that have a row in the table `x` of tones.
explained_articles <- function(x, articles) {
  if (!"doc_id" %in% names(x)) {
    abort_input(
      "`x` must have the column `doc_id`, as tone_score() gives it by article or sentence; give ",
      "the articles themselves to explain groups."
    )
  }
  wanted <- unique(as.character(x[["doc_id"]]))
  missing <- setdiff(wanted, articles$doc_id)
  if (length(missing)) {
    abort_input(
      "`data` must hold the articles of `x`; ", show_count(length(missing)), " of ",
      show_count(length(wanted)), " ", plural(length(missing), "is", "are"), " not there: ",
      quote_list(missing, 5L), "."
    )
  }
  keep <- articles$doc_id %in% wanted
  for (name in c("doc_id", "text", "title")) {
    if (length(articles[[name]])) articles[[name]] <- articles[[name]][keep]
  }
  articles
}

check_lexicon_names <- function(x, asked) {
  if (is.null(x[["lexicon"]])) return(invisible())
  known <- if (asked$alone) character() else names(asked$lexicons)
  known <- c(known, if (asked$consensus) consensus_name)
  other <- setdiff(unique(as.character(x[["lexicon"]])), known)
  if (length(other)) {
    abort_input(
      "`lexicon` must hold the lexicons of `x`; it lacks ", quote_list(other, 5L), "; there is ",
      quote_list(known, 5L), "."
    )
  }
}

# Which of the hits belong to a row of the table `x` of tones.
explained_rows <- function(columns, x) {
  by <- if ("entry" %in% names(x)) {
    c("doc_id", "lexicon", "field", "start", "end")
  } else {
    c("doc_id", "lexicon", "sentence", "voice")
  }
  by <- intersect(by, names(x))
  key <- function(of) do.call(paste, c(lapply(by, function(name) of[[name]]), sep = "\r"))
  key(columns) %in% key(as.data.frame(x))
}
