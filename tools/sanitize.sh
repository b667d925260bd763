#!/bin/sh
# The core's tests and fuzz replays under ThreadSanitizer, then under
# AddressSanitizer and UndefinedBehaviorSanitizer.
#   sh tools/sanitize.sh <build folder> <jobs>
set -eu
for kind in thread address,undefined; do
  dir="$1/sanitize-$(echo "$kind" | tr ',' '-')"
  echo "sanitizer: $kind"
  cmake -S . -B "$dir" -DSANITIZE="$kind" >/dev/null
  cmake --build "$dir" -j"$2" >"$dir/make.log" 2>&1 || { tail -n 60 "$dir/make.log"; exit 1; }
  TSAN_OPTIONS=halt_on_error=1 ctest --test-dir "$dir" --output-on-failure
done
