#!/usr/bin/env bash
# The Debian package, package.sh BUILD: made by cpack, looked at by lintian, then used from a root of its own. Ends with
# "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/setup.sh
need build package
build=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
check() {
  if [ "$2" = "$3" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "$1: $2, not $3"
  fi
}
(cd "$work" && cpack -G DEB --config "$build/CPackConfig.cmake") >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
package=$(ls "$work"/*.deb)
check "lintian" "$(lintian --fail-on error,warning "$package" 2>&1 | grep -E '^[EW]:' || true)" ""
dpkg-deb -x "$package" "$work/root"
check "its version" "$("$work/root/usr/bin/cafe" --version)" "cafe $(dpkg-deb -f "$package" Version)"
check "no program is missing a library" "$(ldd "$work/root/usr/bin/cafe" | grep -c 'not found' || true)" 0
for file in share/man/man1/cafe.1.gz share/man/fr/man1/cafe.1.gz share/bash-completion/completions/cafe \
  share/zsh/vendor-completions/_cafe share/fish/vendor_completions.d/cafe.fish share/doc/cafe/copyright share/doc/cafe/changelog.gz; do
  check "$file" "$([ -s "$work/root/usr/$file" ] && echo there)" there
done
check "a page of the manual" "$(man -l "$work/root/usr/share/man/man1/cafe.1.gz" 2>&1 | grep -c . | awk '{ print ($1 > 20) }')" 1
mkdir "$work/notebook"
"$work/root/usr/bin/cafe" -C "$work" init notebook/own --department 47 --example --no-git >/dev/null 2>&1
check "a notebook" "$(cd "$work/notebook/own" && "$work/root/usr/bin/cafe" list --jsonl | wc -l)" 2
echo "$(basename "$package"), $(du -k "$package" | cut -f1) KB: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
