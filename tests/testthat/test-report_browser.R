# The page of article_report() against its articles: titles, ids and sources that try to turn its
# numbers round, to close its tags or to run a script. By value, and in a browser if there is one.

hostile_articles <- function() {
  news <- sample_articles()[1:8, ]
  news$title[1] <- "\u202e21.0 nwod lla\u202d"
  news$title[2] <- "\u2069\u202eout of its isolate"
  news$title[3] <- "<script>document.title='run'</script><img src=x onerror=\"alert(1)\">"
  news$title[4] <- "\u05e9\u05dc\u05d5\u05dd 12 \u05d4\u05e2\u05d5\u05dc\u05dd"
  news$title[5] <- "\" style=\"position:fixed"
  news$title[6] <- NA
  news$doc_id[6] <- "</bdi></td><b>x"
  news$source <- rep(c("\u202eGazette", "\u0627\u0644\u062c\u0631\u064a\u062f\u0629"), each = 4)
  news$text <- sub("\n\n", "\n\n\u202eA terrible flood killed 12 people. ", news$text, fixed = TRUE)
  news
}

page_of_hostile <- function(...) {
  file <- withr::local_tempfile(fileext = ".html")
  suppressMessages(article_report(hostile_articles(), file, k = 2, title = "News \u202e2021", ...))
  paste(readLines(file, encoding = "UTF-8"), collapse = "\n")
}

test_that("every string from articles is isolated, and none sets a direction of its own", {
  page <- page_of_hostile()
  expect_no_match(page, "[\u202a-\u202e\u2066\u2067]", perl = TRUE)
  expect_match(
    page, "<bdi>21.0 nwod lla</bdi></a> \u00b7 <bdi>Gazette</bdi>, 14 January", fixed = TRUE
  )
  expect_match(page, "<bdi>out of its isolate</bdi>", fixed = TRUE)
  expect_match(page, "<h1><bdi>News 2021</bdi></h1>", fixed = TRUE)
  expect_match(page, "<title>\u2068News 2021\u2069</title>", fixed = TRUE)
  expect_match(page, ", \u2068Gazette\u2069: ", fixed = TRUE)
  expect_match(page, "<li><bdi>A terrible flood killed 12 people.</bdi><cite>", fixed = TRUE)
  # Nothing from an article is outside: without what is isolated no title and no source is left.
  rest <- gsub("(?s)<(style|script)>.*?</\\1>", "", page, perl = TRUE)
  rest <- gsub("(?s)<bdi>.*?</bdi>|\u2068[^\u2069]*\u2069", "", rest, perl = TRUE)
  expect_no_match(rest, "Gazette|nwod|isolate|\u0627|\u05e9|flood|position:fixed\"")
  # Terms too: in tables, names of topics and labels for those who cannot see the page.
  terms <- colnames(suppressMessages(term_matrix(hostile_articles(), remove = term_stopwords())))
  common <- terms[nchar(terms) > 6L][1:5]
  expect_length(common, 5L)
  body <- sub("(?s)^.*?<main>", "", rest, perl = TRUE)
  expect_false(any(vapply(common, grepl, NA, x = body, fixed = TRUE)))
})

test_that("nothing on the page runs or loads but its own style and script", {
  page <- page_of_hostile()
  expect_no_match(page, "<img|<link|<iframe| style=\"| on[a-z]+=\"[^\"]*\"[ >]")
  # The script, and data for it.
  scripts <- regmatches(page, gregexpr("<script[^>]*>", page))[[1L]]
  expect_setequal(scripts, c("<script>", "<script type=\"application/json\" id=\"shift-data\">"))
})

# The places of the characters of the last text of each line on where a quotation is from: they
# must rise from left to right within a line.
measure <- "<script>
  let turned = 0, seen = 0;
  document.querySelectorAll('.quotes cite').forEach(line => {
    const text = line.lastChild;
    let before = null;
    for (let i = 0; i < text.length; ++i) {
      const range = document.createRange();
      range.setStart(text, i); range.setEnd(text, i + 1);
      const at = range.getBoundingClientRect();
      if (before && at.top === before.top && at.left < before.left) ++turned;
      before = at; ++seen;
    }
  });
  document.title = 'seen ' + (seen > 20) + ', turned ' + turned;
</script><p style=\"color:red\">x</p></body>"

