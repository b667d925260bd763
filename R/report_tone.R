# The tone of article_report(): over time, by source, and the sentences behind it.

report_tone <- function(facts, found) {
  overall <- el("p",
    "Tone is the balance of good and bad words, from \u22121 to 1; values within \u00b10.05 are ",
    "neutral. Bands and bars are 95\u2009% intervals: where they cross zero, the sign is ",
    "not certain."
  )
  section("tone", "Tone", overall, report_tone_time(facts, found), report_tone_source(facts, found))
}

# Mean tone of the articles of each group, with its interval. The spread is pooled
# over the groups, since a month may have one article only.
mean_tone <- function(tone, group) {
  if (!is.factor(group)) group <- factor(group)
  known <- !is.na(tone) & !is.na(group)
  n <- as.vector(tapply(known, group, sum, default = 0))
  mean <- as.vector(tapply(tone[known], group[known], mean, default = NA))
  df <- sum(known) - sum(n > 0)
  rest <- tone[known] - mean[as.integer(group[known])]
  half <- if (df > 0) stats::qt(0.975, df) * sqrt(sum(rest^2) / df) / sqrt(n) else NA
  data.frame(
    group = levels(group), n = n, tone = mean,
    lower = pmax(-1, mean - half), upper = pmin(1, mean + half)
  )
}

report_tone_time <- function(facts, found) {
  periods <- found$periods
  if (is.null(periods)) return(NULL)
  of <- factor(periods$of, seq_along(periods$starts))
  by_time <- mean_tone(found$tone$tone, of)
  tips <- sprintf(
    "%s: %s (%s to %s), %d articles", periods$label, say_tone(by_time$tone),
    say_tone(by_time$lower), say_tone(by_time$upper), by_time$n
  )
  known <- which(!is.na(by_time$tone))
  low <- known[which.min(by_time$tone[known])]
  high <- known[which.max(by_time$tone[known])]
  el("figure",
    chart_interval(
      by_time$tone, by_time$lower, by_time$upper, periods$label, tips,
      paste("Mean tone by", periods$by)
    ),
    el("figcaption", sprintf(
      "Mean tone of the articles by %s. Lowest in %s (%s), highest in %s (%s).", periods$by,
      periods$label[[low]], say_tone(by_time$tone[[low]]),
      periods$label[[high]], say_tone(by_time$tone[[high]])
    )),
    lapply(unique(c(low, high)), function(at) {
      html_details(
        sprintf("The sentences behind %s", periods$label[[at]]),
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
        source = by_source$group,
        bar = lapply(seq_len(nrow(by_source)), function(i) {
          chart_dots(by_source$tone[[i]], by_source$lower[[i]], by_source$upper[[i]], range, "")
        }),
        tone = say_tone(by_source$tone), n = show_count(by_source$n)
      ),
      c("Source", "", "Tone", "Articles"), number = c("tone", "n")
    )
  )
}

# The strongest sentences of some articles as quotations: `each` of either sign.
report_quotes <- function(facts, found, articles, each) {
  all <- found$sentences
  here <- all[all$doc_id %in% facts$doc_id[articles] & !is.na(all$tone), ]
  here <- here[!duplicated(here$text), ]
  quote <- function(rows, class_) {
    lapply(rows, function(r) {
      i <- match(here$doc_id[[r]], facts$doc_id)
      el("blockquote",
        el("p", here$text[[r]]),
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
