# The source tree, named by TRITONE_SOURCE, which `make test` sets.
source_tree <- function() {
  root <- Sys.getenv("TRITONE_SOURCE")
  if (!nzchar(root)) skip("TRITONE_SOURCE is not set: no source tree to look at")
  root
}
