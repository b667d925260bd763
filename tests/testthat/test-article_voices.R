# article_voices(): quotations, reported speech and thought, and whose they are.

said <- function(text, ...) as.data.frame(article_voices(c(a = text), language = NULL, ...))

test_that("rows have places in characters that give their text, and do not overlap", {
  news <- sample_articles()
  voices <- article_voices(news, language = NULL)
  text <- news$text[match(voices$doc_id, news$doc_id)]
  expect_identical(substr(text, voices$start, voices$end), voices$text)
  expect_true(all(voices$voice %in% c("direct", "reported", "thought")))
  mention <- substr(text, voices$speaker_start, voices$speaker_end)
  own <- voices$basis == "mention"
  expect_identical(gsub("[[:space:]]+", " ", mention[own]), voices$speaker[own])
  for (rows in split(as.data.frame(voices), voices$doc_id)) {
    expect_true(all(rows$start[-1] > rows$end[-nrow(rows)]))
  }
})

test_that("a row depends on its own article, threads change nothing", {
  news <- sample_articles()
  all <- article_voices(news, language = NULL)
  expect_identical(article_voices(news, language = NULL, threads = 7), all)
  one <- article_voices(news[5, ], language = NULL)
  rows <- all[all$doc_id == news$doc_id[5], ]
  expect_identical(as.data.frame(one), as.data.frame(rows))
})

test_that("empty and missing texts have no voices, another language one row of NA", {
  expect_identical(nrow(article_voices(c("", NA, "  \n"))), 0L)
  expect_identical(nrow(article_voices(character())), 0L)
  expect_error(article_voices("x", voice = "direct"), "voice", class = "tritone_error_input")
  spanish <- c(a = "La lluvia cay\u00f3 sobre la ciudad, y nadie sab\u00eda por qu\u00e9.")
  expect_message(voices <- article_voices(spanish), "not in English")
  expect_identical(nrow(voices), 1L)
  expect_true(all(is.na(voices[-1])))
})

test_that("marks of every kind, wrapped or not, give the same voices", {
  plain <- said("\"We wait for rain,\" said Ida Holm. The dam was full.")
  for (marks in list(c("\u201c", "\u201d"), c("\u00ab", "\u00bb"), c("\u201e", "\u201c"),
                     c("``", "''"), c("\u2018", "\u2019"), c("'", "'"))) {
    other <- said(paste0(
      marks[[1]], "We wait for rain,", marks[[2]], " said Ida Holm. The dam was full."
    ))
    expect_identical(other[c("voice", "speaker", "cue")], plain[c("voice", "speaker", "cue")])
  }
  wrapped <- said("\"We wait\nfor rain,\" said Ida\nHolm. The dam was full.")
  columns <- c("start", "end", "voice", "speaker", "speaker_start", "basis")
  expect_identical(wrapped[columns], plain[columns])
})

test_that("a lost mark changes nothing after its own paragraph", {
  rest <- "\n\nThe road was closed.\n\n\u201cIt was cold,\u201d said Ida Holm.\n\nRain fell."
  kept <- said(paste0("He said, \u201cWe left at night.\u201d", rest))
  lost <- said(paste0("He said, \u201cWe left at night.", rest))
  expect_identical(lost$unclosed, c(TRUE, FALSE))
  expect_identical(lost$text[[2]], kept$text[[2]])
  expect_identical(lost$speaker[[2]], "Ida Holm")
  stray <- said(paste0("He left\u201d at night.", rest))
  expect_identical(stray$text, kept$text[[2]])
})

test_that("marks put in or taken out at random never move text", {
  marks <- c("\"", "\u201c", "\u201d", "\u2018", "\u2019", "'", "\u00ab", "\u00bb", "``", "''")
  base <- "Kim said, \u201cWe left. \u2018Go,\u2019 he said.\u201d It rained.\n\n\u201cSo?\u201d"
  withr::with_seed(1, {
    texts <- vapply(1:200, function(i) {
      letters <- strsplit(base, "")[[1]]
      at <- sample(length(letters), 3)
      letters[at[[1]]] <- paste0(letters[at[[1]]], sample(marks, 1))
      letters[at[[2]]] <- sample(marks, 1)
      paste(letters[-at[[3]]], collapse = "")
    }, "")
  })
  voices <- article_voices(texts, language = NULL)
  text <- texts[as.integer(sub("text", "", voices$doc_id))]
  expect_identical(substr(text, voices$start, voices$end), voices$text)
  expect_true(all(voices$start <= voices$end))
})

