#' Check a collection before analysing it
#'
#' Finds what would spoil an analysis, or should be known before one: damaged text, text
#' that is not what it seems to be, repeats, gaps and outliers; each with the number of
#' articles concerned, examples, and one line of code that fixes it.
#'
#' The checks, by severity:
#'
#' *Errors* make results wrong:
#'   * `duplicate_id`: ids given more than once;
#'   * `text_column`: at least four fifths of the texts are addresses or ids;
#'   * `empty`: texts that are missing or blank;
#'   * `mojibake`, `control`, `entity`: see [article_repair()];
#'   * `date_range`: dates in the future or before 1800.
#'
#' *Warnings* may make results wrong:
#'   * `replacement`: the character U+FFFD, where something was lost;
#'   * `html`: HTML tags;
#'   * `duplicate`: texts equal to an earlier one, ignoring white space at their ends;
#'   * `near_duplicate`: other texts whose runs of five words have a Jaccard similarity of at
#'     least 0.8 with those of an earlier text, as [article_duplicates()] finds them; texts of
#'     fewer than 20 words are not compared;
#'   * `repeated_line`: articles that begin or end with a line that at least 5 articles and
#'     0.5 per cent of all have there: the lines that [article_profile()] finds and
#'     [article_parts()] labels as boilerplate;
#'   * `language`: articles in a language other than that of most articles; `not_english` if
#'     most articles are in a language other than English;
#'   * `undated`: no date, or one that cannot be read, where `x` has a column `date`;
#'   * `lower_case`: texts all in small letters (at most one capital to 500 of them), where names
#'     look like other words and, if there are no full stops, sentences have no end;
#'     `no_stops`: texts of 100 words or more with less than one mark of a sentence's end in 100;
#'   * `hard_wraps`: line ends inside paragraphs.
#'
#' *Notes*:
#'   * `cut_off`: the story ends inside a sentence or with an ellipsis (boilerplate, lines of
#'     up to four words and other headlines after it are skipped), or one of its paragraphs
#'     ends inside a sentence; not asked of texts without full stops;
#'   * `short`: fewer than 20 words; `length_outlier`: the logarithm of the number of words is
#'     more than four median absolute deviations from the median, and the article is at least
#'     four times as long or as short as the median; only with 20 articles or more;
#'   * `date_outlier`: outside the quartiles by more than five times the interquartile range,
#'     if there are 20 dates or more and at most 2 per cent of them (or three) are so;
#'   * `no_title`: fewer than three characters, where `x` has a column `title`;
#'   * `mixed_quotes`: straight and curly double quotes in one article; `open_quote`: a
#'     quotation mark without its partner;
#'   * `titles_only`: no article has a text, but they have titles, which all verbs read;
#'   * `all_caps`: more than 20 capitals for each small letter; `figures`: a table, or a text
#'     with more than one digit for every three letters;
#'   * `odd_character`: other control characters, zero-width spaces, private-use characters;
#'   * `problem_...`: what [article_read()] noted, by code, but for what is found by a check above.
#' @inheritParams article_parts
#' @param x The articles, as for [article_parts()]. Ids, dates and titles are checked if `x`
#'   is a data frame with such columns.
#' @return A data frame of class `tritone_article_check`, one row for each kind of finding
#'   (no row if there is none), by severity and in the order above:
#'   * `check`: its name;
#'   * `count`: the number of articles concerned; of repeats, only the later ones are counted;
#'     for `duplicate_id` the number of rows that have an earlier row's id;
#'   * `share`: their share of all articles;
#'   * `severity`: `"error"`, `"warning"` or `"note"`;
#'   * `examples`: up to three ids;
#'   * `fix`: one line of R code that can be run on `x`, or a comment that says what to do.
#'
#'   The attribute `details` is a data frame with one row for each place (at most 20 of a kind
#'   in a text): `row` of `x`, `doc_id`, `check`, `field` (`"title"` or `"text"`, else `NA`),
#'   `start` and `end` (1-based, inclusive, in characters; `NA` if the whole is meant)
#'   and `detail`; the attribute `articles` is the number of articles in `x`.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @references
#' Broder, A. Z. (1997). On the resemblance and containment of documents. *Proceedings of
#' Compression and Complexity of Sequences*, 21-29. \doi{10.1109/SEQUEN.1997.666900}
#' @seealso [article_repair()], [article_language()]
#' @export
#' @examples
#' news <- article_example()
#' found <- article_check(news)
#' found
#' head(attr(found, "details"))
article_check <- function(x, ..., threads = getOption("tritone.threads", 2),
                          progress = interactive()) {
  check_dots(...)
  name <- substitute(x)
  # A name that is no word of R gets its backticks.
  name <- if (is.name(name)) deparse(name, backtick = TRUE) else "x"
  x <- corpus_frame(x)
  articles <- suppressMessages(as_articles(x)) # of repeated ids: reported below
  found <- article_check_core(
    articles, check_threads(threads), progress_bar("Checking articles", progress)
  )
  n <- length(articles$text)
  details <- bind_findings(c(
    list(found$findings), collection_findings(found), text_findings(articles, found$words),
    column_findings(x, n)
  ))
  details <- bind_findings(list(details, problem_findings(x, articles$doc_id, details)))
  kinds <- check_kinds(x, name, found$language)
  known <- match(details$check, kinds$check)
  details <- details[order(known, details$row, method = "radix"), ]
  row.names(details) <- NULL
  details <- cbind(
    details["row"], doc_id = articles$doc_id[details$row], details[names(details) != "row"],
    stringsAsFactors = FALSE
  )
  rows <- lapply(split(details$row, factor(details$check, kinds$check)), unique)
  rows <- rows[lengths(rows) > 0L]
  at <- match(names(rows), kinds$check)
  new_table(
    list(
      check = as.character(names(rows)), count = lengths(rows, use.names = FALSE),
      share = lengths(rows, use.names = FALSE) / max(n, 1L), severity = kinds$severity[at],
      examples = vapply(rows, function(i) {
        paste(articles$doc_id[utils::head(i, 3L)], collapse = ", ")
      }, "", USE.NAMES = FALSE),
      fix = kinds$fix[at]
    ),
    "article_check",
    details = details, articles = n
  )
}

