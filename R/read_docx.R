# Documents of Word (.docx) as lines: paragraphs with a blank line between them, rows of tables
# with a tab between their cells, "\f" where a section or a page begins. What is not in the text
# that a reader sees is left out: headers, footers, notes in the margin, removed and hidden words.

# A list of lines, problems and title, that of the style Title; without lines if nothing can be
# read.
docx_lines <- function(file, installed = requireNamespace("xml2", quietly = TRUE)) {
  if (!installed) return(list(problems = no_package("xml2", ".docx")))
  names <- zip_listing(file)
  if (is.null(names)) return(list(problems = zip_problem(file)))
  part <- grep("^/?word/document[0-9]*\\.xml$", names$Name, ignore.case = TRUE, value = TRUE)
  if (!length(part)) {
    return(list(problems = form_problems(
      NA, 1L, "unreadable", "the file is packed like a document but holds no word/document.xml"
    )))
  }
  bytes <- zip_member(file, part[[1L]])
  if (is.data.frame(bytes)) return(list(problems = bytes))
  parsed <- parse_part(bytes)
  if (is.null(parsed$page)) return(list(problems = parsed$problems))
  page <- parsed$page
  ns <- c(w = xml2::xml_find_chr(page, "namespace-uri(/*)"))
  tidy_part(page, ns)
  events <- part_events(page, ns)
  title <- styled_title(events, title_styles(file, names$Name))
  lines <- event_lines(events)
  extra <- zip_extra_words(file)
  problems <- if (length(extra)) form_problems(NA, NA, "extra_bytes", extra) else form_problems()
  list(lines = lines, problems = problems, title = title)
}

# The tree of a part of the document as `page`, or `problems`.
parse_part <- function(bytes) {
  failed <- function(detail) list(problems = form_problems(NA, 1L, "unreadable", detail))
  if (length(grepRaw("<!DOCTYPE", utils::head(bytes, 4096L), fixed = TRUE))) {
    return(failed("the document has a document type, which no document of Word has"))
  }
  page <- tryCatch(
    xml2::read_xml(without_marks(bytes), options = c("HUGE", "NOERROR", "NOWARNING")),
    error = function(e) NULL, warning = function(w) NULL
  )
  if (is.null(page)) return(failed("the text of the document is damaged and cannot be parsed"))
  list(page = page)
}

# Takes out what readers do not see, and puts the text of boxes after the paragraph in which
# they are anchored.
tidy_part <- function(page, ns) {
  xml2::xml_remove(xml2::xml_find_all(page, paste(
    "//w:moveFrom[not(parent::w:rPr)]", "//w:pPrChange", "//w:rPrChange", "//w:sectPrChange",
    "//w:r[w:rPr/w:vanish[not(@w:val='0' or @w:val='false')]]", "//*[local-name()='Fallback']",
    "//w:del[not(parent::w:rPr)]",
    sep = " | "
  ), ns))
  boxed <- xml2::xml_find_all(page, "//w:txbxContent[not(ancestor::w:txbxContent)]", ns)
  for (box in boxed) {
    host <- xml2::xml_find_first(box, "ancestor::w:p[not(ancestor::w:p)]", ns)
    inside <- xml2::xml_find_all(box, "./w:p | ./w:tbl", ns)
    for (one in rev(as.list(inside))) xml2::xml_add_sibling(host, one, .where = "after")
    xml2::xml_remove(box)
  }
}

# What the text consists of, in its order: a data frame of name and value. Names of starts are p
# (paragraph), tr, tc (row and cell of a table); pStyle, sectPr and deleted belong to the
# paragraph before them; t is text; mark is the bookmark of a database.
part_events <- function(page, ns) {
  nodes <- xml2::xml_find_all(page, paste0(
    "//w:body//*[self::w:p or self::w:tr or self::w:tc or self::w:bookmarkStart",
    " or (parent::w:r and (self::w:t or self::w:tab or self::w:ptab or self::w:br or self::w:cr",
    " or self::w:noBreakHyphen)) or (parent::w:pPr and (self::w:pStyle or self::w:sectPr))",
    " or (parent::w:rPr/parent::w:pPr and (self::w:del or self::w:moveFrom))",
    " or (local-name() = 't' and local-name(..) = 'r' and namespace-uri() != '", ns[["w"]], "')]"
  ), ns)
  name <- xml2::xml_name(nodes)
  value <- rep("", length(nodes))
  is <- name == "t"
  value[is] <- gsub("[\r\n\t ]+", " ", xml2::xml_text(nodes[is]))
  value[name %in% c("tab", "ptab")] <- "\t"
  value[name == "noBreakHyphen"] <- "-"
  value[name %in% c("br", "cr")] <- "\n"
  is <- which(name == "br")
  page_break <- is[which(xml2::xml_attr(nodes[is], "type") == "page")]
  value[page_break] <- "\n\f\n"
  is <- name == "pStyle"
  value[is] <- xml2::xml_attr(nodes[is], "val")
  is <- which(name == "bookmarkStart")
  value[is] <- xml2::xml_attr(nodes[is], "name")
  name[name %in% c("del", "moveFrom")] <- "deleted"
  name[name %in% c("tab", "ptab", "noBreakHyphen", "br", "cr")] <- "t"
  name[name == "bookmarkStart"] <- "mark"
  data.frame(name = name, value = ifelse(is.na(value), "", value), stringsAsFactors = FALSE)
}

