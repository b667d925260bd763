# Two verbs asked the same question give the same answer: one section for each idea that several
# verbs share.

quiet <- suppressMessages

# A collection is what its columns say -------------------------------------------------------------
#
# Every route through base R, dplyr, data.table and files
# gives the same figures.

# The figures of a collection, ordered by doc_id.
figures <- function(x) {
  quiet({
    terms <- term_matrix(x)
    terms <- terms[order(rownames(terms), method = "radix"), ]
    ordered <- function(table) {
      table <- as.data.frame(table)
      table <- table[order(table$doc_id, method = "radix"), ]
      row.names(table) <- NULL
      table
    }
    list(
      terms = terms, bigrams = sum(term_matrix(x, ngrams = 2)), parts = ordered(article_parts(x)),
      tone = ordered(tone_score(x)), language = ordered(article_language(x)),
      tokens = length(unclass(term_tokens(x))$ids), names = article_profile(x)$names,
      places = nrow(term_context(x, "said")), topics = figures_of_topics(terms),
      check = figures_of_check(x), report = figures_of_report(x)
    )
  })
}

# Topics of the terms, by article and by term.
figures_of_topics <- function(terms) {
  fit <- topic_lda(terms, 3, iterations = 5, seed = 1, progress = FALSE)
  fit[c("phi", "theta", "prevalence")] # of rows ordered by doc_id
}

# What a check finds, but for the columns that not every route has, and the problems that only
# the class carries.
figures_of_check <- function(x) {
  details <- attr(article_check(x), "details")
  of_texts <- !grepl("^problem_|^no_title$|date|duplicate", details$check)
  kept <- details[of_texts, c("doc_id", "check", "field", "start", "end", "detail")]
  kept <- kept[do.call(order, c(kept, method = "radix")), ]
  row.names(kept) <- NULL
  kept
}

# The numbers on the page, by doc_id.
figures_of_report <- function(x) {
  found <- report_measure(report_facts(x), x, 3, tone_lexicon("news"), 1, 1, FALSE)
  order_ids <- order(found$tone$doc_id, method = "radix")
  list(
    terms = Matrix::colSums(found$terms), mean = overall_tone(found$tone$tone[order_ids]),
    tone = found$tone$tone[order_ids], sentences = nrow(found$sentences),
    # Sums over articles in their order.
    prevalence = signif(found$topics$prevalence, 12)
  )
}

expect_same_figures <- function(routes, news) {
  expected <- figures(news)
  for (name in names(routes)) {
    expect_equal(figures(routes[[name]]), expected, info = name, tolerance = 0)
  }
}

some_news <- function() sample_articles()[c(1:20, 100:110), ]

test_that("columns decide, whatever base R did to the table", {
  news <- some_news()
  shuffled <- news[rev(seq_len(nrow(news))), ]
  other <- data.frame(doc_id = news$doc_id, desk = "home")
  factored <- as.data.frame(news)
  factored$text <- factor(factored$text)
  factored$title <- factor(factored$title)
  expect_same_figures(list(
    subset = subset(news, select = -line),
    columns = news[c("doc_id", "title", "text")],
    transform = transform(news, n = nchar(text)),
    within = within(news, rm(path)),
    merge = merge(news, other, by = "doc_id"),
    plain = as.data.frame(news),
    factors = factored,
    halves = rbind(news[1:9, ], news[10:31, ]),
    mixed = rbind(as.data.frame(news)[1:9, ], as.data.frame(news)[10:31, ]),
    shuffled = shuffled
  ), news)
  file <- withr::local_tempfile(fileext = ".csv")
  utils::write.csv(as.data.frame(news), file, row.names = FALSE)
  expect_same_figures(list(csv = utils::read.csv(file, encoding = "UTF-8")), news)
})

test_that("columns decide, whatever dplyr did to the table", {
  skip_if_not_installed("dplyr")
  news <- some_news()
  other <- data.frame(doc_id = news$doc_id, desk = "home")
  expect_same_figures(list(
    select = dplyr::select(news, doc_id, title, text),
    mutate = dplyr::mutate(news, n = nchar(text)),
    filter = dplyr::filter(news, TRUE),
    arrange = dplyr::arrange(news, dplyr::desc(doc_id)),
    groups = dplyr::ungroup(dplyr::group_by(news, source)),
    grouped = dplyr::group_by(news, source),
    join = dplyr::left_join(news, other, by = "doc_id"),
    bound = dplyr::bind_rows(news[1:9, ], news[10:31, ]),
    tibble = dplyr::as_tibble(news),
    summary = dplyr::summarise(
      dplyr::group_by(news, doc_id), title = title[[1]], text = text[[1]]
    )
  ), news)
})

