// `cafe undo`: takes back what cafe did last, by the inverse of the change through the merge.
#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "change.hpp"
#include "command.hpp"
#include "notebook.hpp"
#include "render/json.hpp"
#include "store/layout.hpp"
#include "store/memory.hpp"
#include "undo/inverse.hpp"
#include "versions.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> nothing_kept{"aucun changement à reprendre : cafe n'a rien changé ici depuis 90 jours",
                                "nothing to take back: cafe changed nothing here in the last 90 days"};
constexpr Phrase<std::string, Words> taken_back{"repris : le changement {0} du {1}", "taken back: change {0} of {1}"};
constexpr Phrase<std::string, std::string> moved{"{0} → {1}", "{0} → {1}"};
constexpr Phrase<std::string> unknown{"aucun changement « {} »", "no change '{}'"};
constexpr Phrase<> see_list{"« cafe undo --list » les montre", "'cafe undo --list' shows them"};
constexpr Phrase<std::string, Words> in_file{"{0} : {1}", "{0}: {1}"};

Result<std::optional<std::string>> text_now(World& world, const std::string& root, const std::string& path) {
    const std::string whole = path::join(root, path);
    const auto info = world.disk.info(whole);
    if (!info) return info.error();
    if (!*info) return std::optional<std::string>();
    auto bytes = world.disk.read(whole, store::largest_record);
    if (!bytes) return bytes.error();
    return std::optional(std::move(*bytes));
}

// What a change did, as the gate lets it be told: "partners/ccas : thèmes + mobilité".
Words told_of(const Versions& versions, const store::Changes& changes) {
    constexpr std::size_t most = 4;
    constexpr Noun others{"autre", "autres", "other", "others"};
    constexpr Phrase<Words, Words> and_others{"{0} ; et {1}", "{0}; and {1}"};
    constexpr Phrase<Words, Words> both{"{0} ; {1}", "{0}; {1}"};
    std::vector<Words> lines;
    for (const undo::Pair& pair : undo::pairs_of(changes)) {
        const std::string& path = pair.from.empty() ? pair.to : pair.from;
        const auto ref = store::ref_at(path);
        const std::string name = ref ? store::name_of(*ref) : path;
        if (pair.moved()) {
            lines.push_back(moved(store::name_of(store::ref_at(pair.to).value_or(store::Ref{})), name));
            continue;
        }
        const auto text = [](bool there, const std::string& bytes) {
            return there ? std::optional(bytes) : std::optional<std::string>();
        };
        const auto before = text(!pair.to.empty(), pair.before);
        const auto after = text(!pair.from.empty(), pair.after);
        for (const Words& line : lines_of(path, versions.between(path, before, after), !before, !after))
            lines.push_back(in_file(name, line));
    }
    if (lines.empty()) return {};
    Words told = lines.front();
    for (std::size_t i = 1; i < std::min(lines.size(), most); ++i) told = both(told, lines[i]);
    return lines.size() <= most ? told : and_others(told, count(lines.size() - most, others));
}

Result<int> list_changes(World& world, const Arguments& arguments, const Versions& versions,
                         const std::vector<store::Remembered>& changes) {
    if (arguments.has("--json")) {
        std::vector<render::Json> items;
        for (const store::Remembered& change : changes) {
            std::vector<std::string> paths;
            for (const store::FileChange& file : change.changes) paths.push_back(file.path);
            items.push_back(render::JsonObject()
                                .add("id", change.id)
                                .add("date", change.day.iso())
                                .add("said", told_of(versions, change.changes).in(world.lang))
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
                  << utf8::printable(told_of(versions, change.changes).in(world.lang)) << '\n';
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
    const Versions versions(*book);
    if (arguments.has("--list")) return list_changes(world, arguments, versions, *changes);
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
    auto files =
        undo::inverse(taken->changes, [&](const std::string& path) { return text_now(world, book->root, path); });
    if (!files) return files.error();
    if (!arguments.has("--json")) {
        for (const store::FileChange& file : *files) {
            if (file.before == file.after) continue;
            for (const Words& line :
                 lines_of(file.path, versions.between(file.path, file.before, file.after), !file.before, !file.after))
                world.say(in_file(file.path, line));
        }
    }
    Change change;
    change.files = std::move(*files);
    change.said = taken_back(taken->id, plain_date(taken->day));
    change.remembered = false;
    const std::string id = taken->id;
    const auto done = finish_change(world, arguments, *book, std::move(change));
    if (!done || arguments.has("--dry-run")) return done;
    // The records are what they were, whatever becomes of the memory: asked again it no longer fits them.
    if (const auto gone = store::forget_change(world.disk, folders, id); !gone) world.say(gone.error().message);
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
