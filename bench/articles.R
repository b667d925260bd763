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
    article_profile = function() article_profile(texts, threads = 1, progress = FALSE)
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
