#' Latent Dirichlet allocation
#'
#' Finds `k` topics in counts of terms: each topic is a distribution over terms, each
#' article a mixture of topics.
#'
#' The method `"cvb0"`, zero-order collapsed variational inference (Asuncion et al. 2009,
#' equation 18), keeps for each stored count the probabilities of the topics it may come
#' from and visits the counts again and again, each time leaving out one token's own part.
#' It is deterministic given its random start, and needs far fewer sweeps than a sampler.
#'
#' Articles are taken in blocks of about 8,192 stored counts, up to eight at a time, which
#' start from the same counts and hand their changes back in order: the result is the same
#' bits for every number of threads. A fit to up to 8,192 stored counts is plain CVB0.
#'
#' Shares of an article (`theta`) are the mode of its topics under the fitted `phi`, with
#' `alpha` tokens of each topic added. They depend on that article alone, so
#' `predict(fit, counts)` is `fit$theta`.
#'
#' @param counts A matrix of counts, articles x terms: of [term_matrix()], any sparse
#'   matrix of the package Matrix, a base matrix, a quanteda `dfm`, a tm
#'   `DocumentTermMatrix`. Counts need not be whole numbers. Articles without terms are
#'   kept; their shares are equal.
#' @param k The number of topics, a whole number from 1 to 32768.
#' The method `"gibbs"` draws from the exact posterior by partially collapsed Gibbs sampling
#' (Magnusson et al. 2018): each sweep draws `phi` given all topics of tokens, then each
#' token's topic given `phi` and the other tokens of its article, article by article, so that
#' articles can be drawn at the same time without any approximation. A chain starts from 20
#' sweeps of CVB0. `phi` and `theta` are means over the kept sweeps; the more chains, the
#' better can be judged whether they reached the same posterior. The random numbers belong
#' to the name of an article and the sweep: articles in another order give the same fit.
#'
#' @param method The method, one string: `"cvb0"` (default) or `"gibbs"`.
#' @param iterations The number of sweeps over all articles, a whole number of at least 1, of
#'   `"cvb0"` at most; by default (`NULL`) 200, for `"gibbs"` 400.
#' @param alpha,eta The priors, numbers from 1e-10 to 1e6 that act like tokens of each topic
#'   in an article and of each term in a topic; by default 0.1 and 0.01.
#' @param optimize For `"gibbs"`: whether to learn `alpha`, one for each topic, and `eta` every
#'   tenth sweep of the burn-in (Minka's fixed point, see Wallach 2008); by default `FALSE`.
#' @param chains For `"gibbs"`: the number of chains, a whole number of at least 1; by
#'   default 1. The fit is that of the chain with the greatest mean log likelihood.
#' @param burn_in,thin For `"gibbs"`: the sweeps that are not averaged, by default (`NULL`) half
#'   of them, and every how many-th of the others is; by default 5.
#' @param checkpoint For `"gibbs"`: a path, or `NULL` (default). The state of the chains is kept
#'   there every 50 sweeps; the same call goes on from there, to the same bits. A file of
#'   another fit is an error.
#' @param tolerance For `"cvb0"`: the fit stops when a sweep moves less than this much
#'   probability for each token, summed over topics; a number of at least 0, by default
#'   (`NULL`) 0.005.
#' @param start Topics to start from: a fit of the same `k`, whose terms are matched by
#'   name, or a matrix of topics x terms; their order and names are kept. By default
#'   (`NULL`) the start is random.
#' @param seed A whole number that fixes the random start; by default (`NULL`) one is drawn
#'   from R's generator, so that `set.seed()` works.
#' @inheritParams term_matrix
#' @param ... Must be empty.
#' @return An object of class `tritone_topics`, a list of
#'   * `phi`: topics x terms, probabilities of terms, rows sum to 1;
#'   * `theta`: articles x topics, shares, rows sum to 1, in the order of `counts`;
#'   * `prevalence`: by topic, the mean share over all tokens; topics stand by falling
#'     prevalence and are named `topic_1`, `topic_2`, ...;
#'   * `trace`: a data frame of `iteration`, `change` (see `tolerance`) and
#'     `log_likelihood` (per token, in nats, every fifth sweep and the last, else `NA`); of
#'     `"gibbs"` with `chain` and without `change`, the log likelihood being the joint one of
#'     tokens and topics, `phi` and `theta` integrated out;
#'   * `converged`: whether the tolerance was reached; `NA` for `"gibbs"`;
#'   * `options`: a list of `method` and the settings of it;
#'   * `seed`: the seed;
#'   * of `"gibbs"` also `alpha` by topic (in the order of sampling, not of the topics), `eta`,
#'     `chain` (the one of the fit) and `diagnostics` of the log likelihood behind the burn-in:
#'     split `r_hat` and the effective sample size `ess`.
#'
#'   `summary()` gives a table of the columns `topic`, `prevalence` and `terms` (the six
#'   most probable).
#' @section Errors:
#' `tritone_error_input` where an argument is not as described or `counts` holds no count
#' above 0; `tritone_error_limit` where `k` is above 32768 or the computer has not enough
#' memory: the fit takes 4 bytes for each stored count and topic.
#' @references
#' Asuncion, A., Welling, M., Smyth, P. and Teh, Y. W. (2009). On smoothing and inference
#' for topic models. *Proceedings of the 25th Conference on Uncertainty in Artificial
#' Intelligence*, 27-34. \doi{10.48550/arXiv.1205.2662}
#'
#' Magnusson, M., Jonsson, L., Villani, M. and Broman, D. (2018). Sparse partially collapsed
#' MCMC for parallel inference in topic models. *Journal of Computational and Graphical
#' Statistics*, 27(2), 449-463. \doi{10.1080/10618600.2017.1366913}
#'
#' Blei, D. M., Ng, A. Y. and Jordan, M. I. (2003). Latent Dirichlet allocation. *Journal of
#' Machine Learning Research*, 3, 993-1022.
#' @seealso [topic_terms()] and [topic_articles()] for what the topics are about;
#'   [predict()][predict.tritone_topics] for new articles.
#' @export
#' @examples
#' terms <- term_matrix(article_sample(), remove = term_stopwords(), min_docs = 2)
#' fit <- topic_lda(terms, k = 6, seed = 1)
#' fit
#' topic_terms(fit, n = 3)
#' plot(fit)
topic_lda <- function(counts, k, method = c("cvb0", "gibbs"), iterations = NULL, alpha = 0.1,
                      eta = 0.01, optimize = FALSE, chains = 1, burn_in = NULL, thin = 5,
                      tolerance = NULL, start = NULL, checkpoint = NULL, seed = NULL,
                      threads = getOption("tritone.threads", 2), progress = interactive(), ...) {
  check_dots(...)
  if (missing(k)) abort_input("`k`, the number of topics, must be given.")
  method <- check_choice(method, "method", c("cvb0", "gibbs"))
  counts <- as_counts(counts)
  options <- list(
    k = check_count(k, "k", min = 1),
    iterations = if (!is.null(iterations)) check_count(iterations, "iterations", 1, 1e9),
    alpha = check_number(alpha, "alpha", 1e-10, 1e6),
    eta = check_number(eta, "eta", 1e-10, 1e6)
  )
  start <- start_topics(start, options$k, colnames(counts))
  threads <- check_threads(threads)
  bar <- progress_bar("Fitting topics", progress)
  sampling <- list(
    optimize = check_flag(optimize, "optimize"), chains = check_count(chains, "chains", 1, 1000),
    burn_in = burn_in, thin = check_count(thin, "thin", 1)
  )
  checkpoint <- check_string(checkpoint, "checkpoint", null = TRUE)
  if (method == "cvb0") {
    refuse_sampling(sampling, checkpoint)
    options$tolerance <- if (!is.null(tolerance)) check_number(tolerance, "tolerance", min = 0)
    if (is.null(tolerance)) options["tolerance"] <- list(NULL)
    seed <- check_seed(seed)
    fit <- topic_lda_core(counts, c(options, seed = seed), start, threads, bar)
    options$iterations <- fit$iterations
    options$tolerance <- fit$tolerance
  } else {
    if (!is.null(tolerance)) {
      abort_input("`tolerance` is of the method \"cvb0\"; a sampler has none.")
    }
    options <- c(gibbs_settings(options, sampling))
    seed <- check_seed(seed)
    fit <- fit_gibbs(counts, options, start, seed, checkpoint, threads, bar)
  }
  new_topics(fit, c(list(method = method), options), seed, rownames(start), counts)
}

