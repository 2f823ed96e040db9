#include "git/git.hpp"

#include <string_view>

#include "base/hash.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::git {

namespace {

constexpr std::size_t largest_pointer = 8192;  // a `.git` file is one line with a path

Result<std::string> absolute(Disk& disk, const std::string& folder) {
    const auto current = disk.current_folder();
    if (!current) return current.error();
    return path::normal(path::join(*current, folder));
}

/// The folder that `.git` in `top` is or points to; nothing when it is no repository.
Result<std::optional<std::string>> git_folder(Disk& disk, const std::string& top) {
    constexpr std::string_view pointer = "gitdir: ";
    std::string folder = path::join(top, ".git");
    const auto info = disk.info(folder);
    if (!info) return info.error();
    if (!info->has_value()) return std::optional<std::string>();
    if (info->value().kind == FileKind::file) {
        const auto text = disk.read(folder, largest_pointer);
        if (!text) return text.error();
        if (!text->starts_with(pointer)) return std::optional<std::string>();
        folder = path::normal(path::join(top, text::trim(std::string_view(*text).substr(pointer.size()))));
    }
    const auto head = disk.info(path::join(folder, "HEAD"));
    if (!head) return head.error();
    return head->has_value() ? std::optional(folder) : std::nullopt;
}

const Words& install_git() {
    static const Words remedy{
        "installez git (https://git-scm.com), ou créez le carnet sans historique : cafe init --no-git",
        "install git (https://git-scm.com), or make the notebook without history: cafe init --no-git"};
    return remedy;
}

/// Whether "git version 2.39.5 (Apple Git-154)" says at least 2.28, the first with `init -b`.
bool is_recent(std::string_view version) {
    const auto words = text::words(version);
    if (words.size() < 3) return false;
    const auto numbers = text::split(words[2], '.');
    if (numbers.size() < 2) return false;
    const auto major = text::to_integer(numbers[0]);
    const auto minor = text::to_integer(numbers[1]);
    return major && minor && (*major > 2 || (*major == 2 && *minor >= 28));
}

Result<Done> check_version(Process& process) {
    constexpr Phrase<std::string> too_old{"git est trop ancien ({}) : il faut la version 2.28 ou une plus récente",
                                          "git is too old ({}): version 2.28 or later is needed"};
    const auto finished = process.run({"git", "--version"}, "", "");
    if (!finished) return Error{ErrorKind::environment, finished.error().message, install_git()};
    if (is_recent(finished->out)) return Done{};
    const std::string said(text::trim(finished->out));
    return Error{ErrorKind::environment, too_old(utf8::printable(said)), install_git()};
}

}  // namespace

Result<std::optional<Repository>> find(Disk& disk, const std::string& folder) {
    const auto start = absolute(disk, folder);
    if (!start) return start.error();
    for (std::string here = *start;; here = path::parent(here)) {
        auto found = git_folder(disk, here);
        if (!found) return found.error();
        if (found->has_value()) return std::optional(Repository{here, **found});
        if (here == "/" || here.empty()) return std::optional<Repository>();
    }
}

Result<std::string> state_folder(Disk& disk, const std::string& root, const std::string& user_state) {
    const auto notebook = absolute(disk, root);
    if (!notebook) return notebook.error();
    const auto repository = find(disk, *notebook);
    if (!repository) return repository.error();
    if (!repository->has_value()) return path::join(user_state, fingerprint(*notebook));
    const std::string state = path::join((*repository)->folder, "cafe");
    // Two notebooks in one repository must not take each other's journal for their own.
    const std::string& top = (*repository)->top;
    return *notebook == top ? state : path::join(state, fingerprint(notebook->substr(top.size())));
}

std::vector<std::string> command(const std::vector<std::string>& arguments) {
    std::vector<std::string> whole{
        "git", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "protocol.ext.allow=never"};
    whole.insert(whole.end(), arguments.begin(), arguments.end());
    return whole;
}

Result<Done> make_repository(Process& process, const std::string& folder) {
    constexpr Phrase<std::string, std::string> refused{"git n'a pas pu créer de dépôt dans {} : {}",
                                                       "git could not make a repository in {}: {}"};
    if (auto recent = check_version(process); !recent) return recent;
    const auto finished = process.run(command({"init", "--quiet", "-b", "main", "--", folder}), "", "");
    if (!finished) return finished.error();
    if (finished->code == 0) return Done{};
    const std::string said(text::trim(finished->err));
    return Error{ErrorKind::environment, refused(utf8::printable(folder), utf8::printable(said)), {}};
}

}  // namespace cafe::git
