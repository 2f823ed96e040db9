#!/usr/bin/env bash
# The feed of what changed, of real git: changes.sh BUILD. Which fields, never what stood there; only fiches that everyone
# may have before, after and today; none of a shallow clone. Ends with "N passed, N failed".
set -uo pipefail
build=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work/home" XDG_STATE_HOME="$work/state" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C.UTF-8 CAFE_TODAY=2026-11-23
export GIT_AUTHOR_NAME=Anne GIT_AUTHOR_EMAIL=anne@example.org GIT_COMMITTER_NAME=Anne GIT_COMMITTER_EMAIL=anne@example.org
mkdir -p "$HOME" "$work/nb/partners" "$work/nb/people"
PATH="$build:$PATH"
git config --global init.defaultBranch main
git config --global protocol.file.allow always

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
says() { grep -qF -- "$2" "$1"; }
not() { ! "$@"; }
day() { export GIT_AUTHOR_DATE="$1T10:00:00+01:00" GIT_COMMITTER_DATE="$1T10:00:00+01:00"; }
commit() { day "$1"; git add -A && git commit -qm "$2"; }
publish() { rm -rf "$work/site"; cafe "${@:2}" -C "$1" publish -o "$work/site" >"$work/said" 2>&1; }
feed=$work/site/changements.xml
# What it says, a line each: day, fiche, words.
lines() {
  /usr/bin/python3 - "$feed" <<'P'
import sys, xml.etree.ElementTree as E
a = '{http://www.w3.org/2005/Atom}'
root = E.parse(sys.argv[1]).getroot()
assert root.tag == a + 'feed'
for e in [root] + root.findall(a + 'entry'):
    for name in ('id', 'title', 'updated'):
        assert e.find(a + name) is not None and e.find(a + name).text, name
assert root.find(a + 'author/' + a + 'name').text
assert root.find(a + "link[@rel='self']").get('href') == root.find(a + 'id').text
ids = [e.find(a + 'id').text for e in root.findall(a + 'entry')]
assert len(ids) == len(set(ids)), 'an id twice'
moments = [e.find(a + 'updated').text for e in root.findall(a + 'entry')]
assert moments == sorted(moments, reverse=True) and root.find(a + 'updated').text == moments[0], moments
for e in root.findall(a + 'entry'):
    print(e.find(a + 'updated').text[:10], e.find(a + 'link').get('href').split('/')[-1], e.find(a + 'title').text)
P
}
told() { lines >"$work/lines" && { grep -qxF -- "$1" "$work/lines" || { cat "$work/lines"; false; }; }; }

cd "$work/nb"
git init -q
cat >cafe.yaml <<'Y'
name: Réseau
departments: ["47"]
publish: {title: "Qui aide <ici> ?", url: "https://guide.example.org/47"}
Y
fiche() { printf 'name: %s\nkind: association\nthemes: [logement]\nterritory: [Fumel]\n' "$2" >"partners/$1.yaml"; }
publish . && check "nothing committed: no feed, no word" not says "$work/said" flux
fiche ccas 'CCAS de Fumel'
cat >>partners/ccas.yaml <<'Y'
summary: OLDSECRET-SUMMARY aide
phones:
  - {number: "05 36 49 11 11", label: OLDSECRET-LABEL}
  - {number: "06 39 98 11 11", audience: private, label: OLDSECRET-PRIVATE}
contacts: [{person: paul, role: OLDSECRET-ROLE}]
notes: OLDSECRET-NOTE
services:
  - {id: oldsecret-service, name: OLDSECRET-SERVICE, hours: "Mo 09:00-12:00"}
Y
printf 'name: Paul OLDSECRET-MARTIN\naudience: public\n' >people/paul.yaml
fiche refuge 'La Halte'
echo 'address: {street: 14 impasse OLDSECRET, postcode: "47500", commune: Fumel}' >>partners/refuge.yaml
fiche hidden 'OLDSECRET-KITCHEN'
echo 'audience: private' >>partners/hidden.yaml
fiche gone 'OLDSECRET-GONE'
fiche later 'Plus tard réservée'
fiche oldsecret-name 'Renommée'
commit 2026-09-01 first
publish . && check "new fiches are no change" not test -e "$feed"

