#!/usr/bin/env bash
# The built binary on a real disk: pipes, terminals, locales, full devices, installation. run.sh BUILD-FOLDER
set -uo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
build=$(realpath -m "${1:-$here/build/test}")
cafe=$build/cafe
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work CAFE_TODAY=2026-11-23
unset LANG LC_MESSAGES
export LC_ALL=C
passed=0
failed=0

# check TITLE COMMAND…: the command, a shell text, must succeed.
check() {
  if bash -c "set -euo pipefail; cd '$work'; $2" >"$work/log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $1"
    sed 's/^/  | /' "$work/log"
  fi
}
export cafe here work

check "a new notebook is a git repository, and its example is clean" \
  '"$cafe" init new --example && test -d new/.git && "$cafe" -C new check'
check "init twice changes nothing" \
  'before=$(find new -type f -not -path "*/.git/*" | sort | xargs sha256sum); "$cafe" init new --example; after=$(find new -type f -not -path "*/.git/*" | sort | xargs sha256sum); test "$before" = "$after"'
check "nothing but records and the settings of git and editors stands in the work tree" \
  'test -z "$(cd new && git status --porcelain | grep -vE "^(\?\?|A ) (\.git(attributes|ignore)|\.vscode/.*|([a-z]+/)?([a-z0-9-]+\.yaml)?)$")"; test ! -e new/.cafe'
cp -r "$here/examples/fumel" "$work/fumel"
check "a closed pipe is no failure and says nothing" \
  '("$cafe" -C fumel list people --json || echo "exit $?" >&2) 2>err | head -n 1 >/dev/null; test ! -s err'
check "a full device is an error of its own" \
  'code=0; "$cafe" -C fumel list >/dev/full 2>err || code=$?; test $code = 4 && test -s err'
check "without a terminal there is no colour and no cut" \
  '! "$cafe" -C fumel who handles housing in Fumel | grep -q $'"'"'\e'"'"''
check "the language is that of the notebook under LC_ALL=C" '"$cafe" -C fumel check | grep -q "fichiers"'
check "the locale decides when it is one" 'LC_ALL=en_GB.UTF-8 "$cafe" -C fumel check | grep -q "files"'
check "a Turkish locale changes no byte" \
  '"$cafe" -C fumel list --json >a; LC_ALL=tr_TR.UTF-8 "$cafe" -C fumel list --json >b; cmp a b'
check "a read-only notebook answers all the same" \
  'cp -r fumel locked && chmod -R a-w locked && "$cafe" -C locked who handles housing in Fumel >/dev/null; chmod -R u+w locked'
check "an unreadable file among good ones stops nothing" \
  'cp -r fumel torn && : >torn/partners/caf-47-torn.yaml && "$cafe" -C torn list >/dev/null; code=0; "$cafe" -C torn check >/dev/null || code=$?; test $code = 1'
check "a link is not followed" \
  'cp -r fumel linked && ln -s /etc/passwd linked/partners/passwd.yaml && code=0; "$cafe" -C linked check >out || code=$?; test $code = 1 && grep -q passwd out && ! grep -q root: out'
check "no notebook is said with a remedy, exit 4" 'mkdir empty && code=0; "$cafe" -C empty list 2>err || code=$?; test $code = 4 && grep -q "cafe init" err'
check "publishing twice writes nothing the second time" \
  '"$cafe" -C fumel publish -o site >/dev/null 2>&1; touch -d 2020-01-01 site/index.html; "$cafe" -C fumel publish -o site >/dev/null 2>&1; test "$(stat -c %Y site/index.html)" = "$(date -d 2020-01-01 +%s)"'
check "a published site asks nobody else for anything" '! grep -rlE "(src|href)=\"(https?:)?//[^\"]*\.(js|css|woff2?|png)" site'
check "what is not ours in the output folder stays" 'echo mine >site/note.txt && "$cafe" -C fumel publish -o site >/dev/null 2>&1 && grep -q mine site/note.txt'
as_somebody='git config user.name Essai && git config user.email essai@example.org'
check "a commit with a mistake in it is stopped by the hook, and says where" \
  'PATH="$(dirname "$cafe"):$PATH"; "$cafe" init hooked --example --hook && cd hooked && '"$as_somebody"' && git add . && git commit -qm un && sed -i "s/^themes: .*/themes: [logment]/" partners/ccas-fumel.yaml && git add . && code=0; git commit -qm deux 2>err >out || code=$?; test $code = 1 && cat out err | grep -q "partners/ccas-fumel.yaml:.*E301"'
check "the hook reads what is staged, not the folder" \
  'PATH="$(dirname "$cafe"):$PATH"; cd hooked && git checkout -q HEAD -- . && sed -i "s/^name: .*/name: CCAS de la ville de Fumel/" partners/ccas-fumel.yaml && git add . && echo "themes: [" >>partners/ccas-fumel.yaml && git commit -qm deux && git checkout -q -- .'
check "a fiche that goes breaks what refers to it, in files that do not change" \
  'PATH="$(dirname "$cafe"):$PATH"; cd hooked && git rm -q people/marie-delmas.yaml && code=0; git commit -qm trois >out 2>&1 || code=$?; test $code = 1 && grep -q "marie-delmas" out && git reset -q --hard'
