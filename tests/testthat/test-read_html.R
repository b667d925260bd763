# Saved pages: the article without what is around it.

read_page <- function(...) {
  skip_if_not_installed("xml2")
  read_html(page_file(...))
}

# The record of a page is the story, to the letter.
expect_story <- function(read, title = story_title, date = "2021-12-03T07:15:00+01:00",
                         byline = "Jana Kovel", source = "The Border Ledger", text = story_text,
                         codes = character()) {
  records <- read$records
  expect_identical(records$title, title)
  expect_identical(records$text, text)
  expect_identical(records$date, date)
  expect_identical(records$more$byline, byline)
  expect_identical(records$source, source)
  expect_identical(read$problems$code, codes)
}

test_that("a modern page: article, metadata, figure, related stories, notices", {
  read <- read_page(modern_page())
  expect_story(read)
  expect_identical(read$records$more$url, "https://ledger.example/2021/12/03/ferry")
  expect_identical(read$records$more$section, "Coast")
  expect_identical(read$records$more$language, "en")
})

test_that("a classic page of nested tables, without any metadata", {
  body <- paste(
    paste0(
      "<table width=\"100%\"><tr><td colspan=3><img src=logo.gif alt=\"Ledger\"><font ",
      "size=1>Friday, December 3, 2021</font></td></tr>"
    ),
    "<tr><td width=120>", paste(links(), collapse = "<br>"), "</td><td><font face=Arial><h1>",
    story_title, "</h1><b>By Jana Kovel</b><br><br>",
    paste(story_paragraphs, collapse = "<br>\n<br>"),
    paste0(
      "</font></td><td width=160><b>Weather</b><br>Rain, and more of it. Winds from the north, it ",
      "is said.</td></tr>"
    ),
    paste0(
      "<tr><td colspan=3><font size=1>Copyright 2021 The Border Ledger. All rights ",
      "reserved.</font></td></tr></table>"
    )
  )
  read <- read_page(page(tags("title", paste("The Border Ledger -", story_title)), body, "<html>"))
  expect_identical(read$records$title, story_title)
  expect_identical(read$records$text, paste("By Jana Kovel", story_text, sep = "\n\n"))
  expect_identical(nrow(read$problems), 0L)
})

test_that("a blog's template with comments longer than the article", {
  comment <- paste(
    paste0(
      "I have lived on Skarn for sixty years and never saw such a thing, not even in the winter ",
      "of the"
    ),
    "great ice. My mother would have rowed. Somebody ought to write to the port office about it."
  )
  read <- read_page(page(
    c("<meta charset=utf-8>", tags("title", paste(story_title, "\u00bb Skarn Notes"))),
    c(
      paste0(
        "<div id=\"page\" class=\"has-sidebar comments-open\"><div id=\"header\"><p>Skarn Notes, ",
        "a blog from the edge. Since 2009.</p></div>"
      ),
      "<div id=\"content\"><div class=\"post type-post\"><h1 class=\"entry-title\">", story_title,
      "</h1>",
      paste0(
        "<div class=\"entry-meta\">Posted on <span class=\"date\">December 3, 2021</span> by <a ",
        "rel=\"author\" href=\"/mv\">Mirel Vost</a></div>"
      ),
      "<div class=\"entry-content\">", tags("p", story_paragraphs),
      "<div class=\"sharedaddy social\">",
      tags("p", "Share this with the other islands, if you please."), "</div></div></div>",
      "<div id=\"comments\"><h2>12 thoughts</h2><ol class=\"commentlist\">",
      tags("li class=\"comment\"><article", tags("p", rep(comment, 2))),
      tags("li><article", tags("p", rep(comment, 10))),
      "</ol></div></div>",
      paste0(
        "<div id=\"sidebar\"><h3>About</h3><p>Mirel Vost keeps the only shop on Skarn. She writes ",
        "when it rains.</p></div></div>"
      )
    )
  ))
  expect_story(read, date = "December 3, 2021", byline = "Mirel Vost", source = NA_character_)
})

