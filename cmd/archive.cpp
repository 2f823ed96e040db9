#include <string>
#include <vector>

#include "base/text.hpp"
#include "change.hpp"
#include "command.hpp"
#include "edit/close.hpp"
#include "following.hpp"
#include "notebook.hpp"

namespace cafe::cmd {

namespace {

using model::RecordKind;

constexpr Phrase<> no_meeting{"une réunion ne se range pas : ses notes restent",
                              "a meeting is not archived: its notes stay"};
constexpr Phrase<std::string> cancel_it{"si elle n'a pas eu lieu : cafe set {} status=cancelled",
                                        "if it did not take place: cafe set {} status=cancelled"};
constexpr Phrase<std::string, Words> closed_with{"{0} : fermé, {1}", "{0}: closed, {1}"};
constexpr Phrase<std::string, Words> person_left{"{0} : {1}", "{0}: {1}"};
constexpr Noun ended{"fonction terminée", "fonctions terminées", "function ended", "functions ended"};
constexpr Phrase<std::string> closed_already{"{} : déjà fermé, rien à changer",
                                             "{}: already closed, nothing to change"};
constexpr Phrase<std::string> no_function{"{} n'a plus de fonction dans aucune fiche : rien à changer",
                                          "{} no longer has a function in any record: nothing to change"};
constexpr Phrase<std::string, std::string> still_named{"{0} est encore nommé dans : {1}", "{0} is still named in: {1}"};

// What is said of it, by kind: done, and when there is nothing to do.
Change change_of(const store::Ref& ref, edit::Ending ending) {
    static constexpr Phrase<std::string> closed{"{} : fermé", "{}: closed"};
    const std::string name = store::name_of(ref);
    Change change;
    change.id = ref.id;
    change.files = std::move(ending.files);
    change.unchanged = ref.kind == RecordKind::person ? no_function(name) : closed_already(name);
    if (ref.kind == RecordKind::partner) change.said = closed_with(name, count(ending.functions, ended));
    if (ref.kind == RecordKind::person) change.said = person_left(name, count(ending.functions, ended));
    if (ref.kind == RecordKind::cafe) change.said = closed(name);
    return change;
}

std::vector<Words> where_named(const store::Book& book, const store::Ref& ref) {
    constexpr std::size_t most = 12;
    std::vector<std::string> places;
    for (const edit::Mention& mention : edit::still_leading_to(book, ref)) {
        if (places.size() == most) {
            places.emplace_back("…");
            break;
        }
        places.push_back(mention.source->path + " (" + mention.field + ")");
    }
    if (places.empty()) return {};
    return {still_named(store::name_of(ref), text::join(places, ", "))};
}

Result<Change> archived(World& world, const store::Book& book, const std::string& typed) {
    const Date day = today(world);
    const auto ref = resolve(store::Catalog(book), typed, false, day);
    if (!ref) return ref.error();
    if (ref->kind == RecordKind::meeting) return Error{ErrorKind::usage, no_meeting(), cancel_it(ref->id)};
    if (ref->kind == RecordKind::person)
        if (const auto known = nothing_hidden(world, book, ref->id); !known) return known.error();
    auto ending = edit::close(book, *ref, day);
    if (!ending) return ending.error();
    if (const auto checked = check_change(book, ending->files); !checked) return checked.error();
    Change change = change_of(*ref, std::move(*ending));
    change.notes = where_named(book, *ref);
    return change;
}

Result<int> run_archive(World& world, const Arguments& arguments) {
    return change_notebook(world, arguments,
                           [&](const store::Book& book) { return archived(world, book, arguments.words.front()); });
}

}  // namespace

const Command& archive_command() {
    static const Command command{
        .name = "archive",
        .group = Group::change,
        .summary = {"ranger un partenaire, un café, quelqu'un qui part",
                    "put away a partner, a café, somebody who leaves"},
        .arguments = {"FICHE", "REF"},
        .least = 1,
        .most = 1,
        .options = change_options(),
        .about =
            {"Un partenaire ou un café devient closed : plus publié, plus invité, toujours là. Les fonctions de ses "
             "contacts se terminent aujourd'hui. Pour une personne, ses fonctions se terminent dans toutes les "
             "fiches. Rien n'est effacé. Ce qui mène encore à la fiche (hôte d'un café, fiche mère, permanence) est "
             "nommé, pour décider.",
             "A partner or a café becomes closed: no longer published, no longer invited, still there. The "
             "functions of its contacts end today. For a person, their functions end in every record. Nothing is "
             "erased. What still leads to the record (host of a café, parent, permanence) is named, to decide."},
        .examples = {{"cafe archive sos-meubles-fumel --dry-run",
                      {"voir d'abord ce qui changerait", "see first what would change"}}},
        .run = run_archive,
        .word = ValueKind::reference,
    };
    return command;
}

}  // namespace cafe::cmd
