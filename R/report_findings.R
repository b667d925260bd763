# The four findings that article_report() begins with: what most of it is about, what rose and
# fell, who speaks, where the tone differs. Each is a sentence with figures that open their
# evidence, and a line with their intervals; NULL where there is nothing to say. No difference is
# stated that is inside its own uncertainty.

report_findings <- function(report) {
  found <- list(
    "What it is about" = finding_subject(report),
    "What rose and fell" = finding_change(report),
    "Who speaks" = finding_voice(report),
    "Where the tone differs" = finding_tone(report)
  )
  found <- found[!vapply(found, is.null, NA)]
  items <- Map(function(name, finding) {
    el("li",
      el("h2", name), el("p", finding$said),
      if (length(finding$sure)) el("span", finding$sure, class_ = "ci")
    )
  }, names(found), found)
  el("section", el("ol", unname(items), class_ = "lead"),
    id = "findings", `aria-label` = "Findings"
  )
}

# One finding: what is said, and how sure it is.
finding <- function(said, sure = NULL) list(said = said, sure = sure)

share_interval <- function(lower, upper) {
  sprintf("%s to %s", say_share(lower), say_share(upper))
}

finding_subject <- function(report) {
  topics <- report$topic_facts
  if (is.null(topics)) {
    if (!ncol(report$terms)) return(NULL)
    top <- utils::head(term_frequency(report$terms), 1L)
    return(finding(list(
      "The word used most is \u201c", cite_term(report, top$term, foreign(top$term)),
      sprintf(
        "\u201d: %s in %s.", count_of(top$count, "time"), count_of(top$docs, "article")
      )
    )))
  }
  first <- topics$share[1:2, ]
  sure <- if (!anyNA(first$lower)) {
    apart <- overall_mean(report$theta[, 1L] - report$theta[, 2L], cluster = report$same)
    sprintf(
      "95\u202f%% intervals %s and %s%s", share_interval(first$lower[[1L]], first$upper[[1L]]),
      share_interval(first$lower[[2L]], first$upper[[2L]]),
      if (isTRUE(apart$lower > 0)) "" else ": their order is not certain"
    )
  }
  one <- function(k) {
    c(foreign_open(topics$name[[k]]), " with ", list(
      cite_topic(report, k, say_share(first$mean[[k]]))
    ))
  }
  finding(c(
    "The two largest topics are ", one(1L), " and ", one(2L), " of the words of an average article."
  ), sure)
}

finding_change <- function(report) {
  topics <- report$topic_facts
  if (is.null(topics)) return(NULL)
  if (is.null(topics$changes)) return(finding_source(report))
  changes <- topics$changes
  risen <- which(changes$lower > 0)
  fallen <- which(changes$upper < 0)
  middle <- say_date(topics$middle)
  if (!length(risen) && !length(fallen)) {
    return(finding(sprintf(
      "No topic rose or fell by more than chance explains between the time up to %s and after it.",
      middle
    )))
  }
  late <- report$main$date > topics$middle
  clause <- function(k, verb) {
    list(
      foreign_open(topics$name[[k]]), " ", verb, " from ",
      cite_topic(report, k, say_share(changes$early[[k]]), !late, paste("up to", middle)), " to ",
      cite_topic(report, k, say_share(changes$late[[k]]), late, paste("after", middle))
    )
  }
  at <- c(
    if (length(risen)) risen[[which.max(changes$change[risen])]],
    if (length(fallen)) fallen[[which.min(changes$change[fallen])]]
  )
  verbs <- c(if (length(risen)) "rose", if (length(fallen)) "fell")
  said <- c(
    clause(at[[1L]], verbs[[1L]]), sprintf(" of an average article after %s", middle),
    if (length(at) == 2L) c(", while ", clause(at[[2L]], verbs[[2L]])), "."
  )
  intervals <- vapply(at, function(k) {
    ends <- say_apart(100 * c(changes$lower[[k]], changes$upper[[k]]), 0L)
    sprintf("of %s to %s", ends[[1L]], ends[[2L]])
  }, "")
  finding(said, sprintf(
    "%s %s points (95\u202f%%, over all topics)%s", plural(length(at), "Change"),
    paste(intervals, collapse = " and "),
    if (length(partial_sources(report))) "; not all sources cover the whole time" else ""
  ))
}

# Names of topics at the beginning of a sentence.
foreign_open <- function(name) list("\u201c", name, "\u201d")

# Without dates: the topic in which sources differ most.
finding_source <- function(report) {
  topics <- report$topic_facts
  if (is.null(topics$by_source)) return(NULL)
  certain <- which(vapply(topics$by_source, function(one) one$extremes$certain, NA))
  if (!length(certain)) {
    return(finding("There is no clear difference in topics between sources."))
  }
  apart <- vapply(topics$by_source[certain], function(one) {
    one$means$mean[[one$extremes$high]] - one$means$mean[[one$extremes$low]]
  }, 0)
  k <- certain[[which.max(apart)]]
  one <- topics$by_source[[k]]
  at <- c(one$extremes$high, one$extremes$low)
  finding(
    list(
      foreign_open(topics$name[[k]]), " takes ",
      cite_topic(report, k, say_share(one$means$mean[[at[[1L]]]])), " of an average article of ",
      foreign(one$means$group[[at[[1L]]]]), " and ", say_share(one$means$mean[[at[[2L]]]]),
      " of one of ", foreign(one$means$group[[at[[2L]]]]), "."
    ),
    sprintf("95\u202f%% intervals %s and %s",
      share_interval(one$means$lower[[at[[1L]]]], one$means$upper[[at[[1L]]]]),
      share_interval(one$means$lower[[at[[2L]]]], one$means$upper[[at[[2L]]]])
    )
  )
}

