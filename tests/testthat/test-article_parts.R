# article_parts(): headline, dateline, byline, lead, body and boilerplate, with their places.

test_that("parts have places in characters that give their text", {
  news <- sample_articles()
  parts <- article_parts(news, language = NULL)
  at <- match(parts$doc_id, news$doc_id)
  field <- ifelse(parts$field == "title", news$title[at], news$text[at])
  expect_identical(substr(field, parts$start, parts$end), parts$text)
  expect_true(all(parts$part %in% all_parts))
  expect_identical(parts$field == "title", parts$part == "headline")
  expect_identical(unique(parts$doc_id), news$doc_id)
  # Disjoint, in order, and nothing but white space between.
  for (id in unique(parts$doc_id)) {
    rows <- parts[parts$doc_id == id & parts$field == "text", ]
    expect_true(all(diff(rows$start) > 0))
    expect_true(all(rows$start[-1] > rows$end[-nrow(rows)]))
    solid <- function(x) gsub("[[:space:]]+", "", x)
    expect_identical(solid(paste(rows$text, collapse = "")), solid(news$text[news$doc_id == id]))
  }
})

test_that("a row depends on its own article, threads change nothing", {
  news <- sample_articles()
  all <- article_parts(news)
  expect_identical(article_parts(news, threads = 7), all)
  one <- article_parts(news[5, ])
  rows <- all[all$doc_id == news$doc_id[5], ]
  expect_identical(as.data.frame(one), as.data.frame(rows))
})

test_that("empty and missing texts have no parts", {
  expect_identical(nrow(article_parts(c("", NA, "  \n"))), 0L)
  expect_identical(nrow(article_parts(character())), 0L)
  expect_error(article_parts("x", part = "lead"), "part", class = "tritone_error_input")
})

# --- against gold and collections ---------------------------------------------------

# Characters of each field, by part, as "doc field place".
part_places <- function(parts, doc_id) {
  parts <- parts[parts$doc_id %in% doc_id, ]
  lapply(split(parts, factor(parts$part, all_parts)), function(rows) {
    size <- rows$end - rows$start + 1L
    paste(rep(rows$doc_id, size), rep(rows$field, size), sequence(size, from = rows$start))
  })
}

test_that("every part meets the sample's gold", {
  gold <- article_example("parts")
  ids <- unique(gold$doc_id)
  wanted <- part_places(gold, ids)
  found <- part_places(article_parts(sample_articles()), ids)
  for (part in all_parts) {
    both <- length(intersect(wanted[[part]], found[[part]]))
    f <- 2 * both / (length(wanted[[part]]) + length(found[[part]]))
    expect_gte(f, 0.97, label = paste("F of", part))
  }
})

test_that("the specimen's parts are exact", {
  news <- article_read(data_file("specimen", "specimen-newswire.txt"))
  parts <- article_parts(news)
  expect_identical(parts$part, c("headline", "lead", rep("body", 10), "boilerplate"))
})

collection <- function(...) {
  data <- utils::read.csv(gzfile(data_file(...)), encoding = "UTF-8")
  data[!is.na(data$text) & nzchar(data$text), ]
}

with_part <- function(data, part) {
  found <- article_parts(stats::setNames(data$text, data$doc_id), progress = FALSE)
  data$doc_id %in% found$doc_id[found$part == part]
}

test_that("datelines of sputnik are found, and no others", {
  data <- collection("sputnik", "articles.csv.gz")
  # An agency in brackets after a place and, perhaps, a date.
  wanted <- grepl("^[A-Z].{0,60}\\((Sputnik|RIA Novosti)\\)", data$text)
  expect_gt(sum(wanted), 150)
  expect_identical(with_part(data, "dateline"), wanted)
  expect_false(any(with_part(data, "byline")))
})

test_that("datelines of polnear come after the title", {
  data <- collection("polnear", "articles.csv.gz")
  found <- with_part(data, "dateline")
  wanted <- grepl(
    paste0(
      "^[^\n]+\\s*\n\\s*\n(([A-Z][a-z]+ ?)+[0-9]* \\([A-Z][A-Za-z]+\\)|[A-Z][A-Z .]{3,30}",
      "(, [A-Z][A-Za-z.]+)?(, [A-Z][a-z]+[.]? [0-9]+)?( \\([A-Z][A-Za-z]+\\))?) ?",
      "(\u2014|\u2013|\u2015|--?) ?"
    ),
    data$text, perl = TRUE
  )
  expect_gt(sum(wanted), 100)
  expect_gt(mean(found[wanted]), 0.97)
  expect_gt(mean(wanted[found]), 0.95)
  # The names of their writers are in a column of their own, none in the text.
  expect_false(any(with_part(data, "byline")))
  # Whom to follow, and who reported, as plain expressions see it.
  last <- sub("(?s).*\n\\s*\n", "", trimws(data$text), perl = TRUE)
  wanted <- grepl("^Follow [A-Z].*@|^\\(.*[Rr]eporting by|contributed to this (report|story)", last)
  expect_gt(sum(wanted), 20)
  expect_gt(mean(with_part(data, "boilerplate")[wanted]), 0.97)
})

test_that("Reuters signs off, and stories of houses without footers have none", {
  data <- collection("reuters21578", "reuters21578.csv.gz")
  data <- data[seq(1, nrow(data), 5), ]
  signed <- grepl("reuters?[^a-z]*$", data$text, ignore.case = TRUE)
  expect_gt(mean(signed), 0.98)
  expect_true(all(with_part(data, "boilerplate")[signed]))
  found <- article_parts(stats::setNames(data$text, data$doc_id), progress = FALSE)
  rest <- found$text[found$part %in% c("lead", "body")]
  expect_false(any(grepl("REUTER[^A-Z]*$", rest)))
  expect_lt(mean(with_part(data, "dateline")), 0.001)
  for (name in c("kcna/stories_sample.csv.gz", "bbc/bbc.csv.gz", "usnews/usnews_economy.csv.gz")) {
    data <- collection(name)
    expect_lt(mean(with_part(data, "boilerplate")), 0.01, label = name)
    expect_false(any(with_part(data, "byline")), info = name)
  }
})