test_that("a running quotation keeps its speaker over three paragraphs", {
  voices <- said(paste(
    "\u201cWe left at night,\u201d said Ida Holm. \u201cIt was cold.", "\u201cNobody slept.",
    "\u201cWe walked on.\u201d", "The road was closed.", sep = "\n\n"
  ))
  expect_identical(voices$speaker, rep("Ida Holm", 4))
  expect_identical(voices$continued, c(FALSE, FALSE, TRUE, TRUE))
  expect_identical(voices$unclosed, rep(FALSE, 4))
})

test_that("whom somebody speaks to is not the speaker; apposition and inversion are seen through", {
  voices <- said(paste(
    "\"It is dry,\" a source in North Vister told Daily Post. \"We wait for rain.\"",
    "\"It is cold,\" said Kim, a trader. Ida Holm, the mayor, said the dam was full.",
    "According to the ministry, roads were open. Prices rose, according to a broker."
  ))
  expect_identical(voices$speaker, c(
    rep("a source in North Vister", 2), "Kim", "Ida Holm", "the ministry", "a broker"
  ))
  expect_identical(voices$voice, rep(c("direct", "reported"), each = 3))
})

test_that("the example's annotated voices are found", {
  gold <- article_example("voices")
  news <- article_example()
  news <- news[news$doc_id %in% gold$doc_id, ]
  places <- function(rows) {
    size <- rows$end - rows$start + 1L
    paste(rep(rows$doc_id, size), sequence(size, from = rows$start))
  }
  voices <- article_voices(news)
  direct <- function(x) places(x[x$voice == "direct", ])
  f <- function(found, wanted) {
    2 * length(intersect(found, wanted)) / (length(found) + length(wanted))
  }
  expect_gte(f(direct(voices), direct(gold)), 0.97)
  expect_gte(f(places(voices), places(gold)), 0.95)
})

test_that("the specimen gives exactly its direct quotations, with their speaker", {
  file <- file.path(Sys.getenv("TRITONE_DATA"), "specimen", "specimen-newswire.txt")
  skip_if_not(nzchar(Sys.getenv("TRITONE_DATA")) && file.exists(file), "no data: specimen")
  news <- article_read(file, progress = FALSE)
  voices <- article_voices(news)
  direct <- voices[voices$voice == "direct", ]
  expect_identical(nrow(direct), 6L)
  expect_match(direct$text, "^\u201c")
  expect_match(direct$text, "\u201d$")
  expect_identical(unique(direct$speaker), "a source in North Hamgyong Province")
  expect_match(direct$text[[4]], "scary")
  expect_false(any(grepl("roundup|examples", direct$text)))
})

test_that("summary counts each speaker's words", {
  voices <- article_voices(c(
    a = "Ida Holm said it rained. \u201cWe wait here,\u201d said Holm.",
    b = "Ida Holm wants to leave. The road was closed."
  ), language = NULL)
  speakers <- summary(voices)
  expect_identical(speakers$speaker, "Ida Holm")
  expect_identical(speakers$articles, 2L)
  expect_identical(speakers$words, 7L)
  expect_equal(speakers$direct, 3 / 7)
  expect_equal(speakers$reported, 2 / 7)
  expect_equal(speakers$thought, 2 / 7)
  expect_identical(nrow(summary(article_voices(character()))), 0L)
})

test_that("pronouns that no article explains are no speaker of several articles", {
  voices <- article_voices(
    c(
      a = "He said it rained.", b = "\u201cWe wait,\u201d he said.",
      c = "Ida Holm said it snowed."
    ),
    language = NULL
  )
  expect_identical(voices$speaker[1:2], c("He", "he"))
  expect_identical(voices$basis[1:2], rep("unexplained", 2))
  speakers <- summary(voices)
  expect_setequal(speakers$speaker, c(NA, "Ida Holm"))
  expect_identical(speakers$articles[is.na(speakers$speaker)], 2L)
})

