# The tone of article_report(): over time, by source, topic and voice, and its strongest
# sentences.

# Means of articles, and which differ: `overall`; `period`, `source`, `topic` and `voice`, as
# mean_rows() makes them, NULL where there is nothing to compare; `gaps`, how the narration differs
# from other voices; `extremes` by period and source; `of`, the articles of each group.
tone_facts <- function(report) {
  tone <- report$tone$tone
  periods <- report$periods
  out <- list(
    overall = overall_mean(tone, cluster = report$same), extremes = list(),
    of = list(all = rep(1L, length(tone)))
  )
  if (!is.null(periods)) out <- tone_by(out, "period", tone, period_factor(periods), report$same)
  groups <- source_groups(report$main$source)
  if (!is.null(groups)) out <- tone_by(out, "source", tone, groups, report$same)
  if (!is.null(report$theta)) {
    out$topic <- tone_rows(report$by_topic, colnames(report$theta), "topic")
    out$of$topic <- max.col(ifelse(is.na(report$theta), 0, report$theta), "first")
  }
  heard <- intersect(all_voices, report$by_voice$voice)
  if (length(heard) > 1L) {
    out$voice <- tone_rows(report$by_voice, heard, "voice")
    out$gaps <- as.data.frame(summary(report$by_voice))
  }
  out
}

tone_by <- function(out, name, tone, of, cluster) {
  means <- group_means(tone, of, cluster = cluster)
  if (sum(!is.na(means$mean)) < 2L) return(out)
  out[[name]] <- means
  out$extremes[[name]] <- extreme_means(means)
  out$of[[name]] <- as.integer(of)
  out
}

# Rows of a table of tone_score() by the column `by`, in the order of `groups`.
tone_rows <- function(table, groups, by) {
  table <- as.data.frame(table)
  table <- table[table$lexicon == table$lexicon[1L], ]
  rows <- table[match(groups, as.character(table[[by]])), ]
  mean_rows(groups, rows$n_articles, rows$tone, rows$se, rows$lower, rows$upper)
}

# Which rows certainly lie beyond the neutral band, over all rows.
beyond_neutral <- function(means) {
  reach <- stats::qt(1 - 0.025 / nrow(means), pmax(1, means$effective - 1)) * means$se
  which(abs(means$mean) - reach > neutral_band[["article"]])
}

report_tone <- function(report) {
  facts <- report$tone_facts
  section("tone", "Tone",
    el("p",
      "Tone is the balance of good and bad words, from \u22121 to 1; values within \u00b1",
      neutral_band[["article"]], " (the grey band) are neutral. Intervals are at 95\u202f%.",
      class_ = "q"
    ),
    tone_over_time(report), report_shift(report),
    el("div",
      el("div", tone_forest(report, "source", "Source"), tone_forest(report, "voice", "Voice")),
      tone_forest(report, "topic", "Topic"),
      class_ = "two"
    ),
    tone_strongest(report),
    r_call(tone_calls(report))
  )
}

tone_calls <- function(report) {
  facts <- report$tone_facts
  by <- c(
    if (!is.null(facts$period)) report$periods$by, if (!is.null(facts$source)) "source",
    if (!is.null(facts$voice)) "voice"
  )
  c(
    "tone_score(x)", sprintf("tone_score(x, by = \"%s\")", by),
    if (!is.null(facts$topic)) "tone_score(x, by = \"topic\", topics = fit)"
  )
}

# The mean tone of a group as a link to its strongest sentences.
cite_tone <- function(report, by, i, figure) cited(figure, tone_evidence(report, by, i))

tone_evidence <- function(report, by, i) {
  facts <- report$tone_facts
  row <- if (by == "all") facts$overall else facts[[by]][i, ]
  name <- switch(by,
    all = "all articles", topic = report$topic_facts$name[[i]], foreign(row$group)
  )
  how <- if (by == "topic") {
    "Mean of the sentences that are on the topic, each as far as it is."
  } else {
    sprintf("Mean of %s.", count_of(row$n, "article"))
  }
  interval <- if (is.na(row$lower)) "" else sprintf(
    " 95\u202f%% interval %s to %s.", say_tone(row$lower), say_tone(row$upper)
  )
  evidence_at(
    report$book, paste("tone", by, i), list("Tone of ", name, ": ", say_tone(row$mean)),
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
  links <- each_address(seq_len(nrow(means)), function(i) {
    if (!is.na(means$mean[[i]])) tone_evidence(report, "period", i)
  })
  said <- if (report$tone_facts$extremes$period$certain) {
    list("It differs: ", tone_extremes(report, "period"), ".")
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

# Rows of means with their intervals on one scale, in order of the mean.
tone_forest <- function(report, by, head) {
  means <- report$tone_facts[[by]]
  if (is.null(means)) return(NULL)
  rows <- which(!is.na(means$mean))
  if (by != "voice") rows <- rows[order(means$mean[rows])]
  # One scale for all that are beside each other.
  each <- do.call(rbind, report$tone_facts[c("source", "voice", "topic")])
  range <- range(c(0, unlist(each[c("mean", "lower", "upper")])), na.rm = TRUE)
  name <- lapply(rows, function(i) {
    switch(by,
      topic = report$topic_facts$name[[i]], voice = capital_first(voice_names[[means$group[[i]]]]),
      foreign(means$group[[i]])
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
    if (by == "voice") voice_difference(report$tone_facts$gaps),
    if (by == "source" && !report$tone_facts$extremes$source$certain) {
      el("p", "There is no clear difference between sources.", class_ = "soft")
    }
  )
}

voice_names <- c(
  narration = "the newsroom\u2019s own words", direct = "quoted words",
  reported = "reported words", thought = "reported thoughts"
)

capital_first <- function(x) paste0(toupper(substr(x, 1L, 1L)), substring(x, 2L))

# From which voices the narration certainly differs, over all of them, and by so much that it
# matters.
voice_difference <- function(gaps) {
  least <- neutral_band[["article"]]
  sure <- which(gaps$sign != "unclear" & abs(gaps$gap) >= least &
    abs(gaps$gap) > stats::qnorm(1 - 0.025 / nrow(gaps)) * gaps$se)
  if (!length(sure)) {
    return(el("p",
      "There is no clear difference of ", least, " or more between narration and other voices.",
      class_ = "soft"
    ))
  }
  said <- vapply(sure, function(i) {
    size <- abs(c(gaps$gap[[i]], sort(abs(c(gaps$lower[[i]], gaps$upper[[i]])))))
    shown <- sub("+", "", say_apart(size, 2L), fixed = TRUE)
    sprintf(
      "%s than %s (by %s; %s to %s)", if (gaps$gap[[i]] < 0) "more negative" else "more positive",
      voice_names[[gaps$versus[[i]]]], shown[[1L]], shown[[2L]], shown[[3L]]
    )
  }, "")
  el("p", "The newsroom\u2019s own words are ", paste(said, collapse = ", "), ".", class_ = "soft")
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
