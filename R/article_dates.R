#' The dates of articles, and what each rests on
#'
#' Finds the day of each article in what is known of it, in this order of trust: its
#' metadata (a column `date`), the name of its file, its address, its dateline, a date in
#' its text. A date that is written without its year is given one only for a reason, which
#' is told; where nothing decides it stays `NA`.
#'
#' Dates are read as newspapers, feeds and databases write them: `March 3, 2021`,
#' `3 March 2021`, `Tuesday, Oct. 11`, `2021-03-11T14:02:00+01:00` (the day as it is
#' written, whatever the zone), `Thu, 11 Mar 2021 14:02:00 GMT`, `11.03.2021`,
#' `11-Mar-21`, `20210311`, seconds since 1970. Names of months are English.
#'
#' Of `03/04/2021` the day comes first if another date of the column (of the same file, or
#' of the same folder where a file holds one article) can only be read so and none the other
#' way; also if the article's own dateline or text holds one of the two days. Else it is `NA`
#' with the problem `ambiguous_date`. `order` decides for all.
#'
#' Of dates in the text count those on a line of their own near the beginning or the end
#' (`Published: March 3, 2021`). Those inside sentences are days of what happened: of four
#' collections taken together fewer than one in ten was the article's own. They are named
#' in `alternatives` only, unless `sentences` asks for them.
#'
#' A missing year is told by the first of these that can:
#' 1. a year in the article's own metadata, name or address, or the same day with its year
#'    in its text;
#' 2. the weekday that stands with the date: of the years in which it fits, the nearest to
#'    the sure dates of the collection;
#' 3. the weekday that the lead speaks of ("said on Thursday"), if the date falls on it, or on
#'    one of the two days behind it, in a year from a month before the collection's oldest
#'    sure date (five years before the newest where that is not known) to its newest;
#' 4. the newest sure date of the collection: the last such day that is not after it.
#'
#' 2 to 4 look at the collection, and the reason says so. Sure are dates from metadata, name
#' and address, and those of datelines with a year, to the day and not in the future. With
#' `newest` given they look at it in place of the newest of them.
#'
#' @param x Records of [article_read()], a data frame with a column `text` (and `doc_id`,
#'   `date`, `path`, and a column of addresses, such as `url`), a character vector of texts, or
#'   a corpus.
#' @param newest A day that no article is after, a `Date` or a string such as `"2021-12-31"`,
#'   or `NULL`.
#' @param order How days written in figures alone are to be read: `"dmy"`, `"mdy"`, or `NULL`
#'   for what the column tells.
#' @param sentences Whether days inside sentences of the first paragraphs count too, if they stand
#'   with their weekday, "on" or a verb of saying ("a source said on October 11"). They tell the
#'   article's own day to a week at best.
#' @param ... Must be empty.
#' @inheritParams article_parts
#' @return A data frame of class `tritone_article_dates`, one row an article in input order:
#'   * `doc_id`;
#'   * `date`, a `Date`, `NA` where there is none; the first day of a month or year that is all
#'     there is;
#'   * `basis`: `"metadata"`, `"name"`, `"address"`, `"dateline"` or `"text"`;
#'   * `precision`: `"day"`, `"month"` or `"year"`;
#'   * `written`: the date as it is written;
#'   * `reason`: why it was read so, `""` where it needs no reason;
#'   * `alternatives`: other readings, `""` where there is none;
#'
#'   and an attribute `problems`, a data frame with `doc_id`, `code` and `detail`. Its codes are
#'   `undated`, `year_inferred`, `ambiguous_date`, `impossible_date` (February 30), `future_date`
#'   (after today), `unread_date` (metadata that is no date), `imprecise_date` (a month or a year)
#'   and `weekday_differs`.
#'
#'   For records of [article_read()] without `newest` and `order` these are the rows it made
#'   when it read them, so a selection of records keeps its dates.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @seealso [article_read()]
#' @export
#' @examples
#' article_dates(data.frame(
#'   doc_id = c("a", "b", "c"),
#'   date = c("March 3, 2021", NA, NA),
#'   text = c(
#'     "Rain fell.", "TARSK, Tuesday, Oct. 6 (HPA) \u2014 Rain fell.",
#'     "TARSK, Oct. 6 (HPA) \u2014 The mayor resigned."
#'   )
#' ))
article_dates <- function(x, newest = NULL, order = NULL, sentences = FALSE, ...,
                          threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  newest <- check_newest(newest)
  if (!is.null(order)) order <- check_choice(order, "order", c("dmy", "mdy"))
  threads <- check_threads(threads)
  articles <- as_articles(x)
  kept <- kept_dates(x, articles$doc_id)
  sentences <- check_flag(sentences, "sentences")
  if (!is.null(kept) && is.null(newest) && is.null(order) && !sentences) return(kept)
  known <- known_dates(x, length(articles$text), kept)
  resolve_dates(
    c(articles[c("doc_id", "title", "text")], known), newest, order, sentences, threads, progress
  )
}

