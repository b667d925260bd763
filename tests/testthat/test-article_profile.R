# article_profile(): what is learned from a collection, and that a row depends on it alone.

x <- c(
  strrep("The office of Justice said so, and Justice it was. ", 4),
  strrep("They want justice for all of Kestrel Bay. ", 4), "JUSTICE IS DONE IN KESTREL BAY.",
  strrep("He said \u201cWorry not\u201d and went. Worry is no name. ", 6), NA, ""
)

test_that("words that have a capital inside sentences are names", {
  e <- article_profile(x, name_count = 4)
  expect_s3_class(e, "tritone_profile")
  expect_identical(e$articles, 6L)
  expect_true(all(c("kestrel", "bay") %in% e$names))
  expect_false(any(c("justice", "worry", "the", "office") %in% e$names))
  row <- e$words[e$words$word == "justice", ]
  expect_identical(c(row$inside, row$capital), c(12, 8))
  expect_true("justice" %in% article_profile(x, name_count = 4, name_share = 0.6)$names)
  expect_false(is.unsorted(e$words$word))
  expect_output(print(e), "names among")
})

test_that("the same for any threads and order; empty for no articles", {
  news <- sample_articles()
  one <- article_profile(news, threads = 1)
  expect_identical(article_profile(news, threads = 7), one)
  expect_identical(article_profile(news[rev(seq_len(nrow(news))), ]), one)
  expect_gt(length(one$names), 10)
  expect_identical(article_profile(character())$names, character())
})

test_that("names of the profile are no hits for tone", {
  lexicon <- tone_lexicon(c(justice = 2, good = 1), shifters = FALSE)
  e <- article_profile(x, name_count = 4, name_share = 0.6)
  text <- "Justice opens its office. They want justice and good Justice."
  expect_identical(tone_score(text, lexicon)$n_hits, 3L)
  expect_identical(tone_score(text, lexicon, profile = e)$n_hits, 2L)
  expect_identical(tone_score("Justice's good office.", lexicon, profile = e)$n_hits, 1L)
  news <- sample_articles()
  own <- article_profile(news)
  hits <- function(...) sum(tone_score(news, ..., language = NULL)$n_hits)
  expect_lte(hits(profile = own), hits())
  expect_identical(
    as.data.frame(tone_score(news[3, ], profile = own)),
    as.data.frame(tone_score(news, profile = own)[3, ])
  )
})

test_that("wrong arguments are named", {
  expect_error(article_profile(1), "`x`", class = "tritone_error_input")
  expect_error(article_profile("x", name_share = 2), "`name_share`", class = "tritone_error_input")
  expect_error(article_profile("x", name_count = 0), "`name_count`", class = "tritone_error_input")
  expect_error(tone_score("x", profile = "names"), "`profile`", class = "tritone_error_input")
})

footed <- sprintf(
  "The Halvera Press Agency (HPA) saw mill %s.\n\nRain fell on %s.\n\nThe kettle is on: call %d.",
  letters, LETTERS, 100 + 1:26
)

test_that("lines that begin or end many articles are counted", {
  e <- article_profile(footed)
  expect_identical(e$lines$line, "the kettle is on: call 0.")
  expect_identical(e$lines$articles, 26)
  expect_identical(e$lines$at_end, 26)
  expect_identical(nrow(article_profile(footed, line_articles = 27)$lines), 0L)
  expect_identical(nrow(article_profile(c(footed, x), line_share = 0.9)$lines), 0L)
  # A story that was sent twice counts once.
  expect_identical(nrow(article_profile(rep(footed[[1]], 9))$lines), 0L)
})

test_that("acronyms have their long forms, the best first", {
  e <- article_profile(c(footed, "Hill Path Association [HPA]", "One Bank (OB), OB (Old Barn)"))
  expect_identical(e$acronyms$acronym, c("HPA", "HPA", "OB", "OB"))
  expect_identical(e$acronyms$long_form[1:2], c("Halvera Press Agency", "Hill Path Association"))
  expect_identical(e$acronyms$articles[1:2], c(26, 1))
  expect_identical(e$acronyms$best, c(TRUE, FALSE, TRUE, FALSE))
  sample <- article_profile(sample_articles())$acronyms
  expect_true(all(c("BGC", "HPA", "NGB") %in% sample$acronym))
  # Every short form in the sample's traits is found with its long form.
  expect_identical(
    sample$long_form[sample$acronym == "CBH"], "Central Bank of Halvera"
  )
})

