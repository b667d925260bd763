# The tone of article_report(): over time, by source, topic and voice, and its strongest
# sentences.

# Means of articles, and which differ: `overall`; `period`, `source` and `topic`, as
# group_means() makes them, NULL where there is nothing to compare; `voice`, the narration, what
# others say, and the difference of the two in the same articles; `extremes` by period and source;
# `of`, the articles of each group.
tone_facts <- function(report) {
  tone <- report$tone$tone
  periods <- report$periods
  out <- list(
    overall = overall_mean(tone), extremes = list(), of = list(all = rep(1L, length(tone)))
  )
  if (!is.null(periods)) {
    of <- factor(periods$of, seq_along(periods$starts), periods$label)
    out <- tone_by(out, "period", tone, of)
  }
  groups <- source_groups(report$main$source)
  if (!is.null(groups)) out <- tone_by(out, "source", tone, groups)
  if (!is.null(report$theta)) {
    out$topic <- topic_tones(report$theta, tone)
    out$of$topic <- max.col(ifelse(is.na(report$theta), 0, report$theta), "first")
  }
  out$voice <- tone_by_voice(report$narration$tone, report$others$tone)
  out
}

tone_by <- function(out, name, tone, of) {
  means <- group_means(tone, of)
  if (sum(!is.na(means$mean)) < 2L) return(out)
  out[[name]] <- means
  out$extremes[[name]] <- extreme_means(means)
  out$of[[name]] <- as.integer(of)
  out
}

# The tone of topics: the mean over articles weighted by their share, with an interval at 95 %,
# and one over all topics.
topic_tones <- function(theta, tone) {
  found <- lapply(seq_len(ncol(theta)), function(k) weighted_mean(theta[, k], tone))
  mean <- vapply(found, `[[`, 0, "mean")
  se <- vapply(found, function(one) as.numeric(one[["se"]]), 0)
  bounds <- function(level) stats::qnorm((1 + level) / 2) * se
  family <- 1 - 0.05 / ncol(theta)
  data.frame(
    group = colnames(theta), n = NA, mean = as.numeric(mean),
    lower = pmax(-1, mean - bounds(0.95)), upper = pmin(1, mean + bounds(0.95)),
    family_lower = mean - bounds(family), family_upper = mean + bounds(family)
  )
}

# Narration, others, and narration less others, over the articles that have both.
tone_by_voice <- function(narration, others) {
  both <- which(!is.na(narration) & !is.na(others))
  if (length(both) < 3L) return(NULL)
  rows <- rbind(
    overall_mean(narration[both]), overall_mean(others[both]),
    overall_mean(narration[both] - others[both], c(-2, 2))
  )
  rows$group <- c("The newsroom\u2019s own words", "Words of others", "Difference")
  rows
}

report_tone <- function(report) {
  facts <- report$tone_facts
  section("tone", "Tone",
    el("p",
      "Tone is the balance of good and bad words, from \u22121 to 1; values within \u00b1",
      neutral_band[["article"]], " (the grey band) are neutral. Intervals are at 95\u202f%.",
      class_ = "q"
    ),
    tone_over_time(report), tone_words(report),
    el("div",
      el("div", tone_forest(report, "source", "Source"), tone_forest(report, "voice", "Voice")),
      tone_forest(report, "topic", "Topic"),
      class_ = "two"
    ),
    tone_strongest(report),
    r_call(
      "tone_score(x)", "tone_score(x, by = \"sentence\")", "tone_shift(x, groups, reference = ...)"
    )
  )
}

# The mean tone of a group as a link to its strongest sentences.
cite_tone <- function(report, by, i, figure) {
  facts <- report$tone_facts
  row <- if (by == "all") facts$overall else facts[[by]][i, ]
  name <- switch(by,
    all = "all articles", topic = report$topic_facts$name[[i]], foreign(row$group)
  )
  how <- if (by == "topic") {
    "Mean over articles, weighted by their share of the topic."
  } else {
    sprintf("Mean of %s.", count_of(row$n, "article"))
  }
  interval <- if (is.na(row$lower)) "" else sprintf(
    " 95\u202f%% interval %s to %s.", say_tone(row$lower), say_tone(row$upper)
  )
  cite(
    report$book, paste("tone", by, i), figure, list("Tone of ", name, ": ", say_tone(row$mean)),
    paste0(how, interval, " The most negative and the most positive sentences:"),
    tone_items(report, which(facts$of[[by]] == i), each_of(nrow(facts[[by]])) %/% 2L)
  )
}

