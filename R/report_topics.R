# The topics of article_report(): one card for each, and their shares by source.

# What is known of each topic, the largest first; NULL without topics: `key`, its name in the
# fit; `name`, its three most relevant terms; `terms`; `share` of an average article with
# interval; `changes` from the first half of the time to the second with intervals over all
# topics, NULL without dates; `middle`, where the halves meet; `by_source`.
topic_facts <- function(report) {
  theta <- report$theta
  if (is.null(theta)) return(NULL)
  words <- topic_terms(report$topics, n = 9)
  terms <- lapply(colnames(theta), function(key) words$term[words$topic == key])
  share <- do.call(rbind, lapply(seq_len(ncol(theta)), function(k) {
    overall_mean(theta[, k], c(0, 1))
  }))
  out <- list(
    key = colnames(theta), terms = terms, share = share,
    name = lapply(terms, function(of) foreign_list(utils::head(of, 3L)))
  )
  date <- report$main$date
  if (!is.null(report$periods) && sum(!is.na(date)) >= 6L) {
    out$middle <- stats::median(date, na.rm = TRUE)
    changes <- lapply(seq_len(ncol(theta)), function(k) {
      as.data.frame(mean_change(theta[, k], date > out$middle, ncol(theta)))
    })
    out$changes <- do.call(rbind, changes)
  }
  groups <- source_groups(report$main$source)
  if (!is.null(groups)) {
    out$by_source <- lapply(seq_len(ncol(theta)), function(k) {
      means <- group_means(theta[, k], groups, c(0, 1))
      list(means = means, extremes = extreme_means(means, ncol(theta)))
    })
  }
  out
}

# The source of each article where there are several: those with most articles, NA for the rest;
# NULL otherwise.
source_groups <- function(source, most = 12L) {
  counts <- sort(table(source), decreasing = TRUE)
  if (length(counts) < 2L) return(NULL)
  factor(source, sort(names(utils::head(counts, most))))
}

report_topics <- function(report) {
  facts <- report$topic_facts
  if (is.null(facts)) {
    return(section("topics", "Topics", el("p",
      "A topic model needs at least four articles that share ten terms.", class_ = "note"
    )))
  }
  middle <- if (!is.null(facts$changes)) sprintf(
    " Changes are from the time up to %s to the time after, with intervals over all topics.",
    say_date(facts$middle)
  )
  section("topics", "Topics",
    el("p",
      length(facts$key), " topics, the largest first. Each is a set of terms that occur in the ",
      "same articles; its name is its three most relevant terms. Shares are of the words of an ",
      "average article.", middle,
      class_ = "q"
    ),
    el("div", lapply(seq_along(facts$key), function(k) topic_card(report, k)), class_ = "cards"),
    topics_by_source(report),
    r_call(topic_call(report), "topic_terms(fit)", "topic_articles(fit)")
  )
}

topic_call <- function(report) {
  if (!is.null(report$given$topics)) return("fit # the fit that was given")
  sprintf(
    "fit <- topic_lda(m, k = %d, seed = %s)", ncol(report$theta), format(report$given$seed)
  )
}

topic_card <- function(report, k) {
  facts <- report$topic_facts
  share <- facts$share[k, ]
  lines <- topic_over_time(report$theta[, k], report$periods)
  typical <- topic_typical(report, k, 2L)
  el("article",
    el("h3", cite_topic(report, k, facts$name[[k]])),
    el("p", foreign_list(facts$terms[[k]][-(1:3)]), class_ = "terms"),
    el("p",
      cite_topic(report, k, say_share(share$mean)), " of an average article",
      say_interval(share, say_share), class_ = "where"
    ),
    el("div",
      if (!is.null(lines)) {
        spark(lines, paste("Share over time:", foreign_text(facts$terms[[k]][[1L]])))
      },
      topic_change(facts, k), topic_peak_line(report, k), topic_tone(report, k),
      class_ = "where"
    ),
    el("ul", lapply(typical, function(id) {
      el("li", article_link(report, id), el("span", article_where(report$all, id)))
    })),
    class_ = "card"
  )
}

# A topic as a link to its most typical articles.
cite_topic <- function(report, k, figure, aria = NULL) {
  facts <- report$topic_facts
  ids <- topic_typical(report, k, report$most)
  share <- report$theta[match(ids, report$main$id), k]
  cite(
    report$book, paste("topic", k), figure, list("Topic: ", facts$name[[k]]),
    "The articles with the largest shares of it, and the sentence of each with most of its terms.",
    lapply(seq_along(ids), function(i) {
      evidence_item(
        report, ids[[i]], topic_sentence(report, ids[[i]], facts$terms[[k]]),
        paste(say_share(share[[i]]), "of the article")
      )
    }),
    aria
  )
}

