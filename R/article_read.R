#' Read articles from files and folders
#'
#' Reads text files, one article a file, to clean records: the title line is told from
#' the text, hard-wrapped lines are joined to paragraphs, the encoding is found (UTF-8,
#' UTF-16, Windows-1252) and bad bytes are replaced. Datelines, footers and everything
#' else stay in the text; [article_parts()] tells them apart. Every file gives a row:
#' one that is empty, binary or cannot be read has an `NA` text and an entry in
#' `problems`.
#'
#' @param path Paths of `.txt` files and of folders, a character vector. Folders are
#'   read with all folders inside them, files in the order of their names (by code
#'   point). Files with other endings are not read; a message says how many.
#' @param ... Must be empty.
#' @param threads The number of threads, by default the option `tritone.threads` or 2.
#'   The result is the same for every number.
#' @param progress Whether to show a progress bar for work of more than two seconds; by
#'   default in interactive sessions.
#' @return A data frame of class `tritone_article_read`, one row an article, with the
#'   columns
#'   * `doc_id`: the file's name without its ending, made unique;
#'   * `title`: the title line, or `NA`;
#'   * `text`: the rest in UTF-8 (normalization form C), paragraphs divided by a blank
#'     line; `NA` where there is none;
#'   * `date`: the date that the file's name holds as `2021-10-11`, else `NA`;
#'   * `source`: `NA`, for you to fill;
#'   * `path`: the file;
#'   * `line`: the line on which the article begins, 1-based;
#'
#'   and an attribute `problems`, a data frame with `path`, `line`, `doc_id`, `code` and
#'   `detail`.
#' @section Errors:
#' `tritone_error_input` where a path does not exist or names a file that is not text.
#' @seealso [article_parts()], [term_matrix()], [tone_score()], [article_report()]
#' @export
#' @examples
#' folder <- system.file("extdata", "articles", package = "tritone")
#' news <- article_read(folder)
#' news
#' attr(news, "problems")
article_read <- function(path, ..., threads = getOption("tritone.threads", 2),
                         progress = interactive()) {
  check_dots(...)
  files <- article_files(check_strings(path, "path"))
  read <- article_read_core(
    enc2utf8(files), check_threads(threads), progress_bar("Reading articles", progress)
  )
  doc_id <- make_ids(sub("\\.[^.]*$", "", basename(files)), length(files))
  problems <- data.frame(
    path = files[read$problems$file], line = read$problems$line,
    doc_id = doc_id[read$problems$file], code = read$problems$code,
    detail = read$problems$detail, stringsAsFactors = FALSE
  )
  tell_unread(files, is.na(read$text), problems)
  new_table(
    list(
      doc_id = doc_id, title = read$title, text = read$text, date = dates_in_names(files),
      source = rep(NA_character_, length(files)), path = files, line = read$line
    ),
    "article_read",
    problems = problems
  )
}

# Endings of files that hold articles in another form than plain text.
other_forms <- c(
  "csv", "tsv", "json", "jsonl", "ndjson", "parquet", "html", "htm", "xml", "pdf", "doc",
  "docx", "rtf", "xls", "xlsx", "zip", "gz", "rds", "rda"
)

# The files that `path` names, in order.
article_files <- function(path) {
  there <- file.exists(path)
  if (!all(there)) {
    abort_input(
      "`path` must name files and folders that exist; there is no ", path[!there][[1L]], "."
    )
  }
  left_out <- 0L
  files <- lapply(path, function(one) {
    if (!dir.exists(one)) {
      if (tolower(tools::file_ext(one)) %in% other_forms) {
        abort_input("`path` must name text files (.txt) or folders of them; given ", one, ".")
      }
      return(one)
    }
    inside <- list.files(one, recursive = TRUE, full.names = TRUE)
    text <- tolower(tools::file_ext(inside)) == "txt"
    left_out <<- left_out + sum(!text)
    sort(inside[text], method = "radix")
  })
  files <- as.character(unlist(files))
  if (left_out) {
    were <- if (left_out == 1L) " was" else "s were"
    message(sprintf("%d file%s not read: another ending than .txt.", left_out, were))
  }
  if (!length(files) && length(path)) message("No .txt file was found in ", path[[1L]], ".")
  files
}

# A date written as 2021-10-11 or 2021_10_11 in the name of a file.
dates_in_names <- function(files) {
  name <- basename(files)
  at <- regexpr("(?<![0-9])(1[89]|20)[0-9]{2}([-_])[0-9]{2}\\2[0-9]{2}(?![0-9])", name, perl = TRUE)
  found <- rep(NA_character_, length(files))
  found[at > 0] <- gsub("_", "-", regmatches(name, at), fixed = TRUE)
  as.Date(found, format = "%Y-%m-%d", optional = TRUE)
}

# Says once which files gave no text, and why.
tell_unread <- function(files, unread, problems) {
  if (!any(unread)) return(invisible())
  code <- problems$code[match(files[unread], problems$path)]
  counts <- table(code)
  message(sprintf(
    "%d of %d files gave no article (%s), the first is %s. See attr(x, \"problems\").",
    sum(unread), length(files), paste(counts, names(counts), collapse = ", "), files[unread][[1L]]
  ))
}
