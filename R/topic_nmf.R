#' Non-negative matrix factorisation
#'
#' Finds `k` topics as factors of the counts: each article's counts are approximated by a sum of
#' topics with non-negative weights.
#'
#' With `loss = "poisson"` this is maximum likelihood of the multinomial topic model, LDA
#' without priors (Carbonetto et al. 2021): the counts x have means m = L F', and
#' `sum(m - x log(m))` is minimised by multiplicative updates (Lee and Seung 2001). With
#' `loss = "frobenius"` the loss is `sum((x - m)^2) / 2`, minimised by coordinate descent
#' (Cichocki and Phan 2009). Steps are extrapolated (Ang and Gillis 2019) and undone if that
#' makes the loss larger, so it never rises.
#'
#' `phi` holds the topics, scaled to sum to 1. The shares of articles (`theta`) are those that
#' make their counts most probable under `phi`, so `predict(fit, counts)` is `fit$theta`; with
#' `loss = "poisson"`, once the fit has converged, they are the factor L itself, each topic's
#' weight in tokens, scaled to sum to 1.
#' @param loss One string: `"poisson"` (default) or `"frobenius"`.
#' @param iterations The maximum number of steps, a whole number of at least 1; by default 500.
#' @param tolerance The fit stops when a step reduces the loss by less than this share of
#'   it; a number of at least 0, by default 1e-6.
#' @param checkpoint A path, or `NULL` (default). The state of the fit is saved there every 50
#'   steps; the same call continues from there, to the same bits. A file of another fit is an
#'   error.
#' @inheritParams topic_lda
#' @return An object of class `tritone_topics` as [topic_lda()] returns it; `trace` has the columns
#'   `iteration` and `loss`.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described or `counts` holds no count
#' above 0.
#' @references
#' Ang, A. M. S. and Gillis, N. (2019). Accelerating nonnegative matrix factorization
#' algorithms using extrapolation. *Neural Computation*, 31(2), 417-439.
#' \doi{10.1162/neco_a_01157}
#'
#' Carbonetto, P., Sarkar, A., Wang, Z. and Stephens, M. (2021). Non-negative matrix
#' factorization algorithms greatly improve topic model fits.
#' \doi{10.48550/arXiv.2105.13440}
#'
#' Cichocki, A. and Phan, A.-H. (2009). Fast local algorithms for large scale nonnegative
#' matrix and tensor factorizations. *IEICE Transactions on Fundamentals*, E92-A(3), 708-721.
#' \doi{10.1587/transfun.E92.A.708}
#'
#' Lee, D. D. and Seung, H. S. (2001). Algorithms for non-negative matrix factorization.
#' *Advances in Neural Information Processing Systems*, 13, 556-562.
#' @seealso [topic_lda()], [topic_terms()]
#' @export
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
#' fit <- topic_nmf(terms, k = 6, seed = 1)
#' topic_terms(fit, n = 3)
topic_nmf <- function(counts, k, loss = c("poisson", "frobenius"), ..., iterations = 500,
                      tolerance = 1e-6, checkpoint = NULL, seed = NULL,
                      threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  checkpoint <- check_checkpoint(checkpoint)
  counts <- as_counts(counts)
  options <- c(
    list(k = check_count(k, "k", min = 1)),
    engine_nmf$settings(iterations, loss = loss, tolerance = tolerance)
  )
  say_function_words(counts)
  run_topics(
    "nmf", counts, options, check_seed(seed),
    checkpoint = checkpoint,
    threads = check_threads(threads), progress = progress_bar("Fitting topics", progress)
  )
}

engine_nmf <- new_engine(
  name = function(fit) sprintf("NMF (%s)", fit$options$loss),
  describe = function(fit, last) {
    sprintf("%s, loss %s", describe_end(fit, last, "step"), format(last$loss, digits = 8))
  },
  settings = function(iterations, ..., loss, tolerance) {
    check_dots(...)
    list(
      loss = check_choice(loss, "loss", c("poisson", "frobenius")),
      iterations = check_count(iterations, "iterations", 1, 1e9),
      tolerance = check_number(tolerance, "tolerance", min = 0),
      alpha = 1e-10 # the minimum: shares without a prior
    )
  },
  prepare = function(counts, options, start, given, extra) {
    list(poisson = options$loss == "poisson", start = start, extra = extra)
  }
)
