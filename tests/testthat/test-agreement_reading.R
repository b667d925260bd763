# Problems and characters, asked of every way of reading.

quiet <- suppressMessages

test_that("problems are those of the articles that are there, to every verb", {
  root <- withr::local_tempdir()
  read <- function(name, lines) {
    path <- file.path(root, name)
    writeLines(lines, path)
    suppressMessages(article_read(path))
  }
  a <- read("a.csv", c("doc_id,title,text", "1,Rain,It rained all day.", "2,Wind,"))
  b <- read("b.csv", c("doc_id,title,text", "3,Hail,It hailed all day.", "4,Storm,", "5,Fog,"))
  both <- rbind(a, b)
  expect_identical(article_problems(both), rbind(article_problems(a), article_problems(b)))
  expect_identical(article_problems(both)$doc_id, c("2", "4", "5"))
  asked <- list(both = both, one = both[2, ], none = both[c(1, 3), ], turned = both[5:1, ])
  for (name in names(asked)) {
    x <- asked[[name]]
    n <- nrow(article_problems(x))
    expect_identical(n, sum(!x$text %in% c(a$text[[1]], b$text[[1]])), info = name)
    printed <- utils::capture.output(print(x))
    expect_identical(sum(grepl(sprintf("^# %d problem", n), printed)), as.integer(n > 0))
    details <- attr(quiet(article_check(x)), "details")
    # One article with a title alone is a collection of titles.
    without_text <- details$check %in% c("empty", "titles_only")
    expect_identical(sum(without_text), n, info = name)
  }
})

# The headline of a page that gives it in JSON-LD only.
page_headline <- function(json) {
  file <- withr::local_tempfile(fileext = ".html")
  said <- "The ferry to Skarn sailed again on Thursday, eleven days after a storm, the port said."
  writeLines(enc2utf8(c(
    "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Another title</title>",
    "<script type=\"application/ld+json\">", json, "</script></head>",
    "<body><article>", sprintf("<p>%s</p>", rep(said, 3)), "</article></body></html>"
  )), file, useBytes = TRUE)
  quiet(article_read(file))$title
}

test_that("an entity is the same character in the headline of a page and for a repair", {
  skip_if_not_installed("xml2")
  entities <- c(
    "eacute" = "\u00e9", "hellip" = "\u2026", "ldquo" = "\u201c", "rsquo" = "\u2019",
    "euro" = "\u20ac", "ndash" = "\u2013", "amp" = "&", "quot" = "\"", "apos" = "'",
    "Alpha" = "\u0391", "trade" = "\u2122", "frac12" = "\u00bd", "#8217" = "\u2019",
    "#x2019" = "\u2019", "#146" = "\u2019", "nosuch" = "&nosuch;"
  )
  for (name in names(entities)) {
    written <- sprintf("Caf &%s; in Tarsk", name)
    wanted <- sprintf("Caf %s in Tarsk", entities[[name]])
    headline <- page_headline(sprintf("{\"@type\":\"NewsArticle\",\"headline\":\"%s\"}", written))
    expect_identical(headline, wanted, info = name)
    expect_identical(quiet(article_repair(written)), wanted, info = name)
  }
})

test_that("a byte of windows-1252 is the same character in a file and for a repair", {
  # Between letters: the euro and the tilde of its own occur there in no text; the five bytes
  # without a character do not, either.
  bytes <- setdiff(0x82:0x9f, c(0x85, 0x8d, 0x8f, 0x90, 0x98, 0x9d))
  file <- withr::local_tempfile(fileext = ".txt")
  in_file <- function(before, byte, after) {
    writeBin(c(charToRaw(paste0("Title\n\nA caf")), as.raw(0xe9), charToRaw(before),
      as.raw(byte), charToRaw(after)), file)
    quiet(article_read(file))$text
  }
  for (byte in bytes) {
    read <- in_file(" of it", byte, "s own was here in the rain.")
    control <- paste0("A caf\u00e9 of it", intToUtf8(byte), "s own was here in the rain.")
    expect_identical(quiet(article_repair(control)), read, info = byte)
    expect_false(grepl("[\u0080-\u009f\ufffd]", read), info = byte)
  }
  expect_identical(
    in_file(" costs ", 0x80, "5 in the rain."),
    quiet(article_repair("A caf\u00e9 costs \u00805 in the rain."))
  )
  # 0x85 is a control character of its own; mojibake shows what it is taken for.
  read <- in_file(" of it", 0x85, "s own was here in the rain.")
  expect_identical(
    quiet(article_repair("A caf\u00c3\u00a9 of it\u00e2\u20ac\u00a6s own was here in the rain.")),
    read
  )
})

test_that("JSON is nested too deep in a page if and only if it is so in a file", {
  skip_if_not_installed("xml2")
  skip_if_not_installed("yyjsonr")
  file <- withr::local_tempfile(fileext = ".json")
  nested <- function(what, n) sprintf("{%s,\"x\":%s%s}", what, strrep("[", n), strrep("]", n))
  in_file <- function(n) {
    writeLines(nested("\"text\":\"Rain fell in Tarsk.\"", n), file)
    !any(grepl("nested", article_problems(quiet(article_read(file)))$detail))
  }
  in_page <- function(n) {
    title <- page_headline(nested("\"@type\":\"NewsArticle\",\"headline\":\"Deep\"", n))
    identical(title, "Deep")
  }
  for (n in c(1, 100, 198:202, 400)) expect_identical(in_page(n), in_file(n), info = n)
  expect_true(in_file(199))
  expect_false(in_file(200))
})
