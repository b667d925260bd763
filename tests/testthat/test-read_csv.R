# Tables with commas, semicolons and tabs, whole and broken.

csv_file <- function(lines, name = "news.csv", env = parent.frame()) {
  text_file(lines, name, env)
}

read_quietly <- function(...) suppressMessages(article_read(...))

codes <- function(news) article_problems(news)$code

test_that("a table becomes records, columns are guessed and reported", {
  path <- csv_file(c(
    "id,headline,body,published,outlet,words,code,flag",
    paste0(
      "7,Ferry runs,\"It runs\nagain, the port\nsaid.\n\nIt \"\"sails\"\".\",",
      "2021-01-02,HPA,3,007,TRUE"
    ),
    "8,Mill shuts,Shut.,2021-01-03,HPA,4.5,010,FALSE"
  ))
  expect_message(
    news <- article_read(path),
    "text = `body`, doc_id = `id`, title = `headline`, date = `published`, source = `outlet`"
  )
  expect_s3_class(news, "tritone_articles")
  expect_identical(news$doc_id, c("7", "8"))
  expect_identical(news$title, c("Ferry runs", "Mill shuts"))
  expect_identical(news$text, c("It runs again, the port said.\n\nIt \"sails\".", "Shut."))
  expect_identical(news$date, as.Date(c("2021-01-02", "2021-01-03")))
  expect_identical(news$source, c("HPA", "HPA"))
  expect_identical(news$line, c(2L, 7L))
  expect_identical(news$words, c(3, 4.5))
  expect_identical(news$code, c("007", "010"))
  expect_identical(news$flag, c(TRUE, FALSE))
  expect_identical(nrow(article_problems(news)), 0L)
  roles <- attr(news, "roles")
  expect_identical(roles$column, c("body", "id", "headline", "published", "outlet"))
  expect_false(any(roles$given))
  for (threads in c(1, 7)) {
    expect_identical(read_quietly(path, threads = threads), news)
  }
})

test_that("the same records whatever the delimiter, quotes and encoding", {
  lines <- c(
    "id,text", "1,\"The caf\u00e9 is open, she said.\"", "2,\"It rains; it snows.\"",
    "3,\"Three | four\""
  )
  want <- read_quietly(csv_file(lines))
  expect_identical(nrow(want), 3L)
  for (delimiter in c(";", "\t", "|")) {
    other <- sub("^([a-z0-9]+),", paste0("\\1", delimiter), lines)
    for (name in c("news.csv", "news.tsv")) {
      news <- read_quietly(csv_file(other, name))
      expect_identical(news$text, want$text, info = delimiter)
      expect_identical(news$doc_id, want$doc_id, info = delimiter)
    }
  }
  text <- paste(lines, collapse = "\r\n")
  for (encoding in c("windows-1252", "UTF-16LE", "UTF-16BE")) {
    bytes <- iconv(text, "UTF-8", encoding, toRaw = TRUE)[[1L]]
    news <- read_quietly(csv_file(bytes))
    expect_identical(news$text, want$text, info = encoding)
    expect_identical(codes(news), "encoding", info = encoding)
  }
  marked <- csv_file(c(as.raw(c(0xef, 0xbb, 0xbf)), charToRaw(enc2utf8(text))))
  expect_identical(read_quietly(marked)$text, want$text)
  mixed <- csv_file(c(
    charToRaw("id,text\n1,"), charToRaw(enc2utf8("The caf\u00e9 is open, \u201cyes\u201d\n2,caf")),
    as.raw(0xe9), charToRaw(" shut\n")
  ))
  news <- read_quietly(mixed)
  expect_identical(news$text[[2L]], "caf\u00e9 shut")
  expect_true("encoding" %in% codes(news))
})