test_that("columns decide after data.table, Parquet and a corpus", {
  news <- some_news()
  skip_if_not_installed("data.table")
  expect_same_figures(list(table = data.table::as.data.table(as.data.frame(news))), news)
  skip_if_not_installed("nanoparquet")
  file <- withr::local_tempfile(fileext = ".parquet")
  nanoparquet::write_parquet(as.data.frame(news), file)
  expect_same_figures(list(parquet = nanoparquet::read_parquet(file)), news)
  # As quanteda builds one; it is read without quanteda.
  corpus <- structure(
    news$text, class = c("corpus", "character"),
    docvars = data.frame(
      docname_ = news$doc_id, docid_ = factor(news$doc_id), segid_ = 1L, title = news$title
    )
  )
  expect_same_figures(list(corpus = corpus), news)
})

test_that("plain text counts whole; of articles one message says what is left out", {
  record <- data.frame(
    doc_id = "a", title = "Rain",
    text = "TARSK, March 3 (HPA) \u2014 Rain fell.\n\nNewsroom: desk@hpa.example"
  )
  said <- "Footers and bylines of 1 article are not counted"
  expect_message(counts <- term_matrix(record), said)
  expect_false("desk@hpa.example" %in% colnames(counts))
  expect_identical(counts["a", "rain"], 2)
  expect_silent(whole <- term_matrix(record, parts = "all"))
  expect_true("desk@hpa.example" %in% colnames(whole))
  expect_silent(plain <- term_matrix(record$text))
  expect_true("desk@hpa.example" %in% colnames(plain))
  expect_message(tone_score(record), "1 article are not scored")
  expect_silent(tone_score(record, parts = "all"))
  expect_message(term_tokens(record), said)
  expect_message(term_matrix(record, ngrams = 1:2), said)
  expect_silent(term_matrix(data.frame(text = "Rain fell.")))
})

test_that("a table of tokens is no collection", {
  tokens <- data.frame(doc_id = c("a", "a", "b"), token = c("rain", "fell", "rain"))
  for (verb in list(term_matrix, tone_score, article_parts, article_check)) {
    expect_error(verb(tokens), "table of tokens", class = "tritone_error_input")
  }
})

test_that("articles in another language are reported and left out on request", {
  news <- sample_articles()
  languages <- quiet(article_language(news))
  other <- which(languages$language != "en")
  expect_length(other, 2)
  expect_message(all <- term_matrix(news), "several languages are counted together")
  expect_message(english <- term_matrix(news, language = "en"), "2 of 120 .* left out")
  expect_identical(unname(Matrix::rowSums(english)[other]), c(0, 0))
  expect_true(all(Matrix::rowSums(all)[other] > 0))
  kept <- setdiff(seq_len(120), other)
  expect_identical(Matrix::rowSums(english)[kept], Matrix::rowSums(all)[kept])
})

# Lines that repeat --------------------------------------------------------------------------------
#
# What repeats at the edges of articles: article_check() counts it, article_profile() finds
# it, article_parts() leaves it out. One rule, so the same lines whichever verb is asked.

# Bodies that are unlike each other, so that nothing but the line given repeats.
story <- function(i) {
  sound <- c("ba", "de", "ki", "lo", "mu", "na", "po", "re", "sa", "tu")
  word <- function(k) {
    digits <- as.integer(strsplit(sprintf("%04d", (i * 7919L + k * 104729L) %% 10000L), "")[[1L]])
    paste(sound[digits + 1L], collapse = "")
  }
  words <- vapply(seq_len(12L), word, "")
  paste0(
    "The ", paste(words[1:6], collapse = " "), " rose and ",
    paste(words[7:12], collapse = " "), " fell."
  )
}

# The form in which two lines are compared, in plain R.
line_form <- function(line) {
  line <- gsub("[\u201c\u201d]", "\"", gsub("[\u2018\u2019]", "'", tolower(line)))
  gsub("[0-9]+", "0", gsub("[[:space:]]+", " ", trimws(line)))
}

# Asks the three verbs: the forms of the lines, and the articles that have one.
ask_lines <- function(texts) {
  x <- data.frame(doc_id = sprintf("d%02d", seq_along(texts)), text = texts)
  found <- suppressMessages(article_check(x, progress = FALSE))
  details <- attr(found, "details")
  details <- details[details$check == "repeated_line", ]
  profile <- suppressMessages(article_profile(x, progress = FALSE))
  with <- suppressMessages(article_parts(x, profile = profile))
  without <- suppressMessages(article_parts(x))
  new <- with[with$part == "boilerplate", ]
  new <- new[!paste(new$doc_id, new$text) %in%
               with(without[without$part == "boilerplate", ], paste(doc_id, text)), ]
  row <- match("repeated_line", found$check)
  list(
    check = sort(unique(line_form(substr(x$text[details$row], details$start, details$end)))),
    profile = sort(profile$lines$line),
    parts = sort(unique(line_form(new$text))),
    check_articles = if (is.na(row)) 0L else found$count[[row]],
    parts_articles = length(unique(new$doc_id)),
    check_places = sort(paste(details$doc_id, details$start, details$end)),
    parts_places = sort(paste(new$doc_id, new$start, new$end)),
    fix = if (is.na(row)) NA else found$fix[[row]]
  )
}

