#' Effects of covariates on topics
#'
#' How the shares of topics differ between articles with different covariates: a linear regression
#' of each topic's shares on covariates, with the uncertainty of the shares themselves taken into
#' account.
#'
#' By the method of composition (Treier and Jackman 2008, as Roberts, Stewart and Airoldi 2016 use
#' it) the regression is computed for several draws of the shares, and an estimate is the mean over
#' draws, its variance the mean of their variances plus the variance of the estimates between draws.
#' With `"global"` all articles' shares are drawn with the mean covariance of their posteriors
#' around their own modes; with `"local"` each from its own posterior, which is found anew from
#' `counts`; with `"none"` the shares are taken as known, which makes intervals too narrow.
#' Intervals are those of Student's t with the residual degrees of freedom.
#'
#' The regression is linear in the shares, so predictions can lie outside of 0 to 1.
#'
#' @param fit A fit of [topic_stm()]; or of [topic_lda()], [topic_seeded()] or [topic_nmf()], with
#'   the uncertainty `"none"` or, where the fit has `theta_draws`, `"local"`.
#' @param formula A formula as the prevalence of [topic_stm()]; topics on its left side, such as
#'   `1:3 ~ source` or `c("topic_1", "topic_4") ~ source`, choose these. By default (`NULL`) the
#'   prevalence formula of the fit.
#' @param data A data frame of the covariates as in [topic_stm()]; by default (`NULL`) the data of
#'   the fit's covariates.
#' @param ... Must be empty.
#' @param uncertainty One string: `"global"` (default), `"local"` or `"none"`. For fits of other
#'   functions the default is `"local"` where the fit has draws, else `"none"`.
#' @param counts For `"local"` and fits of [topic_stm()]: the counts of the fit.
#' @param draws The number of draws, a whole number of at least 2; by default 25. Fits with
#'   `theta_draws` use all of these.
#' @param level The probability of the intervals, a number between 0 and 1; by default 0.95.
#' @param seed A whole number for the draws; by default (`NULL`) one is drawn from R's generator, so
#'   that `set.seed()` works.
#' @inheritParams topic_lda
#' @return A data frame of class `tritone_topic_effects`, one row for each topic and column of the
#'   design: `topic`, a factor in the order of the fit; `term`; `estimate`, in shares of an article;
#'   `std_error`; `lower` and `upper`.
#'
#'   `predict()` for it returns the rows of `newdata` for each topic, with `topic`, `estimate`,
#'   `std_error`, `lower` and `upper` of the expected share; covariates that `newdata` does not have
#'   are held at their median or most frequent value. `plot()` draws these for one covariate, and
#'   returns them invisibly.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @references
#' Roberts, M. E., Stewart, B. M. and Airoldi, E. M. (2016). A model of text for experimentation in
#' the social sciences. *Journal of the American Statistical Association*, 111(515), 988-1003.
#' \doi{10.1080/01621459.2016.1141684}
#'
#' Treier, S. and Jackman, S. (2008). Democracy as a latent variable. *American Journal of Political
#' Science*, 52(1), 201-217. \doi{10.1111/j.1540-5907.2007.00308.x}
#' @seealso [topic_stm()]
#' @export
#' @examples
#' news <- article_example()
#' terms <- term_matrix(news, remove = term_stopwords(), min_docs = 4)
#' fit <- topic_stm(terms, k = 5, ~ source + s(date), data = news, max_iterations = 20)
#' effects <- topic_effects(fit, 1:2 ~ source, seed = 1)
#' effects
#' predict(effects, data.frame(source = unique(news$source)))
topic_effects <- function(fit, formula = NULL, data = NULL, ...,
                          uncertainty = c("global", "local", "none"), counts = NULL, draws = 25,
                          level = 0.95, seed = NULL, threads = getOption("tritone.threads", 2)) {
  check_dots(...)
  check_fit(fit)
  uncertainty <- effects_uncertainty(fit, uncertainty, counts)
  asked <- effects_formula(fit, formula)
  ids <- rownames(fit$theta)
  data <- if (is.null(data)) effects_data(fit) else match_data(data, ids, of = "the fit")
  design <- covariate_design(asked$formula, data, ids, "formula")
  draws <- check_count(draws, "draws", min = 2, max = 1e6)
  if (uncertainty == "none") draws <- 1
  if (uncertainty == "local" && !is.null(fit$theta_draws)) draws <- dim(fit$theta_draws)[[3L]]
  if (uncertainty == "local" && is.null(fit$theta_draws)) {
    counts <- same_counts(fit, counts, "counts")
  }
  threads <- check_threads(threads)
  seed <- check_seed(seed)
  compose <- function(q) composed_shares(fit, q, uncertainty, draws, seed, counts, threads)
  found <- composed_regression(design$x, compose, draws, asked$topics)
  level <- check_number(level, "level", 0, 1, open = TRUE)
  design$x <- NULL
  table <- interval_table(
    list(
      topic = topic_factor(fit, rep(asked$topics, each = ncol(found$design))),
      term = rep(design$columns, length(asked$topics))
    ),
    as.vector(found$coefficients),
    sqrt(as.vector(apply(found$covariance, 3L, diag))), found$df, level
  )
  new_table(
    table, "topic_effects",
    effects = list(
      design = design, coefficients = found$coefficients, covariance = found$covariance,
      df = found$df, level = level, topics = topic_factor(fit, asked$topics)
    )
  )
}

