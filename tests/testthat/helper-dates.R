# Columns of dates, each a list of `column`, the `day`s that they hold (NA for entries that
# are missing or cannot be read), in all the ways in which files and databases write them.
date_column_cases <- function() {
  days <- as.Date(c("2021-12-03", "2021-12-04", NA, "2021-12-25"))
  night <- as.POSIXct(paste(days, "23:30:00"), format = "%Y-%m-%d %H:%M:%S",
    tz = "America/New_York")
  list(
    Date = list(column = days, day = days),
    half_day = list(column = days + 0.75, day = days),
    old_Date = list(column = as.Date(c("0021-03-03", "1650-01-01", NA, "2021-12-25")),
      day = as.Date(c("0021-03-03", "1650-01-01", NA, "2021-12-25"))),
    POSIXct = list(column = night, day = days),
    POSIXlt = list(column = as.POSIXlt(night), day = days),
    other_zone = list(column = structure(night, tzone = "UTC"), day = days + 1),
    ISO = list(column = as.character(days), day = days),
    time = list(column = ifelse(is.na(days), "", paste0(days, "T23:30:00-05:00")), day = days),
    words = list(
      column = c("December 3, 2021", "Sat, 4 Dec 2021 10:00:00 GMT", NA, "25.12.2021"), day = days
    ),
    figures = list(column = c("3/12/2021", "4/12/2021", "", "25/12/2021"), day = days),
    american = list(column = c("12/3/2021", "12/4/2021", "", "12/25/2021"), day = days),
    two_orders = list(
      column = c("3/12/2021", "12/25/2021", "25/12/2021", "2021-12-25"),
      day = as.Date(c(NA, "2021-12-25", "2021-12-25", "2021-12-25"))
    ),
    factor = list(
      column = factor(c("December 3, 2021", "2021-12-04", NA, "25 Dec 2021")), day = days
    ),
    number = list(column = c(20211203, 20211204, NA, 20211225), day = days),
    seconds = list(column = c(1638489600.5, 1638576000, NA, 1640390400), day = days),
    unread = list(
      column = c("soon", "2021-12-04", "February 30, 2021", "19, part 1"),
      day = as.Date(c(NA, "2021-12-04", NA, NA))
    ),
    month = list(
      column = c("December 2021", "2021", "2021-12-31", "Dec 25"),
      day = as.Date(c("2021-12-01", "2021-01-01", "2021-12-31", "2021-12-25"))
    ),
    missing = list(column = rep(NA, 4), day = as.Date(rep(NA, 4)))
  )
}