line_probes <- list(
  case = list(
    function(i) {
      last <- if (i %% 2L) "GATHERED BY THE QUAY DESK" else "Gathered by the Quay desk"
      paste0(story(i), "\n\n", story(i + 50L), "\n\n", last)
    },
    "gathered by the quay desk"
  ),
  `case beyond ASCII` = list(
    function(i) {
      paste0(story(i), "\n\n", if (i %% 2L) "\u00c9COLE DU QUAI" else "\u00e9cole du quai")
    },
    "\u00e9cole du quai"
  ),
  digits = list(
    function(i) paste0(story(i), "\n\nSheet ", 10^(i %% 4L), " of the quay bundle"),
    "sheet 0 of the quay bundle"
  ),
  quotes = list(
    function(i) {
      curly <- "It\u2019s the \u201cquay\u201d bundle"
      paste0(story(i), "\n\n", if (i %% 2L) curly else "It's the \"quay\" bundle")
    },
    "it's the \"quay\" bundle"
  ),
  short = list(function(i) paste0(story(i), "\n\nQuay"), "quay"),
  `inside a paragraph` = list(
    function(i) paste0(story(i), "\n", story(i + 50L), "\nGathered by the Quay desk"),
    "gathered by the quay desk"
  ),
  `paragraph here, line there` = list(
    function(i) paste0(story(i), if (i %% 2L) "\n" else "\n\n", "Gathered by the Quay desk"),
    "gathered by the quay desk"
  ),
  wrapped = list(
    function(i) paste0(story(i), "\n\nGathered by the Quay", if (i %% 2L) "\n" else " ", "desk"),
    "gathered by the quay desk"
  ),
  start = list(
    function(i) paste0("Quay bundle, sheet ", i, "\n", story(i), "\n", story(i + 50L)),
    "quay bundle, sheet 0"
  ),
  `start and end` = list(
    function(i) paste0("Quay bundle\n\n", story(i), "\n\n", story(i + 50L), "\nQuay desk"),
    c("quay bundle", "quay desk")
  ),
  `rows of a table` = list(
    function(i) paste0(story(i), "\n\nNet ", i, " of ", 1000L * i, " and ", 12L * i), character()
  ),
  `inside the story` = list(
    function(i) paste0(story(i), "\n\nThe desk said no more.\n\n", story(i + 50L)), character()
  )
)

for (name in names(line_probes)) {
  test_that(paste("lines that repeat are the same to check, profile and parts:", name), {
    texts <- vapply(seq_len(12L), line_probes[[name]][[1L]], "")
    texts <- c(texts, vapply(21:32, story, "")) # without it
    got <- ask_lines(texts)
    want <- line_probes[[name]][[2L]]
    expect_identical(got$check, want)
    expect_identical(got$profile, want)
    expect_identical(got$parts, want)
    expect_identical(got$check_articles, if (length(want)) 12L else 0L)
    expect_identical(got$parts_articles, if (length(want)) 12L else 0L)
    expect_identical(got$check_places, got$parts_places)
  })
}

test_that("an article sent twice counts once and is read as its twin", {
  texts <- vapply(seq_len(4L), function(i) paste0(story(i), "\n\nGathered by the Quay desk"), "")
  expect_identical(ask_lines(c(texts, texts, texts))$check, character())
  texts <- vapply(seq_len(5L), function(i) paste0(story(i), "\n\nGathered by the Quay desk"), "")
  got <- ask_lines(c(texts, texts[[1L]]))
  expect_identical(got$check_articles, 6L)
  expect_identical(got$check_places, got$parts_places)
})

test_that("the fix that article_check() prints for repeated lines works", {
  texts <- vapply(seq_len(12L), line_probes$digits[[1L]], "")
  x <- data.frame(doc_id = sprintf("d%02d", 1:12), text = texts)
  found <- article_check(x, progress = FALSE)
  fix <- found$fix[found$check == "repeated_line"]
  code <- regmatches(fix, regexpr("article_profile\\(x\\)", fix))
  profile <- suppressMessages(eval(str2lang(code)))
  parts <- suppressMessages(article_parts(x, profile = profile))
  expect_identical(sum(parts$part == "boilerplate"), 12L)
  expect_true(all(startsWith(parts$text[parts$part == "boilerplate"], "Sheet ")))
})

# Words and patterns -------------------------------------------------------------------------------
#
# Every verb that takes words is asked the same question, in every spelling of it.

# One article a term, each term followed by "stays".
agreed <- c("don't", "caf\u00e9", "harvest", "harvester", "interest rate", "interest rates", "rate")
pattern_texts <- paste("Then", agreed, "stays.")
names(pattern_texts) <- gsub(" ", "_", agreed)
both_rates <- c("interest rate", "interest rates")
pattern_counts <- term_matrix(pattern_texts, phrases = both_rates)

