# The example collection that ships: complete, and read as it was meant.

all_records <- function() sample_articles()

traits_of <- function() {
  stories <- article_example("stories")
  split <- strsplit(stories$traits, ";", fixed = TRUE)
  data.frame(
    house = rep(sub("^[0-9-]{11}([a-z]+)-.*", "\\1", stories$doc_id), lengths(split)),
    doc_id = rep(stories$doc_id, lengths(split)), trait = unlist(split)
  )
}

raw_lines <- function(doc_id) {
  folder <- system.file("extdata", "articles", package = "tritone")
  readLines(file.path(folder, paste0(doc_id, ".txt")), encoding = "UTF-8", warn = FALSE)
}

test_that("the collection is as documented", {
  news <- all_records()
  expect_gte(nrow(news), 120)
  expect_false(anyNA(news[c("title", "text", "date", "source", "section")]))
  expect_identical(format(news$date), substr(news$doc_id, 1, 10))
  expect_setequal(
    news$source, c("Halvera Press Agency", "Meridian Wire", "The Border Ledger")
  )
  expect_setequal(
    news$section, c("economy", "security", "harvest", "courts", "health", "sport", "culture")
  )
  expect_true(all(table(news$source) >= 38))
  expect_setequal(unique(format(news$date, "%Y")), c("2021", "2022"))
  expect_gt(length(unique(format(news$date, "%Y-%m"))), 22)
  expect_identical(nrow(article_problems(news)), 0L)
  expect_error(article_example("gold"), "`gold`", class = "tritone_error_input")
})

test_that("articles are of newswire length, and no two open or read alike", {
  news <- all_records()
  body <- article_parts(news)
  body <- body[body$part %in% c("lead", "body"), ]
  words <- lengths(strsplit(tapply(body$text, body$doc_id, paste, collapse = " "), "[[:space:]]+"))
  expect_true(all(words >= 110 & words <= 320))
  copies <- article_example("copies")
  own <- setdiff(news$doc_id, copies$doc_id)
  lead <- body$text[body$part == "lead" & body$doc_id %in% own]
  opening <- sub("^((\\S+\\s+){3}\\S+).*", "\\1", tolower(lead), perl = TRUE)
  expect_identical(opening[duplicated(opening)], character())
  expect_false(anyDuplicated(news$title) > 0)
  # No sentence of the body is in two articles, except in copies.
  sentences <- tone_score(news[news$doc_id %in% own, ], by = "sentence", parts = c("lead", "body"))
  sentences <- sentences[sentences$n_words >= 8, ]
  repeated <- sentences$text[duplicated(sentences$text)]
  expect_identical(repeated, character())
})

test_that("every span of the gold files is the text it says", {
  news <- all_records()
  for (name in c("voices", "tone", "parts")) {
    gold <- article_example(name)
    expect_true(all(gold$doc_id %in% news$doc_id), info = name)
    at <- match(gold$doc_id, news$doc_id)
    field <- if (is.null(gold$field)) rep("text", nrow(gold)) else gold$field
    whole <- ifelse(field == "title", news$title[at], news$text[at])
    expect_identical(substr(whole, gold$start, gold$end), gold$text, info = name)
    same <- which(gold$doc_id[-1] == gold$doc_id[-nrow(gold)] & field[-1] == field[-nrow(gold)])
    expect_true(all(gold$start[same + 1] > gold$end[same]), info = name)
  }
})

test_that("the gold has the promised size and values", {
  voices <- article_example("voices")
  expect_gte(length(unique(voices$doc_id)), 40)
  expect_setequal(voices$voice, c("direct", "reported", "thought"))
  direct <- voices[voices$voice == "direct", ]
  expect_true(all(grepl("^[\u201c\u2018\"'\u00ab]", direct$text)))
  parts <- article_example("parts")
  expect_gte(length(unique(parts$doc_id)), 40)
  expect_setequal(parts$part, all_parts)
  tone <- article_example("tone")
  expect_identical(nrow(tone), 200L)
  expect_true(all(tone$rating %in% seq(-4, 4, 0.5)))
  expect_true(
    all(c(sum(tone$rating <= -1), sum(abs(tone$rating) < 1), sum(tone$rating >= 1)) >= 40)
  )
  expect_gt(length(unique(tone$doc_id)), 60)
  copies <- article_example("copies")
  expect_identical(nrow(copies), 8L)
  expect_true(all(c(copies$doc_id, copies$original) %in% all_records()$doc_id))
})

