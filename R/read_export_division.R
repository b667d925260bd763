# One article of an export: its labels, the lines at its top, its text.

# A list of the fields found and `text`, "" if there is none; `headless`, whether the head that
# the rules describe is missing; `first_line`.
read_division <- function(lines, rule) {
  first <- lines[grepl("[^[:space:]]", lines)]
  labels <- find_labels(lines, rule)
  body <- body_range(lines, labels, rule)
  # Words before a colon inside the text are not labels.
  inside <- seq_along(lines) >= body[[1L]] & seq_along(lines) <= body[[2L]]
  labels <- labels[!inside[labels$line], , drop = FALSE]
  ends <- matches_any(lines, rule$ends)
  if (rule$rest && rule$values == "blank") {
    edge <- edge_lines(lines, labels, ends, rule)
    labels <- labels[edge[labels$line], , drop = FALSE]
    ends <- ends & edge
  }
  labelled <- label_values(lines, labels, inside, ends, rule)
  values <- labelled$values
  head <- read_head(lines, which(!labelled$taken & !inside), labels, rule)
  values <- c(head$values, values)
  text <- values[["text"]]
  if (any(inside)) {
    text <- c(text, lines[inside])
  } else if (rule$rest) {
    text <- rest_of(lines, labelled$taken, head, labels$line, ends)
  }
  one_line <- setdiff(names(values), "text")
  values[one_line] <- lapply(values[one_line], function(value) {
    value <- trimws(gsub("[[:space:]]+", " ", paste(value, collapse = " ")))
    if (nzchar(value)) value
  })
  values <- Filter(Negate(is.null), values)
  values$text <- paragraphs_of(text)
  values$headless <- !head$read
  values$first_line <- encodeString(substr(trimws(first[1L]), 1L, 60L), quote = "\"")
  values
}

# The labels of the division: a data frame of line, field and value (what follows the
# label on its line).
find_labels <- function(lines, rule) {
  names <- unlist(rule$fields, use.names = FALSE)
  field <- rep(names(rule$fields), lengths(rule$fields))
  quoted <- gsub("([][{}()+*^$|\\\\?.])", "\\\\\\1", names)
  quoted <- paste(quoted[order(-nchar(quoted))], collapse = "|")
  forms <- c(
    colon = "^[ \t]{0,3}(%s)[ \t]*:[ \t]*(.*)$", line = "^[ \t]*(%s)[ \t]*()$",
    column = "^[ \t]{0,3}(%s)(?:[ ]{2,}|\t)[ \t]*(.*)$"
  )[rule$labels]
  out <- data.frame(line = integer(), field = character(), value = character())
  for (form in sprintf(forms, quoted)) {
    at <- which(grepl(form, lines, perl = TRUE))
    at <- setdiff(at, out$line)
    if (!length(at)) next
    label <- sub(form, "\\1", lines[at], perl = TRUE)
    out <- rbind(out, data.frame(
      line = at, field = field[match(label, names)],
      value = sub(form, "\\2", lines[at], perl = TRUE)
    ))
  }
  out[order(out$line), ]
}

# Which lines can hold a label where no line says that the text begins: those of the blocks
# that follow the first label, as long as each begins with a label, and those of the last
# blocks. Between them, words before a colon are words of the article.
edge_lines <- function(lines, labels, ends, rule) {
  filled <- grepl("[^[:space:]]", lines)
  block <- cumsum(filled & c(TRUE, !filled[-length(filled)]))
  n <- if (any(filled)) max(block) else 0L
  first <- match(seq_len(n), ifelse(filled, block, NA))
  label <- first %in% labels$line
  # The value of a label alone on its line is the next block.
  alone <- first %in% labels$line[!nzchar(labels$value)] & tabulate(block[filled], n) == 1L
  value <- c(FALSE, alone[-n])[seq_len(n)]
  small_print <- rule$head$pattern[rule$head$field == "copyright"]
  closing <- seq_len(n) %in% block[filled & (ends | matches_any(lines, small_print))]
  run <- function(blocks, accepted) blocks[cumsum(!accepted[blocks]) == 0L]
  top <- if (any(label)) run(which(label)[[1L]]:n, label | value)
  bottom <- if (n) run(n:1L, label | value | closing)
  filled & block %in% c(top, bottom)
}

# First and last line of the text by Text-begins and Text-ends; 1 and 0 if the text is found in
# another way.
body_range <- function(lines, labels, rule) {
  if (!length(rule$begins)) return(c(1L, 0L))
  begin <- which(matches_any(lines, rule$begins))
  if (!length(begin)) return(c(1L, 0L))
  begin <- begin[[1L]] + 1L
  end <- which(matches_any(lines, rule$ends))
  end <- end[end >= begin]
  c(begin, if (length(end)) end[[1L]] - 1L else length(lines))
}

