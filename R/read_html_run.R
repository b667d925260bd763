# Saved pages that follow each other. Those in UTF-8, as nearly all are, go through the core many
# at a time, which reads the files and finds the articles on threads; xml2 parses in between. All
# others, and collections that a database saved as a page, are read alone, see read_html().

# What read_html() gives for each of `files`, as a list of pieces with the numbers of their files
# in `file`. `tell` takes the number of files that are done; about `bytes` are held at once.
read_pages <- function(files, options, tell = NULL, bytes = 2^22) {
  need_package("xml2", "Reading pages (.html)")
  size <- file.size(files)
  together <- is.null(options$encoding) & !is_packed(files) & !is.na(size) & size <= max_page_bytes
  chunk <- cumsum(ifelse(together, size, 0)) %/% bytes
  pieces <- lapply(split(seq_along(files), chunk), function(numbers) {
    out <- read_page_chunk(files, numbers, together[numbers], options)
    if (!is.null(tell)) tell(max(numbers))
    out
  })
  do.call(c, unname(pieces))
}

# The same of the files of these numbers.
read_page_chunk <- function(files, numbers, together, options) {
  source <- read_html_sources_core(files[numbers[together]], max_page_bytes, options$threads)
  page <- vapply(source$bytes, function(bytes) {
    if (is.null(bytes)) NA_character_ else parse_page(bytes)
  }, "")
  # What a database saved as lines of text is no page of one article.
  parsed <- which(!is.na(page) & !grepl(export_marks, page, perl = TRUE, useBytes = TRUE))
  source$number <- numbers[together]
  read <- read_parsed(page[parsed], source$number[parsed], options$threads)
  # A run of pages that were read together is one piece.
  whole <- numbers %in% read$number
  change <- !whole | !c(FALSE, whole[-length(whole)])
  unname(lapply(split(numbers, cumsum(change)), function(run) {
    if (run[[1L]] %in% read$number) return(page_piece(run, read, source))
    read_piece(files[[run]], run, article_forms()$html, options)
  }))
}

# What the core finds in pages as parse_page() gives them, with their numbers.
read_parsed <- function(page, number, threads = 1L) {
  read <- read_html_core(page, threads)
  read$several <- as.integer(unlist(Map(articles_inside, page, read$text)))
  read$number <- number
  read
}

# The pages of these numbers as one piece, with the problems of their bytes and of their texts.
page_piece <- function(run, read, source) {
  at <- match(run, read$number)
  column <- function(name) read[[name]][at]
  records <- form_records(
    length(run), title = column("title"), text = column("text"), date = column("date"),
    source = column("source"), more = list_frame(lapply(stats::setNames(nm = page_columns), column))
  )
  cut <- source$number[source$ends_in_tag]
  several <- read$several > 1L
  more_told <- length(read$problems$code) + length(cut) + sum(several)
  reported <- list(
    number = c(
      source$number[source$problems$record], read$number[read$problems$record], cut,
      read$number[several]
    ),
    line = c(source$problems$line, rep(NA, more_told)),
    code = c(
      source$problems$code, read$problems$code, rep("cut_off", length(cut)),
      rep("several_articles", sum(several))
    ),
    detail = c(
      source$problems$detail, read$problems$detail, rep(page_cut_off, length(cut)),
      several_detail(read$several[several])
    )
  )
  reported <- lapply(reported, `[`, reported$number %in% run)
  record <- match(reported$number, run)
  problems <- form_problems(reported$line, record, reported$code, reported$detail)
  problems$file <- reported$number
  list(records = records, problems = problems, roles = NULL, file = run)
}
