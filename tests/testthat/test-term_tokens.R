# term_tokens(): tokens, their places and what they survive.

texts <- c(
  a = "Rain, rain! Farmers don\u2019t mind the caf\u00e9.", b = "", c = NA, d = "One.",
  e = "The U.S. farmers\u2019 Sea-wall; rain in 2020."
)

test_that("tokens have the promised form", {
  tokens <- term_tokens(texts)
  expect_s3_class(tokens, "tritone_tokens")
  expect_identical(length(tokens), 5L)
  expect_identical(names(tokens), names(texts))
  expect_type(tokens$ids, "integer")
  expect_identical(tokens$doc_ptr, c(0, 7, 7, 7, 8, 14))
  expect_identical(
    tokens$types, c(
      "rain", "farmers", "don't", "mind", "the", "caf\u00e9", "one", "u.s.", "sea-wall", "in"
    )
  )
  expect_identical(tokens$sentence[1:7], c(1L, 1L, 2L, 2L, 2L, 2L, 2L))
  expect_false(any(tokens$in_title))
})

test_that("offsets give the token as it was written", {
  news <- sample_articles()
  tokens <- term_tokens(news, numbers = TRUE, punctuation = TRUE)
  rows <- as.data.frame(tokens)
  at <- match(rows$doc_id, news$doc_id)
  field <- ifelse(rows$field == "title", news$title[at], news$text[at])
  written <- substr(field, rows$start, rows$end)
  folded <- chartr("\u2018\u2019\u201c\u201d\u00ab\u00bb", "''\"\"\"\"", tolower(written))
  expect_identical(folded, rows$token)
  expect_true(all(rows$end >= rows$start))
  # Places rise inside a field.
  same <- utils::head(rows$doc_id, -1) == rows$doc_id[-1] &
    utils::head(rows$field, -1) == rows$field[-1]
  expect_true(all((utils::head(rows$end, -1) < rows$start[-1])[same]))
})

test_that("types are in order of first occurrence, for 1, 2 and 7 threads", {
  news <- sample_articles()
  one <- term_tokens(news, threads = 1)
  expect_identical(term_tokens(news, threads = 2), one)
  expect_identical(term_tokens(news, threads = 7), one)
  expect_identical(unique(one$ids), seq_along(one$types))
})

test_that("tokens of simple texts equal a plain R twin's", {
  x <- c(a = "the flood. a bridge a road", b = "grain", c = "a flood")
  expect_identical(as.list(term_tokens(x)), lapply(strsplit(x, "[^a-z]+"), as.vector))
})

test_that("sentences are numbered as tone_score() numbers them", {
  news <- sample_articles()
  rows <- as.data.frame(term_tokens(news, numbers = TRUE, punctuation = TRUE))
  tone <- tone_score(news, by = "sentence")
  at <- match(paste(rows$doc_id, rows$sentence), paste(tone$doc_id, tone$sentence))
  expect_false(anyNA(at))
  expect_true(all(rows$start >= tone$start[at] & rows$end <= tone$end[at]))
})

test_that("some of the articles are as if only they had been cut", {
  news <- sample_articles()[1:6, ]
  tokens <- term_tokens(news)
  expect_identical(tokens[c(4, 2)], term_tokens(news[c(4, 2), ]))
  expect_identical(tokens[news$doc_id[3]], term_tokens(news[3, ]))
  expect_identical(tokens[-1], term_tokens(news[-1, ]))
  expect_identical(tokens[], tokens)
  expect_identical(tokens[names(tokens) == news$doc_id[5]], term_tokens(news[5, ]))
  expect_identical(length(tokens[0]), 0L)
  expect_identical(names(tokens[c(1, 1)]), make.unique(news$doc_id[c(1, 1)]))
  expect_error(tokens["none"], "none", class = "tritone_error_input")
  expect_error(tokens[7], "`i`", class = "tritone_error_input")
  expect_error(tokens[list()], "`i`", class = "tritone_error_input")
})

test_that("tokens survive saveRDS", {
  file <- withr::local_tempfile(fileext = ".rds")
  tokens <- term_tokens(texts)
  saveRDS(tokens, file)
  again <- readRDS(file)
  expect_identical(again, tokens)
})

test_that("lists and data frames of tokens", {
  tokens <- term_tokens(texts)
  words <- as.list(tokens)
  expect_named(words, names(texts))
  expect_identical(words$b, character())
  expect_identical(words$e, c("the", "u.s.", "farmers", "sea-wall", "rain", "in"))
  rows <- as.data.frame(tokens)
  expect_named(rows, c("doc_id", "position", "token", "sentence", "field", "start", "end"))
  expect_identical(rows$position[rows$doc_id == "e"], 1:6)
  expect_identical(nrow(as.data.frame(term_tokens(character()))), 0L)
  expect_identical(as.list(term_tokens(NA_character_)), list(text1 = character()))
})

test_that("quanteda takes them", {
  skip_if_not_installed("quanteda")
  expect_identical(
    as.list(quanteda::as.tokens(as.list(term_tokens(texts)))), as.list(term_tokens(texts))
  )
})

test_that("the print is bounded", {
  shown <- capture.output(print(term_tokens(sample_articles()), n = 2))
  expect_length(shown, 4L)
  expect_match(shown[[1]], "^# tritone_tokens: [0-9,]+ articles, [0-9,]+ tokens, [0-9,]+ types$")
  expect_true(all(nchar(shown) < getOption("width")))
  expect_match(capture.output(term_tokens("Rain fell."))[[2]], "text1: rain fell", fixed = TRUE)
  expect_length(capture.output(term_tokens(character())), 1L)
})

test_that("bad bytes and long lines behave", {
  bad <- "flood \xff\xfe water"
  Encoding(bad) <- "UTF-8"
  tokens <- term_tokens(bad)
  expect_identical(tokens$types, c("flood", "water"))
  expect_identical(tokens$start, c(1L, 10L))
  expect_identical(length(term_tokens(strrep("rain and more ", 1e5))$ids), 300000L)
})

test_that("wrong arguments are named", {
  expect_error(term_tokens(1), "`x`", class = "tritone_error_input")
  expect_error(term_tokens("x", hyphens = "no"), "`hyphens`", class = "tritone_error_input")
  expect_error(term_tokens("x", number = 1), class = "tritone_error_input")
  expect_error(term_tokens("x", wrong = 1), "wrong", class = "tritone_error_input")
  expect_error(term_tokens("x", threads = 0), "`threads`", class = "tritone_error_input")
  expect_error(print(term_tokens("x"), n = -1), "`n`", class = "tritone_error_input")
})

test_that("a message says which articles the rules for voices were not written for", {
  texts <- c(
    a = "Ida Holm said the river was high and that nobody in the town would leave it.",
    b = "La lluvia cay\u00f3 sobre la ciudad, y nadie sab\u00eda por qu\u00e9 no paraba nunca."
  )
  expect_snapshot(invisible(term_tokens(texts, voices = "narration")))
  expect_no_message(term_tokens(texts["a"], voices = "narration"))
})
