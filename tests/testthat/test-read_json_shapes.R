# Tables of pandas and answers of interfaces, in JSON.

json_news <- function(json, name = "news.json", ..., env = parent.frame()) {
  skip_if_not_installed("yyjsonr")
  suppressMessages(article_read(text_file(json, name, env), ...))
}

test_that("all orients of pandas give the same articles", {
  rows <- c(
    "{\"title\":\"Ferry resumes\",\"text\":\"The ferry sailed.\",\"date\":\"2021-12-03\"}",
    "{\"title\":\"Barley falls\",\"text\":\"It fell.\",\"date\":null}"
  )
  both <- paste(rows, collapse = ",")
  shapes <- list(
    records = paste0("[", both, "]"),
    index = sprintf("{\"0\":%s,\"1\":%s}", rows[[1L]], rows[[2L]]),
    columns = paste0(
      "{\"title\":{\"0\":\"Ferry resumes\",\"1\":\"Barley falls\"},",
      "\"text\":{\"0\":\"The ferry sailed.\",\"1\":\"It fell.\"},",
      "\"date\":{\"0\":\"2021-12-03\",\"1\":null}}"
    ),
    split = paste0(
      "{\"columns\":[\"title\",\"text\",\"date\"],\"index\":[0,1],\"data\":[[\"Ferry resumes\",",
      "\"The ferry sailed.\",\"2021-12-03\"],[\"Barley falls\",\"It fell.\",null]]}"
    ),
    table = paste0(
      "{\"schema\":{\"fields\":[{\"name\":\"title\",\"type\":\"string\"}],\"pandas_version\":",
      "\"1.4.0\"},\"data\":[", both, "]}"
    ),
    values_with_names = paste0(
      "[[\"title\",\"text\",\"date\"],[\"Ferry resumes\",\"The ferry sailed.\",\"2021-12-03\"],",
      "[\"Barley falls\",\"It fell.\",null]]"
    )
  )
  for (shape in names(shapes)) {
    news <- json_news(shapes[[shape]])
    expect_identical(news$title, c("Ferry resumes", "Barley falls"), info = shape)
    expect_identical(news$text, c("The ferry sailed.", "It fell."), info = shape)
    expect_identical(news$date, as.Date(c("2021-12-03", NA)), info = shape)
    expect_identical(nrow(article_problems(news)), 0L, info = shape)
    expect_length(news, 8L)
  }
  values <- json_news(
    "[[\"Ferry\",\"The ferry sailed.\",1],[\"Barley\",\"It fell.\",2]]", text = "V2", title = "V1"
  )
  expect_identical(values$text, c("The ferry sailed.", "It fell."))
  lines <- json_news(paste(rows, collapse = "\n"), "news.jsonl")
  expect_identical(lines$text, c("The ferry sailed.", "It fell."))
})

test_that("one row, and rows with names, which are ids", {
  one <- json_news("{\"title\":{\"0\":\"Ferry\"},\"text\":{\"0\":\"It sailed.\"}}")
  expect_identical(one$text, "It sailed.")
  named <- json_news(paste0(
    "{\"a7\":{\"title\":\"Ferry\",\"text\":\"It sailed.\"},",
    "\"a9\":{\"title\":\"Barley\",\"text\":\"It fell.\"}}"
  ))
  expect_identical(named$doc_id, c("a7", "a9"))
  named <- json_news(paste0(
    "{\"title\":{\"x\":\"F\",\"y\":\"B\"},\"text\":{\"x\":\"It sailed.\",\"y\":\"No.\"}}"
  ))
  expect_identical(named$doc_id, c("x", "y"))
  # A table of one row after the names of its columns, and one of one column.
  row <- json_news("[[\"title\",\"text\"],[\"Ferry\",\"It sailed.\"]]")
  expect_identical(c(row$title, row$text), c("Ferry", "It sailed."))
  column <- json_news("{\"text\":[\"It sailed.\",\"It fell.\"]}")
  expect_identical(column$text, c("It sailed.", "It fell."))
  # Objects of which only some names are numbers are no columns.
  expect_null(by_columns(list(a = list(`0` = "x", note = "y"))))
  expect_length(by_columns(list(a = list(`0` = "x", `1` = "y"))), 2L)
  # One article with objects inside is no table.
  article <- json_news(
    "{\"headline\":{\"main\":\"Ferry\",\"kicker\":null},\"text\":\"It sailed.\"}"
  )
  expect_identical(c(article$title, article$text), c("Ferry", "It sailed."))
})

nyt_answer <- function(docs) {
  paste0(
    "{\"status\":\"OK\",\"copyright\":\"none\",\"response\":{\"docs\":[", docs,
    "],\"meta\":{\"hits\":1,\"offset\":0}}}"
  )
}

