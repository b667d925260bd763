# What effects of topic_effects() mean in shares: expected shares of given articles and average
# marginal effects.

#' @rdname topic_effects
#' @param object,x A table of [topic_effects()].
#' @method predict tritone_topic_effects
#' @export
predict.tritone_topic_effects <- function(object, newdata, ..., level = NULL) {
  check_dots(...)
  kept <- effects_kept(object)
  if (missing(newdata) || !is.data.frame(newdata)) {
    abort_argument("newdata", "a data frame of covariates", if (!missing(newdata)) newdata)
  }
  level <- effects_level(kept, level)
  given <- plain_frame(newdata)
  whole <- with_typical(kept$design, given)
  x <- design_matrix(kept$design, whole, sprintf("row %d", seq_len(nrow(given))), "formula")
  columns <- list(topic = rep(kept$topics, each = nrow(given)))
  shown <- given[setdiff(names(given), effects_columns)]
  again <- rep(seq_len(nrow(given)), length(kept$topics))
  columns <- c(columns, as.list(shown[again, , drop = FALSE]))
  rows <- lapply(seq_along(kept$topics), function(k) expected_shares(kept, k, x, level))
  rows <- do.call(Map, c(list(c), rows))
  outside <- sum(rows$estimate < 0 | rows$estimate > 1)
  if (outside > 0) {
    message(
      show_count(outside), " of ", count_of(length(rows$estimate), "expected share"), " ",
      plural(outside, "is", "are"), " below 0 or above 1; with form = \"fractional\" none can be."
    )
  }
  new_table(c(columns, rows), "topic_effects_predicted")
}

# Expected shares of topic k at rows of the design, with intervals.
expected_shares <- function(kept, k, x, level) {
  link <- effects_link(kept, k)
  at <- as.vector(x %*% kept$coefficients[, k])
  error <- sqrt(pmax(rowSums((x %*% kept$covariance[, , k]) * x), 0))
  reach <- stats::qt((1 + level) / 2, min(kept$df)) * error
  list(
    estimate = link$mean(at), std_error = link$slope(at) * error, lower = link$mean(at - reach),
    upper = link$mean(at + reach)
  )
}

# The expected share as a function of x'b, and its slope. Where groups have intercepts of their own
# it is the mean over groups, by Gauss-Hermite quadrature.
effects_link <- function(kept, k) {
  if (kept$form == "linear") {
    return(list(mean = identity, slope = function(at) rep(1, length(at))))
  }
  spread <- kept$spread[[k]]
  if (spread <= 0) return(list(mean = stats::plogis, slope = stats::dlogis))
  rule <- normal_rule(21L)
  over <- function(f) {
    function(at) {
      as.vector(f(outer(at, sqrt(spread) * rule$at, `+`)) %*% rule$weight)
    }
  }
  list(mean = over(stats::plogis), slope = over(stats::dlogis))
}

# Places and weights of Gaussian quadrature under the standard normal density (Golub and Welsch
# 1969, doi:10.1090/S0025-5718-69-99647-1).
normal_rule <- function(n) {
  steps <- matrix(0, n, n)
  steps[cbind(seq_len(n - 1L), 2:n)] <- steps[cbind(2:n, seq_len(n - 1L))] <- sqrt(seq_len(n - 1L))
  parts <- eigen(steps, symmetric = TRUE)
  list(at = parts$values, weight = parts$vectors[1L, ]^2)
}

# What topic_effects() keeps beside its table.
effects_kept <- function(x) {
  kept <- attr(x, "effects", exact = TRUE)
  if (is.null(kept)) abort_argument("object", "a table of topic_effects()", x)
  kept
}

effects_level <- function(kept, level) {
  if (is.null(level)) kept$level else check_number(level, "level", 0, 1, open = TRUE)
}

