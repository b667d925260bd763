# What a change of tone gained over an older build of the package, installed in the library
# that TRITONE_BEFORE names: correlation and macro-F1 on the odd rows of each rated set, and the
# 95 % intervals of their differences from 1,000 paired bootstrap samples of the rows.
suppressMessages(library(tritone))
source("bench/helpers.R")
source("bench/tone_sets.R")

before <- Sys.getenv("TRITONE_BEFORE")
if (!nzchar(before)) {
  cat("skipped: TRITONE_BEFORE does not name the library of an older build\n")
  quit(status = 0)
}
sets <- rated_sets()
texts <- lapply(sets, `[[`, "text")

# The tones of all sets by the tritone of one library, in an R process of its own.
tones_by <- function(library, lexicon) {
  file <- tempfile(fileext = ".rds")
  saveRDS(texts, file)
  script <- sprintf(paste(
    "suppressMessages(library(tritone, lib.loc = '%s')); x <- readRDS('%s');",
    "lexicon <- if ('%s' == 'news') tone_lexicon() else 'consensus';",
    "saveRDS(lapply(x, function(t) tone_score(unname(t), lexicon, language = NULL)$tone), '%s')"
  ), library, file, lexicon, file)
  system2(file.path(R.home("bin"), "Rscript"), c("-e", shQuote(script)), stderr = FALSE)
  tone <- readRDS(file)
  lapply(tone, function(t) replace(t, is.na(t), 0))
}

measures <- function(tone, rating, class, band) {
  guess <- sign(tone) * (abs(tone) > band)
  f1 <- vapply(c(-1, 0, 1), function(k) {
    2 * sum(class == k & guess == k) / max(1, sum(class == k) + sum(guess == k))
  }, 0)
  c(r = stats::cor(tone, rating), f1 = mean(f1[c(-1, 0, 1) %in% class]))
}

now <- dirname(system.file(package = "tritone"))
for (lexicon in c("news", "consensus")) {
  old <- tones_by(before, lexicon)
  new <- tones_by(now, lexicon)
  for (set in names(sets)) {
    data <- sets[[set]]
    band <- if (grepl("^(articles|no news)", set)) 0.02 else 0.08
    of <- function(tone, i) measures(tone[[set]][i], data$rating[i], data$class[i], band)
    all <- seq_along(data$rating)
    set.seed(1)
    gains <- replicate(1000, {
      i <- sample(all, replace = TRUE)
      of(new, i) - of(old, i)
    })
    width <- apply(gains, 1, stats::quantile, c(0.025, 0.975))
    cat(sprintf(
      "%-10s %-46s r %.3f to %.3f (%+.3f to %+.3f)  macro-F1 %.3f to %.3f (%+.3f to %+.3f)\n",
      lexicon, set, of(old, all)[[1L]], of(new, all)[[1L]], width[[1L]], width[[2L]],
      of(old, all)[[2L]], of(new, all)[[2L]], width[[3L]], width[[4L]]
    ))
  }
}
