# Checkpoints of fits: where a fit stands, in a file, and what it must be a fit of.

# Takes a fit to its end by `step(state)`, a segment of it each, which gives list(state)
# or, at the end, the fit. With a checkpoint each state is kept there, the fit too.
run_segments <- function(checkpoint, plan, step) {
  saved <- read_checkpoint(checkpoint, plan)
  if (!is.null(saved$done)) return(saved$done)
  state <- saved$state
  repeat {
    result <- step(state)
    if (is.null(result$state)) break
    state <- result$state
    write_checkpoint(checkpoint, plan, state)
  }
  write_checkpoint(checkpoint, plan, NULL, result)
  result
}

# What a checkpoint must agree in with the call that goes on from it.
checkpoint_plan <- function(method, counts, options, seed, start = NULL, extra = NULL) {
  list(
    method = method, options = options, seed = seed, start = start, extra = extra,
    data = fingerprint(counts)
  )
}

# What tells one matrix of counts from another in a checkpoint.
fingerprint <- function(counts) {
  place <- seq_along(counts@x)
  list(
    dim = dim(counts), dimnames = lapply(dimnames(counts), utils::head, 100L),
    sums = c(sum(counts@x), sum(counts@x * sin(place)), sum(counts@i * cos(place)), sum(counts@p))
  )
}

# `checkpoint` is NULL or a path. A file of another fit is an error, never overwritten.
read_checkpoint <- function(checkpoint, plan) {
  none <- list(state = NULL, done = NULL)
  if (is.null(checkpoint) || !file.exists(checkpoint)) return(none)
  saved <- tryCatch(readRDS(checkpoint), error = function(e) NULL)
  if (!is.list(saved) || !identical(saved$what, "tritone checkpoint")) {
    abort_input(
      "`checkpoint` must name a file of an earlier fit or a new one; ", checkpoint, " is neither."
    )
  }
  same <- vapply(names(plan), function(name) identical(saved$plan[[name]], plan[[name]]), NA)
  if (!all(same)) {
    abort_input(
      "`checkpoint` names the file of another fit: its ",
      paste(names(plan)[!same], collapse = " and "),
      " differ. Give the same data, options and seed, or another file."
    )
  }
  saved[names(none)]
}

# Written beside and renamed, so that a stop never leaves half a file.
write_checkpoint <- function(checkpoint, plan, state, done = NULL) {
  if (is.null(checkpoint)) return(invisible())
  beside <- paste0(checkpoint, ".new")
  saveRDS(list(what = "tritone checkpoint", plan = plan, state = state, done = done), beside)
  file.rename(beside, checkpoint)
  invisible()
}
