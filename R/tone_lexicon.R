# tone_lexicon(): lexicons of tone, the package's own and those of users, in one form.

# The types of shifters and the role of each: a phrase may be one shifter of each role.
shifter_roles <- c(
  negator = "modifier", none = "modifier", amplifier = "modifier", downtoner = "modifier",
  adversative = "modifier", shifter = "modifier", irrealis = "modifier",
  direction_up = "direction", direction_down = "direction", level_up = "direction",
  level_down = "direction", good_up = "quantity", bad_up = "quantity"
)
shifter_types <- names(shifter_roles)

# The shipped lexicon is built once per session.
lexicon_cache <- new.env(parent = emptyenv())

#' Load or make a tone lexicon
#'
#' Words and phrases with their valence, and the shifters that change it, ready for
#' [tone_score()]: the package's own lexicon of English news, or one of yours.
#'
#' Entries are matched as whole words, whatever their case and kind of apostrophe; the
#' longest entry wins. An entry of valence 0 is never a hit: it keeps shorter entries inside
#' it (as in "blood pressure") from being hits.
#'
#' The lexicon `"news"` was written for this package and holds the base forms of
#' words; their regular inflections are added here. Valences are on a scale from
#' -4 (massacre) to 4 (world peace).
#' @param x `"news"` (default), the package's lexicon; or one of yours in any of the usual
#'   forms (see *Forms*); [tone_lexicons()] lists the lexicons of other packages.
#' @param shifters `TRUE` (default) for the package's shifters of English, `FALSE` for
#'   none (plain look-up), a data frame with the columns `entry`, `type` (one of
#'   `r paste0("\u0060", shifter_types, "\u0060", collapse = ", ")`) and, optionally,
#'   `factor`, or a named list with types as names. [tone_score()] describes what each type does.
#' @param licence One string, the licence of your lexicon, which `print()` shows; by
#'   default unknown.
#' @param name One string, the lexicon's name in results; by default `"news"`, or
#'   `"custom"` for one of yours.
#' @param ... Must be empty; what follows it must be named.
#' @return An object of class `tritone_lexicon`, a list of `name`; `entries`, a data
#'   frame with `entry` (in the form that is matched) and `valence`; `shifters`, a data
#'   frame with `entry`, `type` and `factor`; `licence`; and `version`.
#' @section Forms:
#'   * a data frame with phrases in `entry` (or `word`, `term`, `token`, `phrase`, `lemma`, `x`)
#'     and numbers in `valence` (or `value`, `score`, `sentiment`, `polarity`, `weight`, `y`): the
#'     form used by the packages lexicon, sentimentr, sentometrics and syuzhet and by AFINN. Under
#'     other names the phrases are the only column of strings, or the first unless another has more
#'     different ones, and the valences the only column with negative numbers, or else the only one
#'     of the words positive and negative, which a message names; a table where several columns
#'     or none could be meant, such as one of counts, is an error that lists them. If the valences
#'     are words, "positive" and "negative" become 1 and -1 (tidytext's forms of Bing, NRC and
#'     Loughran-McDonald); rows with other words are left out and named. Numbers none of which is
#'     negative get the signs of such words, where another column has them;
#'   * a data frame with the columns `positive` and `negative` that mark words (the
#'     Loughran-McDonald master dictionary, whose marks are years; NRC; the General Inquirer), which
#'     become 1 and -1; rows with neither are left out;
#'   * a numeric vector whose names are the phrases;
#'   * a quanteda dictionary or a named list, nested or not, with the keys `positive` and
#'     `negative`, which become 1 and -1, and perhaps `neg_positive` and `neg_negative`,
#'     which become -1 and 1 (LSD2015); other keys are left out and named. The polarities and
#'     valences that quanteda.sentiment keeps with a dictionary are used.
#'
#' In a phrase `*` is any number of characters of a word and `?` is one. A word takes
#' precedence over a pattern that matches it, and among patterns the one with the longer fixed
#' beginning wins.
#'
#' Shifters may also have the columns `x`, `y` and `t` of sentometrics or `x` and `y` of
#' sentimentr, with the types 1 (negator) to 4 (adversative), as numbers or strings; `y` without
#' whole numbers holds factors. Other names of phrases (`word`, `term`, ...) and of types (negation,
#' intensifier, de-amplifier, ...) are known. In a list made by `sentometrics::sento_lexicons()` the
#' element `valence` holds the shifters of the others.
#' @section Repeated entries:
#' If a phrase is given twice with different valences, the first is used and a
#' message names both. Entries without any letter, such as emoticons, are left out
#' with a message.
#' @section Errors:
#' `tritone_error_input` where `x` or `shifters` is not as described.
#' @seealso [tone_score()]
#' @export
#' @examples
#' tone_lexicon("news")
#' tone_lexicon(c(boom = 2, "soft landing" = 1, slump = -2), name = "business")
#' tone_lexicon(data.frame(word = c("good", "bad"), score = c(1, -1)), shifters = FALSE)
tone_lexicon <- function(x = "news", ..., shifters = TRUE, name = NULL, licence = NULL) {
  check_dots(...)
  make_lexicon(
    x, lexicon_shifters(shifters), check_string(name, "name", null = TRUE), "x",
    check_string(licence, "licence", null = TRUE)
  )
}

