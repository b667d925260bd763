# The shapes in which JSON files hold records: as pandas writes tables, and as the interfaces of
# newspapers answer.

# The records in one value of a file, a list. For an object whose fields are arrays of one length,
# or objects with the same names (a table by columns): its rows. For an object of objects that are
# records (a table by rows), or of `columns` and `data`: its rows. For an object without a text of
# its own that holds one array of objects, or one object that does: these objects, each with the
# outer fields added. For an answer without articles: no records, with what it says as the
# attribute `answer`. Else the value itself.
unwrap_json <- function(value) {
  if (!is_json_object(value)) return(list(value))
  value <- join_blocks(value)
  for (shape in list(by_split, by_columns, by_rows, by_lists, feed_items, empty_answer)) {
    found <- shape(value)
    if (!is.null(found)) return(found)
  }
  array <- vapply(value, is_json_array, NA)
  size <- lengths(value)
  if (all(array) && length(unique(size)) == 1L && size[[1L]] > 0L && !holds_objects(value[[1L]])) {
    return(lapply(seq_len(size[[1L]]), function(i) lapply(value, `[[`, i)))
  }
  own <- plain_name(names(value)) %in% role_names$text & vapply(value, is.character, NA)
  if (any(own)) return(list(value))
  unwrap_outer(value)
}

# The objects in the one array of objects of an object, or of one of its fields, at any depth.
unwrap_outer <- function(value) {
  inside <- vapply(value, holds_objects, NA)
  if (!any(inside)) inside <- vapply(value, wraps_objects, NA)
  if (sum(inside) != 1L) return(list(value))
  # A table of pandas has its columns' types beside it.
  rest <- value[!inside & names(value) != "schema"]
  found <- value[[which(inside)]]
  lapply(if (is_json_object(found)) unwrap_json(found) else open_envelopes(found), function(one) {
    if (!is_json_object(one)) return(one)
    c(one, rest[setdiff(names(rest), names(one))])
  })
}

# Is a value an object in which, at some depth, one field holds records?
wraps_objects <- function(value, depth = 5L) {
  if (depth == 0L || !is_json_object(value)) return(FALSE)
  if (is.character(value[["text"]])) return(FALSE)
  any(vapply(value, function(field) {
    holds_objects(field) || wraps_objects(field, depth - 1L)
  }, NA)) || !is.null(by_rows(value))
}

# The records of the answers in an array, or on the lines of a file, each of which wraps records:
# a list of values, with `from`, the number of the answer of each. Else the values.
open_answers <- function(values) {
  wraps <- vapply(values, function(value) {
    is_json_object(value) && !any(plain_name(names(value)) %in% own_names) &&
      (!is.null(by_split(value)) || wraps_objects(value))
  }, NA)
  if (!length(values) || !all(wraps)) return(values)
  opened <- lapply(values, unwrap_json)
  structure(unlist(opened, recursive = FALSE), from = rep(seq_along(opened), lengths(opened)))
}

# Names that only a record has, not what wraps records.
own_names <- c("title", "headline", "text", "body", "content")

# Objects that hold one record and little else (`node`, `_source`, `article`), opened: its fields
# take the place of the field, the others stay.
open_envelopes <- function(values) {
  if (!length(values) || !all(vapply(values, is_json_object, NA))) return(values)
  if (any(plain_name(names(values[[1L]])) %in% own_names)) return(values)
  for (name in c("node", "_source", "article", "item", "doc", "record", "attributes")) {
    held <- vapply(values, function(value) is_json_object(value[[name]]), NA)
    if (!all(held)) next
    return(lapply(values, function(value) {
      inner <- value[[name]]
      rest <- value[names(value) != name]
      c(inner, rest[setdiff(names(rest), names(inner))])
    }))
  }
  values
}

