#' Effects of covariates on topics
#'
#' How the shares of topics differ between articles with different covariates: a regression of each
#' topic's shares on covariates, with the uncertainty of the shares themselves taken into account.
#'
#' By the method of composition (Treier and Jackman 2008, as Roberts, Stewart and Airoldi 2016 use
#' it) the regression is computed for several draws of the shares, and an estimate is the mean over
#' draws, its variance the mean of their variances plus the variance of the estimates between draws.
#'
#' The table has coefficients. `summary()` gives what most questions ask for, in shares of an
#' article for every form: the average marginal effect of each covariate over the articles, that is
#' the mean difference between two levels of a factor, or the mean slope of a number (of a date, by
#' year), with everything else as it is, splines and interactions included; `pairs` compares all
#' levels, `by` gives the effects within the levels of another covariate. Their errors follow from
#' those of the coefficients (delta method).
#' @section Forms:
#' \describe{
#'   \item{`"linear"`}{Least squares of the shares, as in stm. Coefficients are in shares.
#'     Predictions can be below 0 or above 1; a message says so.}
#'   \item{`"fractional"`}{The expected share is a logistic function of the covariates, fitted by
#'     the Bernoulli quasi-likelihood (Papke and Wooldridge 1996), which asks nothing of the
#'     distribution of the shares but their mean. Expected shares and their intervals are between 0
#'     and 1. Coefficients are log odds. Errors are robust to any variance.}
#'   \item{`"beta"`}{Shares have a Beta distribution around such a mean (Ferrari and Cribari-Neto
#'     2004), fitted by maximum likelihood with robust errors. Shares are moved a little towards one
#'     half first, to (y (n - 1) + 1/2) / n (Smithson and Verkuilen 2006). If shares are distributed
#'     in another way, means are off too, unlike with `"fractional"`.}
#' }
#' @section Articles that belong together:
#' With `cluster` errors are robust to any dependence within its groups (Liang and Zeger 1986, with
#' G / (G - 1) (n - 1) / (n - p)); it takes many groups, some thirty at least. With `random` each
#' group has an intercept of its own from a normal distribution: a linear mixed model by restricted
#' maximum likelihood, in the other forms by penalised quasi-likelihood (Breslow and Clayton 1993).
#' Expected shares are then means over groups.
#'
#' Intervals are those of Student's t: with the residual degrees of freedom; with G - 1 for
#' clusters; with random intercepts those of articles for covariates that differ within groups, of
#' groups for others.
#' @section Uncertainty of the shares:
#' \describe{
#'   \item{`"global"`}{All articles' shares are drawn with the mean covariance of their posteriors
#'     around their own modes: for fits of [topic_stm()], where it is the default.}
#'   \item{`"local"`}{Each article's shares are drawn from its own posterior. Of [topic_stm()] this
#'     is found anew from `counts`. Of [topic_lda()] and [topic_seeded()], where it is the default,
#'     it is the Dirichlet distribution of the fitted expected tokens of each topic and `alpha`;
#'     with the setting `draws` of `"gibbs"`, the draws of the chain. Imported fits need `counts`.}
#'   \item{`"none"`}{The shares are taken as known, which makes intervals too narrow. For
#'     [topic_nmf()], which has no posterior, and for matrices of shares there is nothing else.}
#' }
#' The topics themselves are taken as they are in each case.
#'
#' @param fit A fit of [topic_stm()], [topic_lda()], [topic_seeded()] or [topic_nmf()]; or a matrix
#'   of shares, articles x topics, as [predict()][predict.tritone_topics] gives.
#' @param formula A formula as the prevalence of [topic_stm()], with `s()`, `splines::bs()` and
#'   interactions; topics on its left side, such as `1:3 ~ source`, `topic_1 ~ source` or
#'   `c("topic_1", "topic_4") ~ source`, choose these. By default (`NULL`) the prevalence formula of
#'   the fit.
#' @param data A data frame of the covariates as in [topic_stm()]; by default (`NULL`) the data of
#'   the fit's covariates.
#' @param ... Must be empty.
#' @param form One string: `"linear"` (default), `"fractional"` or `"beta"`, see the section Forms.
#' @param cluster,random Groups of articles, or `NULL` (default): the name of a column of `data`, a
#'   formula such as `~ source`, or a vector with a value for each article. One of the two.
#' @param uncertainty One string: `"global"`, `"local"` or `"none"`; the default depends on the fit,
#'   see the section Uncertainty of the shares.
#' @param counts For `"local"` and fits of [topic_stm()]: the counts of the fit.
#' @param newdata Counts of new articles, whose shares are predicted and explained in place of those
#'   of the fit; `data` is theirs.
#' @param draws The number of draws, a whole number of at least 2; by default 25. Fits with
#'   `theta_draws` use all of these.
#' @param level The probability of the intervals, a number between 0 and 1; by default 0.95.
#' @param seed A whole number for the draws; by default (`NULL`) one is drawn from R's generator, so
#'   that `set.seed()` works.
#' @inheritParams topic_lda
#' @return A data frame of class `tritone_topic_effects`, one row for each topic and column of the
#'   design: `topic`, a factor in the order of the fit; `term`; `estimate`, in shares of an article,
#'   in log odds for the forms other than `"linear"`; `std_error`; `lower` and `upper`.
#'
#'   `summary()` gives a data frame of `topic`, `variable`, `contrast`, the column that `by` names,
#'   `estimate`, in shares, `std_error`, `lower` and `upper`. `predict()` gives the rows of
#'   `newdata` for each topic, with `topic`, `estimate`, `std_error`, `lower` and `upper` of the
#'   expected share; covariates that `newdata` does not have are held at their median or most
#'   frequent value. `plot()` draws these for one covariate, also within the levels of a second one,
#'   and returns them invisibly; `autoplot()` draws them with the package ggplot2. Both draw
#'   summaries too. `tidy()`, also of summaries, and `glance()` have broom's columns.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described: rows of `data` that do not match,
#' values that are missing, variables that are not found, have one value only, or have the name of a
#' column of the result, such as `topic`.
#' @references
#' Breslow, N. E. and Clayton, D. G. (1993). Approximate inference in generalized linear mixed
#' models. *Journal of the American Statistical Association*, 88(421), 9-25.
#' \doi{10.1080/01621459.1993.10594284}
#'
#' Ferrari, S. and Cribari-Neto, F. (2004). Beta regression for modelling rates and proportions.
#' *Journal of Applied Statistics*, 31(7), 799-815. \doi{10.1080/0266476042000214501}
#'
#' Liang, K.-Y. and Zeger, S. L. (1986). Longitudinal data analysis using generalized linear models.
#' *Biometrika*, 73(1), 13-22. \doi{10.1093/biomet/73.1.13}
#'
#' Papke, L. E. and Wooldridge, J. M. (1996). Econometric methods for fractional response variables
#' with an application to 401(k) plan participation rates. *Journal of Applied Econometrics*, 11(6),
#' 619-632. \doi{10.1002/(SICI)1099-1255(199611)11:6<619::AID-JAE418>3.0.CO;2-1}
#'
#' Roberts, M. E., Stewart, B. M. and Airoldi, E. M. (2016). A model of text for experimentation in
#' the social sciences. *Journal of the American Statistical Association*, 111(515), 988-1003.
#' \doi{10.1080/01621459.2016.1141684}
#'
#' Smithson, M. and Verkuilen, J. (2006). A better lemon squeezer? Maximum-likelihood regression
#' with beta-distributed dependent variables. *Psychological Methods*, 11(1), 54-71.
#' \doi{10.1037/1082-989X.11.1.54}
#'
#' Treier, S. and Jackman, S. (2008). Democracy as a latent variable. *American Journal of Political
#' Science*, 52(1), 201-217. \doi{10.1111/j.1540-5907.2007.00308.x}
#' @seealso [topic_prevalence()] for shares by group and over time; [topic_stm()];
#'   `vignette("topics-and-effects")`.
#' @export
#' @examples
#' news <- article_example()
#' terms <- term_matrix(news, remove = term_stopwords(), min_docs = 4)
#' fit <- topic_stm(terms, k = 5, ~ source + s(date), data = news, max_iterations = 20)
#' effects <- topic_effects(fit, 1:2 ~ source, form = "fractional", seed = 1)
#' effects
#' summary(effects, pairs = TRUE)
#' predict(effects, data.frame(source = unique(news$source)))
topic_effects <- function(fit, formula = NULL, data = NULL, ...,
                          form = c("linear", "fractional", "beta"), cluster = NULL, random = NULL,
                          uncertainty = c("global", "local", "none"), counts = NULL,
                          newdata = NULL, draws = 25, level = 0.95, seed = NULL,
                          threads = getOption("tritone.threads", 2)) {
  check_dots(...)
  form <- check_choice(form, "form", c("linear", "fractional", "beta"))
  threads <- check_threads(threads)
  fit <- input_shares(fit, newdata, data, threads)
  uncertainty <- shares_uncertainty(fit, uncertainty, counts)
  asked <- effects_formula(fit, formula)
  ids <- rownames(fit$theta)
  data <- if (is.null(data)) effects_data(fit) else match_data(data, ids, of = "the fit")
  design <- covariate_design(asked$formula, data, ids, "formula")
  refuse_taken(names(design$data), effects_columns, "formula", "use")
  groups <- effects_groups(cluster, random, ids, data)
  draws <- check_count(draws, "draws", min = 2, max = 1e6)
  if (uncertainty == "none") draws <- 1
  if (uncertainty == "local" && !is.null(fit$theta_draws)) draws <- dim(fit$theta_draws)[[3L]]
  counts <- if (uncertainty == "local") shares_counts(fit, counts)
  seed <- check_seed(seed)
  level <- check_number(level, "level", 0, 1, open = TRUE)
  found <- if (form == "linear" && is.null(groups)) {
    compose <- function(q) composed_shares(fit, q, uncertainty, draws, seed, counts, threads)
    composed_regression(design$x, compose, draws, asked$topics)
  } else {
    drawer <- shares_drawer(fit, uncertainty, draws, seed, counts, threads)
    composed_forms(design$x, fit, drawer, draws, asked$topics, form, groups, threads)
  }
  new_effects(fit, asked$topics, design, found, list(
    form = form, uncertainty = uncertainty, draws = draws, level = level,
    groups = groups[c("role", "name", "groups")]
  ))
}

