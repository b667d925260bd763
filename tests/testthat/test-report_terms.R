test_that("a term opens the sentences that have it, with the term marked", {
  page <- page_of(weather())
  at <- sub("(?s).*<a class=\"n\" href=\"#(ev-[0-9]+)\"><bdi>great</bdi></a>.*", "\\1", page,
    perl = TRUE
  )
  block <- sub(sprintf("(?s)^.*<div class=\"evidence\" id=\"%s\">(.*?)</div>.*", at), "\\1", page,
    perl = TRUE
  )
  sentences <- regmatches(block, gregexpr("<li><bdi>.*?</bdi>", block, perl = TRUE))[[1L]]
  expect_length(sentences, 4L)
  expect_identical(lengths(regmatches(sentences, gregexpr("<mark>great</mark>", sentences))), c(
    3L, 1L, 3L, 1L
  ))
  # Runs of a pair that overlap are one mark, and no word is shown twice.
  expect_shown(page, "<bdi>The weather was <mark>awful awful awful</mark> today.</bdi>")
})

test_that("rising and fading terms are those that differ, by the size of the change", {
  few <- section_of(page_of(weather()[c(1:3, 5, 6), ]), "terms")
  expect_shown(few, "Rising and fading This needs at least six dated articles.")
  # Twelve words that only the later half has, once an article, twelve that only the earlier has;
  # one word in all.
  word <- function(name) paste(paste0(name, letters[1:12]), collapse = " ")
  news <- data.frame(
    text = paste("common", c(rep(word("early"), 6), rep(word("late"), 6))),
    date = as.Date("2021-01-01") + c(0:5, 40:45)
  )
  page <- page_of(news)
  shown <- section_of(page, "terms")
  # 25 comparisons; 24 differ; 1 / 13 of the words are 769.2 in 10,000.
  expect_shown(shown, paste(
    "By 23 January 2021 half of the dated articles had appeared; the rest came after. Of 25 terms",
    "compared 24 differ by more than chance explains; one in twenty of these may be chance. Those",
    "that changed most, with their uses in 10,000 words:"
  ))
  rising <- sub(".*Rising Term Before After By [a-z]+ (.*?) Fading .*", "\\1", shown)
  expect_identical(rising, paste(paste0("late", letters[1:10], " 0.0 769.2"), collapse = " "))
  fading <- sub(".*Fading Term Before After By [a-z]+ (.*?) Words that .*", "\\1", shown)
  expect_identical(fading, paste(paste0("early", letters[1:10], " 769.2 0.0"), collapse = " "))
})

test_that("terms that chance alone explains are not listed", {
  # The adjusted chances of Benjamini and Hochberg: 0.01 * 3, 0.04 * 3 / 2 and 0.5.
  found <- data.frame(term = c("a", "b", "c", "d"), p = c(0.04, 0.01, 0.5, NA))
  out <- beyond_chance(found, "term compared", "terms compared")
  expect_identical(out$differ$term, "b")
  expect_identical(out$said, paste(
    "Of 3 terms compared 1 differs by more than chance explains; one in twenty of these may be",
    "chance."
  ))
  none <- beyond_chance(found[3, ], "term compared", "terms compared")
  expect_identical(none$said, "Of 1 term compared none differs by more than chance explains.")
  expect_identical(nrow(none$differ), 0L)
  expect_identical(
    beyond_chance(found[4, ], "term compared", "terms compared")$said,
    "No term occurs in enough articles."
  )
  # Articles of one kind, by turns early and late, of one source and of another.
  set.seed(1)
  news <- data.frame(
    text = vapply(1:40, function(i) paste(sample(letters, 30, TRUE), collapse = "x "), ""),
    date = as.Date("2021-01-01") + 1:40, source = c("Gazette", "Herald")
  )
  shown <- section_of(page_of(news), "terms")
  expect_match(shown, "Rising and fading By [^.]*[.] Of [0-9]+ terms compared none differs by more")
  expect_match(shown, "What each source prefers [^.]*[.] Of [0-9]+ comparisons none differs")
  expect_no_match(shown, "Before After")
  expect_no_match(section_of(page_of(news["text"]), "terms"), "Rising and fading")
})

test_that("pairs of words are in three articles or more, the strongest first", {
  fill <- sprintf("The %s met on day %d.", c("council", "crew", "board", "club", "guild"), 1:40)
  fill[7:10] <- paste(fill[7:10], "The copper price fell and the harbour pilot stayed.")
  fill[11:12] <- paste(fill[11:12], "A silver fox saw a silver fox.") # four times in two
  report <- list(
    all = structure(data.frame(doc_id = 1:40), language = "en"), main = data.frame(id = 1:40),
    kept = fill, parts = NULL, given = list(threads = 1)
  )
  pairs <- paired_terms(report)
  # Nor what may be chance: the board met.
  expect_identical(pairs$term, c("copper price", "harbour pilot", "pilot stayed", "price fell"))
  expect_equal(pairs$docs, rep(4, 4))
  expect_identical(paired_terms(report, most = 1)$term, pairs$term[[1L]])
})

test_that("without a term there are no facts about terms", {
  none <- Matrix::sparseMatrix(
    i = integer(), j = integer(), x = 0, dims = c(2L, 0L), dimnames = list(c("a", "b"), NULL)
  )
  expect_null(term_facts(list(terms = none)))
})
