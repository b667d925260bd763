# The collection and its health: what was read, what was set aside, and what to keep in mind.

report_collection <- function(report) {
  section("collection", "The collection",
    el("p", "What was read, what was set aside, and what to keep in mind.", class_ = "q"),
    report_volume(report), report_health(report),
    r_call("article_check(x)", "article_language(x)", "article_duplicates(x, containment = 0.7)")
  )
}

report_volume <- function(report) {
  periods <- report$periods
  if (is.null(periods)) {
    return(el("p",
      "Fewer than two days are known among the dates of these articles, ",
      "so charts over time are left out.",
      class_ = "note"
    ))
  }
  groups <- top_groups(report$main$source, 6L)
  groups <- factor(groups, unique(c(sort(unique(groups)), "other")))
  counts <- table(factor(periods$of, seq_along(periods$starts)), groups)
  counts <- unclass(counts[, colSums(counts) > 0, drop = FALSE])
  links <- each_address(seq_along(periods$label), function(i) {
    here <- which(periods$of == i)
    evidence_at(
      report$book, paste("articles of", periods$label[[i]]),
      c(count_of(length(here), "article"), " in ", periods$label[[i]]), NULL,
      article_items(report, report$main$id[here], each_of(length(periods$label)))
    )
  })
  several <- ncol(counts) > 1L
  el("figure",
    drawn_twice(function(width) {
      chart_stacked(
        counts, periods$label, paste("Articles by", periods$by), width = width, links = links
      )
    }),
    if (several) legend(colnames(counts)),
    el("figcaption", sprintf(
      "Articles by %s%s.", periods$by, if (several) " and source" else ""
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

report_health <- function(report) {
  all <- report$all
  rows <- list(
    health_read(report), health_words(report), health_language(report), health_dates(report),
    health_stray(report), health_sources(report), health_marks(report), health_copies(report),
    health_problems(report)
  )
  rows <- c(rows, health_checks(report))
  rows <- rows[!vapply(rows, is.null, NA)]
  html_table(
    list(
      what = lapply(rows, `[[`, "what"), n = lapply(rows, `[[`, "n"),
      meaning = lapply(rows, `[[`, "meaning")
    ),
    c("Check", "Number", "What it means"), number = "n"
  )
}

health_row <- function(what, n, meaning) list(what = what, n = n, meaning = meaning)

health_read <- function(report) {
  all <- report$all
  sources <- length(unique(all$source[!is.na(all$source)]))
  titles <- sum(is.na(all$title))
  health_row("Articles read", show_count(nrow(all)), paste0(
    if (sources) count_of(sources, "source") else "no sources known",
    if (titles == nrow(all)) "; without titles, links show their opening words" else if (titles) {
      sprintf("; %s without a title", show_count(titles))
    }
  ))
}

health_words <- function(report) {
  words <- report$tone$n_words
  health_row("Words counted", show_count(sum(words)), sprintf(
    "%s in the median article; datelines, bylines and agency footers are left out",
    show_count(round(stats::median(words)))
  ))
}

health_language <- function(report) {
  out <- which(!report$all$counted)
  if (!length(out)) return(NULL)
  counts <- sort(table(report$all$language[out]), decreasing = TRUE)
  health_row("In another language",
    cite(
      report$book, "language", show_count(length(out)),
      "Articles in another language than most", "They are listed, but are in no figure.",
      article_items(report, out, note = report$all$language[out])
    ),
    sprintf(
      "%s: listed, but in no figure",
      paste(counts, language_names(names(counts)), collapse = ", ")
    )
  )
}

health_dates <- function(report) {
  out <- which(is.na(report$all$date))
  if (!length(out) || is.null(report$periods)) return(NULL)
  health_row("Without a date",
    cite(
      report$book, "undated", show_count(length(out)), "Articles without a date", NULL,
      article_items(report, out)
    ),
    "left out of all that is over time"
  )
}

health_stray <- function(report) {
  out <- report$periods$stray
  if (!length(out)) return(NULL)
  out <- report$main$id[out]
  health_row("Far from the others in time",
    cite(
      report$book, "stray", show_count(length(out)), "Articles far from the others in time",
      "They are left out of charts over time.", article_items(report, out)
    ),
    sprintf(
      "%s: left out of charts over time",
      paste(say_date(sort(report$all$date[out])[seq_len(min(3L, length(out)))]), collapse = ", ")
    )
  )
}

health_sources <- function(report) {
  said <- partial_sources(report)
  if (!length(said)) return(NULL)
  health_row("Sources of a part of the time", show_count(length(said)), list(
    comma_list(said), ": what changes over time may be the change of sources"
  ))
}

# Sources that have no article in a tenth or more of the time, each with its first or last day, as
# markup: what changes over time may be these.
partial_sources <- function(report) {
  main <- report$main
  groups <- source_groups(main$source)
  inside <- !is.na(groups) & !is.na(report$periods$of)
  if (is.null(report$periods) || is.null(groups) || !any(inside)) return(NULL)
  days <- range(main$date[inside])
  by <- split(main$date[inside], droplevels(groups[inside]))
  by <- by[lengths(by) >= 10L]
  slack <- 0.1 * as.numeric(diff(days))
  said <- lapply(names(by), function(source) {
    own <- range(by[[source]])
    late <- as.numeric(own[[1L]] - days[[1L]]) > slack
    early <- as.numeric(days[[2L]] - own[[2L]]) > slack
    if (!late && !early) return(NULL)
    html(
      html_text(foreign(source)), if (late) paste(" from", say_date(own[[1L]])),
      if (early) paste(" until", say_date(own[[2L]]))
    )
  })
  said[lengths(said) > 0L]
}

# Texts from which quotation marks were taken.
health_marks <- function(report) {
  text <- report$main$text[is_filled(report$main$text)]
  marked <- grepl("[\"\u201c-\u201f\u00ab\u00bb\u2018]", text)
  if (length(text) < 30L || mean(marked) > 0.01) return(NULL)
  health_row("No quotation marks", show_count(length(text)), paste(
    "quoted words cannot be told from the newsroom\u2019s own; only reported ones are found"
  ))
}

health_copies <- function(report) {
  n <- sum(report$copied)
  if (!n) return(NULL)
  health_row("Copies of another article",
    el("a", show_count(n), href = "#copies", class_ = "n"),
    "counted in figures, shown once in evidence"
  )
}

health_problems <- function(report) {
  problems <- attr(report$all, "problems")
  if (is.null(problems) || !nrow(problems)) return(NULL)
  shown <- problems[spread(nrow(problems), 8L), ]
  items <- lapply(seq_len(nrow(shown)), function(i) {
    where <- if (is.na(shown$doc_id[[i]])) shown$path[[i]] else shown$doc_id[[i]]
    list(article = integer(), html = el("li",
      foreign(where), ": ", shown$code[[i]], " ", foreign(shown$detail[[i]])
    ))
  })
  health_row("Problems met while reading",
    cite(
      report$book, "problems", show_count(nrow(problems)), "Problems met while reading",
      "article_problems(x) has all.", items
    ),
    "text or files that were not read as they are"
  )
}

# What article_check() finds and no other row says, in words.
check_words <- c(
  duplicate_id = "the same identifier more than once", empty = "without text",
  mojibake = "characters damaged by a wrong encoding", control = "control characters in the text",
  entity = "entities of HTML in the text", replacement = "lost characters",
  html = "tags of HTML in the text", lower_case = "in small letters throughout",
  no_stops = "without full stops", hard_wraps = "lines broken within sentences",
  cut_off = "the last sentence does not end", titles_only = "a title is all there is",
  short = "fewer than 20 words", length_outlier = "much longer or shorter than the others",
  repeated_line = "articles with a line that recurs in many; known footers are left out",
  mixed_quotes = "kinds of quotation marks are mixed: voices are less sure there",
  open_quote = "a quotation mark is missing: voices are less sure there",
  all_caps = "in capitals", figures = "tables of figures",
  odd_character = "characters that news texts rarely have",
  date_range = "a date that cannot be", date_outlier = "a date far from the others"
)

health_checks <- function(report) {
  check <- report$check
  check <- check[check$check %in% names(check_words), ]
  details <- attr(report$check, "details")
  lapply(seq_len(nrow(check)), function(i) {
    kind <- check$check[[i]]
    ids <- unique(details$row[details$check == kind])
    health_row(gsub("_", " ", sub("^(.)", "\\U\\1", kind, perl = TRUE)),
      cite(
        report$book, paste("check", kind), show_count(check$count[[i]]),
        c("Check: ", check_words[[kind]]), NULL, article_items(report, ids)
      ),
      check_words[[kind]]
    )
  })
}
