# Texts in R to a finished sparse matrix: CPU seconds and MB/s, compared with the packages
# that users would otherwise choose and with `wc -w`, which only looks for blanks; then the
# gain from a second thread, and the memory used. All in one run, on distinct
# texts. Peers that are not installed are named and left out.
suppressMessages(library(tritone))
source("bench/helpers.R")

matrix_of <- function(texts, threads = 1) {
  term_matrix(texts, threads = threads, progress = FALSE)
}

peer_runs <- function(texts) {
  runs <- list()
  if (has("quanteda")) {
    quanteda::quanteda_options(threads = 1)
    runs[["quanteda, default"]] <- function() quanteda::dfm(quanteda::tokens(texts))
    runs[["quanteda, split_tags = TRUE"]] <- function() {
      quanteda::dfm(quanteda::tokens(texts, split_tags = TRUE))
    }
  }
  if (has("text2vec")) {
    runs[["text2vec"]] <- function() {
      it <- text2vec::itoken(texts, tolower, text2vec::word_tokenizer, progressbar = FALSE)
      vocabulary <- text2vec::create_vocabulary(it)
      text2vec::create_dtm(it, text2vec::vocab_vectorizer(vocabulary))
    }
  }
  if (has("tidytext") && has("dplyr")) {
    runs[["tidytext"]] <- function() {
      words <- tidytext::unnest_tokens(
        data.frame(doc_id = seq_along(texts), text = texts), "word", "text"
      )
      tidytext::cast_sparse(dplyr::count(words, doc_id, word), doc_id, word, n)
    }
  }
  runs
}

# The second thread by elapsed time: both in turn, so that other load on the
# machine affects both.
second_thread <- function(texts, rounds = 9) {
  elapsed <- vapply(seq_len(rounds), function(round) {
    vapply(1:2, function(threads) {
      gc()
      system.time(matrix_of(texts, threads))[[3L]]
    }, 0)
  }, numeric(2))
  cat(sprintf(
    "second thread: x%.2f (median of %d pairs), x%.2f (best of each)\n",
    stats::median(elapsed[1L, ] / elapsed[2L, ]), rounds, min(elapsed[1L, ]) / min(elapsed[2L, ])
  ))
}

memory <- function(texts) {
  for (threads in 1:2) {
    expression <- sprintf("term_matrix(x, threads = %d, progress = FALSE)", threads)
    mb <- peak_memory(texts, expression)
    cat(sprintf(
      "memory, threads = %d: result %.0f MB, at the peak %.0f MB more than before: x%.2f\n",
      threads, mb[[2L]], mb[[1L]], mb[[1L]] / mb[[2L]]
    ))
  }
}

bench_terms <- function(title, texts) {
  megabytes <- sum(nchar(texts, "bytes")) / 1e6
  cat(sprintf("\n%s: %d texts, %.1f MB\n", title, length(texts), megabytes))
  own <- list(tritone = function() matrix_of(texts))
  bench_table(c(own, wc_run(texts)), megabytes, rounds = 9)
  bench_table(c(own, peer_runs(texts)), megabytes)
  second_thread(texts)
  memory(texts)
}

bench_terms("Reuters-21578", bench_texts("reuters21578/reuters21578.csv.gz"))
bench_terms("News resampled by sentence", resampled_texts(58))
