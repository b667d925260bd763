# Who speaks: how many of the words are those of others, and who these are.

# `share`, of the words of each article that others say or think; its mean `overall` and
# `by_source`, with the `extremes` of these; `speakers`, a row for each, by falling words, and
# `rows` of report$voices of each; whether the first of them certainly has most words. NULL where no
# voice was found.
voice_facts <- function(report) {
  if (is.null(report$voices)) return(NULL)
  share <- others_share(report$voice_words, report$main$doc_id)
  out <- list(share = share, overall = overall_mean(share, c(0, 1), report$same))
  groups <- source_groups(report$main$source)
  if (!is.null(groups)) {
    out$by_source <- group_means(share, groups, c(0, 1), report$same)
    out$extremes <- extreme_means(out$by_source)
  }
  speakers <- summary(report$voices)
  speakers <- as.data.frame(speakers[!is.na(speakers$speaker), ])
  named <- is_named(speakers$speaker)
  if (any(named)) speakers <- speakers[named, ]
  out$speakers <- utils::head(speakers, 12L)
  out$tone <- speaker_tones(report$by_speaker, out$speakers$speaker)
  keys <- speaker_keys(c(report$voices$speaker, out$speakers$speaker))$key
  heard <- seq_along(report$voices$speaker)
  out$rows <- lapply(keys[-heard], function(one) which(keys[heard] == one))
  out$first_certain <- first_is_certain(report$voices, out$rows)
  out
}

# Is a speaker named, unlike "the company" or "analysts", which are others in each article?
is_named <- function(speaker) {
  grepl("\\p{Lu}", sub("^(?:the|an?|one|some|many|other) ", "", speaker,
    ignore.case = TRUE, perl = TRUE
  ), perl = TRUE)
}

# The tone of the words of speakers, as mean_rows().
speaker_tones <- function(table, speaker) {
  table <- as.data.frame(table)
  table <- table[table$lexicon == table$lexicon[1L] & !is.na(table$speaker), ]
  keys <- speaker_keys(c(table$speaker, speaker))$key
  known <- seq_len(nrow(table))
  rows <- table[match(keys[-known], keys[known]), ]
  if (!length(known)) rows <- table[rep(NA_integer_, length(speaker)), ]
  # An interval of few articles takes in all that is possible.
  few <- !(rows$n_articles >= fewest_articles)
  rows$lower[few] <- rows$upper[few] <- NA
  mean_rows(speaker, rows$n_articles, rows$tone, rows$se, rows$lower, rows$upper)
}

# The share of words that are not the narration's in each article, NA without words.
others_share <- function(words, doc_id) {
  sum_of <- function(rows) {
    as.vector(tapply(words$n_words[rows], factor(words$doc_id[rows], doc_id), sum, default = 0))
  }
  all <- sum_of(rep(TRUE, nrow(words)))
  ifelse(all > 0, sum_of(words$voice != "narration") / all, NA)
}

# Do the first speaker's words certainly outnumber the second's, with articles as clusters?
first_is_certain <- function(voices, rows) {
  if (length(rows) < 2L) return(length(rows) == 1L)
  pair <- unlist(rows[1:2])
  side <- rep(c(1, -1), lengths(rows[1:2]))
  words <- lengths(regmatches(voices$text[pair], gregexpr("[^[:space:]]+", voices$text[pair])))
  apart <- as.vector(tapply(side * words, voices$article[pair], sum))
  n <- length(apart)
  if (n < 3L) return(FALSE)
  error <- sqrt(n * stats::var(apart))
  sum(apart) > stats::qt(0.975, n - 1) * error
}

report_speakers <- function(report) {
  facts <- report$voice_facts
  if (is.null(facts)) {
    return(section("voices", "Who speaks", el("p",
      "No quoted or reported words were found. They are looked for in English articles with text.",
      class_ = "note"
    )))
  }
  speakers <- facts$speakers
  section("voices", "Who speaks",
    el("p",
      "Words that articles give as somebody else\u2019s: quoted, reported (\u201csaid that\u201d) ",
      "or thought (\u201cplans\u201d). The rest is the newsroom\u2019s own.",
      if (!any(report$voices$voice == "direct")) {
        " No quotation was found: where marks were lost, quoted words count as the newsroom\u2019s."
      },
      class_ = "q"
    ),
    el("div", voices_by_source(report), speakers_table(report), class_ = "two"),
    r_call("v <- article_voices(x)", "summary(v)", "tone_score(x, by = \"speaker\")")
  )
}

