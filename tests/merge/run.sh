#!/usr/bin/env bash
# The merge in real git, with the built cafe: tests/merge/run.sh BUILD. Ends with "N passed, N failed".
set -uo pipefail
build=$(cd "$1" && pwd)
source=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work/home" XDG_STATE_HOME="$work/state" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C.UTF-8 GIT_EDITOR=true
export GIT_AUTHOR_NAME=Anne GIT_AUTHOR_EMAIL=anne@example.org GIT_COMMITTER_NAME=Anne GIT_COMMITTER_EMAIL=anne@example.org
mkdir -p "$HOME"
PATH="$build:$PATH"
git config --global init.defaultBranch main
git config --global advice.mergeConflict false

passed=0
failed=0
# check TITLE COMMAND…: passes when the command does.
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
says() { grep -qF -- "$2" "$1"; }
not() { ! "$@"; }

# A notebook with one fiche, in $1.
notebook() {
  rm -rf "$work/$1"
  mkdir -p "$work/$1"
  cd "$work/$1" || exit 1
  cafe -q init . --department 47 --language fr >/dev/null 2>&1
  mkdir -p partners
  cat >partners/ccas.yaml <<'Y'
name: CCAS de Fumel
kind: ccas-cias
summary: Aides d'urgence et domiciliation.
themes: [logement]
territory: [Fumel]
phones:
  - {number: "05 36 49 10 20", label: accueil}
hours: "Mo-Fr 08:30-12:00"
Y
  git add -A && git commit -qm fiche
}
change() { sed -i "$2" "$1" && git commit -qam "$2"; }

# ---- init ------------------------------------------------------------------------------------------------------------
notebook init
check "init makes the first commit" test "$(git rev-list --count HEAD)" -ge 1
check "init writes .gitattributes" says .gitattributes "merge=cafe"
check "init sets the clone up" says .git/config "cafe merge-driver"
check "the work tree is clean" test -z "$(git status --porcelain)"

# ---- merge -----------------------------------------------------------------------------------------------------------
notebook merge
git switch -qc other
change partners/ccas.yaml 's/\[logement\]/[logement, mobilite]/'
git switch -q main
change partners/ccas.yaml 's/\[logement\]/[logement, sante]/'
check "merge: two themes" git merge -q --no-edit other
check "merge: both are there" says partners/ccas.yaml "[logement, sante, mobilite]"
check "check --merge finds nothing" cafe check --merge
check "check --merge of no merge is 2" bash -c 'cafe check --merge HEAD~1; [ $? -eq 2 ]'

# ---- conflict, resolve -----------------------------------------------------------------------------------------------
notebook conflict
git switch -qc other
change partners/ccas.yaml 's/08:30/09:00/; s/\[logement\]/[logement, mobilite]/'
git switch -q main
change partners/ccas.yaml 's/08:30/10:00/; s/accueil/standard/'
check "an honest conflict" not git merge -q --no-edit other
check "has markers" says partners/ccas.yaml "<<<<<<<"
check "around the field alone" test "$(grep -c . partners/ccas.yaml)" -le 14
check "and what is clean is merged" says partners/ccas.yaml "mobilite"
check "check names it" bash -c 'cafe check --format short | grep -q E008'
check "resolve --list says 5" bash -c 'cafe resolve --list; [ $? -eq 5 ]'
check "resolve --list names the field" bash -c 'cafe resolve --list | grep -q hours'
check "resolve --theirs" cafe resolve --theirs
check "takes theirs" says partners/ccas.yaml "09:00"
check "keeps ours elsewhere" says partners/ccas.yaml "standard"
check "and stages it" test -z "$(git ls-files -u)"
git commit -qm merged
check "check --merge lets the choice stand" cafe check --merge

# ---- rebase, cherry-pick, stash --------------------------------------------------------------------------------------
notebook rebase
git switch -qc other
change partners/ccas.yaml 's/\[logement\]/[logement, mobilite]/'
git switch -q main
change partners/ccas.yaml 's/\[logement\]/[logement, sante]/'
git switch -q other
check "rebase" git rebase -q main
check "rebase keeps both" bash -c 'grep -q mobilite partners/ccas.yaml && grep -q sante partners/ccas.yaml'
notebook pick
git switch -qc other
change partners/ccas.yaml 's/accueil}/accueil, tip: le matin}/'
git switch -q main
change partners/ccas.yaml 's/label: accueil/label: standard/'
check "cherry-pick" git cherry-pick other
check "cherry-pick keeps both" says partners/ccas.yaml "label: standard, tip: le matin"
notebook stash
sed -i 's/\[logement\]/[logement, mobilite]/' partners/ccas.yaml
git stash -q
change partners/ccas.yaml 's/\[logement\]/[logement, sante]/'
check "stash pop" git stash pop
check "stash keeps both" bash -c 'grep -q mobilite partners/ccas.yaml && grep -q sante partners/ccas.yaml'

