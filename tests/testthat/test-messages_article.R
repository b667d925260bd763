# Words of the verbs that read, check and report articles, as a user meets them.

# A fit on articles that no test reports on.
report_fit_elsewhere <- function() {
  terms <- term_matrix(c(a1 = "rain fell", a2 = "snow fell", a3 = "rain and snow"))
  topic_lda(terms, k = 2, seed = 1)
}

test_that("articles of another form", {
  expect_snapshot(error = TRUE, {
    article_parts(1:3)
    article_parts(NULL)
    article_parts(list("a"))
    article_parts(data.frame(n = 1:2))
    article_parts(data.frame(doc_id = "a", body = "Rain fell."))
    article_parts(data.frame(doc_id = "a", token = "rain"))
    article_parts(data.frame(text = 1:2))
    article_parts("Rain.", language = 1)
    article_parts("Rain.", profile = "names")
    article_parts("Rain.", NULL)
    article_parts("Rain.", profil = NULL)
    article_parts("Rain.", threads = 0)
    article_parts("Rain.", progress = NA)
    article_language(sum)
    article_profile("Rain.", parts = "headlines")
    article_profile("Rain.", parts = c("headline", NA))
    article_profile("Rain.", name_share = 2)
    article_profile("Rain.", name_count = 0.5)
  })
})

test_that("articles with the same id, and without text", {
  local_reproducible_output(width = 80, unicode = TRUE)
  expect_snapshot({
    article_parts(data.frame(doc_id = c("a", "a", "b", "b"), text = "Rain fell."))
    article_parts(data.frame(doc_id = c("a", "a"), text = "Rain fell."))
    article_parts(character())
    article_language(c(a = NA, b = ""))
    article_parts(c(a = "La lluvia cay\u00f3 sobre la ciudad, y nadie sab\u00eda por qu\u00e9."))
  })
})

test_that("voices, duplicates and versions", {
  expect_snapshot(error = TRUE, {
    article_voices(1:3)
    article_voices("Rain.", voice = "direct")
    article_duplicates("Rain.", threshold = 0)
    article_duplicates("Rain.", containment = 2)
    article_duplicates("Rain.", window = 3)
    article_duplicates(data.frame(text = "Rain.", date = "2021-01-01"), window = -1)
    summary(article_duplicates("Rain."))
    article_diff(c("a", "b"), "a")
    article_diff("a", NA_character_)
    article_diff("a")
    term_matrix("Rain.", voices = "direkt")
    tone_score("Rain.", voices = 1)
  })
})

test_that("dates", {
  local_reproducible_output(width = 80, unicode = TRUE)
  x <- data.frame(doc_id = c("a", "b"), text = "Rain fell.")
  expect_snapshot(error = TRUE, {
    article_dates(x, latest = "soon")
    article_dates(x, latest = 2021)
    article_dates(x, day_order = "ymd")
    article_dates(x, use_sentences = "yes")
    article_dates(x, lastest = "2021-12-31")
    article_dates(transform(x, date = c(TRUE, FALSE)))
    article_dates(transform(x, date = c("03/04/2021", "2021-13-45")))
  })
})

test_that("check, repair, problems and report", {
  root <- withr::local_tempdir()
  local_reproducible_output(width = 80, unicode = TRUE)
  x <- data.frame(
    doc_id = c("a", "b", "c"), date = c("2021-03-04", "soon", NA),
    text = c("It\u00e2\u20ac\u2122s rain &amp; wind.", NA, "Rain fell and fell.")
  )
  expect_snapshot(error = TRUE, transform = scrub(root), {
    article_check(x)
    article_check(x[1, ])
    article_check(x[0, ])
    print(article_check(x), n = 1)
    article_check(x, thread = 2)
    invisible(article_repair(x))
    article_repair("It\u00e2\u20ac\u2122s rain.")
    article_repair(1)
    article_repair(data.frame(text = 1))
    article_repair("a", 2)
    article_problems(x)
    article_problems("a")
    article_report(x, file.path(root, "no", "page.html"))
    article_report(x[2, ], file.path(root, "page.html"))
    article_report(x[0, ], file.path(root, "page.html"))
    article_report(x, 1)
    article_report(x, file.path(root, "page.html"), k = 1)
    article_report(x, file.path(root, "page.html"), title = 1)
    article_report(x, file.path(root, "page.html"), unit = "decade")
    article_report(x, file.path(root, "page.html"), topics = 1)
    article_report(x, file.path(root, "page.html"), topics = report_fit_elsewhere())
    article_report(x, file.path(root, "page.html"), tone = 1)
    article_report(
      x, file.path(root, "page.html"), lexicon = list(a = c(good = 1), b = c(bad = -1))
    )
    article_report(x, file.path(root, "page.html"), tone = tone_score(c(other = "A good day.")))
  })
  # Where the page is, and what the result prints.
  expect_snapshot(print(article_report(x[1, ], file.path(root, "page.html"))),
    transform = scrub(root)
  )
})