finding_voice <- function(report) {
  facts <- report$voice_facts
  if (is.null(facts)) return(NULL)
  of <- function(means, i) cite_voices(report, means$group[[i]], say_share(means$mean[[i]]))
  extremes <- facts$extremes
  if (!is.null(extremes) && extremes$certain) {
    at <- c(extremes$high, extremes$low)
    means <- facts$by_source
    said <- list(
      "Voices outside the newsroom supply ", of(means, at[[1L]]), " of the words in ",
      foreign(means$group[[at[[1L]]]]), " (quoted, reported or thought) and ",
      of(means, at[[2L]]), " in ", foreign(means$group[[at[[2L]]]])
    )
    at <- means[at, ]
  } else {
    said <- list(
      "Voices outside the newsroom supply ", of(facts$overall, 1L),
      " of the words of an average article (quoted, reported or thought)"
    )
    at <- facts$overall
  }
  sure <- if (!anyNA(at$lower)) {
    paste0(
      "95\u202f% ", plural(nrow(at), "interval"), " ",
      paste(share_interval(at$lower, at$upper), collapse = " and ")
    )
  }
  speakers <- facts$speakers
  if (nrow(speakers)) {
    first <- foreign(speakers$speaker[[1L]])
    words <- cite_speaker(report, 1L, count_of(speakers$words[[1L]], "word"))
    said <- c(said, if (facts$first_certain) {
      list("; of those who are named ", first, " is heard most, with ", words)
    } else {
      list("; among those heard most is ", first, ", with ", words)
    })
  }
  finding(c(said, "."), sure)
}

finding_tone <- function(report) {
  facts <- report$tone_facts
  if (is.na(facts$overall$mean)) return(finding("No word of the tone lexicon occurs."))
  clauses <- list()
  for (by in c("period", "source")) {
    if (is.null(facts[[by]]) || !facts$extremes[[by]]$certain) next
    several <- if (by == "period") paste0(report$periods$by, "s") else "sources"
    clauses <- c(clauses, list(c(
      sprintf("it differs between %s: ", several), tone_extremes(report, by)
    )))
  }
  # Topics whose tone is certainly beyond the neutral band, the two farthest from it.
  means <- facts$topic
  far <- if (!is.null(means)) beyond_neutral(means)
  if (length(far)) {
    far <- utils::head(far[order(-abs(means$mean[far]))], 2L)
    sign <- ifelse(means$mean[far] < 0, "negative", "positive")
    each <- lapply(seq_along(far), function(i) {
      c(
        if (i == 1L || sign[[i]] != sign[[1L]]) sprintf("clearly %s on ", sign[[i]]),
        foreign_open(report$topic_facts$name[[far[[i]]]]), ": ",
        cited_tone(report, "topic", far[[i]])
      )
    })
    said <- c("it is ", each[[1L]], if (length(far) == 2L) c(" and ", each[[2L]]))
    clauses <- c(clauses, list(said))
  }
  overall <- list("The mean tone is ", cite_tone(report, "all", 1L, say_tone(facts$overall$mean)))
  compared <- c(
    if (!is.null(facts$period)) "periods", if (!is.null(facts$source)) "sources"
  )
  if (!length(clauses)) {
    unclear <- if (length(compared)) {
      sprintf("; there is no clear difference between %s.", paste(compared, collapse = " or "))
    } else {
      "."
    }
    return(finding(c(overall, unclear), tone_sure(facts$overall)))
  }
  said <- overall
  for (clause in clauses) said <- c(said, "; ", clause)
  finding(c(said, "."), tone_sure(facts$overall))
}

# The mean of a group as a link, with its interval.
cited_tone <- function(report, by, i) {
  means <- report$tone_facts[[by]][i, ]
  list(cite_tone(report, by, i, say_tone(means$mean)), say_interval(means))
}

# The groups of the lowest and of the highest mean, each with its mean: these two differ.
tone_extremes <- function(report, by) {
  means <- report$tone_facts[[by]]
  at <- report$tone_facts$extremes[[by]]
  one <- function(i) list(cited_tone(report, by, i), " in ", foreign(means$group[[i]]))
  list(one(at$low), ", ", one(at$high))
}

# The interval of the mean tone of all articles and what may be said of it: that good or bad news
# prevails only where the interval leaves no doubt.
tone_sure <- function(mean) {
  if (is.na(mean$lower)) return("the interval is not known")
  meaning <- if (mean$upper < 0) {
    if (mean$lower > -neutral_band[["article"]]) "close to neutral" else "more bad news than good"
  } else if (mean$lower > 0) {
    if (mean$upper < neutral_band[["article"]]) "close to neutral" else "more good news than bad"
  } else {
    "good and bad news are in balance, or too uncertain to say which prevails"
  }
  sprintf(
    "95\u202f%% interval %s to %s: %s", say_tone(mean$lower), say_tone(mean$upper), meaning
  )
}
