#include "view/lists.hpp"

#include <algorithm>
#include <map>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "facts/release.hpp"
#include "facts/service.hpp"
#include "model/values.hpp"
#include "territory/tables.hpp"

namespace cafe::view {

namespace {

using model::Label;

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

// One table in the making: titles once, a cell for each record.
class ColumnsInTheMaking {
public:
    explicit ColumnsInTheMaking(Lang lang) : lang_(lang) {}
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

MadeList list_partners(const store::Catalog& catalog, const std::vector<std::string>& ids, Lang lang) {
    MadeList made{{"cafe/list/1", &model::partner_shape(), {}, {}}, catalog.partner_count()};
    ColumnsInTheMaking table(lang);
    for (const std::string& id : ids) {
        const auto partner = facts::release_partner_in_brief(catalog, id, own);
        if (!partner) continue;
        table.add(id_title, id);
        table.add(name_title, (*partner)->name);
        table.add(kind_title, catalog.vocabulary().label(model::VocabularyKind::kinds, (*partner)->kind).in(lang));
        table.add(area_title, text::join((*partner)->territory, ", "));
        table.add(phone_title, phone_shown((*partner)->phone));
        made.list.records.push_back({id, {}});
    }
    made.list.columns = std::move(table).done();
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

MadeList list_people(const store::Catalog& catalog, const std::vector<std::string>& ids, Lang lang) {
    MadeList made{{"cafe/list/1", &model::person_shape(), {}, {}}, catalog.people().size()};
    const auto functions = functions_by_person(catalog);
    ColumnsInTheMaking table(lang);
    for (const std::string& id : ids) {
        const auto person = facts::release_person_in_brief(catalog, id, own);
        if (!person) continue;
        table.add(id_title, id);
        table.add(name_title, (*person)->name);
        const auto held = functions.find(id);
        table.add(title_title, held == functions.end() ? "" : text::join(held->second, " ; "));
        table.add(phone_title, phone_shown((*person)->phone));
        table.add(email_title, (*person)->email);
        made.list.records.push_back({id, {}});
    }
    made.list.columns = std::move(table).done();
    return made;
}

MadeList list_cafes(const store::Catalog& catalog, const std::vector<std::string>& ids, Lang lang) {
    MadeList made{{"cafe/list/1", &model::cafe_shape(), {}, {}}, catalog.cafes().size()};
    ColumnsInTheMaking table(lang);
    for (const std::string& id : ids) {
        auto cafe = facts::release_cafe(catalog, id, own);
        if (!cafe) continue;
        table.add(id_title, id);
        table.add(name_title, (*cafe)->name);
        table.add(place_title, column_text(cafe->tree(), "place.commune", model::cafe_shape()));
        table.add(schedule_title, column_text(cafe->tree(), "schedule.every", model::cafe_shape()));
        table.add(area_title, column_text(cafe->tree(), "territory", model::cafe_shape()));
        made.list.records.push_back({id, std::move(*cafe).tree()});
    }
    made.list.columns = std::move(table).done();
    return made;
}

// To their own network every fiche may be named, so that none of them has to be read.
MadeList ids_of_partners(const store::Catalog& catalog, const std::vector<std::string>& ids) {
    MadeList made{{"cafe/list/1", &model::partner_shape(), {}, {}}, catalog.partner_count()};
    for (const std::string& id : ids)
        if (catalog.has_partner(id)) made.list.records.push_back({id, {}});
    return made;
}

// For programs, which are told the trees and no columns.
template <class Release>
MadeList trees_of(const model::Shape& shape, const std::vector<std::string>& ids, std::size_t of, Release release) {
    MadeList made{{"cafe/list/1", &shape, {}, {}}, of};
    for (const std::string& id : ids)
        if (auto record = release(id)) made.list.records.push_back({id, std::move(*record).tree()});
    return made;
}

MadeList trees_of(const store::Catalog& catalog, model::RecordKind kind, const std::vector<std::string>& ids) {
    switch (kind) {
        case model::RecordKind::person:
            return trees_of(model::person_shape(), ids, catalog.people().size(),
                            [&](const std::string& id) { return facts::release_person(catalog, id, own); });
        case model::RecordKind::cafe:
            return trees_of(model::cafe_shape(), ids, catalog.cafes().size(),
                            [&](const std::string& id) { return facts::release_cafe(catalog, id, own); });
        default:
            return trees_of(model::partner_shape(), ids, catalog.partner_count(),
                            [&](const std::string& id) { return facts::release_partner(catalog, id, own); });
    }
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

// The network's own areas, then those that partners serve.
std::vector<territory::AreaRef> areas_of(const store::Catalog& catalog) {
    std::vector<territory::AreaRef> areas = catalog.territory().own_areas();
    const auto own_count = static_cast<std::ptrdiff_t>(areas.size());
    for (const store::PartnerEntry& partner : catalog.partners())
        for (const territory::AreaRef& area : partner.areas)
            if (std::find(areas.begin(), areas.end(), area) == areas.end()) areas.push_back(area);
    std::sort(areas.begin() + own_count, areas.end());
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

}  // namespace

const model::Shape& listed_word_shape() {
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

MadeList list_of(const store::Catalog& catalog, model::RecordKind kind, const std::vector<std::string>& ids, Lang lang,
                 Wanted wanted) {
    if (wanted == Wanted::trees) return trees_of(catalog, kind, ids);
    if (wanted == Wanted::ids && kind == model::RecordKind::partner) return ids_of_partners(catalog, ids);
    switch (kind) {
        case model::RecordKind::person: return list_people(catalog, ids, lang);
        case model::RecordKind::cafe: return list_cafes(catalog, ids, lang);
        default: return list_partners(catalog, ids, lang);
    }
}

MadeList list_of_words(const store::Catalog& catalog, model::VocabularyKind kind, Lang lang) {
    MadeList made{{"cafe/list/1", &listed_word_shape(), {}, {}}, 0};
    ColumnsInTheMaking table(lang);
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
        made.list.records.push_back({id, mapping_of({{"label", label}, {"family", above}, {"partners", partners}})});
    }
    made.of = made.list.records.size();
    made.list.columns = std::move(table).done();
    return made;
}

MadeList list_of_acronyms(const store::Catalog& catalog, Lang lang) {
    MadeList made{{"cafe/list/1", &listed_word_shape(), {}, {}}, 0};
    ColumnsInTheMaking table(lang);
    for (const model::Acronym& acronym : catalog.vocabulary().acronyms) {
        table.add(acronym_title, acronym.letters);
        table.add(meaning_title, acronym.meaning);
        made.list.records.push_back({acronym.letters, mapping_of({{"label", acronym.meaning}})});
    }
    made.of = made.list.records.size();
    made.list.columns = std::move(table).done();
    return made;
}

MadeList list_of_areas(const store::Catalog& catalog, std::optional<territory::AreaKind> level, Lang lang) {
    const auto areas = level ? official_areas(catalog, *level) : areas_of(catalog);
    MadeList made{{"cafe/list/1", &listed_word_shape(), {}, {}}, 0};
    ColumnsInTheMaking table(lang);
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
        made.list.records.push_back(
            {area.code,
             mapping_of({{"label", territory.name(area)}, {"kind", kind}, {"partners", std::to_string(partners)}})});
    }
    made.of = made.list.records.size();
    made.list.columns = std::move(table).done();
    return made;
}

}  // namespace cafe::view