test_that("a profile", {
  local_reproducible_output(width = 80, unicode = TRUE)
  expect_snapshot({
    article_profile("The National Rain Office (NRO) said rain fell.")
    article_profile(article_example()[1:30, ])
    article_profile(character())
  })
})

test_that("paths that name nothing", {
  root <- withr::local_tempdir()
  writeLines("rain", file.path(root, "a.odt"))
  writeLines("\\begin{x}", file.path(root, "b.tex"))
  dir.create(file.path(root, "empty"))
  expect_snapshot(error = TRUE, transform = scrub(root), {
    article_read(file.path(root, "none.txt"))
    article_read(file.path(root, "none*.txt"))
    article_read(file.path(root, "a.odt"))
    article_read(root, "txt")
    article_read(root, format = "text")
    article_read(1)
    article_read(NA_character_)
    article_read(root, titel = "x")
    article_read(root, doc_id = 1)
    article_read(root, split_at = -1)
    article_read(root, split_at = "(")
    article_read(root, split_at = "^")
    article_read(root, exports = "x.dcf")
    article_read(root, format = "export", exports = "x.dcf")
    article_read(root, repair = "yes")
    article_example(gold = "silver")
  })
  writeLines("rain", file.path(root, "empty", "c.odt"))
  expect_snapshot(transform = scrub(root), {
    nrow(article_read(root))
    nrow(article_read(file.path(root, "empty")))
  })
})

test_that("files and their columns", {
  skip_if_not_installed("yyjsonr")
  skip_if_not_installed("xml2")
  root <- withr::local_tempdir()
  local_reproducible_output(width = 100, unicode = TRUE)
  file <- function(name, ...) {
    path <- file.path(root, name)
    dir.create(dirname(path), FALSE)
    writeLines(enc2utf8(c(...)), path, useBytes = TRUE)
    path
  }
  file("two/a.csv", "headline,body,n", "Rain,It rained in the north all day long.,1")
  file("two/b.csv", "title,text,n", "Wind,It blew in the south all night long.,many")
  file("one/a.csv", "headline,headline,body", "Rain,Wind,It rained in the north all day long.,x")
  file("one/b.csv", "3,It rained in the north all day long.,4", "5,It blew all night.,6")
  file("one/c.csv", character())
  file("one/d.csv", "title,text")
  file("one/e.json", "{\"text\": ")
  file("one/f.json", "{\"a\": 1}")
  file("one/g.txt", "")
  file("one/h.txt", "Rain", "", "It rained in the north all day long.")
  file("one/i.csv", "a,b", "1,2")
  file("one/j.html", "<html><body></body></html>")
  expect_snapshot(error = TRUE, transform = scrub(root), {
    article_read(file.path(root, "two"))[c("doc_id", "title", "text", "line", "n")]
    news <- article_read(file.path(root, "one"))
    news[c("doc_id", "title", "text")]
    print(article_problems(news)[c("line", "doc_id", "code", "detail")])
    article_read(file.path(root, "two/a.csv"), text = "main")
  })
})

test_that("what reading meets in files of each form", {
  root <- withr::local_tempdir()
  local_reproducible_output(width = 80, unicode = TRUE)
  said <- function(lines, ..., name = "a.txt") {
    path <- file.path(root, name)
    writeLines(enc2utf8(lines), path, useBytes = TRUE)
    suppressMessages(article_problems(article_read(path, ...))$detail)
  }
  rules <- file.path(root, "own.dcf")
  writeLines(c(
    "Name: archive", "Recognise: ^#ARTICLE", "Divide-before: ^#ARTICLE", "Text-begins: ^#TEXT",
    "Fields: desk = #DESK", "Head: place = ^#ARTICLE$", "  title = ^[A-Z][a-z]+$"
  ), rules)
  text <- "It rained in the north all day long and all night too."
  expect_snapshot(transform = scrub(root), {
    said(c("title,text,n", paste0("Rain,", text, ",1,2,3"), paste0("Wind,", text)), name = "a.csv")
    said(c("title,text", "Rain,"), name = "a.csv")
    said(c("title,text", "Rain,", paste0("Wind,\"", text, "\"")), name = "a.csv")
    said(c("title,text", "Rain,Rain", paste0("Wind,\"Wind\n\n", text, "\"")), name = "a.csv")
    said(c("Rain", "", text), split_at = "^-+$")
    said(text, format = "export")
    said(
      c("A note.", "#ARTICLE", "Rain", "#TEXT", text, "#ARTICLE", "Wind", "#ARTICLE", "1", "#TEXT",
        text),
      format = "export", exports = rules
    )
    said("", format = "export")
  })
})

