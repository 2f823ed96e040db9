#include "resolve_files.hpp"

#include "base/utf8.hpp"
#include "git/unmerged.hpp"
#include "merge/shown.hpp"
#include "store/layout.hpp"

namespace cafe::cmd {

namespace {

// "Anne, 6 novembre 2026"; empty when git does not say.
std::string who_and_when(World& world, const git::Repository& repository, const std::string& commit,
                         const std::string& whole) {
    const auto change = git::last_change(world.process, repository, commit, whole);
    if (!change) return "";
    const auto day = Date::parse(change->date);
    return utf8::printable(change->author) + ", " + (day ? plain_date(*day).in(world.lang) : change->date);
}

}  // namespace

Result<std::vector<Open>> open_files(World& world, const git::Repository& repository, const std::string& root) {
    auto unmerged = git::unmerged(world.process, repository);
    if (!unmerged) return unmerged.error();
    std::vector<Open> files;
    for (git::Unmerged& file : *unmerged)
        if (const auto path = git::path_in_notebook(repository, root, file.path))
            files.push_back({file.path, *path, std::move(file.base), std::move(file.ours), std::move(file.theirs)});
    return files;
}

merge::Conflict shown(const Open& file, merge::Conflict conflict) {
    const auto ref = store::ref_at(file.path);
    if (!ref || !merge::hides_address({file.base, file.ours, file.theirs}, ref->kind)) return conflict;
    return merge::without_address(std::move(conflict));
}

merge::Merge merged(const Open& file, const std::vector<merge::Choice>& choices) {
    const merge::Texts texts{file.base ? std::string_view(*file.base) : "",
                             file.ours ? std::string_view(*file.ours) : "",
                             file.theirs ? std::string_view(*file.theirs) : ""};
    const auto ref = store::ref_at(file.path);
    return ref ? merge::merge(texts, file.path, ref->kind, choices) : merge::merge_plain(texts);
}

Writers writers_of(World& world, const git::Repository& repository, const std::string& whole) {
    Writers writers{who_and_when(world, repository, "HEAD", whole), ""};
    for (const auto* other : {"MERGE_HEAD", "REBASE_HEAD", "CHERRY_PICK_HEAD", "refs/stash"}) {
        writers.there = who_and_when(world, repository, other, whole);
        if (!writers.there.empty()) break;
    }
    return writers;
}

}  // namespace cafe::cmd
