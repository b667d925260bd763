# JSON and JSON lines, whole and broken.

skip_if_not_installed("yyjsonr")

json_file <- function(lines, name = "news.json", env = parent.frame()) {
  text_file(lines, name, env)
}

read_quietly <- function(...) suppressMessages(article_read(...))

codes <- function(news) article_problems(news)$code

test_that("an array of objects, fields in fields", {
  path <- json_file(c(
    "[{\"title\": \"Ferry runs\", \"content\": \"It runs\\nagain.\", \"n\": 1,",
    "  \"source\": {\"id\": null, \"name\": \"HPA\"}, \"tags\": [\"sea\"]},",
    " {\"title\": \"Mill shuts\", \"content\": \"Caf\\u00e9 shut.\", \"n\": 2.5,",
    "  \"tags\": [\"a\", \"b\"], \"parts\": [{\"x\": 1}],",
    "  \"publishedAt\": \"2021-01-03T10:00:00Z\"}]"
  ))
  expect_message(news <- article_read(path), "text = `content`.*source = `source.name`")
  expect_identical(news$text, c("It runs again.", "Caf\u00e9 shut."))
  expect_identical(news$title, c("Ferry runs", "Mill shuts"))
  expect_identical(news$source, c("HPA", NA))
  expect_identical(news$date, as.Date(c(NA, "2021-01-03")))
  expect_identical(news$line, c(1L, 3L))
  expect_identical(news$doc_id, c("news.1", "news.2"))
  expect_identical(news$n, c(1, 2.5))
  expect_identical(news$tags, c("[\"sea\"]", "[\"a\",\"b\"]"))
  expect_identical(news$parts, c(NA, "[{\"x\":1}]"))
  expect_identical(nrow(article_problems(news)), 0L)
})

test_that("the same records in every shape", {
  objects <- sprintf("{\"id\": \"%s\", \"text\": \"%s\"}", c("a", "b"), c("Rain.", "Snow."))
  shapes <- list(
    news.json = paste0("[", paste(objects, collapse = ","), "]"),
    lines.jsonl = objects, lines.json = objects, more.ndjson = c("", objects, ""),
    columns.json = "{\"id\": [\"a\", \"b\"], \"text\": [\"Rain.\", \"Snow.\"]}",
    wrapped.json = paste0("{\"total\": 2, \"articles\": [", paste(objects, collapse = ","), "]}"),
    deeper.json = paste0(
      "{\"ok\": true, \"response\": {\"docs\": [", paste(objects, collapse = ","), "]}}"
    )
  )
  for (name in names(shapes)) {
    news <- read_quietly(json_file(shapes[[name]], name))
    expect_identical(news$doc_id, c("a", "b"), info = name)
    expect_identical(news$text, c("Rain.", "Snow."), info = name)
    expect_identical(nrow(article_problems(news)), 0L, info = name)
  }
  expect_identical(read_quietly(json_file(shapes$wrapped.json))$total, c(2L, 2L))
  expect_identical(read_quietly(json_file(shapes$lines.jsonl, "x.jsonl"))$line, 1:2)
  one <- read_quietly(json_file("{\"text\": \"Rain.\", \"comments\": [{\"by\": \"J\"}]}"))
  expect_identical(one$text, "Rain.")
  expect_identical(one$comments, "[{\"by\":\"J\"}]")
  expect_identical(read_quietly(json_file("[\"Rain.\", \"Snow.\"]"))$text, c("Rain.", "Snow."))
  parts <- read_quietly(json_file("[{\"paragraphs\": [\"Rain.\", \"Snow.\"]}]"))
  expect_identical(parts$text, "Rain.\n\nSnow.")
})

test_that("a fault damages one record only", {
  news <- read_quietly(json_file(
    c("{\"text\": \"Rain.\"}", "{\"text\": \"Sn", "", "{\"text\": tru}", "{\"text\": \"Hail.\"}"),
    "x.jsonl"
  ))
  expect_identical(news$text, c("Rain.", "Hail."))
  expect_identical(news$line, c(1L, 5L))
  expect_identical(codes(news), c("bad_json", "bad_json"))
  expect_identical(article_problems(news)$line, c(2L, 4L))
  news <- read_quietly(json_file(c(
    "[{\"text\": \"Rain.\"},", "{\"text\": \"Snow},", "{\"text\": \"Hail.\"}, 3, {\"text\": \"F"
  )))
  expect_identical(news$text, c("Rain.", "Hail."))
  expect_identical(codes(news), rep("bad_json", 3))
  expect_identical(article_problems(news)$line, c(2L, 3L, 3L))
})

