# Checks of arguments: they return the value, and name argument, expected and given.

test_that("checks return the value and name argument, expected and given", {
  expect_identical(check_flag(TRUE, "a"), TRUE)
  expect_error(
    check_flag(NA, "a"), "`a` must be TRUE or FALSE, not NA", class = "tritone_error_input"
  )
  expect_error(check_flag("yes", "a"), "not \"yes\"", class = "tritone_error_input")
  expect_identical(check_string("x", "a"), "x")
  expect_null(check_string(NULL, "a", null = TRUE))
  expect_error(check_string(NULL, "a"), "one string, not NULL", class = "tritone_error_input")
  expect_identical(check_number(1L, "a"), 1)
  expect_error(
    check_number(0, "a", min = 0, open = TRUE),
    "greater than 0, not 0",
    class = "tritone_error_input"
  )
  expect_error(
    check_number(2, "a", 0, 1), "a number from 0 to 1", class = "tritone_error_input"
  )
  expect_identical(check_count(3, "a"), 3)
  expect_identical(check_count(Inf, "a"), Inf)
  expect_error(check_count(1.5, "a"), "a whole number", class = "tritone_error_input")
  expect_error(
    check_count(1:2, "a"), "an integer vector of length 2", class = "tritone_error_input"
  )
  expect_error(check_count(Inf, "a", max = 10), class = "tritone_error_input")
  expect_identical(check_choice(c("x", "y"), "a", c("x", "y")), "x")
  expect_error(
    check_choice("z", "a", c("x", "y")), "one of \"x\", \"y\"", class = "tritone_error_input"
  )
  expect_identical(check_choices(c("y", "y"), "a", c("x", "y")), "y")
  expect_error(
    check_choices(c("y", "q"), "a", c("x", "y")), "not \"q\"", class = "tritone_error_input"
  )
  expect_identical(check_strings(factor("b"), "a"), "b")
  expect_error(check_strings(NA_character_, "a"), class = "tritone_error_input")
  expect_error(check_threads(0), "`threads`", class = "tritone_error_input")
  expect_error(describe_error <- check_flag(mean, "a"), "a function", class = "tritone_error_input")
})

test_that("a misspelt argument is an error that names the nearest one", {
  f <- function(x, threads = 1, ...) check_dots(...)
  expect_silent(f(1))
  expect_error(
    f(1, thread = 2, thraeds = 3), "Did you mean `threads`", class = "tritone_error_input"
  )
  expect_error(f(1, 2, 3), "without its name", class = "tritone_error_input")
})

test_that("seeds come from R's generator when none is given", {
  set.seed(5)
  a <- check_seed(NULL)
  set.seed(5)
  expect_identical(check_seed(NULL), a)
  expect_identical(check_seed(7), 7)
  expect_error(check_seed(-1), "`seed`", class = "tritone_error_input")
})

test_that("errors of the core arrive with their class", {
  for (kind in c("input", "limit", "numeric")) {
    expect_error(abort_core(kind, "words"), "words", class = paste0("tritone_error_", kind))
    expect_error(abort_core(kind, "words"), class = "tritone_error")
  }
  expect_error(
    need_package("nosuchpackage", "Reading parquet"),
    "install.packages",
    class = "tritone_error_input"
  )
})

test_that("a value of any bytes is described", {
  raw <- rawToChar(as.raw(c(0x61, 0xff, 0x62)))
  expect_identical(describe(raw), "\"a<ff>b\"")
  Encoding(raw) <- "bytes"
  expect_identical(describe(raw), "\"a<ff>b\"")
  expect_identical(describe(strrep("\u00e9", 3e6)), paste0("\"", strrep("\u00e9", 60), "\""))
  latin <- "caf\xe9"
  Encoding(latin) <- "latin1"
  expect_identical(describe(latin), "\"caf\u00e9\"")
  expect_error(check_number(raw, "x"), "a<ff>b", class = "tritone_error_input")
})

test_that("another argument is proposed only where one is near", {
  known <- c("x", "threads", "min_docs", "progress", "split_at")
  expect_identical(did_you_mean("thread", known), "Did you mean `threads`? ")
  expect_identical(did_you_mean("min_doc", known), "Did you mean `min_docs`? ")
  expect_identical(did_you_mean("split", known), "Did you mean `split_at`? ")
  expect_identical(did_you_mean("MIN_DOCS", known), "Did you mean `min_docs`? ")
  expect_identical(did_you_mean("group", known), "")
  expect_identical(did_you_mean("foo", known), "")
  long <- strrep("a", 1e4)
  expect_identical(did_you_mean(long, known), "")
  expect_identical(did_you_mean(paste0("threads", long), known), "Did you mean `threads`? ")
  # Among names that are no valid text.
  expect_identical(did_you_mean("thread", c("\xff", NA, "threads")), "Did you mean `threads`? ")
  expect_identical(did_you_mean("foo", c("\xff", NA)), "")
  expect_identical(did_you_mean(NA_character_, known), "")
})

test_that("strings are text unless they are bytes or invalid UTF-8", {
  bytes <- rawToChar(as.raw(c(0x61, 0xff)))
  marked <- bytes
  Encoding(marked) <- "bytes"
  latin <- "caf\xe9"
  Encoding(latin) <- "latin1"
  expect_identical(is_valid_text(c("a", "\u00e9", latin)), rep(TRUE, 3))
  expect_false(is_valid_text(marked))
  expect_identical(as_text(c("a", NA, marked, "\u00e9")), c("a", NA, "a<ff>", "\u00e9"))
  expect_identical(check_string(latin, "a"), latin)
  expect_error(check_strings(c("b", marked), "a"), "a<ff>", class = "tritone_error_input")
  expect_identical(check_strings(bytes, "a", path = TRUE), bytes)
  skip_if_not(l10n_info()[["UTF-8"]])
  expect_false(is_valid_text(bytes))
  expect_error(check_string(bytes, "a"), "valid UTF-8", class = "tritone_error_input")
})

test_that("lists of names are bounded, and so is each name", {
  expect_identical(name_list(c("a", "b")), "`a`, `b`")
  expect_identical(name_list(letters, n = 2L), "`a`, `b`, \u2026")
  expect_identical(name_list(c("a", "b"), " and ", 2L), "`a` and `b`")
  expect_identical(name_list(character()), "")
  expect_identical(nchar(name_list(strrep("a", 100L))), 62L)
  expect_identical(nchar(quote_list(strrep("a", 100L))), 62L)
})