# What tables of effects have beside the covariates.
effects_columns <- c(
  "topic", "variable", "contrast", "estimate", "std_error", "lower", "upper"
)

# Covariates that would be hidden by a column of the result.
refuse_taken <- function(names, own, arg, what) {
  taken <- intersect(names, own)
  if (length(taken)) {
    abort_input(
      "`", arg, "` must not ", what, " columns that the result has: ", name_list(taken), ". ",
      "Give `data` in which they are called otherwise, such as `of_", taken[[1L]], "`."
    )
  }
  invisible()
}

# The table of topic_effects(), with what its methods need beside it.
new_effects <- function(fit, topics, design, found, kept) {
  columns <- design$columns
  design$x <- NULL
  table <- interval_table(
    list(
      topic = topic_factor(fit, rep(topics, each = length(columns))),
      term = rep(columns, length(topics))
    ),
    as.vector(found$coefficients), sqrt(pmax(as.vector(apply(found$covariance, 3L, diag)), 0)),
    rep(found$df, length.out = length(columns)), kept$level
  )
  new_table(table, "topic_effects", effects = c(kept, list(
    design = design, coefficients = found$coefficients, covariance = found$covariance,
    spread = found$spread, df = found$df, articles = nrow(fit$theta),
    topics = topic_factor(fit, topics)
  )))
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
    asked <- formula[[2L]]
    bare <- is.name(asked) && as.character(asked) %in% rownames(fit$phi)
    asked <- if (bare) {
      as.character(asked)
    } else {
      or_abort(
        eval(asked, environment(formula)),
        "The left side of `formula` must be topics of the fit, such as 1:3 or \"topic_1\": "
      )
    }
    topics <- which_topics(fit, asked)
    formula[[2L]] <- NULL
  }
  list(formula = formula, topics = topics)
}

