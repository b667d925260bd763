# `lexicon = "consensus"`: the tones of several lexicons as one.

consensus_name <- "consensus"

# The root mean square of a lexicon's valences that are not 0, in units of 4: the
# typical weight of one of its hits. It depends on the lexicon alone, never on the texts.
lexicon_scale <- function(lexicon) {
  valence <- lexicon$entries$valence
  valence <- valence[valence != 0]
  if (!length(valence)) return(NA_real_)
  sqrt(mean(pmin(abs(valence), 4)^2)) / 4
}

# The lexicons of tone_lexicons() that are installed, loaded.
installed_lexicons <- function() {
  known <- tone_lexicons()
  known <- known[known$installed, ]
  lexicons <- lapply(known$load, function(call) {
    suppressMessages(eval(str2lang(call), asNamespace("tritone")))
  })
  stats::setNames(lexicons, known$name)
}

# The consensus of scores, one element for each lexicon: the mean over lexicons of
# tone / scale, brought to the scale of the first; one without a hit counts as 0. n_hits
# is the mean; the standard error assumes fully correlated errors, so it is never below the
# true one.
consensus_scores <- function(scores, scales) {
  by <- function(name) do.call(rbind, lapply(scores, `[[`, name))
  weight <- scales[[1L]] / scales / length(scales)
  mean_of <- function(x) colSums(replace(x, is.na(x), 0) * weight)
  none <- function(x) colSums(!is.na(x)) == 0L
  tone <- by("tone")
  out <- scores[[1L]]
  out$n_hits <- round(colMeans(by("n_hits")))
  out$tone <- ifelse(none(tone), NA_real_, pmin(pmax(mean_of(tone), -1), 1))
  if (!is.null(out[["se"]])) {
    se <- by("se")
    out$se <- ifelse(none(se), NA_real_, mean_of(se))
  }
  out
}
