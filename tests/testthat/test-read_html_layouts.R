# Pages by the layouts of many systems, whose names and tags mislead: the article is read,
# all of it and nothing else.

read_layout <- function(body, head = NULL, ...) {
  skip_if_not_installed("xml2")
  read_html(page_file(page(c("<meta charset=utf-8>", tags("title", story_title), head), body, ...)))
}

long_paragraphs <- c(
  story_paragraphs,
  "The mayor of Skarn said that nobody had starved. The goats, he added, had eaten better than he.",
  paste0(
    "Engineers drove twelve piles of oak into the bed of the harbour. They expect the new stage ",
    "to last for forty years, or until the next storm of this kind."
  ),
  "Tickets cost what they did before. Islanders travel free until Sunday, the port office said."
)
long_text <- paste(long_paragraphs, collapse = "\n\n")
paragraphs <- tags("p", long_paragraphs)

div <- function(class, ...) {
  paste0("<div class=\"", class, "\">", paste0(..., collapse = ""), "</div>")
}
cookie_box <- div(
  "cookie-consent",
  "<p>We and our 812 partners use cookies to measure what you read. You can say no to that.</p>",
  "<p>Cookies are small files. They are kept on your machine until they are deleted by you.</p>"
)
newsletter <- div("newsletter-box",
  "<p>Get the news of the coast every morning. Sign up for our letter, which is free.</p>")
related <- div("related",
  "<h3>Related</h3><p><a href=/1>Barley falls for a third week. It rained, too.</a></p>")
footer <- paste0(
  "<footer><p>\u00a9 2021 The Border Ledger. All rights reserved. Nothing may be reprinted.</p>",
  "</footer>"
)
around <- function(...) {
  c("<nav>", links(), "</nav>", cookie_box, tags("h1", story_title), ..., newsletter, related,
    footer)
}
comment <- "I have lived here for sixty years and never saw such a thing. Somebody ought to write."
thread <- function(n, item = "div class=\"comment\"") {
  paste0("<section id=\"comments\"><h2>Comments</h2>",
    tags(item, rep(paste(comment, comment), n)), "</section>")
}

expect_article <- function(read, text = long_text, label = NULL) {
  expect_identical(read$records$text, text, label = label)
}

test_that("the container of the article has the name of an aside", {
  for (class in c("sidebar", "page-with-sidebar", "aside", "share-content", "promo", "comment",
      "comments-section", "related-content", "widget-text", "social", "popular", "teaser-full",
      "newsletter-article", "subscribe-wall", "paywall", "modal-body", "banner", "tags-page",
      "post-meta-content", "caption-block", "ads-wrapper", "gdpr-ok", "consent-given", "login-area",
      "trending__item", "menuContent", "masthead", "nav-content", "pager", "read-more-body")) {
    expect_article(read_layout(around(div(class, paragraphs))), label = class)
    expect_article(read_layout(around(div("row", div(class, div("inner", paragraphs))))),
      label = class)
  }
})

test_that("the container of the article is an aside, a form, hidden or a dialog", {
  for (open in c("aside", "form action=\"x\"", "div hidden", "div style=\"display: none\"",
      "div aria-hidden=\"true\"", "section role=\"complementary\"", "div role=\"dialog\"",
      "div role=\"alert\"")) {
    expect_article(read_layout(around(tags(open, paragraphs))), label = open)
  }
})

test_that("a page builder that makes a widget of each paragraph", {
  widgets <- paste0(vapply(long_paragraphs, function(x) {
    div("elementor-widget widget-text", div("widget-container", tags("p", x)))
  }, ""), collapse = "")
  expect_article(read_layout(around(div("section", widgets))))
})

test_that("comments longer than the article, with and without names", {
  for (item in c("div class=\"comment\"", "li class=\"comment odd\"", "article class=\"reply\"")) {
    expect_article(read_layout(around(div("story", paragraphs), thread(30, item))), label = item)
  }
  expect_article(read_layout(around(
    tags("article", paragraphs), div("comments-area", tags("p", rep(comment, 40)))
  )))
  expect_article(read_layout(around(
    div("body-copy", paragraphs), div("disqus", tags("p", rep(comment, 40)))
  )))
})

