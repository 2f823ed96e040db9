#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "change.hpp"
#include "command.hpp"
#include "editor.hpp"
#include "model/values.hpp"
#include "notebook.hpp"
#include "render/report.hpp"
#include "yaml/parse.hpp"

namespace cafe::cmd {

namespace {

using model::RecordKind;

constexpr Phrase<std::string> edited{"{} : modifié", "{}: changed"};
constexpr Noun errors{"erreur", "erreurs", "error", "errors"};
constexpr Phrase<Words> refused{"refusé : {}", "refused: {}"};

// Broken files too: by id, folder/id or path, what stands can be opened.
Result<store::Ref> to_edit(const store::Book& book, const std::string& text, const Date& day) {
    const auto stands = [&](const store::Ref& ref) {
        return std::find(book.unreadable.begin(), book.unreadable.end(), ref) != book.unreadable.end() ||
               std::any_of(book.sources.begin(), book.sources.end(),
                           [&](const auto& source) { return source->ref == ref; });
    };
    if (const auto ref = store::ref_at(text); ref && stands(*ref)) return *ref;
    auto found = resolve(store::Catalog(book), text, false, day);
    if (found) return found;
    std::vector<store::Ref> broken;
    for (const store::Ref& ref : book.unreadable)
        if (ref.id == text || store::name_of(ref) == text) broken.push_back(ref);
    return broken.size() == 1 ? Result<store::Ref>(broken.front()) : found;
}

Result<std::string> bytes_of(World& world, const store::Book& book, const std::string& path) {
    for (const auto& source : book.sources)
        if (source->path == path) return source->text;
    return world.disk.read(path::join(book.root, path), store::largest_record);
}

// Every error of a text that cannot be read, with its lines; else the first thing that `check` would refuse.
Result<Done> accept(World& world, const store::Book& book, const store::FileChange& file) {
    const yaml::Parsed parsed = yaml::parse(*file.after, file.path);
    if (parsed.root) return check_change(book, {file});
    const LineIndex lines(*file.after);
    std::size_t shown = 0;
    for (const Diagnostic& finding : parsed.findings) {
        if (finding.rule->severity != Severity::error) continue;
        ++shown;
        world.err << render::finding_for_people(
                         finding, [&](const std::string&, int line) { return std::string(lines.line(line)); },
                         {world.lang, world.colour})
                  << '\n';
    }
    return Error{ErrorKind::usage, refused(count(shown, errors)), {}};
}

Result<int> run_edit(World& world, const Arguments& arguments) {
    const auto book = open_book(world);
    if (!book) return book.error();
    const auto ref = to_edit(*book, arguments.words.front(), today(world));
    if (!ref) return ref.error();
    const std::string path = store::path_of(*ref);
    const auto before = bytes_of(world, *book, path);
    if (!before) return before.error();
    const Draft draft{book->root, text::replace_all(path, "/", "-"), *before};
    const auto text = edit_text(world, draft, [&](const std::string& now) {
        return accept(world, *book, {path, *before, now});
    });
    if (!text) return text.error();
    if (!*text) return 0;
    Change change;
    change.id = ref->id;
    change.said = edited(store::name_of(*ref));
    change.files.push_back({path, *before, **text});
    const auto code = finish_change(world, arguments, *book, std::move(change));
    if (!code) return with_draft_kept(world, draft, code.error());
    // The record is saved, whatever becomes of the draft.
    if (const auto gone = forget_draft(world, draft); !gone) world.say(gone.error().message);
    return code;
}

}  // namespace

const Command& edit_command() {
    static const Command command{
        .name = "edit",
        .group = Group::change,
        .summary = {"ouvrir une fiche dans l'éditeur, la vérifier avant de l'écrire",
                    "open a record in the editor, check it before it is written"},
        .arguments = {"FICHE", "REF"},
        .least = 1,
        .most = 1,
        .options = change_options(),
        .about =
            {"L'éditeur : $CAFE_EDITOR, celui de git (GIT_EDITOR, core.editor), $VISUAL, $EDITOR, avec leurs "
             "arguments, sans shell. Ce que « cafe check » refuserait n'est pas écrit : l'éditeur se rouvre sur ce "
             "qui a été tapé, ou le brouillon est gardé et la même commande le reprend. Un fichier illisible "
             "s'ouvre aussi ; un réglage par le nom de son fichier (cafe.yaml, territory.yaml). Un brouillon vidé "
             "est abandonné.",
             "The editor: $CAFE_EDITOR, git's (GIT_EDITOR, core.editor), $VISUAL, $EDITOR, with their arguments, "
             "without a shell. What 'cafe check' would refuse is not written: the editor opens again on what was "
             "typed, or the draft is kept and the same command takes it up again. A file that cannot be read opens "
             "too; settings by the name of their file (cafe.yaml, territory.yaml). An emptied draft is given up."},
        .examples = {{"cafe edit ccas-fumel", {"la fiche du CCAS", "the record of the CCAS"}},
                     {"cafe edit territory.yaml", {"les territoires du réseau", "the network's own areas"}}},
        .run = run_edit,
        .word = ValueKind::reference,
    };
    return command;
}

}  // namespace cafe::cmd
