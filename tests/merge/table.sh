#!/usr/bin/env bash
# How plain git and cafe come out on the cases of tests/merge/cases, as the table of docs/merge.md:
#   tests/merge/table.sh BUILD [-v]      -v: each case too
set -euo pipefail
build=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/git"
for folder in tests/merge/cases/*/; do
  name=$(basename "$folder")
  code=0
  cp "$folder/ours.yaml" "$work/ours"
  git merge-file -q "$work/ours" "$folder/base.yaml" "$folder/theirs.yaml" || code=$?
  cp "$work/ours" "$work/git/$name.yaml"
  echo "$code" >"$work/git/$name.code"
done
CAFE_MERGE_TABLE="$work/cafe.tsv" CAFE_MERGE_GIT="$work/git" "$build/cafe_tests" -tc='merge table' >/dev/null
[ "${2:-}" != -v ] || join -t "$(printf '\t')" "$work/cafe.tsv.git" "$work/cafe.tsv"
echo "| of $(wc -l <"$work/cafe.tsv") cases | right | honest conflict | needless conflict | silently wrong | no YAML any more |"
echo "|---|---|---|---|---|---|"
for who in git cafe; do
  file=$work/cafe.tsv
  [ $who = cafe ] || file=$work/cafe.tsv.git
  line="| $who |"
  for what in right honest needless wrong invalid; do line="$line $(cut -f2 "$file" | grep -cx $what || true) |"; done
  echo "$line"
done
