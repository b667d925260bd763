#' Read articles from files and folders
#'
#' Reads files of many forms into clean records, one row for each article. Text is converted to
#' UTF-8 (Normalization Form C), hard-wrapped lines are joined and paragraphs are separated by
#' a blank line; datelines, footers and everything else stay: [article_parts()] finds
#' them. Nothing is dropped silently: [article_problems()] lists what was repaired, and what
#' could not be read.
#'
#' @param path Paths of files, folders and patterns (`"news/*.csv"`), a character vector
#'   in which they may be mixed. Folders are read with all folders inside them. The order
#'   is the one given, and that of names (by code point) inside a folder or pattern.
#'   Archives (`.zip`) are read as folders are, their members named `"archive.zip/member"`.
#'   Files in a folder or pattern whose ending belongs to no form below are not read, with a
#'   message, and nor are hidden ones, whose names begin with a full stop (or with `~$`, as lock
#'   files of office programs do); one row of
#'   [article_problems()] for each folder or pattern says how many of either there are, and
#'   names the first.
#' @param format The form of all files, `"txt"`, `"csv"`, `"tsv"`, `"json"`, `"jsonl"`,
#'   `"parquet"`, `"feed"`, `"html"`, `"docx"`, `"rtf"`, `"pdf"` or `"export"`; or `NULL`, the
#'   default, to decide by the ending or, for a file that is named in `path` and whose ending is
#'   unknown, by the content. Exports of databases are recognised in `.txt`, `.docx`, `.rtf`, `.pdf`
#'   and `.html` files without a word; `"txt"` reads a text file as one article whatever it holds.
#' @param doc_id,text,date,title,source The names of the columns (of a table, of the objects
#'   of a JSON file) that hold these, each one string; or `NULL`, the default, to guess
#'   them. `text` may name several columns, such as `c("lead", "text")`, which are joined as
#'   paragraphs in this order. A name applies to the files that have such a column; in the others
#'   the role is guessed. One message says what was guessed, and which columns that read like texts
#'   were left out; the attribute `roles` keeps the guesses. Ignored for files without columns.
#' @param ... Must be empty.
#' @param missing Strings that mean that there is no value, such as `c("NULL", "None", "N/A")`, in
#'   all columns of all forms; or `NULL`, the default, for none but empty fields and `NA` of tables
#'   and `null` of JSON. Blanks around them do not matter.
#' @param day_order How dates written in digits only (`03/04/2021`) are read: `"dmy"`, `"mdy"`, or
#'   `NULL`, the default, for what the column shows; as in [article_dates()].
#' @param encoding The encoding of all files, a name that [iconv()] knows, such as `"windows-1251"`,
#'   `"GB18030"` or `"KOI8-R"`; or `NULL`, the default, to find it out for each file: see the
#'   section *Encodings*. Parquet files have none.
#' @param split_at Where a text file is split into articles: a Perl regular expression
#'   that matches some part of each dividing line; or a number, the minimum number of
#'   blank lines between articles. The dividing lines are not kept. By default, `NULL`, a text
#'   file is one article.
#' @param exports Paths of rule files for database exports, in addition to those of the package,
#'   with `format = "export"`; by default `NULL`. See [article_exports()].
#' @param repair Whether to undo mojibake, stray control characters, HTML entities and tags, as
#'   [article_repair()] does; by default `FALSE`. Each repaired article gets a row in
#'   [article_problems()] with the code `mojibake`, or `html` where only tags were removed.
#' @param threads The number of threads, by default the option `tritone.threads` or 2.
#'   The result is the same for every number.
#' @param progress Whether to show a progress bar for work that takes more than two seconds;
#'   by default in interactive sessions.
#' @return A data frame of class `tritone_articles`, one row for each article, with the
#'   columns
#'   * `doc_id`: the id in the file, or else the file's name without its ending, with a
#'     number if the file holds several articles; made unique, with one message;
#'   * `title`: the title, one line, or `NA`;
#'   * `text`: the rest in UTF-8 (Normalization Form C), paragraphs separated by a blank
#'     line; `""` if there is only a title, `NA` if there is neither;
#'   * `date`: a `Date`: the one given in the record, or else the one in the file's name
#'     (`2021-10-11`), in the address, in the dateline or in the text, by the rules of
#'     [article_dates()]; else `NA`;
#'   * `date_basis`: what the date rests on, as `basis` of [article_dates()] says: `"metadata"`,
#'     `"name"`, `"address"`, `"dateline"` or `"text"`; `NA` where there is no date;
#'   * `source`: the source given in the record, else `NA`;
#'   * `path`: the file;
#'   * `line`: the line of the file on which the article begins, 1-based; `NA` in Parquet
#'     files and documents, which have none;
#'   * all other columns of the files; a column that a file lacks is filled with `NA`. A
#'     column that has one of the names above is renamed, as `line` to `line.1`. A column
#'     whose types differ between files becomes text, with a message.
#'
#'   [article_problems()] lists the problems. The attribute `roles` is a data frame with
#'   `path`, `role`, `column` and `given`. The class only affects printing: every function reads
#'   any data frame with these columns as the same articles.
#' @section Text files:
#' `.txt` (and `.text`, `.txt.gz`). The encoding is detected; single lines of Windows-1252 in a
#' UTF-8 file are read as such. Up to three lines before the first blank line are the title if they
#' look like one. Each file gives at least one row: an empty, binary or unreadable file has an `NA`
#' text.
#' @section Encodings:
#' A byte order mark decides. Bytes that are valid UTF-8 are UTF-8, unless they have the escapes of
#' ISO-2022-JP or ISO-2022-KR. Pages say what they are in. Otherwise the encoding is guessed from
#' the letters that the bytes would be in each of windows-1250, 1251, 1252, 1253, 1254 and 1257,
#' ISO-8859-2, 5, 7, 9, 13, 15 and 16, KOI8-R, KOI8-U, CP866, macintosh, GB18030 (with GBK), Big5,
#' Shift_JIS (as CP932), EUC-JP, EUC-KR (as CP949) and UTF-16: how frequent they are in the
#' languages that it is used for, and whether capitals and scripts are where they may be. A problem
#' `encoding` says what was guessed, by which language, and, if a second encoding fits nearly as
#' well, that the guess is uncertain and what the second one is. A message counts the guesses,
#' except those of windows-1252. Bytes that an encoding does not have are `bad_bytes`.
#' @section Tables:
#' `.csv`, `.tsv` (and `.tab`, `.csv.gz`, `.tsv.gz`). The delimiter (comma, semicolon, tab, vertical
#' bar), the encoding and whether there is a header are detected, whatever the ending. Fields in
#' double quotes may hold delimiters, line ends and quotes, which are doubled or have a backslash
#' before them: what most records of the file fit decides. Line ends are `\\n`, `\\r\\n`
#' and `\\r`; others (U+2028, U+2029, U+0085) are characters of a field, and only the text of an
#' article has its line ends unified. Quotes that are not closed or
#' not doubled damage no other record. A record with too few fields is filled with `NA`; surplus
#' fields are kept in the text if that is the last column, else in `extra_fields`. Empty fields and
#' `NA` are missing. Columns of numbers and of truth values are converted; numbers with leading
#' zeros or more than 15 digits stay text. A title that the text repeats on its first lines is
#' removed from the text.
#' @section JSON:
#' `.json`, `.jsonl`, `.ndjson` (and `.gz`); needs the package yyjsonr. An array of
#' objects, objects one after the other, one object, an object of arrays of one length,
#' or an object that wraps an array of objects (its other fields are repeated for each
#' record). So are tables as pandas writes them, in each of its orients (`split`, `records`,
#' `index`, `columns`, `values`, `table`; the names of rows become ids), and the answers of the
#' interfaces of the New York Times and the Guardian. An answer that is an error or has no articles
#' is a problem `no_articles`, which says what it says; of fields that hold HTML (`fields.body`,
#' `content_html`) the text is taken, and of `keywords` the values. A line may hold several
#' objects. A fault affects one record only, half of a surrogate pair (`\\ud800`) one character,
#' and a field that is nested more than 200 times is left out. Nested objects become columns `a.b`;
#' arrays become JSON strings, except that an array of strings in the text field holds its
#' paragraphs.
#' @section Feeds:
#' `.rss`, `.atom`, `.rdf`, `.xml` (and `.gz`), in RSS, RSS 1.0 (RDF) and Atom; needs the package
#' xml2. Each item is an article: its text is `content:encoded` or `content`, else the description
#' or summary, as text with paragraphs; a summary beside a content is the column `summary`. Its
#' source is the title of the feed; `url`, `byline` and `section` (the categories) are columns. A
#' JSON Feed is read as JSON.
#' @section Parquet:
#' `.parquet`, `.pq`; needs the package nanoparquet. Columns keep their types. Except on Windows
#' the file is read in a process of its own, since some damaged files crash the reader.
#' @section Pages:
#' `.html`, `.htm`, `.xhtml`, one article per page; needs the package xml2. The text is that of the
#' element with the most sentences outside of links, navigation, comments, related stories,
#' captions and notices; each list item and table row is a line. Title, date, source and the columns
#' `byline`, `url`, `section`, `language` and `modified` are from metadata, JSON-LD and the
#' page. A byte order mark decides on the encoding, then whether the bytes are UTF-8, then what
#' the page declares. `cut_off`, `no_article`, `frames`, `paywall` (the text may be a beginning)
#' and `bad_json_ld` are problems of pages; a page of more than 64 MiB is `too_large`.
#' @section Documents:
#' `.docx` (and `.docm`; needs the package xml2), `.rtf`, `.doc` (if it is RTF or a newer document
#' in truth, as from databases) and `.pdf` (needs the package pdftools). Read is what a reader sees:
#' links, tables (a row is a line, with tabs between cells), text boxes, words that were added;
#' not headers, footers, notes, hidden and removed words. If it is an export it is divided into its
#' articles, else it is one article, whose title is the paragraph in the style Title, or the first
#' line if it looks like one. A `.pdf` has no paragraphs: they are guessed from its lines, with a
#' row `guessed_lines`; lines that most pages repeat at their edges are left out.
#' @section Exports of databases:
#' Exports of one or many articles of Nexis Uni (`.docx`, `.rtf`, `.pdf`, `.txt`), LexisNexis
#' (`.txt`), Factiva (`.rtf`, `.html`, `.txt`), ProQuest (`.txt`) and Europresse (`.html`), whose
#' pages and labels may be in several languages; see [article_exports()] for the rules, which you
#' can add to with `format = "export"`. Each labelled field is a column, and `form` names the rules.
#' Cover pages and lists of articles are no articles. Problems: `count_differs`, the file says that
#' it holds another number of articles than was found; `no_rules`, no rules fit the file;
#' `no_article`, the number of divisions without an article, or a mere list; `empty`, `no_title`,
#' `undated`, what the database lacks; `head_unread`, the top of an article is not as the rules
#' say; `left_out`, text before the first article or after the last, or above a title.
#' @section Archives and packed files:
#' `.zip`, with folders and other archives (one deep) inside, and `.gz` of every form. Nothing is
#' written outside of a temporary folder, which is removed at the end: members whose names point
#' out of the archive are not read (`unsafe_name`), nor what is beyond 64 MiB and 200 times the
#' archive (`too_large`), nor a second member of the same name (`duplicate_name`).
#' @section What came from where:
#' If the files are of several forms, or exports, or in archives, one message says how many articles
#' of which form were read from how many files.
#' @section Problems:
#' The codes, and what was done:
#' * `bad_bytes`: invalid bytes or escapes, each sequence replaced by one U+FFFD;
#' * `encoding`: the file, or lines of it, are not in UTF-8 and were decoded;
#' * `control_characters`: control characters, which are kept;
#' * `no_title`: no line of a text file looks like a title, all is text;
#' * `not_divided`: `split_at` splits nothing in the file, it is one article;
#' * `title_repeated`: the text began with the title, which was removed; one row for each file;
#' * `other_quotes`: the fields of a table are in single quotes, or delimiters inside them have a
#'   backslash before them, as its records show;
#' * `escaped_quotes`: quotes inside the fields of a table have a backslash before them (`\\"`),
#'   which was removed; one row for each file;
#' * `bad_quotes`: quotes in a table that are not closed or not doubled, read as characters;
#' * `ragged_row`: more or fewer fields than the first record has;
#' * `duplicate_columns`: names of columns made unique;
#' * `no_header`: the first line of a table is data, columns are `V1`, `V2`, ...;
#' * `no_text_column`: no column looks like a text;
#' * `titles_only`: no row of a table has a text; the titles are articles with an empty text;
#' * `bad_json`: a piece that is not JSON or not an object, or a field that is nested too deep,
#'   left out;
#' * `bad_xml`: a file that is no XML or no feed;
#' * `bad_parquet`: not a Parquet file, or a damaged one;
#' * `cut_off`: a packed file, a document or a feed that ends early;
#' * `extra_bytes`: a packed file or document with something before or after it, as another file;
#' * `locked`: a document or member of an archive that is protected by a password;
#' * `no_package`: a package that the form needs is not installed;
#' * `guessed_lines`: the paragraphs of a `.pdf` are guessed;
#' * `count_differs`: an export says that it holds more or fewer articles than were found;
#' * `unsafe_name`, `duplicate_name`: members of an archive that were not read;
#' * `empty`: no text, with or without a title;
#' * `no_articles`: a file of records, a feed or an answer without any;
#' * `binary`, `unreadable`, `too_large` (more than 1 GiB; or,
#'   unpacked, more than 64 MiB and 200 times the file): the file was not read; `unreadable` also
#'   for a pipe or a device, and for a folder that cannot be opened, or that is
#'   a link to a folder above it;
#' * `hidden`, `other_ending`: what was left out of a folder or pattern, see `path`;
#' * `file_name`: the name of the file is not valid UTF-8: `path` has its bytes as `<e9>`;
#' * `several_articles`: a page that holds several articles with headlines of their own, which were
#'   read as one;
#' * `frames`, `paywall`, `bad_json_ld`: a page that only frames others, says that the rest is
#'   for subscribers, or has article metadata that are not valid JSON;
#' * `no_article`: a page, or a piece of an export, in which no article was found;
#' * `no_rules`, `left_out`, `head_unread`: an export of unknown form, text before its first or
#'   after its last article, and a top that is not as the rules say;
#' * `mojibake`, `html`: damage and tags that `repair` removed;
#' * `year_inferred`, `ambiguous_date`, `impossible_date`, `future_date`, `unread_date`,
#'   `serial_date`, `imprecise_date`, `weekday_differs`, and `undated` if there is a date that
#'   cannot be used: see [article_dates()].
#' @section Errors:
#' `tritone_error_input` where a path does not exist, a pattern matches nothing, the form of a
#' file is unknown, no file has a column that was given (the message lists those of the first),
#' `split_at` is not a regular expression, or a package is missing.
#' @seealso [article_problems()], [article_parts()], [term_matrix()], [tone_score()],
#'   [article_report()]
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
                         title = NULL, source = NULL, missing = NULL, day_order = NULL,
                         encoding = NULL, split_at = NULL, exports = NULL, repair = FALSE,
                         threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  if (!is.null(format)) format <- check_choice(format, "format", names(article_forms()))
  options <- list(
    roles = list(
      doc_id = check_string(doc_id, "doc_id", null = TRUE),
      title = check_string(title, "title", null = TRUE),
      text = check_strings(text, "text", null = TRUE),
      date = check_string(date, "date", null = TRUE),
      source = check_string(source, "source", null = TRUE)
    ),
    missing = check_strings(missing, "missing", null = TRUE),
    day_order = if (!is.null(day_order)) check_choice(day_order, "day_order", c("dmy", "mdy")),
    encoding = check_encoding(encoding), split_at = check_split_at(split_at),
    exports = check_exports(exports, format),
    threads = check_threads(threads),
    progress = check_flag(progress, "progress"),
    guess = is.null(format) && is.null(split_at), folder = tempfile("unpacked")
  )
  repair <- check_flag(repair, "repair")
  on.exit(unlink(options$folder, recursive = TRUE))
  files <- find_article_files(check_strings(path, "path", path = TRUE), format, options$folder)
  news <- join_records(read_pieces(files, options), files, options)
  if (repair) article_repair(news, threads = options$threads) else news
}
