# Joins what the forms have read into one table, in the order of the files.
join_records <- function(pieces, files, options) {
  check_given_roles(options$roles, piece_roles(pieces, files))
  file <- as.integer(unlist(lapply(pieces, `[[`, "file")))
  field <- function(name, type) {
    as(unlist(lapply(pieces, function(piece) piece$records[[name]])), type)
  }
  order <- order(file)
  path <- files$path[file]
  doc_id <- record_ids(field("doc_id", "character"), file, files)
  doc_id[order] <- make_ids(doc_id[order], length(file))
  text <- field("text", "character")
  more <- unite_columns(lapply(pieces, function(piece) piece$records$more), lengths(
    lapply(pieces, `[[`, "file")
  ))
  fields <- list(
    doc_id = doc_id, title = field("title", "character"), text = text,
    date = date_strings(field("date", "character"))
  )
  dates <- record_dates(fields, more, file, files, options)
  problems <- join_problems(pieces, dates$problems, doc_id, files)
  columns <- c(
    list(
      doc_id = doc_id, title = field("title", "character"), text = text, date = dates$date,
      date_basis = dates$table$basis, source = field("source", "character"), path = path,
      line = field("line", "integer")
    ),
    more
  )
  if (is.unsorted(file)) columns <- lapply(columns, function(column) column[order])
  roles <- join_roles(pieces, files)
  tell_roles(roles, unique(unlist(lapply(pieces, function(piece) attr(piece$roles, "left_out")))))
  tell_encodings(problems)
  if (options$guess) tell_forms(files, file[!is.na(text)], more$form[!is.na(text)])
  tell_unread(files, file[!is.na(text)], problems)
  new_table(columns, "articles", problems = problems, roles = roles)
}

# The id of each record: its own, else the file's name, with a number if the file holds
# several articles.
record_ids <- function(doc_id, file, files) {
  none <- is.na(doc_id) | !nzchar(doc_id)
  if (!any(none)) return(doc_id)
  stem <- file_stem(files$path[file])
  whole <- vapply(article_forms(), `[[`, NA, "whole")[files$form[file]]
  number <- stats::ave(seq_along(file), file, FUN = seq_along)
  alone <- tabulate(file, nrow(files))[file] == 1L
  made <- ifelse(whole & alone, stem, paste0(stem, ".", number))
  doc_id[none] <- made[none]
  doc_id
}

# The problems of all pieces with the path and the doc_id, in the order of the files.
join_problems <- function(pieces, of_dates, doc_id, files) {
  before <- c(0L, cumsum(lengths(lapply(pieces, `[[`, "file"))))
  parts <- lapply(seq_along(pieces), function(i) {
    part <- pieces[[i]]$problems
    part$record <- part$record + before[[i]]
    part
  })
  parts <- c(parts, list(of_dates))
  # By columns: to bind thousands of data frames would take longer than reading the files.
  all <- lapply(list(line = 0L, record = 0L, code = "", detail = "", file = 0L), `[`, 0L)
  for (name in names(all)) all[[name]] <- c(all[[name]], unlist(lapply(parts, `[[`, name)))
  all <- lapply(all, `[`, order(all$file, all$line, all$record))
  data.frame(
    path = files$path[all$file], line = all$line, doc_id = doc_id[all$record],
    code = all$code, detail = all$detail, stringsAsFactors = FALSE
  )
}

# Binds data frames of `sizes` rows; a column that one of them lacks is filled with NA.
unite_columns <- function(frames, sizes) {
  names <- unique(unlist(lapply(frames, names)))
  changed <- character()
  # Columns are taken by number: a search for each name would cost the square of their number.
  at <- lapply(frames, function(frame) match(names, names(frame)))
  columns <- lapply(seq_along(names), function(i) {
    parts <- Map(function(frame, at) if (!is.na(at[[i]])) .subset2(frame, at[[i]]), frames, at)
    type <- common_type(parts)
    if (type$changed) changed <<- c(changed, names[[i]])
    parts <- Map(function(part, size) {
      if (is.null(part)) rep(type$missing, size) else type$convert(part)
    }, parts, sizes)
    do.call(c, parts)
  })
  if (length(changed)) {
    message(
      "Columns whose types differ between files were converted to text: ",
      name_list(changed), "."
    )
  }
  structure(columns, names = names)
}

