# How counts, words in the plural, lists and cut texts look in every message and print.
# Tables format their columns by show_column(); the report page has its own signs in
# report_html.R.

# Counts with commas, never in scientific form: 29,511.
show_count <- function(x) {
  format(x, big.mark = ",", trim = TRUE, scientific = FALSE, digits = 15L)
}

# The word that goes with a count: one article, two articles.
plural <- function(n, one, many = paste0(one, "s")) ifelse(n == 1, one, many)

# A count with its word: "1 article", "29,511 articles".
count_of <- function(n, one, many = paste0(one, "s")) paste(show_count(n), plural(n, one, many))

# Strings in quotation marks, separated by commas; at most `n` of them, then an ellipsis.
quote_list <- function(x, n = Inf) {
  more <- length(x) > n
  shown <- shown_strings(if (more) x[seq_len(n)] else x)
  paste0(
    paste0(rep("\"", length(shown)), shown, rep("\"", length(shown)), collapse = ", "),
    if (more) ", \u2026"
  )
}

# Names of columns, arguments and the like in backticks, divided by commas or by `between`; at
# most `n` of them, then an ellipsis.
name_list <- function(x, between = ", ", n = 40L) {
  shown <- shown_strings(utils::head(x, n))
  paste0(
    paste0(rep("`", length(shown)), shown, rep("`", length(shown)), collapse = between),
    if (length(x) > n) ", \u2026" else ""
  )
}

# Numbers with a fixed number of decimals, never -0.00.
show_decimals <- function(x, digits) {
  shown <- formatC(x, format = "f", digits = digits, width = 1L)
  sub("^-(0[.]?0*)$", "\\1", shown)
}

# Texts cut to a width on the console, where some characters take two columns and some none;
# an ellipsis marks what is left out. `more` says that there is more than `text`;
# `at_end` keeps the ends. Text far beyond the width is never examined.
cut_text <- function(text, width, more = FALSE, at_end = FALSE) {
  reach <- 10L * max(width, 1L) + 40L
  near <- output_cut_core(as.character(text), 4L * reach, at_end)
  more <- more | near$cut
  text <- enc2utf8(near$text)
  broken <- !validUTF8(text)
  text[broken] <- iconv(text[broken], "UTF-8", "UTF-8", sub = "\ufffd")
  long <- !is.na(text) & nchar(text, "bytes") > reach
  if (any(long)) {
    size <- nchar(text[long])
    text[long] <- if (at_end) {
      substr(text[long], pmax(1L, size - reach), size)
    } else {
      substr(text[long], 1L, reach)
    }
    long[long] <- size > reach
  }
  cut <- !is.na(text) & (more | long | nchar(text, "width") > width)
  text[cut] <- if (at_end) {
    reversed <- vapply(strsplit(text[cut], ""), function(one) {
      room <- cumsum(rev(nchar(one, "width"))) < width
      paste(rev(rev(one)[room]), collapse = "")
    }, "")
    paste0("\u2026", reversed)
  } else {
    paste0(strtrim(text[cut], max(width - 1L, 0L)), "\u2026")
  }
  text
}

# A line of a print that begins with "#", in several lines where it is wider than the console.
cat_note <- function(...) {
  text <- paste0(c(...), collapse = "")
  width <- getOption("width")
  # A note that fits keeps its blanks.
  lines <- paste0("#", if (nzchar(text)) " ", text)
  if (nchar(lines, "width") > width) lines <- strwrap(text, width - 1L, exdent = 2, prefix = "# ")
  cat(cut_text(lines, width), sep = "\n")
}

# What a line of the console can show of texts, and more: so that what a print does with them
# costs no more for a long text than for a short one.
near_text <- function(text, at_end = FALSE) {
  output_cut_core(as.character(text), 40L * getOption("width"), at_end)$text
}

# Texts cut or filled with blanks to a width on the console; `at_end` keeps their ends.
fit_width <- function(text, width, at_end = FALSE) {
  text <- cut_text(text, width, at_end = at_end)
  blanks <- strrep(" ", pmax(0L, width - nchar(text, "width")))
  if (at_end) paste0(blanks, text) else paste0(text, blanks)
}

