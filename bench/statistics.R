# Statistics on counts: how often intervals of nominal 90 % hold the truth when words come in
# bunches, how often tests of nominal 5 % reject where nothing differs, and CPU seconds on a
# collection with its whole vocabulary. Words are drawn here; the collection is read from
# TRITONE_DATA and skipped without it.
suppressMessages(library(tritone))
source("bench/helpers.R")
set.seed(1)

# Counts of one word in `n` articles of about 250 words; `size` is that of the negative binomial
# distribution, Inf for independent words, small for words in bunches.
draw <- function(n, rate, size) {
  words <- 20 + round(exp(stats::rnorm(n, 5.5, 0.5)))
  count <- if (is.infinite(size)) {
    stats::rpois(n, words * rate)
  } else {
    stats::rnbinom(n, size, mu = words * rate)
  }
  cbind(word = count, rest = words)
}

coverage <- function(n, rate, size, times = 300) {
  sides <- rep(c("x", "y"), n)
  truth <- 1e6 * rate / (1 + rate)
  found <- replicate(times, {
    counts <- draw(sum(n), rate, size)
    key <- as.data.frame(term_keyness(counts, sides, level = 0.9))
    key <- key[key$group == "x" & key$term == "word", ]
    own <- as.data.frame(term_frequency(counts, level = 0.9))[1L, ]
    boot <- as.data.frame(term_keyness(counts, sides, level = 0.9, bootstrap = 200, seed = 1))
    boot <- boot[boot$group == "x" & boot$term == "word", ]
    c(
      rate = own$lower <= truth & truth <= own$upper,
      ratio = key$log_ratio_lower <= 0 & 0 <= key$log_ratio_upper,
      bootstrap = boot$log_ratio_lower <= 0 & 0 <= boot$log_ratio_upper,
      p = key$p < 0.05, p_tokens = key$p_tokens < 0.05
    )
  })
  round(rowMeans(found, na.rm = TRUE), 3)
}

for (size in c(Inf, 0.5, 0.1)) {
  for (n in list(c(30, 30), c(100, 100), c(20, 200))) {
    for (rate in c(3e-4, 1e-3, 5e-3)) {
      cat(sprintf("size %s, articles %s, rate %s: ", size, paste(n, collapse = "/"), rate))
      found <- coverage(n, rate, size)
      cat(paste(names(found), found, collapse = ", "), "\n")
    }
  }
}

text <- bench_texts("reuters21578/reuters21578.csv.gz")
cpu <- function(what, expression) {
  cat(sprintf("%s: %.2f s of CPU\n", what, cpu_seconds(expression)))
}
cpu("term_matrix", counts <- term_matrix(text, threads = 1))
cat(sprintf("%d articles, %d terms, one thread\n", nrow(counts), ncol(counts)))
sides <- rep(c("x", "y"), length.out = nrow(counts))
days <- as.Date("1987-02-26") + seq_len(nrow(counts)) %% 240
cpu("term_keyness", term_keyness(counts, sides, threads = 1))
cpu("term_frequency", term_frequency(counts, threads = 1))
cpu("term_trend by month", term_trend(counts, days, threads = 1))
cpu("term_trend by quarter", term_trend(counts, days, "quarter", threads = 1))
cpu("term_dispersion", term_dispersion(counts, threads = 1))
cpu("term_bursts", term_bursts(counts, days, by = "week"))
cpu("term_collocations", term_collocations(text, threads = 1))
words <- colnames(counts)[seq_len(20000)]
themes <- split(words[seq(1, 20000, 4)], rep(1:50, 100))
names(themes) <- paste0("theme", 1:50)
expressions <- split(
  paste(words[seq(1, 20000, 4)], rev(words)[seq(1, 20000, 4)]), rep(1:50, 100)
)
names(expressions) <- names(themes)
ratio <- function(what, dictionary) {
  times <- replicate(5, c(
    cpu_seconds(term_matrix(text, threads = 1)),
    cpu_seconds(term_matrix(text, dictionary = dictionary, threads = 1))
  ))
  cat(sprintf(
    "term_matrix with 5,000 %s: x%.2f of the plain matrix (median of 5)\n", what,
    stats::median(times[2L, ]) / stats::median(times[1L, ])
  ))
}
ratio("words in 50 themes", themes)
ratio("themes of one word", as.list(stats::setNames(unlist(themes), paste0("theme", 1:5000))))
ratio("expressions in 50 themes", expressions)

# Sixty-four preparations of the articles with 4,145 texts.
news <- utils::head(text, 4145)
share <- function(counts) sum(counts[, 1]) / sum(counts)
cpu("term_multiverse, 64 preparations of 4,145 articles", term_multiverse(news, share, threads = 1))

# Beside the packages that users would otherwise choose, on the same counts and tokens.
beside <- function(what, own, theirs) {
  own <- cpu_seconds(own)
  theirs <- cpu_seconds(theirs)
  cat(sprintf("%s: %.2f s, peer %.2f s of CPU: x%.1f\n", what, own, theirs, theirs / own))
}
if (has("quanteda") && has("quanteda.textstats")) {
  quanteda::quanteda_options(threads = 1)
  peer <- quanteda::as.dfm(counts)
  beside(
    "term_keyness, textstat_keyness", term_keyness(counts, sides, threads = 1),
    quanteda.textstats::textstat_keyness(peer, sides == "x", measure = "lr")
  )
  beside(
    "term_frequency, textstat_frequency", term_frequency(counts, threads = 1),
    quanteda.textstats::textstat_frequency(peer)
  )
  theirs <- quanteda::tokens(text, remove_punct = TRUE, remove_numbers = TRUE, split_tags = TRUE)
  own <- term_tokens(text)
  beside(
    "term_collocations, textstat_collocations", term_collocations(own, threads = 1),
    quanteda.textstats::textstat_collocations(theirs, size = 2, min_count = 2)
  )
  month <- format(days, "%Y-%m")
  beside(
    "term_trend by month, textstat_frequency of groups", term_trend(counts, days, threads = 1),
    quanteda.textstats::textstat_frequency(peer, groups = month)
  )
  beside(
    "term_cooccurrence in windows of 5, fcm", term_cooccurrence(own, min_count = 1, threads = 1),
    quanteda::fcm(theirs, context = "window", window = 5)
  )
}
if (has("bursts")) {
  # It takes the times of events, one term after the other, and minutes for thousands of them.
  docs <- Matrix::colSums(counts > 0)
  often <- counts[, utils::head(which(docs >= 100 & docs <= 200), 10)]
  at <- function(j) {
    own <- as.numeric(days[which(often[, j] > 0)])
    sort(own + seq_along(own) / 1e6)
  }
  beside(
    "term_bursts by day of 10 terms in 100 to 200 articles, bursts::kleinberg",
    term_bursts(often, days, by = "day"),
    for (j in seq_len(ncol(often))) bursts::kleinberg(at(j), s = 2, gamma = 1)
  )
}
if (has("corpora")) {
  # It takes the sums of each side, which are part of the work.
  first <- counts[, 1:5000]
  beside(
    "term_keyness, corpora::keyness (5,000 terms)", term_keyness(first, sides, threads = 1), {
      one <- sides == "x"
      sizes <- c(sum(counts[one, ]), sum(counts[!one, ]))
      corpora::keyness(
        Matrix::colSums(first[one, ]), sizes[[1]], Matrix::colSums(first[!one, ]), sizes[[2]],
        measure = "LRC"
      )
    }
  )
}
