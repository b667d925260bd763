# The words behind the tone of two periods: a table for the lowest and the highest period, and what
# the script needs to show the same for any two.

# The sums of the lexicon's words by period, as tone_shift() has them, of the periods that may be
# compared: list(found, means, periods, pair), `periods` being places in report$periods and `pair`
# the lowest and the highest of them. NULL where fewer than two have a word, or all have one tone.
shift_facts <- function(report, most = 100L) {
  means <- report$tone_facts$period
  if (is.null(means)) return(NULL)
  hits <- own_hits(report)
  period <- period_factor(report$periods)
  here <- which(!is.na(period[hits$article]))
  rows <- list(
    article = hits$article[here], entry = hits$entry[here], part = rep("", length(here)),
    contribution = hits$contribution[here], share = rep(0, length(here)),
    count = rep(1, length(here))
  )
  found <- shift_moments(rows, period)
  with <- which(found$n > 0 & !is.na(means$mean))
  if (length(with) < 2L) return(NULL)
  pair <- with[c(which.min(means$mean[with]), which.max(means$mean[with]))]
  if (pair[[1L]] == pair[[2L]]) return(NULL)
  # Of a longer time these and those with most articles: pairs grow as the square of their number.
  with <- sort(utils::head(unique(c(pair, with[order(-found$n[with], with)])), most))
  list(found = found, means = means, periods = with, pair = pair)
}

# The hits of the first lexicon, in articles by their row of report$main; a word with entries of
# several lexicons counts once.
own_hits <- function(report) {
  hits <- report$hits
  hits <- hits[hits$lexicon == hits$lexicon[1L], ]
  hits$article <- match(hits$doc_id, report$main$doc_id)
  hits
}

report_shift <- function(report, most = 10L) {
  facts <- shift_facts(report)
  if (is.null(facts)) return(NULL)
  means <- facts$means
  pair <- facts$pair # what is shown at first
  el("div",
    el("h3", "Words behind the tone of two periods"),
    shift_controls(means$group[facts$periods], match(pair, facts$periods)),
    el("p", shift_said(means, pair), class_ = "soft", id = "shift-said", `aria-live` = "polite"),
    shift_table(shift_rows_of(facts$found, pair, most)),
    el("p",
      "The words with the largest parts are shown. A word\u2019s part is what it adds to the mean ",
      "tone of an article in the first period, less what it adds in the second; the parts of all ",
      "words, shown or not, add up to the difference.",
      class_ = "soft"
    ),
    html_data("shift-data", shift_data(facts, most)), id = "shift"
  )
}

# What a script lets the reader choose.
shift_controls <- function(labels, chosen) {
  choice <- function(id, name, at) {
    options <- lapply(seq_along(labels), function(i) {
      el("option", foreign_text(labels[[i]]), value = i - 1L, selected = if (i == at) "")
    })
    el("label", name, el("select", options, id = id))
  }
  el("form",
    choice("shift-a", "Period", chosen[[1L]]),
    choice("shift-b", "less period", chosen[[2L]]),
    class_ = "script controls", id = "shift-form"
  )
}

# The difference in words, with its interval, and whether it may be chance. The script
# says the same of other pairs.
shift_said <- function(means, pair) {
  apart <- mean_change(means, pair[[2L]], pair[[1L]])
  interval <- if (!is.na(apart$lower)) {
    sprintf(" (%s to %s)", say_signed(apart$lower, 3L), say_signed(apart$upper, 3L))
  }
  sure <- !is.na(apart$lower) && (apart$lower > 0 || apart$upper < 0)
  side <- function(i) {
    sprintf("%s (%s)", foreign_text(means$group[[i]]), say_signed(means$mean[[i]], 3L))
  }
  paste0(
    side(pair[[1L]]), " less ", side(pair[[2L]]), ": ", say_signed(apart$change, 3L), interval,
    if (sure) "." else "; this may be chance."
  )
}

# The words that make most of the difference, as tone_shift() has them.
shift_rows_of <- function(found, pair, most) {
  rows <- cbind(
    entry = found$entry,
    shift_columns(shift_side(found, pair[[1L]]), shift_side(found, pair[[2L]]), 0.95)
  )
  rows <- rows[rows$hits + rows$hits_reference > 0, ]
  rows <- rows[order(-abs(rows$contribution), rows$entry, method = "radix"), ]
  utils::head(rows, most)
}

shift_table <- function(rows) {
  table <- html_table(
    list(
      word = foreign_each(rows$entry), part = say_signed(rows$contribution, 3L),
      interval = ifelse(is.na(rows$lower), "", sprintf(
        "%s to %s", say_signed(rows$lower, 3L), say_signed(rows$upper, 3L)
      )),
      first = show_count(rows$hits), second = show_count(rows$hits_reference)
    ),
    c("Word", "Its part", "95\u202f% interval", "Uses in the first", "Uses in the second"),
    number = c("part", "interval", "first", "second")
  )
  el("div", table, id = "shift-table")
}

# What the script needs: the periods with their mean tones, and the sums of every word that is
# among the `most` of some pair; [word, t, squares, docs, hits] by period. `q` are quantiles of t at
# 1 / degrees of freedom from 0 to 1, between which the script draws lines.
shift_data <- function(facts, most) {
  found <- facts$found
  at <- facts$periods
  means <- facts$means[at, ]
  moments <- lapply(found$moments, function(m) m[, at, drop = FALSE])
  words <- shift_words(sweep(moments$t, 2L, found$n[at], `/`), found$entry, most)
  number <- function(x) {
    ifelse(is.na(x), "null", formatC(x, digits = 7L, format = "g", width = 1L))
  }
  list_of <- function(x) paste0("[", paste(x, collapse = ","), "]")
  by_period <- vapply(seq_along(at), function(j) {
    rows <- which(moments$docs[words, j] > 0)
    of <- words[rows]
    list_of(sprintf(
      "[%d,%s,%s,%d,%d]", rows - 1L, number(moments$t[of, j]), number(moments$squares[of, j]),
      as.integer(moments$docs[of, j]), as.integer(moments$hits[of, j])
    ))
  }, "")
  sprintf(
    paste0(
      "{\"most\":%d,\"least\":%d,\"n\":%s,\"mean\":%s,\"se\":%s,\"effective\":%s,\"words\":%s,",
      "\"sums\":%s,\"q\":%s}"
    ),
    most, fewest_articles, list_of(found$n[at]), list_of(number(means$mean)),
    list_of(number(means$se)), list_of(number(means$effective)),
    list_of(json_strings(found$entry[words])), list_of(by_period),
    list_of(number(stats::qt(0.975, 1 / seq(0, 1, by = 0.01))))
  )
}

# The words that are among the `most` largest of the difference of some two columns.
shift_words <- function(each, entry, most) {
  rank <- order(order(entry, method = "radix"))
  first <- function(apart) {
    apart <- abs(apart)
    cut <- sort(apart, decreasing = TRUE)[[min(most, length(apart))]]
    at <- which(apart >= cut)
    utils::head(at[order(-apart[at], rank[at])], most)
  }
  chosen <- logical(nrow(each))
  for (i in seq_len(ncol(each) - 1L)) {
    for (j in seq(i + 1L, ncol(each))) chosen[first(each[, i] - each[, j])] <- TRUE
  }
  which(chosen)
}
