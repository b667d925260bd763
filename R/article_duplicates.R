#' Find articles that repeat others
#'
#' Finds pairs of articles that share much of their text: wire copies, updates, stubs, articles
#' joined from several. Texts are compared by their runs of five words in a row, whatever their
#' case, punctuation, quotation marks and blanks. Of a collection, the lead and the body are
#' compared, without headline, dateline, byline and boilerplate.
#'
#' Two similarities tell copies apart:
#'   * *Jaccard*: the runs that both have, of all that either has. It is 1 for the same text, and
#'     falls fast with edits: one word in ten changed leaves about 0.4. Wire copies that editors
#'     worked on have about a third on average (Silcock et al. 2023), so `threshold = 0.5` finds
#'     copies with light edits only, 0.3 most edited ones and, in collections with much that is
#'     standard, first false pairs.
#'   * *Containment*: the runs that both have, of the one that has fewer. It finds cut copies,
#'     stubs, and articles that took over another one as a part, which a low Jaccard similarity
#'     hides; `containment = 0.7` is a good start. Texts of fewer than 50 words can reach it by
#'     a shared quotation.
#'
#' Candidates are found by hashing, then compared exactly. Of pairs with a Jaccard similarity of
#' `threshold` (0.5 or 0.3, say) 99.8 per cent are found, of those with the containment asked for
#' almost all. In crowds of more than 64 near copies of one text not every pair is listed, but
#' the group is whole.
#' @inheritParams article_parts
#' @param threshold The least Jaccard similarity, a number from 0.05 to 1.
#' @param containment The least containment that makes a pair too, a number from 0.05 to 1; by
#'   default (`NULL`) containment is reported but not searched for.
#' @param window The number of days that two articles may be apart, a whole number of at least
#'   0; by default (`NULL`) any. Needs a column `date`; articles without a date are compared with
#'   all.
#' @return A data frame of class `tritone_article_duplicates`, one row for each pair by
#'   `doc_id_1`, with the columns
#'   * `doc_id_1`, `doc_id_2`: the one that had it first, by date (by the time of day too where
#'     both dates have one, as `POSIXct` or in their text), or by row where dates are equal or
#'     missing; and the other;
#'   * `jaccard`, `containment`: between 0 and 1;
#'   * `group`: a whole number for each group of articles that pairs join;
#'   * `source_1`, `source_2`: where `x` has a column `source`.
#'
#'   Texts of fewer than 20 words are not compared. `summary()` of it is the table of who takes
#'   from whom.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @references
#' Broder, A. Z. (1997). On the resemblance and containment of documents. *Proceedings of
#' Compression and Complexity of Sequences*, 21-29. \doi{10.1109/SEQUEN.1997.666900}
#'
#' Silcock, E., D'Amico-Wong, L., Yang, J. and Dell, M. (2023). Noise-robust de-duplication at
#' scale. *International Conference on Learning Representations*. \doi{10.48550/arXiv.2210.04261}
#' @seealso [article_diff()], [article_check()]
#' @export
#' @examples
#' copies <- article_duplicates(article_example(), threshold = 0.3, containment = 0.7)
#' copies
#' summary(copies)
article_duplicates <- function(x, ..., threshold = 0.5, containment = NULL, window = NULL,
                               threads = getOption("tritone.threads", 2),
                               progress = interactive()) {
  check_dots(...)
  threshold <- check_number(threshold, "threshold", 0.05, 1)
  if (!is.null(containment)) containment <- check_number(containment, "containment", 0.05, 1)
  if (!is.null(window)) window <- check_count(window, "window")
  threads <- check_threads(threads)
  articles <- as_articles(x, parts = if (is_collection(x)) c("lead", "body"))
  x <- corpus_frame(x)
  dated <- is.data.frame(x) && "date" %in% names(x)
  if (!is.null(window) && !dated) {
    abort_input("`window` needs dates: `x` must have a column `date`.")
  }
  days <- if (dated) as.numeric(input_dates(x)) else numeric()
  found <- article_duplicates_core(
    articles, threshold, if (is.null(containment)) 2 else containment, floor(days),
    if (is.null(window)) -1 else window, threads, progress_bar("Comparing articles", progress)
  )
  later <- if (dated) which(is_later(x[["date"]], days, found$first, found$second)) else integer()
  first <- replace(found$first, later, found$second[later])
  second <- replace(found$second, later, found$first[later])
  columns <- list(
    doc_id_1 = articles$doc_id[first], doc_id_2 = articles$doc_id[second],
    jaccard = found$jaccard, containment = found$containment, group = found$group
  )
  if (is.data.frame(x) && "source" %in% names(x)) {
    source <- as.character(x[["source"]])
    columns$source_1 <- source[first]
    columns$source_2 <- source[second]
  }
  order <- order(first, second)
  new_table(lapply(columns, `[`, order), "article_duplicates")
}

