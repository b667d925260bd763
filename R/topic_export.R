#' Convert topic models
#'
#' `topic_export()` converts a fit for stm, topicmodels or LDAvis; `topic_import()` converts their
#' fits, so that every function of this package works on them.
#' @param fit A fit of [topic_lda()], [topic_stm()], [topic_seeded()] or [topic_nmf()].
#' @param counts The counts of the fit, with the same articles and terms.
#' @param ... Must be empty.
#' @param to One string: `"topicmodels"` for an object of its class `LDA_VEM`, for its
#'   functions `posterior()`, `terms()`, `topics()` and `perplexity()`; `"LDAvis"` for the list
#'   of arguments of `LDAvis::createJSON()`; or `"stm"` for a list of the class `STM` that the
#'   functions of the package stm take, such as `labelTopics()`, `findThoughts()`, `plot()`,
#'   `estimateEffect()`, `sageLabels()` and `toLDAvis()`. stm need not be installed for that.
#' @param x A fit of `stm::stm()`, `topicmodels::LDA()` or `topicmodels::CTM()`, or a list with
#'   `phi` (topics x terms), `theta` (articles x topics), `doc.length`, `vocab` and `term.frequency`
#'   as for LDAvis. Topics keep their order.
#' @return `topic_export()`: an object of class `LDA_VEM`; or a list of `phi`, `theta`,
#'   `doc.length`, `vocab` and `term.frequency`, without the articles that have no terms, as LDAvis
#'   requires; or a list of class `STM`.
#'
#'   `topic_import()`: a fit of class `tritone_topics` with the method `"import"`. Its `theta` is
#'   that of the other package; `predict()` for new articles computes shares by our own method, with
#'   the mean of the other fit's prior (0.1 for LDAvis and CTM, which have none). A fit of stm
#'   becomes one of the method `"stm"`, as [topic_stm()] makes it: `predict()` uses the prior of
#'   articles whose covariates are not known, since stm does not keep how they were computed.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described, or topicmodels is not installed.
#' @seealso [topic_lda()], [tidy()][tidy.tritone_topics]
#' @export
#' @examples
#' terms <- term_matrix(article_example(), remove = term_stopwords(), min_docs = 2)
#' fit <- topic_lda(terms, k = 4, seed = 1)
#' vis <- topic_export(fit, terms, to = "LDAvis")
#' topic_import(vis)
topic_export <- function(fit, counts, to = c("topicmodels", "LDAvis", "stm"), ...) {
  check_dots(...)
  check_fit(fit)
  to <- check_choice(to, "to", c("topicmodels", "LDAvis", "stm"))
  counts <- same_counts(fit, counts, "counts")
  if (to == "stm") return(as_stm(fit, counts))
  tokens <- unname(Matrix::rowSums(counts))
  if (to == "LDAvis") {
    full <- tokens > 0
    return(list(
      phi = fit$phi, theta = fit$theta[full, , drop = FALSE], doc.length = tokens[full],
      vocab = colnames(fit$phi), term.frequency = unname(Matrix::colSums(counts))
    ))
  }
  if (!is.null(fit$sigma)) {
    abort_input(
      "A fit of topic_stm() has no Dirichlet prior, which topicmodels needs; use to = \"stm\" or ",
      "\"LDAvis\"."
    )
  }
  need_package("topicmodels", "An object of class LDA_VEM")
  p <- Matrix::summary(counts)
  likelihood <- numeric(nrow(counts))
  mixed <- rowSums(fit$theta[p$i, , drop = FALSE] * t(fit$phi[, p$j, drop = FALSE]))
  each <- rowsum(p$x * log(mixed), p$i)
  likelihood[as.integer(rownames(each))] <- each
  beta <- log(fit$phi)
  dimnames(beta) <- NULL
  methods::new(
    methods::getClass("LDA_VEM", where = asNamespace("topicmodels")),
    alpha = mean(fit_alpha(fit)), call = sys.call(), Dim = dim(counts),
    control = methods::new(
      methods::getClass("LDA_VEMcontrol", where = asNamespace("topicmodels"))
    ),
    k = nrow(fit$phi), terms = colnames(fit$phi), documents = rownames(fit$theta), beta = beta,
    gamma = unname(fit$theta), wordassignments = NULL, loglikelihood = likelihood,
    iter = as.integer(max(fit$trace$iteration, 0L)), logLiks = numeric(),
    n = as.integer(sum(tokens))
  )
}

#' @rdname topic_export
#' @export
topic_import <- function(x, ...) {
  check_dots(...)
  if (inherits(x, "STM")) return(from_stm(x))
  if (methods::is(x, "TopicModel")) {
    phi <- exp(x@beta)
    colnames(phi) <- x@terms
    theta <- x@gamma
    rownames(theta) <- x@documents
    alpha <- if (methods::is(x, "LDA")) mean(x@alpha) else 0.1
    return(imported(phi, theta, NULL, alpha))
  }
  needed <- c("phi", "theta", "doc.length", "vocab", "term.frequency")
  if (!is.list(x) || !all(needed %in% names(x))) {
    abort_argument(
      "x", "a fit of stm or topicmodels or a list as for LDAvis::createJSON()", x
    )
  }
  phi <- as.matrix(x$phi)
  colnames(phi) <- as.character(x$vocab)
  imported(phi, as.matrix(x$theta), x$doc.length, 0.1)
}

# Finite numbers that are not negative, and no row of zeros.
is_weights <- function(x) {
  is.numeric(x) && all(is.finite(x)) && all(x >= 0) && all(rowSums(x) > 0)
}

# An object of class tritone_topics; phi and theta are checked; `tokens` by article, NULL if
# unknown.
imported <- function(phi, theta, tokens, alpha) {
  if (!is_weights(phi) || !is_weights(theta) || nrow(phi) != ncol(theta)) {
    abort_input(
      "`x` must hold topics x terms and articles x topics, finite numbers that are not negative, ",
      "without a row of zeros; given ", nrow(phi), " x ", ncol(phi), " and ", nrow(theta), " x ",
      ncol(theta), "."
    )
  }
  if (anyDuplicated(colnames(phi))) {
    abort_input("The terms of `x` must differ; \"", colnames(phi)[anyDuplicated(colnames(phi))],
      "\" occurs more than once.")
  }
  # Sums that are 1 up to rounding are left alone, so that shares keep every bit.
  if (max(abs(rowSums(phi) - 1)) > 1e-8) phi <- phi / rowSums(phi)
  theta <- theta / rowSums(theta)
  if (is.null(tokens)) tokens <- rep(1, nrow(theta))
  ids <- make_ids(rownames(theta), nrow(theta))
  topics <- sprintf("topic_%d", seq_len(nrow(phi)))
  structure(
    list(
      phi = matrix(phi, nrow(phi), dimnames = list(topics, colnames(phi))),
      theta = matrix(theta, nrow(theta), dimnames = list(ids, topics)),
      prevalence = stats::setNames(
        apply(theta * tokens, 2L, order_free_sum) / order_free_sum(tokens), topics
      ),
      trace = data.frame(iteration = integer(), log_likelihood = numeric()), converged = NA,
      options = list(method = "import", k = nrow(phi), alpha = alpha), seed = NA_real_
    ),
    class = "tritone_topics"
  )
}
