# The topics of article_report(): one card for each, and their shares by source.

# What is known of each topic, the largest first; NULL without topics: `key`, its name in the
# fit; `name`, its three most relevant terms; `terms`; `share` of an average article with
# interval; `over_time`, the same by period; `changes` from the first half of the time to the second
# with intervals over all topics; `middle`, where the halves meet; all NULL without dates;
# `by_source`.
topic_facts <- function(report) {
  theta <- report$theta
  if (is.null(theta)) return(NULL)
  words <- topic_terms(report$topics, n = 9)
  terms <- lapply(colnames(theta), function(key) words$term[words$topic == key])
  n <- ncol(theta)
  out <- list(
    key = colnames(theta), terms = terms,
    share = do.call(rbind, topic_means(report, factor(rep("all", nrow(theta))))),
    name = lapply(terms, function(of) foreign_list(utils::head(of, 3L)))
  )
  date <- report$main$date
  if (!is.null(report$periods)) {
    out$over_time <- topic_means(report, period_factor(report$periods))
  }
  if (!is.null(report$periods) && sum(!is.na(date)) >= 6L) {
    out$middle <- stats::median(date, na.rm = TRUE)
    half <- factor(ifelse(date > out$middle, "late", "early"), c("early", "late"))
    changes <- lapply(topic_means(report, half), mean_change, 1L, 2L, n)
    out$changes <- do.call(rbind, lapply(changes, as.data.frame))
  }
  groups <- source_groups(report$main$source)
  if (!is.null(groups)) {
    out$by_source <- lapply(topic_means(report, groups), function(means) {
      list(means = means, extremes = extreme_means(means, n))
    })
  }
  out
}

# The shares of each topic by group, a factor over the rows of report$main, as topic_prevalence()
# has them: a list by topic of mean_rows(), one row for each level.
topic_means <- function(report, group) {
  fit <- report$topics
  at <- match(rownames(fit$theta), report$main$doc_id)
  found <- as.data.frame(suppressMessages(topic_prevalence(
    fit, group[at], seed = report$given$seed, threads = report$given$threads
  )))
  lapply(colnames(report$theta), function(key) {
    rows <- found[found$topic == key, ]
    rows <- rows[match(levels(group), rows$group), ]
    n <- ifelse(is.na(rows$articles), 0L, rows$articles)
    mean_rows(levels(group), n, rows$share, rows$std_error, rows$lower, rows$upper)
  })
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
    paste(
      " Changes are from the time up to %s, by when half of the articles had appeared, to the time",
      "after, with intervals over all topics."
    ),
    say_date(facts$middle)
  )
  section("topics", "Topics",
    el("p",
      length(facts$key), " topics, the largest first. Each is a set of terms that occur in the ",
      "same articles; its name is its three most relevant terms. Shares are of the words of an ",
      "average article.", middle,
      class_ = "q"
    ),
    topics_map(report),
    el("div", lapply(seq_along(facts$key), function(k) topic_card(report, k)), class_ = "cards"),
    topics_compared(report),
    r_call(
      topic_call(report), "topic_terms(fit)", "topic_map(fit)", "topic_articles(fit)",
      sprintf("topic_prevalence(fit, \"source\", x, seed = %s)", format(report$given$seed)),
      effects_call(report)
    )
  )
}

topic_call <- function(report) {
  if (!is.null(report$given$topics)) return("fit # the fit that was given")
  sprintf(
    "fit <- topic_lda(m, k = %d, seed = %s)", ncol(report$theta), format(report$given$seed)
  )
}

# Which topics are like which, three or more of them.
topics_map <- function(report) {
  facts <- report$topic_facts
  if (length(facts$key) < 3L || !ncol(report$topics$phi)) return(NULL)
  map <- topic_map(report$topics, n = 1)$topics
  map <- map[match(facts$key, map$topic), ]
  name <- vapply(facts$terms, `[[`, "", 1L)
  links <- each_address(seq_along(facts$key), function(k) topic_evidence(report, k))
  tips <- sprintf("%s: %s", foreign_text(name), say_share(facts$share$mean))
  el("figure",
    drawn_twice(function(width) {
      chart_map(map$x, map$y, facts$share$mean, name, tips, "Map of topics", width, links)
    }),
    el("figcaption",
      "Map of topics: near ones use the same terms, areas are shares of an average article; each ",
      "is named by its most relevant term."
    )
  )
}

