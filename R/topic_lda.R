#' Latent Dirichlet allocation
#'
#' Fits a topic model with `k` topics to counts of terms: each topic is a distribution over
#' terms, each article a mixture of topics.
#'
#' The method `"cvb0"`, zero-order collapsed variational inference (Asuncion et al. 2009,
#' equation 18), keeps, for each stored count, the probabilities of the topics that it may come
#' from, and updates them in repeated sweeps, each time leaving out one token of that count.
#' It is deterministic given its random start, and needs far fewer sweeps than a sampler.
#'
#' Articles are taken in blocks of about 8,192 stored counts, up to eight at a time, which
#' start from the same counts and return their changes in order: the result is the same
#' bits for every number of threads. With up to 8,192 stored counts it is plain CVB0.
#' Articles are sorted by their counts first, so their order does not matter either.
#'
#' The method `"gibbs"` draws from the exact posterior by partially collapsed Gibbs sampling
#' (Magnusson et al. 2018): each sweep draws `phi` given the topics of all tokens, then each
#' token's topic given `phi` and the other tokens of its article, article by article, so that
#' articles can be drawn at the same time without any approximation. A chain starts from 20
#' sweeps of CVB0. `phi` and `theta_chain` are means over the kept sweeps; several chains
#' show whether they reached the same posterior. The random numbers depend on the name of
#' the article and the sweep, so articles in another order give the same fit.
#'
#' The method `"online"`, stochastic collapsed variational inference (SCVB0; Foulds et al. 2013),
#' takes mini-batches of articles and moves the topics a little towards each; it stores nothing
#' per article, so its memory does not grow with their number. The shares of an article within
#' a batch come from ten deterministic steps instead of the paper's stochastic ones. With
#' `start = fit` it continues a fit with new articles from a stream: the step size goes on
#' falling from where the fit ended.
#'
#' The shares of an article (`theta`) are the posterior mode given the fitted `phi`, with `alpha`
#' pseudo-tokens of each topic added. They depend on that article alone, so
#' `predict(fit, counts)` is `fit$theta` for every method.
#'
#' @param counts A matrix of counts, articles x terms: of [term_matrix()], any sparse
#'   matrix of the package Matrix, a base matrix, a quanteda `dfm`, a tm
#'   `DocumentTermMatrix`. Counts need not be whole numbers, except for `"gibbs"`. Articles
#'   without terms are kept; their shares are those of the prior. A message says so if function
#'   words make up more than a fifth of the counts.
#' @param k The number of topics, a whole number from 1 to 32768.
#' @param ... Settings of the method, by name, see the section Settings. A setting of another
#'   method is an error.
#' @param method The method, one string: `"cvb0"` (default), `"gibbs"` or `"online"`.
#' @param iterations The number of sweeps over all articles, a whole number of at least 1, for
#'   `"cvb0"` the maximum; by default (`NULL`) 200, for `"gibbs"` 400, for `"online"` 20.
#' @param alpha,eta The parameters of the Dirichlet priors, numbers from 1e-10 to 1e6 that act as
#'   pseudo-tokens of each topic in an article and of each term in a topic; by default 0.1 and 0.01.
#' @param start Topics to start from: a fit of the same `k`, whose terms are matched by
#'   name, or a matrix of topics x terms; their order and names are kept. By default
#'   (`NULL`) the start is random.
#' @param checkpoint A path in a folder that exists, or `NULL` (default). The state of the fit is
#'   saved there every 50 sweeps (of `"online"` every sweep); the same call continues from there, to
#'   the same bits. A file of another fit is an error. For `"cvb0"` the file has 4 bytes for each
#'   stored count and topic before compression, for `"online"` for each term and topic, for
#'   `"gibbs"` 4 for each token and 8 for each topic and term or article.
#' @param seed A whole number that fixes the random start; by default (`NULL`) one is drawn
#'   from R's generator, so that `set.seed()` works.
#' @inheritParams term_matrix
#' @section Settings:
#' \describe{
#'   \item{`"cvb0"`}{`tolerance`: the fit stops when a sweep moves less than this
#'     probability per token, summed over topics; a number of at least 0, by default
#'     (`NULL`) 0.005.}
#'   \item{`"gibbs"`}{`optimize`: whether to learn `alpha`, one for each topic, and `eta` every
#'   tenth sweep of the burn-in (Minka's fixed point, see Wallach 2008); by default `FALSE`.
#'
#'   `chains`: the number of chains, a whole number of at least 1, by default 1. The fit is
#'   that of the chain with the highest mean log likelihood.
#'
#'   `burn_in`: the number of sweeps at the beginning that are discarded, by default (`NULL`) half
#'   of all. `thin`: keep every `thin`-th sweep after the burn-in, by default 5.
#'
#'   `draws`: the number of draws of `theta` to store, at evenly spaced kept sweeps; a
#'   whole number of at most `(iterations - burn_in) %/% thin`, by default 0.}
#'   \item{`"online"`}{`batch`: the number of articles in a mini-batch, a whole number of at
#'     least 1; by default (`NULL`) 256.}
#' }
#' @return An object of class `tritone_topics`, a list of
#'   * `phi`: topics x terms, probabilities of terms, rows sum to 1;
#'   * `theta`: articles x topics, shares, rows sum to 1, in the order of `counts`;
#'   * `tokens`: the tokens of each article;
#'   * `prevalence`: for each topic, its mean share over all tokens; topics are in order of
#'     falling prevalence and named `topic_1`, `topic_2`, ..., unless `start` is given;
#'   * `trace`: a data frame of `iteration` and, for `"cvb0"`, `change` (see `tolerance`) and
#'     `log_likelihood` (per token, in nats, at every fifth sweep and the last, else `NA`); for
#'     `"gibbs"` with `chain` and without `change`, where the log likelihood is the joint one of
#'     tokens and topics with `phi` and `theta` integrated out; for `"online"` without `change`,
#'     where each batch is scored with the topics before it;
#'   * `converged`: whether the tolerance was reached; `NA` for `"gibbs"` and `"online"`;
#'   * `options`: a list of `method` and its settings;
#'   * `seed`: the seed;
#'   * for `"gibbs"` also `theta_chain`, articles x topics, the mean of the posterior of each
#'     article's shares over the kept sweeps, where `theta` is the mode given the mean `phi`;
#'     `theta_draws`, with `draws`, an array of articles x topics x draws, each a draw from the
#'     posterior; `alpha` by topic, `eta`, `chain` (the chain of the fit) and `diagnostics` of
#'     the log likelihood after the burn-in: `r_hat`, the larger of the rank-normalised split
#'     R-hat and the folded one of Vehtari et al. (2021), and the effective sample size `ess`;
#'   * for `"online"` also `batches`, the number of mini-batches seen so far.
#'
#'   `summary()` returns a table of the columns `topic`, a factor in the order of the fit,
#'   `prevalence` and `terms` (the six most relevant, see [topic_terms()]).
#' @section Errors:
#' `tritone_error_input` where an argument is not as described or `counts` holds no count
#' above 0; `tritone_error_limit` where `k` is above 32768 or the computer does not have
#' enough memory: the fit takes 4 bytes for each stored count and topic.
#' @references
#' Asuncion, A., Welling, M., Smyth, P. and Teh, Y. W. (2009). On smoothing and inference
#' for topic models. *Proceedings of the 25th Conference on Uncertainty in Artificial
#' Intelligence*, 27-34. \doi{10.48550/arXiv.1205.2662}
#'
#' Foulds, J., Boyles, L., DuBois, C., Smyth, P. and Welling, M. (2013). Stochastic collapsed
#' variational Bayesian inference for latent Dirichlet allocation. *KDD*, 446-454.
#' \doi{10.1145/2487575.2487697}
#'
#' Magnusson, M., Jonsson, L., Villani, M. and Broman, D. (2018). Sparse partially collapsed
#' MCMC for parallel inference in topic models. *Journal of Computational and Graphical
#' Statistics*, 27(2), 449-463. \doi{10.1080/10618600.2017.1366913}
#'
#' Blei, D. M., Ng, A. Y. and Jordan, M. I. (2003). Latent Dirichlet allocation. *Journal of
#' Machine Learning Research*, 3, 993-1022.
#'
#' Vehtari, A., Gelman, A., Simpson, D., Carpenter, B. and Buerkner, P.-C. (2021).
#' Rank-normalization, folding, and localization: an improved R-hat for assessing convergence
#' of MCMC. *Bayesian Analysis*, 16(2), 667-718. \doi{10.1214/20-BA1221}
#' @seealso [topic_terms()] and [topic_articles()] for what the topics are about;
#'   [predict()][predict.tritone_topics] for new articles.
#' @export
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
#' fit <- topic_lda(terms, k = 6, seed = 1)
#' fit
#' topic_terms(fit, n = 3)
#' plot(fit)
topic_lda <- function(counts, k, method = c("cvb0", "gibbs", "online"), ..., iterations = NULL,
                      alpha = 0.1, eta = 0.01, start = NULL, checkpoint = NULL, seed = NULL,
                      threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_given()
  methods <- c("cvb0", "gibbs", "online")
  method <- check_choice(method, "method", methods)
  settings <- method_settings(
    ..., .method = method, .methods = methods, .verb = topic_lda, .iterations = iterations
  )
  options <- lda_options(k, alpha, eta, settings)
  checkpoint <- check_checkpoint(checkpoint)
  counts <- as_counts(counts)
  topics <- start_topics(start, options$k, colnames(counts))
  say_function_words(counts)
  run_topics(
    method, counts, options, check_seed(seed),
    start = topics, given = start,
    checkpoint = checkpoint,
    threads = check_threads(threads), progress = progress_bar("Fitting topics", progress)
  )
}

# The topics to start from, with the columns of the counts; NULL for a random start.
start_topics <- function(start, k, terms) {
  if (is.null(start)) return(NULL)
  by_name <- inherits(start, "tritone_topics")
  if (by_name) check_fit(start, "start")
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