test_that("cookie notices and letters longer than the article", {
  long_notice <- div("consent-layer", tags("p", rep(
    "Cookies are small files of text that pages keep on your machine. You may refuse them all.", 30
  )))
  expect_article(read_layout(c(long_notice, around(div("story", paragraphs)))))
  expect_article(read_layout(around(div("story", paragraphs), long_notice)))
  read <- read_layout(c("<h1>Film</h1>", long_notice))
  expect_identical(read$problems$code, "no_article")
})

test_that("boxes and related links between the paragraphs", {
  half <- function(i) tags("p", long_paragraphs[i])
  boxes <- list(
    related, newsletter, "<aside><p>Read our guide to the islands. It is new.</p></aside>",
    div("ad", "<p>Buy oats. They are good oats, and cheap.</p>"),
    "<p><a href=/3>See also: Goat with two passports finds a home</a></p>",
    "<figure><img src=x><figcaption>The ferry at Tarsk. It is white.</figcaption></figure>",
    "<ul class=\"related-list\"><li><a href=/1>Barley falls</a></li></ul>",
    "<div class=\"video-player\"><video><p>Your machine cannot play this. Sorry.</p></video></div>"
  )
  for (box in boxes) {
    expect_article(
      read_layout(around(tags("article", paste0(half(1:3), box, half(4:7))))), label = box
    )
  }
})

test_that("an article in several parts with something between them", {
  parts <- paste0(
    div("text-block", tags("p", long_paragraphs[1:6])), div("ad", "Advertisement"),
    div("text-block", tags("p", long_paragraphs[7]))
  )
  expect_article(read_layout(around(div("story", parts))))
})

test_that("the beginning in an element of its own that is called a teaser", {
  parts <- paste0(
    div("teaser-content", tags("p", long_paragraphs[1:2])),
    div("remainder-content", tags("p", long_paragraphs[3:7]))
  )
  expect_article(read_layout(around(tags("article", parts))))
})

test_that("several articles on a page: entries of one, or other stories", {
  entry <- sprintf("<article><h2>%d:00</h2><p>%s</p></article>", seq_along(long_paragraphs),
    long_paragraphs)
  entries <- paste0(
    "<div class=\"live\"><article><p>", paste(long_paragraphs[1:4], collapse = " "),
    "</p></article><article><p>", long_paragraphs[5], "</p></article><article><p>",
    long_paragraphs[6], "</p></article><article><p>", long_paragraphs[7], "</p></article></div>"
  )
  expect_article(read_layout(around(entries)), paste(
    c(paste(long_paragraphs[1:4], collapse = " "), long_paragraphs[5:7]), collapse = "\n\n"
  ))
  expect_match(read_layout(around(div("live", paste0(entry, collapse = ""))))$records$text,
    "Islanders travel free", fixed = TRUE)
  next_story <- paste0(
    "<article><h1>Barley falls</h1>", tags("p", c(comment, comment)), "</article>"
  )
  expect_article(read_layout(c(
    "<article>", tags("h1", story_title), paragraphs, "</article>", next_story
  )))
})

test_that("paragraphs that are lines, in cells of a table, in lists", {
  breaks <- paste(long_paragraphs, collapse = "<br><br>\n")
  expect_article(read_layout(around(div("sidebar-main", breaks))))
  cells <- paste0("<table><tr><td>", paste(links(), collapse = "<br>"),
    "</td><td class=\"related\">", paragraphs, "</td></tr></table>")
  expect_article(read_layout(around(cells)))
  items <- c("40 sacks of flour", "the post of eleven days", "one calf, which was seasick")
  listed <- paste0(paragraphs, "<ul>", tags("li", items), "</ul>",
    tags("p", "It took two hours to unload. The calf walked ashore by itself."))
  expect_article(read_layout(around(tags("article", listed))), paste(
    c(long_paragraphs, paste("-", items, collapse = "\n"),
      "It took two hours to unload. The calf walked ashore by itself."), collapse = "\n\n"
  ))
})

