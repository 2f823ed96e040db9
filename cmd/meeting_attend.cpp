#include <algorithm>

#include "asking.hpp"
#include "at_the_door.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "edit/adding.hpp"
#include "edit/create.hpp"
#include "facts/functions.hpp"
#include "facts/lookalike.hpp"
#include "meeting.hpp"
#include "meeting_change.hpp"
#include "meeting_commands.hpp"
#include "meetings/attendance.hpp"
#include "model/values.hpp"
#include "notebook.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> nobody_named{"qui est là ?", "who is there?"};
constexpr Phrase<> name_them{
    "cafe meeting attend fumel:last marie lacombe, --guest \"Nom\" --organisation \"Structure\", "
    "ou --headcount 19",
    "cafe meeting attend fumel:last marie lacombe, --guest \"Name\" --organisation "
    "\"Organisation\", or --headcount 19"};
constexpr Phrase<> add_them{"le nom et la structure seulement ; --add fait d'un invité une personne du carnet",
                            "the name and the organisation only; --add makes a guest a person of the notebook"};
constexpr Phrase<std::string> no_count{"« {} » n'est pas un nombre de personnes", "'{}' is not a number of people"};
constexpr Phrase<std::string, std::string> here{"{} : {}", "{}: {}"};
constexpr Phrase<std::string> first_time{"première fois : {}", "first time: {}"};
constexpr Phrase<std::string> ticked{"fiche relue : {}", "record checked: {}"};
constexpr Phrase<std::string> which_fiche{"fiche à relire, laquelle ? {} en a plusieurs ou aucune",
                                          "which record was checked? {} has several or none"};
constexpr Phrase<std::string, Words> looks_like{"ressemble à {} : {}", "looks like {}: {}"};
constexpr Noun at_table{"personne à la table", "personnes à la table", "person at the table", "people at the table"};

// Makes a newcomer a person of the notebook, with a function in the fiche they come from.
Result<std::string> person_of(World& world, const OpenNotebook& notebook, const Guest& guest, Change& change) {
    const store::Catalog& catalog = notebook.catalog;
    const auto known = edit::known_person(catalog, {guest.name, ""});
    if (!known) return known.error();
    std::string id = *known;
    if (id.empty()) {
        model::Person person;
        person.name = guest.name;
        for (const facts::Lookalike& other : facts::lookalikes(catalog, person))
            world.say(looks_like("people/" + other.id, facts::reasons(other.agree)));
        id = edit::free_id(notebook.book, change.files, model::RecordKind::person, guest.name);
        change.files.push_back({store::path_of({model::RecordKind::person, id}), std::nullopt,
                                edit::create(model::RecordKind::person, Value(Map{{"name", Value(guest.name)}}))});
    }
    if (guest.organisation.empty()) return id;
    const auto partner = fiche_called(catalog, guest.organisation);
    if (!partner) return partner.error();
    const auto* record = store::find(notebook.book.partners, *partner);
    const auto& contacts = record->value.contacts;
    if (std::any_of(contacts.begin(), contacts.end(), [&](const model::Contact& one) { return one.person == id; }))
        return id;
    store::FileChange* file = nullptr;
    for (store::FileChange& other : change.files)
        if (other.path == record->source->path) file = &other;
    const edit::Edit contact{{{"contacts"}}, edit::Op::add, Value(List{Value(Map{{"person", Value(id)}})})};
    auto text = edit::apply(file == nullptr ? record->source->text : *file->after, record->source->path,
                            model::RecordKind::partner, {contact});
    if (!text) return text.error();
    if (file == nullptr)
        change.files.push_back({record->source->path, record->source->text, std::move(*text)});
    else
        file->after = std::move(*text);
    return id;
}

