#!/usr/bin/env bash
# What typing, and opening a link to a question, costs in the page's search, first_letter.sh BUILD [N [SLOWER]]: publishes a notebook of N fiches (2000 without
# N, those of tests/bench), opens the first page in Debian's Chromium, turns to the field and types, half a second later and
# at once. Milliseconds until each letter is answered, medians of fresh pages; « script » is time of the page's own thread,
# « held up » the longest time for which the page did nothing else while the search made itself ready (0: less than 50). With
# SLOWER the processor is made so many times as slow. Nothing is asserted, machines differ.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/setup.sh
. tests/site/packages.sh
need build browser npm
build=$(cd "$1" && pwd)
count=${2:-2000}
site_packages "$build"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
c++ -std=c++20 -O1 tests/bench/make_notebook.cpp -lfmt -o "$work/make_notebook"
"$work/make_notebook" "$work/notebook" "$work/hugo" "$count"
CAFE_TODAY=2026-11-23 "$build/cafe" -C "$work/notebook" publish -o "$work/site" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
node tests/site/first_letter.mjs "$work/site" "${3:-1}"
