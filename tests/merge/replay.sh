#!/usr/bin/env bash
# Two people, one notebook, a season of ordinary changes in real git: tests/merge/replay.sh BUILD [DAYS]. Each day both
# change what they know, then both sync. At the end both have the same notebook, nothing that was written is missing, and
# only what they truly wrote in two ways was asked. Ends with "N passed, N failed".
set -uo pipefail
build=$(cd "$1" && pwd)
days=${2:-24}
source=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work/home" XDG_STATE_HOME="$work/state" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C.UTF-8 GIT_EDITOR=true
mkdir -p "$HOME"
PATH="$build:$PATH"
git config --global init.defaultBranch main

passed=0
failed=0
check() {
  local title=$1
  shift
  if "$@" >"$work/out" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $title"
    tail -n 15 "$work/out"
  fi
}

# as NAME COMMAND…: in that person's clone.
as() {
  local who=$1
  shift
  (cd "$work/$who" && GIT_AUTHOR_NAME=$who GIT_AUTHOR_EMAIL=$who@example.org GIT_COMMITTER_NAME=$who \
    GIT_COMMITTER_EMAIL=$who@example.org "$@")
}
# writes NAME DAY COMMAND…: a change that must be done, and is recorded.
writes() {
  local who=$1 day=$2
  shift 2
  check "day $day: $who: $*" as "$who" cafe -q "$@" --commit
}

# A word of its own for each day and person, so that it can be found again.
sent=()
word() {
  word="$1$2"
  sent+=("$word")
}

cp -r "$source/examples/fumel" "$work/anne"
as anne git init -q
as anne cafe -q init >/dev/null 2>&1
as anne git add -A >/dev/null
as anne git commit -qm 'the notebook' >/dev/null 2>&1
git init -q --bare "$work/hub.git"
as anne git remote add origin "$work/hub.git"
as anne git push -q -u origin main
git clone -q "$work/hub.git" "$work/paul"
as paul cafe -q init >/dev/null 2>&1
errors() { as anne cafe check --format short 2>/dev/null | grep -c ' error\[' || true; }
before=$(errors)

meeting=2026-12-04-fumel
people=(marie-delmas thomas-lacombe nadia-benali julien-roques david-zanin sandrine-mazieres laurent-bousquet claire-dupouy)
conflicts=0
merges=0
for ((day = 1; day <= days; ++day)); do
  # Both write into the same records, most days into other fields of them.
  case $((day % 6)) in
    1)
      word anne $day && writes anne $day set ccas-fumel "tags+=$word"
      word paul $day && writes paul $day set ccas-fumel "tags+=$word"
      ;;
    2)
      word anne $day && writes anne $day set ccas-fumel "summary=Aides d'urgence $word"
      word paul $day && writes paul $day set ccas-fumel "notes=Relu $word"
      ;;
    3)
      word anne $day && writes anne $day meeting note $meeting ccas-fumel "Le point $word" --question
      word paul $day && writes paul $day meeting note $meeting habitalys "Une nouvelle $word"
      ;;
    4)
      writes anne $day meeting reply $meeting "${people[$((day % 8))]}" accepted
      writes paul $day meeting reply $meeting "${people[$(((day + 3) % 8))]}" declined
      ;;
    5)
      word anne $day && writes anne $day add partner "Maison $word" --set kind=association --set themes=logement --set territory=Fumel
      word paul $day && writes paul $day set mairie-fumel "aliases+=Hôtel de ville $word"
      ;;
    0)
      # The same field in two ways: only this is asked.
      as anne cafe -q set mairie-fumel "summary=La mairie selon Anne $day" --commit
      as paul cafe -q set mairie-fumel "summary=La mairie selon Paul $day" --commit
      ;;
  esac
  check "day $day: anne sends" as anne cafe -q sync
  code=0
  as paul cafe -q sync >"$work/out" 2>&1 || code=$?
  merges=$((merges + 1))
  if [ $((day % 6)) -eq 0 ]; then
    conflicts=$((conflicts + 1))
    check "day $day: two summaries are asked" test $code -eq 5
    check "day $day: paul settles" as paul cafe -q resolve --ours
    check "day $day: and records" as paul git commit -q --no-edit
    check "day $day: and sends" as paul cafe -q sync
  else
    check "day $day: paul is asked nothing" test $code -eq 0
  fi
  check "day $day: anne receives" as anne cafe -q sync
done

check "both have the same notebook" test "$(as anne git rev-parse 'HEAD^{tree}')" = "$(as paul git rev-parse 'HEAD^{tree}')"
check "check finds no more than before" test "$(errors)" -eq "$before"
for one in "${sent[@]}"; do
  # A summary and notes are written again each week: the last of them counts.
  as anne git grep -qw -- "$one" && continue
  check "$one is in the history" test -n "$(as anne git log --all -S "$one" --format=%H)"
done
check "no markers" bash -c "! git -C '$work/anne' grep -qE '^(<<<<<<<|>>>>>>>)'"
echo "$merges days, $conflicts of them asked"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
