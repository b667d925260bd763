#' A map of topics
#'
#' Topics as circles, near each other where they use the same terms, as large as their share of the
#' tokens; and for each topic bars of its most relevant terms: a page to click through, in the
#' manner of LDAvis (Sievert and Shirley 2014).
#'
#' Distances are Hellinger's between the topics' probabilities of terms, brought into the plane by
#' classical scaling; the axes have no meaning of their own. The bars of a topic show how often each
#' term occurs in all tokens (pale) and how much of that is this topic's (dark), by the
#' probabilities of the fit. A slider changes `lambda`, the weight of the probability in the
#' relevance (see [topic_terms()]).
#'
#' In a notebook or R Markdown document the page is shown where the map is printed; in other output
#' than HTML `plot()` of it is. `file` writes the page, `format()` gives it as one string. It is one
#' file with style, script and data, and loads nothing from anywhere.
#'
#' @param fit A fit of [topic_lda()], [topic_stm()], [topic_seeded()] or [topic_nmf()].
#' @param ... Must be empty.
#' @param n The number of terms to show for each topic, a whole number of at least 1, by default 30.
#' @param lambda The weight to begin with, from 0 to 1; by default 0.6.
#' @param shares The shares of topics in other articles, as [predict()][predict.tritone_topics]
#'   gives them, whose means are then the sizes of circles; by default (`NULL`) the prevalence of
#'   the fit.
#' @param title The title of the page, one string.
#' @param file The path of a file to write the page to, or `NULL` (default).
#' @return An object of class `tritone_topic_map`, a list of `topics`, a data frame of `topic`, `x`,
#'   `y`, `share` and `terms`, the six most relevant ones; `terms`, a data frame of `topic`, `term`,
#'   `probability` and `all`, the probability in all topics, of the terms that are among the `n`
#'   most relevant for some lambda; `n`, `lambda` and `title`. `plot()` draws the map and the bars
#'   of one topic, and gives the rows of these terms, invisibly; `tidy()` gives `topics`.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @references
#' Sievert, C. and Shirley, K. (2014). LDAvis: a method for visualizing and interpreting topics.
#' *Proceedings of the Workshop on Interactive Language Learning, Visualization, and
#' Interfaces*, 63-70. \doi{10.3115/v1/W14-3110}
#' @seealso [topic_terms()], [topic_correlation()] for topics of the same articles,
#'   [topic_export()] for LDAvis itself.
#' @export
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
#' map <- topic_map(topic_lda(terms, k = 6, seed = 1), n = 10)
#' map
#' plot(map, topic = 2)
topic_map <- function(fit, ..., n = 30, lambda = 0.6, shares = NULL, title = "Topic map",
                      file = NULL) {
  check_dots(...)
  fit <- check_terms_fit(fit)
  n <- min(check_count(n, "n", min = 1), ncol(fit$phi))
  lambda <- check_number(lambda, "lambda", min = 0, max = 1)
  title <- check_string(title, "title")
  file <- check_writable(file, "file", null = TRUE)
  share <- unname(fit$prevalence)
  if (!is.null(shares)) share <- unname(colMeans(check_topic_shares(shares, fit)))
  affinity <- tcrossprod(sqrt(fit$phi))
  distance <- sqrt(pmax(1 - affinity, 0))
  diag(distance) <- 0
  at <- plane_places(unname(distance))
  topics <- data.frame(
    topic = topic_factor(fit), x = at[, 1L], y = at[, 2L], share = share, terms = top_terms(fit, 6L)
  )
  out <- structure(
    list(topics = topics, terms = map_terms(fit, n), n = n, lambda = lambda, title = title),
    class = "tritone_topic_map"
  )
  if (!is.null(file)) {
    page <- charToRaw(enc2utf8(format(out)))
    write_safely(
      file, "file", function(beside) writeBin(page, beside),
      function(beside) identical(readBin(beside, "raw", length(page) + 1L), page)
    )
  }
  out
}

# The terms that are among the n most relevant for some lambda, by topic.
map_terms <- function(fit, n) {
  all <- term_share(fit)
  each <- lapply(seq_len(nrow(fit$phi)), function(k) {
    p <- fit$phi[k, ]
    at <- unique(unlist(lapply(seq(0, 1, by = 0.05), function(lambda) {
      value <- log(p) - (1 - lambda) * log(all)
      value[p == 0] <- -Inf
      top_places(value, n)
    })))
    at <- sort(at[p[at] > 0])
    data.frame(
      topic = rep(topic_factor(fit, k), length(at)), term = colnames(fit$phi)[at],
      probability = unname(p[at]), all = unname(all[at])
    )
  })
  do.call(rbind, each)
}