# A table of findings with the columns that the core returns.
findings <- function(row, check, detail, field = NA_character_, start = NA_integer_,
                     end = NA_integer_) {
  n <- length(row)
  data.frame(
    row = as.integer(row), check = rep_len(check, n), field = rep_len(field, n),
    start = rep_len(start, n), end = rep_len(end, n), detail = rep_len(detail, n),
    stringsAsFactors = FALSE
  )
}

# Tables of findings one after the other; NULL is none. rbind() would name each row first.
bind_findings <- function(tables) {
  names <- c("row", "check", "field", "start", "end", "detail")
  list_frame(lapply(stats::setNames(nm = names), function(name) {
    unlist(lapply(tables, `[[`, name))
  }))
}

# What articles have in common, and their languages.
collection_findings <- function(found) {
  lines <- found$lines
  language <- found$language
  main <- main_language(language)
  other <- which(!is.na(language) & language != main)
  list(
    findings(found$exact$row, "duplicate", paste("same as row", found$exact$original)),
    findings(
      found$near$row, "near_duplicate",
      sprintf("like row %d (%.2f)", found$near$original, found$near$similarity)
    ),
    findings(
      lines$row, "repeated_line", paste("in", lines$articles, "articles"), "text",
      lines$start, lines$end
    ),
    findings(other, "language", language[other]),
    if (main != "en") findings(which(language == main), "not_english", main)
  )
}

# The language of most articles, English if no article's language is known.
main_language <- function(language) {
  counts <- sort(table(language), decreasing = TRUE)
  if (length(counts)) names(counts)[[1L]] else "en"
}

# Empty and short texts, outlying lengths, and a column that holds no texts.
text_findings <- function(articles, words) {
  text <- articles$text
  missing <- is.na(text)
  full <- !missing & words > 0L
  headlines <- if (titles_only(articles$title, text)) which(is_filled(articles$title))
  empty <- setdiff(which(!full), headlines)
  short <- which(full & words < 20L)
  log_words <- log(words[full])
  far <- integer()
  if (length(log_words) >= 20L) {
    middle <- stats::median(log_words)
    off <- abs(log_words - middle)
    far <- which(full)[off > pmax(4 * stats::mad(log_words), log(4))]
    far <- setdiff(far, short)
  }
  usual <- if (any(full)) stats::median(words[full]) else NA_real_
  list(
    findings(headlines, "titles_only", "a title without a text"),
    findings(empty, "empty", ifelse(missing[empty], "missing", "blank")),
    findings(short, "short", paste(words[short], "words")),
    findings(far, "length_outlier", sprintf("%d words, median %g", words[far], usual)),
    no_text_findings(text, which(full & words <= 2L), sum(full))
  )
}

# `few` are the texts of one or two words, which may be ids or addresses.
no_text_findings <- function(text, few, full) {
  if (full < 5L || length(few) * 5L < full * 4L) return(NULL)
  value <- trimws(text[few])
  address <- grepl("^(https?://|www[.])[^[:space:]]+$", value)
  id <- grepl("^[A-Za-z0-9_./:#-]*[0-9][A-Za-z0-9_./:#-]*$", value) & !address
  hit <- address | id
  if (sum(hit) * 5L < full * 4L) return(NULL)
  findings(few[hit], "text_column", ifelse(address[hit], "an address", "an id"))
}