# Numbers or names of topics as numbers.
which_topics <- function(fit, asked, arg = "The left side of `formula`") {
  topics <- rownames(fit$phi)
  at <- if (is.numeric(asked)) asked else if (is.atomic(asked)) match(as.character(asked), topics)
  if (!length(at) || anyNA(at) || !all(at %in% seq_along(topics)) || anyDuplicated(at)) {
    abort_input(
      arg, " must be topics of the fit, by number from 1 to ", length(topics), " or by name, each ",
      "once; given ", describe(asked), "."
    )
  }
  as.integer(at)
}

# The data of a fit's covariates, NULL if it has none or these are of other articles.
effects_data <- function(fit) {
  tables <- lapply(unname(fit$covariates), `[[`, "data")
  if (!length(tables) || !is.null(fit$new)) return(NULL)
  all <- do.call(c, lapply(tables, as.list))
  all <- all[!duplicated(names(all))]
  if (!length(all)) return(NULL)
  structure(all, row.names = .set_row_names(nrow(fit$theta)), class = "data.frame")
}

# The groups of `cluster` or `random`: list(role, name, of, groups), NULL for none.
effects_groups <- function(cluster, random, ids, data) {
  if (is.null(cluster) && is.null(random)) return(NULL)
  if (!is.null(cluster) && !is.null(random)) {
    abort_input("`cluster` and `random` cannot be given both: choose one.")
  }
  role <- if (is.null(random)) "cluster" else "random"
  x <- if (is.null(random)) cluster else random
  name <- role
  if (inherits(x, "formula")) {
    x <- all.vars(check_one_sided(x, role))
    if (length(x) != 1L) abort_input("`", role, "` must be a formula of one variable.")
  }
  if (is.character(x)) check_strings(x[!is.na(x)], role)
  if (is.character(x) && length(x) == 1L && length(ids) > 1L) {
    if (is.na(x)) abort_argument(role, "a column of `data`, or a value for each article", x)
    name <- x
    if (is.null(data)) abort_input("`", role, "` names a column, so `data` must be given.")
    if (!name %in% names(data)) {
      abort_input(
        "`", role, "` must name a column of `data`, not ", describe(name), ". ",
        did_you_mean(name, names(data)), "There are ", name_list(names(data)), "."
      )
    }
    x <- data[[name]]
  } else {
    x <- article_values(x, role, ids)
  }
  if (anyNA(x)) abort_missing(name, is.na(x), ids, role)
  x <- droplevels(as.factor(x))
  if (nlevels(x) < 2L) {
    abort_input(
      "`", role, "` must have at least two groups; all articles are in one. Leave it out."
    )
  }
  if (role == "random") check_factor(x, name, ids, role)
  list(role = role, name = name, of = as.integer(x), groups = nlevels(x))
}