# `given` with the variables of the design that it lacks, at their typical values: the median of
# numbers and dates, the most frequent of all else.
with_typical <- function(design, given) {
  for (name in setdiff(names(design$data), names(given))) {
    value <- design$data[[name]]
    middle <- if (is.numeric(value) || inherits(value, c("Date", "POSIXct"))) {
      order(value)[[(length(value) + 1L) %/% 2L]]
    } else {
      text <- as.character(value)
      match(names(which.max(table(text))), text)
    }
    given[[name]] <- rep(value[middle], nrow(given))
  }
  given
}

#' @rdname topic_effects
#' @param variables The covariates whose effects `summary()` gives, strings; by default (`NULL`)
#'   all.
#' @param pairs Whether each level of a factor is compared with each other one, and not with the
#'   first one alone; by default `FALSE`.
#' @param by A second covariate, one string, or `NULL` (default): effects within each of its levels.
#' @method summary tritone_topic_effects
#' @export
summary.tritone_topic_effects <- function(object, ..., variables = NULL, pairs = FALSE, by = NULL,
                                          level = NULL) {
  check_dots(...)
  kept <- effects_kept(object)
  level <- effects_level(kept, level)
  pairs <- check_flag(pairs, "pairs")
  known <- names(kept$design$data)
  if (!length(known)) abort_input("`object` has no covariates: its formula is an intercept alone.")
  variables <- if (is.null(variables)) known else check_choices(variables, "variables", known)
  within <- effects_within(kept, by)
  rows <- list()
  for (name in setdiff(variables, by)) {
    for (contrast in effects_contrasts(kept$design, name, pairs)) {
      for (part in within) rows[[length(rows) + 1L]] <- marginal_effect(kept, contrast, part, level)
    }
  }
  if (!length(rows)) abort_input("`by` must not be the only one of `variables`.")
  out <- do.call(Map, c(list(c), rows))
  order <- order(as.integer(out$topic))
  out <- lapply(out, `[`, order)
  out$topic <- factor(levels(kept$topics)[out$topic], levels(kept$topics))
  if (is.null(by)) out$by <- NULL else names(out)[names(out) == "by"] <- by
  new_table(out, "topic_effects_summary")
}

# The articles of each level of `by`: list(name, rows).
effects_within <- function(kept, by) {
  n <- nrow(kept$design$data)
  if (is.null(by)) return(list(list(name = "", rows = seq_len(n))))
  by <- check_choice(by, "by", names(kept$design$data))
  value <- kept$design$data[[by]]
  levels <- covariate_levels(value)
  if (length(levels) > 50L) {
    abort_input(
      "`by` must have at most 50 values; `", by, "` has ", show_count(length(levels)),
      ". Use predict() for chosen values."
    )
  }
  lapply(seq_along(levels), function(i) {
    list(name = as.character(levels[i]), rows = which(value %in% levels[i]))
  })
}

# The values of a covariate in their order.
covariate_levels <- function(value) {
  if (is.factor(value)) return(factor(levels(droplevels(value)), levels(droplevels(value))))
  sort(unique(value), method = "radix")
}

is_smooth <- function(value) {
  is.null(dim(value)) && (is.numeric(value) || inherits(value, c("Date", "POSIXct"))) &&
    length(unique(value)) > 2L
}

# Contrasts of one covariate: list(variable, contrast, high, low, step), where the effect is the
# mean of (share at `high` - share at `low`) / step.
effects_contrasts <- function(design, name, pairs) {
  value <- design$data[[name]]
  if (length(dim(value))) {
    abort_input("`variables` must not name `", name, "`, a matrix: it has no marginal effect.")
  }
  at <- function(x) {
    data <- design$data
    data[[name]] <- x
    ids <- sprintf("row %d", seq_len(nrow(data)))
    design_matrix(design, data, ids, "formula")
  }
  if (is_smooth(value)) {
    slope <- tryCatch(slope_contrast(value, at), tritone_error_input = function(e) NULL)
    if (!is.null(slope)) return(list(c(list(variable = name), slope)))
  }
  levels <- covariate_levels(value)
  designs <- lapply(seq_along(levels), function(i) at(rep(levels[i], length(value))))
  one <- utils::combn(length(levels), 2L)
  if (!pairs) one <- one[, one[1L, ] == 1L, drop = FALSE]
  lapply(seq_len(ncol(one)), function(i) {
    low <- one[1L, i]
    high <- one[2L, i]
    list(
      variable = name, contrast = paste(levels[[high]], "-", levels[[low]]),
      high = designs[[high]], low = designs[[low]], step = rep(1, length(value))
    )
  })
}

