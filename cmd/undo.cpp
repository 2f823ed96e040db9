// `cafe undo`: takes back what cafe did last, by the inverse of the change through the merge.
#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "change.hpp"
#include "command.hpp"
#include "merge/merge.hpp"
#include "notebook.hpp"
#include "render/json.hpp"
#include "store/layout.hpp"
#include "store/memory.hpp"
#include "versions.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> nothing_kept{"aucun changement à reprendre : cafe n'a rien changé ici depuis 90 jours",
                                "nothing to take back: cafe changed nothing here in the last 90 days"};
constexpr Phrase<std::string> changed_since{"{} a changé depuis au même endroit : rien n'est repris",
                                            "{} has changed since in the same place: nothing is taken back"};
constexpr Phrase<std::string> changed_fields{"au même endroit : {}", "in the same place: {}"};
constexpr Phrase<> by_hand{"le corriger avec « cafe set » ou « cafe edit »",
                           "correct it with 'cafe set' or 'cafe edit'"};
constexpr Phrase<Words> taken_back{"repris : {}", "taken back: {}"};
constexpr Phrase<std::string> unknown{"aucun changement « {} »", "no change '{}'"};
constexpr Phrase<> see_list{"« cafe undo --list » les montre", "'cafe undo --list' shows them"};
constexpr Phrase<std::string, Words> in_file{"{0} : {1}", "{0}: {1}"};

Error refused(const std::string& path, const std::string& fields) {
    return Error{ErrorKind::conflict, changed_since(path), fields.empty() ? by_hand() : changed_fields(fields)};
}

Result<std::optional<std::string>> text_now(World& world, const std::string& root, const std::string& path) {
    const std::string whole = path::join(root, path);
    const auto info = world.disk.info(whole);
    if (!info) return info.error();
    if (!*info) return std::optional<std::string>();
    auto bytes = world.disk.read(whole, store::largest_record);
    if (!bytes) return bytes.error();
    return std::optional(std::move(*bytes));
}

// A file that a change made may go, one that it removed may come back, one that moved goes back with what was written
// in it since.
struct Pair {
    std::string from;  // where it is now; empty: it is gone
    std::string to;    // where it was; empty: it was not there
    std::string before;
    std::string after;
};

std::vector<Pair> pairs_of(const store::Changes& changes) {
    std::vector<Pair> pairs;
    std::vector<bool> used(changes.size(), false);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const store::FileChange& change = changes[i];
        if (change.before && change.after) {
            pairs.push_back({change.path, change.path, *change.before, *change.after});
            used[i] = true;
            continue;
        }
        if (!change.before || used[i]) continue;
        for (std::size_t j = 0; j < changes.size(); ++j) {
            const store::FileChange& other = changes[j];
            if (used[j] || other.before || !other.after || path::parent(other.path) != path::parent(change.path))
                continue;
            pairs.push_back({other.path, change.path, *change.before, *other.after});
            used[i] = used[j] = true;
            break;
        }
    }
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (used[i]) continue;
        if (changes[i].before)
            pairs.push_back({"", changes[i].path, *changes[i].before, ""});
        else
            pairs.push_back({changes[i].path, "", "", changes[i].after.value_or("")});
    }
    return pairs;
}

Result<store::Changes> inverse(World& world, const std::string& root, const store::Changes& changes) {
    store::Changes files;
    for (const Pair& pair : pairs_of(changes)) {
        const auto now = text_now(world, root, pair.from.empty() ? pair.to : pair.from);
        if (!now) return now.error();
        if (pair.from.empty()) {
            if (*now && **now != pair.before) return refused(pair.to, "");
            if (!*now) files.push_back({pair.to, std::nullopt, pair.before});
            continue;
        }
        if (pair.to.empty()) {
            if (*now && **now != pair.after) return refused(pair.from, "");
            if (*now) files.push_back({pair.from, pair.after, std::nullopt});
            continue;
        }
        if (!*now) return refused(pair.from, "");
        const merge::Texts texts{pair.after, **now, pair.before};
        const auto ref = store::ref_at(pair.to);
        const merge::Merge merged = ref ? merge::merge(texts, pair.to, ref->kind) : merge::merge_plain(texts);
        if (!merged.clean()) {
            std::vector<std::string> fields;
            for (const merge::Conflict& conflict : merged.conflicts) fields.push_back(conflict.path.print());
            return refused(pair.from, text::join(fields, ", "));
        }
        if (pair.from == pair.to) {
            files.push_back({pair.to, **now, merged.text});
            continue;
        }
        files.push_back({pair.from, **now, std::nullopt});
        files.push_back({pair.to, std::nullopt, merged.text});
    }
    return files;
}

