# What the statistics on counts share: which group, period and size each article has, and how sure
# rates of terms are where words come in articles and not one by one.

# Below so many articles no interval is given.
fewest_articles <- 5

# A vector with one value for each article of `ids`: `x` itself, matched by its names if it has
# some, or, where `data` is given, its column that `x` names.
article_values <- function(x, arg, ids, data = NULL) {
  if (!is.null(data)) {
    data <- match_data(data, ids)
    name <- check_string(x, arg)
    if (!name %in% names(data)) {
      abort_input(
        "`", arg, "` must name a column of `data`, not ", describe(name), "; there are ",
        name_list(names(data)), "."
      )
    }
    return(data[[name]])
  }
  if ((!is.atomic(x) && !inherits(x, "POSIXlt")) || is.null(x)) {
    abort_argument(arg, paste("a vector with the", sub("s$", "", arg), "of each article"), x)
  }
  if (inherits(x, "POSIXlt")) x <- as.POSIXct(x)
  if (!is.null(names(x))) {
    at <- match(ids, names(x))
    if (anyNA(at)) {
      abort_input(
        "`", arg, "` has names, so it must have one for each article; there is none for \"",
        ids[is.na(at)][[1L]], "\"."
      )
    }
    x <- x[at]
  }
  if (length(x) != length(ids)) {
    # Verbs without `data` leave it out here.
    named <- !missing(data) && is.character(x) && length(x) == 1L
    abort_argument(
      arg, sprintf(
        "a vector with the %s of each of the %s%s", sub("s$", "", arg),
        count_of(length(ids), "article"),
        if (named) ", or with `data` the name of one of its columns" else ""
      ), x
    )
  }
  x
}

# The group of each article as a factor without empty levels; `least` is how many there must be.
# NULL is one group for all.
group_factor <- function(groups, ids, data = NULL, least = 1L) {
  if (is.null(groups)) return(factor(rep("all", length(ids))))
  groups <- if (missing(data)) {
    article_values(groups, "groups", ids)
  } else {
    article_values(groups, "groups", ids, data)
  }
  if (is.factor(groups)) {
    groups <- droplevels(groups)
  } else {
    known <- sort(unique(groups[!is.na(groups)]), method = "radix")
    groups <- factor(as.character(groups), unique(as.character(known)))
  }
  if (nlevels(groups) < least) {
    abort_input(
      "`groups` must have at least two different values, each group being compared ",
      "with the others; given ", nlevels(groups), "."
    )
  }
  groups
}

# Says how many articles are left out, for having no group or no date.
tell_left_out <- function(out, n, what) {
  if (!out) return(invisible())
  message(sprintf(
    "%s of %s articles %s no %s and %s left out.", show_count(out), show_count(n),
    plural(out, "has", "have"), what, plural(out, "is", "are")
  ))
}

# The days of articles: `date` as article_values() takes it, read as every date column is.
article_days <- function(date, ids, data = NULL) {
  date <- article_values(date, "date", ids, data)
  input_dates(list_frame(list(text = rep("", length(ids)), date = unname(date))), TRUE, "date")
}

list_frame <- function(columns) {
  structure(columns, class = "data.frame", row.names = seq_along(columns[[1L]]))
}

period_units <- c("month", "day", "week", "quarter", "year")

# The first day of the period of each day; weeks begin on Monday. Each day is looked at once.
period_start <- function(day, by) {
  if (by == "day") return(day)
  number <- as.numeric(day)
  once <- !duplicated(number)
  starts <- first_of_period(day[once], by)
  starts[match(number, number[once])]
}

first_of_period <- function(day, by) {
  date <- as.POSIXlt(day)
  first <- function(month) {
    as.Date(ISOdate(date$year + 1900L, month, 1L, tz = "UTC"))
  }
  switch(by,
    week = day - (date$wday + 6) %% 7, month = first(date$mon + 1L),
    quarter = first(3L * (date$mon %/% 3L) + 1L), year = first(1L)
  )
}