# The terms that a word or pattern finds, by verb.
found_by <- list(
  term_context = function(ask) {
    gsub(" ", "_", tolower(unique(term_context(pattern_texts, ask)$match)))
  },
  "term_trim(keep)" = function(ask) {
    colnames(suppressMessages(term_trim(pattern_counts, min_count = 1000, keep = ask)))
  },
  "term_trim(remove)" = function(ask) {
    setdiff(colnames(pattern_counts), colnames(quiet(term_trim(pattern_counts, remove = ask))))
  },
  "term_matrix(remove)" = function(ask) {
    left <- term_matrix(pattern_texts, phrases = both_rates, remove = ask)
    setdiff(colnames(pattern_counts), colnames(left))
  },
  "term_matrix(remove), n-grams" = function(ask) {
    if (!grepl(" [A-Za-z]", trimws(ask))) return(NULL)
    all <- colnames(term_matrix(pattern_texts, ngrams = 1:2))
    setdiff(all, colnames(term_matrix(pattern_texts, ngrams = 1:2, remove = ask)))
  },
  "term_matrix(phrases)" = function(ask) {
    joined <- colnames(term_matrix(pattern_texts, phrases = paste(ask, "stays")))
    sub("_stays$", "", grep("_stays$", joined, value = TRUE))
  },
  topic_seeded = function(ask) {
    topic_seeded(pattern_counts, list(a = ask), iterations = 20, seed = 1)$seeds$term
  },
  tone_lexicon = function(ask) {
    lexicon <- tone_lexicon(data.frame(entry = ask, valence = 1), shifters = FALSE)
    names(pattern_texts)[tone_score(pattern_texts, lexicon, language = NULL)$n_hits > 0]
  }
)

expect_agreement <- function(ask, wanted) {
  for (verb in names(found_by)) {
    found <- found_by[[verb]](ask)
    if (!is.null(found)) expect_setequal(found, wanted)
  }
}

test_that("curly apostrophes", {
  expect_agreement("don\u2019t", "don't")
})
test_that("decomposed characters", {
  expect_agreement("cafe\u0301", "caf\u00e9")
})
test_that("capitals", {
  expect_agreement("Harvest", "harvest")
})
test_that("decomposed capitals", {
  expect_agreement("CAFE\u0301", "caf\u00e9")
})
test_that("blanks around", {
  expect_agreement(" \u00a0harvest\t ", "harvest")
})
test_that("globs", {
  expect_agreement("Harvest*", c("harvest", "harvester"))
  expect_agreement("caf?", "caf\u00e9")
  expect_agreement("h*v*e*s*t", "harvest")
})
test_that("several words", {
  expect_agreement("Interest  RATE", "interest_rate")
})
test_that("globs of several words", {
  expect_agreement("interest rate*", c("interest_rate", "interest_rates"))
})

test_that("the words of a topic and of a trim are the same on the example", {
  pattern_counts <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
  term <- grep("'", colnames(pattern_counts), value = TRUE)[[1L]]
  seeds <- list(a = gsub("'", "\u2019", term), b = " harvest ")
  fit <- topic_seeded(pattern_counts, seeds, iterations = 20, seed = 1)
  expect_identical(fit$seeds$term, c(term, "harvest"))
  expect_identical(
    colnames(suppressMessages(term_trim(pattern_counts, keep = seeds$a, max_terms = 1))), term
  )
})

test_that("many stars are answered at once", {
  glob <- paste0(strrep("a*", 60), "b")
  word <- strrep("a", 2000)
  took <- system.time({
    expect_identical(nrow(term_context(word, glob)), 0L)
    pattern_counts <- matrix(1, 1, 1, dimnames = list(NULL, word))
    expect_identical(dim(suppressMessages(term_trim(pattern_counts, remove = glob))), c(1L, 1L))
    expect_error(
      suppressMessages(topic_seeded(pattern_counts, list(a = glob))), class = "tritone_error_input"
    )
  })
  expect_lt(took[["elapsed"]], 5)
})

test_that("entries that can match nothing are named in one message", {
  expect_message(
    term_matrix(pattern_texts, remove = c("interest rate", " ", "...", "42", "rate")),
    "^4 entries of `remove` can match no counted term: \"interest rate\", \" \", \"...\", \"42\""
  )
  expect_no_message(term_matrix(pattern_texts, remove = term_stopwords()))
  expect_no_message(term_matrix(pattern_texts, ngrams = 2, remove = "interest rate"))
  expect_no_message(term_matrix(pattern_texts, numbers = TRUE, remove = "42"))
  expect_message(
    topic_seeded(pattern_counts, list(a = c("harvest", "oats")), iterations = 20, seed = 1),
    "^1 entry of `seeds` matches no term: \"oats\""
  )
})

# Dates --------------------------------------------------------------------------------------------
#
# The same question asked of several verbs: which day does an entry of a column have, and
# has a dateline a date.

frame_with <- function(column) {
  x <- data.frame(doc_id = letters[seq_along(column)], text = sprintf(
    "Rain fell in place %d on the river, and the mill stood still for a while again.",
    seq_along(column)
  ))
  x$date <- column
  x
}

# The days that the page shows, from its table of all articles or what it is made of.
report_days <- function(x) suppressMessages(report_facts(x)$date)

