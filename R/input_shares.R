# Shares of topics as verbs take them: those of a fit, a matrix of them as predict() gives, or those
# of new articles under a fit; and draws of them, as sure as they are.

# A fit whose `theta` are the shares in question. A matrix of shares becomes one without terms,
# which has nothing else. With `newdata`, the counts of new articles, theta is their predict().
input_shares <- function(fit, newdata = NULL, data = NULL, threads = 1L) {
  if (is.matrix(fit) && is.numeric(fit)) {
    if (!is.null(newdata)) abort_input("`newdata` is for fits: `fit` is a matrix of shares.")
    return(shares_of_matrix(fit))
  }
  if (is.null(newdata)) {
    if (inherits(fit, "tritone_topics") && without_shares(fit)) {
      abort_input(
        "`fit` has no shares of articles (`theta`). Give the shares themselves, ",
        "predict(fit, counts), or the counts of articles as `newdata`."
      )
    }
    return(check_fit(fit))
  }
  fit <- check_terms_fit(fit)
  counts <- counts_of_fit(fit, newdata, "newdata")
  # Of an imported fit nobody knows how its covariates were computed; `data` have those of here.
  known <- if (length(fit$covariates) && !isTRUE(fit$options$import)) data
  fit$new <- new_covariates(fit, counts, known)
  fit$theta <- predict(fit, counts, known, threads = threads, progress = FALSE)
  fit$tokens <- Matrix::rowSums(counts)
  fit$theta_chain <- fit$theta_draws <- NULL
  fit$counts <- counts
  fit
}

shares_of_matrix <- function(x) {
  storage.mode(x) <- "double"
  if (!nrow(x) || !ncol(x)) abort_input("`fit`, a matrix of shares, has no rows or no columns.")
  ids <- make_ids(rownames(x), nrow(x))
  wrong <- rowSums(!is.finite(x) | x < 0) > 0 | abs(rowSums(x) - 1) > 1e-6
  if (any(wrong)) {
    abort_input(
      "`fit`, a matrix of shares, must have numbers from 0 to 1 that sum to 1 in each row; this ",
      "is not so in ", show_count(sum(wrong)), " of ", count_of(nrow(x), "row"), ": ",
      quote_list(ids[wrong], 5L), "."
    )
  }
  numbered <- sprintf("topic_%d", seq_len(ncol(x)))
  topics <- if (is.null(colnames(x))) numbered else colnames(x)
  nameless <- is.na(topics) | !nzchar(topics)
  topics[nameless] <- numbered[nameless]
  dimnames(x) <- list(ids, make.unique(topics))
  list(theta = x, phi = matrix(0, ncol(x), 0L, dimnames = list(colnames(x), NULL)))
}

# The uncertainty that is asked, or the default of these shares.
shares_uncertainty <- function(fit, uncertainty, counts) {
  kinds <- c("global", "local", "none")
  default <- identical(uncertainty, kinds)
  uncertainty <- check_choice(uncertainty, "uncertainty", kinds)
  if (!is.null(fit$covariance)) {
    if (uncertainty == "local" && is.null(counts) && is.null(fit$counts)) {
      abort_input("`counts`, the counts of the fit, must be given for the uncertainty \"local\".")
    }
    return(uncertainty)
  }
  possible <- !is.null(fit$theta_draws) || has_dirichlet(fit, counts)
  if (default) return(if (possible) "local" else "none")
  if (uncertainty == "global") {
    abort_input(
      "The uncertainty \"global\" needs a fit of topic_stm(); for this one use ",
      if (possible) "\"local\"" else "\"none\"", "."
    )
  }
  if (uncertainty == "local" && !possible) {
    abort_input(
      "The uncertainty \"local\" needs a fit that says how sure its shares are: of topic_stm(), ",
      "topic_lda() or topic_seeded(), of an imported one with its `counts`. ",
      if (ncol(fit$phi)) "This one" else "A matrix of shares", " does not; use \"none\"."
    )
  }
  uncertainty
}

# Whether shares have a Dirichlet posterior, whose size follows from the tokens of articles.
has_dirichlet <- function(fit, counts) {
  lda <- c("cvb0", "gibbs", "online", "import")
  isTRUE(fit$options$method %in% lda) && !(is.null(fit$tokens) && is.null(counts))
}

# The counts of the shares, where they are asked for.
shares_counts <- function(fit, counts) {
  if (!is.null(fit$counts)) return(fit$counts)
  if (is.null(counts)) NULL else same_counts(fit, counts, "counts")
}

# A function of (first, count) that gives so many draws of theta, articles x topics x draws.
shares_drawer <- function(fit, uncertainty, draws, seed, counts, threads) {
  if (uncertainty == "none") return(function(first, count) array(fit$theta, c(dim(fit$theta), 1L)))
  if (!is.null(fit$theta_draws)) {
    return(function(first, count) fit$theta_draws[, , first - 1L + seq_len(count), drop = FALSE])
  }
  if (uncertainty == "global") {
    eta <- unname(free_logits(fit$theta))
    root <- unname(covariance_root(fit$covariance))
    return(function(first, count) {
      topic_effects_draws_core(eta, root, rownames(fit$theta), first - 1, count, seed, threads)
    })
  }
  if (is.null(fit$covariance)) {
    tokens <- if (is.null(fit$tokens)) Matrix::rowSums(counts) else fit$tokens
    total <- unname(tokens) + sum(fit_alpha(fit))
    return(function(first, count) {
      topic_effects_dirichlet_core(
        unname(fit$theta), total, rownames(fit$theta), first - 1, count, seed, threads
      )
    })
  }
  known <- own_covariates(fit)
  function(first, count) {
    topic_stm_posterior_core(
      counts, stm_parameters(fit), known$prevalence, known$content, FALSE, count, first - 1, seed,
      threads, NULL
    )$draws
  }
}

# Calls use(draws, first) for all draws, as many at a time as take some 160 MB.
each_draw <- function(fit, drawer, draws, use) {
  most <- max(1, floor(2e7 / length(fit$theta)))
  for (first in seq(1, draws, by = most)) {
    count <- min(most, draws - first + 1)
    drawn <- drawer(first, count)
    dim(drawn) <- c(dim(fit$theta), count)
    use(drawn, first)
  }
}

# Sums over draws of theta, as `uncertainty` says, for regressions on the columns `q`:
# list(along = q' theta of each draw, columns x topics x draws; squares = sums of theta^2 by topic).
composed_shares <- function(fit, q, uncertainty, draws, seed, counts, threads) {
  if (uncertainty == "global") {
    # No draw is kept.
    eta <- unname(free_logits(fit$theta))
    root <- unname(covariance_root(fit$covariance))
    return(topic_effects_core(eta, root, rownames(fit$theta), q, draws, seed, threads))
  }
  along <- array(0, c(ncol(q), ncol(fit$theta), draws))
  squares <- matrix(0, ncol(fit$theta), draws)
  drawer <- shares_drawer(fit, uncertainty, draws, seed, counts, threads)
  each_draw(fit, drawer, draws, function(drawn, first) {
    for (i in seq_len(dim(drawn)[[3L]])) {
      theta <- array(drawn[, , i], dim(fit$theta))
      along[, , first + i - 1] <<- crossprod(q, theta)
      squares[, first + i - 1] <<- colSums(theta^2)
    }
  })
  list(along = along, squares = squares)
}
