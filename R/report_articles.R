# The articles of article_report(): the list, and the texts that can be read on the page.

# About how many bytes a row of the list takes, and an article beside its text; and by how much
# marks make a text longer.
list_bytes <- 480
text_bytes <- c(about = 500, marks = 1.5)

# The articles whose text is on the page, rows of report$all: all if they fit into `room` bytes,
# else those that are cited and others, spread over the collection.
chosen_texts <- function(report, room) {
  all <- report$all
  size <- nchar(all$text, "bytes", allowNA = TRUE)
  size[is.na(size)] <- 0
  size <- text_bytes[["about"]] + text_bytes[["marks"]] * size
  if (sum(size) <= room) return(seq_len(nrow(all)))
  cited <- sort(report$book$articles)
  rest <- setdiff(seq_len(nrow(all)), cited)
  # Every j-th of the others, the smallest j with which they fit.
  every <- 1L
  more <- rest
  while (length(more) && sum(size[c(cited, more)]) > room) {
    every <- every + 1L
    more <- if (every <= length(rest)) rest[seq(1L, length(rest), by = every)]
  }
  sort(c(cited, more))
}

report_articles <- function(report, texts) {
  all <- report$all
  listed <- if (nrow(all) <= 5000L) seq_len(nrow(all)) else texts
  listed <- listed[order(all$date[listed], listed)]
  readable <- if (length(texts) < nrow(all)) {
    sprintf(
      "%s of %s articles can be read here.", show_count(length(texts)), show_count(nrow(all))
    )
  }
  section("articles", "Articles",
    el("p",
      "Titles that are underlined open the article, with its voices and parts marked. ", readable,
      class_ = "q"
    ),
    article_filters(report), article_list(report, listed, texts)
  )
}

# Search and filters; the script makes them work, and shows them.
article_filters <- function(report) {
  all <- report$all
  option <- function(value, name) el("option", name, value = value)
  field <- function(name, control) el("label", name, control)
  sources <- sort(unique(all$source[!is.na(all$source)]), method = "radix")
  choose <- function(id, options) el("select", option("", "all"), options, id = id)
  day <- function(id) html("<input type=\"date\" id=\"", id, "\">")
  el("form",
    field("Search titles and texts", html("<input type=\"search\" id=\"f-q\">")),
    if (length(sources) > 1L) {
      field("Source", choose("f-s", lapply(seq_along(sources), function(i) {
        option(i, foreign_text(sources[[i]]))
      })))
    },
    if (!is.null(report$theta)) {
      field("Main topic", choose("f-k", lapply(seq_along(report$topic_facts$key), function(k) {
        first <- utils::head(report$topic_facts$terms[[k]], 3L)
        option(k, foreign_text(paste(first, collapse = ", ")))
      })))
    },
    if (any(!is.na(all$date))) list(field("From", day("f-from")), field("To", day("f-to"))),
    el("button", "Clear", type = "reset"),
    html("<output id=\"f-count\" aria-live=\"polite\"></output>"),
    id = "filters", class_ = "script controls"
  )
}

