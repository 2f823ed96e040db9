#!/usr/bin/env bash
# A notebook made by an enemy and opened by a curious colleague: it runs nothing and leads nowhere. Each trap is set for
# real, every command is run in it, and a program that was run leaves a mark. hostile.sh BUILD-FOLDER
set -uo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
build=$(realpath -m "${1:-$here/build/test}")
cafe=${CAFE:-$build/cafe}
work=$(mktemp -d)
trap 'chmod -R u+w "$work" 2>/dev/null; rm -rf "$work"' EXIT
export HOME=$work/home CAFE_TODAY=2026-11-23 LC_ALL=C GIT_CONFIG_NOSYSTEM=1
unset LANG LC_MESSAGES EDITOR VISUAL PAGER GIT_EDITOR GIT_PAGER
mkdir -p "$HOME/.local/state"
# What a trap runs when it is sprung.
mark=$work/sprung
trap_program=$work/trap
printf '#!/bin/sh\necho "$0 $*" >>%q\nexit 0\n' "$mark" >"$trap_program"
chmod +x "$trap_program"
passed=0
failed=0
export cafe here work mark trap_program

git config --global user.name Essai
git config --global user.email essai@example.org
git config --global init.defaultBranch main

# A clean notebook with a history, and a shared repository it was cloned from.
"$cafe" init "$work/clean" --example >/dev/null 2>&1
git -C "$work/clean" add -A >/dev/null 2>&1
git -C "$work/clean" commit -qm un >/dev/null 2>&1
git clone -q --bare "$work/clean" "$work/shared.git"
git -C "$work/clean" remote add origin "$work/shared.git"
git -C "$work/clean" fetch -q origin
git -C "$work/clean" branch -q --set-upstream-to=origin/main main 2>/dev/null

# Everything a curious colleague may type. What fails fails; nothing may hang, crash or spring a trap.
everything() {
  local nb=$1 code command
  while IFS= read -r command; do
    code=0
    (cd "$nb" && eval "timeout 20 $command" </dev/null >>"$work/said" 2>&1) || code=$?
    case $code in
      0 | 1 | 2 | 3 | 4 | 5) ;;
      *) echo "exit $code: $command" >&2; tail -n 3 "$work/said" >&2; return 1 ;;
    esac
  done <<'COMMANDS'
"$cafe" check
"$cafe" check --staged
"$cafe" check --merge
"$cafe" list
"$cafe" list people --json
"$cafe" find logement Fumel
"$cafe" show ccas-fumel
"$cafe" log ccas-fumel
"$cafe" diff HEAD
"$cafe" stats
"$cafe" set ccas-fumel tags+=essai --commit
"$cafe" verify ccas-fumel
"$cafe" fmt --check
"$cafe" undo
"$cafe" edit ccas-fumel
"$cafe" add person "Jeanne Essai" --set emails=jeanne.essai@example.org
"$cafe" archive sos-meubles-fumel --dry-run
"$cafe" rename ccas-fumel ccas-de-fumel --dry-run
"$cafe" meeting list
"$cafe" mail list --to "theme:logement"
"$cafe" publish -o "$work/site-$$"
"$cafe" doctor
"$cafe" forget jeanne-essai --yes
"$cafe" resolve
"$cafe" sync
COMMANDS
  rm -rf "$work/site-$$"
}
export -f everything

# check TITLE TRAP [RIGHT]: TRAP, a shell text, sets it in a fresh copy that is the current folder; RIGHT, when given,
# must hold afterwards there.
check() {
  rm -rf "$work/nb" "$mark" "$work/said"
  cp -a "$work/clean" "$work/nb"
  if bash -c "set -euo pipefail; cd '$work/nb'; $2; everything '$work/nb'; test ! -e '$mark'; ${3:-true}" >"$work/log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $1"
    sed 's/^/  | /' "$work/log" | tail -n 12
    [ ! -e "$mark" ] || sed 's/^/  ran: /' "$mark" | head -n 5
  fi
}

