# Times article_read(), article_parts() and article_profile(): CPU seconds and MB/s, on one
# thread unless stated. No other package finds the parts of a text, so they are compared
# with `wc -w`, which only looks for blanks. All in one run.
suppressMessages(library(tritone))
source("bench/helpers.R")

bench_parts <- function(title, texts, rounds = 5) {
  megabytes <- sum(nchar(texts, "bytes")) / 1e6
  cat(sprintf("\n%s: %d texts, %.1f MB\n", title, length(texts), megabytes))
  profile <- article_profile(texts, threads = 1, progress = FALSE)
  runs <- list(
    article_parts = function() article_parts(texts, threads = 1, progress = FALSE),
    `article_parts, profile` = function() {
      article_parts(texts, profile = profile, threads = 1, progress = FALSE)
    },
    article_profile = function() article_profile(texts, threads = 1, progress = FALSE),
    article_check = function() article_check(texts, threads = 1, progress = FALSE)
  )
  bench_table(c(runs, wc_run(texts)), megabytes, rounds = rounds)
}

bench_parts("Reuters-21578", bench_texts("reuters21578/reuters21578.csv.gz"))
bench_parts("US economic news", bench_texts("usnews/usnews_economy.csv.gz"))
bench_parts("News resampled by sentence", resampled_articles(58))

# Reading, from files in the system's cache: a folder of small files, one large file with
# many articles, one table. Compared with `cat` of the same files.
bench_read <- function(texts, rounds = 3) {
  folder <- tempfile()
  dir.create(folder)
  on.exit(unlink(folder, recursive = TRUE))
  each <- file.path(folder, sprintf("%06d.txt", seq_along(texts)))
  for (i in seq_along(texts)) writeLines(texts[[i]], each[[i]], useBytes = TRUE)
  large <- tempfile(fileext = ".txt")
  writeLines(paste0(texts, "\n\n=====\n"), large, useBytes = TRUE)
  table <- tempfile(fileext = ".csv")
  utils::write.csv(data.frame(doc_id = seq_along(texts), text = texts), table, row.names = FALSE)
  on.exit(unlink(c(large, table)), add = TRUE)
  megabytes <- sum(file.size(each)) / 1e6
  cat(sprintf("\nReading %d articles, %.1f MB\n", length(texts), megabytes))
  read <- function(...) {
    given <- list(..., progress = FALSE) # evaluated now, before the loop goes on
    function() suppressMessages(do.call(article_read, given))
  }
  runs <- list()
  for (threads in 1:2) {
    named <- function(what) sprintf("%s, %d thread%s", what, threads, if (threads > 1) "s" else "")
    runs[[named("folder")]] <- read(folder, threads = threads)
    runs[[named("one file")]] <- read(large, split_at = "^=====$", threads = threads)
    runs[[named("table")]] <- read(table, threads = threads)
  }
  runs[["cat of the folder"]] <- function() {
    system(sprintf("find %s -name '*.txt' | xargs cat > /dev/null", folder))
  }
  bench_table(runs, megabytes, rounds = rounds)
}

bench_read(bench_texts("newsgroups20/20news_bydate.csv.gz"))

# Reading what people hand in, end to end with titles and dates found: a table, JSON lines, a
# folder of text files, pages. Beside each the usual reader of its form, which decodes, joins and
# dates nothing. The size is that of the files.
bench_files <- function(path) {
  data <- utils::read.csv(gzfile(bench_file(path)), encoding = "UTF-8", colClasses = "character")
  root <- tempfile()
  dir.create(root)
  files <- list(
    table = file.path(root, "a.csv"), lines = file.path(root, "a.jsonl"),
    folder = file.path(root, "texts"), pages = file.path(root, "pages")
  )
  utils::write.csv(data, files$table, row.names = FALSE)
  if (has("yyjsonr")) yyjsonr::write_ndjson_file(data, files$lines)
  some <- which(nzchar(data$text))
  dir.create(files$folder)
  dir.create(files$pages)
  for (i in some) {
    writeLines(
      c(data$title[[i]], "", data$text[[i]]), file.path(files$folder, sprintf("%06d.txt", i)),
      useBytes = TRUE
    )
  }
  for (i in utils::head(some, 1000L)) {
    writeLines(bench_page(data[i, ]), file.path(files$pages, sprintf("%06d.html", i)),
      useBytes = TRUE)
  }
  files
}

