# Checks of arguments. Each returns the value in its final type, or raises a
# tritone_error_input that says what the argument must be and what was given.

# A short description of a value for an error message.
describe <- function(x) {
  if (is.null(x)) return("NULL")
  if (is.function(x)) return("a function")
  if (is.data.frame(x)) return(paste("a data frame of", count_of(nrow(x), "row")))
  if (is.atomic(x) && length(x) == 1L && is.null(attributes(x))) {
    if (is.na(x)) return(if (is.character(x)) "a missing string" else "NA")
    if (is.character(x)) return(encodeString(shown_string(x), quote = "\""))
    return(format(x))
  }
  if (is.atomic(x) && is.null(dim(x))) return(describe_vector(x))
  sprintf("an object of class %s", paste(class(x), collapse = "/"))
}

describe_vector <- function(x) {
  sprintf(
    "%s %s vector of length %d%s", if (is.integer(x)) "an" else "a", typeof(x), length(x),
    if (anyNA(x)) " with missing values" else ""
  )
}

# Which strings are text: not those of bytes without an encoding, nor of invalid UTF-8.
is_valid_text <- function(x) {
  mark <- Encoding(x)
  mark != "bytes" & (mark == "latin1" | validUTF8(x) | mark == "unknown" & !l10n_info()[["UTF-8"]])
}

# The beginning of a string with any bytes; those that are not UTF-8 are shown as <ff>.
shown_string <- function(x, width = 60L) {
  if (Encoding(x) != "bytes") x <- enc2utf8(x)
  if (Encoding(x) == "bytes" || !validUTF8(x)) {
    x <- iconv(list(utils::head(charToRaw(x), 4L * width)), "UTF-8", "UTF-8", sub = "byte")
  }
  substr(x, 1L, width)
}

# Strings as text: what is none has its bytes shown.
as_text <- function(x) {
  x <- as.character(x)
  wrong <- !is.na(x) & !is_valid_text(x)
  x[wrong] <- shown_strings(x[wrong], 1000L)
  x
}

shown_strings <- function(x, width = 60L) {
  vapply(as.character(x), shown_string, "", width, USE.NAMES = FALSE)
}

abort_argument <- function(arg, expected, x) {
  abort_input("`", arg, "` must be ", expected, ", not ", describe(x), ".")
}

check_flag <- function(x, arg) {
  if (!is.logical(x) || length(x) != 1L || is.na(x)) {
    abort_argument(arg, "TRUE or FALSE", x)
  }
  x
}

check_string <- function(x, arg, null = FALSE) {
  if (null && is.null(x)) return(NULL)
  if (!is.character(x) || length(x) != 1L || is.na(x)) {
    abort_argument(arg, if (null) "one string or NULL" else "one string", x)
  }
  if (!is_valid_text(x)) abort_argument(arg, "one string of valid UTF-8", x)
  x
}

# A number in [min, max]; `open` excludes the ends.
check_number <- function(x, arg, min = -Inf, max = Inf, open = FALSE) {
  ok <- is.numeric(x) && length(x) == 1L && !is.na(x) &&
    (if (open) x > min && x < max else x >= min && x <= max)
  if (!ok) abort_argument(arg, number_range("a number", min, max, open), x)
  as.double(x)
}

# A whole number in [min, max], returned as double since it may pass 2^31;
# Inf is allowed where max is Inf.
check_count <- function(x, arg, min = 0, max = Inf) {
  ok <- is.numeric(x) && length(x) == 1L && !is.na(x) && x >= min && x <= max &&
    (is.infinite(x) || x == floor(x))
  if (!ok) abort_argument(arg, number_range("a whole number", min, max, FALSE), x)
  as.double(x)
}

number_range <- function(what, min, max, open) {
  show <- function(x) if (abs(x) < 1 && x != 0) format(x) else show_count(x)
  if (is.finite(min) && is.finite(max) && !open) {
    return(paste(what, "from", show(min), "to", show(max)))
  }
  low <- if (is.finite(min)) paste(if (open) "greater than" else "of at least", show(min))
  high <- if (is.finite(max)) paste(if (open) "less than" else "of at most", show(max))
  paste(c(what, paste(c(low, high), collapse = " and ")), collapse = " ")
}

# One of `choices`; a vector equal to all choices (a default) gives the first.
check_choice <- function(x, arg, choices) {
  if (identical(x, choices)) return(choices[[1L]])
  if (!is.character(x) || length(x) != 1L || is.na(x) || !x %in% choices) {
    abort_argument(arg, paste0(if (length(choices) > 1L) "one of ", quote_list(choices)), x)
  }
  x
}

