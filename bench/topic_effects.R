# What is asked of topic models: speed beside stm, and whether intervals hold what they promise.
# TOPIC_BENCH names the parts to run, of "effects" and "coverage"; TOPIC_REPLICATES is the number of
# simulated collections of "coverage", by default 500, of which a tenth with estimated topics.
suppressMessages(library(tritone))
source("bench/helpers.R")

parts <- strsplit(Sys.getenv("TOPIC_BENCH", "effects coverage"), " ")[[1L]]

# poliblog5k: CPU seconds of effects of 20 topics, 25 draws, beside estimateEffect() of stm.
bench_effects <- function() {
  poliblog <- bench_poliblog()
  counts <- poliblog$counts
  meta <- poliblog$meta
  fit <- suppressMessages(topic_stm(
    counts, 20, ~ rating + s(day), data = meta, schedule = "fast", progress = FALSE
  ))
  ours <- function(...) {
    suppressMessages(topic_effects(fit, ~ rating + s(day), meta, ..., seed = 1, threads = 1))
  }
  runs <- list(
    linear = list(), local = list(uncertainty = "local", counts = counts),
    fractional = list(form = "fractional"), beta = list(form = "beta"),
    clusters = list(cluster = meta$blog), random = list(random = meta$blog)
  )
  seconds <- vapply(runs, function(run) min(replicate(3, cpu_seconds(do.call(ours, run)))), 0)
  for (name in names(runs)) cat(sprintf("effects, %-12s %6.3f s CPU\n", name, seconds[[name]]))
  if (!has("stm")) return(invisible())
  peer <- topic_export(fit, counts, to = "stm")
  s <- stm::s
  formula <- 1:20 ~ rating + s(day)
  theirs <- cpu_seconds(stm::estimateEffect(formula, peer, meta, uncertainty = "Global"))
  cat(sprintf(
    "stm::estimateEffect, global   %6.2f s CPU  x%.0f\n", theirs, theirs / seconds[["linear"]]
  ))
  # The same within Monte Carlo error: differences in standard errors of the mean of 25 draws.
  set.seed(1)
  found <- summary(stm::estimateEffect(formula, peer, meta, uncertainty = "Global", nsims = 100))
  found <- do.call(rbind, found$tables)
  mine <- ours(draws = 100)
  away <- abs(found[, 1L] - mine$estimate) / mine$std_error
  cat(sprintf(
    "estimates differ by at most %.2f standard errors, errors by a factor of %.2f to %.2f\n",
    max(away), min(mine$std_error / found[, 2L]), max(mine$std_error / found[, 2L])
  ))
}

# How many intervals of level 0.9 hold the true average effect: 1,000 articles of 200 words.
bench_coverage <- function() {
  source("tests/testthat/helper-reference_effects.R")
  replicates <- as.integer(Sys.getenv("TOPIC_REPLICATES", "500"))
  trial <- simulated_effects(1000)
  beta_trial <- simulated_effects(1000, dirichlet = TRUE)
  forms <- c("linear", "fractional", "beta")
  show <- function(what, form, held) {
    rate <- colMeans(matrix(held, ncol = 2L))
    cat(sprintf(
      "%-28s %-12s slope %4.1f %%, difference %4.1f %%\n", what, form, 100 * rate[[1L]],
      100 * rate[[2L]]
    ))
  }
  each <- function(seeds, one) do.call(rbind, lapply(seeds, one))
  for (form in forms) {
    held <- each(seq_len(replicates), function(seed) {
      covered_effects(trial, trial$draw(seed)$theta, form = form)
    })
    show(sprintf("true topics, normal, %d", replicates), form, held)
    held <- each(seq_len(replicates), function(seed) {
      covered_effects(beta_trial, beta_trial$draw(seed)$theta, form = form)
    })
    show(sprintf("true topics, Dirichlet, %d", replicates), form, held)
  }
  few <- max(1L, replicates %/% 10L)
  fitted <- list(
    stm = function(counts) {
      topic_stm(counts, 5, ~ tone + side, data = trial$data, progress = FALSE)
    },
    lda = function(counts) topic_lda(counts, 5, alpha = 0.5, seed = 1, progress = FALSE)
  )
  for (model in names(fitted)) {
    held <- lapply(seq_len(few), function(seed) {
      drawn <- trial$draw(seed, 200)
      fit <- suppressMessages(fitted[[model]](drawn$counts))
      order <- max.col(stats::cor(drawn$theta, fit$theta))
      lapply(forms, function(form) {
        list(
          drawn = covered_effects(trial, fit, form = form, seed = 1, order = order),
          known = covered_effects(trial, fit, form = form, uncertainty = "none", order = order)
        )
      })
    })
    for (i in seq_along(forms)) {
      for (how in c("drawn", "known")) {
        show(
          sprintf("%s, shares %s, %d", model, how, few), forms[[i]],
          do.call(rbind, lapply(held, function(x) x[[i]][[how]]))
        )
      }
    }
  }
}

if ("effects" %in% parts) bench_effects()
if ("coverage" %in% parts) bench_coverage()
