#include <algorithm>
#include <array>
#include <functional>
#include <map>

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

namespace cafe::cmd {

namespace {

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
            columns_.push_back({std::string(title.in(lang_)), {std::move(cell)}});
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

Made list_themes(const store::Catalog& catalog, Lang lang) {
    Made made{{"cafe/list/1", &plain_shape(), {}, {}}, 0};
    Table table(lang);
    const model::Vocabulary& words = catalog.vocabulary();
    for (const std::string& id : words.ids(model::VocabularyKind::themes)) {
        std::size_t partners = 0;
        for (const store::PartnerEntry& partner : catalog.partners()) {
            const auto themes = facts::all_themes(partner.value);
            partners += std::any_of(themes.begin(), themes.end(),
                                    [&](const std::string& own_theme) { return words.answers(own_theme, id); })
                            ? 1
                            : 0;
        }
        const std::string label = words.label(model::VocabularyKind::themes, id).in(lang);
        const model::Family* family = words.family_of(id);
        const std::string above = family == nullptr || family->id == id ? "" : family->id;
        table.add(id_title, id);
        table.add(name_title, label);
        table.add(family_title, above);
        table.add(partners_title, std::to_string(partners));
        made.listing.records.push_back(
            {id, mapping_of({{"label", label}, {"family", above}, {"partners", std::to_string(partners)}})});
    }
    made.of = made.listing.records.size();
    made.listing.columns = std::move(table).done();
    return made;
}

Made list_areas(const store::Catalog& catalog, Lang lang) {
    Made made{{"cafe/list/1", &plain_shape(), {}, {}}, 0};
    Table table(lang);
    const territory::Territory& territory = catalog.territory();
    std::vector<territory::AreaRef> areas = territory.own_areas();
    for (const store::PartnerEntry& partner : catalog.partners())
        for (const territory::AreaRef& area : partner.areas)
            if (std::find(areas.begin(), areas.end(), area) == areas.end()) areas.push_back(area);
    std::sort(areas.begin() + static_cast<std::ptrdiff_t>(territory.own_areas().size()), areas.end());
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

struct Listable {
    std::string_view word;
    std::optional<RecordKind> kind;  // nothing: not asked by a query
};

constexpr std::array<Listable, 6> listables{{
    {"partners", RecordKind::partner},
    {"people", RecordKind::person},
    {"cafes", RecordKind::cafe},
    {"meetings", RecordKind::meeting},
    {"themes", std::nullopt},
    {"areas", std::nullopt},
}};

constexpr Phrase<std::string> takes_no_query{"« cafe list {} » ne prend pas de question",
                                             "'cafe list {}' takes no query"};

Result<Made> make(const store::Catalog& catalog, std::span<const std::string> words, Lang lang) {
    Listable what = listables[0];
    for (const Listable& candidate : listables)
        if (!words.empty() && words[0] == candidate.word) what = candidate;
    if (!words.empty() && words[0] == what.word) words = words.subspan(1);
    if (!what.kind) {
        if (!words.empty()) return Error{ErrorKind::usage, takes_no_query(std::string(what.word)), {}};
        return what.word == "themes" ? list_themes(catalog, lang) : list_areas(catalog, lang);
    }
    const auto ids = query::filter(words, catalog, *what.kind, "cafe list");
    if (!ids) return ids.error();
    switch (*what.kind) {
        case RecordKind::person: return list_people(catalog, *ids, lang);
        case RecordKind::cafe: return list_cafes(catalog, *ids, lang);
        case RecordKind::meeting: return Made{meetings_listing(catalog, *ids, lang), catalog.meetings().size()};
        default: return list_partners(catalog, *ids, lang);
    }
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
    for (const Listable& listable : listables) words.push_back(listable.word);
    return words;
}

const model::Shape& shape_listed(std::string_view first_word) {
    for (const Listable& listable : listables)
        if (first_word == listable.word) return listable.kind ? model::shape_of(*listable.kind) : plain_shape();
    return model::partner_shape();
}

}  // namespace

const Command& list_command() {
    static const Command command{
        .name = "list",
        .group = Group::ask,
        .summary = {"un tableau : partenaires, personnes, cafés, réunions, thèmes, territoires",
                    "a table: partners, people, cafes, meetings, themes, areas"},
        .arguments = {"[partners|people|cafes|meetings|themes|areas] [QUESTION…]",
                      "[partners|people|cafes|meetings|themes|areas] [QUERY…]"},
        .options = machine_options(),
        .about = {"Sans mot : tous les partenaires. La question filtre : tous ses mots doivent être vrais. Elle peut "
                  "nommer un champ "
                  "(kind:caf, address.commune:Fumel, siret: pour « a un SIRET »), un thème (theme:logement), un "
                  "territoire (in:Fumel, "
                  "touches:circo-fumel), et se combiner avec OR, not: et des parenthèses.",
                  "Without a word: all partners. The query filters: all of its words must be true. It may name a field "
                  "(kind:caf, "
                  "address.commune:Fumel, siret: for 'has a SIRET'), a theme (theme:housing), an area (in:Fumel, "
                  "touches:circo-fumel), and "
                  "join them with OR, not: and parentheses."},
        .examples = {{"cafe list kind:ccas-cias", {"tous les CCAS", "all the CCAS"}},
                     {"cafe list theme:logement in:Fumel --csv --fields id,name,phones.number",
                      {"pour un tableur", "for a spreadsheet"}},
                     {"cafe list --fields quality,id,name", {"la note de chaque fiche", "the score of each record"}},
                     {"cafe list meetings", {"les réunions, la dernière d'abord", "the meetings, the last one first"}}},
        .run = run_list,
        .first_words = first_words(),
        .shape = shape_listed,
    };
    return command;
}

}  // namespace cafe::cmd
