#' Find the dates of articles, with the basis of each
#'
#' Finds the day of each article from what is known about it, in this order of trust: its
#' metadata (a column `date`), the name of its file, its address, its dateline, a date in
#' its text. A date written without a year gets one only for a stated reason; if nothing
#' decides, it stays `NA`.
#'
#' Dates are read as newspapers, feeds and databases write them: `March 3, 2021`,
#' `3 March 2021`, `Tuesday, Oct. 11`, `2021-03-11T14:02:00+01:00` (the day as
#' written, whatever the zone), `Thu, 11 Mar 2021 14:02:00 GMT`, `11.03.2021`,
#' `11-Mar-21`, `20210311`, `20210311T140200Z`, seconds or milliseconds since 1970, and the numbers
#' of days in spreadsheets (`44266`, for 1990 to 2049, with the problem `serial_date`). In metadata
#' and on lines of their own months may also have the names of some sixty other languages, of
#' Europe (`3 de diciembre de 2021`), of the Caucasus and Central Asia, of India and South East
#' Asia, Arabic, Hebrew, Persian (of Gregorian months) and Urdu, with figures of their scripts, and
#' the years of the Buddhist era in Thai (2564 is 2021); elsewhere they are English. Where a
#' day of publication and one of change are given (`Published: March 3, 2021 | Updated: March 4,
#' 2021`), the day of publication counts.
#' A column `date` may be of class `Date`, `POSIXct` or `POSIXlt` (the day in its own time
#' zone), text, a factor, or numbers in one of the last two forms. [article_check()] and
#' [article_report()] read it in the same way.
#'
#' In `03/04/2021` the day comes first if another date of the column (of the same file, or
#' of the same folder if each file holds one article) can only be read that way and none the
#' other way; also if the article's own dateline or text has one of the two days. Otherwise the
#' date is `NA` with the problem `ambiguous_date`, as it is for such a date in a dateline or a
#' text. `day_order` decides for all of them.
#'
#' Dates in the text count if they are a line of their own near the beginning or the end
#' (`Published: March 3, 2021`). Those inside sentences are days of events: in four
#' collections taken together fewer than one in ten was the article's own. They are only listed
#' in `alternatives`, unless `use_sentences` is `TRUE`.
#'
#' A missing year is decided by the first of these that can:
#' 1. a year in the article's own metadata, name or address, or the same day with its year
#'    in its text;
#' 2. the weekday written with the date: of the years in which it fits, the nearest to the sure
#'    dates of the collection;
#' 3. the weekday that the lead mentions ("said on Thursday"), if the date falls on it, or on
#'    one of the two days after it, in a period from one month before the collection's oldest
#'    sure date (five years before the newest if the oldest is unknown) to its newest;
#' 4. the newest sure date of the collection: the last such day that is not after it.
#'
#' Rules 2 to 4 use the collection, and the reason says so. Sure dates are those from metadata,
#' name and address, and those of datelines with a year, if they have a day and are not in the
#' future. `latest` replaces the newest of them.
#'
#' @param x Records of [article_read()], a data frame with a column `text` (and `doc_id`,
#'   `date`, `path`, and a column of addresses, such as `url`), a character vector of texts, or
#'   a corpus. Dates that the records have with their `date_basis` are kept, unless `latest`,
#'   `day_order` or `use_sentences` is given.
#' @param latest A day that no article is after, a `Date` or a string such as `"2021-12-31"`,
#'   or `NULL`, the default.
#' @param day_order How dates written in digits only are read: `"dmy"`, `"mdy"`, or `NULL`, the
#'   default, for what the column shows.
#' @param use_sentences Whether days inside sentences of the first paragraphs count too, if they
#'   are written with their weekday, "on" or a verb of saying ("a source said on October 11").
#'   They give the article's own day to within a week at best.
#' @param ... Must be empty.
#' @inheritParams article_parts
#' @return A data frame of class `tritone_article_dates`, one row for each article in input order:
#'   * `doc_id`;
#'   * `date`, a `Date`, `NA` if there is none; the first day of the month or year if only
#'     that is known;
#'   * `basis`: `"metadata"`, `"name"`, `"address"`, `"dateline"` or `"text"`;
#'   * `precision`: `"day"`, `"month"` or `"year"`;
#'   * `written`: the date as it is written;
#'   * `reason`: why it was read in this way, `""` if no reason is needed;
#'   * `alternatives`: other readings, `""` if there are none;
#'
#'   and an attribute `problems`, a data frame with `doc_id`, `code` and `detail`. Its codes are
#'   `undated`, `year_inferred`, `ambiguous_date`, `impossible_date` (February 30), `future_date`
#'   (after today), `unread_date` (metadata that cannot be read), `imprecise_date` (a month or a
#'   year), `serial_date` and `weekday_differs`.
#' @section Errors:
#' `tritone_error_input` if an argument is not as described, or the column `date` holds
#' something other than dates.
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
article_dates <- function(x, ..., latest = NULL, day_order = NULL, use_sentences = FALSE,
                          threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  latest <- check_latest(latest)
  if (!is.null(day_order)) day_order <- check_choice(day_order, "day_order", c("dmy", "mdy"))
  use_sentences <- check_flag(use_sentences, "use_sentences")
  threads <- check_threads(threads)
  x <- corpus_frame(x)
  articles <- as_articles(x)
  again <- !is.null(latest) || !is.null(day_order) || use_sentences
  columns <- known_dates(x, length(articles$text), again)
  resolve_dates(
    articles, columns, date_rules(latest, day_order, use_sentences), threads, progress
  )
}

check_latest <- function(latest) {
  if (is.null(latest)) return(NULL)
  day <- if (inherits(latest, "Date")) {
    latest
  } else if (inherits(latest, "POSIXt")) {
    as.Date(date_entries(latest, length(latest))$day, origin = "1970-01-01")
  } else if (is.character(latest) && length(latest) == 1L && is_valid_text(latest) &&
               isTRUE(nchar(latest) <= 40L)) {
    as.Date(latest, format = "%Y-%m-%d", optional = TRUE)
  } else {
    as.Date(NA)
  }
  if (length(day) != 1L || is.na(day)) {
    abort_argument("latest", "one Date, a string such as \"2021-12-31\", or NULL", latest)
  }
  day
}

# The rules in the form that article_dates_core() takes. `others`: are other dates than an
# article's own asked for? If not, texts are read only where a record has no sure date.
date_rules <- function(latest = NULL, day_order = NULL, use_sentences = FALSE, others = TRUE) {
  list(
    latest = if (is.null(latest)) NA_real_ else floor(as.numeric(latest)),
    day_order = if (is.null(day_order)) "" else day_order, use_sentences = use_sentences,
    others = others, today = as.numeric(Sys.Date())
  )
}

# The table of article_dates(), from list(doc_id, title, text) and the columns of known_dates().
resolve_dates <- function(articles, columns, rules = date_rules(), threads = 2,
                          progress = FALSE) {
  found <- article_dates_core(
    articles[c("title", "text")], columns, rules, threads, progress_bar("Finding dates", progress)
  )
  dates_table(articles$doc_id, columns$date, found, !is.na(rules$latest))
}
