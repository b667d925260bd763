#!/bin/sh
# Builds the core without R and runs its tests; the summary goes to
# <build>/core_tests.txt for tools/count_tests.R.
#   sh tools/test_cpp.sh <build folder> <jobs>
set -eu
build=$1 jobs=$2
for dir in ${TRITONE_UNICODE_DIR:-} /usr/share/unicode; do
  if [ -d "$dir" ]; then export TRITONE_UNICODE_DIR="$dir"; break; fi
done
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