# A page around a text, with as much of a frame as real ones have.
bench_page <- function(row) {
  safe <- function(x) gsub("<", "&lt;", gsub("&", "&amp;", x, fixed = TRUE), fixed = TRUE)
  links <- function(n, class) {
    c(
      sprintf("<div class=\"%s\"><ul>", class),
      sprintf("<li><a href=\"/%s/%d\">Another headline, number %d</a></li>", class, 1:n, 1:n),
      "</ul></div>"
    )
  }
  c(
    "<!DOCTYPE html><html><head><meta charset=\"utf-8\">",
    sprintf("<title>%s | The Gazette</title>", safe(row$title)),
    sprintf("<meta property=\"article:published_time\" content=\"%s\">", row$date),
    paste0("<script>var a = ", strrep("0;", 2000), "</script>"), "</head><body>",
    links(40, "menu"), "<article><h1>", safe(row$title), "</h1>",
    paste0("<p>", safe(strsplit(row$text, "\n    ", fixed = TRUE)[[1L]]), "</p>"), "</article>",
    links(30, "related"), links(20, "footer"), "</body></html>"
  )
}

# Seconds of the runs of `peers` and of article_read() on one path, one table for each.
bench_form <- function(name, path, peers, rounds = 3) {
  files <- if (dir.exists(path)) list.files(path, full.names = TRUE) else path
  megabytes <- sum(file.size(files)) / 1e6
  cat(sprintf("\n%s: %d files, %.1f MB\n", name, length(files), megabytes))
  read <- function(threads) {
    force(threads)
    function() suppressMessages(article_read(path, threads = threads, progress = FALSE))
  }
  bench_table(
    c(list(`article_read, 1 thread` = read(1), `article_read, 2 threads` = read(2)), peers),
    megabytes, rounds = rounds
  )
  memory <- peak_memory(path, paste(
    "suppressMessages(article_read(x, threads = 1, progress = FALSE))"
  ))
  cat(sprintf(
    "memory: %.0f MB at the peak, %.1f times the result of %.0f MB\n", memory[[1L]],
    memory[[1L]] / memory[[2L]], memory[[2L]]
  ))
}

bench_forms <- function(path) {
  files <- bench_files(path)
  on.exit(unlink(dirname(files$table), recursive = TRUE))
  all_files <- function(folder) list.files(folder, full.names = TRUE)
  bench_form("Table with titles and dates", files$table, c(
    if (has("data.table")) list(`data.table::fread` = function() {
      data.table::fread(files$table, nThread = 1, showProgress = FALSE)
    }),
    list(`utils::read.csv` = function() utils::read.csv(files$table))
  ))
  if (has("yyjsonr")) {
    bench_form("JSON lines", files$lines, c(
      list(`yyjsonr::read_ndjson_file` = function() yyjsonr::read_ndjson_file(files$lines)),
      if (has("jsonlite")) list(`jsonlite::stream_in` = function() {
        jsonlite::stream_in(file(files$lines), verbose = FALSE)
      })
    ))
  }
  bench_form("Folder of text files", files$folder, c(
    list(`readLines, paste` = function() {
      vapply(all_files(files$folder), function(file) {
        paste(readLines(file, warn = FALSE), collapse = "\n")
      }, "")
    }),
    if (has("readtext")) list(`readtext::readtext` = function() {
      readtext::readtext(file.path(files$folder, "*.txt"))
    })
  ))
  if (has("xml2")) {
    bench_form("Pages", files$pages, c(
      list(`xml2, all text` = function() {
        vapply(all_files(files$pages), function(file) xml2::xml_text(xml2::read_html(file)), "")
      }),
      if (has("rvest")) list(`rvest::html_text2` = function() {
        vapply(all_files(files$pages), function(file) {
          rvest::html_text2(xml2::read_html(file))
        }, "")
      })
    ))
  }
}

bench_forms("reuters21578/reuters21578.csv.gz")