# Ids, dates and titles of a data frame.
column_findings <- function(x, n) {
  if (!is.data.frame(x)) {
    ids <- if (is.character(x)) names(x)
    return(list(id_findings(ids)))
  }
  title <- x[["title"]]
  # One or two letters are not a headline but the remains of one.
  no_title <- if (!is.null(title)) which(is.na(title) | nchar(trimws(as_text(title))) < 3L)
  list(
    id_findings(x[["doc_id"]]),
    if (!is.null(title)) findings(no_title, "no_title", "no title"),
    if ("date" %in% names(x)) date_findings(x[["date"]], input_dates(x))
  )
}

id_findings <- function(ids) {
  ids <- as.character(ids)
  again <- which(duplicated(ids) & !is.na(ids) & nzchar(ids))
  findings(again, "duplicate_id", ids[again])
}

date_findings <- function(given, date) {
  none <- which(is.na(date))
  detail <- ifelse(
    is.na(given[none]) | !nzchar(as.character(given[none])), "no date",
    paste("cannot be read:", as.character(given[none]))
  )
  wrong <- which(date > Sys.Date() + 1 | date < as.Date("1800-01-01"))
  far <- integer()
  right <- setdiff(which(!is.na(date)), wrong)
  if (length(right) >= 20L) {
    day <- as.numeric(date)
    quartile <- stats::quantile(day[right], c(0.25, 0.75), names = FALSE)
    reach <- 5 * (quartile[[2L]] - quartile[[1L]])
    if (reach > 0) {
      far <- right[day[right] < quartile[[1L]] - reach | day[right] > quartile[[2L]] + reach]
      if (length(far) > max(3, 0.02 * length(right))) far <- integer() # a part of the collection
    }
  }
  rbind(
    findings(none, "undated", detail),
    findings(wrong, "date_range", format(date[wrong])),
    findings(far, "date_outlier", format(date[far]))
  )
}

# What article_read() noted and no check has `found`.
problem_findings <- function(x, doc_id, found) {
  problems <- known_problems(x)
  problems <- problems[!is.na(problems$doc_id), ]
  if (!nrow(problems)) return(NULL)
  row <- match(problems$doc_id, doc_id)
  check <- unname(checks_of_problems[problems$code])
  said <- !is.na(check) & paste(row, check) %in% paste(found$row, found$check)
  problems <- problems[!is.na(row) & !said, ]
  row <- row[!is.na(row) & !said]
  detail <- problems$detail
  at <- !is.na(problems$line)
  detail[at] <- paste0("line ", problems$line[at], ": ", detail[at])
  findings(row, paste0("problem_", problems$code), detail)
}

# Problems of reading that are the same as what a check finds.
checks_of_problems <- c(
  empty = "empty", binary = "empty", unreadable = "empty", too_large = "empty",
  no_article = "empty", frames = "empty", no_title = "no_title",
  undated = "undated", impossible_date = "undated", unread_date = "undated",
  ambiguous_date = "undated", future_date = "date_range", control_characters = "odd_character",
  bad_bytes = "replacement", html = "html", mojibake = "mojibake"
)

#' @method print tritone_article_check
#' @export
print.tritone_article_check <- function(x, n = 30, ...) {
  n <- check_count(n, "n")
  articles <- attr(x, "articles")
  if (!all(c("check", "count", "share", "severity", "examples", "fix") %in% names(x))) {
    return(NextMethod())
  }
  cat_note(sprintf(
    "Check of %s: %s", count_of(articles, "article"),
    if (nrow(x)) paste(count_of(nrow(x), "kind"), "of findings") else "nothing found"
  ))
  shown <- utils::head(as.data.frame(x), n)
  width <- max(40L, getOption("width"))
  left <- formatC(c("check", shown$check), width = -max(nchar(c("check", shown$check))))
  count <- formatC(c("count", show_count(shown$count)), width = 7L)
  share <- ifelse(
    shown$share > 0 & shown$share < 0.001, "<0.1%", sprintf("%.1f%%", 100 * shown$share)
  )
  share <- formatC(c("share", share), width = 6L)
  lines <- paste(left, count, share, c("examples", shown$examples))
  group <- ""
  for (i in seq_len(nrow(shown))) {
    if (i == 1L) cat("  ", cut_text(lines[[1L]], width - 6L), "\n", sep = "")
    if (shown$severity[[i]] != group) {
      group <- shown$severity[[i]]
      cat(group, "\n", sep = "")
    }
    cat("  ", cut_text(lines[[i + 1L]], width - 6L), "\n", sep = "")
    cat("      ", cut_text(shown$fix[[i]], width - 6L), "\n", sep = "")
  }
  if (nrow(x) > n) cat_note("\u2026 and ", count_of(nrow(x) - n, "more kind"))
  if (nrow(x)) cat_note("Every place: attr(x, \"details\"); whole lines: x$fix")
  invisible(x)
}
