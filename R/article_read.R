#' Read articles from files and folders
#'
#' Reads files of many forms to clean records, one row an article. Text is brought to
#' UTF-8 (normalization form C), hard-wrapped lines are joined and paragraphs divided by
#' a blank line; datelines, footers and everything else stay: [article_parts()] finds
#' them. Nothing is dropped in silence: [article_problems()] lists what was repaired, and what
#' could not be read.
#'
#' @param path Paths of files, folders and patterns (`"news/*.csv"`), a character vector
#'   in which they may be mixed. Folders are read with all folders inside them. The order
#'   is the one given, and that of names (by code point) inside a folder or pattern.
#'   Files of a folder or pattern whose ending is of no form below are not read; a message
#'   says how many.
#' @param format The form of all files, `"txt"`, `"csv"`, `"tsv"`, `"json"`, `"jsonl"`,
#'   `"parquet"`, `"html"` or `"export"`; or `NULL`, the default, for that of their ending
#'   or, for a file that was named itself and whose ending is unknown, of its content.
#' @param doc_id,text,date,title,source The names of the columns (of a table, of the objects
#'   of a JSON file) that hold these, each one string; or `NULL`, the default, to guess
#'   them. What was guessed is said in one message and kept in the attribute `roles`.
#'   Ignored for files without columns.
#' @param ... Must be empty.
#' @param split_at Where a text file is split into articles: a regular expression (as of
#'   Perl) that some part of each dividing line matches; or a number, the minimum number of
#'   blank lines between articles. The dividing lines are not kept. By default, `NULL`, a text
#'   file is one article.
#' @param exports Paths of rule files for exports of databases, beside those of the package, with
#'   `format = "export"`. See [article_exports()].
#' @param repair Whether to undo mojibake, stray control characters and entities of HTML, as
#'   [article_repair()] does; by default `FALSE`. Each repaired article gets a row in
#'   [article_problems()] with the code `mojibake`.
#' @param threads The number of threads, by default the option `tritone.threads` or 2.
#'   The result is the same for every number.
#' @param progress Whether to show a progress bar for work of more than two seconds; by
#'   default in interactive sessions.
#' @return A data frame of class `tritone_articles`, one row an article, with the
#'   columns
#'   * `doc_id`: the id in the file, or else the file's name without its ending, with a
#'     number where the file holds several articles; made unique, which is said once;
#'   * `title`: the title, one line, or `NA`;
#'   * `text`: the rest in UTF-8 (normalization form C), paragraphs divided by a blank
#'     line; `""` where there is a title only, `NA` where there is neither;
#'   * `date`: a `Date`: the one given in the record, or else the one in the file's name
#'     (`2021-10-11`), in the address, in the dateline or in the text, by the rules of
#'     [article_dates()]; else `NA`;
#'   * `date_basis`: what the date rests on, as `basis` of [article_dates()] says: `"metadata"`,
#'     `"name"`, `"address"`, `"dateline"` or `"text"`; `NA` where there is no date;
#'   * `source`: the source given in the record, else `NA`;
#'   * `path`: the file;
#'   * `line`: the line of the file on which the article begins, 1-based; `NA` in Parquet
#'     files, which have none;
#'   * all other columns of the files, those of different files united and filled with
#'     `NA`. A column that has one of the names above is named `line.1` and the like. A
#'     column whose types differ between files is made text, which is said.
#'
#'   [article_problems()] lists what was met. The attribute `roles` is a data frame with
#'   `path`, `role`, `column` and `given`. The class only prints the records: any data frame with
#'   these columns is read as the same articles by every verb.
#' @section Text files:
#' `.txt` (and `.text`, `.txt.gz`). The encoding is found: UTF-8, UTF-16, Windows-1252; in
#' a file of UTF-8 lines of Windows-1252 are read as such. The title is in up
#' to three lines before the first blank line if it looks like one. Each file gives at
#' least one row: one that is empty, binary or unreadable has an `NA` text.
#' @section Tables:
#' `.csv`, `.tsv` (and `.tab`, `.csv.gz`, `.tsv.gz`). The delimiter (comma, semicolon, tab,
#' bar), the encoding and whether there is a header are found, whatever the ending. Fields
#' in double quotes may hold delimiters, line ends and doubled quotes. Quotes that are not
#' closed or not doubled cost no other record. A record with too few fields is filled with
#' `NA`; what is too much is kept in the text, where that is the last column, else in
#' `extra_fields`. Empty fields and `NA` are missing. Columns of numbers and truth values
#' are made such; digits with leading zeros, or more than 15, stay text. A title that the
#' text repeats on its first lines is taken off the text.
#' @section JSON:
#' `.json`, `.jsonl`, `.ndjson` (and `.gz`); needs the package yyjsonr. An array of
#' objects, objects one after the other, one object, an object of arrays of one length,
#' or an object that wraps an array of objects (its other fields are repeated beside each
#' record). A fault costs one record, the others are read. Objects in an object become
#' columns `a.b`; arrays become strings of JSON, but arrays of strings under a text's name
#' are its paragraphs.
#' @section Parquet:
#' `.parquet`, `.pq`; needs the package nanoparquet. Columns keep their types.
#' @section Pages:
#' `.html`, `.htm`, `.xhtml`, one article a page, by package xml2. The text is that of the
#' element with the most sentences outside of links, navigation, comments, related stories,
#' captions and notices; lists and tables are lines. Title, date, source and the columns
#' `byline`, `url`, `section`, `language` and `modified` are from metadata, JSON-LD and the
#' page. A byte order mark decides on the encoding, then whether the bytes are UTF-8, then what
#' the page declares. `cut_off`, `no_article`, `frames`, `paywall` (the text may be a beginning)
#' and `bad_json_ld` are problems of pages; one of more than 64 MiB is `too_large`.
#' @section Exports of databases:
#' Text exports of Nexis, Factiva and ProQuest, `.txt`, with `format = "export"`; see
#' [article_exports()]. Each labelled field is a column, and `form` names the rules. Problems:
#' `no_rules`, none of them knows the file; `no_article`, how many divisions gave none;
#' `head_unread`, the top of an article is not as the rules say; `left_out`, what comes before
#' the first article or after the last.
#' @section Problems:
#' The codes, and what was done:
#' * `bad_bytes`: bytes that are no text, each piece made one U+FFFD;
#' * `encoding`: the file, or lines of it, are not in UTF-8 and were decoded;
#' * `control_characters`: control characters, kept;
#' * `no_title`: no line of a text file looks like a title, all is text;
#' * `not_divided`: `split_at` splits nothing in the file, it is one article;
#' * `title_repeated`: the text began with the title, which was taken off; said once a file;
#' * `bad_quotes`: quotes in a table that are not closed or not doubled, read as characters;
#' * `ragged_row`: more or fewer fields than the first record has;
#' * `duplicate_columns`: names of columns made unique;
#' * `no_header`: the first line of a table is data, columns are `V1`, `V2`, ...;
#' * `no_text_column`: no column looks like a text;
#' * `bad_json`: a piece that is no JSON or no object, left out;
#' * `bad_parquet`: no Parquet file, or a damaged one;
#' * `cut_off`: a packed file that ends early;
#' * `empty`: no text, or no text but a title;
#' * `no_articles`: a file of records without any;
#' * `binary`, `unsupported_encoding` (UTF-32), `unreadable`, `too_large` (more than 1 GiB):
#'   the file was not read; `unreadable` also of a folder that cannot be looked into, or that is
#'   a link to one that it is in;
#' * `frames`, `paywall`, `bad_json_ld`: of a page: it only frames others, says that more is
#'   for subscribers, or holds data about the article that are no JSON;
#' * `no_article`: a page, or a piece of an export, in which none was found;
#' * `no_rules`, `left_out`, `head_unread`: an export of no known form, what comes before its
#'   first or after its last article, and a top that is not as the rules say;
#' * `mojibake`: damage that `repair` undid;
#' * `year_inferred`, `ambiguous_date`, `impossible_date`, `future_date`, `unread_date`,
#'   `imprecise_date`, `weekday_differs`, and `undated` where a date is there that does not
#'   serve: see [article_dates()].
#' @section Errors:
#' `tritone_error_input` where a path does not exist, a pattern matches nothing, a file is
#' of no known form, a column that was given does not exist (the message lists those that
#' do), `split_at` is no regular expression, or a package is missing.
#' @seealso [article_problems()], [article_parts()], [term_matrix()], [tone_score()], [article_report()]
#' @export
#' @examples
#' folder <- system.file("extdata", "articles", package = "tritone")
#' news <- article_read(folder)
#' news
#' article_problems(news)
#'
#' table <- tempfile(fileext = ".csv")
#' writeLines(c(
#'   "id;headline;body;published", "7;Ferry runs;The ferry runs again.;2021-10-11",
#'   "8;Mill shuts;;2021-10-12"
#' ), table)
#' news <- article_read(table)
#' news$date
#' article_problems(news)
#'
#' # Several articles in one text file.
#' day <- tempfile(fileext = ".txt")
#' writeLines(c("Ferry runs", "", "It runs.", "-----", "Mill shuts", "", "It is shut."), day)
#' article_read(day, split_at = "^-+$")
article_read <- function(path, ..., format = NULL, doc_id = NULL, text = NULL, date = NULL,
                         title = NULL, source = NULL, split_at = NULL, exports = NULL,
                         repair = FALSE,
                         threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  if (!is.null(format)) format <- check_choice(format, "format", names(article_forms()))
  options <- list(
    roles = list(
      doc_id = check_string(doc_id, "doc_id", null = TRUE),
      title = check_string(title, "title", null = TRUE),
      text = check_string(text, "text", null = TRUE),
      date = check_string(date, "date", null = TRUE),
      source = check_string(source, "source", null = TRUE)
    ),
    split_at = check_split_at(split_at), exports = check_exports(exports, format),
    threads = check_threads(threads),
    progress = check_flag(progress, "progress")
  )
  repair <- check_flag(repair, "repair")
  files <- find_article_files(check_strings(path, "path"), format)
  news <- join_records(read_pieces(files, options), files, options)
  if (repair) article_repair(news, threads = options$threads) else news
}
