# The lines at the top of an article of an export that have no labels: the Head of the rules.

max_head_lines <- 25L

# Matches the lines before the first label with the slots of the rules' Head. After a cover page,
# and where the lines from the first on do not fit, the head may begin at a later block.
read_head <- function(lines, open, labels, rule, after_cover = FALSE) {
  slots <- rule$head
  none <- list(values = list(), taken = integer(), read = TRUE)
  if (!nrow(slots)) return(none)
  none$read <- FALSE
  first <- open[grepl("[^[:space:]]", lines[open])]
  if (nrow(labels)) first <- first[first < labels$line[[1L]]]
  first <- if (after_cover) utils::tail(first, max_head_lines) else
    utils::head(first, max_head_lines)
  if (!length(first)) return(none)
  text <- trimws(lines[first])
  new_block <- c(TRUE, diff(first) > 1L)
  dates <- article_dates_strings_core(text)
  is_date <- !is.na(dates$day) & !is.na(dates$year) & !dates$impossible
  of_date <- startsWith(slots$pattern, "<date>")
  fits <- matrix(FALSE, nrow(slots), length(text))
  for (s in seq_len(nrow(slots))) {
    pattern <- sub("^<date>[|]?", "", slots$pattern[[s]])
    if (nzchar(pattern)) fits[s, ] <- grepl(pattern, text, perl = TRUE)
    if (of_date[[s]]) fits[s, ] <- fits[s, ] | is_date
  }
  worth <- ifelse(is.na(dates$weekday), 2, 3)
  worth[!is_date] <- 1
  found <- best_head(slots, fits, new_block, worth, after_cover)
  if (is.null(found)) return(none)
  values <- list()
  instead <- NULL
  for (i in seq_along(found$slot)) {
    slot <- found$slot[[i]]
    line <- i + found$start - 1L
    field <- slots$field[[slot]]
    if (of_date[[slot]] && !is_date[[line]]) {
      instead <- text[[line]]
    } else if (field != "-") {
      values[[field]] <- c(values[[field]], text[[line]])
    }
  }
  before <- seq_len(found$start - 1L)
  list(
    values = values, taken = first[seq_len(found$start - 1L + length(found$slot))], read = TRUE,
    instead = instead, skipped = if (!after_cover) text[before]
  )
}

# fit_head() for the lines from the first on or, where they do not fit or a cover page may reach
# further than is known, from the block from which they fit best: with `start`, its first line.
best_head <- function(slots, fits, new_block, worth, after_cover) {
  fit_from <- function(i) {
    rest <- i:ncol(fits)
    found <- fit_head(slots, fits[, rest, drop = FALSE], new_block[rest], worth[rest])
    if (!is.null(found)) c(found, start = i)
  }
  found <- fit_from(1L)
  if (!is.null(found) && !after_cover) return(found)
  for (i in which(new_block)[-1L]) {
    other <- fit_from(i)
    if (!is.null(other) && (is.null(found) || other$score >= found$score)) found <- other
  }
  found
}

# The slot of each of the first lines: the path through the slots with the highest score (a date 2,
# with its weekday 3, another line about 1), by dynamic programming over slot and line: a list of
# slot and score. NULL if there is none.
fit_head <- function(slots, fits, new_block, date_worth) {
  n <- ncol(fits)
  k <- nrow(slots)
  # best[s + 1, i + 1]: the score of the first i lines, read by the first s slots; from: how many
  # of them the last slot reads.
  best <- matrix(-Inf, k + 1L, n + 1L)
  from <- matrix(NA_integer_, k + 1L, n + 1L)
  best[1L, 1L] <- 0
  for (s in seq_len(k)) {
    of_date <- startsWith(slots$pattern[[s]], "<date>")
    worth <- if (of_date) date_worth else rep(slot_worth(slots, s), n)
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
  score <- best[k + 1L, i]
  if (!is.finite(score)) return(NULL)
  i <- i - 1L
  out <- integer()
  for (s in k:1L) {
    taken <- from[s + 1L, i + 1L]
    out <- c(rep(s, taken), out)
    i <- i - taken
  }
  list(slot = out, score = score)
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
