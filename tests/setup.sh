# Shared by tests/run.sh and examples/run.sh: what the project needs from the system, and how it is configured.

# The packages of Debian and Ubuntu for a purpose.
packages_for() {
  case $1 in
    build) echo "g++ cmake ninja-build libcli11-dev libyaml-cpp-dev libfmt-dev libutf8proc-dev libcmark-gfm-dev libqrencode-dev libsqlite3-dev libxlsxwriter-dev libcrypt-dev nettle-dev liborcus-dev libboost-filesystem-dev libboost-iostreams-dev zlib1g-dev nlohmann-json3-dev libjemalloc-dev esbuild" ;;
    test) echo "doctest-dev clang libclang-rt-dev git git-filter-repo strace libfyaml-utils python3 python3-icalendar python3-vobject python3-recurring-ical-events python3-holidays libreoffice-calc-nogui chromium-headless-shell poppler-utils groff-base python3-jsonschema python3-openpyxl python3-yaml nodejs" ;;
    engines) echo "postgresql" ;;
    npm) echo "npm" ;;
    browser) echo "chromium firefox-esr zbar-tools fonts-liberation fonts-urw-base35 fonts-roboto-unhinted" ;;
    package) echo "dpkg-dev lintian man-db" ;;
    pictures) echo "poppler-utils" ;;
  esac
}

# Installs what is missing, with apt; elsewhere says exactly what to install and stops.
need() {
  local wanted=() missing=() package
  for purpose in "$@"; do wanted+=($(packages_for "$purpose")); done
  if ! command -v apt-get >/dev/null 2>&1; then
    local tool lacking=()
    for tool in cmake ninja c++ esbuild; do command -v "$tool" >/dev/null 2>&1 || lacking+=("$tool"); done
    [ ${#lacking[@]} -eq 0 ] && return 0
    {
      echo "This system has no apt. Please install, with its own package manager:"
      echo "  a C++20 compiler (g++ 12 or clang 14, or newer), CMake 3.25, Ninja, esbuild,"
      echo "  and the libraries CLI11, yaml-cpp, fmt, utf8proc, cmark-gfm, libqrencode, SQLite, libxlsxwriter, liborcus, nlohmann-json, libcrypt (libxcrypt), nettle and doctest, with their headers."
      echo "jemalloc is used where it is installed: every command is faster."
      echo "On Debian and Ubuntu they are: ${wanted[*]}"
    } >&2
    exit 4
  fi
  for package in "${wanted[@]}"; do
    # Node.js from elsewhere brings npm with it, which Debian's package would not stand beside.
    [ "$package" = npm ] && command -v npm >/dev/null 2>&1 && continue
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || {
      echo "These packages are missing; as root: apt-get install ${missing[*]}" >&2
      exit 4
    }
    root=(sudo)
  fi
  echo "Installing: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  "${root[@]}" apt-get update -qq
  "${root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# configure BUILD TYPE [OPTION…]
configure() {
  local build=$1 type=$2
  shift 2
  mkdir -p "$build"
  cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE="$type" "$@" >"$build/configure.log" 2>&1 || {
    cat "$build/configure.log" >&2
    exit 1
  }
}

# sanitized BUILD: the one build with clang for tests and fuzzers; two would compile the library twice.
sanitized() {
  configure "$1" Debug -DCAFE_WERROR=ON -DCAFE_SANITIZE=ON -DCAFE_FUZZ=ON -DCMAKE_CXX_COMPILER=clang++
}
