# Texts that people have rated, for the benches of tone.

rated <- function(file) utils::read.csv(gzfile(bench_file(file)), encoding = "UTF-8")

# The rated sets: texts, ratings, and the class of each. `rows` is 1 for odd rows, on which
# results are reported, and 0 for even ones, on which rules are chosen.
rated_sets <- function(rows = 1L) {
  half <- function(text, rating, class = sign(rating)) {
    keep <- seq_along(text) %% 2L == rows & !is.na(rating) & !is.na(text)
    list(text = text[keep], rating = rating[keep], class = class[keep])
  }
  headlines <- rated("semeval2007/affective_headlines.csv.gz")
  finance <- rated("financial_phrasebank/sentences_50agree.csv.gz")
  targets <- rated("newsmtsc/newsmtsc.csv.gz")
  targets <- targets[targets$split == "train", ]
  economy <- rated("usnews/rated_economic_articles.csv.gz")
  films <- rated("moviereviews/pang_lee_moviereviews.csv.gz")
  list(
    `headlines (semeval2007)` = half(
      headlines$headline, headlines$valence,
      ifelse(abs(headlines$valence) < 50, 0, sign(headlines$valence))
    ),
    `sentences (financial_phrasebank)` = half(
      finance$sentence, match(finance$sentiment, c("negative", "neutral", "positive")) - 2
    ),
    `sentences (newsmtsc train, towards a person)` = half(targets$sentence, targets$polarity),
    `articles (usnews)` = half(economy$text, economy$positivity - 5),
    `no news: films (moviereviews)` = half(
      films$text, 2 * match(films$sentiment, c("neg", "pos")) - 3
    )
  )
}
