#include "init_ci.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"
#include "git/git.hpp"
#include "notebook.hpp"
#include "store/changes.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> where_from{"--ci demande d'où construire cafe", "--ci needs to know where to build cafe from"};
constexpr Phrase<> write_from{"--from https://exemple.org/cafe.git@COMMIT, avec les 40 signes du commit",
                              "--from https://example.org/cafe.git@COMMIT, with the 40 signs of the commit"};

// @ADDRESS@ and @COMMIT@ are filled in. What is printed are codes and places: no value of a record.
constexpr std::string_view github =
    R"(# Written by cafe init --ci github. Checks each change and each merge; prints codes, no record.
name: cafe
on:
  push: {branches: [main]}
  pull_request: {types: [opened, synchronize, reopened, closed]}
permissions: {contents: read}
env:
  CAFE_FROM: "@ADDRESS@"
  CAFE_COMMIT: "@COMMIT@"
jobs:
  check:
    runs-on: ubuntu-latest
    container: debian:12
    defaults: {run: {shell: bash}}
    steps:
      - run: apt-get update -q && apt-get install -yq --no-install-recommends @PACKAGES@
      - uses: actions/checkout@v4
        with: {fetch-depth: 0, persist-credentials: false}
      - id: built
        uses: actions/cache@v4
        with: {path: /opt/cafe, key: "cafe-@COMMIT@"}
      - if: steps.built.outputs.cache-hit != 'true'
        run: |
@BUILD@
      - run: git config --global --add safe.directory "$GITHUB_WORKSPACE"
      - name: the records
        run: |
          set -o pipefail
@CHECK@
      - name: the merge
        if: github.event.action != 'closed'
        run: |
          if git rev-parse --quiet --verify HEAD^2 >/dev/null; then /opt/cafe/bin/cafe check --merge HEAD --json >/dev/null; fi
      - name: the squash or rebase of this request
        if: github.event.action == 'closed' && github.event.pull_request.merged
        env:
          RESULT: ${{ github.event.pull_request.merge_commit_sha }}
          SOURCE: ${{ github.event.pull_request.head.sha }}
          COUNT: ${{ github.event.pull_request.commits }}
        run: |
@SQUASH@
      - name: the public edition
        run: /opt/cafe/bin/cafe -q publish -o "$RUNNER_TEMP/site"
      - if: github.event_name == 'push'
        uses: actions/upload-artifact@v4
        with: {name: site, path: "${{ runner.temp }}/site"}
)";

constexpr std::string_view gitlab =
    R"(# Written by cafe init --ci gitlab. Checks each change and each merge; prints codes, no record.
image: debian:12
variables:
  GIT_DEPTH: "0"
  CAFE_FROM: "@ADDRESS@"
  CAFE_COMMIT: "@COMMIT@"
cache:
  key: "cafe-@COMMIT@"
  paths: [.cafe-built/]
check:
  script:
    - apt-get update -q && apt-get install -yq --no-install-recommends @PACKAGES@
    - |
      if [ ! -x .cafe-built/bin/cafe ]; then
@BUILD@
        cp -r /opt/cafe .cafe-built
      fi
      mkdir -p /opt && cp -r .cafe-built /opt/cafe 2>/dev/null || true
    - git config --global --add safe.directory "$CI_PROJECT_DIR"
    - |
      set -o pipefail
@CHECK@
    - if git rev-parse --quiet --verify HEAD^2 >/dev/null; then /opt/cafe/bin/cafe check --merge HEAD --json >/dev/null; fi
    - |
      if [ -n "$CI_MERGE_REQUEST_DIFF_BASE_SHA" ] && [ "$CI_MERGE_REQUEST_EVENT_TYPE" = merged_result ]; then
        /opt/cafe/bin/cafe check --merge "$CI_MERGE_REQUEST_DIFF_BASE_SHA..$CI_MERGE_REQUEST_TARGET_BRANCH_SHA" "$CI_MERGE_REQUEST_SOURCE_BRANCH_SHA" --json >/dev/null
      fi
    - /opt/cafe/bin/cafe -q publish -o site
  artifacts:
    paths: [site/]
)";

// What tests/setup.sh needs to build, and what the job itself needs; a test compares the two.
constexpr std::string_view packages =
    "ca-certificates git g++ cmake ninja-build libcli11-dev libyaml-cpp-dev libfmt-dev libutf8proc-dev "
    "libcmark-gfm-dev libcmark-gfm-extensions-dev libqrencode-dev libsqlite3-dev libxlsxwriter-dev libcrypt-dev "
    "nettle-dev liborcus-dev libboost-filesystem-dev libboost-iostreams-dev zlib1g-dev nlohmann-json3-dev "
    "libjemalloc-dev esbuild";