# The slope at each article, by a step of a ten thousandth of the range that stays within it.
slope_contrast <- function(value, at) {
  number <- as.numeric(value)
  h <- diff(range(number)) / 1e4
  move <- function(x) {
    if (is.numeric(value)) x else structure(x, class = class(value), tzone = attr(value, "tzone"))
  }
  high <- pmin(number + h, max(number))
  low <- pmax(number - h, min(number))
  year <- 365.25 * if (inherits(value, "POSIXct")) 86400 else 1
  list(
    contrast = if (is.numeric(value)) "slope" else "slope by year", high = at(move(high)),
    low = at(move(low)), step = (high - low) / if (is.numeric(value)) 1 else year
  )
}

# One contrast over some articles, for all topics.
marginal_effect <- function(kept, contrast, part, level) {
  high <- contrast$high[part$rows, , drop = FALSE]
  low <- contrast$low[part$rows, , drop = FALSE]
  weight <- 1 / contrast$step[part$rows] / length(part$rows)
  found <- vapply(seq_along(kept$topics), function(k) {
    link <- effects_link(kept, k)
    b <- kept$coefficients[, k]
    up <- as.vector(high %*% b)
    down <- as.vector(low %*% b)
    slope <- colSums(weight * (link$slope(up) * high - link$slope(down) * low))
    c(
      sum(weight * (link$mean(up) - link$mean(down))),
      sqrt(max(0, sum(slope * (kept$covariance[, , k] %*% slope))))
    )
  }, numeric(2))
  same <- function(x) rep(x, ncol(found))
  interval_table(
    list(
      topic = as.integer(kept$topics), variable = same(contrast$variable),
      contrast = same(contrast$contrast), by = same(part$name)
    ),
    found[1L, ], found[2L, ], min(kept$df), level
  )
}

#' @method print tritone_topic_effects
#' @export
print.tritone_topic_effects <- function(x, ...) {
  NextMethod()
  form <- attr(x, "effects", exact = TRUE)$form
  if (!is.null(form) && form != "linear") {
    cat_note("Estimates are log odds: summary() gives average effects in shares")
  }
  invisible(x)
}

#' @rdname topic_effects
#' @method tidy tritone_topic_effects
#' @export
tidy.tritone_topic_effects <- function(x, ...) {
  check_dots(...)
  kept <- effects_kept(x)
  t <- x$estimate / x$std_error
  df <- rep(kept$df, length.out = length(kept$design$columns))
  df <- df[match(x$term, kept$design$columns)]
  new_table(list(
    topic = x$topic, term = x$term, estimate = x$estimate, std.error = x$std_error, statistic = t,
    p.value = 2 * stats::pt(-abs(t), df), conf.low = x$lower, conf.high = x$upper
  ), "tidy")
}

#' @rdname topic_effects
#' @method tidy tritone_topic_effects_summary
#' @export
tidy.tritone_topic_effects_summary <- function(x, ...) {
  check_dots(...)
  broom_table(x, c(variable = "term"))
}

#' @rdname topic_effects
#' @method glance tritone_topic_effects
#' @export
glance.tritone_topic_effects <- function(x, ...) {
  check_dots(...)
  kept <- effects_kept(x)
  new_table(list(
    form = kept$form, uncertainty = kept$uncertainty, draws = kept$draws,
    topics = length(kept$topics), articles = kept$articles,
    groups = if (is.null(kept$groups$groups)) NA_integer_ else kept$groups$groups,
    df.residual = min(kept$df)
  ), "glance")
}
