# What each rule of tone adds: for every type of shifter, and every shifter with five places or
# more, the even rows of the rated sentences whose tone it changes, and the share of them whose
# class (negative, neutral, positive) is right with it and without it. `gain` is the mean of
# (tone with - tone without) times the rating (each set's own, divided by its standard deviation),
# so that a change in the right direction counts by its size; `r` is that of all sentences.
# Only even rows, on which rules are chosen; bench/tone.R reports the odd ones.
suppressMessages(library(tritone))
source("bench/helpers.R")
source("bench/tone_sets.R")

band <- 0.08 # the neutral band of sentences, see ?tone_score

even <- rated_sets(rows = 0L)[1:3]
sentences <- unlist(lapply(even, `[[`, "text"), use.names = FALSE)
class <- unlist(lapply(even, `[[`, "class"), use.names = FALSE)
rating <- unlist(lapply(even, function(set) set$rating / stats::sd(set$rating)), use.names = FALSE)
set <- rep(names(even), lengths(lapply(even, `[[`, "text")))

news <- tone_lexicon("news")

tones <- function(lexicon) {
  tone <- tone_score(sentences, lexicon, language = NULL, progress = FALSE)$tone
  replace(tone, is.na(tone), 0)
}
right <- function(tone) (sign(tone) * (abs(tone) > band)) == class

# The lexicon without the shifters that `drop` marks.
without <- function(drop) {
  tone_lexicon(news$entries, shifters = news$shifters[!drop, ])
}

with_all <- tones(news)

effect <- function(name, drop) {
  other <- tones(without(drop))
  changed <- which(abs(other - with_all) > 1e-9)
  r <- function(tone) {
    mean(vapply(split(seq_along(set), set), function(i) stats::cor(tone[i], rating[i]), 0))
  }
  data.frame(
    rule = name, changed = length(changed),
    with = mean(right(with_all)[changed]), without = mean(right(other)[changed]),
    gain = mean(((with_all - other) * rating)[changed]), r = r(with_all), r_without = r(other)
  )
}

show <- function(table) print(format(table, digits = 3, nsmall = 3), row.names = FALSE)

type <- news$shifters$type
groups <- c(split(seq_along(type), type), list(
  `all shifters` = seq_along(type),
  `quantities, directions and levels` =
    which(type %in% c("good_up", "bad_up", grep("^(direction|level)", type, value = TRUE)))
))
show(do.call(rbind, lapply(names(groups), function(name) {
  effect(name, seq_along(type) %in% groups[[name]])
})))

# Shifters that occur in five sentences or more.
words <- paste0(" ", gsub("[^a-z']+", " ", tolower(gsub("\u2019", "'", sentences))), " ")
places <- vapply(news$shifters$entry, function(entry) {
  sum(grepl(paste0(" ", gsub("[^a-z']+", " ", entry), " "), words, fixed = TRUE))
}, 0)
frequent <- which(places >= 5)
each <- do.call(rbind, lapply(frequent, function(i) {
  effect(paste0(news$shifters$entry[i], " (", type[i], ")"), seq_along(type) == i)
}))
each <- each[each$changed >= 5, ]
order <- order(each$with - each$without, each$gain)
show(each[order, c("rule", "changed", "with", "without", "gain")])
