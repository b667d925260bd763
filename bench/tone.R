# Texts to tone by article: CPU seconds and MB/s beside the packages users would pick
# instead, one thread, in one run.
suppressMessages(library(tritone))
source("bench/helpers.R")

texts <- bench_texts("usnews/usnews_economy.csv.gz")
megabytes <- sum(nchar(texts, "bytes")) / 1e6
cat(sprintf("%d texts, %.1f MB\n", length(texts), megabytes))
lexicon <- tone_lexicon("news")

runs <- list(
  `tritone, 1 thread` = function() tone_score(texts, lexicon, threads = 1, progress = FALSE),
  `tritone, 2 threads` = function() tone_score(texts, lexicon, threads = 2, progress = FALSE)
)
if (has("sentimentr")) {
  few <- texts[seq_len(min(200L, length(texts)))]
  runs[["sentimentr (first 200 texts)"]] <- structure(
    function() sentimentr::sentiment_by(sentimentr::get_sentences(few)),
    megabytes = sum(nchar(few, "bytes")) / 1e6
  )
}
bench_table(runs, megabytes)
