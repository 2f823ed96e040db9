#!/usr/bin/env bash
# What cafe costs, beside what others cost on the same records. run.sh [N], 10000 fiches without it. Prints one Markdown
# table of medians from the turns of this run. Wall is seconds on the clock, processor is user and system time together: on a machine
# that does other things too, trust the second. Nothing is asserted.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/setup.sh
count=${1:-10000}
build=${CAFE_BENCH_BUILD:-build/bench}
times=${CAFE_BENCH_TIMES:-$([ "$count" -gt 20000 ] && echo 1 || echo 3)}
if [ -z "${CAFE_BENCH_BUILD:-}" ]; then
  need build
  configure "$build" Release -DCAFE_BENCH=ON -DCAFE_TESTS=OFF
  cmake --build "$build" --target cafe bench_notebook bench_yaml bench_measure >"$build/build.log" 2>&1 || { tail -n 40 "$build/build.log" >&2; exit 1; }
fi
build=$(cd "$build" && pwd)
cafe=$build/cafe
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CAFE_TODAY=2026-11-23 LC_ALL=C HOME=$work
unset CAFE_PAGER PAGER LANG

"$build/bench_notebook" "$work/notebook" "$work/hugo" "$count"
(cd "$work/notebook" && git init -q && git config gc.auto 0 && git add . && git -c user.name=bench -c user.email=bench@example.org commit -qm fiches && git status >/dev/null)
one=$(ls "$work/notebook/partners" | sed -n 1p)
files=$(find "$work/notebook/partners" "$work/notebook/people" -name '*.yaml' | wc -l)
bytes=$(find "$work/notebook/partners" -name '*.yaml' -exec cat {} + | wc -c)

# A machine that others use changes its speed within minutes: everything is measured in turns, and a ratio is taken within
# each of them.
declare -A wall processor memory
rows=()
# measure KEY TITLE OPTIONS… -- PROGRAM…: once; the figures of all turns stand behind one another.
measure() {
  local key=$1 title=$2 figures w p m
  shift 2
  [ "$turn" -gt 1 ] || rows+=("$key|$title")
  if figures=$(cd "$work/notebook" && "$build/bench_measure" 1 "$@" 2>"$work/error"); then
    read -r w p m <<<"$figures"
    wall[$key]+=" $w" processor[$key]+=" $p" memory[$key]+=" $m"
  else
    wall[$key]="did not run: $(head -c 80 "$work/error" | tr '\n' ' ')"
  fi
}
# missing KEY TITLE PACKAGE: a tool that is not there has its line all the same.
missing() {
  [ "$turn" -gt 1 ] || rows+=("$1|$2")
  wall[$1]="not installed ($3)"
}
pinned=(--processor 0)

