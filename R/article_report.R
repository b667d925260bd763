#' Write a report on a collection of articles
#'
#' Counts terms, fits topics, scores tone and writes the results on one HTML page:
#' the collection at a glance, top and rising terms, topics with their terms and most
#' typical articles, tone over time with intervals, and the most positive and most
#' negative sentences as quotations. The page is one file that loads nothing from
#' the network; it can be read on a phone, in dark mode and on paper. Whatever is in a title or a
#' text, it is shown and never run, and it cannot change the order of the numbers beside it.
#'
#' @param x Records of [article_read()]; or a data frame with the columns `doc_id` and
#'   `text`, and, if known, `title`, `date` (see [article_dates()]) and `source`; or a character
#'   vector of texts. Charts over time need dates, comparisons need sources; without
#'   them these sections are left out, and the page says so.
#' @param file The path of the page to write, one string. An existing file is replaced.
#' @param k The number of topics, a whole number of at least 2; by default chosen
#'   from the size of the collection, from 2 to 20.
#' @param title The title of the page, one string; by default the number of articles and
#'   their period.
#' @param lexicon The tone lexicon, see [tone_lexicon()].
#' @param seed A whole number that fixes the topics, by default 1, so that the same
#'   articles give the same page.
#' @param threads The number of threads, by default the option `tritone.threads` or 2.
#'   The page is the same for every number.
#' @param progress Whether to show progress for work that takes more than two seconds; by
#'   default in interactive sessions.
#' @param ... Must be empty; what follows it must be named.
#' @return Invisibly, an object of class `tritone_article_report`, a list of what the page shows,
#'   whose path is also in a message: `file`, `terms` (a `dgCMatrix`,
#'   articles x terms), `topics` (a fit of [topic_lda()], or `NULL` where the collection is
#'   too small for topics), `tone` and `sentences` (tables of [tone_score()] by article and
#'   by sentence).
#' @section Errors:
#' `tritone_error_input` if no article has any text, or `file` is not the path of a file that can
#' be written; `tritone_error_limit` if the page cannot be written, as on a full disk: an
#' earlier page is then as it was.
#' @export
#' @examples
#' news <- article_example()
#' page <- tempfile(fileext = ".html")
#' article_report(news[1:12, ], page, k = 3)
#' file.size(page)
article_report <- function(x, file, ..., k = NULL, title = NULL,
                           lexicon = tone_lexicon("news"), seed = 1,
                           threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  file <- check_writable(file, "file")
  title <- check_string(title, "title", null = TRUE)
  if (!is.null(k)) k <- check_count(k, "k", min = 2)
  x <- corpus_frame(x)
  facts <- report_facts(x)
  found <- report_measure(facts, x, k, lexicon, seed, threads, progress)
  page <- report_page(facts, found, title)
  bytes <- charToRaw(paste0(paste(enc2utf8(page), collapse = "\n"), "\n"))
  write_safely(
    file, "file",
    write = function(beside) writeBin(bytes, beside),
    read = function(beside) identical(readBin(beside, "raw", length(bytes) + 1), bytes)
  )
  message("The report is ", file, ".")
  shown <- c(list(file = file), found[c("terms", "topics", "tone", "sentences")])
  invisible(structure(shown, class = "tritone_article_report"))
}

#' @method print tritone_article_report
#' @export
print.tritone_article_report <- function(x, ...) {
  cat(sprintf(
    "# Report on %s (%s%s): %s\n", count_of(nrow(x$terms), "article"),
    count_of(ncol(x$terms), "term"),
    if (is.null(x$topics)) "" else paste0(", ", count_of(nrow(x$topics$phi), "topic")), x$file
  ))
  invisible(x)
}

# What is known about the articles, one row each, whatever form they came in.
report_facts <- function(x) {
  articles <- as_articles(x)
  n <- length(articles$text)
  if (!any(is_filled(articles$text)) && !titles_only(articles$title, articles$text)) {
    abort_input(
      "`x` must hold at least one article with text; given ",
      if (n) paste(count_of(n, "article"), "without any") else "no articles", "."
    )
  }
  column <- function(name, otherwise) {
    if (is.data.frame(x) && !is.null(x[[name]])) x[[name]] else rep(otherwise, n)
  }
  date <- input_dates(x, tell = TRUE)
  title <- as.character(column("title", NA_character_))
  title[!is.na(title) & !nzchar(title)] <- NA
  facts <- data.frame(
    doc_id = articles$doc_id, title = title, text = articles$text, date = date,
    source = as.character(column("source", NA_character_)), stringsAsFactors = FALSE
  )
  untitled <- is.na(facts$title)
  facts$name <- ifelse(untitled, facts$doc_id, facts$title)
  attr(facts, "problems") <- known_problems(x)
  facts
}

# A number of topics suited to a collection of this size.
topics_for <- function(articles) min(20, max(2, round(sqrt(articles / 2))))

