# Words are reviewed like code: every error and message of the package occurs in a snapshot.

test_that("every error and message of the source is in a snapshot", {
  root <- source_tree()
  snaps <- list.files(file.path(root, "tests", "testthat", "_snaps"), "\\.md$", full.names = TRUE)
  said <- unlist(lapply(snaps, readLines, encoding = "UTF-8", warn = FALSE))
  # White space as it is in the file: lines of a message are joined, escapes undone.
  said <- gsub("\\", "", gsub("[[:space:]]+", " ", paste(said, collapse = " ")), fixed = TRUE)
  sites <- message_sites(root)
  expect_gt(length(sites), 50)
  shown <- vapply(sites, function(site) {
    any(vapply(gsub("\\", "", site$words, fixed = TRUE), grepl, NA, x = said, fixed = TRUE))
  }, NA)
  missing <- vapply(sites[!shown], function(site) {
    sprintf("%s: %s", site$file, paste(site$words, collapse = " | "))
  }, "")
  expect_identical(missing, character())
})
