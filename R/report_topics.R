# The topics of article_report(): a card each.

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
    el("article",
      el("h3", paste(terms[1:3], collapse = ", ")),
      el("p", sprintf("%s of the collection", say_share(share[[topic]])), class_ = "where"),
      if (!is.null(over_time)) spark(over_time, paste("Share over time:", terms[[1L]])),
      if (!is.null(over_time)) el("p", topic_peak(over_time, found$periods), class_ = "where"),
      el("p", topic_tone(fit$theta[, topic], found$tone$tone, facts$date), class_ = "where"),
      el("p", paste(terms[-(1:3)], collapse = ", "), class_ = "terms"),
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

# Mean share of a topic by period, NA where no article is.
topic_over_time <- function(share, periods) {
  if (is.null(periods)) return(NULL)
  as.vector(tapply(share, factor(periods$of, seq_along(periods$starts)), mean))
}

# The tone of a topic: the mean over articles weighted by their share of it. Where
# dates are known and tone differs between the halves of the time by more than two
# standard errors, both are shown.
topic_tone <- function(share, tone, date) {
  said <- paste("Tone", say_tone(weighted_tone(share, tone)[["mean"]]))
  dated <- !is.na(date)
  if (length(unique(date[dated])) < 6L) return(said)
  middle <- stats::median(date[dated])
  early <- weighted_tone(share[dated & date <= middle], tone[dated & date <= middle])
  late <- weighted_tone(share[dated & date > middle], tone[dated & date > middle])
  change <- late[["mean"]] - early[["mean"]]
  if (!isTRUE(abs(change) > 2 * sqrt(early[["se"]]^2 + late[["se"]]^2))) return(said)
  sprintf(
    "%s; it turns from %s up to %s to %s after", said, say_tone(early[["mean"]]),
    say_date(middle), say_tone(late[["mean"]])
  )
}

weighted_tone <- function(weight, tone) {
  known <- !is.na(tone)
  if (!any(known)) return(c(mean = NA, se = NA))
  weight <- weight[known] / sum(weight[known])
  mean <- sum(weight * tone[known])
  c(mean = mean, se = sqrt(sum(weight^2 * (tone[known] - mean)^2)))
}

# A month of one article says little, so the peak is sought among periods of at
# least three where there are any.
topic_peak <- function(share, periods) {
  n <- tabulate(periods$of, length(share))
  usable <- if (any(n >= 3L)) n >= 3L else n > 0L
  at <- which(usable)[which.max(share[usable])]
  sprintf("Peak: %s of the articles of %s", say_share(share[[at]]), periods$label[[at]])
}
