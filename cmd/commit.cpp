#include "commit.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "edit/difference.hpp"
#include "git/clone.hpp"
#include "model/fields.hpp"
#include "store/layout.hpp"
#include "yaml/parse.hpp"

namespace cafe::cmd {

namespace {

constexpr std::size_t most_named = 3;

std::set<std::string> fields_of(const store::FileChange& file, model::RecordKind kind) {
    const auto value = [&](const std::optional<std::string>& text) {
        const yaml::Parsed parsed = yaml::parse(text.value_or("a: b\n"), "");
        return text && parsed.root ? to_value(*parsed.root) : Value{Map{}};
    };
    std::set<std::string> fields;
    for (const edit::FieldChange& change :
         edit::difference(value(file.before), value(file.after), model::shape_of(kind)))
        if (!change.path.steps.empty()) fields.insert(change.path.steps.front());
    return fields;
}

}  // namespace

std::string commit_message(const store::Changes& changes) {
    std::vector<std::string> records;
    std::set<std::string> fields;
    std::size_t people = 0;
    for (const store::FileChange& file : changes) {
        const auto ref = store::ref_at(file.path);
        if (!ref) {
            records.push_back(file.path);
            continue;
        }
        if (ref->kind == model::RecordKind::person)
            ++people;
        else
            records.push_back(store::name_of(*ref));
        if (file.before && file.after)
            for (const std::string& field : fields_of(file, ref->kind)) fields.insert(field);
    }
    std::vector<std::string> parts;
    if (records.size() <= most_named)
        parts = records;
    else
        parts.push_back(std::to_string(records.size()) + " records");
    if (people > 0) parts.push_back(std::to_string(people) + (people == 1 ? " person" : " people"));
    std::string message = text::join(parts, ", ");
    if (!fields.empty()) {
        const std::vector<std::string> names(fields.begin(), fields.end());
        message += ": " + text::join(names, ", ");
    }
    return message + "\n";
}

bool commits_each_change(World& world, const std::string& root) {
    const auto bytes = world.disk.read(path::join(root, store::settings_file), store::largest_record);
    if (!bytes) return false;
    const yaml::Parsed parsed = yaml::parse(*bytes, "");
    const yaml::Node* settings = parsed.root ? parsed.root->find("git") : nullptr;
    const yaml::Node* commit = settings == nullptr ? nullptr : settings->find("commit");
    return commit != nullptr && commit->text == "true";
}

Result<Done> commit_changes(World& world, const std::string& root, const store::Changes& changes) {
    constexpr Phrase<> no_git{"pas de dépôt git ici : rien n'est enregistré",
                              "no git repository here: nothing is committed"};
    constexpr Phrase<std::string> not_done{"écrit, mais pas enregistré dans git : {}",
                                           "written, but not committed to git: {}"};
    constexpr Phrase<std::string> runs{"ce clone ferait tourner un programme ({})",
                                       "this clone would run a program ({})"};
    constexpr Phrase<> done_words{"enregistré dans git", "committed to git"};
    if (changes.empty()) return Done{};
    const auto repository = git::find(world.disk, root);
    if (!repository) return repository.error();
    if (!*repository) {
        world.say(no_git());
        return Done{};
    }
    const auto foreign = git::foreign_settings(world.process, **repository);
    if (!foreign) return foreign.error();
    for (const std::string& name : *foreign)
        if (name.starts_with("filter.") || name.starts_with("gpg."))
            return Error{ErrorKind::environment, not_done(runs(utf8::printable(name)).in(world.lang)), {}};
    std::vector<std::string> paths;
    for (const store::FileChange& file : changes)
        paths.push_back(":(top,literal)" + git::path_in_repository(**repository, root, file.path));
    std::vector<std::string> add{"add", "-A", "--"};
    add.insert(add.end(), paths.begin(), paths.end());
    std::vector<std::string> commit{"commit", "--quiet", "--no-verify", "--no-gpg-sign", "--only", "-F", "-", "--"};
    commit.insert(commit.end(), paths.begin(), paths.end());
    for (const auto& [arguments, input] : {std::pair(add, std::string()), std::pair(commit, commit_message(changes))}) {
        const auto finished = git::run(world.process, **repository, arguments, input);
        if (!finished) return finished.error();
        if (finished->code != 0)
            return Error{ErrorKind::environment,
                         not_done(utf8::printable(std::string(text::trim(finished->err + finished->out)))),
                         {}};
    }
    world.say(done_words());
    return Done{};
}

Result<Done> commit_records(World& world, const std::string& root) {
    const auto repository = git::find(world.disk, root);
    if (!repository) return repository.error();
    if (!*repository) return Done{};
    const auto files = git::changed_files(world.process, **repository, "HEAD", std::nullopt);
    if (!files) return files.error();
    store::Changes changes;
    std::vector<std::string> objects;
    for (const git::Changed& file : *files)
        for (const auto* side : {&file.before, &file.after}) {
            if (!*side || (side == &file.after && file.before == file.after)) continue;
            const auto path = git::path_in_notebook(**repository, root, **side);
            if (!path || !path->ends_with(".yaml")) continue;
            store::FileChange change{*path, std::nullopt, std::nullopt};
            const auto info = world.disk.info(path::join(root, *path));
            if (info && *info) {
                auto bytes = world.disk.read(path::join(root, *path), std::size_t{64} << 20U);
                if (bytes) change.after = std::move(*bytes);
            }
            objects.push_back("HEAD:" + **side);
            changes.push_back(std::move(change));
        }
    auto texts = git::texts_of(world.process, **repository, objects);
    if (!texts) return texts.error();
    for (std::size_t i = 0; i < changes.size(); ++i) changes[i].before = std::move((*texts)[i]);
    std::erase_if(changes, [](const store::FileChange& file) { return file.before == file.after; });
    return commit_changes(world, root, changes);
}

}  // namespace cafe::cmd
