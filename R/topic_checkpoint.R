# Checkpoints of fits: the state of a fit in a file, and the call that it belongs to.

# Runs `chains` fits to their ends, one after the other. `step(state, chain)` runs one segment: it
# returns list(state) or, at the end of a chain, its result. With a checkpoint each state is saved
# there, and so are the results. Returns a list of the results.
run_segments <- function(checkpoint, plan, chains, step) {
  saved <- read_checkpoint(checkpoint, plan)
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
      "`checkpoint` names the file of another fit, which differs in: ",
      paste(names(plan)[!same], collapse = ", "),
      ". Give the same data, options and seed, or another file."
    )
  }
  saved[names(none)]
}

# Writes to another file and renames it, so that an interruption never leaves half a file.
write_checkpoint <- function(checkpoint, plan, state, done = NULL) {
  if (is.null(checkpoint)) return(invisible())
  beside <- paste0(checkpoint, ".new")
  saveRDS(list(what = "tritone checkpoint", plan = plan, state = state, done = done), beside)
  file.rename(beside, checkpoint)
  invisible()
}
