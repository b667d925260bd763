#' Write a report on a collection of articles
#'
#' Writes one HTML page that answers what is written about, in what tone, by whom, since when, by
#' which source and in which topic, and shows the sentences that each answer rests on: four
#' findings, the collection and its health, terms, topics, tone, who speaks, copies, and the
#' articles themselves with their voices marked. Figures that are underlined open their evidence.
#'
#' The page is one file that loads nothing from the network. It works without a script, on a
#' phone, in dark mode, on paper (with the evidence) and by keyboard. Its own script only opens
#' evidence beside the text, and filters, sorts and searches the list of articles. Whatever is in a
#' title or a text, it is shown and never run, and it cannot change the order of the numbers beside
#' it.
#'
#' A finding is stated only where it is larger than its uncertainty (95 per cent, over all
#' comparisons of its kind); otherwise the page says that there is no clear difference. Terms that
#' rise, fade or mark a source are those of [term_keyness()] at a false discovery rate of 5 per cent
#' (Benjamini and Hochberg 1995). Means are over articles; tones of groups, voices and topics are
#' those of [tone_score()], shares of topics those of [topic_prevalence()], what explains these
#' [topic_effects()] (for 30 articles and two covariates or more), the words behind a difference of
#' two periods those of [tone_shift()], with their intervals. Articles in another language than most
#' are listed and named with their number, but are in no other figure. Copies
#' ([article_duplicates()]) count in figures, and are shown once in evidence.
#'
#' @param x Records of [article_read()]; or a data frame with the columns `doc_id` and
#'   `text`, and, if known, `title`, `date` (see [article_dates()]), `source` and `url`; or a
#'   character vector of texts. Charts over time need dates, comparisons need sources; without
#'   them these sections are left out, and the page says so.
#' @param file The path of the page to write, one string. An existing file is replaced.
#' @param topics A fit of [topic_lda()], [topic_stm()], [topic_seeded()] or [topic_nmf()] on these
#'   articles, which is shown instead of one that the report makes. Its rows are found by `doc_id`;
#'   articles that it does not have are in no figure on topics.
#' @param tone A table of [tone_score()] by article on these articles, with one lexicon, which is
#'   shown instead of one that the report makes. Sentences, voices, topics and the words behind
#'   periods are still scored with `lexicon`, which should be the one of the table.
#' @param k The number of topics, a whole number of at least 2; by default chosen
#'   from the size of the collection, from 2 to 20.
#' @param unit The unit of time: `"day"`, `"week"`, `"month"`, `"quarter"` or `"year"`. By default
#'   the shortest that has at least four periods, and in each at least five articles, over the
#'   middle 98 per cent of the articles; or, if there is none, the longest that has at least four
#'   periods. Articles outside these periods are named and left out of charts over time.
#' @param title The title of the page, one string; by default the number of articles and
#'   their period.
#' @param lexicon The tone lexicon, see [tone_lexicon()]; or `"consensus"` (see [tone_score()]).
#' @param seed A whole number that fixes the topics, by default 1, so that the same
#'   articles give the same page.
#' @param threads The number of threads, by default the option `tritone.threads` or 2.
#'   The page is the same for every number.
#' @param progress Whether to show progress for work that takes more than two seconds; by
#'   default in interactive sessions.
#' @param ... Must be empty; what follows it must be named.
#' @return Invisibly, an object of class `tritone_article_report`, a list of what the page shows,
#'   whose path is also in a message: `file`, `terms` (a `dgCMatrix`,
#'   articles x terms), `topics` (a fit, or `NULL` where the collection is
#'   too small for topics), `tone` and `sentences` (tables of [tone_score()] by article and
#'   by sentence), `voices` (of [article_voices()], or `NULL`) and `copies` (of
#'   [article_duplicates()]).
#' @section Size:
#' The texts of the articles that are cited are on the page, and as many others as fit into
#' 5 megabytes, spread over the collection; the page says how many can be read.
#' @section Errors:
#' `tritone_error_input` if no article has any text, `topics` or `tone` are of other articles, or
#' `file` is not the path of a file that can be written; `tritone_error_limit` if the page cannot be
#' written, as on a full disk: an earlier page is then as it was.
#' @references
#' Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate: a practical and
#' powerful approach to multiple testing. *Journal of the Royal Statistical Society B*, 57(1),
#' 289-300. \doi{10.1111/j.2517-6161.1995.tb02031.x}
#' @export
#' @examples
#' news <- article_example()
#' page <- tempfile(fileext = ".html")
#' article_report(news[1:12, ], page, k = 3)
#' file.size(page)
article_report <- function(x, file, ..., topics = NULL, tone = NULL, k = NULL, unit = NULL,
                           title = NULL, lexicon = tone_lexicon("news"), seed = 1,
                           threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  file <- check_writable(file, "file")
  title <- check_string(title, "title", null = TRUE)
  if (!is.null(k)) k <- check_count(k, "k", min = 2)
  if (!is.null(unit)) unit <- check_choice(unit, "unit", period_units)
  check_one_lexicon(lexicon)
  x <- corpus_frame(x)
  all <- report_facts(x, threads)
  given <- list(
    topics = check_report_topics(topics, all), tone = check_report_tone(tone, all),
    k = k, unit = unit, lexicon = lexicon, seed = seed, threads = threads, progress = progress
  )
  report <- report_measure(all, x, given)
  page <- report_page(report, title)
  bytes <- charToRaw(paste0(paste(enc2utf8(page), collapse = "\n"), "\n"))
  write_safely(
    file, "file",
    write = function(beside) writeBin(bytes, beside),
    read = function(beside) identical(readBin(beside, "raw", length(bytes) + 1), bytes)
  )
  message("The report is ", file, ".")
  shown <- report[c("terms", "topics", "tone", "sentences", "voices", "copies")]
  invisible(structure(c(list(file = file), shown), class = "tritone_article_report"))
}