# All periods from the first with an article to the last as list(by, starts, of), `of` the place
# of each day among them. "auto" takes the unit that gives the middle nine tenths of the articles
# at most sixty periods, so that one stray date does not set it.
article_periods <- function(day, by) {
  known <- day[!is.na(day)]
  if (by == "auto") {
    middle <- stats::quantile(as.numeric(known), c(0.05, 0.95), type = 1, names = FALSE)
    by <- c("day", "week", "month", "quarter", "year")[[
      findInterval(diff(middle), c(60, 420, 1830, 5490)) + 1L
    ]]
  }
  first <- period_start(day, by)
  starts <- if (length(known)) {
    seq(min(first, na.rm = TRUE), max(first, na.rm = TRUE), by = by)
  } else {
    as.Date(character())
  }
  list(by = by, starts = starts, of = match(as.numeric(first), as.numeric(starts)))
}

# The columns of `counts` that `terms` name or fit, in the order of `counts`; NULL is all.
chosen_terms <- function(counts, terms) {
  if (is.null(terms)) return(counts)
  found <- match_patterns(terms, colnames(counts), "terms")
  tell_unmatched(terms[!seq_along(terms) %in% found$pattern], "terms")
  counts[, sort(unique(found$term)), drop = FALSE]
}

# A table of groups x terms must fit into one data frame.
check_cells <- function(groups, terms) {
  if (groups * terms > 2^31 - 1) {
    abort_limit(
      "A table of ", show_count(groups), " groups x ", show_count(terms), " terms has more rows ",
      "than a data frame can hold; choose fewer terms, by `terms` or term_trim()."
    )
  }
}

# Cells of groups x terms of moments, by their places, as vectors.
moments_at <- function(m, at) {
  group <- (at - 1L) %% nrow(m$count) + 1L
  lapply(m, function(x) if (is.matrix(x)) x[at] else x[group])
}

# term_moments_core() of groups that may be a factor.
group_moments <- function(counts, group, groups, sizes, threads) {
  check_cells(groups, ncol(counts))
  term_moments_core(counts, as.integer(group), sizes, groups, threads)
}

# The moments of all other groups, group by group.
other_moments <- function(m) {
  lapply(m, function(x) {
    if (is.matrix(x)) rep(colSums(x), each = nrow(x)) - x else sum(x) - x
  })
}

# The rate of a term among the tokens of a group, counting half a token more; the variance of its
# logarithm over articles, at least that of independent tokens; how much of it is estimated, what it
# exceeds that by, but not less than `least_estimated`; and on how many articles it rests:
# (sum y)^2 / sum y^2, which is small if few hold most of the tokens.
clustered_log_rate <- function(m) {
  rate <- (m$count + 0.5) / (m$size + 0.5)
  plain <- m$count / m$size
  squares <- m$count_2 - 2 * plain * m$product + plain^2 * m$size_2
  least <- 1 / (m$count + 0.5)
  variance <- m$articles / (m$articles - 1) * pmax(squares, 0) / m$size^2 / rate^2
  variance <- pmax(variance, least)
  effective <- m$count^2 / m$count_2
  effective[!(m$count > 0)] <- 1
  list(
    log_rate = log(rate), variance = variance,
    estimated = pmax(variance - least, least_estimated * variance), effective = effective
  )
}

# That few articles show no bunches does not say that there are none. With 1 intervals are too wide
# for rare terms, with less than a half too close for bunched ones (the coverage in
# bench/statistics.R).
least_estimated <- 2 / 3

# Degrees of freedom of a sum of variances (Satterthwaite 1946), of which only `estimated` are
# uncertain: that of independent tokens is known.
satterthwaite <- function(variances, effective, estimated = variances) {
  total <- Reduce(`+`, variances)
  parts <- Map(function(v, n) v^2 / pmax(n - 1, 1), estimated, effective)
  total^2 / Reduce(`+`, parts)
}
