#' Repair damaged encodings and left-over HTML
#'
#' Repairs texts that were read in the wrong encoding or from which markup was only partly removed:
#'
#'   * *mojibake*: UTF-8 that was read as windows-1252 or Latin-1, once or several times, such
#'     as a small a with circumflex and a euro sign where an apostrophe should be;
#'   * *controls*: the characters U+0080 to U+009F, which were quotation marks and dashes in
#'     windows-1252;
#'   * *entities*: HTML references such as `&amp;` and `&#8217;`;
#'   * *tags*: HTML such as `<p>`, `<br>` and `<a href="...">`. Paragraphs stay apart, and the
#'     contents of scripts and styles are removed. A text about HTML keeps its tags with
#'     `markup = FALSE`.
#'
#' Clean text in any language is returned unchanged: only damage that cannot be anything else is
#' repaired, and, in a text with such damage, the doubtful pairs too. Characters that a program
#' has replaced by a question mark or by U+FFFD are lost.
#' @param x The articles: a character vector of texts, records of [article_read()], or a
#'   data frame with a column `text` (`title` is repaired too).
#' @param markup Whether HTML tags are removed; by default `TRUE`.
#' @inheritParams article_parts
#' @return `x` with its texts repaired; repaired texts are in Normalization Form C. A message says
#'   how many articles were repaired. For records of [article_read()], [article_problems()] lists
#'   each of them with the code `"mojibake"`, or `"html"` where only tags were removed.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @seealso [article_check()], which finds the damage
#' @export
#' @examples
#' article_repair(c(a = "Tarsk &amp; Ishl", b = "caf\u00c3\u00a9", c = "<p>Rain.</p><p>Snow.</p>"))
article_repair <- function(x, ..., markup = TRUE, threads = getOption("tritone.threads", 2)) {
  check_dots(...)
  markup <- check_flag(markup, "markup")
  threads <- check_threads(threads)
  if (is.character(x)) {
    found <- repair_text(x, threads, markup)
    tell_repairs(sum(found$repairs > 0L), length(x))
    x[] <- found$text
    return(x)
  }
  if (is.data.frame(x) && is.character(x[["title"]]) &&
    !is.character(x[["text"]]) && all(is.na(x[["text"]]))) {
    # Headlines alone: the column of texts is as it was.
    text <- x[["text"]]
    x[["text"]] <- rep(NA_character_, nrow(x))
    out <- article_repair(x, markup = markup, threads = threads)
    if (is.null(text)) return(out[names(out) != "text"])
    out[["text"]] <- text
    return(out)
  }
  if (!is.data.frame(x) || !is.character(x[["text"]])) {
    abort_argument("x", "a character vector or a data frame with a character column `text`", x)
  }
  found <- repair_text(x[["text"]], threads, markup)
  x[["text"]] <- found$text
  hit <- found$repairs > 0L
  damaged <- found$damaged
  kind <- found$kind
  if (is.character(x[["title"]])) {
    title <- repair_text(x[["title"]], threads, markup)
    x[["title"]] <- title$text
    in_title <- title$repairs > 0L
    kind[in_title] <- sprintf("%s%stitle: %s", kind, ifelse(hit, ", ", ""), title$kind)[in_title]
    hit <- hit | in_title
    damaged <- damaged | title$damaged
  }
  if (!is.null(attr(x, "problems")) && any(hit)) {
    attr(x, "problems") <- rbind(attr(x, "problems"), repair_problems(x, hit, kind, damaged))
  }
  tell_repairs(sum(hit), nrow(x))
  x
}

repair_problems <- function(x, hit, kind, damaged) {
  data.frame(
    path = if (is.null(x[["path"]])) NA_character_ else x[["path"]][hit], line = NA_integer_,
    doc_id = x[["doc_id"]][hit],
    code = ifelse(damaged[hit], "mojibake", "html"),
    detail = kind[hit], stringsAsFactors = FALSE
  )[names(attr(x, "problems"))]
}

tell_repairs <- function(n, of) {
  message(sprintf(
    "%s of %s articles repaired.", show_count(n), show_count(of)
  ))
}

# `x` is a character vector. Returns list(text, repairs, damaged, kind), all as long as `x`: `text`
# with the names of `x`, `repairs` the number of characters and tags repaired (0 for `NA`),
# `damaged`, whether any of them was a character, `kind`
# what they were, such as "2 mojibake, 1 entity", or "" if there were none.
repair_text <- function(x, threads = getOption("tritone.threads", 2), markup = TRUE) {
  if (!is.character(x)) abort_argument("x", "a character vector", x)
  found <- article_repair_core(x, markup, check_threads(threads))
  kinds <- c("mojibake", "control", "entity", "tag")
  counts <- found[kinds]
  repairs <- as.integer(Reduce(`+`, counts))
  kind <- rep("", length(x))
  hit <- which(repairs > 0L)
  kind[hit] <- vapply(hit, function(i) {
    n <- vapply(counts, `[[`, 0L, i)
    paste(n[n > 0L], kinds[n > 0L], collapse = ", ")
  }, "")
  list(text = found$text, repairs = repairs, damaged = repairs > counts$tag, kind = kind)
}
