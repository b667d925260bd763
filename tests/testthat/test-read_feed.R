# Feeds: RSS, RDF and Atom.

read_feed_file <- function(xml, name = "feed.rss", ..., env = parent.frame()) {
  skip_if_not_installed("xml2")
  suppressMessages(article_read(text_file(xml, name, env), ...))
}

rss <- function(items, head = "<?xml version=\"1.0\"?>") {
  paste0(
    head, "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" ",
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\">",
    "<channel><title>Ledger</title>", items, "</channel></rss>"
  )
}

test_that("RSS 2.0 under any ending", {
  xml <- rss(paste0(
    "<item><title>Ferry runs</title><pubDate>Fri, 03 Dec 2021 10:00:00 GMT</pubDate>",
    "<description>The ferry ran again.</description></item>",
    "<item><title>Barley falls</title><description>It fell.</description></item>"
  ))
  for (name in c("feed.rss", "feed.xml", "feed.atom", "feed", "feed.rss.txt.unknown")) {
    news <- read_feed_file(xml, name)
    expect_identical(news$title, c("Ferry runs", "Barley falls"), info = name)
    expect_identical(news$text, c("The ferry ran again.", "It fell."), info = name)
    expect_identical(news$date, as.Date(c("2021-12-03", NA)), info = name)
    expect_identical(news$source, c("Ledger", "Ledger"), info = name)
  }
})

test_that("full content, CDATA, entities and several categories", {
  news <- read_feed_file(rss(paste0(
    "<item><title><![CDATA[Ferry &amp; mill]]></title><media:title>Photo</media:title>",
    "<guid>a1</guid><link>https://example.org/a1</link><dc:creator>Ann Ode</dc:creator>",
    "<category>World</category><category>Sea</category><dc:date>2021-12-03T10:00:00Z</dc:date>",
    "<description>In short.</description><content:encoded><![CDATA[<p>It ran&nbsp;again.</p>",
    "<p>\u201cLate\u201d, she said.</p>]]></content:encoded></item>",
    "<item><title>Caf&eacute;</title><description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;",
    "</description></item>"
  )))
  expect_identical(news$title, c("Ferry & mill", "Caf\u00e9"))
  expect_identical(news$doc_id, c("a1", "feed.2"))
  expect_identical(news$text[[2L]], "One.\n\nTwo.")
  expect_match(news$text[[1L]], "^It ran.again[.]\n\n\u201cLate\u201d, she said[.]$")
  expect_identical(news$section, c("World; Sea", NA))
  expect_identical(news$byline, c("Ann Ode", NA))
  expect_identical(news$url[[1L]], "https://example.org/a1")
  expect_identical(news$summary, c("In short.", NA))
  expect_identical(news$date, as.Date(c("2021-12-03", NA)))
})

test_that("RSS 1.0 and Atom", {
  rdf <- paste0(
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" ",
    "xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">",
    "<channel><title>Ledger</title></channel><item><title>Ferry runs</title><link>https://a.b/1",
    "</link><description>It ran.</description><dc:date>2021-12-03</dc:date></item></rdf:RDF>"
  )
  news <- read_feed_file(rdf, "feed.rdf")
  expect_identical(c(news$title, news$text, news$source), c("Ferry runs", "It ran.", "Ledger"))
  expect_identical(news$date, as.Date("2021-12-03"))
  atom <- paste0(
    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Ledger</title><entry><title type=\"html\">",
    "Ferry &amp;amp; mill</title><id>urn:1</id><link rel=\"self\" href=\"x\"/><link ",
    "rel=\"alternate\" href=\"https://a.b/1\"/><updated>2021-12-04T00:00:00Z</updated><published>",
    "2021-12-03T10:00:00Z</published><author><name>Ann Ode</name><email>a@b.c</email></author>",
    "<category term=\"Sea\"/>",
    "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>It ran.</p><p>",
    "Late.</p></div></content></entry>",
    "<entry><title>Rain</title><id>urn:2</id><summary>It rained.</summary>",
    "<updated>2021-12-04T00:00:00Z</updated></entry></feed>"
  )
  news <- read_feed_file(atom, "feed.xml")
  expect_identical(news$title, c("Ferry & mill", "Rain"))
  expect_identical(news$text, c("It ran.\n\nLate.", "It rained."))
  expect_identical(news$doc_id, c("urn:1", "urn:2"))
  expect_identical(news$url[[1L]], "https://a.b/1")
  expect_identical(news$byline[[1L]], "Ann Ode")
  expect_identical(news$section[[1L]], "Sea")
  expect_identical(news$date, as.Date(c("2021-12-03", "2021-12-04")))
})

test_that("a feed in another encoding", {
  skip_if_not_installed("xml2")
  text <- language_texts()$Russian$text
  item <- sprintf(
    "<item><title>%s</title><description>%s</description></item>", text[[1L]], text[[2L]]
  )
  declared <- rss(item, "<?xml version=\"1.0\" encoding=\"windows-1251\"?>")
  news <- suppressMessages(article_read(encoded_file(declared, "windows-1251", "feed.rss")))
  expect_identical(c(news$title, news$text), text[1:2])
  guessed <- suppressMessages(article_read(encoded_file(rss(item), "KOI8-R", "feed.rss")))
  expect_identical(c(guessed$title, guessed$text), text[1:2])
})

test_that("what is no feed, or a broken one, is said so", {
  said <- function(xml, name = "feed.xml") article_problems(read_feed_file(xml, name))
  cut <- rss("<item><title>A</title><description>B.</description></item>")
  cut <- sub("</channel></rss>", "", cut, fixed = TRUE)
  expect_identical(read_feed_file(cut)$text, "B.")
  expect_identical(read_feed_file(paste0(cut, "<item><title>C</ti"))$text, "B.")
  expect_snapshot({
    said(rss(""))[c("code", "detail")]
    said("<urlset><url>x</url></urlset>")[c("code", "detail")]
    said("no xml")[c("code", "detail")]
    said("")[c("code", "detail")]
    said(cut)[c("code", "detail")]
    article_problems(suppressMessages(article_read(encoded_file(rss(
      "<item><title>A</title><description>\u043f\u0430\u0440\u043e\u043c</description></item>",
      "<?xml version=\"1.0\" encoding=\"windows-1251\"?>"
    ), "windows-1251", "feed.rss"))))[c("code", "detail")]
  })
})

test_that("an item without a description keeps its text, and UTF-8 is read as such", {
  news <- read_feed_file(rss(paste0(
    "<item><title>A</title><media:description>It ran at noon.</media:description></item>",
    "<item><title>B</title><media:group><media:description>It fell.</media:description>",
    "</media:group></item>",
    "<item><title>C</title><story>The mill shut on Monday and never opened.</story></item>",
    "<item><title>D</title><link>https://x.example/a-b-c</link></item>"
  )))
  expect_identical(
    news$text, c("It ran at noon.", "It fell.", "The mill shut on Monday and never opened.", "")
  )
  news <- read_feed_file(rss(
    "<item><title>\u0424</title><description>\u041f\u0430\u0440\u043e\u043c.</description></item>",
    "<?xml version=\"1.0\" encoding=\"windows-1251\"?>"
  ))
  expect_identical(news$text, "\u041f\u0430\u0440\u043e\u043c.")
})
