# The example collection, read once per test run.
sample_articles <- local({
  read <- NULL
  function() {
    if (is.null(read)) {
      read <<- article_example()
    }
    read
  }
})

# The path of a shared collection; skips, naming it, if it is not there.
data_file <- function(...) {
  root <- Sys.getenv("TRITONE_DATA")
  if (!nzchar(root)) skip("TRITONE_DATA is not set: no shared collections")
  path <- file.path(root, ...)
  if (!file.exists(path)) skip(paste("TRITONE_DATA lacks", file.path(...)))
  path
}

# A file with these bytes or lines, removed after the test.
text_file <- function(content, name = NULL, env = parent.frame()) {
  path <- if (is.null(name)) {
    withr::local_tempfile(fileext = ".txt", .local_envir = env)
  } else {
    file.path(withr::local_tempdir(.local_envir = env), name)
  }
  bytes <- if (is.raw(content)) content else charToRaw(paste(enc2utf8(content), collapse = "\n"))
  writeBin(bytes, path)
  path
}
