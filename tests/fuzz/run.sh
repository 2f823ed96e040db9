#!/usr/bin/env bash
# Fuzzes everything that reads a stranger's bytes, one fuzzer for each tests/fuzz/*_fuzz.cpp: records, values, edits,
# merges, imports, replies, questions.
#
#   tests/fuzz/run.sh [SECONDS]       60 unless told, shared by all, one after the other
#   tests/fuzz/run.sh --hours N       N hours of each, side by side, as many at once as there are processors, and a
#   tests/fuzz/run.sh --minutes N     report in build/fuzz/report.txt that is renewed every minute; FUZZERS=N: N at once
#
# A crash leaves its input in build/fuzz/; make a regression test of it. Ends with "N passed, N failed". New inputs stay
# out of the repository: build/fuzz/corpus-*.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/setup.sh

each=
case ${1:-} in
  --hours) each=$((${2:?how many hours?} * 3600)) ;;
  --minutes) each=$((${2:?how many minutes?} * 60)) ;;
esac
need build test
built=${BUILD:-build/test-sanitized}
mkdir -p build/fuzz
if [ -z "${BUILD:-}" ]; then
  sanitized $built
  cmake --build $built --target fuzzers >build/fuzz/build.log 2>&1 || {
    grep -E 'error|FAILED' -A 12 build/fuzz/build.log | head -n 80
    echo "0 passed, 1 failed"
    exit 1
  }
fi

targets=()
for source in tests/fuzz/*_fuzz.cpp; do targets+=("$(basename "$source" _fuzz.cpp)"); done
dictionary() { [ ! -f "tests/fuzz/$1.dict" ] || echo "-dict=tests/fuzz/$1.dict"; }
corpus() {
  [ ! -d "tests/fuzz/corpus/$1" ] || echo "tests/fuzz/corpus/$1"
  case $1 in
    reader) echo tests/yaml/hostile ;;
    replies) echo tests/mail/replies ;;
    import) echo tests/import ;;
  esac
}

# fuzz TARGET SECONDS: runs one; its log says how it went.
fuzz() {
  mkdir -p "build/fuzz/corpus-$1"
  "$built/$1_fuzz" -max_total_time="$2" -timeout=5 -rss_limit_mb=1024 -max_len=4096 -artifact_prefix=build/fuzz/ \
    -print_final_stats=1 $(dictionary "$1") "build/fuzz/corpus-$1" $(corpus "$1") >"build/fuzz/$1.log" 2>&1
}
runs_of() { grep -aoE 'number_of_executed_units: [0-9]+|^#[0-9]+' "build/fuzz/$1.log" | grep -oE '[0-9]+' | tail -n 1 || echo 0; }

passed=0
failed=0
# told TARGET SECONDS CODE
told() {
  if [ "$3" -eq 0 ]; then
    passed=$((passed + 1))
    echo "$1: $(runs_of "$1") inputs in $2 s, nothing found"
  else
    failed=$((failed + 1))
    echo "FAILED: $1 after $(runs_of "$1") inputs"
    tail -n 40 "build/fuzz/$1.log"
  fi
}

if [ -z "$each" ]; then
  seconds=$((${1:-60} / ${#targets[@]}))
  [ "$seconds" -ge 1 ] || seconds=1
  for target in "${targets[@]}"; do
    code=0
    fuzz "$target" "$seconds" || code=$?
    told "$target" "$seconds" $code
  done
else
  report() {
    {
      echo "$(date '+%Y-%m-%d %H:%M') · $each s of each"
      for target in "${targets[@]}"; do
        [ ! -f "build/fuzz/$target.log" ] || echo "$target: $(runs_of "$target") inputs, $(ls build/fuzz/corpus-"$target" 2>/dev/null | wc -l) kept"
      done
      echo "crashes: $(find build/fuzz -maxdepth 1 \( -name 'crash-*' -o -name 'timeout-*' -o -name 'oom-*' -o -name 'leak-*' \) | wc -l)"
    } >build/fuzz/report.txt
  }
  rm -f build/fuzz/*.log build/fuzz/code-*
  most=${FUZZERS:-$(nproc)}
  for target in "${targets[@]}"; do
    while [ "$(jobs -rp | wc -l)" -ge "$most" ]; do
      report
      sleep 5
    done
    (
      code=0
      fuzz "$target" "$each" || code=$?
      echo $code >"build/fuzz/code-$target"
    ) &
  done
  while [ -n "$(jobs -rp)" ]; do
    report
    sleep 5
  done
  report
  cat build/fuzz/report.txt
  for target in "${targets[@]}"; do told "$target" "$each" "$(cat "build/fuzz/code-$target" 2>/dev/null || echo 1)"; done
fi
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
