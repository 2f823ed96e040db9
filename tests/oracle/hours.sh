#!/usr/bin/env bash
# Compares the working out of opening hours with opening_hours.js, over every minute of 2026.
# tests/oracle/hours.sh BUILD [FILE…]: the lists of tests/oracle/hours and tests/calendar/french_hours.tsv, and further
# FILEs, such as test/test.js of a clone of https://github.com/opening-hours/opening_hours.js (776 texts of its own).
# Ends with "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/../.."
build=$(realpath "${1:?the build folder}")
shift
cmake --build "$build" --target cafe_hours_oracle >/dev/null

folder=$build/hours-tests
export CAFE_NODE_MODULES=$folder/node_modules TZ=UTC
if ! cmp -s tests/oracle/hours/package-lock.json "$folder/package-lock.json" || [ ! -d "$CAFE_NODE_MODULES" ]; then
  mkdir -p "$folder"
  cp tests/oracle/hours/package.json tests/oracle/hours/package-lock.json "$folder/"
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1) || {
    cat "$folder/npm.log"
    rm -f "$folder/package-lock.json"
    exit 1
  }
fi
lists=tests/oracle/hours
node $lists/compare.mjs "$build/cafe_hours_oracle" $lists/reasons.tsv $lists/kinds.tsv $lists/real.tsv tests/calendar/french_hours.tsv "$@"
