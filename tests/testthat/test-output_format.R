# Numbers, lists and counts as they are printed.

test_that("counts have commas and never powers of ten", {
  expect_identical(show_count(c(0, 999, 29511, 1e5, 1234567890)), c(
    "0", "999", "29,511", "100,000", "1,234,567,890"
  ))
  expect_identical(show_count(100000L), "100,000")
  expect_identical(show_count(2^53), "9,007,199,254,740,992")
})

test_that("a word is in the singular for one only", {
  expect_identical(count_of(c(0, 1, 2, 1500), "article"), c(
    "0 articles", "1 article", "2 articles", "1,500 articles"
  ))
  expect_identical(count_of(2L, "entry", "entries"), "2 entries")
  expect_identical(plural(c(1, 3), "is", "are"), c("is", "are"))
})

test_that("lists are quoted and end in an ellipsis where something is left out", {
  expect_identical(quote_list(c("a", "b")), "\"a\", \"b\"")
  expect_identical(quote_list("a"), "\"a\"")
  expect_identical(quote_list(letters[1:3], 2), "\"a\", \"b\", \u2026")
  expect_identical(quote_list(letters[1:2], 2), "\"a\", \"b\"")
  expect_identical(quote_list(character()), "")
})

test_that("decimals are fixed and zero has no sign", {
  expect_identical(show_decimals(c(-0.0004, 0.0004, -1.2345, 2), 3), c(
    "0.000", "0.000", "-1.234", "2.000"
  ))
  expect_identical(show_decimals(-0.2, 0), "0")
  expect_identical(show_decimals(-10, 1), "-10.0")
})

test_that("texts are cut by their width on the console", {
  expect_identical(cut_text(c("short", "exactly 10", "eleven char"), 10), c(
    "short", "exactly 10", "eleven ch\u2026"
  ))
  # Two columns a letter, and combining marks that take none.
  wide <- cut_text(strrep("\u6f22", 10), 8)
  expect_identical(wide, paste0(strrep("\u6f22", 3), "\u2026"))
  marks <- strrep("e\u0301", 8)
  expect_identical(cut_text(marks, 8), marks)
  expect_identical(nchar(cut_text(strrep("e\u0301", 9), 8), "width"), 8L)
  expect_identical(cut_text("abcdef", 4, at_end = TRUE), "\u2026def")
  expect_identical(cut_text("abc", 10, more = TRUE), "abc\u2026")
  expect_identical(cut_text(NA_character_, 10), NA_character_)
  expect_identical(cut_text(character(), 10), character())
  expect_identical(nchar(cut_text("a\xff\xfe and so on and on", 10), "width"), 10L)
  expect_identical(cut_text(strrep("x", 1e5), 5), "xxxx\u2026")
  expect_identical(cut_text(paste0(strrep("x", 1e5), "end"), 5, at_end = TRUE), "\u2026xend")
})

test_that("texts are filled to a width", {
  expect_identical(fit_width(c("ab", "abcdef"), 4), c("ab  ", "abc\u2026"))
  expect_identical(fit_width(c("ab", "abcdef"), 4, at_end = TRUE), c("  ab", "\u2026def"))
  expect_identical(nchar(fit_width(c("\u6f22\u6f22\u6f22", "a"), 4), "width"), c(4L, 4L))
})

test_that("numbers of a column have the same decimals", {
  expect_identical(show_numbers(c(0.12345, -0.5, NA)), c("0.123", "-0.500", "NA"))
  expect_identical(show_numbers(c(-0.0001, 0.3)), c("0.000", "0.300"))
  expect_identical(show_numbers(c(1e5, 2e5)), c("100000", "200000"))
  expect_identical(show_numbers(c(1L, NA, 100000L)), c("1", "NA", "100000"))
  expect_identical(show_numbers(c(123456.7, 1)), c("123456.700", "1.000"))
  expect_identical(show_numbers(c(0.00012345, 0.0001)), c("0.000123", "0.000100"))
  expect_identical(show_numbers(c(1e-12, NaN, -Inf)), c("1e-12", "NaN", "-Inf"))
  expect_identical(show_numbers(c(0, 0)), c("0", "0"))
  expect_identical(show_numbers(NA_real_), "NA")
  expect_identical(show_numbers(numeric()), character())
  expect_identical(show_numbers(1e20), "1e+20")
})

