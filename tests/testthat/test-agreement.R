# Two verbs asked the same question give the same answer: here about columns of a collection and
# keyness, in test-agreement_*.R about everything else that several verbs share.

quiet <- suppressMessages

# A collection is what its columns say -------------------------------------------------------------

#
# Every route through base R, dplyr, data.table and files gives the same figures.

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
  given <- list(
    k = 3, lexicon = tone_lexicon("news"), seed = 1, threads = 1, progress = FALSE
  )
  found <- report_measure(report_facts(x), x, given)
  order_ids <- order(found$tone$doc_id, method = "radix")
  list(
    terms = Matrix::colSums(found$terms), mean = overall_mean(found$tone$tone[order_ids]),
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
  for (verb in list(tone_score, article_parts, article_check)) {
    expect_error(verb(tokens), "table of tokens", class = "tritone_error_input")
  }
  # What counts words takes the words as they are.
  expect_identical(as.matrix(term_matrix(tokens))["a", ], c(rain = 1, fell = 1))
  expect_identical(term_tokens(tokens)$ids, c(1L, 2L, 1L))
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

# Keyness ------------------------------------------------------------------------------------------

test_that("the terms that rise on the report are those of term_keyness()", {
  # Eight terms of each half of the time, and one of all of it.
  word <- function(name) paste(paste0(name, letters[1:8]), collapse = " ")
  news <- data.frame(
    doc_id = sprintf("d%02d", 1:40),
    text = paste("rain fell again", c(rep(word("early"), 20), rep(word("late"), 20))),
    date = as.Date("2021-01-01") + 1:40
  )
  counts <- term_matrix(news, remove = term_stopwords())
  late <- news$date > stats::median(news$date)
  changed <- changed_terms(list(
    main = news, terms = counts, periods = report_periods(news$date),
    tone = data.frame(n_words = rep(100, nrow(news)))
  ), most = 100L)
  held <- counts[, Matrix::colSums(counts > 0) >= 5]
  found <- term_keyness(held, ifelse(late, "late", "early"))
  found <- found[found$group == "late" & !is.na(found$p), ]
  differ <- stats::p.adjust(found$p, "BH") < 0.05
  expect_setequal(changed$rising$term, found$term[differ & found$log_odds > 0])
  expect_setequal(changed$fading$term, found$term[differ & found$log_odds < 0])
  expect_gt(nrow(changed$rising), 5L)
  at <- match(changed$rising$term, found$term)
  expect_equal(changed$rising$late, found$count[at] / (100 * sum(late)), tolerance = 1e-12)
})
