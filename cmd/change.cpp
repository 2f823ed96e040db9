#include "change.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "asking.hpp"
#include "base/diff.hpp"
#include "base/utf8.hpp"
#include "change_told.hpp"
#include "check/record.hpp"
#include "check/references.hpp"
#include "commit.hpp"
#include "notebook.hpp"
#include "render/json.hpp"
#include "render/report.hpp"
#include "store/catalog.hpp"
#include "store/memory.hpp"
#include "store/read.hpp"
#include "territory/territory.hpp"
#include "yaml/parse.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> take_it_back{"pour le reprendre : cafe undo", "to take it back: cafe undo"};
constexpr Phrase<> nothing_to_change{"rien à changer", "nothing to change"};
constexpr Phrase<std::string, int, Words> refused{"refusé : {0}:{1} : {2}", "refused: {0}:{1}: {2}"};
constexpr Phrase<std::string, Words> refused_whole{"refusé : {0} : {1}", "refused: {0}: {1}"};
constexpr Phrase<Words> left_out{"{} : « cafe check » dit pourquoi", "{}: 'cafe check' says why"};
constexpr Noun unreadable_files{"fichier illisible laissé de côté", "fichiers illisibles laissés de côté",
                                "unreadable file left out", "unreadable files left out"};

// Bytes of a file that nobody has read as a record may hold anything: what the terminal would obey is shown.
std::string for_people(std::string_view diff) {
    std::string out;
    for (std::size_t at = 0; at < diff.size();) {
        const std::size_t end = std::min(diff.find('\n', at), diff.size());
        std::string_view line = diff.substr(at, end - at);
        const bool returns = line.ends_with('\r');
        if (returns) line.remove_suffix(1);
        out += utf8::printable(line);
        if (returns) out += '\r';
        if (end < diff.size()) out += '\n';
        at = end + 1;
    }
    return out;
}

using Told = std::pair<std::string_view, std::string>;  // code, message

std::map<Told, int> told_by(const Findings& findings) {
    std::map<Told, int> told;
    for (const Diagnostic& finding : findings) ++told[{finding.rule->code, finding.message.fr}];
    return told;
}

bool is_refused(const Diagnostic& finding, Keys keys) {
    if (finding.rule->severity == Severity::error) return true;
    return keys == Keys::known && (finding.rule->code == "W101" || finding.rule->code == "W102");
}

Error refusal(const Diagnostic& finding) {
    const Place& place = finding.place;
    return Error{
        ErrorKind::usage,
        place.line == 0 ? refused_whole(place.file, finding.message) : refused(place.file, place.line, finding.message),
        finding.remedy};
}

// What a file was before the change: under another name where the change moves it.
const store::Source* old_source_of(const store::Book& book, const store::Changes& changes,
                                   const store::FileChange& file) {
    if (file.before) return source_at(book, file.path);
    const std::string folder = path::parent(file.path);
    for (const store::FileChange& other : changes)
        if (other.before && !other.after && path::parent(other.path) == folder) return source_at(book, other.path);
    return nullptr;
}

// The first finding that would be refused and that the old text did not have.
const Diagnostic* first_new(const Findings& now, const Findings& before, Keys keys) {
    auto known = told_by(before);
    for (const Diagnostic& finding : now)
        if (is_refused(finding, keys) && --known[{finding.rule->code, finding.message.fr}] < 0) return &finding;
    return nullptr;
}

std::string parent_of(const yaml::Node& tree) {
    const yaml::Node* parent = tree.find("parent");
    return parent == nullptr ? "" : parent->text;
}

