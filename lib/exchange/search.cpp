#include "exchange/search.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "base/text.hpp"
#include "exchange/answered.hpp"
#include "exchange/engine_tables.hpp"
#include "exchange/fiches.hpp"
#include "exchange/readable.hpp"
#include "model/values.hpp"
#include "query/texts.hpp"

namespace cafe::exchange {

namespace {

using model::Partner;
using view::Data;
using view::DataList;
using view::DataObject;
using Service = std::optional<std::size_t>;  // its place in the fiche; the fiche as a whole

class Documents {
public:
    Documents(const Edition& edition, const store::Catalog& catalog) : edition_(edition), catalog_(catalog) {}

    void add(const Fiche& fiche) {
        put(fiche, std::nullopt);
        for (std::size_t i = 0; i < fiche.partner->services.size(); ++i) put(fiche, i);
    }

    [[nodiscard]] std::string bulk() && { return std::move(bulk_); }

private:
    // Two lines for each: what is done, and the document.
    void put(const Fiche& fiche, Service service) {
        const Partner& partner = *fiche.partner;
        // A service has an id where its fiche gives it one: its place is always there.
        const std::string id = service ? fiche.id + "#" + std::to_string(*service) : fiche.id;
        bulk_ += edition_.json(DataObject().put("index", DataObject().put("_id", id).done()).done()) + "\n";
        DataObject document;
        document.put("id", id).put("partner", fiche.id);
        add_texts(document, fiche.id, partner, service);
        add_places(document, fiche.id, partner, service);
        document.put("kind", partner.kind).put("status", status_of(partner));
        if (partner.verified && partner.verified->on) document.put("verified_on", partner.verified->on->iso());
        document.add("means", means(partner, service));
        if (!service) document.put("record", edition_.record(fiche.partner));
        bulk_ += edition_.json(document.done()) + "\n";
    }

    void add_texts(DataObject& document, const std::string& id, const Partner& partner, Service service) const {
        document.put("name", service ? partner.services[*service].name : partner.name);
        std::vector<std::string> names = service ? std::vector<std::string>{partner.name} : partner.aliases;
        if (!partner.short_name.empty()) names.insert(names.begin(), partner.short_name);
        document.add("other_names", view::texts_of(names));
        if (service) {
            const model::Service& own = partner.services[*service];
            document.add("service", own.id).add("situations", view::texts_of(own.situations));
            document.add("themes", view::texts_of(own.themes.empty() ? partner.themes : own.themes));
            document.add("publics", view::texts_of(own.publics.empty() ? partner.publics : own.publics));
        } else {
            document.add("summary", partner.summary).add("themes", view::texts_of(partner.themes));
            document.add("publics", view::texts_of(partner.publics));
        }
        document.add("text", view::texts_of(all_said(id, service)));
    }

    // All that is searched of it; what stands in fields of its own is weighed there as well.
    [[nodiscard]] std::vector<std::string> all_said(const std::string& id, Service service) const {
        std::vector<std::string> said;
        for (const query::Text& each : query::texts_of(catalog_, catalog_.partner(id)->value))
            if (each.service == service) said.push_back(edition_.plain(each.text));
        return said;
    }

    void add_places(DataObject& document, const std::string& id, const Partner& partner, Service service) const {
        const store::PartnerEntry& entry = *catalog_.partner(id);
        DataList units;
        for (const territory::AreaRef& area : service ? entry.service_areas[*service] : entry.areas)
            units.emplace_back(area.code);
        document.add("units", std::move(units)).add("insee", insee(partner));
        const auto& address = partner.address;
        if (address && address->latitude && address->longitude)
            document.put("point", DataObject().put("lat", *address->latitude).put("lon", *address->longitude).done());
    }

    // The communes of its address and of its desks elsewhere.
    [[nodiscard]] Data insee(const Partner& partner) const {
        std::set<std::string> codes;
        if (partner.address) codes.insert(insee_of(edition_, *partner.address));
        for (const model::Permanence& desk : partner.permanences) {
            const auto found = catalog_.territory().resolve(desk.commune, territory::Spoken::record);
            if (const auto* area = std::get_if<territory::AreaRef>(&found)) codes.insert(bare_code(*area));
        }
        codes.erase("");
        return view::texts_of({codes.begin(), codes.end()});
    }

    [[nodiscard]] Data means(const Partner& partner, Service service) const {
        DataObject all;
        for (const Answered& each : answered(catalog_.vocabulary(), partner, service))
            if (!each.inherited) all.put(each.theme, each.strength * each.level);
        return all.done();
    }

    const Edition& edition_;
    const store::Catalog& catalog_;
    std::string bulk_;
};

// A rule of Solr's: words that mean the same, commas between them.
void add_rule(std::vector<std::string>& rules, const std::vector<std::string>& words) {
    std::vector<std::string> plain;
    for (const std::string& word : words)
        plain.push_back(text::replace_all(text::replace_all(word, "\\", " "), ",", " "));
    if (plain.size() > 1) rules.push_back(text::join(plain, ", "));
}

// What acronyms stand for, and the other words for each theme. A family has none: it would make one of all its themes.
std::vector<std::string> synonyms(const model::Vocabulary& vocabulary) {
    std::vector<std::string> rules;
    for (const model::Acronym& acronym : vocabulary.acronyms) add_rule(rules, {acronym.letters, acronym.meaning});
    for (const model::Family& family : vocabulary.families)
        for (const model::Term& theme : family.children) add_rule(rules, theme.synonyms.fr);
    return rules;
}

std::string mapping(const Edition& edition, const std::vector<std::string>& rules) {
    std::vector<std::string> quoted;
    for (const std::string& rule : rules) quoted.push_back(edition.json(rule));
    return text::replace_all(std::string(engine_text("mapping.json")), "\":synonyms\"",
                             text::join(quoted, ",\n          "));
}

}  // namespace

Result<std::vector<Part>> search_files(const Edition& edition, Account& account) {
    const store::Catalog catalog = readable(edition);
    Documents documents(edition, catalog);
    each_fiche(edition, Way::engine, Closed::taken, account, [&](const Fiche& fiche, Ledger&) {
        documents.add(fiche);
        for (std::size_t i = 0; i < fiche.partner->services.size(); ++i) account.service();
        return true;
    });
    const std::vector<std::string> rules = synonyms(catalog.vocabulary());
    return std::vector<Part>{{"mapping.json", Text{mapping(edition, rules)}},
                             {"bulk.ndjson", Text{std::move(documents).bulk()}},
                             {"query.json", Text{std::string(engine_text("query.json"))}},
                             {"synonyms.txt", Text{text::join(rules, "\n") + "\n"}}};
}

}  // namespace cafe::exchange
