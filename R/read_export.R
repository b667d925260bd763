# Reads text exports of news databases by rules (?article_exports): `format = "export"` of
# article_read().

# `options$exports` holds the paths of the user's rule files.
read_export <- function(file, options = NULL) {
  refused <- function(problems) {
    list(records = form_records(1L), problems = problems, roles = NULL)
  }
  source <- export_lines(file, options)
  if (is.null(source$lines)) return(refused(source$problems))
  rules <- all_rules(options$exports)
  read <- read_by_rules(source, rules)
  if (is.null(read)) read <- list_of_articles(source, rules)
  if (!is.null(read)) return(read)
  refused(rbind(source$problems, form_problems(
    NA, 1L, "no_rules",
    paste0(
      "the file is of none of the forms ",
      paste(vapply(rules, `[[`, "", "name"), collapse = ", "),
      ": see ?article_exports for how to add one"
    )
  )))
}

# The records of lines by the rules that fit best; NULL if none fit.
read_by_rules <- function(source, rules) {
  tried <- Filter(Negate(is.null), lapply(rules, function(rule) {
    if (is_form(source$lines, rule)) read_by_rule(source$lines, rule)
  }))
  if (!length(tried)) return(NULL)
  best <- tried[[which.max(vapply(tried, `[[`, 0, "score"))]]
  best$problems <- rbind(source$problems, best$problems)
  if (!length(best$records$text)) {
    best$records <- form_records(1L)
    best$problems$record <- rep(1L, nrow(best$problems))
  }
  best[c("records", "problems", "roles", "sure")]
}

# Paths of rule files, checked before any article is read.
check_exports <- function(exports, format) {
  exports <- check_strings(exports, "exports", null = TRUE, path = TRUE)
  if (is.null(exports)) return(NULL)
  if (!identical(format, "export")) {
    abort_input("`exports` is for exports of databases: give `format = \"export\"` with it.")
  }
  read_rules(exports, own = FALSE, arg = "exports")
  exports
}

# The lines of a file in UTF-8, and what was repaired.
export_lines <- function(file, options = NULL) {
  size <- file.size(file)
  bytes <- if (!is.na(size)) {
    tryCatch(readBin(file, "raw", size), error = function(e) NULL, warning = function(w) NULL)
  }
  if (is.null(bytes)) {
    return(list(problems = form_problems(NA, 1L, "unreadable", "the file cannot be read")))
  }
  source <- decoded_bytes(bytes, options)
  problems <- form_problems(
    source$problems$line, rep(NA, length(source$problems$code)), source$problems$code,
    source$problems$detail
  )
  if (is.na(source$text) || !grepl("[^[:space:]]", source$text)) {
    problems$record <- rep(1L, nrow(problems))
    if (!is.na(source$text)) {
      problems <- rbind(problems, form_problems(NA, 1L, "empty", "nothing but white space"))
    }
    return(list(problems = problems))
  }
  lines <- strsplit(gsub("\f", "\n", source$text, fixed = TRUE), "\n", fixed = TRUE)[[1L]]
  list(lines = gsub("[ \t\u00a0]+$", "", lines, perl = TRUE), problems = problems)
}

matches_any <- function(lines, patterns) {
  out <- logical(length(lines))
  for (pattern in patterns) out <- out | grepl(pattern, lines, perl = TRUE)
  out
}

is_form <- function(lines, rule) {
  found <- function(pattern) any(grepl(pattern, lines, perl = TRUE))
  all(vapply(rule$recognise, found, NA)) && !any(vapply(rule$refuse, found, NA))
}

# The divisions of a file: the lines `from` and `to` of each.
divide_lines <- function(lines, rule) {
  at <- which(grepl(rule$divider, lines, perl = TRUE))
  n <- length(lines)
  if (length(rule$over)) at <- over_lines(at, lines, rule$over)
  switch(rule$divide,
    `Divide-before` = data.frame(from = c(1L, at), to = c(at - 1L, n), edge = c(TRUE, at < 0L)),
    `Divide-after` = data.frame(
      from = c(1L, at + 1L), to = c(at, n), edge = c(at < 0L, TRUE)
    ),
    `Divide-at` = data.frame(from = c(1L, at + 1L), to = c(at - 1L, n), edge = FALSE)
  )
}

# The line that ends a division moved over the lines after it that still belong to it.
over_lines <- function(at, lines, patterns) {
  belongs <- !grepl("[^[:space:]]", lines) | matches_any(lines, patterns)
  unique(vapply(at, function(i) {
    after <- seq_along(lines) > i
    last <- which(after & !belongs)
    if (length(last)) last[[1L]] - 1L else length(lines)
  }, 0L))
}

