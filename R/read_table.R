# Decides which columns of a table are the id, title, text, date and source of an article.
# Names are written as plain_name() returns them, the likeliest first.
role_names <- list(
  text = c(
    "text", "body", "content", "fulltext", "bodytext", "articletext", "articlebody",
    "articlecontent", "maintext", "contenttext", "rawtext", "cleantext", "story", "article",
    "news", "document", "paragraphs", "message", "description", "summary", "abstract", "lead",
    "snippet"
  ),
  doc_id = c(
    "docid", "documentid", "articleid", "id", "newid", "newsid", "storyid", "uuid", "guid", "uri",
    "accessionnumber"
  ),
  title = c("title", "headline", "articletitle", "newstitle", "heading", "head", "hl", "subject"),
  date = c(
    "date", "pubdate", "publicationdate", "publisheddate", "publishdate", "datepublished",
    "publishedat", "publishedon", "published", "datetime", "timestamp", "createdat",
    "articledate", "time"
  ),
  source = c(
    "source", "sourcename", "publisher", "publishername", "publication", "newspaper", "outlet",
    "medium", "media", "journal", "agency", "site", "domain"
  )
)

# A column that no name identifies is the text from this mean number of characters on.
least_mean_text <- 80

plain_name <- function(x) gsub("[^a-z0-9]+", "", tolower(x))

# The column of `frame` for each role: `given` by the user, else found by name unless the
# content contradicts it; the text is also found by content. A named vector
# with `given` as attribute.
find_roles <- function(frame, given, path) {
  known <- names(frame)
  given <- unlist(given)
  wrong <- given[!given %in% known]
  if (length(wrong)) {
    arg <- names(wrong)[[1L]]
    abort_input(
      "`", arg, "` must name a column of ", shown_path(path), "; given \"", wrong[[1L]],
      "\", its columns are: ", name_list(known), "."
    )
  }
  roles <- if (length(given)) given else character()
  plain <- plain_name(known)
  for (role in setdiff(names(role_names), names(given))) {
    likely <- known[match(role_names[[role]], plain)]
    likely <- setdiff(likely[!is.na(likely)], roles)
    for (column in likely) {
      if (fits_role(frame[[column]], role)) {
        roles[[role]] <- column
        break
      }
    }
  }
  if (!"text" %in% names(roles)) roles[["text"]] <- longest_column(frame, roles)
  roles <- roles[!is.na(roles)]
  roles <- roles[intersect(names(role_names), names(roles))]
  structure(roles, given = names(roles) %in% names(given))
}

# Does the content of a column contradict the role that its name suggests?
fits_role <- function(column, role) {
  values <- column[!is.na(column)]
  if (!length(values)) return(TRUE)
  if (inherits(values, c("Date", "POSIXct"))) return(role == "date")
  if (is.list(values)) return(FALSE)
  switch(role,
    doc_id = anyDuplicated(values) == 0L || mean(duplicated(values)) < 0.5,
    date = mean(grepl("[0-9]{2}", as.character(values))) >= 0.5 &&
      (mean(nchar(as.character(values)) >= 6L) >= 0.5 || all(are_serial_dates(values))),
    is.character(values) || is.factor(values)
  )
}

# Are the values numbers of days in a spreadsheet? No other date has five figures.
are_serial_dates <- function(values) {
  values <- as.character(values)
  numbers <- grepl("^[0-9]{5}([.][0-9]*)?$", values)
  numbers[numbers] <- !is.na(article_dates_strings_core(values[numbers])$day)
  numbers
}

# The column whose strings are longest on average, or NA if none looks like a text.
longest_column <- function(frame, roles) {
  free <- setdiff(names(frame), roles)
  long <- vapply(frame[free], function(column) {
    if (!is.character(column) || all(is.na(column))) return(0)
    mean(nchar(column, "bytes"), na.rm = TRUE)
  }, 0)
  if (length(long) && max(long) >= least_mean_text) free[[which.max(long)]] else NA_character_
}

