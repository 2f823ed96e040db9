#include "init_clone.hpp"

#include <utility>
#include <vector>

#include "base/text.hpp"
#include "git/clone.hpp"
#include "git/snapshot.hpp"
#include "notebook.hpp"
#include "store/layout.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> clone_ready{"ce clone réunira les fiches champ par champ",
                               "this clone will merge records field by field"};
constexpr Phrase<std::string> added_to{"{} complété : à enregistrer dans git", "{} completed: commit it to git"};
constexpr Phrase<> first_commit_made{"premier enregistrement fait", "first commit made"};
constexpr Phrase<std::string> no_first_commit{"premier enregistrement pas encore fait : {}",
                                              "first commit not made yet: {}"};
constexpr Phrase<> say_who{"dire à git qui vous êtes, puis : git add . et git commit -m \"Début du carnet\"",
                           "tell git who you are, then: git add . and git commit -m \"Start of the notebook\""};

constexpr std::string_view attributes_file = ".gitattributes";
constexpr std::string_view ignore_text = "# cafe init\n.DS_Store\nThumbs.db\n*~\n*.swp\n.cafe-*.tmp\n*.yaml.cafe\n";

std::string attributes_text(Lang lang) {
    constexpr model::Label comment{"# Les fiches se réunissent champ par champ (cafe init dans chaque clone).",
                                   "# Records are merged field by field (cafe init in each clone)."};
    return std::string(comment.in(lang)) + "\n" + std::string(git::attributes_line) + "\n" +
           std::string(git::memory_attributes) + "\n";
}

}  // namespace

Result<Done> add_git_files(World& world, const std::string& folder, Lang lang, store::Changes& changes) {
    for (auto& [path, text] : std::vector<std::pair<std::string, std::string>>{
             {std::string(attributes_file), attributes_text(lang)}, {".gitignore", std::string(ignore_text)}}) {
        const auto there = world.disk.info(path::join(folder, path));
        if (!there) return there.error();
        if (!*there) changes.push_back({path, std::nullopt, text});
    }
    return Done{};
}

Result<Done> make_first_commit(World& world, const git::Repository& repository, const std::string& folder,
                               const store::Changes& changes) {
    const auto head = git::commit_id(world.process, repository, "HEAD");
    if (!head) return head.error();
    if (*head) return Done{};
    std::vector<std::string> add{"add", "--"};
    for (const store::FileChange& change : changes)
        add.push_back(":(top,literal)" + git::path_in_repository(repository, folder, change.path));
    if (const auto added = git::ask(world.process, repository, add); !added) return added.error();
    constexpr model::Label message{"Début du carnet", "Start of the notebook"};
    const auto made_commit =
        git::run(world.process, repository,
                 {"commit", "--quiet", "--no-verify", "--no-gpg-sign", "-m", std::string(message.in(world.lang))});
    if (!made_commit) return made_commit.error();
    if (made_commit->code == 0) {
        world.say(first_commit_made());
        return Done{};
    }
    const std::string said(text::trim(made_commit->err));
    world.say(no_first_commit(said.substr(0, said.find('\n'))));
    world.say(say_who());
    return Done{};
}

Result<bool> prepare_clone(World& world, const std::string& folder, bool dry_run) {
    const auto repository = git::find(world.disk, folder);
    if (!repository) return repository.error();
    if (!*repository) return false;
    bool done = false;
    const auto ready = git::is_set_up(world.process, **repository);
    if (!ready) return ready.error();
    if (!*ready) {
        if (!dry_run)
            if (const auto set = git::set_up(world.process, **repository); !set) return set.error();
        world.say(clone_ready());
        done = true;
    }
    if (git::asks_for_merge(world.disk, **repository, folder)) return done;
    const std::string path = path::join((*repository)->top, std::string(attributes_file));
    const auto there = world.disk.info(path);
    if (!there) return there.error();
    std::string text;
    if (*there) {
        auto bytes = world.disk.read(path, store::largest_record);
        if (!bytes) return bytes.error();
        text = std::move(*bytes);
    }
    if (!dry_run) {
        const auto state = state_folder(world, (*repository)->top);
        if (!state) return state.error();
        std::string after = text;
        if (!after.empty() && !after.ends_with('\n')) after += '\n';
        after += attributes_text(world.lang);
        const auto written =
            store::commit(world.disk, {(*repository)->top, *state},
                          {{std::string(attributes_file), *there ? std::optional(text) : std::nullopt, after}});
        if (!written) return written.error();
    }
    world.say(added_to(std::string(attributes_file)));
    return true;
}

}  // namespace cafe::cmd
