# Lines that repeat, asked of several verbs.
# What repeats at the edges of articles: article_check() counts it, article_profile() finds
# it, article_parts() leaves it out. One rule, so the same lines whichever verb is asked.

# Bodies that are unlike each other, so that nothing but the line given repeats.
story <- function(i) {
  sound <- c("ba", "de", "ki", "lo", "mu", "na", "po", "re", "sa", "tu")
  word <- function(k) {
    digits <- as.integer(strsplit(sprintf("%04d", (i * 7919L + k * 104729L) %% 10000L), "")[[1L]])
    paste(sound[digits + 1L], collapse = "")
  }
  words <- vapply(seq_len(12L), word, "")
  paste0(
    "The ", paste(words[1:6], collapse = " "), " rose and ",
    paste(words[7:12], collapse = " "), " fell."
  )
}

# The form in which two lines are compared, in plain R.
line_form <- function(line) {
  line <- gsub("[\u201c\u201d]", "\"", gsub("[\u2018\u2019]", "'", tolower(line)))
  gsub("[0-9]+", "0", gsub("[[:space:]]+", " ", trimws(line)))
}

# Asks the three verbs: the forms of the lines, and the articles that have one.
ask_lines <- function(texts) {
  x <- data.frame(doc_id = sprintf("d%02d", seq_along(texts)), text = texts)
  found <- suppressMessages(article_check(x, progress = FALSE))
  details <- attr(found, "details")
  details <- details[details$check == "repeated_line", ]
  profile <- suppressMessages(article_profile(x, progress = FALSE))
  with <- suppressMessages(article_parts(x, profile = profile))
  without <- suppressMessages(article_parts(x))
  new <- with[with$part == "boilerplate", ]
  new <- new[!paste(new$doc_id, new$text) %in%
               with(without[without$part == "boilerplate", ], paste(doc_id, text)), ]
  row <- match("repeated_line", found$check)
  list(
    check = sort(unique(line_form(substr(x$text[details$row], details$start, details$end)))),
    profile = sort(profile$lines$line),
    parts = sort(unique(line_form(new$text))),
    check_articles = if (is.na(row)) 0L else found$count[[row]],
    parts_articles = length(unique(new$doc_id)),
    check_places = sort(paste(details$doc_id, details$start, details$end)),
    parts_places = sort(paste(new$doc_id, new$start, new$end)),
    fix = if (is.na(row)) NA else found$fix[[row]]
  )
}

line_probes <- list(
  case = list(
    function(i) {
      last <- if (i %% 2L) "GATHERED BY THE QUAY DESK" else "Gathered by the Quay desk"
      paste0(story(i), "\n\n", story(i + 50L), "\n\n", last)
    },
    "gathered by the quay desk"
  ),
  `case beyond ASCII` = list(
    function(i) {
      paste0(story(i), "\n\n", if (i %% 2L) "\u00c9COLE DU QUAI" else "\u00e9cole du quai")
    },
    "\u00e9cole du quai"
  ),
  digits = list(
    function(i) paste0(story(i), "\n\nSheet ", 10^(i %% 4L), " of the quay bundle"),
    "sheet 0 of the quay bundle"
  ),
  quotes = list(
    function(i) {
      curly <- "It\u2019s the \u201cquay\u201d bundle"
      paste0(story(i), "\n\n", if (i %% 2L) curly else "It's the \"quay\" bundle")
    },
    "it's the \"quay\" bundle"
  ),
  short = list(function(i) paste0(story(i), "\n\nQuay"), "quay"),
  `inside a paragraph` = list(
    function(i) paste0(story(i), "\n", story(i + 50L), "\nGathered by the Quay desk"),
    "gathered by the quay desk"
  ),
  `paragraph here, line there` = list(
    function(i) paste0(story(i), if (i %% 2L) "\n" else "\n\n", "Gathered by the Quay desk"),
    "gathered by the quay desk"
  ),
  wrapped = list(
    function(i) paste0(story(i), "\n\nGathered by the Quay", if (i %% 2L) "\n" else " ", "desk"),
    "gathered by the quay desk"
  ),
  start = list(
    function(i) paste0("Quay bundle, sheet ", i, "\n", story(i), "\n", story(i + 50L)),
    "quay bundle, sheet 0"
  ),
  `start and end` = list(
    function(i) paste0("Quay bundle\n\n", story(i), "\n\n", story(i + 50L), "\nQuay desk"),
    c("quay bundle", "quay desk")
  ),
  `rows of a table` = list(
    function(i) paste0(story(i), "\n\nNet ", i, " of ", 1000L * i, " and ", 12L * i), character()
  ),
  `inside the story` = list(
    function(i) paste0(story(i), "\n\nThe desk said no more.\n\n", story(i + 50L)), character()
  )
)

for (name in names(line_probes)) {
  test_that(paste("lines that repeat are the same to check, profile and parts:", name), {
    texts <- vapply(seq_len(12L), line_probes[[name]][[1L]], "")
    texts <- c(texts, vapply(21:32, story, "")) # without it
    got <- ask_lines(texts)
    want <- line_probes[[name]][[2L]]
    expect_identical(got$check, want)
    expect_identical(got$profile, want)
    expect_identical(got$parts, want)
    expect_identical(got$check_articles, if (length(want)) 12L else 0L)
    expect_identical(got$parts_articles, if (length(want)) 12L else 0L)
    expect_identical(got$check_places, got$parts_places)
  })
}

test_that("an article sent twice counts once and is read as its twin", {
  texts <- vapply(seq_len(4L), function(i) paste0(story(i), "\n\nGathered by the Quay desk"), "")
  expect_identical(ask_lines(c(texts, texts, texts))$check, character())
  texts <- vapply(seq_len(5L), function(i) paste0(story(i), "\n\nGathered by the Quay desk"), "")
  got <- ask_lines(c(texts, texts[[1L]]))
  expect_identical(got$check_articles, 6L)
  expect_identical(got$check_places, got$parts_places)
})

test_that("the fix that article_check() prints for repeated lines works", {
  texts <- vapply(seq_len(12L), line_probes$digits[[1L]], "")
  x <- data.frame(doc_id = sprintf("d%02d", 1:12), text = texts)
  found <- article_check(x, progress = FALSE)
  fix <- found$fix[found$check == "repeated_line"]
  code <- regmatches(fix, regexpr("article_profile\\(x\\)", fix))
  profile <- suppressMessages(eval(str2lang(code)))
  parts <- suppressMessages(article_parts(x, profile = profile))
  expect_identical(sum(parts$part == "boilerplate"), 12L)
  expect_true(all(startsWith(parts$text[parts$part == "boilerplate"], "Sheet ")))
})