test_that("well-formed tables are as data.table reads them", {
  skip_if_not_installed("data.table")
  set.seed(7)
  bits <- c("rain", "\"", ",", "\n", "snow fell", " ", ";", "caf\u00e9", "'")
  cell <- function() paste(sample(bits, sample(1:6, 1L), replace = TRUE), collapse = "")
  table <- data.frame(
    id = seq_len(300), a = replicate(300, cell()), b = replicate(300, cell())
  )
  path <- file.path(withr::local_tempdir(), "t.csv")
  data.table::fwrite(table, path, quote = TRUE)
  read <- read_csv_split_core(path, ",")
  columns <- read_csv_columns_core(read$table, 1:3, TRUE, FALSE)
  # fread leaves doubled quotes as they are; read.csv undoes them.
  want <- utils::read.csv(path, colClasses = "character", encoding = "UTF-8")
  for (i in 1:3) expect_identical(columns[[i]], want[[i]])
  expect_identical(read$problems$code, character())
  fast <- data.table::fread(path, colClasses = "character", encoding = "UTF-8", strip.white = FALSE)
  expect_identical(dim(fast), c(length(read$line) - 1L, length(read$first)))
  expect_identical(gsub("\"\"", "\"", fast$a, fixed = TRUE), want$a)
})

test_that("ragged rows are kept and reported", {
  news <- read_quietly(csv_file(c("id,text", "1,Rain fell, and snow", "2", "3,Fine")))
  expect_identical(news$text, c("Rain fell, and snow", NA, "Fine"))
  expect_identical(codes(news), c("ragged_row", "ragged_row", "empty"))
  expect_identical(article_problems(news)$doc_id, c("1", "2", "2"))
  news <- read_quietly(csv_file(c("text,id", "Rain fell,1,x,y", "Fine,2")))
  expect_identical(news$text, c("Rain fell", "Fine"))
  expect_identical(news$extra_fields, c("x,y", NA))
  # R writes row names without a name for their column.
  news <- read_quietly(csv_file(c("id,text", "1,7,Rain", "2,8,Snow")))
  expect_identical(news$doc_id, c("7", "8"))
  expect_identical(news$V1, 1:2)
})

test_that("an open quote damages only its own line", {
  news <- read_quietly(csv_file(c("id,text", "1,\"Rain", "2,Snow", "3,\"Hail, fog\"")))
  expect_identical(news$text, c("\"Rain", "Snow", "Hail, fog"))
  expect_identical(codes(news), "bad_quotes")
  expect_identical(article_problems(news)$doc_id, "1")
  expect_identical(article_problems(news)$line, 2L)
})

test_that("files without records, columns or text are reported", {
  empty <- csv_file("", "empty.csv")
  expect_message(news <- article_read(empty), "1 of 1 files gave no article [(]1 empty[)]")
  expect_identical(nrow(news), 0L)
  expect_identical(article_problems(news)$path, empty)
  expect_identical(codes(read_quietly(csv_file("id,text"))), "no_articles")
  expect_identical(codes(read_quietly(csv_file("\n\n \n"))), "empty")
  news <- read_quietly(csv_file(c("id,n", "1,2", "2,3")))
  expect_identical(news$text, c(NA_character_, NA))
  expect_identical(codes(news), c("empty", "empty", "no_text_column"))
  expect_identical(news$n, 2:3)
  news <- read_quietly(csv_file(as.raw(c(1:8, 0, 0, 200:255))))
  expect_identical(codes(news), "binary")
  one <- read_quietly(csv_file(c("text", "Rain, and snow")))
  expect_identical(one$text, "Rain, and snow")
})

test_that("a table without a header is reported", {
  long <- strrep("The ferry to Skarn runs again. ", 4)
  news <- read_quietly(csv_file(sprintf("%d,\"%s\"", 1:2, long)))
  expect_identical(nrow(news), 2L)
  expect_identical(news$V1, 1:2)
  expect_identical(codes(news), "no_header")
  expect_identical(attr(news, "roles")$column, "V2")
})