test_that("invalid JSON is reported and not shown on the console", {
  expect_output(news <- read_quietly(json_file("[{\"text\": tru}]")), NA)
  expect_identical(codes(news), "bad_json")
  expect_identical(codes(read_quietly(json_file(""))), "empty")
  expect_identical(codes(read_quietly(json_file("[]"))), "no_articles")
  expect_identical(codes(read_quietly(json_file("", "x.jsonl"))), "empty")
  expect_identical(nrow(read_quietly(json_file("[]"))), 0L)
  deep <- paste0("[{\"text\": ", strrep("[", 1e5), strrep("]", 1e5), "}]")
  expect_match(article_problems(read_quietly(json_file(deep)))$detail, "nested|no text")
  deep <- paste0("[", strrep("[", 1e5), strrep("]", 1e5), "]")
  expect_match(article_problems(read_quietly(json_file(deep)))$detail, "nested")
  many <- read_quietly(json_file(strrep("{\"text\": \"x", 1e5)))
  expect_true(all(codes(many) == "bad_json"))
})

test_that("NULs, numbers, repeated fields and bad bytes in JSON", {
  news <- read_quietly(json_file(c(
    "[{\"id\": 12345678901234567, \"text\": \"a\\u0000b\", \"v\": NaN},",
    " {\"id\": 7, \"text\": \"c\\\\u0000d\", \"v\": 1, \"v\": 2}]"
  )))
  expect_identical(news$text, c("a\ufffdb", "c\\u0000d"))
  expect_identical(news$doc_id, c("12345678901234567", "7"))
  expect_identical(news$v, c(NaN, 1))
  expect_identical(news$v.1, c(NA, 2L))
  bad <- json_file(c(charToRaw("[{\"text\": \"h"), as.raw(0xff), charToRaw("d \u017e\"}]")))
  news <- read_quietly(bad)
  expect_identical(news$text, "h\ufffdd \u017e")
  expect_identical(codes(news), "bad_bytes")
})

test_that("a string of 100 MB takes seconds", {
  skip_on_cran()
  news <- read_quietly(json_file(c(
    paste0("{\"text\": \"", strrep("rain fell ", 1e7), "\"}"), "{\"text\": \"Snow.\"}"
  ), "x.jsonl"))
  expect_identical(nchar(news$text, "bytes"), c(99999999L, 5L))
})

test_that("half a surrogate pair costs its character, a deep field its field", {
  objects <- c(
    '{"id": "a", "text": "Rain \\ud800 fell."}', '{"id": "b", "text": "Snow fell."}',
    paste0('{"id": "c", "text": "Hail.", "x": ', strrep("[", 5000), strrep("]", 5000), "}")
  )
  shapes <- list(
    x.jsonl = objects, x.json = paste0("[", paste(objects, collapse = ",\n"), "]"),
    w.json = paste0('{"docs": [', paste(objects, collapse = ",\n"), "]}")
  )
  for (name in names(shapes)) {
    news <- read_quietly(json_file(shapes[[name]], name))
    expect_identical(news$doc_id, c("a", "b", "c"), info = name)
    expect_identical(news$text, c("Rain \ufffd fell.", "Snow fell.", "Hail."), info = name)
    told <- article_problems(news)
    expect_identical(told$code, c("bad_bytes", "bad_json"), info = name)
    expect_identical(told$line, c(1L, 3L), info = name)
    if (name != "w.json") expect_identical(told$doc_id, c("a", "c"), info = name)
  }
  # A record that is left out takes no other's problems.
  news <- read_quietly(json_file(c("{\"text\": tru, \"x\": \"\\udc00\"}", objects), "x.jsonl"))
  expect_identical(news$doc_id, c("a", "b", "c"))
  told <- article_problems(news)
  expect_identical(told$doc_id, c(NA, NA, "a", "c"))
  expect_identical(told$code, c("bad_bytes", "bad_json", "bad_bytes", "bad_json"))
})

test_that("several objects on a line are several records", {
  news <- read_quietly(json_file(c(
    '{"text": "Rain."}{"text": "Snow."} , {"text": "Hail."},', '{"text": "Wind."} and more'
  ), "x.jsonl"))
  expect_identical(news$text, c("Rain.", "Snow.", "Hail.", "Wind."))
  expect_identical(news$line, c(1L, 1L, 1L, 2L))
  expect_identical(codes(news), "bad_json")
})

test_that("a second byte order mark goes", {
  for (name in c("x.json", "x.jsonl", "x.dat")) {
    news <- read_quietly(json_file("\ufeff\ufeff{\"text\": \"Rain.\"}", name))
    expect_identical(news$text, "Rain.", info = name)
  }
})

