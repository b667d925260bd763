test_that("texts that do not fit on the page are left out evenly, those cited are kept", {
  book <- new_evidence()
  book$articles <- c(3L, 100L)
  all <- data.frame(text = rep(strrep("a", 200), 100))
  report <- list(all = all, book = book)
  # 500 + 1.5 * 200 = 800 for each.
  expect_identical(chosen_texts(report, room = 80000), 1:100)
  some <- chosen_texts(report, room = 41000)
  expect_identical(some, sort(c(3L, 100L, setdiff(1:99, 3L)[seq(1L, 98L, by = 2L)])))
  expect_identical(chosen_texts(report, room = 1), c(3L, 100L))
  # All are cited, and none fits.
  book$articles <- 100:1
  expect_identical(chosen_texts(report, room = 1), 1:100)
})

test_that("terms, articles and sentences are counted", {
  page <- page_of(weather())
  terms <- section_of(page, "terms")
  expect_shown(terms, "Most used Term Chart Times Articles awful 16 4 great 8 4 weather 8 8")
  # Pairs: 2 + 4 + 2 + 4 times in a row.
  expect_shown(terms, "Words that go together awful awful 12")
  list <- section_of(page, "articles")
  expect_shown(list, paste(
    "The weather was awful awful awful awful awful today. 2021-01-04 Gazette 9 \u22120.71"
  ))
  expect_shown(list, "along the\u2026 2021-08-20 Herald 25 +0.33")
  expect_length(gregexpr("<tr id=\"r-", page)[[1L]], 8L)
  # The strongest sentences first.
  worst <- sub(".*Most negative sentences (.*?) Most positive .*", "\\1", section_of(page, "tone"))
  expect_identical(worst, paste(
    "The weather was awful awful awful awful awful today.",
    "The weather was awful awful awful awful awful today. \u00b7 Gazette, 4 January 2021 \u00b7",
    "sentence \u22120.71 The weather was awful awful awful awful awful yesterday.",
    "The weather was awful awful awful awful awful yesterday. \u00b7 Gazette, 20 January 2021",
    "\u00b7 sentence \u22120.71 The weather was awful awful awful today.",
    "The weather was awful awful awful today. \u00b7 Gazette, 4 January 2021 \u00b7",
    "sentence \u22120.60 The weather was awful awful awful yesterday.",
    "The weather was awful awful awful yesterday. \u00b7 Gazette, 12 January 2021 \u00b7",
    "sentence \u22120.60"
  ))
})

test_that("the voices and parts of a text are marked, and no character is lost", {
  text <- "AB. \u201cCd,\u201d he <said>.\n\nEf g."
  parts <- data.frame(start = c(1L, 5L), end = c(3L, 24L), part = c("dateline", "lead"))
  voices <- data.frame(start = 5L, end = 9L, voice = "direct", speaker = "he")
  shown <- marked_text(text, parts, voices)
  expect_identical(shown, paste0(
    "<p dir=\"auto\"><bdi><span class=\"pl\" data-p=\"Dateline\"></span><small>AB.</small> ",
    "<span class=\"pl\" data-p=\"Lead\"></span>",
    "<span class=\"v1\" title=\"\u2068quoted: he\u2069\">\u201cCd,\u201d</span> he &lt;said&gt;.",
    "</bdi></p><p dir=\"auto\"><bdi>Ef g.</bdi></p>"
  ))
  hits <- data.frame(start = c(6L, 23L), end = c(7L, 24L), value = c(1.5, -2) / 4)
  expect_match(marked_text(text, parts, voices, hits), paste0(
    "<span class=\"v1\" title=\"\u2068quoted: he\u2069\">\u201c",
    "<span class=\"hp\" data-v=\"+1.5\">Cd</span>,\u201d</span> he"
  ), fixed = TRUE)
  expect_match(
    marked_text(text, parts, voices, hits), "<span class=\"hn\" data-v=\"\u22122.0\">Ef</span> g.",
    fixed = TRUE
  )
  expect_identical(marked_text("a\n\nb"), paste0(
    "<p dir=\"auto\"><bdi>a</bdi></p><p dir=\"auto\"><bdi>b</bdi></p>"
  ))
  expect_match(marked_text(NA_character_), "no text")
})

test_that("up to 5,000 articles are all listed, of more those that can be read", {
  rows <- function(n) {
    report <- list(
      all = data.frame(
        name = paste("Article", seq_len(n)), title = NA_character_, text = "", source = "Post",
        date = as.Date("2021-01-04") + seq_len(n)
      ),
      main = data.frame(id = seq_len(n)), tone = data.frame(tone = 0, n_words = rep(5L, n))
    )
    page <- as.character(report_articles(report, c(2L, 4L)))
    list(
      listed = length(gregexpr("<tr id=\"r-", page)[[1L]]),
      linked = length(gregexpr("class=\"ti\"", page)[[1L]]), page = page
    )
  }
  all <- rows(5000L)
  expect_identical(c(all$listed, all$linked), c(5000L, 2L))
  expect_shown(all$page, "2 of 5,000 articles can be read here.")
  some <- rows(5001L)
  expect_identical(c(some$listed, some$linked), c(2L, 2L))
})
