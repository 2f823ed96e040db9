#!/usr/bin/env bash
# Runs what works on several threads under ThreadSanitizer: reading, checking, asking and publishing, twice, of both
# example notebooks and of one with places nobody knows: tests/threads/run.sh. Not a part of tests/run.sh: it builds the
# program once more. Ends with "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/setup.sh
need build

[ "$(nproc)" -gt 1 ] || echo "One processor: nothing runs beside anything else here."
configure build/threads RelWithDebInfo -DCAFE_TESTS=OFF -DJEMALLOC_LIBRARY=OFF "-DCMAKE_CXX_FLAGS=-fsanitize=thread -O1"
cmake --build build/threads --target cafe >build/threads/build.log 2>&1 || {
  grep -E 'error|FAILED' -A 12 build/threads/build.log | head -n 80
  echo "0 passed, 1 failed"
  exit 1
}
cafe=$PWD/build/threads/cafe
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CAFE_TODAY=2026-11-23 TSAN_OPTIONS=exitcode=66
cp -r examples/fumel examples/places "$work"
cp -r examples/fumel "$work/unknown"
# Every fourth fiche serves a place that does not exist, so that several threads look for what it may have been.
ls "$work"/unknown/partners/*.yaml | awk 'NR % 4 == 0' | xargs sed -i 's/^territory: .*/territory: [Fumell, Pennne]/'

passed=0
failed=0
# quiet FILE PROGRAM…: it may find faults in the records (exit 1), not races.
quiet() {
  local code=0
  "${@:2}" >"$1" 2>&1 || code=$?
  if [ $code -le 1 ] && ! grep -q 'ThreadSanitizer' "$1"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    head -n 60 "$1"
  fi
}
for notebook in fumel places unknown; do
  cd "$work/$notebook"
  quiet "$work/check" "$cafe" check --quiet
  quiet "$work/find" "$cafe" find logement Fumel
  for edition in public partners; do
    quiet "$work/first" "$cafe" publish -o "$work/site-$notebook-$edition" --audience $edition
    sed -i 's/^summary: /&Nouveau. /' "$(ls partners/*.yaml | head -n 1)"
    quiet "$work/again" "$cafe" publish -o "$work/site-$notebook-$edition" --audience $edition
  done
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
