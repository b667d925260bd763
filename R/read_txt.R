# Text files, one article each.
read_txt <- function(files, options) {
  read <- article_read_core(
    enc2utf8(files), options$threads, progress_bar("Reading articles", options$progress)
  )
  problems <- form_problems(
    read$problems$line, read$problems$record, read$problems$code, read$problems$detail
  )
  problems$file <- read$problems$record
  list(
    records = form_records(
      length(files), title = read$title, text = read$text, line = read$line
    ),
    problems = problems, file = seq_along(files)
  )
}
