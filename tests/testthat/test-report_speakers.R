test_that("who speaks and who repeats whom are counted", {
  said <- function(name, what) sprintf("\u201c%s\u201d said %s.", what, name)
  one <- "The river is high and the roads are closed,"
  story <- paste(
    "The mayor of the town opened the new bridge over the river on Monday and thanked all who had",
    "built it in three years, two of them with floods that took away the first piers."
  )
  news <- data.frame(
    doc_id = letters[1:4],
    text = c(
      paste("It rained all day.", said("Ida Holm", one)),
      paste("It rained again.", said("Ida Holm", one), "Nobody was hurt."), story, story
    ),
    date = as.Date("2021-01-04") + c(0, 1, 2, 3), source = c("Gazette", "Gazette", "Post", "Herald")
  )
  page <- page_of(news)
  voices <- section_of(page, "voices")
  # Nine quoted words in each of two articles.
  expect_shown(voices, "Ida Holm 18 2 100\u202f% \u2013")
  # 9 of 16 - 1 words and 9 of 17: without the speaker and the verb.
  expect_shown(
    section_of(page, "findings"),
    "; of those who are named Ida Holm is heard most, with 18 words ."
  )
  copies <- section_of(page, "copies")
  expect_shown(copies, "In 1 pair of articles each shares half")
  expect_shown(copies, "1 article repeats an earlier one.")
  expect_shown(copies, "Post, 6 January 2021")
  expect_shown(copies, "Herald, 7 January 2021 100\u202f% 100\u202f%")
  expect_shown(copies, paste(
    "Who had it first Pairs of different sources and days. First in Then in Pairs Post Herald 1"
  ))
  expect_shown(section_of(page, "collection"), "Copies of another article 1 counted in figures")
  # In evidence the story is shown once, by the article that had it first.
  bridge <- sub(".*<h3>\u201c<bdi>bridge</bdi>\u201d</h3>(.*?)</div>.*", "\\1", page)
  expect_length(gregexpr("<li>", bridge)[[1L]], 1L)
  expect_match(bridge, "<bdi>Post</bdi>", fixed = TRUE)
})

test_that("a share of words that others say is between none and all", {
  quoted <- "\u201cThe %s is high and all roads of the %s are closed to us,\u201d Ida Holm said."
  plain <- "It rained in the %s and all the roads of the %s were closed on Monday."
  what <- c("river", "lake", "hill", "dam", "brook", "ferry")
  # The mean of two articles of quotations and one without, and of two without and one of them.
  forms <- c(quoted, quoted, plain, plain, plain, quoted)
  news <- data.frame(
    doc_id = letters[1:6], text = sprintf(forms, what, rev(what)),
    source = rep(c("A", "B"), each = 3)
  )
  given <- list(lexicon = own_lexicon(), seed = 1, threads = 1, progress = FALSE)
  facts <- suppressMessages(report_measure(report_facts(news), news, given))$voice_facts
  one <- 14 / 17 # of 17 words three are not quoted
  expect_equal(facts$by_source$mean, c(2, 1) * one / 3)
  expect_identical(facts$by_source$lower, c(0, 0))
  expect_identical(facts$by_source$upper, c(1, 1))
  half <- stats::qt(0.975, 5) * stats::sd(c(one, one, 0, 0, 0, one)) / sqrt(6)
  expect_identical(facts$overall$lower, 0)
  expect_equal(facts$overall$upper, one / 2 + half)
})

test_that("articles that are linked as copies are among those that can be read", {
  report <- list(
    copies = data.frame(doc_id_1 = "b", doc_id_2 = "d", jaccard = 0.9, containment = 1),
    all = data.frame(
      doc_id = letters[1:4], name = LETTERS[1:4], source = NA_character_,
      date = as.Date("2021-01-04") + 0:3
    ),
    copied = c(FALSE, FALSE, FALSE, TRUE), book = new_evidence()
  )
  report_copies(report)
  expect_setequal(report$book$articles, c(2L, 4L))
})

test_that("who had it first is asked only of copies of different days", {
  copies <- data.frame(
    doc_id_1 = c("a", "a", "b"), doc_id_2 = c("b", "c", "c"), source_1 = c("X", "X", "Y"),
    source_2 = c("Y", "Z", "Z")
  )
  all <- data.frame(doc_id = c("a", "b", "c"), date = as.Date(c("2021-01-01", "2021-01-02", NA)))
  shown <- words_of(paste0("<body>", html_children(copies_by_source(copies, all)), collapse = ""))
  expect_match(shown, "First in Then in Pairs X Y 1$")
  all$date[] <- as.Date("2021-01-01")
  expect_null(copies_by_source(copies, all))
})

test_that("speakers are ranked where they are named, with the tone of their words", {
  expect_identical(
    is_named(c("the company", "The company", "analysts", "A source in Lodany", "the Fed", "Ida")),
    c(FALSE, FALSE, FALSE, TRUE, TRUE, TRUE)
  )
  table <- data.frame(
    lexicon = c("news", "news", "news", "other"),
    speaker = c("The Fed", "Ida Holm", NA, "Ida Holm"),
    n_articles = c(9, 3, 8, 3), tone = c(0.1, -0.2, 0, 1), se = 0.1, lower = -0.4, upper = 0.3
  )
  found <- speaker_tones(table, c("Ida Holm", "the Fed", "Otto"))
  expect_identical(found$mean, c(-0.2, 0.1, NA))
  # Three articles are too few for an interval.
  expect_identical(found$lower, c(NA, -0.4, NA))
  expect_identical(nrow(speaker_tones(table[0, ], "Ida")), 1L)
})