# The uncertainty that is asked, or the default of this fit.
effects_uncertainty <- function(fit, uncertainty, counts) {
  kinds <- c("global", "local", "none")
  structural <- !is.null(fit$covariance)
  drawn <- !is.null(fit$theta_draws)
  default <- identical(uncertainty, kinds)
  uncertainty <- check_choice(uncertainty, "uncertainty", kinds)
  if (structural) {
    if (uncertainty == "local" && is.null(counts)) {
      abort_input("`counts`, the counts of the fit, must be given for the uncertainty \"local\".")
    }
    return(uncertainty)
  }
  if (default) return(if (drawn) "local" else "none")
  if (uncertainty == "global") {
    abort_input(
      "The uncertainty \"global\" needs a fit of topic_stm(); for this one use ",
      if (drawn) "\"local\"" else "\"none\"", "."
    )
  }
  if (uncertainty == "local" && !drawn) {
    abort_input(
      "The uncertainty \"local\" needs draws of the shares: a fit of topic_stm(), or of ",
      "topic_lda(method = \"gibbs\", draws = 25)."
    )
  }
  uncertainty
}

# list(formula without a left side, topics as numbers).
effects_formula <- function(fit, formula) {
  if (is.null(formula)) {
    formula <- fit$covariates$prevalence$formula
    if (is.null(formula)) {
      abort_input("`formula` must be given, since the fit has no prevalence covariates.")
    }
  }
  topics <- seq_len(nrow(fit$phi))
  if (inherits(formula, "formula") && length(formula) == 3L) {
    asked <- or_abort(
      eval(formula[[2L]], environment(formula)),
      "The left side of `formula` must be topics of the fit: "
    )
    topics <- which_topics(fit, asked)
    formula[[2L]] <- NULL
  }
  list(formula = formula, topics = topics)
}

# Numbers or names of topics as numbers.
which_topics <- function(fit, asked, arg = "The left side of `formula`") {
  topics <- rownames(fit$phi)
  at <- if (is.numeric(asked)) asked else match(as.character(asked), topics)
  if (!length(at) || anyNA(at) || !all(at %in% seq_along(topics)) || anyDuplicated(at)) {
    abort_input(
      arg, " must be topics of the fit, by number from 1 to ", length(topics), " or by name, each ",
      "once; given ", describe(asked), "."
    )
  }
  as.integer(at)
}

# The data of a fit's covariates, NULL if it has none.
effects_data <- function(fit) {
  tables <- lapply(unname(fit$covariates), `[[`, "data")
  if (!length(tables)) return(NULL)
  all <- do.call(c, lapply(tables, as.list))
  all <- all[!duplicated(names(all))]
  if (!length(all)) return(NULL)
  structure(all, row.names = .set_row_names(nrow(fit$theta)), class = "data.frame")
}

# Least squares of theta (of each draw) on x: mean coefficients, columns x topics, and their
# covariances over draws, columns x columns x topics. `compose(q)`: see composed_shares().
composed_regression <- function(x, compose, draws, topics) {
  n <- nrow(x)
  p <- ncol(x)
  if (n <= p) {
    abort_input(
      "`formula` has ", count_of(p, "column"), ", which need more than ", count_of(n, "article"),
      "."
    )
  }
  # x = q r with orthonormal q, so that q' theta and the squares of theta are all that is needed.
  whole <- qr(x)
  r <- qr.R(whole)
  inverse <- matrix(0, p, p)
  inverse[whole$pivot, whole$pivot] <- chol2inv(r)
  sums <- compose(qr.Q(whole))
  along <- sums$along[, topics, , drop = FALSE]
  squares <- matrix(sums$squares, ncol = draws)[topics, , drop = FALSE]
  each <- array(0, dim(along))
  each[whole$pivot, , ] <- backsolve(r, matrix(along, p))
  noise <- rowMeans(pmax(squares - colSums(along^2), 0)) / (n - p)
  mean <- rowMeans(each, dims = 2L)
  covariance <- array(0, c(p, p, length(topics)))
  for (k in seq_along(topics)) {
    around <- matrix(each[, k, ], p) - mean[, k]
    covariance[, , k] <- noise[[k]] * inverse + tcrossprod(around) / draws
  }
  list(design = x, coefficients = mean, covariance = covariance, df = n - p)
}

