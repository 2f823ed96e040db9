#include <algorithm>

#include "asking.hpp"
#include "change.hpp"
#include "change_told.hpp"
#include "command.hpp"
#include "edit/assignment.hpp"
#include "notebook.hpp"
#include "query/filter.hpp"
#include "query/today.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> what_to_set{"rien à changer n'est donné", "no change was given"};
constexpr Phrase<> write_so{"écrire par exemple : cafe set ccas-fumel themes+=mobilite",
                            "write for example: cafe set ccas-fumel themes+=mobilite"};
constexpr Phrase<std::string, Words> in_record{"{0} : {1}", "{0}: {1}"};
constexpr Phrase<std::string, Words> said_of_one{"{0} : {1}", "{0}: {1}"};
constexpr Phrase<std::string> stands_already{"{} : rien à changer, c'est déjà écrit",
                                             "{}: nothing to change, it already says so"};
constexpr Phrase<std::string, Words> not_there{"{0} : rien à changer, {1}", "{0}: nothing to change, {1}"};
constexpr Phrase<Words, std::string> said_of_many{"{0} : {1}", "{0}: {1}"};
constexpr Noun changed_records{"fiche changée", "fiches changées", "record changed", "records changed"};
constexpr Noun records{"fiche", "fiches", "record", "records"};
constexpr Noun changing_records{"fiche changerait", "fiches changeraient", "record would change",
                                "records would change"};
constexpr Phrase<Words> would_change{"{} : rien n'a été écrit", "{}: nothing was written"};
constexpr Phrase<> say_yes{"relancer avec --yes pour les changer toutes, avec --dry-run pour voir d'abord",
                           "run it again with --yes to change them all, with --dry-run to see first"};
constexpr Phrase<Words, std::string> change_all{"Changer {0} ({1}) ? [o/N] ", "Change {0} ({1})? [y/N] "};
constexpr Phrase<> nobody{"aucune fiche ne répond à cette question", "no record answers this query"};

Result<std::vector<store::Ref>> selected(const store::Catalog& catalog, const std::string& question, const Date& day) {
    const std::vector<std::string> words{question};
    const auto ids = query::filter(query::with_today(words, day), catalog, model::RecordKind::partner, "cafe list");
    if (!ids) return ids.error();
    std::vector<store::Ref> refs;
    for (const std::string& id : *ids) refs.push_back({model::RecordKind::partner, id});
    return refs;
}

struct Request {
    std::vector<store::Ref> refs;
    std::vector<std::string> changes;
};

Result<Request> request_of(const World& world, const store::Catalog& catalog, const Arguments& arguments) {
    Request request;
    request.changes = arguments.words;
    if (arguments.has("--where")) {
        auto refs = selected(catalog, arguments.value("--where"), today(world));
        if (!refs) return refs.error();
        request.refs = std::move(*refs);
    } else {
        auto ref = resolve(catalog, arguments.words.front(), false, today(world));
        if (!ref) return ref.error();
        request.refs.push_back(std::move(*ref));
        request.changes.erase(request.changes.begin());
    }
    if (request.changes.empty()) return Error{ErrorKind::usage, what_to_set(), write_so()};
    return request;
}

