# `lexicon = "consensus"`: the tones of several lexicons as one.

consensus_name <- "consensus"

# The lexicons that "consensus" alone takes, on every machine: the general ones that
# tone_lexicons() knows. Jockers-Rinker is not one of them because it holds all of syuzhet's
# entries and nearly all of Bing's, which would count twice. Those of business reports
# (Loughran-McDonald, Henry) and the General Inquirer, whose words are not chosen for tone alone,
# lower its agreement with readers of news.
consensus_members <- c("news", "LSD2015", "syuzhet", "AFINN", "Bing")

# The root mean square of a lexicon's valences that are not 0, in units of 4: the
# typical weight of one of its hits. It depends on the lexicon alone, never on the texts.
lexicon_scale <- function(lexicon) {
  valence <- lexicon$entries$valence
  valence <- valence[valence != 0]
  if (!length(valence)) return(NA_real_)
  sqrt(mean(pmin(abs(valence), 4)^2)) / 4
}

# The weight of each lexicon's tone: its share, brought to the scale of the first. A lexicon
# without entries has none. The package's own lexicon, written for what is scored, counts as much
# as all others together; they count the same.
consensus_weights <- function(lexicons) {
  scales <- vapply(lexicons, lexicon_scale, 0)
  share <- as.numeric(!is.na(scales))
  own <- vapply(lexicons, function(lexicon) identical(lexicon$entries, news_entries()), NA)
  if (any(own)) share[own] <- max(sum(share[!own]), 1) / sum(own)
  weight <- scales[!is.na(scales)][1L] / scales * share / sum(share)
  unname(replace(weight, is.na(weight), 0))
}

# The lexicons of consensus_members, loaded once a session. One whose package is missing is an
# error: a consensus of fewer would be another one.
consensus_lexicons <- function(known = tone_lexicons()) {
  known <- known[match(consensus_members, known$name), ]
  missing <- unique(known$package[!known$installed])
  if (length(missing)) {
    abort_input(
      "The consensus is that of the lexicons ", quote_list(consensus_members),
      ", the same everywhere; install ", name_list(missing, " and "),
      ", or list lexicons of your own: list(a, b, \"consensus\")."
    )
  }
  cached("consensus", function() {
    lexicons <- lapply(known$load, function(call) {
      suppressMessages(eval(str2lang(call), asNamespace("tritone")))
    })
    stats::setNames(lexicons, known$name)
  })
}

# The consensus of scores, one element for each lexicon: the weighted sum of their tones, one
# without a hit counting as 0. n_hits is the mean; `se` comes from the core, which takes the
# errors of the lexicons together.
consensus_scores <- function(scores, weight, se) {
  by <- function(name) do.call(rbind, lapply(scores, `[[`, name))
  tone <- by("tone")
  none <- colSums(!is.na(tone)) == 0L
  out <- scores[[1L]]
  out$n_hits <- round(colMeans(by("n_hits")))
  joint <- colSums(replace(tone, is.na(tone), 0) * weight)
  out$tone <- ifelse(none, NA_real_, pmin(pmax(joint, -1), 1))
  if (!is.null(out[["se"]])) out$se <- ifelse(none, NA_real_, se)
  out
}
