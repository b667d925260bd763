# What R Markdown and Quarto show of tables and reports.

skip_if_not_installed("knitr")

# Makes knitr believe that the document becomes `to`.
local_document <- function(to, folder = tempdir(), frame = parent.frame()) {
  withr::local_options(list(knitr.in.progress = TRUE), .local_envir = frame)
  old <- knitr::opts_knit$get(c("rmarkdown.pandoc.to", "output.dir"))
  withr::defer(knitr::opts_knit$set(old), envir = frame)
  knitr::opts_knit$set(rmarkdown.pandoc.to = to, output.dir = folder)
}
knitted <- function(...) as.character(knitr::knit_print(...))

test_that("a table is an HTML table whose texts stay texts", {
  local_document("html")
  x <- new_table(
    list(
      doc_id = c("a", "<b>&", "c"), day = as.Date("2022-01-01") + 0:2, tone = c(-0.5, 0.25, NA),
      text = c("`x`\n```\n*y* \u202eend", strrep("long ", 40), "$1 and $2")
    ), "made"
  )
  shown <- knitted(x)
  expect_match(shown, "^\n*```+[{]=html[}]\n")
  expect_match(shown, "<th class=\"r\" scope=\"col\"><bdi>tone</bdi></th>", fixed = TRUE)
  expect_match(shown, "<td class=\"l\"><bdi>&lt;b&gt;&amp;</bdi></td>", fixed = TRUE)
  expect_match(shown, "<td class=\"r\">\u22120.500</td>", fixed = TRUE)
  expect_match(shown, "<td class=\"r\">2022-01-01</td>", fixed = TRUE)
  expect_match(shown, "&#96;x&#96; &#96;&#96;&#96; *y* end", fixed = TRUE)
  expect_no_match(shown, "\u202e", fixed = TRUE)
  expect_no_match(shown, strrep("long ", 13), fixed = TRUE)
  expect_identical(lengths(gregexpr("<tr>", shown, fixed = TRUE)), 4L)
  expect_no_match(shown, "more row", fixed = TRUE)
  # Only the fence itself has backticks.
  inner <- sub("\n```+\n*$", "", sub("^\n*```+[{]=html[}]\n", "", shown))
  expect_no_match(inner, "`", fixed = TRUE)

  few <- knitted(x, n = 1)
  expect_match(few, "<p>\u2026 and 2 more rows</p>", fixed = TRUE)
  expect_identical(lengths(gregexpr("<tr>", few, fixed = TRUE)), 2L)
  expect_match(knitted(x[0, ]), "<tbody></tbody>", fixed = TRUE)
  expect_error(knitr::knit_print(x, n = -1), "`n`", class = "tritone_error_input")
})

test_that("results with a print of their own, and other documents, are printed", {
  news <- article_example()[1:10, ]
  context <- term_context(news, "bank")
  local_document("html")
  expect_output(knitr::knit_print(context), "tritone_term_context")
  expect_true(has_own_print(context))
  expect_false(has_own_print(tone_score("A good day.")))
  knitr::opts_knit$set(rmarkdown.pandoc.to = "latex")
  expect_output(knitr::knit_print(tone_score("A good day.")), "# tritone_tone_score: 1 row")
})

test_that("a knitted document shows every result without an error", {
  folder <- withr::local_tempdir()
  file <- file.path(folder, "all.Rmd")
  writeLines(c(
    "```{r}", "library(tritone)", "news <- article_example()[1:40, ]",
    "counts <- term_matrix(news, remove = term_stopwords(), min_docs = 3)",
    "fit <- topic_lda(counts, 3, seed = 1, iterations = 10)", "tone_score(news)",
    "term_frequency(counts, news$source)", "article_voices(news)", "topic_terms(fit)",
    "news", "article_check(news)", "fit", "tone_explain(news[1:2, ])", "```"
  ), file)
  withr::local_dir(folder)
  withr::local_options(list(tritone.threads = 1))
  local_document("html", folder)
  suppressMessages(knitr::knit(file, quiet = TRUE, envir = new.env()))
  made <- paste(readLines("all.md", encoding = "UTF-8"), collapse = "\n")
  expect_no_match(made, "## Error", fixed = TRUE)
  expect_identical(lengths(gregexpr("<div class=\"tritone-table\">", made, fixed = TRUE)), 5L)
  expect_match(made, "<div class=\"tone-explain\">", fixed = TRUE)
})

test_that("a report is a frame that holds the page", {
  folder <- withr::local_tempdir()
  file <- file.path(folder, "my report.html")
  news <- article_example()[1:12, ]
  news$title[[1L]] <- "```\n\"quoted\" <script>"
  report <- suppressMessages(article_report(news, file, k = 2))
  local_document("html", folder)
  shown <- knitted(report)
  expect_match(shown, "<iframe srcdoc=\"&lt;!DOCTYPE html&gt;", fixed = TRUE)
  expect_match(shown, "title=\"Report on 12 articles\"", fixed = TRUE)
  expect_match(shown, "height: 40rem", fixed = TRUE)
  expect_no_match(shown, "allow-same-origin", fixed = TRUE)
  # The frame is the only markup, and what it holds is the page as written.
  expect_identical(lengths(regmatches(shown, gregexpr("<", shown, fixed = TRUE))), 2L)
  held <- sub("\".*$", "", sub("^.*srcdoc=\"", "", shown))
  for (code in list(c("&#96;", "`"), c("&quot;", "\""), c("&lt;", "<"), c("&gt;", ">"),
    c("&amp;", "&"))) {
    held <- gsub(code[[1L]], code[[2L]], held, fixed = TRUE)
  }
  page <- paste(readLines(file, encoding = "UTF-8"), collapse = "\n")
  expect_identical(held, gsub("&#96;", "`", page, fixed = TRUE))

  low <- knitted(report, options = list(out.height = "300px"))
  expect_match(low, "height: 300px", fixed = TRUE)
  odd <- knitted(report, options = list(out.height = "1px; position: fixed"))
  expect_match(odd, "height: 40rem", fixed = TRUE)
  named <- knitted(report, options = list(embed = FALSE))
  expect_match(named, "<iframe src=\"my%20report.html\"", fixed = TRUE)
  expect_no_match(named, "srcdoc", fixed = TRUE)

  knitr::opts_knit$set(output.dir = withr::local_tempdir())
  hide <- function(lines) sub("\"/[^\"]*\"; it is \"/[^\"]*\"", "<folder>; it is <file>", lines)
  expect_snapshot(
    knitr::knit_print(report, options = list(embed = FALSE)), error = TRUE, transform = hide
  )
  unlink(file)
  expect_snapshot(knitr::knit_print(report), error = TRUE, transform = function(lines) {
    sub("\"/[^\"]*\"", "<file>", lines)
  })
  knitr::opts_knit$set(rmarkdown.pandoc.to = "latex")
  expect_output(knitr::knit_print(report), "# Report on 12 articles")
})
