# The evidence of article_report(): blocks of sentences or articles at the end of the page, which
# figures link to. Sections cite them while they are written; each is written once.

# A book of evidence that is empty. It is an environment, as sections add to it.
new_evidence <- function() {
  book <- new.env(parent = emptyenv())
  book$blocks <- list()
  book$articles <- integer()
  book
}

# The address of a block of evidence, which is written where its `key` is first named: `heading`, a
# line on `how` the figure is made, and `items`, a list of evidence_item(). NULL without items.
evidence_at <- function(book, key, heading, how, items) {
  if (is.null(book$blocks[[key]])) {
    items <- items[!vapply(items, is.null, NA)]
    if (!length(items)) return(NULL)
    id <- paste0("ev-", length(book$blocks) + 1L)
    body <- el("div",
      el("h3", heading), if (length(how)) el("p", how),
      el("ol", lapply(items, `[[`, "html")),
      class_ = "evidence", id = id
    )
    book$blocks[[key]] <- list(id = id, html = body)
    book$articles <- union(book$articles, unlist(lapply(items, `[[`, "article")))
  }
  paste0("#", book$blocks[[key]]$id)
}

# A figure as a link to its evidence, plain where there is none.
cite <- function(book, key, figure, heading, how, items) {
  cited(figure, evidence_at(book, key, heading, how, items))
}

cited <- function(figure, at) {
  if (is.null(at)) return(html(html_text(figure)))
  el("a", figure, href = at, class_ = "n")
}

# Addresses as the charts take them.
each_address <- function(of, address) {
  vapply(of, function(i) {
    at <- address(i)
    if (is.null(at)) NA_character_ else at
  }, "")
}

# One piece of evidence: what was said, in which article (a row of report$all), and a note.
evidence_item <- function(report, id, said, note = NULL) {
  list(article = id, html = el("li",
    said,
    el("cite",
      article_link(report, id), " \u00b7 ", article_where(report$all, id),
      if (length(note)) list(" \u00b7 ", note)
    )
  ))
}

# Sentences as evidence: rows of report$sentences, with parts of them marked: `from` and `to` are
# lists of places in each sentence.
sentence_items <- function(report, rows, from = NULL, to = NULL) {
  table <- report$sentences
  lapply(seq_along(rows), function(i) {
    row <- rows[[i]]
    text <- table$text[[row]]
    said <- if (is.null(from)) foreign(text) else marked(text, from[[i]], to[[i]])
    tone <- table$tone[[row]]
    evidence_item(
      report, report$main$id[[table$article[[row]]]], said,
      if (!is.na(tone)) paste("sentence", say_tone(tone))
    )
  })
}

# A text with stretches of it marked, in characters from `from` to `to`; those that overlap are
# one.
marked <- function(text, from, to) {
  order <- order(from, to)
  from <- from[order]
  to <- cummax(to[order])
  apart <- c(TRUE, from[-1L] > to[-length(to)])
  from <- from[apart]
  to <- to[c(apart[-1L], TRUE)]
  starts <- c(1L, as.vector(rbind(from, to + 1L)))
  ends <- c(as.vector(rbind(from - 1L, to)), nchar(text))
  pieces <- gsub(direction_marks, "", substring(text, starts, ends))
  inside <- seq_along(pieces) %% 2L == 0L
  pieces <- html_text(pieces)
  pieces[inside] <- paste0("<mark>", pieces[inside], "</mark>")
  html("<bdi>", pieces, "</bdi>")
}

# The strongest sentences of some articles of report$main, `each` of both signs, as rows of
# report$sentences; the same sentence once, and no article that copies an earlier one.
strongest_sentences <- function(report, articles, each) {
  table <- report$sentences
  rows <- which(table$article %in% setdiff(articles, which(report$copied)) & !is.na(table$tone))
  rows <- rows[!duplicated(table$text[rows])]
  rows <- rows[order(table$tone[rows], table$article[rows], table$sentence[rows], method = "radix")]
  tone <- table$tone[rows]
  list(
    bad = utils::head(rows[tone < 0], each), good = utils::head(rev(rows[tone > 0]), each)
  )
}

# The evidence of a mean tone: the strongest sentences of the articles that it is of.
tone_items <- function(report, articles, each = 4L) {
  found <- strongest_sentences(report, articles, each)
  sentence_items(report, c(found$bad, found$good))
}

# How many pieces of evidence each of many blocks has: eight, fewer where there are more than 25
# periods, so that the page keeps its size.
each_of <- function(blocks) as.integer(min(8, max(2, 200 %/% max(1, blocks))))

# Articles as evidence, at most `n`, spread over the list; `ids` are rows of report$all.
article_items <- function(report, ids, n = 8L, note = NULL) {
  shown <- spread(length(ids), n)
  lapply(shown, function(i) {
    id <- ids[[i]]
    # Without a title the link shows the opening words.
    opening <- if (!is.na(report$all$title[[id]])) {
      foreign(opening_words(report$all$text[[id]], 24L))
    }
    evidence_item(report, id, opening, if (length(note)) note[[i]])
  })
}

# At most `n` of the places 1 to `total`, evenly spread.
spread <- function(total, n) {
  if (total <= n) seq_len(total) else unique(round(seq(1, total, length.out = n)))
}

# The evidence of terms: for each of `terms` the sentences that have it, at most report$most, of as
# many articles, spread over time. A list by term of sentence_items().
term_items <- function(report, terms) {
  if (!length(terms)) return(list())
  found <- suppressMessages(term_context(
    report$kept, terms, window = 0, type = "fixed", parts = report$parts,
    threads = report$given$threads, progress = FALSE
  ))
  table <- report$sentences
  article <- match(found$doc_id, report$main$doc_id)
  row <- sentence_at(table, article, found$field, found$start)
  from <- found$start - table$start[row] + 1L
  to <- found$end - table$start[row] + 1L
  place <- order(report$main$date[article], article, found$start, method = "radix")
  place <- place[!is.na(row[place]) & !report$copied[article[place]]]
  by_term <- split(place, factor(found$pattern[place], terms))
  lapply(by_term, function(at) {
    at <- at[!duplicated(article[at])]
    at <- at[spread(length(at), report$most)]
    marks <- lapply(at, function(i) which(row == row[[i]] & found$pattern == found$pattern[[i]]))
    sentence_items(
      report, row[at], lapply(marks, function(m) from[m]), lapply(marks, function(m) to[m])
    )
  })
}

# The row of the sentence that a place is in.
sentence_at <- function(table, article, field, start) {
  line <- function(article, field, at) (2 * article + (field == "text")) * 2^31 + at
  row <- findInterval(
    line(article, field, start), line(table$article, table$field, table$start)
  )
  row[row == 0L] <- NA
  inside <- table$article[row] == article & table$field[row] == field & table$end[row] >= start
  ifelse(inside %in% TRUE, row, NA)
}

report_evidence <- function(report) {
  blocks <- report$book$blocks
  if (!length(blocks)) return(NULL)
  section("evidence", "Evidence",
    el("p", "The sentences and articles that the figures above rest on.", class_ = "q"),
    el("div", unname(lapply(blocks, `[[`, "html")), class_ = "blocks")
  )
}

article_link <- function(report, id) {
  el("a", foreign(report$all$name[[id]]), href = paste0("#a-", id), class_ = "n")
}

article_where <- function(all, id) {
  source <- all$source[[id]]
  list(if (!is.na(source)) list(foreign(source), ", "), say_date(all$date[[id]]))
}