test_that("columns of every type are shown", {
  show <- function(x) show_column(x, 10)
  expect_identical(show(c("two\n\n lines", NA)), c("two lines", "NA"))
  expect_identical(show(paste0(strrep(" ", 30), "late")), " late")
  expect_identical(show(factor(c("b", NA, "a"))), c("b", "NA", "a"))
  expect_identical(show(as.Date(c("2021-03-04", NA))), c("2021-03-04", "NA"))
  expect_identical(show(c(TRUE, NA)), c("TRUE", "NA"))
  expect_identical(show(list(1:3, NULL)), c("<3>", "<0>"))
  expect_identical(show(matrix(1:4, 2)), c("<\u2026>", "<\u2026>"))
  types <- vapply(list(
    "a", 1L, 1, TRUE, factor("a"), Sys.Date(), Sys.time(), list(1), Sys.time() - Sys.time(), 1i,
    data.frame(a = 1)
  ), show_type, "")
  expect_identical(types, c(
    "<chr>", "<int>", "<dbl>", "<lgl>", "<fct>", "<date>", "<dttm>", "<list>", "<drtn>",
    "<complex>", "<df>"
  ))
})

test_that("columns that do not fit are named, and nothing is wider than the console", {
  frame <- as.data.frame(matrix(seq(0.001, 0.4, by = 0.001), 1))
  lines <- table_lines(frame, 60)
  expect_lte(max(nchar(lines, "width")), 60)
  expect_length(lines, 3 * 3 + 1)
  shown <- lengths(regmatches(lines[c(1, 4, 7)], gregexpr("V[0-9]+", lines[c(1, 4, 7)])))
  expect_match(
    lines[[10]], sprintf("^# \u2026 and %d more columns: V%d, ", 400 - sum(shown), sum(shown) + 1)
  )
  expect_length(table_lines(frame[1:3], 60), 3)
  narrow <- table_lines(data.frame(text = strrep("w", 500), n = 1), 20)
  expect_lte(max(nchar(narrow, "width")), 21)
})

test_that("long strings are cut at whole characters, in their encodings, at either end", {
  long <- strrep("\u00e4", 100)
  found <- output_cut_core(c(long, "short", NA), 5L, FALSE)
  expect_identical(found, list(text = c("\u00e4\u00e4", "short", NA), cut = c(TRUE, FALSE, FALSE)))
  expect_identical(output_cut_core(long, 5L, TRUE)$text, "\u00e4\u00e4")
  expect_identical(output_cut_core(strrep("\U1f600", 9), 7L, FALSE)$text, "\U1f600")
  latin <- iconv(long, "UTF-8", "latin1")
  expect_identical(Encoding(output_cut_core(latin, 5L, FALSE)$text), "latin1")
  expect_identical(nchar(output_cut_core(latin, 5L, FALSE)$text), 5L)
  # Bytes that are no characters are cut too.
  expect_identical(nchar(output_cut_core("\x80\x80\x80\x80\x80\x80", 5L, FALSE)$text, "bytes"), 2L)
})

test_that("a print looks at no more of a text than it shows", {
  # What is far from the beginning is never read: here it is no text at all.
  long <- paste0(strrep("Rain fell. ", 1e4), "\xff")
  rows <- new_table(list(doc_id = "a", left = long, match = "rain", right = long), "term_context")
  shown <- utils::capture.output(print(rows))
  expect_true(all(nchar(shown) <= 80L))
  expect_identical(nchar(near_text(long), "bytes"), 40L * getOption("width"))
})

test_that("a note is one line where it fits, several where it does not", {
  local_reproducible_output(width = 30)
  expect_identical(capture.output(cat_note("1 row  x ", "2")), "# 1 row  x 2")
  lines <- capture.output(cat_note("a note that is a good deal wider than this console"))
  expect_identical(lines, c("# a note that is a good deal", "#   wider than this console"))
  expect_identical(nchar(capture.output(cat_note(strrep("x", 50)))), 30L)
})
