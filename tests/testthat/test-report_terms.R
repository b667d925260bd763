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
    "Uses in 10,000 words up to 23 January 2021 and after, by article. Of 25 comparisons tried",
    "24 differ at 5\u202f% taken one by one, where chance alone gives about 1;",
    "none over all of them."
  ))
  rising <- sub(".*Rising Term Before After By [a-z]+ (.*?) Fading .*", "\\1", shown)
  expect_identical(rising, paste(paste0("late", letters[1:10], " 0.0 769.2"), collapse = " "))
  fading <- sub(".*Fading Term Before After By [a-z]+ (.*?) Words that .*", "\\1", shown)
  expect_identical(fading, paste(paste0("early", letters[1:10], " 769.2 0.0"), collapse = " "))
})
