# What tone_shift() compares: the groups of articles, their reference, and what contributions are
# divided by.

# The group of each article, a factor, from what tone_shift() takes.
shift_groups <- function(groups, x, ids) {
  n <- length(ids)
  if (is.list(groups) && !is.data.frame(groups) && !inherits(groups, "POSIXlt")) {
    return(filter_groups(groups, ids))
  }
  named <- is_collection(x) && is.character(groups) && length(groups) == 1L && !is.na(groups)
  if (named) {
    columns <- if (is.data.frame(x)) x else corpus_frame(x)
    unit <- groups %in% period_units && !groups %in% names(columns)
    if (unit && "date" %in% names(columns)) return(period_groups(groups, columns, ids))
    if (!groups %in% names(columns)) {
      abort_input(
        "`groups` must name a column of `x`, or a unit of time of its column `date`, not ",
        describe(groups), "; there are ", name_list(names(columns)), "."
      )
    }
    groups <- columns[[groups]]
  }
  group <- group_factor(groups, ids, least = 2L)
  tell_left_out(sum(is.na(group)), n, "group")
  group
}

period_groups <- function(unit, columns, ids) {
  days <- article_days(columns[["date"]], ids)
  tell_left_out(sum(is.na(days)), length(ids), "date")
  start <- period_start(days, unit)
  label <- switch(unit,
    year = format(start, "%Y"), month = format(start, "%Y-%m"),
    quarter = paste0(format(start, "%Y"), "-Q", (as.integer(format(start, "%m")) + 2L) %/% 3L),
    format(start)
  )
  group_factor(ifelse(is.na(days), NA, label), ids, least = 2L)
}

filter_groups <- function(groups, ids) {
  labels <- names(groups)
  if (length(groups) < 2L || is.null(labels) || anyNA(labels) || !all(nzchar(labels)) ||
    anyDuplicated(labels)) {
    abort_input(
      "`groups` must be a list of two or more filters, each with its own name, as in ",
      "list(before = , after = )."
    )
  }
  of <- rep(NA_integer_, length(ids))
  for (g in seq_along(groups)) {
    own <- filter_rows(groups[[g]], labels[[g]], ids)
    if (any(!is.na(of[own]))) {
      abort_input(
        "`groups` must not overlap; the article ", quote_list(ids[own[!is.na(of[own])]][[1L]]),
        " is in two of them."
      )
    }
    of[own] <- g
  }
  factor(labels[of], labels)
}

filter_rows <- function(filter, label, ids) {
  n <- length(ids)
  if (is.logical(filter) && length(filter) == n) return(which(filter))
  if (is.numeric(filter) && all(filter %in% seq_len(n))) return(unique(as.integer(filter)))
  if (is.character(filter) && all(filter %in% ids)) return(which(ids %in% filter))
  abort_input(
    "`groups` must hold filters: TRUE or FALSE for each of the ", count_of(n, "article"),
    ", numbers of articles, or their doc_ids; ", quote_list(label), " is ", describe(filter), "."
  )
}

# "rest", "previous" or the name of a group.
shift_reference <- function(reference, groups) {
  if (is.null(reference)) return(if (length(groups) == 2L) groups[[1L]] else "rest")
  check_choice(reference, "reference", unique(c(groups, "rest", "previous")))
}

# What contributions are divided by: list(name, kind, values), the values those of articles, or
# shares of topics; NULL for nothing.
shift_split <- function(by, x, ids, topics) {
  if (is.null(by)) {
    if (!is.null(topics)) abort_input("`topics` is for by = \"topic\".")
    return(NULL)
  }
  by <- check_string(by, "by")
  columns <- if (is_collection(x)) corpus_frame(x) else list()
  if (by %in% names(columns)) {
    values <- columns[[by]]
    if (!is.atomic(values) && !is.factor(values) || is.null(values)) {
      abort_input(
        "`by` must name a column with one value for each article, not ", describe(by), "."
      )
    }
    return(list(name = split_name(by), kind = "article", values = as.character(values)))
  }
  own <- c("voice", "speaker", "part")
  if (by %in% own) return(list(name = by, kind = by))
  if (by != "topic") {
    abort_input(
      "`by` must be one of ", quote_list(c(own, "topic")), " or a column of `x`, not ",
      describe(by), "."
    )
  }
  list(name = "topic", kind = "topic", values = shift_topics(topics, ids))
}

# A column of articles that has the name of one of the table.
split_name <- function(by) {
  taken <- c(
    "group", "reference", "lexicon", "entry", "hits", "hits_reference", "frequency",
    "frequency_reference", "value", "value_reference", "contribution", "usage", "shifting", "lower",
    "upper", "part"
  )
  if (by %in% taken) paste0("x_", by) else by
}

# The topics of by = "topic" as sentence_shares() takes them. Shares must add up to 1, so that
# contributions add up to the difference.
shift_topics <- function(topics, ids) {
  if (is.null(topics)) {
    abort_input("`topics` must be given where `by` is \"topic\": a fit of topic_lda() or another.")
  }
  if (inherits(topics, "tritone_topics")) return(topics)
  if (is.matrix(topics) && is.null(rownames(topics)) && nrow(topics) == length(ids)) {
    rownames(topics) <- ids
  }
  topics <- check_shares(topics)
  if (any(abs(rowSums(topics) - 1) > 1e-6)) {
    abort_input("`topics` must have shares of at least 0 that add up to 1 in each row.")
  }
  topics / rowSums(topics)
}

# The shares of topics of each hit, hits x topics: those of its sentence.
hit_shares <- function(topics, rows, articles, threads, progress) {
  asked <- list(only = NULL, themes = FALSE, topics = topics)
  pieces <- rows[c("article", "sentence")]
  found <- sentence_shares(asked, pieces, articles, threads, progress)$groups$topic
  shares <- as.matrix(found$weight)
  none <- which(rowSums(shares) == 0)
  if (length(none)) {
    lost <- unique(articles$doc_id[rows$article[none]])
    abort_input(
      "`topics` must have a row for each article or sentence; there is none for ",
      show_count(length(lost)), " of ", count_of(length(unique(rows$article)), "article"), ": ",
      quote_list(lost, 5L), "."
    )
  }
  dimnames(shares) <- list(NULL, as.character(found$values))
  shares
}
