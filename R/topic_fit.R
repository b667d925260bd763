# How every topic model is fitted: engines, how they run in chains and segments, and the object
# that results. A verb (topic_lda(), topic_seeded(), topic_nmf()) checks its arguments and
# calls run_topics().
#
# An engine is a list of functions:
#   settings(iterations, ...)  its own arguments, checked, with defaults; NULL leaves a
#                              default to the core, which reports the value used;
#   prepare(counts, options, start, given, extra)  what else the core reads, a list;
#   begin(counts, settings, threads)  the settings of a chain's first segment;
#   join(done, options)        the fit from the results of all chains;
#   shares(fit, counts, data, threads, progress)  the shares of new articles, whose counts have
#                              the columns of the fit; `data` are their covariates or NULL;
#   name(fit), describe(fit, last)    its lines in print(), `last` the last row of the trace;
#   keeps                             whether a fit that is stopped is kept as far as it came.

topic_engines <- function() {
  list(
    cvb0 = engine_cvb0, gibbs = engine_gibbs, online = engine_online, nmf = engine_nmf,
    stm = engine_stm, import = engine_import
  )
}

# The engine that made a fit.
fit_engine <- function(fit) topic_engines()[[fit$options$method]]

# What an engine does by default.
new_engine <- function(name, describe, settings = NULL,
                       prepare = function(counts, options, start, given, extra) {
                         list(start = start)
                       },
                       begin = function(counts, settings, threads) settings,
                       join = function(done, options) done[[1L]], keeps = FALSE,
                       shares = function(fit, counts, data, threads, progress) {
                         folded_shares(fit, counts, data, threads, progress)
                       }) {
  list(
    name = name, describe = describe, settings = settings, prepare = prepare, begin = begin,
    join = join, keeps = keeps, shares = shares
  )
}

# The shares of new articles where they depend on counts, topics and alpha alone.
folded_shares <- function(fit, counts, data, threads, progress) {
  if (!is.null(data)) {
    abort_input("`data` is for fits of topic_stm(): this one has no covariates.")
  }
  topic_fold_in_core(counts, fit$phi, fit_alpha(fit), threads, progress)
}

# The engine of fits from topic_import().
engine_import <- new_engine(
  name = function(fit) "LDA (import)",
  describe = function(fit, last) "Taken from another package"
)

# The settings of one of several methods from the `...` of a verb. An argument of another
# method is an error that names the method. `...` comes first so that a shortened name is a typo
# and not a partial match.
method_settings <- function(..., .method, .methods, .verb, .iterations) {
  method <- .method
  methods <- .methods
  engines <- topic_engines()[methods]
  arguments <- lapply(engines, function(engine) names(formals(engine$settings)))
  given <- setdiff(names(list(...)), c("", arguments[[method]]))
  for (other in setdiff(methods, method)) {
    wrong <- intersect(given, arguments[[other]])
    if (length(wrong)) {
      abort_input(
        "`", wrong[[1L]], "` is an argument of the method \"", other, "\"; the method given is \"",
        method, "\"."
      )
    }
  }
  engines[[method]]$settings(iterations = .iterations, ..., .verb = names(formals(.verb)))
}

# Fits by an engine. `start`: topics x terms or NULL; `given`: what the user gave for it;
# `extra`: pseudo-tokens of topics x terms, covariates of a structural model, or NULL;
# `topics`: their names, NULL for topic_1, ... Returns an object of class tritone_topics.
run_topics <- function(method, counts, options, seed, start = NULL, given = NULL, extra = NULL,
                       topics = rownames(start), checkpoint = NULL, threads, progress) {
  engine <- topic_engines()[[method]]
  own <- engine$prepare(counts, options, start, given, extra)
  plan <- checkpoint_plan(method, counts, options, seed, own$start, own$extra)
  chains <- if (is.null(options$chains)) 1 else options$chains
  done <- run_segments(checkpoint, plan, chains, function(state, chain) {
    settings <- c(options, own, list(seed = seed + chain - 1))
    if (is.null(state)) settings <- engine$begin(counts, settings, threads)
    # How many seconds until the state is handed over, to be saved, or kept if the user stops the
    # fit: of an engine that keeps it first after one iteration, then once a second.
    seconds <- if (engine$keeps) {
      if (is.null(state)) 0 else 1
    } else {
      if (is.null(checkpoint)) Inf else 0
    }
    run <- function() {
      topic_fit_core(counts, method, settings, state, seconds, threads, progress)
    }
    if (!engine$keeps || is.null(state)) return(run())
    or_keep(run(), {
      settings$iterations <- state$iteration
      message(
        "Stopped: this is the fit after ", count_of(state$iteration, "iteration"),
        ". It goes on with `start`."
      )
      topic_fit_core(counts, method, settings, state, Inf, threads, NULL)
    })
  })
  fit <- engine$join(done, options)
  used <- done[[1L]]$settings
  for (name in intersect(names(used), names(options))) {
    if (is.null(options[[name]])) options[[name]] <- used[[name]]
  }
  out <- new_topics(fit, c(list(method = method), options), seed, topics, counts)
  out$tokens <- Matrix::rowSums(counts)
  out
}

