#' Structural topic model
#'
#' Fits a topic model in which covariates of the articles, such as source and date, explain how much
#' each topic is written about (`prevalence`) and in which words (`content`). Without covariates it
#' is the correlated topic model (Blei and Lafferty 2007).
#'
#' The model is that of Roberts, Stewart and Airoldi (2016): the shares of an article are logistic
#' normal around a regression on its prevalence covariates, with one covariance of all topics; with
#' a content covariate, each group of articles has its own distribution over terms for each topic,
#' which differs from the common one by sparse parts for the topic, the group and, with
#' `interactions`, both. It is fitted by variational EM: the shares of each article by a
#' quasi-Newton search and a Laplace approximation, the regression by variational Bayes with pooled
#' priors, the words of groups by penalised Poisson regressions.
#'
#' The start from anchor words (`init = "spectral"`) is deterministic, and so is everything after
#' it: the fit has the same bits for every number of threads. `seed` matters for the other starts.
#'
#' A fit that you stop (Ctrl-C or Escape) is kept as it was after the last complete iteration, or
#' where iterations are quick, after one of the last second, marked as not converged. One that is
#' stopped before the end of its first iteration is lost.
#'
#' Topics keep the order of the start. The shares `theta` are found anew from the topics of the last
#' iteration, so that `predict(fit, counts, data)` is `fit$theta`.
#'
#' ## Formulas
#'
#' `prevalence` is a formula without a left side, as for [stats::lm()]: numbers, factors, text (a
#' factor), dates, interactions, transformations, `bs()` and `ns()` of the package splines. `s(x)`
#' is a cubic B-spline of a number or a date, with `df` columns, `s(x, df = 5)`; by default one less
#' than `x` has different values, at most 10. Its knots are kept for new articles. There is always
#' an intercept. Levels that no article has are dropped, and columns that follow from the others are
#' left out with a message.
#'
#' @param counts Counts as for [topic_lda()]; or a list of `documents`, `vocab` and, as `data`,
#'   `meta`, in the form of the package stm, as `quanteda::convert(x, to = "stm")` makes it. The
#'   document variables of a quanteda `dfm` are used as `data` too.
#' @param k The number of topics, a whole number from 2 to 32768.
#' @param prevalence A formula of covariates that explain the shares of topics, see Formulas, or
#'   `NULL` (default).
#' @param content A formula of one variable whose groups differ in the words of the topics, such as
#'   `~ source`, or `NULL` (default).
#' @param data A data frame of the covariates with a row for each article, matched by its column
#'   `doc_id`, or without one in the order of `counts`, with a message. By default (`NULL`) the
#'   variables are taken from where the formula was written.
#' @param ... Must be empty.
#' @param init One string, the start: `"spectral"` (default), from anchor words; `"random"`; or
#'   `"lda"`, from a short fit of latent Dirichlet allocation.
#' @param start Topics to start from instead: a fit of the same `k`, whose terms are matched by
#'   name, or a matrix of topics x terms. A fit of this function with the same covariates goes on
#'   where it ended. By default (`NULL`) none.
#' @param max_iterations The maximum number of iterations, a whole number of at least 1; by default
#'   500.
#' @param tolerance The fit stops when an iteration raises the bound by less than this share of it;
#'   a number of at least 0, by default 1e-5.
#' @param schedule One string: `"exact"` (default) searches each article's shares to the end in
#'   every iteration; `"fast"` ends early searches sooner, for a bound that is as good in less time,
#'   on another way.
#' @param sigma_prior The weight, from 0 to 1, with which the covariance of topics is moved to its
#'   diagonal; by default 0.
#' @param interactions Whether the words of content groups may differ by topic; by default `TRUE`.
#' @param max_terms The number of terms, the most frequent ones, that may be anchor words; a whole
#'   number greater than `k`, by default 10000.
#' @param checkpoint A path, or `NULL` (default). The state of the fit is saved there every 5
#'   iterations; the same call goes on from there, to the same bits. A file of another fit is an
#'   error.
#' @param seed A whole number for the starts `"random"` and `"lda"`; by default (`NULL`) one is
#'   drawn from R's generator, so that `set.seed()` works.
#' @inheritParams topic_lda
#' @return An object of class `tritone_topics` as [topic_lda()] returns it. `trace` has the columns
#'   `iteration`; `bound`, the lower bound of the log likelihood; `gradient`, the largest derivative
#'   that an article's search was left with; and `repaired`, the share of articles whose Hessian was
#'   not definite. Further parts are
#'   * `gamma`: covariates x (topics - 1), the coefficients of prevalence; the last topic is the
#'     reference;
#'   * `sigma`: (topics - 1) x (topics - 1), the covariance of the topics;
#'   * `mean_mu` and `mean_sigma`: mean and covariance of the prior of an article whose covariates
#'     are not known;
#'   * `covariance`: the mean covariance of the articles' own posteriors, for [topic_effects()];
#'   * `anchors`: the anchor word of each topic, with `init = "spectral"`;
#'   * `covariates`: a list of `prevalence` and `content`: their formulas, terms, levels and data;
#'   * with `content`, `beta`, topics x terms x groups, whose mean over the groups' tokens is `phi`;
#'     and `kappa`, a list of its parts on the scale of logs: `m` by term, `topic` (topics x terms),
#'     `group` (groups x terms), `interaction` (topics x groups x terms).
#' @section Errors:
#' `tritone_error_input` where an argument is not as described: covariates that are missing in some
#' articles, have one value only or one value for each article; rows that do not match; more topics
#' than anchor words.
#' @references
#' Roberts, M. E., Stewart, B. M. and Airoldi, E. M. (2016). A model of text for experimentation in
#' the social sciences. *Journal of the American Statistical Association*, 111(515), 988-1003.
#' \doi{10.1080/01621459.2016.1141684}
#'
#' Blei, D. M. and Lafferty, J. D. (2007). A correlated topic model of Science. *Annals of Applied
#' Statistics*, 1(1), 17-35. \doi{10.1214/07-AOAS114}
#'
#' Arora, S., Ge, R., Halpern, Y., Mimno, D., Moitra, A., Sontag, D., Wu, Y. and Zhu, M. (2013). A
#' practical algorithm for topic modeling with provable guarantees. *ICML*, 280-288.
#' @seealso [topic_effects()] for what covariates do; [topic_correlation()]; [topic_terms()] for the
#'   words of content groups; [predict()][predict.tritone_topics] for new articles;
#'   `vignette("coming-from-stm")`.
#' @export
#' @examples
#' news <- article_example()
#' terms <- term_matrix(news, remove = term_stopwords(), min_docs = 4)
#' fit <- topic_stm(terms, k = 5, ~ source + s(date), data = news, max_iterations = 20)
#' fit
#' topic_effects(fit, ~ source, seed = 1)
topic_stm <- function(counts, k, prevalence = NULL, content = NULL, data = NULL, ...,
                      init = c("spectral", "random", "lda"), start = NULL, max_iterations = 500,
                      tolerance = 1e-5, schedule = c("exact", "fast"), sigma_prior = 0,
                      interactions = TRUE, max_terms = 10000, checkpoint = NULL, seed = NULL,
                      threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  own <- if (is.null(data)) data_of_counts(counts)
  counts <- as_counts(counts)
  options <- list(
    k = check_count(k, "k", min = 2), iterations = check_count(max_iterations, "max_iterations", 1),
    tolerance = check_number(tolerance, "tolerance", min = 0),
    init = check_choice(init, "init", c("spectral", "random", "lda")),
    schedule = check_choice(schedule, "schedule", c("exact", "fast")),
    sigma_prior = check_number(sigma_prior, "sigma_prior", min = 0, max = 1),
    interactions = check_flag(interactions, "interactions"),
    max_terms = check_count(max_terms, "max_terms", min = options_least_terms(k))
  )
  checkpoint <- check_checkpoint(checkpoint)
  covariates <- stm_covariates(prevalence, content, data, own, rownames(counts))
  say_function_words(counts)
  fit <- run_topics(
    "stm", counts, options, check_seed(seed),
    start = start_topics(start, options$k, colnames(counts)), given = start, extra = covariates,
    checkpoint = checkpoint,
    threads = check_threads(threads), progress = progress_bar("Fitting topics", progress)
  )
  fit <- name_parts(fit, covariates)
  fit$covariance <- mean_covariance(fit, counts, check_threads(threads))
  fit
}

