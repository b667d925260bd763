# What the tests of the structural topic model share: its engine without a verb, and the
# collection on which stm's figures were measured.

# A fit by the engine: `...` are options of R/topic_stm_engine.R.
fit_stm <- function(counts, k, ..., threads = 1, seed = 1, start = NULL, checkpoint = NULL) {
  run_topics(
    "stm", counts, list(k = k, ...), seed,
    start = start, checkpoint = checkpoint, threads = threads, progress = NULL
  )
}

# The counts of poliblog5k with its covariates; the design is that of ~ rating + s(day).
poliblog <- function() {
  triplets <- utils::read.csv(data_file("poliblog5k", "triplets.csv.gz"))
  vocabulary <- readLines(data_file("poliblog5k", "vocab.txt.gz"))
  meta <- utils::read.csv(data_file("poliblog5k", "meta.csv.gz"))
  counts <- Matrix::sparseMatrix(
    triplets[[1L]], triplets[[2L]],
    x = as.double(triplets[[3L]]), dims = c(nrow(meta), length(vocabulary)),
    dimnames = list(NULL, vocabulary)
  )
  list(
    counts = counts, group = as.integer(factor(meta$rating)),
    rating = stats::model.matrix(~rating, meta),
    both = stats::model.matrix(~ rating + splines::bs(day, df = 10), meta)
  )
}

# Counts of three topics; the first grows with x.
simulated_stm <- function(n = 200, seed = 1) {
  withr::local_seed(seed)
  x <- stats::runif(n)
  group <- sample(2L, n, TRUE)
  phi <- matrix(0.05, 3, 24)
  for (k in 1:3) phi[k, 8 * k - 7:0] <- 1
  phi <- phi / rowSums(phi)
  eta <- cbind(-1 + 3 * x + 0.5 * stats::rnorm(n), 0.5 * stats::rnorm(n), 0)
  theta <- exp(eta) / rowSums(exp(eta))
  counts <- t(vapply(seq_len(n), function(d) {
    as.double(stats::rmultinom(1, 80, theta[d, ] %*% phi))
  }, double(24)))
  colnames(counts) <- paste0("w", 1:24)
  list(
    counts = methods::as(counts, "CsparseMatrix"), x = x, group = group, phi = phi, theta = theta
  )
}
