# topic_map(): places, terms, and a page that is whole and safe.

counts <- term_matrix(sample_articles(), remove = term_stopwords(), min_docs = 3)
fit <- topic_lda(counts, 5, seed = 1)
map <- topic_map(fit, n = 8)

test_that("places keep the distances of topics as well as a plane can", {
  affinity <- tcrossprod(sqrt(fit$phi))
  distance <- sqrt(pmax(1 - affinity, 0))
  diag(distance) <- 0
  at <- stats::cmdscale(distance, 2)
  expect_equal(
    as.vector(stats::dist(map$topics[c("x", "y")])), as.vector(stats::dist(at)), tolerance = 1e-6
  )
  expect_equal(map$topics$share, unname(fit$prevalence))
  expect_identical(map$topics$terms, summary(fit)$terms)
})

test_that("terms are the most relevant ones for every lambda", {
  for (lambda in c(0, 0.35, 0.6, 1)) {
    wanted <- topic_terms(fit, 8, lambda = lambda)
    map$lambda <- lambda
    for (topic in levels(wanted$topic)) {
      expect_identical(map_rows(map, topic)$term, wanted$term[wanted$topic == topic])
    }
  }
})

test_that("shares of other articles are the sizes", {
  shares <- predict(fit, counts[1:30, ])
  expect_equal(topic_map(fit, shares = shares)$topics$share, unname(colMeans(shares)))
})

test_that("it can be drawn, printed and tidied", {
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  rows <- plot(map, topic = "topic_2")
  expect_identical(rows$term, topic_terms(fit, 8)$term[9:16])
  expect_identical(nrow(tidy(map)), 5L)
  expect_output(print(map), "Topic map: 5 topics")
  for (k in 1:3) {
    small <- topic_lda(counts, k, iterations = 2, seed = 1)
    expect_identical(nrow(plot(topic_map(small, n = 3))), 3L)
  }
})

test_that("the page is one file that loads nothing", {
  path <- withr::local_tempfile(fileext = ".html")
  out <- topic_map(fit, n = 8, file = path)
  page <- paste(readLines(path, encoding = "UTF-8"), collapse = "\n")
  expect_identical(page, sub("\n$", "", format(out)))
  expect_match(page, "default-src 'none'", fixed = TRUE)
  expect_lt(regexpr("Security-Policy", page), regexpr("<title>|<style>|<script", page))
  # The namespace of SVG is a name, not an address that is loaded.
  rest <- gsub("http://www.w3.org/2000/svg", "", page, fixed = TRUE)
  expect_no_match(rest, "https?:|<img|<link|src=|@import|url\\(| on[a-z]+=\"")
})

test_that("the data of the page are those of the map, whatever its words are", {
  skip_if_not_installed("yyjsonr")
  hostile <- c("</script><b>", "a\"b\\c", "\u202eevil", "\U1f600", "caf\u00e9", "`x`")
  phi <- rbind(1:6, 6:1) / 21
  colnames(phi) <- hostile
  odd <- topic_import(list(
    phi = phi, theta = diag(2), doc.length = c(1, 1), vocab = hostile, term.frequency = rep(1, 6)
  ))
  rownames(odd$phi) <- colnames(odd$theta) <- names(odd$prevalence) <- c("<i>one", "two")
  map <- topic_map(odd, title = "<b>Title</b>")
  page <- format(map)
  expect_no_match(page, "<b>|<i>|\u202e")
  expect_identical(lengths(regmatches(page, gregexpr("<script", page, fixed = TRUE))), 2L)
  json <- sub("(?s)^.*id=\"data\">(.*?)</script>.*$", "\\1", page, perl = TRUE)
  expect_no_match(json, "[<>&`]")
  data <- yyjsonr::read_json_str(json)
  expect_setequal(data$terms, sub("\u202e", "", hostile, fixed = TRUE))
  expect_identical(data$topics$name, c("<i>one", "two"))
  expect_equal(data$topics$share, c(0.5, 0.5))
  first <- data$topics$terms[[1]]
  if (is.list(first)) first <- do.call(rbind, lapply(first, unlist))
  expect_equal(first[, 2], phi[1, match(data$terms[first[, 1] + 1], sub("\u202e", "", hostile))],
    ignore_attr = TRUE)
})

test_that("a notebook shows the page in a frame", {
  skip_if_not_installed("knitr")
  withr::local_options(list(knitr.in.progress = TRUE))
  old <- knitr::opts_knit$get("rmarkdown.pandoc.to")
  withr::defer(knitr::opts_knit$set(rmarkdown.pandoc.to = old))
  knitr::opts_knit$set(rmarkdown.pandoc.to = "html")
  shown <- as.character(knitr::knit_print(map))
  expect_match(shown, "<iframe srcdoc=\"&lt;!DOCTYPE html&gt;", fixed = TRUE)
  expect_match(shown, "sandbox=\"allow-scripts\"", fixed = TRUE)
  expect_identical(lengths(regmatches(shown, gregexpr("<", shown, fixed = TRUE))), 2L)
  knitr::opts_knit$set(rmarkdown.pandoc.to = "latex")
  grDevices::pdf(NULL)
  withr::defer(grDevices::dev.off())
  expect_identical(as.character(knitr::knit_print(map)), "")
})

test_that("in a browser the script draws the bars, and nothing of the data becomes markup", {
  skip_on_cran()
  odd <- map
  levels(odd$topics$topic)[[1]] <- levels(odd$terms$topic)[[1]] <- "<i>one"
  term <- map_rows(map, "topic_1")$term[[2]]
  odd$terms$term[odd$terms$term == term] <- "<b>two</b>"
  shown <- browse(format(odd))
  expect_no_match(shown$said, "Content Security Policy|Uncaught|SyntaxError")
  expect_no_match(shown$page, "<b>|<i>")
  bars <- sub("(?s)^.*<div id=\"terms\">(.*?)</svg>.*$", "\\1", shown$page, perl = TRUE)
  expect_match(bars, "aria-label=\"The most relevant terms of", fixed = TRUE)
  drawn <- regmatches(bars, gregexpr("(?<=>)[^<>]*(?=</text>)", bars, perl = TRUE))[[1]]
  expect_identical(drawn, html_text(map_rows(odd, "<i>one")$term))
})