# The records of a table. If the form has no types, `frame` holds strings and `untyped` is
# TRUE.
table_records <- function(frame, line, problems, options, path, untyped = FALSE) {
  roles <- find_roles(frame, options$roles, path)
  n <- nrow(frame)
  column <- function(role) {
    if (role %in% names(roles)) as_strings(frame[[roles[[role]]]]) else rep(NA_character_, n)
  }
  cells <- article_cells_core(column("title"), column("text"), options$threads, NULL)
  headlines <- titles_only(cells$title, cells$text)
  if (headlines) cells$text[is_filled(cells$title)] <- ""
  more <- frame[setdiff(names(frame), roles)]
  if (untyped) {
    more <- structure(
      lapply(more, typed_column), class = "data.frame", row.names = .set_row_names(n)
    )
  }
  more <- plain_columns(more)
  list(
    records = form_records(
      n, doc_id = column("doc_id"), title = cells$title, text = cells$text,
      date = column("date"), source = column("source"), line = line, more = more
    ),
    problems = rbind(
      problems, cell_problems(cells$problems, line),
      if (headlines) {
        headline_problem(cells$title)
      } else {
        empty_problems(cells$title, cells$text, line)
      },
      if (n && !"text" %in% names(roles)) {
        form_problems(
          NA, code = "no_text_column", detail = paste0(
            "no column looks like a text: name it by `text`; the columns are: ",
            name_list(names(frame))
          )
        )
      }
    ),
    roles = roles
  )
}

# The repairs in cells; removal of the title from texts is reported once for each file.
cell_problems <- function(problems, line) {
  problems$line <- line[problems$record]
  repeated <- problems$code == "title_repeated"
  out <- form_problems(
    problems$line[!repeated], problems$record[!repeated], problems$code[!repeated],
    problems$detail[!repeated]
  )
  if (!any(repeated)) return(out)
  rbind(out, form_problems(
    problems$line[repeated][[1L]], problems$record[repeated][[1L]], "title_repeated",
    sprintf(
      "the title was removed from the start of %s; this is the first",
      count_of(sum(repeated), "text")
    )
  ))
}

# A table of headlines is one fact, not one for each of them.
headline_problem <- function(title) {
  form_problems(NA, code = "titles_only", detail = sprintf(
    "no row has a text: %s read alone", count_of(sum(is_filled(title)), "title")
  ))
}

empty_problems <- function(title, text, line) {
  empty <- which(is.na(text) | !nzchar(text))
  form_problems(
    line[empty], empty, rep("empty", length(empty)),
    ifelse(is.na(title[empty]), "no text", "no text except the title")
  )
}

# A column as strings: dates as ISO 8601 writes them.
as_strings <- function(column) {
  if (inherits(column, "Date")) return(format(column, "%Y-%m-%d"))
  if (inherits(column, "POSIXt")) return(format(column, "%Y-%m-%dT%H:%M:%SZ", tz = "UTC"))
  if (is.list(column)) return(list_strings(column))
  if (is.double(column)) return(number_strings(column))
  as.character(column)
}

# Ids that are numbers are written in full, not as 1e+05.
number_strings <- function(x) {
  out <- sprintf("%.15g", x)
  out[is.na(x)] <- NA_character_
  out
}

# Converts a column of strings to numbers or truth values if all of it can be; strings whose
# digits a number would lose (00123, more than 15) stay strings.
typed_column <- function(x) {
  there <- x[!is.na(x)]
  if (!length(there)) return(rep(NA, length(x)))
  if (all(there %in% c("TRUE", "FALSE", "true", "false", "True", "False"))) {
    return(tolower(x) == "true")
  }
  number <- grepl("^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?$", there)
  if (!all(number)) return(x)
  if (any(grepl("^[+-]?0[0-9]", there)) || any(nchar(gsub("[^0-9]", "", there)) > 15L)) return(x)
  utils::type.convert(x, as.is = TRUE)
}

# Columns of lists become strings, and columns with a name that article_read() uses are renamed.
# A name of more than 1,000 bytes is cut, since R knows none of more than 10,000.
plain_columns <- function(more) {
  lists <- vapply(more, is.list, NA)
  more[lists] <- lapply(more[lists], list_strings)
  own <- c("doc_id", "title", "text", "date", "source", "path", "line")
  long <- nchar(names(more), "bytes") > 1000L
  names(more)[long] <- paste0(shown_strings(names(more)[long], 200L), "\u2026")
  names(more) <- utils::tail(make.unique(c(own, names(more))), ncol(more))
  more
}

# Each element of a list as one string: itself if it is one value, else as JSON.
list_strings <- function(x) {
  vapply(x, function(one) {
    if (!length(one)) return(NA_character_)
    if (is.atomic(one) && length(one) == 1L) return(as.character(one))
    json_string(one)
  }, "")
}

json_string <- function(x) {
  if (requireNamespace("yyjsonr", quietly = TRUE)) {
    return(yyjsonr::write_json_str(x, auto_unbox = is.list(x)))
  }
  paste(unlist(x), collapse = ", ")
}