test_that("tables stay, also in a figure; captions and pictures go", {
  table <- paste0(
    "<figure class=\"wp-block-table\"><table><tr><th>Day</th><th>Boats</th></tr><tr>",
    "<td>Monday</td><td>2</td></tr></table>",
    "<figcaption>Boats by day. Source: port office.</figcaption></figure>"
  )
  text <- paste0(tags("p", long_paragraphs[1:3]), table, tags("p", long_paragraphs[4:7]))
  expect_article(read_layout(around(tags("article", text))), paste(
    c(long_paragraphs[1:3], "Day\tBoats\nMonday\t2", long_paragraphs[4:7]), collapse = "\n\n"
  ))
})

test_that("a pull quote that repeats the text is left out, another one stays", {
  quote <- function(x) paste0("<blockquote class=\"pull-quote\"><p>", x, "</p></blockquote>")
  with_quote <- function(x) {
    read_layout(around(tags("article", paste0(
      tags("p", long_paragraphs[1:3]), quote(x), tags("p", long_paragraphs[4:7])
    ))))
  }
  expect_article(with_quote("We counted the potatoes twice a day"))
  expect_match(with_quote("\u201cI rowed,\u201d she wrote.")$records$text, "I rowed", fixed = TRUE)
})

test_that("accelerated pages: elements of their own", {
  body <- c(
    "<amp-sidebar id=\"menu\"><p>All our islands. Choose one of them, please.</p></amp-sidebar>",
    "<amp-consent><p>We use cookies. Do you agree to all of them?</p></amp-consent>",
    tags("h1", story_title), "<div class=\"amp-wp-article-content\">",
    "<amp-img src=x></amp-img>", paragraphs, "</div>",
    "<amp-social-share type=\"x\"></amp-social-share>", footer
  )
  expect_article(read_layout(body, html = "<html amp lang=\"en\">"))
})

test_that("the text of subscribers in an element of the offer's name", {
  json <- paste0(
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"", story_title,
    "\",\"isAccessibleForFree\":false,\"hasPart\":{\"@type\":\"WebPageElement\",",
    "\"isAccessibleForFree\":false,\"cssSelector\":\".paywall\"}}</script>"
  )
  body <- tags("article", paste0(
    tags("p", long_paragraphs[1:5]), div("paywall", tags("p", long_paragraphs[6:7]))
  ))
  expect_article(read_layout(around(body), json))
})

test_that("text that a script would show: noscript, template, hidden", {
  for (tag in c("noscript", "template")) {
    expect_article(
      read_layout(c("<div id=\"root\"></div>", tags(tag, paste0("<h2>x</h2>", paragraphs)))),
      paste(c("x", long_paragraphs), collapse = "\n\n"), label = tag
    )
  }
  read <- read_layout(c(
    "<div id=\"root\"></div>",
    "<noscript><p>This page needs scripts. Please switch them on.</p></noscript>"
  ))
  expect_identical(read$problems$code, "no_article")
})

test_that("the text in JSON-LD is taken where the page shows another or none", {
  json <- paste0(
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"", story_title,
    "\",\"articleBody\":\"", paste(gsub("\"", "", long_paragraphs), collapse = "\\n\\n"),
    "\"}</script>"
  )
  expect_article(read_layout(around("<div id=\"root\"></div>"), json))
  other <- tags("article", tags("p", rep(paste(comment, comment, comment), 4)))
  expect_article(read_layout(around(other), json))
  # The page itself is better than a text without paragraphs.
  flat <- gsub("\\\\n\\\\n", " ", json)
  expect_article(read_layout(around(tags("article", paragraphs)), flat))
})

test_that("languages with other marks, and without any, are read", {
  hindi <- paste(rep("\u0938\u0930\u0915\u093e\u0930 \u0928\u0947 \u0915\u0939\u093e\u0964", 12),
    collapse = " ")
  chinese <- strrep("\u6e21\u8f6e\u6062\u590d\u4e86\uff01", 20)
  thai <- strrep("\u0e40\u0e23\u0e37\u0e2d\u0e01\u0e25\u0e31\u0e1a\u0e21\u0e32", 20)
  for (text in c(hindi, chinese, thai)) {
    expect_article(read_layout(around(div("sidebar", tags("p", c(text, text))))),
      paste(text, text, sep = "\n\n"))
  }
})
