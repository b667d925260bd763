#' Rules for reading exports of databases
#'
#' News databases export articles as text with fields: labels such as `HEADLINE:`, their values,
#' and between them the article. A rule file says how one such form is read, so you can read an
#' unknown form, or one that has changed, by writing a file of about twenty lines. The package has
#' rules for exports in the forms of Nexis (the older one, with its labels in English, German,
#' French, Dutch, Spanish or Italian, counted or not, and that of Nexis Uni), Factiva (with
#' two-letter tags and
#' without) and ProQuest. The same rules read text files and the lines of documents (`.docx`,
#' `.rtf`, `.pdf`), whose paragraphs have a blank line between them. `article_exports()` shows the
#' available rules, and checks yours.
#'
#' A rule file is text in the form of R's own DESCRIPTION: `Key: value`, further lines of a
#' value are indented, and comment lines begin with `#`. Patterns are Perl regular expressions, one
#' on each line; upper and lower case differ. The keys are:
#' * `Name` (needed): one word that names the rules, as in the column `form` of
#'   `article_read(format = "export")`; `Describes`: a line for human readers.
#' * `Recognise` (needed): patterns, each of which must match some line of a file for the rules to
#'   be tried; `Recognise-not`: patterns, none of which may match any line.
#' * one of `Divide-before`, `Divide-after` (needed): a pattern of the line that begins, or ends,
#'   an article; or `Divide-at`: of a line between two articles. With `Divide-after` further
#'   lines that match `Divide-over` (labels and small print) still belong to the article.
#' * `Ignore`: patterns of lines that only a cover page has (or a list of searches): what precedes
#'   them in a piece is left out, and the article begins after them, if there is one. Below the
#'   first label such lines are text.
#' * `Count`: patterns of lines in which the file says how many articles it holds, with one group
#'   for the total, or two for the number of an article and the total.
#' * `Id`: a pattern with one group, the id of the article.
#' * `Drop`: patterns of lines that are left out (page numbers).
#' * `Fields` (needed unless there is a `Head`): lines `field = Label | Other label`, the labels as
#'   written in the file.
#'   The fields `doc_id`, `title`, `text`, `date` and `source` become those columns, others become
#'   columns of their own, such as `byline`. A field with several labels is put together in the
#'   order of the file.
#' * `Labels`: how labels are written, one or more of `colon` (`Label: value`), `line` (the label
#'   alone on its line) and `column` (the label, at least two blanks or a tab, the value). By
#'   default `colon`.
#' * `Letters`: `same`, the default, if labels are written as in `Fields`; `any`, if they may be in
#'   capitals or small letters, but all of an article in the same way.
#' * `Values`: where the value of a label ends, at the next `label` or before a `blank` line. By
#'   default `blank`.
#' * `Head`: for unlabelled lines at the top of an article: lines `field = pattern`, in their order,
#'   each for one line that is not blank. `field?` may be missing, `field+` may continue on further
#'   lines up to a blank one, `field*` may do both. The pattern `<date>` matches a line that is a
#'   date, `<date>|pattern` also a line that is in the place of the date when there is none; `-` in
#'   place of a field leaves the line out. Of several ways to read the top, the one
#'   that finds most is used.
#' * `Text-begins`, `Text-ends`: patterns of the line before the text and of the first line after
#'   it. Lines before and after the text that are in no field belong to the label above them.
#'   Without `Text-begins` and without a label for `text`, the text is all that is in neither
#'   the head nor a field; labels then count only in the blocks that follow the first one and in the
#'   last blocks of an article, and a paragraph between them that begins like a label is text.
#' * `Date-order`: `dmy` or `mdy`, how dates in digits only are read.
#'
#' @param path Paths of your own rule files, or `NULL`, the default, for those of the package.
#' @return A data frame of class `tritone_article_exports`, one row per rule file, with the columns
#'   `name`, `describes`, `fields` (the columns it fills) and `file`.
#' @section Errors:
#' `tritone_error_input` where a file does not exist or is not as described; the message
#' names the line and what is expected there.
#' @seealso [article_read()] with `format = "export"` and `exports`
#' @export
#' @examples
#' article_exports()
#' # A form of your own
#' rules <- tempfile(fileext = ".dcf")
#' writeLines(c(
#'   "Name: archive",
#'   "Recognise: ^#ARTICLE",
#'   "Divide-before: ^#ARTICLE",
#'   "Fields: title = #TITLE",
#'   "  date = #DATE",
#'   "  text = #TEXT",
#'   "Labels: column",
#'   "Values: label"
#' ), rules)
#' article_exports(rules)
#' unlink(rules)
article_exports <- function(path = NULL) {
  rules <- read_rules(check_strings(path, "path", null = TRUE, path = TRUE), own = is.null(path))
  new_table(
    list(
      name = vapply(rules, `[[`, "", "name"), describes = vapply(rules, `[[`, "", "describes"),
      fields = vapply(rules, function(rule) {
        fields <- unique(c(rule$head$field, names(rule$fields),
            if (rule$rest || length(rule$begins)) "text"))
        paste(setdiff(fields, "-"), collapse = ", ")
      }, ""),
      file = vapply(rules, `[[`, "", "file")
    ),
    "article_exports"
  )
}
