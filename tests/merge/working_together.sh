#!/usr/bin/env bash
# The page for people who never used git, block by block, in real git: tests/merge/working_together.sh BUILD. Both
# languages. The forge is a folder; somebody else writes there too. Ends with "N passed, N failed".
set -uo pipefail
build=$(cd "$1" && pwd)
source=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PATH="$build:$PATH"
export GIT_CONFIG_NOSYSTEM=1 LC_ALL=C.UTF-8 GIT_EDITOR=true
passed=0
failed=0

# blocks PAGE: each block as a file, number.kind, its first line the rest of the fence.
blocks() {
  awk -v folder="$2" '
    /^```/ && !inside { inside = 1; n++; split(substr($0, 4), words, " "); kind = words[1]
      file = sprintf("%s/%02d.%s", folder, n, kind); print words[2] > file; next }
    /^```/ { inside = 0; close(file); next }
    inside { print > file }' "$1"
}

# Somebody else changes the telephone and the hours at the forge.
colleague() {
  rm -rf "$home/colleague"
  git clone -q "$home/hub.git" "$home/colleague"
  (cd "$home/colleague" && cafe -q init >/dev/null 2>&1
    sed -i 's/05 36 49 00 0[0-9]/05 36 49 00 09/' partners/ccas-fumel.yaml
    git -c user.name=Paul -c user.email=paul@example.org commit -qam phone && git push -q)
}

for page in working-together travailler-ensemble; do
  home=$work/$page
  export HOME=$home XDG_STATE_HOME=$home/state
  mkdir -p "$home/blocks" "$home/first"
  # The notebook that stands at the forge already.
  git config --global init.defaultBranch main
  git config --global user.name Anne && git config --global user.email anne@example.org
  (cd "$home/first" && cafe -q init --department 47 --language en >/dev/null 2>&1
    mkdir -p partners && printf 'name: CCAS de Fumel\nkind: ccas-cias\nsummary: Aide.\nthemes: [logement]\nterritory: [Fumel]\nphones:\n  - {number: "05 36 49 00 01", label: accueil}\n' >partners/ccas-fumel.yaml
    git add -A && git commit -qm one)
  git init -q --bare "$home/hub.git"
  git -C "$home/first" push -q "$home/hub.git" main
  git config --global --unset user.name
  git config --global "url.$home/hub.git.insteadOf" https://forge.example.org/cafe-partenaires/carnet.git
  blocks "$source/docs/$page.md" "$home/blocks"
  cd "$home" || exit 1
  for block in "$home"/blocks/*; do
    name="$page, block $(basename "$block")"
    first=$(head -n 1 "$block")
    tail -n +2 "$block" >"$home/block"
    case $block in
      *.yaml)
        mkdir -p "$(dirname "$first")" && cp "$home/block" "$first"
        git add -A && git diff --cached --quiet || git commit -qm "$first"
        ;;
      *.console)
        # The stories compare what is printed; here it is done, so that what follows has it.
        grep '^\$ cafe' "$home/block" | grep -v 'dry-run' | sed 's/^\$ //' >"$home/run"
        bash "$home/run" >"$home/out" 2>&1 || true
        ;;
      *.sh)
        # What the page says of a conflict needs one.
        if grep -q 'cafe resolve' "$home/block"; then
          colleague
          cafe -q set ccas-fumel "phones.0.number=05 36 49 00 05" --commit
          cafe sync >"$home/out" 2>&1
          if [ $? -eq 5 ]; then passed=$((passed + 1)); else
            failed=$((failed + 1)) && echo "FAILED: $name: the conflict" && tail -n 5 "$home/out"
          fi
          sed -i "s/^cafe resolve$/printf 'h\\\\ni\\\\n' | script -qec 'cafe resolve' \/dev\/null/" "$home/block"
        fi
        # A block may lead into a folder, where the next ones run.
        printf 'set -e\n' | cat - "$home/block" >"$home/run"
        printf 'pwd >"%s/where"\n' "$home" >>"$home/run"
        if bash "$home/run" >"$home/out" 2>&1; then
          passed=$((passed + 1))
          cd "$(cat "$home/where")" || exit 1
        else
          failed=$((failed + 1))
          echo "FAILED: $name"
          tail -n 15 "$home/out"
        fi
        ;;
    esac
  done
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
