# The sections of article_report(): each takes the facts of the articles and what
# was measured, and gives one <section>.

report_glance <- function(facts, found) {
  words <- found$tone$n_words
  dated <- facts$date[!is.na(facts$date)]
  tiles <- list(
    tile(say_count(nrow(facts)), "articles"),
    tile(say_count(sum(words)), "words"),
    tile(say_count(round(stats::median(words))), "words in the median article"),
    if (any(!is.na(facts$source))) tile(length(unique(stats::na.omit(facts$source))), "sources"),
    if (length(dated)) tile(say_count(length(unique(dated))), "days with articles"),
    tile(say_tone(mean(found$tone$tone, na.rm = TRUE)), "mean tone, from \u22121 to 1")
  )
  section(
    "glance", "At a glance",
    el("div", tiles[!vapply(tiles, is.null, NA)], class_ = "tiles"),
    report_volume(facts, found$periods)
  )
}

report_volume <- function(facts, periods) {
  if (is.null(periods)) {
    return(el("p",
      "Fewer than two days are known among the dates of these articles, so charts over time are left out.",
      class_ = "note"
    ))
  }
  groups <- top_groups(facts$source, 6L)
  counts <- table(
    factor(periods$of, seq_along(periods$starts)), factor(groups, unique(c(sort(unique(groups)), "other")))
  )
  counts <- counts[, colSums(counts) > 0, drop = FALSE]
  undated <- sum(is.na(facts$date))
  el("figure",
    chart_stacked(unclass(counts), periods$label, paste("Articles by", periods$by)),
    if (ncol(counts) > 1L) legend(colnames(counts)),
    el("figcaption", sprintf(
      "Articles by %s%s.%s", periods$by, if (ncol(counts) > 1L) " and source" else "",
      if (undated) sprintf(" %s undated articles are not shown.", say_count(undated)) else ""
    ))
  )
}

# The sources with most articles; the rest together, unknown ones by name.
top_groups <- function(source, most) {
  source[is.na(source)] <- "source unknown"
  first <- names(sort(table(source), decreasing = TRUE))
  if (length(first) > most) source[!source %in% first[seq_len(most)]] <- "other"
  source
}

report_terms <- function(facts, found) {
  totals <- Matrix::colSums(found$terms)
  if (!length(totals)) {
    return(section("terms", "Terms", el("p", "No term was found.", class_ = "note")))
  }
  top <- utils::head(totals, 15L) # columns go by falling total
  docs <- Matrix::colSums(found$terms > 0)
  table <- html_table(
    list(
      term = names(top), bar = lapply(top / max(top), bar, label = ""),
      n = say_count(top), docs = say_count(docs[names(top)])
    ),
    c("Term", "", "Times", "Articles"), number = c("n", "docs")
  )
  section(
    "terms", "Terms",
    el("div",
      el("div", el("h3", "Most frequent"), table),
      el("div", report_rising(facts, found)),
      class_ = "two"
    ),
    el("p",
      "Words of grammar (\u201cthe\u201d, \u201cof\u201d, \u201csaid\u201d), datelines, bylines and agency footers are not counted.",
      class_ = "soft"
    )
  )
}

# Terms whose share rose most from the first half of the time to the second, by
# the z-score of the log odds with the whole collection as prior (Monroe, Colaresi
# & Quinn 2008, doi:10.1093/pan/mpn018, eq. 16 and 22).
rising_terms <- function(terms, late) {
  keep <- Matrix::colSums(terms > 0) >= max(3, 0.02 * nrow(terms))
  counts <- terms[, keep, drop = FALSE]
  if (!ncol(counts)) return(numeric())
  prior <- Matrix::colSums(counts)
  prior <- prior / sum(prior) * min(500, sum(prior))
  early <- Matrix::colSums(counts[!late, , drop = FALSE])
  later <- Matrix::colSums(counts[late, , drop = FALSE])
  odds <- function(y) log(y + prior) - log(sum(y) + sum(prior) - y - prior)
  z <- (odds(later) - odds(early)) / sqrt(1 / (later + prior) + 1 / (early + prior))
  z[order(-z, names(z), method = "radix")]
}

report_rising <- function(facts, found) {
  periods <- found$periods
  dated <- !is.na(facts$date)
  if (is.null(periods) || sum(dated) < 6L) {
    return(list(el("h3", "Rising and fading"), el("p", "This needs at least six dated articles.", class_ = "soft")))
  }
  middle <- stats::median(facts$date[dated])
  z <- rising_terms(found$terms[dated, , drop = FALSE], facts$date[dated] > middle)
  if (length(z) < 2L) {
    return(list(el("h3", "Rising and fading"), el("p", "No term occurs in enough articles.", class_ = "soft")))
  }
  of <- factor(periods$of, seq_along(periods$starts))
  size <- as.vector(tapply(found$tone$n_words, of, sum, default = 0))
  rows <- function(names) {
    counts <- as.matrix(found$terms[, names, drop = FALSE])
    list(
      term = names,
      spark = lapply(names, function(name) {
        times <- as.vector(tapply(counts[, name], of, sum, default = 0))
        spark(times / pmax(size, 1), paste("Share of words over time:", name))
      }),
      n = say_count(colSums(counts))
    )
  }
  half <- min(10L, length(z) %/% 2L)
  list(
    el("h3", "Rising"),
    html_table(rows(names(utils::head(z, half))), c("Term", "Over time", "Times"), number = "n"),
    el("h3", "Fading"),
    html_table(rows(names(rev(utils::tail(z, half)))), c("Term", "Over time", "Times"), number = "n"),
    el("p", sprintf(
      "Share of words up to and after %s, by log odds. The line shows the share by %s.",
      say_date(middle), periods$by
    ), class_ = "soft")
  )
}

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
      el("p", paste(terms[-(1:3)], collapse = ", "), class_ = "terms"),
      html_details("Most typical articles", el("ul", lapply(rows, function(i) {
        el("li", article_link(facts, i), el("div", article_where(facts, i), class_ = "where"))
      }))),
      class_ = "card"
    )
  })
  section(
    "topics", "Topics",
    el("p", sprintf(
      "%d topics, the largest first. Each is a set of terms that occur in the same articles; its name is its three most probable terms.",
      length(cards)
    )),
    el("div", cards, class_ = "cards")
  )
}

