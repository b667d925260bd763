# The terms of article_report(): the most frequent, those of each source, the rising and the
# fading, and pairs of words.

report_terms <- function(report) {
  facts <- report$term_facts
  if (is.null(facts)) {
    return(section("terms", "What it is about", el("p", "No term was found.", class_ = "note")))
  }
  section("terms", "What it is about",
    el("p",
      "Words of grammar (\u201cthe\u201d, \u201cof\u201d, \u201csaid\u201d), datelines, bylines ",
      "and agency footers are not counted. Rates are uses in 10,000 words.",
      class_ = "q"
    ),
    el("div",
      el("div", el("h3", "Most used"), terms_most_used(report)),
      el("div", terms_rising(report)),
      class_ = "two"
    ),
    terms_by_source(report), terms_in_pairs(report), r_call(term_calls(facts))
  )
}

term_calls <- function(facts) {
  c(
    "m <- term_matrix(x, remove = term_stopwords())", "term_frequency(m)",
    if (!is.null(facts$changed)) {
      sprintf("term_keyness(m, x$date > as.Date(\"%s\"))", format(facts$changed$middle))
    },
    if (!is.null(facts$source)) "term_keyness(m, x$source)", "term_collocations(x)"
  )
}

# A term as a link to the sentences that have it.
cite_term <- function(report, term, figure = foreign(term)) {
  cite(
    report$book, paste("term", term), figure, list("\u201c", foreign(term), "\u201d"),
    "Sentences that have it, each of another article, spread over time.",
    report$term_items[[term]]
  )
}
cite_terms <- function(report, terms) lapply(terms, function(term) cite_term(report, term))

# All that the section shows, and the sentences of each of its terms; NULL without terms.
term_facts <- function(report) {
  all <- term_frequency(report$terms)
  if (!nrow(all)) return(NULL)
  list(
    top = utils::head(all, 15L), # columns are in order of falling total
    changed = changed_terms(report), source = source_terms(report), pairs = paired_terms(report)
  )
}

terms_shown <- function(facts) {
  unique(c(
    facts$top$term, facts$changed$rising$term, facts$changed$fading$term,
    facts$source$term, facts$pairs$term
  ))
}

terms_most_used <- function(report) {
  top <- report$term_facts$top
  html_table(
    list(
      term = cite_terms(report, top$term),
      bar = lapply(top$count / max(top$count), bar, label = ""),
      n = show_count(top$count), docs = show_count(top$docs)
    ),
    c("Term", "", "Times", "Articles"), number = c("n", "docs")
  )
}

# Terms whose share of words rose or fell from the first half of the articles to the second by more
# than chance explains, errors clustered by article, at most ten of each by the size of the change;
# and a sentence on how many do. NULL without enough dated articles.
changed_terms <- function(report, most = 10L) {
  date <- report$main$date
  dated <- !is.na(date)
  if (is.null(report$periods) || sum(dated) < 6L) return(NULL)
  middle <- stats::median(date[dated])
  late <- date[dated] > middle
  terms <- frequent_terms(report$terms[dated, , drop = FALSE])
  if (!ncol(terms) || all(late) || !any(late)) return(NULL)
  size <- report$tone$n_words[dated]
  found <- term_keyness(terms, factor(late, c(TRUE, FALSE)))
  found <- as.data.frame(found[found$group == "TRUE", ])
  found$early <- found$count_others / sum(size[!late])
  found$late <- found$count / sum(size[late])
  out <- beyond_chance(found, "term compared", "terms compared")
  by_change <- function(x) {
    order <- order(-abs(x$late - x$early), x$term, method = "radix")
    x[utils::head(order, most), c("term", "early", "late")]
  }
  rises <- out$differ$log_odds > 0
  list(
    rising = by_change(out$differ[rises, ]), fading = by_change(out$differ[!rises, ]),
    middle = middle, said = out$said
  )
}

# Terms that occur in enough articles for a comparison: five, or two in a hundred.
frequent_terms <- function(terms) {
  terms[, Matrix::colSums(terms > 0) >= max(5, 0.02 * nrow(terms)), drop = FALSE]
}

# The rows of term_keyness() that differ by more than chance explains where so many are compared,
# one in twenty of them being chance on average (Benjamini and Hochberg 1995,
# doi:10.1111/j.2517-6161.1995.tb02031.x), and a sentence that says so.
beyond_chance <- function(found, one, several) {
  p <- stats::p.adjust(found$p, "BH")
  tried <- sum(!is.na(p))
  differ <- found[!is.na(p) & p < 0.05, ]
  said <- if (!tried) {
    "No term occurs in enough articles."
  } else if (!nrow(differ)) {
    sprintf(
      "Of %s %s none differs by more than chance explains.", show_count(tried),
      plural(tried, one, several)
    )
  } else {
    sprintf(
      "Of %s %s %s %s by more than chance explains; one in twenty of these may be chance.",
      show_count(tried), plural(tried, one, several), show_count(nrow(differ)),
      plural(nrow(differ), "differs", "differ")
    )
  }
  list(differ = differ, said = said)
}

