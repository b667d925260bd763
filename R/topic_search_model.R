# The models that topic_search() and topic_stability() fit again and again.

# list(fit, name) of the function `model`; its arguments in `...` are named.
check_model <- function(model, ...) {
  if (!is.function(model)) {
    abort_argument("model", "a function that fits topics, as topic_lda or topic_stm", model)
  }
  given <- if (is.null(...names())) rep("", ...length()) else ...names()
  if (any(is.na(given) | !nzchar(given))) {
    abort_input("Arguments of `model` must be named; one was given without its name.")
  }
  own <- list(
    topic_lda = topic_lda, topic_stm = topic_stm, topic_nmf = topic_nmf, topic_seeded = topic_seeded
  )
  name <- names(own)[vapply(own, identical, NA, model)]
  list(fit = model, name = if (length(name)) name else "own")
}

# The covariates of the articles of `counts`, in their order and with their names; NULL for none.
# `own` came with the counts. Articles are chosen and drawn anew, so that formulas cannot look for
# variables elsewhere.
model_data <- function(model, data, own, counts, ...) {
  formulas <- any(c("prevalence", "content") %in% ...names())
  if (!is.null(data) && !formulas && model$name != "own") {
    abort_input("`data` is given without a formula `prevalence` or `content` that uses it.")
  }
  if (is.null(data)) data <- own
  if (is.null(data)) {
    if (!formulas) return(NULL)
    abort_input(
      "`data` must be given, with the covariates of `prevalence` and `content`: the model is ",
      "fitted to some of the articles only."
    )
  }
  data <- match_data(data, rownames(counts))
  data$doc_id <- rownames(counts)
  data
}

# A fit of `k` topics by a model of check_model(). What stops it stops the verb that asks for it.
fit_model <- function(model, counts, k, ..., .start = NULL, .data = NULL, .seed, .threads) {
  whole_only(called_model(
    model, counts, k, list(...), .start = .start, .data = .data, .seed = .seed, .threads = .threads
  ))
}

called_model <- function(model, counts, k, given, .start, .data, .seed, .threads) {
  if (!is.null(.start)) given$start <- .start
  more <- list(seed = .seed, threads = .threads, progress = FALSE)
  if (model$name == "own") {
    more$data <- .data
    known <- names(formals(args(model$fit)))
    if (!"..." %in% known) more <- more[intersect(names(more), known)]
    fit <- or_abort(
      do.call(model$fit, c(list(counts, k = k), given, more), quote = TRUE), "`model` failed: "
    )
    if (!inherits(fit, "tritone_topics")) {
      abort_argument("model", "a function that returns a fit, as topic_lda() does", fit)
    }
    return(check_fit(fit, "model"))
  }
  if (any(c("prevalence", "content") %in% names(given))) given$data <- .data
  if (model$name == "topic_seeded") {
    seeded <- length(given$seeds)
    if (k < seeded) {
      abort_input(
        "`k` must be at least the number of topics with seeds, ", seeded, ", not ", k, "."
      )
    }
    given$unseeded <- k - seeded
  } else {
    given$k <- k
  }
  do.call(model$fit, c(list(counts), given, more), quote = TRUE)
}