test_that("a column of dates has the same days for dates, check and report", {
  cases <- date_column_cases()
  for (name in names(cases)) {
    x <- frame_with(cases[[name]]$column)
    day <- as.numeric(cases[[name]]$day)
    expect_identical(as.numeric(article_dates(x)$date), day, info = name)
    expect_identical(as.numeric(report_days(x)), day, info = name)
    details <- attr(suppressMessages(article_check(x)), "details")
    expect_identical(
      sort(unique(details$doc_id[details$check == "undated"])), x$doc_id[is.na(day)], info = name
    )
  }
})

test_that("a page is written for a column of date-times, by the days of their zone", {
  x <- as.data.frame(sample_articles()[1:8, ])
  x$date <- as.POSIXct("2021-12-03 23:30:00", tz = "America/New_York") + 86400 * 0:7
  days <- as.Date("2021-12-03") + 0:7
  x$date_basis <- NULL
  expect_identical(article_dates(x)$date, days)
  expect_identical(report_days(x), days)
  page <- withr::local_tempfile(fileext = ".html")
  article_report(x, page)
  expect_match(paste(readLines(page, encoding = "UTF-8"), collapse = " "), "3 December 2021")
})

test_that("a column of something else is the same error everywhere", {
  x <- frame_with(c(TRUE, FALSE))
  caught <- lapply(
    list(article_dates, article_check, function(x) article_report(x, tempfile())),
    function(verb) tryCatch(suppressMessages(verb(x)), error = identity)
  )
  for (error in caught) expect_s3_class(error, "tritone_error_input")
  expect_length(unique(vapply(caught, conditionMessage, "")), 1L)
  expect_match(conditionMessage(caught[[1]]), "`x\\$date` must be dates")
})

test_that("an entry that cannot be read is missing everywhere, and each verb says so", {
  x <- frame_with(c("soon", "2021-12-04", "2021-12-05"))
  expect_identical(
    attr(article_dates(x), "problems")$code, c("unread_date", "undated")
  )
  details <- attr(suppressMessages(article_check(x)), "details")
  expect_match(details$detail[details$check == "undated"], "cannot be read: soon")
  expect_message(report_facts(x), "1 entry of `x\\$date` cannot be read .*\"soon\"")
})

test_that("a dateline has a date for the parts if and only if it has one for the dates", {
  datelines <- c(
    "TARSK, 11.3.21 (HPA) \u2014" = "2021-03-11",
    "TARSK, 11.3.2021 (HPA) \u2014" = "2021-03-11",
    "TARSK, 2021-03-11 (HPA) \u2014" = "2021-03-11",
    "TARSK, 13/3/21 (HPA) \u2014" = "2021-03-13",
    "TARSK, 3/13/2021 (HPA) \u2014" = "2021-03-13",
    "TARSK, 11-Mar-21 (HPA) \u2014" = "2021-03-11",
    "TARSK, March 11 21 (HPA) \u2014" = "2021-03-11",
    "TARSK, March 11, 2021--" = "2021-03-11",
    "TARSK, 11 march 2021 (HPA) \u2014" = "2021-03-11",
    "TARSK, March 11-12, 2021 (HPA) \u2014" = "2021-03-11",
    "Tarsk, 11.3.21 (HPA) \u2014" = "2021-03-11"
  )
  texts <- paste(names(datelines), "Rain fell on the river.")
  names(texts) <- sprintf("t%d", seq_along(texts))
  parts <- article_parts(texts, language = NULL)
  expect_identical(parts$text[parts$part == "dateline"], names(datelines))
  dates <- article_dates(texts)
  expect_identical(dates$date, as.Date(unname(datelines)))
  expect_identical(unique(dates$basis), "dateline")
  # No date for either.
  none <- c(a = "TARSK, 99.99 (HPA) \u2014 Rain fell.", b = "TARSK, 1-2 (HPA) \u2014 Rain fell.")
  expect_false("dateline" %in% article_parts(none, language = NULL)$part)
  expect_identical(article_dates(none)$basis, c(NA_character_, NA_character_))
})

test_that("a dateline with a date in two orders is a dateline, and its date ambiguous", {
  texts <- c(a = "TARSK, 3/4/21 (HPA) \u2014 Rain.", b = "TARSK, 03/04/2021 (HPA) \u2014 Rain.")
  parts <- article_parts(texts, language = NULL)
  expect_identical(sum(parts$part == "dateline"), 2L)
  dates <- article_dates(texts)
  expect_identical(dates$date, as.Date(c(NA, NA)))
  expect_identical(dates$written, c("3/4/21", "03/04/2021"))
  problems <- attr(dates, "problems")
  expect_identical(problems$code, rep(c("ambiguous_date", "undated"), 2))
  expect_false(any(grepl("no (usable )?date", problems$detail)))
})
test_that("the date of a corpus is seen as that of a data frame is", {
  x <- frame_with(c("2021-12-03", "3/4/2021", NA))
  corpus <- structure(
    x$text, class = c("corpus", "character"), names = x$doc_id,
    docvars = data.frame(docname_ = x$doc_id, docid_ = factor(x$doc_id), segid_ = 1L, date = x$date)
  )
  expect_identical(article_dates(corpus), article_dates(x))
  expect_identical(article_dates(corpus)$date[[1]], as.Date("2021-12-03"))
  page <- withr::local_tempfile(fileext = ".html")
  quiet(article_report(corpus, page))
  expect_match(paste(readLines(page, encoding = "UTF-8"), collapse = " "), "<td>2021-12-03</td>")
})