# `arg` is the user's name for x in messages.
make_lexicon <- function(x, shifters, name, arg, licence = NULL) {
  own <- is.character(x)
  if (own) {
    if (!identical(x, "news")) abort_lexicon(x, arg)
    entries <- news_entries()
  } else {
    entries <- given_entries(x, arg)
  }
  structure(
    list(
      name = if (!is.null(name)) name else if (own) "news" else "custom",
      entries = entries,
      shifters = shifters,
      licence = if (!is.null(licence)) licence else if (own) "GPL (>= 2)" else NA_character_,
      version = if (own) as.character(utils::packageVersion("tritone")) else NA_character_
    ),
    class = "tritone_lexicon"
  )
}

read_lexicon_file <- function(file) {
  utils::read.csv(
    system.file("extdata", "lexicon", file, package = "tritone", mustWork = TRUE),
    colClasses = "character", na.strings = character(), encoding = "UTF-8"
  )
}

# The value of `make`, kept under `key` for the session.
cached <- function(key, make) {
  if (is.null(lexicon_cache[[key]])) lexicon_cache[[key]] <- make()
  lexicon_cache[[key]]
}

news_entries <- function() {
  cached("entries", function() {
    listed <- read_lexicon_file("news.csv")
    all <- surface_forms(listed$entry, listed$pos, listed$forms)
    unique_entries(all$phrase, as.numeric(listed$valence)[all$row])
  })
}

news_shifters <- function() {
  cached("shifters", function() {
    listed <- read_lexicon_file("news_shifters.csv")
    all <- surface_forms(listed$entry, rep("v", nrow(listed)), listed$forms)
    unique_shifters(all$phrase, listed$type[all$row], as.numeric(listed$factor)[all$row])
  })
}

# One row per form. Of rows that disagree the first is kept, with a message.
unique_entries <- function(phrase, valence) {
  entry <- tone_forms_core(enc2utf8(phrase))
  empty <- !nzchar(entry)
  if (any(empty)) {
    message(sprintf(
      "%s without a letter %s left out; the first is %s.",
      count_of(sum(empty), "entry", "entries"), plural(sum(empty), "is", "are"),
      describe(phrase[empty][[1L]])
    ))
  }
  first <- match(entry, entry)
  odd <- which(!empty & valence != valence[first])
  if (length(odd)) {
    say_repeated("entry", "entries", odd, function(i) {
      sprintf("\"%s\" (%s and %s)", entry[i], format(valence[first[i]]), format(valence[i]))
    })
  }
  keep <- which(!empty & first == seq_along(entry))
  data.frame(entry = entry[keep], valence = valence[keep])
}

say_repeated <- function(what, many, odd, show) {
  shown <- vapply(utils::head(odd, 5L), show, "")
  message(sprintf(
    "%s %s given again with another value; the first value is used: %s%s",
    count_of(length(odd), what, many), plural(length(odd), "is", "are"),
    paste(shown, collapse = ", "), if (length(odd) > 5L) ", \u2026" else "."
  ))
}

lexicon_shifters <- function(shifters) {
  if (!is.data.frame(shifters) && !is_keyed(shifters)) {
    if (!is.logical(shifters) || length(shifters) != 1L || is.na(shifters)) {
      abort_argument("shifters", "TRUE, FALSE, a data frame or a named list", shifters)
    }
    return(if (shifters) news_shifters() else unique_shifters(character(), character(), numeric()))
  }
  shifters <- foreign_shifters(shifters)
  missing <- setdiff(c("entry", "type"), names(shifters))
  if (length(missing)) {
    abort_input(
      "`shifters` must have the columns `entry` and `type`; it lacks ",
      name_list(missing, " and "), "."
    )
  }
  entry <- check_strings(shifters[["entry"]], "shifters$entry")
  type <- check_strings(shifters[["type"]], "shifters$type")
  if (length(type)) check_choices(type, "shifters$type", shifter_types)
  factor <- shifters[["factor"]]
  if (is.null(factor)) factor <- rep(NA_real_, length(entry))
  if (is.logical(factor) && all(is.na(factor))) factor <- as.numeric(factor)
  if (!is.numeric(factor)) abort_argument("shifters$factor", "numbers", factor)
  unique_shifters(entry, type, as.numeric(factor))
}

