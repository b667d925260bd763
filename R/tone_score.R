#' Score the tone of articles, sentences, voices and groups
#'
#' Looks up the words of a lexicon in each sentence, lets negators, amplifiers and other
#' shifters near them change their valence, takes rising and falling quantities into
#' account, and gives the tone of each article or sentence on a scale from -1 to 1, with its
#' uncertainty.
#'
#' A hit is a word or phrase of the lexicon; the longest entry wins. It contributes
#' `c = clip(valence * shifters, -4, 4) / 4`. Tone is `sum(c) / (hits + 2)`: the mean
#' contribution, drawn towards 0 where there are few hits, and does not grow with
#' length. Without any hit tone is `NA`; if the hits balance it is exactly 0. A sentence with a tone
#' between -0.08 and 0.08 and an article with one between -0.02 and 0.02 may be called neutral (see
#' *Neutral bands*).
#'
#' Shifters act on a hit from up to four words before it, but not across a comma or other
#' clause boundary, a quotation mark or an adversative:
#'
#'   * a negator ("not", "lack of") multiplies by its factor, -0.7 if the lexicon gives
#'     none; at most two act on one hit. Phrases of type `none` ("not only") keep the
#'     negator in them from acting, and "No," does not negate what follows the comma;
#'   * an amplifier ("very") or downtoner ("slightly") multiplies the nearest hit after
#'     it;
#'   * a shifter ("eased", "lifted", "ban on") acts as a negator does, with the factor -0.6 if
#'     the lexicon gives none;
#'     if no hit is within its reach it acts on the one before it, at most three words away in
#'     the same clause ("sanctions were lifted"). A shifter that is an entry of the lexicon
#'     too acts only on a hit of the opposite sign ("lost hope", not "lost the war"), and is
#'     then not a hit itself. "Less" and "least" act on the word after them only;
#'   * an irrealis ("may", "if", "fears of") multiplies by its factor, 0.65; of several
#'     only the strongest acts;
#'   * a negator directly before an aside of up to eight words acts over it ("did not, however,
#'     win"; "is not, in any way, safe"; brackets, dashes and quotation marks too), into a
#'     quotation of up to three (no "miracle") and over dots, and one that
#'     governs a hit goes on along a list of hits of the same sign ("no deaths, injuries or
#'     damage"). It does not act on what begins after "and" ("no plan and a crisis"), nor on a time,
#'     reason or comparison ("no arrest after a murder", "no better than a thief"), nor on a hit
#'     that has a negator of its own ("no jobs and no hope"). Directly after a verb it acts on it
#'     ("won nothing"). "Could not be better", "no better place", "nothing is worse than" and the
#'     like are no negation but amplify;
#'   * an adversative ("but", "however") that begins a clause multiplies all hits after
#'     it in the sentence by its factor and divides those before it;
#'   * the product of amplifiers, downtoners and adversatives is kept within 0.2 and 2.
#'
#' A quantity that is good or bad when it rises (types `good_up` and `bad_up`: "exports",
#' "unemployment") and a direction (`direction_up`, `direction_down`: "rose", "falling")
#' are one hit together, at most seven words apart in the same clause and in either order:
#' the quantity's factor times the direction's, with the opposite sign if it goes down.
#' Each word is used once, the closest pair first. The pair replaces entries and
#' shifters that share words with it; shifters act on it as on any hit, and so does an amplifier
#' or downtoner directly after it ("fell sharply"). A level (`level_up`, `level_down`: "high",
#' "low", "up", "zero") pairs with a quantity directly beside it or one word away, or after a form
#' of "be" ("low youth unemployment", "exports were up"); "less" and "fewer" with one directly after
#' them ("fewer accidents"). ", up from" and the like take a quantity before them, up to 14 words
#' away. Figures are not counted.
#'
#' Words with a capital inside a sentence ("the United Nations") are taken as names and
#' are not hits, except directly after an opening quotation mark or a dash, in headlines
#' in Title Case (with a full stop or without), in lines in capitals throughout, and words in
#' capitals throughout, which are emphasis ("a DISASTER"). A phrase that begins with a name leaves
#' the words after it free ("a Great success"). A name that begins a sentence is
#' recognised by `profile` only.
#'
#' The standard error of an article treats its sentences as clusters: with
#' `e = sum(c) - tone * hits` for each of the n sentences it is
#' `sqrt(n / (n - 1) * sum((e - mean(e))^2)) / (hits + 2)`. It is `NA` unless two sentences
#' differ in their hits or in the sum of their contributions: sentences that are all alike do
#' not show how much a tone varies. A sentence that is repeated word for word is one of them.
#'
#' @param x The articles: records of [article_read()] or any data frame with a column `text`
#'   (and `doc_id`, and `title`, the headline), a quanteda corpus with such document variables,
#'   or a character vector of plain texts (never a path; names are the ids). Columns decide,
#'   never the class. The rules are for English.
#' @param lexicon A lexicon of [tone_lexicon()] or anything it takes, or a list of
#'   several, which are scored in one pass; by default the package's lexicon of news. One
#'   element may be the string `"consensus"`, which adds the joint score of the others (see
#'   *Consensus*); `"consensus"` alone takes a stated list of them.
#' @param by What a row is: `"article"` (default), `"sentence"`, or any groups, several at once
#'   (`c("voice", "month")`):
#'   * `"voice"`: `"narration"` (headlines are part of it), `"direct"`, `"reported"` and
#'     `"thought"`, as [article_voices()] finds them; a hit has the voice of its first character;
#'   * `"speaker"`: whose words these are, `NA` where the text does not say; narration has none;
#'   * `"part"`: the parts of [article_parts()];
#'   * `"topic"`: those of `topics`;
#'   * `"day"`, `"week"` (from Monday), `"month"`, `"quarter"`, `"year"`: by the first day, of the
#'     column `date`;
#'   * a column of `x`, which wins over a group of the same name, with a message.
#'
#'   `"article"` and `"sentence"` can be among them. Articles without a value or a date are left
#'   out, with a message. `"hit"` alone gives the hits themselves.
#' @param method One string: `"tritone"` (default), or `"vader"`, `"sentimentr"`,
#'   `"sentometrics"` or `"plain"` for the arithmetic of those packages on `lexicon`, by
#'   article only and without `se`; or an object of [tone_method()], which describes them.
#' @param profile What [article_profile()] has learned from the collection: its names are not
#'   hits if they have a capital, even at the beginning of a sentence and in headlines;
#'   articles are read without the lines that begin or end many articles; and words that a
#'   hyphen divides at the end of a line are joined.
#'   By default (`NULL`) an article's own capitals alone decide what is a name.
#' @param parts The parts of an article to read, some of `"headline"`, `"dateline"`, `"byline"`,
#'   `"lead"`, `"body"`, `"boilerplate"`, or `"all"`. By default (`NULL`) articles (data frames
#'   and corpora) are read without bylines and boilerplate, and a message says how many
#'   articles have any; a character vector is plain text and is read whole.
#' @param voices The voices of an article to read, some of `"narration"` (headlines are part of
#'   it), `"direct"`, `"reported"` and `"thought"`, as [article_voices()] finds them in English
#'   articles. By default (`NULL`) all.
#' @param topics Where `by` has `"topic"`: a fit of [topic_lda()] or another model, whose topics
#'   share out each sentence as `predict()` does for its words; or a matrix of shares whose rows are
#'   named by articles, or by sentences as those of `term_matrix(by = "sentence")` are.
#' @param only Words, expressions and patterns with `*` and `?`: only sentences that hold one of
#'   them are read. Or a named list of such vectors, its names being themes, which are a further
#'   group (`theme`); a sentence may have several. By default (`NULL`) all are read.
#' @param weights How the articles of a group are weighed, one string: `"article"` (default; all
#'   alike, by topic by their shares), `"words"`, `"inverse_words"`, `"exponential"`,
#'   `"inverse_exponential"` (see [tone_trend()]), or a column of `x`; or `"hits"`: the group is
#'   read as one text, `sum(c) / (hits + 2)`, which does not draw voices of few hits an article
#'   towards 0.
#' @param clusters What is drawn as one in errors of groups: by default (`NULL`) articles, those of
#'   the same sentences being one; `"sentence"` for sentences, which says how sure the tone of
#'   these articles is, not of others like them; or a column of `x`, as the `group` of
#'   [article_duplicates()] or a source.
#' @param bootstrap The number of times that clusters are drawn anew, a whole number from 2; by
#'   default 0, for errors by formula.
#' @param seed A whole number of at least 0 for the random numbers of `bootstrap`; by default
#'   (`NULL`) drawn from R's generator.
#' @param level The level of the interval, a number between 0 and 1; by default 0.95.
#' @param language The language that `lexicon` and `method` are for, a code that
#'   [article_language()] knows, by default `"en"`: articles that it finds to be in another one are
#'   not scored (`NA` but for `n_words`), and a message says how many. `NULL` scores all, as do the
#'   methods of other packages.
#' @param threads The number of threads, by default the option `tritone.threads` or 2.
#'   The result is the same for every number.
#' @param progress Whether to show a progress bar for work that takes more than two seconds;
#'   by default in interactive sessions.
#' @param ... Must be empty; what follows it must be named.
#' @return A data frame of class `tritone_tone_score`, one row for each article and
#'   lexicon, in the order of `x`:
#'   * `doc_id`;
#'   * `lexicon`: its name;
#'   * `n_words`: the number of words, numbers not counted;
#'   * `n_hits`: the number of hits, phrases counted once;
#'   * `coverage`: `n_hits / n_words`, 0 if there are no words;
#'   * `tone`: from -1 to 1, `NA` without a hit;
#'   * `se`, `lower`, `upper`: its standard error and interval (normal, within -1 and 1),
#'     `NA` if there is no hit, or if no two sentences differ.
#'
#'   By sentence, one row for each sentence and lexicon, with the further columns
#'   `sentence` (its number in the article), `field` (`"title"` or `"text"`), `start` and
#'   `end` (1-based, inclusive, in characters of the field) after `doc_id`, and `text` at
#'   the end; `se`, `lower` and `upper` are `NA`. An article that is `NA` or empty has no
#'   sentence.
#'
#'   By hit, one row for each hit and lexicon with the columns that [tone_explain()] describes; the
#'   `contribution`s of an article add up to its tone.
#'   By groups, one row for each combination that occurs and lexicon, in the order of `by`: the
#'   groups; `lexicon`; `n_articles`, those with words in the group (not where `by` has articles);
#'   `n_words`, `n_hits`, `coverage`, `tone`, `se`, `lower`, `upper`; and `sign`: `"positive"` or
#'   `"negative"` where the whole interval is above or below 0, else `"unclear"`. `summary()` gives
#'   the gaps between voices.
#' @section Groups:
#' The tone of a group is the mean of the tones of its articles, each from its hits in the group, if
#' it has any. Its error treats articles as clusters: with `e` what each of the n articles adds
#' to the mean beyond its share it is `sqrt(n / (n - 1) * sum((e - mean(e))^2))`, and the
#' interval is that of t with n - 1 degrees of freedom (fewer if some weigh more, by
#' `(sum w)^2 / sum w^2`). Articles of the same sentences are one article to it, and sentences of
#' the same words are one sentence in the error of an article: copies do not make certainty. It is
#' `NA` for fewer than two articles, or if nothing varies. By article, sentences are the clusters,
#' as above.
#'
#' With `bootstrap`, each cluster is drawn a Poisson number of times in each replicate, and the
#' interval is that of quantiles, widened as t is for few clusters (Hesterberg 2015).
#' @section Consensus:
#' Lexicons differ in what they miss, and a mean of several agrees better with readers than
#' each of them (van der Veen and Bleich 2025). Since their valences differ in scale, each
#' tone is divided by the root mean square of its lexicon's valences (in units of 4); the
#' mean over all lexicons, one without a hit counting as 0, is brought to the scale of the
#' first. `"news"`, which was written for such texts, weighs as much as all others together, which
#' weigh the same: on the even rows of the rated sets below that is better than equal weights.
#' These weights come from the lexicons alone, so an article's row still does not depend on other
#' articles. `n_hits` is the mean; `se` is that of the joint tone, with the errors of all lexicons
#' in a sentence taken together; `NA` if no lexicon has a hit. The attribute `consensus` of the
#' result names the lexicons.
#'
#' `"consensus"` alone is that of `r paste0("\u0060", consensus_members, "\u0060", collapse = ", ")`
#' with our shifters, on every machine: it is an error if one of their packages is not
#' installed. Jockers-Rinker is left out because it holds all entries of syuzhet and nearly all of
#' Bing. In a list a consensus needs two other lexicons.
#' @section Neutral bands:
#' The bands are the widths with the best agreement with readers' three classes (macro-F1) on the
#' even rows of rated sets: for sentences the mean over headlines (SemEval 2007), sentences
#' of financial news (Financial PhraseBank) and of political news (NewsMTSC), which is best from
#' 0.07 to 0.1; for articles economic news (the rated articles of sentometrics), where 0.02 was best
#' when it was chosen, and widths from 0.005 to 0.05 now differ by 0.015 at most.
#' Headlines and financial sentences alone would have a wider band, political ones a narrower one.
#' @section What each rule adds:
#' The correlation with the ratings of the sentences of these three sets (mean; even rows, on which
#' the factors were chosen) and, in the sentences whose tone the rule changes, the share that is in
#' the right class with it and without it:
#'
#' \tabular{lrrrrr}{
#'   rule \tab sentences \tab right with \tab without \tab r with \tab without \cr
#'   quantities, directions, levels \tab 535 \tab 0.77 \tab 0.38 \tab 0.623 \tab 0.534 \cr
#'   good_up alone \tab 443 \tab 0.82 \tab 0.35 \tab 0.623 \tab 0.532 \cr
#'   bad_up alone \tab 100 \tab 0.55 \tab 0.55 \tab 0.623 \tab 0.618 \cr
#'   negator \tab 316 \tab 0.47 \tab 0.41 \tab 0.623 \tab 0.617 \cr
#'   shifter \tab 251 \tab 0.45 \tab 0.46 \tab 0.623 \tab 0.618 \cr
#'   amplifier \tab 484 \tab 0.57 \tab 0.57 \tab 0.623 \tab 0.622 \cr
#'   downtoner \tab 122 \tab 0.56 \tab 0.57 \tab 0.623 \tab 0.623 \cr
#'   adversative \tab 477 \tab 0.56 \tab 0.55 \tab 0.623 \tab 0.622 \cr
#'   irrealis \tab 521 \tab 0.57 \tab 0.57 \tab 0.623 \tab 0.623 \cr
#'   none \tab 20 \tab 0.55 \tab 0.55 \tab 0.623 \tab 0.622 \cr
#'   all \tab 2117 \tab 0.60 \tab 0.49 \tab 0.623 \tab 0.523
#' }
#'
#' Quantities that rise and fall carry most of the gain, nearly all of it in financial news.
#' Negators help a little. Shifters turn as many sentences wrong as right (their factors are halved
#' for it), and amplifiers, downtoners, adversatives and irrealis change much and gain next to
#' nothing. How far the rules reach matters little: other numbers of words (3 to 6 before a hit, 2
#' to 5 after it, 5 to 10 between a quantity and its direction) change the mean correlation, with
#' the economic articles, by 0.0014 at most.
#'
#' Of long articles the opening says most: of the rated economic articles (even rows) the tone of
#' the first three sentences agrees with the rating as well as that of all (r 0.414 and 0.417), that
#' of what follows them less (0.301).
#' @section Agreement with readers:
#' On the odd rows of the rated sets, which were not used in making the lexicon (correlation, and
#' macro-F1 of three classes with the bands above):
#'
#' \tabular{lrrrr}{
#'   set \tab news, r \tab F1 \tab consensus, r \tab F1 \cr
#'   headlines (625) \tab 0.672 \tab 0.597 \tab 0.671 \tab 0.617 \cr
#'   financial sentences (2,423) \tab 0.649 \tab 0.705 \tab 0.661 \tab 0.705 \cr
#'   political sentences (4,366) \tab 0.493 \tab 0.567 \tab 0.529 \tab 0.572 \cr
#'   economic articles (710) \tab 0.405 \tab 0.450 \tab 0.414 \tab 0.464
#' }
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @references
#' Cochran, W. G. (1977). *Sampling Techniques*, 3rd edition, chapter 6. Wiley.
#'
#' Hesterberg, T. C. (2015). What teachers should know about the bootstrap. *The American
#' Statistician*, 69(4), 371-386. \doi{10.1080/00031305.2015.1089789}
#'
#' Taboada, M., Brooke, J., Tofiloski, M., Voll, K. and Stede, M. (2011). Lexicon-based
#' methods for sentiment analysis. *Computational Linguistics*, 37(2), 267-307.
#' \doi{10.1162/COLI_a_00049}
#'
#' van der Veen, A. M. and Bleich, E. (2025). The advantages of lexicon-based sentiment
#' analysis in an age of machine learning. *PLOS ONE*, 20(1), e0313092.
#' \doi{10.1371/journal.pone.0313092}
#' @seealso [tone_lexicon()], [tone_lexicons()], [tone_explain()], [tone_shift()], [tone_trend()],
#'   [tone_jackknife()]
#' @export
#' @examples
#' news <- c(
#'   a = "The bank collapsed. Savers fear the worst, but the rescue may succeed.",
#'   b = "Farmers were not unhappy with the good harvest."
#' )
#' tone_score(news)
#' tone_score(news, by = "sentence")
#' tone_score(news, list(news = tone_lexicon(), plain = tone_lexicon(shifters = FALSE)))
#' tone_score(article_example(), by = "voice")
#' tone_score(article_example(), by = c("source", "year"), only = c("price*", "job*"))
tone_score <- function(x, lexicon = tone_lexicon("news"), ..., by = "article",
                       method = "tritone", profile = NULL, parts = NULL, voices = NULL,
                       topics = NULL, only = NULL, weights = "article", clusters = NULL,
                       bootstrap = 0, seed = NULL, level = 0.95, language = "en",
                       threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  language <- check_language(language)
  level <- check_number(level, "level", min = 0, max = 1, open = TRUE)
  threads <- check_threads(threads)
  articles <- as_articles(x, parts, profile, voices = voices)
  by <- check_by(by, x, chosen = !missing(by))
  sentences <- check_sentences(only, topics, by)
  how <- check_how(weights, clusters, bootstrap, seed, level, x)
  asked <- as_lexicons(lexicon)
  method <- as_method(method)
  plain <- nrow(by) == 1L && by$kind %in% c("article", "sentence")
  summed <- plain && is.null(sentences$only) && how$usual
  if (!is.null(method)) {
    if (!summed) {
      abort_input(
        "`method` of another package scores articles and sentences only: not `by` = ",
        quote_list(by$name), ", and not with `only`, `weights`, `clusters` or `bootstrap`."
      )
    }
    return(score_by_method(articles, asked, method, by$kind, level, threads, progress))
  }
  scoring <- list(
    lexicon = lexicon, profile = profile, parts = parts, voices = voices, language = language
  )
  if ("hit" %in% by$kind) {
    check_hits_alone(by, only, how)
    return(score_hits(articles, asked, profile, language, threads, progress, scoring))
  }
  scored <- articles_in(language, articles, threads)
  if (summed || identical(by$kind, "sentence")) {
    if (!how$usual) {
      abort_input("`bootstrap`, `clusters` and `weights` are for groups of sentences, ",
        "not for `by` = \"sentence\".")
    }
    out <- score_plainly(
      articles, asked, by$kind, scored, profile, scoring, level, threads, progress
    )
    if (summed) return(out)
    return(only_sentences(out, sentences, articles, threads, progress))
  }
  made <- group_figures(
    x, articles, asked, by, scored, sentences, profile, how, FALSE, threads, progress
  )
  columns <- figure_columns(made, "sentence" %in% by$kind)
  if ("doc_id" %in% names(columns)) columns$n_articles <- NULL
  if (plain) columns <- every_article(columns, articles$doc_id, scored, names(made$figures))
  new_table(
    columns, "tone_score", level = level, by = by$name,
    consensus = if (asked$consensus) names(asked$lexicons), gap = tone_gaps(made, by, how),
    scoring = scoring
  )
}

