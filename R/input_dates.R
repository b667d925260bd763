# The one reader of date columns: what a column `date` (and the related columns) of a data
# frame says about the days of its articles. article_dates(), article_check() and
# article_report() all read dates here.

# The entries of a column of dates as list(written, day): strings with NA, and numbers of
# days where the column holds days, not strings. A date-time is the day that its own time zone
# shows. NULL is a column without entries.
date_entries <- function(date, n, arg = "x$date") {
  none <- rep(NA_real_, n)
  if (is.null(date)) return(list(written = rep(NA_character_, n), day = none))
  if (inherits(date, c("Date", "POSIXt"))) {
    # as.Date() of a POSIXct would be the day in UTC.
    if (inherits(date, "POSIXct")) date <- as.POSIXlt(date)
    day <- floor(unname(as.numeric(as.Date(date))))
    written <- unname(format(as.Date(date)))
    first <- -719162 # 0001-01-01
    day[!is.finite(day) | day < first | day > 2932896] <- NA # 9999-12-31
    written[is.na(day) & !is.finite(as.numeric(as.Date(date)))] <- NA
    return(list(written = written, day = day))
  }
  list(written = date_strings(date, arg), day = none)
}

# Dates that are not days as strings: text, factors, numbers, and anything whose class can be
# written as text.
date_strings <- function(date, arg = "x$date") {
  simple <- is.atomic(date) && is.null(dim(date)) && !inherits(date, "difftime")
  if (!simple || (is.logical(date) && !all(is.na(date))) || is.complex(date) || is.raw(date)) {
    abort_argument(
      arg, paste(
        "dates: of class Date or POSIXct, text, a factor, or numbers such as 20210311 or",
        "seconds since 1970"
      ), date
    )
  }
  out <- if (is.numeric(date) && !is.object(date)) {
    # Parts of a second do not matter.
    whole <- ifelse(!is.na(date) & abs(date) >= 1e9, floor(date), date)
    ifelse(
      !is.finite(whole), NA_character_,
      ifelse(whole == floor(whole), sprintf("%.0f", whole), as.character(whole))
    )
  } else {
    trimws(as_text(date))
  }
  out <- unname(as.character(out))
  out[!is.na(out) & !nzchar(out)] <- NA
  out
}

date_bases <- c("metadata", "name", "address", "dateline", "text")

# What the columns of `x` say about the dates of its n articles, as article_dates_core() takes
# it. `again` asks to find dates anew even where the records have a `date_basis`.
known_dates <- function(x, n, again = FALSE) {
  if (!is.data.frame(x)) return(date_columns(n))
  path <- if (is.null(x[["path"]])) rep(NA_character_, n) else as.character(x[["path"]])
  entries <- date_entries(x[["date"]], n)
  out <- date_columns(n, entries$written, path, address_column(x, n), entries$day)
  basis <- as.character(x[["date_basis"]])
  if (length(basis) != n) return(out)
  # After a trip through a file days are text.
  day <- as.numeric(as.Date(entries$written, format = "%Y-%m-%d", optional = TRUE))
  day[!is.na(entries$day)] <- entries$day[!is.na(entries$day)]
  known <- basis %in% date_bases & (is.na(entries$written) | !is.na(day) & basis != "metadata")
  out$date[known] <- NA
  out$day[known] <- NA
  if (again) return(out)
  out$known_basis[known] <- basis[known]
  out$known_day[known] <- day[known]
  out$known_written[known] <- entries$written[known]
  out
}

# The columns that article_dates_core() takes: `date` and `day` of date_entries(), `name` and
# `address` to look for dates in, `column`, the same number for dates that are written alike,
# and `known_`, what was found earlier.
date_columns <- function(n, date = NULL, path = NULL, address = NULL, day = NULL) {
  none <- rep(NA_character_, n)
  list(
    date = enc2utf8(if (is.null(date)) none else date),
    day = if (is.null(day)) rep(NA_real_, n) else day,
    name = enc2utf8(if (is.null(path)) none else basename(path)),
    address = enc2utf8(if (is.null(address)) none else address),
    column = if (is.null(path)) integer(n) else alike_columns(path),
    known_day = rep(NA_real_, n), known_basis = none, known_written = none
  )
}

# The dates in a file of several articles are one column; those in files of one article are one
# column for each folder.
alike_columns <- function(path) {
  single <- !(path %in% path[duplicated(path)])
  path[single] <- dirname(path[single])
  match(path, unique(path))
}

# The first column whose strings are addresses, those with a usual name first.
address_column <- function(x, n) {
  own <- c("doc_id", "title", "text", "date", "date_basis", "source", "path")
  columns <- unclass(x)[vapply(x, is.character, NA) & !names(x) %in% own]
  usual <- c("url", "link", "address", "uri", "permalink", "canonical")
  likely <- match(usual, tolower(as_text(names(columns))))
  for (column in columns[unique(c(likely[!is.na(likely)], seq_along(columns)))]) {
    some <- as_text(utils::head(column[!is.na(column)], 100L))
    if (length(some) && mean(grepl("^https?://[^ ]+$", some)) > 0.5) return(as_text(column))
  }
  rep(NA_character_, n)
}

# The days of the column `date` of a collection, a Date vector: those that article_dates()
# gives, NA for entries that are missing or cannot be read; with `tell`, a message says how
# many cannot. No day is taken from anywhere else.
input_dates <- function(x, tell = FALSE, arg = "x$date") {
  n <- if (is.data.frame(x)) nrow(x) else length(x)
  days <- function(day) as.Date(day, origin = "1970-01-01")
  if (!is.data.frame(x) || is.null(x[["date"]])) return(days(rep(NA_real_, n)))
  entries <- date_entries(x[["date"]], n, arg)
  day <- entries$day
  if (!all(is.na(entries$written) | !is.na(day))) {
    columns <- known_dates(x, n)
    articles <- list(title = character(), text = as.character(x[["text"]]))
    threads <- check_threads(getOption("tritone.threads", 2))
    rules <- date_rules(others = FALSE)
    found <- article_dates_core(articles, columns, rules, threads, NULL)$articles
    read <- found$metadata_read | !is.na(columns$known_basis)
    day <- ifelse(read & !is.na(entries$written), found$day, NA_real_)
  }
  unread <- which(is.na(day) & !is.na(entries$written))
  if (tell && length(unread)) {
    message(sprintf(
      "%d %s of `%s` cannot be read as a day and %s left out, the first is %s.",
      length(unread), if (length(unread) == 1L) "entry" else "entries", arg,
      if (length(unread) == 1L) "is" else "are",
      encodeString(substr(entries$written[[unread[[1L]]]], 1L, 60L), quote = "\"")
    ))
  }
  days(day)
}
