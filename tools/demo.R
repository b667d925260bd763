# The main job on the sample collection: articles in, report out.
#   Rscript tools/demo.R <page to write>
library(tritone)
page <- commandArgs(TRUE)[[1]]
started <- Sys.time()
news <- article_example()
print(news, n = 5)
article_report(news, page)
cat(sprintf(
  "\n%s: %d articles in %.1f seconds\n", page, nrow(news),
  as.numeric(difftime(Sys.time(), started, units = "secs"))
))
