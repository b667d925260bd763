#!/bin/sh
# R CMD check --as-cran on the built tarball; fails on an error or a warning.
#   sh tools/check.sh <build folder>
set -eu
mkdir -p "$1/check"
root=$(pwd)
cd "$1/check"
rm -rf ./*.tar.gz ./*.Rcheck
R CMD build "$root"
_R_CHECK_CRAN_INCOMING_REMOTE_=false _R_CHECK_SYSTEM_CLOCK_=false _R_CHECK_FORCE_SUGGESTS_=false \
  R CMD check --as-cran --no-manual tritone_*.tar.gz || true
log=$(echo ./*.Rcheck/00check.log)
grep -E '^Status:' "$log"
if grep -E '^Status:.*(ERROR|WARNING)' "$log" >/dev/null; then exit 1; fi
