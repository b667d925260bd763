# What must hold for any texts, on all shared collections.

collections <- c(
  reuters21578 = "reuters21578/reuters21578.csv.gz", usnews = "usnews/usnews_economy.csv.gz",
  sputnik = "sputnik/articles.csv.gz", bbc = "bbc/bbc.csv.gz", kcna = "kcna/stories_sample.csv.gz",
  newsgroups20 = "newsgroups20/20news_bydate.csv.gz", polnear = "polnear/articles.csv.gz"
)

collection_texts <- function(file, most = Inf) {
  data <- utils::read.csv(gzfile(data_file(file)), encoding = "UTF-8")
  column <- intersect(c("text", "body", "content"), names(data))[[1L]]
  text <- data[[column]]
  # Every k-th text, so that all parts of the collection are covered.
  text[unique(round(seq(1, length(text), length.out = min(most, length(text)))))]
}

matrix_of <- function(x, ...) term_matrix(unname(x), ..., progress = FALSE)

composed <- paste0(
  "\u00c0\u00c1\u00c2\u00c3\u00c4\u00c7\u00c8\u00c9\u00ca\u00cb\u00cd\u00d1\u00d3\u00d6",
  "\u00da\u00dc\u00e0\u00e1\u00e2\u00e3\u00e4\u00e7\u00e8\u00e9\u00ea\u00eb\u00ed\u00ee",
  "\u00ef\u00f1\u00f3\u00f4\u00f5\u00f6\u00fa\u00fb\u00fc"
)
bases <- "AAAAACEEEEINOOUUaaaaaceeeeiiinoooouuu"
marks <- c(
  0x300, 0x301, 0x302, 0x303, 0x308, 0x327, 0x300, 0x301, 0x302, 0x308, 0x301, 0x303, 0x301, 0x308,
  0x301, 0x308, 0x300, 0x301, 0x302, 0x303, 0x308, 0x327, 0x300, 0x301, 0x302, 0x308, 0x301, 0x302,
  0x308, 0x303, 0x301, 0x302, 0x303, 0x308, 0x301, 0x302, 0x308
)

decomposed <- function(x) {
  from <- strsplit(composed, "")[[1L]]
  to <- paste0(strsplit(bases, "")[[1L]], intToUtf8(marks, multiple = TRUE))
  for (i in seq_along(from)) x <- gsub(from[[i]], to[[i]], x, fixed = TRUE)
  x
}

# Texts of one line each, broken at blanks between letters.
wrapped <- function(x) gsub("([a-z]) ([A-Za-z])", "\\1\n\\2", x)

for (name in names(collections)) {
  test_that(paste("threads, order and blocks change nothing:", name), {
    x <- collection_texts(collections[[name]])
    m <- matrix_of(x, threads = 1)
    expect_identical(matrix_of(x, threads = 2), m)
    expect_identical(matrix_of(x, threads = 7), m)
    back <- matrix_of(rev(x), threads = 2)
    expect_equal(unname(back[rev(seq_along(x)), colnames(m)]), unname(m))
  })

  test_that(paste("tokens in are tokens counted:", name), {
    x <- collection_texts(collections[[name]], 2000)
    tokens <- term_tokens(unname(x), progress = FALSE)
    m <- matrix_of(x)
    expect_gt(sum(m), 1000)
    expect_identical(unname(Matrix::rowSums(m)), as.numeric(lengths(as.list(tokens), FALSE)))
    expect_identical(term_matrix(tokens, progress = FALSE), m)
  })

  test_that(paste("quotes, composition and wraps change nothing:", name), {
    x <- collection_texts(collections[[name]], 2000)
    x <- gsub("[[:space:]]+", " ", x[!is.na(x)])
    m <- matrix_of(x)
    expect_identical(matrix_of(chartr("\u2018\u2019\u201c\u201d", "''\"\"", x)), m)
    expect_identical(matrix_of(gsub("([a-z])'([a-z])", "\\1\u2019\\2", x)), m)
    expect_identical(matrix_of(decomposed(x)), m)
    expect_identical(matrix_of(wrapped(x)), m)
  })
}

test_that("emoji, right-to-left scripts, CJK and marks alone behave", {
  emoji <- strrep("\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467\u2764\ufe0f ", 100)
  expect_identical(dim(term_matrix(emoji, progress = FALSE)), c(1L, 0L))
  x <- c(
    "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd, \u05e9\u05dc\u05d5\u05dd",
    "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645",
    "\u65b0\u805e\u306e\u30cb\u30e5\u30fc\u30b9", "... !!! \u2014 \u201c\u201d", ""
  )
  for (rules in c("news", "uax29")) {
    m <- term_matrix(x, tokenizer = rules, progress = FALSE)
    expect_identical(m[1L, "\u05e9\u05dc\u05d5\u05dd"], 2)
    expect_identical(sum(m[2L, ]), 2)
    # Katakana is one word, ideographs and kana go one by one (UAX #29).
    expect_identical(m[3L, "\u30cb\u30e5\u30fc\u30b9"], 1)
    expect_identical(unname(Matrix::rowSums(m)[4:5]), c(0, 0))
  }
})

test_that("a line of 10 MB and one of bad bytes are counted to the last word", {
  long <- strrep("rain fell on Kestrel Bay and the wind's edge ", 220000)
  m <- term_matrix(long, progress = FALSE)
  expect_gt(nchar(long), 9.8e6)
  expect_identical(unname(m[1L, "wind's"]), 220000)
  expect_identical(sum(m), 9 * 220000)
  bad <- paste0("rain \xff\xfe fell \xe2\x82 ", strrep("\x80", 1000), " end")
  m <- term_matrix(bad, progress = FALSE)
  expect_setequal(colnames(m), c("rain", "fell", "end"))
})