sed -i 's/OLDSECRET-SUMMARY aide/Aide/; s/05 36 49 11 11/05 36 49 22 22/; s/OLDSECRET-LABEL/accueil/; s/Mo 09/Tu 09/; s/OLDSECRET-SERVICE/Aide/' partners/ccas.yaml
commit 2026-09-02 fields
sed -i 's/OLDSECRET-PRIVATE/other/; s/OLDSECRET-NOTE/note/' partners/ccas.yaml
commit 2026-09-03 private-fields
sed -i 's/OLDSECRET-ROLE/accueil/' partners/ccas.yaml
commit 2026-09-04 role
sed -i 's/14 impasse/15 impasse/' partners/refuge.yaml
commit 2026-09-05 address
sed -i 's/audience: private/audience: public/' partners/hidden.yaml
commit 2026-09-06 published
sed -i 's/logement/mobilite/' partners/hidden.yaml
commit 2026-09-07 theme
sed -i 's/logement/mobilite/' partners/gone.yaml partners/later.yaml
commit 2026-09-08 before-they-go
rm partners/gone.yaml && git mv partners/oldsecret-name.yaml partners/renommee.yaml && sed -i 's/logement/mobilite/' partners/renommee.yaml
commit 2026-09-09 rename
git checkout -qb side && sed -i 's/Aide$/Aide à tous/' partners/ccas.yaml && commit 2026-09-10 on-a-side
git checkout -q main && day 2026-09-12 && git merge -q --no-ff -m merged side
sed -i '1a# a comment' partners/ccas.yaml
commit 2026-09-13 layout
sed -i 's/name: OLDSECRET-KITCHEN/name: Notre cuisine/' partners/hidden.yaml
commit 2026-09-14 name

check "it is published" publish .
check "it is Atom" lines
check "what changed is told by its fields" told "2026-09-02 ccas.html CCAS de Fumel : résumé ; téléphones, numéro ; téléphones, intitulé ; services, nom ; services, horaires"
check "of private fields nothing" not grep -q 2026-09-03 "$feed"
check "a name that may be told" told "2026-09-04 ccas.html CCAS de Fumel : personnes, fonction"
check "an address, while it is not confidential" told "2026-09-05 refuge.html La Halte : adresse, rue"
check "what becomes public has no change before" not grep -q 2026-09-06 "$feed"
check "and has those after" told "2026-09-07 hidden.html Notre cuisine : thèmes"
check "fiches that are gone" not grep -q gone "$feed"
check "a new name is the one it has today" told "2026-09-09 renommee.html Renommée : thèmes"
check "a merge stands for its side" told "2026-09-12 ccas.html CCAS de Fumel : résumé"
check "the side itself is not told" not grep -q 2026-09-10 "$feed"
check "layout is no change" not grep -q 2026-09-13 "$feed"
check "never what stood there" not grep -qi oldsecret "$feed"
check "no number, no author" not grep -qE '11 11|22 22|Anne' "$feed"
check "titles are escaped" says "$feed" 'Qui aide &lt;ici&gt; ?'
check "pages lead to it" says "$work/site/index.html" 'href="changements.xml"'
check "pages in folders too" says "$work/site/partenaires/ccas.html" 'href="../changements.xml"'
cp "$feed" "$work/before"
publish . && check "the same bytes again" cmp "$feed" "$work/before"
check "the partners' edition has none" bash -c 'cafe publish --audience partners -o "$0/p" >/dev/null 2>&1 && ! test -e "$0/p/changements.xml"' "$work"

# Today decides: who objects, what is confidential or reserved now.
printf 'name: Paul OLDSECRET-MARTIN\naudience: public\nprivacy: {objection: {on: 2026-09-20}}\n' >people/paul.yaml
sed -i 's/commune: Fumel}/commune: Fumel, confidential: true}/' partners/refuge.yaml
echo 'audience: partners' >>partners/later.yaml
commit 2026-09-20 today
publish .
check "who objects today: no word of a function" not grep -q 'personnes' "$feed"
check "a confidential address: no word of it" not grep -q 'adresse' "$feed"
check "reserved today" not grep -q later "$feed"
check "the others stay" told "2026-09-12 ccas.html CCAS de Fumel : résumé"
sed -i '/^publish/d' cafe.yaml && echo 'publish: {title: Guide}' >>cafe.yaml
publish . && check "without an address no feed" not test -e "$feed"
git checkout -q cafe.yaml

sed -i '1a language: en' cafe.yaml && publish .
check "in the notebook's language" told "2026-09-12 ccas.html CCAS de Fumel: summary"
git checkout -q cafe.yaml

day 2026-09-20
git clone -q --depth 2 "file://$work/nb" "$work/shallow"
publish "$work/shallow"
check "a shallow clone has none" not test -e "$feed"
check "with a word" says "$work/said" "git fetch --unshallow"
publish "$work/shallow" --lang en
check "in English too" says "$work/said" "no feed of changes: this clone has the last commits alone"
git -C "$work/shallow" fetch -q --unshallow && publish "$work/shallow"
check "and has it when it is whole" cmp "$feed" <(publish . && cat "$feed")

# Signed commits would have git run a program of the clone's choice.
printf '#!/bin/sh\ntouch %s\n' "$work/ran" >"$work/evil" && chmod +x "$work/evil"
git config log.showSignature true && git config gpg.program "$work/evil"
publish . && check "no program of the clone runs" not test -e "$work/ran"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
