# What a table of tone says as a whole: the gaps between voices, and how lexicons differ.

# How narration differs from each other voice in each group of the others, or NULL: the errors of
# both sides are taken together, cluster by cluster.
tone_gaps <- function(made, by, how) {
  if (!"voice" %in% by$kind) return(NULL)
  name <- by$name[by$kind == "voice"]
  values <- made$values
  voice <- match(values[[name]], all_voices)
  others <- values[names(values) != name]
  key <- if (length(others)) {
    do.call(paste, c(unname(lapply(others, as.character)), sep = "\r"))
  } else {
    rep("", length(voice))
  }
  other <- which(voice > 1L)
  base <- match(key[other], ifelse(voice == 1L, key, NA))
  other <- other[!is.na(base)]
  base <- base[!is.na(base)]
  all <- lapply(names(made$figures), function(lexicon) {
    gap_columns(made$figures[[lexicon]], base, other, how, made$plan$by_article)
  })
  columns <- lapply(stats::setNames(nm = names(all[[1L]])), function(column) {
    unlist(lapply(all, `[[`, column))
  })
  times <- length(all)
  columns <- c(
    lapply(others, function(values) rep(values[other], times)),
    list(
      lexicon = rep(names(made$figures), each = length(other)),
      versus = rep(all_voices[voice[other]], times)
    ), columns
  )
  out <- new_table(columns, "tone_gap", level = how$level)
  places <- lapply(others, function(v) rep(match(v[other], unique(v)), times))
  out[do.call(order, c(unname(places), list(seq_along(out$gap)))), ]
}

# The gaps between the groups `base` and `other` by one lexicon.
gap_columns <- function(figure, base, other, how, by_article) {
  gap <- figure$tone[base] - figure$tone[other]
  n <- length(gap)
  items <- figure$items
  # Items of each side, with the sign they have in the difference.
  rows <- order(items$group)
  count <- tabulate(items$group, length(figure$tone))
  sides <- c(base, other)
  at <- rows[sequence(count[sides], (cumsum(count) - count + 1L)[sides])]
  pair <- rep(rep(seq_len(n), 2L), count[sides])
  sign <- rep(c(1, -1), c(sum(count[base]), sum(count[other])))
  spread <- cluster_variance(
    items$item[at] * sign, items$size[at], pair, items$cluster[at], n
  )
  effective <- if (by_article) {
    rep(Inf, n)
  } else {
    pmin(figure$effective[base], figure$effective[other])
  }
  half <- half_width(spread$variance, effective, how$level)
  out <- list(
    narration = figure$tone[base], other = figure$tone[other], gap = gap,
    se = sqrt(spread$variance), lower = gap - half, upper = gap + half
  )
  if (!is.null(figure$replicates)) {
    drawn <- drawn_interval(
      figure$replicates[, base, drop = FALSE] - figure$replicates[, other, drop = FALSE],
      effective, how$level
    )
    for (name in names(drawn)) out[[name]] <- ifelse(is.na(out$se), NA, drawn[[name]])
  }
  out$sign <- tone_sign(gap, out$lower, out$upper)
  out
}

#' The gaps between voices, or between lexicons
#'
#' Of a table of tone by voice, how the narration differs from each other voice, the *editorial
#' gap*; of one by several lexicons, how far these agree.
#' @param object A table of [tone_score()].
#' @param ... Must be empty.
#' @return Where `by` has `"voice"`, a data frame of class `tritone_tone_gap`, one row for each
#'   group of the others, lexicon and voice but narration: the groups; `lexicon`; `versus`, the
#'   other voice; `narration` and `other`, their tones; `gap`, the first minus the second; its
#'   `se`, `lower` and `upper`, in which what an article adds to both sides is taken together; and
#'   `sign`, as in [tone_score()]. The gaps are those of the table as it was made, whatever rows
#'   were taken of it since.
#'
#'   Otherwise, of a table by several lexicons, a data frame of class `tritone_tone_spread`, one
#'   row for each group: the groups; `n_lexicons` with a tone; `lowest` and `highest`, the tones
#'   farthest apart, with the lexicons `lowest_lexicon` and `highest_lexicon`; `agree`, whether all
#'   tones have the same sign. Of any other table what `summary()` gives of its columns.
#' @method summary tritone_tone_score
#' @export
#' @examples
#' summary(tone_score(article_example(), by = "voice"))
summary.tritone_tone_score <- function(object, ...) {
  check_dots(...)
  gap <- attr(object, "gap", exact = TRUE)
  if (!is.null(gap)) return(gap)
  if (length(unique(object$lexicon)) < 2L) return(summary(as.data.frame(object)))
  lexicon_spread(object)
}

lexicon_spread <- function(object) {
  x <- as.data.frame(object)
  groups <- x[seq_len(match("lexicon", names(x)) - 1L)]
  key <- do.call(paste, c(unname(lapply(groups, as.character)), sep = "\r"))
  first <- which(!duplicated(key))
  of <- factor(key, key[first])
  rows <- split(seq_along(key), of)
  low <- vapply(rows, function(r) c(r[order(x$tone[r])], NA)[[1L]], 1L)
  high <- vapply(rows, function(r) {
    known <- r[!is.na(x$tone[r])]
    c(known[which.max(x$tone[known])], NA_integer_)[[1L]]
  }, 1L)
  low[is.na(x$tone[low])] <- NA
  columns <- c(
    lapply(groups, `[`, first),
    list(
      n_lexicons = as.integer(tapply(!is.na(x$tone), of, sum)), lowest = x$tone[low],
      lowest_lexicon = x$lexicon[low], highest = x$tone[high], highest_lexicon = x$lexicon[high],
      agree = sign(x$tone[low]) == sign(x$tone[high])
    )
  )
  new_table(lapply(columns, unname), "tone_spread")
}
