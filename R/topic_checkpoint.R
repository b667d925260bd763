# Checkpoints of fits: the state of a fit in a file, and the call that it belongs to.

checkpoint_mark <- "tritone checkpoint"

# `checkpoint` of a verb: NULL or a path that can be written.
check_checkpoint <- function(checkpoint) {
  check_writable(checkpoint, "checkpoint", null = TRUE)
}

# Runs `chains` fits to their ends, one after the other. `step(state, chain)` runs one segment: it
# returns list(state) or, at the end of a chain, its result. With a checkpoint each state is saved
# there, and so are the results. Returns a list of the results.
run_segments <- function(checkpoint, plan, chains, step) {
  saved <- read_checkpoint(checkpoint, plan, chains)
  done <- saved$done
  state <- saved$state
  while (length(done) < chains) {
    repeat {
      result <- step(state, length(done) + 1L)
      if (is.null(result$state)) break
      state <- result$state
      write_checkpoint(checkpoint, plan, state, done)
    }
    done <- c(done, list(result))
    state <- NULL
    write_checkpoint(checkpoint, plan, NULL, done)
  }
  done
}

# What a checkpoint and the call that continues it must have in common.
checkpoint_plan <- function(method, counts, options, seed, start = NULL, extra = NULL) {
  list(
    method = method, options = options, seed = seed, start = start, extra = extra,
    data = fingerprint(counts)
  )
}

# Numbers that distinguish matrices of counts, for a checkpoint.
fingerprint <- function(counts) {
  place <- seq_along(counts@x)
  list(
    dim = dim(counts), dimnames = lapply(dimnames(counts), utils::head, 100L),
    sums = c(sum(counts@x), sum(counts@x * sin(place)), sum(counts@i * cos(place)), sum(counts@p))
  )
}

# `checkpoint` is NULL or a path. A file of another fit is an error, never overwritten, and so
# is one whose results are not those of such a fit; the core looks at the state itself.
read_checkpoint <- function(checkpoint, plan, chains = 1) {
  none <- list(state = NULL, done = NULL)
  if (is.null(checkpoint) || !file.exists(checkpoint)) return(none)
  saved <- tryCatch(readRDS(checkpoint), error = function(e) NULL)
  if (!is.list(saved) || !identical(saved$what, checkpoint_mark) || !is.list(saved$plan)) {
    abort_input(
      "`checkpoint` must name a file of an earlier fit or a new one; ", checkpoint, " is neither."
    )
  }
  same <- vapply(names(plan), function(name) identical(saved$plan[[name]], plan[[name]]), NA)
  if (!all(same)) {
    abort_input(
      "`checkpoint` names the file of another fit, which differs in: ",
      paste(names(plan)[!same], collapse = ", "),
      ". Give the same data, options and seed, or another file."
    )
  }
  wrong <- checkpoint_damage(saved, plan, chains)
  if (!is.null(wrong)) abort_damaged("checkpoint", "file", wrong)
  saved[names(none)]
}

checkpoint_damage <- function(saved, plan, chains) {
  topics <- plan$options$k
  dim <- plan$data$dim
  named <- function(x) !is.null(names(x)) && !anyNA(names(x)) && all(nzchar(names(x)))
  first_damage(
    if (!is.null(saved$state) && !(is.list(saved$state) && named(saved$state))) {
      "its state must be a list with names"
    },
    if (!is.null(saved$done) && !(is.list(saved$done) && length(saved$done) <= chains)) {
      "it must hold a result for each chain that has ended"
    },
    do.call(first_damage, lapply(saved$done, result_damage, topics, dim[[1L]], dim[[2L]]))
  )
}

# `save()` is another than saveRDS() only in tests.
write_checkpoint <- function(checkpoint, plan, state, done = NULL, save = saveRDS) {
  if (is.null(checkpoint)) return(invisible())
  saved <- list(what = checkpoint_mark, plan = plan, state = state, done = done)
  write_safely(
    checkpoint, "checkpoint",
    write = function(beside) save(saved, beside),
    read = function(beside) identical(readRDS(beside), saved)
  )
  invisible()
}
