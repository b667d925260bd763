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
  expect_shown(voices, "Ida Holm 18 2 100\u202f%")
  # 9 of 16 - 1 words and 9 of 17: without the speaker and the verb.
  expect_shown(section_of(page, "findings"), "; Ida Holm is heard most, with 18 words.")
  copies <- section_of(page, "copies")
  expect_shown(copies, "1 pair of articles share")
  expect_shown(copies, "Post, 6 January 2021")
  expect_shown(copies, "Herald, 7 January 2021 100\u202f% 100\u202f%")
  expect_shown(copies, "Who had it first First in Then in Pairs Post Herald 1")
  expect_shown(section_of(page, "collection"), "Copies of another article 1 counted in figures")
  # In evidence the story is shown once, by the article that had it first.
  bridge <- sub(".*<h3>\u201c<bdi>bridge</bdi>\u201d</h3>(.*?)</div>.*", "\\1", page)
  expect_length(gregexpr("<li>", bridge)[[1L]], 1L)
  expect_match(bridge, "<bdi>Post</bdi>", fixed = TRUE)
})