test_that("in a browser no title turns numbers round, and a script that got in does not run", {
  skip_on_cran()
  page <- page_of_hostile()
  inside <- sub("</body>", measure, page, fixed = TRUE)
  refused <- browse(inside)
  expect_match(refused$page, "<title>\u2068News 2021\u2069</title>", fixed = TRUE)
  # Two things are refused, the script and the style that got in: the page's own style is not.
  expect_length(gregexpr("Content Security Policy directive", refused$said)[[1L]], 2L)
  # Without its policy the page runs the script, which measures it.
  free <- function(page) sub("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", page)
  expect_match(browse(free(inside))$page, "<title>seen true, turned 0</title>", fixed = TRUE)
  # The measure notices a number that is turned round.
  bare <- gsub("</?bdi>", "", inside)
  bare <- gsub("21.0 nwod lla", "\u202e21.0 nwod lla", bare, fixed = TRUE)
  expect_match(browse(free(bare))$page, "<title>seen true, turned [1-9][0-9]*</title>")
})

# A script that got in, with what it finds as the page's title. The policy of the page would
# refuse it.
tried <- function(page, script, ...) {
  page <- sub("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", page)
  page <- sub("</body>", paste0("<script>", script, "</script></body>"), page, fixed = TRUE)
  found <- browse(page, ...)
  title <- sub("(?s)^.*?<title>(.*?)</title>.*$", "\\1", found$page, perl = TRUE)
  list(title = title, said = found$said)
}

test_that("in a browser figures open their evidence, and the list is searched and sorted", {
  skip_on_cran()
  news <- sample_articles()[1:12, ]
  news$source <- rep(c("Gazette", "Post", "Herald"), 4)
  file <- withr::local_tempfile(fileext = ".html")
  suppressMessages(article_report(news, file, k = 3))
  page <- paste(readLines(file, encoding = "UTF-8"), collapse = "\n")
  script <- "
    const log = [], pane = document.getElementById('pane');
    const say = (name, value) => log.push(name + '=' + value);
    const key = name => document.dispatchEvent(
      new KeyboardEvent('keydown', {key: name, bubbles: true}));
    const shown = () => document.querySelectorAll('#list tbody tr:not([hidden])').length;
    const set = (id, value, event) => {
      const field = document.getElementById(id);
      field.value = value;
      field.dispatchEvent(new Event(event, {bubbles: true}));
    };
    say('hidden', pane.hidden);
    const figure = document.querySelector('main a.n[href^=\"#ev-\"]');
    figure.focus();
    figure.click();
    say('open', !pane.hidden && pane.querySelectorAll('.evidence li').length > 0);
    say('focus', document.activeElement.tagName);
    pane.querySelector('a[href^=\"#a-\"]').click();
    say('article', pane.querySelectorAll('.read p').length > 1);
    say('row', document.querySelectorAll('tr[aria-current]').length);
    key('Escape');
    say('back', pane.querySelectorAll('.evidence').length);
    key('Escape');
    say('closed', pane.hidden && document.activeElement === figure);
    say('all', shown());
    set('f-s', '1', 'change');
    say('source', shown() + ' ' + document.getElementById('f-count').textContent);
    set('f-s', '', 'change');
    set('f-q', 'no such word anywhere', 'input');
    say('none', shown());
    set('f-q', '', 'input');
    set('f-from', '2021-03-01', 'change');
    say('from', shown());
    set('f-from', '', 'change');
    const words = [...document.querySelectorAll('#list th button')].find(
      button => button.textContent === 'Words');
    words.click();
    const values = [...document.querySelectorAll('#list td[data-l=Words]')].map(
      td => Number(td.dataset.v));
    say('sorted', values.every((v, i) => i === 0 || values[i - 1] <= v) &&
      words.parentNode.getAttribute('aria-sort'));
    say('wide', document.documentElement.scrollWidth <= innerWidth);
    document.title = log.join('; ');"
  from <- sum(news$date >= as.Date("2021-03-01"))
  expected <- paste0(
    "hidden=true; open=true; focus=H3; article=true; row=1; back=1; closed=true; all=12; ",
    "source=4 4 of 12 articles; none=0; from=", from, "; sorted=ascending; wide=true"
  )
  for (width in c(1280, 390)) {
    found <- tried(page, script, width = width)
    expect_identical(found$title, expected)
    expect_no_match(found$said, "CONSOLE.*(Error|error)")
  }
  # With its policy the page still runs its own script: a link from elsewhere opens the pane.
  at <- browse(page, "#ev-1")
  expect_match(at$page, "<aside id=\"pane\" role=\"region\" aria-label=\"Evidence: ", fixed = TRUE)
  expect_no_match(at$said, "Content Security Policy directive")
})