test_that("a live page: all its entries", {
  entries <- sprintf(
    paste0(
      "<article class=\"post\"><h2>Entry %d</h2><time ",
      "datetime=\"2021-12-03T0%d:00\">0%d:00</time><p>%s</p></article>"
    ),
    1:4, 9:6, 9:6, story_paragraphs
  )
  read <- read_page(page(
    c(
      tags("title", story_title),
      paste0(
        "<script type=\"application/ld+json\">{\"@type\":\"LiveBlogPosting\",\"headline\":\"Ferry ",
        "to Skarn resumes after eleven days\",\"datePublished\":\"2021-12-03\",\"author\":[{\"name",
        "\":\"Jana Kovel\"},{\"name\":\"Petr Olm\"}],\"publisher\":{\"name\":\"Meridian ",
        "Wire\"}}</script>"
      )
    ),
    c("<nav>", links(), "</nav>", tags("h1", story_title), "<div class=\"live-blog\">", entries,
      "</div>")
  ))
  expect_story(
    read, date = "2021-12-03", byline = "Jana Kovel, Petr Olm", source = "Meridian Wire",
    text = paste0("Entry ", 1:4, "\n\n", story_paragraphs, collapse = "\n\n")
  )
})

test_that("the stub of a page for subscribers is read and reported", {
  read <- read_page(page(
    c(
      "<meta charset=utf-8>", tags("title", paste(story_title, "- Meridian Wire")),
      "<meta name=\"date\" content=\"2021-12-03\">",
      paste0(
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":f",
        "alse,\"headline\":\"Ferry\"}</script>"
      )
    ),
    c(
      "<article>", tags("h1", story_title), tags("p", story_paragraphs[1]),
      paste0(
        "<div class=\"paywall\"><p>Subscribe to read on. It costs less than a cup of tea, and ",
        "lasts longer.</p></div></article>"
      )
    )
  ))
  expect_identical(read$records$text, story_paragraphs[1])
  expect_identical(read$records$title, story_title)
  expect_identical(read$problems$code, "paywall")
})

test_that("a page whose text is in JSON-LD only", {
  body <- paste(story_paragraphs, collapse = "\\n\\n")
  graph <- paste0(
    paste0(
      "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},{\"",
      "@type\":[\"NewsArticle\"],"
    ),
    "\"headline\":\"", story_title,
    paste0(
      "\",\"datePublished\":\"2021-12-03T07:15:00Z\",\"author\":{\"@type\":\"Person\",\"name\":\"J",
      "ana Kovel\"},"
    ),
    "\"publisher\":{\"name\":\"The Border Ledger\"},\"articleBody\":\"", body, "\"}]}"
  )
  read <- read_page(page(
    c("<meta charset=utf-8>", "<title>Loading</title>",
      paste0("<script type='application/ld+json'>", graph, "</script>")),
    "<div id=\"app\"></div>"
  ))
  expect_story(read, date = "2021-12-03T07:15:00Z")
})

test_that("pages in windows-1252, UTF-16, ISO-8859-2, and of no declared encoding", {
  source <- modern_page()
  undeclared <- sub("<meta charset=\"utf-8\">", "", source, fixed = TRUE)
  declared <- function(name) sub("utf-8", name, source, fixed = TRUE)
  expect_story(read_page(undeclared))
  expect_story(read_page(undeclared, "windows-1252"), codes = "encoding")
  expect_story(read_page(declared("windows-1252"), "windows-1252"), codes = "encoding")
  expect_story(read_page(declared("iso-8859-1"), "windows-1252"), codes = "encoding")
  expect_story(read_page(declared("utf-16"), "UTF-16LE", mark = as.raw(c(0xff, 0xfe))),
    codes = "encoding")
  expect_story(read_page(declared("utf-16"), "UTF-16BE", mark = as.raw(c(0xfe, 0xff))),
    codes = "encoding")
  # Saved anew by an editor as UTF-8, with the old declaration.
  expect_story(read_page(declared("windows-1252")))
  polish <- modern_page(tags("p",
      c(story_paragraphs[3], "Jej wysoko\u015b\u0107 by\u0142a z\u0142a, powiedzia\u0142a.")))
  polish <- gsub("[\u201c\u201d\u2019\u2014\u00a9]", "'", polish)
  read <- read_page(sub("utf-8", "iso-8859-2", polish, fixed = TRUE), "ISO-8859-2")
  expect_match(read$records$text, "Jej wysoko\u015b\u0107 by\u0142a z\u0142a", fixed = TRUE)
  unknown <- read_page(sub("utf-8", "x-halveran", source, fixed = TRUE), "windows-1252")
  expect_identical(unknown$records$text, story_text)
  expect_true("encoding" %in% unknown$problems$code)
})

