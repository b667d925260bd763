# How files are written: a file is there whole, or it is what it was.

# Writes the file `path`, which the argument `arg` of the user names. `write(beside)` writes
# another file in the same folder, `read(beside)` says whether it holds all that was written:
# some systems report nothing when a disk is full. Only then does it take the place of `path`.
# Anything else is a tritone_error_limit, after which the old file is as it was.
write_safely <- function(path, arg, write, read) {
  path <- link_target(path)
  beside <- paste0(path, ".new")
  on.exit(unlink(beside))
  fail <- function(why) {
    abort_limit(
      "The file of `", arg, "` cannot be written: ", path, " (", why, "). ",
      if (file.exists(path)) "The earlier file is unchanged." else "There is none."
    )
  }
  failed <- function(condition) fail(trimws(conditionMessage(condition)))
  whole <- tryCatch(
    {
      write(beside)
      isTRUE(read(beside))
    },
    error = failed, warning = failed
  )
  if (!whole) fail("what was written cannot be read back; is the disk full?")
  if (file.exists(path)) Sys.chmod(beside, file.mode(path), use_umask = FALSE)
  tryCatch(file.rename(beside, path), warning = failed)
  invisible(path)
}

# Is it a file that can be written later? Asked before the work begins: a path to a file of
# its own, old or new, in a folder that exists and takes new files.
check_writable <- function(path, arg, null = FALSE) {
  if (null && is.null(path)) return(NULL)
  path <- check_string(path, arg, null)
  if (!nzchar(path) || nchar(path, "bytes") > 4000L) abort_argument(arg, "the path of a file", path)
  if (dir.exists(path) || grepl("[/\\\\]$", path)) {
    abort_input("`", arg, "` must be a file, but ", path, " is a folder.")
  }
  folder <- dirname(path)
  if (!dir.exists(folder)) {
    abort_input("`", arg, "` must be in a folder that exists; there is no folder ", folder, ".")
  }
  if (file.exists(path) && !output_plain_file_core(enc2native(path.expand(path)))) {
    abort_input("`", arg, "` must be a file, but ", path, " is a device or a pipe.")
  }
  beside <- paste0(link_target(path), ".new")
  made <- suppressWarnings(file.create(beside, showWarnings = FALSE))
  if (!made || (file.exists(path) && file.access(path, 2L) != 0L)) {
    if (made) unlink(beside)
    abort_input("`", arg, "` cannot be written: ", path, " is not open to this user.")
  }
  unlink(beside)
  path
}

# A link stays a link: what it points to is written.
link_target <- function(path) {
  link <- Sys.readlink(path)
  if (is.na(link) || !nzchar(link)) path else normalizePath(path, mustWork = FALSE)
}