test_that("objects of any characters are read as they were written", {
  withr::local_seed(8)
  special <- c(
    "\u2028", "\u2029", "\u0085", "\v", "\f", "\r", "\n", "\t", "\"", "\\", "{", "}", "[", "]"
  )
  strings <- function(n) {
    vapply(seq_len(n), function(i) {
      inside <- sample(c(special, letters, "\u00e9", " ", ","), sample(30L, 1L), replace = TRUE)
      paste0("a", paste(inside, collapse = ""), "z")
    }, "")
  }
  visible <- function(x) gsub("[[:space:]\u2028\u2029\u0085]+", "", x)
  # Characters that JSON wants escaped, as they are.
  raw <- read_quietly(json_file("{\"text\": \"Rain.\", \"note\": \"a\v\f\tb\"}", "x.jsonl"))
  expect_identical(raw$note, "a\v\f\tb")
  for (round in 1:20) {
    n <- sample(8L, 1L) + 1L
    table <- data.frame(
      id = paste0(seq_len(n), strings(n)), headline = paste0("T", strings(n)),
      text = paste0("B", strings(n)), note = strings(n)
    )
    objects <- vapply(seq_len(n), function(i) {
      yyjsonr::write_json_str(as.list(table[i, ]), auto_unbox = TRUE)
    }, "")
    shapes <- list(
      x.jsonl = objects, x.json = yyjsonr::write_json_str(table),
      y.json = paste0("[", paste(objects, collapse = ",\r\n"), "]")
    )
    for (name in names(shapes)) {
      news <- read_quietly(json_file(shapes[[name]], name))
      expect_identical(nrow(news), n, info = name)
      expect_identical(news$doc_id, table$id, info = name)
      expect_identical(news$note, table$note, info = name)
      expect_identical(visible(news$title), visible(table$headline), info = name)
      expect_identical(visible(news$text), visible(table$text), info = name)
    }
  }
})

test_that("a key of more bytes than R allows in a name is cut", {
  skip_if_not_installed("yyjsonr")
  path <- text_file(sprintf(
    '{"id":"1","text":"Rain fell.","%s":"a","%s":"b"}', strrep("x", 20000), strrep("x", 20001)
  ), "news.jsonl")
  read <- suppressMessages(article_read(path))
  expect_equal(read$text, "Rain fell.")
  long <- grep("^x", names(read), value = TRUE)
  expect_length(unique(long), 2L)
  expect_true(all(nchar(long) < 210L))
  expect_equal(unname(unlist(read[long])), c("a", "b"))
})

test_that("records read together are those read one by one", {
  skip_if_not_installed("yyjsonr")
  lines <- c(
    '{"id": 1, "title": "Rain", "text": "Rain fell.", "n": null, "big": 12345678901234567890}',
    '{"id": 2, "title": "Snow", "text": "Snow fell on the hill.", "n": 2.5, "ok": true}',
    '{"id": 3, "text": "A caf\\u00e9 \\"opened\\".", "title": null}'
  )
  alone <- function(lines) {
    read <- list(
      pieces = lines, closed = rep(TRUE, length(lines)), deep = rep(FALSE, length(lines))
    )
    bind_json(lapply(parse_json(read), as_json_object))
  }
  together <- function(lines) {
    array <- charToRaw(enc2utf8(paste0("[", paste(lines, collapse = ","), "]")))
    plain_records(parse_together(array, length(lines)))
  }
  expect_identical(together(lines), alone(lines))
  # Anything else than single values is left to the slower way.
  for (field in c('"a": [1, 2]', '"a": {"b": 1}', '"a": [1]', '"id": 9')) {
    other <- c(lines, sprintf('{"id": 4, "text": "More.", %s}', field))
    expect_null(together(other), info = field)
  }
  html <- together(c(lines, '{"id": 4, "content_html": "<p>A</p>", "n": null}'))
  expect_identical(html$content_html, c(NA, NA, NA, "A"))
  expect_null(together(c(lines, '"a string"')))
  expect_null(parse_together(charToRaw("[{\"a\": 1},{\"a\": }]"), 2L))
  expect_null(parse_together(charToRaw("[\"a\",\"b\"]"), 2L))
})

test_that("one bad line among good ones costs itself only", {
  skip_if_not_installed("yyjsonr")
  path <- text_file(c(
    '{"title": "Rain", "text": "Rain fell on the hill."}', '{"title": "Snow", "text": Snow}',
    '{"title": "Hail", "text": "Hail fell on the hill."}'
  ), "news.jsonl")
  read <- suppressMessages(article_read(path))
  expect_identical(read$title, c("Rain", "Hail"))
  problems <- article_problems(read)
  expect_identical(problems$code, "bad_json")
  expect_identical(problems$line, 2L)
})

