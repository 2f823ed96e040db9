#!/usr/bin/env bash
# Exports the examples for engines that others run, loads them into a PostgreSQL of its own, and asks there what the
# command is asked: the same understanding must have the same first answer in 97 of 100 questions.
# engines.sh BUILD        ends with "N passed, N failed"
set -euo pipefail
cd "$(dirname "$0")/../.."
build=$(realpath "${1:?the build folder}")
command -v pg_virtualenv >/dev/null || {
  echo "PostgreSQL is not installed (tests/setup.sh): nothing was tried"
  echo "0 passed, 1 failed"
  exit 1
}
exec pg_virtualenv -t -o fsync=off /usr/bin/python3 tests/exchange/engines.py "$build/cafe"