# ---- add/add, rename + edit, criss-cross -----------------------------------------------------------------------------
notebook add
git switch -qc other
printf 'name: Secours\nkind: association\nthemes: [sante]\nterritory: [Fumel]\n' >partners/secours.yaml
git add -A && git commit -qm new
git switch -q main
printf 'name: Secours\nkind: association\nthemes: [logement]\nterritory: [Fumel]\nphones: ["05 36 49 00 09"]\n' >partners/secours.yaml
git add -A && git commit -qm new
check "added on both sides" git merge -q --no-edit other
check "holds both" bash -c 'grep -q sante partners/secours.yaml && grep -q "00 09" partners/secours.yaml'
notebook rename
git switch -qc other
git mv partners/ccas.yaml partners/ccas-fumel.yaml && sed -i 's/\[logement\]/[logement, mobilite]/' partners/ccas-fumel.yaml && git commit -qam moved
git switch -q main
change partners/ccas.yaml 's/\[logement\]/[logement, sante]/'
check "renamed and edited" git merge -q --no-edit other
check "in the new file" bash -c 'grep -q mobilite partners/ccas-fumel.yaml && grep -q sante partners/ccas-fumel.yaml'
notebook cross
git switch -qc other
change partners/ccas.yaml 's/\[logement\]/[logement, mobilite]/'
git switch -q main
change partners/ccas.yaml 's/\[logement\]/[logement, sante]/'
git branch before
git merge -q --no-edit other
git switch -q other
git merge -q --no-edit before
change partners/ccas.yaml 's/accueil/standard/'
git switch -q main
change partners/ccas.yaml 's/Aides/Les aides/'
check "criss-cross" git merge -q --no-edit other
check "criss-cross keeps all" bash -c 'grep -q mobilite partners/ccas.yaml && grep -q sante partners/ccas.yaml && grep -q standard partners/ccas.yaml && grep -q "Les aides" partners/ccas.yaml'

# ---- a clone ---------------------------------------------------------------------------------------------------------
notebook source
git clone -q "$work/source" "$work/clone"
cd "$work/clone" || exit 1
check "check tells of a clone without the driver" bash -c 'cafe check 2>&1 | grep -q "cafe init"'
git switch -qc other
change partners/ccas.yaml 's/\[logement\]/[logement, mobilite]/'
git switch -q main
change partners/ccas.yaml 's/\[logement\]/[logement, sante]/'
check "without the driver git asks" not git merge -q --no-edit other
git merge --abort
check "init sets the clone up" bash -c 'cafe init 2>&1 | grep -q "champ par champ"'
check "init again has nothing to do" bash -c 'cafe init 2>&1 | grep -q "rien à faire"'
check "then it merges" git merge -q --no-edit other

# ---- a driver that dies, or is not there -----------------------------------------------------------------------------
for how in 'kill -9 $$' 'exit 127' 'exit 139'; do
  notebook dead
  mkdir -p "$work/bin"
  printf '#!/bin/sh\n%s\n' "$how" >"$work/bin/cafe"
  chmod +x "$work/bin/cafe"
  git switch -qc other
  change partners/ccas.yaml 's/08:30/09:00/'
  git switch -q main
  change partners/ccas.yaml 's/08:30/10:00/'
  check "a driver that ends with '$how' leaves markers" bash -c "PATH='$work/bin':\$PATH git merge -q --no-edit other; grep -q '<<<<<<<' partners/ccas.yaml"
  git merge --abort
done

# ---- a lossy merge by other means ------------------------------------------------------------------------------------
notebook lossy
git switch -qc other
change partners/ccas.yaml 's/\[logement\]/[logement, mobilite]/'
git switch -q main
change partners/ccas.yaml 's/accueil/standard/'
git merge -q -s ours --no-edit other
check "check --merge names what was lost" bash -c 'cafe check --merge; [ $? -eq 1 ]'
check "by its value" bash -c 'cafe check --merge | grep -q mobilite'
base=$(git merge-base HEAD^1 HEAD^2)
check "from three commits too" bash -c "cafe check --merge $base..HEAD^1 HEAD^2; [ \$? -eq 1 ]"
git clone -q --depth 1 "file://$work/lossy" "$work/shallow"
check "a shallow clone is 2" bash -c "cd '$work/shallow'; cafe check --merge; [ \$? -eq 2 ]"

