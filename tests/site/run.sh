#!/usr/bin/env bash
# The search of the published page, run.sh BUILD: the same words and the same answers as `cafe find` (Node.js); with a
# Chromium at hand also in the browser, from a folder: deep links, no error, nothing asked of another host.
set -euo pipefail
cd "$(dirname "$0")/../.."
cafe=$1/cafe
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CAFE_TODAY=2026-11-20
passed=0
failed=0
check() {
  if [ "$2" = "$3" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "$1: $2, not $3"
  fi
}

# A third of all questions of the tests (EVERY=1: all), in three notebooks, each with how often the page's first answer and its first
# five have to be the command's.
while read -r name notebook first five; do
  "$cafe" -C "$notebook" publish --audience partners -o "$work/$name" >"$work/log" 2>&1 || cat "$work/log"
  if node tests/site/search.mjs "$cafe" "$notebook" "$work/$name" "$first" "$five" tests/query/stems.tsv \
    tests/questions/"$name"*.tsv >"$work/log" 2>&1; then
    grep -v 'search of the page' "$work/log" || true
  else
    cat "$work/log"
  fi
  line=$(grep -E '^search of the page' "$work/log" || echo "0 passed, 1 failed")
  passed=$((passed + $(grep -oE '[0-9]+ passed' <<<"$line" | grep -oE '[0-9]+')))
  failed=$((failed + $(grep -oE '[0-9]+ failed' <<<"$line" | grep -oE '[0-9]+')))
done <<'NOTEBOOKS'
fumel examples/fumel 0.99 0.97
places examples/places 0.98 0.97
dordogne tests/questions/dordogne 0.97 0.97
NOTEBOOKS

# What a notebook was taught counts in the page as in the command: of themes, one that the built-in table has not among them,
# and of a fiche.
cp -r examples/fumel "$work/notebook"
cp tests/site/taught.tsv "$work/notebook/vocabulary/questions.tsv"
printf 'themes:\n  - id: animaux\n    label: {fr: "Animaux de compagnie", en: "Pets"}\n    synonyms: {fr: ["toilettage"], en: ["grooming"]}\n' \
  >"$work/notebook/vocabulary/themes.yaml"
sed -i '0,/^themes: \[/s//themes: [animaux, /' "$work/notebook/partners/ressourcerie-libos.yaml"
"$cafe" -C "$work/notebook" publish --audience partners -o "$work/taught" >"$work/log" 2>&1 || cat "$work/log"
EVERY=1 node tests/site/search.mjs "$cafe" "$work/notebook" "$work/taught" 1 1 tests/query/stems.tsv tests/site/taught-questions.tsv >"$work/log" 2>&1 || cat "$work/log"
line=$(grep -E '^search of the page' "$work/log" || echo "0 passed, 1 failed")
passed=$((passed + $(grep -oE '[0-9]+ passed' <<<"$line" | grep -oE '[0-9]+')))
failed=$((failed + $(grep -oE '[0-9]+ failed' <<<"$line" | grep -oE '[0-9]+')))

# Danger is heard alike in the page and by the command.
node tests/site/danger.mjs "$cafe" examples/fumel "$work/fumel" tests/questions/danger.tsv tests/questions/danger-held-out.tsv \
  tests/questions/danger-direct.tsv >"$work/log" 2>&1 || cat "$work/log"
line=$(grep -E '^danger in the page' "$work/log" || echo "0 passed, 1 failed")
passed=$((passed + $(grep -oE '[0-9]+ passed' <<<"$line" | grep -oE '[0-9]+')))
failed=$((failed + $(grep -oE '[0-9]+ failed' <<<"$line" | grep -oE '[0-9]+')))

# opened PAGE#HASH: the page as it stands once its script has run; what the console said goes to $work/console.
opened() {
  chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update \
    --disable-sync --user-data-dir="$work/profile" --enable-logging=stderr --virtual-time-budget=4000 \
    --dump-dom "file://$work/$1" 2>"$work/messages" >"$work/dom" || true
  grep -c 'CONSOLE' "$work/messages" >"$work/console" || true
}
cards() { grep -oE '<h3><a href="partenaires/[a-z0-9-]+' "$work/dom" | sed 's/.*\///' | head -n "$1" | paste -sd' '; }
if command -v chromium >/dev/null 2>&1; then
  opened 'fumel/index.html'
  check "console, nothing asked" "$(cat "$work/console")" 0
  check "cards at a time" "$(grep -o '<li class="fiche' "$work/dom" | wc -l)" 60
  opened 'fumel/index.html#q=qui%20s%27occupe%20du%20logement%20%C3%A0%20Fumel'
  check "first answer" "$(cards 1)" ccas-fumel
  check "console, a question" "$(cat "$work/console")" 0
  opened 'fumel/index.html#q=carsat&t=logement'
  check "with a filter" "$(grep -c 'class="puce"' "$work/dom")" 1
  opened 'fumel/index.html#q=%3Cimg%20src=x%20onerror=alert(1)%3E'
  check "a question is text" "$(grep -c '<img' "$work/dom" || true)" 0
  opened 'fumel/index.html#q=je%20veux%20mourir'
  check "danger is heard" "$(grep -oE '<p class="avis danger" role="alert">.*' "$work/dom" | grep -c 'href="tel:3114"')" 1
  opened 'fumel/index.html#q=zzyzx'
  check "numbers where nobody is found" "$(grep -oE '<p class="avis" role="alert">.*' "$work/dom" | grep -c 'href="tel:3114"')" 1
  opened 'fumel/partenaires/ccas-fumel.html'
  check "today is marked" "$(grep -c 'class="auj"' "$work/dom")" 1
  check "console, a fiche" "$(cat "$work/console")" 0
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