test_that("answers of the New York Times", {
  doc <- paste0(
    "{\"abstract\":\"The ferry sails.\",\"lead_paragraph\":\"The ferry to Skarn sailed again on ",
    "Friday.\",\"snippet\":\"The ferry.\",\"source\":\"The Border Ledger\",\"headline\":{\"main\":",
    "\"Ferry to Skarn resumes\",\"kicker\":null},\"keywords\":[{\"name\":\"glocations\",\"value\":",
    "\"Skarn\",\"rank\":1},{\"name\":\"subject\",\"value\":\"Ferries\",\"rank\":2}],\"pub_date\":",
    "\"2021-12-03T10:00:00+0000\",\"section_name\":\"World\",\"byline\":{\"original\":",
    "\"By Ann Ode\"},\"_id\":\"nyt://article/1\",\"multimedia\":[]}"
  )
  news <- json_news(nyt_answer(doc))
  expect_identical(news$title, "Ferry to Skarn resumes")
  expect_identical(news$text, "The ferry to Skarn sailed again on Friday.")
  expect_identical(news$date, as.Date("2021-12-03"))
  expect_identical(news$source, "The Border Ledger")
  expect_identical(news$keywords, "Skarn; Ferries")
  expect_identical(news$byline.original, "By Ann Ode")
  expect_identical(news$section_name, "World")
  # Pages of an answer in one folder; the last one is empty, one is an error.
  folder <- withr::local_tempdir()
  writeLines(nyt_answer(doc), file.path(folder, "p1.json"))
  writeLines(nyt_answer(sub("article/1", "article/2", doc)), file.path(folder, "p2.json"))
  writeLines(nyt_answer(""), file.path(folder, "p3.json"))
  writeLines(paste0(
    "{\"fault\":{\"faultstring\":\"Rate limit quota violation\",\"detail\":{\"errorcode\":\"x\"}}}"
  ), file.path(folder, "p4.json"))
  all <- suppressMessages(article_read(folder))
  expect_identical(all$doc_id, c("nyt://article/1", "nyt://article/2"))
  told <- article_problems(all)
  expect_identical(told$code, c("no_articles", "no_articles"))
  expect_identical(basename(told$path), c("p3.json", "p4.json"))
  expect_snapshot(told$detail)
})

test_that("answers of the Guardian", {
  answer <- function(fields) {
    paste0(
      "{\"response\":{\"status\":\"ok\",\"userTier\":\"developer\",\"total\":1,",
      "\"results\":[{\"id\":",
      "\"world/2021/dec/03/ferry\",\"type\":\"article\",\"sectionName\":\"World news\",",
      "\"webPublicationDate\":\"2021-12-03T10:00:00Z\",\"webTitle\":\"Ferry to Skarn resumes\",",
      "\"webUrl\":\"https://example.org/ferry\",\"fields\":", fields, ",\"tags\":[]}]}}"
    )
  }
  plain <- json_news(answer("{\"bodyText\":\"The ferry sailed. It was late.\",\"byline\":\"Ann\"}"))
  expect_identical(plain$title, "Ferry to Skarn resumes")
  expect_identical(plain$text, "The ferry sailed. It was late.")
  expect_identical(plain$date, as.Date("2021-12-03"))
  expect_identical(plain$sectionName, "World news")
  html <- json_news(answer("{\"body\":\"<p>The ferry sailed.</p><p>It was late &amp; full</p>\"}"))
  expect_identical(html$text, "The ferry sailed.\n\nIt was late & full")
  wrong <- json_news("{\"response\":{\"status\":\"error\",\"message\":\"bad page\"}}")
  expect_identical(article_problems(wrong)$code, "no_articles")
  wrong <- json_news("{\"message\":\"Invalid authentication credentials\"}")
  expect_match(article_problems(wrong)$detail, "Invalid authentication credentials")
  none <- json_news("{\"response\":{\"status\":\"ok\",\"total\":0,\"results\":[]}}")
  expect_identical(article_problems(none)$code, "no_articles")
})

test_that("feeds in JSON", {
  feed <- paste0(
    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Ledger\",\"description\":\"News",
    "\",\"items\":[{\"id\":\"1\",\"title\":\"Ferry runs\",\"content_html\":\"<p>It ran.</p><p>",
    "Late.</p>\",\"date_published\":\"2021-12-03T10:00:00Z\",",
    "\"authors\":[{\"name\":\"Ann Ode\"}]},",
    "{\"id\":\"2\",\"content_text\":\"It fell.\"}]}"
  )
  news <- json_news(feed)
  expect_identical(news$text, c("It ran.\n\nLate.", "It fell."))
  expect_identical(news$source, c("Ledger", "Ledger"))
  expect_identical(news$byline, c("Ann Ode", NA))
  expect_identical(news$date, as.Date(c("2021-12-03", NA)))
})