# The values of labels by field, and which lines they take.
label_values <- function(lines, labels, inside, ends, rule) {
  taken <- logical(length(lines))
  values <- list()
  blank <- !grepl("[^[:space:]]", lines)
  ends <- which(ends)
  for (i in seq_len(nrow(labels))) {
    from <- labels$line[[i]]
    to <- if (i < nrow(labels)) labels$line[[i + 1L]] - 1L else length(lines)
    if (any(inside)) to <- min(to, if (from < which(inside)[[1L]]) which(inside)[[1L]] - 1L else to)
    is_text <- labels$field[[i]] == "text"
    stop <- ends[ends > from & ends <= to]
    if (length(stop) && (is_text || rule$values == "label")) to <- min(stop) - 1L
    if (rule$values == "blank" && !is_text) {
      # The value of a label alone on its line follows it, even after a blank line.
      start <- from
      if (!nzchar(labels$value[[i]])) {
        start <- which(!blank & seq_along(lines) > from)
        start <- if (length(start)) start[[1L]] else from
      }
      stop <- which(blank & seq_along(lines) > start)
      if (length(stop)) to <- min(to, stop[[1L]] - 1L)
    }
    rest <- if (to > from) lines[(from + 1L):to] else character()
    value <- c(labels$value[[i]], rest)
    field <- labels$field[[i]]
    values[[field]] <- c(values[[field]], if (is_text && length(values[[field]])) "", value)
    taken[from:max(from, to)] <- TRUE
  }
  list(values = values, taken = taken)
}

# --- the head -----------------------------------------------------------------------------

max_head_lines <- 25L

# Matches the lines before the first label with the slots of the rules' Head.
read_head <- function(lines, open, labels, rule) {
  slots <- rule$head
  none <- list(values = list(), taken = integer(), read = TRUE)
  if (!nrow(slots)) return(none)
  first <- open[grepl("[^[:space:]]", lines[open])]
  if (nrow(labels)) first <- first[first < labels$line[[1L]]]
  first <- utils::head(first, max_head_lines)
  if (!length(first)) return(c(none[1:2], read = FALSE))
  text <- trimws(lines[first])
  new_block <- c(TRUE, diff(first) > 1L)
  fits <- matrix(FALSE, nrow(slots), length(text))
  dates <- article_dates_strings_core(text)
  for (s in seq_len(nrow(slots))) {
    fits[s, ] <- if (slots$pattern[[s]] == "<date>") {
      !is.na(dates$day) & !is.na(dates$year) & !dates$impossible
    } else {
      grepl(slots$pattern[[s]], text, perl = TRUE)
    }
  }
  worth <- ifelse(is.na(dates$weekday), 2, 3)
  found <- fit_head(slots, fits, new_block, worth)
  if (is.null(found)) return(c(none[1:2], read = FALSE))
  values <- list()
  for (i in seq_along(found)) {
    field <- slots$field[[found[[i]]]]
    if (field != "-") values[[field]] <- c(values[[field]], text[[i]])
  }
  list(values = values, taken = first[seq_along(found)], read = TRUE)
}

# The slot of each of the first lines: the path through the slots with the highest score (a date 2,
# with its weekday 3, another line about 1), by dynamic programming over slot and line. NULL if
# there is none.
fit_head <- function(slots, fits, new_block, date_worth) {
  n <- ncol(fits)
  k <- nrow(slots)
  # best[s + 1, i + 1]: the score of the first i lines, read by the first s slots; from: how many
  # of them the last slot reads.
  best <- matrix(-Inf, k + 1L, n + 1L)
  from <- matrix(NA_integer_, k + 1L, n + 1L)
  best[1L, 1L] <- 0
  for (s in seq_len(k)) {
    worth <- if (slots$pattern[[s]] == "<date>") date_worth else rep(slot_worth(slots, s), n)
    for (i in 0:n) {
      most <- slot_lines(fits[s, ], new_block, i, slots$several[[s]])
      taken <- c(if (slots$optional[[s]]) 0L, seq_len(most))
      if (!length(taken)) next
      # Further lines of a slot score little, or a title would take all of them.
      value <- best[s, i - taken + 1L] +
        ifelse(taken > 0L, worth[pmax(i, 1L)] + 0.1 * (taken - 1L), 0)
      pick <- which.max(value)
      best[s + 1L, i + 1L] <- value[[pick]]
      from[s + 1L, i + 1L] <- taken[[pick]]
    }
  }
  i <- which.max(best[k + 1L, ])
  if (!is.finite(best[k + 1L, i])) return(NULL)
  i <- i - 1L
  out <- integer()
  for (s in k:1L) {
    taken <- from[s + 1L, i + 1L]
    out <- c(rep(s, taken), out)
    i <- i - taken
  }
  out
}

# A line that can be a byline is one rather than a title, and a line is a title rather than a
# section.
slot_worth <- function(slots, s) {
  switch(slots$field[[s]], byline = 1.2, section = 0.9, 1)
}

# How many lines up to line i a slot can read: one that fits, or, for a slot that takes several,
# all of one block.
slot_lines <- function(fits, new_block, i, several) {
  taken <- 0L
  while (taken < i && fits[[i - taken]]) {
    taken <- taken + 1L
    if (!several || new_block[[i - taken + 1L]]) break
  }
  taken
}

# --- the text -----------------------------------------------------------------------------

# The lines that are in neither a field nor the head, up to the end of the text. If the head is not
# as it should be, the lines after the first label; without a label there is no article.
rest_of <- function(lines, taken, head, labels, ends) {
  if (!head$read && !length(labels)) return(character())
  start <- if (head$read) max(c(0L, head$taken)) else labels[[1L]]
  free <- !taken & seq_along(lines) > start
  end <- which(ends & seq_along(lines) > start)
  if (length(end)) free[end[[1L]]:length(lines)] <- FALSE
  blank <- !grepl("[^[:space:]]", lines)
  lines[!free & !blank] <- ""
  lines
}

# Lines joined into paragraphs by the rules for text files.
paragraphs_of <- function(lines) {
  if (!length(lines)) return("")
  read_export_text_core(paste(lines, collapse = "\n"))
}