test_that("repeated and missing names, names of our own, NA", {
  news <- read_quietly(csv_file(c(
    "text,text,,line,path", "Rain,a,b,9,c", "NA,d,e,8,f"
  )))
  expect_identical(
    names(news),
    c(
      "doc_id", "title", "text", "date", "date_basis", "source", "path", "line", "text.1", "V3",
      "line.1", "path.1"
    )
  )
  expect_identical(news$text, c("Rain", NA))
  expect_identical(news$line.1, 9:8)
  expect_identical(codes(news), c("duplicate_columns", "empty"))
  thrice <- read_quietly(csv_file(c("a,text,a,a", "1,Rain,2,3")))
  expect_identical(article_problems(thrice)$detail, "made unique: `a`")
})

test_that("given columns are taken, unknown ones are an error that lists all", {
  path <- csv_file(c("key,intro,body", "a,Short.,Long."))
  news <- article_read(path, doc_id = "key", text = "intro")
  expect_identical(news$doc_id, "a")
  expect_identical(news$text, "Short.")
  expect_identical(attr(news, "roles")$given, c(TRUE, TRUE))
  expect_error(
    article_read(path, text = "bdy"), "`text` .*bdy.*`key`, `intro`, `body`",
    class = "tritone_error_input"
  )
  expect_error(article_read(path, doc_id = "x"), "`doc_id`", class = "tritone_error_input")
  expect_error(article_read(path, text = 3), "`text`", class = "tritone_error_input")
})

test_that("columns of several files are united, ids made unique", {
  root <- withr::local_tempdir()
  writeLines(c("id,text,n,when", "a,Rain,1,x"), file.path(root, "1.csv"))
  writeLines(c("id;text;n;place", "a;Snow;many;Skarn"), file.path(root, "2.csv"))
  expect_message(
    expect_message(
      expect_message(news <- article_read(root), "made unique"), "types differ.*`n`"
    ),
    "Columns recognised"
  )
  expect_identical(news$doc_id, c("a", "a.1"))
  expect_identical(news$n, c("1", "many"))
  expect_identical(news$when, c("x", NA))
  expect_identical(news$place, c(NA, "Skarn"))
})

test_that("rows depend on themselves alone", {
  lines <- sprintf("%d,Title %d,\"It rains\non the %d quays.\"", 1:60, 1:60, 1:60)
  all <- read_quietly(csv_file(c("id,title,text", lines)))
  some <- read_quietly(csv_file(c("id,title,text", lines[c(40, 7)])))
  expect_identical(some$text, all$text[c(40, 7)])
  expect_identical(some$title, all$title[c(40, 7)])
})

test_that("a title that the text repeats is removed and reported once", {
  news <- read_quietly(csv_file(c(
    "id,title,text", "1,Rain falls,\"Rain falls\n\nIt rains.\"", "2,Snow,\"Snow\n\nIt snows.\""
  )))
  expect_identical(news$text, c("It rains.", "It snows."))
  expect_identical(codes(news), "title_repeated")
  expect_match(article_problems(news)$detail, "the start of 2 texts")
})

test_that("a field of 100 MB, and one open quote before it, take seconds", {
  skip_on_cran()
  path <- csv_file(c("id,text", paste0("1,\"", strrep("rain fell ", 1e7)), "2,Snow"))
  news <- read_quietly(path)
  expect_identical(nrow(news), 2L)
  expect_identical(codes(news), "bad_quotes")
  expect_gt(nchar(news$text[[1L]], "bytes"), 9.9e7)
})

