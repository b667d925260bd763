#!/bin/sh
# Coverage-guided fuzzing of the core with clang's libFuzzer, FUZZ_SECONDS
# (default 60) for each target. A crash is kept in the target's folder: add it to
# tests/cpp/fuzz/corpus. Then TRITONE_DIRTY_FILES (default 250) damaged files of each
# form are read by the installed package.
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
failed=""
for name in $targets; do
  mkdir -p "$dir/found/$name" tests/cpp/fuzz/corpus
  echo "fuzz: $name"
  "$dir/tests/cpp/$name" -max_total_time="${FUZZ_SECONDS:-60}" -max_len=8192 -print_final_stats=1 \
    -artifact_prefix="$dir/found/$name/" "$dir/found/$name" tests/cpp/fuzz/corpus \
    >"$dir/$name.log" 2>&1 || failed="$failed $name"
  tail -n 12 "$dir/$name.log"
done
[ -z "$failed" ] || { echo "fuzz: found a fault:$failed" >&2; exit 1; }
echo "fuzz: dirty files"
TRITONE_DIRTY_FILES="${TRITONE_DIRTY_FILES:-250}" NOT_CRAN=true Rscript --vanilla -e \
  'testthat::test_file("tests/testthat/test-dirty_files.R", package = "tritone",
    load_package = "installed", reporter = "summary", stop_on_failure = TRUE)'