# The tone of every article or sentence from one pass of the core.
score_plainly <- function(articles, asked, by, scored, profile, scoring, level, threads,
                          progress) {
  lexicons <- asked$lexicons
  weights <- if (asked$consensus) consensus_weights(lexicons) else numeric()
  scores <- tone_score_core(
    articles, lapply(lexicons, `[`, c("entries", "shifters")), profile_names(profile), weights,
    by == "sentence", threads, progress_bar("Scoring tone", progress)
  )
  tell_parts_left_out(articles, "scored")
  se <- attr(scores, "consensus_se")
  scores <- stats::setNames(scores[seq_along(lexicons)], names(lexicons))
  if (asked$consensus) scores[[consensus_name]] <- consensus_scores(scores, weights, se)
  if (asked$alone) scores <- scores[consensus_name]
  if (!all(scored)) scores <- lapply(scores, unscored, !scored)
  # Rows are in order of article (and sentence), then lexicon.
  rows <- length(scores[[1L]]$tone)
  place <- order(rep(seq_len(rows), length(scores)))
  column <- function(name) unlist(lapply(scores, `[[`, name), use.names = FALSE)[place]
  name <- rep(names(scores), each = rows)[place]
  if (by == "article") {
    columns <- list(doc_id = rep(articles$doc_id, each = length(scores)))
    se <- column("se")
  } else {
    columns <- list(
      doc_id = articles$doc_id[column("article")],
      sentence = as.integer(column("sentence")),
      field = ifelse(column("in_title"), "title", "text"),
      start = as.integer(column("start")),
      end = as.integer(column("end"))
    )
    se <- rep(NA_real_, length(name))
  }
  columns <- c(columns, tone_columns(
    name, column("n_words"), column("n_hits"), column("tone"), se, level
  ))
  if (by == "sentence") columns$text <- column("text")
  new_table(
    columns, "tone_score", level = level, by = by,
    consensus = if (asked$consensus) names(lexicons), scoring = scoring
  )
}

# The neutral bands: tone this close to 0, by sentence and by article, is called neutral.
neutral_band <- c(sentence = 0.08, article = 0.02)

# The scores with NA for the articles that `left_out` marks.
unscored <- function(scores, left_out) {
  rows <- if (is.null(scores$article)) left_out else left_out[scores$article]
  for (column in c("n_hits", "tone", "se")) {
    if (!is.null(scores[[column]])) scores[[column]][rows] <- NA
  }
  scores
}

# The columns that every table of tone has.
tone_columns <- function(lexicon, n_words, n_hits, tone, se, level) {
  coverage <- n_hits / n_words
  coverage[n_words == 0] <- 0
  half <- stats::qnorm((1 + level) / 2) * se
  list(
    lexicon = as.character(lexicon),
    n_words = as.integer(n_words),
    n_hits = as.integer(n_hits),
    coverage = coverage,
    tone = tone,
    se = se,
    lower = pmax(tone - half, -1),
    upper = pmin(tone + half, 1)
  )
}