test_that("in a browser the words of any two periods are those of tone_shift()", {
  news <- sample_articles()
  file <- withr::local_tempfile(fileext = ".html")
  suppressMessages(article_report(news, file, k = 2, unit = "quarter"))
  page <- paste(readLines(file, encoding = "UTF-8"), collapse = "\n")
  report <- suppressMessages(report_measure(report_facts(news), news, list(
    k = 2, unit = "quarter", lexicon = tone_lexicon("news"), seed = 1, threads = 1, progress = FALSE
  )))
  facts <- shift_facts(report)
  pair <- facts$periods[c(5, 2)]
  script <- "
    const set = (id, value) => {
      const field = document.getElementById(id);
      field.value = value;
      field.dispatchEvent(new Event('change', {bubbles: true}));
    };
    set('shift-a', '4');
    set('shift-b', '1');
    const cells = [...document.querySelectorAll('#shift-table tbody tr')].map(
      row => [...row.cells].map(cell => cell.textContent).join(' '));
    document.title = document.getElementById('shift-said').textContent + ' | ' +
      cells.join(' | ');"
  rows <- shift_rows_of(facts$found, pair, 10L)
  # As the page would have shown this pair at first.
  table <- words_of(paste0("<body>", shift_table(rows)))
  found <- strsplit(tried(page, script)$title, " | ", fixed = TRUE)[[1L]]
  expect_identical(found[[1L]], shift_said(facts$means, pair))
  expect_length(found, 11L)
  head <- "Word Its part 95\u202f% interval Uses in the first Uses in the second"
  expect_identical(
    paste(head, paste(gsub(" +", " ", found[-1L]), collapse = " ")), table
  )
})

test_that("in a browser pages of odd collections have no error and fit a phone", {
  news <- sample_articles()[1:40, ]
  without <- news[c("doc_id", "text", "date", "source")]
  two <- news
  two$text[1:8] <- paste(
    "El tiempo era muy malo hoy en todas las ciudades del norte, y la gente no quer\u00eda salir",
    "de sus casas porque llov\u00eda desde la ma\u00f1ana hasta la noche.", 1:8
  )
  stray <- news
  stray$date <- as.Date(stray$date)
  stray$date[[1L]] <- as.Date("1911-05-01")
  titles <- data.frame(
    doc_id = news$doc_id, title = news$title, text = NA_character_, date = news$date
  )
  all <- list(without = without, two = two, stray = stray, titles = titles)
  for (name in names(all)) {
    file <- withr::local_tempfile(fileext = ".html")
    suppressMessages(article_report(all[[name]], file, k = 2))
    page <- paste(readLines(file, encoding = "UTF-8"), collapse = "\n")
    found <- tried(page, "
      const links = [...document.querySelectorAll('a[href^=\"#\"]')];
      const dead = links.filter(a => !document.getElementById(a.getAttribute('href').slice(1)));
      document.title = links.length > 20 ? dead.length + ' dead, fits ' +
        (document.documentElement.scrollWidth <= innerWidth) : 'few links';", width = 390)
    expect_identical(found$title, "0 dead, fits true", info = name)
    expect_no_match(found$said, "CONSOLE.*(Error|error)", info = name)
  }
})

test_that("axe finds no fault in the pages, the pane open or not", {
  axe <- Sys.getenv("TRITONE_AXE")
  skip_if(!nzchar(axe), "TRITONE_AXE is not set to the file axe.min.js of axe-core")
  file <- withr::local_tempfile(fileext = ".html")
  suppressMessages(article_report(sample_articles(), file, k = 4))
  page <- paste(readLines(file, encoding = "UTF-8"), collapse = "\n")
  axe <- paste(readLines(axe, warn = FALSE), collapse = "\n")
  axe <- gsub("</script", "<\\/script", axe, fixed = TRUE)
  open <- "document.querySelector('main a.n').click();
    document.querySelector('#pane a.n').click();"
  for (before in c("", open)) {
    script <- paste0(before, "
      document.title = 'not done';
      axe.run({resultTypes: ['violations']}).then(found => {
        const faults = found.violations.map(v => v.id + ' ' + v.nodes.length);
        document.title = faults.join(', ') || 'none';
      });")
    with_axe <- sub("</head>", "<script id=\"axe\"></script></head>", page, fixed = TRUE)
    parts <- strsplit(with_axe, "<script id=\"axe\">", fixed = TRUE)[[1L]]
    with_axe <- paste0(parts[[1L]], "<script>", axe, parts[[2L]])
    for (width in c(1280, 390)) {
      expect_identical(tried(with_axe, script, width = width, wait = 60)$title, "none")
    }
  }
})
