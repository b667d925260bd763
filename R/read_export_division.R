# One article of an export: its labels, the lines at its top, its text.

# A list of the fields found and `text`, "" if there is none; `headless`, whether the head that
# the rules describe is missing; `first_line`; `skipped`, lines that belong to nothing; `untitled`,
# whether the database says that there is no headline; `instead`, what is in the place of the date.
# `ignored` are the lines that only a cover page has. NULL for a cover page without an article.
read_division <- function(lines, rule, ignored = logical(length(lines))) {
  first <- lines[grepl("[^[:space:]]", lines)]
  labels <- find_labels(lines, rule)
  begin <- body_begin(lines, rule)
  # Labels alone on their line are those of what follows the text: a title may be the same word.
  if (!is.na(begin)) labels <- labels[!labels$alone | labels$line > begin, , drop = FALSE]
  top <- min(labels$line, begin, length(lines) + 1L, na.rm = TRUE)
  cover <- cover_end(lines, ignored, top)
  lines[seq_len(cover)] <- ""
  labels <- closing_labels(lines, labels, rule)
  body <- body_range(lines, labels, begin, rule)
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
  open <- which(!labelled$taken & !inside & seq_along(lines) < max(begin, 0L, na.rm = TRUE) |
    !labelled$taken & is.na(begin))
  head <- read_head(lines, open, labels, rule, cover > 0L)
  values <- full_title(head$values, labelled$values)
  text <- if (any(inside)) {
    c(values[["text"]], lines[inside])
  } else if (is.na(begin) && rule$rest) {
    free_text(lines, labelled$taken, head, labels$line, ends, rule)
  } else {
    values[["text"]]
  }
  skipped <- head$skipped
  if (!is.na(begin)) {
    free <- !labelled$taken & !inside & !matches_any(lines, c(rule$begins, rule$ends, rule$divider))
    free[head$taken] <- FALSE
    over <- left_over(lines, which(free & grepl("[^[:space:]]", lines)), labels, values)
    values <- over$values
    skipped <- c(skipped, if (head$read) over$skipped)
  }
  id <- stated_id(lines, rule)
  if (length(id)) values$doc_id <- id
  values <- one_line_values(values)
  values$text <- paragraphs_of(text)
  if (grepl(no_text, values$text, ignore.case = TRUE)) values$text <- ""
  if (cover > 0L && !is_article(values)) return(NULL)
  values$headless <- !head$read
  values$instead <- head$instead
  values$skipped <- skipped
  values$first_line <- encodeString(substr(trimws(first[1L]), 1L, 60L), quote = "\"")
  untitled(values)
}

# The text of a form that has no label for it.
free_text <- function(lines, taken, head, labels, ends, rule) {
  if (!head$read && !length(labels)) return(unread_lines(lines, rule))
  rest_of(lines, taken, head, labels, ends)
}

# The identifier that the last of the rule's patterns finds, NULL if none does.
stated_id <- function(lines, rule) {
  id <- NULL
  for (pattern in rule$id) {
    at <- which(grepl(pattern, lines, perl = TRUE))
    if (length(at)) id <- sub(pattern, "\\1", lines[[at[[1L]]]], perl = TRUE)
  }
  id
}

# Has it a text, or else all that names an article?
is_article <- function(values) {
  nzchar(values$text) || all(c("title", "date") %in% names(values))
}

# The line before the first label or the text with which a cover page ends, 0 if there is none:
# the last that only such a page has, or after it the last that begins a page.
cover_end <- function(lines, ignored, top) {
  above <- which(ignored & seq_along(lines) < top)
  if (!length(above)) return(0L)
  end <- max(above)
  page <- which(lines == "\f" & seq_along(lines) > end & seq_along(lines) < top)
  filled <- grepl("[^[:space:]]", lines)
  page <- page[vapply(page, function(i) any(filled[seq_along(lines) > i]), NA)]
  max(c(end, page))
}

# Fields of one line: all but the text.
one_line_values <- function(values) {
  one_line <- setdiff(names(values), "text")
  values[one_line] <- lapply(values[one_line], function(value) {
    value <- trimws(gsub("[[:space:]\u00a0]+", " ", paste(value, collapse = " ")))
    if (nzchar(value)) value
  })
  Filter(Negate(is.null), values)
}

# The title at the top may be cut where that of a label is whole.
full_title <- function(of_head, of_labels) {
  top <- of_head[["title"]]
  label <- of_labels[["title"]]
  if (is.null(top) || is.null(label)) return(c(of_head, of_labels))
  start <- sub(" *(?:\\.{3}|\u2026)$", "", paste(trimws(top), collapse = " "), perl = TRUE)
  whole <- trimws(paste(trimws(label), collapse = " "))
  if (startsWith(whole, start)) of_head$title <- NULL else of_labels$title <- NULL
  c(of_head, of_labels)
}