# The blocks of a text, an array of objects with a text each, as paragraphs: a record has a title
# beside them.
join_blocks <- function(value) {
  named <- plain_name(names(value)) %in% role_names$text
  if (!any(named) || !any(plain_name(names(value)) %in% role_names$title)) return(value)
  for (i in which(named)) {
    blocks <- value[[i]]
    if (!holds_objects(blocks)) next
    text <- lapply(blocks, function(block) {
      if (is.null(block[["text"]])) block[["content"]] else block[["text"]]
    })
    said <- vapply(text, function(one) is.character(one) && length(one) == 1L, NA)
    if (!any(said) || any(plain_name(unlist(lapply(blocks, names))) %in% role_names$title)) next
    value[[i]] <- paste(unlist(text[said]), collapse = "\n\n")
  }
  value
}

# {"2021-12-03": [{"title": "a", "text": "b"}], "2021-12-04": [...]}: the arrays one after the
# other, their names as dates if they are, else as `group`.
by_lists <- function(value) {
  if (length(value) < 2L || !all(vapply(value, holds_objects, NA))) return(NULL)
  common <- plain_name(Reduce(intersect, lapply(value, function(array) names(array[[1L]]))))
  if (!any(common %in% role_names$text)) return(NULL)
  name <- if (all(grepl("^[0-9]{4}-?[0-9]{2}-?[0-9]{2}", names(value)))) "date" else "group"
  rows <- Map(function(array, key) {
    lapply(array, function(row) {
      if (name %in% plain_name(names(row))) row else c(row, structure(list(key), names = name))
    })
  }, value, names(value), USE.NAMES = FALSE)
  unlist(rows, recursive = FALSE)
}

# {"columns": ["title", "text"], "index": [0, 1], "data": [["a", "b"], ["c", "d"]]}
by_split <- function(value) {
  if (!all(c("columns", "data") %in% names(value))) return(NULL)
  columns <- unlist(value$columns)
  rows <- as_rows(value$data)
  if (!is.character(columns) || is.null(rows) || any(lengths(rows) != length(columns))) return(NULL)
  add_keys(lapply(rows, `names<-`, columns), unlist(value$index))
}

# The arrays in an array as lists, or NULL if it holds other things. An array of strings or
# numbers only is read as a vector.
as_rows <- function(data) {
  if (!is.list(data) || !is.null(names(data)) || !length(data)) return(NULL)
  if (!all(vapply(data, is_json_array, NA))) return(NULL)
  lapply(data, as.list)
}

# {"title": {"0": "a", "1": "c"}, "text": {"0": "b", "1": "d"}}
by_columns <- function(value) {
  if (!all(vapply(value, is_json_object, NA))) return(NULL)
  keys <- names(value[[1L]])
  same <- all(vapply(value, function(column) identical(names(column), keys), NA))
  counted <- all(grepl("^[0-9]+$", keys))
  plain <- counted ||
    all(vapply(value, function(column) !any(vapply(column, is_json_object, NA)), NA))
  known <- any(plain_name(names(value)) %in% role_names$text) || counted
  if (!same || !plain || !known || any(plain_name(keys) %in% unlist(role_names))) return(NULL)
  add_keys(lapply(seq_along(keys), function(i) lapply(value, `[[`, i)), keys)
}

# {"0": {"title": "a", "text": "b"}, "1": {"title": "c", "text": "d"}}
by_rows <- function(value) {
  if (!all(vapply(value, is_json_object, NA))) return(NULL)
  common <- plain_name(Reduce(intersect, lapply(value, names)))
  alike <- length(value) > 1L && length(common) > 1L && any(common %in% role_names$text)
  if (!alike && !all(grepl("^[0-9]+$", names(value)))) return(NULL)
  add_keys(unname(unclass(value)), names(value))
}

# Arrays of one length as rows of a table whose columns have these names, or V1, V2, ...; other
# values stay.
name_rows <- function(values, names = NULL) {
  if (!length(values) || !is_json_array(values[[1L]])) return(values)
  rows <- vapply(values, function(value) is_json_array(value) && length(value) > 0L, NA)
  if (!all(rows) || length(unique(lengths(values))) != 1L) return(values)
  if (length(names) != length(values[[1L]])) names <- paste0("V", seq_along(values[[1L]]))
  lapply(values, function(value) structure(as.list(value), names = names))
}

