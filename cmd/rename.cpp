#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "change.hpp"
#include "command.hpp"
#include "edit/references.hpp"
#include "following.hpp"
#include "model/kind.hpp"
#include "model/values.hpp"
#include "notebook.hpp"

namespace cafe::cmd {

namespace {

using model::RecordKind;

constexpr Phrase<std::string> bad_id{"« {} » n'est pas un identifiant", "'{}' is not an id"};
constexpr Phrase<std::string> id_shape{
    "minuscules, chiffres et traits d'union, {} caractères au plus, par exemple ccas-fumel",
    "lower-case letters, digits and hyphens, {} characters at most, for example ccas-fumel"};
constexpr Phrase<std::string> perhaps{"par exemple : {}", "for example: {}"};
constexpr Phrase<std::string> taken{"{} existe déjà", "{} already exists"};
constexpr Phrase<> choose_other{"choisir un autre identifiant", "choose another id"};
constexpr Phrase<std::string, std::string> done{"{} → {}", "{} → {}"};
constexpr Phrase<std::string, std::string, Words> done_with{"{0} → {1} : {2}", "{0} → {1}: {2}"};
constexpr Noun followed{"fichier suit", "fichiers suivent", "file follows", "files follow"};
constexpr Phrase<std::string> fixed_name{"{} garde toujours ce nom", "{} always keeps this name"};
constexpr Phrase<std::string> bears_it{"{} porte déjà cet identifiant", "{} already has this id"};
constexpr Phrase<std::string> in_calendars{"{} garde son identifiant : il est dans les agendas des invités",
                                           "{} keeps its id: it stands in the calendars of those invited"};
constexpr Phrase<std::string> move_it{"la déplacer ou la renommer pour les lecteurs : cafe set {0} date=… title=…",
                                      "to move it, or to name it for readers: cafe set {0} date=… title=…"};

Result<Done> usable(const store::Book& book, const store::Ref& old, const std::string& new_id) {
    const std::size_t limit = model::row_of(old.kind).longest_id;
    if (!model::is_id(new_id, limit)) {
        const std::string slug = fold::slug(new_id, limit);
        return Error{ErrorKind::usage, bad_id(utf8::printable(new_id)),
                     model::is_id(slug, limit) ? perhaps(slug) : id_shape(std::to_string(limit))};
    }
    const store::Ref next{old.kind, new_id};
    const std::string path = store::path_of(next);
    const bool readable =
        std::any_of(book.sources.begin(), book.sources.end(), [&](const auto& source) { return source->path == path; });
    if (readable || std::find(book.unreadable.begin(), book.unreadable.end(), next) != book.unreadable.end())
        return Error{ErrorKind::usage, taken(path), choose_other()};
    return Done{};
}

Result<Change> renamed(World& world, const store::Book& book, const Arguments& arguments) {
    const auto ref = resolve(store::Catalog(book), arguments.words[0], false, today(world));
    if (!ref) return ref.error();
    if (ref->id.empty()) return Error{ErrorKind::usage, fixed_name(store::name_of(*ref)), {}};
    const std::string& new_id = arguments.words[1];
    Change change;
    change.id = new_id;
    if (new_id == ref->id) {
        change.unchanged = bears_it(store::name_of(*ref));
        return change;
    }
    // The id is the UID of the invitation: an update under another one would be a second entry in every calendar.
    const auto* meeting = ref->kind == RecordKind::meeting ? store::find(book.meetings, ref->id) : nullptr;
    if (meeting != nullptr && meeting->value.calendar)
        return Error{ErrorKind::usage, in_calendars(store::name_of(*ref)), move_it(ref->id)};
    if (const auto free = usable(book, *ref, new_id); !free) return free.error();
    if (const auto known = nothing_hidden(world, book, ref->id); !known) return known.error();
    auto files =
        edit::renamed(book, *ref, new_id, [&](const std::string& query) { return query_with_id(query, *ref, new_id); });
    if (!files) return files.error();
    if (const auto checked = check_change(book, *files); !checked) return checked.error();
    const std::string from = store::name_of(*ref);
    const std::size_t others = files->size() - 2;
    change.files = std::move(*files);
    change.said = others == 0 ? done(from, new_id) : done_with(from, new_id, count(others, followed));
    change.notes = texts_left(book, ref->id);
    return change;
}

Result<int> run_rename(World& world, const Arguments& arguments) {
    return change_notebook(world, arguments, [&](const store::Book& book) { return renamed(world, book, arguments); });
}

}  // namespace

const Command& rename_command() {
    static const Command command{
        .name = "rename",
        .group = Group::change,
        .summary = {"changer l'identifiant d'une fiche, partout", "change the id of a record, everywhere"},
        .arguments = {"FICHE NOUVEL-ID", "REF NEW-ID"},
        .least = 2,
        .most = 2,
        .options = change_options(),
        .about =
            {"Le fichier change de nom et toutes les fiches qui le nomment suivent, en un seul changement : "
             "contacts, présences, réponses, actions, réglages, et les questions des cafés (parent:, id:). Un texte "
             "libre n'est pas touché : il est signalé. Une réunion garde son identifiant quand son café en change. "
             "Un fichier illisible qui contient l'identifiant arrête tout.",
             "The file gets another name and every record that names it follows, in one change: contacts, "
             "attendance, answers, actions, settings, and the queries of cafés (parent:, id:). Free text is not "
             "touched: it is pointed out. A meeting keeps its id when its café gets another. An unreadable file "
             "that holds the id stops everything."},
        .examples = {{"cafe rename ccas-fumel ccas-de-fumel --dry-run",
                      {"voir d'abord ce qui changerait", "see first what would change"}}},
        .run = run_rename,
        .word = ValueKind::reference,
    };
    return command;
}

}  // namespace cafe::cmd
