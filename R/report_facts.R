# What article_report() knows about its articles, and what it measures. The object that all
# sections take is a list:
#   all      a row for each article, as report_facts() makes it;
#   main     its rows of the main language, on which all that follows is measured, row by row;
#   terms, topics, theta, tone, sentences, voices, copies, contexts: tables of the verbs;
#   periods  of main, as report_periods() makes them; NULL without dates;
#   given    the arguments.

# A row for each article, whatever form the articles came in. `name` is what a link shows:
# the title, or else the opening words.
report_facts <- function(x, threads = getOption("tritone.threads", 2)) {
  articles <- as_articles(x)
  n <- length(articles$text)
  if (!any(is_filled(articles$text)) && !titles_only(articles$title, articles$text)) {
    abort_input(
      "`x` must hold at least one article with text; given ",
      if (n) paste(count_of(n, "article"), "without any") else "no articles", "."
    )
  }
  column <- function(name) {
    if (is.data.frame(x) && !is.null(x[[name]])) as.character(x[[name]]) else rep(NA_character_, n)
  }
  title <- column("title")
  title[!is.na(title) & !nzchar(title)] <- NA
  language <- article_language(x, threads = threads, progress = FALSE)$language
  main <- main_language(language)
  facts <- data.frame(
    id = seq_len(n), doc_id = articles$doc_id, title = title,
    text = as_text(articles$text), # bytes without an encoding have no characters
    date = input_dates(x, tell = TRUE), source = column("source"),
    url = safe_address(column("url")), language = language,
    counted = is.na(language) | language == main, stringsAsFactors = FALSE
  )
  opening <- opening_words(facts$text)
  facts$name <- ifelse(is.na(title), ifelse(nzchar(opening), opening, facts$doc_id), title)
  attr(facts, "problems") <- known_problems(x)
  attr(facts, "language") <- main
  facts
}

# Addresses of pages; nothing else may be a link on the page.
safe_address <- function(url) {
  url[!grepl("^https?://[^[:space:]\"<>]+$", url)] <- NA
  url
}

# The first twelve words of texts, with an ellipsis if there are more.
opening_words <- function(text, n = 12L) {
  text[is.na(text)] <- ""
  words <- strsplit(trimws(substr(text, 1L, 40L * n)), "[[:space:]]+")
  vapply(words, function(w) {
    paste0(paste(utils::head(w, n), collapse = " "), if (length(w) > n) "\u2026" else "")
  }, "")
}

# A number of topics suited to a collection of this size.
topics_for <- function(articles) min(20, max(2, round(sqrt(articles / 2))))

report_measure <- function(all, x, given) {
  x <- corpus_frame(x)
  main <- all[all$counted, ]
  rownames(main) <- NULL
  kept <- if (is.data.frame(x)) x[all$counted, without_groups(x)] else x[all$counted]
  threads <- given$threads
  progress <- given$progress
  # With datelines and footers every list of terms and topics would be full of places and agencies.
  parts <- if (is_collection(x)) c("headline", "lead", "body")
  said <- function(...) {
    tone_score(kept, given$lexicon, parts = parts, threads = threads, progress = progress, ...)
  }
  # What verbs say about other languages and parts is on the page.
  suppressMessages({
    terms <- term_matrix(
      kept, parts = parts, remove = stopwords_of(attr(all, "language")), threads = threads,
      progress = progress
    )
    tone <- if (is.null(given$tone)) said() else given$tone[all$counted, ]
    sentences <- said(by = "sentence")
    hits <- said(by = "hit")
    voices <- article_voices(kept, threads = threads, progress = progress)
    by_voice <- said(by = "voice")
    voice_words <- said(by = c("article", "voice"))
    by_speaker <- if (any(!is.na(voices$speaker))) said(by = "speaker")
    copies <- article_duplicates(x, containment = 0.7, threads = threads, progress = progress)
    check <- article_check(x, threads = threads, progress = progress)
  })
  words <- terms[, nchar(colnames(terms)) > 1L, drop = FALSE]
  topics <- if (is.null(given$topics)) report_fit(words, given) else given$topics
  sentences$article <- match(sentences$doc_id, main$doc_id)
  voices <- voices[!is.na(voices$voice), ]
  voices$article <- match(voices$doc_id, main$doc_id)
  report <- list(
    all = all, main = main, given = given, kept = kept, parts = parts,
    terms = words, topics = topics, theta = theta_of(topics, main$doc_id), tone = tone,
    sentences = sentences, hits = as.data.frame(hits),
    voices = if (nrow(voices)) voices, by_voice = by_voice, by_speaker = by_speaker,
    voice_words = as.data.frame(voice_words), copies = copies, check = check,
    same = same_words(main$text),
    copied = later_copies(copies, main),
    periods = report_periods(main$date, given$unit),
    # Pieces of evidence a block: all articles that are cited are on the page.
    most = if (nrow(main) > 1000L) 5L else 8L
  )
  if (!is.null(topics)) {
    report$by_topic <- suppressMessages(said(by = "topic", topics = topics))
  }
  # What sections and findings both show.
  report$term_facts <- term_facts(report)
  report$term_items <- term_items(report, terms_shown(report$term_facts))
  report$topic_facts <- topic_facts(report)
  if (!is.null(topics)) report$effect_facts <- effect_facts(report)
  report$tone_facts <- tone_facts(report)
  report$voice_facts <- voice_facts(report)
  report
}