# Is the article `first` later than `second`: by the time of day where both have one, else by day.
is_later <- function(date, days, first, second) {
  moment <- if (inherits(date, "POSIXct")) as.numeric(date) else 86400 * days + clock_seconds(date)
  by_time <- moment[first] > moment[second]
  ifelse(is.na(by_time), days[first] > days[second], by_time)
}

# Seconds after midnight UTC of dates that are text with a time of day, else NA: 14:05,
# 14:05:10, 2:05 pm, 14:05+02:00. A time without a zone counts as UTC.
clock_seconds <- function(date) {
  if (is.factor(date)) date <- as.character(date)
  if (!is.character(date)) return(rep(NA_real_, length(date)))
  form <- paste0(
    "(?:^|[^0-9:])([0-2]?[0-9]):([0-5][0-9])(?::([0-5][0-9]))?(?:[.][0-9]+)?\\s*",
    "([AaPp][.]?[Mm])?\\s*([+-][0-9]{2}:?[0-9]{2})?"
  )
  found <- regmatches(date, regexec(form, date, perl = TRUE))
  part <- function(i) {
    piece <- vapply(found, function(f) if (length(f)) f[[i + 1L]] else NA_character_, "")
    ifelse(nzchar(piece), piece, "0")
  }
  hours <- as.numeric(part(1L))
  half <- tolower(substr(part(4L), 1L, 1L))
  hours <- ifelse(half == "p" & hours < 12, hours + 12, ifelse(half == "a" & hours == 12, 0, hours))
  zone <- sub(":", "", part(5L), fixed = TRUE)
  zone <- as.numeric(ifelse(zone == "0", "+0000", zone))
  ahead <- sign(zone) * (abs(zone) %/% 100 * 3600 + abs(zone) %% 100 * 60)
  hours * 3600 + as.numeric(part(2L)) * 60 + as.numeric(part(3L)) - ahead
}

#' Who takes from whom
#'
#' @param object Of [article_duplicates()] on articles with a column `source`.
#' @param ... Must be empty.
#' @return A data frame of class `tritone_copy_sources`, one row for each pair of sources, by
#'   falling `articles`: `source`, which had the text first; `taker`; `articles` that the taker
#'   has from the source (an article that repeats several counts for the most similar one);
#'   and the mean of `jaccard` and of `containment`.
#' @method summary tritone_article_duplicates
#' @export
#' @examples
#' summary(article_duplicates(article_example(), threshold = 0.3))
summary.tritone_article_duplicates <- function(object, ...) {
  check_dots(...)
  if (!all(c("source_1", "source_2") %in% names(object))) {
    abort_input("Who takes from whom is known only of articles with a column `source`.")
  }
  rows <- as.data.frame(object)
  rows <- rows[order(-rows$jaccard, method = "radix"), ]
  rows <- rows[!duplicated(rows$doc_id_2), ]
  key <- paste(rows$source_1, rows$source_2, sep = "\r")
  group <- match(key, unique(key))
  one <- !duplicated(group)
  mean_of <- function(value) as.vector(rowsum(value, group)) / tabulate(group)
  out <- list(
    source = rows$source_1[one], taker = rows$source_2[one], articles = tabulate(group),
    jaccard = mean_of(rows$jaccard), containment = mean_of(rows$containment)
  )
  order <- order(-out$articles, out$source, out$taker, method = "radix")
  new_table(lapply(out, `[`, order), "copy_sources")
}