tone_over_time <- function(report) {
  means <- report$tone_facts$period
  if (is.null(means)) return(NULL)
  periods <- report$periods
  tips <- sprintf(
    "%s: %s%s, %s", periods$label, say_tone(means$mean), say_interval(means),
    count_of(means$n, "article")
  )
  links <- vapply(seq_len(nrow(means)), function(i) {
    if (is.na(means$mean[[i]])) return(NA_character_)
    cite_tone(report, "period", i, "")
    at <- cited_at(report$book, paste("tone period", i))
    if (is.null(at)) NA_character_ else at
  }, "")
  extremes <- report$tone_facts$extremes$period
  at <- function(i) {
    figure <- cite_tone(report, "period", i, say_tone(means$mean[[i]]))
    list(foreign(means$group[[i]]), " (", figure, ")")
  }
  said <- if (extremes$certain) {
    list("Lowest in ", at(extremes$low), ", highest in ", at(extremes$high), ".")
  } else {
    "No difference between periods is larger than chance explains."
  }
  el("figure",
    drawn_twice(function(width) {
      chart_interval(
        means$mean, means$lower, means$upper, periods$label, tips,
        paste("Mean tone by", periods$by), width = width,
        neutral = neutral_band[["article"]], links = links
      )
    }),
    el("figcaption", sprintf("Mean tone of the articles by %s. ", periods$by), said)
  )
}

# Which words make the difference between the lowest and the highest period, where these certainly
# differ: the ten that contribute most to it.
tone_words <- function(report, most = 10L) {
  extremes <- report$tone_facts$extremes$period
  if (is.null(extremes) || !extremes$certain) return(NULL)
  means <- report$tone_facts$period
  names <- c("lowest", "highest")
  of <- report$tone_facts$of$period
  side <- names[match(of, c(extremes$low, extremes$high))]
  found <- suppressMessages(tone_shift(
    report$kept, side, reference = "highest", lexicon = report$given$lexicon, parts = report$parts,
    threads = report$given$threads, progress = FALSE
  ))
  found <- utils::head(found, most) # by falling size of the contribution
  period <- foreign_each(means$group[c(extremes$low, extremes$high)])
  list(
    el("h3", "Words that make ", period[[1L]], " lower than ", period[[2L]]),
    html_table(
      list(
        word = foreign_each(found$entry), share = say_thousandths(found$contribution),
        interval = ifelse(is.na(found$lower), "", sprintf(
          "%s to %s", say_thousandths(found$lower), say_thousandths(found$upper)
        )),
        low = show_count(found$hits), high = show_count(found$hits_reference)
      ),
      c("Word", "Part of the difference", "95\u202f% interval", "Uses there", "Uses here"),
      number = c("share", "interval", "low", "high")
    )
  )
}

say_thousandths <- function(x) {
  paste0(ifelse(x < 0, "\u2212", "+"), formatC(abs(x), format = "f", digits = 3))
}

# Rows of means with their intervals on one scale, in order of the mean.
tone_forest <- function(report, by, head) {
  means <- report$tone_facts[[by]]
  if (is.null(means)) return(NULL)
  rows <- which(!is.na(means$mean))
  if (by != "voice") rows <- rows[order(means$mean[rows])]
  range <- range(c(0, unlist(means[rows, c("mean", "lower", "upper")])), na.rm = TRUE)
  name <- lapply(rows, function(i) {
    switch(by,
      topic = report$topic_facts$name[[i]], voice = means$group[[i]], foreign(means$group[[i]])
    )
  })
  figure <- lapply(rows, function(i) {
    shown <- say_tone(means$mean[[i]])
    if (by == "voice") shown else cite_tone(report, by, i, shown)
  })
  el("div",
    el("h3", "By ", tolower(head)),
    html_table(
      list(
        name = name, tone = figure,
        interval = ifelse(is.na(means$lower[rows]), "", sprintf(
          "%s to %s", say_tone(means$lower[rows]), say_tone(means$upper[rows])
        )),
        bar = lapply(rows, function(i) {
          chart_dots(
            means$mean[[i]], means$lower[[i]], means$upper[[i]], range, "",
            neutral_band[["article"]]
          )
        })
      ),
      c(head, "Tone", "95\u202f% interval", ""), number = c("tone", "interval")
    ),
    if (by == "voice") voice_difference(means)
  )
}

voice_difference <- function(means) {
  gap <- means[3L, ]
  said <- if (is.na(gap$lower) || (gap$lower <= 0 && gap$upper >= 0)) {
    "no difference can be told"
  } else if (gap$mean < 0) {
    "the newsroom\u2019s own words are more negative"
  } else {
    "the newsroom\u2019s own words are more positive"
  }
  el("p",
    sprintf("In %s that have both: %s.", count_of(gap$n, "article"), said), class_ = "soft"
  )
}

tone_strongest <- function(report) {
  found <- strongest_sentences(report, seq_len(nrow(report$main)), 6L)
  column <- function(title, rows, class_) {
    items <- lapply(sentence_items(report, rows), `[[`, "html")
    report$book$articles <- union(
      report$book$articles, report$main$id[report$sentences$article[rows]]
    )
    el("div",
      el("h3", title),
      if (length(rows)) el("ol", items, class_ = "quotes") else el("p", "None.", class_ = "soft"),
      class_ = class_
    )
  }
  el("div",
    column("Most negative sentences", found$bad, "bad"),
    column("Most positive sentences", found$good, "good"),
    class_ = "two"
  )
}