test_that("a wire copy shares most of its words with its original, others do not", {
  news <- all_records()
  copies <- article_example("copies")
  counts <- term_matrix(news)
  present <- counts > 0
  shared <- as.matrix(Matrix::tcrossprod(present * 1))
  size <- Matrix::rowSums(present)
  jaccard <- shared / (outer(size, size, "+") - shared)
  pairs <- jaccard[cbind(copies$doc_id, copies$original)]
  expect_true(all(pairs > 0.5))
  expect_true(all(pairs < 1))
  jaccard[cbind(copies$doc_id, copies$original)] <- 0
  jaccard[cbind(copies$original, copies$doc_id)] <- 0
  originals <- split(copies$doc_id, copies$original)
  for (same in originals[lengths(originals) > 1]) jaccard[same, same] <- 0
  diag(jaccard) <- 0
  expect_lt(max(jaccard), 0.4)
})

test_that("no trait is missing from any agency that should have it", {
  traits <- traits_of()
  counts <- table(factor(traits$house, c("hpa", "ledger", "meridian")), traits$trait)
  everywhere <- c(
    "multi_paragraph_quote", "nested_quote", "scare_quote", "anonymous_source", "acronym",
    "byline", "cut_off", "correction", "wire_copy", "broken_word"
  )
  for (trait in everywhere) {
    expect_true(all(counts[, trait] >= 1), info = trait)
  }
  least <- c(
    multi_paragraph_quote = 12, nested_quote = 20, scare_quote = 15, anonymous_source = 30,
    acronym = 25, byline = 12, cut_off = 8, correction = 3, wire_copy = 8, other_language = 2,
    no_newline = 12, broken_word = 3
  )
  for (trait in names(least)) expect_gte(sum(counts[, trait]), least[[trait]])
})

test_that("the traits written down are in the files", {
  traits <- traits_of()
  news <- all_records()
  text <- stats::setNames(news$text, news$doc_id)
  of <- function(trait) traits$doc_id[traits$trait == trait]
  has <- function(ids, pattern) grepl(pattern, text[ids], perl = TRUE)
  expect_true(all(has(of("nested_quote"), "[\u201c\"\u00ab][^\u201d\"]*[\u2018'\u201c][A-Za-z]")))
  # A quotation that runs on: a paragraph opens with a mark and is not closed, the next opens too.
  expect_true(all(has(of("multi_paragraph_quote"), "(?s)[\u201c\"][^\u201d\"\n]*\n\n[\u201c\"]")))
  expect_true(all(has(of("acronym"), "[\\[(][A-Z][A-Z0-9-]+[\\])]")))
  parts <- article_parts(news)
  expect_identical(
    sort(unique(parts$doc_id[parts$part == "byline"])), sort(of("byline"), method = "radix")
  )
  for (id in of("no_newline")) {
    file <- file.path(system.file("extdata", "articles", package = "tritone"), paste0(id, ".txt"))
    bytes <- readBin(file, "raw", file.size(file))
    expect_false(bytes[length(bytes)] == as.raw(10), info = id)
  }
  for (id in of("broken_word")) {
    expect_true(any(grepl("[a-z]-$", raw_lines(id))), info = id)
  }
})

test_that("each house keeps its quotes, datelines and footers", {
  news <- all_records()
  house <- sub("^[0-9-]{11}([a-z]+)-.*", "\\1", news$doc_id)
  all <- paste(news$title, news$text)
  expect_false(any(grepl("[\"']", all[house == "hpa"])))
  expect_false(any(grepl("[\u2018\u2019\u201c\u201d]", all[house == "meridian"])))
  mixed <- grepl("[\"']", all) & house == "ledger"
  expect_true(sum(mixed) %in% 1:5)
  parts <- article_parts(news, language = NULL)
  dateline <- house[match(parts$doc_id[parts$part == "dateline"], news$doc_id)]
  expect_identical(sum(dateline == "meridian"), sum(house == "meridian"))
  expect_gte(sum(dateline == "hpa"), 36)
  expect_lte(sum(dateline == "ledger"), 3)
  footed <- unique(parts$doc_id[parts$part == "boilerplate"])
  expect_gte(length(footed), 115)
  # Lines are wrapped by hand, at uneven lengths.
  for (id in news$doc_id) {
    width <- nchar(raw_lines(id)[-1])
    expect_gt(sum(width > 40 & width < 100), 8)
    expect_lte(max(width), 110)
  }
})

test_that("the collection stays small", {
  folder <- system.file("extdata", package = "tritone")
  files <- list.files(folder, recursive = TRUE, full.names = TRUE)
  files <- files[grepl("articles|annotated", files)]
  expect_lt(sum(file.size(files)), 600e3)
})
