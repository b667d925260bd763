# The tone of article_report(): over time, by source, and its strongest sentences.
# mean_tone(), overall_tone() and tone_extremes() return numbers, the others HTML.

report_tone <- function(facts, found) {
  overall <- el("p",
    "Tone is the balance of good and bad words, from \u22121 to 1; values within ",
    "\u00b1", neutral_band[["article"]], " are ",
    "neutral. Bands and bars are 95\u2009% intervals: where they cross zero, the sign is ",
    "not certain."
  )
  section("tone", "Tone", overall, report_tone_time(facts, found), report_tone_source(facts, found))
}

# Mean tone of the articles of each group, with its interval. The spread is pooled
# over the groups, since a month may have only one article; it is an attribute, as are its degrees
# of freedom.
# If nothing varies it is unknown, and the interval is NA.
mean_tone <- function(tone, group) {
  if (!is.factor(group)) group <- factor(group)
  known <- !is.na(tone) & !is.na(group)
  n <- as.vector(tapply(known, group, sum, default = 0))
  total <- as.vector(tapply(tone[known], group[known], order_free_sum, default = NA))
  mean <- total / n
  df <- sum(known) - sum(n > 0)
  rest <- tone[known] - mean[as.integer(group[known])]
  spread <- if (df > 0 && any(abs(rest) > 1e-12)) sqrt(order_free_sum(rest^2) / df) else NA_real_
  half <- if (is.na(spread)) NA_real_ else stats::qt(0.975, df) * spread / sqrt(n)
  structure(
    data.frame(
      group = levels(group), n = n, tone = mean,
      lower = pmax(-1, mean - half), upper = pmin(1, mean + half)
    ),
    spread = spread, df = df
  )
}

# The mean tone of all articles as one row of mean_tone().
overall_tone <- function(tone) mean_tone(tone, rep("all", length(tone)))

# The rows of the lowest and the highest mean, and whether these two certainly differ: by
# more than the pooled spread allows at 95 %, over all pairs of groups.
tone_extremes <- function(means) {
  known <- which(!is.na(means$tone))
  low <- known[which.min(means$tone[known])]
  high <- known[which.max(means$tone[known])]
  pairs <- max(1, choose(length(known), 2))
  apart <- means$tone[[high]] - means$tone[[low]]
  room <- attr(means, "spread") * sqrt(1 / means$n[[low]] + 1 / means$n[[high]])
  certain <- apart > stats::qt(1 - 0.025 / pairs, max(1, attr(means, "df"))) * room
  list(low = low, high = high, certain = low != high && isTRUE(certain))
}

tone_time_caption <- function(by_time, extremes, periods) {
  at <- function(i) sprintf("%s (%s)", periods$label[[i]], say_tone(by_time$tone[[i]]))
  finding <- if (extremes$certain) {
    sprintf("Lowest in %s, highest in %s.", at(extremes$low), at(extremes$high))
  } else {
    "No difference between periods is larger than chance explains."
  }
  sprintf("Mean tone of the articles by %s. %s", periods$by, finding)
}

report_tone_time <- function(facts, found) {
  periods <- found$periods
  if (is.null(periods)) return(NULL)
  of <- factor(periods$of, seq_along(periods$starts))
  by_time <- mean_tone(found$tone$tone, of)
  if (all(is.na(by_time$tone))) return(NULL)
  tips <- sprintf(
    "%s: %s%s, %s", periods$label, say_tone(by_time$tone), say_interval(by_time),
    count_of(by_time$n, "article")
  )
  extremes <- tone_extremes(by_time)
  el("figure",
    chart_interval(
      by_time$tone, by_time$lower, by_time$upper, periods$label, tips,
      paste("Mean tone by", periods$by)
    ),
    el("figcaption", tone_time_caption(by_time, extremes, periods)),
    lapply(unique(c(extremes$low, extremes$high)), function(at) {
      html_details(
        sprintf("Sentences of %s", periods$label[[at]]),
        report_quotes(facts, found, which(of == levels(of)[[at]]), 3L)
      )
    })
  )
}

report_tone_source <- function(facts, found) {
  if (length(unique(stats::na.omit(facts$source))) < 2L) return(NULL)
  groups <- top_groups(facts$source, 12L)
  by_source <- mean_tone(found$tone$tone, groups)
  by_source <- by_source[order(by_source$tone), ]
  range <- range(c(0, unlist(by_source[c("tone", "lower", "upper")])), na.rm = TRUE)
  list(
    el("h3", "By source"),
    html_table(
      list(
        source = foreign_each(by_source$group),
        bar = lapply(seq_len(nrow(by_source)), function(i) {
          chart_dots(by_source$tone[[i]], by_source$lower[[i]], by_source$upper[[i]], range, "")
        }),
        tone = say_tone(by_source$tone), n = show_count(by_source$n)
      ),
      c("Source", "", "Tone", "Articles"), number = c("tone", "n")
    )
  )
}

# The strongest sentences of some articles as quotations: `each` of them per sign.
report_quotes <- function(facts, found, articles, each) {
  all <- found$sentences
  here <- all[all$doc_id %in% facts$doc_id[articles] & !is.na(all$tone), ]
  here <- here[!duplicated(here$text), ]
  quote <- function(rows, class_) {
    lapply(rows, function(r) {
      i <- match(here$doc_id[[r]], facts$doc_id)
      el("blockquote",
        el("p", foreign(here$text[[r]])),
        el("div",
          article_link(facts, i), ", ", article_where(facts, i), " \u00b7 ",
          say_tone(here$tone[[r]]),
          class_ = "where"
        ),
        class_ = class_
      )
    })
  }
  order_by <- order(here$tone, here$doc_id, here$sentence, method = "radix")
  bad <- utils::head(order_by[here$tone[order_by] < 0], each)
  good <- utils::head(rev(order_by)[here$tone[rev(order_by)] > 0], each)
  list(bad = quote(bad, "bad"), good = quote(good, "good"))
}

report_sentences <- function(facts, found) {
  quotes <- report_quotes(facts, found, seq_len(nrow(facts)), 8L)
  column <- function(title, quotes) {
    el("div", el("h3", title), if (length(quotes)) quotes else el("p", "None.", class_ = "soft"))
  }
  section(
    "sentences", "Most positive and most negative sentences",
    el("div",
      column("Most negative", quotes$bad), column("Most positive", quotes$good), class_ = "two"
    )
  )
}
