# Decides which columns of a table are the id, title, text, date and source of an article.
# Names are written as plain_name() returns them, the likeliest first.
role_names <- list(
  text = c(
    "text", "body", "content", "fulltext", "bodytext", "articletext", "articlebody",
    "articlecontent", "maintext", "contenttext", "rawtext", "cleantext", "fullarticle",
    "fullcontent", "contents", "contentbody", "textbody", "textcontent", "plaintext", "newstext",
    "newscontent", "newsbody", "storytext", "storybody", "posttext", "pagetext", "fieldsbodytext",
    "story", "article", "news", "document", "paragraphs", "transcript", "message",
    "contentencoded", "contenthtml", "fieldsbody", "bodyhtml", "htmlbody", "htmlcontent",
    "articlehtml", "html", "leadparagraph", "description", "summary",
    "abstract", "lead", "snippet", "fieldstrailtext"
  ),
  doc_id = c(
    "docid", "documentid", "articleid", "id", "newid", "newsid", "storyid", "uuid", "guid", "uri",
    "accessionnumber"
  ),
  title = c(
    "title", "headline", "articletitle", "newstitle", "heading", "head", "hl", "subject",
    "headlinemain", "webtitle", "articleheadline", "newsheadline", "headlinetext", "mainheadline",
    "fieldsheadline", "storytitle", "posttitle", "pagetitle", "titletext", "headlines", "titre",
    "titel", "titulo"
  ),
  date = c(
    "date", "pubdate", "publicationdate", "publisheddate", "publishdate", "datepublished",
    "publishedat", "publishedon", "published", "webpublicationdate", "firstpublicationdate",
    "firstpublished", "firstpublishedat", "publishtime", "publishedtime", "publicationtime",
    "publicationdatetime", "publisheddatetime", "pubdatetime", "publishdatetime", "datetime",
    "timestamp", "createdat", "articledate", "newsdate", "storydate", "dateposted", "postedat",
    "posted", "postdate", "posteddate", "printdate", "issuedate", "displaydate", "releasedate",
    "time", "created", "createddate", "datecreated", "day", "ts", "pubtime"
  ),
  source = c(
    "source", "sourcename", "publisher", "publishername", "publication", "publicationname",
    "publicationtitle", "newspaper", "newspapername", "paper", "papername", "outlet", "outletname",
    "mediaoutlet", "newsoutlet", "newssource", "mediasource", "medium", "media", "mediumname",
    "medianame", "journal", "journaltitle", "magazine", "agency", "newsagency", "site",
    "sitename", "sourcetitle", "website", "portal", "feed", "domain"
  )
)

# A column that no name identifies is the text from this mean number of characters on; where no
# column has a name, from the second on, if it has blanks.
least_mean_text <- 80
least_mean_unnamed <- 20

plain_name <- function(x) gsub("[^a-z0-9]+", "", tolower(x))

# The columns of `frame` for each role: `given` by the user where the file has them, else found by
# name unless the content contradicts it; the text is also found by content. A vector of columns
# named by their roles, of which only `text` may be there several times, with the attributes
#   given     whether the user has named the column
#   columns   the names of all columns
#   left_out  other columns that read like texts, if the user has not named the text
find_roles <- function(frame, given) {
  known <- names(frame)
  given <- given_roles(given)
  given <- given[given %in% known]
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
  roles <- roles[order(match(names(roles), names(role_names)))]
  structure(
    roles, given = names(roles) %in% names(given), columns = known,
    left_out = if (!"text" %in% names(given)) text_columns(frame, roles)
  )
}

# What the user has given as list(role = columns or NULL), as a vector of columns named by roles.
given_roles <- function(given) {
  structure(
    as.character(unlist(given, use.names = FALSE)), names = rep(names(given), lengths(given))
  )
}

# The error for a column that the user has named and no file has. `tables` holds what find_roles()
# has found in each file with columns, named by its path.
check_given_roles <- function(given, tables) {
  given <- given_roles(given)
  if (!length(tables) || !length(given)) return(invisible())
  known <- unique(unlist(lapply(tables, attr, "columns")))
  wrong <- given[!given %in% known]
  if (!length(wrong)) return(invisible())
  one <- length(tables) == 1L
  abort_input(
    "`", names(wrong)[[1L]], "` must name a column of ", if (!one) "at least one of the files; ",
    if (one) paste0(names(tables)[[1L]], "; "), "given \"", wrong[[1L]], "\", ",
    if (one) "its columns are: " else paste0("the columns of ", names(tables)[[1L]], " are: "),
    name_list(attr(tables[[1L]], "columns")), "."
  )
}

