#!/usr/bin/env bash
# From a fresh machine to an answer: installs what is missing, builds cafe, asks, lists, publishes.
set -euo pipefail
cd "$(dirname "$0")/.."
top=$PWD
. tests/setup.sh

build=${CAFE_BUILD:-$top/build}
need build
echo "Building cafe (Release) in ${build#"$top"/}: about twenty minutes on two processors, five on eight …"
configure "$build" Release -DCAFE_TESTS=OFF
cmake --build "$build" --target cafe manual >"$build/build.log" 2>&1 || { tail -n 40 "$build/build.log"; exit 1; }
export PATH=$build:$PATH

# Shows a command as a person would type it, then runs it.
run() {
  printf '\n$ %s\n' "$1"
  bash -c "$1"
}

cd "$top/examples/fumel"
printf '\n$ cd examples/fumel\n'
run 'cafe check'
run 'cafe who handles housing in Fumel'
run "cafe qui \"s'occupe du logement à Fumel\""
run 'cafe mail list --to "touches:circo-fumel" --one-per partner'
run 'cafe publish -o ../../public/html --format html'
run 'cafe publish -o ../../public/md --format md'

cd "$top/examples/places"
printf '\n$ cd ../places\n'
run 'cafe who helps seniors with computers in Lyon --limit 3'
run 'cafe check --format short | tail -n 5'

printf '\nOpen this page in a browser / Ouvrir cette page dans un navigateur :\n  %s\n' "$top/public/html/index.html"
printf '\nTo have cafe in the path / Pour avoir cafe dans le chemin :\n  cmake --install %s --prefix ~/.local\n  export PATH="$HOME/.local/bin:$PATH"\n' "${build#"$top"/}"
