# Reads rule files, which say how exports of databases are divided into articles and fields:
# ?article_exports describes them. Every fault is an error that names the file and the line.

# The rules of the files at `path`, the argument `arg`, before those of the package.
read_rules <- function(path = NULL, own = TRUE, arg = "path") {
  if (!is.null(path) && !all(file.exists(path) & !dir.exists(path))) {
    wrong <- path[!file.exists(path) | dir.exists(path)][[1L]]
    abort_input("`", arg, "` must name rule files; there is none at ", shown_path(wrong), ".")
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

# The rules that apply to a file: the user's and the package's, which are read once in a session.
all_rules <- function(exports = NULL) {
  if (!is.null(exports)) return(read_rules(exports))
  if (is.null(own_rules$read)) own_rules$read <- read_rules()
  own_rules$read
}

own_rules <- new.env(parent = emptyenv())

rule_keys <- c(
  "Name", "Describes", "Recognise", "Recognise-not", "Divide-before", "Divide-after",
  "Divide-at", "Divide-over",
  "Ignore", "Drop", "Count", "Id", "Fields", "Labels", "Letters", "Values", "Head", "Text-begins",
  "Text-ends", "Date-order"
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
  for (key in c("Name", "Recognise", if (!nrow(get("Head"))) "Fields")) {
    if (!nrow(get(key))) wrong(NA, "expected the key ", key, ", which is missing.")
  }
  name <- get("Name")
  if (nrow(name) != 1L || !grepl("^[A-Za-z0-9._-]+$", name$value[[1L]])) {
    wrong(name$line[[1L]], "expected one word of letters, digits, . _ and - after Name.")
  }
  fields <- rule_fields(get("Fields"), wrong)
  head <- rule_head(get("Head"), wrong)
  begins <- pattern("Text-begins")
  rule <- list(
    name = name$value, describes = paste(get("Describes")$value, collapse = " "), file = file,
    recognise = pattern("Recognise"), refuse = pattern("Recognise-not"),
    divide = divide, divider = pattern(divide),
    over = pattern("Divide-over"), ignore = pattern("Ignore"), drop = pattern("Drop"),
    count = pattern("Count"), id = pattern("Id"), fields = fields, head = head,
    labels = rule_choices(get("Labels"), c("colon", "line", "column"), "colon", wrong),
    any_letters = "any" %in% rule_choices(get("Letters"), c("same", "any"), "same", wrong),
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
        wrong(i, "expected \"Key: value\", or an indented line that continues a value; given ",
              encodeString(substr(line, 1L, 40L), quote = "\""), ".")
      }
      if (!key %in% rule_keys) {
        wrong(i, "there is no key `", key, "`. ", did_you_mean(key, rule_keys), "The keys are: ",
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
    wrong(line, "expected a regular expression after ", key, "; given ",
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
        "expected \"field = Label | Other label\" after Fields, the field in ",
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
      wrong(entry$line[[i]], "expected \"field = pattern\" after Head, the field with ?, + or * ",
            "after it if need be; given ", encodeString(entry$value[[i]], quote = "\""), ".")
    }
    check_pattern(sub("^<date>[|]?", "", parts[[4L]]), entry$line[[i]], "Head", wrong)
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