# Columns of a table with an interval around each estimate.
interval_table <- function(columns, estimate, std_error, df, level) {
  reach <- stats::qt((1 + level) / 2, df) * std_error
  c(columns, list(
    estimate = estimate, std_error = std_error, lower = estimate - reach, upper = estimate + reach
  ))
}

#' @rdname topic_effects
#' @param object,x A table of [topic_effects()].
#' @param newdata A data frame of covariates, each row an article.
#' @method predict tritone_topic_effects
#' @export
predict.tritone_topic_effects <- function(object, newdata, ..., level = NULL) {
  check_dots(...)
  kept <- effects_kept(object)
  if (missing(newdata) || !is.data.frame(newdata)) {
    abort_argument("newdata", "a data frame of covariates", if (!missing(newdata)) newdata)
  }
  level <- if (is.null(level)) kept$level else check_number(level, "level", 0, 1, open = TRUE)
  given <- plain_frame(newdata)
  whole <- with_typical(kept$design, given)
  x <- design_matrix(kept$design, whole, sprintf("row %d", seq_len(nrow(given))), "formula")
  topics <- seq_along(kept$topics)
  error <- vapply(topics, function(k) {
    sqrt(pmax(rowSums((x %*% kept$covariance[, , k]) * x), 0))
  }, numeric(nrow(x)))
  columns <- list(topic = rep(kept$topics, each = nrow(given)))
  shown <- given[setdiff(names(given), c("topic", "estimate", "std_error", "lower", "upper"))]
  again <- rep(seq_len(nrow(given)), length(topics))
  columns <- c(columns, as.list(shown[again, , drop = FALSE]))
  new_table(
    interval_table(columns, as.vector(x %*% kept$coefficients), as.vector(error), kept$df, level),
    "topic_effects_predicted"
  )
}

# What topic_effects() keeps beside its table.
effects_kept <- function(x) {
  kept <- attr(x, "effects", exact = TRUE)
  if (is.null(kept)) abort_argument("object", "a table of topic_effects()", x)
  kept
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
#' @param covariate The covariate to show, one string; by default (`NULL`) the first.
#' @method plot tritone_topic_effects
#' @export
plot.tritone_topic_effects <- function(x, covariate = NULL, ...) {
  kept <- effects_kept(x)
  names <- names(kept$design$data)
  covariate <- if (is.null(covariate)) names[[1L]] else check_choice(covariate, "covariate", names)
  value <- kept$design$data[[covariate]]
  smooth <- is.numeric(value) || inherits(value, c("Date", "POSIXct"))
  shown <- if (smooth) {
    seq(min(value), max(value), length.out = 100L)
  } else {
    if (is.factor(value)) levels(droplevels(value)) else sort(unique(value), method = "radix")
  }
  newdata <- structure(
    list(shown), names = covariate, row.names = .set_row_names(length(shown)), class = "data.frame"
  )
  data <- predict(x, newdata)
  old <- graphics::par(
    mfrow = grDevices::n2mfrow(length(kept$topics)), mar = c(4, 4, 2, 0.5) + 0.1
  )
  on.exit(graphics::par(old))
  for (topic in levels(droplevels(kept$topics))) {
    draw_effect(data[data$topic == topic, ], covariate, smooth, topic, ...)
  }
  invisible(data)
}

# One panel: a line with a band for numbers, points with bars for groups.
draw_effect <- function(rows, covariate, smooth, topic, ...) {
  at <- if (smooth) rows[[covariate]] else seq_len(nrow(rows))
  graphics::plot(
    at, rows$estimate,
    type = "n", main = topic, xlab = covariate, ylab = "Expected share",
    ylim = range(rows$lower, rows$upper), xaxt = if (smooth) "s" else "n",
    xlim = if (smooth) range(at) else c(0.5, nrow(rows) + 0.5), ...
  )
  if (smooth) {
    graphics::polygon(
      c(at, rev(at)), c(rows$lower, rev(rows$upper)), col = "grey85", border = NA
    )
    graphics::lines(at, rows$estimate)
  } else {
    graphics::axis(1, at, as.character(rows[[covariate]]))
    graphics::segments(at, rows$lower, at, rows$upper)
    graphics::points(at, rows$estimate, pch = 19)
  }
}