# ---- sync ------------------------------------------------------------------------------------------------------------
notebook hub
git init -q --bare "$work/hub.git"
git remote add origin "$work/hub.git"
git push -q -u origin main
git clone -q "$work/hub.git" "$work/anne"
git clone -q "$work/hub.git" "$work/paul"
(cd "$work/anne" && cafe -q init && change partners/ccas.yaml 's/\[logement\]/[logement, sante]/')
(cd "$work/paul" && cafe -q init && change partners/ccas.yaml 's/\[logement\]/[logement, mobilite]/')
check "sync sends" bash -c "cd '$work/anne' && cafe sync"
check "sync receives, merges and sends" bash -c "cd '$work/paul' && cafe sync"
check "and the first has both" bash -c "cd '$work/anne' && cafe sync && grep -q mobilite partners/ccas.yaml && grep -q sante partners/ccas.yaml"
(cd "$work/anne" && change partners/ccas.yaml 's/08:30/09:00/' && cafe -q sync)
(cd "$work/paul" && change partners/ccas.yaml 's/08:30/10:00/')
check "a conflict is 5" bash -c "cd '$work/paul' && cafe sync; [ \$? -eq 5 ]"
check "sync again says so" bash -c "cd '$work/paul' && cafe sync; [ \$? -eq 5 ]"
check "resolved and sent" bash -c "cd '$work/paul' && cafe resolve --ours && git commit -qm fusion && cafe sync"
(cd "$work/anne" && cafe -q sync && sed -i 's/^kind: .*//' partners/ccas.yaml)
check "uncommitted records are said" bash -c "cd '$work/anne' && cafe sync; [ \$? -eq 2 ]"
(cd "$work/anne" && git checkout -q . && git config core.sshCommand 'touch /tmp/x')
check "settings that run programs are named" bash -c "cd '$work/anne' && cafe sync 2>&1 | grep -qi core.sshcommand"
(cd "$work/paul" && git remote set-url origin "$work/gone.git")
check "no answer is 4" bash -c "cd '$work/paul' && cafe sync; [ \$? -eq 4 ]"

# ---- a squash and a rebase at a forge -----------------------------------------------------------------------------------
notebook forge
git init -q --bare "$work/forge.git"
git remote add origin "$work/forge.git"
cafe init --ci github --from https://example.org/cafe.git@0123456789abcdef0123456789abcdef01234567 >/dev/null 2>&1
# The step of the written file, with the built cafe.
sed -n '/name: the squash or rebase/,/name: the public edition/p' .github/workflows/cafe.yml | sed -n '/run: |/,$p' |
  sed '1d; /name: the public/d; s/^          //; s|/opt/cafe/bin/cafe|cafe|' >"$work/step.sh"
rm -rf .github
check "the step is there" says "$work/step.sh" "check --merge"
forge_step() { RESULT=$1 SOURCE=$2 COUNT=$3 bash -e "$work/step.sh"; }
git switch -qc request
change partners/ccas.yaml 's/\[logement\]/[logement, mobilite]/'
change partners/ccas.yaml 's/accueil/standard/'
asked=$(git rev-parse HEAD)
git push -q origin request
git switch -q main
change partners/ccas.yaml 's/urgence et/urgence,/'
git merge -q --squash request && git commit -qm 'the request, squashed'
check "a squash that lost nothing" forge_step "$(git rev-parse HEAD)" "$asked" 2
git switch -qf main
sed -i 's/, mobilite//' partners/ccas.yaml && git commit -qa --amend --no-edit
check "a squash that lost a theme" bash -c "$(declare -f forge_step); work='$work'; forge_step $(git rev-parse HEAD) $asked 2; [ \$? -eq 1 ]"
git switch -qf main && git reset -q --hard HEAD~1
git switch -q request && git rebase -q main
check "a rebase that lost nothing" forge_step "$(git rev-parse HEAD)" "$asked" 2