# A column of a table as short strings: numbers with the same number of decimals, texts on
# one line and cut to `width`.
show_column <- function(column, width) {
  if (is.list(column) && !is.data.frame(column) && !inherits(column, "POSIXlt")) {
    return(sprintf("<%d>", lengths(column)))
  }
  if (length(dim(column))) return(rep("<\u2026>", nrow(column)))
  if (is.factor(column)) column <- as.character(column)
  if (is.character(column)) {
    # Runs of blanks become one, so more characters than the width may be needed to fill it.
    text <- gsub("[[:space:]]+", " ", cut_text(column, 4L * width))
    text[is.na(text)] <- "NA"
    return(cut_text(text, width))
  }
  if (is.numeric(column) && !is.object(column)) return(show_numbers(column))
  shown <- format(column)
  shown[is.na(column)] <- "NA"
  cut_text(trimws(shown), width)
}

# Three decimals for numbers of ordinary size, none if all are whole; more only if all are
# small, and powers of ten only for extremely large or small ones.
show_numbers <- function(x) {
  known <- x[is.finite(x)]
  size <- if (length(known)) max(abs(known)) else 0
  if (all(known == round(known)) && size < 1e15) {
    shown <- show_decimals(x, 0L)
  } else if (size >= 1e15 || size < 1e-8) {
    shown <- formatC(x, format = "g", digits = 3L, width = 1L)
  } else {
    digits <- if (size >= 0.01) 3L else 2L - as.integer(floor(log10(size)))
    shown <- show_decimals(x, digits)
  }
  shown[is.na(x)] <- ifelse(is.nan(x[is.na(x)]), "NaN", "NA")
  shown
}

# The type of a column as tibbles show it.
show_type <- function(column) {
  if (is.factor(column)) return("<fct>")
  if (inherits(column, "Date")) return("<date>")
  if (inherits(column, "POSIXt")) return("<dttm>")
  if (inherits(column, "difftime")) return("<drtn>")
  if (is.data.frame(column)) return("<df>")
  short <- c(character = "chr", integer = "int", double = "dbl", logical = "lgl", list = "list")
  type <- typeof(column)
  paste0("<", if (type %in% names(short)) short[[type]] else type, ">")
}

# The lines of a table: names, types and rows, in blocks of the columns that fit into the
# width of the console; at most `blocks`, the columns left out are named.
table_lines <- function(shown, width, blocks = 3L) {
  label <- cut_text(names(shown), 30L)
  room <- max(20L, width %/% 3L)
  # Columns that cannot be shown are not formatted: each takes at least 2 places.
  tried <- seq_len(min(length(shown), blocks * width))
  columns <- lapply(tried, function(j) {
    column <- shown[[j]]
    cells <- c(label[[j]], show_type(column), show_column(column, room))
    right <- is.numeric(column) && !is.object(column)
    fit_width(cells, max(nchar(cells, "width")), at_end = right)
  })
  wide <- vapply(columns, function(cells) nchar(cells[[1L]], "width"), 0L) + 1L
  block <- integer(length(columns))
  at <- 1L
  used <- 0L
  for (j in seq_along(columns)) {
    if (used > 0L && used + wide[[j]] > width) {
      at <- at + 1L
      used <- 0L
    }
    used <- used + wide[[j]]
    block[[j]] <- at
  }
  lines <- unlist(lapply(seq_len(min(at, blocks)), function(b) {
    rows <- do.call(paste, columns[block == b])
    sub(" +$", "", paste0(" ", rows))
  }))
  out <- setdiff(seq_along(shown), which(block <= blocks))
  if (length(out)) {
    left <- sprintf("# \u2026 and %s: ", count_of(length(out), "more column"))
    names <- paste(label[utils::head(out, width)], collapse = ", ")
    lines <- c(lines, cut_text(paste0(left, names), width))
  }
  lines
}
