# The kinds of findings of article_check(), in the order they are shown, with severity and
# the line that fixes them. A line is R code that runs on the user's `x`, or a comment.
check_kinds <- function(x, name, language) {
  rows <- if (is.data.frame(x)) ", ]" else "]"
  text <- if (is.data.frame(x)) paste0(name, "$text") else name
  code <- function(...) {
    line <- paste0(...)
    line <- gsub("{text}", text, line, fixed = TRUE)
    gsub("{x}", name, line, fixed = TRUE)
  }
  keep <- function(...) code("{x} <- {x}[", ..., rows)
  without <- function(check) {
    keep(
      "-unique(with(attr(article_check({x}), \"details\"), row[check == \"", check, "\"]))"
    )
  }
  repair <- code("{x} <- article_repair({x})")
  main <- main_language(language)
  kinds <- rbind(
    c("duplicate_id", "error", if (is.data.frame(x)) {
      code("{x}$doc_id <- make.unique(as.character({x}$doc_id))")
    } else {
      code("names({x}) <- make.unique(names({x}))")
    }),
    c("text_column", "error", text_column_fix(x, name)),
    c("empty", "error", keep("grepl(\"[^[:space:]]\", {text})")),
    c("mojibake", "error", repair),
    c("control", "error", repair),
    c("entity", "error", repair),
    c("date_range", "error", code(
      "is.na({x}$date) <- which(as.Date({x}$date) > Sys.Date() + 1 | ",
      "as.Date({x}$date) < as.Date(\"1800-01-01\"))"
    )),
    c("replacement", "warning", paste(
      "# characters are lost: get the originals, and convert them by iconv() if they are",
      "in another encoding than UTF-8 or windows-1252"
    )),
    c("html", "warning", repair),
    c("duplicate", "warning", keep(
      "!duplicated(trimws({text})) | !grepl(\"[^[:space:]]\", {text})"
    )),
    c("near_duplicate", "warning", without("near_duplicate")),
    c("repeated_line", "warning", paste(
      "# if the lines are not part of the story: give other verbs",
      code("profile = article_profile({x})")
    )),
    c("language", "warning", keep(
      "article_language({x})$language %in% c(\"", main, "\", NA)"
    )),
    c("not_english", "warning", paste(
      "# terms and topics work in any language; tone and the parts of articles are for English"
    )),
    c("undated", "warning", code(
      "# fill in {x}$date, or leave these articles out of anything by date"
    )),
    c("lower_case", "warning", paste(
      "# names look like other words, and without full stops sentences cannot be told apart:",
      "get the originals, or use nothing by name or sentence"
    )),
    c("no_stops", "warning", "# sentences cannot be told apart: use nothing by sentence"),
    c("hard_wraps", "warning", code(
      "{text} <- gsub(\"([^\\n])[ \\t\\r]*\\n[ \\t]*(?=[^\\n \\t])\", \"\\\\1 \", {text}, ",
      "perl = TRUE)"
    )),
    c("cut_off", "note", "# get the whole texts, or keep in mind that their ends are missing"),
    c("titles_only", "note", "# the titles are the articles: all verbs read them"),
    c("short", "note", keep("lengths(gregexpr(\"[^[:space:]]+\", {text})) >= 20")),
    c("length_outlier", "note", paste(
      "# look at the examples: several articles in one text, a list, a part only?"
    )),
    c("date_outlier", "note", "# look at the examples: is the date that of the article?"),
    c("no_title", "note", code("# fill in {x}$title where the headline is known")),
    c("mixed_quotes", "note", code(
      "{text} <- gsub(\"[\\u201c\\u201d\\u201e]\", \"\\\"\", {text})"
    )),
    c("open_quote", "note", "# look at the examples where quotations matter: a mark is missing"),
    c("all_caps", "note", paste(
      "# names look like all other words there: look at the examples"
    )),
    c("figures", "note", "# leave tables out if words are to be counted: look at the examples"),
    c("odd_character", "note", code(
      "{text} <- gsub(\"(?![\\t\\n\\r])[\\\\p{Cc}\\\\p{Co}\\\\x{200B}\\\\x{FEFF}]\", \"\", ",
      "{text}, perl = TRUE)"
    ))
  )
  problems <- sort(unique(known_problems(x)$code))
  if (length(problems)) {
    kinds <- rbind(kinds, cbind(
      paste0("problem_", problems), "note",
      code("# see subset(article_problems({x}), code == \"", problems, "\")")
    ))
  }
  data.frame(check = kinds[, 1L], severity = kinds[, 2L], fix = kinds[, 3L])
}

# The column that looks most like texts replaces one that does not.
text_column_fix <- function(x, name) {
  if (!is.data.frame(x)) return("# give the texts, not their ids or addresses")
  others <- setdiff(names(x)[vapply(x, is.character, NA)], c("doc_id", "text", "title"))
  words <- vapply(others, function(column) {
    some <- utils::head(x[[column]], 1000L)
    stats::median(lengths(gregexpr("[^[:space:]]+", some)))
  }, 0)
  if (!length(words) || !isTRUE(max(words) >= 3)) {
    return("# name the column that holds the texts `text`")
  }
  sprintf("%s$text <- %s[[\"%s\"]]", name, name, names(words)[[which.max(words)]])
}
