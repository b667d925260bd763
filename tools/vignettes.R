# Builds the vignettes into the installed package, as R CMD build and an installation of its
# tarball would, without compiling the package a second time.
#   Rscript tools/vignettes.R
missing <- c("knitr", "rmarkdown")
missing <- missing[!vapply(missing, requireNamespace, NA, quietly = TRUE)]
if (!length(missing) && !rmarkdown::pandoc_available()) missing <- "pandoc"
if (length(missing)) {
  cat("vignettes: not built, without ", toString(missing), "\n", sep = "")
  quit(status = 0)
}
package <- system.file(package = "tritone", mustWork = TRUE)
doc <- file.path(package, "doc")
unlink(doc, recursive = TRUE)
dir.create(doc)
files <- list.files("vignettes", "[.]Rmd$", full.names = TRUE)
invisible(file.copy(files, doc))
for (file in file.path(doc, basename(files))) {
  tools::buildVignette(file, dir = doc, quiet = TRUE)
}
# The index that vignette() and browseVignettes() read.
utils::getFromNamespace(".install_package_vignettes2", "tools")(".", package)
built <- utils::vignette(package = "tritone")$results
cat("vignettes: ", nrow(built), " installed, browseVignettes(\"tritone\") lists them\n", sep = "")
