#!/usr/bin/env bash
# Exports both examples and a notebook of hard cases, and reads what comes out with other people's readers.
# run.sh BUILD            ends with "N passed, N failed"
# run.sh BUILD 1000       with so many generated notebooks more
set -euo pipefail
cd "$(dirname "$0")/../.."
build=$(realpath "${1:?the build folder}")
folder=$build/exchange-tests
export CAFE_NODE_MODULES=$folder/node_modules
if ! cmp -s tests/exchange/package-lock.json "$folder/package-lock.json" || [ ! -d "$CAFE_NODE_MODULES" ]; then
  mkdir -p "$folder"
  cp tests/exchange/package.json tests/exchange/package-lock.json "$folder/"
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1) || {
    cat "$folder/npm.log"
    rm -f "$folder/package-lock.json"
    exit 1
  }
fi
exec /usr/bin/python3 tests/exchange/read_all.py "$build/cafe" "${2:-50}"