# Mean share of a topic by period, NA where no article is.
topic_over_time <- function(share, periods) {
  if (is.null(periods)) return(NULL)
  as.vector(tapply(share, factor(periods$of, seq_along(periods$starts)), mean))
}

# A month of one article says little, so the peak is sought among periods of at
# least three where there are any.
topic_peak <- function(share, periods) {
  n <- tabulate(periods$of, length(share))
  usable <- if (any(n >= 3L)) n >= 3L else n > 0L
  at <- which(usable)[which.max(share[usable])]
  sprintf("Peak: %s of the articles of %s", say_share(share[[at]]), periods$label[[at]])
}

article_link <- function(facts, i) el("a", facts$name[[i]], href = paste0("#a", i))

article_where <- function(facts, i) {
  paste(stats::na.omit(c(facts$source[[i]], say_date(facts$date[[i]]))), collapse = ", ")
}

report_tone <- function(facts, found) {
  overall <- el("p",
    "Tone is the balance of good and bad words, from \u22121 to 1; values within \u00b10.05 are neutral. ",
    "Bands and bars are 95\u2009% intervals: where they cross zero, the sign is not certain."
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
      by_time$tone, by_time$lower, by_time$upper, periods$label, tips, paste("Mean tone by", periods$by)
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
        tone = say_tone(by_source$tone), n = say_count(by_source$n)
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
          article_link(facts, i), ", ", article_where(facts, i), " \u00b7 ", say_tone(here$tone[[r]]),
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

report_articles <- function(facts, found) {
  most <- 500L
  order_by <- order(facts$date, seq_len(nrow(facts)))
  shown <- utils::head(order_by, most)
  topic <- if (!is.null(found$topics)) {
    words <- topic_terms(found$topics, n = 2)
    name <- vapply(split(words$term, factor(words$topic, colnames(found$topics$theta))), paste, "", collapse = ", ")
    name[max.col(found$topics$theta, ties.method = "first")]
  }
  columns <- list(
    date = format(facts$date[shown]), title = lapply(shown, function(i) {
      el("span", facts$name[[i]], id = paste0("a", i))
    }),
    source = facts$source[shown], topic = topic[shown], n = say_count(found$tone$n_words[shown]),
    tone = say_tone(found$tone$tone[shown])
  )
  columns$date[is.na(facts$date[shown])] <- ""
  head <- c(date = "Date", title = "Title", source = "Source", topic = "Main topic", n = "Words", tone = "Tone")
  keep <- c(
    any(!is.na(facts$date)), TRUE, any(!is.na(facts$source)), !is.null(topic), TRUE, TRUE
  )
  section(
    "articles", "Articles",
    if (length(order_by) > most) {
      el("p", sprintf("The first %s of %s articles.", say_count(most), say_count(length(order_by))), class_ = "soft")
    },
    html_table(columns[keep], head[keep], number = c("n", "tone"))
  )
}

report_method <- function(facts, found) {
  fit <- found$topics
  problems <- attr(facts, "problems")
  items <- list(
    sprintf(
      "Terms: words by the rules of newswire in lower case; %s different terms after stop words.",
      say_count(ncol(found$terms))
    ),
    if (!is.null(fit)) {
      sprintf(
        "Topics: latent Dirichlet allocation (%s), %d topics, seed %s; terms in at least two and at most half of the articles.",
        fit$options$method, ncol(fit$theta), format(fit$seed)
      )
    },
    sprintf(
      "Tone: lexicon \u201c%s\u201d; %s of %s articles have at least one of its words.",
      paste(unique(found$tone$lexicon), collapse = ", "),
      say_count(sum(!is.na(found$tone$tone))), say_count(nrow(facts))
    ),
    "Intervals of means: by Student\u2019s t over articles, with one spread for all periods or sources."
  )
  section(
    "method", "Method",
    el("ul", lapply(items[!vapply(items, is.null, NA)], function(item) el("li", item))),
    if (!is.null(problems) && nrow(problems)) {
      html_details(
        sprintf("%s problems met while reading", say_count(nrow(problems))),
        html_table(
          list(doc = problems$doc_id, code = problems$code, detail = problems$detail),
          c("Article", "Problem", "Detail")
        )
      )
    }
  )
}