# The type that all parts of a column can have: a list of `missing`, its NA; `convert`;
# and `changed`, whether values other than text had to become text.
common_type <- function(parts) {
  known <- Filter(function(part) !is.null(part) && !all(is.na(part)), parts)
  class <- unique(vapply(known, function(part) class(part)[[1L]], ""))
  if (!length(class)) class <- "logical"
  if (length(class) == 1L && class != "factor") {
    missing <- if (length(known)) known[[1L]][NA_integer_] else NA
    convert <- function(part) if (all(is.na(part))) rep(missing, length(part)) else part
    return(list(missing = missing, convert = convert, changed = FALSE))
  }
  if (all(class %in% c("integer", "numeric"))) {
    return(list(missing = NA_real_, convert = as.numeric, changed = FALSE))
  }
  list(
    missing = NA_character_, convert = as.character,
    changed = !all(class %in% c("factor", "character"))
  )
}

# Which column of each file has which role: a data frame of path, role, column and given.
join_roles <- function(pieces, files) {
  parts <- lapply(pieces, function(piece) {
    roles <- piece$roles
    if (!length(roles) || !length(piece$file)) return(NULL)
    data.frame(
      path = files$path[piece$file[[1L]]], role = names(roles), column = unname(c(roles)),
      given = attr(roles, "given"), stringsAsFactors = FALSE
    )
  })
  none <- data.frame(
    path = character(), role = character(), column = character(), given = logical()
  )
  do.call(rbind, c(list(none), parts))
}

# The roles in each file that has columns, named by its path.
piece_roles <- function(pieces, files) {
  with <- Filter(function(piece) !is.null(attr(piece$roles, "columns")), pieces)
  roles <- lapply(with, `[[`, "roles")
  names(roles) <- vapply(with, function(piece) files$path[[piece$row]], "")
  roles
}

# Says in one message what was guessed, and which columns that read like texts were left out.
tell_roles <- function(roles, left_out = NULL) {
  guessed <- roles[!roles$given, , drop = FALSE]
  if (!nrow(guessed)) return(invisible())
  sets <- vapply(split(guessed, factor(guessed$path, unique(guessed$path))), function(one) {
    paste0(one$role, " = `", one$column, "`", collapse = ", ")
  }, "")
  sets <- unique(sets)
  message(
    "Columns recognised: ", sets[[1L]],
    if (length(sets) > 1L) {
      " (other files have other columns: see attr(x, \"roles\"))"
    }, ".",
    if (length(left_out)) paste0(
      " Not read, although like a text: ", name_list(left_out), ". Several columns are joined by ",
      "`text = c(...)`."
    )
  )
}

# The forms of files that may be exports, whose articles have the name of the rules as `form`.
export_forms <- c("docx", "rtf", "pdf", "html", "export", "txt")

# Says in one message how many articles of which form came from which files, if there are several
# forms, exports, or archives. `form` is the column of this name.
tell_forms <- function(files, file, form) {
  if (!length(file)) return(invisible())
  kind <- files$form[file]
  if (is.null(form)) form <- rep(NA_character_, length(file))
  export <- kind %in% export_forms & !is.na(form)
  kind[export] <- as.character(form)[export]
  archived <- any(files$depth[unique(file)] > 0L)
  if (!any(export) && !archived && length(unique(kind)) < 2L) return(invisible())
  each <- vapply(unique(kind), function(one) {
    here <- unique(file[kind == one])
    endings <- table(paste0(".", file_ending(files$path[here])))
    sprintf("%s %s (%s)", show_count(sum(kind == one)), one, paste(
      vapply(endings, show_count, ""), names(endings), collapse = ", "
    ))
  }, "")
  message(
    "Read ", count_of(length(file), "article"), " from ",
    count_of(length(unique(file)), "file"), ": ", paste(each, collapse = ", "), "."
  )
}

# Says in one message which files gave no text, and why.
tell_unread <- function(files, with_text, problems) {
  # What was left out of a folder is no file that gave nothing.
  files <- files[!files$code %in% c("hidden", "other_ending"), , drop = FALSE]
  unread <- setdiff(seq_len(nrow(files)), with_text)
  if (!length(unread)) return(invisible())
  paths <- files$path[unread]
  problems <- problems[problems$code != "file_name", , drop = FALSE]
  code <- problems$code[match(paths, problems$path)]
  counts <- table(code)
  message(sprintf(
    "%d of %d files gave no article (%s); the first is %s. See article_problems(x).",
    length(unread), nrow(files), paste(counts, names(counts), collapse = ", "), paths[[1L]]
  ))
}
