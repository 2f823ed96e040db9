#include <algorithm>

#include "base/text.hpp"
#include "change.hpp"
#include "command.hpp"
#include "edit/edit.hpp"
#include "edit/references.hpp"
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
                                             "{}: closed already, nothing to change"};
constexpr Phrase<std::string> no_function{"{} n'a plus de fonction dans aucune fiche : rien à changer",
                                          "{} has no function in any record any more: nothing to change"};
constexpr Phrase<std::string, std::string> still_named{"{0} est encore nommé dans : {1}", "{0} is still named in: {1}"};

/// The edits of one file and how many functions they end.
struct Ending {
    std::vector<edit::Edit> edits;
    std::size_t ended = 0;
};

// Ends what is held today or later; what begins only later never begins.
void end_functions(const model::Partner& partner, const std::string& person, const Date& day, Ending& ending) {
    for (std::size_t i = 0; i < partner.contacts.size(); ++i) {
        const model::Contact& contact = partner.contacts[i];
        if (!person.empty() && contact.person != person) continue;
        if (contact.until && *contact.until <= day) continue;
        const Date last = contact.since && *contact.since > day ? *contact.since : day;
        if (contact.until && *contact.until == last) continue;
        ending.edits.push_back({{{"contacts", std::to_string(i), "until"}}, edit::Op::set, last.iso()});
        ++ending.ended;
    }
}

edit::Edit closing() {
    return {{{"status"}}, edit::Op::set, "closed"};
}

Result<Done> add_file(const store::Source& source, const Ending& ending, Change& change) {
    if (ending.edits.empty()) return Done{};
    auto text = edit::apply(source, ending.edits);
    if (!text) return text.error();
    if (*text != source.text) change.files.push_back({source.path, source.text, std::move(*text)});
    return Done{};
}

Result<Change> closed_partner(const store::Book& book, const store::Ref& ref, const Date& day) {
    const auto* partner = store::find(book.partners, ref.id);
    Ending ending;
    if (partner->value.status != "closed") ending.edits.push_back(closing());
    end_functions(partner->value, "", day, ending);
    Change change;
    if (const auto added = add_file(*partner->source, ending, change); !added) return added.error();
    change.said = closed_with(store::name_of(ref), count(ending.ended, ended));
    change.unchanged = closed_already(store::name_of(ref));
    return change;
}

Result<Change> closed_cafe(const store::Book& book, const store::Ref& ref) {
    static constexpr Phrase<std::string> closed{"{} : fermé", "{}: closed"};
    const auto* cafe = store::find(book.cafes, ref.id);
    Ending ending;
    if (cafe->value.status != "closed") ending.edits.push_back(closing());
    Change change;
    if (const auto added = add_file(*cafe->source, ending, change); !added) return added.error();
    change.said = closed(store::name_of(ref));
    change.unchanged = closed_already(store::name_of(ref));
    return change;
}

Result<Change> person_who_left(const store::Book& book, const store::Ref& ref, const Date& day) {
    Change change;
    std::size_t all = 0;
    for (const auto& partner : book.partners) {
        Ending ending;
        end_functions(partner.value, ref.id, day, ending);
        if (const auto added = add_file(*partner.source, ending, change); !added) return added.error();
        all += ending.ended;
    }
    change.said = person_left(store::name_of(ref), count(all, ended));
    change.unchanged = no_function(store::name_of(ref));
    return change;
}

// Where somebody who follows the notebook would still be led to it. What was, in meetings and networks, stays said.
void say_where_named(World& world, const store::Book& book, const store::Ref& ref) {
    constexpr std::size_t most = 12;
    std::vector<std::string> places;
    for (const edit::Mention& mention : edit::mentions_of(book, ref)) {
        const store::Ref& in = mention.source->ref;
        if (in == ref || in.kind == RecordKind::meeting || in.kind == RecordKind::network) continue;
        if (mention.field.starts_with("contacts.") || mention.field.starts_with("verified.") ||
            mention.field.starts_with("agreement."))
            continue;
        if (places.size() == most) {
            places.emplace_back("…");
            break;
        }
        places.push_back(mention.source->path + " (" + mention.field + ")");
    }
    if (!places.empty()) world.say(still_named(store::name_of(ref), text::join(places, ", ")));
}

Result<int> run_archive(World& world, const Arguments& arguments) {
    const auto book = open_book(world);
    if (!book) return book.error();
    const Date day = today(world);
    const auto ref = resolve(store::Catalog(*book), arguments.words[0], false, day);
    if (!ref) return ref.error();
    if (ref->kind == RecordKind::meeting) return Error{ErrorKind::usage, no_meeting(), cancel_it(ref->id)};
    if (ref->kind == RecordKind::person)
        if (const auto known = nothing_hidden(world, *book, ref->id); !known) return known.error();
    auto change = ref->kind == RecordKind::partner  ? closed_partner(*book, *ref, day)
                  : ref->kind == RecordKind::person ? person_who_left(*book, *ref, day)
                                                    : closed_cafe(*book, *ref);
    if (!change) return change.error();
    change->id = ref->id;
    if (const auto checked = check_change(*book, change->files); !checked) return checked.error();
    const auto code = finish_change(world, arguments, book->root, std::move(*change));
    if (code) say_where_named(world, *book, *ref);
    return code;
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
