#!/usr/bin/env bash
# Programs that must not compile: run.sh COMPILER. The one that must, good.cpp, keeps the others honest.
set -uo pipefail
cd "$(dirname "$0")"
compiler=${1:-g++}
passed=0
failed=0
for file in *.cpp; do
  if "$compiler" -std=c++20 -I../../lib -fsyntax-only "$file" 2>/dev/null; then built=yes; else built=no; fi
  wanted=no
  [ "$file" = good.cpp ] && wanted=yes
  if [ $built = $wanted ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "$file: compiles: $built, should: $wanted"
  fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
