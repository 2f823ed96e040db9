#!/usr/bin/env bash
# What the index is worth: index.sh BUILD [N], 10000 fiches without N. Prints a Markdown table of medians (seconds of
# processor, MiB at most) and one of ratios, each taken within its turn, as in run.sh. Nothing is asserted.
set -euo pipefail
cd "$(dirname "$0")/../.."
cafe=$(cd "$1" && pwd)/cafe
count=${2:-10000}
times=${CAFE_BENCH_TIMES:-$([ "$count" -gt 20000 ] && echo 3 || echo 5)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CAFE_TODAY=2026-11-23 LC_ALL=C HOME=$work XDG_CACHE_HOME=$work/cache
unset CAFE_PAGER PAGER LANG
for program in make_notebook yaml_loop stat_loop measure; do
  g++ -std=c++20 -O2 "tests/bench/$program.cpp" -lfmt -lyaml-cpp -o "$work/$program"
done
"$work/make_notebook" "$work/notebook" "$work/hugo" "$count"
(cd "$work/notebook" && git init -q && git config gc.auto 0 && git add . && git -c user.name=bench -c user.email=bench@example.org commit -qm fiches && git status >/dev/null)
# What the first look costs; the second finds files that are old enough to be trusted by their times.
sleep 3

declare -A processor memory
rows=()
# measure KEY TITLE OPTIONS… -- PROGRAM…: once; the figures of all turns stand behind one another.
measure() {
  local key=$1 title=$2 p m
  shift 2
  [ "$turn" -gt 1 ] || rows+=("$key|$title")
  read -r _ p m < <(cd "$work/notebook" && "$work/measure" 1 --processor 0 "$@")
  processor[$key]+=" $p" memory[$key]+=" $m"
}
# Where a pull brought a hundred fiches: each has a line more.
pull="ls partners | sed -n '1~$((count / 100))s,^,partners/,p' | head -n 100 | xargs -n 1 sh -c 'echo \"# '\$\$'\" >> \"\$0\"'"
for turn in $(seq "$times"); do
  measure none "\`find\` without an index" -- env CAFE_NO_INDEX=1 "$cafe" find logement Fumel
  measure first "\`find\`, the index made" --before "rm -rf '$XDG_CACHE_HOME'" -- "$cafe" find logement Fumel
  (cd "$work/notebook" && "$cafe" find logement Fumel >/dev/null)
  measure status "\`git status\`" -- git status
  measure limit "the stamp of every file, a bare loop" -- "$work/stat_loop" .
  if command -v rg >/dev/null; then measure rg "ripgrep, one word" -- rg -c logement partners; fi
  measure warm "\`find\`, warm" -- "$cafe" find logement Fumel
  measure word "\`find\` without a place, warm" -- "$cafe" find logement
  measure pulled "\`find\` after 100 changed files" --before "$pull" -- "$cafe" find logement Fumel
  measure load "yaml-cpp, Load of all files" -- "$work/yaml_loop" load .
  measure cold "\`find\`, files not in memory" --forget "$work/notebook" -- "$cafe" find logement Fumel
  measure list "\`list\`" -- "$cafe" list
  measure mail "\`mail list\`" -- "$cafe" mail list --to ""
  measure complete "completion of an id" -- "$cafe" __complete -- show ""
  measure version "\`--version\`" -- "$cafe" --version
done

. tests/bench/ratios.sh
# ratio A B: A's processor time by B's.
ratio() { divided "${processor[$1]:-}" "${processor[$2]:-}"; }
echo "$count fiches, medians of $times turns, one core"
echo
echo "| what | processor, s | memory, MiB |"
echo "|---|---:|---:|"
for row in "${rows[@]}"; do
  key=${row%%|*}
  echo "| ${row#*|} | $(median "${processor[$key]}") | $(median "${memory[$key]}") |"
done
echo
echo "| ratio of processor time | here | wanted |"
echo "|---|---:|---:|"
echo "| \`find\`, warm ÷ \`git status\` | $(ratio warm status) | ≤ 1.0 |"
echo "| \`find\`, warm ÷ the stamp of every file | $(ratio warm limit) | |"
echo "| \`find\`, warm ÷ ripgrep | $(ratio warm rg) | ≤ 0.5 |"
echo "| \`find\` after 100 changed files ÷ warm | $(ratio pulled warm) | ≤ 2 |"
echo "| \`find\`, files not in memory ÷ yaml-cpp's Load | $(ratio cold load) | ≤ 1.0 |"
echo "| \`list\` ÷ \`git status\` | $(ratio list status) | ≤ 3 |"
echo "| \`mail list\` ÷ \`git status\` | $(ratio mail status) | ≤ 3 |"
echo "| index on disk, MiB | $(du -sm "$XDG_CACHE_HOME" | cut -f1) | |"
