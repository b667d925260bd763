# All errors of the package, from R's checks and from the C++ core, are
# conditions of class tritone_error_<kind>, tritone_error, error:
#   input    the caller's data or options are wrong
#   limit    valid input, but more than a type, a format or the memory can hold
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

# Called by the glue with the kind and message of what the core threw.
abort_core <- function(kind, message) abort(kind, message)

# Whether an error is a limit of the computer or of the user, of memory or time, and says nothing of
# what was asked. Whoever goes on after errors lets it pass: R raises a limit of time only once, in
# the core as a tritone_error_limit, in R code with nothing but its words.
is_limit <- function(e) {
  times <- c(
    "reached elapsed time limit", "reached CPU time limit", "reached session elapsed time limit",
    "reached session CPU time limit"
  )
  inherits(e, "tritone_error_limit") ||
    any(startsWith(conditionMessage(e), c(times, gettext(times, domain = "R"))))
}

# Checks that a package of Suggests, which `what` needs, is installed.
need_package <- function(package, what) {
  if (!requireNamespace(package, quietly = TRUE)) {
    abort_input(
      what, " needs the package ", package, ", which is not installed. ",
      "Install it with install.packages(\"", package, "\")."
    )
  }
}
