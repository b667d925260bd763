# Pages that Europresse saves.

europresse_article_page <- function(title, header, ..., author = NULL, more = "",
                               source = "La Gazette, no. 5968") {
  paste0(
    "<article><header><span class=\"DocPublicationName\">", source, "</span>",
    "<span class=\"DocHeader\">", header, "</span>",
    "<div class=\"titreArticle\"><p class=\"titreArticleVisu\">", title, "</p></div>",
    if (!is.null(author)) paste0("<p class=\"sm-margin-bottomNews\">", author, "</p>"),
    "</header><section><div class=\"docOcurrContainer\">",
    paste0("<p>", c(...), "</p>", collapse = ""),
    "</div></section>", more, "<footer><small>\u00a9 2006 La Gazette. Tous droits.</small>",
    "<div>news\u00b720060314\u00b7LG\u00b7030501</div></footer></article>"
  )
}

read_page_file <- function(...) {
  path <- text_file(paste0("<html><body>", ..., "</body></html>"), "a.html")
  suppressMessages(article_read(path))
}

test_that("many articles, their headers in any order", {
  skip_if_not_installed("xml2")
  news <- read_page_file(
    europresse_article_page("Le <mark>bac</mark> reprend", "Politique, mardi 14 mars 2006, p. 16",
      "Le <mark>bac</mark> a repris.", "Il paie.", author = "Jana Kovel",
      more = "<aside>Une photo du bac.</aside>"),
    europresse_article_page("Barley falls", "Tuesday, March 14, 2006, Markets", "Barley fell."),
    europresse_article_page("L\u2019orge baisse", "mercredi 15 mars 2006",
      "<br>L\u2019orge baisse.<br>Encore.<br>"),
    europresse_article_page("Une image", "15 mars 2006, p. 3", "")
  )
  expect_identical(
    news$title, c("Le bac reprend", "Barley falls", "L\u2019orge baisse", "Une image")
  )
  expect_identical(
    news$text,
    c("Le bac a repris.\n\nIl paie.", "Barley fell.", "L\u2019orge baisse.\n\nEncore.", "")
  )
  expect_identical(
    as.character(news$date), c("2006-03-14", "2006-03-14", "2006-03-15", "2006-03-15")
  )
  expect_identical(news$source, rep("La Gazette", 4L))
  expect_identical(news$byline, c("Jana Kovel", NA, NA, NA))
  expect_identical(news$section, c("Politique", "Markets", NA, NA))
  expect_identical(news$page, c("p. 16", NA, NA, "p. 3"))
  expect_identical(news$form, rep("europresse-page", 4L))
  expect_identical(article_problems(news)$code, "empty")
})

test_that("older pages, in tables, and a page of another kind", {
  skip_if_not_installed("xml2")
  old <- function(title, text) {
    paste0(
      "<table><tr><td><span class=\"DocPublicationName\">La Gazette</span></td></tr><tr><td>",
      "<span class=\"DocHeader\">Politique, </span><span class=\"DocHeader\">mardi 14 mars 2006",
      "</span></td></tr><tr><td><span class=\"TitreArticleVisu\">", title, "</span></td></tr>",
      "<tr><td><div class=\"DocText\"><p>", text, "</p></div></td></tr></table>"
    )
  }
  news <- read_page_file(old("Le bac reprend", "Le bac a repris."), old("L'orge", "Elle baisse."))
  expect_identical(news$title, c("Le bac reprend", "L'orge"))
  expect_identical(news$text, c("Le bac a repris.", "Elle baisse."))
  expect_identical(as.character(news$date), rep("2006-03-14", 2L))
  expect_identical(news$section, rep("Politique", 2L))
  one <- read_page_file(old("Le bac reprend", "Le bac a repris."))
  expect_identical(one$title, "Le bac reprend")
  expect_null(read_europresse_page("<p>titreArticle DocHeader</p>", form_problems()))
})
