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

#' English stop words
#'
#' Words that carry no topic in news: articles, pronouns, auxiliaries, prepositions,
#' conjunctions, common adverbs, numerals, names of days and months, and the verbs of
#' attribution of newswire ("said", "told"). The list was written for this package. For other
#' languages, give any character vector to `remove` of [term_matrix()].
#' @param language One string; only `"en"` (default) is available.
#' @return A character vector of lower-case terms, sorted, without repeats;
#'   their apostrophes are straight and match curly ones too.
#' @export
#' @examples
#' head(term_stopwords())
term_stopwords <- function(language = "en") {
  check_choice(language, "language", "en")
  words <- unlist(strsplit(unlist(stopwords_en, use.names = FALSE), " ", fixed = TRUE))
  sort(unique(words), method = "radix")
}
