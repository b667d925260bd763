# Slow, plain R versions of the methods of other packages, without their errors, for texts of
# words of lower-case letters, commas, full stops and exclamation marks.

twin_words <- function(text) regmatches(text, gregexpr("[a-zA-Z']+", text))[[1]]

twin_kind <- function(word, lexicon) {
  kind <- lexicon$shifters$type[match(word, lexicon$shifters$entry)]
  ifelse(is.na(kind), "", kind)
}

twin_valence <- function(word, lexicon) {
  lexicon$entries$valence[match(word, lexicon$entries$entry)]
}

twin_vader <- function(text, lexicon) {
  written <- twin_words(text)
  word <- tolower(written)
  kind <- twin_kind(word, lexicon)
  value <- twin_valence(word, lexicon)
  upper <- written == toupper(written)
  mixed <- any(upper) && !all(upper)
  out <- numeric(length(word))
  for (i in which(!is.na(value) & !kind %in% c("amplifier", "downtoner"))) {
    v <- value[i]
    if (mixed && upper[i]) v <- v + sign(v) * 0.733
    for (d in seq_len(min(3, i - 1))) {
      at <- i - d
      if (!is.na(value[at])) next
      boost <- c(amplifier = 0.293, downtoner = -0.293)[kind[at]]
      if (!is.na(boost)) {
        boost <- boost * sign(v)
        if (mixed && upper[at]) boost <- boost + sign(v) * 0.733
        v <- v + boost * c(1, 0.95, 0.9)[d]
      }
      if (kind[at] == "negator") v <- v * -0.74
    }
    out[i] <- v
  }
  but <- which(kind == "adversative")
  if (length(but)) {
    place <- seq_along(out)
    out <- out * ifelse(place < but[1], 0.5, ifelse(place > but[1], 1.5, 1))
  }
  s <- sum(out)
  s <- s + sign(s) * 0.292 * min(4, lengths(regmatches(text, gregexpr("!", text))))
  if (all(is.na(value))) NA_real_ else s / sqrt(s^2 + 15)
}

twin_sentimentr <- function(text, lexicon) {
  scores <- vapply(strsplit(text, "(?<=[.!]) +", perl = TRUE)[[1]], function(sentence) {
    token <- regmatches(tolower(sentence), gregexpr("[a-z']+|,", tolower(sentence)))[[1]]
    kind <- twin_kind(token, lexicon)
    value <- twin_valence(token, lexicon)
    comma <- which(token == ",")
    each <- vapply(which(!is.na(value)), function(p) {
      low <- max(1, p - 5, comma[comma < p] + 1)
      high <- min(length(token), p + 2, comma[comma > p] - 1)
      at <- setdiff(low:high, p)
      odd <- sum(kind[at] == "negator") %% 2
      up <- sum(kind[at] == "amplifier")
      down <- sum(kind[at] == "downtoner")
      turn <- sum(kind[at[at < p]] == "adversative") - sum(kind[at[at > p]] == "adversative")
      (1 + (1 - odd) * up * 0.8 + max(-1, (-odd * up - down) * 0.8)) * (1 + 0.25 * turn) *
        value[p] * (-1)^odd
    }, 0)
    sum(each) / sqrt(sum(token != ","))
  }, 0)
  if (all(is.na(twin_valence(twin_words(tolower(text)), lexicon)))) return(NA_real_)
  if (all(scores == 0)) return(0)
  sum(scores) / (sum(scores != 0) + sqrt(log(1 + sum(scores == 0))))
}

twin_bigrams <- function(text, lexicon) {
  token <- regmatches(tolower(text), gregexpr("[a-z']+|[,.!]", tolower(text)))[[1]]
  value <- twin_valence(token, lexicon)
  kind <- c("", twin_kind(token, lexicon))[seq_along(token)]
  factor <- c(negator = -1, amplifier = 1.8, downtoner = 0.2)[kind]
  if (all(is.na(value))) NA_real_ else sum(value * ifelse(is.na(factor), 1, factor), na.rm = TRUE)
}

twin_clusters <- function(text, lexicon) {
  word <- tolower(twin_words(text))
  value <- twin_valence(word, lexicon)
  kind <- twin_kind(word, lexicon)
  if (all(is.na(value))) return(NA_real_)
  sum <- 0
  free <- 1
  j <- 1
  while (j <= length(word)) {
    if (is.na(value[j])) {
      j <- j + 1
      next
    }
    at <- setdiff(max(free, j - 4):min(length(word), j + 2), j)
    hit <- at > j & !is.na(value[at])
    kinds <- kind[at[!hit]]
    odd <- sum(kinds == "negator") %% 2
    up <- sum(kinds == "amplifier")
    degree <- max(0.8 * ((1 - odd) * up - odd * up - sum(kinds == "downtoner")), -1)
    sum <- sum + sum(value[at[hit]]) + value[j] * (1 + degree) * (-1)^odd
    free <- j + 3
    j <- j + 3
  }
  sum
}
