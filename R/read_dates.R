# The dates of records: `written`, as the record gives it, else the one in the name of
# its file. A list of `date` and of `problems` as forms give them, with `file`.
record_dates <- function(written, path) {
  date <- as.Date(written, format = "%Y-%m-%d", optional = TRUE)
  unnamed <- is.na(date)
  date[unnamed] <- dates_in_names(path[unnamed])
  list(date = date, problems = NULL)
}

# A date written as 2021-10-11 or 2021_10_11 in the name of a file.
dates_in_names <- function(files) {
  name <- basename(files)
  at <- regexpr("(?<![0-9])(1[89]|20)[0-9]{2}([-_])[0-9]{2}\\2[0-9]{2}(?![0-9])", name, perl = TRUE)
  found <- rep(NA_character_, length(files))
  found[at > 0] <- gsub("_", "-", regmatches(name, at), fixed = TRUE)
  as.Date(found, format = "%Y-%m-%d", optional = TRUE)
}