# The columns without a role that read like texts: long strings of many words, or named as a text.
text_columns <- function(frame, roles) {
  free <- setdiff(names(frame), roles)
  like <- vapply(free, function(column) {
    values <- frame[[column]]
    if (!is.character(values) || all(is.na(values))) return(FALSE)
    values <- utils::head(values[!is.na(values)], 200L)
    words <- mean(nchar(gsub("[^ ]+", "", values)))
    named <- plain_name(column) %in% role_names$text
    words >= (if (named) 5 else 12) && mean(grepl("^(https?://|[[{<])", values)) < 0.5
  }, NA)
  free[like]
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
  if (!length(long)) return(NA_character_)
  best <- free[[which.max(long)]]
  unnamed <- all(grepl("^(V?[0-9]+|extra_fields)$", names(frame)))
  words <- unnamed && max(long) >= least_mean_unnamed && mean(grepl(" .* ", frame[[best]])) > 0.5
  if (max(long) >= least_mean_text || words) best else NA_character_
}

# Texts that their column lacks from other columns that hold whole texts by their names.
fill_texts <- function(frame, roles) {
  text <- roles[names(roles) == "text"]
  if (length(text) != 1L || attr(roles, "given")[[match("text", names(roles))]]) return(frame)
  whole <- names(frame)[plain_name(names(frame)) %in% whole_texts]
  if (!text %in% whole) return(frame)
  for (other in setdiff(whole, roles)) {
    if (!is.character(frame[[other]]) || !is.character(frame[[text]])) next
    none <- is.na(frame[[text]]) | !nzchar(frame[[text]])
    frame[[text]][none] <- frame[[other]][none]
  }
  frame
}

# Names of whole texts, not of leads and summaries.
whole_texts <- setdiff(role_names$text, c(
  "article", "news", "document", "message", "leadparagraph", "description", "summary", "abstract",
  "lead", "snippet", "fieldstrailtext"
))

# The name of the column that is the text by its name, if it can stay in the core: to make R
# strings of its cells, and others of the records read from them, would take twice the time and
# memory. NULL if there is none. `known` are the columns that come into question.
held_column <- function(known, options) {
  if (length(options$missing)) return(NULL)
  given <- given_roles(options$roles)
  own <- given[names(given) == "text" & given %in% known]
  likely <- known[match(role_names$text, plain_name(known))]
  # A second column may have the texts that the first one lacks.
  if (!length(own) && sum(plain_name(known) %in% whole_texts) > 1L) return(NULL)
  name <- if (length(own)) own else likely[!is.na(likely) & !likely %in% given]
  if (length(own) > 1L || !length(name)) NULL else name[[1L]]
}

# A column that is held, NULL or list(at, name, strings, records): its number and name, and
# functions that give its strings, and its records as article_cells_core() does. As arguments they
# are functions of the number too.
hold_column <- function(name, names, strings, records) {
  if (is.null(name)) return(NULL)
  at <- match(name, names)
  list(
    at = at, name = name, strings = function() strings(at),
    records = function(title) records(at, title)
  )
}

# The records of a table. If the form has no types, `frame` holds strings and `untyped` is
# TRUE. `held` is a column of texts that `frame` has without its content: see hold_column().
table_records <- function(frame, line, problems, options, untyped = FALSE, held = NULL) {
  frame <- set_missing(frame, options$missing)
  roles <- find_roles(frame, options$roles)
  if (!is.null(held) && !identical(unname(roles[names(roles) == "text"]), held$name)) {
    frame[[held$name]] <- held$strings()
    roles <- find_roles(frame, options$roles)
    held <- NULL
  }
  if (is.null(held)) frame <- fill_texts(frame, roles)
  n <- nrow(frame)
  column <- function(role) {
    columns <- lapply(roles[names(roles) == role], function(name) as_strings(frame[[name]]))
    if (length(columns)) join_paragraphs(columns) else rep(NA_character_, n)
  }
  cells <- if (is.null(held)) {
    article_cells_core(column("title"), column("text"), options$threads, NULL)
  } else {
    held$records(column("title"))
  }
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

# Strings that mean that there is no value, as `missing` says, become NA.
set_missing <- function(frame, missing) {
  if (!length(missing)) return(frame)
  texts <- vapply(frame, function(column) is.character(column) || is.factor(column), NA)
  frame[texts] <- lapply(frame[texts], function(column) {
    column[trimws(as.character(column)) %in% missing] <- NA
    column
  })
  frame
}

# Several columns of strings as one: what there is in them as paragraphs.
join_paragraphs <- function(columns) {
  if (length(columns) == 1L) return(columns[[1L]])
  Reduce(function(a, b) {
    none <- function(x) is.na(x) | !nzchar(trimws(x))
    ifelse(none(a), b, ifelse(none(b), a, paste(a, b, sep = "\n\n")))
  }, columns)
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