test_that("tables of any characters are read as they were written", {
  skip_if_not_installed("data.table")
  withr::local_seed(7)
  root <- withr::local_tempdir()
  special <- c(
    "\u2028", "\u2029", "\u0085", "\v", "\f", "\r", "\n", "\r\n", "\"", ",", ";", "\t", "|"
  )
  strings <- function(n) {
    vapply(seq_len(n), function(i) {
      inside <- sample(c(special, letters, "\u00e9", " "), sample(30L, 1L), replace = TRUE)
      paste0("a", paste(inside, collapse = ""), "z")
    }, "")
  }
  visible <- function(x) gsub("[[:space:]\u2028\u2029\u0085]+", "", x)
  for (round in 1:20) {
    n <- sample(8L, 1L) + 1L
    # A title that the text does not begin with, so that it is not taken off.
    table <- data.frame(
      id = paste0(seq_len(n), strings(n)), headline = paste0("T", strings(n)),
      text = paste0("B", strings(n)), note = strings(n), more = strings(n)
    )
    paths <- file.path(root, c("a.csv", "b.csv", "c.tsv"))
    data.table::fwrite(table, paths[[1L]])
    utils::write.csv(table, paths[[2L]], row.names = FALSE, fileEncoding = "UTF-8")
    data.table::fwrite(table, paths[[3L]], sep = "\t", eol = "\r\n")
    for (path in paths) {
      news <- suppressMessages(article_read(path))
      expect_identical(nrow(news), n, info = path)
      expect_identical(news$doc_id, table$id, info = path)
      expect_identical(news$note, table$note, info = path)
      expect_identical(news$more, table$more, info = path)
      expect_identical(visible(news$title), visible(table$headline), info = path)
      expect_identical(visible(news$text), visible(table$text), info = path)
      expect_true(all(article_problems(news)$code %in% c("control_characters")))
    }
  }
})

test_that("quotes after a backslash do not merge fields, and one row says so", {
  path <- csv_file(c(
    "id,title,text,date",
    "1,\"Mill \\\"shuts\\\"\",\"He said \\\"no\\\", then left.\",2021-12-03",
    "2,\"Ferry runs\",\"It ran again.\",2021-12-04"
  ))
  news <- read_quietly(path)
  expect_identical(news$title, c("Mill \"shuts\"", "Ferry runs"))
  expect_identical(news$text, c("He said \"no\", then left.", "It ran again."))
  expect_identical(news$date, as.Date(c("2021-12-03", "2021-12-04")))
  expect_identical(codes(news), "escaped_quotes")
  expect_identical(article_problems(news)$line, 2L)
  expect_snapshot(article_problems(news)$detail)
})

# Random columns of words, delimiters, line ends, quotes and backslashes.
quoted_frame <- function(seed, rows = 8, signs = c(",", "\"", "\\", "\n", " ", ";")) {
  set.seed(seed)
  cell <- function() {
    words <- sample(c("mill", "ferry", "rain"), 3, replace = TRUE)
    paste0("t", paste(words, sample(c(signs, ""), 3, replace = TRUE), collapse = "", sep = ""), "x")
  }
  column <- function() vapply(seq_len(rows), function(i) cell(), "")
  data.frame(id = sprintf("r%d", seq_len(rows)), a = column(), b = column(), c = column())
}

# The columns of a file as they are read, without what is done to texts.
core_columns <- function(path) {
  read <- read_csv_split_core(path, ",")
  expect_false(any(read$problems$code == "bad_quotes"))
  columns <- read_csv_columns_core(read$table, seq_along(read$first), TRUE, FALSE)
  structure(columns, names = read$first)
}

test_that("tables that data.table writes in either way are read as they were", {
  skip_if_not_installed("data.table")
  path <- withr::local_tempfile(fileext = ".csv")
  for (seed in 1:60) {
    frame <- quoted_frame(seed)
    for (method in c("double", "escape")) {
      for (quote in list(TRUE, "auto")) {
        data.table::fwrite(frame, path, qmethod = method, quote = quote)
        expect_identical(core_columns(path), as.list(frame), info = paste(seed, method, quote))
      }
    }
    # fread keeps what escapes a quote; it must see the same fields.
    data.table::fwrite(frame, path, qmethod = "escape", quote = TRUE)
    theirs <- data.table::fread(path, quote = "\"", sep = ",", data.table = FALSE)
    if (nrow(theirs) == nrow(frame) && ncol(theirs) == ncol(frame)) {
      expect_identical(gsub("\\\\(.)", "\\1", theirs$b), frame$b, info = seed)
    }
  }
})

test_that("tables that write.table escapes are read as they were", {
  path <- withr::local_tempfile(fileext = ".csv")
  for (seed in 1:60) {
    # It does not escape backslashes: beside quotes they would be read in two ways.
    frame <- quoted_frame(seed, signs = c(",", "\"", "\n", " "))
    frame$a[[2L]] <- "C:\\dir"
    frame$b[[3L]] <- "C:\\"
    write.table(frame, path, sep = ",", qmethod = "escape", row.names = FALSE)
    expect_identical(core_columns(path), as.list(frame), info = seed)
  }
})