if command -v recsel >/dev/null; then
  # The same fiches as one recfile: id, name, kind, commune, themes, phone.
  find "$work/notebook/partners" -name '*.yaml' | sort | xargs awk '
    FNR == 1 { if (NR > 1) print ""; name = FILENAME; sub(/.*\//, "", name); sub(/\.yaml$/, "", name); print "Id: " name }
    /^(name|kind|summary|themes|publics|territory|hours):/ { key = $1; $1 = ""; print toupper(substr(key, 1, 1)) substr(key, 2) $0 }
    /^  commune:/ { print "Commune: " $2 }' >"$work/partners.rec"
fi
# Hugo has the same front matter under three sets of templates: a bare page per fiche; the fields and lists that publish shows,
# its cards and a JSON of the fields; the same with the words of each fiche in that JSON, for a search.
cp -r tests/bench/hugo "$work/hugo-full"
cp -r "$work/hugo/content" "$work/hugo-full/"
cp -r "$work/hugo-full" "$work/hugo-words"
cp -r tests/bench/hugo-words/. "$work/hugo-words/"
# Each first site goes into an empty folder; the one before is moved away, not removed: ext4 passes over the inodes of files
# that went a moment ago one by one, which would measure the removal.
away() { printf "mkdir -p '%s/old' && ! test -e '%s' || mv '%s' '%s/old/'\$\$" "$work" "$1" "$1" "$work"; }
yardstick() {
  if command -v hugo >/dev/null; then
    measure "$1" "Hugo, $2" "${@:4}" --before "$(away "$work/$3/public")" -- hugo --quiet --source "$work/$3"
  else
    missing "$1" "Hugo, $2" hugo
  fi
}

for turn in $(seq "$times"); do
  measure git-status "git status" "${pinned[@]}" -- git status
  measure git-changed "git ls-files -m" "${pinned[@]}" -- git ls-files -m
  if command -v rg >/dev/null; then measure rg "ripgrep, one word" "${pinned[@]}" -- rg -c logement partners; else missing rg "ripgrep, one word" ripgrep; fi
  if [ -e "$work/partners.rec" ]; then measure recsel "recsel, one condition" "${pinned[@]}" -- recsel -e "Commune = 'Fumel'" "$work/partners.rec"; else missing recsel "recsel, one condition" recutils; fi
  measure nodes "yaml-cpp, Load of all files" "${pinned[@]}" -- "$build/bench_yaml" load .
  measure events "yaml-cpp, events of all files" "${pinned[@]}" -- "$build/bench_yaml" events .
  measure check "cafe check" "${pinned[@]}" -- "$cafe" check
  measure check-all "cafe check, every core" -- "$cafe" check
  measure list "cafe list" "${pinned[@]}" -- "$cafe" list
  measure find "cafe find" "${pinned[@]}" -- "$cafe" find logement Fumel
  measure find-cold "cafe find, files not in memory" "${pinned[@]}" --forget "$work/notebook" -- "$cafe" find logement Fumel
  measure publish "cafe publish, first" "${pinned[@]}" --before "$(away "$work/site")" -- "$cafe" publish -o "$work/site"
  yardstick hugo "the same fields and lists" hugo-full "${pinned[@]}"
  measure publish-same "cafe publish, nothing changed" "${pinned[@]}" -- "$cafe" publish -o "$work/site"
  measure publish-one "cafe publish, one fiche changed" "${pinned[@]}" --before "echo '# '\$\$ >>'$work/notebook/partners/$one'; sed -i 's/^summary: \"/&Nouveau. /' '$work/notebook/partners/$one'" -- "$cafe" publish -o "$work/site"
  yardstick hugo-words "the same files: pages, contact cards and search data" hugo-words "${pinned[@]}"
  yardstick hugo-bare "a bare page for each fiche" hugo "${pinned[@]}"
  measure publish-all "cafe publish, first, every core" --before "$(away "$work/site-all")" -- "$cafe" publish -o "$work/site-all"
  yardstick hugo-all "the same fields and lists, every core" hugo-full
done

. tests/bench/ratios.sh
# ratio A B: A's processor time by B's.
ratio() { divided "${processor[$1]:-}" "${processor[$2]:-}"; }
echo "$count fiches, $files record files, $((bytes / count)) bytes a fiche; medians of $times turns; one core but where said"
echo
echo "| what | wall, s | processor, s | memory, MiB | processor ÷ events |"
echo "|---|---:|---:|---:|---:|"
for row in "${rows[@]}"; do
  key=${row%%|*}
  if number "${wall[$key]}"; then
    echo "| ${row#*|} | $(median "${wall[$key]}") | $(median "${processor[$key]}") | $(median "${memory[$key]}") | $(ratio "$key" events) |"
  else
    echo "| ${row#*|} | ${wall[$key]} | | | |"
  fi
done
echo
echo "| ratio of processor time | here | wanted |"
echo "|---|---:|---:|"
echo "| check ÷ events | $(ratio check events) | ≤ 1.5 at 10,000 |"
echo "| publish, first ÷ Hugo | $(ratio publish hugo) | ≤ 0.25 |"
echo "| publish, first ÷ Hugo with the same files | $(ratio publish hugo-words) | |"
echo "| publish, first ÷ Hugo with bare pages | $(ratio publish hugo-bare) | |"
echo "| publish, first ÷ Hugo, by the clock, every core | $(divided "${wall[publish-all]:-}" "${wall[hugo-all]:-}") | |"
echo "| publish, one fiche changed ÷ Hugo | $(ratio publish-one hugo) | ≤ 0.15 |"
echo "| publish, one fiche changed ÷ Hugo with the same files | $(ratio publish-one hugo-words) | |"
echo "| memory of publish ÷ Hugo's | $(divided "${memory[publish]:-}" "${memory[hugo]:-}") | ≤ 0.5 |"
echo "| memory of publish ÷ Hugo's, every core | $(divided "${memory[publish-all]:-}" "${memory[hugo-all]:-}") | |"
