# The hits of tone: what tone_score(by = "hit") lists, and what tone_explain() and tone_shift()
# add up.

# The hits of `articles` (of as_articles()) by the lexicons `asked` (of as_lexicons()): a list of
#   * rows: a list of columns, one row for each hit of a lexicon (those of a consensus are the hits
#     of its members, weighted), in the order of articles, lexicons, sentences and places; `article`
#     is the place of the article, `member` the number of the lexicon with the entry, `hit` that of
#     the hit in its article and member, `share` the weight of a hit in the tone: 1 / (hits + 2)
#     times that of the member;
#   * marks: the phrases of each hit and of its shifters, by `article`, `member` and `hit`;
#   * sentences: those with a hit, by `article` and `sentence`.
find_hits <- function(articles, asked, profile, language, threads, progress) {
  scored <- articles_in(language, articles, threads, c("is left out", "are left out"))
  lexicons <- asked$lexicons
  found <- tone_hits_core(
    articles, lapply(lexicons, `[`, c("entries", "shifters")), profile_names(profile), threads,
    progress_bar("Finding hits", progress)
  )
  tell_parts_left_out(articles, "scored")
  sizes <- lengths(lapply(found$hits, `[[`, "article"))
  columns <- setdiff(names(found$hits[[1L]]), "marks")
  stacked <- function(of, names) {
    stats::setNames(lapply(names, function(name) {
      unlist(lapply(of, `[[`, name), use.names = FALSE)
    }), names)
  }
  rows <- stacked(found$hits, columns)
  rows$member <- rep(seq_along(lexicons), sizes)
  key <- paste(rows$member, rows$article)
  rows$hit <- seq_along(key) - match(key, key) + 1L
  marks <- lapply(found$hits, `[[`, "marks")
  first <- cumsum(c(0L, sizes))[seq_along(sizes)]
  marks <- Map(function(one, before) {
    one$row <- one$hit + before
    one
  }, marks, first)
  marks <- stacked(marks, c("row", "type", "start", "end", "factor"))
  for (name in c("article", "member", "hit")) marks[[name]] <- rows[[name]][marks$row]
  known <- which(scored[rows$article])
  rows <- lapply(rows, `[`, known)
  rows <- with_voices(rows, found$voices)
  list(
    rows = ordered_hits(rows, asked), marks = list_frame(marks[names(marks) != "row"]),
    sentences = list_frame(found$sentences)
  )
}

with_voices <- function(rows, voices) {
  at <- rows$voice
  at[at == 0L] <- NA
  rows$voice <- voices$voice[at]
  rows$voice[is.na(at)] <- "narration"
  rows$speaker <- voices$speaker[at]
  rows
}

# The rows of all lexicons that are asked for in order, those of a consensus among them.
ordered_hits <- function(rows, asked) {
  names <- names(asked$lexicons)
  rows$lexicon <- rows$member
  if (asked$consensus) {
    joint <- rows
    weight <- consensus_weights(asked$lexicons)[rows$member]
    joint$contribution <- rows$contribution * weight
    joint$share <- rows$share * weight
    joint$lexicon <- rep(length(names) + 1L, length(weight))
    rows <- if (asked$alone) joint else Map(c, rows, joint)
  }
  order <- order(rows$article, rows$lexicon, rows$sentence, rows$start, rows$end, rows$member)
  rows <- lapply(rows, `[`, order)
  rows$lexicon <- c(names, consensus_name)[rows$lexicon]
  rows
}

# The columns that tables of hits show.
hit_columns <- function(found, doc_id, asked) {
  rows <- found$rows
  c(
    list(
      doc_id = doc_id[rows$article], sentence = rows$sentence,
      field = ifelse(rows$in_title, "title", "text"), start = rows$start, end = rows$end,
      lexicon = rows$lexicon
    ),
    if (asked$consensus) list(member = names(asked$lexicons)[rows$member]),
    rows[c(
      "text", "entry", "partner", "shifters", "valence", "factor", "value", "contribution",
      "voice", "speaker"
    )]
  )
}

# What tone_score() gives by hit.
score_hits <- function(articles, asked, profile, language, threads, progress, scoring) {
  found <- find_hits(articles, asked, profile, language, threads, progress)
  new_table(
    hit_columns(found, articles$doc_id, asked), "tone_score",
    consensus = if (asked$consensus) names(asked$lexicons), scoring = scoring
  )
}
