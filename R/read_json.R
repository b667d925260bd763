# Reads JSON (an array of objects, one object, an object of arrays, an object that wraps an
# array) and JSON lines.
read_json <- function(file, options) read_json_form(file, options, lines = FALSE)

read_jsonl <- function(file, options) read_json_form(file, options, lines = TRUE)

read_json_form <- function(file, options, lines) {
  need_package("yyjsonr", "Reading JSON")
  core <- function(source) read_json_split_core(source, lines, TRUE)
  read <- read_source(file, options, core)
  if (is.data.frame(read)) return(no_records(read))
  if (!is.null(read$table)) return(flat_records(read, options))
  problems <- read$problems
  if (!read$good) return(no_records(problems))
  if (!length(read$line)) {
    found <- if (read$array) c("no_articles", "an empty array") else c("empty", "no value")
    return(no_records(rbind(problems, form_problems(NA, NA, found[[1L]], found[[2L]]))))
  }
  values <- json_values(read, function() {
    read_source(file, options, function(source) read_json_split_core(source, lines, FALSE))
  })
  line <- read$line
  piece <- seq_along(values)
  if (!read$array && !lines && length(values) == 1L) {
    values <- unwrap_json(values[[1L]])
    if (!is.null(attr(values, "answer"))) {
      answer <- form_problems(NA, NA, "no_articles", attr(values, "answer"))
      return(no_records(rbind(problems, answer)))
    }
    line <- rep(line, length(values))
    piece <- if (length(values) == 1L) 1L else rep(NA, length(values))
  } else {
    values <- open_answers(values)
    from <- attr(values, "from")
    if (!is.null(from)) {
      line <- line[from]
      piece <- rep(NA, length(values))
    }
  }
  values <- open_envelopes(values)
  if (is_name_row(values)) {
    values <- name_rows(values[-1L], as.vector(values[[1L]]))
    line <- line[-1L]
    piece <- piece[-1L]
  } else {
    values <- name_rows(values)
  }
  frame <- plain_records(values)
  bad <- rep(FALSE, length(values))
  if (is.null(frame)) {
    values <- lapply(values, as_json_object)
    bad <- vapply(values, is.character, NA)
  }
  # The core counts pieces, of which each good one is a record.
  problems$record <- match(problems$record, piece[!bad], incomparables = NA)
  problems <- rbind(problems, form_problems(
    line[bad], NA, rep("bad_json", sum(bad)), as.character(values[bad])
  ))
  if (all(bad)) return(no_records(problems))
  if (is.null(frame)) frame <- bind_json(values[!bad])
  table_records(frame, line[!bad], problems, options)
}

# The values of all pieces; `apart` reads the file once more with each piece a string, for those
# that cannot be parsed together.
json_values <- function(read, apart) {
  values <- parse_together(read$together, length(read$line))
  if (!is.null(values)) return(values)
  if (is.null(read$pieces)) read <- apart()
  parse_json(read)
}

# The records of a file that the core has read as a table, since they hold single values only.
# What they hold is as the parser of the package yyjsonr would read it.
flat_records <- function(read, options) {
  on.exit(read_json_release_core(read$table))
  n <- length(read$line)
  held <- held_column(read$names[read$strings & !is_html_name(read$names)], options)
  held <- hold_column(
    held, read$names,
    strings = function(at) read_json_columns_core(read$table, at)[[1L]],
    records = function(at, title) {
      read_json_cells_core(read$table, at, title, options$threads, NULL)
    }
  )
  at <- setdiff(seq_along(read$names), held$at)
  frame <- vector("list", length(read$names))
  frame[at] <- read_json_columns_core(read$table, at)
  frame[held$at] <- list(rep(NA_character_, n))
  frame <- structure(
    frame, names = read$names, class = "data.frame", row.names = .set_row_names(n)
  )
  table_records(html_as_text(frame), read$line, read$problems, options, held = held)
}

# The value of each piece, or an object of class json_fault that says what is wrong with it.
parse_json <- function(read) {
  options <- json_options()
  fault <- function(detail) structure(list(detail = detail), class = "json_fault")
  # The parser prints the place of an error on the console.
  utils::capture.output(values <- Map(function(piece, closed, deep) {
    if (deep) return(fault("nested more than 200 times"))
    if (!closed) return(fault("brackets or quotes are not closed"))
    tryCatch(
      yyjsonr::read_json_str(piece, opts = options),
      error = function(e) fault(conditionMessage(e))
    )
  }, read$pieces, read$closed, read$deep, USE.NAMES = FALSE))
  values
}

