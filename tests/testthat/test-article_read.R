# article_read(): from files of any form to records.

test_that("a file becomes a record", {
  path <- text_file(
    c(
      "Ferry service resumes", "", "The ferry to Skarn runs", "again, the port", "said.", "",
      "It had stood still for a week."
    ),
    "2021-12-03-ferry.txt"
  )
  news <- article_read(path)
  expect_s3_class(news, "tritone_articles")
  expect_identical(
    names(news), c("doc_id", "title", "text", "date", "date_basis", "source", "path", "line")
  )
  expect_identical(news$doc_id, "2021-12-03-ferry")
  expect_identical(news$title, "Ferry service resumes")
  expect_identical(
    news$text, "The ferry to Skarn runs again, the port said.\n\nIt had stood still for a week."
  )
  expect_identical(news$date, as.Date("2021-12-03"))
  expect_identical(news$source, NA_character_)
  expect_identical(news$path, path)
  expect_identical(nrow(article_problems(news)), 0L)
})

test_that("folders are read with the folders inside, in code-point order", {
  root <- withr::local_tempdir()
  dir.create(file.path(root, "b"))
  for (name in c("z.txt", "a.txt", "b/a.txt", "notes.odt")) {
    writeLines(c("A title", "", "A sentence of text."), file.path(root, name))
  }
  expect_message(expect_message(
    news <- article_read(root), "1 file was not read: its ending"
  ), "made unique")
  expect_identical(basename(news$path), c("a.txt", "a.txt", "z.txt"))
  expect_identical(news$doc_id, c("a", "a.1", "z"))
  expect_identical(article_read(file.path(root, c("z.txt", "a.txt")))$doc_id, c("z", "a"))
})

test_that("empty, binary and unreadable files keep their row and are reported", {
  root <- withr::local_tempdir()
  writeLines(c("A title", "", "A sentence of text."), file.path(root, "good.txt"))
  file.create(file.path(root, "empty.txt"))
  writeBin(
    as.raw(c(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 7, 200, 201, 0, 1)),
    file.path(root, "image.txt")
  )
  expect_message(news <- article_read(root), "2 of 3 files gave no article")
  expect_identical(news$doc_id, c("empty", "good", "image"))
  expect_identical(is.na(news$text), c(TRUE, FALSE, TRUE))
  problems <- article_problems(news)
  expect_identical(names(problems), c("path", "line", "doc_id", "code", "detail"))
  expect_identical(problems$code[problems$doc_id == "empty"], "empty")
  expect_identical(problems$code[problems$doc_id == "image"], "binary")
  # What follows still works on such records.
  expect_identical(unname(Matrix::rowSums(term_matrix(news)) > 0), c(FALSE, TRUE, FALSE))
  expect_identical(is.na(tone_score(news)$tone[c(1, 3)]), c(TRUE, TRUE))
})

test_that("Windows-1252, UTF-16 and a byte order mark are read, bad bytes replaced", {
  text <- c(
    "Caf\u00e9 reopens", "",
    "\u201cWe\u2019re glad,\u201d she said. The caf\u00e9 had closed."
  )
  lines <- paste(text, collapse = "\n")
  want <- article_read(text_file(text))
  for (encoding in c("windows-1252", "UTF-16LE", "UTF-16BE")) {
    bytes <- iconv(lines, "UTF-8", encoding, toRaw = TRUE)[[1]]
    mark <- switch(encoding,
      `UTF-16LE` = as.raw(c(0xff, 0xfe)), `UTF-16BE` = as.raw(c(0xfe, 0xff)), raw()
    )
    news <- article_read(text_file(c(mark, bytes)))
    expect_identical(news$text, want$text, info = encoding)
    expect_identical(news$title, want$title, info = encoding)
    expect_identical(article_problems(news)$code, "encoding", info = encoding)
  }
  marked <- article_read(text_file(c(as.raw(c(0xef, 0xbb, 0xbf)), charToRaw(enc2utf8(lines)))))
  expect_identical(marked$title, want$title)
  bad <- sub("had", "h\xffd", lines, useBytes = TRUE)
  news <- article_read(text_file(charToRaw(bad)))
  expect_match(news$text, "h\ufffdd closed")
  expect_identical(article_problems(news)$code, "bad_bytes")
  expect_true(validUTF8(news$text))
})

