# SPDX-License-Identifier: GPL-2.0-or-later
# Writes src/core/text/unicode_tables.cpp from the Unicode Character Database.
#   Rscript tools/make_unicode_tables.R [folder of the database]
# The folder is as on unicode.org or as in Debian's package unicode-data. Run from the top folder
# of the sources. The order of the names below is that of the enums in src/core/text/unicode.h.

n_code_points <- 0x110000
out_file <- "src/core/text/unicode_tables.cpp"

word_break_names <- c(
  "Other", "CR", "LF", "Newline", "Extend", "ZWJ", "Format", "Regional_Indicator", "Katakana",
  "Hebrew_Letter", "ALetter", "Single_Quote", "Double_Quote", "MidNumLet", "MidLetter", "MidNum",
  "Numeric", "ExtendNumLet", "WSegSpace"
)
sentence_break_names <- c(
  "Other", "CR", "LF", "Sep", "Extend", "Format", "Sp", "Lower", "Upper", "OLetter", "Numeric",
  "ATerm", "SContinue", "STerm", "Close"
)
category_letters <- c("other", "L", "M", "N", "P", "S")
nfc_check_names <- c("Y", "M", "N")
flag_names <- c(
  "Alphabetic", "Uppercase", "Lowercase", "White_Space", "Extended_Pictographic", "digit",
  "decomposes"
)

# ---- Reading ------------------------------------------------------------------------------------

# The lines of a file of the database, without comments, cut at its semicolons: a list of fields.
read_fields <- function(path) {
  lines <- sub("#.*", "", readLines(path, encoding = "UTF-8"))
  lines <- lines[grepl(";", lines, fixed = TRUE)]
  lapply(strsplit(lines, ";", fixed = TRUE), trimws)
}

# The code points of a field such as "0041" or "0041..005A".
expand_range <- function(field) {
  ends <- strtoi(strsplit(field, "..", fixed = TRUE)[[1]], 16L)
  seq(ends[1], ends[length(ends)])
}

# One value a code point, from the lines "range ; value" of a file. `property` takes only the lines
# "range ; property ; value". Index 1 is U+0000, as in all vectors here.
read_values <- function(path, values, property = NULL) {
  result <- rep(values[1], n_code_points)
  for (fields in read_fields(path)) {
    if (!is.null(property)) {
      if (fields[2] != property) next
      fields <- fields[-2]
    }
    if (!fields[2] %in% values) stop(path, ": unknown value ", fields[2])
    result[expand_range(fields[1]) + 1] <- fields[2]
  }
  result
}

# The code points that have a binary property.
read_property <- function(path, property) {
  result <- rep(FALSE, n_code_points)
  for (fields in read_fields(path)) {
    if (fields[2] == property) result[expand_range(fields[1]) + 1] <- TRUE
  }
  result
}

# General_Category, combining class, lower case and canonical decompositions of UnicodeData.txt.
read_unicode_data <- function(path) {
  fields <- strsplit(paste0(readLines(path), ";end"), ";", fixed = TRUE)
  column <- function(i) vapply(fields, `[`, "", i)
  code <- strtoi(column(1), 16L)
  name <- column(2)
  lower <- column(14)
  decomposition <- column(6)

  general <- rep("Cn", n_code_points)
  combining <- integer(n_code_points)
  lower_delta <- integer(n_code_points)
  general[code + 1] <- column(3)
  combining[code + 1] <- as.integer(column(4))
  has_lower <- nzchar(lower)
  lower_delta[code[has_lower] + 1] <- strtoi(lower[has_lower], 16L) - code[has_lower]
  for (first in grep(", First>", name)) {
    general[seq(code[first], code[first + 1]) + 1] <- column(3)[first]
  }

  canonical <- nzchar(decomposition) & !grepl("<", decomposition, fixed = TRUE)
  parts <- strsplit(decomposition[canonical], " ", fixed = TRUE)
  list(
    general = general,
    combining = combining,
    lower_delta = lower_delta,
    decompositions = data.frame(
      value = code[canonical],
      first = strtoi(vapply(parts, `[`, "", 1), 16L),
      second = vapply(parts, function(x) if (length(x) > 1) strtoi(x[2], 16L) else 0L, 0L)
    )
  )
}

# ---- Writing ------------------------------------------------------------------------------------

# The items of an array, comma by comma, on lines of at most 98 columns.
wrap_items <- function(items) {
  strwrap(paste(items, collapse = ", "), width = 99, indent = 4, exdent = 4)
}

hex <- function(x) sprintf("0x%X", x)

# The pages of 256 entries of a table, each once: which page each block uses, and the pages.
cut_pages <- function(index) {
  blocks <- matrix(index, nrow = 256)
  keys <- apply(blocks, 2, paste, collapse = ",")
  list(page_of = match(keys, unique(keys)) - 1L, pages = blocks[, !duplicated(keys)])
}