report_measure <- function(facts, x, k, lexicon, seed, threads, progress) {
  # With datelines and footers every list of terms and topics would be full of places and agencies.
  parts <- if (is_collection(x)) c("headline", "lead", "body")
  terms <- term_matrix(
    x, parts = parts, remove = term_stopwords(), threads = threads, progress = progress
  )
  words <- terms[, nchar(colnames(terms)) > 1L, drop = FALSE]
  docs <- Matrix::colSums(words > 0)
  usable <- words[, docs >= min(2, nrow(words)) & docs <= 0.5 * max(4, nrow(words)), drop = FALSE]
  filled <- sum(Matrix::rowSums(usable) > 0)
  topics <- if (filled >= 4 && ncol(usable) >= 10) {
    topic_lda(
      usable, if (is.null(k)) topics_for(filled) else k,
      seed = seed, threads = threads, progress = progress
    )
  }
  list(
    terms = words, topics = topics,
    tone = tone_score(x, lexicon, parts = parts, threads = threads, progress = progress),
    sentences = tone_score(
      x, lexicon, by = "sentence", parts = parts, threads = threads, progress = progress
    ),
    periods = report_periods(facts$date)
  )
}

# The periods of time that a chart shows: by day, week, month or year, whichever
# gives a readable number. NULL if fewer than two articles are dated or all have the
# same date.
report_periods <- function(date) {
  known <- date[!is.na(date)]
  if (length(unique(known)) < 2L) return(NULL)
  days <- as.numeric(diff(range(known)))
  by <- c("day", "week", "month", "year")[[findInterval(days, c(46, 201, 2201)) + 1L]]
  first <- switch(by,
    day = function(d) d,
    week = function(d) d - (as.POSIXlt(d)$wday + 6) %% 7,
    month = function(d) as.Date(format(d, "%Y-%m-01")),
    year = function(d) as.Date(format(d, "%Y-01-01"))
  )
  starts <- seq(first(min(known)), first(max(known)), by = by)
  parts <- as.POSIXlt(starts)
  short <- substr(month.name[parts$mon + 1L], 1L, 3L)
  label <- switch(by,
    month = paste(short, parts$year + 1900L), year = as.character(parts$year + 1900L),
    paste(parts$mday, short)
  )
  list(
    by = by, starts = starts, label = label,
    of = match(first(date), starts) # NA for undated articles
  )
}

report_page <- function(facts, found, title) {
  if (is.null(title)) title <- report_title(facts)
  sections <- list(
    report_glance(facts, found), report_terms(facts, found), report_topics(facts, found),
    report_tone(facts, found), report_sentences(facts, found), report_articles(facts, found),
    report_method(facts, found)
  )
  style <- readLines(system.file("report", "report.css", package = "tritone"), encoding = "UTF-8")
  links <- list(
    c("glance", "At a glance"), c("terms", "Terms"), c("topics", "Topics"), c("tone", "Tone"),
    c("sentences", "Sentences"), c("articles", "Articles"), c("method", "Method")
  )
  header <- el("header",
    el("h1", foreign(title)), report_lead(facts, found),
    el("nav", lapply(links, function(link) el("a", link[[2L]], href = paste0("#", link[[1L]])))),
    class_ = "top"
  )
  footer <- el("footer", sprintf(
    "Made with tritone %s. The texts remain their publishers\u2019 property.",
    utils::packageVersion("tritone")
  ))
  html_page(title, paste(style, collapse = "\n"), header, sections, footer)
}

report_title <- function(facts) {
  n <- nrow(facts)
  what <- count_of(n, "news article")
  known <- facts$date[!is.na(facts$date)]
  if (!length(known)) return(what)
  from <- as.POSIXlt(min(known))
  to <- as.POSIXlt(max(known))
  month <- function(at) month.name[at$mon + 1L]
  period <- if (from$year != to$year) {
    sprintf("%s %d to %s %d", month(from), from$year + 1900L, month(to), to$year + 1900L)
  } else if (from$mon != to$mon) {
    sprintf("%s to %s %d", month(from), month(to), to$year + 1900L)
  } else {
    sprintf("%s %d", month(to), to$year + 1900L)
  }
  paste0(what, ", ", period)
}

# One paragraph in plain words.
report_lead <- function(facts, found) {
  source <- unique(stats::na.omit(facts$source))
  from <- if (length(source) == 1L) {
    list(" from ", foreign(source))
  } else if (length(source) > 1L) {
    sprintf(" from %d sources", length(source))
  } else {
    ""
  }
  el("p", count_of(nrow(facts), "article"), from, sprintf(
    ", %s. %s", count_of(sum(found$tone$n_words), "word"), lead_tone(found$tone$tone)
  ))
}

# The mean tone of the articles, and what may be said of it: that good or bad news prevails
# only where the interval leaves no doubt about the sign.
lead_tone <- function(tone) {
  mean <- overall_tone(tone)
  if (is.na(mean$tone)) return("No word of the tone lexicon occurs.")
  meaning <- if (abs(mean$tone) <= 0.05) {
    ": close to neutral"
  } else if (is.na(mean$lower)) {
    ""
  } else if (mean$upper < 0) {
    ": more bad news than good"
  } else if (mean$lower > 0) {
    ": more good news than bad"
  } else {
    ": too uncertain to say whether good or bad news prevails"
  }
  interval <- if (is.na(mean$lower)) {
    ""
  } else {
    sprintf(
      " (95\u2009%% interval %s to %s)", say_tone(mean$lower), say_tone(mean$upper)
    )
  }
  sprintf(
    "Their mean tone is %s on a scale from \u22121 to 1%s%s.",
    say_tone(mean$tone), interval, meaning
  )
}