# Who speaks: speed, and how well the attributions of PolNeAR's dev part are found. The measures
# are those of the rated set's own words: characters that are not white space, content by overlap,
# one annotator an article.
bench_voices <- function(title, texts, rounds = 3) {
  megabytes <- sum(nchar(texts, "bytes")) / 1e6
  cat(sprintf("\n%s: %d texts, %.1f MB\n", title, length(texts), megabytes))
  runs <- list(article_voices = function() {
    article_voices(texts, language = NULL, threads = 1, progress = FALSE)
  })
  bench_table(c(runs, wc_run(texts)), megabytes, rounds = rounds)
}

bench_voices("PolNeAR", bench_texts("polnear/articles.csv.gz"))

span_places <- function(spans) {
  ends <- matrix(as.integer(unlist(strsplit(unlist(strsplit(spans, ";")), "-"))), 2)
  sequence(pmax(ends[2, ] - ends[1, ], 0L), from = ends[1, ] + 1L)
}

bench_quality <- function() {
  articles <- utils::read.csv(gzfile(bench_file("polnear/articles.csv.gz")), encoding = "UTF-8")
  gold <- utils::read.csv(gzfile(bench_file("polnear/attributions.csv.gz")), encoding = "UTF-8")
  articles <- articles[articles$split == "dev", ]
  voices <- article_voices(stats::setNames(articles$text, articles$doc_id), language = NULL)
  sums <- c(hit = 0, found = 0, wanted = 0, direct_hit = 0, direct = 0, full_hit = 0, full = 0)
  for (i in seq_len(nrow(articles))) {
    solid <- grepl("[^[:space:]]", strsplit(articles$text[[i]], "")[[1]])
    rows <- gold[gold$doc_id == articles$doc_id[[i]], ]
    rows <- rows[rows$annotator == rows$annotator[[1]] & nzchar(rows$content_spans), ]
    places <- lapply(rows$content_spans, function(s) Filter(function(p) solid[p], span_places(s)))
    own <- as.data.frame(voices[voices$doc_id == articles$doc_id[[i]], ])
    found <- lapply(seq_len(nrow(own)), function(k) {
      Filter(function(p) solid[p], own$start[[k]]:own$end[[k]])
    })
    wanted <- unique(unlist(places))
    all <- unique(unlist(found))
    direct <- found[own$voice == "direct"]
    full <- places[rows$quote_type_derived == "full"]
    half <- function(x, of) sum(vapply(x, function(p) mean(p %in% of) >= 0.5, NA), na.rm = TRUE)
    sums <- sums + c(
      length(intersect(all, wanted)), length(all), length(wanted), half(direct, wanted),
      length(direct), half(full, unlist(direct)), length(full)
    )
  }
  cat(sprintf(
    "\nPolNeAR dev: characters P %.3f R %.3f F %.3f, direct P %.3f R %.3f\n",
    sums[["hit"]] / sums[["found"]], sums[["hit"]] / sums[["wanted"]],
    2 * sums[["hit"]] / (sums[["found"]] + sums[["wanted"]]),
    sums[["direct_hit"]] / sums[["direct"]], sums[["full_hit"]] / sums[["full"]]
  ))
}

bench_quality()

# Copies: simulated articles, every fifth a copy of the one before with one word in 60 changed.
bench_copies <- function(n) {
  set.seed(1)
  words <- paste0("w", seq_len(50000))
  chance <- 1 / seq_along(words)
  texts <- lapply(seq_len(n), function(i) sample(words, 400, TRUE, chance))
  for (i in seq(5, n, 5)) {
    texts[[i]] <- texts[[i - 1L]]
    texts[[i]][sample(400, 7)] <- "changed"
  }
  texts <- vapply(texts, paste, "", collapse = " ")
  for (containment in list(NULL, 0.7)) {
    time <- system.time(
      pairs <- article_duplicates(texts, containment = containment, threads = 2, progress = FALSE)
    )
    cat(sprintf(
      "article_duplicates, %d articles, %s: %d pairs, %.1f s CPU, %.1f s\n", n,
      if (is.null(containment)) "Jaccard" else "and containment", nrow(pairs),
      sum(time[1:2]), time[["elapsed"]]
    ))
  }
}

# TRITONE_BENCH_COPIES=1000000 takes minutes, and about 5 GB for texts and shingles.
bench_copies(as.integer(Sys.getenv("TRITONE_BENCH_COPIES", "20000")))
