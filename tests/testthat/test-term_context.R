# term_context(): the words around each occurrence of a pattern.

texts <- c(
  a = "Unemployment rose in March. The ministry said \u201cyouth unemployment\u201d would fall.",
  b = "", c = NA, d = "In caf\u00e9s, people don\u2019t mind. Unemployment: risen to 5.2 per cent!"
)

test_that("a concordance has the promised form", {
  found <- term_context(texts, "unemployment", window = 2)
  expect_s3_class(found, c("tritone_term_context", "tritone_table"), exact = FALSE)
  expect_named(found, c(
    "doc_id", "field", "position", "start", "end", "left", "match", "right", "pattern"
  ))
  expect_identical(found$doc_id, c("a", "a", "d"))
  expect_identical(found$position, c(1L, 9L, 6L))
  expect_identical(found$left, c("", "said \u201cyouth", "don\u2019t mind."))
  expect_identical(found$match, c("Unemployment", "unemployment", "Unemployment"))
  expect_identical(found$right, c("rose in", "\u201d would fall", ": risen to"))
  expect_identical(
    substr(texts[found$doc_id], found$start, found$end), stats::setNames(found$match, found$doc_id)
  )
})

test_that("globs, regular expressions, fixed words and expressions", {
  match <- function(...) term_context(texts, ...)$match
  expect_identical(match("unemployment r*"), "Unemployment rose")
  expect_identical(match("R?SE"), "rose")
  expect_identical(match("don't"), "don\u2019t")
  expect_identical(match("caf\u00c9s"), "caf\u00e9s")
  expect_identical(match("caf?s"), "caf\u00e9s")
  expect_identical(match("5.2"), "5.2")
  expect_identical(match("5?2"), "5.2")
  expect_identical(match("5.*"), "5.2")
  expect_identical(match("5.2", numbers = FALSE), character())
  expect_identical(match("ris", type = "regex"), "risen")
  expect_identical(match("^R[io]s", type = "regex"), c("rose", "risen"))
  expect_identical(match("^p", type = "regex"), c("people", "per"))
  expect_identical(match("per ^c", type = "regex"), "per cent")
  expect_identical(match("r*", type = "fixed"), character())
  expect_identical(match("march the"), character()) # not over the end of a sentence
  expect_identical(match("fall in"), character()) # nor into the next article
  expect_identical(match("\\b(", type = "fixed"), character())
  expect_identical(match("\\b(*"), character())
  expect_identical(
    term_context(texts, c("rose", "r*", "rose"))$pattern, c("rose", "r*", "rose", "r*")
  )
  expect_identical(term_context("a a a", "a a")$position, 1:2)
})

test_that("patterns that match nothing give no rows", {
  for (x in list(texts, character(), NA_character_, "")) {
    found <- term_context(x, "nothing")
    expect_identical(nrow(found), 0L)
    expect_type(found$left, "character")
    expect_length(capture.output(print(found)), 1L)
  }
})

test_that("the window keeps to the headline or the text", {
  record <- sample_articles()[1, ]
  record$title <- "Rain at last"
  record$text <- "Farmers cheered. Rain fell."
  found <- term_context(record, "rain", window = 10)
  expect_identical(found$field, c("title", "text"))
  expect_identical(found$left, c("", "Farmers cheered."))
  expect_identical(found$right, c("at last", "fell"))
  expect_identical(term_context(record, "rain", window = 0)$left, c("", ""))
})

test_that("a concordance of the sample equals a plain R twin's", {
  news <- sample_articles()
  found <- as.data.frame(term_context(news, c("harvest*", "the ministry"), window = 3))
  tokens <- as.data.frame(term_tokens(news, numbers = TRUE))
  twin <- twin_context(news, tokens, c("^harvest.*$", "^the ministry$"), 3)
  expect_gt(nrow(found), 20)
  expect_identical(found$doc_id, twin$doc_id)
  expect_identical(found$position, twin$position)
  expect_identical(found[c("left", "match", "right")], twin[c("left", "match", "right")])
})

test_that("tokens give the same places", {
  news <- sample_articles()
  tokens <- term_tokens(news, numbers = TRUE)
  one <- term_context(news, "rain*", threads = 1)
  other <- term_context(tokens, "rain*")
  expect_identical(as.data.frame(other)[1:5], as.data.frame(one)[1:5])
  expect_identical(other$match, tolower(one$match))
  expect_identical(term_context(news, "rain*", threads = 7), one)
  expect_identical(term_context(tokens[one$doc_id[[1]]], "rain*")$left[[1]], other$left[[1]])
  expect_identical(term_context(term_tokens("One two three."), "two")$right, "three")
  expect_error(
    term_context(tokens, "a", numbers = TRUE), "`numbers`",
    class = "tritone_error_input"
  )
})

