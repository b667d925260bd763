# Encodings that the user names, and those that are guessed.

read_plain <- function(...) suppressMessages(article_read(...))

# The words of a record, whatever its paragraphs.
words_of <- function(news) {
  gsub("[[:space:]]+", " ", paste(stats::na.omit(c(news$title, news$text)), collapse = " "))
}

encoding_row <- function(news) {
  problems <- article_problems(news)
  problems$detail[problems$code == "encoding"]
}

test_that("each encoding is guessed from texts of all lengths", {
  texts <- encoded_texts()
  right <- vapply(seq_len(nrow(texts)), function(i) {
    news <- read_plain(encoded_file(texts$text[[i]], texts$encoding[[i]]))
    identical(words_of(news), gsub("[[:space:]]+", " ", texts$text[[i]]))
  }, NA)
  shown <- function(rows) {
    apply(texts[rows, c("language", "encoding", "length")], 1L, paste, collapse = " ")
  }
  expect_identical(shown(!right), character())
})

test_that("each encoding is read where it is named", {
  texts <- encoded_texts()
  for (i in which(texts$length == "paragraph")) {
    path <- encoded_file(texts$text[[i]], texts$encoding[[i]])
    news <- read_plain(path, encoding = texts$encoding[[i]])
    expect_identical(words_of(news), gsub("[[:space:]]+", " ", texts$text[[i]]))
    expect_identical(
      encoding_row(news), paste0("read as ", texts$encoding[[i]], ", as `encoding` says")
    )
  }
})

test_that("a text in small letters without a title is found, and other forms too", {
  text <- language_texts()$Russian$text
  for (encoding in c("windows-1251", "KOI8-R")) {
    table <- c("id,title,text", sprintf("%d,\"%s\",\"%s\"", 1:2, text[1:2], text[3:4]))
    news <- read_plain(encoded_file(paste(table, collapse = "\n"), encoding, "news.csv"))
    expect_identical(news$title, text[1:2])
    expect_identical(news$text, text[3:4])
    expect_match(encoding_row(news), paste("read as", encoding), fixed = TRUE)
    skip_if_not_installed("yyjsonr")
    json <- sprintf("{\"title\":\"%s\",\"text\":\"%s\"}", text[1:2], text[3:4])
    news <- read_plain(encoded_file(paste(json, collapse = "\n"), encoding, "news.jsonl"))
    expect_identical(news$text, text[3:4])
    skip_if_not_installed("xml2")
    page <- paste0(
      "<html><head><title>", text[[1L]], "</title></head><body><article><h1>", text[[1L]],
      "</h1><p>", text[[2L]], "</p><p>", text[[3L]], "</p></article></body></html>"
    )
    news <- read_plain(encoded_file(page, encoding, "page.html"))
    expect_match(news$text, text[[2L]], fixed = TRUE)
    # What the page declares counts before any guess, what the user says before that.
    declared <- sub("<head>", "<head><meta charset=\"koi8-r\">", page, fixed = TRUE)
    news <- read_plain(encoded_file(declared, "KOI8-R", "page.html"))
    expect_match(encoding_row(news), "as it declares", fixed = TRUE)
    news <- read_plain(
      encoded_file(declared, "windows-1251", "page.html"), encoding = "windows-1251"
    )
    expect_match(news$text, text[[2L]], fixed = TRUE)
  }
})

test_that("files of several encodings in one folder are each read right", {
  folder <- withr::local_tempdir()
  texts <- encoded_texts()
  texts <- texts[texts$length == "article", ]
  for (i in seq_len(nrow(texts))) {
    writeBin(
      iconv(texts$text[[i]], "UTF-8", texts$encoding[[i]], toRaw = TRUE)[[1L]],
      file.path(folder, sprintf("n%02d.txt", i))
    )
  }
  news <- read_plain(folder)
  expect_identical(news$doc_id, sprintf("n%02d", seq_len(nrow(texts))))
  for (i in seq_len(nrow(texts))) {
    expect_identical(words_of(news[i, ]), gsub("[[:space:]]+", " ", texts$text[[i]]))
  }
  for (threads in c(1, 7)) expect_identical(read_plain(folder, threads = threads), news)
})

test_that("bytes that an encoding lacks, and files of no encoding, are said so", {
  broken <- c(charToRaw("caf"), as.raw(c(0xe9, 0x20, 0x81)), charToRaw(" is open"))
  path <- text_file(broken)
  news <- read_plain(path, encoding = "windows-1252")
  expect_identical(news$text, "caf\u00e9 \ufffd is open")
  expect_true("bad_bytes" %in% article_problems(news)$code)
  # Latin 1 is read as browsers read it.
  quoted <- text_file(c(charToRaw("It "), as.raw(0x92), charToRaw("s open")))
  expect_identical(read_plain(quoted, encoding = "latin1")$text, "It \u2019s open")
  # UTF-8 that is named has no row.
  plain <- read_plain(text_file("caf\u00e9"), encoding = "UTF-8")
  expect_identical(encoding_row(plain), character())
  # A picture is no text in any encoding.
  set.seed(1)
  noise <- as.raw(sample(0:255, 5000, replace = TRUE))
  expect_identical(read_plain(text_file(noise))$text, NA_character_)
})

test_that("what is said about encodings", {
  russian <- encoded_file(language_texts()$Russian$text[[1L]], "windows-1251")
  unsure <- text_file(c(charToRaw("annonc"), as.raw(0x8e), charToRaw(" la reprise du bac")))
  broken <- c(charToRaw("caf"), as.raw(c(0xe9, 0x20, 0x81)), charToRaw(" is open"))
  japanese <- encoded_file(language_texts()$Japanese$text[[1L]], "ISO-2022-JP")
  expect_snapshot({
    news <- article_read(c(russian, unsure, japanese))
    encoding_row(news)
    article_problems(suppressMessages(
      article_read(text_file(broken), encoding = "windows-1252")
    ))[c("code", "detail")]
  })
  expect_snapshot(error = TRUE, {
    article_read(russian, encoding = "windows1251")
    article_read(russian, encoding = "windws-1250")
    article_read(russian, encoding = "")
    article_read(russian, encoding = 1)
  })
})

test_that("a stray byte in a long text of ASCII is damage and no other encoding", {
  line <- strrep("The river rose again on Monday, the council said in a note. ", 4)
  for (byte in c(0xff, 0x98, 0xd0, 0xe4)) {
    path <- withr::local_tempfile(fileext = ".txt")
    writeBin(c(charToRaw("River rises\n\n"), charToRaw(line), as.raw(byte)), path)
    problems <- article_problems(suppressMessages(article_read(path)))
    expect_false(any(grepl("guess", problems$detail)), info = byte)
    expect_true(any(problems$code %in% c("bad_bytes", "encoding")), info = byte)
  }
})