# Keyness ------------------------------------------------------------------------------------------

test_that("the rising terms of the report have the z of term_keyness()", {
  news <- article_example()
  counts <- term_matrix(news, remove = term_stopwords())
  late <- seq_len(nrow(counts)) %% 2 == 0
  rising <- rising_terms(counts, late)
  held <- counts[, Matrix::colSums(counts > 0) >= max(3, 0.02 * nrow(counts))]
  found <- term_keyness(held, ifelse(late, "late", "early"))
  found <- found[found$group == "late", ]
  expect_gt(length(rising), 50L)
  expect_identical(names(rising), found$term)
  expect_equal(unname(rising), found$z, tolerance = 1e-12)
})

# Tone ---------------------------------------------------------------------------------------------
#
# Verbs of tone asked the same question.

test_that("what balances is exactly 0, in every order and however it came about", {
  # 3 x 0.4 and 0.1 + 0.2 are not the doubles nearest to 1.2 and 0.3.
  lexicon <- tone_lexicon(
    c(alpha = 0.1, beta = 0.2, gamma = -0.3, delta = 3, omega = -1.2, fine = 0.7, grim = -0.7),
    shifters = data.frame(entry = "hardly", type = "downtoner", factor = 0.4)
  )
  pieces <- c("alpha", "beta", "gamma", "hardly delta", "omega", "fine", "grim")
  orders <- withr::with_seed(1, replicate(300, sample(pieces), simplify = FALSE))
  one <- vapply(orders, function(words) paste0("Say ", paste(words, collapse = ", "), "."), "")
  many <- vapply(orders, function(words) paste0("Say ", words, ".", collapse = " "), "")
  for (texts in list(one, many)) {
    x <- tone_score(texts, lexicon)
    expect_identical(unique(x$n_hits), 7L)
    expect_true(all(x$tone == 0))
  }
  # The naive sum would not balance in at least one of these orders.
  values <- c(alpha = 0.1, beta = 0.2, gamma = -0.3, "hardly delta" = 3 * 0.4, omega = -1.2,
              fine = 0.7, grim = -0.7)
  naive <- vapply(orders, function(words) sum(values[words]), 0)
  expect_true(any(naive != 0))
})

test_that("by article and by sentence tone is the same", {
  news <- sample_articles()
  article <- tone_score(news)
  sentence <- tone_score(news, by = "sentence")
  units <- function(x) ifelse(x$n_hits > 0, round(x$tone * (x$n_hits + 5) * 4e9), 0)
  sums <- tapply(units(sentence), factor(sentence$doc_id, news$doc_id), sum)
  expect_identical(as.vector(sums), units(article))
  # An article of one sentence has the tone of its sentence.
  short <- c(a = "A good day for peace.", b = "A terrible flood, but a fine rescue.")
  expect_identical(tone_score(short)$tone, tone_score(short, by = "sentence")$tone)
})

test_that("the mean tone on the report is the mean of tone_score()", {
  news <- sample_articles()[1:20, ]
  file <- withr::local_tempfile(fileext = ".html")
  found <- article_report(news, file, k = 3)
  page <- paste(readLines(file, encoding = "UTF-8"), collapse = "\n")
  tone <- tone_score(news, parts = c("headline", "lead", "body"))
  expect_identical(found$tone$tone, tone$tone)
  shown <- regmatches(page, regexpr("mean tone is [^ ]+ on", page))
  expect_identical(shown, paste("mean tone is", say_tone(mean(tone$tone, na.rm = TRUE)), "on"))
})

test_that("a single lexicon and a consensus of it alone agree", {
  lexicon <- tone_lexicon(c(good = 2, bad = -2), name = "own")
  x <- tone_score(sample_articles()[1:10, ], list(lexicon, "consensus"))
  expect_equal(x$tone[x$lexicon == "own"], x$tone[x$lexicon == "consensus"])
})

# Topics -------------------------------------------------------------------------------------------
#
# Two verbs asked the same question about topics.

agreed_counts <- function() {
  term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 3)
}

agreed_fits <- function(counts) {
  lda <- function(...) topic_lda(counts, 4, ..., seed = 1, progress = FALSE)
  list(
    cvb0 = lda(), online = lda(method = "online", batch = 40),
    gibbs = lda(method = "gibbs", iterations = 60, chains = 2),
    learned = lda(method = "gibbs", iterations = 60, optimize = TRUE),
    seeded = topic_seeded(
      counts, list(fever = "hospital*", harvest = "harvest*"), iterations = 60, seed = 1,
      progress = FALSE
    ),
    poisson = topic_nmf(counts, 4, iterations = 60, seed = 1, progress = FALSE),
    frobenius = topic_nmf(
      counts, 4, loss = "frobenius", iterations = 60, seed = 1, progress = FALSE
    )
  )
}

