# News feeds in XML: RSS 2.0 and its elders, RSS 1.0 (RDF) and Atom. A feed in JSON is read by
# read_json(). The package xml2 parses them.

read_feed <- function(file, options = NULL) {
  need_package("xml2", "Reading feeds (.rss, .atom, .xml)")
  source <- feed_source(file, options)
  if (is.null(source$text)) return(no_records(source$problems))
  root <- parse_feed(source$text)
  failed <- function(code, detail) {
    no_records(rbind(source$problems, form_problems(NA, NA, code, detail)))
  }
  if (is.null(root)) return(failed("bad_xml", "the file cannot be parsed as XML"))
  if (!tolower(xml2::xml_name(root)) %in% c("rss", "rdf", "feed")) {
    return(failed("bad_xml", sprintf(
      "not a feed: its first element is <%s>", shown_string(xml2::xml_name(root))
    )))
  }
  items <- xml2::xml_find_all(root, "//*[local-name()='item' or local-name()='entry']")
  cut_off <- !grepl("</([a-zA-Z]+:)?(rss|rdf|feed)[[:space:]]*>", source$text, ignore.case = TRUE)
  if (cut_off) {
    source$problems <- rbind(source$problems, form_problems(
      NA, NA, "cut_off", "the feed ends early: what is missing is lost"
    ))
  }
  if (!length(items)) return(failed("no_articles", "a feed without items"))
  feed_records(items, feed_title(root), source$problems, options)
}

# The source of a feed in UTF-8, list(text, problems), without the declaration of its encoding.
feed_source <- function(file, options) {
  source <- file_or_bytes(file)
  if (is.data.frame(source)) return(list(problems = source))
  bytes <- source_bytes(source)
  if (is.null(bytes)) {
    return(list(problems = form_problems(NA, NA, "unreadable", "the file cannot be read")))
  }
  before <- packed_problems(source)
  declared <- if (is.null(options$encoding)) declared_encoding(bytes)
  if (!is.null(declared)) {
    found <- to_utf8(bytes, declared)
    before <- rbind(before, encoding_problems(found, declared, ", as the feed declares"))
    bytes <- found
  }
  source <- decoded_bytes(bytes, options)
  problems <- rbind(before, core_problems(c(as.list(source$problems), list(record = NA))))
  if (is.na(source$text)) return(list(problems = problems))
  if (!nzchar(trimws(source$text))) {
    return(list(problems = rbind(problems, form_problems(NA, NA, "empty", "no element"))))
  }
  # XML knows five entities; those of HTML are left to the reader of the fields.
  text <- gsub("&(?!(amp|lt|gt|quot|apos|#[0-9]+|#[xX][0-9a-fA-F]+);)", "&amp;", source$text,
    perl = TRUE)
  list(text = sub("^[[:space:]]*<[?]xml[^>]*[?]>", "", text), problems = problems)
}

# The encoding that a feed declares, where its bytes have to be converted from it; NULL otherwise.
declared_encoding <- function(bytes) {
  start <- rawToChar(utils::head(bytes[bytes > as.raw(0) & bytes < as.raw(128)], 200L))
  declared <- regmatches(start, regexec("<[?]xml[^>]*encoding *= *[\"']([^\"']+)", start))[[1L]]
  if (!length(declared)) return(NULL)
  name <- declared[[2L]]
  if (!knows_encoding(name) || grepl("^utf", name, ignore.case = TRUE)) return(NULL)
  if (has_mark(bytes) || is_utf8(bytes, name)) return(NULL)
  name
}

# Are bytes UTF-8, whatever a feed declares? Encodings that escape to ASCII have bytes that are
# valid UTF-8 but mean something else.
is_utf8 <- function(bytes, declared) {
  !any(bytes == as.raw(0)) && validUTF8(rawToChar(bytes)) &&
    !grepl("^iso-?2022|^hz|^utf-?7", declared, ignore.case = TRUE)
}

# The first element of a feed, or NULL. What follows the last whole item of a feed that ends
# early is dropped.
parse_feed <- function(text) {
  parse <- function(text) {
    tryCatch(
      suppressWarnings(xml2::read_xml(
        charToRaw(text), encoding = "UTF-8", options = c("NOERROR", "NOCDATA", "NONET")
      )),
      error = function(e) NULL
    )
  }
  root <- parse(text)
  last <- if (is.null(root)) regexpr("(?s).*</(item|entry)>", text, perl = TRUE, useBytes = TRUE)
  if (is.null(root) && last > 0L) {
    whole <- rawToChar(utils::head(charToRaw(text), attr(last, "match.length")))
    Encoding(whole) <- "UTF-8"
    for (end in c("</channel></rss>", "</feed>", "</rdf:RDF>")) {
      root <- parse(paste0(whole, end))
      if (!is.null(root)) break
    }
  }
  if (is.null(root) || is.na(xml2::xml_name(root))) NULL else root
}

