# The hostile values of the generator of arguments, helper-argument_fuzz.R.

# Hostile values, each made only when it is asked for: some are large. Values that lie about
# themselves (slots of matrices, of fits and of lexicons) are not among them.
fuzz_values <- function() {
  bytes <- function(...) rawToChar(as.raw(c(...)))
  marked <- function(x, encoding) {
    Encoding(x) <- encoding
    x
  }
  frame <- function(...) data.frame(..., check.names = FALSE, stringsAsFactors = FALSE)
  values <- expression(
    null = NULL, na = NA, na_int = NA_integer_, na_real = NA_real_, na_string = NA_character_,
    nan = NaN, inf = Inf, minus_inf = -Inf, minus = -1, zero = 0, one = 1L, two = 2, half = 0.5,
    tiny = 5e-324, huge = 1e308, big = 2^31, bigger = 2^53 + 2, int_max = .Machine$integer.max,
    true = TRUE, two_flags = c(TRUE, FALSE), some_na = c(1, NA), one_two = c(1, 2),
    empty_num = numeric(), empty_chr = character(), empty_lgl = logical(), empty_list = list(),
    blank = "", blanks = " \t\n", letter = "a", unknown = "xx", star = "*", bracket = "[",
    open = "(", slash = "\\", percent = "%s%n", dollar = "$1\\1", quotes = "\"'`", line = "a\nb",
    nul = "a\u0001b", bidi = "\u202eabc", accent = "e\u0301", far = "\U10ffff", dash = "\u2014",
    chr_na = c("a", NA), chr_same = c("a", "a"), chr_blank = c("a", ""), invalid = bytes(255),
    cut_utf8 = bytes(97, 226, 130), surrogate = bytes(237, 160, 128),
    raw_bytes = marked(bytes(97, 255), "bytes"), latin = marked(bytes(99, 97, 102, 233), "latin1"),
    some_bytes = c("a", marked(bytes(255), "bytes")), some_invalid = c("a", bytes(255)),
    long = strrep("ab ", 7e5), long_word = strrep("\u00e9", 1e6), long_invalid =
      paste0(strrep("a", 2e6), bytes(255)), long_bytes =
      marked(strrep(bytes(97, 254), 1e6), "bytes"), many = rep("a", 2e3), many_num = seq_len(1e6),
    many_different = as.character(seq_len(2e4)), six_na = rep(NA_character_, 6),
    named = c(a = "b"), named_na = stats::setNames("a", NA), named_invalid =
      stats::setNames("a", bytes(255)), list_one = list(1), list_chr = list("a", "b"), nested =
      list(a = list(b = list("c", NULL))), named_list = list(a = "b", a = "c"), list_null =
      list(NULL), list_na = list(a = NA), function_ = mean, primitive = sum, env = new.env(),
    symbol = quote(a), call_ = quote(a + b), formula_ = y ~ x, expression_ = expression(a, b),
    factor_ = factor(c("a", "b")), factor_na = factor(c("a", NA)), factor_empty = factor(),
    factor_invalid = factor(bytes(255)), date = as.Date("2021-03-04"), date_inf =
      as.Date(c(Inf, NaN, NA), origin = "1970-01-01"), date_six =
      as.Date(c(Inf, NaN, NA, 0, 1e12, -1e12), origin = "1970-01-01"), time = as.POSIXct(0,
      origin = "1970-01-01", tz = "UTC"), time_inf = as.POSIXct(c(Inf, NaN),
      origin = "1970-01-01"), local_time = as.POSIXlt("2021-03-04", tz = "UTC"), span =
      as.difftime(1, units = "hours"), complex_ = 1i, raw_ = as.raw(1:3), version =
      numeric_version("1.2"), no_rows = frame(text = character()), no_columns = frame()[0],
    six_rows = frame(a = 1:6)[0], frame_one = frame(text = "Rain fell."), same_names =
      frame(text = "a", text = "b"), no_names = stats::setNames(frame(text = "a"), NA),
    invalid_names = stats::setNames(frame("a", "b"), c("text", bytes(255))), list_column =
      frame(text = I(list("a", 1:3))), list_ids = frame(doc_id = I(list(1, 2)), text = c("a", "b")),
    odd_text = frame(text = c(bytes(255), NA, "")), odd_date = frame(text = c("a", "b"), date =
      as.Date(c(Inf, NaN), origin = "1970-01-01")), odd_dates = frame(text = "a", date = 1i),
    list_dates = frame(text = "a", date = I(list(1:2))), bytes_dates = frame(text = "a", date =
      marked(bytes(255), "bytes")), odd_ids = frame(doc_id = c(bytes(255), NA, ""), text = "a"),
    bytes_frame = frame(doc_id = "a", title = marked(bytes(255), "bytes"), text =
      marked(bytes(254), "bytes")), latin_frame = frame(title = marked(bytes(233), "latin1"),
      text = marked(bytes(233), "latin1")), odd_title = frame(title = 1i, text = "a"), odd_source =
      frame(text = "a", source = I(list(1:2))), odd_basis = frame(text = "a", date = "2021-03-04",
      date_basis = I(list(1))), odd_path = frame(text = "a", path = 3, url = bytes(255)),
    matrix_text = frame(text = I(matrix("a", 2, 2))), frame_column = `$<-`(frame(a = 1:2), "text",
      frame(b = 1:2)), number_text = frame(text = 1:2), tokens_frame = frame(doc_id = 1, token =
      "a"), matrix_ = matrix(1, 2, 2), matrix_na = matrix(NA_real_, 2, 2), matrix_minus =
      matrix(-1, 2, 2), matrix_huge = matrix(1e308, 2, 2), matrix_half = matrix(0.5, 2, 2),
    matrix_chr = matrix("a", 2, 2), matrix_zero = matrix(0, 2, 2), matrix_empty = matrix(0, 0, 0),
    matrix_wide = matrix(0, 0, 3), matrix_tall = matrix(0, 3, 0), matrix_names = matrix(1, 2, 2,
      dimnames = list(c("a", "a"), c(bytes(255), NA))), matrix_lgl = matrix(TRUE, 2, 2), array_ =
      array(1, c(2, 2, 2)), sparse = Matrix::Matrix(c(0, 1, 2, 0), 2, sparse = TRUE), dense =
      Matrix::Matrix(1, 2, 2), diagonal = Matrix::Diagonal(3), table_ = table(c("a", "b")), s4 =
      methods::new("numeric"), s4_class = methods::getClass("numeric"), model =
      structure(list(), class = "lm"), odd_class = structure(1, class = "nosuch"), odd_list =
      structure(list(1), class = c("nosuch", "other")), connection = stdin(), pairs =
      as.pairlist(list(a = 1)), altrep = 1:1e7
  )
  here <- environment()
  lapply(values, function(value) function() eval(value, here))
}