# Rows are written at once: there may be thousands.
article_list <- function(report, listed, texts) {
  all <- report$all
  row <- match(listed, report$main$id)
  main_topic <- if (!is.null(report$theta)) {
    theta <- report$theta[row, , drop = FALSE]
    k <- max.col(ifelse(is.na(theta), 0, theta), "first")
    k[is.na(theta[, 1L])] <- NA
    k
  } else {
    rep(NA_integer_, length(listed))
  }
  tone <- report$tone$tone[row]
  words <- report$tone$n_words[row]
  blank <- function(x) ifelse(is.na(x), "", x)
  bdi <- function(x) {
    x <- gsub(direction_marks, "", blank(enc2utf8(x)))
    ifelse(nzchar(x), paste0("<bdi>", html_text(x), "</bdi>"), "")
  }
  name <- bdi(all$name[listed])
  link <- ifelse(
    listed %in% texts, paste0("<a class=\"ti\" href=\"#a-", listed, "\">", name, "</a>"), name
  )
  opening <- ifelse(
    is.na(all$title[listed]), "", bdi(opening_words(all$text[listed], 18L))
  )
  opening <- ifelse(nzchar(opening), paste0("<span class=\"op\">", opening, "</span>"), "")
  sources <- sort(unique(all$source[!is.na(all$source)]), method = "radix")
  cell <- function(kind, label, shown, value, class_ = "") {
    list(kind = kind, label = label, class = class_, html = sprintf(
      "<td%s data-l=\"%s\" data-v=\"%s\">%s</td>",
      if (nzchar(class_)) sprintf(" class=\"%s\"", class_) else "", label, value, shown
    ))
  }
  date <- format(all$date[listed])
  date[is.na(all$date[listed])] <- ""
  topic_name <- vapply(report$topic_facts$terms, function(t) {
    html_text(foreign_list(utils::head(t, 2L)))
  }, "")
  cells <- list(
    if (any(nzchar(date))) cell("text", "Date", date, date),
    if (length(sources)) {
      cell("number", "Source", bdi(all$source[listed]), blank(match(all$source[listed], sources)))
    },
    if (!is.null(report$theta)) {
      cell("number", "Main topic", blank(topic_name[main_topic]), blank(main_topic))
    },
    cell("number", "Words", blank(ifelse(is.na(words), NA, show_count(words))), blank(words), "r"),
    cell("number", "Tone", blank(ifelse(is.na(words), NA, say_tone(tone))),
      blank(ifelse(is.na(tone), NA, format(round(tone, 4), trim = TRUE))), "r")
  )
  cells <- cells[!vapply(cells, is.null, NA)]
  rows <- paste0(
    "<tr id=\"r-", listed, "\"><th scope=\"row\">", link, opening, "</th>",
    do.call(paste0, lapply(cells, `[[`, "html")), "</tr>"
  )
  head <- vapply(cells, function(one) {
    sprintf(
      "<th scope=\"col\"%s><button type=\"button\" data-kind=\"%s\">%s</button></th>",
      if (nzchar(one$class)) sprintf(" class=\"%s\"", one$class) else "", one$kind, one$label
    )
  }, "")
  html(
    "<table class=\"stack\" id=\"list\"><thead><tr><th scope=\"col\">",
    "<button type=\"button\" data-kind=\"title\">Title</button></th>", head, "</tr></thead><tbody>",
    rows, "</tbody></table>"
  )
}

# The texts of articles, which the script shows beside the page.
report_texts <- function(report, texts) {
  rows <- match(texts, report$main$id)
  counted <- rows[!is.na(rows)]
  parts <- suppressMessages(
    article_parts(article_rows(report$kept, counted), threads = report$given$threads,
      progress = FALSE
    )
  )
  parts <- parts[!is.na(parts$part) & parts$field == "text", ]
  parts <- split(
    as.data.frame(parts)[c("start", "end", "part")],
    factor(match(parts$doc_id, report$main$doc_id), seq_len(nrow(report$main)))
  )
  voices <- if (!is.null(report$voices)) {
    split(
      as.data.frame(report$voices)[c("start", "end", "voice", "speaker")],
      factor(report$voices$article, seq_len(nrow(report$main)))
    )
  }
  hits <- own_hits(report)
  hits <- hits[hits$field == "text", ]
  hits <- split(hits, factor(hits$article, seq_len(nrow(report$main))))
  bodies <- lapply(seq_along(texts), function(i) {
    row <- rows[[i]]
    known <- !is.na(row)
    article_text(
      report, texts[[i]], if (known) parts[[row]],
      if (known && !is.null(voices)) voices[[row]], if (known) hits[[row]]
    )
  })
  section("texts", "Texts",
    el("p",
      "Underlined: words quoted, reported or thought. Small: what is not counted. A number is ",
      "what a word counts, on the scale of the lexicon from \u22124 to 4.",
      class_ = "q"
    ),
    bodies
  )
}

article_rows <- function(x, rows) if (is.data.frame(x)) x[rows, ] else x[rows]

article_text <- function(report, id, parts, voices, hits) {
  all <- report$all
  row <- match(id, report$main$id)
  url <- all$url[[id]]
  about <- list(
    article_where(all, id),
    if (is.na(row)) " \u00b7 not counted" else list(
      " \u00b7 ", count_of(report$tone$n_words[[row]], "word"),
      if (!is.na(report$tone$tone[[row]])) list(" \u00b7 tone ", say_tone(report$tone$tone[[row]]))
    ),
    if (!is.na(url)) {
      list(" \u00b7 ", el("a", "original", href = url, class_ = "n", rel = "noreferrer"))
    }
  )
  language <- all$language[[id]]
  el("article",
    el("h3", foreign(all$name[[id]])), el("p", about, class_ = "sub"),
    html(marked_text(all$text[[id]], parts, voices, hits)),
    id = paste0("a-", id), class_ = "read", lang = if (!is.na(language)) language
  )
}