# The lines of the text.
event_lines <- function(events) {
  n <- nrow(events)
  if (!n) return(character())
  name <- events$name
  out <- ifelse(name == "t", events$value, "")
  starts <- which(name %in% c("p", "tr", "tc"))
  kind <- name[starts]
  before <- c("", kind[-length(kind)])
  # The first paragraph of a cell and the first cell of a row go on with the line.
  gap <- ifelse(kind == "tc", ifelse(before == "tr", "", "\t"), "\n\n")
  gap[kind == "p" & before == "tc"] <- ""
  owner <- findInterval(seq_len(n), starts)
  # A paragraph whose end was removed goes on with the next.
  joined <- owner[name == "deleted"] + 1L
  gap[joined[joined <= length(gap)]] <- ""
  section <- owner[name == "sectPr"] + 1L
  section <- section[section <= length(gap)]
  gap[section] <- paste0(gap[section], "\f\n\n")
  out[starts] <- paste0(gap, out[starts])
  out <- database_marks(out, events)
  lines <- strsplit(paste(out, collapse = ""), "\n", fixed = TRUE)[[1L]]
  form_feed <- lines == "\f"
  lines <- gsub("^[ \t\u00a0]+|[ \t\u00a0]+$", "", lines, perl = TRUE)
  lines[form_feed] <- "\f"
  unmark_lines(lines)
}

# Bookmarks of Nexis say in every language of its pages where an article and where its text
# begins. They are kept in the lines as two characters that no text has.
place_marks <- c(article = "\u0001", body = "\u0002")

database_marks <- function(out, events) {
  is <- which(events$name == "mark" & grepl("^(Bookmark|Body)(_[0-9]+)?$", events$value))
  # A bookmark in an empty paragraph, or between two, belongs to the next one.
  text <- which(events$name == "t" & grepl("[^[:space:]]", events$value))
  for (i in is) {
    kind <- if (startsWith(events$value[[i]], "Body")) "body" else "article"
    after <- text[text > i]
    if (length(after)) {
      at <- after[[1L]]
      out[[at]] <- sub("([^[:space:]])", paste0(place_marks[[kind]], "\\1"), out[[at]])
    }
  }
  out
}

unmark_lines <- function(lines) {
  begins <- grepl(place_marks[["article"]], lines, fixed = TRUE)
  body <- grepl(place_marks[["body"]], lines, fixed = TRUE)
  lines <- gsub("[\u0001\u0002]", "", lines)
  if (!any(begins)) return(lines)
  lines[body & nchar(lines) < 30L] <- "Body"
  if (any(grepl(end_of_document, lines, perl = TRUE))) return(lines)
  # Without a line that ends an article each ends where the next one begins.
  at <- cumsum(begins)
  out <- unlist(lapply(split(lines, at), c, "", "End of Document", ""), use.names = FALSE)
  if (begins[[1L]]) return(out)
  first <- sum(at == 0L)
  out[-(first + seq_len(3L))]
}

# The line after each article of Nexis Uni, in the languages of its pages.
end_of_document <- paste0(
  "(?i)^(?:End of Document|Ende des Dokuments?|Dokumentende|Fin du document|Fin del documento|",
  "Fine (?:del )?documento|Einde (?:van het )?document|Fim do documento)$"
)

# The ids of the styles of titles, from their English names, which Word keeps in every language.
title_styles <- function(file, members) {
  ids <- c("Title", "Titel", "Titre")
  part <- grep("^/?word/styles[0-9]*\\.xml$", members, ignore.case = TRUE, value = TRUE)
  if (!length(part)) return(ids)
  bytes <- zip_member(file, part[[1L]])
  if (is.data.frame(bytes)) return(ids)
  page <- parse_part(bytes)$page
  if (is.null(page)) return(ids)
  ns <- c(w = xml2::xml_find_chr(page, "namespace-uri(/*)"))
  found <- xml2::xml_find_all(page, paste0(
    "//w:style[w:name[translate(@w:val, 'TILE', 'tile') = 'title']]"
  ), ns)
  unique(c(ids, xml2::xml_attr(found, "styleId")))
}

# The text of the first paragraph of such a style; if there is none, that of the first paragraph
# if it is a heading of the first level; else NULL.
styled_title <- function(events, styles) {
  paragraph <- cumsum(events$name == "p")
  text_of <- function(i) {
    inside <- paragraph == i & events$name == "t"
    trimws(gsub("[[:space:]]+", " ", paste(events$value[inside], collapse = "")))
  }
  styled <- events$name == "pStyle"
  titles <- paragraph[styled & events$value %in% styles]
  for (i in titles) if (nzchar(text_of(i))) return(text_of(i))
  filled <- paragraph[events$name == "t" & grepl("[^[:space:]]", events$value)]
  if (!length(filled)) return(NULL)
  level_one <- grepl("^(heading|berschrift|\u00dcberschrift|titre|kop|t[i\u00ed]tulo)1$",
    events$value, ignore.case = TRUE)
  if (any(styled & level_one & paragraph == filled[[1L]])) text_of(filled[[1L]])
}
