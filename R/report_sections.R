# The first and last sections of article_report(), and what all sections share; the others
# are in report_terms.R, report_topics.R and report_tone.R. A section takes the facts about
# the articles and the measurements, and returns one <section>.

report_glance <- function(facts, found) {
  at <- glance_figures(facts, found)
  count <- function(n, one, ...) tile(show_count(n), plural(n, one, ...))
  tiles <- list(
    count(at$articles, "article"),
    count(at$words, "word"),
    count(at$median, "word in the median article", "words in the median article"),
    if (at$sources) count(at$sources, "source"),
    if (at$days) count(at$days, "day with articles", "days with articles"),
    tile(say_tone(at$tone), "mean tone, from \u22121 to 1")
  )
  section(
    "glance", "At a glance",
    el("div", tiles[!vapply(tiles, is.null, NA)], class_ = "tiles"),
    report_volume(facts, found$periods)
  )
}

glance_figures <- function(facts, found) {
  words <- found$tone$n_words
  different <- function(x) length(unique(x[!is.na(x)]))
  list(
    articles = nrow(facts), words = sum(words), median = round(stats::median(words)),
    sources = different(facts$source), days = different(facts$date),
    tone = overall_tone(found$tone$tone)$tone
  )
}

report_volume <- function(facts, periods) {
  if (is.null(periods)) {
    return(el("p",
      "Fewer than two days are known among the dates of these articles, ",
      "so charts over time are left out.",
      class_ = "note"
    ))
  }
  groups <- top_groups(facts$source, 6L)
  groups <- factor(groups, unique(c(sort(unique(groups)), "other")))
  counts <- table(factor(periods$of, seq_along(periods$starts)), groups)
  counts <- counts[, colSums(counts) > 0, drop = FALSE]
  undated <- sum(is.na(facts$date))
  el("figure",
    chart_stacked(unclass(counts), periods$label, paste("Articles by", periods$by)),
    if (ncol(counts) > 1L) legend(colnames(counts)),
    el("figcaption", sprintf(
      "Articles by %s%s.%s", periods$by, if (ncol(counts) > 1L) " and source" else "",
      if (undated) {
        paste0(
          " ", count_of(undated, "undated article"), plural(undated, " is", " are"), " not shown."
        )
      } else {
        ""
      }
    ))
  )
}

# The sources with most articles; the rest are grouped, and unknown sources are named as such.
top_groups <- function(source, most) {
  source[is.na(source)] <- "source unknown"
  first <- names(sort(table(source), decreasing = TRUE))
  if (length(first) > most) source[!source %in% first[seq_len(most)]] <- "other"
  source
}

report_articles <- function(facts, found) {
  most <- 500L
  order_by <- order(facts$date, seq_len(nrow(facts)))
  shown <- utils::head(order_by, most)
  topic <- if (!is.null(found$topics)) {
    words <- topic_terms(found$topics, n = 2)
    by_topic <- split(words$term, factor(words$topic, colnames(found$topics$theta)))
    name <- lapply(by_topic, foreign_list)
    name[max.col(found$topics$theta, ties.method = "first")]
  }
  columns <- list(
    date = format(facts$date[shown]), title = lapply(shown, function(i) {
      el("span", foreign(facts$name[[i]]), id = paste0("a", i))
    }),
    source = foreign_each(facts$source[shown]), topic = topic[shown],
    n = show_count(found$tone$n_words[shown]), tone = say_tone(found$tone$tone[shown])
  )
  columns$date[is.na(facts$date[shown])] <- ""
  head <- c("Date", "Title", "Source", "Main topic", "Words", "Tone")
  keep <- c(
    any(!is.na(facts$date)), TRUE, any(!is.na(facts$source)), !is.null(topic), TRUE, TRUE
  )
  section(
    "articles", "Articles",
    if (length(order_by) > most) {
      el(
        "p",
        sprintf("The first %s of %s articles.", show_count(most), show_count(length(order_by))),
        class_ = "soft"
      )
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
      show_count(ncol(found$terms))
    ),
    if (!is.null(fit)) {
      paste0(
        "Topics: latent Dirichlet allocation (", fit$options$method, "), ", ncol(fit$theta),
        " topics, seed ", format(fit$seed),
        "; terms in at least two and at most half of the articles."
      )
    },
    list("Tone: lexicon \u201c", foreign_list(unique(found$tone$lexicon)), sprintf(
      "\u201d; %s of %s %s at least one of its words.",
      show_count(sum(!is.na(found$tone$tone))), count_of(nrow(facts), "article"),
      plural(nrow(facts), "has", "have")
    )),
    paste(
      "Intervals of means: by Student\u2019s t over articles,",
      "with one spread for all periods or sources."
    ),
    paste(
      "Differences and peaks are reported only where they are larger than chance explains",
      "(95\u2009%, over all comparisons of their kind)."
    )
  )
  section(
    "method", "Method",
    el("ul", lapply(items[!vapply(items, is.null, NA)], function(item) el("li", item))),
    if (!is.null(problems) && nrow(problems)) {
      html_details(
        paste(count_of(nrow(problems), "problem"), "met while reading"),
        html_table(
          list(
            doc = foreign_each(problems$doc_id), code = problems$code,
            detail = foreign_each(problems$detail)
          ),
          c("Article", "Problem", "Detail")
        )
      )
    }
  )
}

article_link <- function(facts, i) {
  el("a", foreign(facts$name[[i]]), href = paste0("#a", i))
}

article_where <- function(facts, i) {
  source <- facts$source[[i]]
  list(if (!is.na(source)) list(foreign(source), ", "), say_date(facts$date[[i]]))
}
