# The engine "stm", the structural topic model: what the core reads and gives.
#
# options, beside `seed` and `start` (phi) of run_topics():
#   k              at least 2;
#   prevalence     double matrix articles x covariates, its first column the intercept; NULL for
#                  an intercept alone;
#   content        integer group by article, 1 ..., and `groups`, their number; NULL for none;
#   init           "spectral" (anchor words), "random" or "lda"; not read with `start`;
#   start_gamma    covariates x (k - 1), start_sigma (k - 1) x (k - 1): with `start`;
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
# fit, for its own counts and covariates fit$theta bit for bit; NULL prevalence stands for unknown
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
    if (is.null(fit$options$prevalence) && is.null(fit$options$content)) {
      "Correlated topic model"
    } else {
      "Structural topic model"
    }
  },
  describe = function(fit, last) {
    if (!nrow(last)) return("The start alone")
    paste0(describe_end(fit, last, "iteration"), "; bound ", format(last$bound, digits = 8))
  }
)