voices_by_source <- function(report) {
  facts <- report$voice_facts
  means <- if (is.null(facts$by_source)) facts$overall else facts$by_source
  means <- means[!is.na(means$mean), ]
  means <- means[order(-means$mean), ]
  el("div",
    el("h3", "Share of words that others supply"),
    html_table(
      list(
        name = if (is.null(facts$by_source)) list("all articles") else foreign_each(means$group),
        bar = lapply(means$mean, bar, label = ""),
        share = lapply(seq_len(nrow(means)), function(i) {
          cite_voices(report, means$group[[i]], say_share(means$mean[[i]]))
        }),
        interval = ifelse(is.na(means$lower), "", share_interval(means$lower, means$upper))
      ),
      c("Source", "", "Share", "95\u202f% interval"), number = c("share", "interval")
    ),
    if (!is.null(facts$extremes) && !facts$extremes$certain) {
      el("p", "There is no clear difference between sources.", class_ = "soft")
    }
  )
}

# The share of others in the words of a source ("all" of all) as a link to what they say there.
cite_voices <- function(report, group, figure) {
  voices <- report$voices
  rows <- seq_len(nrow(voices))
  if (group != "all") rows <- which(report$main$source[voices$article] == group)
  rows <- rows[!report$copied[voices$article[rows]]]
  rows <- rows[!duplicated(voices$article[rows])]
  cite(
    report$book, paste("voices of", group), figure,
    list("Words of others in ", if (group == "all") "all articles" else foreign(group)),
    "Words quoted, reported or thought, of all words; the first stretch of some articles:",
    voice_items(report, rows[spread(length(rows), report$most)])
  )
}

# Stretches of voices as evidence; `rows` are of report$voices.
voice_items <- function(report, rows) {
  voices <- report$voices
  lapply(rows, function(row) {
    speaker <- voices$speaker[[row]]
    evidence_item(
      report, report$main$id[[voices$article[[row]]]], foreign(voices$text[[row]]),
      list(spoken_as[[voices$voice[[row]]]], if (!is.na(speaker)) list(": ", foreign(speaker)))
    )
  })
}

spoken_as <- c(direct = "quoted", reported = "reported", thought = "thought")

cite_speaker <- function(report, i, figure) {
  facts <- report$voice_facts
  speaker <- facts$speakers[i, ]
  rows <- facts$rows[[i]]
  rows <- rows[!report$copied[report$voices$article[rows]]]
  cite(
    report$book, paste("speaker", i), figure, list("Words of ", foreign(speaker$speaker)),
    sprintf(
      "%s in %s.", count_of(speaker$words, "word"), count_of(speaker$articles, "article")
    ),
    voice_items(report, rows[spread(length(rows), report$most)])
  )
}

speakers_table <- function(report) {
  speakers <- report$voice_facts$speakers
  tone <- report$voice_facts$tone
  if (!nrow(speakers)) return(NULL)
  el("div",
    el("h3", "Who is heard"),
    html_table(
      list(
        name = lapply(seq_len(nrow(speakers)), function(i) {
          cite_speaker(report, i, foreign(speakers$speaker[[i]]))
        }),
        words = show_count(speakers$words), articles = show_count(speakers$articles),
        direct = say_share(speakers$direct),
        tone = paste0(say_tone(tone$mean), say_interval(tone))
      ),
      c("Speaker", "Words", "Articles", "Quoted", "Tone of the words"),
      number = c("words", "articles", "direct", "tone")
    ),
    el("p",
      "Those whom the articles name. Quoted is the share of their words that are in quotation ",
      "marks; tones of five articles or more are with 95\u202f% intervals.",
      class_ = "soft"
    )
  )
}
