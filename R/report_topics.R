# The section on topics of article_report(): one card per topic.

report_topics <- function(facts, found) {
  fit <- found$topics
  if (is.null(fit)) {
    return(section("topics", "Topics", el("p",
      "A topic model needs at least four articles that share ten terms.", class_ = "note"
    )))
  }
  words <- topic_terms(fit, n = 9)
  typical <- topic_articles(fit, n = 3)
  share <- colMeans(fit$theta)
  cards <- lapply(seq_len(ncol(fit$theta)), function(topic) {
    name <- colnames(fit$theta)[[topic]]
    terms <- words$term[words$topic == name]
    rows <- match(typical$doc_id[typical$topic == name], facts$doc_id)
    over_time <- topic_over_time(fit$theta[, topic], found$periods)
    peak <- topic_peak(fit$theta[, topic], found$periods)
    el("article",
      el("h3", foreign_list(terms[1:3])),
      el("p", sprintf("%s of an average article", say_share(share[[topic]])), class_ = "where"),
      if (!is.null(over_time)) {
        spark(over_time, paste("Share over time:", foreign_text(terms[[1L]])))
      },
      if (length(peak)) el("p", peak, class_ = "where"),
      el(
        "p", topic_tone(fit$theta[, topic], found$tone$tone, facts$date, ncol(fit$theta)),
        class_ = "where"
      ),
      el("p", foreign_list(terms[-(1:3)]), class_ = "terms"),
      html_details("Most typical articles", el("ul", lapply(rows, function(i) {
        el("li", article_link(facts, i), el("div", article_where(facts, i), class_ = "where"))
      }))),
      class_ = "card"
    )
  })
  section(
    "topics", "Topics",
    el("p",
      length(cards), " topics, the largest first. Each is a set of terms that occur in the same ",
      "articles; its name is its three most relevant terms."
    ),
    el("div", cards, class_ = "cards")
  )
}

# Mean share of a topic by period, NA for a period without articles.
topic_over_time <- function(share, periods) {
  if (is.null(periods)) return(NULL)
  as.vector(tapply(share, factor(periods$of, seq_along(periods$starts)), mean))
}

# The tone of a topic: the mean over articles weighted by their share of it. Where dates are
# known, the tone before and after the median date is added if the two differ by more than
# what counts as neutral and by more than their errors explain (95 %, over all `topics`).
topic_tone <- function(share, tone, date, topics = 1) {
  said <- paste("Tone", say_tone(weighted_tone(share, tone)[["mean"]]))
  dated <- !is.na(date)
  if (length(unique(date[dated])) < 6L) return(said)
  middle <- stats::median(date[dated])
  early <- weighted_tone(share[dated & date <= middle], tone[dated & date <= middle])
  late <- weighted_tone(share[dated & date > middle], tone[dated & date > middle])
  change <- late[["mean"]] - early[["mean"]]
  room <- stats::qnorm(1 - 0.025 / topics) * sqrt(early[["se"]]^2 + late[["se"]]^2)
  if (!isTRUE(abs(change) > max(0.05, room))) return(said)
  verb <- if (early[["mean"]] * late[["mean"]] < 0) {
    "turns"
  } else if (change > 0) {
    "rises"
  } else {
    "falls"
  }
  sprintf(
    "%s; it %s from %s up to %s to %s after", said, verb, say_tone(early[["mean"]]),
    say_date(middle), say_tone(late[["mean"]])
  )
}

# The standard error is NA if fewer than three articles have a tone or all have the same.
weighted_tone <- function(weight, tone) {
  known <- !is.na(tone)
  if (!any(known)) return(c(mean = NA, se = NA))
  weight <- weight[known] / order_free_sum(weight[known])
  rest <- tone[known] - order_free_sum(weight * tone[known])
  varies <- sum(known) >= 3L && any(abs(rest) > 1e-12)
  c(
    mean = order_free_sum(weight * tone[known]),
    se = if (varies) sqrt(order_free_sum(weight^2 * rest^2)) else NA
  )
}

# The period with the highest mean share of a topic, if that share differs from all other
# articles by more than chance explains (95 %, over all periods; NULL otherwise). A
# month of one article says little, so the peak is sought among periods of at least three
# if there are any.
topic_peak <- function(share, periods) {
  over_time <- topic_over_time(share, periods)
  if (is.null(over_time)) return(NULL)
  n <- tabulate(periods$of, length(over_time))
  usable <- which(if (any(n >= 3L)) n >= 3L else n > 0L)
  at <- usable[which.max(over_time[usable])]
  dated <- !is.na(periods$of)
  inside <- periods$of[dated] == at
  share <- share[dated]
  df <- length(share) - 2L
  if (df < 1L || all(inside)) return(NULL)
  rest <- share - ifelse(inside, mean(share[inside]), mean(share[!inside]))
  room <- stats::qt(1 - 0.025 / length(usable), df) * sqrt(sum(rest^2) / df) *
    sqrt(1 / sum(inside) + 1 / sum(!inside))
  if (over_time[[at]] - mean(share[!inside]) <= room) return(NULL)
  sprintf("Peak: %s of an average article in %s", say_share(over_time[[at]]), periods$label[[at]])
}