topic_card <- function(report, k) {
  facts <- report$topic_facts
  share <- facts$share[k, ]
  lines <- facts$over_time[[k]]$mean
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
      topic_change(facts, k), topic_peak_line(facts, k), topic_tone(report, k),
      class_ = "where"
    ),
    el("ul", lapply(typical, function(id) {
      el("li", article_link(report, id), el("span", article_where(report$all, id)))
    })),
    class_ = "card"
  )
}

# A topic as a link to its most typical articles, of those `within` a time that `when` names.
cite_topic <- function(report, k, figure, within = NULL, when = NULL) {
  cited(figure, topic_evidence(report, k, within, when))
}

topic_evidence <- function(report, k, within = NULL, when = NULL) {
  facts <- report$topic_facts
  ids <- topic_typical(report, k, report$most, within)
  share <- report$theta[match(ids, report$main$id), k]
  evidence_at(
    report$book, paste(c("topic", k, when), collapse = " "),
    list("Topic: ", facts$name[[k]], if (length(when)) c(", ", when)),
    "The articles with the largest shares of it, and the sentence of each with most of its terms.",
    lapply(seq_along(ids), function(i) {
      evidence_item(
        report, ids[[i]], topic_sentence(report, ids[[i]], facts$terms[[k]]),
        paste(say_share(share[[i]]), "of the article")
      )
    })
  )
}

# The rows of report$all with the largest shares of a topic; a story once.
topic_typical <- function(report, k, n, within = NULL) {
  share <- report$theta[, k]
  rows <- which(!is.na(share) & !report$copied)
  if (!is.null(within)) rows <- intersect(rows, which(within))
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

topic_change <- function(facts, k) {
  change <- facts$changes[k, ]
  if (is.null(facts$changes) || is.na(change$lower)) return(NULL)
  el("p", if (change$lower > 0 || change$upper < 0) {
    ends <- say_apart(100 * c(change$lower, change$upper), 0L)
    sprintf(
      "%s from %s to %s (%s to %s points)", if (change$change > 0) "rose" else "fell",
      say_share(change$early), say_share(change$late), ends[[1L]], ends[[2L]]
    )
  } else {
    "no change beyond chance"
  })
}

topic_peak_line <- function(facts, k) {
  peak <- topic_peak(facts$over_time[[k]])
  if (length(peak)) el("p", peak)
}

# The period with the highest mean share of a topic among those whose error is known, if that share
# differs from that of all other such periods by more than chance explains (95 %, over all periods;
# NULL otherwise).
topic_peak <- function(means) {
  means <- means[!is.na(means$se), ]
  if (NROW(means) < 2L) return(NULL)
  at <- which.max(means$mean)
  rest <- means[-at, ]
  weight <- rest$n / sum(rest$n)
  pair <- rbind(means[at, ], mean_rows(
    "rest", sum(rest$n), sum(weight * rest$mean), sqrt(sum(weight^2 * rest$se^2))
  ))
  if (!isTRUE(mean_change(pair, 2L, 1L, nrow(means))$lower > 0)) return(NULL)
  sprintf("peak: %s in %s", say_share(means$mean[[at]]), means$group[[at]])
}

topic_tone <- function(report, k) {
  means <- report$tone_facts$topic
  if (is.null(means) || is.na(means$mean[[k]])) return(NULL)
  el("p",
    "tone ", cite_tone(report, "topic", k, say_tone(means$mean[[k]])),
    say_interval(means[k, ])
  )
}

# Which sources have most and least of a topic, NULL where no difference is certain.
topic_by_source <- function(report, k) {
  one <- report$topic_facts$by_source[[k]]
  if (!one$extremes$certain) return(NULL)
  at <- c(one$extremes$high, one$extremes$low)
  each <- vapply(at, function(i) {
    paste(html_text(foreign(one$means$group[[i]])), say_share(one$means$mean[[i]]))
  }, "")
  several <- sum(!is.na(one$means$mean)) > 2L
  html(
    if (several) "most in ", each[[1L]], if (several) ", least in " else ", ", each[[2L]]
  )
}