test_that("predict() and the fit agree, whatever the order and the names of the rows", {
  counts <- agreed_counts()
  fits <- agreed_fits(counts)
  back <- rev(seq_len(nrow(counts)))
  turned <- counts[back, rev(seq_len(ncol(counts)))]
  rownames(turned) <- paste0("new", back)
  tokens <- Matrix::rowSums(counts)
  for (name in names(fits)) {
    fit <- fits[[name]]
    expect_identical(predict(fit, counts), fit$theta, info = name)
    expect_identical(unname(predict(fit, turned)), unname(fit$theta[back, ]), info = name)
    alone <- predict(fit, counts[7, , drop = FALSE])
    expect_identical(alone, fit$theta[7, , drop = FALSE], info = name)
    expect_equal(fit$prevalence, colSums(fit$theta * tokens) / sum(tokens), info = name)
    if (name != "seeded") expect_false(is.unsorted(-fit$prevalence), info = name)
  }
  expect_identical(rownames(fits$seeded$phi), c("fever", "harvest", "other_1"))
})

test_that("a topic is the same factor in every table", {
  counts <- agreed_counts()
  fit <- topic_lda(counts, 11, iterations = 5, seed = 1, progress = FALSE)
  topics <- paste0("topic_", 1:11)
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  columns <- list(
    terms = topic_terms(fit)$topic, articles = topic_articles(fit)$topic,
    beta = tidy(fit)$topic, gamma = tidy(fit, matrix = "gamma")$topic,
    augment = augment(fit, counts)$.topic, summary = summary(fit)$topic,
    bars = plot(fit)$topic, panels = plot(fit, type = "terms", n = 2, terms = 3)$topic
  )
  for (name in names(columns)) {
    expect_s3_class(columns[[name]], "factor")
    expect_identical(levels(columns[[name]]), topics, info = name)
  }
  seeded <- topic_seeded(
    counts, list(z = "hospital*", a = "harvest*"), iterations = 12, seed = 1, progress = FALSE
  )
  expect_identical(levels(seeded$seeds$topic), c("z", "a", "other_1"))
})

test_that("print, summary, plot and topic_terms name the same terms", {
  fit <- topic_lda(agreed_counts(), 3, seed = 1, progress = FALSE)
  terms <- topic_terms(fit, n = 6)
  lines <- vapply(split(terms$term, terms$topic), paste, "", collapse = ", ")
  expect_identical(summary(fit)$terms, unname(lines))
  printed <- withr::with_options(list(width = 200), utils::capture.output(print(fit)))
  for (k in 1:3) expect_match(printed[k + 2], lines[[k]], fixed = TRUE)
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  expect_identical(plot(fit, terms = 6)$terms, unname(lines))
  expect_identical(plot(fit, type = "terms", terms = 6)$term, terms$term)
})

test_that("tables name articles by doc_id, and broom's document joins with it", {
  counts <- agreed_counts()
  fit <- topic_lda(counts, 3, iterations = 5, seed = 1, progress = FALSE)
  expect_identical(unique(augment(fit, counts)$doc_id), unique(rownames(counts)[counts@i + 1L]))
  expect_true(all(topic_articles(fit)$doc_id %in% rownames(counts)))
  expect_identical(topic_heldout(fit, counts, seed = 1)$doc_id, rownames(counts))
  gamma <- tidy(fit, matrix = "gamma")
  joined <- merge(
    as.data.frame(gamma), data.frame(doc_id = rownames(counts)), by.x = "document", by.y = "doc_id"
  )
  expect_identical(nrow(joined), nrow(gamma))
})

test_that("an article without a known word has the prior, alone and among others, in both verbs", {
  counts <- agreed_counts()
  strange <- counts[1:2, ]
  strange[1, ] <- 0
  alone <- term_matrix(c(x = "zzz yyy"))
  fits <- agreed_fits(counts)
  for (name in names(fits)) {
    fit <- fits[[name]]
    suppressMessages({
      among <- predict(fit, strange)
      expect_identical(unname(predict(fit, alone)[1, ]), unname(among[1, ]), info = name)
      expect_identical(among[2, ], fit$theta[2, ], info = name)
      scored <- topic_heldout(fit, strange, seed = 1)
      expect_identical(unlist(scored[1, 2:3], use.names = FALSE), c(0, 0), info = name)
      expect_identical(topic_heldout(fit, alone, seed = 1)$n_tokens, 0, info = name)
    })
    prior <- fit_alpha(fit)
    expect_equal(unname(among[1, ]), prior / sum(prior), tolerance = 1e-6, info = name)
  }
})

# Problems of reading -------------------------------------------------------------------------

