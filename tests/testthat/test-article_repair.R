# The text as shown by a program that mistakes its UTF-8 for windows-1252.
damaged <- function(x) {
  vapply(x, function(one) {
    byte <- as.integer(charToRaw(enc2utf8(one)))
    high <- c(
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
      0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178
    )
    between <- byte >= 0x80 & byte < 0xA0
    byte[between] <- high[byte[between] - 0x7F]
    intToUtf8(byte)
  }, "", USE.NAMES = FALSE)
}

test_that("damage of every kind is undone, counted and named", {
  x <- c(
    a = "It\u00e2\u20ac\u2122s a caf\u00c3\u00a9.", b = "clean caf\u00e9", c = NA, d = "",
    e = "A &amp; B\u0092s", f = "\u00c3\u0192\u00c2\u00a9t\u00c3\u0192\u00c2\u00a9"
  )
  r <- repair_text(x)
  expect_identical(r$text, c(
    a = "It\u2019s a caf\u00e9.", b = "clean caf\u00e9", c = NA, d = "", e = "A & B\u2019s",
    f = "\u00e9t\u00e9"
  ))
  expect_identical(r$repairs, c(2L, 0L, 0L, 0L, 2L, 6L))
  expect_identical(r$kind, c("2 mojibake", "", "", "", "1 control, 1 entity", "6 mojibake"))
  expect_identical(repair_text(x, threads = 7), repair_text(x, threads = 1))
  expect_identical(repair_text(r$text)$text, r$text)
  expect_identical(repair_text(character()), list(
    text = character(), repairs = integer(), damaged = logical(), kind = character()
  ))
  bad <- c("caf\xe9 &amp;", "ok &amp;")
  expect_identical(repair_text(bad)$repairs, c(0L, 1L))
  expect_error(repair_text(1), "`x`", class = "tritone_error_input")
})

test_that("the example is unchanged, and exactly restored after damage", {
  text <- sample_articles()$text
  expect_identical(repair_text(text)$text, text)
  once <- damaged(text)
  expect_gt(sum(once != text), 50)
  expect_identical(repair_text(once)$text, text)
  expect_identical(repair_text(damaged(once))$text, text)
})

test_that("clean collections are unchanged", {
  read <- function(...) {
    utils::read.csv(gzfile(data_file(...)), encoding = "UTF-8", colClasses = "character")
  }
  clean <- list(
    sputnik = read("sputnik", "articles.csv.gz")$text,
    usnews = read("usnews", "usnews_economy.csv.gz")$text,
    bbc = read("bbc", "bbc.csv.gz")$text,
    reuters = read("reuters21578", "reuters21578.csv.gz")$text,
    kcna = read("kcna", "stories_sample.csv.gz")$text,
    newsmtsc = read("newsmtsc", "newsmtsc.csv.gz")$sentence,
    phrasebank = read("financial_phrasebank", "sentences_50agree.csv.gz")$sentence
  )
  for (name in names(clean)) {
    found <- article_repair_core(clean[[name]], TRUE, 2L)
    expect_identical(sum(found$mojibake), 0L, info = name)
    expect_identical(sum(found$control), 0L, info = name)
  }
  # Damaged in about 30 articles, in a few of them in decomposed characters.
  polnear <- read("polnear", "articles.csv.gz")$text
  found <- repair_text(polnear)
  hit <- found$repairs > 0L
  expect_gt(sum(hit), 10)
  expect_lt(sum(hit), 50)
  expect_identical(found$text[!hit], polnear[!hit])
  expect_false(any(grepl("[\u0080-\u009f]", found$text[hit])))
})

test_that("article_read() repairs on request, in Normalization Form C", {
  folder <- withr::local_tempdir()
  damaged <- enc2utf8("Rain in Caf\u00c3\u00a9 Street\n\nIt fell &amp; fell.")
  writeLines(damaged, file.path(folder, "a.txt"), useBytes = TRUE)
  writeLines("No damage here\n\nIt fell.", file.path(folder, "b.txt"))
  as_is <- article_read(folder)
  expect_match(as_is$text[1], "&amp;")
  expect_message(put_right <- article_read(folder, repair = TRUE), "1 of 2 articles repaired")
  expect_identical(put_right$title[1], "Rain in Caf\u00e9 Street")
  expect_identical(put_right$text, c("It fell & fell.", "It fell."))
  problems <- article_problems(put_right)
  expect_identical(problems$code[problems$doc_id == "a"], "mojibake")
  expect_error(article_read(folder, repair = 1), "repair", class = "tritone_error_input")
  # The mark comes from the damage, the letter does not.
  decomposed <- repair_text(paste0("e", "\u00cc\u0081", " \u00c3\u00a9"))$text
  expect_identical(decomposed, "\u00e9 \u00e9")
})

test_that("tags are removed and paragraphs stay apart", {
  html <- c(
    a = paste0(
      "<p>The ferry to <a href=\"https://x.example\">Skarn</a> sailed.</p><p>Barley fell ",
      "&amp; oats rose.</p>"
    ),
    b = "<p>It was not.</p><script>var x = 1;</script><p>Good news came.</p>",
    c = "1 < 2 and <b and c>"
  )
  expect_message(plain <- article_repair(html), "2 of 3 articles repaired")
  expect_equal(plain[["a"]], "The ferry to Skarn sailed.\n\nBarley fell & oats rose.")
  expect_equal(plain[["b"]], "It was not.\n\nGood news came.")
  expect_equal(plain[["c"]], html[["c"]])
  expect_equal(suppressMessages(article_repair(html, markup = FALSE))[["b"]], html[["b"]])
  # A negator does not reach over what the tags divided.
  expect_gt(tone_score(plain[["b"]])$n_hits, 0)
})

test_that("article_check() finds tags, and its fix keeps paragraphs apart", {
  x <- data.frame(
    doc_id = c("a", "b"), text = c("<p>Barley fell.</p><p>Oats rose.</p>", "It rained on Skarn.")
  )
  found <- article_check(x)
  fix <- found$fix[found$check == "html"]
  expect_length(fix, 1L)
  suppressMessages(eval(parse(text = fix)))
  expect_equal(x$text[[1L]], "Barley fell.\n\nOats rose.")
  expect_false("html" %in% article_check(x)$check)
})

test_that("reading with repair removes tags and says so", {
  skip_if_not_installed("yyjsonr")
  path <- text_file(c(
    '{"id":"1","body":"<p>The ferry sailed.</p><p>It paid.</p>"}',
    '{"id":"2","body":"Barley fell for a third week."}'
  ), "news.jsonl")
  read <- suppressMessages(article_read(path, repair = TRUE))
  expect_equal(read$text[[1L]], "The ferry sailed.\n\nIt paid.")
  problems <- article_problems(read)
  expect_equal(problems$doc_id[problems$code == "html"], "1")
})

test_that("escaped tags and sections of XML are removed too", {
  repaired <- function(x) suppressMessages(article_repair(data.frame(doc_id = "a", text = x)))$text
  expect_identical(
    repaired("&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;"),
    "One & two.\n\nThree."
  )
  expect_identical(repaired("<![CDATA[<p>One.</p><p>Two.</p>]]>"), "One.\n\nTwo.")
  # A page about HTML shows tags.
  expect_identical(repaired("<p>Write &lt;/p&gt; at the end.</p>"), "Write </p> at the end.")
})