test_that("files that cannot be read", {
  skip_on_os("windows")
  skip_if_not_installed("xml2")
  root <- withr::local_tempdir()
  link <- function(name) {
    path <- file.path(root, name)
    file.symlink(file.path(root, "nowhere"), path)
    path
  }
  packed <- file.path(root, "packed.csv.gz")
  file <- gzfile(packed)
  writeLines(c("text", sprintf("Rain fell on day %d of the year.", 1:500)), file)
  close(file)
  cut <- file.path(root, "cut.csv.gz")
  writeBin(readBin(packed, "raw", file.size(packed) - 200), cut)
  said <- function(...) suppressMessages(article_problems(article_read(...))$detail)
  expect_snapshot(transform = scrub(root), {
    said(link("a.csv"))
    said(link("a.csv.gz"))
    said(link("a.html"))
    said(link("a.export"), format = "export")
    said(cut)
  })
})

test_that("names that are no text, files that grow, and what is left out", {
  skip_on_os(c("windows", "mac"))
  skip_if_not_installed("nanoparquet")
  root <- withr::local_tempdir()
  said <- function(...) suppressMessages(article_problems(article_read(...))$detail)
  odd <- paste0(file.path(root, "caf"), rawToChar(as.raw(0xe9)), ".txt")
  writeLines(c("Rain", "", "Rain fell."), odd)
  packed <- gzfile(file.path(root, "packed.csv.gz"), "wb", compression = 1L)
  for (i in 1:65) writeBin(raw(2^20), packed)
  close(packed)
  nanoparquet::write_parquet(data.frame(text = rep("Rain", 9e6)), file.path(root, "a.parquet"))
  for (name in c(".b.txt", "c.xyz", "d.xyz")) file.create(file.path(root, name))
  expect_snapshot(transform = scrub(root), {
    said(root)
  })
  expect_snapshot(error = TRUE, {
    read_apart(function() tools::pskill(Sys.getpid(), tools::SIGKILL))
  })
})

test_that("tables without rows", {
  skip_if_not_installed("nanoparquet")
  root <- withr::local_tempdir()
  nanoparquet::write_parquet(data.frame(text = character()), file.path(root, "a.parquet"))
  expect_snapshot(transform = scrub(root), {
    article_problems(article_read(root))$detail
  })
})

test_that("packages that are not installed", {
  expect_snapshot(error = TRUE, {
    need_package("notinstalled", "Reading JSON")
    need_package("notinstalled", "Reading Parquet")
    need_package("notinstalled", "Reading pages (.html)")
    need_package("notinstalled", "Reading feeds (.rss, .atom, .xml)")
    need_package("notinstalled", "An object of class LDA_VEM")
    need_package("notinstalled", "`stem`")
  })
})

test_that("rules of exports", {
  root <- withr::local_tempdir()
  local_reproducible_output(width = 80, unicode = TRUE)
  rules <- function(...) {
    path <- file.path(root, "own.dcf")
    writeLines(c(...), path)
    path
  }
  good <- c(
    "Name: archive", "Recognise: ^#ARTICLE", "Divide-before: ^#ARTICLE", "Fields: text = #TEXT"
  )
  expect_snapshot(error = TRUE, transform = scrub(root), {
    article_exports()[c("name", "fields")]
    article_exports(rules(good))[c("name", "fields")]
    article_exports(file.path(root, "none.dcf"))
    article_exports(1)
    article_exports(rules("Rain"))
    article_exports(rules("  Rain"))
    article_exports(rules(good, "Label: colon"))
    article_exports(rules(good, "Zzzzzz: colon"))
    article_exports(rules(good, good))
    article_exports(rules(good[-3]))
    article_exports(rules(good, "Divide-at: ^-+$"))
    article_exports(rules(good[-2]))
    article_exports(rules(good[-1], "Name: my rules"))
    article_exports(rules(good[-4], "Fields: Text"))
    article_exports(rules(good, "Drop: ("))
    article_exports(rules(good, "Labels: rows"))
    article_exports(rules(good, "Head: what"))
    article_exports(rules(good[-4], "Fields: title = #TITLE", "Head: text = .+"))
  })
})

test_that("titles alone, and texts too short for a language of their own", {
  titles <- data.frame(title = c("Ferry sails again", "Bank holds its rate"))
  expect_snapshot({
    invisible(term_matrix(titles))
    invisible(tone_score(rep(c("Sturm zerst\u00f6rt den Anleger", "Streit um das Budget"), 6)))
    invisible(tone_score(rep("Der Streit um das", 2)))
  })
})
