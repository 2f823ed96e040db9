#!/usr/bin/env bash
# What one question costs: question.sh BUILD [N], a notebook of 300 fiches without N. Prints a Markdown table: processor
# seconds (user and system, the median of thirty runs on one core, the least of them beside) and, where valgrind is
# installed, millions of instructions, which a busy machine does not change. Nothing is asserted.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=$(cd "$1" && pwd)
count=${2:-300}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CAFE_TODAY=2026-11-23 LC_ALL=C HOME=$work
# The notebook of run.sh, made by the same program.
g++ -std=c++20 -O1 tests/bench/make_notebook.cpp -lfmt -o "$work/make_notebook"
"$work/make_notebook" "$work/notebook" "$work/hugo" "$count"
cd "$work/notebook"

cat >"$work/cost.py" <<'PYTHON'
import os, resource, statistics, subprocess, sys
program, words = sys.argv[1], sys.argv[2:]
os.sched_setaffinity(0, {0})
costs = []
for _ in range(30):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    costs.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
print(f"{statistics.median(costs) * 1000:.1f} | {min(costs) * 1000:.1f}")
PYTHON
instructions() {
  command -v valgrind >/dev/null || { echo "-"; return; }
  { valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null || true; } |
    awk '/Collected/ { printf "%.1f\n", $4 / 1e6 }'
}
echo "| $count fiches | processor, ms | least, ms | instructions, millions |"
echo "|---|---:|---:|---:|"
while IFS= read -r question; do
  echo "| \`cafe $question\` | $(eval "python3 '$work/cost.py' '$build/cafe' $question") | $(eval "instructions '$build/cafe' $question") |"
done <<'QUESTIONS'
--version
list partners --count
find logement
find "qui s'occupe du logement à Fumel"
find "mon frigo est vide et je ne touche plus rien depuis deux mois"
find "aide pour les factures d'electrissité à Fumel"
QUESTIONS
