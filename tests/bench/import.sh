#!/bin/bash
# What importing N rows against N fiches costs: tests/bench/import.sh BUILD [N]
# Prints processor seconds and the most memory of the first import (all rows new), of one that changes every telephone,
# and of one that changes nothing.
set -euo pipefail
build=$(realpath "${1:?the build folder}")
n=${2:-10000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf 'name: Mesure\ndepartments: ["47"]\n' >cafe.yaml
python3 - "$n" <<'PY'
import sys
n = int(sys.argv[1])
towns = [("Fumel", "47500"), ("Agen", "47000"), ("Villeneuve-sur-Lot", "47300"), ("Marmande", "47200"), ("Nérac", "47600")]
kinds = ["Association", "Atelier", "Centre social", "Permanence", "Maison"]
for name, shift in (("liste", 0), ("liste-2", 1)):
    with open(name + ".csv", "w", encoding="utf-8") as out:
        out.write("id;nom;adresse;cp;ville;telephone;courriel;site\n")
        for i in range(n):
            town, code = towns[i % len(towns)]
            number = f"05 36 {(i // 10000 + shift) % 100:02d} {i // 100 % 100:02d} {i % 100:02d}"
            out.write(f"{i};{kinds[i % 5]} numéro {i};{i % 300} rue de la {kinds[i // 5 % 5]} {i // 300};{code};{town};"
                      f"{number};accueil{i}@lieu{i}.example.org;http://lieu{i}.example.org\n")
PY
cost() {
  echo -n "$1: "
  /usr/bin/env time -f '%U + %S s of processor, %M KiB' "$build/cafe" -q import liste.csv >/dev/null 2>cost || true
  tail -1 cost
}
"$build/cafe" -q import liste.csv || true
cost "first import, $n rows"
cp liste-2.csv liste.csv
cost "every telephone changed"
cost "nothing changed"
