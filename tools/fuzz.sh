#!/bin/sh
# Coverage-guided fuzzing of the core with clang's libFuzzer, FUZZ_SECONDS (default 60) for each
# target, as many at once as there are jobs. A crash is kept in the target's folder: add it to
# tests/cpp/fuzz/corpus. Then TRITONE_DIRTY_FILES (default 250) damaged files of each form are read
# by the installed package.
#   sh tools/fuzz.sh <build folder> <jobs>
set -eu
dir=$1/fuzz
clang=$(command -v clang++ || command -v clang++-14) \
  || { echo "fuzz: needs clang++ with libFuzzer (Debian: clang libclang-rt-14-dev)" >&2; exit 1; }
# CMake forgets its other settings when the compiler changes: it begins anew then.
grep -qs "^CMAKE_CXX_COMPILER:[A-Z]*=$clang\$" "$dir/CMakeCache.txt" || rm -rf "$dir"
cmake -S . -B "$dir" -DCMAKE_CXX_COMPILER="$clang" -DTRITONE_FUZZ=ON \
  -DSANITIZE=address,undefined >/dev/null
targets=$(basename -s .cpp tests/cpp/fuzz/fuzz_*.cpp)
# Not the tests of the core: they are not run here.
cmake --build "$dir" -j"$2" --target $targets >"$dir/make.log" 2>&1 \
  || { tail -n 60 "$dir/make.log"; exit 1; }
run() {
  mkdir -p "$dir/found/$1"
  if "$dir/tests/cpp/$1" -max_total_time="${FUZZ_SECONDS:-60}" -max_len=8192 \
    -print_final_stats=1 -artifact_prefix="$dir/found/$1/" "$dir/found/$1" \
    tests/cpp/fuzz/corpus >"$dir/$1.log" 2>&1; then
    rm -f "$dir/$1.failed"
  else
    touch "$dir/$1.failed"
  fi
}
mkdir -p tests/cpp/fuzz/corpus
at_once=0
for name in $targets; do
  run "$name" &
  at_once=$((at_once + 1))
  [ $((at_once % $2)) -ne 0 ] || wait
done
wait
failed=""
for name in $targets; do
  echo "fuzz: $name"
  tail -n 12 "$dir/$name.log"
  [ ! -e "$dir/$name.failed" ] || failed="$failed $name"
done
[ -z "$failed" ] || { echo "fuzz: found a fault:$failed" >&2; exit 1; }
echo "fuzz: dirty files"
TRITONE_DIRTY_FILES="${TRITONE_DIRTY_FILES:-250}" NOT_CRAN=true Rscript --vanilla -e \
  'testthat::test_file("tests/testthat/test-dirty_files.R", package = "tritone",
    load_package = "installed", reporter = "summary", stop_on_failure = TRUE)'
