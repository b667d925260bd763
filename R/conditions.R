# All errors of the package, from R's checks and from the C++ core, are
# conditions of class tritone_error_<kind>, tritone_error, error:
#   input    the caller's data or options are wrong
#   limit    right input, but more than a type, a format or the memory holds
#   numeric  a result overflowed or is not a number
# The message says what was wrong, what was expected and what was given.

abort <- function(kind, message) {
  stop(structure(
    class = c(paste0("tritone_error_", kind), "tritone_error", "error", "condition"),
    list(message = message, call = NULL)
  ))
}

abort_input <- function(...) abort("input", paste0(...))

abort_limit <- function(...) abort("limit", paste0(...))

# Called by the glue with what the core threw.
abort_core <- function(kind, message) abort(kind, message)

# A package of Suggests that `what` needs.
need_package <- function(package, what) {
  if (!requireNamespace(package, quietly = TRUE)) {
    abort_input(
      what, " needs the package ", package, ", which is not installed. ",
      "Install it with install.packages(\"", package, "\")."
    )
  }
}
