# Tone of groups: the time of scoring by voice and month and of 1,000 replicates on one thread; how
# often intervals and replicates cover the tone of simulated populations; how often series that do
# not turn are said to; month effects against the index of policy uncertainty.
suppressMessages(library(tritone))
source("bench/helpers.R")

usnews <- function() {
  data <- utils::read.csv(gzfile(bench_file("usnews/usnews_economy.csv.gz")), encoding = "UTF-8")
  data$doc_id <- as.character(data$doc_id)
  data[c("doc_id", "date", "source", "text")]
}

# Medians of seven runs each, after one that reads the lexicon.
speed <- function(news) {
  megabytes <- sum(nchar(news$text, "bytes")) / 1e6
  cat(sprintf("%d texts, %.1f MB, one thread\n", nrow(news), megabytes))
  ask <- function(...) {
    cpu_seconds(suppressMessages(
      tone_score(news, ..., language = NULL, threads = 1, progress = FALSE)
    ))
  }
  cat(sprintf("first call %.2f s\n", ask(by = c("voice", "month"))))
  often <- function(...) stats::median(vapply(1:7, function(i) ask(...), 0))
  times <- c(
    plain = often(by = "article"), groups = often(by = c("voice", "month")),
    drawn = often(by = c("voice", "month"), bootstrap = 1000, seed = 1)
  )
  cat(sprintf(
    "by article %.2f s (%.1f MB/s), by voice and month %.2f s (%.1f MB/s)\n", times[["plain"]],
    megabytes / times[["plain"]], times[["groups"]], megabytes / times[["groups"]]
  ))
  cat(sprintf(
    "1,000 replicates by voice and month add %.2f s\n", times[["drawn"]] - times[["groups"]]
  ))
}

# Articles of `sets` populations of the same kind: each article has its own share of good words, and
# the sentences of one are alike.
simulate <- function(sets, each, seed) {
  set.seed(seed)
  n <- sets * each
  sentences <- sample(4:16, n, TRUE)
  share <- rep(rbeta(n, 2, 3), sentences)
  word <- ifelse(runif(sum(sentences)) < 0.3, "plain",
    ifelse(runif(sum(sentences)) < share, "good", "bad"))
  line <- paste0("The road ", sample(1e6, length(word), TRUE), " was ", word, ".")
  data.frame(
    text = vapply(split(line, rep(seq_len(n), sentences)), paste, "", collapse = " "),
    set = rep(seq_len(sets), each = each)
  )
}

coverage <- function() {
  own <- tone_lexicon(c(good = 2, bad = -2), shifters = FALSE, name = "own")
  score <- function(...) suppressMessages(tone_score(..., language = NULL, progress = FALSE))
  for (each in c(5, 10, 20, 50)) {
    x <- simulate(400, each, each)
    for (weights in c("article", "hits")) {
      all <- simulate(1, 40000, 1)
      all$set <- seq_len(40)
      true <- mean(score(all, own, by = "set", weights = weights)$tone)
      for (bootstrap in c(0, 1000)) {
        got <- score(x, own, by = "set", weights = weights, level = 0.9, bootstrap = bootstrap,
          seed = 1)
        cat(sprintf(
          "%2d articles, weights %-7s, %s: nominal 90 %%, covered %.1f %%\n", each, weights,
          if (bootstrap) "replicates" else "formula   ",
          100 * mean(got$lower < true & got$upper > true)
        ))
      }
    }
  }
}

# Of months without a turn, with one of two standard deviations in the middle, and with two of 2.5
# from one third to the next: how many have one or two turns. TONE_SERIES is the number of series.
false_turns <- function() {
  turns <- utils::getFromNamespace("series_turns", "tritone")
  series <- as.integer(Sys.getenv("TONE_SERIES", "400"))
  for (months in c(24, 60, 240)) {
    for (rho in c(0, 0.3, 0.5, 0.7)) {
      found <- function(levels) {
        set.seed(months)
        replicate(series, {
          y <- as.vector(stats::filter(rnorm(months + 50), rho, "recursive"))[-(1:50)]
          y <- 0.05 * (y * sqrt(1 - rho^2) + levels)
          nrow(turns(y, rep(0.01, months), rep(10, months), 0.95))
        })
      }
      place <- seq_len(months)
      none <- found(0 * place)
      one <- found(2 * (place > months / 2))
      two <- found(2.5 * (place > months / 3 & place <= 2 * months / 3))
      cat(sprintf(
        "%3d months, rho %.1f: none, seen %4.1f %%; one, %4.1f %%; two, %4.1f %%, both %4.1f %%\n",
        months, rho, 100 * mean(none > 0), 100 * mean(one > 0), 100 * mean(two > 0),
        100 * mean(two == 2)
      ))
    }
  }
}

month_effects <- function(news) {
  tone <- suppressMessages(tone_score(news, progress = FALSE))
  month <- factor(substr(news$date, 1, 7))
  model <- stats::lm(tone$tone ~ 0 + month + factor(news$source))
  effects <- stats::coef(model)[seq_len(nlevels(month))]
  plain <- tapply(tone$tone, month, mean, na.rm = TRUE)
  epu <- utils::read.csv(gzfile(bench_file("usnews/epu_monthly.csv.gz")))
  at <- match(levels(month), substr(epu[[1L]], 1, 7))
  cat(sprintf(
    "%d months with the index of policy uncertainty: r = %.3f (mean of articles), %.3f (effects)\n",
    sum(!is.na(at)), stats::cor(plain, epu[[2L]][at], use = "complete.obs"),
    stats::cor(effects, epu[[2L]][at], use = "complete.obs")
  ))
}

news <- usnews()
speed(news)
month_effects(news)
coverage()
false_turns()
