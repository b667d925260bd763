# Every tag that is opened is closed in order: enough of a parser to catch a slip.
unbalanced_tags <- function(page) {
  page <- gsub("(?s)<style>.*?</style>", "", page, perl = TRUE)
  tags <- regmatches(page, gregexpr("</?[a-zA-Z][a-zA-Z0-9]*[^>]*>", page))[[1]]
  tags <- tags[!grepl("^<(meta|br|hr|img|link)|/>$", tags)]
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
  for (id in c("glance", "terms", "topics", "tone", "sentences", "articles", "method")) {
    expect_match(page, sprintf("<section id=\"%s\">", id), fixed = TRUE)
  }
  expect_no_match(page, "(src|href)=\"(https?:)?//")
  expect_no_match(page, "NaN|NULL|Inf[^a-z]")
  expect_identical(ncol(found$topics$theta), 4L)
  expect_identical(nrow(found$tone), nrow(news))
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
  expect_no_match(page, "<script|<img|<b>ends")
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
    expect_no_match(page, "NaN|>NA<")
  }
})

test_that("periods fit the span of the dates", {
  by <- function(from, days) report_periods(as.Date(from) + c(0, days))$by
  expect_identical(by("2021-01-30", 10), "day")
  expect_identical(by("2021-01-30", 100), "week")
  expect_identical(by("2021-01-30", 700), "month")
  expect_identical(by("2001-01-30", 7000), "year")
  periods <- report_periods(as.Date(c("2021-01-31", NA, "2021-11-30")))
  expect_identical(periods$label[c(1, 2, 11)], c("Jan 2021", "Feb 2021", "Nov 2021"))
  expect_identical(periods$of, c(1L, NA, 11L))
  expect_null(report_periods(as.Date(c("2021-01-31", "2021-01-31", NA))))
})

test_that("rising terms are those whose share rose", {
  counts <- methods::as(Matrix::Matrix(
    rbind(c(9, 1, 5), c(8, 2, 5), c(7, 1, 5), c(1, 9, 5), c(2, 8, 5), c(1, 9, 5)), sparse = TRUE
  ), "CsparseMatrix")
  colnames(counts) <- c("fading", "rising", "steady")
  z <- rising_terms(counts, c(FALSE, FALSE, FALSE, TRUE, TRUE, TRUE))
  expect_identical(names(z), c("rising", "steady", "fading"))
  expect_lt(abs(z[["steady"]]), 0.5)
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
  # The harvest: a tone that turns from dark to bright.
  expect_match(
    topic_tone(topic_with("grain"), found$tone$tone, news$date),
    "it turns from \u22120.* to \\+0"
  )
})

test_that("a topic's change of tone is reported only where it is certain", {
  date <- as.Date("2021-01-01") + 0:9
  share <- rep(1, 10)
  expect_identical(topic_tone(share, rep(c(0.1, -0.1), 5), date), "Tone 0.00")
  expect_match(
    topic_tone(share, rep(c(-0.2, 0.3), each = 5) + rep(c(0, 0.01), 5), date),
    "turns from \u22120.20 up to 5 January 2021 to \\+0.31 after"
  )
  expect_identical(topic_tone(share, rep(NA_real_, 10), date), "Tone \u2013")
  expect_identical(topic_tone(share, c(0.2, rep(NA, 9)), as.Date(rep(NA, 10))), "Tone +0.20")
})