options_least_terms <- function(k) if (is.numeric(k) && length(k) == 1L && !is.na(k)) k + 1 else 1

# The covariates of a fit: list(prevalence, content), each a design or NULL. `own` are data that
# came with the counts.
stm_covariates <- function(prevalence, content, data, own, ids) {
  if (inherits(data, "formula")) {
    abort_input("`data` must be a data frame; a formula belongs to `prevalence` or `content`.")
  }
  if (!is.null(data)) {
    if (is.null(prevalence) && is.null(content)) {
      abort_input("`data` is given without a formula `prevalence` or `content` that uses it.")
    }
    data <- match_data(data, ids)
  }
  if (is.null(data)) data <- own
  list(
    prevalence = if (!is.null(prevalence)) covariate_design(prevalence, data, ids, "prevalence"),
    content = if (!is.null(content)) content_design(content, data, ids)
  )
}

# Names for the parts of a structural fit; matrices of the designs are not kept.
name_parts <- function(fit, covariates) {
  topics <- rownames(fit$phi)
  free <- topics[-length(topics)]
  columns <- covariates$prevalence$columns
  dimnames(fit$gamma) <- list(if (is.null(columns)) "(Intercept)" else columns, free)
  dimnames(fit$sigma) <- dimnames(fit$mean_sigma) <- list(free, free)
  fit$mean_mu <- stats::setNames(as.vector(fit$mean_mu), free)
  if (!is.null(fit$anchors)) {
    fit$anchors <- stats::setNames(colnames(fit$phi)[fit$anchors], topics)
  }
  if (!is.null(fit$beta)) {
    groups <- covariates$content$levels
    terms <- colnames(fit$phi)
    dimnames(fit$beta) <- list(topics, terms, groups)
    names <- list(
      m = list(terms), topic = list(topics, terms), group = list(groups, terms),
      interaction = list(topics, groups, terms)
    )
    for (part in names(names)) {
      whole <- paste0("kappa_", part)
      if (is.null(fit[[whole]])) next
      value <- array(fit[[whole]], lengths(names[[part]]), names[[part]])
      fit$kappa[[part]] <- if (part == "m") stats::setNames(as.vector(value), terms) else value
      fit[[whole]] <- NULL
    }
  }
  covariates$prevalence$x <- NULL
  covariates$content$group <- NULL
  fit$covariates <- covariates[lengths(covariates) > 0L]
  fit
}