// The change that the words ask for, of the notebook as it stands now.
Result<Change> changed(World& world, const store::Book& book, const Arguments& arguments) {
    const store::Catalog catalog(book);
    const auto request = request_of(world, catalog, arguments);
    if (!request) return request.error();
    const bool many = arguments.has("--where");
    if (request->refs.empty()) return Error{ErrorKind::reference, nobody(), {}};
    const model::Shape& shape = model::shape_of(request->refs.front().kind);
    const auto edits = edit::assignments(request->changes, shape);
    if (!edits) return edits.error();

    Change change;
    for (const store::Ref& ref : request->refs) {
        const store::Source* source = source_of(book, ref);
        if (source == nullptr) continue;
        auto text = edit::apply(*source, *edits);
        if (!text && many && text.error().kind == ErrorKind::usage)
            return Error{ErrorKind::usage, in_record(store::name_of(ref), text.error().message), text.error().remedy};
        if (!text) return text.error();
        if (*text != source->text) change.files.push_back({source->path, source->text, std::move(*text)});
    }
    const auto checked = check_change(book, change.files, Keys::known);
    if (!checked) return checked.error();

    const std::string told = edit::in_one_line(*edits);
    if (many && change.files.size() > 1 && !arguments.has("--yes") && !arguments.has("--dry-run")) {
        if (!world.ask)
            return Error{ErrorKind::usage, would_change(count(change.files.size(), changing_records)), say_yes()};
        const auto answer = ask_yes(world, change_all(count(change.files.size(), records), told), false);
        if (!answer.value_or(false)) {
            change.cancelled = true;
            return change;
        }
    }
    if (many) {
        change.notes = left_out_of_change(book.unreadable.size());
        change.said = said_of_many(count(change.files.size(), changed_records), told);
    } else {
        const store::Ref& ref = request->refs.front();
        change.id = ref.id;
        const Words changes = in_words(field_changes(change.files, Versions(book)));
        change.said =
            said_of_one(ref.id.empty() ? store::name_of(ref) : ref.id, changes.empty() ? same(told) : changes);
        const std::string name = ref.id.empty() ? store::name_of(ref) : ref.id;
        const Words absent = edit::nothing_taken(*edits);
        change.unchanged = absent.empty() ? stands_already(name) : not_there(name, absent);
    }
    return change;
}

Result<int> run_set(World& world, const Arguments& arguments) {
    return change_notebook(world, arguments, [&](const store::Book& book) { return changed(world, book, arguments); });
}

std::vector<Option> options() {
    std::vector<Option> all{{"--where",
                             ValueKind::text,
                             {"QUESTION", "QUERY"},
                             {"dans toutes les fiches qui répondent à la question, comme pour « cafe list »",
                              "in every record that answers the query, as for 'cafe list'"}},
                            {"--yes",
                             ValueKind::none,
                             {},
                             {"avec --where : changer plusieurs fiches sans le demander",
                              "with --where: change several records without asking"}}};
    for (Option& option : change_options()) all.push_back(std::move(option));
    return all;
}

}  // namespace

const Command& set_command() {
    static const Command command{
        .name = "set",
        .group = Group::change,
        .summary = {"changer des champs d'une fiche, ou de plusieurs", "change fields of one record, or of many"},
        .arguments = {"FICHE CHAMP=VALEUR…", "REF PATH=VALUE…"},
        .least = 1,
        .options = options(),
        .about = {"CHAMP=VALEUR remplace, CHAMP+=VALEUR ajoute à une liste, CHAMP-=VALEUR en enlève, CHAMP= efface. Un "
                  "champ se nomme par son chemin ; une ligne d'une liste, par sa position à partir de 0 ou par ce qui "
                  "la désigne : phones.0.number, contacts.marie-delmas.role, services.fsl.capacity.free. Plusieurs "
                  "changements n'en font qu'un : tous, ou aucun. Ce que « cafe check » refuserait est refusé. Dans le "
                  "fichier, seuls changent les octets qui le doivent : les commentaires, l'ordre et les guillemets "
                  "restent.",
                  "PATH=VALUE replaces, PATH+=VALUE adds to a list, PATH-=VALUE takes from it, PATH= deletes. A field "
                  "is named by its path; an item of a list by its position from 0, or by what it is known by: "
                  "phones.0.number, contacts.marie-delmas.role, services.fsl.capacity.free. Several changes are one: "
                  "all of them, or none. What 'cafe check' would refuse is refused. In the file only the bytes change "
                  "that must: comments, order and quotes stay."},
        .examples = {{"cafe set ccas-fumel themes+=mobilite", {"un thème de plus", "one theme more"}},
                     {"cafe set ccas-fumel phones.0.number=\"05 36 49 00 01\" contacts.marie-delmas.role=directrice",
                      {"deux champs d'un coup", "two fields at once"}},
                     {"cafe set --where kind:ccas-cias verify_every=6 --dry-run",
                      {"voir ce qui changerait dans tous les CCAS", "see what would change in all the CCAS"}}},
        .run = run_set,
        .word = ValueKind::reference,
        .further = {ValueKind::assignment},
    };
    return command;
}

}  // namespace cafe::cmd
