# What the package says to its users, as its source has it: each call that raises an error or
# a message, with the words of it that do not depend on the data.

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
      for (i in seq_along(x)) if (!identical(x[[i]], quote(expr = ))) walk(x[[i]])
    }
    for (i in seq_along(tree)) walk(tree[[i]])
    found
  })
  unlist(rows, recursive = FALSE)
}

# The strings in a call, cut where a format or a line end puts something else.
literal_pieces <- function(x) {
  strings <- unlist(rapply_calls(x))
  pieces <- unlist(strsplit(strings, "%[-0-9.*]*[a-zA-Z]|\n"))
  unique(pieces[nchar(pieces) >= 12L])
}

rapply_calls <- function(x) {
  if (is.character(x)) return(list(x))
  if (!is.call(x)) return(list())
  # What is asked of a value is no word to the user.
  if (is.name(x[[1L]]) && as.character(x[[1L]]) %in% c("==", "%in%", "identical", "inherits")) {
    return(list())
  }
  unlist(lapply(as.list(x)[-1L], function(y) {
    if (identical(y, quote(expr = ))) list() else rapply_calls(y)
  }), recursive = FALSE)
}
