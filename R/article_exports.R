#' Rules for reading exports of databases
#'
#' Databases of news give articles out as text with fields: a label such as `HEADLINE:`,
#' what it names, and between them the article. How one of these forms is read is told by a
#' rule file, and so a form that is not known, or one that has changed, can be read by writing
#' a file of some twenty lines. The package has rules for text exports in the forms of Nexis
#' (the older one and that of Nexis Uni), Factiva (with two-letter tags and without) and
#' ProQuest. `article_exports()` shows the rules at hand, and checks yours.
#'
#' A rule file is text in the form of R's own DESCRIPTION: `Key: value`, further lines of a
#' value set in by blanks, comment lines begun by `#`. Patterns are Perl's regular expressions,
#' one a line, upper and lower case told apart. The keys are:
#' * `Name` (needed): one word that names the rules, as in `article_read(format = "export")`'s
#'   column `form`; `Describes`: a line for people.
#' * `Recognise` (needed): patterns of which each must match some line of a file for the rules to
#'   be tried.
#' * one of `Divide-before`, `Divide-after` (needed): a pattern of the line that begins, or ends,
#'   an article; or `Divide-at`: of a line between two articles.
#' * `Ignore`: patterns; a piece of which a line matches is no article (a cover page, a list of
#'   searches).
#' * `Drop`: patterns of lines that are left out (page numbers).
#' * `Fields` (needed): lines `field = Label | Other label`, the labels as they stand in the file.
#'   The fields `doc_id`, `title`, `text`, `date` and `source` become those columns, others columns
#'   of their own, such as `byline`. A field of several labels is put together in the order of the
#'   file.
#' * `Labels`: how labels stand, one or more of `colon` (`Label: value`), `line` (the label alone
#'   on its line) and `column` (the label, two blanks or more or a tab, the value). By default
#'   `colon`.
#' * `Values`: where the value of a label ends, at the next `label` or before a `blank` line. By
#'   default `blank`.
#' * `Head`: for what stands without labels at the top of an article: lines `field = pattern`, in
#'   their order, each for one line that is not blank. `field?` may be missing, `field+` may go on
#'   for further lines up to a blank one, `field*` both. The pattern `<date>` is a line that is a
#'   date; `-` for a field leaves the line out. Of several ways to read the top the one counts in
#'   which more is found.
#' * `Text-begins`, `Text-ends`: patterns of the line before the text and of the first line behind
#'   it. Without `Text-begins` and without a label for `text`, the text is all that is in neither
#'   the head nor a field.
#' * `Date-order`: `dmy` or `mdy`, how dates in figures alone are read.
#'
#' @param path Paths of rule files of yours, or `NULL` for those of the package.
#' @return A data frame of class `tritone_article_rules`, one row a rule file, with the columns
#'   `name`, `describes`, `fields` (the columns it fills) and `file`.
#' @section Errors:
#' `tritone_error_input` where a file does not exist or is not as described, with the line and what
#'   is expected there.
#' @seealso [article_read()] with `format = "export"` and `rules`
#' @export
#' @examples
#' article_exports()
#' # A form of your own
#' rules <- tempfile(fileext = ".dcf")
#' writeLines(c(
#'   "Name: archive",
#'   "Recognise: ^#ARTICLE",
#'   "Divide-before: ^#ARTICLE",
#'   "Fields: title = #TITLE",
#'   "  date = #DATE",
#'   "  text = #TEXT",
#'   "Labels: column",
#'   "Values: label"
#' ), rules)
#' article_exports(rules)
#' unlink(rules)
article_exports <- function(path = NULL) {
  rules <- read_rules(check_strings(path, "path", null = TRUE), own = is.null(path))
  new_table(
    list(
      name = vapply(rules, `[[`, "", "name"), describes = vapply(rules, `[[`, "", "describes"),
      fields = vapply(rules, function(rule) {
        fields <- unique(c(rule$head$field, names(rule$fields),
            if (rule$rest || length(rule$begins)) "text"))
        paste(setdiff(fields, "-"), collapse = ", ")
      }, ""),
      file = vapply(rules, `[[`, "", "file")
    ),
    "article_exports"
  )
}

