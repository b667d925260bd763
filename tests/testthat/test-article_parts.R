test_that("parts have places in characters that give their text", {
  news <- sample_articles()
  parts <- article_parts(news)
  at <- match(parts$doc_id, news$doc_id)
  field <- ifelse(parts$field == "title", news$title[at], news$text[at])
  expect_identical(substr(field, parts$start, parts$end), parts$text)
  expect_true(all(parts$part %in% all_parts))
  expect_identical(parts$field == "title", parts$part == "headline")
  expect_identical(unique(parts$doc_id), news$doc_id)
  # Disjoint, in order, and nothing but white space between.
  for (id in unique(parts$doc_id)) {
    rows <- parts[parts$doc_id == id & parts$field == "text", ]
    expect_true(all(diff(rows$start) > 0))
    expect_true(all(rows$start[-1] > rows$end[-nrow(rows)]))
    solid <- function(x) gsub("[[:space:]]+", "", x)
    expect_identical(solid(paste(rows$text, collapse = "")), solid(news$text[news$doc_id == id]))
  }
})

test_that("a row depends on its own article, threads change nothing", {
  news <- sample_articles()
  all <- article_parts(news)
  expect_identical(article_parts(news, threads = 7), all)
  one <- article_parts(news[5, ])
  rows <- all[all$doc_id == news$doc_id[5], ]
  expect_identical(as.data.frame(one), as.data.frame(rows))
})

test_that("empty and missing texts have no parts", {
  expect_identical(nrow(article_parts(c("", NA, "  \n"))), 0L)
  expect_identical(nrow(article_parts(character())), 0L)
  expect_error(article_parts("x", part = "lead"), "part", class = "tritone_error_input")
})
