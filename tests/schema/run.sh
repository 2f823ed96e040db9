#!/usr/bin/env bash
# The schemas of `cafe schema` under an independent validator (Debian's python3-jsonschema), and beside `check`:
# run.sh BUILD. With npm at hand also through the real yaml-language-server, installed in BUILD.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=$1
server=$build/yaml-language-server
version=1.15.0
if command -v npm >/dev/null 2>&1 && [ ! -e "$server/node_modules/yaml-language-server" ]; then
  mkdir -p "$server"
  (cd "$server" && timeout 120 npm install --no-audit --no-fund --silent "yaml-language-server@$version") >/dev/null 2>&1 ||
    true
fi
/usr/bin/python3 tests/schema/compare.py "$build/cafe" "$server"
