#!/usr/bin/env bash
# The built binary on a pseudo-terminal: pager, colours, widths, progress, signals. terminal.sh BUILD-FOLDER
set -uo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-$here/build/test}
terminal=$build/cafe_terminal
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work CAFE_TODAY=2026-11-23 LC_ALL=C TERM=xterm
unset LANG LC_MESSAGES PAGER CAFE_PAGER LESS LESSCHARSET NO_COLOR CLICOLOR CLICOLOR_FORCE
mkdir -p "$work/bin"
ln -s "$build/cafe" "$work/bin/cafe"
# A pager that says how it was called.
cat >"$work/bin/show" <<'END'
#!/bin/sh
echo "called with: $* LESS=$LESS LESSCHARSET=$LESSCHARSET"
exec cat
END
# A pager that waits for its user at the terminal, like less.
cat >"$work/bin/wait" <<'END'
#!/bin/sh
trap : INT
cat
read -r answer </dev/tty
echo "pager left"
END
# One that takes over the terminal and is killed.
cat >"$work/bin/die" <<'END'
#!/bin/sh
stty raw -echo </dev/tty
kill -KILL $$
END
chmod +x "$work/bin/"*
export PATH=$work/bin:$PATH
cp -r "$here/examples/fumel" "$work/fumel"
mkdir -p "$work/wide/partners"
cat >"$work/wide/cafe.yaml" <<'END'
language: en
departments: ["47"]
END
printf 'name: "He\xcc\x81le\xcc\x80ne, fiche de\xcc\x81compose\xcc\x81e d\xe2\x80\x99ici"\nkind: caf\nthemes: [logement]\nterritory: [Fumel]\n' >"$work/wide/partners/nfd.yaml"
printf 'name: "東京の相談窓口と支援センター"\nkind: caf\nthemes: [logement]\nterritory: [Fumel]\n' >"$work/wide/partners/kanji.yaml"
printf 'name: "☕ 🎉 Café des familles"\nkind: caf\nthemes: [logement]\nterritory: [Agen]\n' >"$work/wide/partners/emoji.yaml"
cd "$work/fumel"

passed=0
failed=0
# screen TITLE ARGUMENTS-OF-cafe_terminal, the expected screen on standard input. A line … stands for any lines.
screen() {
  local title=$1 wanted got
  shift
  wanted=$(cat)
  got=$("$terminal" "$@" 2>&1)
  if matches "$wanted" "$got"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $title"
    diff <(echo "$wanted") <(echo "$got") | sed 's/^/  /'
  fi
}
matches() {
  local pattern="" line
  while IFS= read -r line; do
    if [ "$line" = … ]; then pattern+="*"; else pattern+=$(sed 's/[][*?\\]/\\&/g' <<<"$line")$'\n'; fi
  done <<<"$1"
  # shellcheck disable=SC2053
  [[ $2$'\n' == $pattern ]]
}
# holds TITLE COMMAND: a shell text that must succeed.
holds() {
  if bash -c "set -euo pipefail; $2" >"$work/log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $1"
    sed 's/^/  | /' "$work/log"
  fi
}
export work terminal here

# ---- The pager -------------------------------------------------------------------------------------------------------