test_that("datelines of economic news are found, and few others", {
  data <- collection("usnews", "usnews_economy.csv.gz")
  found <- with_part(data, "dateline")
  wanted <- grepl("^[A-Z][A-Z.' ]{3,}(, [A-Z][A-Za-z., ]{1,25}[0-9]*)? ?--", data$text)
  expect_gt(sum(wanted), 500)
  expect_gt(mean(found[wanted]), 0.99)
  expect_gt(mean(wanted[found]), 0.97)
})

test_that("wrapped lines and other quotation marks change no part", {
  curly <- c("\u2018" = "'", "\u2019" = "'", "\u201c" = "\"", "\u201d" = "\"")
  straight <- function(x) {
    for (mark in names(curly)) x <- gsub(mark, curly[[mark]], x, fixed = TRUE)
    x
  }
  shape <- function(x) {
    parts <- article_parts(x, progress = FALSE)
    text <- gsub("[[:space:]]+", " ", straight(parts$text))
    paste(parts$doc_id, parts$part, text)
  }
  news <- sample_articles()
  text <- stats::setNames(news$text, news$doc_id)
  expected <- shape(text)
  expect_identical(shape(gsub("([a-z,]) ([A-Za-z])", "\\1\n\\2", text)), expected)
  expect_identical(shape(straight(text)), expected)
  data <- collection("sputnik", "articles.csv.gz")
  text <- stats::setNames(data$text, data$doc_id)
  expect_identical(shape(straight(text)), shape(text))
  # Hard-wrapped wire text, its lines joined except indented ones.
  data <- collection("reuters21578", "reuters21578.csv.gz")
  data <- data[seq(1, nrow(data), 10), ]
  text <- stats::setNames(data$text, data$doc_id)
  joined <- gsub("(?<!\\s)\n(?!\\s)", " ", text, perl = TRUE)
  expect_gt(mean(joined != text), 0.9)
  expect_identical(shape(joined), shape(text))
})

test_that("parts do not depend on threads, neighbours or order, with profile either", {
  data <- collection("polnear", "articles.csv.gz")[1:120, ]
  text <- stats::setNames(data$text, data$doc_id)
  profile <- article_profile(text, line_articles = 2)
  for (e in list(NULL, profile)) {
    all <- article_parts(text, profile = e, threads = 1)
    expect_identical(article_parts(text, profile = e, threads = 2), all)
    expect_identical(article_parts(text, profile = e, threads = 7), all)
    back <- article_parts(rev(text), profile = e)
    for (id in names(text)[c(1, 40, 77)]) {
      one <- as.data.frame(article_parts(text[id], profile = e))
      expect_identical(as.data.frame(all[all$doc_id == id, ]), one, ignore_attr = "row.names")
      expect_identical(as.data.frame(back[back$doc_id == id, ]), one, ignore_attr = "row.names")
    }
  }
})

test_that("taken as English, other languages have a lead and a body", {
  parts <- article_parts(c(
    a = "La Banque centrale a ferm\u00e9 ses guichets.\n\nPersonne ne sait pourquoi.",
    b = "\u4eca\u65e5\u306f\u96e8\u3067\u3059\u3002\n\n\u660e\u65e5\u3082\u96e8\u3067\u3059\u3002"
  ), language = NULL)
  expect_identical(parts$part, rep(c("lead", "body"), 2))
})

test_that("lines of the profile are boilerplate before and after the story", {
  footed <- sprintf(
    "Rain fell on mill %1$s.\n\nNobody left %1$s.\n\nThe kettle is always on.", letters
  )
  profile <- article_profile(footed)
  parts <- article_parts(footed, profile = profile)
  expect_identical(unique(parts$text[parts$part == "boilerplate"]), "The kettle is always on.")
  expect_false("boilerplate" %in% article_parts(footed)$part)
  inside <- "Rain fell.\n\nThe kettle is always on.\n\nNobody came."
  expect_identical(article_parts(inside, profile = profile)$part, c("lead", "body", "body"))
  new <- "Rain fell.\n\nTHE KETTLE is always on."
  expect_identical(article_parts(new, profile = profile)$part, c("lead", "boilerplate"))
  expect_error(article_parts("x", profile = 1), "`profile`", class = "tritone_error_input")
})

test_that("articles in another language get one row of NA and one message", {
  spanish <- paste(
    "El presidente dijo el lunes que la ley no es para los ricos, sino para todos los que",
    "viven en el pa\u00eds y que el gobierno la presentar\u00e1 en el mes de mayo."
  )
  x <- c(a = "Rain fell on the town.\n\nIt was the first in a year.", b = spanish, c = "Rain.")
  expect_message(found <- article_parts(x), "1 of 3 articles is not in English .*es")
  expect_identical(found$doc_id, c("a", "a", "b", "c"))
  expect_identical(found$part, c("lead", "body", NA, "lead"))
  expect_identical(found$start[3], NA_integer_)
  expect_identical(found$text[3], NA_character_)
  expect_identical(as.list(found[-3, ]), as.list(article_parts(x[-2])[, names(found)]))
  expect_no_message(all <- article_parts(x, language = NULL))
  expect_false(anyNA(all$part))
})