# Three others can each come in between once, and set reads again up to four times: none is refused, none is lost.
check "of four commands that set at once, each stands" \
  'mkdir -p race/partners && printf "name: Essai\n" > race/cafe.yaml && printf "name: Essai\nkind: association\nthemes: [logement]\nterritory: [Fumel]\n" > race/partners/essai.yaml; for i in 1 2 3 4; do "$cafe" -C race set essai tags+=t$i & done; wait; for i in 1 2 3 4; do grep -q "^tags:.*t$i" race/partners/essai.yaml; done'
check "an old mistake elsewhere does not stop a commit" \
  'PATH="$(dirname "$cafe"):$PATH"; cd hooked && sed -i "s/^themes: .*/themes: [logment]/" partners/ccas-fumel.yaml && git commit -qanm vieux && echo "# relu" >>people/marie-delmas.yaml && git commit -qam quatre'
check "the hook of a notebook in a folder with a quote in its name" \
  'PATH="$(dirname "$cafe"):$PATH"; mkdir repo && cd repo && git init -q -b main && '"$as_somebody"' && "$cafe" init "l'"'\''"'eau" --example --hook && test -z "$(git status --porcelain)" && echo "# relu" >>*/people/marie-delmas.yaml && git commit -qam un'
check "asked again the hook stays; another hook is not touched, and the line to add is said" \
  '"$cafe" init hooked --hook 2>err && grep -q "rien à faire" err; echo "exit 0" >hooked/.git/hooks/pre-commit; code=0; "$cafe" init hooked --hook 2>err || code=$?; test $code = 5 && grep -q "cafe check --staged" err && test "$(cat hooked/.git/hooks/pre-commit)" = "exit 0"'
# An edit that fails leaves a draft, an import its memory and its rejects, publishing and undo what they remember.
check "who is erased is in nothing that cafe keeps beside the records" \
  'cp -r fumel erased && cd erased && git init -q -b main && '"$as_somebody"' && git add . && git commit -qm un && "$cafe" set thomas-lacombe title="travailleur social, secteur nord" && "$cafe" publish -o ../erased-site --audience partners && "$cafe" set ccas-fumel notes="voir Thomas Lacombe"
   printf "#!/bin/sh\necho \"emails: [pas une adresse]\" >>\"\$1\"\n" >"$work/wrong-editor" && chmod +x "$work/wrong-editor" && ! CAFE_EDITOR="$work/wrong-editor" "$cafe" edit thomas-lacombe && grep -rqi lacombe .git/cafe/drafts
   printf "numero;nom;courriel;cp;ville\nthomas-lacombe;Maison neuve;accueil@neuve.example.org;47500;FUMEL\n3;Maison neuve;thomas.lacombe@ccas-fumel.example.org;47500;FUMEL\n" >liste.csv
   "$cafe" import liste.csv || true; "$cafe" import liste.csv --rejects rejets.csv || true; rm liste.csv; grep -qi lacombe rejets.csv; grep -qi lacombe imports/*.seen
   "$cafe" forget thomas-lacombe --yes >../erased.out && test ! -e people/thomas-lacombe.yaml && test -e rejets.csv
   grep -rilE "thomas.?lacombe|05.?36.?49.?20.?05" . --exclude-dir=objects --exclude=index "$HOME/.local/state" "$HOME/.cache" 2>/dev/null | grep -vE "^./partners/(ccas-fumel|maison-neuve).yaml" >../left.out || true; cat ../left.out; test ! -s ../left.out && grep -q "partners/ccas-fumel.yaml" ../erased.out && grep -q "partners/maison-neuve.yaml" ../erased.out && "$cafe" check'
check "the commands that forget prints purge git of somebody, under every id they had" \
  'cp -r fumel purged && cd purged && git init -q -b main && '"$as_somebody"' && git add . && git commit -qm un && "$cafe" rename thomas-lacombe tom-lacombe --commit && "$cafe" set ccas-fumel notes="voir M. Lacombe, 05.36.49.20.05" --commit && "$cafe" forget tom-lacombe --yes --commit >../purged.out
   awk "/git filter-repo|^git status --short/ {on = 1} /^\$/ {on = 0} on" ../purged.out >../recipe.sh && grep -q "git filter-repo" ../recipe.sh
   command -v git-filter-repo || exit 0
   git log -p --all | grep -i "thomas.lacombe" >/dev/null && bash -euo pipefail ../recipe.sh && ! git log -p --all --format=full | grep -iE "thomas.?lacombe|tom.?lacombe|05.?36.?49.?20.?05" && test "$(git rev-list --count HEAD)" -ge 3 && git fsck --no-progress && "$cafe" check'
check "without a repository --staged and --hook say so" \
  '"$cafe" init plain --example --no-git && code=0; "$cafe" -C plain check --staged 2>err || code=$?; test $code = 2 && grep -q "dépôt git" err; code=0; "$cafe" init plain --hook 2>err || code=$?; test $code = 2 && grep -q "git init" err'
check "install puts the binary and what belongs to it in place" \
  'cmake --install "'"$build"'" --prefix "$work/usr" >/dev/null && "$work/usr/bin/cafe" --version | grep -q "^cafe [0-9]"'
check "the version needs no notebook" '"$cafe" --version && "$cafe" --help && "$cafe" help find'

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