test_that("decomposed letters are composed, line ends of all systems are alike", {
  text <- "A title\r\n\r\nThe cafe\u0301 stays\r\nopen."
  expect_identical(article_read(text_file(text))$text, "The caf\u00e9 stays open.")
})

test_that("the same records for 1, 2 and 7 threads", {
  folder <- system.file("extdata", "articles", package = "tritone")
  one <- article_read(folder, threads = 1)
  expect_identical(article_read(folder, threads = 2), one)
  expect_identical(article_read(folder, threads = 7), one)
  expect_identical(nrow(article_problems(one)), 0L)
  expect_false(anyNA(one$date))
  expect_false(anyNA(one$title))
})

test_that("dates are read from names only where they are dates", {
  names <- c(
    "2021-02-30.txt", "a-2021_03_04-b.txt", "12021-03-04.txt", "20210304.txt", "1987-10-20x.txt"
  )
  root <- withr::local_tempdir()
  for (name in names) writeLines(c("A title", "", "Rain fell."), file.path(root, name))
  expect_identical(
    article_read(file.path(root, names))$date,
    as.Date(c(NA, "2021-03-04", NA, NA, "1987-10-20"))
  )
})

test_that("the specimen is read as its page shows it", {
  news <- article_read(data_file("specimen", "specimen-newswire.txt"))
  expect_match(news$title, "^NK cracks down on .* defections$")
  paragraphs <- strsplit(news$text, "\n\n", fixed = TRUE)[[1]]
  expect_length(paragraphs, 12)
  expect_false(any(grepl("\n", paragraphs)))
  expect_match(paragraphs[[12]], "^Questions or comments.*\\.net\\.$")
  parts <- article_parts(news)
  expect_identical(parts$part, c("headline", "lead", rep("body", 10), "boilerplate"))
  expect_lt(tone_score(news)$tone, 0)
  counts <- term_matrix(news)
  expect_false(any(c("questions", "comments", "contact") %in% colnames(counts)))
  expect_true(all(c("ssd", "defection", "users") %in% colnames(counts)))
})

test_that("wrong paths are named", {
  expect_error(article_read("no/such/file.txt"), "no/such/file.txt", class = "tritone_error_input")
  expect_error(article_read(1), "`path`", class = "tritone_error_input")
  other <- withr::local_tempfile(fileext = ".odt", lines = "a,b")
  expect_error(article_read(other), "of a known form", class = "tritone_error_input")
  expect_error(
    article_read(text_file("x"), encodng = "latin1"), "encoding", class = "tritone_error_input"
  )
  expect_identical(nrow(article_read(character())), 0L)
  expect_message(none <- article_read(withr::local_tempdir()), "No files of articles")
  expect_identical(nrow(none), 0L)
})

test_that("a line under the headline is neither of the title nor lost", {
  folder <- withr::local_tempdir()
  under <- c(
    date = "December 3, 2021", weekday = "Friday, December 3, 2021",
    address = "https://ledger.example/2021/12/03/mill-shuts",
    posted = "Posted on December 3, 2021 by admin", both =
      "Published: 3 December 2021, 10:45 GMT | Updated: 4 December 2021, 09:00 GMT",
    changed = "Dec. 3, 2021 Updated: Dec. 4, 2021 9:00 a.m."
  )
  for (name in names(under)) {
    writeLines(
      c("Mill shuts in Tarsk", under[[name]], "", "The mill shut on Monday.", "", "It was old."),
      file.path(folder, paste0(name, ".txt"))
    )
  }
  read <- suppressMessages(article_read(folder))
  expect_setequal(read$doc_id, names(under))
  expect_equal(unique(read$title), "Mill shuts in Tarsk")
  expect_equal(unique(read$date), as.Date("2021-12-03"))
  expect_equal(
    read$text, paste0(under[read$doc_id], "\n\nThe mill shut on Monday.\n\nIt was old.")
  )
  parts <- as.data.frame(article_parts(read))
  expect_equal(parts$text[parts$part == "byline"], unname(under[read$doc_id]))
  expect_equal(unique(parts$text[parts$part == "lead"]), "The mill shut on Monday.")
})

