#!/usr/bin/env bash
# How cafe and other mergers come out on the cases of tests/merge/cases, as the table of docs/merge.md:
#   tests/merge/table.sh BUILD [-v]      -v: each case too
# git always; wiggle (words, a package of Debian) and mergiraf (syntax trees) where they are installed.
set -euo pipefail
build=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

others=(git)
for other in wiggle mergiraf; do
  command -v "$other" >/dev/null && others+=("$other")
done

# merged_by WHO BASE OURS THEIRS RESULT: ends with 0 when the merge is clean.
merged_by() {
  case $1 in
    git) cp "$3" "$5" && git merge-file -q "$5" "$2" "$4" ;;
    wiggle) wiggle --merge "$3" "$2" "$4" >"$5" 2>/dev/null ;;
    mergiraf) mergiraf merge "$2" "$3" "$4" -p record.yaml -o "$5" >/dev/null 2>&1 ;;
  esac
}
for other in "${others[@]}"; do
  mkdir -p "$work/others/$other"
  for folder in tests/merge/cases/*/; do
    result=$work/others/$other/$(basename "$folder")
    code=0
    merged_by "$other" "$folder/base.yaml" "$folder/ours.yaml" "$folder/theirs.yaml" "$result.yaml" || code=$?
    echo "$code" >"$result.code"
  done
done
CAFE_MERGE_TABLE="$work/table" CAFE_MERGE_OTHERS="$work/others" "$build/cafe_tests" -tc='merge table' >/dev/null
[ "${2:-}" != -v ] || join -t "$(printf '\t')" "$work/table/git" "$work/table/cafe"
echo "| of $(wc -l <"$work/table/cafe") cases | right | honest conflict | needless conflict | silently wrong | no YAML any more |"
echo "|---|---|---|---|---|---|"
for who in "${others[@]}" cafe; do
  line="| $who |"
  for what in right honest needless wrong invalid; do
    line="$line $(cut -f2 "$work/table/$who" | grep -cx $what || true) |"
  done
  echo "$line"
done
