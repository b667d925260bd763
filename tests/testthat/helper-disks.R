# Disks that are full.

# A disk of 4 MB, mounted for one test; the test is skipped where that is not allowed.
small_disk <- function(env = parent.frame()) {
  if (Sys.info()[["sysname"]] != "Linux" || !nzchar(Sys.which("mount"))) {
    skip("only Linux mounts a small disk for a test")
  }
  folder <- withr::local_tempdir(.local_envir = env)
  mounted <- suppressWarnings(system2(
    "mount", c("-t", "tmpfs", "-o", "size=4m", "tmpfs", shQuote(folder)),
    stdout = FALSE, stderr = FALSE
  ))
  if (mounted != 0L) skip("this user may not mount a small disk")
  withr::defer(
    system2("umount", shQuote(folder), stdout = FALSE, stderr = FALSE),
    envir = env
  )
  folder
}

# Takes all the room that is left.
fill_disk <- function(folder) {
  con <- file(file.path(folder, "filler"), "wb")
  on.exit(suppressWarnings(close(con)))
  for (i in 1:5000) suppressWarnings(try(writeBin(raw(1024), con), silent = TRUE))
}
