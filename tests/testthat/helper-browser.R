# What tests of pages with a browser share.

# What a browser makes of a page: its document, and what its console said. `at` is a place on it;
# `wait`, the seconds of its own time that its scripts have.
browse <- function(page, at = "", width = 1280, wait = 0) {
  browser <- Sys.which(c("chromium", "chromium-browser", "google-chrome"))
  browser <- browser[nzchar(browser)]
  if (!length(browser)) skip("no chromium")
  folder <- withr::local_tempdir()
  file <- file.path(folder, "page.html")
  writeLines(enc2utf8(page), file, useBytes = TRUE)
  said <- file.path(folder, "said.txt")
  out <- suppressWarnings(system2(
    browser[[1L]], c(
      "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
      sprintf("--window-size=%d,900", width),
      if (wait > 0) sprintf("--virtual-time-budget=%d", as.integer(1000 * wait)),
      paste0("--user-data-dir=", shQuote(file.path(folder, "profile"))), "--dump-dom",
      shQuote(paste0("file://", file, at))
    ), stdout = TRUE, stderr = said, timeout = 60 + 3 * wait
  ))
  if (!length(out)) skip("chromium does not run here")
  out <- paste(out, collapse = "\n")
  Encoding(out) <- "UTF-8"
  list(page = out, said = paste(readLines(said, warn = FALSE), collapse = "\n"))
}
