# The word shift graph of tone_shift(), with base graphics and with ggplot2.

#' Plot a shift of tone
#'
#' A word shift graph: a bar for each of the entries that contribute most to the difference of two
#' tones, to the right where they make the group more positive than the reference, with the interval
#' as a line. Behind each entry is whether the group uses it more or less.
#' @param x,object A table of [tone_shift()], or some of its rows.
#' @param n The number of entries to show for each comparison, a whole number of at least 1, by
#'   default 20.
#' @param ... Further arguments of [plot.default()]; for `autoplot()` not used.
#' @return `plot()` gives the data of the plot, invisibly, a data frame; `autoplot()` gives a plot
#'   of ggplot2, to which layers can be added.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @method plot tritone_tone_shift
#' @export
#' @examples
#' shift <- tone_shift(article_example(), "source")
#' plot(shift[shift$group == shift$group[1], ], n = 10)
plot.tritone_tone_shift <- function(x, ..., n = NULL) draw_plot(x, n, ...)

#' @rdname plot.tritone_tone_shift
#' @exportS3Method ggplot2::autoplot
autoplot.tritone_tone_shift <- function(object, ..., n = NULL) ggplot_of(object, n, ...)

#' @export
plot_data.tritone_tone_shift <- function(x, n) {
  needed <- c(
    "group", "reference", "lexicon", "entry", "frequency", "frequency_reference", "contribution",
    "lower", "upper"
  )
  plot_columns(x, needed)
  n <- check_count(if (is.null(n)) 20 else n, "n", min = 1)
  plain <- as.data.frame(x)
  panel <- sprintf("%s minus %s", plain$group, plain$reference)
  if (length(unique(plain$lexicon)) > 1L) panel <- paste0(panel, " (", plain$lexicon, ")")
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