Result<int> list_changes(World& world, const Arguments& arguments, const std::vector<store::Remembered>& changes) {
    if (arguments.has("--json")) {
        std::vector<render::Json> items;
        for (const store::Remembered& change : changes) {
            std::vector<std::string> paths;
            for (const store::FileChange& file : change.changes) paths.push_back(file.path);
            items.push_back(render::JsonObject()
                                .add("id", change.id)
                                .add("date", change.day.iso())
                                .add("said", change.said.in(world.lang))
                                .add("changed", render::json_list(paths))
                                .done());
        }
        world.out << render::json_document(
            render::JsonObject().add("schema", "cafe/undo/1").add("changes", render::json_lines(items)).done());
        return 0;
    }
    if (changes.empty()) {
        world.say(nothing_kept());
        return 1;
    }
    for (const store::Remembered& change : changes)
        world.out << change.id << "  " << plain_date(change.day).in(world.lang) << "  "
                  << utf8::printable(change.said.in(world.lang)) << '\n';
    return 0;
}

Result<int> run_undo(World& world, const Arguments& arguments) {
    const auto book = open_book(world);
    if (!book) return book.error();
    const auto state = state_folder(world, book->root);
    if (!state) return state.error();
    const store::Folders folders{book->root, *state};
    const auto changes = store::remembered(world.disk, folders);
    if (!changes) return changes.error();
    if (arguments.has("--list")) return list_changes(world, arguments, *changes);
    if (changes->empty()) {
        world.say(nothing_kept());
        return 1;
    }
    const store::Remembered* taken = &changes->front();
    if (!arguments.words.empty()) {
        const auto found = std::find_if(changes->begin(), changes->end(), [&](const store::Remembered& change) {
            return change.id == arguments.words.front();
        });
        if (found == changes->end())
            return Error{ErrorKind::reference, unknown(utf8::printable(arguments.words.front())), see_list()};
        taken = &*found;
    }
    auto files = inverse(world, book->root, taken->changes);
    if (!files) return files.error();
    if (!arguments.has("--json")) {
        const Versions versions(*book);
        for (const store::FileChange& file : *files) {
            if (file.before == file.after) continue;
            for (const Words& line :
                 lines_of(file.path, versions.between(file.path, file.before, file.after), !file.before, !file.after))
                world.say(in_file(file.path, line));
        }
    }
    Change change;
    change.files = std::move(*files);
    change.said = taken_back(taken->said.empty() ? same(taken->id) : taken->said);
    change.remembered = false;
    const std::string id = taken->id;
    const auto done = finish_change(world, arguments, book->root, std::move(change));
    if (!done || arguments.has("--dry-run")) return done;
    if (const auto gone = store::forget_change(world.disk, folders, id); !gone) return gone.error();
    return done;
}

std::vector<Option> undo_options() {
    std::vector<Option> options{{"--list",
                                 ValueKind::none,
                                 {},
                                 {"les changements que l'on peut reprendre, le dernier d'abord",
                                  "the changes that can be taken back, the last first"},
                                 {},
                                 false,
                                 {}}};
    for (const Option& option : change_options()) options.push_back(option);
    return options;
}

}  // namespace

const Command& undo_command() {
    static const Command command{
        .name = "undo",
        .group = Group::change,
        .summary = {"reprendre le dernier changement fait par cafe", "take back the last change that cafe made"},
        .arguments = {"[NUMÉRO]", "[NUMBER]"},
        .most = 1,
        .options = undo_options(),
        .about =
            {"Remet comme avant ce que la dernière commande a changé, dans tous ses fichiers ou dans aucun. Ce qui a "
             "été écrit ailleurs depuis reste ; refusé seulement si le même champ a changé. L'historique de git "
             "n'est jamais réécrit. cafe garde 50 changements, 90 jours.",
             "Puts back what the last command changed, in all of its files or in none. What was written elsewhere "
             "since stays; refused only where the same field has changed. git's history is never rewritten. cafe "
             "keeps 50 changes, for 90 days."},
        .examples = {{"cafe undo --list", {"ce que l'on peut reprendre", "what can be taken back"}},
                     {"cafe undo --dry-run", {"voir avant", "look first"}},
                     {"cafe undo", {"reprendre le dernier changement", "take back the last change"}}},
        .run = run_undo,
    };
    return command;
}

}  // namespace cafe::cmd