# What databases write where they have no text of an article.
no_text <- "^(full text|text)?( is)? ?not available[.]?$|^no (full )?text( available)?[.]?$"

# What databases write where an article has no headline is no title.
untitled <- function(values) {
  none <- "^\\W*no (?:headline|title)(?: in original)?\\W*$|^\\W*(?:untitled|ohne titel)\\W*$"
  if (!is.null(values$title) && grepl(none, values$title, ignore.case = TRUE, perl = TRUE)) {
    values$title <- NULL
    values$untitled <- TRUE
  }
  values
}

# Lines that are in no field, title or text belong to the label above them; a line that says again
# what its field says adds nothing.
left_over <- function(lines, free, labels, values) {
  skipped <- character()
  for (i in free) {
    above <- which(labels$line < i)
    if (!length(above)) {
      skipped <- c(skipped, trimws(lines[[i]]))
      next
    }
    field <- labels$field[[above[[length(above)]]]]
    squeezed <- function(x) trimws(gsub("[[:space:]\u00a0]+", " ", x))
    known <- squeezed(paste(values[[field]], collapse = " "))
    if (squeezed(lines[[i]]) != known) values[[field]] <- c(values[[field]], lines[[i]])
  }
  list(values = values, skipped = skipped)
}

# The labels of the division: a data frame of line, field, value (what follows the label on its
# line) and alone (whether the line has neither a mark nor a value after the label).
find_labels <- function(lines, rule) {
  names <- unlist(rule$fields, use.names = FALSE)
  out <- data.frame(line = integer(), label = character(), value = character(), alone = logical())
  if (!length(names)) return(cbind(out, field = character()))
  field <- rep(names(rule$fields), lengths(rule$fields))
  quoted <- gsub("([][{}()+*^$|\\\\?.])", "\\\\\\1", names)
  quoted <- paste(quoted[order(-nchar(quoted))], collapse = "|")
  if (rule$any_letters) quoted <- paste0("(?i:", quoted, ")")
  blank <- "[ \t\u00a0]"
  forms <- c(
    colon = paste0("^", blank, "{0,3}(%s)", blank, "*:", blank, "*(.*)$"),
    line = "^[ \t]*(%s)[ \t]*()$",
    column = "^[ \t]{0,3}(%s)(?:[ ]{2,}|\t)[ \t]*(.*)$"
  )[rule$labels]
  for (kind in names(forms)) {
    form <- sprintf(forms[[kind]], quoted)
    at <- which(grepl(form, lines, perl = TRUE))
    at <- setdiff(at, out$line)
    if (kind == "column") at <- at[in_column(sub(form, "\\2", lines[at], perl = TRUE), lines[at])]
    if (!length(at)) next
    out <- rbind(out, data.frame(
      line = at, label = sub(form, "\\1", lines[at], perl = TRUE),
      value = sub(form, "\\2", lines[at], perl = TRUE), alone = kind == "line"
    ))
  }
  out <- out[order(out$line), ]
  known <- if (rule$any_letters) match(tolower(out$label), tolower(names)) else
    match(out$label, names)
  out$field <- field[known]
  if (rule$any_letters) out <- out[letters_as_first(out$label, names[known]), ]
  out[c("line", "field", "value", "alone")]
}

# Labels in a column have their values in one, or a tab before them: does each line with a label
# have its value where most have? One without a value may be anywhere.
in_column <- function(value, lines) {
  tab <- grepl("\t", substr(lines, 1L, nchar(lines) - nchar(value)), fixed = TRUE)
  start <- ifelse(tab, 0L, nchar(lines) - nchar(value))
  filled <- nzchar(value)
  if (!any(filled)) return(rep(TRUE, length(value)))
  often <- table(start[filled])
  most <- as.integer(names(often)[[which.max(often)]])
  if (max(often) * 2L <= sum(often)) return(rep(TRUE, length(value)))
  !filled | start == most
}