# The rules of the files at `path` before those of the package.
read_rules <- function(path = NULL, own = TRUE) {
  if (!is.null(path) && !all(file.exists(path) & !dir.exists(path))) {
    wrong <- path[!file.exists(path) | dir.exists(path)][[1L]]
    abort_input("A rule file must exist; there is none at ", wrong, ".")
  }
  shipped <- if (own) {
    sort(list.files(system.file("exports", package = "tritone"), "\\.dcf$", full.names = TRUE),
         method = "radix")
  }
  rules <- lapply(c(path, shipped), read_rule_file)
  names <- vapply(rules, `[[`, "", "name")
  # A user's rules take the place of ours of the same name.
  rules[!duplicated(names)]
}

rule_keys <- c(
  "Name", "Describes", "Recognise", "Divide-before", "Divide-after", "Divide-at", "Ignore", "Drop",
  "Fields", "Labels", "Values", "Head", "Text-begins", "Text-ends", "Date-order"
)

read_rule_file <- function(file) {
  lines <- readLines(file, encoding = "UTF-8", warn = FALSE)
  lines <- sub("^\ufeff", "", lines)
  wrong <- function(line, ...) {
    abort_input("Rule file ", file, if (!is.na(line)) paste0(", line ", line), ": ", ...)
  }
  entries <- rule_entries(lines, wrong)
  keys <- names(entries)
  get <- function(key) {
    if (key %in% keys) entries[[key]] else data.frame(line = integer(), value = character())
  }
  pattern <- function(key) check_patterns(get(key), key, wrong)
  divide <- intersect(c("Divide-before", "Divide-after", "Divide-at"), keys)
  if (length(divide) != 1L) {
    wrong(NA, "expected one of Divide-before, Divide-after and Divide-at; given ",
          if (length(divide)) paste(divide, collapse = " and ") else "none of them", ".")
  }
  for (key in c("Name", "Recognise", "Fields")) {
    if (!nrow(get(key))) wrong(NA, "expected the key ", key, ", which is missing.")
  }
  name <- get("Name")
  if (nrow(name) != 1L || !grepl("^[A-Za-z0-9._-]+$", name$value[[1L]])) {
    wrong(name$line[[1L]], "expected one word of letters, digits, . _ and - behind Name.")
  }
  fields <- rule_fields(get("Fields"), wrong)
  head <- rule_head(get("Head"), wrong)
  begins <- pattern("Text-begins")
  rule <- list(
    name = name$value, describes = paste(get("Describes")$value, collapse = " "), file = file,
    recognise = pattern("Recognise"), divide = divide, divider = pattern(divide),
    ignore = pattern("Ignore"), drop = pattern("Drop"), fields = fields, head = head,
    labels = rule_choices(get("Labels"), c("colon", "line", "column"), "colon", wrong),
    values = rule_choices(get("Values"), c("blank", "label"), "blank", wrong)[[1L]],
    begins = begins, ends = pattern("Text-ends"),
    order = rule_choices(get("Date-order"), c("dmy", "mdy"), NULL, wrong),
    rest = !length(begins) && !"text" %in% names(fields)
  )
  if (!rule$rest || !"text" %in% head$field) return(rule)
  wrong(get("Head")$line[[1L]], "text cannot be a field of Head.")
}

