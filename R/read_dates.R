# The dates of records by the rules of article_dates(): `fields` is list(doc_id, title, text, date
# as the records give it) and `more` holds their other columns, in the order of `file`, the row of
# `files` for each record. Returns a list of `date`, `table` and `problems` in the shape that forms
# use, with `file`.
record_dates <- function(fields, more, file, files, options) {
  path <- files$path[file]
  n <- length(path)
  address <- address_column(more, n)
  table <- resolve_dates(
    fields, date_columns(n, fields$date, path, address),
    date_rules(day_order = options$day_order, others = FALSE),
    threads = options$threads, progress = options$progress
  )
  reported <- attr(table, "problems")
  # That a collection has no dates can be seen in its column; only a date that is written and
  # cannot be used is reported.
  silent <- is.na(fields$text) | !nzchar(table$alternatives) & is.na(table$written) &
    is.na(fields$date)
  reported <- reported[reported$code != "undated" | !silent[match(reported$doc_id, table$doc_id)], ]
  record <- match(reported$doc_id, table$doc_id)
  problems <- form_problems(rep(NA, nrow(reported)), record, reported$code, reported$detail)
  problems$file <- file[record]
  list(date = table$date, table = table, problems = problems)
}