# A list of records and problems, with the measure of fit of the rules: the share of divisions
# that gave an article, and what was found in them.
read_by_rule <- function(lines, rule) {
  stated <- stated_count(lines, rule)
  lines[matches_any(lines, rule$drop)] <- ""
  pieces <- divide_lines(lines, rule)
  pieces <- pieces[pieces$from <= pieces$to, ]
  blank <- !grepl("[^[:space:]]", lines)
  filled <- mapply(function(from, to) !all(blank[from:to]), pieces$from, pieces$to)
  pieces <- pieces[as.logical(filled), ]
  ignored <- matches_any(lines, rule$ignore)
  read <- lapply(seq_len(nrow(pieces)), function(i) {
    at <- pieces$from[[i]]:pieces$to[[i]]
    # What precedes the first count of articles is a cover page as a whole.
    if (rule$divide == "Divide-before") {
      if (pieces$edge[[i]] && any(ignored[at])) return(NULL)
      ignored[at] <- FALSE
    }
    read_division(lines[at], rule, ignored[at])
  })
  pieces <- pieces[lengths(read) > 0L, ]
  read <- read[lengths(read) > 0L]
  good <- vapply(read, is_article, NA)
  good <- good & !(pieces$edge & !vapply(read, function(one) nzchar(one$text), NA))
  # Text before the first article or after the last is not a failure but is reported.
  edge <- pieces$edge & !good
  begin <- mapply(function(from, to) from + which(!blank[from:to])[[1L]] - 1L, pieces$from,
    pieces$to)
  begin <- as.integer(begin)
  records <- export_records(read[good], begin[good], rule)
  found <- vapply(read[good], function(one) sum(c("title", "date") %in% names(one)), 0L)
  list(
    records = records,
    problems = rbind(
      export_problems(read, good, edge, begin, rule), count_problem(stated, sum(good))
    ),
    roles = NULL,
    # Sure enough to be read as an export without a word: most pieces are articles with what
    # names them.
    sure = any(good) && mean(good[!edge]) >= 0.5 && mean(found) >= 1.5,
    score = if (any(good)) mean(good[!edge]) + mean(found) else 0
  )
}

export_problems <- function(read, good, edge, begin, rule) {
  out <- form_problems()
  failed <- which(!good & !edge)
  if (length(failed)) {
    out <- rbind(out, form_problems(begin[failed[[1L]]], NA, "no_article", sprintf(
      "%d of %d divisions gave no article by the rules \"%s\" (%s)", length(failed), sum(!edge),
      rule$name, list_lines(begin[failed])
    )))
  }
  if (any(edge)) {
    out <- rbind(out, form_problems(begin[edge], NA, "left_out", paste(
      "the lines before the first article or after the last belong to none:",
      vapply(read[edge], `[[`, "", "first_line")
    )))
  }
  record <- cumsum(good)
  bare <- which(good & !vapply(read, function(one) nzchar(one$text), NA))
  if (length(bare)) {
    out <- rbind(out, form_problems(
      begin[bare], record[bare], "empty", "the export has no text of this article"
    ))
  }
  untitled <- which(good & vapply(read, function(one) isTRUE(one$untitled), NA))
  if (length(untitled)) {
    out <- rbind(out, form_problems(
      begin[untitled], record[untitled], "no_title", "the database gives no headline"
    ))
  }
  undated <- which(good & vapply(read, function(one) !is.null(one$instead), NA))
  if (length(undated)) {
    out <- rbind(out, form_problems(begin[undated], record[undated], "undated", paste(
      "the export gives no date of this article; in its place is",
      vapply(read[undated], function(one) encodeString(one$instead, quote = "\""), "")
    )))
  }
  headless <- which(good & vapply(read, `[[`, NA, "headless"))
  if (length(headless)) {
    out <- rbind(out, form_problems(
      begin[headless], record[headless], "head_unread",
      sprintf("the top of the article does not follow the rules \"%s\"", rule$name)
    ))
  }
  skipped <- which(good & vapply(read, function(one) length(one$skipped) > 0L, NA))
  if (length(skipped)) {
    out <- rbind(out, form_problems(begin[skipped], record[skipped], "left_out", paste(
      "lines above the title that belong to no field:",
      vapply(read[skipped], function(one) list_words(one$skipped), "")
    )))
  }
  out
}

# The first of some lines, each in quotes.
list_words <- function(lines) {
  shown <- encodeString(substr(utils::head(lines, 3L), 1L, 60L), quote = "\"")
  paste0(paste(shown, collapse = ", "), if (length(lines) > 3L) ", ..." else "")
}

list_lines <- function(lines) {
  shown <- paste(utils::head(lines, 10L), collapse = ", ")
  paste0(
    plural(length(lines), "line ", "lines "), shown, if (length(lines) > 10L) ", ..."
  )
}

export_records <- function(read, begin, rule) {
  columns <- c("doc_id", "title", "text", "date", "source")
  all <- unique(c(rule$head$field, names(rule$fields)))
  field <- function(name) {
    vapply(read, function(one) if (is.null(one[[name]])) NA_character_ else one[[name]], "")
  }
  more <- lapply(setdiff(all, c(columns, "-")), field)
  names(more) <- setdiff(all, c(columns, "-"))
  more$form <- rep(rule$name, length(read))
  date <- field("date")
  if (!is.null(rule$order)) date <- ordered_dates(date, rule$order)
  form_records(
    length(read), doc_id = field("doc_id"), title = field("title"), text = field("text"),
    date = date, source = field("source"), line = begin,
    more = as.data.frame(more, stringsAsFactors = FALSE)
  )
}

# Dates in digits whose order the rules give, rewritten so that their order is clear.
ordered_dates <- function(date, order) {
  read <- article_dates_strings_core(date)
  open <- which(read$two_orders)
  day <- if (order == "dmy") read$day else read$month
  month <- if (order == "dmy") read$month else read$day
  date[open] <- sprintf("%04d-%02d-%02d", read$year, month, day)[open]
  date
}