check_newest <- function(newest) {
  if (is.null(newest)) return(NULL)
  day <- if (inherits(newest, "Date")) {
    newest
  } else if (inherits(newest, "POSIXt")) {
    as.Date(newest)
  } else if (is.character(newest)) {
    as.Date(newest, format = "%Y-%m-%d", optional = TRUE)
  } else {
    as.Date(NA)
  }
  if (length(day) != 1L || is.na(day)) {
    abort_argument("newest", "one Date, a string such as \"2021-12-31\", or NULL", newest)
  }
  day
}

# The dates that article_read() found for these records, NULL where they are not of it or have
# been changed since.
kept_dates <- function(x, doc_id) {
  kept <- attr(x, "dates", exact = TRUE)
  if (is.null(kept) || !all(doc_id %in% kept$doc_id)) return(NULL)
  at <- match(doc_id, kept$doc_id)
  if (!identical(as.numeric(x[["date"]]), as.numeric(kept$date[at]))) return(NULL)
  problems <- attr(kept, "problems")
  problems <- problems[problems$doc_id %in% doc_id, ]
  row.names(problems) <- NULL
  dates <- as.data.frame(kept)[at, ]
  row.names(dates) <- NULL
  new_table(
    dates, "article_dates", problems = problems, metadata = attr(kept, "metadata")[at]
  )
}

# What the columns of `x` tell of the dates of its n articles: list(date, path, address,
# column), strings with NA; `column` names those whose dates are written alike.
known_dates <- function(x, n, kept = NULL) {
  none <- rep(NA_character_, n)
  if (!is.data.frame(x)) return(list(date = none, path = none, address = none, column = none))
  # Not all dates of records are from metadata.
  date <- if (is.null(kept)) x[["date"]] else attr(kept, "metadata")
  path <- if (is.null(x[["path"]])) none else as.character(x[["path"]])
  list(
    date = date_strings(date, n), path = path, address = address_column(x, n),
    column = date_columns(path)
  )
}

# A column of dates of any class as strings.
date_strings <- function(date, n) {
  if (is.null(date) || length(date) != n) return(rep(NA_character_, n))
  out <- if (inherits(date, c("Date", "POSIXt"))) {
    format(date, "%Y-%m-%d")
  } else if (is.numeric(date)) {
    ifelse(is.na(date), NA_character_, format(date, scientific = FALSE, trim = TRUE))
  } else {
    trimws(as.character(date))
  }
  out <- unname(as.character(out))
  out[!is.na(out) & !nzchar(out)] <- NA
  out
}

# The first column whose strings are addresses, those named so first.
address_column <- function(x, n) {
  names <- names(x)[vapply(x, is.character, NA)]
  names <- setdiff(names, c("doc_id", "title", "text", "date", "source", "path"))
  usual <- c("url", "link", "address", "uri", "permalink", "canonical")
  for (name in c(intersect(usual, tolower(names)), names)) {
    column <- x[[names[match(tolower(name), tolower(names))]]]
    some <- utils::head(column[!is.na(column)], 100L)
    if (length(some) && mean(grepl("^https?://[^ ]+$", some)) > 0.5) return(column)
  }
  rep(NA_character_, n)
}

# A file of several articles has a column of its own; single ones share their folder's.
date_columns <- function(path) {
  single <- !(path %in% path[duplicated(path)])
  path[single] <- dirname(path[single])
  path
}
