#!/usr/bin/env bash
# Lints the manual pages that a build made: run.sh BUILD. groff must have nothing to say about any of them.
set -euo pipefail
pages=$1/man
if ! command -v groff >/dev/null 2>&1; then
  echo "groff is missing, the manual pages are not looked at"
  echo "0 passed, 0 failed"
  exit 0
fi
passed=0
failed=0
while IFS= read -r page; do
  # Links are followed from the folder above man1, as man does.
  said=$(cd "$pages" && groff -man -Tutf8 -ww -z -rLL=80n "$page" 2>&1) || true
  if [ -z "$said" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "$page: $said"
  fi
done < <(cd "$pages" && find . -name '*.[157]' | sort)
if [ "$passed" -lt 30 ]; then
  echo "only $passed manual pages are in $pages"
  failed=$((failed + 1))
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
