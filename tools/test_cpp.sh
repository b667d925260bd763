#!/bin/sh
# Builds the core without R and runs its tests; the summary goes to
# <build>/core_tests.txt for tools/count_tests.R.
#   sh tools/test_cpp.sh <build folder> <jobs>
set -eu
build=$1 jobs=$2
# The test files of the Unicode Character Database, where the system has them
# (Debian: unicode-data). Without them these tests skip by name.
ucd=/usr/share/unicode
if [ -z "${TRITONE_UNICODE_DIR:-}" ] && [ -d "$ucd/auxiliary" ]; then
  mkdir -p "$build/unicode"
  cp "$ucd/auxiliary/WordBreakTest.txt" "$ucd/auxiliary/SentenceBreakTest.txt" "$build/unicode"
  Rscript --vanilla -e 'a <- commandArgs(TRUE); writeLines(readLines(bzfile(a[1])), a[2], useBytes = TRUE)' \
    "$ucd/NormalizationTest.txt.bz2" "$build/unicode/NormalizationTest.txt"
  TRITONE_UNICODE_DIR="$build/unicode"
  export TRITONE_UNICODE_DIR
fi
cmake -S . -B "$build/core" -DCMAKE_BUILD_TYPE=RelWithDebInfo >"$build/cmake.log" 2>&1 \
  || { cat "$build/cmake.log"; exit 1; }
cmake --build "$build/core" -j"$jobs" >"$build/make.log" 2>&1 \
  || { tail -n 60 "$build/make.log"; exit 1; }
status=0
"$build/core/tests/cpp/core_tests" --no-colors=true >"$build/core_tests.txt" 2>&1 || status=$?
cat "$build/core_tests.txt"
for replay in "$build"/core/tests/cpp/fuzz_*_replay; do
  [ -x "$replay" ] || continue
  name=$(basename "$replay")
  if "$replay" >"$build/$name.log" 2>&1; then
    echo "passed: $name" >>"$build/core_tests.txt"
  else
    echo "failed: $name" | tee -a "$build/core_tests.txt"
    tail -n 20 "$build/$name.log"
    status=1
  fi
done
# A failed test must not stop `make test` before the R tests have run: the
# verdict is count_tests.R's, which reads the summary.
[ "$status" = 0 ] || echo "failed: core tests" >>"$build/core_tests.txt"
exit 0