test_that("entities, white space, inline markup and line breaks", {
  read <- read_page(modern_page(c(
    paste0(
      "<p>Rain &amp; snow fell &mdash; <b>twice</b> <i>a day</i>&hellip; in <a ",
      "href=x>Tarsk</a>,\n   it was\tsaid.</p>"
    ),
    tags("p", story_paragraphs[2:4]),
    "<p>The port stays open.<br><br>So does the shop, at least on Skarn.</p>"
  )))
  expect_identical(read$records$text, paste(c(
    "Rain & snow fell \u2014 twice a day\u2026 in Tarsk, it was said.", story_paragraphs[2:4],
    "The port stays open.", "So does the shop, at least on Skarn."
  ), collapse = "\n\n"))
})

test_that("lists and tables are lines, headings and quotations paragraphs", {
  read <- read_page(modern_page(c(
    tags("p", story_paragraphs[1:2]), tags("h2", "What it carried"),
    "<ul>", tags("li", c("40 sacks of flour", "the post of eleven days")), "</ul>",
    "<table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>2</td></tr></table>",
    "<ol>", tags("li", c("load", "sail")), "</ol>",
    tags("blockquote", tags("p", "\u201cNobody starved,\u201d the mayor said later.")),
    tags("p", story_paragraphs[3:4])
  )))
  expect_identical(read$records$text, paste(c(
    story_paragraphs[1:2], "What it carried", "- 40 sacks of flour\n- the post of eleven days",
    "Day\tBoats\nMonday\t2", "1. load\n2. sail",
    "\u201cNobody starved,\u201d the mayor said later.",
    story_paragraphs[3:4]
  ), collapse = "\n\n"))
})

test_that("lines of the site between the paragraphs are left out", {
  read <- read_page(modern_page(c(
    tags("p", story_paragraphs[1]), "<div>Advertisement</div>", tags("p", story_paragraphs[2]),
    "<p>Read more: <a href=\"/2.html\">Goat with two passports finds a home</a></p>",
    tags("p", story_paragraphs[3:4]), "<h3>More from the coast</h3>",
    paste0("<div class=\"card\"><h4>", links(),
      "</h4><p>In short: it rained, and somebody said so.</p></div>"),
    "<div class=\"tags\"><a href=x>ferry</a> <a href=y>Skarn</a></div>"
  )))
  expect_story(read)
})

test_that("a contact line and the credit of an agency stay", {
  ends <- c("(Reporting by Petr Olm in Tarsk)", "Questions? Write to desk@ledger.example")
  read <- read_page(modern_page(tags("p", c(story_paragraphs, ends))))
  expect_story(read, text = paste(c(story_paragraphs, ends), collapse = "\n\n"))
})

test_that("a standfirst before the marked body belongs to the text", {
  read <- read_page(page(
    tags("title", story_title),
    c(
      "<article>", tags("h1", story_title),
      "<p class=\"standfirst\">An island has its boat back, and its news.</p>",
      "<div itemprop=\"articleBody\">", tags("p", story_paragraphs), "</div></article>"
    )
  ))
  expect_identical(
    read$records$text, paste("An island has its boat back, and its news.", story_text, sep = "\n\n")
  )
})

test_that("microdata and elements of the page give date and byline", {
  read <- read_page(page(
    c(tags("title", paste(story_title, "| Coast | Meridian Wire"))),
    c(
      tags("h1", "Meridian Wire"), "<div itemscope itemtype=\"http://schema.org/NewsArticle\">",
      tags("h2", story_title), "<span itemprop=\"author\">By Jana Kovel</span>",
      "<meta itemprop=\"datePublished\" content=\"2021-12-03\">", tags("p", story_paragraphs),
      "</div>"
    )
  ))
  expect_identical(read$records$date, "2021-12-03")
  expect_identical(read$records$more$byline, "Jana Kovel")
  classes <- read_page(page(
    tags("title", story_title),
    c(
      tags("h1", story_title),
      paste0(
        "<div class=\"byline\">By Jana Kovel</div><div class=\"publish-date\">Published: 3 Dec ",
        "2021, 07:15</div>"
      ),
      tags("p", story_paragraphs),
      "<div class=\"comment\"><time datetime=\"2022-01-01\">later</time></div>"
    )
  ))
  expect_story(classes, date = "Published: 3 Dec 2021, 07:15", source = NA_character_)
})

