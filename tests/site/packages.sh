# Shared by browser.sh and pictures.sh, run in the project's folder: the packages of package.json, pinned, in the build
# folder.
site_packages() {
  local folder=$1/site-tests
  export CAFE_NODE_MODULES=$folder/node_modules
  cmp -s tests/site/package-lock.json "$folder/package-lock.json" && [ -d "$CAFE_NODE_MODULES" ] && return 0
  mkdir -p "$folder"
  cp tests/site/package.json tests/site/package-lock.json "$folder/"
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1) || {
    cat "$folder/npm.log"
    rm -f "$folder/package-lock.json"
    return 1
  }
}
