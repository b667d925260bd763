# The engine "stm", the structural topic model: what the core reads and gives.
#
# options, beside `seed` and `start` (phi) of run_topics():
#   k              at least 2;
#   prevalence     double matrix articles x covariates, its first column the intercept; NULL for
#                  an intercept alone;
#   content        integer group by article, 1 ..., and `groups`, their number; NULL for none;
#   init           "spectral" (anchor words), "random" or "lda"; not read with `start`;
#   start_gamma    covariates x (k - 1), start_sigma (k - 1) x (k - 1): with `start`;
#   memory         k x terms x groups, expected counts so far, with which the two are held;
#   iterations     at most; 0 gives the start itself;
#   tolerance      the least relative rise of the bound to go on;
#   schedule       "exact" or "fast" (early searches end sooner, the last ones do not);
#   sigma_prior    0 to 1, the share of sigma that is moved to its diagonal;
#   interactions   of topic and group; penalties, penalty_ratio, parameter_cost: the L1 path;
#   max_terms      that may be anchors, the most frequent ones.
# NULL, or absent, leaves the default of the core.
#
# The fit has, beside phi, theta, prevalence and trace (iteration, bound, gradient: the largest
# derivative that an article was left with, repaired: the share of articles whose Hessian was
# not definite), the parts in stm_parts(): gamma (covariates x (k - 1)), sigma, mean_mu and
# mean_sigma (mu and sigma of an article of unknown covariates), anchors (columns of the counts).
# With content also beta (k x terms x groups; phi is its mean by the groups' tokens) and the log
# parts kappa_m (terms), kappa_topic (k x terms), kappa_group (groups x terms),
# kappa_interaction (k x groups x terms). The last topic is the one that eta is counted from.
#
# topic_stm_fold_core(counts, fit, prevalence, content, threads, progress) gives shares under a
# fit, for its own counts and covariates fit$theta bit for bit; NULL prevalence is for unknown
# covariates, NULL content for phi. topic_stm_posterior_core() gives eta and its Laplace
# approximation in the same way, with draws of shares; topic_stm_heldout_core() scores.

stm_parts <- function() {
  c(
    "gamma", "sigma", "mean_mu", "mean_sigma", "anchors", "beta", "kappa_m", "kappa_topic",
    "kappa_group", "kappa_interaction"
  )
}

engine_stm <- new_engine(
  name = function(fit) {
    found <- names(fit$covariates)
    if (isTRUE(fit$options$import)) return("structural topic model (import)")
    if (!length(found)) return("correlated topic model")
    formulas <- vapply(fit$covariates, function(design) {
      paste(trimws(deparse(design$formula[[2L]])), collapse = " ")
    }, "")
    sprintf("structural topic model of %s", paste0(found, " ~ ", formulas, collapse = ", "))
  },
  describe = function(fit, last) {
    if (!NROW(last)) return("Taken from another package")
    sprintf("%s, bound %s", describe_end(fit, last, "iteration"), format(last$bound, digits = 8))
  },
  prepare = function(counts, options, start, given, extra) {
    prevalence <- extra$prevalence
    own <- list(start = start, memory = extra$memory)
    own$prevalence <- prevalence$x
    own$content <- extra$content$group
    if (!is.null(own$content)) own$groups <- length(extra$content$levels)
    # What a checkpoint must have in common; terms hold environments, which are never the same.
    own$extra <- c(own[c("prevalence", "content")], extra$content["levels"])
    if (inherits(given, "tritone_topics") && !is.null(given$gamma)) {
      columns <- if (is.null(prevalence)) "(Intercept)" else prevalence$columns
      if (identical(rownames(given$gamma), columns)) own$start_gamma <- given$gamma
      own$start_sigma <- given$sigma
    }
    own
  },
  keeps = TRUE,
  shares = function(fit, counts, data, threads, progress) {
    known <- new_covariates(fit, counts, data)
    topic_stm_fold_core(
      counts, stm_parameters(fit), known$prevalence, known$content, threads, progress
    )
  }
)

# What the core reads of a fit.
stm_parameters <- function(fit) {
  unclass(fit)[intersect(c("phi", "gamma", "sigma", "mean_mu", "mean_sigma", "beta"), names(fit))]
}

# The covariates of new articles, list(prevalence, content); NULL where they are not known, or the
# fit has none.
new_covariates <- function(fit, counts, data) {
  out <- list(prevalence = NULL, content = NULL)
  if (is.null(data)) return(out)
  if (!length(fit$covariates)) {
    abort_input("`data` is for fits with covariates: this one has none.")
  }
  if (isTRUE(fit$options$import)) {
    abort_input(
      "`data` cannot be used: a fit that was imported does not know how its covariates were ",
      "computed."
    )
  }
  ids <- rownames(counts)
  data <- match_data(data, ids, of = "`newdata`")
  designs <- fit$covariates
  for (design in designs) check_columns(design, data)
  if (!is.null(designs$prevalence)) {
    out$prevalence <- design_matrix(designs$prevalence, data, ids, "prevalence")
  }
  if (!is.null(designs$content)) out$content <- content_group(designs$content, data, ids)
  out
}

# The covariates of the articles of the fit, or of the new ones of input_shares().
own_covariates <- function(fit) {
  if (!is.null(fit$new)) return(fit$new)
  ids <- rownames(fit$theta)
  designs <- fit$covariates
  if (isTRUE(fit$options$import)) {
    return(list(prevalence = designs$prevalence$x, content = designs$content$group))
  }
  list(
    prevalence = if (!is.null(designs$prevalence)) {
      design_matrix(designs$prevalence, designs$prevalence$data, ids, "prevalence")
    },
    content = if (!is.null(designs$content)) {
      content_group(designs$content, designs$content$data, ids)
    }
  )
}
