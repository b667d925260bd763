# Parquet files.

skip_if_not_installed("nanoparquet")

read_quietly <- function(...) suppressMessages(article_read(...))

test_that("a table is read with its types", {
  path <- file.path(withr::local_tempdir(), "news.parquet")
  nanoparquet::write_parquet(data.frame(
    key = c("a", "b"), body = c("It runs\nagain.\n\nIt sails.", NA), n = 1:2,
    day = as.Date(c("2021-01-02", NA)), at = as.POSIXct(c("2021-01-02", "2021-01-03"), tz = "UTC")
  ), path)
  expect_message(news <- article_read(path, doc_id = "key", date = "day"), "text = `body`")
  expect_identical(news$doc_id, c("a", "b"))
  expect_identical(news$text, c("It runs again.\n\nIt sails.", NA))
  expect_identical(news$date, as.Date(c("2021-01-02", NA)))
  expect_identical(news$line, c(NA_integer_, NA))
  expect_identical(news$n, 1:2)
  expect_s3_class(news$at, "POSIXct")
  expect_identical(article_problems(news)$code, "empty")
  expect_identical(article_problems(news)$doc_id, "b")
})

test_that("ids that are numbers are written in full, and a missing one is missing", {
  path <- file.path(withr::local_tempdir(), "news.parquet")
  nanoparquet::write_parquet(
    data.frame(key = c(100000, NA, 123456789012345, 0.5), text = paste("Rain", 1:4)), path
  )
  news <- article_read(path, doc_id = "key")
  expect_identical(news$doc_id, c("100000", "news.2", "123456789012345", "0.5"))
})

test_that("a damaged, truncated or other file is reported", {
  path <- file.path(withr::local_tempdir(), "news.parquet")
  nanoparquet::write_parquet(data.frame(text = c("Rain.", "Snow.")), path)
  bytes <- readBin(path, "raw", 1e5)
  damaged <- replace(bytes, 20:60, as.raw(255))
  for (content in list(raw(), charToRaw("no parquet"), bytes[1:40], damaged)) {
    writeBin(content, path)
    expect_message(news <- article_read(path), "gave no article")
    expect_identical(nrow(news), 0L)
    expect_identical(article_problems(news)$code, "bad_parquet")
  }
  nanoparquet::write_parquet(data.frame(text = character()), path)
  expect_identical(article_problems(read_quietly(path))$code, "no_articles")
})

test_that("pages that grow beyond the limit of packed files are not unpacked", {
  path <- file.path(withr::local_tempdir(), "news.parquet")
  nanoparquet::write_parquet(
    data.frame(text = paste(strrep("rain ", 1600), 1:1e4)), path, compression = "gzip",
    options = nanoparquet::parquet_options(write_minmax_values = FALSE)
  )
  skip_if(unpack_limit(path) > 2^26, "a parquet writer that packs less")
  news <- read_quietly(path)
  expect_identical(nrow(news), 0L)
  expect_identical(article_problems(news)$code, "too_large")
  expect_match(
    article_problems(news)$detail, "its pages, unpacked, have more than 67,108,864 bytes"
  )
  # One page may repeat a value a million times.
  nanoparquet::write_parquet(data.frame(text = rep("Rain fell.", 9e6)), path)
  expect_identical(article_problems(read_quietly(path))$code, "too_large")
  nanoparquet::write_parquet(data.frame(text = rep("Rain fell.", 1e4)), path)
  expect_identical(nrow(read_quietly(path)), 10000L)
})

test_that("a crash in reading a damaged file ends no session", {
  skip_on_os("windows")
  expect_identical(read_apart(function() data.frame(x = 1)), data.frame(x = 1))
  expect_identical(read_apart(function() NULL), NULL)
  expect_error(read_apart(function() stop("no such page")), "^no such page$")
  here <- Sys.getpid()
  for (signal in c(tools::SIGKILL, 11L)) { # 11: a fault of memory
    expect_error(read_apart(function() {
      tools::pskill(Sys.getpid(), signal)
      Sys.sleep(5)
    }), "crashed")
    expect_true(dir.exists(tempdir()))
  }
  expect_identical(Sys.getpid(), here)
  expect_match(last_words("fatal error in wrapper code"), "memory")
  expect_identical(last_words("cannot allocate"), "cannot allocate")
  if (Sys.info()[["sysname"]] == "Linux") {
    expect_error(read_apart(function() raw(2^28), memory = 2^26), "allocate|memory")
    expect_length(raw(2^27), 134217728)
  }
  expect_identical(read_apart(function() length(raw(2^24)), memory = 2^27), 16777216L)
  set.seed(1)
  before <- .Random.seed
  read_apart(function() 1)
  expect_identical(.Random.seed, before)
})

# The varint that Thrift writes for a positive number.
thrift_number <- function(number) {
  rest <- 2 * number
  out <- raw()
  repeat {
    low <- rest %% 128
    rest <- rest %/% 128
    out <- c(out, as.raw(low + if (rest > 0) 128 else 0))
    if (rest == 0) return(out)
  }
}

test_that("a page that lies about its size costs no more than a file may", {
  path <- file.path(withr::local_tempdir(), "news.parquet")
  texts <- vapply(1:400, function(i) paste(letters[(i + 1:60 * i) %% 26 + 1], collapse = ""), "")
  nanoparquet::write_parquet(
    data.frame(text = texts), path,
    compression = "snappy", encoding = "PLAIN"
  )
  bytes <- readBin(path, "raw", 1e6)
  # The first page begins after the four letters; its second field is its size, unpacked.
  size <- thrift_number(sum(nchar(texts) + 4))
  at <- 7 + seq_along(size)
  skip_if_not(identical(bytes[at], size), "pages of another layout")
  for (lie in c(0, 2^20, 2^31 - 1)) {
    writeBin(c(bytes[1:7], thrift_number(lie), bytes[-seq_len(max(at))]), path)
    news <- read_quietly(path)
    expect_identical(nrow(news), 0L)
    expect_identical(article_problems(news)$code, "bad_parquet")
  }
})