# One row per form and role.
unique_shifters <- function(phrase, type, factor) {
  entry <- tone_forms_core(enc2utf8(phrase))
  key <- paste(entry, shifter_roles[type], sep = "\r")
  first <- match(key, key)
  same <- type == type[first] & (factor == factor[first] | is.na(factor) & is.na(factor[first]))
  odd <- which(!(same %in% TRUE))
  if (length(odd)) {
    say_repeated("shifter", "shifters", odd, function(i) {
      sprintf(
        "\"%s\" (%s %s and %s %s)", entry[i], type[first[i]], format(factor[first[i]]),
        type[i], format(factor[i])
      )
    })
  }
  keep <- which(nzchar(entry) & first == seq_along(entry))
  data.frame(entry = entry[keep], type = type[keep], factor = factor[keep])
}

#' Print a lexicon
#'
#' Shows its size, its range and its strongest entries.
#' @param x A lexicon made by [tone_lexicon()].
#' @param n The number of strongest entries to show on each side, a whole number of at
#'   least 0; by default 5.
#' @param ... Not used.
#' @return `x`, invisibly.
#' @method print tritone_lexicon
#' @export
#' @examples
#' print(tone_lexicon("news"), n = 3)
print.tritone_lexicon <- function(x, n = 5, ...) {
  n <- check_count(n, "n", max = 1000)
  check_lexicon(x, "x")
  entries <- x$entries
  valence <- entries$valence
  cat_note(sprintf(
    "tritone_lexicon \"%s\"%s%s", cut_text(x$name, 60L),
    if (is.na(x$version)) "" else paste(", version", cut_text(x$version, 60L)),
    if (is.na(x$licence)) ", licence not known" else paste(", licence", cut_text(x$licence, 60L))
  ))
  counts <- sprintf(
    "%s: %s positive, %s negative, %s that only block",
    count_of(nrow(entries), "entry", "entries"), show_count(sum(valence > 0)),
    show_count(sum(valence < 0)), show_count(sum(valence == 0))
  )
  if (nrow(entries)) counts <- c(counts, sprintf("from %g to %g", min(valence), max(valence)))
  width <- getOption("width")
  if (sum(nchar(counts) + 2L) - 2L <= width) counts <- paste(counts, collapse = "; ")
  cat(strwrap(counts, width + 1L, exdent = 2), sep = "\n")
  side <- function(label, order, keep) {
    shown <- utils::head(order[keep[order]], n)
    if (!length(shown)) return()
    shown_entry <- near_text(entries$entry[shown])
    text <- paste(sprintf("%s (%g)", shown_entry, valence[shown]), collapse = ", ")
    cat(cut_text(paste0(label, text), getOption("width")), "\n", sep = "")
  }
  side("most negative: ", order(valence), valence < 0)
  side("most positive: ", order(-valence), valence > 0)
  types <- table(factor(x$shifters$type, levels = intersect(shifter_types, x$shifters$type)))
  text <- if (length(types)) paste(types, names(types), collapse = ", ") else "none"
  writeLines(strwrap(paste("shifters:", text), width = getOption("width"), exdent = 2))
  invisible(x)
}

# `lexicon` of tone_score(), one lexicon or a list of them, ready or as tone_lexicon() takes
# them: returns a list of `lexicons` with unique names, `consensus` (is it asked for?) and
# `alone` (is it asked for alone?).
as_lexicons <- function(lexicon, arg = "lexicon") {
  if (identical(lexicon, consensus_name)) {
    return(list(lexicons = consensus_lexicons(), consensus = TRUE, alone = TRUE))
  }
  if (inherits(lexicon, "sento_lexicons")) lexicon <- sento_entries(lexicon)
  single <- inherits(lexicon, c("tritone_lexicon", "dictionary2")) || !is.list(lexicon) ||
    is.data.frame(lexicon) || all(!is.na(pole_of(names(lexicon)))) && !is.null(names(lexicon))
  lexicons <- if (single) list(lexicon) else lexicon
  consensus <- vapply(lexicons, identical, NA, consensus_name)
  lexicons <- lexicons[!consensus]
  if (!length(lexicons)) abort_argument(arg, "a lexicon or a list of lexicons", lexicon)
  given <- names(lexicons)
  lexicons <- lapply(lexicons, function(one) {
    if (inherits(one, "tritone_lexicon")) {
      check_lexicon(one, arg)
    } else {
      make_lexicon(one, news_shifters(), NULL, arg)
    }
  })
  own <- vapply(lexicons, `[[`, "", "name")
  if (!single && !is.null(given)) own <- ifelse(nzchar(given), given, own)
  taken <- c(own, if (any(consensus)) consensus_name)
  if (anyDuplicated(taken)) {
    abort_input(
      "`", arg, "` must have a different name for each lexicon; given more than once: ",
      quote_list(unique(taken[duplicated(taken)])),
      ". Name them as in list(a = , b = )."
    )
  }
  names(lexicons) <- own
  if (any(consensus) && length(lexicons) < 2L) {
    abort_input(
      "A consensus in `", arg, "` needs two lexicons or more beside it; given: ",
      name_list(own), "."
    )
  }
  list(lexicons = lexicons, consensus = any(consensus), alone = FALSE)
}