terms_rising <- function(report) {
  changed <- report$term_facts$changed
  heading <- el("h3", "Rising and fading")
  if (is.null(changed)) {
    if (all(is.na(report$main$date))) return(NULL)
    return(list(heading, el("p", "This needs at least six dated articles.", class_ = "soft")))
  }
  middle <- say_date(changed$middle)
  said <- c(
    sprintf("By %s half of the dated articles had appeared; the rest came after. ", middle),
    changed$said,
    if (nrow(changed$rising) + nrow(changed$fading)) {
      " Those that changed most, with their uses in 10,000 words:"
    }
  )
  list(
    heading, el("p", said, class_ = "soft"),
    if (nrow(changed$rising)) terms_changed(report, changed$rising, "Rising"),
    if (nrow(changed$fading)) terms_changed(report, changed$fading, "Fading")
  )
}

terms_changed <- function(report, rows, name) {
  periods <- report$periods
  inside <- !is.na(periods$of)
  trend <- term_trend(
    report$terms[inside, , drop = FALSE], report$main$date[inside], periods$by,
    terms = rows$term
  )
  lines <- lapply(rows$term, function(term) spark(trend$rate[trend$term == term], ""))
  html_table(
    list(
      term = cite_terms(report, rows$term), early = say_rate(rows$early),
      late = say_rate(rows$late), spark = lines
    ),
    c("Term", "Before", "After", paste("By", periods$by)), number = c("early", "late"),
    wide = "spark", caption = name
  )
}

# Uses in 10,000 words.
say_rate <- function(x) formatC(1e4 * x, format = "f", digits = 1)

# The terms that each source prefers, at most six, by log odds: those that differ from all other
# sources by more than chance explains, errors clustered by article; where there are several sources
# with five articles or more, the ten largest of them.
source_terms <- function(report, most = 6L) {
  source <- report$main$source
  large <- names(which(sort(table(source), decreasing = TRUE) >= 5L))
  if (length(large) < 2L) return(NULL)
  large <- utils::head(large, 10L)
  terms <- frequent_terms(report$terms)
  if (!ncol(terms)) return(NULL)
  group <- factor(ifelse(source %in% large, source, "other"))
  found <- as.data.frame(suppressMessages(term_keyness(terms, group)))
  out <- beyond_chance(found[found$group %in% large, ], "comparison", "comparisons")
  found <- out$differ[out$differ$log_odds > 0 & out$differ$docs >= 5, ]
  order <- order(match(found$group, large), -found$log_odds, found$term, method = "radix")
  found <- found[order, c("group", "term", "count", "docs")]
  rank <- stats::ave(seq_len(nrow(found)), as.character(found$group), FUN = seq_along)
  structure(found[rank <= most, ], sources = large, said = out$said)
}

terms_by_source <- function(report) {
  found <- report$term_facts$source
  if (is.null(found)) return(NULL)
  each <- lapply(sort(attr(found, "sources")), function(source) {
    rows <- found[found$group == source, ]
    list(foreign(source), if (nrow(rows)) comma_list(cite_terms(report, rows$term)) else "no term")
  })
  list(
    el("h3", "What each source prefers"),
    el("p",
      "The uses of each term in the articles of a source are compared with those in all others. ",
      attr(found, "said"), class_ = "soft"
    ),
    if (nrow(found)) {
      html_table(
        list(source = lapply(each, `[[`, 1L), terms = lapply(each, `[[`, 2L)), c("Source", "Terms")
      )
    }
  )
}

# Markup divided by commas.
comma_list <- function(pieces) {
  html(paste(vapply(pieces, html_text, ""), collapse = ", "))
}

# Pairs of words that occur together more than chance explains, the strongest first.
paired_terms <- function(report, most = 12L) {
  stop <- stopwords_of(attr(report$all, "language"))
  found <- suppressMessages(term_collocations(
    report$kept, remove = stop, parts = report$parts,
    min_count = max(3, ceiling(nrow(report$main) / 500)),
    threads = report$given$threads, progress = FALSE
  ))
  found <- utils::head(found[found$lower > 0 & found$docs >= 3, ], most)
  if (!nrow(found)) return(NULL)
  data.frame(
    term = paste(found$term_1, found$term_2), count = found$count, docs = found$docs
  )
}

terms_in_pairs <- function(report) {
  pairs <- report$term_facts$pairs
  if (is.null(pairs)) return(NULL)
  said <- lapply(seq_len(nrow(pairs)), function(i) {
    html(html_text(cite_term(report, pairs$term[[i]])), " ", show_count(pairs$count[[i]]))
  })
  list(el("h3", "Words that go together"), el("p", comma_list(said), class_ = "pairs"))
}