# The rows of report$all with the largest shares of a topic; a story once.
topic_typical <- function(report, k, n) {
  share <- report$theta[, k]
  rows <- which(!is.na(share) & !report$copied)
  rows <- rows[order(-share[rows], rows, method = "radix")]
  report$main$id[utils::head(rows, n)]
}

# The sentence of an article that has most of some terms, the first of several; they are marked.
topic_sentence <- function(report, id, terms) {
  table <- report$sentences
  rows <- which(table$article == match(id, report$main$id))
  if (!length(rows)) return(NULL)
  text <- table$text[rows]
  pattern <- paste0("(?<![\\pL\\pN])\\Q", terms, "\\E(?![\\pL\\pN])")
  pattern <- paste0("(?i)(?:", paste(pattern, collapse = "|"), ")")
  found <- gregexpr(pattern, text, perl = TRUE)
  hits <- vapply(found, function(at) sum(at > 0L), 0)
  best <- which.max(hits)
  at <- found[[best]]
  if (at[[1L]] < 0L) return(foreign(text[[best]]))
  marked(text[[best]], as.integer(at), as.integer(at) + attr(at, "match.length") - 1L)
}

# Mean share of a topic by period, NA for a period without articles.
topic_over_time <- function(share, periods) {
  if (is.null(periods)) return(NULL)
  as.vector(tapply(share, factor(periods$of, seq_along(periods$starts)), mean, na.rm = TRUE))
}

topic_change <- function(facts, k) {
  change <- facts$changes[k, ]
  if (is.null(facts$changes) || is.na(change$lower)) return(NULL)
  el("p", if (change$lower > 0 || change$upper < 0) {
    sprintf(
      "%s from %s to %s (%s to %s points)", if (change$change > 0) "rose" else "fell",
      say_share(change$early), say_share(change$late), say_points(change$lower),
      say_points(change$upper)
    )
  } else {
    "no change beyond chance"
  })
}

topic_peak_line <- function(report, k) {
  peak <- topic_peak(report$theta[, k], report$periods)
  if (length(peak)) el("p", peak)
}

# The period with the highest mean share of a topic, if that share differs from all other
# articles by more than chance explains (95 %, over all periods; NULL otherwise). A
# month of one article says little, so the peak is sought among periods of at least three
# if there are any.
topic_peak <- function(share, periods) {
  over_time <- topic_over_time(share, periods)
  if (is.null(over_time)) return(NULL)
  dated <- !is.na(periods$of) & !is.na(share)
  n <- tabulate(periods$of[dated], length(over_time))
  usable <- which(if (any(n >= 3L)) n >= 3L else n > 0L)
  if (!length(usable)) return(NULL)
  at <- usable[which.max(over_time[usable])]
  inside <- periods$of[dated] == at
  share <- share[dated]
  df <- length(share) - 2L
  if (df < 1L || all(inside)) return(NULL)
  rest <- share - ifelse(inside, mean(share[inside]), mean(share[!inside]))
  room <- stats::qt(1 - 0.025 / length(usable), df) * sqrt(sum(rest^2) / df) *
    sqrt(1 / sum(inside) + 1 / sum(!inside))
  if (over_time[[at]] - mean(share[!inside]) <= room) return(NULL)
  sprintf("peak: %s in %s", say_share(over_time[[at]]), periods$label[[at]])
}

topic_tone <- function(report, k) {
  means <- report$tone_facts$topic
  if (is.null(means) || is.na(means$mean[[k]])) return(NULL)
  el("p",
    "tone ", cite_tone(report, "topic", k, say_tone(means$mean[[k]])),
    say_interval(means[k, ])
  )
}

topics_by_source <- function(report) {
  facts <- report$topic_facts
  if (is.null(facts$by_source)) return(NULL)
  rows <- lapply(facts$by_source, function(one) {
    means <- one$means
    known <- !is.na(means$mean)
    if (!one$extremes$certain) return("no difference beyond chance")
    at <- c(one$extremes$high, one$extremes$low)
    html(
      "most in ", html_text(foreign(means$group[[at[[1L]]]])), " (",
      say_share(means$mean[[at[[1L]]]]), "), least in ",
      html_text(foreign(means$group[[at[[2L]]]])), " (", say_share(means$mean[[at[[2L]]]]), ")"
    )
  })
  list(
    el("h3", "Topics by source"),
    el("p",
      "Sources are named only where the difference is larger than chance explains (95\u202f%, ",
      "over all topics and pairs of sources).",
      class_ = "soft"
    ),
    html_table(list(topic = facts$name, said = rows), c("Topic", "Sources"))
  )
}
