#!/bin/sh
# Installs what is missing for one purpose: run, notebooks, test, check, dev, ci,
# fuzz or peers. Says what it installs; installs nothing when all is there. A tool is a
# command, or a package of Debian's that has none (*-dev, unicode-data).
#   sh tools/setup.sh <purpose>
set -eu

run="cli generics Matrix Rcpp"
notebooks="$run knitr rmarkdown"
test="$run callr testthat withr SnowballC data.table xml2 nanoparquet yyjsonr dplyr"
check="$test knitr rmarkdown"
dev="$check roxygen2 lintr"
# The packages that tests hand results over to and take them from, and that some forms and plots need.
ci="$dev ggplot2 glmnet pdftools quanteda slam stopwords tibble tidytext tm topicmodels vdiffr"
# lda and the three after it are what stm needs, also where it has to come from an archive.
peers="$test topicmodels tm slam text2vec quanteda tidytext glmnet sentimentr syuzhet
  sentometrics quanteda.textstats corpora bursts lda matrixStats quadprog RcppArmadillo stm"

run_tools=""
notebooks_tools="pandoc"
test_tools="cmake doctest-dev unicode-data"
check_tools="pandoc qpdf tidy checkbashisms"
dev_tools="clang-format pandoc"
ci_tools="libgsl-dev"
peers_tools="libgsl-dev"
fuzz_tools="clang libclang-rt-14-dev"

purpose=$1
case $purpose in
  run) packages=$run tools=$run_tools ;;
  notebooks) packages=$notebooks tools=$notebooks_tools ;;
  test) packages=$test tools=$test_tools ;;
  check) packages=$check tools="$test_tools $check_tools" ;;
  dev) packages=$dev tools="$test_tools $dev_tools" ;;
  ci) packages=$ci tools="$test_tools $dev_tools $ci_tools" ;;
  fuzz) packages=$test tools="$test_tools $fuzz_tools" ;;
  peers) packages=$peers tools=$peers_tools ;;
  *) echo "setup.sh: unknown purpose '$purpose'" >&2; exit 2 ;;
esac

debian() { [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ]; }

missing_packages() {
  Rscript --vanilla -e 'p <- commandArgs(TRUE)
    cat(p[!vapply(p, requireNamespace, NA, quietly = TRUE)])' $packages 2>/dev/null
}

missing_tools() {
  for tool in $tools; do
    case $tool in
      *-dev|unicode-data) debian && ! dpkg -s "$tool" >/dev/null 2>&1 && echo "$tool" ;;
      *) command -v "$tool" >/dev/null 2>&1 || echo "$tool" ;;
    esac
  done
}

tools_left=$(missing_tools | tr '\n' ' ')
left=$(missing_packages)

if debian && [ -n "$left$tools_left" ]; then
  export DEBIAN_FRONTEND=noninteractive
  echo "setup: reading Debian's package lists"
  apt-get update -qq >/dev/null 2>&1 || true
  built=""
  for package in $left; do
    name="r-cran-$(echo "$package" | tr '[:upper:]' '[:lower:]')"
    if apt-cache show "$name" >/dev/null 2>&1; then built="$built $name"; fi
  done
  if [ -n "$built$tools_left" ]; then
    # The one command that lies in a package of another name.
    from=$(echo "$built $tools_left" | sed 's/checkbashisms/devscripts/')
    echo "setup: installing from Debian:$from"
    apt-get install -y -qq --no-install-recommends $from >/dev/null
  fi
  left=$(missing_packages)
elif [ -n "$tools_left" ]; then
  echo "setup: please install with your system's package manager: $tools_left" >&2
  exit 1
fi

if [ -n "$left" ]; then
  echo "setup: installing from CRAN: $left"
  # Not --vanilla: the repository is the one that R is set up with here.
  Rscript -e '
    packages <- commandArgs(TRUE)
    if (getOption("repos")["CRAN"] %in% c(NA, "@CRAN@")) {
      utils::chooseCRANmirror(graphics = FALSE, ind = 1)
    }
    lib <- .libPaths()[1]
    if (file.access(lib, 2) != 0) {
      lib <- Sys.getenv("R_LIBS_USER")
      dir.create(lib, recursive = TRUE, showWarnings = FALSE)
      .libPaths(lib)
    }
    utils::install.packages(packages, lib = lib, quiet = TRUE, Ncpus = 2L)
    # A package that has left CRAN is still in its archive, in a folder of its own.
    missing <- function() packages[!vapply(packages, requireNamespace, NA, quietly = TRUE)]
    for (package in missing()) {
      folder <- paste0(getOption("repos")[["CRAN"]], "/src/contrib/Archive/", package, "/")
      page <- tryCatch(suppressWarnings(readLines(folder)), error = function(e) character())
      form <- paste0(package, "_[0-9][0-9.-]*[.]tar[.]gz")
      files <- unique(unlist(regmatches(page, gregexpr(form, page))))
      if (!length(files)) next
      version <- package_version(gsub("^[^_]*_|[.]tar[.]gz$", "", files))
      newest <- files[order(version, decreasing = TRUE)[[1L]]]
      cat("setup: installing from CRAN\x27s archive:", newest, "\n")
      try(utils::install.packages(paste0(folder, newest), lib, repos = NULL, quiet = TRUE))
    }
    # What could not be installed before may only have lacked these, or need a newer
    # RcppArmadillo than that of Debian.
    if (length(missing())) {
      utils::install.packages(c("RcppArmadillo", missing()), lib = lib, quiet = TRUE)
    }
  ' $left
  left=$(missing_packages)
  if [ -n "$left" ]; then
    echo "setup: could not be installed: $left" >&2
    # A peer may need a newer R than this one: comparisons with it skip by name.
    case $purpose in peers|ci) ;; *) exit 1 ;; esac
  fi
fi
echo "setup: done for '$purpose'${left:+, without $left}"