json_options <- function() {
  yyjsonr::opts_read_json(
    arr_of_objs_to_df = FALSE, obj_of_arrs_to_df = FALSE, arr_of_arrs_to_matrix = FALSE,
    int64 = "string", length1_array_asis = TRUE,
    yyjson_read_flag = yyjsonr::yyjson_read_flag$YYJSON_READ_ALLOW_INF_AND_NAN
  )
}

# The values of all n pieces, read as one array (its bytes, or NULL), which costs a third of
# reading each alone; or NULL where one of them cannot be read, or the array is no list with a
# value for each.
parse_together <- function(array, n) {
  if (is.null(array)) return(NULL)
  utils::capture.output(values <- tryCatch(
    yyjsonr::read_json_raw(array, opts = json_options()), error = function(e) NULL
  ))
  if (is.list(values) && is.null(names(values)) && length(values) == n) values
}

# Records of single values as a data frame, as as_json_object() and bind_json() would give it; or
# NULL where a record has anything else. Most files have nothing else.
plain_records <- function(values) {
  if (!all(vapply(values, is.list, NA)) || any(vapply(values, is.object, NA))) return(NULL)
  names <- lapply(values, names)
  if (any(vapply(names, is.null, NA)) || any(vapply(names, anyDuplicated, 0L) > 0L)) return(NULL)
  fields <- unlist(values, recursive = FALSE, use.names = FALSE)
  none <- !lengths(fields)
  fields[none] <- list(NA)
  single <- all(lengths(fields) == 1L) && all(vapply(fields, is.atomic, NA)) &&
    !any(vapply(fields, is.object, NA))
  if (single) html_as_text(bind_fields(unlist(names), fields, lengths(values)))
}

# Is `x` an array of objects?
holds_objects <- function(x) {
  is.list(x) && is.null(names(x)) && length(x) > 0L && all(vapply(x, is_json_object, NA))
}

is_json_object <- function(x) is.list(x) && !is.null(names(x)) && !inherits(x, "json_fault")

is_json_array <- function(x) {
  inherits(x, "AsIs") || (is.atomic(x) && length(x) > 1L) || (is.list(x) && is.null(names(x)))
}

# A value as the named list of one record, or a string that says what is wrong.
as_json_object <- function(value) {
  if (inherits(value, "json_fault")) return(value$detail)
  if (is.character(value) && length(value) == 1L) return(list(text = as.vector(value)))
  if (!is_json_object(value)) return("not an object")
  plain <- lengths(value) == 1L & vapply(value, is.atomic, NA) &
    !vapply(value, inherits, NA, "AsIs") & !is_html_name(names(value))
  if (!all(plain)) value <- html_as_text(flatten_json(join_words(join_blocks(value))))
  if (anyDuplicated(names(value))) names(value) <- make.unique(names(value))
  value
}

# Nested objects become fields `a.b`; arrays become JSON strings, or, if they hold the
# paragraphs of the text, one text.
flatten_json <- function(value, prefix = "") {
  names <- paste0(prefix, names(value))
  parts <- Map(function(field, name) {
    # MongoDB writes {"$date": ...} and {"$oid": ...} for values of such types.
    while (is_json_object(field) && length(field) == 1L && startsWith(names(field), "$")) {
      field <- field[[1L]]
    }
    if (!length(field)) return(structure(list(NA), names = name))
    if (is_json_object(field) && is.character(field$rendered)) {
      # WordPress writes {"rendered": HTML} for titles and texts.
      rest <- flatten_json(field[names(field) != "rendered"], paste0(name, "."))
      return(c(structure(list(field_text(field$rendered)), names = name), rest))
    }
    if (is_json_object(field)) return(flatten_json(field, paste0(name, ".")))
    if (is_json_array(field)) {
      if (is.character(field) && plain_name(name) %in% role_names$text) {
        field <- paste(field[!is.na(field)], collapse = "\n\n")
      } else {
        field <- json_string(if (is.list(field)) unclass(field) else as.vector(field))
      }
    }
    structure(list(field), names = name)
  }, value, names, USE.NAMES = FALSE)
  do.call(c, parts)
}

# Named lists of single values as a data frame; fields that a record lacks are NA.
bind_json <- function(values) {
  bind_fields(
    unlist(lapply(values, names), use.names = FALSE),
    as.list(unlist(values, recursive = FALSE, use.names = FALSE)), lengths(values)
  )
}

# The same of their names and fields, one after the other, `sizes` of them in each record.
bind_fields <- function(names, fields, sizes) {
  record <- rep(seq_along(sizes), sizes)
  columns <- lapply(split(seq_along(names), factor(names, unique(names))), function(at) {
    some <- unlist(fields[at], use.names = FALSE)
    column <- rep(some[NA_integer_], length(sizes))
    column[record[at]] <- some
    column
  })
  structure(columns, class = "data.frame", row.names = .set_row_names(length(sizes)))
}
