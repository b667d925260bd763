# Delimited text: .csv and .tsv.
read_csv <- function(file, options) read_delimited(file, options, ",")

read_tsv <- function(file, options) read_delimited(file, options, "\t")

read_delimited <- function(file, options, preferred) {
  read <- read_source(file, options, function(source) article_delimited_core(source, preferred))
  if (is.data.frame(read)) return(no_records(read))
  problems <- read$problems
  if (!read$good) return(no_records(problems))
  n <- length(read$line)
  if (n == 0L) return(no_records(rbind(problems, form_problems(NA, NA, "empty", "no lines"))))
  header <- is_header(read)
  if (!header) {
    problems <- rbind(problems, form_problems(
      read$line[[1L]], NA, "no_header", "the first line looks like data: columns are V1, V2, ..."
    ))
  }
  names <- column_names(read, header)
  problems <- rbind(problems, names$problems, ragged_problems(read))
  frame <- delimited_frame(read, names$names)
  line <- read$line
  if (header) {
    frame <- frame[-1L, , drop = FALSE]
    line <- line[-1L]
    # Problems of the header belong to the file.
    problems$record <- problems$record - 1L
    problems$record[which(problems$record == 0L)] <- NA
  }
  if (!nrow(frame)) {
    problems <- rbind(problems, form_problems(NA, NA, "no_articles", "a header without rows"))
  }
  frame <- join_extra(frame, read$delimiter, options)
  table_records(frame, line, problems, options, untyped = TRUE)
}

# The columns as a data frame of strings; empty fields and NA are missing.
delimited_frame <- function(read, names) {
  frame <- lapply(read$columns, function(column) {
    if (any(startsWith(column, " "), na.rm = TRUE)) column <- trimws(column)
    column[column %in% c("", "NA")] <- NA
    column
  })
  names(frame) <- names
  if (any(!is.na(read$extra))) frame$extra_fields <- read$extra
  # Columns without a name and without content come from a delimiter at the end of the line.
  unnamed <- grepl("^V[0-9]+$", names(frame)) & vapply(frame, function(x) all(is.na(x)), NA)
  frame <- frame[!unnamed]
  structure(frame, class = "data.frame", row.names = .set_row_names(length(read$line)))
}

# Does the first record hold names? Names are short and are not numbers or dates.
is_header <- function(read) {
  first <- vapply(read$columns, function(column) column[[1L]], "")
  first <- first[!is.na(first) & nzchar(first)]
  length(first) > 0L && !any(grepl("^[-+]?[0-9][-+0-9.,:/ ]*$", first)) &&
    all(nchar(first) <= 80L)
}

column_names <- function(read, header) {
  width <- length(read$columns)
  made <- paste0("V", seq_len(width))
  if (!header) return(list(names = made, problems = NULL))
  names <- trimws(vapply(read$columns, function(column) column[[1L]], ""))
  none <- is.na(names) | !nzchar(names)
  names[none] <- made[none]
  problems <- NULL
  if (anyDuplicated(names)) {
    repeated <- unique(names[duplicated(names)])
    problems <- form_problems(
      read$line[[1L]], NA, "duplicate_columns",
      paste0("made unique: ", name_list(repeated))
    )
    names <- make.unique(names)
  }
  list(names = names, problems = problems)
}

# Records whose number of fields differs from that of the first.
ragged_problems <- function(read) {
  expected <- length(read$columns)
  at <- which(read$fields != expected)
  if (read$wider) at <- setdiff(at, 1L)
  more <- read$fields[at] > expected
  form_problems(
    read$line[at], at, rep("ragged_row", length(at)),
    sprintf(
      "%d %s where %d are expected: %s", read$fields[at],
      plural(read$fields[at], "field"), expected,
      ifelse(more, "the rest is kept in the text or in `extra_fields`", "the rest is missing")
    )
  )
}

# If the text is the last column, fields beyond it are the rest of a text with unquoted
# delimiters.
join_extra <- function(frame, delimiter, options) {
  if (!"extra_fields" %in% names(frame) || ncol(frame) < 2L) return(frame)
  roles <- find_roles(frame[names(frame) != "extra_fields"], options$roles)
  last <- names(frame)[[ncol(frame) - 1L]]
  if (!last %in% roles[names(roles) == "text"]) return(frame)
  cut <- which(!is.na(frame$extra_fields))
  frame[[last]][cut] <- paste0(
    ifelse(is.na(frame[[last]][cut]), "", frame[[last]][cut]), delimiter, frame$extra_fields[cut]
  )
  frame$extra_fields <- NULL
  frame
}

# The result for a file without records.
no_records <- function(problems) list(records = form_records(0L), problems = problems)