test_that("voices meet PolNeAR as well as promised", {
  file <- file.path(Sys.getenv("TRITONE_DATA"), "polnear", "articles.csv.gz")
  skip_if_not(nzchar(Sys.getenv("TRITONE_DATA")) && file.exists(file), "no data: polnear")
  articles <- read.csv(file, encoding = "UTF-8")
  gold <- read.csv(sub("articles", "attributions", file), encoding = "UTF-8")
  articles <- articles[articles$split == "dev", ]
  voices <- article_voices(stats::setNames(articles$text, articles$doc_id), language = NULL)
  inside <- function(doc, spans) {
    ends <- do.call(rbind, strsplit(unlist(strsplit(spans, ";")), "-"))
    ends <- matrix(as.integer(ends), ncol = 2)
    size <- ends[, 2] - ends[, 1]
    paste(doc, sequence(size, from = ends[, 1] + 1L))
  }
  wanted <- character()
  for (doc in articles$doc_id) {
    rows <- gold[gold$doc_id == doc, ]
    rows <- rows[rows$annotator == rows$annotator[1] & nzchar(rows$content_spans), ]
    wanted <- c(wanted, unique(unlist(lapply(rows$content_spans, inside, doc = doc))))
  }
  size <- voices$end - voices$start + 1L
  found <- paste(rep(voices$doc_id, size), sequence(size, from = voices$start))
  f <- 2 * length(intersect(found, wanted)) / (length(found) + length(wanted))
  expect_gte(f, 0.8)
})

test_that("a pronoun that is explained counts for its person", {
  voices <- said("Ida Holm said it rained. She said it snowed. They said it froze.")
  expect_identical(voices$basis[[2]], "pronoun")
  expect_identical(summary(article_voices(c(
    a = "Ida Holm said it rained. She said it snowed."
  ), language = NULL))$words, 4L)
})

test_that("apostrophes of every kind are inside words, never marks", {
  text <- "\"We don't wait,\" said Ida Holm. The workers' pay wasn't late."
  plain <- said(text)
  for (mark in c("\u2019", "\u02bc", "\uff07")) {
    other <- said(gsub("'", mark, text, fixed = TRUE))
    columns <- c("start", "end", "voice", "speaker", "speaker_start")
    expect_identical(other[columns], plain[columns])
  }
})

test_that("a stop, a question or a cluster of marks ends a quotation and its sentence", {
  for (stop in c(".\u201d", "?\u201d", "!\u201d", ".\u2019\u201d", ".\u201d)")) {
    nested <- grepl("\u2019", stop)
    open <- if (nested) "\u201cThey say, \u2018We wait here" else "\u201cWe wait here"
    if (grepl(")", stop, fixed = TRUE)) open <- paste0("(", open)
    voices <- said(paste0("Ida Holm said: ", open, stop, " The dam was full."))
    expect_identical(voices$voice, "direct")
    expect_identical(voices$speaker, "Ida Holm")
    expect_false(grepl("dam", voices$text))
  }
})

test_that("a partial quotation at the end of a paragraph closes, a whole one may run on", {
  voices <- said(paste(
    "Ida Holm called it \u201cthe most difficult winter ever.\u201d",
    "The road was closed.", sep = "\n\n"
  ))
  expect_identical(voices$unclosed, FALSE)
  expect_false(any(grepl("road", voices$text)))
})

test_that("marks of British papers are read: single ones first, commas outside", {
  voices <- said(paste(
    "\u2018We can\u2019t go on\u2019, Ida Holm, a nurse, said.",
    "\u2018The patients\u2019 beds are gone. They said, \u201cGo home.\u201d\u2019"
  ))
  expect_identical(voices$voice, c("direct", "direct"))
  expect_identical(voices$speaker, c("Ida Holm", "Ida Holm"))
})

test_that("names of things and headlines are not speech", {
  voices <- said(paste(
    "The lack, which officials call \"discipline,\" grew.",
    "A story headlined \"Fever in town traced to a main\" was wrong."
  ))
  expect_false("direct" %in% voices$voice)
})
