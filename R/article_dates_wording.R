# What article_dates() says about a date: reasons, other readings and problems. The rules
# themselves are src/core/article/date/resolve.h.

# The table of article_dates(): `found` is what article_dates_core() returns, `written` the
# metadata as given, `latest` whether the caller gave the newest day.
dates_table <- function(doc_id, written, found, latest) {
  at <- found$articles
  at$date <- day_text(at$day)
  at$swapped <- open_readings(found$others, length(doc_id))
  at$reason_text <- character(length(doc_id))
  with_reason <- which(at$reason != "none")
  at$reason_text[with_reason] <- date_reasons(lapply(at, pick, with_reason), found, latest)
  new_table(
    list(
      doc_id = doc_id, date = as.Date(at$day, origin = "1970-01-01"), basis = at$basis,
      precision = at$precision, written = at$written, reason = at$reason_text,
      alternatives = date_alternatives(at, found$others)
    ),
    "article_dates", problems = date_problems(doc_id, written, at, found$problems)
  )
}

# Each day is formatted once, however many articles have it.
day_text <- function(day) {
  days <- unique(day[!is.na(day)])
  format(as.Date(days, origin = "1970-01-01"))[match(day, days)]
}

weekday_names <- c(
  "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
)

# "2021-04-03 or 2021-03-04" for each article (row) and basis (column) that can be read in
# two orders.
open_readings <- function(others, n) {
  out <- matrix(NA_character_, n, length(date_bases), dimnames = list(NULL, date_bases))
  open <- !is.na(others$swapped)
  at <- cbind(others$article, match(others$basis, date_bases))[open, , drop = FALSE]
  out[at] <- paste(day_text(others$day[open]), "or", day_text(others$swapped[open]))
  out
}

# The reasons, for articles whose date has one.
date_reasons <- function(at, found, latest) {
  bound <- if (latest) "`latest`" else "the newest sure date of the collection"
  newest <- if (is.na(found$newest)) "" else day_text(found$newest)
  oldest <- if (is.na(found$oldest)) newest else day_text(found$oldest)
  day <- paste(month.name[at$month], at$of_month)
  by <- c(
    given = "read as `day_order` says, %s",
    column = "read as %s, as other dates of the column show",
    text = "read as %s, as the article's own text shows"
  )
  order <- ifelse(is.na(at$order_basis), "", sprintf(by[at$order_basis], at$order))
  reasons <- cbind(
    short_year = "a year of two figures", order = order,
    own_year = paste("the year of the article's", at$own_basis),
    same_day = "the year of the same day in its text",
    weekday = sprintf(
      "%s was a %s in %s, which is nearest to the sure dates of the collection (%s to %s)", day,
      weekday_names[at$weekday], at$year, oldest, newest
    ),
    lead_weekday = sprintf(
      "of the years up to %s (%s), %s fits the %s of the lead in %s", bound, newest, day,
      weekday_names[at$lead_weekday], at$year
    ),
    newest = sprintf("the last %s not after %s (%s)", day, bound, newest),
    no_year = "it is written without its year, and there is no sure date to decide it",
    no_such_day = "there is no such day",
    two_orders = paste0(
      "it is ", at$swapped[cbind(seq_along(day), match(at$ambiguous, date_bases))],
      ", and nothing decides which figure is the day"
    ),
    first_day = paste("the first day of the", at$precision),
    known = "the day that the record has", left_open = "no day was found when it was read"
  )
  unname(reasons[cbind(seq_along(day), match(at$reason, colnames(reasons)))])
}

# Other years, other dates, and a day in a sentence.
date_alternatives <- function(at, others) {
  out <- character(length(at$years))
  # Most articles have none.
  some <- sort(unique(c(which(nzchar(at$years)), which(at$text_day), others$article)))
  if (!length(some)) return(out)
  parts <- ifelse(nzchar(at$years[some]), paste("year", at$years[some]), "")
  days <- day_text(others$day)
  open <- !is.na(others$swapped)
  days[open] <- paste(days[open], "or", day_text(others$swapped[open]))
  more <- character(length(some))
  by_article <- split(paste(others$basis, days), others$article)
  more[match(as.integer(names(by_article)), some)] <- vapply(by_article, paste, "", collapse = "; ")
  spoken <- ifelse(at$text_day[some], paste("text", at$spoken[some]), "")
  for (part in list(more, spoken)) {
    parts <- paste0(parts, ifelse(nzchar(parts) & nzchar(part), "; ", ""), part)
  }
  out[some] <- parts
  out
}

# One row for each problem: doc_id, code, detail.
date_problems <- function(doc_id, written, at, problems) {
  codes <- c(
    unread = "unread_date", impossible = "impossible_date", ambiguous = "ambiguous_date",
    serial = "serial_date", metadata_weekday = "weekday_differs", year_inferred = "year_inferred",
    year_weekday = "weekday_differs", imprecise = "imprecise_date", future = "future_date",
    undated = "undated"
  )
  details <- character(length(problems$article))
  for (one in unique(problems$problem)) {
    rows <- which(problems$problem == one)
    i <- problems$article[rows]
    details[rows] <- problem_detail(one, lapply(at, pick, i), written[i])
  }
  data.frame(
    doc_id = doc_id[problems$article], code = unname(codes[problems$problem]),
    detail = details, stringsAsFactors = FALSE
  )
}

pick <- function(x, i) if (is.matrix(x)) x[i, , drop = FALSE] else x[i]

# The details of each kind of problem, for the articles whose facts are `at`.
problem_detail <- function(problem, at, metadata) {
  if (problem == "undated") return(undated_detail(at))
  quoted <- encodeString(substr(metadata, 1L, 60L), quote = "\"")
  switch(problem,
    unread = paste(quoted, "cannot be read as a date"),
    impossible = paste("there is no such day as", quoted),
    ambiguous = ambiguous_detail(at, quoted),
    serial = sprintf("%s is read as the number of a day in a spreadsheet: %s", quoted, at$date),
    metadata_weekday = paste(
      quoted, "fell on a", weekday_names[(as.integer(at$day) + 3L) %% 7L + 1L]
    ),
    year_inferred = paste0(at$date, ": ", at$reason_text),
    year_weekday = paste(at$written, "is another weekday in", substr(at$date, 1L, 4L)),
    imprecise = sprintf(
      "%s gives the %s only: %s is its first day", at$written, at$precision, at$date
    ),
    future = paste(at$written, "is after today")
  )
}

undated_detail <- function(at) {
  out <- rep("no usable date in metadata, name, address, dateline or text", length(at$basis))
  spoken <- !is.na(at$spoken)
  out[spoken] <- sprintf(
    "%s; a sentence speaks of \"%s\", which may be the day of an event", out[spoken],
    at$spoken[spoken]
  )
  read <- !is.na(at$basis)
  written <- ifelse(is.na(at$written[read]), "", paste0(" \"", at$written[read], "\""))
  out[read] <- paste0(at$basis[read], written, ": ", at$reason_text[read])
  out
}

ambiguous_detail <- function(at, quoted) {
  metadata <- at$ambiguous == "metadata"
  readings <- at$swapped[cbind(seq_along(metadata), match(at$ambiguous, date_bases))]
  ifelse(
    metadata,
    sprintf("%s is %s: neither the other dates of the column nor the text decide", quoted,
      readings),
    sprintf("the %s's \"%s\" is %s: `day_order` decides", at$ambiguous, at$written, readings)
  )
}