# Is the first of several arrays of one length the names of the columns?
is_name_row <- function(values) {
  length(values) > 1L && is.character(values[[1L]]) && length(values[[1L]]) > 1L &&
    length(values[[1L]]) == length(values[[2L]]) && is_json_array(values[[2L]]) &&
    any(plain_name(values[[1L]]) %in% unlist(role_names))
}

# The names of rows as ids, unless they only count them or each row has an id.
add_keys <- function(rows, keys) {
  keys <- as.character(keys)
  if (length(keys) != length(rows) || identical(keys, as.character(seq_along(rows) - 1L))) {
    return(rows)
  }
  if (any(plain_name(unlist(lapply(rows, names))) %in% role_names$doc_id)) return(rows)
  Map(function(row, key) c(list(id = key), row), rows, keys, USE.NAMES = FALSE)
}

# The items of a JSON Feed (jsonfeed.org).
feed_items <- function(value) {
  version <- value[["version"]]
  if (!is.character(version) || length(version) != 1L || !grepl("jsonfeed", version)) return(NULL)
  if (!holds_objects(value$items)) {
    return(structure(list(), answer = "a feed without items"))
  }
  lapply(value$items, function(item) {
    item <- as.list(item)
    if (is.null(item$content_text) && is.character(item$content_html)) {
      item$content_text <- field_text(item$content_html)
    }
    item$content_html <- NULL
    author <- item[["author"]]
    if (is.null(author)) author <- item[["authors"]][[1L]]
    if (is.list(author) && is.character(author$name)) item$byline <- author$name
    c(item[!names(item) %in% c("author", "authors")], list(source = value$title))
  })
}

# An answer that says that something went wrong, or that nothing was found.
empty_answer <- function(value) {
  inner <- if (is_json_object(value$response)) value$response else value
  names <- names(inner)
  if (any(plain_name(names) %in% setdiff(role_names$text, "message"))) return(NULL)
  said <- c(
    "fault", "error", "errors", "message", "faultstring", "detail", "reason", "code", "status"
  )
  wrong <- inner[intersect(names, said[1:3])]
  wrong <- !all(vapply(wrong, is_empty_field, NA)) && all(names %in% said) ||
    identical(names, "message") && is.character(inner$message) && nchar(inner$message) < 100L ||
    is.character(inner$status) && tolower(inner$status[[1L]]) %in% c("error", "fail", "failed")
  if (wrong && sum(nchar(unlist(inner))) < 1000L) {
    reported <- unique(as.character(unlist(inner[intersect(said, names)])))
    return(structure(list(), answer = paste(
      "the answer is an error:", shown_strings(paste(reported, collapse = "; "), 200L)
    )))
  }
  lists <- c("docs", "results", "articles", "items", "hits", "data", "records")
  nothing <- vapply(inner[names %in% lists], is_empty_field, NA)
  if (length(nothing) && all(nothing)) {
    return(structure(list(), answer = "the answer has no articles"))
  }
  NULL
}

is_empty_field <- function(x) !length(x) || (is.atomic(x) && all(is.na(x) | x %in% c("", FALSE)))

# Key words of interfaces, objects with a value, as one string.
join_words <- function(value) {
  words <- vapply(value, function(field) {
    holds_objects(field) && all(vapply(field, function(one) is.character(one$value), NA))
  }, NA)
  value[words] <- lapply(value[words], function(field) {
    paste(vapply(field, function(one) one$value[[1L]], ""), collapse = "; ")
  })
  value
}

# Names of fields that hold HTML, as plain_name() writes them.
html_names <- c(
  "contenthtml", "bodyhtml", "htmlbody", "htmlcontent", "articlehtml", "html", "fieldsbody",
  "contentencoded"
)

is_html_name <- function(names) plain_name(names) %in% html_names

# Fields or columns that hold HTML as text.
html_as_text <- function(fields) {
  html <- is_html_name(names(fields)) & vapply(fields, is.character, NA)
  fields[html] <- lapply(fields[html], field_text)
  fields
}

# HTML as text: paragraphs apart, without tags and entities.
field_text <- function(html) {
  text <- repair_text(as.character(html), 1L, TRUE)$text
  gsub("[ \t]*\n[ \t]*", "\n", trimws(text))
}