page_lines <- function(pages) {
  unlist(apply(pages, 2, function(page) {
    lines <- wrap_items(page)
    lines[1] <- sub("^ +", "    {", lines[1])
    lines[length(lines)] <- paste0(lines[length(lines)], "},")
    lines
  }, simplify = FALSE))
}

# ---- From one to the other ----------------------------------------------------------------------

args <- commandArgs(trailingOnly = TRUE)
folder <- if (length(args) > 0) args[1] else "/usr/share/unicode"
path <- function(...) file.path(folder, ...)

version <- sub("^# PropList-([0-9.]+)[.]txt$", "\\1", readLines(path("PropList.txt"), n = 1))
stopifnot(grepl("^[0-9]+[.][0-9]+[.][0-9]+$", version))
data <- read_unicode_data(path("UnicodeData.txt"))

category <- substr(data$general, 1, 1)
category[category %in% c("C", "Z")] <- "other"
derived <- path("DerivedCoreProperties.txt")
properties <- path("PropList.txt")
normalization <- path("DerivedNormalizationProps.txt")
flags <- list(
  read_property(derived, "Alphabetic"),
  read_property(derived, "Uppercase"),
  read_property(derived, "Lowercase"),
  read_property(properties, "White_Space"),
  read_property(path("emoji", "emoji-data.txt"), "Extended_Pictographic"),
  data$general == "Nd",
  seq_len(n_code_points) %in% (data$decompositions$value + 1)
)
stopifnot(length(flags) == length(flag_names))

fields <- data.frame(
  lower = data$lower_delta,
  word = match(
    read_values(path("auxiliary", "WordBreakProperty.txt"), word_break_names),
    word_break_names
  ) - 1,
  sentence = match(
    read_values(path("auxiliary", "SentenceBreakProperty.txt"), sentence_break_names),
    sentence_break_names
  ) - 1,
  category = match(category, category_letters) - 1,
  nfc = match(read_values(normalization, nfc_check_names, "NFC_QC"), nfc_check_names) - 1,
  combining = data$combining,
  flags = Reduce(`+`, Map(function(flag, i) flag * 2^(i - 1), flags, seq_along(flags)))
)
# Characters alike in everything share a record; record 0 is that of an unassigned one.
key <- do.call(paste, fields)
keys <- unique(c(key[n_code_points], key))
records <- fields[match(keys, key), ]
table <- cut_pages(match(key, keys) - 1)
if (nrow(records) > 256 || ncol(table$pages) > 256) {
  stop("more than 256 records or pages: widen kPages or kPageOf in unicode.h and here")
}

decompositions <- data$decompositions
excluded <- read_property(normalization, "Full_Composition_Exclusion")
composes <- which(!excluded[decompositions$value + 1])
composes <- composes[order(decompositions$first[composes], decompositions$second[composes])]
stopifnot(!is.unsorted(decompositions$value), all(decompositions$second[composes] > 0))

lines <- c(
  "// SPDX-License-Identifier: GPL-2.0-or-later",
  "// Generated by tools/make_unicode_tables.R: do not edit.",
  paste("// Data: Unicode Character Database", version),
  "// Copyright (C) 1991-2022 Unicode, Inc., see inst/COPYRIGHTS.",
  '#include "text/unicode.h"',
  "",
  "// clang-format off",
  "namespace tritone::text {",
  "",
  sprintf('const char kUnicodeVersion[] = "%s";', version),
  "",
  "namespace unicode_detail {",
  "",
  "const std::uint8_t kPageOf[] = {",
  wrap_items(table$page_of),
  "};",
  "",
  "const std::uint8_t kPages[][256] = {",
  page_lines(table$pages),
  "};",
  "",
  "const Record kRecords[] = {",
  with(records, sprintf(
    "    {%d, WordBreak(%d), SentenceBreak(%d), Category(%d), NfcCheck(%d), %d, %d},",
    lower, word, sentence, category, nfc, combining, flags
  )),
  "};",
  "",
  "const Decomposition kDecompositions[] = {",
  wrap_items(with(decompositions, sprintf("{%s,%s,%s}", hex(value), hex(first), hex(second)))),
  "};",
  sprintf("const std::uint32_t kDecompositionCount = %d;", nrow(decompositions)),
  "",
  "const std::uint16_t kCompositions[] = {",
  wrap_items(composes - 1),
  "};",
  sprintf("const std::uint32_t kCompositionCount = %d;", length(composes)),
  "",
  "} // namespace unicode_detail",
  "} // namespace tritone::text"
)
stopifnot(nchar(lines) <= 100)
writeLines(lines, out_file)
