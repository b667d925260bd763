# What the package says to its users, from its source: each call that raises an error or a
# message, with those of its words that do not depend on the data.

# The functions whose strings a user reads.
speaking <- c(
  "abort_input", "abort_limit", "abort_argument", "abort_core", "message", "warning", "stop",
  "need_package", "wrong", "form_problems", "or_abort"
)

# Sites that no test can reach, each with its reason.
unreachable <- character()

# A list of sites, each list(file, call, words): literal pieces of at least 12 characters, or
# the longest where all are shorter.
message_sites <- function(root) {
  files <- list.files(file.path(root, "R"), "\\.R$", full.names = TRUE)
  files <- files[basename(files) != "RcppExports.R"]
  rows <- lapply(files, function(file) {
    tree <- parse(file, keep.source = FALSE, encoding = "UTF-8")
    found <- list()
    walk <- function(x) {
      if (!is.call(x)) return(invisible())
      if (is.name(x[[1L]]) && as.character(x[[1L]]) %in% speaking) {
        words <- literal_pieces(x)
        if (length(words)) {
          found[[length(found) + 1L]] <<- list(file = basename(file), call = x, words = words)
        }
      }
      for (i in seq_along(x)) if (!is_missing(x[[i]])) walk(x[[i]])
    }
    for (i in seq_along(tree)) walk(tree[[i]])
    found
  })
  unlist(rows, recursive = FALSE)
}

# Is it an argument that was left out, as in x[i, ]?
is_missing <- function(x) is.name(x) && !nzchar(as.character(x))

# The strings in a call, cut at formats and line ends.
literal_pieces <- function(x) {
  strings <- unlist(rapply_calls(x))
  if (!length(strings)) return(character())
  pieces <- unique(unlist(strsplit(strings, "%[-0-9.*]*[a-zA-Z]|\n")))
  # Codes and the names of columns are no words.
  pieces <- pieces[grepl("[ .]", pieces)]
  long <- nchar(pieces) >= 12L
  if (any(long)) pieces[long] else utils::head(pieces[order(-nchar(pieces))], 1L)
}

rapply_calls <- function(x) {
  if (is.character(x)) return(list(x))
  if (!is.call(x)) return(list())
  # Strings that are compared with a value are not shown to the user, and what another call says
  # is its own.
  asked <- c("==", "%in%", "identical", "inherits", "function", speaking)
  parts <- as.list(x)[-1L]
  unlist(lapply(parts, function(y) {
    own <- is.call(y) && is.name(y[[1L]]) && as.character(y[[1L]]) %in% asked
    if (own || is_missing(y)) list() else rapply_calls(y)
  }), recursive = FALSE)
}

# For expect_snapshot(transform =): the temporary folder `root` as <folder>.
scrub <- function(root) {
  roots <- unique(c(root, normalizePath(root, "/"), normalizePath(root)))
  function(lines) {
    for (one in roots) lines <- gsub(one, "<folder>", lines, fixed = TRUE)
    lines
  }
}