// Organisations that would belong to themselves. Looked at only where a parent changes: it takes the whole book.
Result<Done> check_new_parents(const store::Book& book,
                               const std::vector<std::shared_ptr<const store::Source>>& after) {
    store::Book changed;
    changed.partners = book.partners;
    bool moves = false;
    for (const auto& source : after) {
        if (source->ref.kind != model::RecordKind::partner) continue;
        for (auto& partner : changed.partners) {
            if (partner.id != source->ref.id || parent_of(source->tree) == partner.value.parent) continue;
            partner.value.parent = parent_of(source->tree);
            partner.source = source;
            moves = true;
        }
    }
    if (!moves) return Done{};
    Findings before;
    Findings now;
    check::check_parents(book, before);
    check::check_parents(changed, now);
    if (const Diagnostic* found = first_new(now, before, Keys::any)) return refusal(*found);
    return Done{};
}

bool changes_parent(const store::Source* old, const store::Source& source) {
    return source.ref.kind == model::RecordKind::partner && old != nullptr &&
           parent_of(old->tree) != parent_of(source.tree);
}

void say_warnings(World& world, const Change& change) {
    for (const Diagnostic& finding : change.warnings)
        if (!world.quiet) world.err << render::finding_in_short(finding, {world.lang, world.colour});
}

// The text of a file as a record, for the checks; nothing when it cannot be read.
std::shared_ptr<const store::Source> source_after(const store::FileChange& file) {
    const auto ref = store::ref_at(file.path);
    if (!ref || !file.after || file.before == file.after) return nullptr;
    yaml::Parsed parsed = yaml::parse(*file.after, file.path);
    if (!parsed.root) return nullptr;
    return std::make_shared<const store::Source>(store::Source{*ref, file.path, *file.after, std::move(*parsed.root)});
}

}  // namespace

Findings caused_warnings(const store::Book& book, const store::Changes& changes) {
    const territory::Territory territory(store::territory_setup(book.settings.value, book.areas.value));
    check::RecordCheck check(book, territory);
    for (const store::FileChange& file : changes) {
        const auto ref = store::ref_at(file.path);
        if (!ref) continue;
        if (file.after && !file.before) check.expect(*ref);
        if (!file.after && file.before) check.forget(*ref);
    }
    Findings caused;
    for (const store::FileChange& file : changes) {
        const auto source = source_after(file);
        if (!source) continue;
        const store::Source* old = old_source_of(book, changes, file);
        auto known = told_by(old == nullptr ? Findings{} : check(*old));
        for (const Diagnostic& finding : check(*source))
            if (finding.rule->severity == Severity::warning && --known[{finding.rule->code, finding.message.fr}] < 0)
                caused.push_back(finding);
    }
    return caused;
}

std::vector<Option> change_options() {
    return {
        {"--dry-run",
         ValueKind::none,
         {},
         {"montrer ce qui changerait (diff unifié), ne rien écrire",
          "show what would change (a unified diff), write nothing"},
         {},
         false,
         {}},
        {"--json",
         ValueKind::none,
         {},
         {"un document JSON (cafe/change/1)", "one JSON document (cafe/change/1)"},
         {},
         false,
         {}},
        {"--commit",
         ValueKind::none,
         {},
         {"enregistrer dans git ce qui est écrit, et rien d'autre", "commit what is written to git, and nothing else"},
         {},
         false,
         {}},
    };
}