test_that("pages without an article keep their row and are reported", {
  none <- function(source, ...) {
    read <- read_page(source, ...)
    expect_length(read$records$text, 1L)
    expect_identical(read$records$text, NA_character_)
    expect_identical(read$problems$record, rep(1L, nrow(read$problems)))
    read$problems$code
  }
  front <- page(tags("title", "The Border Ledger"), c(
    "<div>", paste0("<div class=\"item\"><h2>", links(), "</h2><p>It rained.</p></div>"), "</div>"
  ))
  expect_identical(none(front), "no_article")
  expect_identical(none(page(tags("title", "404"), tags("h1", "Not found"))), "no_article")
  frames <- paste0(
    "<html><head><title>Ledger</title></head><frameset cols=\"20%,80%\"><frame src=a.html><frame ",
    "src=b.html></frameset></html>"
  )
  expect_identical(none(frames), "frames")
  expect_identical(none(raw()), "empty")
  expect_identical(none("  \n\t "), "empty")
  expect_identical(none(as.raw(c(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 7, 200, 201, 0, 1))),
    "binary")
  expect_identical(none("<"), c("no_article", "cut_off"))
})

test_that("truncated, deeply nested and broken pages do no harm", {
  source <- modern_page()
  cut <- substr(source, 1, regexpr("Col. Irena", source) + 60L)
  read <- read_page(paste0(cut, "<a hre"))
  expect_match(read$records$text, "^TARSK \\(HPA\\)")
  expect_true("cut_off" %in% read$problems$code)
  deep <- paste0(strrep("<div>", 5000), tags("p", paste(story_paragraphs, collapse = " ")))
  expect_match(read_page(deep)$records$text, "^TARSK")
  broken <- paste0("<p>", story_paragraphs, "<b><i></p></b>", collapse = "")
  expect_identical(gsub("\\s+", " ", read_page(broken)$records$text), gsub("\\s+", " ", story_text))
  set.seed(3)
  pieces <- c("<", ">", "</", "<p", "<![CDATA[", "]]>", "<!--", "&#x", "&amp;", "\"", "'", "=",
    "a ", "<td>", "<li>", "<br>", "<h1>", "<script>")
  for (i in 1:60) {
    soup <- paste(sample(pieces, 200, replace = TRUE), collapse = "")
    read <- read_page(soup)
    expect_length(read$records$title, 1L)
  }
})

test_that("the core takes any string for a page", {
  for (page in c("", "<", "<a", "</a>", "<a b='", "<![CDATA[", "<!--", "&", "&#99999999;",
      "<p>x</q></p>")) {
    expect_length(read_html_core(page)$text, 1L)
  }
})

test_that("pages are read by article_read(), with dates from metadata, address or text", {
  skip_if_not_installed("xml2")
  root <- withr::local_tempdir()
  write_page <- function(source, name) writeBin(charToRaw(enc2utf8(source)), file.path(root, name))
  write_page(modern_page(), "a.html")
  write_page(sub("<meta property=\"article:published_time\"[^>]*>", "",
      gsub("<time.*?</time>", "", modern_page())), "b.htm")
  write_page("<html><body>Nothing</body></html>", "c.html")
  expect_message(news <- article_read(root), "1 of 3 files gave no article")
  expect_identical(news$doc_id, c("a", "b", "c"))
  expect_identical(news$text, c(story_text, story_text, NA))
  expect_identical(news$byline, c("Jana Kovel", "Jana Kovel", NA))
  expect_identical(news$date, as.Date(c("2021-12-03", "2021-12-03", NA)))
  expect_identical(news$date_basis, c("metadata", "address", NA))
  expect_identical(article_dates(news)$basis, c("metadata", "address", NA))
})