# The name of a feed: of its channel, or its own.
feed_title <- function(root) {
  found <- xml2::xml_find_first(
    root, "(./*[local-name()='channel']/*[local-name()='title'] | ./*[local-name()='title'])[1]"
  )
  one_line(xml2::xml_text(found))
}

one_line <- function(x) {
  x <- gsub("[[:space:]]+", " ", field_text(x))
  x[!is.na(x) & !nzchar(x)] <- NA
  x
}

# The records of items, by the names that the three forms give their fields.
feed_records <- function(items, feed, problems, options) {
  space <- xml2::xml_ns(items[[1L]])
  fields <- lapply(items, function(item) {
    parts <- xml2::xml_children(item)
    list(parts = parts, names = sub("^d[0-9]+:", "", xml2::xml_name(parts, space)))
  })
  field <- function(..., all = FALSE, value = feed_value) {
    vapply(fields, function(one) {
      for (name in c(...)) {
        found <- vapply(one$parts[one$names == name], value, "")
        found <- found[!is.na(found) & nzchar(trimws(found))]
        if (length(found)) return(if (all) paste(found, collapse = "; ") else found[[1L]])
      }
      NA_character_
    }, "")
  }
  content <- field(
    "content:encoded", "encoded", "content", "yandex:full-text", "full-text", "fulltext",
    "turbo:content"
  )
  summary <- field(
    "description", "summary", "dc:description", "media:description", "itunes:summary",
    "excerpt:encoded"
  )
  bare <- is.na(content) & is.na(summary)
  content[bare] <- vapply(fields[bare], function(one) other_text(one$parts, one$names), "")
  address <- function(node) {
    rel <- xml2::xml_attr(node, "rel")
    if (!is.na(rel) && rel != "alternate") return(NA_character_)
    href <- xml2::xml_attr(node, "href")
    if (is.na(href)) trimws(xml2::xml_text(node)) else href
  }
  category <- function(node) {
    term <- xml2::xml_attr(node, "term")
    if (is.na(term)) trimws(xml2::xml_text(node)) else term
  }
  author <- function(node) {
    name <- xml2::xml_find_first(node, "./*[local-name()='name']")
    trimws(xml2::xml_text(if (is.na(xml2::xml_name(name))) node else name))
  }
  frame <- data.frame(
    doc_id = field("guid", "id"), title = one_line(field("title", "dc:title")),
    text = field_text(ifelse(is.na(content), summary, content)),
    date = trimws(field("pubDate", "published", "dc:date", "issued", "updated", "modified")),
    source = feed, url = field("link", value = address),
    byline = one_line(field("author", "dc:creator", value = author)),
    section = field("category", "dc:subject", all = TRUE, value = category),
    summary = ifelse(is.na(content), NA, field_text(summary)), stringsAsFactors = FALSE
  )
  out <- table_records(frame, rep(NA_integer_, nrow(frame)), problems, list(
    roles = list(doc_id = "doc_id", title = "title", text = "text", date = "date",
      source = "source"), missing = options$missing, threads = if (is.null(options)) 1L else
        options$threads
  ))
  out$roles <- NULL
  out
}

# The text of an item that has none under the names of feeds: what is called a description inside of
# another element, or the longest of its other fields, if that has words enough; else NA.
other_text <- function(parts, names) {
  other <- !grepl("title|link|^id$|guid|date|author|creator|category|published|updated", names,
    ignore.case = TRUE)
  parts <- parts[other]
  inner <- lapply(parts, xml2::xml_find_all,
    xpath = ".//*[local-name()='description' or local-name()='summary']")
  text <- unlist(lapply(inner, xml2::xml_text))
  if (!any(nzchar(trimws(text)))) {
    leaf <- vapply(parts, function(part) !length(xml2::xml_children(part)), NA)
    text <- xml2::xml_text(parts[leaf])
    text <- text[lengths(strsplit(text, "[[:space:]]+")) > 5L]
  }
  if (length(text)) text[[which.max(nchar(text))]] else NA_character_
}

# The content of an element: what elements of XHTML it holds, else its text.
feed_value <- function(node) {
  if (identical(xml2::xml_attr(node, "type"), "xhtml")) {
    return(paste(as.character(xml2::xml_contents(node)), collapse = ""))
  }
  text <- xml2::xml_text(node)
  # A text without HTML keeps what looks like it: Atom says so.
  if (identical(xml2::xml_attr(node, "type"), "text")) text <- gsub("<", "&lt;", text, fixed = TRUE)
  text
}

# Do the first bytes of a file look like those of a feed?
is_feed <- function(bytes) {
  start <- rawToChar(utils::head(bytes[bytes > as.raw(8) & bytes < as.raw(128)], 2048L))
  grepl("^[[:space:]]*<", start) && grepl("<(rss|rdf:RDF|feed|atom:feed)[ >\r\n\t]", start)
}