# ---- undo, log, diff, commit -----------------------------------------------------------------------------------------
notebook undo
cafe -q set ccas "summary=Un autre résumé"
cafe -q set ccas themes+=mobilite
check "undo takes the last one back" cafe undo
check "and leaves the one before" bash -c 'grep -q "autre résumé" partners/ccas.yaml && ! grep -q mobilite partners/ccas.yaml'
sed -i 's/accueil/standard/' partners/ccas.yaml
check "undo leaves what was written elsewhere" cafe undo
check "all of it" bash -c 'grep -q standard partners/ccas.yaml && grep -q urgence partners/ccas.yaml'
git checkout -q .
cafe -q set ccas "summary=Deux"
sed -i 's/Deux/Trois/' partners/ccas.yaml
check "undo of a field that changed since is 5" bash -c 'cafe undo; [ $? -eq 5 ]'
check "and changes nothing" says partners/ccas.yaml Trois
git checkout -q .
cafe -q rename ccas ccas-fumel
sed -i 's/accueil/standard/' partners/ccas-fumel.yaml
check "undo of a rename" cafe undo
check "moves what was written since" says partners/ccas.yaml standard
git checkout -q . && git clean -qfd
check "the memory is the user's alone" bash -c 'cafe -q set ccas tags+=x && [ "$(stat -c %a .git/cafe/memory/* | sort -u)" = 600 ]'
check "--commit commits what was written" bash -c 'git checkout -q . && echo x >note.txt && cafe -q set ccas tags+=hiver --commit && [ "$(git status --porcelain)" = "?? note.txt" ]'
check "with field names and no value" bash -c 'git log -1 --format=%B | grep -q tags && ! git log -1 --format=%B | grep -q hiver'
check "log tells it" bash -c 'cafe log ccas | grep -q hiver'
check "diff tells it" bash -c 'cafe diff HEAD~1..HEAD | grep -q hiver'
check "git diff names the field" bash -c "cafe -q set ccas phones.0.label=standard && git diff | grep -q 'phones.05 36 49 10 20.label: standard'"

# ---- a confidential address ----------------------------------------------------------------------------------------------
notebook halte
cat >partners/halte.yaml <<'Y'
name: La Halte
kind: hebergement
summary: Mise à l'abri.
themes: [hebergement]
territory: [Lot-et-Garonne]
address:
  street: 14 impasse des Aubépines
  commune: Fumel
  confidential: true
Y
git add -A && git commit -qm halte
cafe set halte "address.street=15 chemin du Lavoir" >"$work/said" 2>&1
check "set does not repeat a confidential street" not grep -qE 'Aub|Lavoir' "$work/said"
check "but says that it changed" says "$work/said" "confidentielle"
cafe undo --list >"$work/said" 2>&1
check "nor does undo --list" not grep -qE 'Aub|Lavoir' "$work/said"
cafe undo --dry-run >"$work/said" 2>&1
check "nor undo --dry-run" not grep -qE 'Aub|Lavoir' "$work/said"
cafe set halte summary=Accueil --json >"$work/said" 2>&1
check "--json tells the rest" says "$work/said" "Accueil"
cafe undo >/dev/null 2>&1
cafe undo >"$work/said" 2>&1
check "nor undo" not grep -qE 'Aub|Lavoir' "$work/said"
check "which has taken it back" says partners/halte.yaml Aub

# Two people import the next edition of one list: what imports remember merges by lines (.gitattributes).
notebook lists
printf 'Nom;Ville\nUn lieu;Fumel\n' >a.csv
cafe -q import a.csv >/dev/null 2>&1
cafe -q import a.csv >/dev/null 2>&1
git add -A && git commit -qm list && git checkout -q -b other
printf 'Nom;Ville\nUn lieu;Fumel\nUne halte;Tonneins\n' >a.csv
cafe -q import a.csv >/dev/null 2>&1
git checkout -q -- a.csv && git add -A && git commit -qm other && git checkout -q main
printf 'Nom;Ville\nUn lieu;Fumel\nUne cantine;Marmande\n' >a.csv
cafe -q import a.csv >/dev/null 2>&1
git checkout -q -- a.csv && git add -A && git commit -qm ours
check "two memories of one list merge" git merge -q other
check "no sign of a conflict is in them" not grep -q '<<<<' imports/a.seen
check "both rows are remembered" sh -c 'grep -q une-halte imports/a.seen && grep -q une-cantine imports/a.seen'
printf 'Nom;Ville\nUn lieu;Fumel\nUne halte;Tonneins\nUne cantine;Marmande\n' >a.csv
cafe import a.csv >"$work/said" 2>&1
check "and the next import finds nothing new" says "$work/said" "3 inchangées"
check "nor touches a fiche" test -z "$(git status --porcelain partners)"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
