# The progress bar of a long computation: NULL, or a function of (done, total)
# that the core calls on the main thread at most ten times a second. The bar
# appears after two seconds and shows the time left.
progress_bar <- function(name, progress, .envir = parent.frame()) {
  if (!check_flag(progress, "progress")) return(NULL)
  started <- Sys.time()
  bar <- NULL
  function(done, total) {
    if (is.null(bar)) {
      if (difftime(Sys.time(), started, units = "secs") < 2) return(invisible())
      bar <<- cli::cli_progress_bar(name, total = total, .envir = .envir)
    }
    cli::cli_progress_update(set = done, total = total, id = bar, .envir = .envir)
    invisible()
  }
}