# The columns of articles but those that have the name of a group of tone_score(), over which such a
# column would win.
without_groups <- function(x) !names(x) %in% setdiff(c(tone_places, period_units), "article")

# Stop words of the main language, none where they are not known.
stopwords_of <- function(language) {
  tryCatch(
    term_stopwords(language),
    tritone_error_input = function(e) NULL
  )
}

report_fit <- function(words, given) {
  docs <- Matrix::colSums(words > 0)
  usable <- words[, docs >= min(2, nrow(words)) & docs <= 0.5 * max(4, nrow(words)), drop = FALSE]
  filled <- sum(Matrix::rowSums(usable) > 0)
  if (filled < 4 || ncol(usable) < 10) return(NULL)
  topic_lda(
    usable, if (is.null(given$k)) topics_for(filled) else given$k,
    seed = given$seed, threads = given$threads, progress = given$progress
  )
}

# The shares of topics by article of the report, largest topic first; rows of NA for articles that
# the fit does not have.
theta_of <- function(fit, doc_id) {
  if (is.null(fit)) return(NULL)
  theta <- fit$theta[, order(-colMeans(fit$theta), method = "radix"), drop = FALSE]
  theta[match(doc_id, rownames(theta)), , drop = FALSE]
}

# Which articles repeat one that came before: in evidence a story is shown once.
later_copies <- function(copies, main) {
  ids <- c(copies$doc_id_1, copies$doc_id_2)
  group <- rep(copies$group, 2L)[match(main$doc_id, ids)]
  order <- order(main$date)
  later <- logical(nrow(main))
  later[order] <- duplicated(group[order]) & !is.na(group[order])
  later
}

check_report_topics <- function(fit, all) {
  if (is.null(fit)) return(NULL)
  check_fit(fit, "topics")
  if (!any(rownames(fit$theta) %in% all$doc_id)) {
    abort_input(
      "`topics` must be a fit on the articles of `x`: none of its ", show_count(nrow(fit$theta)),
      " rows has the `doc_id` of one."
    )
  }
  fit
}

check_report_tone <- function(tone, all) {
  if (is.null(tone)) return(NULL)
  wanted <- c("doc_id", "lexicon", "n_words", "n_hits", "tone")
  if (!is.data.frame(tone) || !all(wanted %in% names(tone)) || anyDuplicated(tone$doc_id)) {
    abort_argument("tone", "a table of tone_score() by article with one lexicon", tone)
  }
  at <- match(all$doc_id, tone$doc_id)
  if (all(is.na(at))) {
    abort_input("`tone` must be of the articles of `x`: it has the `doc_id` of none.")
  }
  tone <- as.data.frame(tone)[at, ]
  tone$doc_id <- all$doc_id
  for (name in c("n_words", "n_hits")) tone[[name]][is.na(at)] <- 0L
  tone
}

# The periods of charts over time; NULL if fewer than two articles are dated or all have the
# same date. `of` is the period of each article, NA for undated ones and for those outside.
report_periods <- function(date, unit = NULL) {
  known <- sort(date[!is.na(date)])
  if (length(unique(known)) < 2L) return(NULL)
  middle <- known[unique(ceiling(c(0.01, 0.99) * length(known)))]
  middle <- c(middle[[1L]], middle[[length(middle)]])
  if (is.null(unit)) unit <- report_unit(known, middle)
  periods <- article_periods(date, unit)
  # Days outside the middle count only where no empty period is between.
  inside <- match(period_start(middle, unit), periods$starts)
  filled <- tabulate(periods$of, length(periods$starts)) > 0
  while (inside[[1L]] > 1L && filled[[inside[[1L]] - 1L]]) inside[[1L]] <- inside[[1L]] - 1L
  while (inside[[2L]] < length(filled) && filled[[inside[[2L]] + 1L]]) {
    inside[[2L]] <- inside[[2L]] + 1L
  }
  kept <- seq(inside[[1L]], inside[[2L]])
  starts <- periods$starts[kept]
  list(
    by = unit, starts = starts, label = period_names(starts, unit),
    of = match(periods$of, kept), stray = which(!is.na(date) & !periods$of %in% kept)
  )
}

# The period of each article as a factor.
period_factor <- function(periods) {
  factor(periods$of, seq_along(periods$starts), periods$label)
}

report_unit <- function(known, middle) {
  units <- c("day", "week", "month", "quarter", "year")
  known <- known[known >= middle[[1L]] & known <= middle[[2L]]]
  counts <- lapply(units, function(unit) {
    periods <- article_periods(known, unit)
    tabulate(periods$of, length(periods$starts))
  })
  filled <- vapply(counts, function(n) length(n) >= 4L && min(n) >= 5L, NA)
  if (any(filled)) return(units[[which(filled)[[1L]]]])
  for (least in c(4L, 2L)) {
    long <- which(lengths(counts) >= least)
    if (length(long)) return(units[[max(long)]])
  }
  "day"
}

# Names of periods for readers, each its own; those of months must not depend on the locale.
period_names <- function(starts, unit) {
  at <- as.POSIXlt(starts)
  year <- at$year + 1900L
  short <- substr(month.name, 1L, 3L)
  day <- paste(at$mday, short[at$mon + 1L])
  switch(unit,
    year = as.character(year), month = paste(short[at$mon + 1L], year),
    quarter = paste0(short[at$mon + 1L], "\u2013", short[at$mon + 3L], " ", year),
    if (length(unique(year)) > 1L) paste(day, year) else day
  )
}