# The columns of a file as the core reads it, or NULL where it leaves that to the parser.
core_columns <- function(lines, name = "x.jsonl") {
  path <- json_file(lines, name)
  read <- read_json_split_core(path, grepl("jsonl$", name), TRUE)
  if (is.null(read$table)) return(NULL)
  names <- read$names
  structure(read_json_columns_core(read$table, seq_along(names)), names = names)
}

test_that("the core reads single values as the parser does", {
  values <- c(
    '"a"', '""', '"caf\\u00e9 \\ud83d\\ude00"', '"a\\\\b\\/\\"c\\n\\t"', '"null"', '"1"', "0", "-7",
    "2147483647",
    "-2147483647", "2147483648", "1633910400000", "0.1", "1.0", "-2.5e-7", "1e22", "123456.789",
    "true", "false", "null"
  )
  parser <- function(lines) {
    array <- charToRaw(enc2utf8(paste0("[", paste(lines, collapse = ","), "]")))
    as.list(plain_records(parse_together(array, length(lines))))
  }
  read <- 0L
  for (one in values) for (other in values) {
    lines <- sprintf('{"x": %s, "id": "%s"}', c(one, "null", other, one), 1:4)
    lines <- c(lines, '{"id": "5"}')
    core <- core_columns(lines)
    if (is.null(core)) next
    read <- read + 1L
    expect_identical(core, parser(lines), info = paste(one, other))
  }
  # Of 400 pairs the mixed ones are left to the parser, as truth values beside numbers.
  expect_gt(read, 200L)
})

test_that("flat and nested records of the same fields give the same table", {
  set.seed(7)
  strings <- function(n) {
    pool <- c("Rain", "\\n", "caf\u00e9", "\\u00e9", "\\\"", "\\\\", " ", "NA", "snow")
    vapply(seq_len(n), function(i) paste(sample(pool, 8L, TRUE), collapse = ""), "")
  }
  for (round in 1:10) {
    n <- sample(2:6, 1L)
    objects <- sprintf(
      '{"id": %d, "title": "%s", "text": "Rain %s", "score": %s, "note": %s}', seq_len(n),
      strings(n), strings(n), sample(c("1", "2.5", "null"), n, TRUE),
      sample(c('"x"', "null"), n, TRUE)
    )
    nested <- sub("}$", ', "tags": ["a"]}', objects)
    for (name in c("x.jsonl", "x.json")) {
      as_file <- function(objects, env = parent.frame()) {
        if (name == "x.json") objects <- paste0("[", paste(objects, collapse = ",\n"), "]")
        json_file(objects, name, env)
      }
      expect_false(is.null(read_json_split_core(as_file(objects), name == "x.jsonl", TRUE)$table))
      flat <- read_quietly(as_file(objects))
      other <- read_quietly(as_file(nested))
      other$tags <- NULL
      other$path <- flat$path
      expect_identical(as.data.frame(flat), as.data.frame(other))
      problems <- article_problems(flat)
      expect_identical(problems[-1L], article_problems(other)[-1L])
    }
  }
})

test_that("of fields that hold HTML the text is taken, whatever else a record has", {
  html <- '"content_html": "<p>Rain &amp; hail.</p><p>Snow.</p>"'
  for (more in c("", ', "n": null', ', "tags": ["a", "b"]', ', "n": {"a": 1}')) {
    lines <- sprintf("{\"id\": \"%d\", %s%s}", 1:2, html, more)
    news <- read_quietly(json_file(lines, "x.jsonl"))
    expect_identical(news$text, rep("Rain & hail.\n\nSnow.", 2L), info = more)
  }
})

test_that("the text of flat records may be named, missing, or no string", {
  lines <- c(
    '{"id": 1, "title": "Rain", "text": 5, "body": "Rain fell.", "lead": "Wet."}',
    '{"id": 2, "title": "Snow", "text": null, "body": "None", "lead": "White."}'
  )
  read <- function(...) read_quietly(json_file(lines, "x.jsonl"), ...)
  expect_identical(read()$text, c("Rain fell.", "None"))
  expect_identical(read(missing = "None")$text, c("Rain fell.", ""))
  expect_identical(read(text = "lead")$text, c("Wet.", "White."))
  expect_identical(read(text = "lead")$body, c("Rain fell.", "None"))
  both <- c("Wet.\n\nRain fell.", "White.\n\nNone")
  expect_identical(read(text = c("lead", "body"))$text, both)
  expect_identical(read(text = "text")$text, c("5", ""))
  expect_identical(read(title = "body", text = "title")$text, c("Rain", "Snow"))
})
