#!/usr/bin/env bash
# What typing costs in the page's search, first_letter.sh BUILD [N]: publishes a notebook of N fiches (2000 without N, those
# of tests/bench), opens the first page in Debian's Chromium and types. Milliseconds of script and layout, medians of fresh
# pages; nothing is asserted, machines differ.
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
node tests/site/first_letter.mjs "$work/site"
