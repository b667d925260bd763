# Texts to a term matrix: CPU seconds and MB/s beside the packages users would pick
# instead, one thread, all in one run, on distinct texts. Peers that are not
# installed are named and left out.
suppressMessages(library(tritone))
source("bench/helpers.R")

texts <- bench_texts("reuters21578/reuters21578.csv.gz")
megabytes <- sum(nchar(texts, "bytes")) / 1e6
cat(sprintf("%d texts, %.1f MB\n", length(texts), megabytes))

runs <- list(
  `tritone, 1 thread` = function() term_matrix(texts, threads = 1, progress = FALSE),
  `tritone, 2 threads` = function() term_matrix(texts, threads = 2, progress = FALSE)
)
if (has("quanteda")) {
  quanteda::quanteda_options(threads = 1)
  runs[["quanteda"]] <- function() quanteda::dfm(quanteda::tokens(texts))
}
if (has("text2vec")) {
  runs[["text2vec"]] <- function() {
    it <- text2vec::itoken(texts, tolower, text2vec::word_tokenizer, progressbar = FALSE)
    vocabulary <- text2vec::create_vocabulary(it)
    text2vec::create_dtm(it, text2vec::vocab_vectorizer(vocabulary))
  }
}
bench_table(runs, megabytes)
