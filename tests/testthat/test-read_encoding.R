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

test_that("the encodings of DOS and of old Macs, of Hebrew, Arabic and Thai are guessed", {
  texts <- list(
    CP850 = c(
      "Die F\u00e4hre \u00fcber die F\u00f6rde f\u00e4hrt wieder, sagte M\u00fcller am Montag.",
      paste(
        "La mairie a d\u00e9cid\u00e9 de rouvrir le march\u00e9 d\u00e8s lundi, o\u00f9 tout",
        "est pr\u00eat."
      ),
      paste(
        "Seg\u00fan \u00e9l, la compa\u00f1\u00eda pagar\u00e1 m\u00e1s el pr\u00f3ximo",
        "a\u00f1o, explic\u00f3."
      )
    ),
    CP852 = c(
      paste(
        "M\u0142yn zosta\u0142 zamkni\u0119ty, a m\u0119\u017cczyzna powiedzia\u0142, \u017ce",
        "wszyscy b\u0119d\u0105 mogli."
      ),
      paste(
        "Ml\u00fdn byl zav\u0159en v pond\u011bl\u00ed, starosta \u0159ekl, \u017ee",
        "v\u0161ichni lid\u00e9 se mohou vr\u00e1tit."
      )
    ),
    CP857 = paste(
      "Feribot per\u015fembe g\u00fcn\u00fc yeniden \u00e7al\u0131\u015fmaya",
      "ba\u015flad\u0131, bal\u0131k\u00e7\u0131lar bekledi."
    ),
    CP737 = paste(
      "\u03a4\u03bf \u03c0\u03bb\u03bf\u03af\u03bf \u03b3\u03b9\u03b1 \u03c4\u03bf",
      paste(
        "\u03bb\u03b9\u03bc\u03ac\u03bd\u03b9 \u03be\u03b5\u03ba\u03b9\u03bd\u03ac",
        "\u03c0\u03ac\u03bb\u03b9."
      )
    ),
    MacCyrillic = paste(
      "\u041f\u0430\u0440\u043e\u043c \u0434\u043e \u043f\u043e\u0440\u0442\u0430",
      paste(
        "\u0421\u043a\u0430\u0440\u043d \u0441\u043d\u043e\u0432\u0430",
        "\u0445\u043e\u0434\u0438\u0442,"
      ),
      paste(
        "\u0431\u0435\u0440\u0451\u0442 \u0434\u0435\u0441\u044f\u0442\u044c",
        "\u0442\u043e\u043d\u043d."
      )
    ),
    `windows-1255` = paste(
      "\u05d4\u05de\u05e2\u05d1\u05d5\u05e8\u05ea \u05e9\u05d1\u05d4",
      "\u05dc\u05e4\u05e2\u05d5\u05dc \u05d1\u05d9\u05d5\u05dd \u05d7\u05de\u05d9\u05e9\u05d9."
    ),
    `windows-1256` = paste(
      "\u0639\u0627\u062f\u062a \u0627\u0644\u0639\u0628\u0627\u0631\u0629",
      "\u0625\u0644\u0649 \u0627\u0644\u0645\u064a\u0646\u0627\u0621 \u064a\u0648\u0645."
    ),
    CP874 = paste0(
      "\u0e40\u0e23\u0e37\u0e2d\u0e02\u0e49\u0e32\u0e21\u0e1f\u0e32\u0e01",
      "\u0e01\u0e25\u0e31\u0e1a\u0e21\u0e32\u0e27\u0e34\u0e48\u0e07"
    )
  )
  for (encoding in names(texts)) {
    skip_if_not(knows_encoding(encoding), paste("iconv() without", encoding))
    for (text in texts[[encoding]]) {
      bytes <- iconv(text, "UTF-8", encoding, toRaw = TRUE)[[1L]]
      guess <- guess_encoding(c(bytes, as.raw(10)))
      expect_identical(guess$encoding, encoding, info = text)
      expect_identical(rawToChar(guess$bytes), paste0(text, "\n"), info = text)
    }
  }
})

test_that("UTF-32 is read with and without a mark", {
  for (encoding in c("UTF-32LE", "UTF-32BE")) {
    for (mark in c("\ufeff", "")) {
      file <- withr::local_tempfile(fileext = ".csv")
      content <- paste0(mark, "id,title,text\n1,F\u00e4hre,Die F\u00e4hre f\u00e4hrt.\n")
      writeBin(iconv(content, "UTF-8", encoding, toRaw = TRUE)[[1L]], file)
      news <- suppressMessages(article_read(file))
      expect_identical(news$title, "F\u00e4hre")
      expect_identical(news$text, "Die F\u00e4hre f\u00e4hrt.")
      expect_identical(article_problems(news)$detail, paste("read as", encoding))
    }
  }
})
