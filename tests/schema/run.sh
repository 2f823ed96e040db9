#!/usr/bin/env bash
# The schemas of `cafe schema` under an independent validator (Debian's python3-jsonschema), beside `check`, and through
# the real yaml-language-server, which npm installs in BUILD: run.sh BUILD
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/setup.sh
build=$1
server=$build/yaml-language-server
version=1.15.0
if [ ! -e "$server/node_modules/yaml-language-server/package.json" ]; then
  # Some builds of Node.js bring npm along, and Debian's package would drive those out.
  command -v npm >/dev/null 2>&1 || need npm
  mkdir -p "$server"
  npm install --prefix "$server" --no-audit --no-fund --ignore-scripts --silent "yaml-language-server@$version" >"$server/npm.log" 2>&1 ||
    npm ping >/dev/null 2>&1 || export NO_REGISTRY=yes
fi
/usr/bin/python3 tests/schema/compare.py "$build/cafe" "$server"
