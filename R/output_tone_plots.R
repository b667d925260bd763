# What is drawn of tables of tone.

#' Plot tables of tone
#'
#' What [plot()][plot.tritone_table] and `autoplot()` draw of
#' * [tone_score()]: tones as dots with intervals, or as lines over time where a group is a period;
#'   of its `summary()` the gaps between narration and other voices, or of several lexicons the
#'   lowest and the highest tone as the ends of a line, with their middle as a dot;
#' * [tone_trend()]: lines over time, see [term_plots]; of its `summary()` the changes at the turns,
#'   with intervals;
#' * [tone_shift()]: a word shift graph: a bar for each of the entries that contribute most to the
#'   difference of two tones, to the right where they make the group more positive than the
#'   reference, with the interval as a line; after each entry is whether the group uses it more or
#'   less;
#' * [tone_explain()]: the entries with the largest contributions, summed over articles, as bars;
#' * [tone_jackknife()]: each figure without an entry as a dot, with a line from the figure with it;
#' * [tone_lexicon()]: how many entries have which valence.
#'
#' `n` is the number of rows in each panel, by default 20, of a shift of several groups 10, of lines
#' over time 6.
#' @name tone_plots
#' @aliases plot.tritone_tone_shift
#' @examples
#' news <- article_example()
#' plot(tone_score(news, by = c("source", "voice")))
#' plot(tone_explain(news), n = 10)
#' shift <- tone_shift(news, "source")
#' plot(shift[shift$group == shift$group[1], ], n = 10)
NULL

lexicon_panel <- function(plain) {
  if (length(unique(plain$lexicon)) > 1L) as.character(plain$lexicon) else rep("", nrow(plain))
}

#' @export
plot_data.tritone_tone_score <- function(x, n) {
  plot_columns(x, c("lexicon", "tone", "lower", "upper"))
  plain <- as.data.frame(x)
  groups <- setdiff(names(plain)[seq_len(match("lexicon", names(plain)) - 1L)],
    c("field", "start", "end"))
  period <- Filter(function(name) inherits(plain[[name]], "Date"), groups)
  panel <- lexicon_panel(plain)
  over_time <- length(period) == 1L && length(unique(plain[[period]])) > 1L
  label <- joined_label(plain[setdiff(groups, if (over_time) period)], nrow(plain))
  n <- check_count(if (is.null(n)) if (over_time) 6 else 20 else n, "n", min = 1)
  if (over_time) {
    keep <- label %in% utils::head(unique(label), n)
    data <- list(label = label, panel = panel, period = plain[[period]])
  } else {
    keep <- first_of_panel(panel, n)
    data <- list(label = label, panel = panel)
  }
  data <- list_frame(c(data, list(value = plain$tone, lower = plain$lower, upper = plain$upper)))
  data <- data[keep, , drop = FALSE]
  row.names(data) <- NULL
  list(kind = if (over_time) "lines" else "dots", axis = "Tone", data = data)
}

#' @export
plot_data.tritone_tone_gap <- function(x, n) {
  plot_columns(x, c("lexicon", "versus", "gap", "lower", "upper"))
  x <- plot_rows(x, n)
  groups <- x[seq_len(match("lexicon", names(x)) - 1L)]
  label <- paste("narration minus", x$versus)
  if (length(groups)) label <- paste0(label, ", ", joined_label(groups, nrow(x)))
  dots(label, x$gap, x$lower, x$upper, "Difference of tone", lexicon_panel(x))
}

#' @export
plot_data.tritone_tone_jackknife <- function(x, n) {
  plot_columns(x, c("figure", "entry", "value", "without"))
  n <- check_count(if (is.null(n)) 20 else n, "n", min = 1)
  plain <- as.data.frame(x)
  plain <- plain[first_of_panel(as.character(plain$figure), n), , drop = FALSE]
  groups <- plain[seq_len(match("figure", names(plain)) - 1L)]
  label <- plain$entry
  if (length(groups)) {
    of <- joined_label(groups, nrow(plain))
    # A figure over all groups, such as a slope, is of none.
    label <- ifelse(unname(rowSums(!is.na(groups))) > 0, paste0(label, ", ", of), label)
  }
  dots(
    label, plain$without, plain$value, plain$without, "Without the entry; line: with it",
    plain$figure
  )
}