#' @method print tritone_article_report
#' @export
print.tritone_article_report <- function(x, ...) {
  cat(sprintf(
    "# Report on %s (%s%s)\n# %s\n", count_of(nrow(x$terms), "article"),
    count_of(ncol(x$terms), "term"),
    if (is.null(x$topics)) "" else paste0(", ", count_of(nrow(x$topics$phi), "topic")), x$file
  ))
  invisible(x)
}

check_one_lexicon <- function(lexicon) {
  asked <- as_lexicons(lexicon)
  if (length(asked$lexicons) + asked$consensus > 1L && !asked$alone) {
    abort_argument("lexicon", "one lexicon, or \"consensus\"", lexicon)
  }
}

# The page from all that was measured.
report_page <- function(report, title) {
  if (is.null(title)) title <- report_title(report$all)
  # Sections cite evidence while they are written, so the evidence is written after them.
  report$book <- new_evidence()
  sections <- list(
    report_findings(report), report_collection(report), report_terms(report),
    report_topics(report), report_tone(report), report_speakers(report), report_copies(report)
  )
  method <- report_method(report)
  evidence <- report_evidence(report)
  # What is left of the page's size is for texts.
  fixed <- sum(nchar(c(sections, list(method, evidence)), "bytes"))
  texts <- chosen_texts(report, 5e6 - 3e5 - fixed - list_bytes * min(nrow(report$all), 5000))
  sections <- c(sections, list(
    report_articles(report, texts), method, evidence, report_texts(report, texts)
  ))
  header <- list(
    el("a", "Skip to the findings", href = "#findings", class_ = "skip"),
    el("header",
      el("p", "tritone report", class_ = "kick"), el("h1", foreign(title)), report_deck(report),
      class_ = "mast"
    ),
    report_contents(report)
  )
  footer <- el("footer", sprintf(
    "Made with tritone %s. The texts remain their publishers\u2019 property.",
    utils::packageVersion("tritone")
  ))
  html_page("report", title, header, el("main", sections), footer, html_pane())
}

report_contents <- function(report) {
  links <- c(
    findings = "Findings", collection = "Collection", terms = "Terms", topics = "Topics",
    tone = "Tone", voices = "Who speaks", copies = "Copies", articles = "Articles",
    method = "Method"
  )
  items <- Map(function(id, name) el("li", el("a", name, href = paste0("#", id))),
    names(links), links
  )
  el("nav", el("ul", unname(items)), class_ = "contents", `aria-label` = "Sections")
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

# One line in plain words: sources, words, days.
report_deck <- function(report) {
  all <- report$all
  source <- unique(stats::na.omit(all$source))
  from <- if (length(source) > 3L) {
    sprintf("%d sources; ", length(source))
  } else if (length(source)) {
    list(foreign_list(sort(source, method = "radix")), "; ")
  }
  days <- range(c(all$date, as.Date(NA)), na.rm = !all(is.na(all$date)))
  el("p",
    from, count_of(sum(report$tone$n_words), "word"),
    if (!is.na(days[[1L]]) && days[[1L]] < days[[2L]]) {
      sprintf(", %s to %s", say_date(days[[1L]]), say_date(days[[2L]]))
    },
    ". Figures that are underlined open the sentences that they rest on.",
    class_ = "deck"
  )
}