# Some of `choices`.
check_choices <- function(x, arg, choices) {
  if (!is.character(x) || !length(x) || anyNA(x) || !all(x %in% choices)) {
    wrong <- if (is.character(x)) setdiff(x, choices) else x
    abort_argument(
      arg, paste("some of", quote_list(choices)),
      if (length(wrong)) wrong else x
    )
  }
  unique(x)
}

# With `path` the names of files may have bytes that are not UTF-8.
check_strings <- function(x, arg, null = FALSE, path = FALSE) {
  if (null && is.null(x)) return(NULL)
  if (is.factor(x)) x <- as.character(x)
  if (!is.character(x) || anyNA(x)) {
    abort_argument(arg, "a character vector without missing values", x)
  }
  wrong <- if (path) Encoding(x) == "bytes" | nchar(x, "bytes") > 4000L else !is_valid_text(x)
  if (any(wrong)) {
    what <- if (path) "paths of at most 4,000 bytes with an encoding" else "strings of valid UTF-8"
    abort_argument(arg, what, as.vector(x[wrong])[[1L]])
  }
  x
}

check_threads <- function(threads) {
  as.integer(check_count(threads, "threads", min = 1, max = 1024))
}

# The seed as a double of at most 2^53, drawn from R's generator when NULL, so
# that set.seed() works.
check_seed <- function(seed) {
  if (is.null(seed)) return(floor(stats::runif(1) * 2^31))
  check_count(seed, "seed", min = 0, max = 2^53)
}

# Every argument of a verb without a default must be given.
check_given <- function(frame = parent.frame(), verb = sys.function(-1L)) {
  wanted <- formals(verb)
  names <- setdiff(names(wanted), "...")
  for (name in names[vapply(wanted[names], function(x) is.name(x) && !nzchar(x), NA)]) {
    if (eval(call("missing", as.name(name)), frame)) {
      abort_input("`", name, "` must be given. The arguments are: ", name_list(names), ".")
    }
  }
}

# `...` must be empty: what came through it is a misspelt argument of the caller, or of
# the verb whose `...` the caller takes, with the arguments `.more`.
check_dots <- function(..., .more = NULL) {
  check_given(parent.frame(), sys.function(-1L))
  if (...length() == 0L) return(invisible())
  given <- ...names()
  given <- if (is.null(given)) rep("", ...length()) else given
  caller <- sys.function(-1L)
  known <- setdiff(c(.more, names(formals(caller))), c("...", ".more", ".verb"))
  named <- given[nzchar(given) & !is.na(given)]
  if (!length(named)) {
    abort_input(
      "Arguments after the main ones must be named; one was given without its name. ",
      "The arguments are: ", name_list(known), "."
    )
  }
  abort_input(
    "There is no argument `", named[[1L]], "`. ", did_you_mean(named[[1L]], known),
    "The arguments are: ", name_list(known), "."
  )
}

# "Did you mean ...?" if one of the known names is similar: it begins in the same way, or about a
# third of its letters differ.
did_you_mean <- function(name, known) {
  near <- if (!is.na(name)) nearest_name(name, as_text(known[!is.na(known)]))
  if (length(near)) paste0("Did you mean `", near, "`? ") else ""
}

nearest_name <- function(name, known) {
  # What is more than twice as long as all of them is near none but for its beginning.
  name <- substr(name, 1L, 2L * max(0L, nchar(known)) + 10L)
  away <- utils::adist(name, known, ignore.case = TRUE)[1L, ]
  begun <- nchar(name) >= 3L &
    (startsWith(tolower(known), tolower(name)) | (nchar(known) >= 3L & startsWith(name, known)))
  near <- begun | away <= pmax(1, (pmin(nchar(name), nchar(known)) + 1) %/% 3)
  if (any(near)) known[near][[which.min(away[near])]] else character()
}

# The limits `min_<what>` and `max_<what>`, both at least 1.
check_range <- function(min, max, what) {
  names <- paste0(c("min_", "max_"), what)
  min <- check_count(min, names[[1L]], min = 1)
  max <- check_count(max, names[[2L]], min = 1)
  if (max < min) {
    abort_input(
      "`", names[[2L]], "` must be at least `", names[[1L]], "`; given ", max, " and ", min, "."
    )
  }
  c(min, max)
}

# The value of `code` with R's generator at a seed of its own; the generator is left as it was.
with_own_seed <- function(seed, code) {
  place <- globalenv()
  had <- get0(".Random.seed", place, inherits = FALSE)
  on.exit(if (is.null(had)) {
    suppressWarnings(rm(".Random.seed", envir = place))
  } else {
    assign(".Random.seed", had, envir = place)
  })
  set.seed(
    seed %% 2^31,
    kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection"
  )
  code
}
