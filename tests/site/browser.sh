#!/usr/bin/env bash
# The published directory in a real browser, browser.sh BUILD: Debian's chromium and Firefox, axe-core, html-validate and zbar. Seconds
# of each part with TIMES=1; TESTS="pages browser" runs some of them.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/site/packages.sh
cafe=$1/cafe
site_packages "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CAFE_TODAY=2026-11-20 LC_ALL=C.UTF-8

publish() { "$cafe" -C "$1" publish "${@:3}" -o "$work/$2" >"$work/log" 2>&1 || cat "$work/log"; }
publish examples/fumel fumel --audience partners
publish examples/fumel public
# The same partners five times, but for ten: 300.
mkdir "$work/notebook"
cp -r examples/fumel/. "$work/notebook/many"
for copy in 2 3 4 5; do
  for fiche in examples/fumel/partners/*.yaml; do cp "$fiche" "$work/notebook/many/partners/$(basename "$fiche" .yaml)-$copy.yaml"; done
done
ls "$work/notebook/many/partners/"*-5.yaml | sed -n 1,10p | xargs rm
echo 'status: closed' >>"$work/notebook/many/partners/habitalys-2.yaml"
publish "$work/notebook/many" many
for turn in plain 0 7 19; do
  /usr/bin/python3 tests/site/hostile.py examples/fumel "$work/notebook/$turn" "$turn"
  publish "$work/notebook/$turn" "$([ "$turn" = plain ] || echo hostile-)$turn" --audience partners
done
# Sheets to hand over: one for each fiche that everyone may know of, and the answers to questions.
mkdir "$work/sheets"
sheet() { "$cafe" -C examples/fumel find "$2" --card --format html >"$work/sheets/$1.html" 2>/dev/null || rm "$work/sheets/$1.html"; }
for fiche in examples/fumel/partners/*.yaml; do sheet "$(basename "$fiche" .yaml)" "id:$(basename "$fiche" .yaml)"; done
number=0
while IFS=$'\t' read -r question _; do sheet "question-$((++number))" "$question"; done < <(sed -n '5,30p' tests/questions/fumel.tsv)
# Each edition in one file, and of 300 partners.
"$cafe" -C examples/fumel publish --one-file "$work/one-public.html" 2>>"$work/log"
"$cafe" -C examples/fumel publish --one-file "$work/one-partners.html" --audience partners 2>>"$work/log"
"$cafe" -C "$work/notebook/many" publish --one-file "$work/one-many.html" 2>>"$work/log"
# Booklets: of both examples, on both papers, for both readers.
mkdir "$work/booklets"
for example in examples/*/cafe.yaml; do
  notebook=$(dirname "$example") name=$(basename "$(dirname "$example")")
  "$cafe" -C "$notebook" publish --booklet "$work/booklets/$name.html" 2>>"$work/log"
  "$cafe" -C "$notebook" publish --booklet "$work/booklets/$name-a5.html" --paper a5 --audience partners 2>>"$work/log"
done
passed=0 failed=0
for test in ${TESTS:-codes answers firefox one_file pages browser}; do
  node "tests/site/${test}_test.mjs" "$work" >"$work/log" 2>&1 || true
  cat "$work/log"
  line=$(grep -E '[0-9]+ passed, [0-9]+ failed$' "$work/log" | tail -n 1)
  [ -n "$line" ] || line="0 passed, 1 failed"
  passed=$((passed + $(grep -oE '[0-9]+ passed' <<<"$line" | grep -oE '[0-9]+')))
  failed=$((failed + $(grep -oE '[0-9]+ failed' <<<"$line" | grep -oE '[0-9]+')))
done
echo "the published directory in a browser: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