test_that("other lines under a headline: labels, several of them, a sentence", {
  read_lines <- function(...) {
    path <- withr::local_tempfile(fileext = ".txt")
    writeLines(c(...), path)
    suppressMessages(article_read(path))
  }
  body <- c("", "The mill in Tarsk, the last of the valley, shut for good on Monday.", "", "Old.")
  several <- read_lines(
    "Mill shuts in Tarsk", "By Jana Kovel", "December 3, 2021", "Source: The Border Ledger", body
  )
  expect_equal(several$title, "Mill shuts in Tarsk")
  expect_equal(several$date, as.Date("2021-12-03"))
  expect_match(
    several$text, "^By Jana Kovel\n\nDecember 3, 2021\n\nSource: The Border Ledger\n\nThe mill in"
  )
  expect_equal(sum(article_parts(several)$part == "byline"), 3L)
  sentence <- read_lines("Mill shuts in Tarsk", "It was the last of the valley.", body)
  expect_equal(sentence$title, "Mill shuts in Tarsk")
  expect_match(sentence$text, "^It was the last of the valley.\n\nThe mill in Tarsk")
  # A title that is wrapped, also before a capital.
  wrapped <- read_lines("Mill shuts in Tarsk after", "forty years", body)
  expect_equal(wrapped$title, "Mill shuts in Tarsk after forty years")
  again <- read_lines("Mill shuts in the valley of", "Tarsk after forty years", body)
  expect_equal(again$title, "Mill shuts in the valley of Tarsk after forty years")
})

test_that("a line of place, source and date under a headline is no part of the title", {
  read_lines <- function(...) {
    path <- withr::local_tempfile(fileext = ".txt")
    writeLines(enc2utf8(c(...)), path, useBytes = TRUE)
    suppressMessages(article_read(path))
  }
  body <- "The mill in Tarsk, the last of the valley, shut for good on Monday."
  under <- c(
    "SKARN, The Border Ledger - Mar. 3, 2021", "The Border Ledger | 3 March 2021 | Skarn",
    "2021-03-03, Skarn", "The Border Ledger March 3, 2021", "Skarn (HPA) \u2013 3. M\u00e4rz 2021",
    "La Voix de Skarn, mercredi 3 mars 2021", "Skarn, 3 de marzo de 2021"
  )
  for (line in under) for (blank in list("", character())) {
    news <- read_lines("Mill shuts in Tarsk", line, blank, body, "", "It was old.")
    expect_identical(news$title, "Mill shuts in Tarsk", info = line)
    expect_identical(news$text, paste(line, body, "It was old.", sep = "\n\n"), info = line)
    expect_identical(news$date, as.Date("2021-03-03"), info = line)
    parts <- article_parts(news)$part
    expect_identical(parts, c("headline", "byline", "lead", "body"), info = line)
  }
  # Such a line that a sentence goes on after, or that is a dateline, stays where it is.
  wrapped <- read_lines(
    "Mill shuts in Tarsk", "", "The Border Ledger, March 3, 2021", "reported that it was shut.", "",
    "It was old."
  )
  expect_identical(
    wrapped$text, "The Border Ledger, March 3, 2021 reported that it was shut.\n\nIt was old."
  )
})