# The value of `run` or, if the user stops it, of `keep`; inside of whole_only() the stop goes on.
or_keep <- function(run, keep) {
  if (!is.null(findRestart("whole_only"))) return(run)
  stopped <- FALSE
  value <- withRestarts(
    withCallingHandlers(run, interrupt = function(e) invokeRestart("keep_fit")),
    keep_fit = function() stopped <<- TRUE
  )
  if (stopped) keep else value
}

# The value of `work`, of which a fit is a part only: half a fit would be of no use.
whole_only <- function(work) withRestarts(work, whole_only = function() NULL)

# An object of class tritone_topics from the parts of a fit.
new_topics <- function(fit, options, seed, topics, counts) {
  if (is.null(topics)) topics <- sprintf("topic_%d", seq_along(fit$prevalence))
  topics <- make.unique(as.character(topics))
  dimnames(fit$phi) <- list(topics, colnames(counts))
  dimnames(fit$theta) <- list(rownames(counts), topics)
  out <- list(
    phi = fit$phi, theta = fit$theta, prevalence = stats::setNames(fit$prevalence, topics),
    trace = fit$trace, converged = fit$converged, options = options, seed = seed
  )
  more <- fit[intersect(
    c(
      "alpha", "eta", "chain", "diagnostics", "batches", "theta_chain", "theta_draws", stm_parts()
    ),
    names(fit)
  )]
  more <- more[lengths(more) > 0L]
  if (!is.null(more$alpha)) names(more$alpha) <- topics
  if (!is.null(more$theta_chain)) dimnames(more$theta_chain) <- dimnames(fit$theta)
  if (!is.null(more$theta_draws)) {
    dimnames(more$theta_draws) <- c(dimnames(fit$theta), list(NULL))
  }
  structure(c(out, more), class = "tritone_topics")
}

# The settings shared by all methods of LDA, checked, with those of the method.
lda_options <- function(k, alpha, eta, settings) {
  c(
    list(k = check_count(k, "k", min = 1)), settings["iterations"],
    list(
      alpha = check_number(alpha, "alpha", 1e-10, 1e6), eta = check_number(eta, "eta", 1e-10, 1e6)
    ),
    settings[setdiff(names(settings), "iterations")]
  )
}

# Says in one message when words without a topic of their own make up much of the counts:
# English function words, or, in other languages, words of more than half of the articles.
say_function_words <- function(counts) {
  total <- Matrix::colSums(counts)
  all <- sum(total)
  if (all == 0) return(invisible())
  named <- function(found) quote_list(names(sort(total[found], decreasing = TRUE)), 3L)
  stop <- rep(FALSE, length(total))
  stop[match_patterns(term_stopwords(), as_text(names(total)), "remove", "fixed")$term] <- TRUE
  if (sum(total[stop]) > 0.2 * all) {
    message(
      "Function words (", named(stop), ") are ", round(100 * sum(total[stop]) / all),
      " % of the counts and will lead the topics. Leave them out: ",
      "term_matrix(x, remove = term_stopwords())."
    )
  } else if (nrow(counts) >= 50L && ncol(counts) >= 200L) {
    common <- diff(counts@p) > nrow(counts) / 2
    if (sum(total[common]) > 0.3 * all) {
      message(
        "Words of more than half of the articles (", named(common), ") are ",
        round(100 * sum(total[common]) / all), " % of the counts and will lead the topics. ",
        "Leave them out: term_matrix(x, max_docs = 0.5)."
      )
    }
  }
  invisible()
}
