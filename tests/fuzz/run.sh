#!/usr/bin/env bash
# Fuzzes the reader of records, the readers of values, edits and merges: tests/fuzz/run.sh [SECONDS], 60 unless told, shared by the four.
# Ten minutes: tests/fuzz/run.sh 600. A crash leaves its input in build/fuzz/; make a regression test of it.
# Ends with "N passed, N failed". New inputs stay out of the repository: build/fuzz/corpus-*.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/setup.sh
need build test

seconds=${1:-60}
built=build/test-sanitized
mkdir -p build/fuzz
sanitized $built
cmake --build $built --target edit_fuzz merge_fuzz reader_fuzz values_fuzz >build/fuzz/build.log 2>&1 || {
  grep -E 'error|FAILED' -A 12 build/fuzz/build.log | head -n 80
  echo "0 passed, 1 failed"
  exit 1
}

dictionary() { [ ! -f "tests/fuzz/$1.dict" ] || echo "-dict=tests/fuzz/$1.dict"; }
corpus() { [ ! -d "tests/fuzz/corpus/$1" ] || echo "tests/fuzz/corpus/$1"; }

passed=0
failed=0
for target in reader values edit merge; do
  mkdir -p "build/fuzz/corpus-$target"
  code=0
  "$built/${target}_fuzz" -max_total_time=$((seconds / 4)) -timeout=5 -rss_limit_mb=1024 -max_len=4096 \
    -artifact_prefix=build/fuzz/ -print_final_stats=1 $(dictionary $target) \
    "build/fuzz/corpus-$target" $(corpus $target) $([ $target = reader ] && echo tests/yaml/hostile) \
    >"build/fuzz/$target.log" 2>&1 || code=$?
  runs=$(grep -oE 'number_of_executed_units: [0-9]+' "build/fuzz/$target.log" | grep -oE '[0-9]+' || echo 0)
  if [ $code -eq 0 ]; then
    passed=$((passed + 1))
    echo "$target: $runs inputs in $((seconds / 4)) s, nothing found"
  else
    failed=$((failed + 1))
    tail -n 40 "build/fuzz/$target.log"
  fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
