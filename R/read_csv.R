# Delimited text: .csv and .tsv.
read_csv <- function(file, options) read_delimited(file, options, ",")

read_tsv <- function(file, options) read_delimited(file, options, "\t")

read_delimited <- function(file, options, preferred) {
  read <- read_source(file, options, function(source) read_csv_split_core(source, preferred))
  if (is.data.frame(read)) return(no_records(read))
  on.exit(read_csv_release_core(read$table))
  problems <- read$problems
  if (!read$good) return(no_records(problems))
  if (!length(read$line)) {
    return(no_records(rbind(problems, form_problems(NA, NA, "empty", "no lines"))))
  }
  header <- is_header(read$first)
  if (!header) {
    problems <- rbind(problems, form_problems(
      read$line[[1L]], NA, "no_header", "the first line looks like data: columns are V1, V2, ..."
    ))
  }
  names <- column_names(read, header)
  problems <- rbind(problems, names$problems, ragged_problems(read))
  line <- read$line
  if (header) {
    line <- line[-1L]
    # Problems of the header belong to the file.
    problems$record <- problems$record - 1L
    problems$record[which(problems$record == 0L)] <- NA
  }
  held <- held_csv(read, names, header, options)
  frame <- delimited_frame(read, names, header, held$at)
  if (!nrow(frame)) {
    problems <- rbind(problems, form_problems(NA, NA, "no_articles", "a header without rows"))
  }
  frame <- join_extra(frame, read$delimiter, options)
  frame <- html_as_text(frame)
  table_records(frame, line, problems, options, untyped = TRUE, held = held)
}

# The columns as a data frame of strings; empty fields and NA are missing. The column number
# `held` is left empty.
delimited_frame <- function(read, names, header, held = NULL) {
  n <- length(read$line) - header
  at <- setdiff(seq_along(names$names), held)
  frame <- vector("list", length(names$names))
  frame[at] <- read_csv_columns_core(read$table, at, header, TRUE)
  frame[held] <- list(rep(NA_character_, n))
  names(frame) <- names$names
  # Columns without a name and without content come from a delimiter at the end of the line.
  unnamed <- names$made & grepl("^V[0-9]+$", names(frame))
  unnamed[unnamed] <- vapply(frame[unnamed], function(column) all(is.na(column)), NA)
  frame <- frame[!unnamed]
  if (any(!is.na(read$extra))) frame$extra_fields <- utils::tail(read$extra, n)
  structure(frame, class = "data.frame", row.names = .set_row_names(n))
}

# The text by its name, which stays in the core where no record is wider than the table.
held_csv <- function(read, names, header, options) {
  if (any(!is.na(read$extra))) return(NULL)
  hold_column(
    held_column(names$names[!names$made & !is_html_name(names$names)], options), names$names,
    strings = function(at) read_csv_columns_core(read$table, at, header, TRUE)[[1L]],
    records = function(at, title) {
      read_csv_cells_core(read$table, at, header, title, options$threads, NULL)
    }
  )
}

# Does the first record hold names? Names are short and are not numbers or dates.
is_header <- function(first) {
  first <- first[!is.na(first) & nzchar(first)]
  length(first) > 0L && !any(grepl("^[-+]?[0-9][-+0-9.,:/ ]*$", first)) &&
    all(nchar(first) <= 80L)
}

# The names of the columns, and which of them were made up because the file has none.
column_names <- function(read, header) {
  width <- length(read$first)
  made <- paste0("V", seq_len(width))
  if (!header) return(list(names = made, made = rep(TRUE, width), problems = NULL))
  names <- trimws(read$first)
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
  list(names = names, made = none, problems = problems)
}

# Records whose number of fields differs from that of the first.
ragged_problems <- function(read) {
  expected <- length(read$first)
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
