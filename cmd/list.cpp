#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "command.hpp"
#include "facts/quality.hpp"
#include "facts/release.hpp"
#include "facts/service.hpp"
#include "meeting.hpp"
#include "model/fields.hpp"
#include "model/values.hpp"
#include "notebook.hpp"
#include "output.hpp"
#include "query/filter.hpp"
#include "territory/tables.hpp"
#include "view/subjects.hpp"

namespace cafe::cmd {

namespace {

using view::nearest_subject;
using view::Subject;
using view::subject_called;
using view::subjects;

using model::RecordKind;

constexpr facts::Disclosure own{facts::Reader::own, false};

constexpr Label id_title{"identifiant", "id"};
constexpr Label name_title{"nom", "name"};
constexpr Label kind_title{"genre", "kind"};
constexpr Label area_title{"territoire", "territory"};
constexpr Label phone_title{"téléphone", "phone"};
constexpr Label email_title{"courriel", "e-mail"};
constexpr Label title_title{"fonctions", "functions"};
constexpr Label place_title{"lieu", "place"};
constexpr Label schedule_title{"quand", "when"};
constexpr Label family_title{"famille", "family"};
constexpr Label acronym_title{"sigle", "acronym"};
constexpr Label meaning_title{"ce que c'est", "what it is"};
constexpr Label partners_title{"partenaires", "partners"};

constexpr Phrase<std::size_t> nothing{"rien ne correspond (sur {})", "nothing matches (of {})"};
constexpr Phrase<> empty_notebook{"le carnet est encore vide de ces fiches", "the notebook holds none of these yet"};

// One table in the making: titles once, a cell for each record.
class Table {
public:
    explicit Table(Lang lang) : lang_(lang) {}
    void add(const Label& title, std::string cell) {
        const auto at = std::find_if(columns_.begin(), columns_.end(),
                                     [&](const Column& column) { return column.title == title.in(lang_); });
        if (at != columns_.end())
            at->cells.push_back(std::move(cell));
        else
            columns_.push_back({std::string(title.in(lang_)),
                                {std::move(cell)},
                                &title == &name_title ? Weight::text : Weight::by_content});
    }
    std::vector<Column> done() && { return std::move(columns_); }

private:
    Lang lang_;
    std::vector<Column> columns_;
};

std::string phone_shown(const std::string& written) {
    const auto phone = model::to_phone(written);
    return phone ? phone->display : written;
}

struct Made {
    Listing listing;
    std::size_t of = 0;  // how many there are in all
};

Made list_partners(const store::Catalog& catalog, const std::vector<std::string>& ids, Lang lang) {
    Made made{{"cafe/list/1", &model::partner_shape(), {}, {}}, catalog.partners().size()};
    Table table(lang);
    for (const std::string& id : ids) {
        auto partner = facts::release_partner(catalog, id, own);
        if (!partner) continue;
        table.add(id_title, id);
        table.add(name_title, (*partner)->name);
        table.add(kind_title, catalog.vocabulary().label(model::VocabularyKind::kinds, (*partner)->kind).in(lang));
        table.add(area_title, text::join((*partner)->territory, ", "));
        table.add(phone_title, (*partner)->phones.empty() ? "" : phone_shown((*partner)->phones.front().number));
        made.listing.records.push_back({id, std::move(*partner).tree()});
    }
    made.listing.columns = std::move(table).done();
    return made;
}

// Where everyone works, from the fiches' contacts: « Référente logement, CCAS de Fumel ».
std::map<std::string, std::vector<std::string>, std::less<>> functions_by_person(const store::Catalog& catalog) {
    std::map<std::string, std::vector<std::string>, std::less<>> functions;
    for (const store::PartnerEntry& partner : catalog.partners())
        for (const model::Contact& contact : partner.value.contacts)
            functions[contact.person].push_back(contact.role.empty() ? partner.value.name
                                                                     : contact.role + ", " + partner.value.name);
    return functions;
}

Made list_people(const store::Catalog& catalog, const std::vector<std::string>& ids, Lang lang) {
    Made made{{"cafe/list/1", &model::person_shape(), {}, {}}, catalog.people().size()};
    const auto functions = functions_by_person(catalog);
    Table table(lang);
    for (const std::string& id : ids) {
        auto person = facts::release_person(catalog, id, own);
        if (!person) continue;
        table.add(id_title, id);
        table.add(name_title, (*person)->name);
        const auto held = functions.find(id);
        table.add(title_title, held == functions.end() ? "" : text::join(held->second, " ; "));
        table.add(phone_title, (*person)->phones.empty() ? "" : phone_shown((*person)->phones.front().number));
        table.add(email_title, (*person)->emails.empty() ? "" : (*person)->emails.front().address);
        made.listing.records.push_back({id, std::move(*person).tree()});
    }
    made.listing.columns = std::move(table).done();
    return made;
}

Made list_cafes(const store::Catalog& catalog, const std::vector<std::string>& ids, Lang lang) {
    Made made{{"cafe/list/1", &model::cafe_shape(), {}, {}}, catalog.cafes().size()};
    Table table(lang);
    for (const std::string& id : ids) {
        auto cafe = facts::release_cafe(catalog, id, own);
        if (!cafe) continue;
        table.add(id_title, id);
        table.add(name_title, (*cafe)->name);
        table.add(place_title, column_text(cafe->tree(), "place.commune", model::cafe_shape()));
        table.add(schedule_title, column_text(cafe->tree(), "schedule.every", model::cafe_shape()));
        table.add(area_title, column_text(cafe->tree(), "territory", model::cafe_shape()));
        made.listing.records.push_back({id, std::move(*cafe).tree()});
    }
    made.listing.columns = std::move(table).done();
    return made;
}

// Keys that programs may ask of themes and areas, which are no records of their own.
const model::Shape& plain_shape() {
    static const model::Shape shape = [] {
        model::Shape made{"word", {}};
        for (const auto* key : {"label", "family", "kind", "partners"}) {
            model::Field field;
            field.key = key;
            made.fields.push_back(field);
        }
        return made;
    }();
    return shape;
}

// Whether a fiche says a word of a vocabulary: a family by one of its themes too, a public of a service too.
bool says(const model::Vocabulary& words, model::VocabularyKind kind, const model::Partner& partner,
          const std::string& id) {
    if (kind == model::VocabularyKind::kinds) return partner.kind == id;
    if (kind == model::VocabularyKind::themes) {
        const auto themes = facts::all_themes(partner);
        return std::any_of(themes.begin(), themes.end(),
                           [&](const std::string& theme) { return words.answers(theme, id); });
    }
    const auto holds = [&](const std::vector<std::string>& publics) {
        return std::find(publics.begin(), publics.end(), id) != publics.end();
    };
    return holds(partner.publics) || std::any_of(partner.services.begin(), partner.services.end(),
                                                 [&](const model::Service& service) { return holds(service.publics); });
}

Made list_words(const store::Catalog& catalog, model::VocabularyKind kind, Lang lang) {
    Made made{{"cafe/list/1", &plain_shape(), {}, {}}, 0};
    Table table(lang);
    const model::Vocabulary& words = catalog.vocabulary();
    const bool themes = kind == model::VocabularyKind::themes;
    for (const std::string& id : words.ids(kind)) {
        const auto partners = std::to_string(
            std::count_if(catalog.partners().begin(), catalog.partners().end(),
                          [&](const store::PartnerEntry& partner) { return says(words, kind, partner.value, id); }));
        const std::string label = words.label(kind, id).in(lang);
        const model::Family* family = themes ? words.family_of(id) : nullptr;
        const std::string above = family == nullptr || family->id == id ? "" : family->id;
        table.add(id_title, id);
        table.add(name_title, label);
        if (themes) table.add(family_title, above);
        table.add(partners_title, partners);
        made.listing.records.push_back({id, mapping_of({{"label", label}, {"family", above}, {"partners", partners}})});
    }
    made.of = made.listing.records.size();
    made.listing.columns = std::move(table).done();
    return made;
}

Made list_acronyms(const store::Catalog& catalog, Lang lang) {
    Made made{{"cafe/list/1", &plain_shape(), {}, {}}, 0};
    Table table(lang);
    for (const model::Acronym& acronym : catalog.vocabulary().acronyms) {
        table.add(acronym_title, acronym.letters);
        table.add(meaning_title, acronym.meaning);
        made.listing.records.push_back({acronym.letters, mapping_of({{"label", acronym.meaning}})});
    }
    made.of = made.listing.records.size();
    made.listing.columns = std::move(table).done();
    return made;
}

// The network's own areas, then those that partners serve.
std::vector<territory::AreaRef> areas_of(const store::Catalog& catalog) {
    std::vector<territory::AreaRef> areas = catalog.territory().own_areas();
    const auto own = static_cast<std::ptrdiff_t>(areas.size());
    for (const store::PartnerEntry& partner : catalog.partners())
        for (const territory::AreaRef& area : partner.areas)
            if (std::find(areas.begin(), areas.end(), area) == areas.end()) areas.push_back(area);
    std::sort(areas.begin() + own, areas.end());
    return areas;
}

// The official areas of one level in the notebook's départements, by name.
std::vector<territory::AreaRef> official_areas(const store::Catalog& catalog, territory::AreaKind level) {
    using territory::AreaKind;
    const territory::Territory& territory = catalog.territory();
    std::vector<territory::AreaRef> areas;
    for (const std::string& code : catalog.settings().departments) {
        const territory::AreaRef departement{AreaKind::departement, "dep:" + code};
        if (!territory.known(departement)) continue;
        if (level == AreaKind::departement) {
            areas.push_back(departement);
            continue;
        }
        for (const territory::AreaRef& commune : territory.communes_of(departement)) {
            if (level == AreaKind::commune) {
                areas.push_back(commune);
                continue;
            }
            const auto row = territory::tables::find_commune(commune.code.substr(commune.code.find(':') + 1));
            const auto group = row ? territory::tables::epci_of(*row) : std::nullopt;
            if (group) areas.push_back({AreaKind::epci, "epci:" + territory::tables::epci(*group).siren});
        }
    }
    std::sort(areas.begin(), areas.end());
    areas.erase(std::unique(areas.begin(), areas.end()), areas.end());
    std::stable_sort(areas.begin(), areas.end(), [&](const territory::AreaRef& a, const territory::AreaRef& b) {
        return fold::text(territory.name(a)) < fold::text(territory.name(b));
    });
    return areas;
}

Made list_areas(const store::Catalog& catalog, const std::vector<territory::AreaRef>& areas, Lang lang) {
    Made made{{"cafe/list/1", &plain_shape(), {}, {}}, 0};
    Table table(lang);
    const territory::Territory& territory = catalog.territory();
    for (const territory::AreaRef& area : areas) {
        const auto partners = std::count_if(
            catalog.partners().begin(), catalog.partners().end(), [&](const store::PartnerEntry& partner) {
                return std::any_of(partner.areas.begin(), partner.areas.end(),
                                   [&](const territory::AreaRef& served) { return territory.contains(served, area); });
            });
        const std::string kind = territory.kind_name(area).in(lang);
        table.add(id_title, area.code);
        table.add(name_title, territory.name(area));
        table.add(kind_title, kind);
        table.add(partners_title, std::to_string(partners));
        made.listing.records.push_back(
            {area.code,
             mapping_of({{"label", territory.name(area)}, {"kind", kind}, {"partners", std::to_string(partners)}})});
    }
    made.of = made.listing.records.size();
    made.listing.columns = std::move(table).done();
    return made;
}

constexpr Phrase<std::string> takes_no_query{"« cafe list {} » ne prend pas de question",
                                             "'cafe list {}' takes no query"};
constexpr Phrase<std::string, std::string> search_instead{
    "les partenaires dont la fiche le dit : cafe list partners {}{}",
    "the partners whose record says it: cafe list partners {}{}"};
constexpr Phrase<std::string> no_such_list{"« {} » n'est pas une liste, et aucune fiche ne le dit",
                                           "'{}' is no list, and no record says it"};
constexpr Phrase<std::string> did_you_mean{"vouliez-vous dire « cafe list {} » ?", "did you mean 'cafe list {}'?"};

Result<Made> list_records(const store::Catalog& catalog, RecordKind kind, std::span<const std::string> words,
                          Lang lang) {
    const auto ids = query::filter(words, catalog, kind, "cafe list");
    if (!ids) return ids.error();
    switch (kind) {
        case RecordKind::person: return list_people(catalog, *ids, lang);
        case RecordKind::cafe: return list_cafes(catalog, *ids, lang);
        case RecordKind::meeting: return Made{meetings_listing(catalog, *ids, lang), catalog.meetings().size()};
        default: return list_partners(catalog, *ids, lang);
    }
}

// A query of partners. One of which nothing comes and whose first word is nearly the name of a list was meant as that.
Result<Made> list_by_query(const store::Catalog& catalog, std::span<const std::string> words, Lang lang) {
    auto made = list_records(catalog, RecordKind::partner, words, lang);
    if (words.empty() || (made && !made->listing.records.empty())) return made;
    const std::string& first = words.front();
    constexpr std::size_t worth_a_guess = 5;
    const auto near = first.find_first_of(":\"( ") == std::string::npos && utf8::length(first) >= worth_a_guess
                          ? nearest_subject(first)
                          : std::nullopt;
    if (!near) return made;
    return Error{ErrorKind::usage, no_such_list(utf8::printable(first)), did_you_mean(*near)};
}

Result<Made> make(const store::Catalog& catalog, std::span<const std::string> words, Lang lang) {
    const Subject* subject = words.empty() ? nullptr : subject_called(words.front());
    if (subject == nullptr) return list_by_query(catalog, words, lang);
    const std::span<const std::string> query = words.subspan(1);
    if (subject->record) return list_records(catalog, *subject->record, query, lang);
    if (!query.empty())
        return Error{ErrorKind::usage, takes_no_query(words.front()),
                     search_instead(words.front(), query.empty() ? "" : " " + query.front())};
    if (subject->vocabulary != model::VocabularyKind::none) return list_words(catalog, subject->vocabulary, lang);
    if (subject->acronyms) return list_acronyms(catalog, lang);
    return list_areas(catalog, subject->areas ? official_areas(catalog, *subject->areas) : areas_of(catalog), lang);
}

// What a fiche does not hold but can be asked for with --fields.
const model::Shape& shape_with_quality() {
    static const model::Shape shape = [] {
        model::Shape made = model::partner_shape();
        model::Field field;
        field.key = "quality";
        field.type = model::Type::number;
        field.storage = model::Storage::number;
        made.fields.push_back(field);
        return made;
    }();
    return shape;
}

void add_quality(const store::Catalog& catalog, const Date& day, Listing& listing) {
    listing.shape = &shape_with_quality();
    for (Listed& record : listing.records) {
        const store::PartnerEntry* entry = catalog.partner(record.id);
        if (entry == nullptr) continue;
        yaml::Node added = mapping_of({{"quality", std::to_string(facts::quality(entry->value, day).score)}});
        record.tree.entries.push_back(std::move(added.entries.front()));
    }
}

bool asks_for_quality(const Arguments& arguments) {
    for (const std::string& value : arguments.values("--fields"))
        for (const std::string_view field : text::split(value, ','))
            if (text::trim(field) == "quality") return true;
    return false;
}

Result<int> run_list(World& world, const Arguments& arguments) {
    const auto catalog = open_catalog(world);
    if (!catalog) return catalog.error();
    auto made = make(*catalog, arguments.words, world.lang);
    if (!made) return made.error();
    if (made->listing.shape == &model::partner_shape() && asks_for_quality(arguments))
        add_quality(*catalog, today(world), made->listing);
    auto code = print_listing(world, arguments, made->listing);
    const auto machine = wants_machine_form(arguments);
    if (code && *code == 1 && machine && !*machine) world.say(made->of == 0 ? empty_notebook() : nothing(made->of));
    return code;
}

std::vector<std::string_view> first_words() {
    std::vector<std::string_view> words;
    for (const Subject& subject : subjects()) words.push_back(subject.names.front());
    return words;
}

const model::Shape& shape_listed(std::string_view first_word) {
    const Subject* subject = subject_called(first_word);
    if (subject == nullptr) return model::partner_shape();
    return subject->record ? model::shape_of(*subject->record) : plain_shape();
}

}  // namespace

const Command& list_command() {
    static const Command command{
        .name = "list",
        .group = Group::ask,
        .summary = {"un tableau : partenaires, personnes, cafés, réunions, vocabulaire, territoires",
                    "a table: partners, people, cafes, meetings, vocabulary, areas"},
        .arguments = {"[LISTE] [QUESTION…]", "[LIST] [QUERY…]"},
        .options = machine_options(),
        .about = {"LISTE : partners, people, cafes, meetings, ou sans question themes, publics, kinds, acronyms, areas "
                  "(territoires du réseau et des fiches), communes, epci, departements ; en français aussi "
                  "(personnes, réunions, thèmes, genres, sigles, territoires…). Sans LISTE : les partenaires. La "
                  "question filtre : tous ses mots doivent être vrais. Elle peut "
                  "nommer un champ "
                  "(kind:caf, address.commune:Fumel, siret: pour « a un SIRET »), un thème (theme:logement), un "
                  "territoire (in:Fumel, "
                  "touches:circo-fumel), et se combiner avec OR, not: et des parenthèses.",
                  "LIST: partners, people, cafes, meetings, or without a query themes, publics, kinds, acronyms, areas "
                  "(those of the network and of records), communes, epci, departements; in French too (personnes, "
                  "réunions, thèmes, genres, sigles, territoires…). Without LIST: the partners. The query filters: all "
                  "of its words must be true. It may name a field "
                  "(kind:caf, "
                  "address.commune:Fumel, siret: for 'has a SIRET'), a theme (theme:housing), an area (in:Fumel, "
                  "touches:circo-fumel), and "
                  "join them with OR, not: and parentheses."},
        .examples = {{"cafe list kind:ccas-cias", {"tous les CCAS", "all the CCAS"}},
                     {"cafe list theme:logement in:Fumel --csv --fields id,name,phones.number",
                      {"pour un tableur", "for a spreadsheet"}},
                     {"cafe list --fields quality,id,name", {"la note de chaque fiche", "the score of each record"}},
                     {"cafe list kinds",
                      {"les genres d'organismes, et combien il y en a",
                       "the kinds of organisations, and how many there are"}},
                     {"cafe list meetings", {"les réunions, la dernière d'abord", "the meetings, the last one first"}}},
        .run = run_list,
        .first_words = first_words(),
        .shape = shape_listed,
    };
    return command;
}

}  // namespace cafe::cmd