constexpr std::string_view build = R"(git clone -q "$CAFE_FROM" /tmp/cafe && git -C /tmp/cafe checkout -q "$CAFE_COMMIT"
cmake -S /tmp/cafe -B /tmp/cafe/build -G Ninja -DCMAKE_BUILD_TYPE=Release -DCAFE_TESTS=OFF
cmake --build /tmp/cafe/build --target cafe
mkdir -p /opt/cafe/bin && cp /tmp/cafe/build/cafe /opt/cafe/bin/)";

constexpr std::string_view check =
    R"(/opt/cafe/bin/cafe check --format short | sed -E 's/^([^:]*:[0-9]+:[0-9]+: [a-z]+\[[A-Z0-9]+\]).*/\1/')";

// A squash and a rebase have one parent: base, target and source are worked out. A rebase keeps author, day and subject
// of the last commit, and makes as many commits as there were; a squash makes one.
constexpr std::string_view squash = R"sh(git checkout -q "$RESULT" && git fetch -q origin "$SOURCE"
if git rev-parse --quiet --verify HEAD^2 >/dev/null; then exit 0; fi
target=HEAD^
if [ "$(git log -1 --format=%an%at%s HEAD)" = "$(git log -1 --format=%an%at%s "$SOURCE")" ]; then target=HEAD~$COUNT; fi
/opt/cafe/bin/cafe check --merge "$(git merge-base "$target" "$SOURCE")..$target" "$SOURCE" --json >/dev/null)sh";

std::string indented(std::string_view lines, std::size_t blanks) {
    std::string out;
    for (const std::string_view line : text::split(lines, '\n')) {
        if (!out.empty()) out += '\n';
        out += std::string(blanks, ' ') + std::string(line);
    }
    return out;
}

bool is_plain_address(std::string_view address) {
    constexpr std::string_view begin = "https://";
    return address.starts_with(begin) && address.size() > begin.size() &&
           std::all_of(address.begin(), address.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      std::string_view(":/._-~").find(c) != std::string_view::npos;
           });
}

bool is_commit(std::string_view id) {
    constexpr std::size_t whole = 40;
    return id.size() == whole && id.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

Result<CiFile> ci_file(const std::string& forge, const std::string& from) {
    const std::size_t at = from.rfind('@');
    if (at == std::string::npos || !is_plain_address(std::string_view(from).substr(0, at)) ||
        !is_commit(std::string_view(from).substr(at + 1)))
        return Error{ErrorKind::usage, where_from(), write_from()};
    const bool hub = forge == "github";
    constexpr std::size_t of_hub = 10;
    constexpr std::size_t of_lab = 6;
    std::string text(hub ? github : gitlab);
    text = text::replace_all(text, "@ADDRESS@", from.substr(0, at));
    text = text::replace_all(text, "@COMMIT@", from.substr(at + 1));
    text = text::replace_all(text, "@PACKAGES@", packages);
    text = text::replace_all(text, "@BUILD@", indented(build, hub ? of_hub : of_lab + 2));
    text = text::replace_all(text, "@SQUASH@", indented(squash, of_hub));
    text = text::replace_all(text, "@CHECK@", indented(check, hub ? of_hub : of_lab));
    return CiFile{hub ? ".github/workflows/cafe.yml" : ".gitlab-ci.yml", std::move(text)};
}

Result<int> write_ci(World& world, const Arguments& arguments, const std::string& folder) {
    constexpr Phrase<std::string> stands{"{} existe déjà et n'est pas touché", "{} stands already and is not touched"};
    constexpr Phrase<std::string> written{"{} écrit : à enregistrer dans git", "{} written: commit it to git"};
    const auto file = ci_file(arguments.value("--ci"), arguments.value("--from"));
    if (!file) return file.error();
    const auto repository = git::find(world.disk, folder);
    if (!repository) return repository.error();
    const std::string top = *repository ? (*repository)->top : folder;
    const auto there = world.disk.info(path::join(top, file->path));
    if (!there) return there.error();
    if (*there) return Error{ErrorKind::conflict, stands(file->path), {}};
    if (arguments.has("--dry-run")) {
        world.out << file->text;
        return 0;
    }
    const auto state = state_folder(world, top);
    if (!state) return state.error();
    const auto done = store::commit(world.disk, {top, *state}, {{file->path, std::nullopt, file->text}});
    if (!done) return done.error();
    world.say(written(file->path));
    return 0;
}

}  // namespace cafe::cmd
