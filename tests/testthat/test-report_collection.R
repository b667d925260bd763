test_that("the collection equals a count by hand", {
  page <- page_of(weather())
  shown <- words_of(page)
  expect_shown(shown, "8 news articles, January to August 2021")
  expect_shown(shown, "Gazette, Herald; 84 words, 4 January 2021 to 20 August 2021.")
  collection <- section_of(page, "collection")
  expect_shown(collection, "Articles by month and source.")
  expect_shown(collection, "Jan 2021, Gazette: 4")
  expect_shown(collection, "Aug 2021, Gazette: 1")
  expect_shown(collection, "Aug 2021, Herald: 3")
  expect_shown(
    collection, "Articles read 8 2 sources; without titles, links show their opening words"
  )
  expect_shown(collection, "Words counted 84 9 in the median article;")
  expect_shown(collection, "Short 7 fewer than 20 words")
  expect_shown(section_of(page, "evidence"), "4 articles in Jan 2021")
  expect_shown(shown, "lexicon \u201ctoy\u201d; 8 of 8 articles have at least one of its words.")
  expect_shown(shown, "Unit of time: the month.")
  one <- words_of(page_of(weather()[1, ]))
  expect_shown(one, "Gazette; 7 words. Figures")
  expect_shown(one, "Words counted 7 7 in the median article")
})

test_that("what is left out is named with its number", {
  news <- weather()
  news$date[[2]] <- NA
  news$title <- paste("Weather", 1:8)
  news$title[[1]] <- NA
  news$doc_id[[4]] <- "spanish"
  news$text[[4]] <- paste(
    "El tiempo era muy malo hoy en todas las ciudades del norte, y la gente no quer\u00eda salir",
    "de sus casas porque llov\u00eda desde la ma\u00f1ana hasta la noche."
  )
  page <- page_of(news)
  collection <- section_of(page, "collection")
  expect_shown(collection, "Articles read 8 2 sources; 1 without a title")
  expect_shown(collection, "In another language 1 1 Spanish: listed, but in no figure")
  expect_shown(collection, "Without a date 1 left out of all that is over time")
  expect_shown(section_of(page, "method"), "; 7 of 7 articles have at least one of its words.")
  expect_length(gregexpr("<tr id=\"r-", page)[[1L]], 8L)
})

test_that("sources are named under the chart of articles only where there are several", {
  volume <- function(source) {
    main <- data.frame(
      id = 1:3, name = "x", title = "x", text = "x", date = as.Date("2021-01-01") + c(0, 1, 1),
      source = source
    )
    as.character(report_volume(list(
      main = main, all = main, book = new_evidence(), periods = report_periods(main$date, "day")
    )))
  }
  expect_match(volume("Ledger"), "Articles by day.<", fixed = TRUE)
  expect_match(volume(c("Ledger", "Post", "Post")), "Articles by day and source.<", fixed = TRUE)
})

test_that("sources beyond the number shown are put together", {
  source <- c("a", "a", "a", "b", "b", "c", NA, NA)
  # Unknown sources are a group like others, here before b by name of equal size.
  expect_identical(
    top_groups(source, 2L),
    c("a", "a", "a", "b", "b", "other", "other", "other")
  )
  expect_identical(length(unique(top_groups(letters, 6L))), 7L)
  expect_identical(unique(top_groups(letters[1:6], 6L)), letters[1:6])
  expect_identical(top_groups(letters[1:7], 6L), c(letters[1:6], "other"))
})

test_that("sources of a part of the time and texts without quotation marks are named", {
  news <- data.frame(
    text = sprintf("The council met on day %d and spoke of the road.", 1:40),
    date = as.Date("2021-01-01") + 1:40,
    source = c(rep(c("Gazette", "Herald"), 12), rep("Herald", 16))
  )
  shown <- section_of(page_of(news), "collection")
  # The Gazette has every second of the first 24 days.
  expect_shown(shown, paste(
    "Sources of a part of the time 1 Gazette until 24 January 2021: what changes over time may be",
    "the change of sources"
  ))
  expect_shown(
    shown, "No quotation marks 40 quoted words cannot be told from the newsroom\u2019s own"
  )
  news$source <- c("Gazette", "Herald")
  news$text[1:3] <- paste(news$text[1:3], "\u201cIt is full of holes,\u201d said Ida Holm.")
  shown <- section_of(page_of(news), "collection")
  expect_no_match(shown, "Sources of a part")
  expect_no_match(shown, "No quotation marks")
})

test_that("columns with the names of groups change nothing on the page", {
  news <- sample_articles()[1:40, ]
  page <- page_of(news, k = 2, lexicon = tone_lexicon("news"))
  news$topic <- rep(c("sport", "city"), 20)
  news$voice <- "loud"
  news$speaker <- news$sentence <- news$hit <- news$part <- "x"
  news$month <- news$day <- 7
  same <- page_of(news, k = 2, lexicon = tone_lexicon("news"))
  for (id in c("findings", "collection", "terms", "topics", "tone", "voices")) {
    expect_identical(section_of(same, id), section_of(page, id))
  }
})

test_that("problems of reading are listed by article, else by file", {
  problems <- data.frame(
    doc_id = c("a1", NA), path = c("one.txt", "two.txt"), code = c("encoding", "unreadable"),
    detail = c("read as windows-1252", "it cannot be opened")
  )
  report <- list(all = structure(data.frame(), problems = problems), book = new_evidence())
  row <- html_children(health_problems(report))
  expect_match(paste(row, collapse = ""), "Problems met while reading")
  shown <- words_of(paste0("<body>", report$book$blocks$problems$html))
  expect_shown(shown, "a1: encoding read as windows-1252")
  expect_shown(shown, "two.txt: unreadable it cannot be opened")
})
