#include "init_hook.hpp"

#include "base/text.hpp"
#include "git/git.hpp"
#include "git/snapshot.hpp"
#include "model/field.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> hook_made{"git vérifiera les fiches avant chaque enregistrement : {}",
                                        "git will check the records before each commit: {}"};
constexpr Phrase<std::string> hook_stands{"{} vérifie déjà les fiches : rien à faire",
                                          "{} already checks the records: nothing to do"};
constexpr Phrase<std::string> other_hook{"{} existe déjà et n'est pas touché",
                                         "{} is already there and is not touched"};
constexpr Phrase<std::string> add_line{"y ajouter cette ligne : {}", "add this line to it: {}"};
constexpr Phrase<std::string> no_repository{"{} n'est pas dans un dépôt git : pas de vérification à y poser",
                                            "{} is not in a git repository: there is no commit to check"};
constexpr Phrase<> make_repository_first{"git init, puis cafe init --hook", "git init, then cafe init --hook"};
constexpr Phrase<std::string> would_make{"créerait {}", "would make {}"};

// For the shell of git: nothing in it means anything but itself.
std::string shell_quoted(const std::string& word) {
    return "'" + text::replace_all(word, "'", "'\\''") + "'";
}

std::string hook_line(const std::string& folder_in_repository) {
    return folder_in_repository.empty() ? "cafe check --staged"
                                        : "cafe -C " + shell_quoted(folder_in_repository) + " check --staged";
}

// Without cafe in the way, as for a colleague who has only git, nothing is checked and that is said.
std::string hook_text(const std::string& line, Lang lang) {
    constexpr model::Label comment{"# Posé par « cafe init --hook ». Passer outre, une fois : git commit --no-verify",
                                   "# Put here by 'cafe init --hook'. To pass over it once: git commit --no-verify"};
    constexpr model::Label missing{"cafe n'est pas installé ici : fiches non vérifiées",
                                   "cafe is not installed here: records not checked"};
    return "#!/bin/sh\n" + std::string(comment.in(lang)) + "\nif ! command -v cafe >/dev/null 2>&1; then\n  echo " +
           shell_quoted(std::string(missing.in(lang))) + " >&2\n  exit 0\nfi\nexec " + line + "\n";
}

}  // namespace

Result<Done> make_hook(World& world, const std::string& folder, bool dry_run) {
    constexpr std::size_t largest_hook = 1024 * 1024;
    const auto repository = git::find(world.disk, folder);
    if (!repository) return repository.error();
    if (!*repository) return Error{ErrorKind::usage, no_repository(folder), make_repository_first()};
    const auto hooks = git::hooks_folder(world.process, **repository);
    if (!hooks) return hooks.error();
    const std::string path = path::join(*hooks, "pre-commit");
    const std::string& top = (*repository)->top;
    const std::string line = hook_line(folder == top ? "" : folder.substr(top == "/" ? 1 : top.size() + 1));
    const auto there = world.disk.info(path);
    if (!there) return there.error();
    if (*there) {
        const auto text = world.disk.read(path, largest_hook);
        if (text && text->find(line) != std::string::npos) {
            world.say(hook_stands(path));
            return Done{};
        }
        return Error{ErrorKind::conflict, other_hook(path), add_line(line)};
    }
    if (dry_run) {
        world.out << would_make(path).in(world.lang) << '\n';
        return Done{};
    }
    if (const auto ready = world.disk.make_folder(*hooks); !ready) return ready.error();
    if (const auto written = world.disk.create(path, hook_text(line, world.lang), 0755); !written)
        return written.error();
    world.say(hook_made(path));
    return Done{};
}

}  // namespace cafe::cmd