# Labels of an article are all written in one way, in capitals, in small letters or with one
# capital: is each written as the first one, or as in the rules?
letters_as_first <- function(labels, names) {
  way <- ifelse(labels == toupper(labels), 1L, ifelse(labels == tolower(labels), 2L, 3L))
  way == way[1L] | (labels == names & names != toupper(names))
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

# The line with which the text begins by Text-begins; NA if there is none.
body_begin <- function(lines, rule) {
  if (!length(rule$begins)) return(NA_integer_)
  which(matches_any(lines, rule$begins))[1L]
}

# First and last line of the text by Text-begins and Text-ends; 1 and 0 if the text is found in
# another way.
body_range <- function(lines, labels, begin, rule) {
  if (is.na(begin)) return(c(1L, 0L))
  end <- which(matches_any(lines, rule$ends))
  end <- end[end > begin]
  end <- if (length(end)) text_end(lines, end, labels, rule) - 1L else length(lines)
  c(begin + 1L, closing_start(lines, labels, begin, end) - 1L)
}

# The line of `ends` with which the text ends: the first after which nothing comes but labels, known
# or not, and small print; or else the first that is followed by a label. A paragraph of the text
# may begin as such a line does.
text_end <- function(lines, ends, labels, rule) {
  block <- line_blocks(lines)
  starts <- match(unique(block[!is.na(block)]), block)
  small_print <- rule$head$pattern[rule$head$field == "copyright"]
  label <- starts %in% labels$line | grepl(label_like, lines[starts], perl = TRUE) |
    matches_any(lines[starts], c(rule$ends, rule$divider, small_print))
  # The value of a label alone on its line is the next block.
  alone <- starts %in% labels$line[labels$alone]
  label <- label | c(FALSE, alone[-length(alone)])
  closing <- vapply(ends, function(end) all(label[starts >= end]), NA) &
    !matches_any(lines[ends], rule$divider)
  followed <- vapply(ends, function(end) all(utils::head(label[starts > end], 1L)), NA)
  c(ends[closing], ends[followed], ends)[[1L]]
}

label_like <- paste0(
  "^[ \\t]{0,3}\\p{Lu}[\\p{L}/\u2010-\u2015\u2212-]*(?: [\\p{L}/-]+){0,2}[ \u00a0]?:"
)

# The blocks of lines without a blank line between them: a number for each line, NA for blank ones.
line_blocks <- function(lines) {
  filled <- grepl("[^[:space:]]", lines)
  ifelse(filled, cumsum(filled & c(TRUE, !filled[-length(filled)])), NA)
}

# Where the last lines of the text, from a label alone on its line ("Graphic") with its value on,
# are no text: the line of the first such label, `end` + 1 if there is none. The same word in
# the midst of a text is a heading.
closing_start <- function(lines, labels, begin, end) {
  none <- end + 1L
  if (!any(labels$alone & labels$line > begin & labels$line <= end)) return(none)
  block <- line_blocks(lines)
  at <- seq_along(lines)
  blocks <- unique(block[at > begin & at <= end & !is.na(block)])
  starts <- match(blocks, block)
  row <- match(starts, labels$line)
  alone <- !is.na(row) & labels$alone[row]
  k <- length(blocks)
  while (k > 0L) {
    if (alone[[k]]) {
      none <- starts[[k]]
      k <- k - 1L
    } else if (k > 1L && alone[[k - 1L]]) {
      none <- starts[[k - 1L]]
      k <- k - 2L
    } else if (!is.na(row[[k]])) {
      k <- k - 1L
    } else {
      break
    }
  }
  none
}

# Where the text has a label and ends with the next one, a paragraph of the text may begin like
# a label. The labels after the text follow each other without other lines between: of them those
# count that lead up to the source, the date or the id, or to the end.
closing_labels <- function(lines, labels, rule) {
  if (rule$values != "label" || !"colon" %in% rule$labels) return(labels)
  text <- which(labels$field == "text")
  if (!length(text)) return(labels)
  text <- text[[length(text)]]
  after <- seq_len(nrow(labels)) > text
  block <- line_blocks(lines)
  if (!any(after) || !all(labels$line[after] %in% match(unique(block), block))) return(labels)
  labelled <- seq_len(max(block, na.rm = TRUE)) %in% block[labels$line]
  of_text <- block[[labels$line[[text]]]]
  firm <- block[labels$line[after & labels$field %in% c("source", "date", "doc_id")]]
  at <- if (length(firm)) firm[[1L]] else length(labelled)
  if (!labelled[[at]]) return(labels)
  while (at - 1L > of_text && labelled[[at - 1L]]) at <- at - 1L
  labels[!after | block[labels$line] >= at, , drop = FALSE]
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

# All lines of a division whose top is not as it should be and that has no labels, if its last line
# says that an article ends.
unread_lines <- function(lines, rule) {
  edge <- matches_any(lines, rule$divider)
  if (!any(edge) || rule$divide != "Divide-after") return(character())
  lines[edge | matches_any(lines, rule$ends)] <- ""
  lines
}

# The lines that are in neither a field nor the head, up to the end of the text. If the head is not
# as it should be, the lines after the first label.
rest_of <- function(lines, taken, head, labels, ends) {
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