#' @export
plot_data.tritone_tone_explain <- function(x, n) {
  plot_columns(x, c("lexicon", "entry", "contribution"))
  n <- check_count(if (is.null(n)) 20 else n, "n", min = 1)
  plain <- as.data.frame(x)
  if (!nrow(plain)) return(list(kind = "shift", axis = "", data = plain))
  panel <- lexicon_panel(plain)
  key <- paste(panel, plain$entry, sep = "\r")
  first <- which(!duplicated(key))
  sums <- unname(rowsum(plain$contribution, key, reorder = FALSE)[, 1L])
  hits <- tabulate(match(key, key[first]))
  order <- order(match(panel[first], unique(panel)), -abs(sums), plain$entry[first])
  order <- order[first_of_panel(panel[first][order], n)]
  none <- rep(NA_real_, length(order))
  list(
    kind = "shift", axis = "Sum of contributions to the tone of articles",
    data = list_frame(list(
      label = sprintf("%s (%s)", plain$entry[first][order], show_count(hits[order])),
      panel = panel[first][order], value = sums[order], lower = none, upper = none
    ))
  )
}

#' @export
plot_data.tritone_tone_shift <- function(x, n) {
  needed <- c(
    "group", "reference", "lexicon", "entry", "frequency", "frequency_reference", "contribution",
    "lower", "upper"
  )
  plot_columns(x, needed)
  plain <- as.data.frame(x)
  panel <- sprintf("%s minus %s", plain$group, plain$reference)
  if (length(unique(plain$lexicon)) > 1L) panel <- paste0(panel, " (", plain$lexicon, ")")
  usual <- if (length(unique(panel)) > 1L) 10 else 20
  n <- check_count(if (is.null(n)) usual else n, "n", min = 1)
  place <- stats::ave(-abs(plain$contribution), panel, FUN = rank_first)
  keep <- which(place <= n)
  keep <- keep[order(match(panel[keep], unique(panel)), place[keep])]
  # The column that contributions are divided by is between lexicon and entry.
  split <- match("entry", names(plain)) - match("lexicon", names(plain)) == 2L
  label <- plain$entry
  if (isTRUE(split)) {
    of <- as.character(plain[[match("entry", names(plain)) - 1L]])
    label <- paste0(label, ", ", ifelse(is.na(of), "none", of))
  }
  more <- sign(plain$frequency - plain$frequency_reference) + 2
  label <- paste0(label, c(" (less)", "", " (more)")[more])
  list(
    kind = "shift", axis = "Contribution to the difference of tone",
    data = list_frame(list(
      label = label[keep], panel = panel[keep], value = plain$contribution[keep],
      lower = plain$lower[keep], upper = plain$upper[keep]
    ))
  )
}

rank_first <- function(x) rank(x, ties.method = "first")

#' @export
plot_data.tritone_tone_spread <- function(x, n) {
  plot_columns(x, c("n_lexicons", "lowest", "highest"))
  x <- plot_rows(x, n)
  label <- joined_label(x[seq_len(match("n_lexicons", names(x)) - 1L)], nrow(x))
  dots(
    label, (x$lowest + x$highest) / 2, x$lowest, x$highest,
    "Tone, from the lowest to the highest of the lexicons"
  )
}

#' @export
plot_data.tritone_tone_turns <- function(x, n) {
  plot_columns(x, c("lexicon", "period", "change", "lower", "upper"))
  x <- plot_rows(x, n)
  groups <- x[seq_len(match("lexicon", names(x)) - 1L)]
  dots(
    joined_label(c(list(format(x$period)), groups), nrow(x)), x$change, x$lower, x$upper,
    "Change of tone at the turn", lexicon_panel(x)
  )
}

# Valences of other scales than whole numbers from -4 to 4 are counted in steps as wide as theirs.
#' @export
plot_data.tritone_lexicon <- function(x, n) {
  check_lexicon(x, "x")
  if (!is.null(n)) check_count(n, "n", min = 1)
  valence <- x$entries$valence
  if (!length(valence)) return(counted(character(), numeric(), ""))
  breaks <- pretty(range(valence), 9)
  step <- diff(breaks)[[1L]]
  near <- step * round(valence / step)
  value <- seq(min(near), max(near), by = step)
  count <- tabulate(match(round(near / step), round(value / step)), length(value))
  counted(rev(show_valence(value)), rev(count), "Entries by valence")
}

show_valence <- function(x) ifelse(abs(x) < 1e-9, "0", sprintf("%+g", x))