test_that("records at any depth and in any envelope are found", {
  one <- "{\"title\":\"Ferry\",\"text\":\"It ran.\",\"date\":\"2021-12-03\"}"
  two <- "{\"title\":\"Mill\",\"text\":\"It shut.\",\"date\":\"2021-12-04\"}"
  shapes <- list(
    edges = sprintf("{\"data\":{\"a\":{\"edges\":[{\"node\":%s},{\"node\":%s}]}}}", one, two),
    hits = sprintf(
      "{\"took\":3,\"hits\":{\"total\":2,\"hits\":[{\"_id\":\"a\",\"_source\":%s},%s]}}",
      one, sprintf("{\"_id\":\"b\",\"_source\":%s}", two)
    ),
    article = sprintf("{\"results\":[{\"article\":%s},{\"article\":%s}]}", one, two),
    by_id = sprintf("{\"articles\":{\"a\":%s,\"b\":%s}}", one, two),
    by_day = sprintf("{\"2021-12-03\":[%s],\"2021-12-04\":[%s]}", one, two),
    nested_cells = paste0(
      "{\"title\":{\"0\":\"Ferry\",\"1\":\"Mill\"},",
      "\"text\":{\"0\":\"It ran.\",\"1\":\"It shut.\"},",
      "\"date\":{\"0\":\"2021-12-03\",\"1\":\"2021-12-04\"},",
      "\"more\":{\"0\":{\"a\":1},\"1\":{\"a\":2}}}"
    ),
    answers = sprintf("[{\"response\":{\"docs\":[%s]}},{\"response\":{\"docs\":[%s]}}]", one, two)
  )
  for (shape in names(shapes)) {
    news <- json_news(shapes[[shape]])
    expect_identical(news$title, c("Ferry", "Mill"), info = shape)
    expect_identical(news$text, c("It ran.", "It shut."), info = shape)
    expect_identical(as.character(news$date), c("2021-12-03", "2021-12-04"), info = shape)
  }
  lines <- sprintf("{\"response\":{\"docs\":[%s]}}", c(one, two))
  expect_identical(json_news(lines, "pages.jsonl")$title, c("Ferry", "Mill"))
  split <- "{\"columns\":[\"title\",\"text\"],\"index\":[0],\"data\":[[\"Ferry\",\"It ran.\"]]}"
  expect_identical(json_news(c(split, split), "split.jsonl")$text, rep("It ran.", 2L))
})

test_that("WordPress, MongoDB, blocks of a text and a second column of texts", {
  news <- json_news(paste0(
    "[{\"id\":1,\"date\":\"2021-12-03T10:00:00\",",
    "\"title\":{\"rendered\":\"Ferry &#8220;runs&#8221;\"},",
    "\"content\":{\"rendered\":\"<p>It ran.</p><p>A &amp; b.</p>\",\"protected\":false}}]"
  ))
  expect_identical(news$title, "Ferry \u201cruns\u201d")
  expect_identical(news$text, "It ran.\n\nA & b.")
  news <- json_news(paste0(
    "{\"_id\":{\"$oid\":\"6a\"},\"title\":\"Ferry\",\"text\":\"It ran.\",",
    "\"date\":{\"$date\":", c("\"2021-12-03T10:00:00Z\"}}", "{\"$numberLong\":\"1638576000000\"}}}")
  ), "mongo.jsonl")
  expect_identical(as.character(news$date), c("2021-12-03", "2021-12-04"))
  blocks <- paste0(
    "{\"title\":\"Ferry\",\"body\":[{\"type\":\"p\",\"text\":\"It ran.\"},",
    "{\"type\":\"p\",\"text\":\"It sank.\"}]}"
  )
  for (json in c(blocks, sprintf("[%s]", blocks))) {
    expect_identical(json_news(json)$text, "It ran.\n\nIt sank.")
    expect_identical(json_news(json)$title, "Ferry")
  }
  news <- json_news(paste0(
    "[{\"webTitle\":\"A\",\"fields\":{\"bodyText\":\"It ran.\",\"body\":\"<p>It ran.</p>\"}},",
    "{\"webTitle\":\"B\",\"fields\":{\"body\":\"<p>It fell.</p>\"}}]"
  ))
  expect_identical(news$text, c("It ran.", "It fell."))
  news <- json_news("[[\"Ferry\",\"The ferry ran again.\"],[\"Mill\",\"The mill shut at noon.\"]]")
  expect_identical(news$text, c("The ferry ran again.", "The mill shut at noon."))
})
