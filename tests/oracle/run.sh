#!/usr/bin/env bash
# Compares the reader with libfyaml's on mutated records: tests/oracle/run.sh [COUNT [SEED]], 10000 unless told.
# BUILD names the folder of the build (build/test). Ends with "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/setup.sh
need build test

build=${BUILD:-build/test}
[ -f "$build/build.ninja" ] || configure "$build" Release -DCMAKE_CXX_COMPILER=g++
cmake --build "$build" --target cafe_oracle >/dev/null
python3 tests/oracle/compare.py "$build/cafe_oracle" "${1:-10000}" "${2:-47}"