# The values of each key, with their lines, as data frames.
rule_entries <- function(lines, wrong) {
  entries <- list()
  key <- NULL
  for (i in seq_along(lines)) {
    line <- lines[[i]]
    if (grepl("^#", line) || !grepl("[^[:space:]]", line)) next
    if (!grepl("^[[:space:]]", line)) {
      key <- sub("^([^:]*):.*$", "\\1", line)
      if (!grepl(":", line, fixed = TRUE)) {
        wrong(i, "expected \"Key: value\", or a further line of a value set in by blanks; given ",
              encodeString(substr(line, 1L, 40L), quote = "\""), ".")
      }
      if (!key %in% rule_keys) {
        near <- rule_keys[which.min(utils::adist(key, rule_keys, ignore.case = TRUE))]
        wrong(i, "there is no key `", key, "`. Did you mean `", near, "`? The keys are: ",
              paste(rule_keys, collapse = ", "), ".")
      }
      if (key %in% names(entries)) wrong(i, "the key ", key, " was given before.")
      entries[[key]] <- data.frame(line = integer(), value = character())
      line <- sub("^[^:]*:", "", line)
    } else if (is.null(key)) {
      wrong(i, "expected a key at the start of the first line.")
    }
    value <- trimws(line)
    if (nzchar(value)) {
      entries[[key]] <- rbind(entries[[key]], data.frame(line = i, value = value))
    }
  }
  entries
}

check_patterns <- function(entry, key, wrong) {
  for (i in seq_len(nrow(entry))) check_pattern(entry$value[[i]], entry$line[[i]], key, wrong)
  entry$value
}

check_pattern <- function(pattern, line, key, wrong) {
  ok <- tryCatch(
    {
      regexpr(pattern, "", perl = TRUE)
      TRUE
    },
    error = function(e) FALSE, warning = function(w) FALSE
  )
  if (!ok) {
    wrong(line, "expected a regular expression behind ", key, "; given ",
          encodeString(pattern, quote = "\""), ".")
  }
}

# A named list of labels.
rule_fields <- function(entry, wrong) {
  fields <- list()
  for (i in seq_len(nrow(entry))) {
    parts <- regmatches(entry$value[[i]],
      regexec("^([a-z_][a-z0-9_]*) *= *(.+)$", entry$value[[i]]))
    if (!length(parts[[1L]])) {
      wrong(entry$line[[i]],
        "expected \"field = Label | Other label\" behind Fields, the field in ",
            "small letters; given ", encodeString(entry$value[[i]], quote = "\""), ".")
    }
    labels <- trimws(strsplit(parts[[1L]][[3L]], "|", fixed = TRUE)[[1L]])
    name <- parts[[1L]][[2L]]
    fields[[name]] <- c(fields[[name]], labels[nzchar(labels)])
  }
  fields
}

rule_head <- function(entry, wrong) {
  n <- nrow(entry)
  out <- data.frame(
    field = character(n), pattern = character(n), optional = logical(n), several = logical(n)
  )
  for (i in seq_len(n)) {
    parts <- regmatches(
      entry$value[[i]], regexec("^([a-z_][a-z0-9_]*|-)([?+*]?) *= *(.+)$", entry$value[[i]])
    )[[1L]]
    if (!length(parts)) {
      wrong(entry$line[[i]], "expected \"field = pattern\" behind Head, the field with ?, + or * ",
            "behind it if need be; given ", encodeString(entry$value[[i]], quote = "\""), ".")
    }
    if (parts[[4L]] != "<date>") check_pattern(parts[[4L]], entry$line[[i]], "Head", wrong)
    out$field[[i]] <- parts[[2L]]
    out$pattern[[i]] <- parts[[4L]]
    out$optional[[i]] <- parts[[3L]] %in% c("?", "*")
    out$several[[i]] <- parts[[3L]] %in% c("+", "*")
  }
  out
}

rule_choices <- function(entry, choices, default, wrong) {
  if (!nrow(entry)) return(default)
  given <- unlist(strsplit(entry$value, "[ ,|]+"))
  bad <- setdiff(given, choices)
  if (length(bad)) {
    wrong(entry$line[[1L]], "expected ", paste(choices, collapse = ", "), "; given ", bad[[1L]],
      ".")
  }
  given
}