test_that("dates of records are the same whether or not the texts had to be read for them", {
  rows <- c(
    "id,text,date", "a,\"TARSK, Oct. 6, 2020 (HPA) - Rain fell.\",2021-03-01",
    "b,\"TARSK, Oct. 7, 2020 (HPA) - Rain fell.\",2021-03-02"
  )
  undated <- "c,\"TARSK, Oct. 8, 2020 (HPA) - Rain fell.\","
  all <- read_quietly(csv_file(rows))
  some <- read_quietly(csv_file(c(rows, undated)))
  expect_identical(some$date, as.Date(c("2021-03-01", "2021-03-02", "2020-10-08")))
  expect_identical(all$date, some$date[1:2])
  expect_identical(all$date_basis, some$date_basis[1:2])
  expect_match(article_dates(all)$alternatives[[1L]], "2020-10-06")
})

test_that("fields in single quotes are read as those in double ones", {
  read <- function(lines, fileext = ".csv") {
    file <- withr::local_tempfile(fileext = fileext)
    writeLines(lines, file)
    suppressMessages(article_read(file))
  }
  plain <- read(c(
    "id,title,text,date",
    "1,'Mill shuts, again','It was old, he said.',2021-12-03",
    "2,'Ferry runs','It ran, again.',2021-12-04",
    "3,'Bread','The baker''s bread, sold.',2021-12-05"
  ))
  expect_identical(plain$title, c("Mill shuts, again", "Ferry runs", "Bread"))
  expect_identical(plain$text[[3L]], "The baker's bread, sold.")
  expect_identical(plain$date, as.Date("2021-12-03") + 0:2)
  expect_identical(article_problems(plain)$code, "other_quotes")
  escaped <- read(c(
    "'id','title','text'",
    "'1','Mill shuts','It wasn\\'t old, he said.'",
    "'2','Ferry runs','It ran,\nagain.'",
    "'3','Bread','Sold \\'out\\''"
  ))
  expect_identical(escaped$doc_id, c("1", "2", "3"))
  expect_identical(escaped$text, c("It wasn't old, he said.", "It ran, again.", "Sold 'out'"))
  tabs <- read(c("id\ttitle\ttext", "1\t'Mill'\t'It was\told.'", "2\t'Ferry'\t'It ran.'"), ".tsv")
  expect_identical(tabs$text, c("It was\told.", "It ran."))
  # Apostrophes are not quotes.
  kept <- read(c(
    "id,title,text", "1,'Tis the season,It was old", "2,Ferry runs,'We ran' he said",
    "3,'Bread',It was sold"
  ))
  expect_identical(kept$title, c("'Tis the season", "Ferry runs", "'Bread'"))
  expect_identical(kept$text[[2L]], "'We ran' he said")
})

test_that("delimiters after a backslash are text where more records fit so", {
  read <- function(lines) {
    file <- withr::local_tempfile(fileext = ".csv")
    writeLines(lines, file)
    suppressMessages(article_read(file))
  }
  news <- read(c(
    "id,title,text,date",
    "1,Mill shuts\\, again,It was old\\, he said.,2021-12-03",
    "2,Ferry runs,It ran\\, again.,2021-12-04"
  ))
  expect_identical(news$title, c("Mill shuts, again", "Ferry runs"))
  expect_identical(news$text, c("It was old, he said.", "It ran, again."))
  expect_identical(news$date, as.Date("2021-12-03") + 0:1)
  expect_identical(article_problems(news)$code, "other_quotes")
  kept <- read(c("id,title,text", "1,C:\\mill\\,It was old.", "2,C:\\ferry\\,It ran."))
  expect_identical(kept$text, c("It was old.", "It ran."))
  expect_identical(kept$title, c("C:\\mill\\", "C:\\ferry\\"))
})
