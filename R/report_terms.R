# The terms of article_report(): the most frequent, the rising and the fading.

report_terms <- function(facts, found) {
  all <- term_frequency(found$terms)
  if (!nrow(all)) {
    return(section("terms", "Terms", el("p", "No term was found.", class_ = "note")))
  }
  top <- utils::head(all, 15L) # columns are in order of falling total
  table <- html_table(
    list(
      term = foreign_each(top$term), bar = lapply(top$count / max(top$count), bar, label = ""),
      n = show_count(top$count), docs = show_count(top$docs)
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
      "Words of grammar (\u201cthe\u201d, \u201cof\u201d, \u201csaid\u201d), datelines, bylines ",
      "and agency footers are not counted.",
      class_ = "soft"
    )
  )
}

# Terms whose share rose most from the first half of the time to the second, by `z_tokens` of
# term_keyness() with its own prior: the later half is compared with the earlier one. A list by
# effect also for collections of a few articles, which have no clustered errors.
rising_terms <- function(terms, late) {
  keep <- Matrix::colSums(terms > 0) >= max(3, 0.02 * nrow(terms))
  counts <- terms[, keep, drop = FALSE]
  if (!ncol(counts) || all(late) || !any(late)) return(numeric())
  found <- term_keyness(counts, factor(late, c(TRUE, FALSE)))
  found <- found[found$group == "TRUE" & !is.na(found$z_tokens), ]
  found <- found[order(-found$z_tokens, found$term, method = "radix"), ]
  stats::setNames(found$z_tokens, found$term)
}

report_rising <- function(facts, found) {
  periods <- found$periods
  dated <- !is.na(facts$date)
  instead <- function(why) list(el("h3", "Rising and fading"), el("p", why, class_ = "soft"))
  if (is.null(periods) || sum(dated) < 6L) {
    return(instead("This needs at least six dated articles."))
  }
  middle <- stats::median(facts$date[dated])
  z <- rising_terms(found$terms[dated, , drop = FALSE], facts$date[dated] > middle)
  if (length(z) < 2L) return(instead("No term occurs in enough articles."))
  rows <- function(z) {
    names <- names(z)
    trend <- term_trend(
      found$terms[dated, , drop = FALSE], facts$date[dated], periods$by, terms = names
    )
    columns <- list(
      term = foreign_each(names),
      spark = lapply(names, function(name) {
        spark(
          trend$rate[trend$term == name], paste("Share of words over time:", foreign_text(name))
        )
      }),
      n = show_count(Matrix::colSums(found$terms[, names, drop = FALSE]))
    )
    html_table(columns, c("Term", "Over time", "Times"), number = "n")
  }
  half <- min(10L, length(z) %/% 2L)
  list(
    el("h3", "Rising"),
    rows(utils::head(z, half)),
    el("h3", "Fading"),
    rows(rev(utils::tail(z, half))),
    el("p", sprintf(
      "Share of words up to and after %s, by log odds. The line shows the share by %s.",
      say_date(middle), periods$by
    ), class_ = "soft")
  )
}