check "nothing set" 'true'
# Without cafe in between the same traps are sprung: else the rest would prove nothing.
for trap in 'cp "$trap_program" .git/hooks/pre-commit; git commit --allow-empty -qm x' 'git config core.fsmonitor "$trap_program"; git status' \
  'git config filter.x.clean "$trap_program"; echo "*.yaml filter=x" >>.git/info/attributes; touch partners/*; git status' \
  'git config protocol.ext.allow always; git remote set-url origin "ext::$trap_program %S"; git fetch' 'git config diff.external "$trap_program"; echo "# x" >>cafe.yaml; git diff'; do
  rm -rf "$work/nb" "$mark"
  cp -a "$work/clean" "$work/nb"
  (cd "$work/nb" && eval "$trap") >/dev/null 2>&1
  if [ -e "$mark" ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: the trap is blunt: $trap"; fi
done

# ---- Programs that git would run ------------------------------------------------------------------------------------
check "hooks of the clone" 'for h in pre-commit post-commit commit-msg prepare-commit-msg post-merge pre-push post-checkout pre-rebase post-rewrite reference-transaction post-index-change fsmonitor-watchman pre-auto-gc; do cp "$trap_program" .git/hooks/$h; done'
check "a folder of hooks in the work tree, named by the clone" 'mkdir hooks && for h in pre-commit post-commit post-merge pre-push post-checkout reference-transaction post-index-change; do cp "$trap_program" hooks/$h; done; git config core.hooksPath hooks'
check "fsmonitor as a program" 'git config core.fsmonitor "$trap_program"'
check "a filter of the clone, asked for by the work tree" 'git config filter.x.clean "$trap_program"; git config filter.x.smudge "$trap_program"; echo "*.yaml filter=x" >>.gitattributes'
check "a filter with a process, required" 'git config filter.x.process "$trap_program"; git config filter.x.required true; echo "*.yaml filter=x" >>.git/info/attributes'
check "an external diff and a text conversion" 'git config diff.external "$trap_program"; git config diff.x.command "$trap_program"; git config diff.x.textconv "$trap_program"; echo "*.yaml diff=x" >>.gitattributes'
check "another merge driver" 'git config merge.x.driver "$trap_program"; echo "*.yaml merge=x" >>.gitattributes'
check "an ssh command, a proxy, an askpass" 'git config core.sshCommand "$trap_program"; git config core.gitProxy "$trap_program"; git config core.askPass "$trap_program"; git remote set-url origin ssh://nobody@localhost:1/x'
check "a remote that is a command" 'git config protocol.ext.allow always; git remote set-url origin "ext::$trap_program %S"'
check "a remote turned into a command by another setting" 'git config protocol.ext.allow always; git config "url.ext::$trap_program .insteadOf" "https://"; git remote set-url origin https://example.invalid/x'
check "upload-pack and receive-pack of the remote" 'git config remote.origin.uploadpack "$trap_program"; git config remote.origin.receivepack "$trap_program"'
check "a credential helper" 'git config credential.helper "!$trap_program"; git remote set-url origin http://127.0.0.1:1/x'
check "signing of commits by a program" 'git config commit.gpgSign true; git config gpg.program "$trap_program"; git config gpg.ssh.program "$trap_program"; git config gpg.format ssh'
check "pager, editor and sequence editor of the clone" 'git config core.pager "$trap_program"; git config core.editor "$trap_program"; git config sequence.editor "$trap_program"; git config pager.diff "$trap_program"; git config pager.log "$trap_program"'
check "an alias that hides a command of git" 'for a in log diff status config commit add rev-parse cat-file fetch merge push; do git config alias.$a "!$trap_program"; done'
check "settings that include others from the work tree" 'printf "[core]\n\tfsmonitor = %s\n\thooksPath = hooks\n[filter \"x\"]\n\tclean = %s\n" "$trap_program" "$trap_program" >evil.cfg; git config include.path ../evil.cfg; mkdir hooks; cp "$trap_program" hooks/post-commit; echo "*.yaml filter=x" >>.gitattributes'
check "a .git file that leads to a repository in the work tree" 'cp -a .git notes && rm -rf .git && cp "$trap_program" notes/hooks/post-commit && chmod +x notes/hooks/post-commit && git config -f notes/config core.fsmonitor "$trap_program" && echo "gitdir: notes" >.git'
check "a bare repository hidden in a folder" 'git clone -q --bare . partners/x.git && git config -f partners/x.git/config core.fsmonitor "$trap_program"'

# ---- The environment ------------------------------------------------------------------------------------------------
check "programs named git and cafe in the work tree, with it in PATH" 'cp "$trap_program" git; cp "$trap_program" less; cp "$trap_program" vi; export PATH=":.:$PATH"' 'true'
check "GIT_* of a stranger" 'export GIT_EXTERNAL_DIFF=$trap_program GIT_SSH_COMMAND=$trap_program GIT_ASKPASS=$trap_program GIT_PROXY_COMMAND=$trap_program'
check "GIT_DIR and GIT_WORK_TREE elsewhere" 'git init -q "$work/else"; export GIT_DIR=$work/else/.git GIT_WORK_TREE=$work/else' 'test -z "$(ls "$work/else" | grep -v .git)"; rm -rf "$work/else"'
check "GIT_CONFIG_COUNT" 'export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=core.fsmonitor GIT_CONFIG_VALUE_0=$trap_program'

# ---- Settings files that the notebook brings ------------------------------------------------------------------------
check "the notebook's settings name a command" 'printf "editor: %s\npager: %s\ngit: {commit: true, hook: %s}\n" "$trap_program" "$trap_program" "$trap_program" >>cafe.yaml'
check "editors' settings in the work tree" 'mkdir -p .vscode && echo "{\"git.path\": \"$trap_program\"}" >.vscode/settings.json; printf "root = true\n" >.editorconfig; echo "$trap_program" >.envrc'
check "a page frame with a script" 'mkdir -p templates && echo "<html><body>{{content}}<script>fetch(1)</script></body></html>" >templates/page.html'

# ---- Links, devices, names ------------------------------------------------------------------------------------------
secret=$work/secret.yaml
printf 'name: SECRET SECRET\nemails: [secret@example.org]\n' >"$secret"
export secret
no_secret='! grep -q "secret@example.org" "$work/said" && test "$(cat "$secret" | wc -l)" = 2'
check "a record that is a link to a file outside" 'ln -s "$secret" people/lien.yaml; rm people/marie-delmas.yaml; ln -s "$secret" people/marie-delmas.yaml' "$no_secret"
check "a folder of records that is a link outside" 'mkdir "$work/out" && cp people/* "$work/out/" && rm -rf people && ln -s "$work/out" people && find "$work/out" -type f | sort | xargs sha256sum >"$work/sums"' 'sha256sum -c --quiet "$work/sums" && test "$(ls "$work/out" | wc -l)" = "$(wc -l <"$work/sums")"; rm -rf "$work/out"'
check "settings that are a link outside" 'cp cafe.yaml "$work/cafe-out.yaml"; rm cafe.yaml; ln -s "$work/cafe-out.yaml" cafe.yaml; sha256sum "$work/cafe-out.yaml" >"$work/sums"' 'sha256sum -c --quiet "$work/sums"'
check "cafe's own folder in .git is a link outside" 'rm -rf .git/cafe; mkdir "$work/state-out"; echo keep >"$work/state-out/keep"; ln -s "$work/state-out" .git/cafe' 'grep -q keep "$work/state-out/keep"; rm -rf "$work/state-out"'
check "the lock is a link to a file outside" 'mkdir -p .git/cafe; rm -f .git/cafe/lock; echo keep >"$work/kept"; ln -s "$work/kept" .git/cafe/lock' 'grep -q keep "$work/kept"'
check "a pipe in the place of a record: nothing waits for it" 'mkfifo people/tube.yaml; rm partners/ccas-fumel.yaml; mkfifo partners/ccas-fumel.yaml'
check "a pipe in the place of the settings" 'rm cafe.yaml; mkfifo cafe.yaml'
check "a socket, a device and a folder named like records" 'python3 -c "import socket; socket.socket(socket.AF_UNIX).bind(\"people/s.yaml\")"; mknod partners/null.yaml c 1 3 2>/dev/null || true; mkdir partners/dossier.yaml'
check "a record without end" 'truncate -s 5G partners/grand.yaml'
check "names that are options, paths and commands" 'for n in "-rf.yaml" "--help.yaml" "\$(touch x).yaml" "a;b.yaml" "..yaml" "con.yaml" "a
b.yaml" "\`id\`.yaml"; do cp partners/ccas-fumel.yaml "partners/$n"; done' 'test ! -e x'
check "a name with a command for a forge's runner" 'cp partners/ccas-fumel.yaml "partners/x
::set-output name=a::b.yaml"' '! grep -q "^::set-output" "$work/said"'
check "escape sequences in every text" 'printf "name: \"\\\\e]0;SECRET\\\\a\\\\e[2J\"\nkind: association\nthemes: [logement]\nterritory: [Fumel]\n" >partners/evil.yaml; printf "name: Jean\033[31m\n" >people/evil.yaml' '! grep -q "$(printf "\033")" "$work/said"'
check "the file that only makes a parser run for ever" 'printf "," >partners/virgule.yaml; printf "&a [*a,*a]\n" >partners/ancre.yaml; head -c 900000 /dev/zero | tr "\0" "[" >partners/profond.yaml'
check "a journal and a memory written by somebody else" 'mkdir -p .git/cafe/memory; printf "cafe-journal 1\n../../outside\n" >.git/cafe/journal; printf "cafe-change 1\n2026-11-01\na\nb\nx" >.git/cafe/memory/000001' 'test ! -e "$work/outside"'
check "the user's folder for state is a link into the notebook, a repository beside it, or one above" '
  mkdir -p "$work/autre/prive" people && git -C "$work/autre" init -q
  for place in "$work/nb/people" "$work/autre/prive" "$work/autre"; do
    rm -rf "$work/etat"; ln -s "$place" "$work/etat"
    for inside in "" /encore/plus; do
      XDG_STATE_HOME=$work/etat$inside timeout 20 "$cafe" orient ccas-fumel >"$work/drawn" 2>&1 && exit 1
      if grep -q "^[0-9A-Z]\{6\}-" "$work/drawn"; then exit 1; fi
    done
    test -z "$(find "$place" -name "orientations-*")"
  done
  rm "$work/etat"; mkdir "$work/loin"; ln -s "$work/loin" "$work/etat"
  XDG_STATE_HOME=$work/etat timeout 20 "$cafe" orient ccas-fumel >"$work/drawn"
  test -n "$(find "$work/loin" -name "orientations-*")"; rm -rf "$work/etat" "$work/loin" "$work/autre"'
check "a journal is a link into a repository" '
  XDG_STATE_HOME=$work/etat timeout 20 "$cafe" orient ccas-fumel >"$work/drawn"
  kept=$(find "$work/etat" -name "orientations-*"); mv "$kept" "$work/nb/journal.txt"; ln -s "$work/nb/journal.txt" "$kept"
  before=$(sha256sum <"$work/nb/journal.txt")
  XDG_STATE_HOME=$work/etat timeout 20 "$cafe" orient ccas-fumel >"$work/drawn" 2>&1 && exit 1
  test "$before" = "$(sha256sum <"$work/nb/journal.txt")"
  "$cafe" check >"$work/drawn" 2>&1 && exit 1
  grep -q E703 "$work/drawn"; rm -rf "$work/etat"'
cat >"$work/many.py" <<'PY'
import random, string
letters = string.ascii_letters + string.digits
draw = lambda n: "".join(random.choice(letters) for _ in range(n))
print("records:\n  - {id: personne-00000000, on: 2026-01-01}\naddresses:")
for _ in range(5000):
    print("  - $y$j9T$" + draw(22) + "$" + draw(43))
print("  - $y$jFT$" + draw(22) + "$" + draw(43))  # 16 GiB a try
PY
check "erased addresses without end: asking stays quick and small" 'python3 "$work/many.py" >forgotten.yaml; (ulimit -v 1500000; cd "$work/nb" && timeout 20 "$cafe" set marie-delmas emails+=neuve@example.org)'

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
