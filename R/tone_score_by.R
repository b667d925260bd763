# What `by` of tone_score() may name, and which group each piece of a sentence is in.

# The groups that are no columns.
tone_places <- c("article", "part", "voice", "speaker", "sentence", "topic")

# `by` as a data frame of `name` and `kind`: "column", one of tone_places, or "period". `chosen`:
# did the user give it? Only then does a column win over a group of the same name.
check_by <- function(by, x, chosen = TRUE, arg = "by") {
  by <- check_strings(by, arg)
  known <- c(tone_places, period_units)
  columns <- group_columns(x)
  if (!length(by)) abort_argument(arg, "one group or several", by)
  wrong <- setdiff(by, c(known, columns))
  if (length(wrong)) {
    abort_input(
      "`", arg, "` must name groups or columns of `x`, not ", describe(wrong[[1L]]), ". ",
      did_you_mean(wrong[[1L]], c(known, columns)), "The groups are ", name_list(known), "; ",
      if (length(columns)) paste0("the columns are ", name_list(columns)) else "`x` has no columns",
      "."
    )
  }
  by <- unique(by)
  column <- by %in% columns & (chosen | !by %in% known)
  both <- by[column & by %in% known]
  if (length(both)) {
    message(sprintf(
      "`%s`: %s %s of `x` of this name; rename %s for the group.", arg, name_list(both, " and "),
      plural(length(both), "is the column", "are the columns"),
      plural(length(both), "it", "them")
    ))
  }
  kind <- ifelse(column, "column", ifelse(by %in% period_units, "period", by))
  units <- by[kind == "period"]
  if (length(units) > 1L) {
    abort_input("`by` must name one unit of time; given ", name_list(units, " and "), ".")
  }
  data.frame(name = by, kind = kind)
}

group_columns <- function(x) {
  if (!is_collection(x)) return(character())
  setdiff(names(corpus_frame(x)), "text")
}

# A column of `x` with one value for each article.
group_column <- function(x, name, arg = "by") {
  values <- corpus_frame(x)[[name]]
  if (inherits(values, "POSIXlt")) values <- as.POSIXct(values)
  if (!is.atomic(values) || !is.null(dim(values))) {
    abort_input("`", arg, "` must name columns with one value an article; `x$", name, "` is ",
      describe(values), ".")
  }
  values
}

# A group: the place of each row among `values`, which are in the order of the result; NA is in no
# group.
new_group <- function(name, code, values) list(name = name, code = code, values = values)

# A group of articles as one of rows, whose articles `article` gives.
article_group <- function(name, values, article) {
  if (is.factor(values)) {
    values <- droplevels(values)
    known <- factor(levels(values), levels(values))
  } else {
    if (is.character(values)) values[!is_filled(values)] <- NA
    known <- sort(unique(values[!is.na(values)]), method = "radix")
  }
  code <- match(values, known)
  if (all(is.na(code))) abort_input("`by`: no article has a value of `", name, "`.")
  tell_left_out(sum(is.na(code)), length(code), paste0("`", name, "`"))
  new_group(name, code[article], known)
}

# `made`: the period of each article as a group, where it is known already.
period_group <- function(x, unit, article, made = NULL) {
  if (!is.null(made)) return(new_group(unit, made$code[article], made$values))
  starts <- period_start(article_dates_of(x, "`by`"), unit)
  known <- sort(unique(starts))
  new_group(unit, match(starts, known)[article], known)
}

# The days of the articles of `x`, of which one must be known; says how many are not.
article_dates_of <- function(x, what) {
  if (!is_collection(x) || is.null(corpus_frame(x)[["date"]])) {
    abort_input(
      what, " is a unit of time, but `x` has no column `date`; article_dates() finds dates."
    )
  }
  days <- input_dates(corpus_frame(x), tell = TRUE)
  if (all(is.na(days))) {
    abort_input(what, " is a unit of time, but no article of `x` has a date that can be read.")
  }
  tell_left_out(sum(is.na(days)), length(days), "date")
  days
}

# Speakers of pieces by falling words, each under its usual spelling; the last is NA, whom the text
# does not name. Narration has none.
speaker_group <- function(pieces, speakers) {
  here <- which(pieces$voice != 1L)
  found <- speaker_keys(speakers[pieces$span[here]])
  words <- as.vector(rowsum(pieces$n_words[here], found$key, reorder = TRUE))
  name <- found$name
  place <- order(is.na(name), -words, name, method = "radix")
  code <- rep(NA_integer_, length(pieces$voice))
  code[here] <- match(found$key, place)
  new_group("speaker", code, name[place])
}

# The groups of pieces in the order of `by`, without those that divide sentences by shares. An
# article is implied by its sentences.
piece_groups <- function(by, x, articles, found) {
  pieces <- found$pieces
  if ("sentence" %in% by$kind && !"article" %in% by$kind) {
    at <- match("sentence", by$kind)
    by <- rbind(by[seq_len(at - 1L), ], data.frame(name = "article", kind = "article"),
      by[at:nrow(by), ])
  }
  period <- attr(by, "period")
  unshared <- by[by$kind != "topic", ]
  lapply(seq_len(nrow(unshared)), function(i) {
    name <- unshared$name[[i]]
    switch(unshared$kind[[i]],
      article = new_group("doc_id", pieces$article, articles$doc_id),
      sentence = new_group("sentence", pieces$sentence, seq_len(max(0L, pieces$sentence))),
      part = new_group(name, match(core_parts, all_parts)[pieces$part], all_parts),
      voice = new_group(name, pieces$voice, all_voices),
      speaker = speaker_group(pieces, found$speakers),
      period = period_group(x, name, pieces$article, period),
      column = article_group(name, group_column(x, name), pieces$article)
    )
  })
}

# In the order of the core's enum.
core_parts <- c("headline", "dateline", "byline", "lead", "body", "boilerplate")
