#include "change.hpp"

#include <algorithm>
#include <utility>

#include "asking.hpp"
#include "base/diff.hpp"
#include "base/utf8.hpp"
#include "change_told.hpp"
#include "check/check.hpp"
#include "commit.hpp"
#include "edit/forget.hpp"
#include "notebook.hpp"
#include "render/json.hpp"
#include "render/report.hpp"
#include "store/memory.hpp"
#include "store/rules.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> writing{"écriture", "writing"};
constexpr Phrase<> take_it_back{"pour le reprendre : cafe undo", "to take it back: cafe undo"};
constexpr Phrase<> nothing_to_change{"rien à changer", "nothing to change"};
constexpr Phrase<std::string, int, Words> refused{"refusé : {0}:{1} : {2}", "refused: {0}:{1}: {2}"};
constexpr Phrase<std::string, Words> refused_whole{"refusé : {0} : {1}", "refused: {0}: {1}"};
constexpr Phrase<std::string, std::string> comes_back{"refusé : {0} : {1} a été effacée à sa demande",
                                                      "refused: {0}: {1} was erased on request"};
constexpr Phrase<std::string> readmit_first{"si la personne revient de son plein gré : cafe forget --readmit {}",
                                            "when the person comes back of their own will: cafe forget --readmit {}"};
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

bool is_refused(const Diagnostic& finding, Keys keys) {
    if (finding.rule->severity == Severity::error) return true;
    return keys == Keys::known && store::rules::says_no_field(*finding.rule);
}

Error refusal(const Diagnostic& finding) {
    const Place& place = finding.place;
    return Error{
        ErrorKind::usage,
        place.line == 0 ? refused_whole(place.file, finding.message) : refused(place.file, place.line, finding.message),
        finding.remedy};
}

// Line by line; field by field where lines would show a confidential address beside them.
void show_change(World& world, const Versions& versions, const store::Changes& files) {
    for (const store::FileChange& file : files) {
        if (!versions.is_confidential(file.path, file.before, file.after)) {
            world.out << for_people(diff::unified(file.path, file.before, file.after));
            continue;
        }
        world.out << utf8::printable(file.path) << '\n';
        const auto changes = versions.between(file.path, file.before, file.after);
        for (const Words& line : lines_of(file.path, changes, !file.before, !file.after))
            world.out << "  " << utf8::printable(line.in(world.lang)) << '\n';
    }
}

void say_warnings(World& world, const Change& change) {
    for (const Diagnostic& finding : change.warnings)
        if (!world.quiet) world.err << render::finding_in_short(finding, {world.lang, world.colour});
}

}  // namespace

Findings caused_warnings(const store::Book& book, const store::Changes& changes) {
    Findings caused = check::brought_in(book, changes);
    std::erase_if(caused, [](const Diagnostic& finding) { return finding.rule->severity != Severity::warning; });
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

Result<int> finish_change(World& world, const Arguments& arguments, const store::Book& book, Change change) {
    const std::string& root = book.root;
    std::erase_if(change.files, [](const store::FileChange& file) { return file.before == file.after; });
    std::sort(change.files.begin(), change.files.end(),
              [](const store::FileChange& a, const store::FileChange& b) { return a.path < b.path; });
    const bool json = arguments.has("--json");
    const bool dry = arguments.has("--dry-run");
    if (!change.files.empty() && !dry) {
        const auto state = state_folder(world, root);
        if (!state) return state.error();
        const auto done = store::commit(
            world.disk, {root, *state}, change.files,
            [&](std::size_t written, std::size_t total) { world.tell_progress(writing(), written, total); });
        if (!done) return done.error();
        // The change stands; that it cannot be taken back is only said.
        if (change.remembered)
            if (const auto kept = store::remember(world.disk, {root, *state}, today(world), change.files); !kept)
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
        document.add("changes", changes_json(field_changes(change.files, Versions(book))))
            .add("warnings", render::json_list(warnings));
        for (const auto& [key, detail] : change.details) document.add(key, detail);
        world.out << render::json_document(document.done());
        return committed();
    }
    if (change.files.empty()) {
        world.say(change.unchanged.empty() ? nothing_to_change() : change.unchanged);
        return 0;
    }
    if (dry) {
        show_change(world, Versions(book), change.files);
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
        auto done = finish_change(world, arguments, *book, std::move(*change));
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
    for (const Diagnostic& finding : check::brought_in(book, changes))
        if (is_refused(finding, keys)) return refusal(finding);
    if (const auto back = edit::comebacks(book, changes); !back.empty())
        return Error{ErrorKind::usage, comes_back(back.front().file, back.front().address),
                     readmit_first(back.front().address)};
    return Done{};
}

}  // namespace cafe::cmd