part_names <- c(
  headline = "Headline", dateline = "Dateline", byline = "Byline", lead = "Lead", body = "Body",
  boilerplate = "Not counted"
)
voice_classes <- c(direct = "v1", reported = "v2", thought = "v3")

# The paragraphs of a text, with its parts, voices and words of tone marked. `parts`, `voices` and
# `hits` have places in characters, or are NULL.
marked_text <- function(text, parts = NULL, voices = NULL, hits = NULL) {
  if (is.na(text) || !grepl("[^[:space:]]", text)) {
    return("<p class=\"soft\">This article has no text.</p>")
  }
  spans <- list(gaps = blank_lines(text), parts = parts, voices = voices, hits = hits)
  spans <- lapply(spans, by_start)
  cuts <- unlist(lapply(spans, function(x) c(x$start, x$end + 1L)))
  cuts <- sort(unique(c(1L, nchar(text) + 1L, cuts)))
  start <- cuts[-length(cuts)]
  piece <- substring(text, start, cuts[-1L] - 1L)
  held <- lapply(spans, held_by, start = start)
  out <- tone_marked(html_text(gsub(direction_marks, "", piece)), held$hits, spans$hits)
  # Pieces of one paragraph, part and voice are marked together.
  gap <- !is.na(held$gaps)
  of <- data.frame(
    gap = gap, paragraph = cumsum(gap), voice = held$voices,
    part = if (is.null(spans$parts)) NA_character_ else spans$parts$part[held$parts]
  )
  run <- do.call(paste, of)
  run <- cumsum(c(TRUE, run[-1L] != run[-length(run)]))
  out <- as.vector(tapply(out, run, paste, collapse = ""))
  of <- of[!duplicated(run), ]
  out <- part_marked(voice_marked(out, of$voice, spans$voices), of$part, of$gap)
  paragraphs <- tapply(out[!of$gap], of$paragraph[!of$gap], paste, collapse = "")
  paste0("<p dir=\"auto\"><bdi>", paragraphs, "</bdi></p>", collapse = "")
}

# Where paragraphs are divided.
blank_lines <- function(text) {
  found <- gregexpr("\n[ \t]*\n[[:space:]]*", text)[[1L]]
  if (found[[1L]] < 0L) return(NULL)
  start <- as.integer(found)
  data.frame(start = start, end = start + attr(found, "match.length") - 1L)
}

by_start <- function(spans) if (length(spans$start)) spans[order(spans$start), ]

# The row of `spans`, which are in order, that holds each place; NA where none does.
held_by <- function(spans, start) {
  if (is.null(spans)) return(rep(NA_integer_, length(start)))
  found <- findInterval(start, spans$start)
  inside <- found > 0L & start <= spans$end[pmax(found, 1L)]
  ifelse(inside, found, NA_integer_)
}

# Words of tone; what a word counts is shown where its last piece ends.
tone_marked <- function(out, hit, hits) {
  at <- which(!is.na(hit))
  if (!length(at)) return(out)
  value <- 4 * hits$value[hit[at]] # on the scale of valences
  last <- !duplicated(hit[at], fromLast = TRUE)
  shown <- ifelse(last, sprintf(" data-v=\"%s\"", say_signed(value, 1L)), "")
  out[at] <- sprintf(
    "<span class=\"%s\"%s>%s</span>", ifelse(value < 0, "hn", "hp"), shown, out[at]
  )
  out
}

voice_marked <- function(out, voice, voices) {
  at <- which(!is.na(voice))
  if (!length(at)) return(out)
  kind <- voices$voice[voice[at]]
  who <- voices$speaker[voice[at]]
  tip <- paste0(spoken_as[kind], ifelse(is.na(who), "", paste0(": ", who)))
  out[at] <- sprintf(
    "<span class=\"%s\" title=\"%s\">%s</span>", voice_classes[kind], html_text(foreign_text(tip)),
    out[at]
  )
  out
}

# What is not counted is small; the name of a part is shown where it begins.
part_marked <- function(out, part, gap) {
  aside <- part %in% c("dateline", "byline", "boilerplate")
  out[aside] <- paste0("<small>", out[aside], "</small>")
  at <- which(!is.na(part) & !gap)
  at <- at[c(TRUE, part[at[-1L]] != part[at[-length(at)]])[seq_along(at)]]
  out[at] <- paste0(
    "<span class=\"pl\" data-p=\"", part_names[part[at]], "\"></span>", out[at]
  )
  out
}
