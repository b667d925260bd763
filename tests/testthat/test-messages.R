# Words are reviewed like code: every error and message of the package occurs in a snapshot.

test_that("every error and message of the source is in a snapshot", {
  root <- source_tree()
  snaps <- list.files(file.path(root, "tests", "testthat", "_snaps"), "\\.md$", full.names = TRUE)
  said <- unlist(lapply(snaps, readLines, encoding = "UTF-8", warn = FALSE))
  # White space as it is in the file: lines of a message are joined, escapes undone.
  said <- gsub("\\", "", gsub("[[:space:]]+", " ", paste(said, collapse = " ")), fixed = TRUE)
  sites <- message_sites(root)
  expect_gt(length(sites), 100)
  missing <- unlist(lapply(sites, function(site) {
    words <- setdiff(site$words, unreachable)
    words <- if (length(words) == length(site$words)) words # else: the site is not reached
    shown <- vapply(gsub("\\", "", words, fixed = TRUE), grepl, NA, x = said, fixed = TRUE)
    if (any(!shown)) paste0(site$file, ": ", words[!shown])
  }))
  expect_identical(missing, NULL)
  # What is listed as unreachable is there.
  all <- unlist(lapply(sites, `[[`, "words"))
  expect_true(all(unreachable %in% all))
})
