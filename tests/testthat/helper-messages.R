# What the package says to its users, from its source: each call that raises an error or a
# message, with those of its words that do not depend on the data.

speaking <- c("abort_input", "abort_limit", "abort_argument", "message", "warning")

# A data frame of file, line and the list words: literal pieces of at least 12 characters.
message_sites <- function(root) {
  files <- list.files(file.path(root, "R"), "\\.R$", full.names = TRUE)
  files <- files[basename(files) != "RcppExports.R"]
  rows <- lapply(files, function(file) {
    tree <- parse(file, keep.source = TRUE, encoding = "UTF-8")
    found <- list()
    walk <- function(x, line) {
      if (!is.call(x)) return(invisible())
      at <- attr(x, "srcref")
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
  pieces <- unlist(strsplit(strings, "%[-0-9.*]*[a-zA-Z]|\n"))
  unique(pieces[nchar(pieces) >= 12L])
}

rapply_calls <- function(x) {
  if (is.character(x)) return(list(x))
  if (!is.call(x)) return(list())
  # Strings that are compared with a value are not shown to the user.
  if (is.name(x[[1L]]) && as.character(x[[1L]]) %in% c("==", "%in%", "identical", "inherits")) {
    return(list())
  }
  unlist(lapply(as.list(x)[-1L], function(y) {
    if (is_missing(y)) list() else rapply_calls(y)
  }), recursive = FALSE)
}