# The rows of the most relevant terms of a topic, from the most relevant.
map_rows <- function(x, topic) {
  rows <- x$terms[x$terms$topic == topic, , drop = FALSE]
  relevance <- x$lambda * log(rows$probability) +
    (1 - x$lambda) * log(rows$probability / rows$all)
  rows <- rows[top_places(relevance, x$n), , drop = FALSE]
  row.names(rows) <- NULL
  rows
}

#' @method print tritone_topic_map
#' @export
print.tritone_topic_map <- function(x, ...) {
  cat(sprintf("# Topic map: %s\n", count_of(nrow(x$topics), "topic")))
  shown <- x$topics[seq_len(min(10L, nrow(x$topics))), , drop = FALSE]
  label <- format(near_text(as.character(shown$topic)))
  share <- format(sprintf("%.1f %%", 100 * shown$share), justify = "right")
  line <- paste(label, share, near_text(shown$terms), sep = "  ")
  cat(cut_text(line, getOption("width")), sep = "\n")
  more <- nrow(x$topics) - nrow(shown)
  if (more) cat(sprintf("# \u2026 and %s\n", count_of(more, "more topic")))
  cat_note("plot() draws it; topic_map(file = ) writes the page")
  invisible(x)
}

#' @rdname topic_map
#' @method format tritone_topic_map
#' @export
format.tritone_topic_map <- function(x, ...) map_page(x)

#' @rdname topic_map
#' @method tidy tritone_topic_map
#' @export
tidy.tritone_topic_map <- function(x, ...) {
  check_dots(...)
  new_table(as.list(x$topics), "tidy")
}

#' @rdname topic_map
#' @param x A map of [topic_map()].
#' @param topic The topic whose terms are shown, by number or name; by default 1.
#' @method plot tritone_topic_map
#' @export
plot.tritone_topic_map <- function(x, topic = 1, ...) {
  names <- as.character(x$topics$topic)
  at <- if (is.numeric(topic)) topic else match(as.character(topic), names)
  if (length(at) != 1L || !at %in% seq_along(names)) {
    abort_argument("topic", "one topic of the map, by number or name", topic)
  }
  old <- graphics::par(mfrow = c(1, 2), mar = c(2, 1, 2, 1))
  on.exit(graphics::par(old))
  places <- as.matrix(x$topics[c("x", "y")])
  around <- function(v) range(v) + c(-0.2, 0.2) * max(diff(range(v)), 0.1)
  graphics::plot(
    places, type = "n", axes = FALSE, xlab = "", ylab = "", asp = 1, xlim = around(places[, 1L]),
    ylim = around(places[, 2L]), main = x$title, ...
  )
  graphics::abline(h = 0, v = 0, col = "grey85")
  graphics::symbols(
    places, circles = map_radius(x), inches = FALSE, add = TRUE,
    bg = grDevices::adjustcolor(ifelse(seq_along(names) == at, "black", "grey60"), 0.4)
  )
  point_labels(places[, 1L], places[, 2L], names, cex = 0.8, inside = TRUE)
  rows <- map_rows(x, names[[at]])
  back <- rev(seq_len(nrow(rows)))
  graphics::par(mai = replace(
    graphics::par("mai"), 2L, min(label_margin(rows$term, 1.5), 0.5 * graphics::par("fin")[[1L]])
  ))
  bars <- rbind(x$topics$share[[at]] * rows$probability, rows$all)[, back, drop = FALSE]
  middle <- graphics::barplot(
    bars[2L, ], axisnames = FALSE, horiz = TRUE, las = 1, border = NA, col = "grey85",
    main = names[[at]], xlim = c(0, max(bars))
  )
  row_labels(rows$term[back], as.vector(middle))
  graphics::rect(0, middle - 0.5, bars[1L, ], middle + 0.5, border = NA, col = "grey40")
  invisible(rows)
}

# Radii of circles whose areas go with the shares; the largest is a tenth of the map.
map_radius <- function(x) {
  wide <- max(diff(range(x$topics$x)), diff(range(x$topics$y)), 0.1)
  0.1 * wide * sqrt(x$topics$share / max(x$topics$share))
}
