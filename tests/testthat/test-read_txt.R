# Text files of one article, and files that a pattern divides.

test_that("a pattern divides a file into articles", {
  path <- text_file(c(
    "ITEM 1", "Ferry service resumes", "", "The ferry to Skarn runs", "again.", "ITEM 2", "",
    "Mill shuts", "", "The mill is shut.", "ITEM 3", "ITEM 4", "Rain falls", "", "It rains."
  ), "day.txt")
  news <- article_read(path, split_at = "^ITEM [0-9]+$")
  expect_identical(news$doc_id, c("day.1", "day.2", "day.3"))
  expect_identical(news$title, c("Ferry service resumes", "Mill shuts", "Rain falls"))
  expect_identical(
    news$text, c("The ferry to Skarn runs again.", "The mill is shut.", "It rains.")
  )
  expect_identical(news$line, c(2L, 8L, 13L))
  expect_identical(nrow(article_problems(news)), 0L)
  for (threads in c(1, 7)) {
    expect_identical(article_read(path, split_at = "^ITEM [0-9]+$", threads = threads), news)
  }
  # A match anywhere in a line divides, also at its end.
  expect_identical(article_read(path, split_at = "TEM ")$line, news$line)
  # \s may match a line end, which is not part of a line.
  expect_identical(article_read(path, split_at = "^ITEM\\s\\d\\s*$")$text, news$text)
  # Windows line ends.
  windows <- text_file(paste(readLines(path, warn = FALSE), collapse = "\r\n"), "day.txt")
  expect_identical(article_read(windows, split_at = "^ITEM [0-9]+$")$text, news$text)
})

test_that("blank lines divide", {
  path <- text_file(
    c("Ferry runs", "", "It runs.", "", "", "", "Mill shuts", "", "It is shut."), "x.txt"
  )
  news <- article_read(path, split_at = 3)
  expect_identical(news$text, c("It runs.", "It is shut."))
  expect_identical(news$line, c(1L, 7L))
  expect_message(
    whole <- article_read(path, split_at = 4), NA
  )
  expect_identical(nrow(whole), 1L)
  expect_identical(article_problems(whole)$code, "not_divided")
  expect_identical(article_problems(whole)$doc_id, "x")
})

test_that("problems of pieces name the piece and the line of the file", {
  path <- text_file(c(
    charToRaw("A title\n\nOne.\n====\nB title\n\nTw"), as.raw(0xff), charToRaw("\u017e."),
    charToRaw("\n====\nIt has no title.")
  ), "x.txt")
  news <- article_read(path, split_at = "^=+$")
  problems <- article_problems(news)
  expect_identical(problems$doc_id, c(NA, "x.3"))
  expect_identical(problems$code, c("bad_bytes", "no_title"))
  expect_identical(problems$line, c(7L, 9L))
})

test_that("`split_at` is checked", {
  path <- text_file("x")
  expect_error(article_read(path, split_at = "("), "`split_at`", class = "tritone_error_input")
  expect_error(article_read(path, split_at = "x*"), "empty line", class = "tritone_error_input")
  expect_error(article_read(path, split_at = 0), "`split_at`", class = "tritone_error_input")
  expect_error(article_read(path, split_at = NA), "`split_at`", class = "tritone_error_input")
})

test_that("packed files are read, truncated ones up to the cut", {
  path <- file.path(withr::local_tempdir(), "ferry.txt.gz")
  text <- paste(c("Ferry runs", "", sprintf("The %d ferries run.", 1:500)), collapse = "\n")
  connection <- gzfile(path, "wb")
  writeBin(charToRaw(text), connection)
  close(connection)
  news <- article_read(path)
  plain <- article_read(text_file(charToRaw(text), "ferry.txt"))
  expect_identical(news$text, plain$text)
  expect_identical(news$doc_id, "ferry")
  expect_identical(nrow(article_problems(news)), 0L)
  bytes <- readBin(path, "raw", 1e5)
  writeBin(bytes[seq_len(length(bytes) - 40L)], path)
  cut <- suppressMessages(article_read(path))
  expect_true("cut_off" %in% article_problems(cut)$code)
  expect_true(startsWith(plain$text, substr(cut$text, 1L, 100L)))
  # Two packed files in one.
  writeBin(c(bytes, bytes), path)
  expect_identical(nrow(article_problems(article_read(path))), 0L)
})

test_that("a line of 100 MB is read in seconds", {
  skip_on_cran()
  path <- text_file(charToRaw(strrep("rain fell on the quay and ", 4e6)), "long.txt")
  news <- article_read(path)
  expect_gt(nchar(news$text, "bytes"), 1e8)
  expect_identical(article_problems(news)$code, "no_title")
})

test_that("one text, whatever its wraps", {
  text <- paste(
    "The ferry to Skarn runs again, the port said on Monday. It had stood still for a week",
    "after the storm, and nobody knew when it would sail."
  )
  wraps <- vapply(c(20, 40, 60, 1000), function(width) {
    article_read(text_file(c("Ferry runs", "", strwrap(text, width), "", "It rains.")))$text
  }, "")
  expect_identical(unique(wraps), paste0(text, "\n\nIt rains."))
})

test_that("control characters alone raise no doubt of the encoding, those of escapes do", {
  folder <- withr::local_tempdir()
  write <- function(name, bytes) writeBin(bytes, file.path(folder, name))
  write("a.txt", charToRaw("Rain\n\nRain fell.\003\n"))
  escaped <- as.raw(c(0x1b, 0x24, 0x42, 0x31, 0x2b, 0x1b, 0x28, 0x42)) # rain, in ISO-2022-JP
  write("b.txt", c(charToRaw("Rain\n\nRain fell: "), escaped, charToRaw("\n")))
  write("c.txt", charToRaw("Snow\n\nSnow fell.\n"))
  expect_identical(
    doubtful_files(txt_piece(article_read_core(file.path(folder, c("a.txt", "b.txt", "c.txt")),
      1L, NULL), 1:3)),
    2L
  )
  read <- suppressMessages(article_read(folder))
  expect_identical(read$text, c("Rain fell.\u0003", "Rain fell: \u96e8", "Snow fell."))
  expect_identical(article_problems(read)$code, c("control_characters", "encoding"))
})
