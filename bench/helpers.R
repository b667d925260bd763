# Helpers of all benchmarks. Collections come from the folder that TRITONE_DATA names.

has <- function(package) {
  there <- requireNamespace(package, quietly = TRUE)
  if (!there) cat("left out:", package, "is not installed\n")
  there
}

bench_file <- function(path) {
  file <- file.path(Sys.getenv("TRITONE_DATA"), path)
  if (!file.exists(file)) {
    cat("skipped: TRITONE_DATA lacks", path, "\n")
    quit(status = 0)
  }
  file
}

bench_texts <- function(path) {
  data <- utils::read.csv(gzfile(bench_file(path)), encoding = "UTF-8")
  data$text[!is.na(data$text) & nzchar(data$text)]
}

cpu_seconds <- function(expr) {
  gc()
  sum(system.time(expr)[c(1L, 2L)])
}

# Distinct texts of 15 sentences each, drawn from those of several collections.
resampled_texts <- function(megabytes, seed = 1) {
  collections <- c(
    "reuters21578/reuters21578.csv.gz", "usnews/usnews_economy.csv.gz", "sputnik/articles.csv.gz",
    "bbc/bbc.csv.gz", "polnear/articles.csv.gz"
  )
  pool <- unlist(lapply(collections, bench_texts))
  sentences <- unlist(strsplit(pool, "(?<=[.!?][ \n\u201d\"])\\s*(?=[A-Z])", perl = TRUE))
  sentences <- sentences[nzchar(sentences)]
  set.seed(seed)
  texts <- round(megabytes * 1e6 / (mean(nchar(sentences, "bytes")) + 1) / 15)
  pick <- matrix(sample.int(length(sentences), texts * 15, TRUE), texts)
  unique(do.call(paste, lapply(seq_len(15), function(j) sentences[pick[, j]])))
}

# The same cut into paragraphs of three sentences.
resampled_articles <- function(megabytes, seed = 1) {
  three <- "((?:[^.!?]*[.!?]+[\"\u201d]?\\s+){3})(?=[A-Z])"
  gsub(three, "\\1\n\n", resampled_texts(megabytes, seed), perl = TRUE)
}

# `wc -w` on a file of the same texts, in the system's cache.
wc_run <- function(texts) {
  if (!nzchar(Sys.which("wc"))) {
    return(list())
  }
  file <- tempfile(fileext = ".txt")
  writeLines(texts, file, useBytes = TRUE)
  command <- paste("LC_ALL=C wc -w <", shQuote(file))
  list(`LC_ALL=C wc -w` = function() system(command, intern = TRUE))
}

# CPU seconds and MB/s of each run, and the ratio to the first one. With several
# rounds the median of each, the runs in turn; children's CPU counts too.
bench_table <- function(runs, megabytes, rounds = 1) {
  times <- replicate(rounds, simplify = FALSE, {
    vapply(runs, function(run) {
      gc()
      time <- system.time(run())
      c(sum(time[c(1L, 2L, 4L, 5L)], na.rm = TRUE), time[[3L]])
    }, numeric(2))
  })
  first <- NULL
  for (name in names(runs)) {
    size <- attr(runs[[name]], "megabytes")
    size <- if (is.null(size)) megabytes else size
    cpu <- stats::median(vapply(times, function(time) time[1L, name], 0))
    elapsed <- stats::median(vapply(times, function(time) time[2L, name], 0))
    if (is.null(first)) first <- cpu / size
    cat(sprintf(
      "%-30s %7.2f s CPU %7.2f s elapsed %8.1f MB/s CPU  x%.2f\n",
      name, cpu, elapsed, size / cpu, cpu / size / first
    ))
  }
}

