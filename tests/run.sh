#!/usr/bin/env bash
# Every test: installs what is missing, builds with g++ and with clang under the sanitizers, runs all, and ends with
# "N passed, N failed". Both builds are incremental. Options: --fast builds and runs with g++ alone.
set -euo pipefail
cd "$(dirname "$0")/.."
. tests/setup.sh

fast=no
[ "${1:-}" = --fast ] && fast=yes
need build test browser npm package engines

passed=0
failed=0
# add PASSED FAILED
add() {
  passed=$((passed + $1))
  failed=$((failed + $2))
}

# report TITLE LOG CODE SECONDS: adds up the "N passed" and "N failed" of what a program said; shows more where something
# failed.
report() {
  local title=$1 log=$2 code=$3 seconds=$4 line
  line=$(grep -E '[0-9]+ passed.*[0-9]+ failed' "$log" | grep -v assertions | tail -n 1 || true)
  if [ -z "$line" ]; then
    echo "$title: ended early (exit $code)"
    tail -n 40 "$log"
    add 0 1
  else
    local good bad
    good=$(grep -oE '[0-9]+ passed' <<<"$line" | grep -oE '[0-9]+')
    bad=$(grep -oE '[0-9]+ failed' <<<"$line" | grep -oE '[0-9]+')
    echo "$title: $good passed, $bad failed ($seconds s)"
    add "$good" "$bad"
    if [ "$bad" -ne 0 ] || [ "$code" -ne 0 ]; then
      grep -vE '^\[doctest\] (doctest version|run with)' "$log" | tail -n 200
      [ "$bad" -ne 0 ] || add 0 1
    fi
  fi
  rm -f "$log"
}

# count TITLE PROGRAM…: runs it and reports.
count() {
  local title=$1 log code=0
  shift
  log=$(mktemp)
  local begun=$SECONDS
  "$@" >"$log" 2>&1 || code=$?
  report "$title" "$log" "$code" $((SECONDS - begun))
}

# beside TITLE PROGRAM…: runs it on another processor, beside what comes next; `join` waits for it and reports.
started=()
beside() {
  local title=$1 log
  shift
  log=$(mktemp)
  (
    code=0
    "$@" || code=$?
    echo "$SECONDS" >"$log.ended"
    exit "$code"
  ) >"$log" 2>&1 &
  started+=("$! $log $SECONDS $title")
}
join() {
  local each process log begun title code
  for each in "${started[@]}"; do
    read -r process log begun title <<<"$each"
    code=0
    wait "$process" || code=$?
    report "$title" "$log" "$code" $(($(cat "$log.ended") - begun))
    rm -f "$log.ended"
  done
  started=()
}

build() {
  local folder=$1 begun=$SECONDS
  echo "Building in $folder …"
  cmake --build "$folder" >"$folder/build.log" 2>&1 || {
    grep -E 'error|warning|FAILED' -A 12 "$folder/build.log" | head -n 120
    echo "0 passed, 1 failed"
    exit 1
  }
  echo "… in $((SECONDS - begun)) s"
}

configure build/test Release -DCAFE_WERROR=ON -DCMAKE_CXX_COMPILER=g++
build build/test
# Most of what follows keeps one processor busy: the other begins what is built next. `build` says what went wrong there.
begun_build=
if [ $fast = no ]; then
  sanitized build/test-sanitized
  nice -n 19 cmake --build build/test-sanitized >/dev/null 2>&1 &
  begun_build=$!
fi
beside "published directory in a browser" tests/site/browser.sh "$PWD/build/test"
count "tests (g++)" build/test/cafe_tests
count "stories (g++)" build/test/cafe_stories
count "must not compile (g++)" tests/no_compile/run.sh g++
count "manual pages" tests/manual/run.sh "$PWD/build/test"
count "schemas" tests/schema/run.sh "$PWD/build/test"
count "search of the published page" tests/site/run.sh "$PWD/build/test"
count "feed of what changed" tests/site/changes.sh "$PWD/build/test"
count "another reader of YAML" tests/oracle/run.sh 1000
count "another reader of opening hours" tests/oracle/hours.sh build/test
count "other readers of mail, calendars and lists" /usr/bin/python3 tests/oracle/read_all.py build/test/cafe
count "other readers of exports" tests/exchange/run.sh build/test
count "engines that others run" tests/exchange/engines.sh build/test
join
# These watch progress and signals, and want the machine to themselves.
count "real binary" tests/real/run.sh "$PWD/build/test"
count "real terminal" tests/real/terminal.sh "$PWD/build/test"
count "hostile notebook" tests/real/hostile.sh "$PWD/build/test"
count "kills, full disks, failing memory, writers, in brief" tests/real/reliability.py build/test/cafe --brief \
  kills full memory allocations writers clocks permissions
count "with an index and without" /usr/bin/python3 tests/real/index.py build/test/cafe
count "Debian package" tests/real/package.sh "$PWD/build/test"
count "merge in real git" tests/merge/run.sh "$PWD/build/test"
count "a season of two people, its first days" tests/merge/replay.sh "$PWD/build/test" 8
count "working together, as the page says" tests/merge/working_together.sh "$PWD/build/test"

if [ $fast = no ]; then
  wait "$begun_build" || true
  build build/test-sanitized
  # About half of the work each.
  half='*tests/query/*,*tests/merge/*,*tests/orient/*,*tests/exchange/*,*tests/edit/*'
  beside "tests (clang, sanitizers), one half" build/test-sanitized/cafe_tests -sfe="$half"
  count "tests (clang, sanitizers), the other half" build/test-sanitized/cafe_tests -sf="$half"
  count "stories (clang, sanitizers)" build/test-sanitized/cafe_stories
  count "must not compile (clang)" tests/no_compile/run.sh clang++
  join
  count "fuzzers, one minute" tests/fuzz/run.sh 60
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
