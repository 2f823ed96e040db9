#!/usr/bin/env bash
# Pictures of each kind of page of the published example, pictures.sh BUILD [FOLDER]: desktop, telephone, dark and, as on
# paper, A4. In build/pictures without FOLDER. `pictures.sh BUILD readme` renews the three of the README, in docs/.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/setup.sh
. tests/site/packages.sh
need browser npm pictures
build=$(cd "$1" && pwd)
folder=${2:-build/pictures}
site_packages "$build"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
CAFE_TODAY=2026-11-20 "$build/cafe" -C examples/fumel publish --audience partners -o "$work" >/dev/null 2>&1
if [ "$folder" = readme ]; then
  node tests/site/pictures.mjs "$work" docs readme
  exit
fi
node tests/site/pictures.mjs "$work" "$folder"
for paper in "$folder"/*-print.pdf; do pdftoppm -r 80 -png "$paper" "${paper%.pdf}"; done
ls "$folder" | wc -l | sed "s|^ *|$folder: |; s|$| pictures|"