# MB that `expression` takes at its peak beyond what was in use before, in an R
# process of its own that holds only `data`, called `x` there; then MB of its result. NA
# if the system does not report it.
peak_memory <- function(data, expression) {
  file <- tempfile(fileext = ".rds")
  on.exit(unlink(file))
  saveRDS(data, file, compress = FALSE)
  script <- c(
    "suppressMessages(library(tritone))",
    sprintf("x <- readRDS('%s')", file),
    "invisible(gc())",
    "in_use <- function(field) {",
    "  line <- grep(paste0('^', field, ':'), readLines('/proc/self/status'), value = TRUE)",
    "  as.numeric(gsub('[^0-9]', '', line)) * 1024 / 1e6",
    "}",
    "cat('5', file = '/proc/self/clear_refs')",
    "before <- in_use('VmRSS')",
    paste("result <-", expression),
    "cat(in_use('VmHWM') - before, as.numeric(utils::object.size(result)) / 1e6)"
  )
  path <- tempfile(fileext = ".R")
  on.exit(unlink(path), add = TRUE)
  writeLines(script, path)
  said <- suppressWarnings(
    system2(file.path(R.home("bin"), "Rscript"), path, stdout = TRUE, stderr = FALSE)
  )
  as.numeric(strsplit(c(said, "NA NA")[[1L]], " ")[[1L]])
}

bench_lda_counts <- function() {
  terms <- readLines(bench_file("lda_benchmark/terms.txt"))
  read <- function(name, rows = NULL) {
    data <- utils::read.csv(gzfile(bench_file(file.path("lda_benchmark", name))))
    Matrix::sparseMatrix(
      data$doc, data$term, x = as.numeric(data$count),
      dims = c(if (is.null(rows)) max(data$doc) else rows, length(terms)),
      dimnames = list(NULL, terms)
    )
  }
  scored <- read("heldout_scored.csv.gz")
  observed <- read("heldout_observed.csv.gz")
  n <- max(nrow(scored), nrow(observed))
  list(
    train = read("train.csv.gz"), observed = read("heldout_observed.csv.gz", n),
    scored = read("heldout_scored.csv.gz", n)
  )
}

# Held-out perplexity by document completion: topic shares by 50 EM steps with a
# symmetric prior on one half of each article, the other half predicted.
heldout_perplexity <- function(phi, observed, scored, alpha = 0.1, steps = 50) {
  k <- nrow(phi)
  theta <- matrix(1 / k, nrow(observed), k)
  seen <- methods::as(observed, "TsparseMatrix")
  for (step in seq_len(steps)) {
    share <- theta[seen@i + 1L, ] * t(phi[, seen@j + 1L])
    sums <- rowsum(share / rowSums(share) * seen@x, seen@i + 1L)
    theta <- matrix(alpha, nrow(observed), k)
    theta[as.integer(rownames(sums)), ] <- theta[as.integer(rownames(sums)), ] + sums
    theta <- theta / rowSums(theta)
  }
  rest <- methods::as(scored, "TsparseMatrix")
  p <- rowSums(theta[rest@i + 1L, ] * t(phi[, rest@j + 1L]))
  exp(-sum(rest@x * log(p)) / sum(rest@x))
}

# poliblog5k: list(counts, meta, documents), the last in the form of stm.
bench_poliblog <- function() {
  triplets <- utils::read.csv(gzfile(bench_file("poliblog5k/triplets.csv.gz")))
  vocabulary <- readLines(bench_file("poliblog5k/vocab.txt.gz"))
  meta <- utils::read.csv(gzfile(bench_file("poliblog5k/meta.csv.gz")))
  counts <- Matrix::sparseMatrix(
    triplets[[1L]], triplets[[2L]],
    x = as.double(triplets[[3L]]), dims = c(nrow(meta), length(vocabulary)),
    dimnames = list(NULL, vocabulary)
  )
  list(counts = counts, meta = meta, documents = stm_documents(counts))
}

stm_documents <- function(counts) {
  triplets <- Matrix::summary(counts)
  lapply(split(triplets, triplets$i), function(d) rbind(as.integer(d$j), as.integer(d$x)))
}
