# Tone compared with the packages that users would otherwise choose: agreement with ratings on
# the odd rows of each rated set (the even ones were for development), and speed, one
# thread, all in one run. Peers that are not installed are named and left out.
suppressMessages(library(tritone))
source("bench/helpers.R")
source("bench/tone_sets.R")

# Our neutral bands, of sentences and articles (?tone_score).
own_band <- function(set) if (grepl("^(articles|no news)", set)) 0.02 else 0.08

# Functions of texts that return one number per text; neutral within `band` of 0.
scorers <- function() {
  by_lexicon <- function(lexicon) {
    function(x) tone_score(unname(x), lexicon, progress = FALSE)$tone
  }
  out <- list(
    `tritone, news` = structure(by_lexicon(tone_lexicon("news")), band = own_band),
    `tritone, consensus` = structure(by_lexicon("consensus"), band = own_band)
  )
  if (has("sentimentr")) {
    out$sentimentr <- function(x) {
      sentimentr::sentiment_by(sentimentr::get_sentences(x))$ave_sentiment
    }
  }
  if (has("syuzhet")) {
    out$syuzhet <- function(x) syuzhet::get_sentiment(x) / pmax(1, lengths(strsplit(x, " ")))
  }
  if (has("quanteda")) {
    out[["quanteda, LSD2015"]] <- function(x) {
      dictionary <- quanteda::data_dictionary_LSD2015
      tokens <- quanteda::tokens(x)
      found <- quanteda::tokens_lookup(tokens, dictionary, nested_scope = "dictionary")
      counts <- as.matrix(quanteda::dfm(found))
      sum <- counts[, "positive"] - counts[, "negative"] - counts[, "neg_positive"] +
        counts[, "neg_negative"]
      unname(sum / pmax(1, quanteda::ntoken(tokens)))
    }
  }
  if (has("sentometrics")) {
    out[["sentometrics, bigrams, GI"]] <- function(x) {
      lists <- sentometrics::sento_lexicons(
        sentometrics::list_lexicons["GI_en"], sentometrics::list_valence_shifters[["en"]]
      )
      as.data.frame(sentometrics::compute_sentiment(x, lists, how = "proportional"))[, "GI_en"]
    }
  }
  has("vader")
  out
}

macro_f1 <- function(truth, guess) {
  mean(vapply(sort(unique(truth)), function(class) {
    hits <- sum(truth == class & guess == class)
    2 * hits / max(1, sum(truth == class) + sum(guess == class))
  }, 0))
}

agreement <- function(sets, scorers) {
  for (set in names(sets)) {
    data <- sets[[set]]
    cat(sprintf("\n%s: %d odd rows\n", set, length(data$text)))
    for (name in names(scorers)) {
      score <- scorers[[name]](data$text)
      score[is.na(score)] <- 0
      band <- attr(scorers[[name]], "band")
      if (is.function(band)) band <- band(set)
      guess <- sign(score) * (abs(score) > if (is.null(band)) 0 else band)
      r <- stats::cor.test(score, data$rating)
      cat(sprintf(
        "%-28s r %.3f (%.3f to %.3f)  macro-F1 %.3f\n",
        name, r$estimate, r$conf.int[[1L]], r$conf.int[[2L]], macro_f1(data$class, guess)
      ))
    }
  }
}

speed <- function() {
  texts <- bench_texts("usnews/usnews_economy.csv.gz")
  megabytes <- sum(nchar(texts, "bytes")) / 1e6
  cat(sprintf("\nspeed, by article: %d texts, %.1f MB\n", length(texts), megabytes))
  lexicon <- tone_lexicon("news")
  own <- function(threads) {
    function() tone_score(texts, lexicon, threads = threads, progress = FALSE)
  }
  bench_table(list(`tritone, 1 thread` = own(1), `tritone, 2 threads` = own(2)), megabytes, 7)
  runs <- list(tritone = own(1))
  if (has("sentometrics")) {
    lists <- sentometrics::sento_lexicons(
      sentometrics::list_lexicons["GI_en"], sentometrics::list_valence_shifters[["en"]]
    )
    runs[["sentometrics, bigrams"]] <- function() {
      sentometrics::compute_sentiment(texts, lists, how = "counts", nCore = 1)
    }
  }
  if (has("sentimentr")) {
    few <- texts[seq_len(min(200L, length(texts)))]
    runs[["sentimentr (first 200 texts)"]] <- structure(
      function() sentimentr::sentiment_by(sentimentr::get_sentences(few)),
      megabytes = sum(nchar(few, "bytes")) / 1e6
    )
  }
  bench_table(runs, megabytes)
}

speed()
agreement(rated_sets(), scorers())
