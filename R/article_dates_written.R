# The dates that are written of each article, before one of them is taken: ?article_dates.

# The least scores (see src/core/article/parts/text_dates.h) of a line that is a date, and of a date inside
# a sentence that may be near the article's own.
own_line_score <- 10L
sentence_score <- 4L

# For each basis a data frame of n rows, with what settle_dates() adds; `bases` names those that
# have any date, by the order of trust; `text` holds the date of each text that counts, `others`
# all of them with `article`, `spoken` the best as it is written.
date_candidates <- function(x, order, sentences, threads, progress) {
  read <- function(strings, how) as.data.frame(article_dates_strings_core(enc2utf8(strings), how))
  found <- article_dates_core(
    list(title = x$title, text = x$text), threads, progress_bar("Finding dates", progress)
  )
  others <- as.data.frame(found$text)
  others$article <- found$article
  others$score <- found$score
  out <- list(
    metadata = read(x$date, "whole"), name = read(basename(x$path), "name"),
    address = read(x$address, "address"), dateline = as.data.frame(found$dateline),
    text = others[match(seq_along(x$text), others$article), ]
  )
  bases <- names(out)
  # Dates inside sentences are mostly those of what happened.
  out$spoken <- out$text$written
  worth <- out$text$score >= own_line_score |
    (out$text$score >= sentence_score & sentences)
  out$text[!(worth %in% TRUE), ] <- NA
  out$text <- out$text[names(found$text)]
  out[bases] <- lapply(out[bases], function(dates) {
    dates$reason <- rep("", nrow(dates))
    dates$reason[which(dates$short_year)] <- "a year of two figures"
    dates
  })
  out$others <- others
  out$lead_weekday <- found$lead_weekday
  out <- settle_order(out, x$column, order)
  out[bases] <- lapply(out[bases], settle_dates)
  out$bases <- bases[vapply(out[bases], function(dates) any(dates$usable | dates$open), NA)]
  out
}

# What the rules ask of dates again and again: whether they may be read in two orders (`open`),
# may be used, and have their day and year (`full`) or the day alone (`yearless`).
settle_dates <- function(dates) {
  dates$open <- !is.na(dates$order) & dates$order == "unknown"
  dates$usable <- !is.na(dates$written) & !dates$impossible & !dates$open
  year <- !is.na(dates$year)
  dates$full <- dates$usable & year & !is.na(dates$month) & !is.na(dates$day)
  dates$yearless <- dates$usable & !year & !is.na(dates$day)
  dates
}

# Figures that can be read in two orders: `order`, else what the other dates of the column
# show, else the article's own dateline or text. What is left keeps the order "unknown".
settle_order <- function(found, column, order) {
  column[is.na(column)] <- ""
  for (basis in c("metadata", "dateline", "text")) {
    dates <- found[[basis]]
    open <- which(dates$order == "unknown")
    if (!length(open)) next
    decided <- rep(NA_character_, nrow(dates))
    reason <- decided
    if (!is.null(order)) {
      decided[open] <- order
      reason[open] <- sprintf("read as `order` says, %s", order)
    } else if (basis == "metadata") {
      columns <- unique(column)
      shown <- vapply(columns, function(one) {
        seen <- intersect(c("dmy", "mdy"), dates$order[column == one])
        if (length(seen) == 1L) seen else NA_character_
      }, "")
      decided[open] <- shown[match(column[open], columns)]
      reason[open] <- sprintf("read as %s, as other dates of the column show", decided[open])
      by_article <- open[is.na(decided[open])]
      for (i in by_article) {
        own <- own_order(dates[i, ], found, i)
        decided[i] <- own
        reason[i] <- sprintf("read as %s, as the article's own text shows", own)
      }
    }
    settled <- open[!is.na(decided[open])]
    swap <- settled[decided[settled] == "mdy"]
    dates[swap, c("month", "day")] <- dates[swap, c("day", "month")]
    dates$order[settled] <- decided[settled]
    dates$reason[settled] <- reason[settled]
    found[[basis]] <- dates
  }
  found
}

own_order <- function(date, found, i) {
  own <- rbind(
    found$dateline[i, c("month", "day")], found$others[found$others$article == i, c("month", "day")]
  )
  day_first <- any(own$month == date$month & own$day == date$day, na.rm = TRUE)
  month_first <- any(own$month == date$day & own$day == date$month, na.rm = TRUE)
  if (day_first == month_first) NA_character_ else if (day_first) "dmy" else "mdy"
}

make_date <- function(year, month, day) {
  as.Date(sprintf("%04d-%02d-%02d", year, month, day), format = "%Y-%m-%d", optional = TRUE)
}

weekday_names <- c(
  "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
)

weekday_number <- function(date) (as.integer(date) + 3L) %% 7L + 1L

tell_metadata <- function(told, written, metadata) {
  quoted <- function(i) encodeString(substr(written[i], 1L, 60L), quote = "\"")
  told$add(
    which(!is.na(written) & is.na(metadata$written)), "unread_date",
    function(i) paste(quoted(i), "is no date that can be read")
  )
  told$add(
    which(metadata$impossible & !is.na(metadata$written)), "impossible_date",
    function(i) paste("there is no such day as", quoted(i))
  )
  told$add(which(metadata$open), "ambiguous_date", function(i) {
    sprintf(
      "%s is %s or %s: no other date of the column tells, nor does the text", quoted(i),
      make_date(metadata$year[i], metadata$month[i], metadata$day[i]),
      make_date(metadata$year[i], metadata$day[i], metadata$month[i])
    )
  })
  date <- make_date(metadata$year, metadata$month, metadata$day)
  told$add(
    which(metadata$full & !is.na(metadata$weekday) & weekday_number(date) != metadata$weekday),
    "weekday_differs",
    function(i) paste(quoted(i), "fell on a", weekday_names[weekday_number(date[i])])
  )
}
