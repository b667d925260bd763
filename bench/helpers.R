# What all benches share. Collections come from the folder TRITONE_DATA names.

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

# CPU seconds and MB/s of each run, and the ratio to the first one.
bench_table <- function(runs, megabytes) {
  first <- NULL
  for (name in names(runs)) {
    size <- attr(runs[[name]], "megabytes")
    size <- if (is.null(size)) megabytes else size
    gc()
    time <- system.time(runs[[name]]())
    cpu <- sum(time[c(1L, 2L)])
    if (is.null(first)) first <- cpu / size
    cat(sprintf(
      "%-30s %7.2f s CPU %7.2f s elapsed %8.1f MB/s CPU  x%.1f\n",
      name, cpu, time[[3L]], size / cpu, cpu / size / first
    ))
  }
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