Result<int> finish_change(World& world, const Arguments& arguments, const std::string& root, Change change) {
    std::erase_if(change.files, [](const store::FileChange& file) { return file.before == file.after; });
    std::sort(change.files.begin(), change.files.end(),
              [](const store::FileChange& a, const store::FileChange& b) { return a.path < b.path; });
    const bool json = arguments.has("--json");
    const bool dry = arguments.has("--dry-run");
    if (!change.files.empty() && !dry) {
        const auto state = state_folder(world, root);
        if (!state) return state.error();
        const auto done = store::commit(world.disk, {root, *state}, change.files);
        if (!done) return done.error();
        // The change stands; that it cannot be taken back is only said.
        if (change.remembered)
            if (const auto kept = store::remember(world.disk, {root, *state}, today(world), change.said, change.files);
                !kept)
                world.say(kept.error().message);
    }
    const auto committed = [&]() -> Result<int> {
        if (dry || (!arguments.has("--commit") && !commits_each_change(world, root))) return 0;
        const auto done = commit_changes(world, root, change.files);
        return done ? Result<int>(0) : Result<int>(done.error());
    };
    if (json) {
        std::vector<std::string> paths;
        for (const store::FileChange& file : change.files) paths.push_back(file.path);
        render::JsonObject document;
        document.add("schema", "cafe/change/1").add("changed", render::json_list(paths));
        if (!change.id.empty()) document.add("id", change.id);
        std::vector<render::Json> warnings;
        for (const Diagnostic& finding : change.warnings) warnings.push_back(render::finding_json(finding, world.lang));
        document.add("changes", changes_json(field_changes(change.files))).add("warnings", render::json_list(warnings));
        world.out << render::json_document(document.done());
        return committed();
    }
    if (change.files.empty()) {
        world.say(change.unchanged.empty() ? nothing_to_change() : change.unchanged);
        return 0;
    }
    if (dry) {
        for (const store::FileChange& file : change.files)
            world.out << for_people(diff::unified(file.path, file.before, file.after));
        say_warnings(world, change);
        return 0;
    }
    if (!change.said.empty()) world.say(change.said);
    say_warnings(world, change);
    if (change.remembered && world.err_is_terminal) world.say(take_it_back());
    return committed();
}

Result<int> change_notebook(World& world, const Arguments& arguments,
                            const std::function<Result<Change>(const store::Book&)>& make) {
    constexpr int most_attempts = 100;
    for (int attempt = 1;; ++attempt) {
        const auto book = open_book(world);
        if (!book) return book.error();
        auto change = make(*book);
        if (!change) return change.error();
        if (change->cancelled) return cancelled(world);
        change->warnings = caused_warnings(*book, change->files);
        const std::vector<Words> notes = std::move(change->notes);
        auto done = finish_change(world, arguments, book->root, std::move(*change));
        if (!done && done.error().kind == ErrorKind::conflict && attempt < most_attempts) continue;
        if (done)
            for (const Words& note : notes) world.say(note);
        return done;
    }
}

std::vector<Words> left_out_of_change(std::size_t unreadable) {
    if (unreadable == 0) return {};
    return {left_out(count(unreadable, unreadable_files))};
}

void say_left_out(World& world, std::size_t unreadable) {
    for (const Words& words : left_out_of_change(unreadable)) world.say(words);
}

Result<Done> check_change(const store::Book& book, const store::Changes& changes, Keys keys) {
    const territory::Territory territory(store::territory_setup(book.settings.value, book.areas.value));
    check::RecordCheck check(book, territory);
    for (const store::FileChange& file : changes) {
        const auto ref = store::ref_at(file.path);
        if (!ref) continue;
        if (file.after && !file.before) check.expect(*ref);
        if (!file.after && file.before) check.forget(*ref);
    }
    std::vector<std::shared_ptr<const store::Source>> moved;
    for (const store::FileChange& file : changes) {
        const auto ref = store::ref_at(file.path);
        if (!ref || !file.after || file.before == file.after) continue;
        yaml::Parsed parsed = yaml::parse(*file.after, file.path);
        if (!parsed.root) {
            for (const Diagnostic& finding : parsed.findings)
                if (finding.rule->severity == Severity::error) return refusal(finding);
            continue;
        }
        const auto source =
            std::make_shared<const store::Source>(store::Source{*ref, file.path, *file.after, std::move(*parsed.root)});
        const store::Source* old = old_source_of(book, changes, file);
        const Findings now = check(*source);
        // Only a text with something to refuse is compared with what it was before.
        if (std::any_of(now.begin(), now.end(), [&](const Diagnostic& one) { return is_refused(one, keys); })) {
            const Findings before = old == nullptr ? Findings{} : check(*old);
            if (const Diagnostic* found = first_new(now, before, keys)) return refusal(*found);
        }
        if (changes_parent(old, *source)) moved.push_back(source);
    }
    return moved.empty() ? Result<Done>(Done{}) : check_new_parents(book, moved);
}

}  // namespace cafe::cmd