PAGER=show screen "an answer goes through PAGER, with LESS and LESSCHARSET where they are unset" 72x24 -- cafe list kind:caf <<'END'
called with:  LESS=FRX LESSCHARSET=utf-8
\e[1midentifiant  nom                    genre  territoire      téléphone\e[0m
caf-47       Caf de Lot-et-Garonne  Caf    Lot-et-Garonne  3230
END
LESS=-S PAGER="show -a 'b c'" screen "arguments of PAGER are given, LESS is left as it is" 72x24 -- cafe --color never list kind:caf <<'END'
called with: -a b c LESS=-S LESSCHARSET=utf-8
identifiant  nom                    genre  territoire      téléphone
caf-47       Caf de Lot-et-Garonne  Caf    Lot-et-Garonne  3230
END
CAFE_PAGER="LESS=X show" PAGER=die screen "CAFE_PAGER wins over PAGER, and may set variables" 72x24 -- cafe --color never list kind:caf --count <<'END'
called with:  LESS=X LESSCHARSET=utf-8
1
END
for none in "" cat; do
  CAFE_PAGER=$none PAGER=show screen "CAFE_PAGER='$none' means no pager" 72x24 -- cafe list kind:caf --count <<<1
done
PAGER=show screen "--no-pager means none" 72x24 -- cafe --no-pager list kind:caf --count <<<1
TERM=dumb PAGER=show screen "a dumb terminal has none" 72x24 -- cafe list kind:caf --count <<<1
PAGER="nosuchpager -x" screen "a pager that is missing: said, and the answer printed as it is" 72x24 -- cafe list kind:caf --count <<'END'
l'afficheur page à page ne peut pas être lancé : nosuchpager -x
1
END
PAGER="col | less" screen "a pager that needs a shell is not run" 72x24 -- cafe list kind:caf --count <<'END'
PAGER demande un interpréteur de commandes, que cafe ne lance pas : donner un programme et ses options
1
END
PAGER="head -n 1" screen "a pager that quits early breaks nothing" 72x24 -- cafe --color never list --fields id <<<id
PAGER=die screen "a pager that is killed leaves the terminal as it was" 72x24 -- cafe list <<<""
PAGER=show screen "the exit code is that of cafe, whatever the pager says" 72x24 -- cafe list siret:99 <<'END'
rien ne correspond (sur 65)
? 1
END
PAGER=show screen "where nothing is printed no pager starts" 72x24 -- cafe list knid:caf <<'END'
cafe: champ inconnu « knid »
  vouliez-vous dire « kind: » ?
? 2
END
PAGER=wait screen "what is said on stderr comes when the pager has ended" 72x24 --quiet-for 500 "\\n" -- cafe --lang en mail list --to kind:mairie --format emails <<'END'
mairie@cuzorn.example.org
…
pager left
1 left out (--why says who and why)
END
PAGER=show screen "help is paged" 72x24 -- sh -c 'cafe list --help | head -n 1; cafe help list' <<'END'
un tableau : partenaires, personnes, cafés, réunions, vocabulaire, territoires
called with:  LESS=FRX LESSCHARSET=utf-8
…
END
PAGER=show screen "a command that writes is not paged" 72x24 -- cafe -q publish -o ../site --format md --dry-run <<'END'
../site/index.md
…
END
# ---- Colours -----------------------------------------------------------------------------------------------------------

plain='1
identifiant  nom                    genre  territoire      téléphone
caf-47       Caf de Lot-et-Garonne  Caf    Lot-et-Garonne  3230'
coloured='1
\e[1midentifiant  nom                    genre  territoire      téléphone\e[0m
caf-47       Caf de Lot-et-Garonne  Caf    Lot-et-Garonne  3230'
line='cafe list kind:caf --count; cafe --no-pager list kind:caf'
colours() { screen "$1" 72x24 -- env CAFE_PAGER= ${2:-A=b} sh -c "$line" <<<"$3"; }
colours "a terminal gets colours" "" "$coloured"
colours "NO_COLOR takes them away" NO_COLOR=1 "$plain"
colours "NO_COLOR that is empty does not" NO_COLOR= "$coloured"
colours "CLICOLOR=0 takes them away" CLICOLOR=0 "$plain"
colours "a dumb terminal has none" TERM=dumb "$plain"
holds "CLICOLOR_FORCE gives them to a pipe, NO_COLOR wins over it, --color over both" '
  CLICOLOR_FORCE=1 cafe list kind:caf | grep -q $'"'\\e'"' && ! CLICOLOR_FORCE=0 cafe list kind:caf | grep -q $'"'\\e'"'
  ! NO_COLOR=1 CLICOLOR_FORCE=1 cafe list kind:caf | grep -q $'"'\\e'"'
  NO_COLOR=1 cafe --color always list kind:caf | grep -q $'"'\\e'"' && ! CLICOLOR_FORCE=1 cafe --color never list kind:caf | grep -q $'"'\\e'"''

# ---- Widths ------------------------------------------------------------------------------------------------------------

export CAFE_PAGER=
screen "accents in two parts, wide characters and emoji keep the columns straight" 60x24 -- cafe -C ../wide --color never list <<'END'
id     name                       kind      territory  phone
emoji  ☕ 🎉 Café des familles    Family …  Agen
kanji  東京の相談窓口と支援セン…  Family …  Fumel
nfd    Hélène, fiche décomposée…  Family …  Fumel
END
screen "and are cut between characters" 44x24 -- cafe -C ../wide --color never list <<'END'
id     name          kind   territory  phone
emoji  ☕ 🎉 Café …  Fami…  Agen
kanji  東京の相談…   Fami…  Fumel
nfd    Hélène, fic…  Fami…  Fumel
END
unset CAFE_PAGER

# ---- Signals -----------------------------------------------------------------------------------------------------------

screen "cafe qui alone asks for the question" 72x24 --when "? " "logement Fumel\n" -- cafe --no-pager qui --limit 1 --color never <<'END'
Que cherchez-vous ? logement Fumel
…
END
screen "Ctrl-C at the question ends it with 130, on a line of its own" 72x24 --when "? " "^C" -- cafe qui <<'END'
Que cherchez-vous ? ^C
? 130
END
screen "Ctrl-D at the question too leaves no half line" 72x24 --when "? " "^D" -- cafe qui <<'END'
Que cherchez-vous ? 
cafe: la question ne dit rien à chercher
  par exemple : cafe qui logement Fumel
? 2
END
screen "SIGTERM ends it as it ends any program" 72x24 --when "? " "kill:TERM" -- cafe qui <<'END'
Que cherchez-vous ? %
? killed by 15
END
holds "Ctrl-C is the pager's affair once it has the whole answer" '
  PAGER=wait "$terminal" 72x24 --when 1 "^C" --quiet-for 300 "\n" -- cafe list kind:caf --count >"$work/seen"
  tail -n 1 "$work/seen" | grep -q "pager left$" && ! grep -q "^?" "$work/seen"'
holds "a reader that goes away is no failure and is not talked about" '
  cafe list people --json 2>"$work/err" | head -n 1 >/dev/null; test ! -s "$work/err"'

# ---- Progress ----------------------------------------------------------------------------------------------------------

mkdir -p "$work/large/partners"
printf 'language: fr\ndepartments: ["47"]\n' >"$work/large/cafe.yaml"
# Large enough that reading it takes several half seconds on a fast machine too; the marker before each record calls for
# yaml-cpp's reading besides ours.
filling=$(for i in {1..120}; do echo "  - une mission parmi d'autres, la numéro $i de la liste"; done)
for i in {1..8000}; do
  printf -- '---\nname: Partenaire %s\nkind: association\nthemes: [logement]\nterritory: [Fumel]\nmissions:\n%s\n' "$i" "$filling" >"$work/large/partners/p-$i.yaml"
done
cd "$work/large"
export CAFE_PAGER=
holds "a long job shows how far it is, on one line, which is gone before the answer" '
  "$terminal" 60x24 -- cafe list --count >"$work/seen"
  grep -qE "^(\\\\rlecture des fiches : [0-9]+ sur 8001\\\\e\[K)+\\\\r\\\\e\[K8000$" "$work/seen"'
holds "nothing of it with -q, on a dumb terminal, or where stderr is no terminal" '
  test "$("$terminal" 60x24 -- cafe -q list --count)" = 8000
  test "$(TERM=dumb "$terminal" 60x24 -- cafe list --count)" = 8000
  test "$("$terminal" 60x24 -- sh -c "cafe list --count 2>../err")" = 8000 && test ! -s ../err'
holds "Ctrl-C in the midst of it: the line is gone, exit code 130" '
  "$terminal" 60x24 --when lecture "^C" -- cafe check >"$work/seen"
  tail -n 1 "$work/seen" | grep -qx "? 130" && head -n 1 "$work/seen" | grep -qE "\\\\r\\\\e\[K%?$"'
holds "Ctrl-C while pages are written leaves no temporary file, and the next run goes on" '
  "$terminal" 60x24 --when "écriture des pages" "^C" -- cafe publish -o ../pages >"$work/seen"
  tail -n 1 "$work/seen" | grep -qx "? 130"
  test -z "$(find ../pages -name ".cafe-*.tmp")" && cafe -q publish -o ../pages && test -f ../pages/index.html'
cd "$work/fumel"
unset CAFE_PAGER

# ---- Waiting for another command ---------------------------------------------------------------------------------------

mkdir -p "$work/busy" && git init -q "$work/busy" && mkdir -p "$work/busy/.git/cafe"
(exec 9>"$work/busy/.git/cafe/lock"; flock 9; sleep 2) &
screen "a lock that another command holds is waited for, with a word" 90x24 -- sh -c "sleep 0.3; cd '$work/busy' && cafe --lang en --no-input init . --department 47" <<'END'
another command is writing to this notebook: waiting, ten seconds at most…
…
END
wait

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
