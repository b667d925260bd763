# The list of English stop words for term_stopwords(), by part of speech: the closed
# classes of English grammar, and the numerals, times and verbs of attribution that carry
# no topic in newswire. "may", the month, is an auxiliary here.
stopwords_en <- list(
  articles = "a an the",
  pronouns = paste(
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves",
    "he him his himself she her hers herself it its itself they them their theirs themselves",
    "one ones oneself who whom whose which what whoever whatever whichever this that these those",
    "anyone anybody anything everyone everybody everything someone somebody something",
    "nobody nothing none other others another each every either neither both all any some such"
  ),
  auxiliaries = paste(
    "be am is are was were been being have has had having do does did doing done",
    "will would shall should can could may might must ought cannot",
    "isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't won't wouldn't",
    "shan't shouldn't can't couldn't mayn't mightn't mustn't needn't",
    "i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll",
    "it's it'd it'll",
    "we're we've we'd we'll they're they've they'd they'll that's that'll there's there'll",
    "here's who's who'd who'll what's where's let's"
  ),
  prepositions = paste(
    "about above across after against along amid among amongst around as at before behind below",
    "beneath beside besides between beyond by despite down during except for from in inside into",
    "like near of off on onto out outside over past per since through throughout till to toward",
    "towards under underneath until up upon via with within without according due"
  ),
  conjunctions = paste(
    "and or nor but yet so if unless because although though while whereas whether than then",
    "when where why how however therefore thus hence once that lest"
  ),
  adverbs = paste(
    "not no here there now also too very just only even still already again almost quite rather",
    "ever never always often perhaps maybe else instead meanwhile moreover more most less least",
    "much many few several enough further same own"
  ),
  numerals = paste(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred",
    "hundreds thousand thousands million millions billion billions first second third half",
    "percent pct"
  ),
  time = paste(
    "monday tuesday wednesday thursday friday saturday sunday",
    "january february march april june july august september october november december",
    "day days week weeks month months year years",
    "today yesterday tomorrow ago last next morning afternoon evening night a.m p.m a.m. p.m."
  ),
  newswire = "said says say saying told asked added stated noted according mr mrs ms dr gen col"
)

#' Stop words
#'
#' Words that carry no topic in news. The English list was written for this package: articles,
#' pronouns, auxiliaries, prepositions, conjunctions, common adverbs, numerals, names of days and
#' months, and the verbs of attribution of newswire ("said", "told"); contractions also without
#' their apostrophe ("dont"), unless that is another word. Those of other languages are
#' the lists of the package stopwords, which must be installed.
#' @param language One string: `"en"` (default), or the code of a language that
#'   `stopwords::stopwords_getlanguages()` knows for one of its sources, such as `"fr"`.
#' @return A character vector of lower-case terms, sorted, without repeats;
#'   their apostrophes are straight and match curly ones too. [term_matrix()] cuts them as it cuts
#'   the texts.
#' @section Errors:
#' `tritone_error_input` for a language that is not known, and where the package stopwords is
#' needed and not installed.
#' @export
#' @examples
#' head(term_stopwords())
#' if (requireNamespace("stopwords", quietly = TRUE)) head(term_stopwords("fr"))
term_stopwords <- function(language = "en") {
  language <- check_string(language, "language")
  words <- if (language == "en") {
    with_bare_contractions(
      unlist(strsplit(unlist(stopwords_en, use.names = FALSE), " ", fixed = TRUE))
    )
  } else {
    if (!grepl("^[A-Za-z]{2,3}$", language)) {
      abort_argument("language", "the code of a language, such as \"en\" or \"fr\"", language)
    }
    need_package("stopwords", "`language`")
    other_stopwords(tolower(language))
  }
  sort(unique(words), method = "radix")
}

# And the contractions as texts have them that lost their apostrophes ("dont"), but for those that
# are other words then ("well", "shell").
with_bare_contractions <- function(words) {
  bare <- gsub("'", "", grep("'", words, value = TRUE, fixed = TRUE), fixed = TRUE)
  c(words, setdiff(bare, c("cant", "hell", "id", "ill", "shed", "shell", "wed", "well", "wont")))
}

# From the first source of the package stopwords that has the language.
other_stopwords <- function(language) {
  for (source in c("snowball", "stopwords-iso", "nltk")) {
    if (language %in% stopwords::stopwords_getlanguages(source)) {
      return(pattern_form_core(enc2utf8(stopwords::stopwords(language, source))))
    }
  }
  abort_argument("language", "a language that the package stopwords knows", language)
}
