# Saved web pages as newspapers of Halvera might publish them, all about one story.

story_title <- "Ferry to Skarn resumes after eleven days"
story_paragraphs <- c(
  paste0(
    "TARSK (HPA) \u2014 The ferry to Skarn sailed again on Thursday, eleven days after a storm ",
    "tore away its landing stage."
  ),
  paste0(
    "\u201cWe counted the potatoes twice a day,\u201d said Mirel Vost, who keeps the ",
    "island\u2019s only shop."
  ),
  paste0(
    "The port office said that repairs had cost 1.4 million tals, and that half of it would come ",
    "from the storm fund."
  ),
  paste0(
    "Col. Irena Tull of the Border Guard Command thanked the crews. Boats of the guard had ",
    "carried the post, she said, and one calf."
  )
)
story_text <- paste(story_paragraphs, collapse = "\n\n")
other_headlines <- c(
  "Bank of Halvera holds its rate", "Goat with two passports finds a home",
  "Barley falls for a third week", "Rovers lose at home, again"
)

tags <- function(tag, x, collapse = "\n") {
  paste0("<", tag, ">", x, "</", sub(" .*", "", tag), ">", collapse = collapse)
}

links <- function(x = other_headlines) sprintf("<a href=\"/%d.html\">%s</a>", seq_along(x), x)

# The pieces of a page around `body`.
page <- function(head, body, html = "<html lang=\"en\">") {
  paste0(
    "<!DOCTYPE html>\n", html, "\n<head>\n", paste(head, collapse = "\n"), "\n</head>\n<body>\n",
    paste(body, collapse = "\n"), "\n</body>\n</html>\n"
  )
}

# A file with this source in this encoding, removed after the test.
page_file <- function(source, encoding = "UTF-8", name = "page.html", mark = raw(),
                      env = parent.frame()) {
  path <- file.path(withr::local_tempdir(.local_envir = env), name)
  bytes <- if (is.raw(source)) source else iconv(enc2utf8(source), "UTF-8", encoding,
    toRaw = TRUE)[[1]]
  writeBin(c(mark, bytes), path)
  path
}

modern_page <- function(body = tags("p", story_paragraphs)) {
  page(
    c(
      "<meta charset=\"utf-8\">", tags("title", paste(story_title, "| The Border Ledger")),
      sprintf("<meta property=\"og:title\" content=\"%s\">", story_title),
      "<meta property=\"og:site_name\" content=\"The Border Ledger\">",
      "<meta property=\"article:published_time\" content=\"2021-12-03T07:15:00+01:00\">",
      "<meta property=\"article:section\" content=\"Coast\">",
      "<meta name=\"author\" content=\"Jana Kovel\">",
      "<link rel=\"canonical\" href=\"https://ledger.example/2021/12/03/ferry\">",
      "<script>var x = '<p>no text of ours.</p>' && 1 < 2;</script>",
      "<style>p { color: red }</style>"
    ),
    c(
      "<nav><ul>", tags("li", links(c("Home", "Coast", "Sport"))), "</ul></nav>",
      "<main><article><header>", tags("h1", story_title),
      "<p class=\"byline\">By Jana Kovel</p>",
      "<time datetime=\"2021-12-03T07:15:00+01:00\">3 December 2021</time></header>",
      paste0(
        "<figure><img src=\"ferry.jpg\" alt=\"A ferry.\"><figcaption>The ferry at Tarsk on ",
        "Thursday. It is white. (HPA)</figcaption></figure>"
      ),
      body,
      "<aside><h3>Related</h3><ul>", tags("li", links()), "</ul></aside>",
      "</article></main>",
      paste0(
        "<footer><p>\u00a9 2021 The Border Ledger. All rights reserved. Nothing here may be ",
        "reprinted.</p></footer>"
      ),
      paste0(
        "<div id=\"cookie-notice\"><p>We use cookies to give you the best page there is. Do you ",
        "agree to that?</p></div>"
      )
    )
  )
}
