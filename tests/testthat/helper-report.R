# A small collection for which every figure on the page is computed by hand. The tone of n hits
# of "awful" is -n / (n + 2), that of "great" n / (n + 2). No two articles have the same words.
weather <- function() {
  data.frame(
    doc_id = c("j1", "j2", "j3", "j4", "a1", "a2", "a3", "a4"),
    text = c(
      "The weather was awful awful awful today.", # 7 words, -3 / 5
      "The weather was awful awful awful awful awful today.", # 9, -5 / 7
      "The weather was awful awful awful yesterday.",
      "The weather was awful awful awful awful awful yesterday.",
      "The weather was great great great today and everyone said so.", # 11, 3 / 5
      "The weather was great today.", # 5, 1 / 3
      "The weather was great great great yesterday and everyone said so.",
      paste( # 25, 1 / 3
        "The weather was great today in all of the towns along the river and the coast and",
        "in most of the villages of the north."
      )
    ),
    date = as.Date(c(
      "2021-01-04", "2021-01-04", "2021-01-12", "2021-01-20",
      "2021-08-03", "2021-08-10", "2021-08-18", "2021-08-20"
    )),
    source = c(rep("Gazette", 5), rep("Herald", 3))
  )
}
own_lexicon <- function() tone_lexicon(c(awful = -4, great = 4), shifters = FALSE, name = "toy")

page_of <- function(x, ..., lexicon = own_lexicon()) {
  file <- withr::local_tempfile(fileext = ".html")
  article_report(x, file, lexicon = lexicon, ...)
  paste(readLines(file, encoding = "UTF-8"), collapse = "\n")
}
# The text of a page with one blank for every tag.
words_of <- function(page) {
  page <- sub("(?s)^.*?<body>", "", page, perl = TRUE)
  page <- gsub("(?s)<script>.*?</script>", "", page, perl = TRUE)
  page <- gsub("</?bdi>|\u2068|\u2069", "", page)
  trimws(gsub("[ \n]+", " ", gsub("<[^>]*>", " ", page)))
}
expect_shown <- function(page, text) expect_match(page, text, fixed = TRUE)

# The words of one section.
section_of <- function(page, id) {
  part <- sub(sprintf("(?s)^.*?<section [^>]*id=\"%s\"", id), "<section", page, perl = TRUE)
  words_of(paste0("<body>", sub("(?s)</section>.*$", "", part, perl = TRUE)))
}