# What only a sampler reads must be as it is by default.
refuse_sampling <- function(sampling, checkpoint) {
  given <- c(
    optimize = sampling$optimize, chains = sampling$chains != 1,
    burn_in = !is.null(sampling$burn_in), checkpoint = !is.null(checkpoint)
  )
  if (any(given)) {
    abort_input(
      "`", names(given)[given][[1L]], "` is of the method \"gibbs\"; give `method = \"gibbs\"`."
    )
  }
}

gibbs_settings <- function(options, sampling) {
  if (is.null(options$iterations)) options$iterations <- 400
  burn_in <- sampling$burn_in
  burn_in <- if (is.null(burn_in)) options$iterations %/% 2 else check_count(burn_in, "burn_in", 0)
  if (burn_in + sampling$thin > options$iterations) {
    abort_input(
      "`iterations` must be at least `burn_in` plus `thin`, ", burn_in + sampling$thin, ", not ",
      options$iterations, "."
    )
  }
  sampling$burn_in <- burn_in
  c(options, sampling)
}

# An object of class tritone_topics from the parts of a fit.
new_topics <- function(fit, options, seed, topics, counts) {
  if (is.null(topics)) topics <- sprintf("topic_%d", seq_along(fit$prevalence))
  dimnames(fit$phi) <- list(topics, colnames(counts))
  dimnames(fit$theta) <- list(rownames(counts), topics)
  out <- list(
    phi = fit$phi, theta = fit$theta, prevalence = stats::setNames(fit$prevalence, topics),
    trace = fit$trace, converged = fit$converged, options = options, seed = seed
  )
  out <- c(out, fit[intersect(c("alpha", "eta", "chain", "diagnostics"), names(fit))])
  structure(out, class = "tritone_topics")
}

# The topics to start from, with the columns of the counts; NULL for a random start.
start_topics <- function(start, k, terms) {
  if (is.null(start)) return(NULL)
  by_name <- inherits(start, "tritone_topics")
  phi <- if (by_name) start$phi else start
  if (!is.matrix(phi) || !is.numeric(phi)) {
    abort_argument("start", "NULL, a fit or a matrix of topics x terms", start)
  }
  if (nrow(phi) != k) {
    abort_input("`start` must have `k` = ", format(k), " topics, not ", nrow(phi), ".")
  }
  if (by_name) {
    at <- match(terms, colnames(phi))
    if (all(is.na(at))) {
      abort_input("`start` and `counts` must have terms in common; they share none.")
    }
    phi <- phi[, at, drop = FALSE]
    phi[, is.na(at)] <- 0
  } else if (ncol(phi) != length(terms)) {
    abort_input(
      "`start` must have a column for each of the ", length(terms), " terms of `counts`, not ",
      ncol(phi), "."
    )
  }
  if (!all(is.finite(phi)) || any(phi < 0)) {
    abort_input("`start` must hold finite numbers that are not negative.")
  }
  storage.mode(phi) <- "double"
  phi
}
