#include "exchange/codes.hpp"

#include <algorithm>
#include <set>

#include "base/fold.hpp"

namespace cafe::exchange {

namespace {

using territory::AreaKind;
using territory::AreaRef;

constexpr std::string_view everyone = "tous-publics";

bool add_once(std::vector<std::string>& list, const std::string& value) {
    if (std::find(list.begin(), list.end(), value) != list.end()) return false;
    list.push_back(value);
    return true;
}

std::string bare(const AreaRef& area) {
    return area.code.substr(area.code.find(':') + 1);
}

// The EPCI or département of the tables that has exactly these communes.
std::optional<std::string> same_area(const territory::Territory& territory, const std::vector<AreaRef>& communes) {
    if (communes.empty()) return std::nullopt;
    namespace tables = territory::tables;
    const auto first = tables::find_commune(bare(communes.front()));
    if (!first) return std::nullopt;
    std::vector<AreaRef> wider{
        {AreaKind::departement, "dep:" + std::string(tables::departement(tables::departement_of(*first)).code)}};
    if (const auto epci = tables::epci_of(*first))
        wider.push_back({AreaKind::epci, "epci:" + tables::epci(*epci).siren});
    for (const AreaRef& area : wider)
        if (territory.communes_of(area) == communes) return bare(area);
    return std::nullopt;
}

void add_departements(const territory::Territory& territory, const AreaRef& region, std::vector<std::string>& codes) {
    namespace tables = territory::tables;
    std::set<tables::Index> rows;
    for (const AreaRef& commune : territory.communes_of(region))
        if (const auto row = tables::find_commune(bare(commune))) rows.insert(tables::departement_of(*row));
    for (const tables::Index row : rows) add_once(codes, std::string(tables::departement(row).code));
}

void add_zone(const territory::Territory& territory, const AreaRef& area, std::vector<std::string>& codes) {
    switch (area.kind) {
        case AreaKind::commune:
        case AreaKind::epci:
        case AreaKind::departement: add_once(codes, bare(area)); return;
        case AreaKind::country: add_once(codes, "france"); return;
        case AreaKind::region: add_departements(territory, area, codes); return;
        case AreaKind::quarter:
        case AreaKind::postcode:
        case AreaKind::own: break;
    }
    const std::vector<AreaRef> communes = territory.communes_of(area);
    if (const auto same = area.kind == AreaKind::own ? same_area(territory, communes) : std::nullopt) {
        add_once(codes, *same);
        return;
    }
    for (const AreaRef& commune : communes) add_once(codes, bare(commune));
}

}  // namespace

Coded themes_of(const model::Vocabulary& vocabulary, const std::vector<std::string>& themes) {
    Coded coded;
    for (const std::string& id : themes) {
        const model::Family* family = vocabulary.family(id);
        bool has_code = false;
        const auto add = [&](const std::vector<std::string>& codes) {
            for (const std::string& code : codes) add_once(coded.codes, code);
            has_code = has_code || !codes.empty();
        };
        if (family != nullptr) add(family->di);
        // A family's own codes say it better than those of its children.
        if (!has_code)
            for (const std::string& each : vocabulary.expand(id))
                if (const model::Term* theme = vocabulary.theme(each)) add(theme->di);
        if (!has_code)
            ++coded.lost;
        else if (family != nullptr && family->di.empty())
            ++coded.flattened;
    }
    return coded;
}

Coded publics_of(const model::Vocabulary& vocabulary, const std::vector<std::string>& publics) {
    Coded coded;
    const bool for_everyone = std::find(publics.begin(), publics.end(), everyone) != publics.end();
    std::size_t stand_ins = 0;  // other words whose code it is
    for (const std::string& id : publics) {
        const model::Term* term = vocabulary.find_public(id);
        if (term == nullptr || term->di.empty() || (for_everyone && id != everyone)) {
            ++coded.lost;
            continue;
        }
        for (const std::string& code : term->di) {
            if (code == everyone && id != everyone)
                ++stand_ins;
            else
                add_once(coded.codes, code);
        }
    }
    if (stand_ins == 0) return coded;
    if (coded.codes.empty()) {
        coded.codes.emplace_back(everyone);
        coded.flattened += stand_ins;
    } else {
        coded.lost += stand_ins;
    }
    return coded;
}

std::vector<std::string> networks_of(const model::Vocabulary& vocabulary, const model::Partner& partner) {
    const model::Term* kind = vocabulary.find_kind(partner.kind);
    if (kind == nullptr) return {};
    if (kind->di.size() < 2) return kind->di;
    std::string names = " " + fold::text(partner.name) + " " + fold::text(partner.short_name) + " ";
    for (const std::string& alias : partner.aliases) names += fold::text(alias) + " ";
    std::vector<std::string> said;
    for (const std::string& code : kind->di)
        if (names.find(" " + fold::text(code) + " ") != std::string::npos) said.push_back(code);
    return said;
}

Zone zone_of(const territory::Territory& territory, const std::vector<std::string>& areas) {
    Zone zone;
    for (const std::string& area : areas) {
        const auto found = territory.resolve(area, territory::Spoken::record);
        if (const auto* known = std::get_if<AreaRef>(&found))
            add_zone(territory, *known, zone.codes);
        else
            ++zone.unknown;
    }
    return zone;
}

}  // namespace cafe::exchange
