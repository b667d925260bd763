# Documented limits, each tested on both sides.

test_that("an article is short below 20 words", {
  words <- function(n) paste0("The ", paste(rep("harbour", n - 1L), collapse = " "), ".")
  texts <- c(a = words(5), b = words(19), c = words(20), d = words(40))
  x <- article_check(texts)
  expect_identical(x$count[x$check == "short"], 2L)
  details <- attr(x, "details")
  expect_identical(details$doc_id[details$check == "short"], c("a", "b"))
})

test_that("ids of more than 15 digits stay text", {
  read <- function(ids) {
    path <- text_file(c("text,number", sprintf("Rain fell.,%s", ids)), "ids.csv")
    suppressMessages(article_read(path))$number
  }
  expect_identical(read("999999999999999"), 999999999999999)
  expect_identical(read("9999999999999999"), "9999999999999999")
  expect_identical(read("12345678901234567"), "12345678901234567")
  expect_identical(read(c("1", "1234567890123456")), c("1", "1234567890123456"))
})

test_that("a column with an unknown name is the text from a mean of 80 bytes on", {
  role <- function(bytes) {
    frame <- data.frame(p = "x", q = c(strrep("a", bytes - 10L), strrep("a", bytes + 10L)))
    "text" %in% names(find_roles(frame, list()))
  }
  expect_false(role(79L))
  expect_true(role(80L))
})

test_that("names of columns have at most 80 characters", {
  header <- function(n) is_header(c("id", strrep("a", n)))
  expect_true(header(80L))
  expect_false(header(81L))
})

test_that("in the head of an export further lines of a title are worth little", {
  slots <- data.frame(
    field = c("title", "date"), pattern = c(".", "<date>"), optional = c(FALSE, TRUE),
    several = c(TRUE, FALSE)
  )
  # A title of two lines, a date, and five lines that could be more of the title.
  fits <- rbind(rep(TRUE, 8), seq_len(8) == 3L)
  block <- c(TRUE, rep(FALSE, 7))
  expect_identical(fit_head(slots, fits, block, rep(2, 8))$slot, c(1L, 1L, 2L))
})

test_that("a slot of several lines ends with its block, one of one line after it", {
  fits <- c(TRUE, TRUE, TRUE)
  new_block <- c(TRUE, FALSE, TRUE)
  expect_identical(slot_lines(fits, new_block, 3L, TRUE), 1L)
  expect_identical(slot_lines(fits, new_block, 2L, TRUE), 2L)
  expect_identical(slot_lines(fits, new_block, 2L, FALSE), 1L)
  expect_identical(slot_lines(c(FALSE, TRUE), c(TRUE, FALSE), 2L, TRUE), 1L)
})