test_that("problems are those of the articles that are there, to every verb", {
  root <- withr::local_tempdir()
  read <- function(name, lines) {
    path <- file.path(root, name)
    writeLines(lines, path)
    suppressMessages(article_read(path))
  }
  a <- read("a.csv", c("doc_id,title,text", "1,Rain,It rained all day.", "2,Wind,"))
  b <- read("b.csv", c("doc_id,title,text", "3,Hail,It hailed all day.", "4,Storm,", "5,Fog,"))
  both <- rbind(a, b)
  expect_identical(article_problems(both), rbind(article_problems(a), article_problems(b)))
  expect_identical(article_problems(both)$doc_id, c("2", "4", "5"))
  asked <- list(both = both, one = both[2, ], none = both[c(1, 3), ], turned = both[5:1, ])
  for (name in names(asked)) {
    x <- asked[[name]]
    n <- nrow(article_problems(x))
    expect_identical(n, sum(!x$text %in% c(a$text[[1]], b$text[[1]])), info = name)
    printed <- utils::capture.output(print(x))
    expect_identical(sum(grepl(sprintf("^# %d problem", n), printed)), as.integer(n > 0))
    details <- attr(quiet(article_check(x)), "details")
    expect_identical(sum(details$check == "problem_empty"), n, info = name)
  }
})

# Characters ----------------------------------------------------------------------------------

# The headline of a page that gives it in JSON-LD only.
page_headline <- function(json) {
  file <- withr::local_tempfile(fileext = ".html")
  said <- "The ferry to Skarn sailed again on Thursday, eleven days after a storm, the port said."
  writeLines(enc2utf8(c(
    "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Another title</title>",
    "<script type=\"application/ld+json\">", json, "</script></head>",
    "<body><article>", sprintf("<p>%s</p>", rep(said, 3)), "</article></body></html>"
  )), file, useBytes = TRUE)
  quiet(article_read(file))$title
}

test_that("an entity is the same character in the headline of a page and for a repair", {
  skip_if_not_installed("xml2")
  entities <- c(
    "eacute" = "\u00e9", "hellip" = "\u2026", "ldquo" = "\u201c", "rsquo" = "\u2019",
    "euro" = "\u20ac", "ndash" = "\u2013", "amp" = "&", "quot" = "\"", "apos" = "'",
    "Alpha" = "\u0391", "trade" = "\u2122", "frac12" = "\u00bd", "#8217" = "\u2019",
    "#x2019" = "\u2019", "#146" = "\u2019", "nosuch" = "&nosuch;"
  )
  for (name in names(entities)) {
    written <- sprintf("Caf &%s; in Tarsk", name)
    wanted <- sprintf("Caf %s in Tarsk", entities[[name]])
    headline <- page_headline(sprintf("{\"@type\":\"NewsArticle\",\"headline\":\"%s\"}", written))
    expect_identical(headline, wanted, info = name)
    expect_identical(quiet(article_repair(written)), wanted, info = name)
  }
})

test_that("a byte of windows-1252 is the same character in a file and for a repair", {
  # Between letters: the euro and the tilde of its own occur there in no text; the five bytes
  # without a character do not, either.
  bytes <- setdiff(0x82:0x9f, c(0x85, 0x8d, 0x8f, 0x90, 0x98, 0x9d))
  file <- withr::local_tempfile(fileext = ".txt")
  in_file <- function(before, byte, after) {
    writeBin(c(charToRaw(paste0("Title\n\nA caf")), as.raw(0xe9), charToRaw(before),
      as.raw(byte), charToRaw(after)), file)
    quiet(article_read(file))$text
  }
  for (byte in bytes) {
    read <- in_file(" of it", byte, "s own was here in the rain.")
    control <- paste0("A caf\u00e9 of it", intToUtf8(byte), "s own was here in the rain.")
    expect_identical(quiet(article_repair(control)), read, info = byte)
    expect_false(grepl("[\u0080-\u009f\ufffd]", read), info = byte)
  }
  expect_identical(
    in_file(" costs ", 0x80, "5 in the rain."),
    quiet(article_repair("A caf\u00e9 costs \u00805 in the rain."))
  )
  # 0x85 is a control character of its own; mojibake shows what it is taken for.
  read <- in_file(" of it", 0x85, "s own was here in the rain.")
  expect_identical(
    quiet(article_repair("A caf\u00c3\u00a9 of it\u00e2\u20ac\u00a6s own was here in the rain.")),
    read
  )
})

test_that("JSON is nested too deep in a page if and only if it is so in a file", {
  skip_if_not_installed("xml2")
  skip_if_not_installed("yyjsonr")
  file <- withr::local_tempfile(fileext = ".json")
  nested <- function(what, n) sprintf("{%s,\"x\":%s%s}", what, strrep("[", n), strrep("]", n))
  in_file <- function(n) {
    writeLines(nested("\"text\":\"Rain fell in Tarsk.\"", n), file)
    !any(grepl("nested", article_problems(quiet(article_read(file)))$detail))
  }
  in_page <- function(n) {
    title <- page_headline(nested("\"@type\":\"NewsArticle\",\"headline\":\"Deep\"", n))
    identical(title, "Deep")
  }
  for (n in c(1, 100, 198:202, 400)) expect_identical(in_page(n), in_file(n), info = n)
  expect_true(in_file(199))
  expect_false(in_file(200))
})