Result<int> run_meeting_attend(World& world, const Arguments& arguments) {
    auto notebook = open_notebook(world);
    if (!notebook) return notebook.error();
    const store::Catalog& catalog = notebook->catalog;
    const auto id = resolve_meeting(catalog, arguments.words.front(), today(world));
    if (!id) return id.error();
    if (const auto open = not_approved(catalog, *id); !open) return open.error();
    const model::Meeting& meeting = *catalog.meeting(*id);
    const auto guests = guests_of(arguments, add_them());
    if (!guests) return guests.error();
    Change change;
    change.id = *id;
    List lines;
    std::vector<std::string> people;
    std::vector<std::string> said;
    for (std::size_t i = 1; i < arguments.words.size(); ++i) {
        auto person = person_at_the_door(catalog, meeting, arguments.words[i], today(world));
        if (!person) return person.error();
        lines.push_back(meetings::seat_line(catalog, meeting, *person));
        people.push_back(std::move(*person));
    }
    if (!people.empty()) said.push_back(names_of(catalog, people));
    for (const Guest& guest : *guests) {
        said.push_back(utf8::printable(guest.name));
        if (!arguments.has("--add")) {
            lines.push_back(meetings::guest_line(guest.name, guest.organisation));
            continue;
        }
        const auto person = person_of(world, *notebook, guest, change);
        if (!person) return person.error();
        lines.push_back(Value(Map{{"person", Value(*person)}}));
    }
    std::vector<edit::Edit> edits = meetings::seated(meeting, lines);
    std::vector<std::string> fiches;
    std::vector<std::string> unsure;
    for (const std::string& person : arguments.has("--verified") ? people : std::vector<std::string>{}) {
        model::Attendee line;
        line.person = person;
        for (const model::Invitation& invited : meeting.invitations)
            if (invited.person == person) line.partner = invited.partner;
        const std::string partner = facts::came_for(catalog, line, meeting.date.value_or(today(world)));
        (partner.empty() ? unsure : fiches).push_back(partner.empty() ? person : partner);
    }
    for (const std::string& fiche : fiches)
        edits.push_back({model::RecordPath{{"fiches", "verified"}}, edit::Op::add, Value(List{Value(fiche)})});
    if (arguments.has("--headcount")) {
        const auto number = model::to_whole_number(arguments.value("--headcount"));
        if (!number || *number < 0 || *number > 10000)
            return Error{ErrorKind::usage, no_count(utf8::printable(arguments.value("--headcount"))), {}};
        edits.push_back({model::RecordPath{{"headcount"}}, edit::Op::set, Value(std::to_string(*number))});
    }
    if (lines.empty() && !arguments.has("--headcount")) return Error{ErrorKind::usage, nobody_named(), name_them()};
    if (const auto added = add_edits(*notebook, *id, edits, change); !added) return added.error();
    if (const auto checked = check_change(notebook->book, change.files, Keys::known); !checked) return checked.error();
    const int all = meetings::how_many_came(meeting_after(change, *id));
    const Words counted = count(static_cast<std::size_t>(all), at_table);
    if (!said.empty()) said.back() += " ; ";
    change.said =
        Words{here(*id, text::join(said, ", ") + counted.fr).fr, here(*id, text::join(said, ", ") + counted.en).en};
    auto code = finish_change(world, arguments, notebook->book, std::move(change));
    if (!code) return code;
    std::vector<std::string> first;
    for (const std::string& person : people)
        if (meetings::came_before(catalog, person, *id) == 0) first.push_back(person);
    if (!first.empty()) world.say(first_time(names_of(catalog, first)));
    if (!fiches.empty()) world.say(ticked(names_of(catalog, fiches)));
    for (const std::string& person : unsure)
        world.say(which_fiche(utf8::printable(named(catalog, person, world.lang))));
    return code;
}

std::vector<Option> options_of_attend() {
    std::vector<Option> options{
        {"--guest",
         ValueKind::text,
         {"NOM", "NAME"},
         {"quelqu'un qui n'est pas dans le carnet", "somebody who is not in the notebook"},
         {},
         true},
        {"--organisation",
         ValueKind::text,
         {"STRUCTURE", "ORGANISATION"},
         {"d'où vient l'invité qui précède", "where the guest before it comes from"},
         {},
         true},
        {"--verified",
         ValueKind::none,
         {},
         {"leur fiche a été relue, elle est juste", "their record was checked, it is right"}},
        {"--headcount",
         ValueKind::number,
         {"N", "N"},
         {"combien de personnes, quand on ne garde pas les noms", "how many people, where no names are kept"}},
        {"--add",
         ValueKind::none,
         {},
         {"faire des invités des personnes du carnet", "make the guests people of the notebook"}}};
    for (Option& option : change_options()) options.push_back(std::move(option));
    return options;
}

}  // namespace

const Command& meeting_attend_command() {
    static const Command command{
        .name = "meeting attend",
        .group = Group::meet,
        .summary = {"noter qui est là, à la porte", "record who is there, at the door"},
        .arguments = {"RÉUNION [PERSONNE…]", "REF [PERSON…]"},
        .least = 1,
        .options = options_of_attend(),
        .about = {"Plusieurs à la fois, par un mot de leur nom ou son début : ceux qu'on attend passent avant les "
                  "autres, et un partenaire vaut pour la personne qu'il envoie. Qui était excusé ne l'est plus. Rien "
                  "n'est écrit si un nom peut désigner plusieurs personnes. Un invité n'a jamais d'adresse.",
                  "Several at once, by a word of their name or its beginning: those who are expected come before "
                  "others, and a partner stands for the person it sends. Who had sent apologies no longer has. "
                  "Nothing is written when a name may be several people's. A guest never has an address."},
        .examples = {{"cafe meeting attend fumel:last marie lacombe --verified",
                      {"elles sont là, leurs fiches sont relues", "they are there, their records are checked"}},
                     {"cafe meeting attend fumel:last --guest \"Lucie Arnal\" --organisation \"Stagiaire au CMS\"",
                      {"une invitée", "a guest"}}},
        .run = run_meeting_attend,
        .word = ValueKind::meeting,
    };
    return command;
}

}  // namespace cafe::cmd