test_that("hyphens at line ends are joined by the profile and by the article alone", {
  e <- article_profile(
    c("The seawall broke. A sea-wall!", "The sea-\nwall is a by-path.", "bypath")
  )
  expect_identical(e$hyphens$word, c("by-path", "sea-wall"))
  expect_identical(unlist(e$hyphens[2, -1]), c(hyphenated = 1, joined = 1, broken = 1))
  broken <- c(a = "The sea-\nwall broke.", b = "A har-\nvest. No harvest!", c = "A mill-\nwheel.")
  tokens <- function(e, ...) as.list(term_tokens(broken, profile = e, ...))
  expect_identical(tokens(NULL)$a, c("the", "sea", "wall", "broke"))
  expect_identical(tokens(e)$a, c("the", "seawall", "broke"))
  expect_identical(tokens(e)$b, c("a", "harvest", "no", "harvest"))
  expect_identical(tokens(e)$c, c("a", "mill", "wheel"))
  # Places are those of the text as it was given.
  places <- as.data.frame(term_tokens(broken, profile = e))
  places <- places[places$doc_id == "a", ]
  expect_identical(substr(broken[["a"]], places$start[[2]], places$end[[2]]), "sea-\nwall")
  expect_identical(places$start[[3]], 15L)
  expect_identical(
    as.matrix(term_matrix(broken, profile = e))["a", c("seawall", "broke")],
    c(seawall = 1, broke = 1)
  )
  expect_identical(
    term_context(broken, "broke", window = 1, profile = e)$left, "sea-\nwall"
  )
  score <- tone_score(broken, tone_lexicon(c(seawall = 2), shifters = FALSE), profile = e)
  expect_identical(score$n_hits, c(1L, 0L, 0L))
  # Where the hyphen is the usual form it stays.
  usual <- article_profile(c("sea-wall, sea-wall", "seawall"))
  expect_identical(as.list(term_tokens("sea-\nwall", profile = usual))[[1]], c("sea", "wall"))
})

test_that("records are read without the lines of the profile", {
  news <- sample_articles()
  e <- article_profile(news)
  news$text <- paste0(news$text, "\n\nThe kettle is always on.")
  e2 <- article_profile(news)
  expect_true("the kettle is always on." %in% e2$lines$line)
  expect_false("kettle" %in% colnames(term_matrix(news, profile = e2)))
  expect_true("kettle" %in% colnames(term_matrix(news, profile = e)))
  expect_true("kettle" %in% colnames(term_matrix(news, profile = e2, parts = "boilerplate")))
  expect_lt(
    sum(tone_score(news, profile = e2)$n_words), sum(tone_score(news, profile = e)$n_words)
  )
  all <- term_matrix(news, profile = e2)
  one <- term_matrix(news[7, ], profile = e2)
  expect_identical(as.matrix(all)[7, colnames(one)], as.matrix(one)[1, ])
})

test_that("profile can be put together, saved and used again", {
  parts <- list(article_profile(footed[1:13]), article_profile(footed[14:26]))
  both <- do.call(c, parts)
  all <- article_profile(footed)
  expect_identical(both$lines, all$lines)
  expect_identical(both$acronyms, all$acronyms)
  expect_identical(both$articles, all$articles)
  expect_identical(both$words, all$words)
  expect_error(c(all, 1), "article_profile", class = "tritone_error_input")
  file <- withr::local_tempfile(fileext = ".rds")
  saveRDS(all, file)
  expect_identical(
    article_parts(footed[[1]], profile = readRDS(file)), article_parts(footed[[1]], profile = all)
  )
  expect_output(print(all), "1 line that begins or ends")
})

test_that("wrong limits are named", {
  expect_error(article_profile("x", line_articles = 1), "`line_articles`",
    class = "tritone_error_input"
  )
  expect_error(article_profile("x", line_share = 2), "`line_share`", class = "tritone_error_input")
  expect_error(term_matrix("x", profile = 1), "`profile`", class = "tritone_error_input")
  expect_error(term_tokens("x", profile = "a"), "`profile`", class = "tritone_error_input")
})