test_that("matches are aligned when printed", {
  withr::local_options(width = 60)
  found <- term_context(sample_articles(), "rain")
  shown <- capture.output(print(found, n = 8))
  expect_length(shown, 10L)
  expect_match(shown[[1]], "^# tritone_term_context: [0-9,]+ places in [0-9,]+ articles$")
  lines <- shown[2:9]
  expect_true(all(nchar(lines, "width") <= 60))
  column <- regexpr(" [Rr]ain( |$)", substr(lines, 20, 60))
  expect_true(all(column > 0))
  side <- unique(vapply(seq_along(lines), function(i) {
    regexpr(paste0(" ", found$match[[i]], "( |$)"), substr(lines[[i]], 30, 60))[[1]]
  }, 0L))
  expect_length(side, 1L)
  expect_match(shown[[10]], "more places")
  wide <- term_context(
    c(x = "\u6771\u4eac rain \u6771\u4eac \u5927\u962a"), "rain",
    tokenizer = "uax29"
  )
  expect_true(all(nchar(capture.output(print(wide)), "width") <= 60))
  expect_s3_class(found[1:2, ], "tritone_term_context")
  expect_output(print(found[c("doc_id", "match")], n = 1), "tritone_term_context")
})

test_that("bad bytes and long lines behave", {
  bad <- "flood \xff\xfe water rose"
  Encoding(bad) <- "UTF-8"
  expect_identical(term_context(bad, "water")$right, "rose")
  line <- paste(strrep("caf\u00e9 and more ", 1e5), "end")
  found <- term_context(line, c("and", "end"), window = 1)
  expect_identical(nrow(found), 100001L)
  expect_identical(unique(found$left[-100001]), "caf\u00e9")
})

test_that("wrong arguments are named", {
  error <- function(...) expect_error(..., class = "tritone_error_input")
  error(term_context("x", "a(", type = "regex"), "a(", fixed = TRUE)
  error(term_context("x", "[", type = "regex"), "[", fixed = TRUE)
  error(term_context(character(), "[", type = "regex"), "[", fixed = TRUE)
  error(term_context("x", c("a", " ")), "number 2")
  error(term_context("x", character()), "`pattern`")
  error(term_context("x", NA_character_), "`pattern`")
  error(term_context("x", 1), "`pattern`")
  error(term_context("x", "a", window = -1), "`window`")
  error(term_context("x", "a", type = "perl"), "`type`")
  error(term_context("x", "a", windows = 3), "Did you mean `window`")
  error(term_context(1, "a"), "`x`")
  error(print(term_context("x", "x"), n = -1), "`n`")
})

test_that("a pattern that is given again has its places again", {
  text <- c("The mill burned. The old mill stood.", "A mill.")
  once <- term_context(text, c("mill", "old mill"))
  again <- term_context(text, c("mill", "old mill", "mill"))
  expect_identical(sum(again$pattern == "mill"), 2L * sum(once$pattern == "mill"))
  expect_identical(unique(again$start), unique(once$start))
})

test_that("near finds places with another pattern close by, on either side", {
  x <- c(
    a = "Economic crisis hit. A long time after that, the economy rose.", b = "Crisis; economists.",
    c = "The economy."
  )
  found <- function(...) term_context(x, "econom*", near = "crisis", ...)$match
  expect_identical(found(within = 1), c("Economic", "economists"))
  expect_identical(found(within = 7), c("Economic", "economists"))
  expect_identical(found(within = 8), c("Economic", "economy", "economists"))
  expect_identical(
    term_context(x, "long time", near = c("crisis", "none"), within = 3)$match, "long time"
  )
  expect_identical(nrow(term_context(x, "econom*", near = "none")), 0L)
  titled <- data.frame(doc_id = "a", title = "Crisis", text = "Economy.")
  expect_identical(nrow(term_context(titled, "economy", near = "crisis")), 0L)
})

test_that("near equals a slow search", {
  news <- article_example()[1:30, ]
  tokens <- suppressMessages(term_tokens(news, numbers = TRUE))
  all <- term_context(tokens, "the")
  close <- term_context(tokens, "the", near = "minister", within = 6)
  other <- term_context(tokens, "minister")
  wanted <- vapply(seq_len(nrow(all)), function(i) {
    same <- other$doc_id == all$doc_id[[i]] & other$field == all$field[[i]]
    any(abs(other$position[same] - all$position[[i]]) <= 6)
  }, NA)
  expect_identical(close$position, all$position[wanted])
})
