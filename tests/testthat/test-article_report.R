# Every tag that is opened is closed in order: enough of a parser to catch a slip.
unbalanced_tags <- function(page) {
  page <- gsub("(?s)<(style|script)>.*?</\\1>", "", page, perl = TRUE)
  tags <- regmatches(page, gregexpr("</?[a-zA-Z][a-zA-Z0-9]*[^>]*>", page))[[1]]
  tags <- tags[!grepl("^<(meta|br|hr|img|link|input)|/>$", tags)]
  open <- character()
  for (tag in tags) {
    name <- sub("^</?([a-zA-Z0-9]+).*", "\\1", tag)
    if (startsWith(tag, "</")) {
      if (!length(open) || open[length(open)] != name) return(tag)
      open <- open[-length(open)]
    } else {
      open <- c(open, name)
    }
  }
  open
}

read_page <- function(file) paste(readLines(file, encoding = "UTF-8"), collapse = "\n")

test_that("the page is whole, of one file, and holds every section", {
  news <- sample_articles()
  news$source <- sub("^[0-9-]{11}([a-z]+)-.*", "\\1", news$doc_id)
  file <- withr::local_tempfile(fileext = ".html")
  expect_invisible(found <- article_report(news, file, k = 4))
  page <- read_page(file)
  expect_identical(unbalanced_tags(page), character())
  expect_true(validUTF8(page))
  sections <- c(
    "findings", "collection", "terms", "topics", "tone", "voices", "copies", "articles", "method",
    "evidence", "texts"
  )
  for (id in sections) expect_match(page, sprintf("<section id=\"%s\"", id), fixed = TRUE)
  expect_no_match(page, "(src|href)=\"(https?:)?//")
  expect_no_match(sub("(?s)<script>.*", "", page, perl = TRUE), "NaN|NULL|Inf[^a-z]")
  expect_identical(ncol(found$topics$theta), 4L)
  # Two articles are in another language.
  expect_identical(nrow(found$tone), nrow(news) - 2L)
  expect_s4_class(found$terms, "dgCMatrix")
  expect_match(page, "lang=\"en\"")
  expect_match(page, "hpa")
})

test_that("the same articles give the same page, whatever the threads", {
  news <- sample_articles()[1:12, ]
  pages <- vapply(c(1, 2, 7, 1), function(threads) {
    file <- withr::local_tempfile(fileext = ".html")
    article_report(news, file, k = 3, threads = threads)
    read_page(file)
  }, "")
  expect_length(unique(pages), 1)
})

test_that("markup in articles is shown, never run", {
  nasty <- data.frame(
    doc_id = c("<b>", "b&c"), title = c("<script>alert(1)</script>", "\"Quoted\" & more"),
    text = c("A terrible <img src=x onerror=alert(1)> flood.", "A wonderful day <b>ends</b>."),
    date = as.Date(c("2021-01-01", "2021-02-01")), source = c("<i>x</i>", "y")
  )
  file <- withr::local_tempfile(fileext = ".html")
  article_report(nasty, file)
  page <- read_page(file)
  # The page's own script is the only one; the other holds data.
  expect_length(gregexpr("<script>", page)[[1L]], 1L)
  expect_length(gregexpr("<script type=\"application/json\"", page)[[1L]], 1L)
  expect_no_match(page, "<script>alert|<img|<b>ends")
  expect_match(page, "&lt;script&gt;")
  expect_identical(unbalanced_tags(page), character())
})

test_that("one article, no dates, no sources, no hits, missing texts: still a page", {
  file <- withr::local_tempfile(fileext = ".html")
  for (x in list(
    "One short text about a flood.", c(a = "Nothing here", b = NA, c = ""), c("a b c", "d e f"),
    data.frame(text = "Rain.", date = as.Date("2021-01-01")),
    data.frame(text = c("Rain.", "Sun.", "Wind."), date = as.Date("2021-01-01"))
  )) {
    article_report(x, file)
    page <- read_page(file)
    expect_identical(unbalanced_tags(page), character())
    expect_no_match(sub("(?s)<script>.*", "", page, perl = TRUE), "NaN|>NA<|NULL")
  }
})

test_that("wrong arguments are named", {
  expect_error(
    article_report("x", "no/such/folder/page.html"), "`file`", class = "tritone_error_input"
  )
  expect_error(
    article_report(character(), "x.html"), "at least one article", class = "tritone_error_input"
  )
  expect_error(article_report("x", tempfile(), k = 1), "`k`", class = "tritone_error_input")
  expect_error(article_report("x", tempfile(), topics = 3), "topics", class = "tritone_error_input")
  two <- list(a = tone_lexicon(c(good = 1)), b = tone_lexicon(c(bad = -1)))
  expect_error(
    article_report("x", tempfile(), lexicon = two), "one lexicon", class = "tritone_error_input"
  )
  dated <- data.frame(text = "x", date = TRUE)
  expect_error(article_report(dated, tempfile()), "x\\$date", class = "tritone_error_input")
})

test_that("the page finds the developing events of the example", {
  news <- sample_articles()
  found <- article_report(news, withr::local_tempfile(fileext = ".html"))
  words <- topic_terms(found$topics, n = 8)
  topic_with <- function(term) {
    share <- found$topics$theta[, words$topic[words$term == term]]
    expect_identical(sum(words$term == term), 1L, info = term)
    share
  }
  # The fever: a topic that is nearly absent, rises in March 2022 and is over by summer.
  fever <- topic_with("fever")
  month <- format(news$date, "%Y-%m")
  expect_lt(mean(fever[month < "2022-02"]), 0.1)
  expect_gt(mean(fever[month %in% c("2022-03", "2022-04")]), 3 * mean(fever[month < "2022-02"]))
})

test_that("a report prints in two lines, and holds what the page shows", {
  news <- sample_articles()[1:12, ]
  found <- article_report(news, withr::local_tempfile(fileext = ".html"), k = 3)
  expect_identical(names(found), c(
    "file", "terms", "topics", "tone", "sentences", "voices", "copies"
  ))
  expect_output(print(found), "^# Report on 12 articles \\([0-9,]+ terms, 3 topics\\)\n# ")
  expect_s3_class(found$voices, "tritone_article_voices")
  expect_s3_class(found$copies, "tritone_article_duplicates")
})

test_that("a text of bytes without an encoding is a page", {
  bytes <- "Rain fell on the quay \xff today."
  Encoding(bytes) <- "bytes"
  file <- withr::local_tempfile(fileext = ".html")
  article_report(c(a = bytes, b = "Snow fell."), file)
  expect_identical(unbalanced_tags(read_page(file)), character())
})

test_that("titles only, and articles in another language, are a page too", {
  titles <- data.frame(
    title = c("Flood kills two in the north", "Bridge opens after three years", "Markets fall"),
    text = "", date = as.Date("2021-01-01") + 0:2
  )
  spanish <- data.frame(text = c(
    "El tiempo era muy malo hoy en todas las ciudades del norte, y la gente no quer\u00eda salir.",
    "La lluvia sigue desde la ma\u00f1ana y no hay ning\u00fan tren entre las dos ciudades."
  ))
  for (x in list(titles, spanish)) {
    file <- withr::local_tempfile(fileext = ".html")
    article_report(x, file)
    page <- read_page(file)
    expect_identical(unbalanced_tags(page), character())
    expect_match(page, "No quoted or reported words were found", fixed = TRUE)
  }
  expect_match(page, "lluvia", fixed = TRUE)
})
